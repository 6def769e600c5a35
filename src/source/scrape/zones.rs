//! The zones of an HTML page: the article, and what is around it.

use super::{
    block::{BlockKind, CandidateBlock, MarkupHint},
    element::{Element, Frame, Zone, within},
    misnamed,
    reason::Reason,
};

/// The words of a long paragraph, and of one on a page with few words in long ones.
const LONG: usize = 20;
const SHORT: usize = 8;
const ENOUGH: usize = 100;

/// Whether a block is a long paragraph that is not links.
fn is_prose(block: &CandidateBlock) -> bool {
    is_paragraph(block, LONG)
}

/// Whether a block is a paragraph of so many words that is not links.
fn is_paragraph(block: &CandidateBlock, least: usize) -> bool {
    matches!(block.form, BlockKind::Paragraph | BlockKind::Item { .. } | BlockKind::Cell { .. })
        && block.words >= least
        && block.linked * 10 < block.words * 4
}

/// The percentage of an outer frame's prose that an inner frame must contain to be the body.
const MIN_INNER_PERCENT: usize = 85;

/// Assigns every block to a zone: the body, furniture, or outside the article.
pub(super) fn judge(blocks: &mut Vec<CandidateBlock>, elements: &mut [Element]) {
    measure(blocks, elements);
    let core = open_core(elements);
    let frames = ancestors(elements, core);
    let shell = frames.iter().copied().rfind(|at| is_frame(elements, *at)).unwrap_or(core);
    // What encloses the body is not furniture, whatever its name.
    for at in frames.iter().copied().filter(|at| *at > 0) {
        if let Some(element) = elements.get_mut(at) {
            element.out = None;
            element.hint = None;
        }
    }
    for at in 1..elements.len() {
        let Some(element) = elements.get(at) else { continue };
        let outer = elements.get(element.parent).map(|parent| parent.zone).unwrap_or_default();
        let own_hint = element.hint.filter(|hint| hint_fits(*hint, element.words));
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
        // The header of an article contains its headline; the header of the page is furniture.
        let own_header = element.out == Some(Reason::Header) && core > 1 && (zone.shell || zone.core);
        let own_reason = element.out.filter(|_| !own_header);
        let is_general = matches!(zone.out, Some(Reason::Footer | Reason::Aside | Reason::Header));
        zone.out = if is_general { own_reason.or(zone.out) } else { zone.out.or(own_reason) };
        if let Some(element) = elements.get_mut(at) {
            element.zone = zone;
        }
    }
    let has_frame = core > 1;
    let after_core = blocks.iter().rposition(|block| zone_of(elements, block).core);
    let first_core = blocks.iter().position(|block| zone_of(elements, block).core);
    let first_title = blocks
        .iter()
        .position(|block| block.form == BlockKind::Heading(1))
        .filter(|at| first_core.is_some_and(|core| at < &core));
    for (at, block) in blocks.iter_mut().enumerate() {
        let zone = zone_of(elements, block);
        block.core = zone.core || !has_frame;
        block.hint = zone.hint;
        block.out = block.out.or(zone.out);
        if block.hint == Some(MarkupHint::Caption) && block.form == BlockKind::Paragraph {
            block.form = BlockKind::Caption;
        }
        // What is between the headline and the body belongs to them, whatever contains it.
        let between = first_title.is_some_and(|title| at >= title) && first_core.is_some_and(|core| at < core);
        let named = matches!(block.hint, Some(MarkupHint::Bio | MarkupHint::Byline | MarkupHint::Boilerplate(_)))
            && after_core.is_some_and(|end| at > end);
        if block.out.is_none() && has_frame && !zone.shell && !zone.core && !between && !named {
            block.out = Some(Reason::Outside);
        }
    }
    restore_hidden_prose(blocks);
    flatten_layout_tables(blocks, elements);
}

fn zone_of(elements: &[Element], block: &CandidateBlock) -> Zone {
    elements.get(block.element).map(|element| element.zone).unwrap_or_default()
}

/// Whether a hint can apply to an element with this many words.
fn hint_fits(hint: MarkupHint, words: usize) -> bool {
    let most = match hint {
        MarkupHint::Title | MarkupHint::Date | MarkupHint::Credit => 40,
        MarkupHint::Byline => 60,
        MarkupHint::Standfirst => 120,
        MarkupHint::Caption => 150,
        MarkupHint::Bio | MarkupHint::Boilerplate(_) => 250,
    };
    words <= most
}

/// Counts the words and prose of every element, nested elements included.
fn measure(blocks: &[CandidateBlock], elements: &mut [Element]) {
    let long = blocks.iter().filter(|block| !block.side && is_prose(block)).map(|block| block.words).sum::<usize>();
    let least = if long >= ENOUGH { LONG } else { SHORT };
    for block in blocks.iter().filter(|block| !block.side) {
        if let Some(element) = elements.get_mut(block.element) {
            element.words += block.words;
            if is_paragraph(block, least) {
                element.prose += block.words;
                element.paragraphs += 1;
            }
        }
    }
    // An element's number is greater than its parent's.
    for at in (2..elements.len()).rev() {
        let Some((parent, words, prose, paragraphs)) =
            elements.get(at).map(|element| (element.parent, element.words, element.prose, element.paragraphs))
        else {
            continue;
        };
        if let Some(parent) = elements.get_mut(parent) {
            parent.words += words;
            parent.prose += prose;
            parent.paragraphs += paragraphs;
        }
    }
}

fn is_frame(elements: &[Element], at: usize) -> bool {
    elements.get(at).is_some_and(|element| matches!(element.frame, Some(Frame::Article | Frame::Main)))
}

/// The element and its ancestors, innermost first.
fn ancestors(elements: &[Element], from: usize) -> Vec<usize> {
    let mut out = Vec::new();
    let mut at = from;
    while at > 0 {
        out.push(at);
        at = elements.get(at).map_or(0, |element| element.parent);
    }
    out
}

/// The element that contains the body, after what holds half of its prose was opened.
fn open_core(elements: &mut [Element]) -> usize {
    misnamed::count_crowds(elements);
    let mut core = self::core(elements);
    for _ in 0..MOST_ROUNDS {
        if !misnamed::open(elements, core) {
            break;
        }
        misnamed::count_crowds(elements);
        core = self::core(elements);
    }
    core
}

/// What is opened may have a narrower body in it, and that one misnamed elements of its own; pages have no more than a few.
const MOST_ROUNDS: usize = 8;

/// The element that contains the body: the innermost frame with nearly all the prose that any frame contains; the
/// document if no frame contains enough.
fn core(elements: &[Element]) -> usize {
    let flagged = within(elements, |_, element| element.out.is_some());
    let crowded = within(elements, |_, element| misnamed::is_crowd(element));
    let open = |at: &usize| flagged.get(*at).is_some_and(|flagged| !flagged);
    let prose = |at: &usize| elements.get(*at).map_or(0, Element::own_prose);
    let total = prose(&1);
    let frames: Vec<usize> = (2..elements.len())
        .filter(|at| elements.get(*at).is_some_and(|element| element.frame.is_some() && element.own_prose() > 0))
        .filter(|at| crowded.get(*at).is_some_and(|crowded| !crowded))
        .collect();
    let most_open = frames.iter().copied().filter(open).max_by_key(prose);
    let most = frames.iter().copied().max_by_key(prose);
    let enough = |at: &usize| prose(at) * 4 >= total;
    // What is called furniture and has twice the prose of everything that is not is the article.
    let is_dwarfed = |at: &usize| most.is_some_and(|most| prose(&most) > prose(at) * 2);
    let best = most_open.filter(|at| enough(at) && !is_dwarfed(at)).or(most.filter(enough));
    let Some(best) = best else { return 1 };
    // A body in two adjacent pieces: the frame contains only one of them.
    let outside = total - prose(&best).min(total);
    let elsewhere = elements.iter().enumerate().skip(2).filter(|(at, _)| open(at)).count();
    if outside > prose(&best) && elsewhere > 0 && open(&best) {
        return 1;
    }
    let most = prose(&best);
    let is_within = within(elements, |at, _| at == best);
    let inner = frames.iter().copied().filter(|at| is_within.get(*at).is_some_and(|is_within| *is_within));
    let inner = inner.filter(|at| prose(at) * 100 >= most * MIN_INNER_PERCENT && (open(at) || !open(&best)));
    // Frames with that much prose are nested, and the numbers grow inwards.
    inner.max().unwrap_or(best)
}

/// Keeps the whole of a page whose prose is in what looks like buttons or hidden elements (an end tag is missing).
fn restore_hidden_prose(blocks: &mut [CandidateBlock]) {
    let prose = |block: &&CandidateBlock| is_prose(block);
    let side: usize = blocks.iter().filter(|block| block.side).filter(prose).map(|block| block.words).sum();
    let other: usize = blocks.iter().filter(|block| !block.side).filter(prose).map(|block| block.words).sum();
    if side > other {
        for block in blocks.iter_mut().filter(|block| block.side) {
            block.out = None;
            block.core = true;
        }
    }
}

/// Turns the cells of tables that are used for layout, have one column or row, or contain paragraphs into paragraphs.
fn flatten_layout_tables(blocks: &mut Vec<CandidateBlock>, elements: &[Element]) {
    let mut stats: std::collections::HashMap<usize, (usize, usize, bool, bool)> = std::collections::HashMap::new();
    for block in blocks.iter() {
        let BlockKind::Cell { table, row, column } = block.form else { continue };
        let entry = stats.entry(table).or_insert((row, column, false, false));
        entry.2 |= entry.0 != row;
        entry.1 = entry.1.max(column);
        entry.3 |= block.words >= 60;
    }
    let mut out = Vec::with_capacity(blocks.len());
    for block in std::mem::take(blocks) {
        let BlockKind::Cell { table, .. } = block.form else {
            out.push(block);
            continue;
        };
        let layout = elements.get(table).is_none_or(|element| element.layout);
        let data = stats.get(&table).is_some_and(|(_, columns, rows, long)| *columns > 0 && *rows && !long);
        if !layout && data {
            out.push(block);
            continue;
        }
        // Its pictures can now be separate blocks.
        let hint = |at: usize| block.marked.iter().find(|(run, _)| *run == at).map(|(_, hint)| *hint);
        let runs = block.runs.iter().cloned().enumerate().map(|(at, run)| (run, hint(at))).collect();
        for part in super::runs::parts(block.line, &BlockKind::Paragraph, runs) {
            let CandidateBlock { line, form, runs, text, words, linked, marked, .. } = part;
            out.push(CandidateBlock { line, form, runs, text, words, linked, marked, ..block.clone() });
        }
    }
    *blocks = out;
}
