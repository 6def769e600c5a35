//! The decoding of tables: spreadsheets save UTF-16 as readily as UTF-8.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use super::ExchangeError;
use crate::model::charset;

/// Decodes UTF-8 or UTF-16 and strips the byte-order mark. UTF-16 without a mark is recognized by the zero bytes of its
/// ASCII characters. Fails on anything else, with the offset after the mark.
pub fn decode(bytes: &[u8]) -> Result<String, ExchangeError> {
    let (charset, mark) = Encoding::for_bom(bytes).unwrap_or_else(|| (guess_charset(bytes), 0));
    let (_, bytes) = bytes.split_at(mark);
    // An odd number of bytes cannot be UTF-16.
    if charset != UTF_8 && !bytes.len().is_multiple_of(2) {
        return Err(ExchangeError::Encoding { offset: bytes.len() });
    }
    charset::decode(bytes, charset).map_err(|offset| ExchangeError::Encoding { offset })
}

fn guess_charset(bytes: &[u8]) -> &'static Encoding {
    match bytes {
        [first, 0, ..] if *first != 0 => UTF_16LE,
        [0, second, ..] if *second != 0 => UTF_16BE,
        _ => UTF_8,
    }
}
