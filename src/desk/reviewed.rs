//! The review of one translation: its findings, without those that are excepted or waived.

use super::{DeskError, Loaded, Stored, Workspace, contexts::Contexts, waivers::SideWaivers};
use crate::{
    edition::slug_findings,
    model::{Finding, Locale, Side, Translation, Waiver, cut},
    pipeline::{Review, accepts, review},
};

/// A translation and its findings.
pub(super) struct Reviewed {
    pub(super) stored: Stored,
    /// The findings that are neither excepted nor waived.
    pub(super) findings: Vec<Finding>,
    /// The waived ones, each with its waiver.
    pub(super) waived: Vec<(Finding, Waiver)>,
    pub(super) waivers: SideWaivers,
    /// Errors of the waivers that cannot be used.
    pub(super) faults: Vec<DeskError>,
    /// For each accepted entry of the settings, the number of findings it suppressed.
    pub(super) accepted: Vec<usize>,
}

/// Reviews a stored translation.
pub(super) fn review_stored(
    workspace: &Workspace,
    contexts: &Contexts<'_>,
    loaded: &Loaded,
    locale: &Locale,
) -> Result<Reviewed, DeskError> {
    let stored = workspace.store.translation(&loaded.article, locale)?;
    let translation = stored.translation.clone();
    Ok(review_translation(workspace, contexts, loaded, stored, &translation))
}

/// Reviews a translation, either the stored one or one about to be stored.
pub(super) fn review_translation(
    workspace: &Workspace,
    contexts: &Contexts<'_>,
    loaded: &Loaded,
    stored: Stored,
    translation: &Translation,
) -> Reviewed {
    let context = contexts.get(&loaded.article.locale, &translation.locale);
    let placeholders = workspace.registries.placeholders();
    let accepted = workspace.accepted();
    let Review { findings: reviewed, accepted: mut counts } =
        review(&context, &loaded.article, translation, &placeholders, &accepted);
    let profile = workspace.resources.locales.profile(&translation.locale);
    let slug = Some(loaded.article.slug.as_str());
    let mut is_open = |finding: &Finding| !accepts(&accepted, &mut counts, slug, finding, None);
    let mut findings: Vec<Finding> = stored.findings.iter().filter(|finding| is_open(finding)).cloned().collect();
    findings.extend(reviewed);
    findings.extend(slug_findings(&loaded.article, translation, profile).into_iter().filter(|one| is_open(one)));
    let (mut waivers, faults) = SideWaivers::load(workspace, loaded, &translation.locale);
    let (findings, waived) = waivers.part(workspace, loaded, translation, findings);
    Reviewed { stored, findings, waived, waivers, faults, accepted: counts }
}

impl Reviewed {
    /// The review, for what decides by its findings: an error where some of its waivers could not be used.
    pub(super) fn decisive(mut self) -> Result<Self, DeskError> {
        if self.faults.is_empty() { Ok(self) } else { Err(self.faults.swap_remove(0)) }
    }

    /// Adds findings between the editions: those that are neither excepted nor waived, and the waived ones.
    pub(super) fn add(
        &mut self,
        workspace: &Workspace,
        loaded: &Loaded,
        translation: &Translation,
        mut found: Vec<Finding>,
    ) {
        let accepted = workspace.accepted();
        found.retain(|finding| {
            let place = &finding.place;
            let target =
                place.segment.filter(|_| place.side == Side::Target).and_then(|id| translation.targets.get(&id));
            let marked = target.map(|target| cut(&target.text.prose, &place.span));
            !accepts(&accepted, &mut self.accepted, Some(&loaded.article.slug), finding, marked)
        });
        let (open, waived) = self.waivers.part(workspace, loaded, translation, found);
        self.findings.extend(open);
        self.waived.extend(waived);
    }
}
