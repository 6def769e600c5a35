//! `names`: another name in place of one that the source has: of a person or place in no glossary, or the first name of a
//! person of the glossary.

use crate::model::{Args, Finding, Problem, Problems, Severity, Side, cut};

use super::{
    Bitext, Check, Context, Rule,
    given_names::other_given_name,
    name_pairs::{NameCertainty, exchanged_name},
};

pub(super) struct NamesRule;

const RULE: Rule = Rule { id: "names", severity: Severity::Minor };

/// A name is not that of the source.
enum NamesProblem {
    /// Another name is in its place.
    Other { name: String, other: String },
}

impl Problem for NamesProblem {
    fn rule(&self) -> &'static str {
        RULE.id
    }

    fn id(&self) -> &'static str {
        match self {
            Self::Other { .. } => "names-other",
        }
    }

    fn args(&self) -> Args {
        let Self::Other { name, other } = self;
        vec![("name", name.into()), ("other", other.into())]
    }

    fn all() -> Vec<Self> {
        vec![Self::Other { name: "Merkel".to_owned(), other: "Макрон".to_owned() }]
    }
}

impl Check for NamesRule {
    fn rule(&self) -> Rule {
        RULE
    }

    fn problems(&self) -> Problems {
        Problems::of::<NamesProblem>()
    }

    fn segment(&self, context: &Context<'_>, bitext: &Bitext<'_>, out: &mut Vec<Finding>) {
        if bitext.from_source || bitext.is_slug() {
            return;
        }
        for found in [exchanged_name(context, bitext), other_given_name(context, bitext)].into_iter().flatten() {
            let severity = match found.certainty {
                NameCertainty::BothKnown | NameCertainty::Surname => RULE.severity,
                NameCertainty::Known | NameCertainty::Likely => Severity::Neutral,
            };
            let name = cut(&bitext.source.prose, &found.source).to_owned();
            let other = cut(&bitext.target.prose, &found.target).to_owned();
            let place = bitext.place(context, Side::Target, found.target);
            out.push(Finding::new(NamesProblem::Other { name, other }, severity, place));
        }
    }
}
