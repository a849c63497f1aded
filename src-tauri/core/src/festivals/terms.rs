//! The solar terms that shops keep: the days on which the sun reaches six of the twenty-four marks of the year, in Beijing time.

use crate::clock::Day;
use crate::wire::choice;

choice! {
    /// One of the solar terms a festival can be tied to.
    SolarTerm {
        /// 立春, the beginning of spring.
        BeginningOfSpring = "beginning_of_spring",
        /// 清明, Tomb Sweeping Day.
        Qingming = "qingming",
        /// 立夏, the beginning of summer.
        BeginningOfSummer = "beginning_of_summer",
        /// 立秋, the beginning of autumn.
        BeginningOfAutumn = "beginning_of_autumn",
        /// 立冬, the beginning of winter.
        BeginningOfWinter = "beginning_of_winter",
        /// 冬至, the winter solstice.
        WinterSolstice = "winter_solstice",
    }
}

/// The first year for which the days were checked.
pub(super) const FIRST_YEAR: i32 = 1950;
/// The last year for which the days were checked.
pub(super) const LAST_YEAR: i32 = 2100;

impl SolarTerm {
    /// The month it falls in, the part of a day by which it comes later each common year, and its place in the year 1900, both in
    /// ten-thousandths of a day.
    fn terms_of_formula(self) -> (u32, i32, i32) {
        match self {
            SolarTerm::BeginningOfSpring => (2, 2_423, 46_300),
            SolarTerm::Qingming => (4, 2_422, 55_900),
            SolarTerm::BeginningOfSummer => (5, 2_421, 63_100),
            SolarTerm::BeginningOfAutumn => (8, 2_416, 83_800),
            SolarTerm::BeginningOfWinter => (11, 2_423, 82_100),
            SolarTerm::WinterSolstice => (12, 2_426, 226_400),
        }
    }

    /// Its day in a year from 1950 to 2100; nothing beyond, rather than a doubtful one.
    ///
    /// The usual rule of almanacs, in whole numbers: each year the term comes 0.242 days later, each leap day takes one day back. The
    /// numbers were fitted to an almanac computed from the sun's place; they give its day for every term and year of the range,
    /// which the tests repeat year by year.
    pub fn day_in(self, year: i32) -> Option<Day> {
        if !(FIRST_YEAR..=LAST_YEAR).contains(&year) {
            return None;
        }
        let (month, later, place) = self.terms_of_formula();
        let since = year - 1_900;
        // February of a leap year comes before its leap day. The year 2100 has none, though its number divides by four.
        let leap_days = if month <= 2 { (since - 1) / 4 } else { since / 4 - i32::from(year == 2_100) };
        let day = (later * since + place) / 10_000 - leap_days;
        Day::from_ymd_opt(year, month, u32::try_from(day).ok()?)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use chrono::Datelike;

    /// The last digit of the day in each year from 1950 to 2100, from an almanac that computes the sun's place.
    const ALMANAC: [(SolarTerm, &str); 6] = [
        (
            SolarTerm::BeginningOfSpring,
            "4454445444544454445444544454445444444444444444444444444444444444444344434443444344434443444344434443344334433443344334433443344334433343334333433343334",
        ),
        (
            SolarTerm::Qingming,
            "5555555555555555555555555545554555455545554555455545554555445544554455445544554455445544554445444544454445444544454445444544444444444444444444444444445",
        ),
        (
            SolarTerm::BeginningOfSummer,
            "6656665666566656665666556655665566556655665566556655665556555655565556555655565556555555555555555555555555555555555555455545554555455545554555455545555",
        ),
        (
            SolarTerm::BeginningOfAutumn,
            "8878887888788878887888788877887788778877887788778877887778777877787778777877787778777777777777777777777777777777777777677767776777677767776777677766777",
        ),
        (
            SolarTerm::BeginningOfWinter,
            "8878887888778877887788778877887788778877887778777877787778777877787778777877777777777777777777777777777777777767776777677767776777677767776777667766777",
        ),
        (
            SolarTerm::WinterSolstice,
            "2322222222222222222222222222222222222212221222122212221222122212221222112211221122112211221122112211221122111211121112111211121112111211121111111111112",
        ),
    ];

    #[test]
    fn every_term_of_every_year_is_the_almanacs() {
        for (term, digits) in ALMANAC {
            for (year, digit) in (FIRST_YEAR..=LAST_YEAR).zip(digits.chars()) {
                let day = term.day_in(year).unwrap();
                assert_eq!(day.day() % 10, digit.to_digit(10).unwrap(), "{term:?} {year}");
            }
            assert_eq!(digits.len(), 151, "{term:?}");
        }
    }

    #[test]
    fn days_that_newspapers_named() {
        for (term, day) in [
            (SolarTerm::Qingming, "2008-04-04"),
            (SolarTerm::Qingming, "2019-04-05"),
            (SolarTerm::Qingming, "2023-04-05"),
            (SolarTerm::Qingming, "2024-04-04"),
            (SolarTerm::Qingming, "2026-04-05"),
            (SolarTerm::BeginningOfSpring, "2021-02-03"),
            (SolarTerm::BeginningOfSpring, "2025-02-03"),
            (SolarTerm::BeginningOfSpring, "2026-02-04"),
            (SolarTerm::BeginningOfAutumn, "2026-08-07"),
            (SolarTerm::WinterSolstice, "2021-12-21"),
            (SolarTerm::WinterSolstice, "2025-12-21"),
            (SolarTerm::WinterSolstice, "2026-12-22"),
        ] {
            let day: Day = day.parse().unwrap();
            assert_eq!(term.day_in(day.year()), Some(day), "{term:?}");
        }
    }

    #[test]
    fn outside_the_checked_years_there_is_no_answer() {
        for term in SolarTerm::ALL {
            assert_eq!(term.day_in(1949), None);
            assert_eq!(term.day_in(2101), None);
        }
    }
}
