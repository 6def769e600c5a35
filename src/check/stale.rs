//! `stale`: a translation whose sentence has changed since.

use crate::model::{Finding, Place, Severity};

use super::{Check, Context, Rule, Whole};

pub(super) struct Stale;

const RULE: Rule = Rule { id: "stale", severity: Severity::Major };

impl Check for Stale {
    fn rule(&self) -> Rule {
        RULE
    }

    fn article(&self, context: &Context<'_>, whole: &Whole<'_>, out: &mut Vec<Finding>) {
        for (_, segment) in whole.article.translated() {
            let Some(old) = whole.translation.targets.get(&segment.id).and_then(|target| target.stale.as_ref()) else {
                continue;
            };
            let locale = Some(context.pair.target.clone());
            let place = Place { locale, segment: Some(segment.id), ..Place::default() };
            out.push(Finding::new(RULE.id, RULE.severity, place).arg("old", old.prose.clone()));
        }
    }
}
