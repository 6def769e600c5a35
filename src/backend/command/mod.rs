//! Any program as a translator: JSON lines on its standard input, JSON lines from its standard output, no shell.
//!
//! ```text
//! {"id":"01ab…","source_lang":"en","target_lang":"be","text":"…","terms":[{"source":"…","target":"…","forms":["…"]}],"before":"…","after":"…"}
//! {"id":"01ab…","text":"…"}      or      {"id":"01ab…","error":"…"}
//! ```
//!
//! A term may also carry `cases` (its forms with number and case), `note` and `forbidden` (wordings that the newsroom
//! refuses). The second question about a text carries `again`: the first answer (`text`) and what was wrong with it (`faults`).
//!
//! The program runs once per batch, answers in any order, and exits at the end of its input.

mod guard;
mod process;
mod program;

use std::{
    collections::{BTreeMap, btree_map::Entry},
    path::Path,
};

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use super::{
    Answer, Backend, BackendError, Capabilities, EarlierDraft, EngineFacts, EngineSettings, Limits, Opened, Reach,
    RejectionReason, Request, Setup, Stop,
};
use crate::model::{Case, Form, Gender, Hint, Number, Pair, clip};
pub use guard::stand_guard;
pub use program::Program;

pub(super) use process::{Ended, run};

use process::ProcessRun;

/// Settings of a program.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct CommandSettings {
    /// The program and its arguments, run without a shell; only in your own configuration, or by `--program` or
    /// `TOLMACH_PROGRAM`.
    #[serde(default)]
    program: Vec<String>,
    /// Whether it puts the terms that it is given into its drafts: then one that lacks a term is asked for once more, and
    /// refused where the term is missing again (default: `false`).
    #[serde(default)]
    terms: bool,
}

impl EngineSettings for CommandSettings {
    const FACTS: EngineFacts = EngineFacts {
        kind: "command",
        help: "any program that speaks JSON lines (--program or TOLMACH_PROGRAM)",
        reach: Reach::Program,
        placeholder: false,
    };

    fn open(self, setup: Setup<'_>) -> Result<Opened, BackendError> {
        if self.program.is_empty() {
            return Err(BackendError::NoProgram { engine: setup.name.to_owned() });
        }
        let mut program = Program::new(self.program);
        program.version = version(&program.argv, setup.file_version);
        program.guard = setup.guard.to_vec();
        program.timeout = setup.calls.timeout().unwrap_or(program.timeout);
        program.limits = setup.calls.limits(program.limits);
        let backend = CommandBackend::new(setup.name, program)?;
        Ok(Opened::Backend(Box::new(CommandBackend { terms: self.terms, ..backend })))
    }

    fn refused_in_project(&self) -> Option<&'static str> {
        (!self.program.is_empty()).then_some("program")
    }
}

/// A version that changes when the program is edited: a digest of those arguments that are files, such as
/// `translate.py`.
fn version(argv: &[String], file_version: &dyn Fn(&Path) -> Option<Vec<u8>>) -> String {
    let mut digest = Sha256::new();
    for bytes in argv.iter().filter_map(|argument| file_version(Path::new(argument))) {
        digest.update(bytes);
    }
    let number = digest.finalize().iter().take(8).fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
    format!("{number:016x}")
}

/// A program as a backend.
#[derive(Debug, Clone)]
pub struct CommandBackend {
    program: Program,
    name: String,
    /// Whether it is held to the terms.
    terms: bool,
}

#[derive(Serialize)]
struct Question<'a> {
    id: String,
    source_lang: String,
    target_lang: String,
    text: String,
    terms: Vec<TermHint<'a>>,
    before: &'a str,
    after: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    again: Option<&'a EarlierDraft>,
}

#[derive(Serialize)]
struct TermHint<'a> {
    source: &'a str,
    target: &'a str,
    forms: &'a [String],
    /// The forms again, each with its number, case and gender.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    cases: Vec<CaseForm<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a str>,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    forbidden: &'a [String],
}

#[derive(Serialize)]
struct CaseForm<'a> {
    form: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    number: Option<Number>,
    case: Case,
    #[serde(skip_serializing_if = "Option::is_none")]
    gender: Option<Gender>,
}

impl<'a> TermHint<'a> {
    fn of(hint: &'a Hint) -> Self {
        let Hint { source, target, forms, note, forbidden, .. } = hint;
        let case_form = |form: &'a Form| {
            let Form { text, number, case, gender, .. } = form;
            case.map(|case| CaseForm { form: text, number: *number, case, gender: *gender })
        };
        let cases = hint.cases.iter().filter_map(case_form).collect();
        Self { source, target, forms, cases, note: note.as_deref(), forbidden }
    }
}

#[derive(Deserialize)]
struct AnswerLine {
    id: String,
    text: Option<String>,
    error: Option<String>,
}

impl CommandBackend {
    /// A backend that runs a program; drafts and reports show it by `name`. Fails without a program.
    pub fn new(name: impl Into<String>, program: Program) -> Result<Self, BackendError> {
        let name = name.into();
        if program.argv.first().is_none_or(String::is_empty) {
            let problem = "there is no program to run".to_owned();
            return Err(BackendError::Setting { engine: name, problem });
        }
        Ok(Self { program, name, terms: false })
    }

    /// The program's input, one line per request.
    fn input(pair: &Pair, batch: &[Request]) -> Vec<u8> {
        let mut input = Vec::new();
        for request in batch {
            let question = Question {
                id: request.id.to_string(),
                source_lang: pair.source.to_string(),
                target_lang: pair.target.to_string(),
                text: request.protected_text(),
                terms: request.hints.iter().map(TermHint::of).collect(),
                before: &request.before,
                after: &request.after,
                again: request.earlier.as_ref(),
            };
            // Strings can always be serialized.
            input.extend(serde_json::to_vec(&question).unwrap_or_default());
            input.push(b'\n');
        }
        input
    }

    /// The answers in the program's output; other lines, and ids that were not asked for, are skipped.
    fn answers(batch: &[Request], output: &[u8]) -> Vec<Answer> {
        let mut by_id: BTreeMap<String, Answer> = BTreeMap::new();
        for line in output.split(|byte| *byte == b'\n') {
            let Ok(line) = serde_json::from_slice::<AnswerLine>(line) else { continue };
            let answer = match (line.text, line.error) {
                (Some(text), None) => Answer::Draft(text),
                (_, Some(error)) => Answer::Rejected { reason: RejectionReason::Failed { detail: clip(&error, 300) } },
                (None, None) => Answer::Rejected { reason: RejectionReason::Missing },
            };
            match by_id.entry(line.id) {
                Entry::Vacant(entry) => {
                    entry.insert(answer);
                }
                // Nothing tells which of the two is meant.
                Entry::Occupied(mut entry) => {
                    entry.insert(Answer::Rejected { reason: RejectionReason::Repeated });
                }
            }
        }
        let missing = || Answer::Rejected { reason: RejectionReason::Missing };
        batch.iter().map(|request| by_id.remove(&request.id.to_string()).unwrap_or_else(missing)).collect()
    }
}

impl Backend for CommandBackend {
    fn name(&self) -> &str {
        &self.name
    }

    fn identity(&self) -> String {
        format!("command {} {:?} {}", self.name, self.program.argv, self.program.version)
    }

    fn capabilities(&self, _: &Pair) -> Capabilities {
        Capabilities { hints: true, terms: self.terms, context: true, ..Capabilities::TEXT }
    }

    fn limits(&self) -> Limits {
        self.program.limits
    }

    fn explain(&self, pair: &Pair, batch: &[Request]) -> Option<String> {
        let input = String::from_utf8_lossy(&Self::input(pair, batch)).into_owned();
        Some(format!("{:?}\n\n{input}", self.program.argv))
    }

    fn translate(&self, pair: &Pair, batch: &[Request], stop: &Stop) -> Result<Vec<Answer>, BackendError> {
        let ProcessRun { ended, output, stderr } = run(&self.program, Self::input(pair, batch), stop)
            .map_err(|cause| BackendError::NotStarted { engine: self.name.clone(), cause: cause.to_string() })?;
        let answers = Self::answers(batch, &output);
        // Complete answers are kept, however the program ended: they may have been paid for.
        let useful = answers.iter().any(|answer| *answer != Answer::Rejected { reason: RejectionReason::Missing });
        let (status, in_doubt) = match ended {
            Ended::Interrupted if !useful => return Err(BackendError::Interrupted),
            _ if useful => return Ok(answers),
            Ended::Flood => {
                return Err(BackendError::Flood { engine: self.name.clone(), limit: self.program.output });
            }
            Ended::Late => (format!("did not end within {} s", self.program.timeout.as_secs_f32()), true),
            Ended::Exit(status) => (format!("ended without an answer ({status})"), false),
            Ended::Interrupted => (String::new(), true),
        };
        Err(BackendError::Program { engine: self.name.clone(), status, stderr, in_doubt })
    }
}
