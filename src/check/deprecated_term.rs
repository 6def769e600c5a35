//! `deprecated-term`: a deprecated wording in the target.

use crate::model::{Args, Finding, Problem, Problems, Severity, Side, Usage};

use super::{
    Bitext, Check, Context, Rule,
    suggestion::{RefusedWording, wording_finding},
};

pub(super) struct DeprecatedTerm;

pub(super) const RULE: Rule = Rule { id: "deprecated-term", severity: Severity::Minor };

/// The wording is deprecated.
struct DeprecatedTermProblem(RefusedWording);

impl Problem for DeprecatedTermProblem {
    fn rule(&self) -> &'static str {
        RULE.id
    }

    fn id(&self) -> &'static str {
        match self.0 {
            RefusedWording::Instead { .. } => "deprecated-term-instead",
            RefusedWording::Alone { .. } => "deprecated-term-alone",
        }
    }

    fn args(&self) -> Args {
        self.0.args()
    }

    fn all() -> Vec<Self> {
        RefusedWording::all().map(Self).into()
    }
}

impl Check for DeprecatedTerm {
    fn rule(&self) -> Rule {
        RULE
    }

    fn problems(&self) -> Problems {
        Problems::of::<DeprecatedTermProblem>()
    }

    fn segment(&self, context: &Context<'_>, bitext: &Bitext<'_>, out: &mut Vec<Finding>) {
        let refused =
            bitext.target_hits.iter().filter(|hit| hit.usage == Usage::Deprecated && bitext.may_refuse(&hit.span));
        out.extend(
            refused
                .filter_map(|hit| wording_finding(RULE, DeprecatedTermProblem, (context, bitext), Side::Target, hit)),
        );
    }
}
