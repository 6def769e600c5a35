//! Decoding, and files that are refused before a format reads them.

use encoding_rs::{UTF_8, UTF_16BE, UTF_16LE};
use proptest::prelude::*;
use tolmach::{
    model::charset,
    source::{SourceError, decode, refuse_conflict},
};

#[test]
fn invalid_utf_8_is_refused_with_its_position() {
    assert_eq!(decode(b"caf\xe9"), Err(SourceError::NotUtf8 { line: 1, offset: 3 }));
    assert_eq!(decode(vec![0xff, 0xfe, b'a', 0]), Err(SourceError::NotUtf8 { line: 1, offset: 0 }));
    assert_eq!(SourceError::NotUtf8 { line: 1, offset: 3 }.to_string(), "not UTF-8 on line 1 (byte 3)");
}

#[test]
fn every_byte_of_utf_8_is_kept() {
    let bytes = "\u{feff}Слова\r\n\0 без канца".as_bytes().to_vec();
    assert_eq!(decode(bytes.clone()).unwrap().into_bytes(), bytes);
}

#[test]
fn conflict_markers_are_refused_only_in_order() {
    let conflict = "One\n<<<<<<< HEAD\nours\n=======\ntheirs\n>>>>>>> branch\n";
    assert_eq!(refuse_conflict(conflict), Err(SourceError::Conflict { line: 2 }));
    assert_eq!(refuse_conflict("<<<<<<<\r\n|||||||\r\n=======\r\n>>>>>>>\r\n"), Err(SourceError::Conflict { line: 1 }));
    for text in [
        "Title\n=======\n",
        "<<<<<<< a\n>>>>>>> b\n",
        ">>>>>>> b\n=======\n<<<<<<< a\n",
        " <<<<<<< a\n =======\n >>>>>>> b\n",
        "<<<<<<<< a\n========\n>>>>>>>> b\n",
        "=======\n<<<<<<< a\n>>>>>>> b\n",
    ] {
        assert_eq!(refuse_conflict(text), Ok(()), "{text:?}");
    }
}

/// The text of UTF-16 bytes, or the offset where they cease to be valid, by the standard library.
fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> Result<String, usize> {
    let mut text = String::new();
    for c in char::decode_utf16(bytes.as_chunks::<2>().0.iter().map(|pair| unit(*pair))) {
        text.push(c.map_err(|_| text.encode_utf16().count() * 2)?);
    }
    Ok(text)
}

proptest! {
    #![proptest_config(crate::support::config(256))]
    #[test]
    fn utf_8_is_decoded_like_the_standard_library(pieces in pieces()) {
        let bytes = pieces.concat();
        let expected = std::str::from_utf8(&bytes).map(str::to_owned).map_err(|error| error.valid_up_to());
        prop_assert_eq!(charset::decode(&bytes, UTF_8), expected);
    }

    #[test]
    fn utf_16_is_decoded_like_the_standard_library(units in proptest::collection::vec(unit(), 0..12)) {
        let (little, big): (Vec<_>, Vec<_>) = units.iter().map(|unit| (unit.to_le_bytes(), unit.to_be_bytes())).unzip();
        prop_assert_eq!(charset::decode(&little.concat(), UTF_16LE), utf16(&little.concat(), u16::from_le_bytes));
        prop_assert_eq!(charset::decode(&big.concat(), UTF_16BE), utf16(&big.concat(), u16::from_be_bytes));
    }
}

/// Characters, and bytes that begin, continue or never occur in one.
fn pieces() -> impl Strategy<Value = Vec<Vec<u8>>> {
    let right = any::<char>().prop_map(|c| c.to_string().into_bytes());
    let odd = prop::sample::select(vec![0x80, 0xBF, 0xC0, 0xC3, 0xE0, 0xE2, 0xED, 0xA0, 0xEF, 0xF0, 0xF4, 0x90, 0xFF]);
    proptest::collection::vec(prop_oneof![4 => right, 1 => odd.prop_map(|byte| vec![byte])], 0..12)
}

/// A code unit of UTF-16, often half a surrogate pair.
fn unit() -> impl Strategy<Value = u16> {
    prop_oneof![any::<u16>(), 0xD800_u16..0xDC00, 0xDC00_u16..0xE000, 0xFEFF_u16..0xFF00]
}
