//! The index of a locale's terms as bytes, for a file.

use super::{
    automaton::Automaton,
    folding::Traits,
    index::{Clash, IndexedForm, TermIndex, TermPlace},
};

/// The index as bytes: its lists one after the other, each after its length, all numbers with the lowest byte first.
pub(super) fn to_bytes(index: &TermIndex) -> Vec<u8> {
    let links = index.automaton.links();
    let mut bytes = Vec::with_capacity(8 * links.len() + 12 * index.forms.len() + 16 * index.form_starts.len());
    length(&mut bytes, links.len());
    bytes.extend(links.iter().flat_map(|link| link.to_le_bytes()));
    numbers(&mut bytes, index.form_starts.iter().map(|start| [*start]));
    numbers(&mut bytes, index.forms.iter().map(|form| [form.term, form.traits, form.form]));
    numbers(&mut bytes, index.owner_starts.iter().map(|start| [*start]));
    numbers(&mut bytes, index.owners.iter().map(|owner| [*owner]));
    length(&mut bytes, index.traits.len());
    for traits in &index.traits {
        length(&mut bytes, traits.len());
        bytes.extend(
            traits
                .iter()
                .map(|traits| u8::from(traits.upper) | u8::from(traits.lower) << 1 | u8::from(traits.folded) << 2),
        );
    }
    numbers(&mut bytes, index.faults.iter().map(|place| [place.concept, place.term]));
    numbers(
        &mut bytes,
        index.clashes.iter().map(|clash| {
            let Clash { forbidden, form, accepted, is_written } = clash;
            [forbidden.concept, forbidden.term, *form, accepted.concept, accepted.term, u32::from(*is_written)]
        }),
    );
    bytes
}

/// The index that these bytes hold; `None` if they do not hold one.
pub(super) fn from_bytes(bytes: &[u8]) -> Option<TermIndex> {
    let mut rest = bytes;
    let links = lists(&mut rest)?.iter().map(|link| u64::from_le_bytes(*link)).collect();
    let form_starts = words(&mut rest)?.map(|[start]| start).collect();
    let forms = words(&mut rest)?.map(|[term, traits, form]| IndexedForm { term, traits, form }).collect();
    let owner_starts = words(&mut rest)?.map(|[start]| start).collect();
    let owners = words(&mut rest)?.map(|[owner]| owner).collect();
    let count = take_length(&mut rest)?;
    // Each list takes at least the bytes of its length.
    let mut traits = Vec::with_capacity(count.min(rest.len() / 8));
    for _ in 0..count {
        let length = take_length(&mut rest)?;
        let list = rest.split_off(..length)?.iter();
        let read = |byte: &u8| Traits { upper: byte & 1 != 0, lower: byte & 2 != 0, folded: byte & 4 != 0 };
        traits.push(list.map(read).collect());
    }
    let faults = words(&mut rest)?.map(|[concept, term]| TermPlace { concept, term }).collect();
    let clash = |[concept, term, form, other, its_term, is_written]: [u32; 6]| Clash {
        forbidden: TermPlace { concept, term },
        form,
        accepted: TermPlace { concept: other, term: its_term },
        is_written: is_written != 0,
    };
    let clashes = words(&mut rest)?.map(clash).collect();
    let automaton = Automaton::of_links(links);
    let index = TermIndex { automaton, form_starts, forms, owner_starts, owners, traits, faults, clashes };
    rest.is_empty().then_some(index)
}

fn length(bytes: &mut Vec<u8>, length: usize) {
    bytes.extend((length as u64).to_le_bytes());
}

/// Appends a list of records, each of some numbers.
fn numbers<const N: usize>(bytes: &mut Vec<u8>, list: impl ExactSizeIterator<Item = [u32; N]>) {
    length(bytes, list.len());
    for number in list.flatten() {
        bytes.extend(number.to_le_bytes());
    }
}

fn take_length(rest: &mut &[u8]) -> Option<usize> {
    let (first, after) = rest.split_first_chunk()?;
    *rest = after;
    usize::try_from(u64::from_le_bytes(*first)).ok()
}

/// Takes a list of records of `N` bytes each.
fn lists<'a, const N: usize>(rest: &mut &'a [u8]) -> Option<&'a [[u8; N]]> {
    let length = take_length(rest)?.checked_mul(N)?;
    Some(rest.split_off(..length)?.as_chunks().0)
}

/// Takes a list of records of some numbers each.
fn words<'a, const N: usize>(rest: &mut &'a [u8]) -> Option<impl Iterator<Item = [u32; N]> + use<'a, N>> {
    let length = take_length(rest)?.checked_mul(4 * N)?;
    let (numbers, _) = rest.split_off(..length)?.as_chunks::<4>();
    let records = numbers.as_chunks::<N>().0;
    Some(records.iter().map(|record| record.map(u32::from_le_bytes)))
}
