//! What is refused before a format looks at a file.

use tolmach::source::{SourceError, decode, refuse_conflict};

#[test]
fn bytes_that_are_not_utf_8_are_refused_with_their_place() {
    assert_eq!(decode(b"caf\xe9".to_vec()), Err(SourceError::NotUtf8 { line: 1, offset: 3 }));
    assert_eq!(decode(vec![0xff, 0xfe, b'a', 0]), Err(SourceError::NotUtf8 { line: 1, offset: 0 }));
    assert_eq!(SourceError::NotUtf8 { line: 1, offset: 3 }.to_string(), "not UTF-8 on line 1 (byte 3)");
}

#[test]
fn every_byte_of_utf_8_is_kept() {
    let bytes = "\u{feff}Слова\r\n\0 без канца".as_bytes().to_vec();
    assert_eq!(decode(bytes.clone()).unwrap().into_bytes(), bytes);
}

#[test]
fn conflict_markers_are_refused_in_their_order_only() {
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
