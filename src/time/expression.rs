//! What was written: the AST. Nothing in it depends on a clock.

use super::timex::Modifier;
use chrono::Weekday;

/// A unit of time.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Unit {
    /// A second.
    Second,
    /// A minute.
    Minute,
    /// An hour.
    Hour,
    /// A part of a day that is counted as nights.
    Night,
    /// A day.
    Day,
    /// A weekend.
    Weekend,
    /// A week from Monday.
    Week,
    /// A month.
    Month,
    /// Three months.
    Quarter,
    /// Four months.
    Trimester,
    /// Six months.
    Half,
    /// A year.
    Year,
    /// Eight years.
    Windu,
    /// Ten years.
    Decade,
    /// A hundred years.
    Century,
    /// A thousand years.
    Millennium,
}

impl Unit {
    /// Its name in results.
    #[must_use]
    pub const fn name(self) -> &'static str {
        match self {
            Self::Second => "second",
            Self::Minute => "minute",
            Self::Hour => "hour",
            Self::Night => "night",
            Self::Day => "day",
            Self::Weekend => "weekend",
            Self::Week => "week",
            Self::Month => "month",
            Self::Quarter => "quarter",
            Self::Trimester => "trimester",
            Self::Half => "half",
            Self::Year => "year",
            Self::Windu => "windu",
            Self::Decade => "decade",
            Self::Century => "century",
            Self::Millennium => "millennium",
        }
    }

    /// How many months or years of the calendar one is: `(months, years)`; zeros for units of days and less.
    #[must_use]
    pub const fn in_months(self) -> i32 {
        match self {
            Self::Month => 1,
            Self::Quarter => 3,
            Self::Trimester => 4,
            Self::Half => 6,
            Self::Year => 12,
            Self::Windu => 96,
            Self::Decade => 120,
            Self::Century => 1200,
            Self::Millennium => 12000,
            _ => 0,
        }
    }
}

/// A number as written, in thousandths, or a vague one.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Count {
    /// `dua` = 2000, `2,5` = 2500.
    Exact(i64),
    /// `beberapa`, `puluhan`.
    Vague,
}

impl Count {
    /// One.
    pub const ONE: Self = Self::Exact(1000);

    /// A whole number.
    #[must_use]
    pub const fn whole(n: i64) -> Self {
        Self::Exact(n.saturating_mul(1000))
    }

    /// The whole number it is, if it is one.
    #[must_use]
    pub fn as_whole(self) -> Option<i64> {
        match self {
            Self::Exact(n) if n % 1000 == 0 => Some(n / 1000),
            _ => None,
        }
    }
}

/// An amount of time as written: `empat tahun enam bulan`, `dua-tiga hari`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Amount {
    /// Counts with their units, largest first.
    pub parts: Vec<(Count, Unit)>,
    /// The upper end of a range of amounts: `lima` in `tiga-lima hari`.
    pub upto: Option<Count>,
}

impl Amount {
    /// One count of one unit.
    #[must_use]
    pub fn of(count: Count, unit: Unit) -> Self {
        Self {
            parts: vec![(count, unit)],
            upto: None,
        }
    }

    /// Whether the number is not said.
    #[must_use]
    pub fn is_vague(&self) -> bool {
        self.parts.iter().any(|(count, _)| *count == Count::Vague)
    }

    /// The count and unit, if there is just one pair.
    #[must_use]
    pub fn single(&self) -> Option<(Count, Unit)> {
        match self.parts.as_slice() {
            [one] => Some(*one),
            _ => None,
        }
    }
}

/// A part of the day.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum DayPart {
    /// Midnight to four.
    EarlyMorning,
    /// Five to eleven.
    Morning,
    /// Eleven to three.
    Midday,
    /// Three to six.
    Afternoon,
    /// Half past five to seven.
    Evening,
    /// Six to midnight.
    Night,
}

/// A part of the day as a word names it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Part {
    /// The part.
    pub of_day: DayPart,
    /// Which third of it: `larut malam` is the end of the night.
    pub third: Option<Modifier>,
}

/// A time on the clock, as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct TimeOfDay {
    /// 0 to 24.
    pub hour: u32,
    /// 0 to 59.
    pub minute: u32,
    /// 0 to 59, where it is written.
    pub second: Option<u32>,
    /// Days to add: `jam 2 malam` is after the midnight that ends the day.
    pub carry: i64,
}

/// A zone word.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum ZoneWord {
    /// Minutes east of UTC.
    Fixed(i32),
    /// `waktu setempat`: the local time of a place that is not said.
    Local,
    /// London, with its summer time.
    London,
    /// New York and Washington, with their summer time.
    NewYork,
}

/// What a direction word beside a date says.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Lean {
    /// `lalu`, `kemarin`: the latest strictly before.
    Last,
    /// `mendatang`, `nanti`, `besok`: the first strictly after.
    Coming,
    /// `depan`: of the next week, month or year.
    Next,
    /// `ini`: of this week or year.
    This,
}

/// A year as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum YearRef {
    /// `2024`.
    Written(i32),
    /// `tahun lalu` = −1, `tahun ini` = 0.
    Steps(i32),
    /// `tahun sebelumnya` = −1, from the year last mentioned.
    FromMention(i32),
}

/// A month as written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MonthRef {
    /// 1 to 12.
    Written(u32),
    /// `bulan lalu` = −1, `bulan ini` = 0.
    Steps(i32),
}

/// The fields of a date that were written; the clock fills the rest.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Fields {
    /// Year.
    pub year: Option<YearRef>,
    /// Month.
    pub month: Option<MonthRef>,
    /// Day of the month.
    pub day: Option<u32>,
    /// Day of the week.
    pub weekday: Option<Weekday>,
    /// Which week the weekday is of: `Selasa pekan lalu` = −1.
    pub week: Option<i32>,
    /// Days from the clock: `kemarin` = −1.
    pub from_today: Option<i32>,
    /// Part of the day.
    pub part: Option<Part>,
    /// Whether it is the night before the day named: `malam Minggu`.
    pub eve: bool,
    /// Time on the clock.
    pub time: Option<TimeOfDay>,
    /// Zone word.
    pub zone: Option<ZoneWord>,
    /// Direction word.
    pub lean: Option<Lean>,
    /// Whether another reading of day and month is possible only month first: `5/23/2024`.
    pub month_first: bool,
}

/// Which way a reference or a window points.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Toward {
    /// Before.
    Past,
    /// At.
    Present,
    /// After.
    Future,
}

/// A season of a temperate or a tropical year.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Season {
    /// March to May.
    Spring,
    /// June to August.
    Summer,
    /// September to November.
    Autumn,
    /// December to February.
    Winter,
    /// April to September.
    Dry,
    /// October to March.
    Wet,
}

/// A feast, by its number in the language's table of feasts.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Feast(pub u16);

/// What recurs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Recurring {
    /// `setiap Senin [malam]`.
    Weekday(Weekday, Option<Part>),
    /// `setiap Senin-Jumat [pagi]`.
    Weekdays(Weekday, Weekday, Option<Part>),
    /// `setiap akhir pekan`.
    Weekend,
    /// `setiap 17 Agustus`.
    DayOfYear(u32, u32),
    /// `setiap tanggal 25`.
    DayOfMonth(u32),
    /// `setiap Maret`.
    Month(u32),
    /// `setiap malam`.
    Part(Part),
    /// `setiap pukul 07.00`.
    Time(TimeOfDay),
    /// `setiap dua tahun`, `tiga kali sehari`.
    Period(Count, Unit),
}

/// What was written. Each variant names the phrase it stands for.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum TimeExpression {
    /// A date or clock with holes: `Senin (12/3)`, `Maret 2025`, `kemarin sore`, `pukul 09.00 WIB`.
    Date(Fields),
    /// A unit near the clock: `pekan lalu` = (week, −1), `tahun ini` = (year, 0), `akhir pekan depan` = (weekend, 1).
    Nearby {
        /// The unit.
        unit: Unit,
        /// How many units away.
        steps: i32,
    },
    /// `minggu kedua Maret`, `pekan terakhir bulan ini`, `pekan ketiga 2025`: a week by its place in a month or year.
    WeekOf {
        /// Which one; `None` is the last.
        nth: Option<u32>,
        /// The month or year.
        whole: Box<TimeExpression>,
    },
    /// A point that many units away: `tiga tahun lalu` = −3 years, at the unit's own precision.
    Shift {
        /// How far.
        amount: Amount,
        /// `Past` or `Future`.
        toward: Toward,
    },
    /// Away from the last mention: `dua hari kemudian`, `sehari sebelumnya`, `keesokan harinya`.
    FromMention {
        /// How far.
        amount: Amount,
        /// `Past` or `Future`.
        toward: Toward,
        /// Part of that day: `malam harinya`.
        part: Option<Part>,
        /// Whether the amount was written: `sepekan sebelumnya`, not `pekan sebelumnya`.
        counted: bool,
    },
    /// `periode yang sama tahun lalu`: the last period mentioned, that many years on.
    SamePeriod {
        /// Years on, −1 for last year.
        years: i32,
        /// The year where it is written: `periode yang sama pada 2023`.
        written: Option<i32>,
    },
    /// `kuartal III 2023`.
    Quarter(u32, Option<YearRef>),
    /// `semester I 2023`, `paruh kedua tahun ini`.
    Half(u32, Option<YearRef>),
    /// `caturwulan I 2023`.
    Trimester(u32, Option<YearRef>),
    /// `musim kemarau 2023`.
    Season(Season, YearRef),
    /// `musim 2022/2023`, `tahun ajaran 2023/2024`: July to July.
    SchoolYear(i32, i32),
    /// `era 1990-an` = 199.
    Decade(i32),
    /// `abad ke-19` = 19; negative before the common era.
    Century(i32),
    /// `250 SM`.
    YearBefore(u32),
    /// `tahun 117 Masehi`: a year that would be no year without its era.
    YearOfEra(u32),
    /// `1 Ramadan 1445 H`.
    Hijri {
        /// Day of the month.
        day: Option<u32>,
        /// Month, 1 = Muharam.
        month: u32,
        /// Hijri year.
        year: Option<i32>,
        /// A Gregorian year said in its place: `Ramadan tahun ini`.
        gregorian: Option<YearRef>,
        /// Direction word: `Ramadan lalu`.
        lean: Option<Lean>,
        /// The night before it: `malam 1 Suro`.
        eve: bool,
    },
    /// `tahun 1445 Hijriah`, `132 H`.
    HijriYear(i32),
    /// `Lebaran 2024`, `H-7 Lebaran`, `malam Natal`.
    Holiday {
        /// Which feast; `None` is the one in play in the article.
        feast: Option<Feast>,
        /// Its year.
        year: Option<YearRef>,
        /// Direction word.
        lean: Option<Lean>,
        /// Days from it.
        days: i32,
        /// The night before it.
        eve: bool,
    },
    /// `HUT ke-78 RI`: a given day of a given year.
    Anniversary {
        /// Which time it recurs.
        nth: i32,
        /// The day it recurs on and the year it counts from.
        origin: (i32, u32, u32),
    },
    /// `selama tiga hari`, `dua tahun terakhir`, `sepekan ke depan`.
    Duration {
        /// How long.
        amount: Amount,
        /// Whether it reaches to the clock from before, or from it on.
        window: Option<Toward>,
    },
    /// `setiap Senin`, `tiga kali sehari`.
    Set {
        /// What recurs.
        base: Recurring,
        /// How many times in it.
        times: Option<u32>,
    },
    /// `baru-baru ini`, `kini`, `beberapa waktu lalu`.
    Ref(Toward),
    /// `10-12 Januari 2024`, `pukul 08.00-15.00 WIB`.
    Range(Box<TimeExpression>, Box<TimeExpression>),
}

impl TimeExpression {
    /// Whether it says a part of the day or a time on the clock.
    #[must_use]
    pub fn is_time(&self) -> bool {
        match self {
            Self::Date(fields) => fields.time.is_some() || fields.part.is_some(),
            Self::Range(from, to) => from.is_time() || to.is_time(),
            _ => false,
        }
    }
}
