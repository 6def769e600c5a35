//! A ledger as a journal: one JSON object a line, only ever appended to.
//!
//! ```text
//! {"asked":"9f…","engine":"libretranslate","pair":"en>be","article":"army","day":"2022-03-24","segment":"01ab…","characters":57}
//! {"answered":"9f…","text":"…"}
//! {"refused":"9f…"}
//! ```
//!
//! These lines are of the form 1. A line `{"ledger":2}` says that what stands in the file is of a later form.

use std::{
    collections::{BTreeMap, HashMap},
    io,
    sync::{Arc, Mutex, MutexGuard, PoisonError},
};

use serde::{Deserialize, Serialize};

use super::{Asked, Bill, Key, Ledger, LedgerError};

/// Something one can append to durably: an opened file, or memory in a test.
pub trait Append: Send {
    /// Appends all of `bytes`.
    fn append(&mut self, bytes: &[u8]) -> io::Result<()>;

    /// Returns once everything appended would survive a power cut (`fdatasync`).
    fn sync(&mut self) -> io::Result<()>;
}

/// Bytes in memory to append to, shared by all clones: for tests, and for runs that keep nothing.
#[derive(Debug, Clone, Default)]
pub struct Buffer {
    /// What has been appended so far.
    pub bytes: Arc<Mutex<Vec<u8>>>,
}

impl Buffer {
    /// A copy of what has been appended so far.
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

/// The journal: what it holds, and where it is written on.
pub struct Journal {
    state: Mutex<JournalState>,
}

struct JournalState {
    out: Box<dyn Append>,
    /// Whether what stands in the file ends in the middle of a line.
    torn: bool,
    /// How many lines could not be read, and the number of the first, from 1.
    damaged: Option<(usize, usize)>,
    /// Number of the first line, from 1, that speaks of a later form, and which.
    newer: Option<(usize, u64)>,
    questions: HashMap<String, Question>,
    asked: usize,
    /// By engine, article, locale and day.
    bills: BTreeMap<[String; 4], Bill>,
}

struct Question {
    asked: Asked,
    /// Place in the order of asking.
    number: usize,
    answer: Option<String>,
    /// Whether it was sent and nothing came of it yet.
    doubt: bool,
}

#[derive(Serialize, Deserialize)]
#[serde(untagged)]
enum JournalLine {
    Asked {
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
    Answered {
        answered: String,
        text: String,
    },
    Refused {
        refused: String,
    },
    Form {
        ledger: u64,
    },
}

/// The form of the lines that are known here.
pub const FORM: u64 = 1;

impl Journal {
    /// A journal that holds what `bytes` (the file's content) says and is written on at `out` (the same file, opened
    /// for appending). A line torn by a crash is passed over and counted; what is appended later begins a new line.
    #[must_use]
    pub fn open(bytes: &[u8], out: Box<dyn Append>) -> Self {
        let torn = bytes.last().is_some_and(|byte| *byte != b'\n');
        let mut state = JournalState {
            out,
            torn,
            damaged: None,
            newer: None,
            questions: HashMap::new(),
            asked: 0,
            bills: BTreeMap::new(),
        };
        let lines = bytes.split(|byte| *byte == b'\n').enumerate();
        for (index, line) in lines.filter(|(_, line)| !line.trim_ascii().is_empty()) {
            match serde_json::from_slice(line) {
                Ok(JournalLine::Form { ledger }) if ledger > FORM => {
                    state.newer.get_or_insert((index + 1, ledger));
                }
                Ok(line) => state.take(line),
                Err(_) => {
                    let (count, first) = state.damaged.unwrap_or((0, index + 1));
                    state.damaged = Some((count + 1, first));
                }
            }
        }
        Self { state: Mutex::new(state) }
    }

    /// How many lines of the file could not be read, and the number of the first, from 1; `None` where all could.
    #[must_use]
    pub fn damaged(&self) -> Option<(usize, usize)> {
        self.state().damaged
    }

    /// Number of the line, from 1, by which the file is of a later form than is known here, and that form; `None` for a
    /// file that can be written on.
    #[must_use]
    pub fn newer(&self) -> Option<(usize, u64)> {
        self.state().newer
    }

    fn state(&self) -> MutexGuard<'_, JournalState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn write(&self, lines: Vec<JournalLine>) -> Result<(), LedgerError> {
        if lines.is_empty() {
            return Ok(());
        }
        let mut state = self.state();
        if let Some((line, form)) = state.newer {
            return Err(LedgerError {
                cause: format!("by its line {line} it is of the form {form} of a newer tolmach"),
            });
        }
        let mut bytes = Vec::new();
        if state.torn {
            bytes.push(b'\n');
        }
        for line in &lines {
            serde_json::to_writer(&mut bytes, line).map_err(|cause| LedgerError { cause: cause.to_string() })?;
            bytes.push(b'\n');
        }
        let written = state.out.append(&bytes).and_then(|()| state.out.sync());
        // After a failed write nobody knows where in a line the file ends.
        state.torn = written.is_err();
        written.map_err(|cause| LedgerError { cause: cause.to_string() })?;
        for line in lines {
            state.take(line);
        }
        Ok(())
    }
}

impl JournalState {
    fn take(&mut self, line: JournalLine) {
        match line {
            JournalLine::Asked { asked: key, engine, pair, article, day, segment, characters } => {
                let asked = Asked { key: Key::stored(key.clone()), engine, pair, article, day, segment, characters };
                self.asked += 1;
                let bill = bill(&mut self.bills, &asked);
                bill.asked += 1;
                // Where it was in doubt already, the earlier one stays so for good: it may have been charged for, and
                // nobody will ever know.
                bill.in_doubt += 1;
                let answer = self.questions.remove(&key).and_then(|question| question.answer);
                self.questions.insert(key, Question { asked, number: self.asked, answer, doubt: true });
            }
            JournalLine::Answered { answered: key, text } => {
                let new = || Question { asked: unknown(key.clone()), number: 0, answer: None, doubt: false };
                let question = self.questions.entry(key.clone()).or_insert_with(new);
                let bill = bill(&mut self.bills, &question.asked);
                bill.answered += 1;
                bill.characters = bill.characters.saturating_add(question.asked.characters);
                bill.in_doubt -= usize::from(question.doubt);
                question.answer = Some(text);
                question.doubt = false;
            }
            JournalLine::Refused { refused: key } => {
                if let Some(question) = self.questions.get_mut(&key).filter(|question| question.doubt) {
                    bill(&mut self.bills, &question.asked).in_doubt -= 1;
                    question.doubt = false;
                }
            }
            JournalLine::Form { .. } => {}
        }
    }
}

/// A question whose own line is lost.
fn unknown(key: String) -> Asked {
    let nothing = String::new;
    Asked {
        key: Key::stored(key),
        engine: nothing(),
        pair: nothing(),
        article: nothing(),
        day: nothing(),
        segment: nothing(),
        characters: 0,
    }
}

/// The bill on which a question stands.
fn bill<'a>(bills: &'a mut BTreeMap<[String; 4], Bill>, asked: &Asked) -> &'a mut Bill {
    let Asked { engine, pair, article, day, .. } = asked;
    let locale = pair.split_once('>').map_or("", |(_, target)| target);
    let place = [engine.as_str(), article, locale, day].map(str::to_owned);
    bills.entry(place).or_insert_with_key(|[engine, article, locale, day]| Bill {
        engine: engine.clone(),
        article: article.clone(),
        locale: locale.clone(),
        day: day.clone(),
        ..Bill::default()
    })
}

impl Ledger for Journal {
    fn answer(&self, key: &Key) -> Option<String> {
        self.state().questions.get(key.as_str())?.answer.clone()
    }

    fn asked(&self, questions: &[Asked]) -> Result<(), LedgerError> {
        let lines = questions.iter().map(|question| JournalLine::Asked {
            asked: question.key.to_string(),
            engine: question.engine.clone(),
            pair: question.pair.clone(),
            article: question.article.clone(),
            day: question.day.clone(),
            segment: question.segment.clone(),
            characters: question.characters,
        });
        self.write(lines.collect())
    }

    fn answered(&self, answers: &[(Key, String)]) -> Result<(), LedgerError> {
        let lines =
            answers.iter().map(|(key, text)| JournalLine::Answered { answered: key.to_string(), text: text.clone() });
        self.write(lines.collect())
    }

    fn refused(&self, keys: &[Key]) -> Result<(), LedgerError> {
        self.write(keys.iter().map(|key| JournalLine::Refused { refused: key.to_string() }).collect())
    }

    fn in_doubt(&self) -> Vec<Asked> {
        let state = self.state();
        let mut open: Vec<&Question> = state.questions.values().filter(|question| question.doubt).collect();
        open.sort_by_key(|question| question.number);
        open.into_iter().map(|question| question.asked.clone()).collect()
    }

    fn bill(&self) -> Vec<Bill> {
        self.state().bills.values().cloned().collect()
    }
}
