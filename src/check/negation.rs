//! `negation`: a negation of the source that the translation lacks, or one that it adds.

use crate::model::{Args, Finding, Problem, Problems, Severity, Side, clip, cut};

use super::{
    Bitext, Check, Context, Rule,
    negation_pairs::{NegationSpot, Unexplained, unexplained},
    proportion::{growth, has_words},
};

pub(super) struct NegationRule;

const RULE: Rule = Rule { id: "negation", severity: Severity::Major };

/// The length, as a natural logarithm of that to be expected, of a translation of which a part is missing.
const BROKEN_OFF: f64 = -0.7;
/// The same where the text is short: a few words of it may have much shorter counterparts.
const SHORT_BROKEN_OFF: f64 = -1.1;
/// Characters of a short text.
const SHORT: usize = 60;
/// The most characters of a text that a finding shows.
const SHOWN: usize = 60;

/// A negation is on one side only.
enum NegationProblem {
    /// The source has it.
    Lost { words: String },
    /// The translation has it.
    Added { words: String },
    /// A pronoun of the translation calls for a negated verb.
    Bare { words: String },
}

impl Problem for NegationProblem {
    fn rule(&self) -> &'static str {
        RULE.id
    }

    fn id(&self) -> &'static str {
        match self {
            Self::Lost { .. } => "negation-lost",
            Self::Added { .. } => "negation-added",
            Self::Bare { .. } => "negation-bare",
        }
    }

    fn args(&self) -> Args {
        let (Self::Lost { words } | Self::Added { words } | Self::Bare { words }) = self;
        vec![("words", words.into())]
    }

    fn all() -> Vec<Self> {
        vec![
            Self::Lost { words: "not signed".to_owned() },
            Self::Added { words: "не подписал".to_owned() },
            Self::Bare { words: "никто".to_owned() },
        ]
    }
}

impl Check for NegationRule {
    fn rule(&self) -> Rule {
        RULE
    }

    fn problems(&self) -> Problems {
        Problems::of::<NegationProblem>()
    }

    fn segment(&self, context: &Context<'_>, bitext: &Bitext<'_>, out: &mut Vec<Finding>) {
        if context.negatives.is_empty() || bitext.from_source || bitext.is_slug() || !has_words(context, bitext) {
            return;
        }
        let Some(found) = unexplained(context, bitext) else { return };
        let (source, target) = (&bitext.source.prose, &bitext.target.prose);
        let shown = |text: &str, spot: &NegationSpot| clip(cut(text, &spot.span), SHOWN);
        let whole = 0..target.len();
        let (problem, severity, span) = match found {
            // Where a part of the text is missing, its negation is the least of it; a speaker's own words may have none.
            Unexplained::Lost(_) if !bitext.exempt.is_empty() => return,
            Unexplained::Lost(ref spot) if growth(context, bitext) < broken_off(source, spot.is_attested) => return,
            Unexplained::Lost(spot) => (NegationProblem::Lost { words: shown(source, &spot) }, severity(&spot), whole),
            Unexplained::Added(NegationSpot { is_only: false, is_attested: false, .. }) => return,
            Unexplained::Added(spot) => {
                (NegationProblem::Added { words: shown(target, &spot) }, severity(&spot), spot.span)
            }
            Unexplained::Bare(spot) => {
                (NegationProblem::Bare { words: shown(target, &spot) }, Severity::Minor, spot.span)
            }
        };
        out.push(Finding::new(problem, severity, bitext.place(context, Side::Target, span)));
    }
}

/// The length from which a part of a translation is missing; where it has what is negated, less of it may do.
fn broken_off(source: &str, is_attested: bool) -> f64 {
    let is_short = source.chars().nth(SHORT).is_none();
    if is_attested && is_short { SHORT_BROKEN_OFF } else { BROKEN_OFF }
}

/// How certain it is that a negation has no counterpart: good translations often say the same without one.
fn severity(spot: &NegationSpot) -> Severity {
    if spot.is_only && spot.is_attested { RULE.severity } else { Severity::Neutral }
}
