//! `misaligned`: the translation of another sentence. Nothing of the source is met in it, and nothing of it in the source.

use std::ops::Range;

use crate::model::{Finding, Problem, Problems, Severity, Side};

use super::{
    Bitext, Check, CheckedArticle, Context, Rule,
    anchors::{Anchor, sum},
    proportion::{growth, has_words},
    sentences::sentences,
    transcription::SpelledWord,
    words::{Capitals, Word},
};

pub(super) struct Misaligned;

const RULE: Rule = Rule { id: "misaligned", severity: Severity::Major };

/// Tenths of a natural logarithm of the odds below which two texts do not belong together, below which hardly anything of one
/// is in the other, and below which it is doubtful.
const CERTAIN: i32 = -80;
const UNLIKE: i32 = -60;
const DOUBTFUL: i32 = -50;
/// How much better a neighbour must fit.
const BETTER: i32 = 50;
/// Words that tell, of which a sentence must have some, and bytes of a sentence that is long enough to tell.
const FEW: usize = 3;
const LEAST: usize = 45;
/// How much more a name speaks for two texts if it is met, its share of the percent of its consonants that may differ, its
/// letters, and the names of a text that are looked at.
const NAME: i32 = 25;
const LIKE: u16 = 35;
const LETTERS: usize = 4;
const MANY: usize = 40;
/// The length, as a natural logarithm of that to be expected, of a translation that breaks off.
const BROKEN_OFF: f64 = -0.6;

/// The translation belongs to another sentence.
enum MisalignedProblem {
    /// It is not known which.
    Other,
    /// The one before, or after.
    Neighbour { is_next: bool },
}

impl Problem for MisalignedProblem {
    fn rule(&self) -> &'static str {
        RULE.id
    }

    fn id(&self) -> &'static str {
        match self {
            Self::Other => "misaligned-other",
            Self::Neighbour { is_next: true } => "misaligned-next",
            Self::Neighbour { is_next: false } => "misaligned-previous",
        }
    }

    fn all() -> Vec<Self> {
        vec![Self::Other, Self::Neighbour { is_next: true }, Self::Neighbour { is_next: false }]
    }
}

impl Check for Misaligned {
    fn rule(&self) -> Rule {
        RULE
    }

    fn problems(&self) -> Problems {
        Problems::of::<MisalignedProblem>()
    }

    fn segment(&self, context: &Context<'_>, bitext: &Bitext<'_>, out: &mut Vec<Finding>) {
        if let Some(fit) = misfit(context, bitext) {
            let severity = if fit < CERTAIN { RULE.severity } else { Severity::Neutral };
            report(context, bitext, MisalignedProblem::Other, severity, out);
        }
    }

    fn article(&self, context: &Context<'_>, checked: &CheckedArticle<'_>, out: &mut Vec<Finding>) {
        for (at, bitext) in checked.bitexts.iter().enumerate() {
            // Most fit too well for a neighbour to matter.
            if bitext.from_source || !has_words(context, bitext) || fit(context, bitext) >= 0 {
                continue;
            }
            let own = fit(context, bitext);
            let before = at.checked_sub(1).and_then(|at| checked.bitexts.get(at));
            let neighbours = [(before, false), (checked.bitexts.get(at + 1), true)];
            let fits = neighbours.into_iter().filter_map(|(neighbour, is_next)| {
                let other = fit(context, &Bitext::new(context, neighbour?.source, bitext.target));
                (other >= own + BETTER && other > 0).then_some((other, is_next))
            });
            match fits.max() {
                Some((_, is_next)) => {
                    report(context, bitext, MisalignedProblem::Neighbour { is_next }, RULE.severity, out);
                }
                // A doubt that no neighbour confirms is none.
                None if is_unlike(context, bitext) => self.segment(context, bitext, out),
                None => {}
            }
        }
    }
}

fn report(
    context: &Context<'_>,
    bitext: &Bitext<'_>,
    problem: MisalignedProblem,
    severity: Severity,
    out: &mut Vec<Finding>,
) {
    let whole = 0..bitext.target.prose.len();
    out.push(Finding::new(problem, severity, bitext.place(context, Side::Target, whole)));
}

/// How much a pair speaks for belonging together, in tenths of a natural logarithm of the odds.
fn fit(context: &Context<'_>, bitext: &Bitext<'_>) -> i32 {
    let by_marks = by_marks(&bitext.source.prose, &bitext.target.prose);
    bitext.likeness(context) + by_length(context, bitext) + by_marks
}

/// How much the length of a translation speaks for it.
#[expect(clippy::cast_possible_truncation, reason = "a small number")]
fn by_length(context: &Context<'_>, bitext: &Bitext<'_>) -> i32 {
    let growth = growth(context, bitext);
    (10.0 - 80.0 * growth * growth).max(-40.0) as i32
}

/// How much the marks of two texts speak for belonging together: a quotation begins or ends in both or in neither, both
/// ask, both have a bracket, both are whole sentences. Counted over news and their translations, and damped, since marks
/// go together.
fn by_marks(source: &str, target: &str) -> i32 {
    let is_quote = |mark: char| matches!(mark, '"' | '“' | '”' | '„' | '«' | '»');
    let begins = |text: &str| text.trim_start().starts_with(is_quote);
    let closed = |text: &str| text.trim_end_matches(['.', ',', '!', '?', ' ', '—', '–']).ends_with(is_quote);
    let is_whole = |text: &str| {
        let bare = text.trim_end_matches(|mark: char| is_quote(mark) || matches!(mark, ' ' | ')' | '\''));
        bare.ends_with(['.', '!', '?', '…'])
    };
    let agree = |has: &dyn Fn(&str) -> bool, [both, neither, lost, new]: [i32; 4]| match (has(source), has(target)) {
        (true, true) => both,
        (false, false) => neither,
        (true, false) => lost,
        (false, true) => new,
    };
    agree(&begins, [8, 0, -14, -8])
        + agree(&closed, [10, 0, -12, -6])
        + agree(&|text| text.contains('?'), [15, 0, -15, -15])
        + agree(&|text| text.contains('('), [20, 0, -12, -4])
        + agree(&is_whole, [0, 12, -12, -12])
}

/// The least that it can be.
const LEAST_BY_MARKS: i32 = -14 - 12 - 15 - 12 - 12;

/// Whether a translation has so little of its source that none of its parts can be missed.
pub(super) fn is_unlike(context: &Context<'_>, bitext: &Bitext<'_>) -> bool {
    misfit(context, bitext).is_some_and(|fit| fit < UNLIKE)
}

/// How little a pair belongs together, where it seems to be none.
pub(super) fn misfit(context: &Context<'_>, bitext: &Bitext<'_>) -> Option<i32> {
    *bitext.misfit.get_or_init(|| find_misfit(context, bitext))
}

fn find_misfit(context: &Context<'_>, bitext: &Bitext<'_>) -> Option<i32> {
    if bitext.from_source || bitext.is_slug() || context.counterparts.is_empty() || !has_words(context, bitext) {
        return None;
    }
    let by_length = by_length(context, bitext);
    // Most have so many frequent words in common that nothing else can part them.
    let least = bitext.least_likeness(context);
    let is_sure = |by_marks: i32| least.is_some_and(|least| least + by_length + by_marks >= DOUBTFUL);
    if is_sure(LEAST_BY_MARKS) {
        return None;
    }
    let by_marks = by_marks(&bitext.source.prose, &bitext.target.prose);
    if is_sure(by_marks) {
        return None;
    }
    let anchors = &bitext.anchors(context).source;
    let mut fit = bitext.likeness(context) + by_length + by_marks;
    if fit < DOUBTFUL {
        fit += NAME * names_met(context, bitext, anchors);
    }
    let words = anchors.iter().filter(|anchor| !anchor.is_number).count();
    let is_short = bitext.source.prose.len() < LEAST || words < FEW;
    let is_other = fit < DOUBTFUL && !is_short && !has_fitting_part(context, bitext, anchors);
    is_other.then_some(fit)
}

/// How many names of the source that seemed to be lost are in the translation after all: a closer look than by their sounds.
fn names_met(context: &Context<'_>, bitext: &Bitext<'_>, anchors: &[Anchor]) -> i32 {
    let transcription = &context.names.transcription;
    let has_capital = |word: &&Word<'_>| word.capitals != Capitals::None && !word.has_digit && !word.in_address;
    let capitalized = |side: Side| bitext.words(side).iter().filter(has_capital).take(MANY);
    let is_lost = |word: &Word<'_>| anchors.iter().any(|anchor| anchor.at == word.span.start && anchor.weight < 0);
    let is_met = |name: &SpelledWord| {
        let mut others = capitalized(Side::Target);
        name.len() >= LETTERS && others.any(|other| transcription.is_like(name, &other.spelled, LIKE))
    };
    let met = capitalized(Side::Source).filter(|word| is_lost(word) && is_met(&word.spelled)).count();
    i32::try_from(met).unwrap_or_default()
}

/// Whether a part of the source is translated, a sentence or the beginning of a text that breaks off: then the rest is
/// missing.
fn has_fitting_part(context: &Context<'_>, bitext: &Bitext<'_>, anchors: &[Anchor]) -> bool {
    let source = &bitext.source.prose;
    let within = |at: usize| anchors.partition_point(|anchor| anchor.at < at);
    let fits = |span: &Range<usize>| sum(anchors.get(within(span.start)..within(span.end)).unwrap_or_default()) > 0;
    let sentences = sentences(source);
    if sentences.len() > 1 && sentences.iter().any(fits) {
        return true;
    }
    // Some of what is to be expected, and a little more.
    let growth = growth(context, bitext);
    growth < BROKEN_OFF && fits(&(0..source.len() / if growth < 2.0 * BROKEN_OFF { 3 } else { 2 }))
}
