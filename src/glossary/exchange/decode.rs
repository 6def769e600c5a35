//! Which characters do a file's bytes hold? Spreadsheets save UTF-16 as readily as UTF-8.

use super::ExchangeError;

/// The text of a file in UTF-8 or UTF-16, without its byte-order mark. UTF-16 without a mark is known by the zero
/// bytes of its ASCII characters. Fails on anything else.
pub fn decode(bytes: &[u8]) -> Result<String, ExchangeError> {
    match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => utf8(rest),
        [0xFF, 0xFE, rest @ ..] => utf16(rest, u16::from_le_bytes),
        [0xFE, 0xFF, rest @ ..] => utf16(rest, u16::from_be_bytes),
        [first, 0, ..] if *first != 0 => utf16(bytes, u16::from_le_bytes),
        [0, second, ..] if *second != 0 => utf16(bytes, u16::from_be_bytes),
        _ => utf8(bytes),
    }
}

fn utf8(bytes: &[u8]) -> Result<String, ExchangeError> {
    match std::str::from_utf8(bytes) {
        Ok(text) => Ok(text.to_owned()),
        Err(error) => Err(ExchangeError::Encoding { offset: error.valid_up_to() }),
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, ExchangeError> {
    let (pairs, rest) = bytes.as_chunks::<2>();
    if !rest.is_empty() {
        return Err(ExchangeError::Encoding { offset: bytes.len() });
    }
    let mut text = String::with_capacity(pairs.len());
    for c in char::decode_utf16(pairs.iter().map(|pair| unit(*pair))) {
        match c {
            Ok(c) => text.push(c),
            Err(_) => return Err(ExchangeError::Encoding { offset: text.encode_utf16().count() * 2 }),
        }
    }
    Ok(text)
}
