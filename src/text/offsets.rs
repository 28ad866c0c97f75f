//! Byte offsets → the offsets other programs count in. The only code that knows them.

/// What an offset counts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Default)]
pub enum OffsetUnit {
    /// Unicode code points: Python, the gold files, W3C Web Annotation.
    #[default]
    Chars,
    /// UTF-8 bytes: Rust.
    Bytes,
    /// UTF-16 code units: JavaScript.
    Utf16,
}

/// Converts byte offsets of one text; made in one pass over it.
///
/// Where the text is ASCII every unit agrees and nothing is stored. Else a checkpoint is kept for every 64 bytes, so
/// that offsets can be asked for in any order.
///
/// ```
/// use sorot::text::{OffsetUnit, Offsets};
/// let text = "é👍 2006";
/// let at = text.find("2006").unwrap();
/// assert_eq!(Offsets::new(text, OffsetUnit::Chars).of(at), 3);
/// assert_eq!(Offsets::new(text, OffsetUnit::Utf16).of(at), 4);
/// ```
#[derive(Debug)]
pub struct Offsets<'t> {
    text: &'t str,
    unit: OffsetUnit,
    /// Units before byte `64 × index`.
    checkpoints: Vec<u32>,
}

const STRIDE: usize = 64;

impl<'t> Offsets<'t> {
    /// Prepares the conversion of offsets into `text`.
    #[must_use]
    pub fn new(text: &'t str, unit: OffsetUnit) -> Self {
        let mut checkpoints = Vec::new();
        if unit != OffsetUnit::Bytes && !text.is_ascii() {
            checkpoints.reserve(text.len() / STRIDE + 1);
            let mut count = 0;
            for chunk in text.as_bytes().chunks(STRIDE) {
                checkpoints.push(count);
                count += units(chunk, unit);
            }
            checkpoints.push(count);
        }
        Self {
            text,
            unit,
            checkpoints,
        }
    }

    /// The offset that stands for byte `at`; past the end, the end.
    #[must_use]
    pub fn of(&self, at: usize) -> usize {
        let at = at.min(self.text.len());
        let Some(checkpoint) = self.checkpoints.get(at / STRIDE) else {
            return at;
        };
        let rest = self
            .text
            .as_bytes()
            .get(at / STRIDE * STRIDE..at)
            .unwrap_or_default();
        (*checkpoint + units(rest, self.unit)) as usize
    }

    /// The byte that stands for offset `at` of this unit; past the end, the end.
    ///
    /// An offset inside a character (a lone half of a surrogate pair) gives the character's first byte.
    #[must_use]
    pub fn to_byte(&self, at: usize) -> usize {
        if self.checkpoints.is_empty() {
            return at.min(self.text.len());
        }
        let block = self
            .checkpoints
            .partition_point(|count| *count as usize <= at)
            .saturating_sub(1);
        let mut byte = block * STRIDE;
        let mut count = self.checkpoints.get(block).map_or(0, |c| *c as usize);
        let bytes = self.text.as_bytes();
        while let Some(b) = bytes.get(byte) {
            let width = width(*b, self.unit) as usize;
            if width > 0 && count + width > at {
                break;
            }
            count += width;
            byte += 1;
        }
        byte.min(bytes.len())
    }
}

/// Units in some bytes of a text.
fn units(bytes: &[u8], unit: OffsetUnit) -> u32 {
    if bytes.is_ascii() {
        // Never longer than a stride.
        return u32::try_from(bytes.len()).unwrap_or(u32::MAX);
    }
    bytes.iter().map(|byte| width(*byte, unit)).sum()
}

/// Units that a character adds, counted at its first byte; continuation bytes add none.
fn width(byte: u8, unit: OffsetUnit) -> u32 {
    match (unit, byte) {
        (OffsetUnit::Bytes, _) => 1,
        (_, 0x80..=0xbf) => 0,
        (OffsetUnit::Utf16, 0xf0..) => 2,
        _ => 1,
    }
}
