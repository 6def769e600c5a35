//! `forbidden-term`: a wording that the house refuses stands in the target.

use crate::model::{Finding, Severity, Side, Usage};

use super::{Bitext, Check, Context, Rule, suggestion};

pub(super) struct ForbiddenTerm;

pub(super) const RULE: Rule = Rule { id: "forbidden-term", severity: Severity::Major };

impl Check for ForbiddenTerm {
    fn rule(&self) -> Rule {
        RULE
    }

    fn segment(&self, context: &Context<'_>, bitext: &Bitext<'_>, out: &mut Vec<Finding>) {
        let wrong =
            bitext.target_hits.iter().filter(|hit| hit.usage == Usage::Forbidden && bitext.may_refuse(&hit.span));
        out.extend(wrong.filter_map(|hit| suggestion::about(RULE, context, bitext, Side::Target, hit)));
    }
}
