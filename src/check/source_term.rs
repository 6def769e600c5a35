//! `source-term`: a forbidden wording in the source itself (`Gomel`).

use crate::model::{Args, Finding, Problem, Problems, Severity, Side, Usage};

use super::{
    Bitext, Check, CheckedArticle, Context, Rule,
    suggestion::{RefusedWording, wording_finding},
};

pub(super) struct SourceTerm;

const RULE: Rule = Rule { id: "source-term", severity: Severity::Minor };

/// The source uses a forbidden wording.
struct SourceTermProblem(RefusedWording);

impl Problem for SourceTermProblem {
    fn rule(&self) -> &'static str {
        RULE.id
    }

    fn id(&self) -> &'static str {
        match self.0 {
            RefusedWording::Instead { .. } => "source-term-instead",
            RefusedWording::Alone { .. } => "source-term-alone",
        }
    }

    fn args(&self) -> Args {
        self.0.args()
    }

    fn all() -> Vec<Self> {
        RefusedWording::all().map(Self).into()
    }
}

impl Check for SourceTerm {
    fn rule(&self) -> Rule {
        RULE
    }

    fn problems(&self) -> Problems {
        Problems::of::<SourceTermProblem>()
    }

    fn article(&self, context: &Context<'_>, checked: &CheckedArticle<'_>, out: &mut Vec<Finding>) {
        for bitext in checked.sources() {
            self.segment(context, bitext, out);
        }
    }

    fn segment(&self, context: &Context<'_>, bitext: &Bitext<'_>, out: &mut Vec<Finding>) {
        let refused = bitext.source_hits.iter().filter(|hit| hit.usage == Usage::Forbidden);
        out.extend(
            refused.filter_map(|hit| wording_finding(RULE, SourceTermProblem, (context, bitext), Side::Source, hit)),
        );
    }
}
