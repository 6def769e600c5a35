//! Decoding of source files, and the checks that come before any format.

use encoding_rs::UTF_8;

use crate::model::{Hinted, Message, charset};

/// Why a source file cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum SourceError {
    /// The file is not UTF-8.
    #[error("not UTF-8 on line {line} (byte {offset})")]
    NotUtf8 {
        /// The line of that byte, from 1.
        line: usize,
        /// The first byte that is not UTF-8.
        offset: usize,
    },
    /// A page is not in the character set that it, or its server, declares.
    #[error("not in the character set `{charset}` (byte {offset})")]
    NotInCharset {
        /// The set's name.
        charset: &'static str,
        /// The first byte that is not.
        offset: usize,
    },
    /// What should be a page is a file of another kind.
    #[error("this is {what}, no page")]
    NotAPage {
        /// What it is, with its article.
        what: &'static str,
    },
    /// What should be a page has the media type of something else.
    #[error("the server sends this as `{media_type}`, which is no page")]
    NotAPageType {
        /// The type, without parameters.
        media_type: String,
    },
    /// An unresolved merge conflict.
    #[error("conflict marker `<<<<<<<` on line {line}")]
    Conflict {
        /// The line of the opening marker, from 1.
        line: usize,
    },
}

impl Hinted for SourceError {
    fn hint(&self) -> Option<Message> {
        Some(Message::new(match self {
            Self::NotUtf8 { .. } | Self::NotInCharset { .. } => "hint-utf-8-again",
            Self::NotAPage { .. } | Self::NotAPageType { .. } => "hint-save-as-page",
            Self::Conflict { .. } => "hint-conflict",
        }))
    }

    fn all() -> Vec<Self> {
        vec![
            Self::NotUtf8 { line: 1, offset: 0 },
            Self::NotInCharset { charset: "windows-1251", offset: 0 },
            Self::NotAPage { what: "a PDF document" },
            Self::NotAPageType { media_type: "image/png".to_owned() },
            Self::Conflict { line: 1 },
        ]
    }
}

/// Decodes UTF-8 and changes nothing: byte order mark, CRLF and a missing final newline stay.
pub fn decode(bytes: impl AsRef<[u8]>) -> Result<String, SourceError> {
    let bytes = bytes.as_ref();
    charset::decode(bytes, UTF_8).map_err(|offset| {
        let before = bytes.get(..offset).unwrap_or_default();
        SourceError::NotUtf8 { line: 1 + memchr::memchr_iter(b'\n', before).count(), offset }
    })
}

/// Rejects a text that has lines beginning with `<<<<<<<`, `=======` and `>>>>>>>`, in this order.
///
/// A single marker is text: seven `=` underline a heading. Marker length and order are git's (`git help merge`).
pub fn refuse_conflict(text: &str) -> Result<(), SourceError> {
    // Line of the opening marker; 0 before one is seen.
    let mut opened = 0;
    let mut divided = false;
    for (index, line) in text.lines().enumerate() {
        if is_marker(line, '<') {
            opened = index + 1;
            divided = false;
        } else if opened > 0 && !divided && is_marker(line, '=') {
            divided = true;
        } else if divided && is_marker(line, '>') {
            return Err(SourceError::Conflict { line: opened });
        }
    }
    Ok(())
}

/// Whether a line is seven times `mark`, alone or followed by a space and a name.
fn is_marker(line: &str, mark: char) -> bool {
    let rest = line.trim_start_matches(mark);
    line.len() - rest.len() == 7 && (rest.is_empty() || rest.starts_with([' ', '\t', '\r']))
}
