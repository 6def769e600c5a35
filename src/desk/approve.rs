//! Raises the state of targets, with a name and a day.

use std::collections::BTreeSet;

use super::{DeskError, Lanes, Observer, Workspace, for_each};
use crate::{
    bilingual::{ApprovalScope, Approved, approve as raise},
    model::{Locale, SegmentId, State},
};

/// What is to be approved, as what, and by whom.
#[derive(Debug, Clone)]
pub struct ApprovalRequest {
    /// Only these segments, by their ids; all that are not stale where none is named.
    pub segments: Vec<String>,
    /// The state they get.
    pub state: State,
    /// Who approves.
    pub by: String,
    /// Today, `YYYY-MM-DD`.
    pub today: String,
}

/// What an approval did to one segment file.
#[derive(Debug)]
pub struct ApprovedFile {
    /// Its name.
    pub name: String,
    /// Its locale.
    pub locale: Locale,
    /// What was raised and what was not.
    pub approved: Approved,
}

/// Approves targets of a selection. Segment files that hold none of the named segments are left out; a segment that no
/// article has is an error behind what was done.
pub fn approve(
    workspace: &Workspace,
    slugs: &[String],
    approval: &ApprovalRequest,
    observer: &dyn Observer,
) -> Result<(Vec<ApprovedFile>, Vec<DeskError>), DeskError> {
    let wanted = approval.segments.iter().map(|name| segment_id(name)).collect::<Result<Vec<_>, _>>()?;
    if approval.by.trim().is_empty() {
        return Err(DeskError::Nameless);
    }
    let visited = for_each(
        workspace,
        slugs,
        Lanes::Articles,
        observer,
        |loaded, locale| {
            let article = &loaded.article;
            let ids = article.translated().map(|(_, segment)| segment.id);
            let here: Vec<SegmentId> = ids.filter(|id| wanted.contains(id)).collect();
            let stored = workspace.store.translation(article, locale)?;
            if !wanted.is_empty() && here.is_empty() {
                return Ok((here, None));
            }
            let which = if wanted.is_empty() { ApprovalScope::All } else { ApprovalScope::Only(&here) };
            let mut translation = stored.translation.clone();
            let approved = raise(&mut translation, which, approval.state, &approval.by, &approval.today);
            workspace.store.save(article, &stored, &translation, &workspace.notes(article, locale))?;
            let file = ApprovedFile { name: stored.name, locale: locale.clone(), approved };
            Ok((here, Some(file)))
        },
        |_, locales| locales,
    )?;
    let (mut files, mut errors, mut found) = (Vec::new(), Vec::new(), BTreeSet::new());
    for (_, article) in visited.articles {
        match article {
            Err(error) => errors.push(error),
            Ok(locales) => {
                for (_, result) in locales {
                    match result {
                        Err(error) => errors.push(error),
                        Ok((here, file)) => {
                            found.extend(here);
                            files.extend(file);
                        }
                    }
                }
            }
        }
    }
    if let Some(id) = wanted.iter().find(|id| !found.contains(id)) {
        let error = DeskError::NoSegment { id: id.to_string() };
        observer.failed(&error);
        errors.push(error);
    }
    Ok((files, errors))
}

fn segment_id(name: &str) -> Result<SegmentId, DeskError> {
    let bare = name.strip_prefix("s-").unwrap_or(name);
    bare.parse().map_err(|()| DeskError::NotASegment { name: bare.to_owned() })
}
