//! Quotations in a text: what quotation marks of any kind enclose, apostrophes and inch marks told from them.

use std::ops::Range;

use crate::model::cut;

use super::{Language, signs::Signs};

/// How many quotations around a mark are searched for its partner: nobody nests deeper, and the work stays linear.
const DEPTH: usize = 8;
/// The most words of a quotation in single marks that ends like a possessive: `'occupying forces' attack`.
const FEW_WORDS: usize = 3;

/// What [`is_quote`] accepts.
pub(super) const QUOTES: Signs = Signs::of("\"«»„“”‟＂‹›‚‘’'");

/// The marks of the quotations that are open where a text ends, outermost first.
pub type OpenQuotations = Vec<char>;

/// A quotation, or the part of one that a text has.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Quotation {
    /// The opening mark; empty where an earlier text has it.
    pub open: Range<usize>,
    /// The closing mark; empty where it is missing or in a later text.
    pub close: Range<usize>,
    /// The number of quotations around it.
    pub level: usize,
    /// Whether the place of each mark says what the mark does.
    pub is_clear: bool,
}

impl Quotation {
    /// The bytes between the marks.
    #[must_use]
    pub const fn inner(&self) -> Range<usize> {
        self.open.end..self.close.start
    }

    /// The bytes with the marks.
    #[must_use]
    pub const fn whole(&self) -> Range<usize> {
        self.open.start..self.close.end
    }

    /// Whether it has both marks.
    #[must_use]
    pub fn is_closed(&self) -> bool {
        !self.open.is_empty() && !self.close.is_empty()
    }
}

/// What the quotation marks of a text enclose.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MarkedText {
    /// The quotations, by their beginning.
    pub quotations: Vec<Quotation>,
    /// Closing marks without a quotation to close.
    pub unopened: Vec<Range<usize>>,
}

impl MarkedText {
    /// Byte ranges in quotation marks, with the marks: ascending, each with the quotations within it.
    #[must_use]
    pub fn spans(&self) -> Vec<Range<usize>> {
        self.quotations.iter().filter(|quotation| quotation.level == 0).map(Quotation::whole).collect()
    }

    /// The quotations that have no closing mark.
    pub(super) fn unclosed(&self) -> impl Iterator<Item = &Quotation> {
        self.quotations.iter().filter(|quotation| quotation.close.is_empty())
    }

    /// Whether every mark has its partner.
    pub(super) fn is_balanced(&self) -> bool {
        self.unopened.is_empty() && self.quotations.iter().all(Quotation::is_closed)
    }

    /// Whether a text has no quotation marks, and is in no quotation.
    pub(super) const fn is_empty(&self) -> bool {
        self.quotations.is_empty() && self.unopened.is_empty()
    }
}

/// What the place of a mark says that it does.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Turn {
    Opens,
    Closes,
    Either,
}

/// A mark with its neighbours; marks side by side share them.
struct Token {
    span: Range<usize>,
    mark: char,
    turn: Turn,
    before: Option<char>,
    after: Option<char>,
}

/// A quotation that is open while a text is read.
struct Pending {
    mark: char,
    index: usize,
}

/// Reads the quotation marks of a text in a language; `open` holds the quotations open where it begins, and then those open
/// where it ends. Marks in `skip`, ascending, are no punctuation. The work is linear in the text.
#[must_use]
pub fn quotations(text: &str, skip: &[Range<usize>], language: &Language, open: &mut OpenQuotations) -> MarkedText {
    let tokens = tokens(text, skip);
    if tokens.is_empty() && open.is_empty() {
        return MarkedText::default();
    }
    let mut reader = QuotationReader { text, language, marked: MarkedText::default(), open: Vec::new() };
    for mark in std::mem::take(open) {
        reader.open(mark, 0..0, true);
    }
    let later = later_closes(&tokens);
    for (token, later) in tokens.iter().zip(later) {
        reader.read(token, later);
    }
    *open = reader.finish();
    reader.marked
}

/// The quotation marks of a text and what may be one.
fn tokens(text: &str, skip: &[Range<usize>]) -> Vec<Token> {
    let mut tokens: Vec<Token> = Vec::new();
    // The first token of a run of marks side by side.
    let mut run = 0;
    let mut skipped = 0;
    let begins = |(_, byte): &(usize, u8)| BEGINS.get(usize::from(*byte)) == Some(&true);
    for (at, _) in text.bytes().enumerate().filter(begins) {
        let Some(mark) = text.get(at..).and_then(|rest| rest.chars().next()).filter(|mark| is_quote(*mark)) else {
            continue;
        };
        while skip.get(skipped).is_some_and(|span| span.end <= at) {
            skipped += 1;
        }
        let is_skipped = skip.get(skipped).is_some_and(|span| span.start <= at);
        let before = cut(text, &(0..at)).chars().next_back();
        // An apostrophe within a word, as many texts have.
        let after = || cut(text, &(at + mark.len_utf8()..text.len())).chars().next();
        let is_letter = |char: Option<char>| char.is_some_and(char::is_alphanumeric);
        if matches!(mark, '\'' | '’' | '‘') && is_letter(before) && is_letter(after()) {
            continue;
        }
        // `href="…"` is markup.
        let is_attribute = matches!(mark, '"' | '\'') && before == Some('=');
        if is_skipped || is_attribute {
            continue;
        }
        let last = tokens.last().filter(|last| last.span.end == at).map(|last| last.before);
        if last.is_none() {
            end_run(text, &mut tokens, run);
            run = tokens.len();
        }
        let (span, before) = (at..at + mark.len_utf8(), last.unwrap_or(before));
        tokens.push(Token { span, mark, turn: Turn::Either, before, after: None });
    }
    end_run(text, &mut tokens, run);
    tokens
}

/// The bytes with which marks begin.
const BEGINS: [bool; 256] = {
    let mut begins = [false; 256];
    (begins[b'"' as usize], begins[b'\'' as usize]) = (true, true);
    (begins[0xc2], begins[0xe2], begins[0xef]) = (true, true, true);
    begins
};

/// Says what the marks of the last run do.
fn end_run(text: &str, tokens: &mut [Token], run: usize) {
    let after = tokens.last().and_then(|last| cut(text, &(last.span.end..text.len())).chars().next());
    let is_free =
        |char: Option<char>, beside: &str| char.is_none_or(|char| char.is_whitespace() || beside.contains(char));
    for token in tokens.iter_mut().skip(run) {
        token.after = after;
        token.turn = match (is_free(token.before, "([{/-–—"), is_free(after, ".,;:!?…)]}/-–—")) {
            (true, false) => Turn::Opens,
            (false, true) => Turn::Closes,
            _ => Turn::Either,
        };
    }
}

/// For each mark, whether a single mark that may close follows before the next that opens.
fn later_closes(tokens: &[Token]) -> Vec<bool> {
    let mut later = vec![false; tokens.len()];
    let mut closes = false;
    for (token, known) in tokens.iter().zip(later.iter_mut()).rev() {
        *known = closes;
        if is_single(token.mark) {
            match token.turn {
                Turn::Opens => closes = false,
                Turn::Closes => closes = true,
                Turn::Either => {}
            }
        }
    }
    later
}

/// Reads the marks in their order.
struct QuotationReader<'a> {
    text: &'a str,
    language: &'a Language,
    marked: MarkedText,
    open: Vec<Pending>,
}

impl QuotationReader<'_> {
    fn read(&mut self, token: &Token, later_close: bool) {
        let top = self.open.last().map(|pending| pending.mark);
        let opens = match token.mark {
            '«' | '„' | '‹' | '‚' => token.turn != Turn::Closes || top.is_none(),
            '»' | '›' | '”' => token.turn == Turn::Opens,
            // “ closes „ but opens in English.
            '“' => token.turn == Turn::Opens || (token.turn == Turn::Either && !matches!(top, Some('„' | '“'))),
            '\'' | '’' | '‘' => {
                match self.single(token, later_close) {
                    Turn::Opens => self.open(token.mark, token.span.clone(), true),
                    Turn::Closes => self.close(token),
                    Turn::Either => {}
                }
                return;
            }
            _ => {
                if self.is_inch(token) {
                    return;
                }
                match token.turn {
                    Turn::Opens => true,
                    Turn::Closes => false,
                    Turn::Either => self.open.iter().rev().take(DEPTH).all(|pending| is_single(pending.mark)),
                }
            }
        };
        if opens {
            self.open(token.mark, token.span.clone(), token.turn == Turn::Opens);
        } else {
            self.close(token);
        }
    }

    /// What a single mark does; `Either` if it is an apostrophe.
    fn single(&self, token: &Token, later_close: bool) -> Turn {
        let is_letter = |char: Option<char>| char.is_some_and(char::is_alphanumeric);
        let top = self.open.last().filter(|pending| is_single(pending.mark));
        if is_letter(token.before) && is_letter(token.after) {
            return Turn::Either;
        }
        match (token.turn, top) {
            (Turn::Opens, _) if self.is_elision(token) => Turn::Either,
            (Turn::Opens, _) => Turn::Opens,
            (Turn::Closes, Some(top)) => {
                let is_word = self.is_possessive(token) && (later_close || !self.may_end(top, token));
                if is_word { Turn::Either } else { Turn::Closes }
            }
            // What an earlier sentence began ends here: the stop is inside.
            (Turn::Closes, None) if self.open.is_empty() && token.before.is_some_and(|char| ".,!?…".contains(char)) => {
                Turn::Closes
            }
            (Turn::Closes | Turn::Either, _) => Turn::Either,
        }
    }

    /// Whether letters were left out where an opening mark stands: `'90s`, `rock 'n' roll`.
    fn is_elision(&self, token: &Token) -> bool {
        let rest = cut(self.text, &(token.span.end..self.text.len()));
        let end = rest.find(|char: char| !char.is_alphanumeric()).unwrap_or(rest.len());
        let word = rest.get(..end).unwrap_or_default();
        word.starts_with(|char: char| char.is_ascii_digit())
            || (word.len() < 8 && self.language.elisions.iter().any(|known| *known == word.to_lowercase()))
    }

    /// Whether a mark may be the apostrophe of a possessive: `the workers' party`.
    fn is_possessive(&self, token: &Token) -> bool {
        if !matches!(token.before, Some('s' | 'S')) || !token.after.is_some_and(char::is_whitespace) {
            return false;
        }
        let rest = cut(self.text, &(token.span.end..self.text.len())).trim_start();
        let end =
            rest.char_indices().find(|(at, char)| !char.is_alphanumeric() || *at > 24).map_or(rest.len(), |(at, _)| at);
        let word = rest.get(..end).unwrap_or_default().to_lowercase();
        !word.is_empty() && !self.language.function_words.contains(&word)
    }

    /// Whether a quotation may end at a mark that looks like a possessive's: it is short, or no speech.
    fn may_end(&self, pending: &Pending, token: &Token) -> bool {
        let Some(quotation) = self.marked.quotations.get(pending.index) else { return false };
        let inner = cut(self.text, &(quotation.open.end..token.span.start));
        inner.split_whitespace().nth(FEW_WORDS).is_none() || !self.is_speech(quotation.open.start)
    }

    /// Whether speech may begin at a place: nothing is before it, or a colon, comma or dash.
    fn is_speech(&self, at: usize) -> bool {
        let before = cut(self.text, &(0..at)).trim_end();
        before.is_empty() || before.ends_with([':', ',', '.', '!', '?', '—', '–', '-', '"', '“'])
    }

    /// Whether a straight mark stands for inches: `5'10"`, or after a figure with nothing to close.
    fn is_inch(&self, token: &Token) -> bool {
        if token.mark != '"' || !token.before.is_some_and(|char| char.is_ascii_digit()) {
            return false;
        }
        let before = cut(self.text, &(0..token.span.start));
        let feet = before.trim_end_matches(|char: char| char.is_ascii_digit());
        let is_feet =
            feet.strip_suffix(['\'', '’', '′']).is_some_and(|feet| feet.ends_with(|char: char| char.is_ascii_digit()));
        is_feet || self.open.iter().rev().take(DEPTH).all(|pending| is_single(pending.mark))
    }

    fn open(&mut self, mark: char, span: Range<usize>, is_clear: bool) {
        let end = self.text.len();
        self.open.push(Pending { mark, index: self.marked.quotations.len() });
        self.marked.quotations.push(Quotation { open: span, close: end..end, level: 0, is_clear });
    }

    fn close(&mut self, token: &Token) {
        let is_partner = |pending: &Pending| are_partners(pending.mark, token.mark);
        if !is_single(token.mark) {
            // An apostrophe that looked like an opening mark.
            while self.open.last().is_some_and(|pending| is_weak(pending.mark) && !is_partner(pending)) {
                self.end_last(token.span.start..token.span.start, true);
            }
        }
        let is_within =
            self.open.last().is_some_and(|top| !is_partner(top)) && self.open.iter().rev().take(DEPTH).any(is_partner);
        while is_within && self.open.last().is_some_and(|top| !is_partner(top)) {
            self.end_last(token.span.start..token.span.start, true);
        }
        if self.open.is_empty() {
            self.marked.unopened.push(token.span.clone());
        } else {
            self.end_last(token.span.clone(), token.turn == Turn::Closes);
        }
    }

    fn end_last(&mut self, close: Range<usize>, is_clear: bool) {
        if let Some(quotation) = self.open.pop().and_then(|last| self.marked.quotations.get_mut(last.index)) {
            quotation.close = close;
            quotation.is_clear &= is_clear;
        }
    }

    /// Drops the apostrophes among the opening marks and counts the levels; returns what is still open.
    fn finish(&mut self) -> OpenQuotations {
        let is_dropped = |quotation: &Quotation| {
            let mark = cut(self.text, &quotation.open).chars().next();
            let is_ended = quotation.close.start < self.text.len();
            quotation.close.is_empty()
                && mark.is_some_and(is_weak)
                && (is_ended || !self.is_speech(quotation.open.start))
        };
        let dropped: Vec<bool> = self.marked.quotations.iter().map(is_dropped).collect();
        let is_kept = |index: usize| dropped.get(index) != Some(&true);
        let open = self.open.iter().filter(|pending| is_kept(pending.index)).map(|pending| pending.mark).collect();
        let mut kept = dropped.iter().map(|is_dropped| !is_dropped);
        self.marked.quotations.retain(|_| kept.next().unwrap_or(true));
        let mut around: Vec<usize> = Vec::new();
        for quotation in &mut self.marked.quotations {
            while around.last().is_some_and(|end| *end <= quotation.open.start && !quotation.open.is_empty()) {
                around.pop();
            }
            quotation.level = around.len();
            around.push(quotation.close.end);
        }
        open
    }
}

/// Whether a character is a quotation mark, or may be one.
pub(super) const fn is_quote(char: char) -> bool {
    matches!(char, '"' | '«' | '»' | '„' | '“' | '”' | '‟' | '＂' | '‹' | '›' | '‚' | '‘' | '’' | '\'')
}

const fn is_single(mark: char) -> bool {
    matches!(mark, '\'' | '’' | '‘' | '‚')
}

/// Whether a mark is mostly an apostrophe.
const fn is_weak(mark: char) -> bool {
    matches!(mark, '\'' | '’')
}

const fn are_partners(open: char, close: char) -> bool {
    matches!(
        (open, close),
        ('«', '»')
            | ('‹', '›')
            | ('„', '“' | '”')
            | ('“' | '”' | '‟', '”')
            | ('"', '"')
            | ('＂', '＂')
            | ('‘' | '‚' | '\'' | '’', '’')
            | ('\'' | '‘', '\'')
            | ('‚', '‘')
    )
}
