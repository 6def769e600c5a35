//! `apostrophe`: the sign between a consonant and a vowel (аб’ява, обʼєкт, ru объект): lost, or another in its place.

use crate::model::{Args, Finding, Problem, Problems, Severity, Side};

use super::{
    Bitext, Check, CheckedArticle, Context, Rule,
    seams::FoundSeams,
    separation::is_apostrophe,
    spots::{Spot, report},
    word_facts::WordLists,
    words::groups,
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

/// Reports a text; `kind` is that of the apostrophes of the article's texts before it.
fn inspect(context: &Context<'_>, bitext: &Bitext<'_>, kind: &mut Option<char>, out: &mut Vec<Finding>) {
    let separators = &context.separators;
    if separators.is_empty() || bitext.from_source {
        return;
    }
    let (prose, words) = (&bitext.target.prose, bitext.words(Side::Target));
    if !words.are_attached && !words.lists.has(WordLists::SEAM) {
        return;
    }
    let mut found = FoundSeams::default();
    for group in groups(prose, words, is_apostrophe) {
        if let [first, .., last] = group {
            found.look(separators, prose, first.span.start..last.span.end);
        } else if let Some(word) = group.first().filter(|word| word.lists.has(WordLists::SEAM)) {
            found.look(separators, prose, word.span.clone());
        }
    }
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
