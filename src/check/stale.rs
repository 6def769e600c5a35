//! `stale`: a translation whose source has changed since.

use crate::model::{Finding, Place, Problem, Problems, Severity};

use super::{Check, CheckedArticle, Context, Rule};

pub(super) struct Stale;

const RULE: Rule = Rule { id: "stale", severity: Severity::Major };

/// The source sentence has changed since it was translated.
struct StaleProblem;

impl Problem for StaleProblem {
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

impl Check for Stale {
    fn rule(&self) -> Rule {
        RULE
    }

    fn problems(&self) -> Problems {
        Problems::of::<StaleProblem>()
    }

    fn article(&self, context: &Context<'_>, checked: &CheckedArticle<'_>, out: &mut Vec<Finding>) {
        for (_, segment) in checked.article.translated() {
            if checked.translation.targets.get(&segment.id).is_some_and(|target| target.stale.is_some()) {
                let locale = Some(context.pair.target.clone());
                let place = Place { locale, segment: Some(segment.id), ..Place::default() };
                out.push(Finding::new(StaleProblem, RULE.severity, place));
            }
        }
    }
}
