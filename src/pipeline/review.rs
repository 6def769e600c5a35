//! Review of a translation, without the findings that a newsroom accepts.

use std::collections::BTreeMap;

use crate::{
    check::{Context, check_article},
    model::{Article, Finding, Locale, Origin, SegmentId, Side, Text, Translation, cut},
};

/// An exception for findings that a newsroom accepts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Accepted {
    /// The rule.
    pub rule: String,
    /// If set, only in this article.
    pub article: Option<String>,
    /// If set, only in this locale.
    pub locale: Option<Locale>,
    /// If set, only in this segment.
    pub segment: Option<String>,
    /// If set, only where this is the marked text.
    pub text: Option<String>,
    /// Whether it excepts nothing at all, since nobody has said why it is there.
    pub is_void: bool,
}

impl Accepted {
    /// Whether the exception covers a finding in an article, if it is in one, whose marked text is `marked`.
    fn covers(&self, article: Option<&str>, finding: &Finding, marked: Option<&str>) -> bool {
        let segment = finding.place.segment.map(|id| id.to_string());
        !self.is_void
            && self.rule == finding.rule()
            && self.article.as_ref().is_none_or(|slug| article == Some(slug))
            && self.locale.as_ref().is_none_or(|locale| finding.place.locale.as_ref() == Some(locale))
            && self.segment.as_ref().is_none_or(|name| segment.as_ref() == Some(name))
            && self.text.as_ref().is_none_or(|text| marked == Some(text))
    }
}

/// Whether an exception covers a finding; the first that does gets one more in `counts`.
#[must_use]
pub fn accepts(
    exceptions: &[Accepted],
    counts: &mut [usize],
    article: Option<&str>,
    finding: &Finding,
    marked: Option<&str>,
) -> bool {
    let covering = exceptions.iter().position(|exception| exception.covers(article, finding, marked));
    counts.iter_mut().skip(covering.unwrap_or(usize::MAX)).take(1).for_each(|count| *count += 1);
    covering.is_some()
}

/// The result of a review.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Review {
    /// The findings, in reading order.
    pub findings: Vec<Finding>,
    /// For each entry of the accepted list, the number of findings it suppressed.
    pub accepted: Vec<usize>,
}

/// Rules about the structure of a translation; all others are about its language, which a placeholder does not have.
const STRUCTURE_RULES: [&str; 3] = ["missing", "stale", "codes"];

/// Checks an article's translation. Leaves out findings about the language of placeholder targets (`placeholders` names
/// their engines) and those that `accepted` covers.
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
    let is_placeholder = |id: &SegmentId| {
        let origin = translation.targets.get(id).map(|target| &target.origin);
        matches!(origin, Some(Origin::Machine { engine }) if placeholders.contains(&engine.as_str()))
    };
    let has_placeholders = translation.targets.keys().any(is_placeholder);
    let mut counts = vec![0; accepted.len()];
    let marked_text = |finding: &Finding| -> Option<String> {
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
            STRUCTURE_RULES.contains(&finding.rule())
                || finding.place.side == Side::Source
                || match &finding.place.segment {
                    Some(id) => !is_placeholder(id),
                    None => !has_placeholders,
                }
        })
        .filter(|finding| {
            let text = marked_text(finding);
            !accepts(accepted, &mut counts, Some(&article.slug), finding, text.as_deref())
        })
        .collect();
    Review { findings, accepted: counts }
}
