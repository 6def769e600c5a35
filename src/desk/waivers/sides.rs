//! The waivers of a translation, and of its article.

use std::collections::HashMap;

use super::{Waivers, sign::sign};
use crate::{
    desk::{DeskError, Loaded, Workspace},
    model::{Finding, Locale, SegmentId, Side, Translation, Waiver, cut},
};

/// The waivers of a translation, and those of its article.
#[derive(Debug, Clone, Default)]
pub(in crate::desk) struct SideWaivers {
    pub(in crate::desk) target: Waivers,
    pub(in crate::desk) source: Waivers,
}

impl SideWaivers {
    /// Reads the waivers that concern a translation, and the errors of those of the translation that cannot be used.
    pub(in crate::desk) fn load(workspace: &Workspace, loaded: &Loaded, locale: &Locale) -> (Self, Vec<DeskError>) {
        let (target, faults) = Waivers::load(workspace, &loaded.article.slug, locale);
        // Errors of these are reported once an article, not once a locale.
        let (source, _) = Waivers::load(workspace, &loaded.article.slug, &loaded.article.locale);
        (Self { target, source }, faults)
    }

    /// Parts findings into those that are open, each with the digest of what it judged, and those that are waived.
    pub(in crate::desk) fn part(
        &mut self,
        workspace: &Workspace,
        loaded: &Loaded,
        translation: &Translation,
        mut findings: Vec<Finding>,
    ) -> (Vec<Finding>, Vec<(Finding, Waiver)>) {
        sign(&workspace.resources.termbase, &loaded.article, translation, &mut findings);
        if self.target.is_empty() && self.source.is_empty() {
            return (findings, Vec::new());
        }
        let sources: HashMap<SegmentId, String> =
            loaded.article.segments().map(|(unit, segment)| (segment.id, unit.text_of(segment).prose)).collect();
        let (mut open, mut waived) = (Vec::new(), Vec::new());
        for finding in findings {
            let (waivers, text) = match (finding.place.side, finding.place.segment) {
                (Side::Source, Some(id)) => (&mut self.source, sources.get(&id)),
                (Side::Target, Some(id)) => {
                    (&mut self.target, translation.targets.get(&id).map(|target| &target.text.prose))
                }
                (_, None) => (&mut self.target, None),
            };
            let marked = text.map(|text| cut(text, &finding.place.span)).unwrap_or_default();
            match waivers.covering(&finding, marked) {
                Some(covering) => waived.push((finding, covering)),
                None => open.push(finding),
            }
        }
        (open, waived)
    }
}
