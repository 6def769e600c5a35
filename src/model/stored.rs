//! Stored findings, and how they are restored.
//!
//! Ids and argument names are part of the program; a stored finding is accepted only if the program still reports it
//! with exactly these arguments.

use std::collections::HashMap;

use serde::Deserialize;

use super::{Arg, Args, Finding, Fix, Message, Place, Problems, Severity};

/// A stored finding, not yet compared with what the program knows.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct StoredFinding {
    rule: String,
    id: String,
    args: Vec<(String, StoredArg)>,
    hint: Option<StoredMessage>,
    severity: Severity,
    place: Place,
    concept: Option<String>,
    fix: Option<Fix>,
    alternatives: Vec<String>,
    digest: Option<String>,
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
enum StoredArg {
    Text(String),
    Count(u64),
    Message(StoredMessage),
}

#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
struct StoredMessage {
    id: String,
    args: Vec<(String, StoredArg)>,
}

/// The rules, messages and arguments that the program knows.
#[derive(Debug, Clone, Default)]
pub struct KnownProblems {
    /// Samples by problem id, one of each shape.
    findings: HashMap<&'static str, Vec<Finding>>,
    /// Hints, and messages within messages, by id.
    messages: HashMap<&'static str, Vec<Message>>,
}

/// A stored finding names something that the program does not know: another version stored it.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("`{id}` is not known, or not with these arguments")]
pub struct UnknownProblem {
    /// Id of the problem, hint or nested message.
    pub id: String,
}

impl KnownProblems {
    /// Collects what these enums can report.
    #[must_use]
    pub fn new(problems: Vec<Problems>) -> Self {
        let mut known = Self::default();
        for sample in problems.into_iter().flat_map(|problems| problems.samples) {
            known.learn(&sample.args);
            if let Some(hint) = &sample.hint {
                known.learn_message(hint);
            }
            known.findings.entry(sample.id).or_default().push(sample);
        }
        known
    }

    fn learn(&mut self, args: &Args) {
        for (_, arg) in args {
            if let Arg::Message(message) = arg {
                self.learn_message(message);
            }
        }
    }

    fn learn_message(&mut self, message: &Message) {
        self.learn(&message.args);
        self.messages.entry(message.id).or_default().push(message.clone());
    }

    /// Restores a stored finding. Fails if a rule, message or argument in it is unknown.
    pub fn restore(&self, stored: StoredFinding) -> Result<Finding, UnknownProblem> {
        let StoredFinding { rule, id, args, hint, severity, place, concept, fix, alternatives, digest } = stored;
        let samples = self.findings.get(id.as_str()).into_iter().flatten().filter(|sample| sample.rule == rule);
        let sample = samples.into_iter().find(|sample| has_shape_of(&args, &sample.args));
        let Some(sample) = sample else { return Err(UnknownProblem { id }) };
        let args = self.args(args, &sample.args)?;
        let hint = hint.map(|hint| self.message(hint)).transpose()?;
        let (rule, id) = (sample.rule, sample.id);
        Ok(Finding { rule, id, args, hint, severity, place, concept, fix, alternatives, digest })
    }

    fn message(&self, stored: StoredMessage) -> Result<Message, UnknownProblem> {
        let StoredMessage { id, args } = stored;
        let mut known = self.messages.get(id.as_str()).into_iter().flatten();
        let Some(sample) = known.find(|sample| has_shape_of(&args, &sample.args)) else {
            return Err(UnknownProblem { id });
        };
        Ok(Message { id: sample.id, args: self.args(args, &sample.args)? })
    }

    /// Restores arguments, named as in a sample of the same shape.
    fn args(&self, stored: Vec<(String, StoredArg)>, shape: &Args) -> Result<Args, UnknownProblem> {
        let named = stored.into_iter().zip(shape).map(|((_, arg), (name, _))| {
            let arg = match arg {
                StoredArg::Text(text) => Arg::Text(text),
                StoredArg::Count(count) => Arg::Count(count),
                StoredArg::Message(message) => Arg::Message(self.message(message)?),
            };
            Ok((*name, arg))
        });
        named.collect()
    }
}

/// Whether stored arguments have the names and types of a sample's.
fn has_shape_of(stored: &[(String, StoredArg)], sample: &Args) -> bool {
    stored.len() == sample.len()
        && stored.iter().zip(sample).all(|((name, arg), (known, shape))| {
            name == known
                && matches!(
                    (arg, shape),
                    (StoredArg::Text(_), Arg::Text(_))
                        | (StoredArg::Count(_), Arg::Count(_))
                        | (StoredArg::Message(_), Arg::Message(_))
                )
        })
}
