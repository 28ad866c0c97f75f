//! Names for things that have none, the same for the same text wherever it is exported.

use std::fmt::Write as _;

/// A digest of a text (FNV-1a, 128 bits): tells texts apart, proves nothing.
#[derive(Clone, Copy)]
pub(super) struct Digest(u128);

const BASIS: u128 = 0x6c62_272e_07bb_0142_62b8_2175_6295_c58d;
const PRIME: u128 = 0x0000_0000_0100_0000_0000_0000_0000_013b;

/// The golden ratio in 128 bits: any odd number that looks random would do.
const SPREAD: u128 = 0x9e37_79b9_7f4a_7c15_f39c_c060_5ced_c835;

impl Digest {
    pub(super) fn of(text: &str) -> Self {
        Self(BASIS).then(text)
    }

    fn then(self, text: &str) -> Self {
        let step = |hash: u128, byte: &u8| (hash ^ u128::from(*byte)).wrapping_mul(PRIME);
        Self(text.as_bytes().iter().fold(self.0, step))
    }

    /// A UUID (RFC 9562, version 8) for a part of the text. No text has a NUL before its name.
    pub(super) fn uuid(self, part: &str) -> String {
        // The last bytes hardly reach the high bits of an FNV hash: fold it over itself.
        let folded = |hash: u128| hash ^ (hash >> 64);
        let hash = folded(folded(self.then("\0").then(part).0).wrapping_mul(SPREAD));
        let version = (hash & !(0xf << 76)) | (0x8 << 76);
        let variant = (version & !(0x3 << 62)) | (0x2 << 62);
        let mut uuid = String::with_capacity(36);
        for (index, byte) in variant.to_be_bytes().into_iter().enumerate() {
            if matches!(index, 4 | 6 | 8 | 10) {
                uuid.push('-');
            }
            // Writing to a string cannot fail.
            let _ = write!(uuid, "{byte:02x}");
        }
        uuid
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_digest_is_fnv() {
        assert_eq!(Digest::of("").0, BASIS);
        assert_eq!(Digest::of("a").0, 0xd228_cb69_6f1a_8caf_7891_2b70_4e4a_8964);
    }

    #[test]
    fn a_part_has_a_name_of_its_own() {
        let digest = Digest::of("Gempa terjadi.");
        let uuid = digest.uuid("t1");
        assert_eq!(uuid, Digest::of("Gempa terjadi.").uuid("t1"));
        assert_ne!(uuid, digest.uuid("t2"));
        assert_ne!(uuid, Digest::of("Gempa terjadi!").uuid("t1"));
        let parts: Vec<&str> = uuid.split('-').collect();
        assert_eq!(
            parts.iter().map(|part| part.len()).collect::<Vec<_>>(),
            [8, 4, 4, 4, 12]
        );
        assert!(parts.get(2).is_some_and(|part| part.starts_with('8')));
        let variant = parts.get(3).and_then(|part| part.chars().next());
        assert!(variant.is_some_and(|c| "89ab".contains(c)), "{uuid}");
    }
}
