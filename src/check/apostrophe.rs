//! `apostrophe`: the sign between a consonant and a vowel (аб’ява, обʼєкт, ru объект): lost, or another in its place.

use std::ops::Range;

use crate::model::{Args, Finding, Problem, Problems, Severity, cut};

use super::{
    Bitext, Check, CheckedArticle, Context, Rule,
    separation::{Seam, Separators, Trait, begins_small, is_apostrophe},
    spots::{Spot, report},
};

pub(super) struct Apostrophe;

const RULE: Rule = Rule { id: "apostrophe", severity: Severity::Minor };

/// A word's apostrophe is not as it should be.
enum ApostropheProblem {
    /// It is missing.
    Lost { word: String },
    /// Another character stands in its place.
    Wrong { word: String },
    /// It is of another kind than the text's others.
    Mixed { word: String },
}

impl Problem for ApostropheProblem {
    fn rule(&self) -> &'static str {
        RULE.id
    }

    fn id(&self) -> &'static str {
        match self {
            Self::Lost { .. } => "apostrophe-lost",
            Self::Wrong { .. } => "apostrophe-wrong",
            Self::Mixed { .. } => "apostrophe-mixed",
        }
    }

    fn args(&self) -> Args {
        let (Self::Lost { word } | Self::Wrong { word } | Self::Mixed { word }) = self;
        vec![("word", word.into())]
    }

    fn all() -> Vec<Self> {
        let word = "обєкт".to_owned();
        vec![Self::Lost { word: word.clone() }, Self::Wrong { word: word.clone() }, Self::Mixed { word }]
    }
}

impl Check for Apostrophe {
    fn rule(&self) -> Rule {
        RULE
    }

    fn problems(&self) -> Problems {
        Problems::of::<ApostropheProblem>()
    }

    fn segment(&self, context: &Context<'_>, bitext: &Bitext<'_>, out: &mut Vec<Finding>) {
        inspect(context, bitext, &mut None, out);
    }

    fn article(&self, context: &Context<'_>, checked: &CheckedArticle<'_>, out: &mut Vec<Finding>) {
        let mut kind = None;
        for bitext in &checked.bitexts {
            inspect(context, bitext, &mut kind, out);
        }
    }
}

/// What is found in a text, as places of words with the sign that each should have.
#[derive(Default)]
struct Found {
    lost: Vec<Spot>,
    wrong: Vec<Spot>,
    names: Vec<Spot>,
    /// Apostrophes that may stand there, by place and kind.
    signs: Vec<(Range<usize>, char)>,
}

/// Reports a text; `kind` is that of the apostrophes of the article's texts before it.
fn inspect(context: &Context<'_>, bitext: &Bitext<'_>, kind: &mut Option<char>, out: &mut Vec<Finding>) {
    let separators = &context.separators;
    if separators.is_empty() || bitext.from_source {
        return;
    }
    let prose = &bitext.target.prose;
    let mut found = Found::default();
    look(separators, prose, &mut found);
    let first = found.signs.first().map(|(_, kind)| *kind);
    let house = separators.apostrophe;
    // The house's kind where the text has it, else that of its first.
    let usual = if found.signs.iter().any(|(_, kind)| Some(*kind) == house) { house } else { first };
    let mixed: Vec<Spot> = found
        .signs
        .iter()
        .filter(|(_, kind)| Some(*kind) != usual)
        .map(|(span, _)| Spot::certain(span.clone(), usual.map(String::from).unwrap_or_default()))
        .collect();
    // Each kind of an article is reported once: an edition has the house's kind anyway.
    let differs = mixed.is_empty() && kind.is_some() && usual.is_some() && *kind != usual;
    if usual.is_some() && (kind.is_none() || differs) {
        *kind = usual;
    }
    let of_article: Vec<Spot> = if differs {
        found.signs.first().map(|(span, _)| Spot::open(span.clone())).into_iter().collect()
    } else {
        Vec::new()
    };
    for (severity, spots, problem) in [
        (RULE.severity, found.lost, (|word| ApostropheProblem::Lost { word }) as fn(String) -> ApostropheProblem),
        (RULE.severity, found.wrong, |word| ApostropheProblem::Wrong { word }),
        (RULE.severity, mixed, |word| ApostropheProblem::Mixed { word }),
        (Severity::Neutral, found.names, |word| ApostropheProblem::Wrong { word }),
        (Severity::Neutral, of_article, |word| ApostropheProblem::Mixed { word }),
    ] {
        let spots: Vec<Spot> = spots.into_iter().filter(|spot| !bitext.is_exempt(&spot.span)).collect();
        report(context, bitext, severity, &spots, &problem, out);
    }
}

/// Looks at every vowel that follows a consonant, with nothing or a sign between them.
fn look(separators: &Separators, prose: &str, found: &mut Found) {
    // The two characters before, in the word that begins at `begin`.
    let (mut second, mut first): (Option<Known>, Option<Known>) = (None, None);
    let mut begin = 0;
    for (at, char) in prose.char_indices() {
        let kind = separators.of(char);
        if kind == Trait::None {
            // A mark within a word; before its letters it is a quotation mark.
            if first.is_none() || !is_apostrophe(char) {
                (second, first) = (None, None);
                continue;
            }
        } else if first.is_none() {
            begin = at;
        }
        let (before, last) = (second, first);
        (second, first) = (first, Some(Known { at, char, kind }));
        let Some(last) = last.filter(|_| kind != Trait::None) else { continue };
        let before_last = before.map(|before| before.char);
        match last.kind {
            Trait::Consonant if kind == Trait::Separated && separators.is_lossy(last.char, char) => {
                let seam = Seam { prose, begin, at, before: before_last, consonant: last.char, vowel: char };
                found.lost.extend(lost(separators, &seam));
            }
            Trait::Soft if kind == Trait::Separated && last.char.is_lowercase() => {
                let Some(before) = before.filter(|before| before.kind == Trait::Consonant) else { continue };
                let seam = Seam { prose, begin, at: last.at, before: None, consonant: before.char, vowel: char };
                let never = separators.is_never_soft(before.char, char);
                let right = separators.sign().unwrap_or_default();
                if (never && begins_small(prose, begin)) || separators.has_stem(&seam, at) {
                    found.wrong.push(Spot::certain(last.at..at, right));
                } else if never {
                    // A name, perhaps spelled so by its bearer.
                    found.names.push(Spot::likely(last.at..at, right));
                }
            }
            Trait::None if before.is_some_and(|before| before.kind == Trait::Consonant) => {
                let consonant = before.map_or(' ', |before| before.char);
                let seam = Seam { prose, begin, at: last.at, before: None, consonant, vowel: char };
                sign_between(separators, &seam, last.at..at, kind == Trait::Separated, found);
            }
            _ => {}
        }
    }
}

/// A character of a word, with what is known of it.
#[derive(Clone, Copy)]
struct Known {
    at: usize,
    char: char,
    kind: Trait,
}

/// A vowel before which the sign was lost.
fn lost(separators: &Separators, seam: &Seam<'_>) -> Option<Spot> {
    let sure = separators.has_stem(seam, seam.at);
    if (!sure && !separators.needs_sign(seam)) || separators.is_kept(seam) {
        return None;
    }
    let sign = separators.sign()?;
    let end = seam.at + seam.vowel.len_utf8();
    let start = seam.at - seam.consonant.len_utf8();
    let written = [cut(seam.prose, &(start..seam.at)), &sign, cut(seam.prose, &(seam.at..end))].concat();
    Some(Spot { span: start..end, replacement: Some(written), certain: sure })
}

/// Looks at a sign between a consonant and a letter.
fn sign_between(separators: &Separators, seam: &Seam<'_>, span: Range<usize>, may_separate: bool, found: &mut Found) {
    let sign = cut(seam.prose, &span).chars().next().unwrap_or(' ');
    if let Some(letter) = separators.letter() {
        // ru об'явить for объявить; a name has its apostrophe: О’Нил.
        let is_listed = separators.has_stem(seam, span.end);
        let is_prefixed = begins_small(seam.prose, seam.begin) && separators.has_head(seam, span.end);
        if may_separate && (is_listed || is_prefixed) {
            found.wrong.push(Spot::certain(span, letter));
        }
    } else if separators.accepts(sign) {
        found.signs.push((span, sign));
    } else if may_separate {
        found.wrong.extend(separators.sign().map(|right| Spot::certain(span, right)));
    }
}
