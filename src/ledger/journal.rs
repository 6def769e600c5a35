//! The ledger as a journal: one JSON object per line, only ever appended to.
//!
//! ```text
//! {"asked":"9f…","engine":"libretranslate","pair":"en>be","article":"army","day":"2022-03-24","segment":"01ab…","characters":57}
//! {"answered":"9f…","text":"…"}
//! {"answered":"9f…","text":"…","told_characters":57}
//! {"refused":"9f…"}
//! {"refused":"9f…","told_tokens":450}
//! ```
//!
//! These lines are of form 1. A line `{"ledger":2}` says that the file is of a later form. In memory is only the index of
//! the lines; an answer is read from its line when it is asked for.

use std::{
    borrow::Cow,
    io,
    sync::{Mutex, MutexGuard, PoisonError},
};

use memchr::memchr;

use super::{
    Bill, BillingUnit, Index, Key, Ledger, LedgerAnswer, LedgerError, LedgerRequest, Storage,
    index::{KeyId, LineEvent},
    line::{JournalLine, billed},
    scan::scan,
};

/// The journal: the index of its content, and where it is stored.
pub struct Journal {
    state: Mutex<JournalState>,
}

struct JournalState {
    storage: Box<dyn Storage>,
    index: Index,
    /// Why a line that the index knows could not be read: the journal is no longer what it was when it was opened.
    fault: Option<String>,
    /// Why an answer could not be written for certain: the index does not know it, and nobody is to pay for it again.
    unwritten: Option<String>,
    /// Whether the index differs from the one that is kept.
    is_index_new: bool,
    /// Whether a write has failed, so that nobody knows what of it is in the file.
    has_failed: bool,
}

impl Journal {
    /// Opens a journal, by the index that was kept of it or by reading it whole. A damaged line, such as one torn by a
    /// crash, is counted, stays where it is, and what is whole in it is used; later lines start on a new line.
    pub fn open(mut storage: Box<dyn Storage>, kept: Option<Index>) -> io::Result<Self> {
        let is_index_new = kept.is_none();
        let index = kept.map_or_else(|| scan(&mut *storage), Ok)?;
        Ok(Self {
            state: Mutex::new(JournalState {
                storage,
                index,
                fault: None,
                unwritten: None,
                is_index_new,
                has_failed: false,
            }),
        })
    }

    /// Returns the number of damaged lines in the file, and the line number of the first, from 1; `None` if there are
    /// none.
    #[must_use]
    pub fn damaged(&self) -> Option<(usize, usize)> {
        self.state().index.facts.damaged
    }

    /// Returns the number of the line, from 1, that declares a later form than this version knows, and that form;
    /// `None` for a file that can be written.
    #[must_use]
    pub fn newer(&self) -> Option<(usize, u64)> {
        self.state().index.facts.newer_form
    }

    fn state(&self) -> MutexGuard<'_, JournalState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self, lines: &[JournalLine<'_>], failed: FailedWrite) -> Result<(), LedgerError> {
        if lines.is_empty() { Ok(()) } else { self.state().write(lines, failed) }
    }
}

/// What becomes of lines of which it is not known whether they were written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum FailedWrite {
    /// They stay: what they say is true.
    Stays,
    /// They are taken back: what they announce does not happen.
    TakenBack,
}

impl JournalState {
    fn write(&mut self, lines: &[JournalLine<'_>], failed: FailedWrite) -> Result<(), LedgerError> {
        if let Some((line, form)) = self.index.facts.newer_form {
            let cause = format!("by its line {line} it is of the form {form} of a newer tolmach");
            return Err(LedgerError { cause });
        }
        if let Some(fault) = &self.fault {
            return Err(LedgerError { cause: fault.clone() });
        }
        if let Some(cause) = self.unwritten.as_ref().filter(|_| failed == FailedWrite::TakenBack) {
            return Err(LedgerError { cause: cause.clone() });
        }
        let error = |cause: String| LedgerError { cause };
        let start = match self.storage.length() {
            Ok(length) => length,
            Err(cause) => {
                if failed == FailedWrite::Stays {
                    self.unwritten.get_or_insert_with(|| cause.to_string());
                }
                return Err(error(cause.to_string()));
            }
        };
        // Another process has written meanwhile: the index does not know its lines and is not kept.
        self.has_failed |= start != self.index.facts.length;
        let mut bytes = Vec::new();
        if self.index.facts.is_torn {
            bytes.push(b'\n');
        }
        let mut places = Vec::with_capacity(lines.len());
        for line in lines {
            places.push(start + u64::try_from(bytes.len()).unwrap_or(u64::MAX));
            serde_json::to_writer(&mut bytes, line).map_err(|cause| error(cause.to_string()))?;
            bytes.push(b'\n');
        }
        let written = self.storage.append(&bytes).and_then(|()| self.storage.sync());
        let end = start + u64::try_from(bytes.len()).unwrap_or(u64::MAX);
        let is_gone = written.is_err() && failed == FailedWrite::TakenBack && self.take_back(start, end);
        // After a failed write it is unknown where in a line the file ends.
        self.index.facts.is_torn = if is_gone { self.index.facts.is_torn } else { written.is_err() };
        self.is_index_new = true;
        self.has_failed |= written.is_err();
        if let Err(cause) = written {
            if failed == FailedWrite::Stays {
                self.unwritten.get_or_insert_with(|| cause.to_string());
            }
            return Err(error(cause.to_string()));
        }
        for (line, place) in lines.iter().zip(places) {
            self.apply(line, place);
        }
        self.index.facts.lines += lines.len();
        self.index.facts.length = end;
        Ok(())
    }

    /// Takes back a failed write from `start` to `end`, unless somebody else has written behind it; returns whether it is gone.
    fn take_back(&mut self, start: u64, end: u64) -> bool {
        let is_ours = self.storage.length().is_ok_and(|length| (start..=end).contains(&length));
        is_ours && self.storage.truncate(start).is_ok()
    }

    fn apply(&mut self, line: &JournalLine<'_>, place: u64) {
        let (key, event) = match line {
            JournalLine::Request { asked, engine, pair, article, day, characters, tokens, requests, .. } => {
                let locale = pair.split_once('>').map_or("", |(_, target)| target);
                let (unit, amount) = billed(*characters, *tokens, *requests);
                let bill = self.index.bill([engine, article, locale, day], unit);
                (asked, LineEvent::Request { bill, amount: u32::try_from(amount).unwrap_or(u32::MAX) })
            }
            JournalLine::Answer { answered, told_characters, told_tokens, .. } => {
                (answered, LineEvent::answer(*told_characters, *told_tokens))
            }
            JournalLine::Refusal { refused, told_characters, told_tokens } => {
                (refused, LineEvent::refusal(*told_characters, *told_tokens))
            }
            JournalLine::Form { .. } => return,
        };
        self.index.apply(KeyId::of(key), place, event);
    }

    /// Reads the line that begins at a place. Fails where there is none: then the file has changed since it was opened.
    fn line(&mut self, place: u64) -> io::Result<Vec<u8>> {
        let mut line = Vec::new();
        let mut step = 1024;
        loop {
            let start = line.len();
            line.resize(start + step, 0);
            let offset = place + u64::try_from(start).unwrap_or(u64::MAX);
            let length = self.storage.read_at(offset, line.get_mut(start..).unwrap_or_default())?;
            line.truncate(start + length);
            if let Some(end) = memchr(b'\n', line.get(start..).unwrap_or_default()) {
                line.truncate(start + end);
                return Ok(line);
            }
            if length == 0 {
                return Ok(line);
            }
            step *= 2;
        }
    }

    /// Reads the text of a key's answer at a place.
    fn answer(&mut self, key: &Key, place: u64) -> Result<String, String> {
        let line = self.line(place).map_err(|cause| cause.to_string())?;
        match JournalLine::parse(&line).or_else(|| JournalLine::salvage(&line).map(|(_, line)| line)) {
            Some(JournalLine::Answer { answered, text, .. }) if answered == key.as_str() => Ok(text.into_owned()),
            _ => Err(format!("its line at byte {place} has changed since it was opened")),
        }
    }
}

impl Drop for Journal {
    fn drop(&mut self) {
        let state = self.state.get_mut().unwrap_or_else(PoisonError::into_inner);
        let facts = &state.index.facts;
        let is_whole = !state.has_failed && state.fault.is_none() && !facts.is_torn && facts.newer_form.is_none();
        if state.is_index_new && is_whole {
            state.storage.keep_index(&state.index);
        }
    }
}

impl Ledger for Journal {
    /// Where the line of an answer can no longer be read, nothing more is recorded, and so nothing more requested.
    fn answer(&self, key: &Key) -> Option<String> {
        let mut state = self.state();
        let place = state.index.answer(KeyId::of(key.as_str()))?;
        state.answer(key, place).map_err(|cause| state.fault = Some(cause)).ok()
    }

    fn record_requests(&self, requests: &[LedgerRequest]) -> Result<(), LedgerError> {
        let line = |request: &LedgerRequest| JournalLine::Request {
            asked: request.key.as_str().to_owned().into(),
            engine: request.engine.clone().into(),
            pair: request.pair.clone().into(),
            article: request.article.clone().into(),
            day: request.day.clone().into(),
            segment: request.segment.clone().into(),
            characters: request.characters,
            tokens: (request.unit == BillingUnit::Tokens).then_some(request.amount),
            requests: (request.unit == BillingUnit::Requests).then_some(request.amount),
        };
        // Without this nothing is sent, and so nothing of it is in doubt.
        self.write(&requests.iter().map(line).collect::<Vec<_>>(), FailedWrite::TakenBack)
    }

    fn record_told(&self, answers: &[LedgerAnswer]) -> Result<(), LedgerError> {
        let told = |answer: &LedgerAnswer, unit: BillingUnit| {
            answer.told.filter(|(told, _)| *told == unit).map(|(_, amount)| amount)
        };
        let line = |answer: &LedgerAnswer| JournalLine::Answer {
            answered: answer.key.as_str().to_owned().into(),
            text: answer.text.clone().into(),
            told_characters: told(answer, BillingUnit::Characters),
            told_tokens: told(answer, BillingUnit::Tokens),
        };
        self.write(&answers.iter().map(line).collect::<Vec<_>>(), FailedWrite::Stays)
    }

    fn record_refusals(&self, keys: &[Key]) -> Result<(), LedgerError> {
        let line = |key: &Key| JournalLine::Refusal {
            refused: key.as_str().to_owned().into(),
            told_characters: None,
            told_tokens: None,
        };
        self.write(&keys.iter().map(line).collect::<Vec<_>>(), FailedWrite::Stays)
    }

    fn record_unusable(&self, told: &[(Key, BillingUnit, usize)]) -> Result<(), LedgerError> {
        let line = |(key, unit, amount): &(Key, BillingUnit, usize)| JournalLine::Refusal {
            refused: key.as_str().to_owned().into(),
            told_characters: (*unit != BillingUnit::Tokens).then_some(*amount),
            told_tokens: (*unit == BillingUnit::Tokens).then_some(*amount),
        };
        self.write(&told.iter().map(line).collect::<Vec<_>>(), FailedWrite::Stays)
    }

    /// Where the line of a request can no longer be read, nothing more is recorded, and so nothing more requested.
    fn in_doubt(&self) -> Vec<LedgerRequest> {
        let mut state = self.state();
        let places = state.index.in_doubt();
        let requests =
            places.into_iter().filter_map(|place| {
                let line = state.line(place).map_err(|cause| state.fault = Some(cause.to_string())).ok()?;
                let parsed = JournalLine::parse(&line).or_else(|| JournalLine::salvage(&line).map(|(_, line)| line));
                let Some(JournalLine::Request {
                    asked,
                    engine,
                    pair,
                    article,
                    day,
                    segment,
                    characters,
                    tokens,
                    requests,
                }) = parsed
                else {
                    state.fault = Some(format!("no request stands at byte {place}, where its index has one"));
                    return None;
                };
                let (unit, amount) = billed(characters, tokens, requests);
                let [engine, pair, article, day, segment] = [engine, pair, article, day, segment].map(Cow::into_owned);
                Some(LedgerRequest {
                    key: Key::stored(asked.into_owned()),
                    engine,
                    pair,
                    article,
                    day,
                    segment,
                    characters,
                    unit,
                    amount,
                })
            });
        requests.collect()
    }

    fn bill(&self) -> Vec<Bill> {
        self.state().index.bills()
    }
}
