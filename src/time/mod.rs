//! Times: what was written, and when that was.
//!
//! | phrase | expression | value | interval |
//! |---|---|---|---|
//! | `Selasa (9/1/2024) malam` | weekday, day, month, year, part | `2024-01-09TNI` | 18.00 to midnight |
//! | `pekan lalu` | week, −1 | `2024-W01` | Monday to Monday |
//! | `3 jam lalu` under a headline | 3 hours before the captured clock | `2024-05-14T09:00` | the hour that ends there |
//! | `dua tahun terakhir` | 2 years, up to the clock | `P2Y` | the two years before it |
//!
//! In: an [`Article`](crate::article::Article). Out of [`find`]: [`Found`] expressions, which no clock has touched.
//! Out of [`resolve`]: [`Timex`]es under one pair of [`Clocks`]. Another pair of clocks is one more call of `resolve`.
//! Knows nothing of names. Start with `expression.rs`, then `value.rs`, then `resolve/`.

mod class;
mod clock;
mod cursor;
mod expression;
mod feasts;
mod find;
mod found;
mod lexicon;
mod notation;
mod published;
mod resolve;
mod timex;
mod value;
mod zones;

pub use class::{Class, Classes};
pub(crate) use clock::instant;
pub use clock::{Clock, ClockError, Clocks, Evidence, EvidenceSource};
pub use cursor::{Cursor, Term, roman, terms};
pub use expression::{
    Amount, Count, DayPart, Feast, Fields, Lean, MonthRef, Part, Recurring, Season, TimeExpression,
    TimeOfDay, Toward, Unit, YearRef, ZoneWord,
};
pub use feasts::{FeastDay, FeastRule, Feasts};
pub use find::find;
pub use found::{Certainty, Found, Link, Member, Node, Place, Tense, TimeGrammar};
pub use lexicon::{Lexicon, Sense};
pub use resolve::{Resolved, resolve};
pub use timex::{
    Alternative, Anchor, Bound, Derivation, DerivationClock, Direction, Granularity, Modifier,
    Timex, TimexKind, TimexRole, Warning, WarningKind,
};
pub use value::{Interval, Value};
