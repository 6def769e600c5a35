//! Text in UTF-8 that was read in an encoding of single bytes: `РљР°`, `ÐšÐ°`, `â€™`.

use std::ops::Range;

use encoding_rs::{Encoding, WINDOWS_1251, WINDOWS_1252};

use crate::model::cut;

use super::{spot::Spot, word_facts::WordLists, words::WordsOfText};

/// The runs of a text that are another text in UTF-8, with that text. A run is found by being one: its bytes are valid.
pub(super) fn misread(text: &str, words: &WordsOfText<'_>) -> Vec<Spot> {
    let mut spots: Vec<Spot> = Vec::new();
    // What is not within a word is in a gap, or is the first letter behind one.
    let within = |gap: Range<usize>| gap.start..text.ceil_char_boundary(text.len().min(gap.end + 1));
    if !words.lists.has(WordLists::MISREAD) && !words.unusual_gaps(text).any(|gap| may_be_misread(text, within(gap))) {
        return spots;
    }
    let (mut start, mut is_sure) = (0, false);
    // A no-break space is half a letter here, so that only ASCII parts the runs.
    for run in text.split_inclusive(|char: char| char.is_ascii()) {
        let word = run.trim_end_matches(|char: char| char.is_ascii());
        let span = start..start + word.len();
        start += run.len();
        let Some((meant, is_proof)) = reread(word) else { continue };
        // The words of a sentence are one spot.
        let is_near = |last: &&mut Spot| {
            text.get(last.span.end..span.start).is_some_and(|gap| gap.bytes().all(|byte| byte.is_ascii()))
        };
        if let Some(last) = spots.last_mut().filter(is_near) {
            let gap = text.get(last.span.end..span.start).unwrap_or_default();
            if let Some(known) = &mut last.replacement {
                known.push_str(gap);
                known.push_str(&meant);
            }
            last.span.end = span.end;
            is_sure |= is_proof;
        } else {
            if !is_sure {
                spots.pop();
            }
            spots.push(Spot::certain(span, meant));
            is_sure = is_proof;
        }
    }
    if !is_sure {
        spots.pop();
    }
    spots
}

/// A quick look: whether letters stand side by side, the last of them in a part of a text, that begin and end a letter of
/// UTF-8 in another encoding.
pub(super) fn may_be_misread(text: &str, part: Range<usize>) -> bool {
    let is_later = |char: char| !char.is_ascii() && !matches!(char, 'А'..='я' | 'Ё');
    let mut later = cut(text, &part).char_indices().filter(|(_, char)| is_later(*char));
    later.any(|(at, _)| {
        let mut before = cut(text, &(0..part.start + at)).chars().rev();
        let (second, first) = (before.next().unwrap_or(' '), before.next().unwrap_or(' '));
        matches!(second, 'Р' | 'С' | 'В' | 'Ð' | 'Ñ' | 'Â' | 'Ã')
            // The beginning of three bytes.
            || (matches!(first, 'в' | 'â') && is_later(second))
    })
}

/// The text whose bytes a run is, if they are of UTF-8 and its characters are those of a text in Cyrillic, and whether
/// that proves it: two letters (`Рі`) may be a name.
fn reread(run: &str) -> Option<(String, bool)> {
    // The second byte of a letter in UTF-8 is a letter of neither encoding.
    if run.chars().nth(1).is_none_or(|second| matches!(second, 'А'..='я' | 'À'..='ÿ')) {
        return None;
    }
    let is_proof = |meant: &str| meant.chars().nth(1).is_some();
    let cyrillic = reread_as(WINDOWS_1251, run).map(|meant| (is_proof(&meant), meant));
    let (is_proof, meant) = cyrillic.or_else(|| reread_as(WINDOWS_1252, run).map(|meant| (true, meant)))?;
    Some((meant, is_proof))
}

fn reread_as(encoding: &'static Encoding, run: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(run.len());
    for char in run.chars() {
        // Latin-1 proper has controls where windows-1252 has marks.
        if let Ok(byte @ 0x80..=0x9f) = u8::try_from(u32::from(char)) {
            bytes.push(byte);
            continue;
        }
        let mut buffer = [0; 4];
        let (encoded, _, failed) = encoding.encode(char.encode_utf8(&mut buffer));
        if failed || encoded.len() != 1 {
            return None;
        }
        bytes.extend_from_slice(&encoded);
    }
    let meant = String::from_utf8(bytes).ok()?;
    let is_expected = |char: char| matches!(char, '\u{a0}'..='\u{ff}' | 'Ё'..='џ' | 'Ґ' | 'ґ' | 'ʼ' | '–'..='…' | '\u{202f}' | '€' | '№' | '−');
    meant.chars().all(is_expected).then_some(meant)
}
