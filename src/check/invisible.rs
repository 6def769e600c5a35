//! `invisible-characters`: characters that nobody sees, and that searches, screen readers and programs stumble over.

use std::ops::Range;

use crate::model::{Args, Finding, Problem, Problems, Severity, Side, cut};

use super::{
    Bitext, Check, Context, Rule,
    signs::Signs,
    spots::{Spot, report},
};

pub(super) struct InvisibleCharacters;

const RULE: Rule = Rule { id: "invisible-characters", severity: Severity::Major };

/// The most names of characters that a finding lists.
const LISTED: usize = 4;

/// A text has invisible characters.
struct InvisibleProblem {
    characters: String,
}

impl Problem for InvisibleProblem {
    fn rule(&self) -> &'static str {
        RULE.id
    }

    fn id(&self) -> &'static str {
        RULE.id
    }

    fn args(&self) -> Args {
        vec![("characters", (&self.characters).into())]
    }

    fn all() -> Vec<Self> {
        vec![Self { characters: "U+200B".to_owned() }]
    }
}

impl Check for InvisibleCharacters {
    fn rule(&self) -> Rule {
        RULE
    }

    fn problems(&self) -> Problems {
        Problems::of::<InvisibleProblem>()
    }

    fn segment(&self, context: &Context<'_>, bitext: &Bitext<'_>, out: &mut Vec<Finding>) {
        let spots = spots(bitext);
        report(context, bitext, RULE.severity, &spots, &|shown| InvisibleProblem { characters: names(&shown) }, out);
    }
}

/// What an invisible character is for.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Purpose {
    /// A break that may be made, or must not be, in a word.
    Break,
    /// The direction of writing.
    Direction,
    /// What joins the pieces of an emoji, or selects its look.
    Emoji,
    /// The end of a line or paragraph.
    Line,
    /// A cell of Braille without a dot.
    Braille,
    /// A command to a terminal or another device.
    Control,
}

const fn kind(char: char) -> Option<Purpose> {
    Some(match char {
        '\u{ad}'
        | '\u{34f}'
        | '\u{180e}'
        | '\u{200b}'
        | '\u{2060}'..='\u{2064}'
        | '\u{feff}'
        | '\u{115f}'
        | '\u{1160}'
        | '\u{3164}'
        | '\u{ffa0}'
        | '\u{fff9}'..='\u{fffb}' => Purpose::Break,
        '\u{200e}' | '\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{206f}' | '\u{61c}' => Purpose::Direction,
        '\u{200c}' | '\u{200d}' | '\u{fe00}'..='\u{fe0f}' | '\u{e0000}'..='\u{e01ef}' => Purpose::Emoji,
        '\u{b}' | '\u{c}' | '\u{85}' | '\u{2028}' | '\u{2029}' => Purpose::Line,
        '\u{2800}' => Purpose::Braille,
        '\t' | '\n' | '\r' => return None,
        '\u{0}'..='\u{1f}' | '\u{7f}'..='\u{9f}' => Purpose::Control,
        _ => return None,
    })
}

/// Whether a byte may begin an invisible character.
const fn is_suspect(byte: u8) -> bool {
    matches!(byte, 0..=8 | 0xb | 0xc | 0xe..=0x1f | 0x7f | 0xc2 | 0xcd | 0xd8 | 0xe1..=0xe3 | 0xef | 0xf3)
}

/// The bytes that may.
const SUSPECTS: Signs = {
    let mut suspects = [0; 256];
    let mut byte = u8::MAX;
    while byte > 0 {
        suspects[byte as usize] = if is_suspect(byte) { byte } else { 0 };
        byte -= 1;
    }
    Signs::of_bytes(&suspects)
};

/// The runs of invisible characters of the target.
fn spots(bitext: &Bitext<'_>) -> Vec<Spot> {
    let prose = &bitext.target.prose;
    let mut spots: Vec<Spot> = Vec::new();
    let words = bitext.words(Side::Target);
    let has_some = |part: Range<usize>| cut(prose, &part).contains(|char: char| kind(char).is_some());
    let is_in_word = || words.iter().any(|word| word.signs.may_have(SUSPECTS) && has_some(word.span.clone()));
    if !words.signs.may_have(SUSPECTS) || !(is_in_word() || words.unusual_gaps(prose).any(has_some)) {
        return spots;
    }
    // Marks of direction belong to a text with letters that are written from right to left.
    let mut turns = None;
    let mut before = None;
    let mut chars = prose.char_indices().peekable();
    while let Some((at, char)) = chars.next() {
        let Some(kind) = kind(char) else {
            before = Some(char);
            continue;
        };
        let mut end = at + char.len_utf8();
        let next = chars.peek().map(|(_, next)| *next);
        let is_right = match kind {
            Purpose::Emoji => {
                is_selected(before, char) || (before.is_some_and(takes_joiner) && !next.is_some_and(is_european))
            }
            Purpose::Direction => *turns.get_or_insert_with(|| prose.chars().any(is_right_to_left)),
            Purpose::Braille => before.is_some_and(is_braille) || next.is_some_and(is_braille),
            Purpose::Break | Purpose::Line | Purpose::Control => false,
        };
        if is_right || bitext.is_exempt(&(at..end)) {
            continue;
        }
        if char == '\u{1b}' {
            // With the rest of its command: `[31m`.
            while let Some((from, char)) = chars.next_if(|(_, char)| matches!(char, '[' | ';' | '0'..='9')) {
                end = from + char.len_utf8();
            }
            if let Some((from, _)) = chars.next_if(|(_, char)| char.is_ascii_alphabetic()) {
                end = from + 1;
            }
        }
        let (replacement, certain) = match kind {
            Purpose::Line | Purpose::Braille => (" ", false),
            // A letter may have been there.
            Purpose::Control => ("", char == '\u{1b}'),
            Purpose::Break | Purpose::Direction | Purpose::Emoji => ("", true),
        };
        match spots.last_mut().filter(|last| last.span.end == at && last.certain == certain) {
            Some(last) => last.span.end = end,
            None => spots.push(Spot { span: at..end, replacement: Some(replacement.to_owned()), certain }),
        }
    }
    spots
}

/// Whether a joiner, a selector or a tag may follow a character: an emoji, or a letter of a script that joins letters.
fn takes_joiner(char: char) -> bool {
    !char.is_ascii() && !is_european(char) && !char.is_whitespace()
}

/// Whether a selector of a look follows a sign that has several: ↔︎.
fn is_selected(before: Option<char>, selector: char) -> bool {
    matches!(selector, '\u{fe00}'..='\u{fe0f}')
        && before.is_some_and(|char| (!char.is_alphabetic() || takes_joiner(char)) && !char.is_whitespace())
}

/// Whether a character is a letter or mark of Latin, Greek or Cyrillic, or punctuation.
const fn is_european(char: char) -> bool {
    matches!(char, '!'..='/' | ':'..='~' | '\u{a1}'..='\u{a8}' | '\u{aa}'..='\u{ad}' | '\u{af}'..='\u{52f}' | '\u{2010}'..='\u{203a}')
}

/// Whether a character is a cell of Braille with a dot.
const fn is_braille(char: char) -> bool {
    matches!(char, '\u{2801}'..='\u{28ff}')
}

/// Whether a letter is Hebrew, Arabic or of another script written from right to left.
const fn is_right_to_left(char: char) -> bool {
    matches!(char, '\u{590}'..='\u{8ff}' | '\u{fb1d}'..='\u{fdff}' | '\u{fe70}'..='\u{fefc}' | '\u{10800}'..='\u{10fff}')
}

/// The names of the invisible characters of a shown place: `U+200B, U+FEFF`, and how many places there are.
fn names(shown: &str) -> String {
    let mut names: Vec<String> = Vec::new();
    for char in shown.chars().filter(|char| kind(*char).is_some()) {
        let name = format!("U+{:04X}", u32::from(char));
        if !names.contains(&name) {
            names.push(name);
        }
    }
    let more = names.len() > LISTED;
    names.truncate(LISTED);
    let mut listed = names.join(", ");
    if more {
        listed.push('…');
    }
    if let Some((_, count)) = shown.rsplit_once(" ×") {
        listed.push_str(" ×");
        listed.push_str(count);
    }
    listed
}
