//! Which elements hold the body although their tags or names say that they are furniture?
//!
//! Themes name a whole page after its section, its tags and its layout (`category-newsletter`, `layout-right-sidebar`), and
//! wrap half of an article in a `paywall`. What holds half of the prose is not furniture, whatever it is called.

use std::collections::BTreeMap;

use super::{element::Element, reason::Reason};

/// Counts the prose that comments, menus and lists of other articles have in every element: they may be longer than an
/// article.
pub(super) fn count_crowds(elements: &mut [Element]) {
    for element in elements.iter_mut() {
        element.crowd = 0;
    }
    for at in (1..elements.len()).rev() {
        let Some(element) = elements.get_mut(at) else { continue };
        if is_crowd(element) {
            element.crowd = element.prose;
        }
        let (parent, crowd) = (element.parent, element.crowd);
        if let Some(parent) = elements.get_mut(parent).filter(|_| parent > 0) {
            parent.crowd += crowd;
        }
    }
}

/// Forgets why elements in the body would be left out, if they hold at least half of its prose; says whether any did. `core`
/// is the element with the body, and [`count_crowds`] has counted. Comments and the like are opened only where next to
/// nothing else is prose.
pub(super) fn open(elements: &mut [Element], core: usize) -> bool {
    let Some((prose, crowd)) = elements.get(core).map(|core| (core.prose, core.crowd)) else { return false };
    let open_prose = prose_in_the_open(elements, core);
    let parted =
        parted(elements, core).filter(|(_, parts)| open_prose * MOST_BESIDE < *parts && *parts * 2 >= prose - crowd);
    let parted = parted.map(|(reason, _)| reason);
    let mut has_opened = false;
    let mut within = vec![false; elements.len()];
    for at in core..elements.len() {
        let Some(element) = elements.get_mut(at) else { continue };
        let is_within = at == core || within.get(element.parent).is_some_and(|within| *within);
        if let Some(flag) = within.get_mut(at) {
            *flag = is_within;
        }
        if !is_within || element.out.is_none() || element.prose == 0 {
            continue;
        }
        let holds_the_body = if is_crowd(element) {
            element.prose * 2 >= prose && open_prose * MOST_BESIDE < element.prose
        } else {
            // A single paragraph beside a short text is a box, unless it is marked as an article.
            let may_be_box = element.paragraphs < 2 && open_prose > 0 && element.frame.is_none();
            let is_half = element.own_prose() * 2 >= prose - crowd && element.own_prose() > 0;
            (is_half && !may_be_box) || parted == element.out
        };
        if holds_the_body {
            element.out = None;
            has_opened = true;
        }
    }
    has_opened
}

/// The reason for which most prose in the body would be left out, and how much: programs that build pages make a `widget` of each
/// paragraph. Comments and the like are no parts of an article.
fn parted(elements: &[Element], core: usize) -> Option<(Reason, usize)> {
    let mut is_within = vec![false; elements.len()];
    let mut is_shut = vec![false; elements.len()];
    let mut parts: BTreeMap<Reason, usize> = BTreeMap::new();
    for (at, element) in elements.iter().enumerate().skip(core) {
        let of_parent = |flags: &[bool]| flags.get(element.parent).copied().unwrap_or(false);
        let (within, shut) = (at == core || of_parent(&is_within), of_parent(&is_shut));
        let reason = element.out.filter(|_| within && !shut);
        for (flags, flag) in [(&mut is_within, within), (&mut is_shut, shut || reason.is_some())] {
            if let Some(place) = flags.get_mut(at) {
                *place = flag;
            }
        }
        if let Some(reason) = reason.filter(|_| !is_crowd(element)) {
            *parts.entry(reason).or_default() += element.own_prose();
        }
    }
    parts.into_iter().max_by_key(|(_, prose)| *prose)
}

/// Comments hold the article if they are more than this many times as long as everything else in the body.
const MOST_BESIDE: usize = 5;

/// Whether an element is called by something that may be longer than an article.
pub(super) fn is_crowd(element: &Element) -> bool {
    matches!(element.out, Some(Reason::Comments | Reason::Related | Reason::Navigation | Reason::Consent))
}

/// The words of prose in an element that are in no furniture.
fn prose_in_the_open(elements: &[Element], core: usize) -> usize {
    let mut shut = vec![0; elements.len()];
    for at in (core + 1..elements.len()).rev() {
        let Some(element) = elements.get(at) else { continue };
        let in_it = if element.out.is_some() { element.prose } else { shut.get(at).copied().unwrap_or(0) };
        if let Some(parent) = shut.get_mut(element.parent) {
            *parent += in_it;
        }
    }
    elements.get(core).map_or(0, |element| element.prose - shut.get(core).copied().unwrap_or(0).min(element.prose))
}
