//! A page as it came from outside: whether it is one at all, and in which character set it is written.

use encoding_rs::{Encoding, UTF_8, UTF_16BE, UTF_16LE};

use super::{SourceError, scrape::PageKind};
use crate::model::charset;

/// How much of a page is searched for the declaration of its character set, in bytes: more than the 1024 of the HTML
/// standard, since pages put scripts before it.
const HEAD: usize = 16_384;

/// Beginnings of files that are no page, each with the offset at which it stands and what it is.
const SIGNATURES: &[(usize, &[u8], &str)] = &[
    (0, b"%PDF-", "a PDF document"),
    (0, b"\x89PNG\r\n", "a PNG image"),
    (0, b"\xff\xd8\xff", "a JPEG image"),
    (0, b"GIF8", "a GIF image"),
    (8, b"WEBP", "a WebP image"),
    (0, b"BM", "a BMP image"),
    (0, b"II*\0", "a TIFF image"),
    (0, b"MM\0*", "a TIFF image"),
    (0, b"\0\0\x01\0", "an icon"),
    (0, b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "a document of an office program (such as .doc)"),
    (0, b"{\\rtf", "an RTF document"),
    (0, b"%!PS", "a PostScript document"),
    (0, b"PK\x05\x06", "an empty ZIP archive"),
    (0, b"\x1f\x8b", "a gzip archive"),
    (0, b"BZh", "a bzip2 archive"),
    (0, b"\xfd7zXZ\0", "an xz archive"),
    (0, b"\x28\xb5\x2f\xfd", "a Zstandard archive"),
    (0, b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (0, b"Rar!\x1a\x07", "a RAR archive"),
    (257, b"ustar", "a tar archive"),
    (4, b"ftyp", "a video"),
    (0, b"\x1aE\xdf\xa3", "a video"),
    (8, b"AVI ", "a video"),
    (0, b"OggS", "a sound file"),
    (0, b"ID3", "a sound file"),
    (0, b"fLaC", "a sound file"),
    (8, b"WAVE", "a sound file"),
    (0, b"\x7fELF", "a program"),
    (0, b"MZ\x90\0", "a program"),
    (0, b"SQLite format 3\0", "a database"),
    (0, b"wOFF", "a font"),
    (0, b"wOF2", "a font"),
];

/// Names in a ZIP archive that say what it is.
const ARCHIVES: &[(&[u8], &str)] = &[
    (b"word/", "a Word document (.docx)"),
    (b"xl/", "an Excel workbook (.xlsx)"),
    (b"ppt/", "a PowerPoint presentation (.pptx)"),
    (b"application/epub+zip", "an EPUB book"),
    (b"application/vnd.oasis.opendocument.text", "an OpenDocument text (.odt)"),
    (b"application/vnd.oasis.opendocument", "an OpenDocument file"),
    (b"[Content_Types].xml", "a document of an office program (such as .docx)"),
];

/// Reads a page that came from outside, with its media type where a server named one (`text/html; charset=…`).
///
/// Its character set is that of its byte order mark, of the server, of the page's own declaration, or UTF-8, in this
/// order; one in which the bytes make no sense is passed over. Fails on what is no page, and where no set is left.
pub fn read_page(bytes: &[u8], media_type: Option<&str>) -> Result<(String, PageKind), SourceError> {
    if let Some(what) = recognised(bytes) {
        return Err(SourceError::NotAPage { what });
    }
    let kind = match media_type {
        Some(media_type) => kind_of(media_type)?,
        None => PageKind::Auto,
    };
    let declared = [
        mark_of(bytes),
        media_type.and_then(charset_of),
        declared_in(bytes.get(..bytes.len().min(HEAD)).unwrap_or_default()),
        wide_without_mark(bytes),
    ];
    let mut sets: Vec<&'static Encoding> = Vec::new();
    for set in declared.into_iter().flatten().chain([UTF_8]) {
        if !sets.contains(&set) {
            sets.push(set);
        }
    }
    let Some(text) = sets.iter().find_map(|set| charset::decode(bytes, set).ok()) else {
        // Explained by what the page says of itself.
        let set = sets.first().copied().unwrap_or(UTF_8);
        if set == UTF_8 {
            super::decode(bytes)?;
        }
        let offset = charset::decode(bytes, set).err().unwrap_or_default();
        return Err(SourceError::NotInCharset { charset: set.name(), offset });
    };
    if text.contains('\0') {
        return Err(SourceError::NotAPage { what: "data, not text" });
    }
    Ok((text, kind))
}

/// What a file is that begins like none of text.
fn recognised(bytes: &[u8]) -> Option<&'static str> {
    let bytes = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    if bytes.starts_with(b"PK\x03\x04") {
        // Names stand at the beginning of each file in the archive, and again in the list at its end.
        let named = |name: &[u8]| memchr::memmem::find(bytes, name).is_some();
        let found = ARCHIVES.iter().find(|(name, _)| named(name));
        return Some(found.map_or("a ZIP archive", |(_, what)| what));
    }
    // PDF readers accept some bytes before the mark, and so does who sends such a file.
    if memchr::memmem::find(bytes.get(..bytes.len().min(1024)).unwrap_or_default(), b"%PDF-")
        .is_some_and(|at| at == 0 || !bytes.get(..at).unwrap_or_default().contains(&b'<') && bytes.contains(&0))
    {
        return Some("a PDF document");
    }
    // A text may begin with the letters of a mark, but has no NUL.
    let stands = |(at, mark, _): &&(usize, &[u8], &str)| {
        let is_word = mark.iter().all(|byte| byte.is_ascii_alphanumeric() || *byte == b' ');
        bytes.get(*at..).is_some_and(|rest| rest.starts_with(mark)) && (!is_word || bytes.contains(&0))
    };
    SIGNATURES.iter().find(stands).map(|(_, _, what)| *what)
}

/// The kind of a page of this media type; fails on types that are no page.
fn kind_of(media_type: &str) -> Result<PageKind, SourceError> {
    let essence = media_type.split(';').next().unwrap_or_default().trim().to_ascii_lowercase();
    match essence.as_str() {
        "text/html" | "application/xhtml+xml" => Ok(PageKind::Html),
        "text/plain" | "text/markdown" | "text/x-markdown" => Ok(PageKind::Text),
        // Servers say so of what they do not know.
        "" | "application/octet-stream" | "binary/octet-stream" | "application/x-unknown" | "unknown/unknown" => {
            Ok(PageKind::Auto)
        }
        _ => Err(SourceError::NotAPageType { media_type: crate::model::clip(&essence, 80) }),
    }
}

/// The character set in a media type's parameters.
fn charset_of(media_type: &str) -> Option<&'static Encoding> {
    let parameters = media_type.split(';').skip(1);
    let value = parameters.filter_map(|parameter| {
        let (name, value) = parameter.split_once('=')?;
        name.trim().eq_ignore_ascii_case("charset").then(|| value.trim().trim_matches(['"', '\'']))
    });
    value.into_iter().find_map(|label| Encoding::for_label(label.as_bytes()))
}

/// The character set of a byte order mark.
fn mark_of(bytes: &[u8]) -> Option<&'static Encoding> {
    Encoding::for_bom(bytes).map(|(set, _)| set)
}

/// The character set that a page declares: `<meta charset>`, `<meta http-equiv content>`, or `<?xml encoding?>`.
fn declared_in(head: &[u8]) -> Option<&'static Encoding> {
    // The names are in ASCII in every set that can declare itself this way.
    let head = without_comments(&head.iter().map(|byte| char::from(*byte).to_ascii_lowercase()).collect::<String>());
    let xml = head.trim_start_matches(|c: char| !c.is_ascii()).strip_prefix("<?xml");
    let in_xml = xml.and_then(|rest| rest.split("?>").next()).and_then(|rest| value_after(rest, "encoding"));
    let metas =
        head.split("<meta").skip(1).filter(|rest| rest.starts_with(|c: char| c.is_ascii_whitespace() || c == '/'));
    let in_meta = metas.filter_map(|rest| value_after(rest.split('>').next()?, "charset"));
    let label = in_xml.into_iter().chain(in_meta).find_map(|label| Encoding::for_label(label.as_bytes()))?;
    // A page whose declaration can be read as ASCII is not in UTF-16 (HTML standard, 13.2.3.2).
    Some(if label == UTF_16LE || label == UTF_16BE { UTF_8 } else { label })
}

fn without_comments(head: &str) -> String {
    let mut out = String::with_capacity(head.len());
    let mut parts = head.split("<!--");
    out.push_str(parts.next().unwrap_or_default());
    out.extend(parts.filter_map(|part| part.split_once("-->")).map(|(_, rest)| rest));
    out
}

/// The value behind `name =`, in quotation marks or without.
fn value_after(text: &str, name: &str) -> Option<String> {
    text.match_indices(name).find_map(|(at, _)| {
        let rest = text.get(at + name.len()..)?.trim_start().strip_prefix('=')?.trim_start();
        let rest = rest.trim_start_matches(['"', '\'']);
        let value =
            rest.split(|c: char| c.is_ascii_whitespace() || matches!(c, '"' | '\'' | ';' | '>' | '/')).next()?;
        (!value.is_empty()).then(|| value.to_owned())
    })
}

/// UTF-16 without a byte order mark, told by a page's first characters.
fn wide_without_mark(bytes: &[u8]) -> Option<&'static Encoding> {
    match bytes {
        [b'<', 0, b'!' | b'?' | b'a'..=b'z' | b'A'..=b'Z', 0, ..] => Some(UTF_16LE),
        [0, b'<', 0, b'!' | b'?' | b'a'..=b'z' | b'A'..=b'Z', ..] => Some(UTF_16BE),
        _ => None,
    }
}
