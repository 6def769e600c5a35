//! `opposite`: a word of the source whose translation means the opposite, or another of its kind: `more` as ru `меньше`,
//! `week` as `месяц`.

use crate::model::{Args, Finding, Problem, Problems, Severity, Side, cut};

use super::{
    Bitext, Check, Context, Rule,
    cue_pairs::CuePairs,
    cues::{Cue, CueTable},
    listings::Pole,
    proportion::has_words,
    word_facts::WordLists,
    words::Word,
};

pub(super) struct Opposite;

const RULE: Rule = Rule { id: "opposite", severity: Severity::Minor };

/// How far apart, as a share of the text, words are that may stand for each other; in a short text, by words.
const NEAR: f64 = 0.3;
const NEAR_WORDS: f64 = 6.0;
/// How near a word is that explains another.
const BESIDE: f64 = 0.2;
const BESIDE_WORDS: f64 = 4.0;
/// The most words of one kind of a text that are told apart.
const MANY: usize = 24;

/// A word is translated as another.
enum OppositeProblem {
    /// As its opposite.
    Opposite { source: String, target: String },
    /// As another of its kind, which has several: a country, a month.
    Another { source: String, target: String },
}

impl Problem for OppositeProblem {
    fn rule(&self) -> &'static str {
        RULE.id
    }

    fn id(&self) -> &'static str {
        match self {
            Self::Opposite { .. } => RULE.id,
            Self::Another { .. } => "opposite-another",
        }
    }

    fn args(&self) -> Args {
        let (Self::Opposite { source, target } | Self::Another { source, target }) = self;
        vec![("source", source.into()), ("target", target.into())]
    }

    fn all() -> Vec<Self> {
        vec![
            Self::Opposite { source: "more".to_owned(), target: "меньше".to_owned() },
            Self::Another { source: "week".to_owned(), target: "месяц".to_owned() },
        ]
    }
}

impl Check for Opposite {
    fn rule(&self) -> Rule {
        RULE
    }

    fn problems(&self) -> Problems {
        Problems::of::<OppositeProblem>()
    }

    fn segment(&self, context: &Context<'_>, bitext: &Bitext<'_>, out: &mut Vec<Finding>) {
        let lists = &context.opposites;
        if lists.tables.is_empty() || bitext.from_source || bitext.is_slug() || !has_words(context, bitext) {
            return;
        }
        let (words, others) = (bitext.words(Side::Source), bitext.words(Side::Target));
        let shared = words.clear_opposites & others.clear_opposites;
        if shared == 0 {
            return;
        }
        // An address says nothing by its words.
        let of_source = words.iter().filter(|word| !word.in_address);
        let kinds = of_source.fold(0_u128, |all, word| all | word.clear_opposites) & shared;
        if kinds == 0 {
            return;
        }
        let places = [words, others].map(|words| places_of(words, kinds));
        let mut reported = Vec::new();
        for (number, (from, to)) in lists.tables.iter().enumerate() {
            let is_one_of_several = lists.several >> number & 1 == 1;
            if kinds >> number & 1 == 1
                && let Some((source, target)) =
                    swapped(context, bitext, (number, is_one_of_several), (from, to), &places)
                && !reported.contains(&target.at)
            {
                report(context, bitext, (&source, &target), is_one_of_several, out);
                reported.push(target.at);
            }
        }
    }
}

fn report(
    context: &Context<'_>,
    bitext: &Bitext<'_>,
    (source, target): (&Cue<Pole>, &Cue<Pole>),
    is_one_of_several: bool,
    out: &mut Vec<Finding>,
) {
    let span = target.span(bitext.words(Side::Target));
    let word = cut(&bitext.source.prose, &source.span(bitext.words(Side::Source)));
    let (source, target) = (word.to_owned(), cut(&bitext.target.prose, &span).to_owned());
    let problem = if is_one_of_several {
        OppositeProblem::Another { source, target }
    } else {
        OppositeProblem::Opposite { source, target }
    };
    out.push(Finding::new(problem, RULE.severity, bitext.place(context, Side::Target, span)));
}

/// The numbers of the words that may be in the lists of some kinds.
fn places_of(words: &[Word<'_>], kinds: u128) -> Vec<usize> {
    words.iter().enumerate().filter(|(_, word)| word.opposites & kinds != 0).map(|(at, _)| at).collect()
}

/// A word of the source and one of the translation that means the opposite, where nothing else explains either.
#[expect(clippy::cast_precision_loss, reason = "numbers of words")]
fn swapped(
    context: &Context<'_>,
    bitext: &Bitext<'_>,
    (kind, is_one_of_several): (usize, bool),
    (from, to): (&CueTable<Pole>, &CueTable<Pole>),
    [in_source, in_target]: &[Vec<usize>; 2],
) -> Option<(Cue<Pole>, Cue<Pole>)> {
    let (words, others) = (bitext.words(Side::Source), bitext.words(Side::Target));
    let listing = |word: &Word<'_>| {
        let mut poles = word.poles.iter().filter(|_| word.opposites >> kind & 1 == 1);
        poles.find(|pole| pole.kind == kind).map(|pole| pole.listing)
    };
    let target = to.find_listed(&bitext.target.prose, others, in_target.iter().copied(), listing);
    if !target.iter().any(|cue| cue.sense.is_clear) {
        return None;
    }
    let source = from.find_listed(&bitext.source.prose, words, in_source.iter().copied(), listing);
    if source.len() > MANY || target.len() > MANY {
        return None;
    }
    let longer = words.len().max(others.len()) as f64;
    let near = NEAR.max(NEAR_WORDS / longer);
    let beside = BESIDE.max(BESIDE_WORDS / longer);
    let mut pairs = CuePairs::new((&source, words.len()), (&target, others.len()));
    pairs.join(f64::INFINITY, |one: Pole, other: Pole| one == other && one.is_clear);
    pairs.join(near, |one: Pole, other: Pole| one.number == other.number);
    let left: Vec<(f64, Cue<Pole>)> = pairs.rest(Side::Source).collect();
    let right: Vec<(f64, Cue<Pole>)> = pairs.rest(Side::Target).collect();
    let are_only = clear(&left).count() == 1 && clear(&right).count() == 1;
    for (place, cue) in clear(&left) {
        for (there, fellow) in clear(&right) {
            let (own, other) = (cue.sense.number, fellow.sense.number);
            let is_near = are_only || (place - there).abs() <= near;
            let is_explained = has_beside(&right, own, place, beside) || has_beside(&left, other, there, beside);
            if own != other
                && is_near
                && !is_explained
                && !(is_one_of_several && (is_counted(words, cue.at) || is_counted(others, fellow.at)))
                && is_negated(context, bitext, Side::Source, cue.at)
                    == is_negated(context, bitext, Side::Target, fellow.at)
            {
                return Some((cue, fellow));
            }
        }
    }
    None
}

/// Whether a number stands before a word: `a decade` may be `10 лет`, `30 days` a month, and what is counted is a matter of
/// numbers.
fn is_counted(words: &[Word<'_>], at: usize) -> bool {
    let before = at.checked_sub(1).and_then(|before| words.get(before));
    before.is_some_and(|word| word.has_digit || word.lists.has(WordLists::NUMBER))
}

/// Whether a word of a side is negated by one before it.
fn is_negated(context: &Context<'_>, bitext: &Bitext<'_>, side: Side, at: usize) -> bool {
    let prose = match side {
        Side::Source => &bitext.source.prose,
        Side::Target => &bitext.target.prose,
    };
    context.negatives.is_negated(side, prose, bitext.words(side), at)
}

/// The words that have one of the meanings for certain.
fn clear(cues: &[(f64, Cue<Pole>)]) -> impl Iterator<Item = (f64, Cue<Pole>)> {
    cues.iter().copied().filter(|(_, cue)| cue.sense.is_clear)
}

/// Whether a word of a meaning is near a place.
fn has_beside(cues: &[(f64, Cue<Pole>)], number: usize, place: f64, beside: f64) -> bool {
    cues.iter().any(|(at, cue)| cue.sense.number == number && (at - place).abs() <= beside)
}
