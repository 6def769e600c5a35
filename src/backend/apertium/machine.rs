//! The programs of a mode, run one after the other.

use std::{ffi::OsString, path::Path, time::Duration};

use super::{
    context::{recased, retranslated, without_homographs},
    mode::ApertiumMode,
    stream::{DraftPiece, escape, mended, read_draft, with_lost_words, without_readings, without_syntax},
};
use crate::{
    backend::{
        BackendError, Program, Stop,
        command::{Ended, run},
    },
    model::Locale,
};

/// An opened Apertium.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Apertium {
    /// The name of its profile.
    pub name: String,
    /// The locale whose edition it translates; `None` for the article itself.
    pub from: Option<Locale>,
    /// Maximum time for one program and one call.
    pub timeout: Duration,
    /// The command line of the guard of programs (see [`Program`]); empty for none.
    pub guard: Vec<OsString>,
}

/// Runs a program with an input, and returns its output.
pub type RunProgram<'a> = dyn FnMut(&[String], Vec<u8>) -> Result<Vec<u8>, BackendError> + 'a;

impl Apertium {
    /// Translates texts, as many answers as questions.
    pub fn translate(
        &self,
        mode: &ApertiumMode,
        texts: &[&str],
        stop: &Stop,
    ) -> Result<Vec<Vec<DraftPiece>>, BackendError> {
        run_mode(mode, texts, &mut |argv, input| self.run(&mode.programs, argv, input, stop))
    }

    fn run(&self, programs: &Path, argv: &[String], input: Vec<u8>, stop: &Stop) -> Result<Vec<u8>, BackendError> {
        let name = argv.first().cloned().unwrap_or_default();
        let file = programs.join(&name).to_string_lossy().into_owned();
        let mut program = Program::new(std::iter::once(file).chain(argv.iter().skip(1).cloned()).collect());
        program.timeout = self.timeout;
        program.guard.clone_from(&self.guard);
        let ran = run(&program, input, stop)
            .map_err(|cause| BackendError::NotStarted { engine: name.clone(), cause: cause.to_string() })?;
        let failed = |status: String| BackendError::Program {
            engine: name.clone(),
            status,
            stderr: ran.stderr.clone(),
            in_doubt: false,
        };
        match ran.ended {
            Ended::Exit(status) if status.success() => Ok(ran.output),
            Ended::Exit(status) => Err(failed(format!("failed ({status})"))),
            Ended::Late => Err(failed(format!("did not end within {} s", program.timeout.as_secs_f32()))),
            Ended::Flood => Err(BackendError::Flood { engine: name, limit: program.output }),
            Ended::Interrupted => Err(BackendError::Interrupted),
        }
    }
}

/// Sends texts through the programs of a mode, each run by `run`; fails where one of them loses a text.
pub fn run_mode(
    mode: &ApertiumMode,
    texts: &[&str],
    run: &mut RunProgram<'_>,
) -> Result<Vec<Vec<DraftPiece>>, BackendError> {
    let mut stream: String = texts.iter().flat_map(|text| [escape(text), "\0".to_owned()]).collect();
    for (number, argv) in mode.stages.iter().enumerate() {
        if number == mode.generator {
            stream = mended(&stream, &mode.pair.repairs, &mode.pair.invariable);
        }
        let output = run(argv, stream.clone().into_bytes())?;
        let before = stream;
        let program = argv.first().map(String::as_str).unwrap_or_default();
        stream = String::from_utf8(output)
            .map_err(|error| BackendError::Nonsense { engine: program.to_owned(), detail: error.to_string() })?;
        // Some programs add a NUL of their own at the end.
        let texts_back: Vec<&str> = stream.split_terminator('\0').collect();
        let (answers, rest) = texts_back.split_at(texts.len().min(texts_back.len()));
        if answers.len() < texts.len() || rest.iter().any(|rest| !rest.trim().is_empty()) {
            return Err(BackendError::Program {
                engine: program.to_owned(),
                status: format!("gave {} texts for {}", texts_back.len(), texts.len()),
                stderr: String::new(),
                in_doubt: false,
            });
        }
        stream = answers.iter().flat_map(|answer| [answer, "\0"]).collect();
        if number == 0 {
            stream = without_readings(&stream, &mode.pair.refused);
            stream = recased(&stream, &mode.pair.governs);
            stream = without_homographs(&stream, &mode.pair.homographs);
        } else if program == "cg-proc" {
            stream = without_syntax(&stream);
        } else if program == "lt-proc" && argv.iter().any(|word| word == "-b") {
            stream = retranslated(&stream, &mode.pair.lexicon);
        } else if program == "apertium-transfer" && argv.iter().any(|word| word == "-b") {
            stream = with_lost_words(&before, &stream);
        }
    }
    Ok(stream.split('\0').take(texts.len()).map(read_draft).collect())
}
