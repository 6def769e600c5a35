//! `hedge`: a statement that the source only reports and the translation makes, or the reverse.

use crate::model::{Args, Finding, Problem, Problems, Severity, Side, cut};

use super::{
    Bitext, Check, Context, Rule,
    cues::{Cue, CueTable},
    proportion::{growth, has_words},
    word_facts::WordLists,
};

pub(super) struct Hedge;

const RULE: Rule = Rule { id: "hedge", severity: Severity::Neutral };

/// The length, as a natural logarithm of that to be expected, of a translation of which a part is missing.
const BROKEN_OFF: f64 = -0.9;

/// A hedge is on one side only.
enum HedgeProblem {
    /// The source has it.
    Lost { words: String },
    /// The translation has it.
    Added { words: String },
}

impl Problem for HedgeProblem {
    fn rule(&self) -> &'static str {
        RULE.id
    }

    fn id(&self) -> &'static str {
        match self {
            Self::Lost { .. } => "hedge-lost",
            Self::Added { .. } => "hedge-added",
        }
    }

    fn args(&self) -> Args {
        let (Self::Lost { words } | Self::Added { words }) = self;
        vec![("words", words.into())]
    }

    fn all() -> Vec<Self> {
        vec![Self::Lost { words: "allegedly".to_owned() }, Self::Added { words: "якобы".to_owned() }]
    }
}

impl Check for Hedge {
    fn rule(&self) -> Rule {
        RULE
    }

    fn problems(&self) -> Problems {
        Problems::of::<HedgeProblem>()
    }

    fn segment(&self, context: &Context<'_>, bitext: &Bitext<'_>, out: &mut Vec<Finding>) {
        let lists = &context.hedges;
        if lists.source.is_empty() || lists.target.is_empty() || bitext.from_source || bitext.is_slug() {
            return;
        }
        let (words, others) = (bitext.words(Side::Source), bitext.words(Side::Target));
        if !words.lists.with(others.lists).has(WordLists::HEDGE) {
            return;
        }
        let find = |table: &CueTable<bool>, side: Side, prose: &str| table.find(prose, bitext.words(side));
        let source = find(&lists.source, Side::Source, &bitext.source.prose);
        let target = find(&lists.target, Side::Target, &bitext.target.prose);
        let clear = |cues: &[Cue<bool>]| cues.iter().copied().find(|cue| cue.sense);
        let (problem, span) = match (clear(&source), clear(&target)) {
            (Some(cue), None) if target.is_empty() && growth(context, bitext) > BROKEN_OFF => {
                let words = cut(&bitext.source.prose, &cue.span(bitext.words(Side::Source)));
                (HedgeProblem::Lost { words: words.to_owned() }, 0..bitext.target.prose.len())
            }
            (None, Some(cue)) if source.is_empty() => {
                let span = cue.span(bitext.words(Side::Target));
                (HedgeProblem::Added { words: cut(&bitext.target.prose, &span).to_owned() }, span)
            }
            _ => return,
        };
        if has_words(context, bitext) {
            out.push(Finding::new(problem, RULE.severity, bitext.place(context, Side::Target, span)));
        }
    }
}
