//! `missing`: a segment without a translation.

use crate::model::{Finding, Place, Problem, Problems, Severity, Side};

use super::{Bitext, Check, CheckedArticle, Context, Rule};

pub(super) struct MissingTarget;

const RULE: Rule = Rule { id: "missing", severity: Severity::Major };

/// The segment has no translation.
struct MissingProblem;

impl Problem for MissingProblem {
    fn rule(&self) -> &'static str {
        RULE.id
    }

    fn id(&self) -> &'static str {
        RULE.id
    }

    fn all() -> Vec<Self> {
        vec![Self]
    }
}

impl Check for MissingTarget {
    fn rule(&self) -> Rule {
        RULE
    }

    fn problems(&self) -> Problems {
        Problems::of::<MissingProblem>()
    }

    fn segment(&self, context: &Context<'_>, bitext: &Bitext<'_>, out: &mut Vec<Finding>) {
        let blank = bitext.target.codes.is_empty() && bitext.target.prose.trim().is_empty();
        if blank && !bitext.source.prose.trim().is_empty() {
            out.push(Finding::new(MissingProblem, RULE.severity, bitext.place(context, Side::Target, 0..0)));
        }
    }

    fn article(&self, context: &Context<'_>, checked: &CheckedArticle<'_>, out: &mut Vec<Finding>) {
        for (_, segment) in checked.article.translated() {
            let target = checked.translation.targets.get(&segment.id);
            if target.is_none_or(|target| target.text.codes.is_empty() && target.text.prose.trim().is_empty()) {
                let locale = Some(context.pair.target.clone());
                let place = Place { locale, segment: Some(segment.id), ..Place::default() };
                out.push(Finding::new(MissingProblem, RULE.severity, place));
            }
        }
    }
}
