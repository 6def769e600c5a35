//! The ledger as a journal: one JSON object per line, only ever appended to.
//!
//! ```text
//! {"asked":"9f…","engine":"libretranslate","pair":"en>be","article":"army","day":"2022-03-24","segment":"01ab…","characters":57}
//! {"answered":"9f…","text":"…"}
//! {"refused":"9f…"}
//! ```
//!
//! These lines are of form 1. A line `{"ledger":2}` says that the file is of a later form.

use std::{
    collections::{BTreeMap, HashMap},
    io,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use serde::{Deserialize, Serialize};

use super::{Bill, Key, Ledger, LedgerError, LedgerRequest};

/// Something that can be appended to durably: an opened file, or memory in a test.
pub trait Append: Send {
    /// Appends all of `bytes`.
    fn append(&mut self, bytes: &[u8]) -> io::Result<()>;

    /// Returns once everything appended would survive a power cut (`fdatasync`).
    fn sync(&mut self) -> io::Result<()>;
}

/// An in-memory buffer to append to, shared by all clones: for tests, and for runs that store nothing.
#[derive(Debug, Clone, Default)]
pub struct Buffer {
    /// The bytes appended so far.
    pub bytes: Arc<Mutex<Vec<u8>>>,
}

impl Buffer {
    /// Returns a copy of the bytes appended so far.
    #[must_use]
    pub fn content(&self) -> Vec<u8> {
        self.bytes.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }
}

impl Append for Buffer {
    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.bytes.lock().unwrap_or_else(PoisonError::into_inner).extend_from_slice(bytes);
        Ok(())
    }

    fn sync(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// The journal: its content, and where it is appended to.
pub struct Journal {
    state: Mutex<JournalState>,
}

struct JournalState {
    out: Box<dyn Append>,
    /// Whether the file ends in the middle of a line.
    is_torn: bool,
    /// The number of unreadable lines, and the line number of the first, from 1.
    damaged: Option<(usize, usize)>,
    /// The number of the first line, from 1, that declares a later form, and that form.
    newer_form: Option<(usize, u64)>,
    entries: HashMap<String, RequestEntry>,
    requests_seen: usize,
    /// By engine, article, locale and day.
    bills: BTreeMap<[String; 4], Bill>,
}

struct RequestEntry {
    request: LedgerRequest,
    /// The position in the order of requests.
    number: usize,
    answer: Option<String>,
    /// Whether it was sent and its outcome is unknown.
    is_in_doubt: bool,
}

#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum JournalLine {
    Request {
        asked: String,
        engine: String,
        pair: String,
        #[serde(default)]
        article: String,
        #[serde(default)]
        day: String,
        segment: String,
        characters: usize,
    },
    Answer {
        answered: String,
        text: String,
    },
    Refusal {
        refused: String,
    },
    Form {
        ledger: u64,
    },
}

/// The latest form of lines that this version knows.
pub const FORM: u64 = 1;

impl Journal {
    /// Opens a journal with the content `bytes` (that of the file) that is appended to at `out` (the same file, opened
    /// for appending). A line torn by a crash is skipped and counted; later lines start on a new line.
    #[must_use]
    pub fn open(bytes: &[u8], out: Box<dyn Append>) -> Self {
        let is_torn = bytes.last().is_some_and(|byte| *byte != b'\n');
        let mut state = JournalState {
            out,
            is_torn,
            damaged: None,
            newer_form: None,
            entries: HashMap::new(),
            requests_seen: 0,
            bills: BTreeMap::new(),
        };
        let lines = bytes.split(|byte| *byte == b'\n').enumerate();
        for (index, line) in lines.filter(|(_, line)| !line.trim_ascii().is_empty()) {
            match serde_json::from_slice(line) {
                Ok(JournalLine::Form { ledger }) if ledger > FORM => {
                    state.newer_form.get_or_insert((index + 1, ledger));
                }
                Ok(line) => state.apply(line),
                Err(_) => {
                    let (count, first) = state.damaged.unwrap_or((0, index + 1));
                    state.damaged = Some((count + 1, first));
                }
            }
        }
        Self { state: Mutex::new(state) }
    }

    /// Returns the number of unreadable lines in the file, and the line number of the first, from 1; `None` if there
    /// are none.
    #[must_use]
    pub fn damaged(&self) -> Option<(usize, usize)> {
        self.state().damaged
    }

    /// Returns the number of the line, from 1, that declares a later form than this version knows, and that form;
    /// `None` for a file that can be written.
    #[must_use]
    pub fn newer(&self) -> Option<(usize, u64)> {
        self.state().newer_form
    }

    fn state(&self) -> MutexGuard<'_, JournalState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self, lines: Vec<JournalLine>) -> Result<(), LedgerError> {
        if lines.is_empty() {
            return Ok(());
        }
        let mut state = self.state();
        if let Some((line, form)) = state.newer_form {
            return Err(LedgerError {
                cause: format!("by its line {line} it is of the form {form} of a newer tolmach"),
            });
        }
        let mut bytes = Vec::new();
        if state.is_torn {
            bytes.push(b'\n');
        }
        for line in &lines {
            serde_json::to_writer(&mut bytes, line).map_err(|cause| LedgerError { cause: cause.to_string() })?;
            bytes.push(b'\n');
        }
        let written = state.out.append(&bytes).and_then(|()| state.out.sync());
        // After a failed write it is unknown where in a line the file ends.
        state.is_torn = written.is_err();
        written.map_err(|cause| LedgerError { cause: cause.to_string() })?;
        for line in lines {
            state.apply(line);
        }
        Ok(())
    }
}

impl JournalState {
    fn apply(&mut self, line: JournalLine) {
        match line {
            JournalLine::Request { asked: key, engine, pair, article, day, segment, characters } => {
                let request =
                    LedgerRequest { key: Key::stored(key.clone()), engine, pair, article, day, segment, characters };
                self.requests_seen += 1;
                let bill = bill(&mut self.bills, &request);
                bill.asked += 1;
                // If it was in doubt already, the earlier request stays in doubt for good: it may have been charged
                // for, and nobody will ever know.
                bill.in_doubt += 1;
                let answer = self.entries.remove(&key).and_then(|entry| entry.answer);
                self.entries
                    .insert(key, RequestEntry { request, number: self.requests_seen, answer, is_in_doubt: true });
            }
            JournalLine::Answer { answered: key, text } => {
                let new = || RequestEntry {
                    request: unknown_request(key.clone()),
                    number: 0,
                    answer: None,
                    is_in_doubt: false,
                };
                let entry = self.entries.entry(key.clone()).or_insert_with(new);
                let bill = bill(&mut self.bills, &entry.request);
                bill.answered += 1;
                bill.characters = bill.characters.saturating_add(entry.request.characters);
                bill.in_doubt -= usize::from(entry.is_in_doubt);
                entry.answer = Some(text);
                entry.is_in_doubt = false;
            }
            JournalLine::Refusal { refused: key } => {
                if let Some(entry) = self.entries.get_mut(&key).filter(|entry| entry.is_in_doubt) {
                    bill(&mut self.bills, &entry.request).in_doubt -= 1;
                    entry.is_in_doubt = false;
                }
            }
            JournalLine::Form { .. } => {}
        }
    }
}

/// Returns a request whose own line is lost.
fn unknown_request(key: String) -> LedgerRequest {
    let nothing = String::new;
    LedgerRequest {
        key: Key::stored(key),
        engine: nothing(),
        pair: nothing(),
        article: nothing(),
        day: nothing(),
        segment: nothing(),
        characters: 0,
    }
}

/// Returns the bill to which a request belongs.
fn bill<'a>(bills: &'a mut BTreeMap<[String; 4], Bill>, request: &LedgerRequest) -> &'a mut Bill {
    let LedgerRequest { engine, pair, article, day, .. } = request;
    let locale = pair.split_once('>').map_or("", |(_, target)| target);
    let key = [engine.as_str(), article, locale, day].map(str::to_owned);
    bills.entry(key).or_insert_with_key(|[engine, article, locale, day]| Bill {
        engine: engine.clone(),
        article: article.clone(),
        locale: locale.clone(),
        day: day.clone(),
        ..Bill::default()
    })
}

impl Ledger for Journal {
    fn answer(&self, key: &Key) -> Option<String> {
        self.state().entries.get(key.as_str())?.answer.clone()
    }

    fn record_requests(&self, requests: &[LedgerRequest]) -> Result<(), LedgerError> {
        let lines = requests.iter().map(|request| JournalLine::Request {
            asked: request.key.to_string(),
            engine: request.engine.clone(),
            pair: request.pair.clone(),
            article: request.article.clone(),
            day: request.day.clone(),
            segment: request.segment.clone(),
            characters: request.characters,
        });
        self.write(lines.collect())
    }

    fn record_answers(&self, answers: &[(Key, String)]) -> Result<(), LedgerError> {
        let lines =
            answers.iter().map(|(key, text)| JournalLine::Answer { answered: key.to_string(), text: text.clone() });
        self.write(lines.collect())
    }

    fn record_refusals(&self, keys: &[Key]) -> Result<(), LedgerError> {
        self.write(keys.iter().map(|key| JournalLine::Refusal { refused: key.to_string() }).collect())
    }

    fn in_doubt(&self) -> Vec<LedgerRequest> {
        let state = self.state();
        let mut in_doubt: Vec<&RequestEntry> = state.entries.values().filter(|entry| entry.is_in_doubt).collect();
        in_doubt.sort_by_key(|entry| entry.number);
        in_doubt.into_iter().map(|entry| entry.request.clone()).collect()
    }

    fn bill(&self) -> Vec<Bill> {
        self.state().bills.values().cloned().collect()
    }
}
