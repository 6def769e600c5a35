//! The three-way merge of a translation with what somebody else saved while it was made.
//!
//! A segment that only one side changed comes from that side. Where both changed it, nothing that a person typed gives
//! way to a machine, and nobody's words take the place of another person's.

use std::collections::{BTreeMap, BTreeSet};

use super::{
    Conflict, Digest,
    digest::digest,
    merge::is_human,
    remarks::{add_remarks, add_to_segment, same_remark},
    same,
};
use crate::model::{Approval, Article, Obsolete, Origin, Remark, SegmentId, State, Target, Translation};

/// Whose the new texts on our side are.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Author {
    /// A tool's: drafts, fixes, raised states. They give way to whatever a person saved.
    Tool,
    /// A person's: edits that came back in a file. They give way to nobody, and nobody gives way to them.
    Person,
}

/// The result of a three-way merge.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Joined {
    /// Both sides' changes.
    pub translation: Translation,
    /// The segments in which our change gave way, in the order of their ids; those in conflict are not among them.
    pub yielded: Vec<SegmentId>,
    /// Two people's texts for one segment: the saved one stays (`ours`), the other one is `theirs`.
    pub conflicts: Vec<Conflict>,
}

/// What becomes of a segment that both sides changed.
enum JoinedTarget {
    /// Neither side loses anything.
    Both(Target),
    /// Our change gives way.
    Yielded(Option<Target>),
    /// Our text is another person's.
    Conflict,
}

/// Merges what we made of a translation (`ours`) with what somebody saved meanwhile (`saved`); `base` is what both
/// started from. All three are of the same article and locale.
#[must_use]
pub fn join(article: &Article, base: &Translation, ours: &Translation, saved: &Translation, author: Author) -> Joined {
    let mut joined = Joined {
        translation: Translation {
            remarks: join_remarks(base, ours, saved),
            obsolete: join_obsolete(base, ours, saved),
            // Not even a tool that drops our data moves a page.
            fixed_slug: [saved, ours, base].into_iter().find_map(|side| side.fixed_slug.clone()),
            ..saved.clone()
        },
        yielded: Vec::new(),
        conflicts: Vec::new(),
    };
    let ids: BTreeSet<SegmentId> = ours.targets.keys().chain(saved.targets.keys()).copied().collect();
    for id in ids {
        let [base, ours, theirs] = [base, ours, saved].map(|side| side.targets.get(&id));
        let target = if ours == theirs || ours == base {
            theirs.cloned()
        } else if theirs == base {
            ours.cloned()
        } else {
            match join_targets(base, ours, theirs, author) {
                JoinedTarget::Both(target) => Some(target),
                JoinedTarget::Yielded(target) => {
                    joined.yielded.push(id);
                    target
                }
                JoinedTarget::Conflict => {
                    let remarks = joined.translation.remarks.get(&id).cloned().unwrap_or_default();
                    joined.conflicts.extend(conflict(article, id, theirs, ours, remarks));
                    theirs.cloned()
                }
            }
        };
        match target {
            Some(target) => joined.translation.targets.insert(id, target),
            None => joined.translation.targets.remove(&id),
        };
    }
    joined
}

/// Joins a segment's targets, which differ from each other and from the base.
fn join_targets(base: Option<&Target>, ours: Option<&Target>, saved: Option<&Target>, author: Author) -> JoinedTarget {
    let is_new = |target: &Target| base.is_none_or(|base| !same(&base.text, &target.text));
    let (ours, saved) = match (ours, saved) {
        (Some(ours), Some(saved)) => (ours, saved),
        // Emptied by a person: what we marked is no longer there, but a new text of ours has its place.
        (Some(ours), None) if is_new(ours) => return JoinedTarget::Both(ours.clone()),
        (_, saved) => return JoinedTarget::Yielded(saved.cloned()),
    };
    if same(&ours.text, &saved.text) {
        return JoinedTarget::Both(join_marks(base, ours, saved));
    }
    let ours_stays = match (is_new(ours), is_new(saved)) {
        // A state is of the words that somebody read, and those are gone.
        (false, _) => false,
        (true, false) => author == Author::Person || !is_human(saved),
        (true, true) if is_human(ours) && is_human(saved) && author == Author::Person => return JoinedTarget::Conflict,
        (true, true) => is_human(ours) && !is_human(saved),
    };
    if ours_stays { JoinedTarget::Both(ours.clone()) } else { JoinedTarget::Yielded(Some(saved.clone())) }
}

/// Joins state, origin and staleness of two targets with the same words.
fn join_marks(base: Option<&Target>, ours: &Target, saved: &Target) -> Target {
    let base_state = base.map(|base| (base.state, &base.approval));
    let (ours_state, saved_state) = ((ours.state, &ours.approval), (saved.state, &saved.approval));
    let takes_ours =
        base_state == Some(saved_state) || (base_state != Some(ours_state) && ours_state.0 > saved_state.0);
    let (state, approval): (State, &Option<Approval>) = if takes_ours { ours_state } else { saved_state };
    let is_ours_human = matches!(ours.origin, Origin::Human { .. });
    let keeps_origin = matches!(saved.origin, Origin::Human { .. }) || !is_ours_human;
    let origin = if keeps_origin { &saved.origin } else { &ours.origin };
    // Whoever approves a stale target, or saves it with another state, has seen the new sentence.
    let stale_side = Some(saved).filter(|_| ours.stale.is_some());
    Target {
        text: saved.text.clone(),
        state,
        origin: origin.clone(),
        stale: stale_side.and_then(|saved| saved.stale.clone()),
        written_for: ours.written_for.as_ref().and(saved.written_for.as_ref()).cloned(),
        earlier_state: stale_side.and_then(|saved| saved.earlier_state),
        approval: approval.clone(),
    }
}

/// Joins the remarks: the saved ones, and those that we have added.
fn join_remarks(base: &Translation, ours: &Translation, saved: &Translation) -> BTreeMap<SegmentId, Vec<Remark>> {
    let mut joined = saved.remarks.clone();
    for (id, remarks) in &ours.remarks {
        let known = base.remarks.get(id).map(Vec::as_slice).unwrap_or_default();
        add_to_segment(&mut joined, *id, &added_remarks(known, remarks));
    }
    joined
}

/// Returns the remarks that `known` lacks.
fn added_remarks(known: &[Remark], remarks: &[Remark]) -> Vec<Remark> {
    remarks.iter().filter(|remark| !known.iter().any(|known| same_remark(known, remark))).cloned().collect()
}

/// Joins the targets without a sentence: one that a side has added is kept, one that a side has taken away goes only
/// where its words have another place.
fn join_obsolete(base: &Translation, ours: &Translation, saved: &Translation) -> Vec<Obsolete> {
    let key = |entry: &Obsolete| (entry.id, digest(&entry.target.text));
    let keys = |side: &Translation| side.obsolete.iter().map(key).collect::<BTreeSet<(SegmentId, Digest)>>();
    let (in_base, in_ours, in_saved) = (keys(base), keys(ours), keys(saved));
    let has_place = |side: &Translation, entry: &Obsolete| {
        let is_restored = side.targets.get(&entry.id).is_some_and(|target| same(&target.text, &entry.target.text));
        let is_replaced = side.obsolete.iter().any(|other| other.id == entry.id && !in_base.contains(&key(other)));
        is_restored || is_replaced
    };
    let is_kept = |entry: &&Obsolete| {
        let key = key(entry);
        let is_gone_from = |side: &Translation, keys: &BTreeSet<_>| !keys.contains(&key) && has_place(side, entry);
        !in_base.contains(&key) || !(is_gone_from(ours, &in_ours) || is_gone_from(saved, &in_saved))
    };
    let added = ours.obsolete.iter().filter(|entry| !in_saved.contains(&key(entry)));
    let mut joined: Vec<Obsolete> = saved.obsolete.iter().chain(added).filter(is_kept).cloned().collect();
    let of_key = |side: &Translation| -> BTreeMap<(SegmentId, Digest), Vec<Remark>> {
        side.obsolete.iter().map(|entry| (key(entry), entry.remarks.clone())).collect()
    };
    let (base_remarks, our_remarks) = (of_key(base), of_key(ours));
    for entry in &mut joined {
        let known = base_remarks.get(&key(entry)).map(Vec::as_slice).unwrap_or_default();
        let remarks = our_remarks.get(&key(entry)).map(|remarks| added_remarks(known, remarks)).unwrap_or_default();
        add_remarks(&mut entry.remarks, &remarks);
    }
    joined
}

fn conflict(
    article: &Article,
    id: SegmentId,
    saved: Option<&Target>,
    ours: Option<&Target>,
    remarks: Vec<Remark>,
) -> Option<Conflict> {
    let (unit, segment) = article.translated().find(|(_, segment)| segment.id == id)?;
    let (staying, other) = (saved?.clone(), ours?.clone());
    let (role, source) = (unit.role.clone(), unit.text_of(segment));
    Some(Conflict { id, role, source, ours: staying, theirs: other, remarks, line: 0 })
}
