//! Approval: raises the review state of targets, and records who approved and when.

use std::collections::BTreeSet;

use super::{
    Author, DeskError, Observer, Parallelism, Workspace, between::compare_alone, contexts::Contexts, for_each,
    readiness::with_findings, reviewed::review_translation,
};
use crate::{
    bilingual::{ApprovalScope, ApprovalTerms, Approved, approve as raise},
    model::{Despite, Locale, SegmentId, State},
};

/// Which targets to approve, to which state, and by whom.
#[derive(Debug, Clone)]
pub struct ApprovalRequest {
    /// Ids of the segments to approve; if empty, all segments that are not stale.
    pub segments: Vec<String>,
    /// The new state.
    pub state: State,
    /// The approver's name.
    pub by: String,
    /// Today, `YYYY-MM-DD`.
    pub today: String,
    /// What the approver accepts: unedited drafts, findings at or above the gate.
    pub despite: BTreeSet<Despite>,
}

/// The outcome of an approval in one segment file.
#[derive(Debug)]
pub struct ApprovedFile {
    /// The file's name.
    pub name: String,
    /// Its locale.
    pub locale: Locale,
    /// Which targets were raised and which were not.
    pub approved: Approved,
    /// The targets that were left as they are, since somebody else gave them another text meanwhile.
    pub changed: Vec<SegmentId>,
}

/// Approves targets of a selection, except placeholders, and drafts and targets with findings that the request does not
/// accept. Segment files without any of the requested segments are skipped. A segment id that
/// no article has is an error, reported after the rest is done.
pub fn approve(
    workspace: &Workspace,
    slugs: &[String],
    approval: &ApprovalRequest,
    observer: &dyn Observer,
) -> Result<(Vec<ApprovedFile>, Vec<DeskError>), DeskError> {
    let requested = approval.segments.iter().map(|name| parse_segment_id(name)).collect::<Result<Vec<_>, _>>()?;
    if approval.by.trim().is_empty() {
        return Err(DeskError::Nameless);
    }
    let contexts = Contexts::new(&workspace.resources);
    let placeholders = workspace.registries.placeholders();
    let visited = for_each(
        workspace,
        slugs,
        Parallelism::Articles,
        observer,
        |loaded, locale| {
            let article = &loaded.article;
            let ids = article.translated().map(|(_, segment)| segment.id);
            let ids_here: Vec<SegmentId> = ids.filter(|id| requested.contains(id)).collect();
            let stored = workspace.store.translation(article, locale)?;
            if !requested.is_empty() && ids_here.is_empty() {
                return Ok((ids_here, None));
            }
            let which = if requested.is_empty() { ApprovalScope::All } else { ApprovalScope::Only(&ids_here) };
            let terms = |despite, with_findings| ApprovalTerms {
                state: approval.state,
                by: &approval.by,
                date: &approval.today,
                despite,
                placeholders: &placeholders,
                with_findings,
            };
            // A stale target is judged as what it becomes: the translation of the current sentence.
            let mut wanted = stored.translation.clone();
            let (everything, nothing) = (BTreeSet::from([Despite::Drafts, Despite::Findings]), BTreeSet::new());
            raise(&mut wanted, which, &terms(&everything, &nothing));
            let review = review_translation(workspace, &contexts, loaded, stored.clone(), &wanted);
            let review = compare_alone(workspace, &contexts, loaded, &wanted, review).decisive()?;
            let mut translation = stored.translation.clone();
            let with_findings = with_findings(workspace, &review.findings, approval.state);
            let mut approved = raise(&mut translation, which, &terms(&approval.despite, &with_findings));
            let saved = workspace.save(article, &stored, &translation, Author::Tool, observer)?;
            // Nobody has read the texts that came meanwhile.
            let yielded = saved.meanwhile.map(|meanwhile| meanwhile.yielded).unwrap_or_default();
            approved.raised.retain(|id| !yielded.contains(id));
            let file = ApprovedFile { name: stored.name, locale: locale.clone(), approved, changed: yielded };
            Ok((ids_here, Some(file)))
        },
        |_, locales| locales,
    )?;
    let (mut files, mut errors, mut seen) = (Vec::new(), Vec::new(), BTreeSet::new());
    for (_, article) in visited.articles {
        match article {
            Err(error) => errors.push(error),
            Ok(locales) => {
                for (_, result) in locales {
                    match result {
                        Err(error) => errors.push(error),
                        Ok((ids_here, file)) => {
                            seen.extend(ids_here);
                            files.extend(file);
                        }
                    }
                }
            }
        }
    }
    if let Some(id) = requested.iter().find(|id| !seen.contains(id)) {
        let error = DeskError::NoSegment { id: id.to_string() };
        observer.failed(&error);
        errors.push(error);
    }
    Ok((files, errors))
}

/// Parses a segment's id, with or without the `s-` that segment files put before it.
pub(super) fn parse_segment_id(name: &str) -> Result<SegmentId, DeskError> {
    let bare = name.strip_prefix("s-").unwrap_or(name);
    bare.parse().map_err(|()| DeskError::NotASegment { name: bare.to_owned() })
}
