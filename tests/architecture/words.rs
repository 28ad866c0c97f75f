//! Words of Indonesian that would give away knowledge of the language outside its folder.

use crate::source::Source;

/// Telltale words: common in news, and in no English sentence.
const WORDS: &[&str] = &[
    "abad",
    "agustus",
    "akan",
    "akhir",
    "awal",
    "baca",
    "bahwa",
    "berita",
    "besok",
    "bulan",
    "bupati",
    "dengan",
    "desa",
    "desember",
    "detik",
    "disalin",
    "februari",
    "gubernur",
    "hari",
    "hingga",
    "januari",
    "jumat",
    "juli",
    "juni",
    "juta",
    "kabupaten",
    "kamis",
    "kata",
    "kecamatan",
    "kemarin",
    "kepada",
    "komisi",
    "kuartal",
    "lalu",
    "lusa",
    "malam",
    "maret",
    "mei",
    "mendatang",
    "menit",
    "menteri",
    "miliar",
    "minggu",
    "nanti",
    "november",
    "oktober",
    "oleh",
    "pada",
    "pagi",
    "pekan",
    "penulis",
    "pertengahan",
    "pewarta",
    "polisi",
    "presiden",
    "provinsi",
    "pukul",
    "rabu",
    "ribu",
    "rupiah",
    "sabtu",
    "sampai",
    "sebelum",
    "sejak",
    "sekitar",
    "selama",
    "selasa",
    "senin",
    "setelah",
    "setiap",
    "siang",
    "sore",
    "tahun",
    "tanggal",
    "terbit",
    "terkait",
    "triliun",
    "ujar",
    "untuk",
    "wakil",
    "waktu",
    "yang",
];

/// The words that stand where they should not: `file:line: …`.
pub(crate) fn breaches(source: &Source) -> Vec<String> {
    if matches!(source.room(), Some("id")) {
        return Vec::new();
    }
    let lines = source.lines.iter().enumerate();
    lines
        .flat_map(|(index, line)| {
            let words = pieces(line)
                .into_iter()
                .filter(|word| WORDS.contains(&word.as_str()));
            words.map(move |word| format!("{}:{}: {word:?} outside src/id", source.path, index + 1))
        })
        .collect()
}

/// The words of a line in lower case, names cut into theirs: `pekanLalu`, `PEKAN_LALU`.
fn pieces(line: &str) -> Vec<String> {
    let mut words = vec![String::new()];
    let mut after_lower = false;
    for c in line.chars() {
        let starts = !c.is_alphabetic() || c.is_uppercase() && after_lower;
        if starts {
            words.push(String::new());
        }
        if let Some(word) = words.last_mut().filter(|_| c.is_alphabetic()) {
            word.extend(c.to_lowercase());
        }
        after_lower = c.is_lowercase();
    }
    words
}
