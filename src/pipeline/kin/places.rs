//! What a rule-based engine does not see of a text: the glossary's terms, addresses, words that it would spoil. Each is a
//! code while the engine works, and comes back as it should stand in the draft.

use std::ops::Range;

use crate::{
    backend::verbatim,
    glossary::{Hit, Termbase, hints},
    locale::Profile,
    model::{Case, Code, CodeKind, CodeName, Form, Hint, Number, Pair, Piece, Text, Usage, cut},
};

/// A part of a text that stands in the draft as given.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Put {
    /// Its bytes in the prose.
    pub(super) span: Range<usize>,
    /// What stands there in the draft.
    pub(super) text: String,
    /// Whether the form of a term is only the likeliest.
    pub(super) is_doubtful: bool,
}

/// A term whose form the glossary leaves open: the engine translates it, and where it does not know the word, the
/// likeliest form is taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct OpenTerm {
    /// As the text has it, in lower case.
    pub(super) word: String,
    /// The likeliest form.
    pub(super) form: String,
}

/// What the glossary says of a term at its place.
enum TermForm {
    Certain(String),
    /// The source's form does not show its case.
    Likely(String),
    /// The source's form may be one of several cases, and the target differs in them.
    Open(String),
    None,
}

/// A text as the engine gets it: with what it does not see as codes.
pub(super) struct Prepared {
    pub(super) text: Text,
    pub(super) puts: Vec<Put>,
    pub(super) open: Vec<OpenTerm>,
    /// The number of the first code that stands for one of `puts`.
    first: u32,
}

/// Finds what the engine does not see of a text.
pub(super) fn prepare(
    text: &Text,
    termbase: &Termbase,
    pair: &Pair,
    source: &Profile,
    governs: &[(String, Case, Case)],
) -> Prepared {
    let prose = text.prose.as_str();
    let mut puts: Vec<Put> = kept(prose)
        .into_iter()
        .map(|span| Put { text: cut(prose, &span).to_owned(), span, is_doubtful: false })
        .collect();
    let mut open = Vec::new();
    let hints = hints(termbase, pair, prose);
    for hit in termbase.find(&pair.source, prose) {
        let found = cut(prose, &hit.span);
        let Some(concept) = termbase.concepts.get(hit.concept) else { continue };
        let hint = hints.iter().find(|hint| hint.concept == concept.id && hint.source == found);
        let Some(hint) = hint else { continue };
        let before = cut(prose, &(0..hit.span.start));
        let put =
            |form: String, is_doubtful| Put { span: hit.span.clone(), text: as_written(form, found), is_doubtful };
        match term_form(termbase, pair, &hit, hint, governed(source, before), recased(before, governs)) {
            TermForm::Certain(form) => puts.push(put(form, false)),
            TermForm::Likely(form) => puts.push(put(form, true)),
            TermForm::Open(form) => open.push(OpenTerm { word: found.to_lowercase(), form }),
            TermForm::None => {}
        }
    }
    puts.sort_by_key(|put| (put.span.start, put.span.end));
    let mut end = 0;
    puts.retain(|put| {
        let is_cut = text.codes.iter().any(|(at, _)| put.span.start < *at && *at < put.span.end);
        let is_kept = put.span.start >= end && !put.span.is_empty() && !is_cut;
        end = if is_kept { put.span.end } else { end };
        is_kept
    });
    let first = text.codes.iter().map(|(_, code)| code.id).max().unwrap_or_default() + 1;
    Prepared { text: with_codes(text, &puts, first), puts, open, first }
}

/// The parts of a text that stay as they are: addresses, words in Latin letters, designations like С-400, signs with which
/// the engine marks its own words.
fn kept(prose: &str) -> Vec<Range<usize>> {
    let addresses = verbatim(prose);
    let mut kept = addresses.clone();
    let mut start = 0;
    for word in prose.split_inclusive(char::is_whitespace) {
        let (from, to) = (start, start + word.len());
        start = to;
        if addresses.iter().any(|span| span.start < to && from < span.end) {
            continue;
        }
        let first = word.find(char::is_alphanumeric).map_or(to, |at| from + at);
        let last = word.rfind(char::is_alphanumeric).map_or(from, |at| from + at);
        let last = last + prose.get(last..).and_then(|rest| rest.chars().next()).map_or(0, char::len_utf8);
        let core = cut(prose, &(first..last.max(first)));
        let has_latin = core.contains(|c: char| c.is_ascii_alphabetic());
        let is_designation = core.contains(char::is_uppercase) && core.contains(|c: char| c.is_ascii_digit());
        if has_latin || is_designation {
            kept.push(first..last);
        }
    }
    kept.extend(prose.match_indices(['*', '#', '@', '~']).map(|(at, sign)| at..at + sign.len()));
    kept
}

/// The case that the word before a term asks for, where it is one alone.
fn governed(source: &Profile, before: &str) -> Option<Case> {
    let words: Vec<String> = before.split_whitespace().rev().take(2).map(str::to_lowercase).collect();
    let last = words.first()?;
    let two = words.get(1).map(|first| format!("{first} {last}"));
    let cases = two.and_then(|two| source.prepositions.get(&two)).or_else(|| source.prepositions.get(last))?;
    if let [case] = cases.as_slice() { Some(*case) } else { None }
}

/// The case of a term, and the one that it has in the target, since a preposition before it has another one there.
#[derive(Debug, Clone, Copy)]
struct Recased {
    from: Case,
    to: Case,
    /// Whether the preposition is the word before; otherwise there is a word between them, and the term may not be its.
    is_certain: bool,
}

impl Recased {
    /// The case in the target of a form in this case.
    fn of(self, case: Option<Case>) -> Option<Case> {
        if case == Some(self.from) { Some(self.to) } else { case }
    }
}

/// What a preposition that has another case in the target makes of the term after it.
fn recased(before: &str, governs: &[(String, Case, Case)]) -> Option<Recased> {
    let before = before.trim_end_matches(|c: char| !c.is_alphanumeric() && !c.is_whitespace());
    let words = before.split_whitespace().rev().take(2).take_while(|word| word.ends_with(char::is_alphanumeric));
    words.enumerate().find_map(|(distance, word)| {
        let lower = word.to_lowercase();
        let (_, from, to) = governs.iter().find(|(preposition, _, _)| *preposition == lower)?;
        Some(Recased { from: *from, to: *to, is_certain: distance == 0 })
    })
}

/// The form of a term in the target that stands for the one found in the source: of the same number and case.
fn term_form(
    termbase: &Termbase,
    pair: &Pair,
    hit: &Hit,
    wanted: &Hint,
    governed: Option<Case>,
    recased: Option<Recased>,
) -> TermForm {
    let Some(term) = termbase.term(&pair.source, hit) else { return TermForm::None };
    let Some(found) = term.forms.get(hit.form).map(|form| form.text.to_lowercase()) else { return TermForm::None };
    let governed = recased.map_or(governed, |recased| recased.of(governed));
    let mut cells: Vec<&Form> =
        term.forms.iter().filter(|form| form.case.is_some() && form.text.to_lowercase() == found).collect();
    if cells.is_empty() {
        // Neither declines, as a set phrase: another wording of the source may be another case.
        if wanted.cases.is_empty() {
            let is_first = term.usage == Usage::Preferred && term.text.to_lowercase() == found;
            return if is_first { TermForm::Certain(wanted.target.clone()) } else { TermForm::None };
        }
        let is_governed = |form: &&Form| form.case == governed && form.number != Some(Number::Plural);
        let form = governed.and_then(|_| wanted.cases.iter().find(is_governed));
        return TermForm::Likely(form.map_or_else(|| wanted.target.clone(), |form| form.text.clone()));
    }
    // Right after a preposition, a form that may be in its case is in no other one.
    if let Some(recased) = recased.filter(|recased| recased.is_certain)
        && cells.iter().any(|cell| cell.case == Some(recased.from))
    {
        cells.retain(|cell| cell.case == Some(recased.from));
    }
    let is_doubtful = recased.is_some_and(|recased| !recased.is_certain);
    let forms = forms_in_target(&cells, wanted, recased);
    match forms.as_slice() {
        [] => TermForm::None,
        [form, ..] if is_doubtful && forms != forms_in_target(&cells, wanted, None) => {
            TermForm::Likely((*form).to_owned())
        }
        [form] => TermForm::Certain((*form).to_owned()),
        [form, ..] => TermForm::Open((*form).to_owned()),
    }
}

/// The forms of a term in the target for those of the source.
fn forms_in_target<'a>(cells: &[&Form], wanted: &'a Hint, recased: Option<Recased>) -> Vec<&'a str> {
    let mut forms: Vec<&str> = Vec::new();
    for cell in cells {
        let case = recased.map_or(cell.case, |recased| recased.of(cell.case));
        let fits = |form: &&Form| {
            form.case == case
                && (form.number == cell.number || form.number.is_none() || cell.number.is_none())
                && (form.gender == cell.gender || form.gender.is_none() || cell.gender.is_none())
        };
        if let Some(form) = wanted.cases.iter().find(fits)
            && !forms.contains(&form.text.as_str())
        {
            forms.push(&form.text);
        }
    }
    forms
}

/// A form with the capitals of the word that it stands for.
pub(super) fn as_written(form: String, found: &str) -> String {
    let mut letters = found.chars().filter(|c| c.is_alphabetic());
    let first_is_capital = letters.next().is_some_and(char::is_uppercase);
    let rest_is_capital = letters.clone().next().is_some() && letters.all(char::is_uppercase);
    let mut chars = form.chars();
    match chars.next() {
        Some(_) if first_is_capital && rest_is_capital => form.to_uppercase(),
        Some(first) if first_is_capital => first.to_uppercase().chain(chars).collect(),
        _ => form,
    }
}

/// The text with a code in place of each of `puts`, which are ascending and cut no code off.
fn with_codes(text: &Text, puts: &[Put], first: u32) -> Text {
    let mut out = Text::default();
    let mut codes = text.codes.iter().peekable();
    let mut from = 0;
    for (number, put) in (first..).zip(puts) {
        while let Some((at, code)) = codes.next_if(|(at, _)| *at <= put.span.start) {
            out.prose.push_str(cut(&text.prose, &(from..*at)));
            from = *at;
            out.codes.push((out.prose.len(), code.clone()));
        }
        out.prose.push_str(cut(&text.prose, &(from..put.span.start)));
        from = put.span.end;
        let code = Code { id: number, kind: CodeKind::Single, name: CodeName::Other, markup: String::new() };
        out.codes.push((out.prose.len(), code));
    }
    for (at, code) in codes {
        out.prose.push_str(cut(&text.prose, &(from..*at)));
        from = *at;
        out.codes.push((out.prose.len(), code.clone()));
    }
    out.prose.push_str(cut(&text.prose, &(from..text.prose.len())));
    out
}

impl Prepared {
    /// The draft with what stands for its codes.
    pub(super) fn filled(&self, draft: &Text) -> Text {
        let mut out = Text::default();
        for piece in draft.pieces() {
            match piece {
                Piece::Prose(prose) => out.prose.push_str(prose),
                Piece::Code(code) => {
                    let number = code.id.checked_sub(self.first).and_then(|number| usize::try_from(number).ok());
                    match number.and_then(|number| self.puts.get(number)) {
                        Some(put) => out.prose.push_str(&put.text),
                        None => out.codes.push((out.prose.len(), code.clone())),
                    }
                }
            }
        }
        out
    }
}
