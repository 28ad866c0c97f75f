//! Sentences: where they end, and where a dot ends none.

use sorot::text::{Abbreviations, sentences, tokenize};

/// The sentences of a text of one paragraph.
fn cut(text: &str) -> Vec<String> {
    let abbreviations = Abbreviations::parse(include_str!("../src/id/abbreviations.txt"));
    let tokens = tokenize(text);
    sentences(text, &tokens, &abbreviations)
        .filter_map(|range| {
            let own = tokens.get(range)?;
            let span = own.first()?.span.cover(own.last()?.span);
            Some(span.of(text).to_owned())
        })
        .collect()
}

/// Each row is a text with `‖` where one sentence ends and the next begins.
const ROWS: [&str; 41] = [
    "Dr. H. Ma'ruf Amin, S.H., M.Si. mengatakan harga naik. ‖ Ia pulang.",
    "Prof. Dr. Ir. Sri Wahyu, M.Sc., Ph.D. hadir. ‖ Rapat usai.",
    "Kantor di Jl. Sudirman No. 5 terbakar. ‖ Tidak ada korban.",
    "PT Astra Tbk. naik. ‖ PT Maju Jaya Tbk turun.",
    "Harganya Rp. 500 per butir. ‖ Pembeli sepi.",
    "Rapat mulai pukul 10.00. ‖ Kemudian warga pulang.",
    "Warga naik 2,5 persen. ‖ Angka itu turun.",
    "\"Kami prihatin.\" ‖ Ia lalu pergi.",
    "“Kami prihatin.” ‖ “Kami menunggu.”",
    "\"Kami prihatin,\" kata A. B. Santoso. ‖ Ia pergi.",
    "Ia bertanya, \"Siapa dia?\" lalu pergi. ‖ Tak ada jawaban.",
    "Siapa dia? ‖ Tidak ada yang tahu!",
    "Ia menunggu… ‖ Tidak ada yang datang.",
    "Ia menunggu... lalu pulang.",
    "Ia menunggu... ‖ Lalu hujan turun.",
    "Ia tinggal di Jakarta. ‖ 35 orang ikut pindah.",
    "Kompas.com dan Tempo.co memuatnya. ‖ Ia membaca.",
    "Beras, gula, dll. naik. ‖ Warga resah.",
    "Warga membawa beras, gula, dll. ‖ Petugas mencatat.",
    "Letjen (Purn.) Agus hadir. ‖ Ia memberi hormat.",
    "Rapat dibuka K.H. Ahmad Zaini. ‖ Hadirin berdiri.",
    "Ia lahir pada tgl. 5 Mei 1960 di Kab. Bogor. ‖ Ayahnya petani.",
    "Warga RT. 05 RW. 07 mengungsi. ‖ Air naik.",
    "Harga naik (lihat hlm. 7). ‖ Pembeli sepi.",
    "Menurut dia (39), harga naik. ‖ Pembeli sepi.",
    "Ia bekerja di AS. ‖ Adiknya di Bandung.",
    "Korban dibawa ke RS. ‖ Polisi datang.",
    "Menurut Kombes Pol. Hilarius Dani, pelaku kabur. ‖ Ia dicari.",
    "Sdr. Budi dan Ny. Sari hadir s.d. pukul 10.00 WIB. ‖ Acara selesai.",
    "Gol dicetak menit ke-12. ‖ Persib unggul.",
    "Ia pergi. ‖ \"Kami menunggu.\" ‖ Lalu hujan turun.",
    "Ia menyebut tiga hal. ‖ Pertama, harga beras.",
    "Hujan turun 50 mm. ‖ Sungai meluap.",
    "Kuasa hukumnya, Teddy Waworuntu, S.H. ‖ Ia menolak berkomentar.",
    "H.M. Soleh dan R.A. Kartika datang. ‖ Keduanya diam.",
    "Harga
beras naik. ‖ Warga
resah.",
    "Ia berkata: \"Naik!\" ‖ \"Turun!\"",
    "Ini (bukan itu.) ‖ Lalu selesai.",
    "Nilainya Rp 1.500.000. ‖ Uang itu hilang.",
    "Ia tiba pada 5 Mei 2024. ‖ Mei itu panas.",
    "KH. Lukman berdoa. ‖ Jemaah pulang.",
];

#[test]
fn sentences_end_where_they_end() {
    for row in ROWS {
        let wanted: Vec<&str> = row.split(" ‖ ").map(str::trim).collect();
        assert_eq!(cut(&row.replace(" ‖", "")), wanted, "{row}");
    }
}
