//! `length`: a sentence that is gone, one too many, a text that is cut short.
//!
//! A translation is shorter or longer than its source for many reasons. That a part of it is gone shows where the lengths
//! fit better without a part of the source, and the words of that part are not met in the translation.

use std::ops::Range;

use crate::model::{Args, Finding, Place, Problem, Problems, Role, Severity, Side, Text, clip, cut};

use super::{
    Bitext, Check, Context, Rule,
    anchors::{Anchor, sum},
    gap::gap,
    misaligned,
    proportion::{growth, has_words},
    sentences::sentences,
};

pub(super) struct Length;

const RULE: Rule = Rule { id: "length", severity: Severity::Major };

/// The spread of the lengths of good translations, as a natural logarithm.
const SPREAD: f64 = 0.22;
/// The same of headings and captions, which are free.
const WIDE: f64 = 0.35;
/// Lengths between which nothing is suspected, as natural logarithms of the length to be expected.
const SHORT: f64 = -0.06;
const LONG: f64 = 0.06;
/// Lengths at which a text is cut short, or far too long, whatever its words.
const STUMP: f64 = -1.25;
const FLOOD: f64 = 1.25;
/// Bytes of a text whose length tells something.
const LEAST: usize = 45;
/// The same of a sentence of which next to nothing is left, and its words.
const LEAST_SENTENCE: usize = 24;
const WORDS_OF_SENTENCE: usize = 5;
/// The length, as a natural logarithm of that to be expected, of next to nothing.
const SCRAP: f64 = -1.5;
/// The most that lengths speak for or against a part that is gone, in tenths of a natural logarithm of the odds.
const MOST: f64 = 60.0;
/// The length, as a natural logarithm of that to be expected, from which a text does not break off.
const UNBROKEN: f64 = -0.35;
/// Letters of the smallest part that is missed.
const PART: usize = 15;

/// Tenths of a natural logarithm of the odds from which a part is gone, and from which that is likely.
const GONE: i32 = 35;
const PERHAPS_GONE: i32 = 16;
/// What the words of a part must speak at the least, whatever the lengths say.
const FEW: i32 = 10;
/// The same of a part that is too much: a translator adds more than he leaves out.
const ADDED: i32 = 50;
const PERHAPS_ADDED: i32 = 30;

/// The length does not fit.
enum LengthProblem {
    /// A part of the source is not in the translation.
    Missing { words: String },
    /// A part of the translation is not in the source.
    Extra { words: String },
    /// It is far too short.
    Short { percent: usize },
    /// It has codes or marks alone.
    Wordless,
    /// It is far too long.
    Long { percent: usize },
    /// A block of the source is not in the translation.
    MissingBlock { words: String },
    /// A block of the translation is not in the source.
    ExtraBlock { words: String },
}

impl Problem for LengthProblem {
    fn rule(&self) -> &'static str {
        RULE.id
    }

    fn id(&self) -> &'static str {
        match self {
            Self::Missing { .. } => "length-missing",
            Self::Extra { .. } => "length-extra",
            Self::Short { .. } => "length-short",
            Self::Wordless => "length-wordless",
            Self::Long { .. } => "length-long",
            Self::MissingBlock { .. } => "length-missing-block",
            Self::ExtraBlock { .. } => "length-extra-block",
        }
    }

    fn args(&self) -> Args {
        match self {
            Self::Missing { words }
            | Self::Extra { words }
            | Self::MissingBlock { words }
            | Self::ExtraBlock { words } => {
                vec![("words", words.into())]
            }
            Self::Short { percent } | Self::Long { percent } => vec![("percent", (*percent).into())],
            Self::Wordless => Vec::new(),
        }
    }

    fn all() -> Vec<Self> {
        let words = || "Nobody heard it.".to_owned();
        vec![
            Self::Missing { words: words() },
            Self::Extra { words: words() },
            Self::Short { percent: 20 },
            Self::Wordless,
            Self::Long { percent: 400 },
            Self::MissingBlock { words: words() },
            Self::ExtraBlock { words: words() },
        ]
    }
}

impl Check for Length {
    fn rule(&self) -> Rule {
        RULE
    }

    fn problems(&self) -> Problems {
        Problems::of::<LengthProblem>()
    }

    fn segment(&self, context: &Context<'_>, bitext: &Bitext<'_>, out: &mut Vec<Finding>) {
        if is_wordless(bitext) {
            let span = 0..bitext.target.prose.len();
            out.push(Finding::new(LengthProblem::Wordless, RULE.severity, bitext.place(context, Side::Target, span)));
            return;
        }
        let growth = growth(context, bitext);
        let longer = bitext.source.prose.len().max(bitext.target.prose.len());
        if bitext.from_source || bitext.is_slug() || longer < LEAST_SENTENCE || !has_words(context, bitext) {
            return;
        }
        if longer < LEAST {
            if is_scrap(bitext, growth) {
                let span = 0..bitext.target.prose.len();
                let problem = LengthProblem::Short { percent: percent(growth) };
                // An answer or an order can say the same in a word.
                out.push(Finding::new(problem, Severity::Neutral, bitext.place(context, Side::Target, span)));
            }
            return;
        }
        let is_odd = !(SHORT..=LONG).contains(&growth);
        let gap = gone(context, bitext, growth);
        // A single sentence has no other part that could be gone, unless it breaks off.
        let longest = if growth < SHORT { &bitext.source.prose } else { &bitext.target.prose };
        let is_whole = !is_odd || (growth > UNBROKEN && growth <= FLOOD && sentences(longest).len() < 2);
        if (is_whole && gap.is_none()) || misaligned::is_unlike(context, bitext) {
            return;
        }
        let found = match is_whole {
            true => None,
            false if growth < SHORT => missing(context, bitext, growth),
            false => extra(context, bitext, growth),
        };
        if let Some((problem, severity, span)) = found.or(gap) {
            out.push(Finding::new(problem, severity, bitext.place(context, Side::Target, span)));
        }
    }
}

/// The finding on a block of one side that the other side does not have: a paragraph, a heading, an alternative text.
#[must_use]
pub fn block_alone(context: &Context<'_>, text: &Text, side: Side) -> Finding {
    let words = clip(&text.prose, 60);
    let (problem, span) = match side {
        Side::Source => (LengthProblem::MissingBlock { words }, 0..0),
        Side::Target => (LengthProblem::ExtraBlock { words }, 0..text.prose.len()),
    };
    let place = Place { locale: Some(context.pair.target.clone()), side: Side::Target, span, ..Place::default() };
    Finding::new(problem, RULE.severity, place)
}

type Verdict = Option<(LengthProblem, Severity, Range<usize>)>;

/// Words that no sign stands for.
const WORDS: usize = 4;

/// Whether a translation has codes or marks alone: nothing can be read in it. A dash, a tick or the sign of a currency can
/// stand for a few words, as in a table.
fn is_wordless(bitext: &Bitext<'_>) -> bool {
    let prose = bitext.target.prose.trim();
    let is_mark = |c: char| {
        c.is_whitespace() || matches!(c, '.' | '…' | '—' | '–' | '-' | '*' | '_' | ',' | ';' | ':' | '!' | '?')
    };
    if !prose.chars().all(is_mark) || (prose.is_empty() && bitext.target.codes.is_empty()) {
        return false;
    }
    let words = bitext.words(Side::Source).iter().filter(|word| !word.in_address && !word.has_digit);
    words.take(WORDS).count() >= if prose.is_empty() { 1 } else { WORDS }
}

/// Whether next to nothing is left of a short sentence. An abbreviation can stand for a name.
fn is_scrap(bitext: &Bitext<'_>, growth: f64) -> bool {
    let source = &bitext.source.prose;
    growth < SCRAP
        && source.len() >= LEAST_SENTENCE
        && source.ends_with(['.', '!', '?'])
        && source.split_whitespace().nth(WORDS_OF_SENTENCE - 1).is_some()
        && bitext.target.prose.chars().any(char::is_lowercase)
}

/// Looks for the part of the source that is most likely gone.
fn missing(context: &Context<'_>, bitext: &Bitext<'_>, growth: f64) -> Verdict {
    let source = &bitext.source.prose;
    let anchors = &bitext.anchors(context).source;
    if source.len() < LEAST {
        return None;
    }
    let spread = spread(bitext);
    let sentence = likeliest(source, &bitext.target.prose, anchors, growth, spread);
    let tail = tail(bitext, anchors, growth, spread);
    let best = [sentence, tail].into_iter().flatten().max_by_key(|part| part.score);
    let target = 0..bitext.target.prose.len();
    if let Some(part) = best.filter(|part| part.score >= PERHAPS_GONE) {
        let severity = if part.score >= GONE { RULE.severity } else { Severity::Neutral };
        let words = clip(cut(source, &part.span).trim(), 60);
        return Some((LengthProblem::Missing { words }, severity, target));
    }
    let is_stump = growth < STUMP && source.len() >= LEAST;
    is_stump.then(|| (LengthProblem::Short { percent: percent(growth) }, RULE.severity, target))
}

/// Looks for a clause of the source that seems to be gone, which leaves a doubt: translators shorten, too.
fn gone(context: &Context<'_>, bitext: &Bitext<'_>, growth: f64) -> Verdict {
    if growth >= SHORT {
        return None;
    }
    let (source, spread) = (&bitext.source.prose, spread(bitext));
    let by_length = |part: usize| by_signed_length(growth, part, source.len(), spread);
    let span = gap(source, &bitext.anchors(context).source, by_length)?;
    let words = clip(cut(source, &span).trim(), 60);
    Some((LengthProblem::Missing { words }, Severity::Neutral, 0..bitext.target.prose.len()))
}

/// Looks for the part of the translation that is most likely too much.
fn extra(context: &Context<'_>, bitext: &Bitext<'_>, growth: f64) -> Verdict {
    let target = &bitext.target.prose;
    let anchors = bitext.target_anchors(context);
    let part = likeliest(target, &bitext.source.prose, anchors, growth, spread(bitext));
    if let Some(part) = part.filter(|part| part.score >= PERHAPS_ADDED) {
        let severity = if part.score >= ADDED { RULE.severity } else { Severity::Neutral };
        let words = clip(cut(target, &part.span).trim(), 60);
        return Some((LengthProblem::Extra { words }, severity, part.span));
    }
    let is_flood = growth > FLOOD && target.len() >= LEAST * 2;
    is_flood.then(|| (LengthProblem::Long { percent: percent(growth) }, RULE.severity, 0..target.len()))
}

fn spread(bitext: &Bitext<'_>) -> f64 {
    let is_free = matches!(
        bitext.role,
        Some(Role::Title | Role::Standfirst | Role::Heading | Role::Caption | Role::Alt | Role::Credit)
    );
    if is_free { WIDE } else { SPREAD }
}

/// The length of a translation in percent of that to be expected.
#[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "a small positive number")]
fn percent(growth: f64) -> usize {
    (growth.exp() * 100.0).round() as usize
}

/// A part of a text that may have nothing on the other side.
struct Part {
    span: Range<usize>,
    /// How much speaks for it, in tenths of a natural logarithm of the odds.
    score: i32,
}

/// The sentence, or the sentences at either end of a text, that most likely have nothing on the other side.
fn likeliest(text: &str, other: &str, anchors: &[Anchor], growth: f64, spread: f64) -> Option<Part> {
    let sentences = sentences(text);
    let count = sentences.len();
    if count < 2 {
        return None;
    }
    let others = self::sentences(other).len();
    let singles = (0..count).map(|at| at..at + 1);
    let heads = (2..count).map(|end| 0..end);
    let tails = (1..count - 1).map(|start| start..count);
    let score = |range: Range<usize>| {
        let span = sentences.get(range.start)?.start..sentences.get(range.end - 1)?.end;
        if span.len() < PART {
            return None;
        }
        let within = |at: usize| anchors.partition_point(|anchor| anchor.at < at);
        let lacking = -sum(anchors.get(within(span.start)..within(span.end)).unwrap_or_default());
        if lacking < -FEW {
            return None;
        }
        // The other side has as many sentences fewer, or as many as this one.
        let fewer = match others {
            others if others + range.len() <= count => 10,
            others if others >= count => -10,
            _ => 0,
        };
        let score = lacking + by_length(growth, span.len(), text.len(), spread) + fewer;
        Some(Part { span, score })
    };
    singles.chain(heads).chain(tails).filter_map(score).max_by_key(|part| part.score)
}

/// The end of the source that is most likely gone, where a translation breaks off.
fn tail(bitext: &Bitext<'_>, anchors: &[Anchor], growth: f64, spread: f64) -> Option<Part> {
    let source = &bitext.source.prose;
    let has_end = |text: &str| {
        text.trim_end_matches(['"', '»', '”', '“', '’', '\'', ')', ']', ' ']).ends_with(['.', '!', '?', '…', ':', ';'])
    };
    let breaks_off = has_end(source) && !has_end(&bitext.target.prose);
    if growth > UNBROKEN {
        return None;
    }
    let mut lacking = 0;
    let mut best: Option<Part> = None;
    for anchor in anchors.iter().rev() {
        lacking -= anchor.weight;
        let part = source.len() - anchor.at;
        if part < PART || anchor.at < 2 || lacking < FEW {
            continue;
        }
        let by_length = by_length(growth, part, source.len(), spread);
        let score = lacking + by_length + if breaks_off { 20 } else { -15 };
        if best.as_ref().is_none_or(|best| score > best.score) {
            best = Some(Part { span: anchor.at..source.len(), score });
        }
    }
    best
}

/// How much the lengths speak for a part being gone (or too much): how much better they fit without it.
#[expect(clippy::cast_possible_truncation, reason = "a small number")]
fn by_length(growth: f64, part: usize, whole: usize, spread: f64) -> i32 {
    by_signed_length(-growth.abs(), part, whole, spread) as i32
}

/// The same of a part that is gone, against which a long translation speaks.
#[expect(clippy::cast_precision_loss, reason = "lengths of texts")]
fn by_signed_length(growth: f64, part: usize, whole: usize, spread: f64) -> f64 {
    let rest = (whole.saturating_sub(part).max(1)) as f64 / whole as f64;
    let without = growth - rest.ln();
    let better = (growth * growth - without * without) / (2.0 * spread * spread);
    (better * 10.0).clamp(-MOST, MOST)
}
