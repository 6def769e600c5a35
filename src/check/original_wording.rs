//! `original-wording`: the target must contain the speaker's own words where the article has them in its language.

use crate::model::{Args, Finding, Original, Place, Problem, Problems, Severity, Unit};

use super::{
    Check, CheckedArticle, Context, Rule,
    originals::{originals, words},
};

pub(super) struct OriginalWording;

const RULE: Rule = Rule { id: "original-wording", severity: Severity::Minor };

/// The target lacks the speaker’s own words.
struct OriginalWordingProblem {
    wording: String,
}

impl Problem for OriginalWordingProblem {
    fn rule(&self) -> &'static str {
        RULE.id
    }

    fn id(&self) -> &'static str {
        RULE.id
    }

    fn args(&self) -> Args {
        vec![("wording", (&self.wording).into())]
    }

    fn all() -> Vec<Self> {
        vec![Self { wording: "Жыве Беларусь".to_owned() }]
    }
}

impl Check for OriginalWording {
    fn rule(&self) -> Rule {
        RULE
    }

    fn problems(&self) -> Problems {
        Problems::of::<OriginalWordingProblem>()
    }

    fn article(&self, context: &Context<'_>, checked: &CheckedArticle<'_>, out: &mut Vec<Finding>) {
        for unit in checked.article.units.iter().filter(|unit| unit.role.is_translated()) {
            for original in originals(&context.pair.target, unit) {
                out.extend(missing_wording(context, checked, unit, original));
            }
        }
    }
}

/// The finding for an original wording that a unit's translation lacks.
fn missing_wording(
    context: &Context<'_>,
    checked: &CheckedArticle<'_>,
    unit: &Unit,
    original: &Original,
) -> Option<Finding> {
    let target_of = |id| checked.translation.targets.get(&id).map(|target| target.text.prose.as_str());
    let folding = context.target_folding;
    let joined: Vec<&str> = unit.segments.iter().filter_map(|segment| target_of(segment.id)).collect();
    let words = |text: &str| words(folding, text);
    if joined.is_empty() || words(&joined.join(" ")).contains(&words(&original.wording)) {
        return None;
    }
    // The segment in which the quotation begins.
    let quoted = original.quoted.as_deref().and_then(|quoted| unit.text.prose.find(quoted)).unwrap_or(0);
    let segment = unit.segments.iter().rfind(|segment| segment.span.start <= quoted).or(unit.segments.first())?;
    // A segment without a target is reported by `missing`.
    target_of(segment.id)?;
    let locale = Some(context.pair.target.clone());
    let place = Place { locale, segment: Some(segment.id), ..Place::default() };
    let problem = OriginalWordingProblem { wording: original.wording.clone() };
    Some(Finding::new(problem, RULE.severity, place))
}
