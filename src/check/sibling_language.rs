//! `sibling-language`: words of a language closely related to the edition's, also where all their letters fit.
//!
//! Each word has odds of being another language's ([`Siblings`]), and a fragment is a run of words whose odds together are
//! the highest: one word that both languages have does not end it, and one strange word does not make it.

use std::ops::Range;

use crate::{
    locale::Siblings,
    model::{Args, Finding, Problem, Problems, Severity, Side, clip, cut},
};

use super::{
    Bitext, Check, Context, Rule,
    bitext::is_within,
    characters::Characters,
    signs::Signs,
    word_facts::WordLists,
    words::{Capitals, Word, WordScript},
};

pub(super) struct SiblingLanguage;

const RULE: Rule = Rule { id: "sibling-language", severity: Severity::Major };

/// The odds of a fragment that is another language's, in quarters of their logarithm.
const SURE: i32 = 12;
/// The odds of a single word that is: no word that the table merely does not know comes so high.
const SURE_WORD: i32 = MOST;
/// The odds of a fragment that may be.
const LIKELY: i32 = 8;
/// The odds of a single word that may be.
const LIKELY_WORD: i32 = 16;
/// The highest odds of one word.
const MOST: i32 = 24;
/// The odds from which a word tells the languages apart.
const TELLING: i32 = 4;
/// The highest odds of a word of one letter, which may be a label or a part of an abbreviation.
const MOST_LETTER: i32 = 8;
/// Bytes of the shortest word that tells at the beginning of a sentence: a shorter one may be a name (Яна).
const SHORTEST_FIRST_WORD: usize = 8;
/// Bytes of the shortest function word that tells a language alone, and of the longest there is.
const SHORTEST_FUNCTION_WORD: usize = 6;
const LONGEST_FUNCTION_WORD: usize = 24;
/// The marks of quotations.
const QUOTES: Signs = Signs::of("«»„“”\"");
/// How many words must be known to be a language's: what is in no language may look like any, and one word may be a chance.
const ATTESTED: usize = 2;
/// The words that may stand between two fragments of one language that are reported together.
const GAP: usize = 3;

/// Words are another language's.
enum SiblingLanguageProblem {
    /// For certain.
    KinFragment { language: &'static str, words: String },
    /// Perhaps.
    Perhaps { language: &'static str, words: String },
}

impl Problem for SiblingLanguageProblem {
    fn rule(&self) -> &'static str {
        RULE.id
    }

    fn id(&self) -> &'static str {
        match self {
            Self::KinFragment { .. } => RULE.id,
            Self::Perhaps { .. } => "sibling-language-perhaps",
        }
    }

    fn args(&self) -> Args {
        let (Self::KinFragment { language, words } | Self::Perhaps { language, words }) = self;
        vec![("language", (*language).into()), ("words", words.into())]
    }

    fn all() -> Vec<Self> {
        let both = |language| {
            let words = || "в Киев".to_owned();
            [Self::KinFragment { language, words: words() }, Self::Perhaps { language, words: words() }]
        };
        Siblings::embedded().tags().chain(["other"]).flat_map(both).collect()
    }
}

impl Check for SiblingLanguage {
    fn rule(&self) -> Rule {
        RULE
    }

    fn problems(&self) -> Problems {
        Problems::of::<SiblingLanguageProblem>()
    }

    fn segment(&self, context: &Context<'_>, bitext: &Bitext<'_>, out: &mut Vec<Finding>) {
        if bitext.from_source {
            return;
        }
        for fragment in fragments(context, bitext) {
            let KinFragment { language, ref span, .. } = fragment;
            let words = clip(cut(&bitext.target.prose, span), 80);
            let (problem, severity) = if fragment.is_certain() {
                (SiblingLanguageProblem::KinFragment { language, words }, RULE.severity)
            } else {
                let severity = if fragment.attested > 0 { Severity::Minor } else { Severity::Neutral };
                (SiblingLanguageProblem::Perhaps { language, words }, severity)
            };
            out.push(Finding::new(problem, severity, bitext.place(context, Side::Target, span.clone())));
        }
    }
}

/// Letters after which a text has one of those that its language has and a related one lacks.
const LONG: usize = 100;

/// Words of a target that are another language's.
#[derive(Debug, Clone)]
pub(super) struct KinFragment {
    /// Their bytes.
    pub span: Range<usize>,
    /// Their language's tag.
    pub language: &'static str,
    /// The odds that they are that language's rather than the target's, in quarters of the logarithm.
    odds: i32,
    /// How many of them tell the languages apart.
    telling: usize,
    /// Their numbers among the words of the target.
    words: Range<usize>,
    /// How many of them are known to be that language's: frequent words, and a month or a letter that only it has for two of
    /// them. What is in no language may look like any.
    attested: usize,
}

impl KinFragment {
    /// Whether it is another language's for certain.
    pub(super) const fn is_certain(&self) -> bool {
        self.attested >= ATTESTED && self.odds >= if self.telling > 1 { SURE } else { SURE_WORD }
    }

    /// Whether it is another language's for certain in a text of which nothing else is known: it has a letter that the
    /// target's language lacks, or it is long and has none that only the target's language has. (Letters in no language,
    /// as engines made for testing return, may look like any.)
    pub(super) fn is_beyond_doubt(&self, context: &Context<'_>, prose: &str) -> bool {
        let table = Siblings::embedded();
        let (Some(home), Some(other)) = (table.number(context.pair.target.language()), table.number(self.language))
        else {
            return false;
        };
        let text = cut(prose, &self.span);
        let is_long = || text.chars().filter(|letter| letter.is_alphabetic()).nth(LONG).is_some();
        self.is_certain()
            && (table.has_own_letter(text, other, home) || (is_long() && !table.has_own_letter(text, home, other)))
    }

    /// Whether it is worth a remark.
    const fn is_likely(&self) -> bool {
        self.odds >= if self.telling > 1 { LIKELY } else { LIKELY_WORD }
    }
}

/// The fragments of a target that are in a language closely related to its own, in order.
pub(super) fn fragments(context: &Context<'_>, bitext: &Bitext<'_>) -> Vec<KinFragment> {
    let table = Siblings::embedded();
    let Some(home) = table.number(context.pair.target.language()) else { return Vec::new() };
    let prose = &bitext.target.prose;
    let words = bitext.words(Side::Target);
    let quoted = if bitext.target_signs.may_have(QUOTES) { quotations(prose) } else { Vec::new() };
    let counted = words.iter().enumerate().map(|(at, word)| {
        let is_counted = (is_counted(words, at) || is_first_word(word))
            && !bitext.is_exempt(&word.span)
            && !is_within(&quoted, &word.span)
            && bitext.term_at(&word.span).is_none();
        is_counted.then_some(word)
    });
    let counted: Vec<Option<&Word<'_>>> = counted.collect();
    // Words that may be days, before the name of a month.
    let is_day = |word: &Word<'_>| {
        word.has_digit && matches!(cut(prose, &word.span).as_bytes(), [b'1'..=b'9'] | [b'1'..=b'3', b'0'..=b'9'])
    };
    let days: Vec<usize> = (0..words.len()).filter(|at| words.get(*at).is_some_and(is_day)).collect();
    let mut found: Vec<KinFragment> = Vec::new();
    for (number, language) in table.tags().enumerate().filter(|(number, _)| *number != home) {
        let odds = |word: &Word<'_>| {
            let most = most(&word.span);
            word.scores.odds(number, home).clamp(-most, most)
        };
        // Most texts have no run of words that tells enough.
        if days.is_empty()
            && highest(counted.iter().map(|word| word.map_or(0, |word| at_most(word, odds(word))))) < LIKELY
        {
            continue;
        }
        let mut odds: Vec<i32> = counted.iter().map(|word| word.map_or(0, odds)).collect();
        // Groups of letters say little of short words: one that is the other language's, and that these do not speak for as
        // the text's own, is as likely as a single word has to be.
        for (odds, word) in odds.iter_mut().zip(words.iter()) {
            if at_most(word, *odds) > *odds
                && table.is_function_word(&cut(prose, &word.span).to_lowercase(), number, home)
            {
                *odds = LIKELY_WORD;
            }
        }
        for at in &days {
            let is_month = |word: &Word<'_>| table.is_month(&cut(prose, &word.span).to_lowercase(), number, home);
            if let Some(odds) = words.get(at + 1).filter(|word| is_month(word)).and_then(|_| odds.get_mut(at + 1)) {
                *odds = MOST;
            }
        }
        let fragment = |run: OddsRun| {
            let tells = |at: &usize| {
                odds.get(*at).is_some_and(|odds| *odds >= TELLING)
                    && words.get(*at).is_some_and(|word| most(&word.span) > MOST_LETTER)
            };
            let telling = run.words.clone().filter(tells);
            let (first, last) = (words.get(run.words.start)?, words.get(run.words.end.checked_sub(1)?)?);
            let span = first.span.start..last.span.end;
            Some(KinFragment { span, language, odds: run.sum, telling: telling.count(), words: run.words, attested: 0 })
        };
        found.extend(runs(&odds).into_iter().filter_map(fragment).filter(KinFragment::is_likely));
    }
    found.sort_by_key(|fragment| fragment.words.start);
    let mut merged = merged(found);
    // A single word is reported by its foreign letters if it has any.
    let is_foreign = |at: usize| words.get(at).is_some_and(|word| word.script == WordScript::Foreign);
    merged.retain(|fragment| fragment.words.len() > 1 || !is_foreign(fragment.words.start));
    // Names in letters that the language lacks belong to the words beside them.
    let mut from = 0;
    for fragment in &mut merged {
        while fragment.words.start > from && is_foreign(fragment.words.start - 1) {
            fragment.words.start -= 1;
        }
        while is_foreign(fragment.words.end) {
            fragment.words.end += 1;
        }
        from = fragment.words.end;
        let (first, last) = (words.get(fragment.words.start), words.get(from.saturating_sub(1)));
        if let (Some(first), Some(last)) = (first, last) {
            fragment.span = first.span.start..last.span.end;
        }
        let Some(other) = table.number(fragment.language) else { continue };
        let own = words
            .get(fragment.words.clone())
            .unwrap_or_default()
            .iter()
            .map(|word| cut(prose, &word.span).to_lowercase());
        let attested = own.map(|word| {
            if table.is_month(&word, other, home) {
                ATTESTED
            } else {
                usize::from(table.is_attested(&word, other, home))
            }
        });
        let has_letter = table.has_own_letter(cut(prose, &fragment.span), other, home);
        // One word of a language may be a chance.
        fragment.attested = attested.sum::<usize>() + if has_letter { ATTESTED } else { 0 };
    }
    merged
}

/// The odds that a word may have in the end: a function word has more.
fn at_most(word: &Word<'_>, odds: i32) -> i32 {
    let may_be_more = (TELLING..LIKELY_WORD).contains(&odds)
        && word.lists.has(WordLists::SIBLING)
        && (SHORTEST_FUNCTION_WORD..LONGEST_FUNCTION_WORD).contains(&word.span.len());
    if may_be_more { LIKELY_WORD } else { odds }
}

/// The highest sum of any run of odds.
fn highest(odds: impl Iterator<Item = i32>) -> i32 {
    let (mut here, mut best) = (0_i32, 0);
    for odds in odds {
        here = here.saturating_add(odds).max(0);
        best = best.max(here);
    }
    best
}

/// The highest odds of a word.
const fn most(word: &Range<usize>) -> i32 {
    if word.end - word.start > 2 { MOST } else { MOST_LETTER }
}

/// The bytes of what is another language's for certain, in order.
pub(super) fn sure_spans(context: &Context<'_>, bitext: &Bitext<'_>) -> Vec<Range<usize>> {
    fragments(context, bitext).into_iter().filter(KinFragment::is_certain).map(|fragment| fragment.span).collect()
}

/// Of fragments that overlap the likeliest, and those of one language that stand close together as one.
fn merged(found: Vec<KinFragment>) -> Vec<KinFragment> {
    let mut merged: Vec<KinFragment> = Vec::new();
    for fragment in found {
        match merged.last_mut() {
            Some(last) if fragment.words.start < last.words.end => {
                if fragment.odds > last.odds {
                    *last = fragment;
                }
            }
            Some(last) if fragment.language == last.language && fragment.words.start <= last.words.end + GAP => {
                last.span.end = fragment.span.end;
                last.words.end = fragment.words.end;
                last.odds = last.odds.saturating_add(fragment.odds);
                last.telling += fragment.telling;
            }
            _ => merged.push(fragment),
        }
    }
    merged
}

/// Whether a capital is that of a sentence: a longer function word of another language is no name.
fn is_first_word(word: &Word<'_>) -> bool {
    word.begins
        && word.capitals == Capitals::First
        && (SHORTEST_FIRST_WORD..LONGEST_FUNCTION_WORD).contains(&word.span.len())
        && !word.in_address
        && word.lists.has(WordLists::SIBLING)
}

/// Whether a word says something of the language: neither a name, nor an abbreviation, an ending after a number, or the
/// first part of a compound, which may be a bound form.
fn is_counted(words: &[Word<'_>], at: usize) -> bool {
    let is_own = |word: &Word<'_>| matches!(word.script, WordScript::Home | WordScript::Foreign);
    let Some(word) = words.get(at) else { return false };
    let before = at.checked_sub(1).and_then(|before| words.get(before));
    let is_ending = word.is_joined && before.is_none_or(|before| !is_own(before) || before.has_digit);
    let is_first_part = words.get(at + 1).is_some_and(|next| next.is_joined);
    is_own(word) && word.is_plain() && !is_ending && !is_first_part
}

/// A run of words whose odds add up to more than those of every run that overlaps it.
#[derive(Debug, Clone, PartialEq, Eq)]
struct OddsRun {
    words: Range<usize>,
    sum: i32,
}

/// All runs of words whose sums are the highest, by the algorithm of Ruzzo and Tompa (1999), in linear time.
fn runs(odds: &[i32]) -> Vec<OddsRun> {
    struct RunCandidate {
        words: Range<usize>,
        /// The sum of all odds before it, and of those up to its end.
        before: i32,
        after: i32,
        /// The number of the last candidate before it with a lower sum before.
        lower: Option<usize>,
    }
    let mut candidates: Vec<RunCandidate> = Vec::new();
    let mut total = 0_i32;
    for (at, odds) in odds.iter().enumerate() {
        let before = total;
        total = total.saturating_add(*odds);
        if *odds <= 0 {
            continue;
        }
        let mut new = RunCandidate { words: at..at + 1, before, after: total, lower: None };
        loop {
            let mut lower = candidates.len().checked_sub(1);
            while let Some(candidate) = lower.and_then(|lower| candidates.get(lower)) {
                if candidate.before < new.before {
                    break;
                }
                lower = candidate.lower;
            }
            new.lower = lower;
            match lower.and_then(|lower| candidates.get(lower)) {
                Some(candidate) if candidate.after < new.after => {
                    (new.words.start, new.before) = (candidate.words.start, candidate.before);
                    candidates.truncate(lower.unwrap_or(0));
                }
                _ => break,
            }
        }
        candidates.push(new);
    }
    candidates.into_iter().map(|run| OddsRun { words: run.words, sum: run.after.saturating_sub(run.before) }).collect()
}

/// Byte ranges of what stands in quotation marks of any kind: titles and others' words. Marks that are not closed quote nothing, and
/// neither do those around the whole text.
fn quotations(prose: &str) -> Vec<Range<usize>> {
    let mut spans: Vec<Range<usize>> = Vec::new();
    let mut open: Option<(usize, char, usize)> = None;
    for (at, mark) in prose.char_indices().filter(|(_, mark)| matches!(mark, '«' | '»' | '„' | '“' | '”' | '"'))
    {
        match (&mut open, mark) {
            (Some((_, '«', depth)), '«') => *depth += 1,
            (Some((_, '«', depth)), '»') if *depth > 1 => *depth -= 1,
            (Some((start, '«', _)), '»')
            | (Some((start, '„', _)), '“' | '”')
            | (Some((start, '“', _)), '”')
            | (Some((start, '"', _)), '"') => {
                spans.push(*start..at + mark.len_utf8());
                open = None;
            }
            (None, '«' | '„' | '“' | '"') => open = Some((at, mark, 1)),
            _ => {}
        }
    }
    let characters = Characters::new();
    let has_letters = |text: &str| text.contains(|char| characters.is_alphabetic(char));
    let mut from = 0;
    let is_whole = spans.iter().all(|span| {
        let gap = cut(prose, &(from..span.start));
        from = span.end;
        !has_letters(gap)
    });
    if is_whole && !has_letters(cut(prose, &(from..prose.len()))) { Vec::new() } else { spans }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The highest sum of any run of words.
    fn highest_of_all(odds: &[i32]) -> i32 {
        let ends = (0..odds.len()).flat_map(|start| (start + 1..=odds.len()).map(move |end| start..end));
        ends.map(|run| odds[run].iter().sum()).max().unwrap_or(0).max(0)
    }

    #[test]
    fn runs_are_those_of_the_published_example() {
        let found = runs(&[4, -5, 3, -3, 1, 2, -2, 2, -2, 1, 5]);
        let run = |words, sum| OddsRun { words, sum };
        assert_eq!(found, [run(0..1, 4), run(2..3, 3), run(4..11, 7)]);
    }

    #[test]
    fn quotations_are_closed_and_not_the_whole_text() {
        let quoted =
            |text: &str| quotations(text).into_iter().map(|span| cut(text, &span).to_owned()).collect::<Vec<_>>();
        assert_eq!(quoted("Ён чытаў «Войну и мир» і \"Дети\"."), ["«Войну и мир»", "\"Дети\""]);
        assert_eq!(quoted("„Так“, — сказаў ён, «а «не» так»"), ["„Так“", "«а «не» так»"]);
        assert!(quoted("«Уся страна тут».").is_empty() && quoted("Ён сказаў: «усё").is_empty());
    }

    #[test]
    fn runs_do_not_overlap_and_the_best_is_among_them() {
        // Every list of six numbers from -3 to 3.
        for list in 0..7_i32.pow(6) {
            let odds: Vec<i32> = (0..6).map(|place| list / 7_i32.pow(place) % 7 - 3).collect();
            let found = runs(&odds);
            for (run, next) in found.iter().zip(found.iter().skip(1)) {
                assert!(run.words.end <= next.words.start, "{found:?}");
            }
            for run in &found {
                assert_eq!(odds[run.words.clone()].iter().sum::<i32>(), run.sum);
            }
            assert_eq!(found.iter().map(|run| run.sum).max().unwrap_or(0), highest_of_all(&odds));
            assert_eq!(highest(odds.iter().copied()), highest_of_all(&odds));
        }
    }
}
