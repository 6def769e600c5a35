//! Protection of inline codes by placeholders `⟦1⟧…⟦/1⟧`, the notation that survives engines best of all those tried.
//!
//! A pair's halves share a number, a single code is `⟦2⟧`; numbers run from 1 in reading order. A `⟦` of the text
//! itself is sent as `⟦[⟧`. Addresses are not replaced: engines leave them alone, and that is checked on return.

use std::collections::HashMap;

use crate::model::{Code, CodeKind, Piece, Text};

use super::RejectionReason;

/// Version of this notation: part of the key under which answers are stored.
pub const PROTECTION: u32 = 1;

/// A text as it is sent, with the codes of its placeholders.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Protected {
    /// The text with placeholders.
    pub text: String,
    /// The codes in reading order, each with its placeholder.
    marks: Vec<(Mark, Code)>,
    /// Number of `⟦` in the text itself.
    brackets: usize,
    /// Whether the source's pairs are properly nested: then the draft's must be, too.
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
    /// Its index in `Protected::marks`.
    Code(usize),
}

/// Replaces the codes of a text with placeholders.
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
                    // A sentence may begin inside a pair: then the closing half is alone.
                    CodeKind::Close => match open_ids.iter().rposition(|id| *id == code.id) {
                        None => next(true),
                        Some(index) => {
                            out.nested &= index + 1 == open.len();
                            open_ids.remove(index);
                            Mark { closing: true, ..open.remove(index) }
                        }
                    },
                };
                out.text.push_str(&mark.write());
                out.marks.push((mark, code.clone()));
            }
        }
    }
    // An opening half whose partner is in the next sentence encloses nothing here.
    out.nested &= open.is_empty();
    out
}

impl Protected {
    /// Restores the codes in a draft, which must have each exactly once, with pairs in order and nested.
    pub fn restore(&self, draft: &str) -> Result<Text, RejectionReason> {
        let mut tokens = self.tokenize(draft)?;
        self.check(&tokens)?;
        self.tidy(&mut tokens);
        let mut text = Text::default();
        for token in tokens {
            match token {
                Token::Prose(prose) => text.prose.push_str(&prose),
                Token::Code(index) => {
                    if let Some((_, code)) = self.marks.get(index) {
                        text.codes.push((text.prose.len(), code.clone()));
                    }
                }
            }
        }
        Ok(text)
    }

    /// The index of each placeholder in `marks`.
    fn indices(&self) -> HashMap<Mark, usize> {
        self.marks.iter().enumerate().map(|(index, (mark, _))| (*mark, index)).collect()
    }

    /// Splits a draft at its placeholders.
    fn tokenize(&self, draft: &str) -> Result<Vec<Token>, RejectionReason> {
        let indices = self.indices();
        let mut tokens = Vec::new();
        let mut prose = String::new();
        let mut brackets = 0;
        let mut rest = draft;
        while let Some((before, after)) = rest.split_once('⟦') {
            prose.push_str(before);
            let inner = after.split_once('⟧').filter(|(inner, _)| inner.chars().count() <= 12);
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
            let index = mark.and_then(|mark| indices.get(&mark).copied());
            let Some(index) = index else {
                return Err(RejectionReason::Codes { mark: format!("⟦{inner}⟧") });
            };
            if !prose.is_empty() {
                tokens.push(Token::Prose(std::mem::take(&mut prose)));
            }
            tokens.push(Token::Code(index));
        }
        prose.push_str(rest);
        if !prose.is_empty() {
            tokens.push(Token::Prose(prose));
        }
        if brackets == self.brackets { Ok(tokens) } else { Err(RejectionReason::Codes { mark: "⟦[⟧".to_owned() }) }
    }

    /// Requires each code once, no pair closed before it is opened, and none crossing another.
    fn check(&self, tokens: &[Token]) -> Result<(), RejectionReason> {
        let wrong = |mark: Mark| Err(RejectionReason::Codes { mark: mark.write() });
        let indices = self.indices();
        let mut seen = vec![false; self.marks.len()];
        let mut open: Vec<u32> = Vec::new();
        for token in tokens {
            let Token::Code(index) = token else { continue };
            let (Some((mark, code)), Some(seen)) = (self.marks.get(*index), seen.get_mut(*index)) else { continue };
            if std::mem::replace(seen, true) {
                return wrong(*mark);
            }
            match code.kind {
                CodeKind::Single => {}
                CodeKind::Open => open.push(mark.number),
                CodeKind::Close => {
                    let opening = open.iter().rposition(|number| *number == mark.number);
                    let is_paired = indices.contains_key(&Mark { closing: false, ..*mark });
                    match opening {
                        None if is_paired => return wrong(*mark),
                        None => {}
                        Some(index) => {
                            if self.nested && index + 1 != open.len() {
                                return wrong(*mark);
                            }
                            open.remove(index);
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

    /// Moves spaces that an engine put just inside a pair (`⟦1⟧ word ⟦/1⟧`) to the outside, where the source has none:
    /// in Markdown, `* word *` is no longer emphasis.
    fn tidy(&self, tokens: &mut Vec<Token>) {
        let source = self.tokenize(&self.text).unwrap_or_default();
        let has_space = |tokens: &[Token], at: usize, step: isize| {
            let next = at.checked_add_signed(step).and_then(|at| tokens.get(at));
            matches!((next, step), (Some(Token::Prose(prose)), 1) if prose.starts_with(char::is_whitespace))
                || matches!((next, step), (Some(Token::Prose(prose)), -1) if prose.ends_with(char::is_whitespace))
        };
        let mut allowed = vec![false; self.marks.len()];
        for (at, token) in source.iter().enumerate() {
            if let Token::Code(index) = token
                && let Some(allowed) = allowed.get_mut(*index)
            {
                *allowed = has_space(&source, at, self.inner_side(*index));
            }
        }
        for at in 0..tokens.len() {
            let Some(Token::Code(index)) = tokens.get(at) else { continue };
            let step = self.inner_side(*index);
            // Next to another code there is no prose to take the space, which stays.
            let next_to_code =
                matches!(at.checked_add_signed(-step).and_then(|at| tokens.get(at)), Some(Token::Code(_)));
            if step == 0 || next_to_code || allowed.get(*index) == Some(&true) || !has_space(tokens, at, step) {
                continue;
            }
            move_space(tokens, at, step);
        }
        self.settle_blanks(tokens, &source);
        tokens.retain(|token| !matches!(token, Token::Prose(prose) if prose.is_empty()));
    }

    /// Makes the blanks on the outer sides of codes as they are in the source, and no blank double that is single there:
    /// engines put blanks round a placeholder, or take them away.
    fn settle_blanks(&self, tokens: &mut [Token], source: &[Token]) {
        let is_double =
            |tokens: &[Token]| tokens.iter().any(|token| matches!(token, Token::Prose(prose) if prose.contains("  ")));
        if !is_double(source) {
            for token in tokens.iter_mut() {
                if let Token::Prose(prose) = token {
                    while prose.contains("  ") {
                        *prose = prose.replace("  ", " ");
                    }
                }
            }
        }
        let places: HashMap<usize, usize> = source
            .iter()
            .enumerate()
            .filter_map(|(at, token)| if let Token::Code(index) = token { Some((*index, at)) } else { None })
            .collect();
        for at in 0..tokens.len() {
            let Some(Token::Code(index)) = tokens.get(at) else { continue };
            let (inner, place) = (self.inner_side(*index), places.get(index).copied());
            for step in [-1, 1].into_iter().filter(|step| *step != inner) {
                let wanted = place.map_or(Neighbour::Edge, |place| Neighbour::of(source, place, step));
                settle_blank(tokens, at, step, wanted, inner == 0);
            }
        }
    }

    /// The side of a code on which its content is: 1 after, -1 before, 0 none.
    fn inner_side(&self, index: usize) -> isize {
        match self.marks.get(index).map(|(_, code)| code.kind) {
            Some(CodeKind::Open) => 1,
            Some(CodeKind::Close) => -1,
            _ => 0,
        }
    }
}

/// Removes the white space on the inner side of the code at `at`, and puts one space on the outer side unless there is
/// some, or nothing to separate.
fn move_space(tokens: &mut [Token], at: usize, step: isize) {
    if let Some(Token::Prose(inner)) = at.checked_add_signed(step).and_then(|at| tokens.get_mut(at)) {
        let trimmed = if step == 1 { inner.trim_start() } else { inner.trim_end() };
        *inner = trimmed.to_owned();
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

/// What stands on one side of a code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Neighbour {
    /// The end of the text, or another code.
    Edge,
    /// A blank before or after a word.
    Blank,
    /// A blank, and behind it a mark to which others set no blank, as before a French colon.
    BlankAndMark,
    /// A letter or digit.
    Word,
    /// A punctuation mark.
    Mark,
}

impl Neighbour {
    /// The side of the token at `at` where `step` leads.
    fn of(tokens: &[Token], at: usize, step: isize) -> Self {
        let Some(Token::Prose(prose)) = at.checked_add_signed(step).and_then(|at| tokens.get(at)) else {
            return Self::Edge;
        };
        let near = |prose: &str| if step == 1 { prose.chars().next() } else { prose.chars().next_back() };
        match near(prose) {
            None => Self::Edge,
            Some(c) if c.is_whitespace() => match near(prose.trim()) {
                Some(c) if is_close_mark(c, step) => Self::BlankAndMark,
                _ => Self::Blank,
            },
            Some(c) if c.is_alphanumeric() => Self::Word,
            Some(_) => Self::Mark,
        }
    }
}

/// Whether a mark stands close to the word on the side from which it is seen: a full stop after it, an opening bracket
/// before it.
fn is_close_mark(mark: char, step: isize) -> bool {
    if step == 1 { ".,;:!?…)]}»”".contains(mark) } else { "([{«„".contains(mark) }
}

/// Takes away a blank beside a code, or adds one, so that the side is as the source has it.
fn settle_blank(tokens: &mut [Token], at: usize, step: isize, wanted: Neighbour, is_single: bool) {
    let found = Neighbour::of(tokens, at, step);
    let Some(Token::Prose(prose)) = at.checked_add_signed(step).and_then(|at| tokens.get_mut(at)) else { return };
    let too_many = match found {
        Neighbour::BlankAndMark => wanted != Neighbour::BlankAndMark,
        // A footnote's mark follows its word.
        Neighbour::Blank => is_single && wanted == Neighbour::Word,
        _ => false,
    };
    if too_many {
        *prose = if step == 1 { prose.trim_start_matches(' ') } else { prose.trim_end_matches(' ') }.to_owned();
    } else if found == Neighbour::Word && wanted == Neighbour::Blank {
        if step == 1 {
            prose.insert(0, ' ');
        } else {
            prose.push(' ');
        }
    }
}
