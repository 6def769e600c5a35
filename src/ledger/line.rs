//! The lines of the journal: one JSON object each, and what can be saved of a damaged one.

use std::borrow::Cow;

use memchr::memmem;
use serde::{Deserialize, Serialize};

use super::BillingUnit;

/// A line of the journal.
#[derive(Debug, PartialEq, Eq, Serialize)]
#[serde(untagged)]
pub(super) enum JournalLine<'a> {
    Request {
        asked: Cow<'a, str>,
        engine: Cow<'a, str>,
        pair: Cow<'a, str>,
        article: Cow<'a, str>,
        day: Cow<'a, str>,
        segment: Cow<'a, str>,
        characters: usize,
        /// The amount, for an engine that counts tokens.
        #[serde(skip_serializing_if = "Option::is_none")]
        tokens: Option<usize>,
        /// The amount, for an engine that counts requests.
        #[serde(skip_serializing_if = "Option::is_none")]
        requests: Option<usize>,
    },
    Answer {
        answered: Cow<'a, str>,
        text: Cow<'a, str>,
        /// The characters that the engine says it has counted.
        #[serde(skip_serializing_if = "Option::is_none")]
        told_characters: Option<usize>,
        /// The tokens that it says it has counted.
        #[serde(skip_serializing_if = "Option::is_none")]
        told_tokens: Option<usize>,
    },
    Refusal {
        refused: Cow<'a, str>,
        /// The characters that the engine says it has counted, for an answer that cannot be used; 0 where they count with another
        /// request of the same call.
        #[serde(skip_serializing_if = "Option::is_none")]
        told_characters: Option<usize>,
        /// The tokens that it says it has counted.
        #[serde(skip_serializing_if = "Option::is_none")]
        told_tokens: Option<usize>,
    },
    Form {
        ledger: u64,
    },
}

/// A string that is borrowed from the line wherever nothing in it is escaped.
#[derive(Deserialize)]
struct Borrowed<'a>(#[serde(borrow)] Cow<'a, str>);

/// All keys that a line may have.
#[derive(Deserialize)]
struct Keys<'a> {
    #[serde(borrow, default)]
    asked: Option<Borrowed<'a>>,
    #[serde(borrow, default)]
    engine: Option<Borrowed<'a>>,
    #[serde(borrow, default)]
    pair: Option<Borrowed<'a>>,
    #[serde(borrow, default)]
    article: Option<Borrowed<'a>>,
    #[serde(borrow, default)]
    day: Option<Borrowed<'a>>,
    #[serde(borrow, default)]
    segment: Option<Borrowed<'a>>,
    characters: Option<usize>,
    tokens: Option<usize>,
    requests: Option<usize>,
    #[serde(borrow, default)]
    answered: Option<Borrowed<'a>>,
    #[serde(borrow, default)]
    text: Option<Borrowed<'a>>,
    told_characters: Option<usize>,
    told_tokens: Option<usize>,
    #[serde(borrow, default)]
    refused: Option<Borrowed<'a>>,
    ledger: Option<u64>,
}

/// The unit and amount of a request's line.
pub(super) fn billed(characters: usize, tokens: Option<usize>, requests: Option<usize>) -> (BillingUnit, usize) {
    match (tokens, requests) {
        (Some(tokens), _) => (BillingUnit::Tokens, tokens),
        (None, Some(requests)) => (BillingUnit::Requests, requests),
        (None, None) => (BillingUnit::Characters, characters),
    }
}

impl<'a> JournalLine<'a> {
    /// Reads a line; `None` if it is damaged.
    pub(super) fn parse(bytes: &'a [u8]) -> Option<Self> {
        Self::parse_plain(bytes).or_else(|| Self::parse_json(bytes))
    }

    /// Reads a line just as we write it, with nothing escaped: nearly all are, and this takes half the time.
    fn parse_plain(bytes: &'a [u8]) -> Option<Self> {
        // Counted to the end, which is faster than stopping.
        if bytes.iter().filter(|byte| **byte < b' ' || **byte == b'\\').count() > 0 {
            return None;
        }
        let mut rest = std::str::from_utf8(bytes).ok()?;
        let mut next = |before: &str| {
            let (value, tail) = rest.strip_prefix(before)?.split_once('"')?;
            rest = tail;
            Some(Cow::Borrowed(value))
        };
        if let Some(answered) = next("{\"answered\":\"") {
            let text = next(",\"text\":\"")?;
            let number = |name: &str| plain_number(rest.strip_prefix(name)?.strip_suffix('}')?);
            let told_characters = number(",\"told_characters\":");
            let told_tokens = number(",\"told_tokens\":");
            let is_whole = rest == "}" || told_characters.is_some() || told_tokens.is_some();
            return is_whole.then_some(Self::Answer { answered, text, told_characters, told_tokens });
        }
        let asked = next("{\"asked\":\"")?;
        let (engine, pair) = (next(",\"engine\":\"")?, next(",\"pair\":\"")?);
        let (article, day) = (next(",\"article\":\"")?, next(",\"day\":\"")?);
        let segment = next(",\"segment\":\"")?;
        let characters = plain_number(rest.strip_prefix(",\"characters\":")?.strip_suffix('}')?)?;
        Some(Self::Request { asked, engine, pair, article, day, segment, characters, tokens: None, requests: None })
    }

    /// Reads any line.
    fn parse_json(bytes: &'a [u8]) -> Option<Self> {
        let keys: Keys<'a> = serde_json::from_slice(bytes).ok()?;
        // The article and the day are missing in ledgers of tolmach 0.1.0.
        let or_empty = |text: Option<Borrowed<'a>>| text.map_or(Cow::Borrowed(""), |text| text.0);
        Some(match keys {
            Keys {
                asked: Some(asked),
                engine: Some(engine),
                pair: Some(pair),
                segment: Some(segment),
                characters: Some(characters),
                article,
                day,
                tokens,
                requests,
                ..
            } => Self::Request {
                asked: asked.0,
                engine: engine.0,
                pair: pair.0,
                article: or_empty(article),
                day: or_empty(day),
                segment: segment.0,
                characters,
                tokens,
                requests,
            },
            Keys { answered: Some(answered), text: Some(text), told_characters, told_tokens, .. } => {
                Self::Answer { answered: answered.0, text: text.0, told_characters, told_tokens }
            }
            Keys { refused: Some(refused), told_characters, told_tokens, .. } => {
                Self::Refusal { refused: refused.0, told_characters, told_tokens }
            }
            Keys { ledger: Some(ledger), .. } => Self::Form { ledger },
            _ => return None,
        })
    }

    /// Reads the last record in a damaged line, with its place there: a line that was cut short continues with the next
    /// one, and a power cut may leave NULs before it or behind.
    pub(super) fn salvage(bytes: &'a [u8]) -> Option<(usize, Self)> {
        let end = bytes.iter().rposition(|byte| *byte != 0)? + 1;
        let bytes = bytes.get(..end)?;
        // A quotation mark inside a text is escaped, so this begins a record.
        let heads = ["{\"asked\":\"", "{\"answered\":\"", "{\"refused\":\""];
        let place = heads.iter().filter_map(|head| memmem::rfind(bytes, head.as_bytes())).max()?;
        Some((place, Self::parse(bytes.get(place..)?)?))
    }
}

/// A number as we write it: JSON allows neither signs nor leading zeros.
fn plain_number(digits: &str) -> Option<usize> {
    let is_number = digits.bytes().all(|byte| byte.is_ascii_digit()) && (digits == "0" || !digits.starts_with('0'));
    is_number.then(|| digits.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_plain_line_is_read_as_json_is() {
        let request = "{\"asked\":\"9f\",\"engine\":\"e\",\"pair\":\"en>be\",\"article\":\"army\",\"day\":\"2022-03-24\",\"segment\":\"s\",\"characters\":7}";
        let answer = "{\"answered\":\"9f\",\"text\":\"адказ\"}";
        let told = "{\"answered\":\"9f\",\"text\":\"адказ\",\"told_tokens\":7}";
        let changes = [
            ("", ""),
            ("}", ""),
            ("}", "}}"),
            ("}", "} "),
            ("}", ",\"more\":1}"),
            ("{", " {"),
            ("7", "0"),
            ("7", "07"),
            ("7", "+7"),
            ("7", "-7"),
            ("7", "7.0"),
            ("7", ""),
            ("7", "99999999999999999999"),
            ("адказ", "ад\tказ"),
            ("адказ", "ад\\nказ"),
            ("адказ", "ад\\\"казы"),
            ("адказ", "ад\"казы"),
            ("адказ", ""),
            ("9f", "9\u{0}f"),
            ("9f", "\u{7f}\u{85}\u{2028}"),
            ("\",\"", "\", \""),
            ("\"day\":\"2022-03-24\",", ""),
        ];
        for line in [request, answer, told] {
            for (old, new) in changes {
                let damaged = line.replacen(old, new, 1);
                let bytes = damaged.as_bytes();
                assert_eq!(JournalLine::parse(bytes), JournalLine::parse_json(bytes), "{damaged}");
                for cut in 0..bytes.len() {
                    let bytes = bytes.get(..cut).unwrap_or_default();
                    assert_eq!(JournalLine::parse(bytes), JournalLine::parse_json(bytes), "{damaged}");
                }
            }
            assert!(JournalLine::parse_plain(line.as_bytes()).is_some());
        }
    }
}
