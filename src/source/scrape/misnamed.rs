//! Which elements hold the body although their tags or names say that they are furniture?
//!
//! Themes name a whole page after its section, its tags and its layout (`category-newsletter`, `layout-right-sidebar`), and
//! wrap half of an article in a `paywall`. What holds half of the prose is not furniture, whatever it is called.

use std::collections::BTreeMap;

use super::{
    element::{Element, within},
    reason::Reason,
};

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
    let Some((prose, own_prose)) = elements.get(core).map(|core| (core.prose, core.own_prose())) else { return false };
    let is_within = within(elements, |at, _| at == core);
    let shut = shut(elements, core, &is_within);
    let open_prose = prose.saturating_sub(shut.iter().map(|element| element.prose).sum());
    let parted = parted(&shut).filter(|(_, parts)| open_prose * MOST_BESIDE < *parts && *parts * 2 >= own_prose);
    let parted = parted.map(|(reason, _)| reason);
    let mut has_opened = false;
    let in_core = elements.iter_mut().zip(is_within).filter(|(_, is_within)| *is_within).map(|(element, _)| element);
    for element in in_core.filter(|element| element.out.is_some() && element.prose > 0) {
        let holds_the_body = if is_crowd(element) {
            element.prose * 2 >= prose && open_prose * MOST_BESIDE < element.prose
        } else {
            // A single paragraph beside a short text is a box, unless it is marked as an article.
            let may_be_box = element.paragraphs < 2 && open_prose > 0 && element.frame.is_none();
            let is_half = element.own_prose() * 2 >= own_prose && element.own_prose() > 0;
            (is_half && !may_be_box) || parted == element.out
        };
        if holds_the_body {
            element.out = None;
            has_opened = true;
        }
    }
    has_opened
}

/// The elements in the body, `core`, that would be left out, without those in others.
fn shut<'e>(elements: &'e [Element], core: usize, is_within: &[bool]) -> Vec<&'e Element> {
    let is_shut =
        within(elements, |at, element| element.out.is_some() && at != core && is_within.get(at) == Some(&true));
    let is_in = |flags: &[bool], at: usize| flags.get(at).copied().unwrap_or(false);
    let outermost = elements
        .iter()
        .enumerate()
        .filter(|(at, element)| is_in(is_within, *at) && is_in(&is_shut, *at) && !is_in(&is_shut, element.parent));
    outermost.map(|(_, element)| element).collect()
}

/// The reason for which most prose in the body would be left out, and how much: programs that build pages make a `widget` of each
/// paragraph. Comments and the like are no parts of an article.
fn parted(shut: &[&Element]) -> Option<(Reason, usize)> {
    let mut parts: BTreeMap<Reason, usize> = BTreeMap::new();
    for element in shut.iter().filter(|element| !is_crowd(element)) {
        if let Some(reason) = element.out {
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
