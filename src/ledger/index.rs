//! The index of a journal: where the answer to each key stands, what is in doubt, and the bills; 40 bytes a key.

use std::{
    collections::{BTreeMap, HashMap},
    io::{self, BufRead, Write},
};

use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{Bill, BillingUnit};

/// A key in 16 bytes: its digits where it has 32 of them, else a digest.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(super) struct KeyId(u64, u64);

/// What the journal says of a key. Places are byte offsets plus 1, so that 0 stands for none.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
struct KeyEntry {
    /// The place of the latest answer.
    answer: u64,
    /// The place of the latest request; the top bit says that its outcome is unknown.
    request: u64,
    /// The number of the bill to which that request belongs.
    bill: u32,
    /// How much of the bill's unit that request takes.
    amount: u32,
}

const IN_DOUBT: u64 = 1 << 63;

/// What a line of the journal says, without its texts.
#[derive(Debug, Clone, Copy)]
pub(super) enum LineEvent {
    Request {
        bill: u32,
        amount: u32,
    },
    /// With the characters and tokens that the engine says it has counted.
    Answer {
        characters: u32,
        tokens: u32,
    },
    /// With the same, where an answer came that cannot be used.
    Refusal {
        told: Option<(u32, u32)>,
    },
}

impl LineEvent {
    pub(super) fn answer(characters: Option<usize>, tokens: Option<usize>) -> Self {
        let [characters, tokens] = [characters, tokens].map(amount);
        Self::Answer { characters, tokens }
    }

    pub(super) fn refusal(characters: Option<usize>, tokens: Option<usize>) -> Self {
        let is_told = characters.is_some() || tokens.is_some();
        Self::Refusal { told: is_told.then(|| (amount(characters), amount(tokens))) }
    }
}

/// What the engine says that it has counted.
fn amount(told: Option<usize>) -> u32 {
    u32::try_from(told.unwrap_or_default()).unwrap_or(u32::MAX)
}

/// The index of a journal, up to some byte of it.
#[derive(Debug, Default)]
pub struct Index {
    /// What is not of the entries.
    pub(super) facts: Facts,
    /// The entries that are settled, sorted by key.
    sorted: Vec<(KeyId, KeyEntry)>,
    /// The entries that have come or changed since.
    recent: HashMap<KeyId, KeyEntry>,
    /// The numbers of the bills, by engine, article, locale, day and unit.
    numbers: BTreeMap<([String; 4], BillingUnit), u32>,
    bills: Vec<Bill>,
}

/// What a journal is like.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct Facts {
    /// The bytes that the index covers.
    pub(super) length: u64,
    /// The lines that the index covers.
    pub(super) lines: usize,
    /// Whether they end in the middle of a line.
    pub(super) is_torn: bool,
    /// The number of damaged lines, and the number of the first, from 1.
    pub(super) damaged: Option<(usize, usize)>,
    /// The number of the first line, from 1, that declares a later form, and that form.
    pub(super) newer_form: Option<(usize, u64)>,
}

/// The first line of a stored index.
#[derive(Serialize, Deserialize)]
struct Head {
    ledger_index: u64,
    stamp: String,
    facts: Facts,
    bills: Vec<Bill>,
    entries: usize,
}

/// The form of a stored index; one of another form is made anew.
const INDEX_FORM: u64 = 4;
/// The bytes of a stored entry.
const ENTRY: usize = 40;

impl KeyId {
    pub(super) fn of(key: &str) -> Self {
        let is_digit = |byte: &u8| matches!(byte, b'0'..=b'9' | b'a'..=b'f');
        let half = |digits: Option<&str>| u64::from_str_radix(digits?, 16).ok();
        if key.len() == 32
            && key.as_bytes().iter().all(is_digit)
            && let (Some(high), Some(low)) = (half(key.get(..16)), half(key.get(16..)))
        {
            return Self(high, low);
        }
        let digest: [u8; 32] = Sha256::digest(key.as_bytes()).into();
        let number = |bytes: &[u8]| bytes.iter().fold(0, |number: u64, byte| number << 8 | u64::from(*byte));
        let (high, low) = digest.split_at(16).0.split_at(8);
        Self(number(high), number(low))
    }
}

impl Index {
    /// Returns the place of a key's answer.
    pub(super) fn answer(&self, key: KeyId) -> Option<u64> {
        self.entry(key)?.answer.checked_sub(1)
    }

    /// Returns the places of the requests whose outcome is unknown, in the order they were sent.
    pub(super) fn in_doubt(&self) -> Vec<u64> {
        let settled = self.sorted.iter().filter(|(key, _)| !self.recent.contains_key(key)).map(|(_, entry)| entry);
        let doubtful = settled.chain(self.recent.values()).filter(|entry| entry.request & IN_DOUBT != 0);
        let mut places: Vec<u64> = doubtful.filter_map(|entry| (entry.request & !IN_DOUBT).checked_sub(1)).collect();
        places.sort_unstable();
        places
    }

    /// Returns the bills, by engine, article, locale, day and unit.
    pub(super) fn bills(&self) -> Vec<Bill> {
        self.numbers.values().filter_map(|number| self.bills.get(usize::try_from(*number).ok()?)).cloned().collect()
    }

    /// Returns the number of the bill for an engine, article, locale and day, in a unit.
    pub(super) fn bill(&mut self, key: [&str; 4], unit: BillingUnit) -> u32 {
        let key = (key.map(str::to_owned), unit);
        if let Some(number) = self.numbers.get(&key) {
            return *number;
        }
        let number = u32::try_from(self.bills.len()).unwrap_or(u32::MAX);
        let ([engine, article, locale, day], unit) = key.clone();
        self.bills.push(Bill { engine, article, locale, day, unit, ..Bill::default() });
        self.numbers.insert(key, number);
        number
    }

    /// Adds what a line at a byte offset says of a key.
    pub(super) fn apply(&mut self, key: KeyId, offset: u64, event: LineEvent) {
        let found = self.entry(key);
        let mut entry = found.unwrap_or_default();
        match event {
            LineEvent::Request { bill, amount } => {
                entry.request = (offset + 1) | IN_DOUBT;
                (entry.bill, entry.amount) = (bill, amount);
                self.change_bill(bill, |bill| {
                    bill.asked += 1;
                    // If it was in doubt already, the earlier request stays in doubt for good: it may have been charged
                    // for, and nobody will ever know.
                    bill.in_doubt += 1;
                });
            }
            LineEvent::Answer { characters, tokens } => {
                if found.is_none() {
                    // Its request is lost.
                    entry.bill = self.bill([""; 4], BillingUnit::Characters);
                }
                let is_in_doubt = entry.request & IN_DOUBT != 0;
                self.change_bill(entry.bill, |bill| {
                    bill.answered += 1;
                    book(bill, entry.amount, characters, tokens);
                    bill.in_doubt = bill.in_doubt.saturating_sub(usize::from(is_in_doubt));
                });
                entry.answer = offset + 1;
                entry.request &= !IN_DOUBT;
            }
            LineEvent::Refusal { told } => {
                if entry.request & IN_DOUBT == 0 {
                    return;
                }
                self.change_bill(entry.bill, |bill| {
                    bill.in_doubt = bill.in_doubt.saturating_sub(1);
                    if let Some((characters, tokens)) = told {
                        book(bill, entry.amount, characters, tokens);
                    }
                });
                entry.request &= !IN_DOUBT;
            }
        }
        self.recent.insert(key, entry);
    }

    /// Counts a damaged line by its number, from 1.
    pub(super) fn count_damage(&mut self, line: usize) {
        let (count, first) = self.facts.damaged.unwrap_or((0, line));
        self.facts.damaged = Some((count + 1, first));
    }

    fn change_bill(&mut self, number: u32, change: impl FnOnce(&mut Bill)) {
        if let Some(bill) = usize::try_from(number).ok().and_then(|number| self.bills.get_mut(number)) {
            change(bill);
        }
    }

    fn entry(&self, key: KeyId) -> Option<KeyEntry> {
        self.recent.get(&key).copied().or_else(|| {
            let place = self.sorted.binary_search_by_key(&key, |(key, _)| *key).ok()?;
            self.sorted.get(place).map(|(_, entry)| *entry)
        })
    }

    /// Moves the recent entries to the settled ones.
    pub(super) fn settle(&mut self) {
        let recent = std::mem::take(&mut self.recent);
        if recent.is_empty() {
            return;
        }
        self.sorted.retain(|(key, _)| !recent.contains_key(key));
        self.sorted.reserve_exact(recent.len());
        self.sorted.extend(recent);
        self.sorted.sort_unstable_by_key(|(key, _)| *key);
    }

    /// Stores the index; `stamp` tells whether the journal is still the same.
    pub fn write(&self, out: &mut dyn Write, stamp: &str) -> io::Result<()> {
        let mut hash = Sha256::new();
        let head = Head {
            ledger_index: INDEX_FORM,
            stamp: stamp.to_owned(),
            facts: self.facts.clone(),
            bills: self.bills.clone(),
            entries: self.sorted.len() + self.recent.keys().filter(|key| !self.is_settled(**key)).count(),
        };
        let mut head = serde_json::to_vec(&head)?;
        head.push(b'\n');
        hash.update(&head);
        out.write_all(&head)?;
        let settled = self.sorted.iter().map(|(key, entry)| (key, self.recent.get(key).unwrap_or(entry)));
        let new = self.recent.iter().filter(|(key, _)| !self.is_settled(**key));
        let mut entries = settled.chain(new).peekable();
        while entries.peek().is_some() {
            let block: Vec<u8> = entries.by_ref().take(4096).flat_map(|(key, entry)| entry.bytes(*key)).collect();
            hash.update(&block);
            out.write_all(&block)?;
        }
        out.write_all(&hash.finalize())
    }

    fn is_settled(&self, key: KeyId) -> bool {
        self.sorted.binary_search_by_key(&key, |(key, _)| *key).is_ok()
    }

    /// Reads a stored index; `None` if it is damaged, of another form, or not of the journal with this stamp.
    pub fn read(input: &mut dyn BufRead, stamp: &str) -> Option<Self> {
        let mut hash = Sha256::new();
        let mut line = Vec::new();
        input.read_until(b'\n', &mut line).ok()?;
        hash.update(&line);
        let head: Head = serde_json::from_slice(&line).ok()?;
        if head.ledger_index != INDEX_FORM || head.stamp != stamp {
            return None;
        }
        let (mut sorted, mut block) = (Vec::new(), vec![0; ENTRY * 4096]);
        let mut left = head.entries;
        while left > 0 {
            let block = block.get_mut(..ENTRY * left.min(4096))?;
            input.read_exact(block).ok()?;
            hash.update(&*block);
            sorted.reserve(left.min(1 << 20));
            sorted.extend(block.chunks_exact(ENTRY).filter_map(KeyEntry::read));
            left -= left.min(4096);
        }
        let mut digest = Vec::new();
        input.read_to_end(&mut digest).ok()?;
        if digest != hash.finalize().as_slice() {
            return None;
        }
        if !sorted.is_sorted_by_key(|(key, _)| *key) {
            sorted.sort_unstable_by_key(|(key, _)| *key);
        }
        let name = |bill: &Bill| ([&bill.engine, &bill.article, &bill.locale, &bill.day].map(Clone::clone), bill.unit);
        let numbers = (0_u32..).zip(&head.bills).map(|(number, bill)| (name(bill), number)).collect();
        Some(Self { facts: head.facts, sorted, recent: HashMap::new(), numbers, bills: head.bills })
    }
}

/// Adds what a request took by our own count, and by the engine's.
fn book(bill: &mut Bill, amount: u32, characters: u32, tokens: u32) {
    let count = |amount: u32| usize::try_from(amount).unwrap_or(usize::MAX);
    bill.billed = bill.billed.saturating_add(count(amount));
    bill.told_characters = bill.told_characters.saturating_add(count(characters));
    bill.told_tokens = bill.told_tokens.saturating_add(count(tokens));
}

impl KeyEntry {
    fn bytes(&self, key: KeyId) -> [u8; ENTRY] {
        let mut bytes = [0; ENTRY];
        let fields = [key.0, key.1, self.answer, self.request, u64::from(self.bill) << 32 | u64::from(self.amount)];
        for (place, field) in bytes.chunks_exact_mut(8).zip(fields) {
            place.copy_from_slice(&field.to_le_bytes());
        }
        bytes
    }

    fn read(bytes: &[u8]) -> Option<(KeyId, Self)> {
        let mut fields = bytes.chunks_exact(8).map(|field| field.try_into().map(u64::from_le_bytes));
        let mut next = || fields.next()?.ok();
        let (key, answer, request, last) = (KeyId(next()?, next()?), next()?, next()?, next()?);
        let (bill, amount) = (u32::try_from(last >> 32).ok()?, u32::try_from(last & u64::from(u32::MAX)).ok()?);
        Some((key, Self { answer, request, bill, amount }))
    }
}
