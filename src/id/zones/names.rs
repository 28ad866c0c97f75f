//! Names of sites and agencies, places of datelines, words of credits, small words of names.

use crate::article::LineRules;

pub(super) fn add(rules: LineRules) -> LineRules {
    rules
        .outlets(&OUTLETS)
        .places(&PLACES)
        .credits(
            "foto photo photos image dok doc dokumentasi dokumen istimewa ist ilustrasi unsplash pixabay pexels freepik \
             shutterstock istock getty screenshot tangkapan repro screengrab humas handout",
        )
        .particles(
            "bin binti van von de der den di da dos el al ibn and dan with bersama y yang untuk dari ke dengan \
             dalam oleh pada atas tak the of",
        )
}

/// Sites with an ending (`tempo.co`) are known without a row.
const OUTLETS: [&str; 96] = [
    "afp", "aljazeera", "al jazeera", "anadolu", "anadolu agency", "antara", "antara foto", "antara news", "antaranews",
    "ap", "ap photo", "associated press", "bbc", "bbc indonesia", "bbc news", "bbc news indonesia", "beritasatu",
    "bernama", "bisnis indonesia", "bloomberg", "channel newsasia", "cna", "cnbc", "cnbc indonesia", "cnn",
    "cnn indonesia", "deutsche welle", "detik", "detikcom", "detiknews", "detikfinance", "detikinet", "detiksport",
    "detikhot", "detikhealth", "detikoto", "detiktravel", "detikfood", "detikjatim", "detikjateng", "detikjabar",
    "detikbali", "detiksumut", "detiksulsel", "detikedu", "detikx", "dpa", "dw", "dw indonesia", "epa", "epa-efe",
    "getty images", "gridoto", "harian kompas", "idn times", "inews", "infopublik", "jakarta post", "the jakarta post",
    "jawa pos", "jawapos", "jpnn", "katadata", "kbr", "kbrn", "kompas", "kompas tv", "kontan", "kumparan",
    "kumparannews", "liputan6", "media indonesia", "medcom", "merdeka", "metro tv", "metrotv", "mnc portal", "nu online",
    "okezone", "okenews", "pikiran rakyat", "republika", "reuters", "rri", "rmol", "sindonews", "suara", "tempo",
    "tirto", "tribun", "tribunnews", "tvone", "viva", "voa", "voa indonesia", "xinhua",
];

/// Places that stand alone in datelines; a place of two words must be here where no dash follows it.
const PLACES: [&str; 108] = [
    "ambon", "aceh", "balikpapan", "banda aceh", "bandar lampung", "bandarlampung", "bandung", "bandung barat",
    "bangkalan", "bangkok", "banjar", "banjarbaru", "banjarmasin", "banjarnegara", "bantul", "banyumas", "banyuwangi",
    "batam", "batu", "bekasi", "beijing", "bengkulu", "berlin", "blitar", "bogor", "bojonegoro", "brebes", "brussel",
    "canberra", "cianjur", "cilacap", "cilegon", "cirebon", "den haag", "denpasar", "depok", "garut", "gaza", "gorontalo",
    "gresik", "gunungkidul", "hong kong", "istanbul", "jakarta", "jakarta barat", "jakarta pusat", "jakarta selatan",
    "jakarta timur", "jakarta utara", "jambi", "jayapura", "jember", "jenewa", "jombang", "karawang", "kediri", "kendari",
    "klaten", "kuala lumpur", "kudus", "kupang", "kyiv", "labuan bajo", "lamongan", "london", "madiun", "magelang",
    "makassar", "malang", "mamuju", "manado", "manila", "manokwari", "mataram", "medan", "melbourne", "moskow", "new delhi",
    "new york", "padang", "palangka raya", "palembang", "palu", "pangkalpinang", "paris", "pekanbaru", "pontianak",
    "purwokerto", "riyadh", "salatiga", "samarinda", "semarang", "serang", "seoul", "sidoarjo", "singapura", "sleman",
    "solo", "surabaya", "sukabumi", "sydney", "tangerang", "tangerang selatan", "tasikmalaya", "tokyo", "washington",
    "yerusalem", "yogyakarta",
];
