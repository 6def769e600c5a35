//! What is wrong with a translation, and what a newsroom has decided not to hear of.

use std::collections::BTreeMap;

use crate::{
    check::{Context, check_article},
    model::{Article, Finding, Locale, Origin, SegmentId, Side, Text, Translation, cut},
};

/// A finding that a newsroom accepts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accepted {
    /// The rule.
    pub rule: String,
    /// Only in this locale.
    pub locale: Option<Locale>,
    /// Only in this segment.
    pub segment: Option<String>,
    /// Only where the marked text is this.
    pub text: Option<String>,
}

impl Accepted {
    /// Whether a finding is accepted whose marked text is `marked`.
    #[must_use]
    pub fn covers(&self, finding: &Finding, marked: Option<&str>) -> bool {
        let segment = finding.place.segment.map(|id| id.to_string());
        self.rule == finding.rule()
            && self.locale.as_ref().is_none_or(|locale| finding.place.locale.as_ref() == Some(locale))
            && self.segment.as_ref().is_none_or(|name| segment.as_ref() == Some(name))
            && self.text.as_ref().is_none_or(|text| marked == Some(text))
    }
}

/// What a review gives.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Review {
    /// The findings, in reading order.
    pub findings: Vec<Finding>,
    /// For each entry of the accepted list, how many findings it took away.
    pub accepted: Vec<usize>,
}

/// Rules that look at the shape of a translation; all others look at its language, which a placeholder does not have.
const SHAPE: [&str; 3] = ["missing", "stale", "codes"];

/// Checks an article's translation. Findings about the language of targets that only hold a place (`placeholders` are
/// the engines) are left out, and so are those that `accepted` names.
#[must_use]
pub fn review(
    context: &Context<'_>,
    article: &Article,
    translation: &Translation,
    placeholders: &[&str],
    accepted: &[Accepted],
) -> Review {
    let texts: BTreeMap<SegmentId, Text> =
        article.segments().map(|(unit, segment)| (segment.id, unit.text_of(segment))).collect();
    let holds_a_place = |id: &SegmentId| {
        let origin = translation.targets.get(id).map(|target| &target.origin);
        matches!(origin, Some(Origin::Machine { engine }) if placeholders.contains(&engine.as_str()))
    };
    let any_placeholder = translation.targets.keys().any(holds_a_place);
    let mut counts = vec![0; accepted.len()];
    let marked = |finding: &Finding| -> Option<String> {
        let id = finding.place.segment?;
        let text = match finding.place.side {
            Side::Source => &texts.get(&id)?.prose,
            Side::Target => &translation.targets.get(&id)?.text.prose,
        };
        Some(cut(text, &finding.place.span).to_owned())
    };
    let findings = check_article(context, article, translation)
        .into_iter()
        .filter(|finding| {
            SHAPE.contains(&finding.rule())
                || match &finding.place.segment {
                    Some(id) => !holds_a_place(id),
                    None => !any_placeholder,
                }
        })
        .filter(|finding| {
            let text = marked(finding);
            let is_accepted = |entry: &Accepted| entry.covers(finding, text.as_deref());
            match accepted.iter().position(is_accepted) {
                Some(index) => {
                    if let Some(count) = counts.get_mut(index) {
                        *count += 1;
                    }
                    false
                }
                None => true,
            }
        })
        .collect();
    Review { findings, accepted: counts }
}
