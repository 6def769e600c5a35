//! Apertium's stream: text in which each word stands as `^analysis$`, characters with a meaning behind a backslash, and
//! blanks that no program changes in brackets.
//!
//! (<https://wiki.apertium.org/wiki/Apertium_stream_format>)

/// A piece of a stream, as written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum StreamPart<'a> {
    /// What stands between words.
    Blank(&'a str),
    /// A word with its analysis, without `^` and `$`.
    Unit(&'a str),
}

/// A piece of an engine's draft.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum DraftPiece {
    /// Translated text.
    Text(String),
    /// A word that the engine does not know, as the source has it (`*word`).
    Unknown(String),
    /// A word that the engine has translated, but cannot inflect: its dictionary form (`#word`, `@word`).
    Uninflected(String),
}

/// Characters with a meaning in a stream.
const SPECIAL: [char; 10] = ['[', ']', '{', '}', '^', '$', '/', '\\', '<', '>'];

/// Writes a text for the first program of a mode.
///
/// A blank that no program sees is set after a number that a full stop follows: the programs take `5.` for a number, and
/// the full stop is lost.
#[must_use]
pub fn escape(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + text.len() / 8);
    let mut last = ' ';
    for c in text.chars() {
        match c {
            '.' if last.is_ascii_digit() => out.push_str("[]."),
            '@' => out.push_str("\\@"),
            '\0' => out.push(' '),
            _ => {
                if SPECIAL.contains(&c) {
                    out.push('\\');
                }
                out.push(c);
            }
        }
        last = c;
    }
    out
}

/// Splits a stream into words and what stands between them; concatenated they are the stream.
#[must_use]
pub fn parts(stream: &str) -> Vec<StreamPart<'_>> {
    let mut parts = Vec::new();
    let mut rest = stream;
    while !rest.is_empty() {
        let Some(start) = unescaped(rest, &['^']) else {
            parts.push(StreamPart::Blank(rest));
            break;
        };
        let (blank, unit) = rest.split_at(start);
        // A unit that nothing ends is text.
        let Some(end) = unit.get(1..).and_then(|inner| unescaped(inner, &['$'])) else {
            parts.push(StreamPart::Blank(rest));
            break;
        };
        if !blank.is_empty() {
            parts.push(StreamPart::Blank(blank));
        }
        parts.push(StreamPart::Unit(unit.get(1..=end).unwrap_or_default()));
        rest = unit.get(end + 2..).unwrap_or_default();
    }
    parts
}

/// The byte offset of the first of these characters that stands for itself.
fn unescaped(text: &str, wanted: &[char]) -> Option<usize> {
    let mut chars = text.char_indices();
    while let Some((at, c)) = chars.next() {
        match c {
            '\\' => _ = chars.next(),
            c if wanted.contains(&c) => return Some(at),
            _ => {}
        }
    }
    None
}

/// Takes readings that the pair cannot carry over from the words of an analysed stream: those that have such tags
/// (`<short>`), or begin so (`быть<vbser>`). A word without another reading is unknown then. They are readings for which
/// there are no forms, and which would leave a gap or a wrong word.
#[must_use]
pub fn without_readings(stream: &str, refused: &[String]) -> String {
    let is_kept = |reading: &&str| {
        !refused.iter().any(|refused| {
            if refused.starts_with('<') {
                reading.contains(refused.as_str())
            } else {
                reading.to_lowercase().starts_with(refused.as_str())
            }
        })
    };
    let mut out = String::with_capacity(stream.len());
    for part in parts(stream) {
        let unit = match part {
            StreamPart::Unit(unit) => unit,
            StreamPart::Blank(blank) => {
                out.push_str(blank);
                continue;
            }
        };
        let Some((surface, readings)) = unit.split_once('/') else {
            out.extend(["^", unit, "$"]);
            continue;
        };
        let kept: Vec<&str> = readings.split('/').filter(is_kept).collect();
        match kept.as_slice() {
            [] => out.extend(["^", surface, "/*", surface, "$"]),
            kept => out.extend(["^", surface, "/", &kept.join("/"), "$"]),
        }
    }
    out
}

/// Takes the marks of syntax (`<@SUBJ>`) from the words of a stream: the programs after the constraint grammar do not
/// know them, and would not find a form for a word that has one.
#[must_use]
pub fn without_syntax(stream: &str) -> String {
    let mut out = String::with_capacity(stream.len());
    for part in parts(stream) {
        match part {
            StreamPart::Blank(blank) => out.push_str(blank),
            StreamPart::Unit(unit) => {
                out.push('^');
                let mut rest = unit;
                while let Some((before, after)) = rest.split_once("<@") {
                    out.push_str(before);
                    rest = after.split_once('>').map_or("", |(_, rest)| rest);
                }
                out.push_str(rest);
                out.push('$');
            }
        }
    }
    out
}

/// Gives words back to chunks that have lost theirs: some rules of transfer write the tags of a word without the word
/// (`^<vblex><pp>$`), which then vanishes without an error. `before` is the stream that the rules read, with the
/// translation of each word behind a slash; the word lost is the next whose tags begin like those left.
#[must_use]
pub fn with_lost_words(before: &str, after: &str) -> String {
    let tags = |unit: &str| -> Vec<String> {
        let tags = unit.find('<').map_or("", |at| unit.split_at(at).1);
        tags.split('>').filter(|tag| !tag.is_empty()).map(str::to_owned).collect()
    };
    let translations: Vec<(&str, Vec<String>)> = parts(before)
        .into_iter()
        .filter_map(|part| match part {
            StreamPart::Unit(unit) => unit.split('/').nth(1).map(|first| (first, tags(first))),
            StreamPart::Blank(_) => None,
        })
        .collect();
    let mut next = 0;
    let mut out = String::with_capacity(after.len());
    let mut rest = after;
    while let Some((kept, lost)) = rest.split_once("^<") {
        out.push_str(kept);
        let Some((unit, following)) = lost.split_once('$') else {
            out.push_str("^<");
            rest = lost;
            continue;
        };
        rest = following;
        let left = tags(&format!("<{unit}"));
        let shared = |known: &[String]| known.iter().zip(&left).take_while(|(one, other)| one == other).count();
        let open = translations.iter().enumerate().skip(next);
        let best = open
            .map(|(at, (word, known))| (shared(known), at, *word))
            .reduce(|best, other| if other.0 > best.0 { other } else { best });
        // Without a word, what is left of it would vanish anyway, and must not look like one.
        if let Some((_, at, word)) = best.filter(|(shared, _, _)| *shared > 1) {
            next = at + 1;
            let lemma = word.find('<').map_or(word, |at| word.split_at(at).0);
            out.extend(["^default<default>{^", lemma, "<", unit, "$}$"]);
        }
    }
    out.push_str(rest);
    out
}

/// Mends a stream before its words are inflected: tags are replaced as the pair needs it, words with `invariable` tags
/// stand as they are, and two words that the rules of transfer have put together without a blank get one.
#[must_use]
pub fn mended(stream: &str, repairs: &[(String, String)], invariable: &[String]) -> String {
    let mut out = String::with_capacity(stream.len() + stream.len() / 16);
    let mut after_word = false;
    for part in parts(stream) {
        match part {
            StreamPart::Blank(blank) => {
                out.push_str(blank);
                after_word = false;
            }
            StreamPart::Unit(unit) => {
                let is_word = is_word(unit);
                if after_word && is_word {
                    out.push(' ');
                }
                after_word = is_word;
                let (lemma, tags) = unit.find('<').map_or((unit, ""), |at| unit.split_at(at));
                if invariable.iter().any(|known| known == tags) {
                    out.push_str(lemma);
                    continue;
                }
                let mut tags = tags.to_owned();
                for (wrong, right) in repairs {
                    if tags.contains(wrong.as_str()) {
                        tags = tags.replace(wrong.as_str(), right);
                    }
                }
                out.extend(["^", lemma, &tags, "$"]);
            }
        }
    }
    out
}

/// Whether a unit is a word rather than a mark.
fn is_word(unit: &str) -> bool {
    unit.trim_start_matches(['*', '@', '#']).starts_with(char::is_alphabetic)
}

/// Reads what the last program wrote: words with a mark of the engine by themselves, everything else as text.
#[must_use]
pub fn read_draft(output: &str) -> Vec<DraftPiece> {
    let mut pieces = Vec::new();
    let mut text = String::new();
    let mut chars = output.chars().peekable();
    while let Some(c) = chars.next() {
        let is_mark = matches!(c, '*' | '#' | '@') && chars.peek().is_some_and(|next| next.is_alphanumeric());
        match c {
            _ if is_mark => {
                let mut word = String::new();
                while let Some(letter) = chars.next_if(|c| c.is_alphanumeric() || matches!(c, '\'' | '’' | 'ʼ')) {
                    word.push(letter);
                }
                // An apostrophe at the end is a quotation mark.
                let end = word.trim_end_matches(['\'', '’', 'ʼ']).len();
                let rest = word.split_off(end);
                if !text.is_empty() {
                    pieces.push(DraftPiece::Text(std::mem::take(&mut text)));
                }
                let word = without_homonym(&word);
                pieces.push(if c == '*' { DraftPiece::Unknown(word) } else { DraftPiece::Uninflected(word) });
                text.push_str(&rest);
            }
            '\\' => text.extend(chars.next()),
            // A blank that was set for the programs alone.
            '[' => chars.by_ref().take_while(|c| *c != ']').for_each(drop),
            _ => text.push(c),
        }
    }
    let text = without_homonym(&text);
    if !text.is_empty() {
        pieces.push(DraftPiece::Text(text));
    }
    pieces
}

/// Takes away the small figures by which the engine's dictionary tells homonyms apart.
fn without_homonym(text: &str) -> String {
    text.replace(['¹', '²', '³'], "")
}
