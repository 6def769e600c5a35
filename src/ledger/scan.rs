//! The reading of a whole journal, in blocks and on all cores, of which only the index is kept.

use std::io;

use memchr::{memchr, memchr_iter, memrchr};
use rayon::prelude::*;

use super::{
    BillingUnit, Index, Storage,
    index::{KeyId, LineEvent},
    line::{JournalLine, billed},
};

/// The latest form of lines that this version knows.
pub const FORM: u64 = 1;

/// The bytes that are read at a time. A line may be longer.
const BLOCK: usize = 8 << 20;

/// What a part of a block says; line numbers and offsets are those in the part, and so are the numbers of bills.
#[derive(Default)]
struct Part {
    events: Vec<(KeyId, usize, LineEvent)>,
    bills: Vec<([String; 4], BillingUnit)>,
    lines: usize,
    damaged: Vec<usize>,
    forms: Vec<(usize, u64)>,
}

/// Reads a journal from its beginning.
pub(super) fn scan(storage: &mut dyn Storage) -> io::Result<Index> {
    let mut index = Index::default();
    let (mut block, mut kept) = (Vec::new(), 0);
    let all = storage.length()?;
    loop {
        let offset = index.facts.length;
        // One byte more than there should be, to see the end.
        let left = usize::try_from(all.saturating_sub(offset + size(kept))).unwrap_or(usize::MAX);
        block.resize(kept + BLOCK.min(left.saturating_add(1)), 0);
        let filled = kept + fill(storage, offset + size(kept), block.get_mut(kept..).unwrap_or_default())?;
        let is_end = filled < block.len();
        let read = block.get(..filled).unwrap_or_default();
        // The last line of a block is continued in the next one.
        let whole = if is_end { filled } else { memrchr(b'\n', read).map_or(0, |end| end + 1) };
        let (lines, rest) = read.split_at(whole);
        add(&mut index, lines);
        index.facts.is_torn = lines.last().map_or(index.facts.is_torn, |byte| *byte != b'\n');
        if is_end {
            index.settle();
            return Ok(index);
        }
        kept = rest.len();
        block.copy_within(whole..filled, 0);
    }
}

/// Fills a buffer as far as there are bytes.
fn fill(storage: &mut dyn Storage, offset: u64, buffer: &mut [u8]) -> io::Result<usize> {
    let mut filled = 0;
    while let Some(rest) = buffer.get_mut(filled..).filter(|rest| !rest.is_empty()) {
        match storage.read_at(offset + size(filled), rest)? {
            0 => break,
            length => filled += length,
        }
    }
    Ok(filled)
}

/// A number of bytes as an offset.
fn size(bytes: usize) -> u64 {
    u64::try_from(bytes).unwrap_or(u64::MAX)
}

/// Adds the lines of a block to the index.
fn add(index: &mut Index, block: &[u8]) {
    let parts: Vec<(usize, Part)> =
        split(block, rayon::current_num_threads()).into_par_iter().map(|part| (part.len(), read_part(part))).collect();
    for (length, part) in parts {
        let bills: Vec<u32> = part
            .bills
            .iter()
            .map(|([engine, article, locale, day], unit)| index.bill([engine, article, locale, day], *unit))
            .collect();
        for (key, place, event) in part.events {
            let event = match event {
                LineEvent::Request { bill, amount } => {
                    let bill = usize::try_from(bill).ok().and_then(|bill| bills.get(bill)).copied().unwrap_or(bill);
                    LineEvent::Request { bill, amount }
                }
                other => other,
            };
            index.apply(key, index.facts.length + size(place), event);
        }
        let before = index.facts.lines;
        part.damaged.into_iter().for_each(|line| index.count_damage(before + line));
        for (line, form) in part.forms {
            index.facts.newer_form.get_or_insert((before + line, form));
        }
        index.facts.lines += part.lines;
        index.facts.length += size(length);
    }
}

/// Splits a block into about as many parts, each of whole lines.
fn split(block: &[u8], count: usize) -> Vec<&[u8]> {
    let (mut parts, mut rest, size) = (Vec::new(), block, block.len() / count.max(1) + 1);
    while !rest.is_empty() {
        let end = rest.get(size..).and_then(|tail| memchr(b'\n', tail)).map_or(rest.len(), |end| size + end + 1);
        let (part, tail) = rest.split_at(end);
        parts.push(part);
        rest = tail;
    }
    parts
}

/// Reads the lines of a part.
fn read_part(bytes: &[u8]) -> Part {
    let mut part = Part::default();
    let mut start = 0;
    let ends = memchr_iter(b'\n', bytes).chain((bytes.last() != Some(&b'\n')).then_some(bytes.len()));
    for end in ends {
        let line = bytes.get(start..end).unwrap_or_default();
        part.lines += 1;
        if !line.trim_ascii().is_empty() {
            if let Some(parsed) = JournalLine::parse(line) {
                part.add(start, parsed);
            } else {
                part.damaged.push(part.lines);
                if let Some((place, parsed)) = JournalLine::salvage(line) {
                    part.add(start + place, parsed);
                }
            }
        }
        start = end + 1;
    }
    part
}

impl Part {
    fn add(&mut self, place: usize, line: JournalLine<'_>) {
        let (key, event) = match line {
            JournalLine::Request { asked, engine, pair, article, day, characters, tokens, requests, .. } => {
                let locale = pair.split_once('>').map_or("", |(_, target)| target);
                let (unit, amount) = billed(characters, tokens, requests);
                let bill = self.bill([&engine, &article, locale, &day], unit);
                let amount = u32::try_from(amount).unwrap_or(u32::MAX);
                (KeyId::of(&asked), LineEvent::Request { bill, amount })
            }
            JournalLine::Answer { answered, told_characters, told_tokens, .. } => {
                (KeyId::of(&answered), LineEvent::answer(told_characters, told_tokens))
            }
            JournalLine::Refusal { refused, told_characters, told_tokens } => {
                (KeyId::of(&refused), LineEvent::refusal(told_characters, told_tokens))
            }
            JournalLine::Form { ledger } => {
                if ledger > FORM {
                    self.forms.push((self.lines, ledger));
                }
                return;
            }
        };
        self.events.push((key, place, event));
    }

    /// The number of a bill in this part. Requests of one bill stand together, so that few are compared.
    fn bill(&mut self, key: [&str; 4], unit: BillingUnit) -> u32 {
        let same = |(known, of): &([String; 4], BillingUnit)| {
            *of == unit && known.iter().zip(key).all(|(known, part)| known == part)
        };
        let recent = self.bills.iter().rev().take(8).position(same);
        let number = recent.map_or(self.bills.len(), |back| self.bills.len() - 1 - back);
        if recent.is_none() {
            self.bills.push((key.map(str::to_owned), unit));
        }
        u32::try_from(number).unwrap_or(u32::MAX)
    }
}
