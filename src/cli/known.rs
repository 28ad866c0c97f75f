//! What the caller knows of a page, as arguments of every subcommand that reads one.

use super::annotate::arguments::offset;
use chrono::FixedOffset;
use clap::Args;
use sorot::Options;
use sorot::time::{Clock, Clocks};

/// The clocks and the offset of a page.
#[derive(Args, Clone, Copy, Debug)]
pub(super) struct Known {
    /// When the article was published, `2024-01-10T11:25+07:00`; without it the text is searched
    #[arg(long, value_name = "INSTANT")]
    published: Option<Clock>,

    /// When the page was read: stamps in its list of related articles count from here
    #[arg(long, value_name = "INSTANT")]
    captured: Option<Clock>,

    /// The offset of the document, in which its clock times are read and results are written
    #[arg(long, value_name = "±HH:MM", value_parser = offset, allow_hyphen_values = true)]
    offset: Option<FixedOffset>,
}

impl From<Known> for Options {
    fn from(known: Known) -> Self {
        Self {
            clocks: Clocks {
                published: known.published,
                evidence: None,
                captured: known.captured,
            },
            offset: known.offset,
        }
    }
}
