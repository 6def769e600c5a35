//! `forbidden-term`: a forbidden wording in the target.

use crate::model::{Args, Finding, Problem, Problems, Severity, Side, Usage};

use super::{
    Bitext, Check, Context, Rule,
    suggestion::{RefusedWording, wording_finding},
};

pub(super) struct ForbiddenTerm;

pub(super) const RULE: Rule = Rule { id: "forbidden-term", severity: Severity::Major };

/// The wording is forbidden.
struct ForbiddenTermProblem(RefusedWording);

impl Problem for ForbiddenTermProblem {
    fn rule(&self) -> &'static str {
        RULE.id
    }

    fn id(&self) -> &'static str {
        match self.0 {
            RefusedWording::Instead { .. } => "forbidden-term-instead",
            RefusedWording::Alone { .. } => "forbidden-term-alone",
        }
    }

    fn args(&self) -> Args {
        self.0.args()
    }

    fn all() -> Vec<Self> {
        RefusedWording::all().map(Self).into()
    }
}

impl Check for ForbiddenTerm {
    fn rule(&self) -> Rule {
        RULE
    }

    fn problems(&self) -> Problems {
        Problems::of::<ForbiddenTermProblem>()
    }

    fn segment(&self, context: &Context<'_>, bitext: &Bitext<'_>, out: &mut Vec<Finding>) {
        let refused =
            bitext.target_hits.iter().filter(|hit| hit.usage == Usage::Forbidden && bitext.may_refuse(&hit.span));
        out.extend(
            refused.filter_map(|hit| wording_finding(RULE, ForbiddenTermProblem, (context, bitext), Side::Target, hit)),
        );
    }
}
