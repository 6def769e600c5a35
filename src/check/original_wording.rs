//! `original-wording`: the article carries the speaker's own words in the target's language; the target has to have
//! them.

use std::ops::Range;

use crate::model::{Args, Finding, Original, Place, Problem, Problems, Severity, Unit};

use super::{Check, Context, Rule, Whole};

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

    fn article(&self, context: &Context<'_>, whole: &Whole<'_>, out: &mut Vec<Finding>) {
        for unit in whole.article.units.iter().filter(|unit| unit.role.is_translated()) {
            for original in originals(context, unit) {
                out.extend(lacking(context, whole, unit, original));
            }
        }
    }
}

/// The original wordings of a unit that are in the target's language.
fn originals<'a>(context: &'a Context<'_>, unit: &'a Unit) -> impl Iterator<Item = &'a Original> {
    let target = &context.pair.target;
    unit.originals.iter().filter(move |original| original.locale == *target)
}

/// The finding for an original wording that a unit's translation lacks.
fn lacking(context: &Context<'_>, whole: &Whole<'_>, unit: &Unit, original: &Original) -> Option<Finding> {
    let target_of = |id| whole.translation.targets.get(&id).map(|target| target.text.prose.as_str());
    let joined: Vec<&str> = unit.segments.iter().filter_map(|segment| target_of(segment.id)).collect();
    let words = |text: &str| words(context, text);
    if joined.is_empty() || words(&joined.join(" ")).contains(&words(&original.wording)) {
        return None;
    }
    // The segment in which the quotation stands, or begins.
    let quoted = original.quoted.as_deref().and_then(|quoted| unit.text.prose.find(quoted)).unwrap_or(0);
    let segment = unit.segments.iter().rfind(|segment| segment.span.start <= quoted).or(unit.segments.first())?;
    // A segment without a target is missing; that is said elsewhere.
    target_of(segment.id)?;
    let locale = Some(context.pair.target.clone());
    let place = Place { locale, segment: Some(segment.id), ..Place::default() };
    let problem = OriginalWordingProblem { wording: original.wording.clone() };
    Some(Finding::new(problem, RULE.severity, place))
}

/// The words of a text, folded, each between spaces, so that one text can be looked for in another.
fn words(context: &Context<'_>, text: &str) -> String {
    let folded = context.termbase.folding(&context.pair.target).fold(text).text;
    let mut out = String::with_capacity(folded.len() + 2);
    out.push(' ');
    for word in folded.split(|c: char| !c.is_alphanumeric() && c != '\'').filter(|word| !word.is_empty()) {
        out.push_str(word);
        out.push(' ');
    }
    out
}

/// The bytes of a target that are a speaker's own words: an original wording that stands in it, or the whole target
/// where it is a part of one.
pub(super) fn spans(context: &Context<'_>, unit: &Unit, target: &str) -> Vec<Range<usize>> {
    let mut spans = Vec::new();
    for original in originals(context, unit) {
        let wording = original.wording.trim_matches(|c: char| !c.is_alphanumeric());
        if wording.is_empty() {
            continue;
        }
        if let Some(at) = target.find(wording) {
            spans.push(at..at + wording.len());
        } else {
            let own = words(context, target);
            // A word or two are in many texts; a sentence of the quotation is not.
            if own.len() > 20 && words(context, &original.wording).contains(&own) {
                spans.push(0..target.len());
            }
        }
    }
    spans
}
