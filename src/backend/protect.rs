//! How do inline codes survive an engine? As placeholders `⟦1⟧…⟦/1⟧`, which of all that was tried survive best.
//!
//! A pair's halves share a number, a single code is `⟦2⟧`; numbers run from 1 in reading order. A `⟦` that the text
//! itself has is sent as `⟦[⟧`. Addresses stay as they are: engines leave them alone, and it is checked on return.

use std::collections::HashMap;

use crate::model::{Code, CodeKind, Piece, Text};

use super::RejectionReason;

/// Version of this notation: part of the name under which answers are stored.
pub const PROTECTION: u32 = 1;

/// A text as it is sent, and what its placeholders stand for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Protected {
    /// The text with placeholders.
    pub text: String,
    /// The codes in reading order, each with its placeholder.
    marks: Vec<(Mark, Code)>,
    /// `⟦` that the text itself has.
    brackets: usize,
    /// Whether the text's own pairs are nested properly: then so must be the draft's.
    nested: bool,
}

/// A placeholder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
struct Mark {
    number: u32,
    closing: bool,
}

impl Mark {
    fn write(self) -> String {
        format!("⟦{}{}⟧", if self.closing { "/" } else { "" }, self.number)
    }
}

/// One piece of a protected text.
enum Token {
    Prose(String),
    /// Its place in `Protected::marks`.
    Code(usize),
}

/// Puts placeholders for the codes of a text.
#[must_use]
pub fn protect(text: &Text) -> Protected {
    let mut out =
        Protected { text: String::with_capacity(text.prose.len()), marks: Vec::new(), brackets: 0, nested: true };
    let mut open: Vec<Mark> = Vec::new();
    let mut open_ids: Vec<u32> = Vec::new();
    let mut last = 0;
    for piece in text.pieces() {
        match piece {
            Piece::Prose(prose) => {
                out.brackets += prose.matches('⟦').count();
                out.text.push_str(&prose.replace('⟦', "⟦[⟧"));
            }
            Piece::Code(code) => {
                let mut next = |closing| {
                    last += 1;
                    Mark { number: last, closing }
                };
                let mark = match code.kind {
                    CodeKind::Single => next(false),
                    CodeKind::Open => {
                        let mark = next(false);
                        open.push(mark);
                        open_ids.push(code.id);
                        mark
                    }
                    // A sentence may begin inside of a pair: then the closing half stands alone.
                    CodeKind::Close => match open_ids.iter().rposition(|id| *id == code.id) {
                        None => next(true),
                        Some(place) => {
                            out.nested &= place + 1 == open.len();
                            open_ids.remove(place);
                            Mark { closing: true, ..open.remove(place) }
                        }
                    },
                };
                out.text.push_str(&mark.write());
                out.marks.push((mark, code.clone()));
            }
        }
    }
    // An opening half whose partner is in the next sentence is nobody's parent here.
    out.nested &= open.is_empty();
    out
}

impl Protected {
    /// Reads a draft of the protected text back: each code exactly once, pairs in order and nested.
    pub fn restore(&self, draft: &str) -> Result<Text, RejectionReason> {
        let mut tokens = self.read(draft)?;
        self.check(&tokens)?;
        self.tidy(&mut tokens);
        let mut text = Text::default();
        for token in tokens {
            match token {
                Token::Prose(prose) => text.prose.push_str(&prose),
                Token::Code(place) => {
                    if let Some((_, code)) = self.marks.get(place) {
                        text.codes.push((text.prose.len(), code.clone()));
                    }
                }
            }
        }
        Ok(text)
    }

    /// Where each placeholder stands among the codes.
    fn places(&self) -> HashMap<Mark, usize> {
        self.marks.iter().enumerate().map(|(place, (mark, _))| (*mark, place)).collect()
    }

    /// Cuts a draft at its placeholders.
    fn read(&self, draft: &str) -> Result<Vec<Token>, RejectionReason> {
        let places = self.places();
        let mut tokens = Vec::new();
        let mut prose = String::new();
        let mut brackets = 0;
        let mut rest = draft;
        while let Some((before, behind)) = rest.split_once('⟦') {
            prose.push_str(before);
            let inner = behind.split_once('⟧').filter(|(inner, _)| inner.chars().count() <= 12);
            let Some((inner, next)) = inner else {
                return Err(RejectionReason::Marks { mark: "⟦".to_owned() });
            };
            rest = next;
            let inner: String = inner.chars().filter(|c| !c.is_whitespace()).collect();
            if inner == "[" {
                brackets += 1;
                prose.push('⟦');
                continue;
            }
            let (closing, digits) = inner.strip_prefix('/').map_or((false, inner.as_str()), |digits| (true, digits));
            let mark = digits.parse().ok().map(|number| Mark { number, closing });
            let place = mark.and_then(|mark| places.get(&mark).copied());
            let Some(place) = place else {
                return Err(RejectionReason::Codes { mark: format!("⟦{inner}⟧") });
            };
            if !prose.is_empty() {
                tokens.push(Token::Prose(std::mem::take(&mut prose)));
            }
            tokens.push(Token::Code(place));
        }
        prose.push_str(rest);
        if !prose.is_empty() {
            tokens.push(Token::Prose(prose));
        }
        if brackets == self.brackets { Ok(tokens) } else { Err(RejectionReason::Codes { mark: "⟦[⟧".to_owned() }) }
    }

    /// Each code once, no pair closed before it is opened, none crossing another.
    fn check(&self, tokens: &[Token]) -> Result<(), RejectionReason> {
        let wrong = |mark: Mark| Err(RejectionReason::Codes { mark: mark.write() });
        let places = self.places();
        let mut seen = vec![false; self.marks.len()];
        let mut open: Vec<u32> = Vec::new();
        for token in tokens {
            let Token::Code(place) = token else { continue };
            let (Some((mark, code)), Some(seen)) = (self.marks.get(*place), seen.get_mut(*place)) else { continue };
            if std::mem::replace(seen, true) {
                return wrong(*mark);
            }
            match code.kind {
                CodeKind::Single => {}
                CodeKind::Open => open.push(mark.number),
                CodeKind::Close => {
                    let own = open.iter().rposition(|number| *number == mark.number);
                    let paired = places.contains_key(&Mark { closing: false, ..*mark });
                    match own {
                        None if paired => return wrong(*mark),
                        None => {}
                        Some(place) => {
                            if self.nested && place + 1 != open.len() {
                                return wrong(*mark);
                            }
                            open.remove(place);
                        }
                    }
                }
            }
        }
        match seen.iter().zip(&self.marks).find(|(seen, _)| !**seen) {
            Some((_, (mark, _))) => wrong(*mark),
            None => Ok(()),
        }
    }

    /// Moves spaces that an engine put inside of a pair to the outside (`⟦1⟧ word ⟦/1⟧`), where the source has none:
    /// in Markdown `* word *` would be no emphasis any more.
    fn tidy(&self, tokens: &mut Vec<Token>) {
        let own = self.read(&self.text).unwrap_or_default();
        let spaced = |tokens: &[Token], at: usize, step: isize| {
            let next = at.checked_add_signed(step).and_then(|at| tokens.get(at));
            matches!((next, step), (Some(Token::Prose(prose)), 1) if prose.starts_with(char::is_whitespace))
                || matches!((next, step), (Some(Token::Prose(prose)), -1) if prose.ends_with(char::is_whitespace))
        };
        let mut allowed = vec![false; self.marks.len()];
        for (at, token) in own.iter().enumerate() {
            if let Token::Code(place) = token
                && let Some(allowed) = allowed.get_mut(*place)
            {
                *allowed = spaced(&own, at, self.inner_side(*place));
            }
        }
        for at in 0..tokens.len() {
            let Some(Token::Code(place)) = tokens.get(at) else { continue };
            let step = self.inner_side(*place);
            // Between two codes there is no prose to take the space: it stays.
            let crowded = matches!(at.checked_add_signed(-step).and_then(|at| tokens.get(at)), Some(Token::Code(_)));
            if step == 0 || crowded || allowed.get(*place) == Some(&true) || !spaced(tokens, at, step) {
                continue;
            }
            move_space(tokens, at, step);
        }
        tokens.retain(|token| !matches!(token, Token::Prose(prose) if prose.is_empty()));
    }

    /// On which side of a code its content is: 1 behind, -1 before, 0 none.
    fn inner_side(&self, place: usize) -> isize {
        match self.marks.get(place).map(|(_, code)| code.kind) {
            Some(CodeKind::Open) => 1,
            Some(CodeKind::Close) => -1,
            _ => 0,
        }
    }
}

/// Takes the white space on the inner side of the code at `at` away, and puts one space on the outer side unless there
/// is some, or nothing to keep apart.
fn move_space(tokens: &mut [Token], at: usize, step: isize) {
    if let Some(Token::Prose(inner)) = at.checked_add_signed(step).and_then(|at| tokens.get_mut(at)) {
        let kept = if step == 1 { inner.trim_start() } else { inner.trim_end() };
        *inner = kept.to_owned();
    }
    if let Some(Token::Prose(outer)) = at.checked_add_signed(-step).and_then(|at| tokens.get_mut(at)) {
        if step == 1 && !outer.ends_with(char::is_whitespace) {
            outer.push(' ');
        }
        if step == -1 && outer.starts_with(char::is_alphanumeric) {
            outer.insert(0, ' ');
        }
    }
}
