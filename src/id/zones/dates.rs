//! The words of publication lines and of stamps.

use crate::article::{DateWord, LineRules};

pub(super) fn add(rules: LineRules) -> LineRules {
    rules
        .dates(
            DateWord::Weekday,
            "senin selasa rabu kamis jumat jum'at jumaat sabtu ahad sen sel rab kam jum sab \
             monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun \
             legi pahing pon wage kliwon",
        )
        .dates(
            DateWord::Month,
            "januari februari maret april mei juni juli agustus september oktober november desember \
             pebruari nopember jan feb peb mar mrt apr jun jul agu agt agst ags aug sep sept okt oct nov nop des dec \
             january february march may june july august october december",
        )
        .dates(
            DateWord::Zone,
            "wib wita wit gmt utc est edt pst pdt cet cest bst jst sgt aest am pm",
        )
        .dates(
            DateWord::Number,
            "satu dua tiga empat lima enam tujuh delapan sembilan sepuluh sebelas belas puluh seratus ratus \
             beberapa belasan puluhan setengah one two three four five six seven eight nine ten a an few",
        )
        .dates(
            DateWord::Unit,
            "detik menit jam hari pekan bulan tahun dtk mnt mins hr bln thn \
             second seconds minute minutes hour hours hrs day days week weeks month months year years",
        )
        .dates(DateWord::WeekdayOrUnit, "minggu min")
        .dates(
            DateWord::OneUnit,
            "sedetik semenit sejam sehari seminggu sepekan sebulan setahun",
        )
        .dates(DateWord::Ago, "lalu silam ago")
        .dates(DateWord::Day, "kemarin yesterday")
        .dates(DateWord::Filler, "yang pada pukul oleh by tanggal tgl on at sekitar kurang lebih")
        .dates(
            DateWord::Published,
            "tayang diterbitkan terbit dipublikasikan dipublikasi publikasi published publish posted diposting \
             dimuat diunggah dirilis rilis ditayangkan",
        )
        .dates(
            DateWord::Updated,
            "diperbarui diperbaharui update updated pembaruan diupdate perbarui diubah",
        )
}
