//! Pauses that servers request: `Retry-After` (RFC 9110, section 10.2.3) and engines' variants of it.

use std::time::{Duration, SystemTime};

use super::HttpResponse;

/// The pause that a response requests: `retry-after-ms`, else `Retry-After` in seconds or as a date. Not capped here.
#[must_use]
pub fn retry_after(response: &HttpResponse, now: SystemTime) -> Option<Duration> {
    if let Some(milliseconds) = response.header("retry-after-ms").and_then(|value| value.trim().parse().ok()) {
        return Some(Duration::from_millis(milliseconds));
    }
    let value = response.header("retry-after")?.trim();
    match value.parse::<f64>() {
        // A time beyond all bounds is longer than anybody waits.
        Ok(seconds) if seconds > 0.0 => Some(Duration::try_from_secs_f64(seconds).unwrap_or(Duration::MAX)),
        Ok(_) => None,
        Err(_) => Some(http_date(value)?.duration_since(now).unwrap_or_default()),
    }
}

/// Reads an HTTP date in the form that servers must use (`Sun, 06 Nov 1994 08:49:37 GMT`).
#[must_use]
pub fn http_date(value: &str) -> Option<SystemTime> {
    const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
    let (_, date) = value.split_once(',')?;
    let parts: Vec<&str> = date.split_whitespace().collect();
    let [day, month, year, time, "GMT"] = parts.as_slice() else { return None };
    let clock: Vec<&str> = time.split(':').collect();
    let [hour, minute, second] = clock.as_slice() else { return None };
    let number = |text: &str, max: u64| text.parse::<u64>().ok().filter(|number| *number <= max);
    let (day, year) = (number(day, 31)?, number(year, 9999)?);
    let month = u64::try_from(MONTHS.iter().position(|name| name == month)?).ok()? + 1;
    let seconds = number(hour, 23)? * 3600 + number(minute, 59)? * 60 + number(second, 60)?;
    // Days since 1970-01-01 in the civil calendar, counted in years that begin in March.
    let (year, month) = if month > 2 { (year, month - 3) } else { (year.checked_sub(1)?, month + 9) };
    let days = 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day;
    let days = days.checked_sub(719_469)?;
    SystemTime::UNIX_EPOCH.checked_add(Duration::from_secs(days * 86_400 + seconds))
}
