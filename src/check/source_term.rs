//! `source-term`: the article itself uses a wording that the house refuses (`Gomel`).

use crate::model::{Finding, Severity, Side, Usage};

use super::{Bitext, Check, Context, Rule, suggestion};

pub(super) struct SourceTerm;

const RULE: Rule = Rule { id: "source-term", severity: Severity::Minor };

impl Check for SourceTerm {
    fn rule(&self) -> Rule {
        RULE
    }

    fn segment(&self, context: &Context<'_>, bitext: &Bitext<'_>, out: &mut Vec<Finding>) {
        let wrong = bitext.source_hits.iter().filter(|hit| hit.usage == Usage::Forbidden);
        out.extend(wrong.filter_map(|hit| suggestion::about(RULE, context, bitext, Side::Source, hit)));
    }
}
