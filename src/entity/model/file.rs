//! The file of a model: little-endian, every length checked, what compresses alike side by side.
//!
//! ```text
//! "SOROTNER"  version u16  checksum u32 (FNV-1a of all that follows)
//! kinds u8, each: length u8, UTF-8        note: length u16, UTF-8
//! scale f32   transitions: (labels + 1) × labels i16, in 1/1024
//! features u32   weights u32   bytes of fingerprints u32
//! fingerprints: sorted, differences in groups of seven bits   weights a feature: u8 each
//! label of every weight: u8   weight: i8, times scale
//! ```

use super::features::FINGERPRINT_BITS;
use super::labels::Labels;
use super::weights::{Model, Parts};
use std::fmt;

const MAGIC: &[u8; 8] = b"SOROTNER";
const VERSION: u16 = 1;
const STEP: f32 = 1.0 / 1024.0;
/// What stands for a transition that may not be.
const NEVER: i16 = i16::MIN;

/// Why bytes are no model.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ModelError {
    /// They do not begin as a model does.
    NotAModel,
    /// A version that this program does not read.
    Version(u16),
    /// They end too early, or go on behind the end.
    Truncated,
    /// They were changed.
    Checksum,
    /// The parts contradict each other.
    Malformed,
}

impl fmt::Display for ModelError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::NotAModel => f.write_str("this is no model of names"),
            Self::Version(version) => write!(
                f,
                "the model has format {version}, this program reads {VERSION}: train it anew"
            ),
            Self::Truncated => f.write_str("the model is cut short or too long"),
            Self::Checksum => f.write_str("the model is damaged: its checksum does not fit"),
            Self::Malformed => f.write_str("the parts of the model contradict each other"),
        }
    }
}

impl std::error::Error for ModelError {}

impl Model {
    /// Reads the bytes of a model.
    ///
    /// # Errors
    ///
    /// Any bytes that [`Model::encode`] did not write.
    ///
    /// ```
    /// use sorot::entity::{Model, ModelError};
    /// assert_eq!(Model::decode(b"hello").err(), Some(ModelError::NotAModel));
    /// ```
    pub fn decode(bytes: &[u8]) -> Result<Self, ModelError> {
        let rest = bytes.strip_prefix(MAGIC).ok_or(ModelError::NotAModel)?;
        let mut head = Reader(rest);
        let version = head.u16()?;
        if version != VERSION {
            return Err(ModelError::Version(version));
        }
        if head.u32()? != checksum(head.0) {
            return Err(ModelError::Checksum);
        }
        let mut body = head;
        let count = usize::from(body.u8()?);
        if count > Labels::MOST {
            return Err(ModelError::Malformed);
        }
        let mut kinds = Vec::with_capacity(count);
        for _ in 0..count {
            let length = usize::from(body.u8()?);
            kinds.push(body.text(length)?);
        }
        let length = usize::from(body.u16()?);
        let note = body.text(length)?;
        let scale = f32::from_bits(body.u32()?);
        if !scale.is_finite() || scale < 0.0 {
            return Err(ModelError::Malformed);
        }
        let labels = Labels::new(kinds);
        let width = labels.count();
        let mut transitions = Vec::with_capacity((width + 1) * width);
        for _ in 0..(width + 1) * width {
            transitions.push(match i16::from_le_bytes(body.u16()?.to_le_bytes()) {
                NEVER => super::FORBIDDEN,
                steps => f32::from(steps) * STEP,
            });
        }
        let features = body.u32()? as usize;
        let weights = body.u32()? as usize;
        let coded = body.u32()? as usize;
        let coded = body.take(coded)?;
        let counts = body.take(features)?;
        let columns = body.take(weights)?.to_vec();
        let values = body.take(weights)?;
        if !body.0.is_empty() {
            return Err(ModelError::Truncated);
        }
        let fingerprints = fingerprints(coded, features)?;
        let mut starts = Vec::with_capacity(features + 1);
        let mut total = 0_u32;
        starts.push(0);
        for count in counts {
            total = total.saturating_add(u32::from(*count));
            starts.push(total);
        }
        let fits = columns.iter().all(|column| usize::from(*column) < width);
        if total as usize != weights || !fits {
            return Err(ModelError::Malformed);
        }
        Ok(Self::new(Parts {
            labels,
            note,
            scale,
            transitions,
            fingerprints,
            starts,
            columns,
            weights: values
                .iter()
                .map(|byte| i8::from_le_bytes([*byte]))
                .collect(),
        }))
    }

    /// The bytes of the model, as [`Model::decode`] reads them.
    #[cfg(not(target_family = "wasm"))]
    #[must_use]
    pub fn encode(&self) -> Vec<u8> {
        let count = |n: usize| u32::try_from(n).unwrap_or(u32::MAX).to_le_bytes();
        let mut body = Vec::new();
        body.push(u8::try_from(self.labels.kinds().len()).unwrap_or(u8::MAX));
        for kind in self.labels.kinds() {
            body.push(u8::try_from(kind.len()).unwrap_or(u8::MAX));
            body.extend(kind.as_bytes());
        }
        body.extend(
            u16::try_from(self.note.len())
                .unwrap_or(u16::MAX)
                .to_le_bytes(),
        );
        body.extend(self.note.as_bytes());
        body.extend(self.scale.to_bits().to_le_bytes());
        for transition in &self.transitions {
            body.extend(steps(*transition).to_le_bytes());
        }
        let mut coded = Vec::new();
        let mut before = 0;
        for fingerprint in &self.fingerprints {
            let mut difference = fingerprint - before;
            while difference >= 0x80 {
                coded.push(0x80 | low_bits(difference));
                difference >>= 7;
            }
            coded.push(low_bits(difference));
            before = *fingerprint;
        }
        body.extend(count(self.fingerprints.len()));
        body.extend(count(self.weights.len()));
        body.extend(count(coded.len()));
        body.extend(coded);
        for pair in self.starts.windows(2) {
            if let [first, last] = pair {
                body.push(u8::try_from(last - first).unwrap_or(u8::MAX));
            }
        }
        body.extend(&self.columns);
        body.extend(self.weights.iter().flat_map(|weight| weight.to_le_bytes()));
        let mut file = MAGIC.to_vec();
        file.extend(VERSION.to_le_bytes());
        file.extend(checksum(&body).to_le_bytes());
        file.extend(body);
        file
    }
}

/// The lowest seven bits.
#[cfg(not(target_family = "wasm"))]
fn low_bits(value: u32) -> u8 {
    u8::try_from(value & 0x7f).unwrap_or_default()
}

/// A transition as the file has it.
#[cfg(not(target_family = "wasm"))]
#[expect(
    clippy::cast_possible_truncation,
    reason = "a rounded number within bounds"
)]
fn steps(transition: f32) -> i16 {
    if transition <= super::FORBIDDEN {
        NEVER
    } else {
        (transition / STEP).round().clamp(-32767.0, 32767.0) as i16
    }
}

fn fingerprints(coded: &[u8], count: usize) -> Result<Vec<u32>, ModelError> {
    let mut found: Vec<u32> = Vec::with_capacity(count.min(coded.len()));
    let (mut value, mut shift) = (0_u32, 0_u32);
    for byte in coded {
        if shift > FINGERPRINT_BITS {
            return Err(ModelError::Malformed);
        }
        value |= u32::from(byte & 0x7f) << shift;
        shift += 7;
        if byte & 0x80 == 0 {
            let before = found.last().copied();
            let next = before.unwrap_or_default().checked_add(value);
            let next = next.filter(|next| *next < 1 << FINGERPRINT_BITS);
            let next = next.filter(|next| before.is_none_or(|before| before < *next));
            found.push(next.ok_or(ModelError::Malformed)?);
            (value, shift) = (0, 0);
        }
    }
    if shift != 0 || found.len() != count {
        return Err(ModelError::Malformed);
    }
    Ok(found)
}

fn checksum(bytes: &[u8]) -> u32 {
    bytes.iter().fold(0x811c_9dc5, |sum: u32, byte| {
        (sum ^ u32::from(*byte)).wrapping_mul(0x0100_0193)
    })
}

/// What is left of the bytes.
struct Reader<'b>(&'b [u8]);

impl<'b> Reader<'b> {
    fn take(&mut self, count: usize) -> Result<&'b [u8], ModelError> {
        let (taken, rest) = self
            .0
            .split_at_checked(count)
            .ok_or(ModelError::Truncated)?;
        self.0 = rest;
        Ok(taken)
    }

    fn u8(&mut self) -> Result<u8, ModelError> {
        self.take(1)?.first().copied().ok_or(ModelError::Truncated)
    }

    fn u16(&mut self) -> Result<u16, ModelError> {
        let bytes = self
            .take(2)?
            .try_into()
            .map_err(|_| ModelError::Truncated)?;
        Ok(u16::from_le_bytes(bytes))
    }

    fn u32(&mut self) -> Result<u32, ModelError> {
        let bytes = self
            .take(4)?
            .try_into()
            .map_err(|_| ModelError::Truncated)?;
        Ok(u32::from_le_bytes(bytes))
    }

    fn text(&mut self, length: usize) -> Result<String, ModelError> {
        let bytes = self.take(length)?.to_vec();
        String::from_utf8(bytes).map_err(|_| ModelError::Malformed)
    }
}
