//! A key or password, and the ways in which another side may give it back.

use std::fmt::{self, Write};

use base64::{
    Engine as _,
    alphabet::{STANDARD, URL_SAFE},
    engine::{GeneralPurpose, general_purpose::NO_PAD},
};

/// What takes the place of a secret.
const REMOVED: char = '…';
/// A shorter key says nothing where it is found in another text: `test`.
const SHORTEST: usize = 4;
/// A shorter part of its base64 form may be part of any word.
const SHORTEST_BASE64: usize = 6;

/// A key or password, which is never shown.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

/// How a text may write characters other than as themselves.
#[derive(Clone, Copy)]
enum Escapes {
    /// `%2D`
    Percent,
    /// `\u002d`, `\/`
    Json,
    /// `&#45;`, `&amp;`
    Html,
}

/// A text with its escapes decoded, and the byte of the original at which each byte begins.
struct Decoded {
    bytes: Vec<u8>,
    starts: Vec<usize>,
}

impl Secret {
    /// Wraps a secret.
    #[must_use]
    pub const fn new(secret: String) -> Self {
        Self(secret)
    }

    /// The secret itself, for the request.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// Removes the secret from a text that the other side sent: as it is, in any case of its letters, percent-encoded,
    /// with escapes of JSON or HTML, in hexadecimal digits, and in base64 wherever it begins in the encoded text.
    #[must_use]
    pub fn scrub(&self, text: &str) -> String {
        let spans = self.spans(text);
        let mut out = String::with_capacity(text.len());
        let mut from = 0;
        for (start, end) in spans {
            // Overlapping spans of two forms.
            let (start, end) = (text.floor_char_boundary(start.max(from)), text.ceil_char_boundary(end.max(from)));
            if end <= from {
                continue;
            }
            out.push_str(text.get(from..start).unwrap_or_default());
            out.push(REMOVED);
            from = end;
        }
        out.push_str(text.get(from..).unwrap_or_default());
        out
    }

    /// Whether a text holds the secret, in one of these forms.
    #[must_use]
    pub fn is_in(&self, text: &str) -> bool {
        self.0.len() >= SHORTEST && !self.spans(text).is_empty()
    }

    /// The bytes of a text that hold the secret, ascending.
    fn spans(&self, text: &str) -> Vec<(usize, usize)> {
        if self.0.is_empty() {
            return Vec::new();
        }
        let exact = self.encoded();
        let folded = [self.0.to_ascii_lowercase(), hex(self.0.as_bytes())];
        let plain = Decoded { bytes: text.into(), starts: (0..=text.len()).collect() };
        let mut all = vec![plain];
        // Each escape on its own, and one within another: an address in JSON, a body in an address.
        for first in [Escapes::Percent, Escapes::Json, Escapes::Html] {
            let Some(once) = all.first().and_then(|plain| plain.decode(first)) else { continue };
            for second in [Escapes::Percent, Escapes::Json, Escapes::Html] {
                all.extend(once.decode(second));
            }
            all.push(once);
        }
        let mut spans = Vec::new();
        for decoded in &all {
            for needle in &exact {
                decoded.find(&decoded.bytes, needle.as_bytes(), &mut spans);
            }
            let lower = decoded.bytes.to_ascii_lowercase();
            for needle in &folded {
                decoded.find(&lower, needle.as_bytes(), &mut spans);
            }
        }
        spans.sort_unstable();
        spans.dedup();
        spans
    }

    /// The base64 forms: of each of the three places that the secret can have among the encoded bytes, the characters
    /// that depend on it alone; in both alphabets.
    fn encoded(&self) -> Vec<String> {
        let mut forms = Vec::new();
        for alphabet in [STANDARD, URL_SAFE] {
            let engine = GeneralPurpose::new(&alphabet, NO_PAD);
            for before in 0..3 {
                let mut bytes = vec![0; before];
                bytes.extend(self.0.as_bytes());
                let encoded = engine.encode(&bytes);
                // Six bits a character: those that share bits with what stands before or after are left out.
                let (first, last) = ((before * 8).div_ceil(6), bytes.len() * 8 / 6);
                forms.extend(encoded.get(first..last).filter(|form| form.len() >= SHORTEST_BASE64).map(str::to_owned));
            }
        }
        forms.sort();
        forms.dedup();
        forms
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Secret")
    }
}

fn hex(bytes: &[u8]) -> String {
    bytes.iter().fold(String::new(), |mut out, byte| {
        // Writing to a string cannot fail.
        let _ = write!(out, "{byte:02x}");
        out
    })
}

impl Decoded {
    /// Adds the places of a needle, as bytes of the original.
    fn find(&self, bytes: &[u8], needle: &[u8], spans: &mut Vec<(usize, usize)>) {
        let places = bytes.windows(needle.len()).enumerate().filter(|(_, window)| *window == needle);
        for (at, _) in places {
            if let (Some(start), Some(end)) = (self.starts.get(at), self.starts.get(at + needle.len())) {
                spans.push((*start, *end));
            }
        }
    }

    /// Decodes one kind of escape; `None` where there is none.
    fn decode(&self, escapes: Escapes) -> Option<Self> {
        let sign = match escapes {
            Escapes::Percent => b'%',
            Escapes::Json => b'\\',
            Escapes::Html => b'&',
        };
        if !self.bytes.contains(&sign) {
            return None;
        }
        let mut out = Self { bytes: Vec::with_capacity(self.bytes.len()), starts: Vec::new() };
        let mut at = 0;
        while let Some(byte) = self.bytes.get(at) {
            let rest = self.bytes.get(at..).unwrap_or_default();
            let escape = if *byte == sign { escape(escapes, rest) } else { None };
            let (letter, length) = escape.unwrap_or((char::from(*byte), 1));
            let start = self.starts.get(at).copied().unwrap_or_default();
            let mut buffer = [0; 4];
            let bytes = match escape {
                Some(_) if !matches!(escapes, Escapes::Percent) => letter.encode_utf8(&mut buffer).as_bytes(),
                _ => {
                    // A percent escape is one byte, whatever letter it is a part of.
                    buffer = [u8::try_from(u32::from(letter)).unwrap_or(b'?'), 0, 0, 0];
                    buffer.get(..1).unwrap_or_default()
                }
            };
            out.starts.extend(bytes.iter().map(|_| start));
            out.bytes.extend(bytes);
            at += length;
        }
        out.starts.push(self.starts.last().copied().unwrap_or_default());
        Some(out)
    }
}

/// The character that an escape stands for, and the escape's length.
fn escape(escapes: Escapes, rest: &[u8]) -> Option<(char, usize)> {
    let number = |digits: &[u8], radix: u32| {
        let digits = std::str::from_utf8(digits).ok().filter(|digits| digits.chars().all(|c| c.is_digit(radix)))?;
        char::from_u32(u32::from_str_radix(digits, radix).ok()?)
    };
    match escapes {
        Escapes::Percent => Some((number(rest.get(1..3)?, 16)?, 3)),
        Escapes::Json => match rest.get(1)? {
            b'u' => Some((number(rest.get(2..6)?, 16)?, 6)),
            other @ (b'/' | b'\\' | b'"') => Some((char::from(*other), 2)),
            _ => None,
        },
        Escapes::Html => {
            let end = rest.iter().take(10).position(|byte| *byte == b';')?;
            let letter = match rest.get(1..end)? {
                b"amp" => '&',
                b"lt" => '<',
                b"gt" => '>',
                b"quot" => '"',
                b"apos" => '\'',
                [b'#', b'x' | b'X', digits @ ..] => number(digits, 16)?,
                [b'#', digits @ ..] => number(digits, 10)?,
                _ => return None,
            };
            Some((letter, end + 1))
        }
    }
}
