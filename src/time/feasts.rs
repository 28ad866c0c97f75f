//! Feasts and the Hijri calendar: names, rules and days.

use super::cursor::Cursor;
use super::expression::Feast;
use crate::text::{KeyMap, WordKey};
use chrono::{Datelike, NaiveDate, TimeDelta};
use std::collections::HashMap;

/// How the day of a feast is found.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FeastRule {
    /// Month and day.
    Fixed(u32, u32),
    /// Days from Gregorian Easter.
    Easter(i64),
    /// Days from the day in a column of the table.
    Moving(usize, i64),
    /// Month and day of the Hijri year.
    Hijri(u32, u32),
}

/// A day with how sure it is: decided, or estimated.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct FeastDay {
    /// The day.
    pub day: NaiveDate,
    /// Whether it was observed or decided, not computed.
    pub certain: bool,
    /// Whether it hangs on the sighting of a moon, so that others may keep a day beside it.
    pub lunar: bool,
}

/// The known start of a month of the Hijri year, or a day in it.
#[derive(Clone, Copy, Debug)]
struct Known {
    /// Its day number in the tabular calendar.
    tabular: i64,
    /// Its day number as observed.
    observed: i64,
    certain: bool,
}

/// The names of feasts that begin with one word.
#[derive(Debug, Default)]
struct Names {
    first: String,
    /// The further words of each, and its feast.
    rows: Vec<(Vec<WordKey>, Feast)>,
}

/// A language's feasts.
#[derive(Debug, Default)]
pub struct Feasts {
    rules: Vec<FeastRule>,
    /// By their first words.
    names: KeyMap<Names>,
    /// Days that move, by column and year.
    moving: HashMap<(usize, i32), FeastDay>,
    /// Sorted by tabular day number.
    known: Vec<Known>,
}

impl Feasts {
    /// Adds a feast under its names, given folded.
    pub fn add<'n>(&mut self, rule: FeastRule, names: impl IntoIterator<Item = &'n str>) {
        let feast = Feast(u16::try_from(self.rules.len()).unwrap_or(u16::MAX));
        self.rules.push(rule);
        for name in names {
            let mut words = name.split_whitespace();
            if let Some(first) = words.next() {
                let names = self.names.entry(WordKey::of(first)).or_default();
                first.clone_into(&mut names.first);
                let further = words.map(WordKey::of).collect();
                names.rows.push((further, feast));
            }
        }
    }

    /// Adds the day of a column for a year.
    pub fn add_day(&mut self, column: usize, day: NaiveDate, certain: bool) {
        self.moving.insert(
            (column, day.year()),
            FeastDay {
                day,
                certain,
                lunar: false,
            },
        );
    }

    /// Adds a day of the Hijri calendar as it was observed; its year is the one whose tabular day lies nearest.
    pub fn add_hijri(&mut self, month: u32, date: u32, day: NaiveDate, certain: bool) {
        let observed = i64::from(day.num_days_from_ce());
        let guess = i32::try_from((observed - 227_015) * 10_000 / 3_543_670).unwrap_or(1400);
        let tabular = (guess - 1..=guess + 2)
            .map(|year| tabular(year, month, date))
            .min_by_key(|day| (day - observed).abs());
        if let Some(tabular) = tabular {
            let at = self.known.partition_point(|known| known.tabular < tabular);
            self.known.insert(
                at,
                Known {
                    tabular,
                    observed,
                    certain,
                },
            );
        }
    }

    /// Every first word of a name.
    pub fn first_words(&self) -> impl Iterator<Item = &str> {
        self.names.values().map(|names| names.first.as_str())
    }

    /// The feast with this name.
    #[must_use]
    pub fn named(&self, name: &str) -> Option<Feast> {
        let mut words = name.split_whitespace();
        let names = self.names.get(&WordKey::of(words.next()?))?;
        let rest: Vec<WordKey> = words.map(WordKey::of).collect();
        names
            .rows
            .iter()
            .find(|(further, _)| *further == rest)
            .map(|(_, feast)| *feast)
    }

    /// The feast whose name stands at the cursor, the longest; passes it.
    pub fn at(&self, c: &mut Cursor<'_>) -> Option<Feast> {
        let names = self.names.get(&c.peek(0)?.key)?;
        let fits = |words: &Vec<WordKey>| {
            let stands =
                |(i, word): (usize, &WordKey)| c.peek(i + 1).is_some_and(|term| term.key == *word);
            words.iter().enumerate().all(stands)
        };
        let (words, feast) = names
            .rows
            .iter()
            .filter(|(words, _)| fits(words))
            .max_by_key(|(words, _)| words.len())?;
        c.at += 1 + words.len();
        Some(*feast)
    }

    /// The Hijri month and day of a feast that has one.
    #[must_use]
    pub fn hijri_day(&self, feast: Feast) -> Option<(u32, u32)> {
        match self.rules.get(usize::from(feast.0)) {
            Some(FeastRule::Hijri(month, day)) => Some((*month, *day)),
            _ => None,
        }
    }

    /// The days of a feast in a Gregorian year: one as a rule, two where a Hijri feast falls twice, none if unknown.
    #[must_use]
    pub fn days(&self, feast: Feast, year: i32) -> Vec<FeastDay> {
        let sure = |day: NaiveDate| FeastDay {
            day,
            certain: true,
            lunar: false,
        };
        match self.rules.get(usize::from(feast.0)) {
            Some(FeastRule::Fixed(month, day)) => NaiveDate::from_ymd_opt(year, *month, *day)
                .map(sure)
                .into_iter()
                .collect(),
            Some(FeastRule::Easter(days)) => {
                let day =
                    easter(year).and_then(|day| day.checked_add_signed(TimeDelta::days(*days)));
                day.map(sure).into_iter().collect()
            }
            Some(FeastRule::Moving(column, days)) => {
                let found = self.moving.get(&(*column, year)).and_then(|found| {
                    let day = found.day.checked_add_signed(TimeDelta::days(*days))?;
                    Some(FeastDay { day, ..*found })
                });
                found.into_iter().collect()
            }
            Some(FeastRule::Hijri(month, day)) => self.hijri_in(year, *month, *day),
            None => Vec::new(),
        }
    }

    /// The days of a Gregorian year that carry a Hijri month and day.
    #[must_use]
    pub fn hijri_in(&self, year: i32, month: u32, day: u32) -> Vec<FeastDay> {
        let first = (year - 622) * 33 / 32 - 1;
        (first..=first + 3)
            .filter_map(|hijri| self.hijri(hijri, month, day))
            .filter(|found| found.day.year() == year)
            .collect()
    }

    /// The Gregorian day of a Hijri date: the tabular calendar, moved as the nearest known day was.
    #[must_use]
    pub fn hijri(&self, year: i32, month: u32, day: u32) -> Option<FeastDay> {
        let table = tabular(year, month, day);
        let nearest = self
            .known
            .iter()
            .min_by_key(|known| (known.tabular - table).abs());
        let (shift, certain) = match nearest {
            // Within the month of a known first day nothing is estimated.
            Some(known) if (0..29).contains(&(table - known.tabular)) => {
                (known.observed - known.tabular, known.certain)
            }
            Some(known) if (known.tabular - table).abs() < 400 => {
                (known.observed - known.tabular, false)
            }
            _ => (0, false),
        };
        let number = i32::try_from(table + shift).ok()?;
        let day = NaiveDate::from_num_days_from_ce_opt(number)?;
        Some(FeastDay {
            day,
            certain,
            lunar: true,
        })
    }
}

/// Days from 1 January of the year 1 to a date of the tabular Hijri calendar (civil epoch, leap years 2, 5, 7, 10, 13,
/// 16, 18, 21, 24, 26, 29 of each thirty).
fn tabular(year: i32, month: u32, day: u32) -> i64 {
    let (year, month, day) = (i64::from(year), i64::from(month), i64::from(day));
    day + (59 * (month - 1) + 1).div_euclid(2)
        + (year - 1) * 354
        + (3 + 11 * year).div_euclid(30)
        + 227_014
}

/// Gregorian Easter Sunday: the Sunday after the full moon of the church's tables (Gauss, in the form of 1816).
fn easter(year: i32) -> Option<NaiveDate> {
    let century = year / 100;
    let golden = year % 19;
    let correction = century - century / 4 - (8 * century + 13) / 25;
    let moon = (correction + 19 * golden + 15) % 30;
    let full = moon - (moon / 28) * (1 - (29 / (moon + 1)) * ((21 - golden) / 11));
    let weekday = (year + year / 4 + full + 2 - century + century / 4) % 7;
    let day = full - weekday;
    // Days from 28 March.
    let first = NaiveDate::from_ymd_opt(year, 3, 28)?;
    first.checked_add_signed(TimeDelta::days(i64::from(day)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn easter_falls_where_the_church_has_it() {
        for (year, month, day) in [
            (1998, 4, 12),
            (2008, 3, 23),
            (2011, 4, 24),
            (2024, 3, 31),
            (2025, 4, 20),
            (2038, 4, 25),
        ] {
            assert_eq!(easter(year), NaiveDate::from_ymd_opt(year, month, day));
        }
    }

    #[test]
    fn the_tabular_calendar_agrees_with_published_conversions() {
        // 1 Muharram 1445 = 19 July 2023; 1 Ramadan 1400 = 14 July 1980 (civil tabular calendar).
        for ((y, m, d), date) in [((1445, 1, 1), (2023, 7, 19)), ((1400, 9, 1), (1980, 7, 14))] {
            let expected = NaiveDate::from_ymd_opt(date.0, date.1, date.2)
                .map(|d| i64::from(d.num_days_from_ce()));
            assert_eq!(Some(tabular(y, m, d)), expected);
        }
    }
}
