//! `other-language`: text of another language in another script: a sentence left in English, a clause, a word, a refusal,
//! Polish, Belarusian in Latin letters.
//!
//! Names, titles, addresses, code and wordings of the glossary may be in any script.

use std::{cell::LazyCell, collections::HashSet, ops::Range};

use crate::model::{Args, Finding, Problem, Problems, Severity, Side, clip, cut};

use super::{
    Bitext, Check, Context, Rule,
    foreign_scripts::{enclosing, foreign_words},
    untranslated::repeats_source,
    words::{Capitals, Word, WordScript},
};

pub(super) struct OtherLanguage;

const RULE: Rule = Rule { id: "other-language", severity: Severity::Major };

/// Words of the longest quoted title, and of the longest name in brackets.
const TITLE: usize = 6;
/// Words of another language that make a fragment for certain.
const CERTAIN: usize = 3;
/// Bytes between two fragments that are reported as one.
const NEAR: usize = 16;
/// Words between two with capitals that may join them to a name.
const GLUE: usize = 3;

/// Text of another language.
enum OtherLanguageProblem {
    /// The whole translation.
    Whole { words: String },
    /// A part of it.
    Part { words: String },
    /// A word or two that may be meant to stay.
    Doubtful { words: String },
}

impl Problem for OtherLanguageProblem {
    fn rule(&self) -> &'static str {
        RULE.id
    }

    fn id(&self) -> &'static str {
        match self {
            Self::Whole { .. } => "other-language-whole",
            Self::Part { .. } => "other-language-part",
            Self::Doubtful { .. } => "other-language-doubtful",
        }
    }

    fn args(&self) -> Args {
        let (Self::Whole { words } | Self::Part { words } | Self::Doubtful { words }) = self;
        vec![("words", words.into())]
    }

    fn all() -> Vec<Self> {
        let words = || "in the night".to_owned();
        vec![Self::Whole { words: words() }, Self::Part { words: words() }, Self::Doubtful { words: words() }]
    }
}

impl Check for OtherLanguage {
    fn rule(&self) -> Rule {
        RULE
    }

    fn problems(&self) -> Problems {
        Problems::of::<OtherLanguageProblem>()
    }

    fn segment(&self, context: &Context<'_>, bitext: &Bitext<'_>, out: &mut Vec<Finding>) {
        let prose = &bitext.target.prose;
        for fragment in fragments(context, bitext) {
            let words = clip(cut(prose, &fragment.span), 60);
            let problem = match fragment.kind {
                FragmentKind::Whole => OtherLanguageProblem::Whole { words },
                FragmentKind::Part if fragment.severity > Severity::Neutral => OtherLanguageProblem::Part { words },
                FragmentKind::Part => OtherLanguageProblem::Doubtful { words },
            };
            out.push(Finding::new(problem, fragment.severity, bitext.place(context, Side::Target, fragment.span)));
        }
    }
}

/// A run of words of another language.
pub(super) struct Fragment {
    pub span: Range<usize>,
    pub kind: FragmentKind,
    pub severity: Severity,
    /// Words in lower case among them that belong to no name.
    pub count: usize,
}

impl Fragment {
    /// Whether nothing else can be meant: a draft with it is refused.
    pub(super) fn is_certain(&self) -> bool {
        self.severity >= Severity::Major && (self.kind == FragmentKind::Whole || self.count >= CERTAIN)
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum FragmentKind {
    Whole,
    Part,
}

/// The parts of a translation that are in another language and script, in order.
pub(super) fn fragments(context: &Context<'_>, bitext: &Bitext<'_>) -> Vec<Fragment> {
    if bitext.from_source || bitext.is_slug() || context.letters.is_empty() {
        return Vec::new();
    }
    let mut fragments = fragments_of_words(context, bitext);
    // What is in a third script is no word that the translation could have kept.
    for span in foreign_words(context, bitext) {
        let is_known = |fragment: &Fragment| {
            fragment.severity >= RULE.severity && fragment.span.start < span.end && span.start < fragment.span.end
        };
        if !fragments.iter().any(is_known) {
            fragments.push(Fragment { span, kind: FragmentKind::Part, severity: RULE.severity, count: CERTAIN });
        }
    }
    fragments.sort_by_key(|fragment| fragment.span.start);
    fragments
}

/// Those that are told by their words.
fn fragments_of_words(context: &Context<'_>, bitext: &Bitext<'_>) -> Vec<Fragment> {
    // Most translations have no letter of another script.
    if !bitext.words(Side::Target).iter().any(is_other) {
        return Vec::new();
    }
    if repeats_source(context, bitext) || is_marked_source(context, bitext) {
        return Vec::new();
    }
    let words = bitext.words(Side::Target);
    // Few translations have words of another script that are no names.
    let source = LazyCell::new(|| lower_words(bitext));
    let is_home = |word: &Word<'_>| matches!(word.script, WordScript::Home | WordScript::Foreign | WordScript::Mixed);
    let prose = &bitext.target.prose;
    if !words.iter().any(is_home) {
        return Vec::from_iter(whole(context, bitext, words, &source));
    }
    // Numbers between words do not part them.
    let runs = words.chunk_by(|one, next| !is_home(one) && !is_home(next)).filter(|run| run.iter().any(is_other));
    let found = runs.filter_map(|run| {
        let end = |word: &Word<'_>| word.span.end;
        let start = run.iter().find(|word| is_other(word))?.span.start;
        let span = start..run.iter().rfind(|word| is_other(word)).map_or(start, end);
        let own = own_words(context, bitext, run);
        let text = |word: &&Word<'_>| cut(prose, &word.span);
        let known = own.iter().filter(|word| context.known_words.has(text(word))).count();
        let kept = own.iter().filter(|word| source.contains(&text(word).to_lowercase())).count();
        let is_title = run.len() <= TITLE
            && match enclosing(prose, &span) {
                Some('(' | '[') => known < CERTAIN,
                mark => mark.is_some(),
            };
        if own.is_empty() && is_date(context, bitext, words, run) && !is_title {
            return Some(Fragment { span, kind: FragmentKind::Part, severity: RULE.severity, count: 1 });
        }
        let is_long = || own.iter().any(|word| text(word).chars().nth(3).is_some());
        let severity = match own.len() {
            _ if is_title => return None,
            1 | 2 if known > 0 && kept > 0 => Severity::Major,
            1 | 2 if known > 0 => Severity::Minor,
            1 | 2 if kept == own.len() && is_long() => Severity::Neutral,
            0..=2 => return None,
            // A saying in a third language that the article has, too.
            count if known == 0 && kept == count => Severity::Neutral,
            _ => Severity::Major,
        };
        Some(Fragment { span, kind: FragmentKind::Part, severity, count: own.len() })
    });
    let mut fragments: Vec<Fragment> = Vec::new();
    for fragment in found {
        // A word or two of the language between two fragments do not make them two mistakes.
        match fragments.last_mut() {
            Some(last) if fragment.span.start - last.span.end <= NEAR => {
                last.span.end = fragment.span.end;
                last.severity = last.severity.max(fragment.severity);
                last.count += fragment.count;
            }
            _ => fragments.push(fragment),
        }
    }
    fragments
}

/// Whether the only word of a run is a weekday of the article's language, or a month beside a number, that the article has too:
/// it has a capital and is nobody's name.
fn is_date(context: &Context<'_>, bitext: &Bitext<'_>, words: &[Word<'_>], run: &[Word<'_>]) -> bool {
    let mut others = run.iter().filter(|word| is_other(word));
    let (Some(word), None) = (others.next(), others.next()) else { return false };
    let text = cut(&bitext.target.prose, &word.span);
    let names = |lists: &[Vec<String>]| lists.iter().flatten().any(|name| name.eq_ignore_ascii_case(text));
    let is_by_number = || {
        let at = words.partition_point(|other| other.span.start < word.span.start);
        let before = at.checked_sub(1).and_then(|before| words.get(before));
        [before, words.get(at + 1)].into_iter().flatten().any(|word| word.has_digit)
    };
    text.chars().nth(2).is_some()
        && !word.is_joined
        && !bitext.is_kept(&word.span)
        && (names(&context.source.weekdays) || (names(&context.source.months) && is_by_number()))
}

/// Whether a word is in another script and no part of an address.
fn is_other(word: &Word<'_>) -> bool {
    let is_foreign = word.script == WordScript::Other || (word.script == WordScript::None && !word.has_digit);
    is_foreign && !word.in_address
}

/// The words of the source, in lower case.
fn lower_words(bitext: &Bitext<'_>) -> HashSet<String> {
    let words = bitext.words(Side::Source).iter().filter(|word| !word.in_address);
    words.map(|word| cut(&bitext.source.prose, &word.span).to_lowercase()).collect()
}

/// A translation without one word in the language's script.
fn whole(context: &Context<'_>, bitext: &Bitext<'_>, words: &[Word<'_>], source: &HashSet<String>) -> Option<Fragment> {
    let prose = &bitext.target.prose;
    let others: Vec<&Word<'_>> = words.iter().filter(|word| is_other(word) && !bitext.is_kept(&word.span)).collect();
    let own = own_words(context, bitext, words);
    let known = own.iter().filter(|word| context.known_words.has(cut(prose, &word.span))).count();
    let added = others.iter().filter(|word| !source.contains(&cut(prose, &word.span).to_lowercase())).count();
    // A name may stay as it is; a sentence may not.
    let in_sentence = bitext.words(Side::Source).iter().any(Word::is_plain);
    let is_wrong = known > 0 || own.len() >= CERTAIN || added > usize::from(!in_sentence);
    let first = others.first()?.span.start;
    let last = others.last()?.span.end;
    is_wrong.then_some(Fragment {
        span: first..last,
        kind: FragmentKind::Whole,
        severity: RULE.severity,
        count: own.len(),
    })
}

/// The words of a run that are neither names nor parts of names, nor what is said to stay.
fn own_words<'a>(context: &Context<'_>, bitext: &Bitext<'_>, run: &'a [Word<'a>]) -> Vec<&'a Word<'a>> {
    let prose = &bitext.target.prose;
    let is_capital = |word: &Word<'_>| is_other(word) && word.capitals != Capitals::None;
    let near = |at: usize, back: bool| {
        let range = if back { at.saturating_sub(GLUE)..at } else { at + 1..(at + 1 + GLUE).min(run.len()) };
        run.get(range).unwrap_or_default().iter().any(is_capital)
    };
    let is_content = |(at, word): (usize, &'a Word<'a>)| {
        let text = cut(prose, &word.span);
        let joined = word.is_joined || run.get(at + 1).is_some_and(|next| next.is_joined);
        if !is_other(word) || !word.is_plain() || joined || text.chars().nth(1).is_none() {
            return None;
        }
        let is_small =
            || text.chars().nth(3).is_none() || context.source.function_words.iter().any(|known| known == text);
        let is_glue = near(at, true) && near(at, false) && is_small();
        (!is_glue && !bitext.is_kept(&word.span)).then_some(word)
    };
    run.iter().enumerate().filter_map(is_content).collect()
}

/// Whether a text is the source and the tag of its language (`[be]`), as engines made for testing answer.
pub(super) fn is_marked_source(context: &Context<'_>, bitext: &Bitext<'_>) -> bool {
    if bitext.source.prose.is_empty() {
        return false;
    }
    let Some((before, after)) = bitext.target.prose.split_once(bitext.source.prose.as_str()) else { return false };
    let tag: String = before.chars().chain(after.chars()).filter(|c| c.is_alphanumeric()).collect();
    tag.eq_ignore_ascii_case(context.pair.target.language())
}
