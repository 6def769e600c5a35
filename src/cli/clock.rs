//! The date and the time.

use std::{
    env,
    time::{SystemTime, UNIX_EPOCH},
};

/// The last second of the year 9999, the last that a four-digit date can express.
const LAST: u64 = 253_402_300_799;

/// Today in UTC, `YYYY-MM-DD`; the day of `SOURCE_DATE_EPOCH` if that is set, so that output can be reproduced byte for
/// byte (reproducible-builds.org).
pub(super) fn today() -> String {
    day(seconds() / 86_400)
}

/// The time in UTC, `YYYY-MM-DDThh:mm:ss`, or that of `SOURCE_DATE_EPOCH`.
pub(super) fn now() -> String {
    let seconds = seconds();
    let (hour, minute, second) = (seconds / 3600 % 24, seconds / 60 % 60, seconds % 60);
    format!("{}T{hour:02}:{minute:02}:{second:02}", day(seconds / 86_400))
}

fn seconds() -> u64 {
    let epoch = env::var("SOURCE_DATE_EPOCH").ok().and_then(|seconds| seconds.trim().parse::<u64>().ok());
    let now = || SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |elapsed| elapsed.as_secs());
    epoch.unwrap_or_else(now).min(LAST)
}

/// The civil date of a day counted from 1970-01-01, after Howard Hinnant's `civil_from_days`.
fn day(days: u64) -> String {
    let z = days + 719_468;
    let (era, day_of_era) = (z / 146_097, z % 146_097);
    let year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36_524 - day_of_era / 146_096) / 365;
    let day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
    let month_from_march = (5 * day_of_year + 2) / 153;
    let day = day_of_year - (153 * month_from_march + 2) / 5 + 1;
    let month = if month_from_march < 10 { month_from_march + 3 } else { month_from_march - 9 };
    let year = year_of_era + era * 400 + u64::from(month <= 2);
    format!("{year:04}-{month:02}-{day:02}")
}

#[cfg(test)]
mod tests {
    use super::day;

    #[test]
    fn a_day_number_is_the_civil_date() {
        for (days, date) in [(0, "1970-01-01"), (59, "1970-03-01"), (11_016, "2000-02-29"), (19_073, "2022-03-22")] {
            assert_eq!(day(days), date);
        }
    }
}
