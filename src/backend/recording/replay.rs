//! Replaying.

use std::{
    collections::{HashMap, VecDeque},
    sync::{Mutex, PoisonError},
};

use super::line::{FORM, Head, RecordedAnswer, RecordedCall, RecordedError, RecordedOutcome, SentText};
use crate::{
    backend::{Answer, Backend, BackendError, Capabilities, Limits, Request, Stop},
    model::Pair,
};

/// Why a recording cannot be played.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ReplayError {
    /// It does not begin as a recording does.
    #[error("its first line is not that of a recording")]
    Head,
    /// A later version of tolmach made it.
    #[error("it is a recording of the form {found}, and this tolmach knows form {FORM}")]
    Form {
        /// Its form.
        found: u32,
    },
    /// A line cannot be read.
    #[error("line {line}: {cause}")]
    Line {
        /// Its number, from 1.
        line: usize,
        /// Why.
        cause: String,
    },
}

/// A recorded engine: answers what it has been asked, as it was answered then.
///
/// The same texts in one call meet what came of that call, the first time first; other calls are put together from the
/// answers to each text, and a text that was never answered meets the error of a call that it was in.
pub struct Replay {
    head: Head,
    /// What the engine was told besides a text, by source and target.
    capabilities: HashMap<(String, String), Capabilities>,
    /// The size of each text, as it was sent, in the unit of the limits.
    sizes: HashMap<String, usize>,
    calls: Mutex<Calls>,
}

/// Source, target and texts of a call.
type CallKey = (String, String, Vec<SentText>);

#[derive(Default)]
struct Calls {
    whole: HashMap<CallKey, VecDeque<RecordedOutcome>>,
    single: HashMap<(String, String, SentText), VecDeque<RecordedAnswer>>,
    failed: HashMap<(String, String, SentText), RecordedError>,
}

impl Replay {
    /// Reads a recording.
    pub fn read(text: &str) -> Result<Self, ReplayError> {
        let mut lines = text.lines().enumerate().filter(|(_, line)| !line.trim().is_empty());
        let head = lines.next().and_then(|(_, line)| serde_json::from_str::<Head>(line).ok());
        let head = head.ok_or(ReplayError::Head)?;
        if head.recording != FORM {
            return Err(ReplayError::Form { found: head.recording });
        }
        let (mut capabilities, mut sizes, mut calls) = (HashMap::new(), HashMap::new(), Calls::default());
        for (number, line) in lines {
            let call: RecordedCall = serde_json::from_str(line)
                .map_err(|cause| ReplayError::Line { line: number + 1, cause: cause.to_string() })?;
            let pair = (call.source.clone(), call.target.clone());
            capabilities.insert(pair, call.capabilities());
            let key = |text: &SentText| (call.source.clone(), call.target.clone(), text.clone());
            match &call.outcome {
                RecordedOutcome::Answers(answers) => {
                    for (text, answer) in call.texts.iter().zip(answers) {
                        calls.single.entry(key(text)).or_default().push_back(answer.clone());
                    }
                }
                RecordedOutcome::Error(error) => {
                    calls.failed.extend(call.texts.iter().map(|text| (key(text), error.clone())));
                }
            }
            sizes.extend(call.texts.iter().map(|text| text.text.clone()).zip(call.sizes.iter().copied()));
            calls.whole.entry((call.source, call.target, call.texts)).or_default().push_back(call.outcome);
        }
        Ok(Self { head, capabilities, sizes, calls: Mutex::new(calls) })
    }
}

/// The next of several; the last stays.
fn next<T: Clone>(all: &mut VecDeque<T>) -> Option<T> {
    if all.len() > 1 { all.pop_front() } else { all.front().cloned() }
}

impl Backend for Replay {
    fn name(&self) -> &str {
        &self.head.engine
    }

    /// Of a pair that was never asked for nothing is known; the error comes with the question.
    fn capabilities(&self, pair: &Pair) -> Capabilities {
        let known = self.capabilities.get(&(pair.source.to_string(), pair.target.to_string()));
        known.copied().unwrap_or(Capabilities { recorded: false, ..Capabilities::TEXT })
    }

    fn limits(&self) -> Limits {
        self.head.limits()
    }

    /// As the engine counted it; a text that it never got has none.
    fn size(&self, request: &Request) -> usize {
        self.sizes.get(&request.protected_text()).copied().unwrap_or_default()
    }

    fn translate(&self, pair: &Pair, batch: &[Request], _: &Stop) -> Result<Vec<Answer>, BackendError> {
        let capabilities = self.capabilities(pair);
        let (source, target) = (pair.source.to_string(), pair.target.to_string());
        let texts: Vec<SentText> = batch.iter().map(|request| SentText::of(request, capabilities)).collect();
        let mut calls = self.calls.lock().unwrap_or_else(PoisonError::into_inner);
        match calls.whole.get_mut(&(source.clone(), target.clone(), texts.clone())).and_then(next) {
            Some(RecordedOutcome::Answers(answers)) => {
                return Ok(answers.into_iter().map(RecordedAnswer::answer).collect());
            }
            Some(RecordedOutcome::Error(error)) => return Err(error.error(&self.head.engine, pair, batch.len())),
            None => {}
        }
        let mut answers = Vec::with_capacity(texts.len());
        for text in texts {
            let key = (source.clone(), target.clone(), text);
            let Some(answer) = calls.single.get_mut(&key).and_then(next) else {
                let error = calls.failed.get(&key).cloned();
                let unrecorded = || BackendError::Unrecorded { engine: self.head.engine.clone() };
                return Err(error.map_or_else(unrecorded, |error| error.error(&self.head.engine, pair, batch.len())));
            };
            answers.push(answer.answer());
        }
        Ok(answers)
    }
}
