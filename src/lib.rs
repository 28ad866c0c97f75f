//! Sorot finds the people, organisations, places and times in an Indonesian news article and resolves every time,
//! "3 jam lalu" included, to an absolute one.
//!
//! ```
//! use sorot::{Annotator, Options};
//!
//! let text = "Rabu, 10 Januari 2024 11:25 WIB\n\nRusia menyerang Kharkiv pekan lalu.";
//! let annotations = Annotator::indonesian().annotate(text, &Options::default());
//! assert!(annotations.zones.len() == 2);
//! ```
//!
//! Three types are all a caller needs: [`Annotator`], made once; [`Options`], what is known of the page;
//! [`Annotations`], what was found. [`export::Document`] is the same result as JSON and JavaScript see it.
//!
//! The rooms, in the order the text walks through them:
//!
//! * [`text`]: characters → tokens, sentences, offsets.
//! * [`article`]: lines → zones: headline, byline, body, related list.
//! * [`time`]: tokens → expressions, and, under two clocks, → times.
//! * [`entity`]: tokens → names, and which names are one.
//! * [`language`] and [`id`]: the words and grammar of Indonesian; no other room contains a word of it.
//! * [`export`]: the result in other people's forms.
//! * `gold`: articles with the right answers in them, and how well an answer agrees; not in the browser.

pub mod article;
pub mod entity;
pub mod export;
#[cfg(not(target_family = "wasm"))]
pub mod gold;
pub mod id;
pub mod language;
pub mod text;
pub mod time;

mod annotations;
mod annotator;

pub use annotations::Annotations;
pub use annotator::{Annotator, Options, Reading};
pub use language::Language;

#[cfg(target_family = "wasm")]
pub mod wasm;

#[cfg(doctest)]
#[doc = include_str!("../README.md")]
mod readme {}
