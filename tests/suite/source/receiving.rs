//! Pages from outside: which are none, and in which character set the others are.

use tolmach::source::{SourceError, read_page, scrape::PageKind};

use crate::support::hint;

const TEXT: &str = "Хлеб на сталё";
/// The text in windows-1251.
const CYRILLIC: &[u8] = b"\xd5\xeb\xe5\xe1 \xed\xe0 \xf1\xf2\xe0\xeb\xb8";

fn wide(text: &str, little: bool) -> Vec<u8> {
    let bytes = |unit: u16| if little { unit.to_le_bytes() } else { unit.to_be_bytes() };
    text.encode_utf16().flat_map(bytes).collect()
}

fn joined(parts: &[&[u8]]) -> Vec<u8> {
    parts.concat()
}

#[test]
fn the_character_set_is_that_of_the_mark_the_server_the_page_or_utf_8() {
    let page = format!("<html><p>{TEXT}");
    let undeclared = joined(&[b"<html><p>", CYRILLIC]);
    let with = |head: &str| joined(&[head.as_bytes(), b"<p>", CYRILLIC]);
    for (name, bytes, media_type) in [
        ("UTF-8", page.clone().into_bytes(), None),
        ("UTF-8 with a mark", joined(&[b"\xef\xbb\xbf", page.as_bytes()]), None),
        (
            "a mark, whatever the server says",
            joined(&[b"\xef\xbb\xbf", page.as_bytes()]),
            Some("text/html; charset=windows-1251"),
        ),
        ("UTF-16LE with a mark", joined(&[b"\xff\xfe", &wide(&page, true)]), None),
        ("UTF-16BE with a mark", joined(&[b"\xfe\xff", &wide(&page, false)]), Some("text/html; charset=utf-8")),
        ("UTF-16LE without a mark", wide(&page, true), None),
        ("UTF-16BE without a mark", wide(&page, false), None),
        ("UTF-16LE by the server", wide(&page, true), Some("text/html;charset=utf-16le")),
        ("the server's", undeclared.clone(), Some("text/html; charset=windows-1251")),
        (
            "the server's in quotation marks and capitals",
            undeclared.clone(),
            Some("Text/HTML; q=1; Charset=\"CP1251\""),
        ),
        ("the server's for plain text", CYRILLIC.to_vec(), Some("text/plain; charset=x-cp1251")),
        ("the server's before the page's", with("<meta charset=koi8-r>"), Some("text/html; charset=windows-1251")),
        ("the page's", with("<!DOCTYPE html><meta charset=\"windows-1251\">"), None),
        ("the page's in single quotation marks", with("<META\n charset = 'Windows-1251' />"), Some("text/html")),
        (
            "the page's as http-equiv",
            with("<meta http-equiv=\"Content-Type\" content=\"text/html; charset=windows-1251\">"),
            None,
        ),
        ("the page's behind others", with("<meta name=\"a\" content=\"b\"><meta charset=windows-1251>"), None),
        (
            "the page's behind a comment with another",
            with("<!-- <meta charset=koi8-r> --><meta charset=windows-1251>"),
            None,
        ),
        (
            "the page's behind long scripts",
            with(&format!("<script>{}</script><meta charset=windows-1251>", "x".repeat(8000))),
            None,
        ),
        (
            "that of the XML declaration",
            with("<?xml version=\"1.0\" encoding=\"windows-1251\"?><html>"),
            Some("application/xhtml+xml"),
        ),
        (
            "the page's where the server names none that there is",
            with("<meta charset=windows-1251>"),
            Some("text/html; charset=nonsense"),
        ),
        ("the page's where the server is wrong", with("<meta charset=windows-1251>"), Some("text/html; charset=utf-8")),
        ("UTF-8 where the page claims UTF-16", format!("<meta charset=utf-16>{page}").into_bytes(), None),
    ] {
        let (text, _) = read_page(&bytes, media_type).unwrap_or_else(|error| panic!("{name}: {error}"));
        assert!(text.contains(TEXT), "{name}: {text}");
    }
}

#[test]
fn what_is_in_no_declared_character_set_is_refused() {
    let error = read_page(b"caf\xe9", None).unwrap_err();
    assert_eq!(error, SourceError::NotUtf8 { line: 1, offset: 3 });
    let error = read_page(b"caf\xe9", Some("text/plain; charset=EUC-KR")).unwrap_err();
    assert_eq!(error, SourceError::NotInCharset { charset: "EUC-KR", offset: 3 });
}

#[test]
fn a_file_of_another_kind_is_refused_by_name_whatever_the_server_says() {
    let zip = |name: &str| joined(&[b"PK\x03\x04\x14\0\0\0\x08\0", name.as_bytes(), b"\0\x01\xff"]);
    for (bytes, what) in [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n".to_vec(), "a PDF document"),
        (b"%PDF-1.4\n1 0 obj <</Type /Catalog>> endobj".to_vec(), "a PDF document"),
        (b"\r\n%PDF-1.7\n\0\x01".to_vec(), "a PDF document"),
        (b"\x89PNG\r\n\x1a\n\0\0".to_vec(), "a PNG image"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF".to_vec(), "a JPEG image"),
        (b"GIF89a\x01\0\x01\0".to_vec(), "a GIF image"),
        (b"RIFF\x10\0\0\0WEBPVP8 ".to_vec(), "a WebP image"),
        (zip("word/document.xml"), "a Word document (.docx)"),
        (zip("xl/workbook.xml"), "an Excel workbook (.xlsx)"),
        (zip("mimetypeapplication/vnd.oasis.opendocument.text"), "an OpenDocument text (.odt)"),
        (zip("mimetypeapplication/epub+zip"), "an EPUB book"),
        (zip("photos/a.jpg"), "a ZIP archive"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0".to_vec(), "a document of an office program (such as .doc)"),
        (b"{\\rtf1\\ansi The army".to_vec(), "an RTF document"),
        (b"\x1f\x8b\x08\0".to_vec(), "a gzip archive"),
        (b"\0\0\0\x18ftypmp42".to_vec(), "a video"),
        (b"ID3\x03\0\0".to_vec(), "a sound file"),
        (b"\x7fELF\x02\x01".to_vec(), "a program"),
        (b"The army\0stays".to_vec(), "data, not text"),
    ] {
        for media_type in [None, Some("text/html; charset=utf-8"), Some("application/octet-stream")] {
            let error = read_page(&bytes, media_type).unwrap_err();
            assert_eq!(error.to_string(), format!("this is {what}, no page"), "{media_type:?}");
            assert!(hint(&error).contains("save it as HTML"), "{}", hint(&error));
        }
    }
}

#[test]
fn a_media_type_that_is_no_page_is_refused_and_a_missing_one_is_told_by_the_text() {
    for media_type in [
        "application/pdf",
        "image/png",
        "application/zip",
        "application/json",
        "application/rss+xml; charset=utf-8",
        "text/css",
        "video/mp4",
        "TEXT/CSV",
    ] {
        let error = read_page(b"<p>The army stays.", Some(media_type)).unwrap_err();
        let essence = media_type.split(';').next().unwrap().to_lowercase();
        assert_eq!(error.to_string(), format!("the server sends this as `{essence}`, which is no page"));
    }
    for (media_type, kind) in [
        (Some("text/html"), PageKind::Html),
        (Some("APPLICATION/XHTML+XML;charset=utf-8"), PageKind::Html),
        (Some("text/plain"), PageKind::Text),
        (Some("text/markdown; charset=UTF-8; variant=GFM"), PageKind::Text),
        (Some("application/octet-stream"), PageKind::Auto),
        (Some(""), PageKind::Auto),
        (None, PageKind::Auto),
    ] {
        assert_eq!(read_page(b"The army stays.", media_type).unwrap().1, kind, "{media_type:?}");
    }
}

#[test]
fn a_text_that_begins_like_another_file_is_a_text() {
    for text in [
        "BMW stays",
        "ID3 is a tag",
        "GIF8 is no word",
        "PK is a rifle",
        "MZ is a firm",
        "ftyp",
        "See %PDF- for the mark",
        "<p>%PDF-1.7</p>",
    ] {
        assert_eq!(read_page(text.as_bytes(), None).unwrap().0, text);
    }
}
