//! Where in an HTML page is the article, and what around it is not?

use super::{
    block::{BlockKind, CandidateBlock, MarkupHint},
    reason::Reason,
};

/// An element that may hold the article.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Frame {
    /// `<article>`.
    Article,
    /// `<main>`.
    Main,
    /// An element whose class says that it holds the body.
    Body,
}

/// A block element of the page.
#[derive(Debug, Clone, Default)]
pub(super) struct Element {
    /// Number of the element around it; 0 for the document itself.
    pub(super) parent: usize,
    /// Why its text is not of the article.
    pub(super) out: Option<Reason>,
    /// What part of the article it is.
    pub(super) hint: Option<MarkupHint>,
    /// Whether it may hold the article.
    pub(super) frame: Option<Frame>,
    /// The number of an ordered list's next item.
    pub(super) next_number: Option<u32>,
    /// Whether an item has had its first block.
    pub(super) seen: bool,
    /// How many cells a row has.
    pub(super) cells: usize,
    /// Whether a table serves layout.
    pub(super) layout: bool,
    /// Words in it, and words of long paragraphs in it.
    words: usize,
    prose: usize,
    /// What holds for it from the elements around it.
    inside: Zone,
}

/// Where an element stands.
#[derive(Debug, Clone, Copy, Default)]
struct Zone {
    core: bool,
    shell: bool,
    out: Option<Reason>,
    hint: Option<MarkupHint>,
}

/// A long paragraph that is not links.
fn is_prose(draft: &CandidateBlock) -> bool {
    matches!(draft.form, BlockKind::Paragraph | BlockKind::Item { .. } | BlockKind::Cell { .. })
        && draft.words >= 20
        && draft.linked * 10 < draft.words * 4
}

/// The share of an outer frame's prose, in hundredths, that an inner one must hold to be the body.
const INNER: usize = 85;

/// Tells every block where it stands: in the body, in furniture, or outside the article.
pub(super) fn judge(drafts: &mut Vec<CandidateBlock>, elements: &mut [Element]) {
    measure(drafts, elements);
    let total = elements.get(1).map_or(0, |document| document.prose);
    let core = core(elements, total);
    let frames = ancestors(elements, core);
    let shell = frames.iter().copied().rfind(|at| is_frame(elements, *at)).unwrap_or(core);
    // What encloses the body is not furniture, whatever its name; nor is what holds most of a page without a frame.
    for at in frames.iter().copied().filter(|at| *at > 0) {
        if let Some(element) = elements.get_mut(at) {
            element.out = None;
            element.hint = None;
        }
    }
    for at in 1..elements.len() {
        let Some(element) = elements.get(at) else { continue };
        let outer = elements.get(element.parent).map(|parent| parent.inside).unwrap_or_default();
        let mostly = element.prose * 2 > total && total > 0 && core <= 1;
        let own_hint = element.hint.filter(|hint| fits(*hint, element.words));
        let mut zone = outer;
        zone.core |= at == core;
        zone.shell |= at == shell;
        zone.hint = own_hint.or(outer.hint);
        let soft = matches!(outer.out, None | Some(Reason::Aside | Reason::Footer | Reason::Header));
        if own_hint
            .is_some_and(|hint| matches!(hint, MarkupHint::Bio | MarkupHint::Byline | MarkupHint::Boilerplate(_)))
            && soft
        {
            zone.out = None;
        }
        // The header of an article holds its headline; the header of the page is furniture.
        let own_header = element.out == Some(Reason::Header) && core > 1 && (zone.shell || zone.core);
        let spared = own_header || (mostly && element.out != Some(Reason::Hidden));
        let own = element.out.filter(|_| !spared);
        let general = matches!(zone.out, Some(Reason::Footer | Reason::Aside | Reason::Header));
        zone.out = if general { own.or(zone.out) } else { zone.out.or(own) };
        if let Some(element) = elements.get_mut(at) {
            element.inside = zone;
        }
    }
    let has_frame = core > 1;
    let after_core = drafts.iter().rposition(|draft| zone_of(elements, draft).core);
    let first_core = drafts.iter().position(|draft| zone_of(elements, draft).core);
    let first_title = drafts
        .iter()
        .position(|draft| draft.form == BlockKind::Heading(1))
        .filter(|at| first_core.is_some_and(|core| at < &core));
    for (at, draft) in drafts.iter_mut().enumerate() {
        let zone = zone_of(elements, draft);
        draft.core = zone.core || !has_frame;
        draft.hint = zone.hint;
        draft.out = draft.out.or(zone.out);
        if draft.hint == Some(MarkupHint::Caption) && draft.form == BlockKind::Paragraph {
            draft.form = BlockKind::Caption;
        }
        // What stands between the headline and the body belongs to them, whatever holds it.
        let between = first_title.is_some_and(|title| at >= title) && first_core.is_some_and(|core| at < core);
        let named = matches!(draft.hint, Some(MarkupHint::Bio | MarkupHint::Byline | MarkupHint::Boilerplate(_)))
            && after_core.is_some_and(|end| at > end);
        if draft.out.is_none() && has_frame && !zone.shell && !zone.core && !between && !named {
            draft.out = Some(Reason::Outside);
        }
    }
    keep_a_page_of_controls(drafts);
    settle_tables(drafts, elements);
}

fn zone_of(elements: &[Element], draft: &CandidateBlock) -> Zone {
    elements.get(draft.element).map(|element| element.inside).unwrap_or_default()
}

/// Whether an element's hint can be meant for all the words in it.
fn fits(hint: MarkupHint, words: usize) -> bool {
    let most = match hint {
        MarkupHint::Title | MarkupHint::Date | MarkupHint::Credit => 40,
        MarkupHint::Byline => 60,
        MarkupHint::Standfirst => 120,
        MarkupHint::Caption => 150,
        MarkupHint::Bio | MarkupHint::Boilerplate(_) => 250,
    };
    words <= most
}

/// Counts words and prose of every element, those of the elements in it included.
fn measure(drafts: &[CandidateBlock], elements: &mut [Element]) {
    for draft in drafts.iter().filter(|draft| !draft.side) {
        if let Some(element) = elements.get_mut(draft.element) {
            element.words += draft.words;
            element.prose += if is_prose(draft) { draft.words } else { 0 };
        }
    }
    // An element's number is greater than that of the one around it.
    for at in (2..elements.len()).rev() {
        let Some((parent, words, prose)) = elements.get(at).map(|one| (one.parent, one.words, one.prose)) else {
            continue;
        };
        if let Some(parent) = elements.get_mut(parent) {
            parent.words += words;
            parent.prose += prose;
        }
    }
}

fn is_frame(elements: &[Element], at: usize) -> bool {
    elements.get(at).is_some_and(|element| matches!(element.frame, Some(Frame::Article | Frame::Main)))
}

/// The element and those around it, innermost first.
fn ancestors(elements: &[Element], from: usize) -> Vec<usize> {
    let mut out = Vec::new();
    let mut at = from;
    while at > 0 {
        out.push(at);
        at = elements.get(at).map_or(0, |element| element.parent);
    }
    out
}

/// The element that holds the body: the innermost frame with nearly all the prose that any frame holds; the document
/// where no frame holds enough.
fn core(elements: &[Element], total: usize) -> usize {
    let mut flagged = vec![false; elements.len()];
    for at in 1..elements.len() {
        let Some(element) = elements.get(at) else { continue };
        let outer = flagged.get(element.parent).copied().unwrap_or(false);
        if let Some(flag) = flagged.get_mut(at) {
            *flag = outer || element.out.is_some();
        }
    }
    let open = |at: &usize| flagged.get(*at).is_some_and(|flagged| !flagged);
    let prose = |at: &usize| elements.get(*at).map_or(0, |element| element.prose);
    let frames: Vec<usize> = (2..elements.len())
        .filter(|at| elements.get(*at).is_some_and(|element| element.frame.is_some() && element.prose > 0))
        .collect();
    let best = frames.iter().copied().filter(open).max_by_key(prose);
    let enough = |at: &usize| prose(at) * 4 >= total;
    let best = best.filter(enough).or_else(|| frames.iter().copied().max_by_key(prose).filter(enough));
    let Some(best) = best else { return 1 };
    // A body in two pieces side by side: the frame holds only one of them.
    let outside = total - prose(&best).min(total);
    let elsewhere = elements.iter().enumerate().skip(2).filter(|(at, _)| open(at)).count();
    if outside > prose(&best) && elsewhere > 0 && open(&best) {
        return 1;
    }
    let most = prose(&best);
    let mut within = vec![false; elements.len()];
    for at in best..elements.len() {
        let outer = elements.get(at).and_then(|element| within.get(element.parent)).copied().unwrap_or(false);
        if let Some(flag) = within.get_mut(at) {
            *flag = outer || at == best;
        }
    }
    let inner = frames.iter().copied().filter(|at| within.get(*at).is_some_and(|within| *within));
    let inner = inner.filter(|at| prose(at) * 100 >= most * INNER && (open(at) || !open(&best)));
    // Those that hold so much contain each other, and the numbers grow inwards.
    inner.max().unwrap_or(best)
}

/// A page whose prose is in what looks like buttons or hidden elements (an end tag is missing) is kept whole.
fn keep_a_page_of_controls(drafts: &mut [CandidateBlock]) {
    let prose = |draft: &&CandidateBlock| is_prose(draft);
    let side: usize = drafts.iter().filter(|draft| draft.side).filter(prose).map(|draft| draft.words).sum();
    let other: usize = drafts.iter().filter(|draft| !draft.side).filter(prose).map(|draft| draft.words).sum();
    if side > other {
        for draft in drafts.iter_mut().filter(|draft| draft.side) {
            draft.out = None;
            draft.core = true;
        }
    }
}

/// Cells of tables that serve layout, have one column or one row, or hold paragraphs become paragraphs.
fn settle_tables(drafts: &mut Vec<CandidateBlock>, elements: &[Element]) {
    let mut stats: std::collections::HashMap<usize, (usize, usize, bool, bool)> = std::collections::HashMap::new();
    for draft in drafts.iter() {
        let BlockKind::Cell { table, row, column } = draft.form else { continue };
        let entry = stats.entry(table).or_insert((row, column, false, false));
        entry.2 |= entry.0 != row;
        entry.1 = entry.1.max(column);
        entry.3 |= draft.words >= 60;
    }
    let mut out = Vec::with_capacity(drafts.len());
    for draft in std::mem::take(drafts) {
        let BlockKind::Cell { table, .. } = draft.form else {
            out.push(draft);
            continue;
        };
        let layout = elements.get(table).is_none_or(|element| element.layout);
        let data = stats.get(&table).is_some_and(|(_, columns, rows, long)| *columns > 0 && *rows && !long);
        if !layout && data {
            out.push(draft);
            continue;
        }
        // Now its pictures may stand by themselves.
        let hint = |at: usize| draft.marked.iter().find(|(run, _)| *run == at).map(|(_, hint)| *hint);
        let runs = draft.runs.iter().cloned().enumerate().map(|(at, run)| (run, hint(at))).collect();
        for part in super::runs::parts(draft.line, &BlockKind::Paragraph, runs) {
            let CandidateBlock { line, form, runs, text, words, linked, marked, .. } = part;
            out.push(CandidateBlock { line, form, runs, text, words, linked, marked, ..draft.clone() });
        }
    }
    *drafts = out;
}
