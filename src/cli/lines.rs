//! JSON lines: one object in, one object out, in the same order, on all cores, in bounded memory.
//!
//! What has been read is answered before more is waited for, so that a program can write a line, read its answer, and
//! write the next.

use std::io::{BufRead, BufReader, Read, Write};

use rayon::prelude::*;
use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};
use serde_json::{Value, value::RawValue};

use super::exit::{Exit, Failure};

/// How many lines a batch holds at most: enough to keep the cores busy, few enough to stay small.
const LINES: usize = 4096;
/// How many bytes are read at a time: as many lines of a file as keep the cores busy.
const BYTES: usize = 1 << 20;

/// Answers each line of `input` with a line on `output`.
///
/// `answer` gets the object and returns the fields of the answer or an error. A bad line, as an empty one is, is answered
/// with `{"id":…,"line":…,"error":"…"}`, the remaining lines are processed, and the exit is [`Exit::Usage`] at the end.
pub(super) fn answer_lines(
    input: impl Read,
    mut output: impl Write,
    answer: impl Fn(&Value) -> Result<Value, String> + Sync,
) -> Result<Exit, Failure> {
    let mut input = BufReader::with_capacity(BYTES, input);
    let mut exit = Exit::Clean;
    let mut batch: Vec<(usize, Vec<u8>)> = Vec::new();
    let mut number = 0;
    loop {
        batch.clear();
        loop {
            let mut line = Vec::new();
            if input.read_until(b'\n', &mut line)? == 0 {
                break;
            }
            number += 1;
            batch.push((number, line));
            // The rest of a line may be long in coming: its writer may be waiting for the answers to those before.
            if batch.len() == LINES || !input.buffer().contains(&b'\n') {
                break;
            }
        }
        if batch.is_empty() {
            output.flush()?;
            return Ok(exit);
        }
        let answers: Vec<(Vec<u8>, bool)> =
            batch.par_iter().map(|(number, line)| answer_line(*number, line, &answer)).collect();
        for (line, is_ok) in answers {
            if !is_ok {
                exit = Exit::Usage;
            }
            output.write_all(&line)?;
        }
        output.flush()?;
    }
}

fn answer_line(number: usize, line: &[u8], answer: &impl Fn(&Value) -> Result<Value, String>) -> (Vec<u8>, bool) {
    let empty = || (LineId::Value(Value::Null), Err("the line is empty".to_owned()));
    let (id, answer) = read_line(line, answer).unwrap_or_else(empty);
    let is_ok = answer.is_ok();
    let mut bytes = match answer {
        Ok(Value::Object(fields)) => answer_of(id, fields),
        Ok(_) => answer_of(id, []),
        Err(error) => error_of(id, number, error),
    }
    .into_bytes();
    bytes.push(b'\n');
    (bytes, is_ok)
}

/// The id of a line, as it was written: a number may have more digits than a machine's.
#[derive(Debug, Clone, Serialize)]
#[serde(untagged)]
pub(super) enum LineId {
    /// No number.
    Value(Value),
    /// A number.
    Number(Box<RawValue>),
}

impl LineId {
    /// Whether the line has none.
    pub(super) const fn is_null(&self) -> bool {
        matches!(self, Self::Value(Value::Null))
    }
}

impl std::fmt::Display for LineId {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self {
            Self::Value(value) => value.fmt(out),
            Self::Number(number) => out.write_str(number.get()),
        }
    }
}

/// A line's answer as JSON, its fields in alphabetical order.
fn answer_of(id: LineId, fields: impl IntoIterator<Item = (String, Value)>) -> String {
    let fields = fields.into_iter().map(|(name, value)| (name, LineId::Value(value)));
    let answer: BTreeMap<String, LineId> = std::iter::once(("id".to_owned(), id)).chain(fields).collect();
    // Serializing plain values cannot fail.
    serde_json::to_string(&answer).unwrap_or_default()
}

/// The answer to a line that cannot be used, as JSON.
pub(super) fn error_of(id: LineId, line: usize, error: String) -> String {
    answer_of(id, [("line".to_owned(), line.into()), ("error".to_owned(), error.into())])
}

/// Reads the object of a line: its id, and what `read` makes of it, or an error. `None` for an empty line.
pub(super) fn read_line<T>(
    line: &[u8],
    read: &impl Fn(&Value) -> Result<T, String>,
) -> Option<(LineId, Result<T, String>)> {
    let line = line.strip_prefix("\u{feff}".as_bytes()).unwrap_or(line);
    // Without the line end, so that the position in an error is in this line and not in the next.
    let line = line.trim_ascii_end();
    if line.is_empty() {
        return None;
    }
    Some(match serde_json::from_slice::<Value>(line) {
        Ok(request) if request.is_object() => (id_of(line, request.get("id")), read(&request)),
        Ok(_) => (LineId::Value(Value::Null), Err("not a JSON object".to_owned())),
        Err(error) => {
            // The crate counts lines within this one.
            let message = error.to_string();
            let place = format!(" at line {} column {}", error.line(), error.column());
            let message = message.strip_suffix(&place).unwrap_or(&message);
            (LineId::Value(id_alone(line)), Err(format!("not JSON: {message} at column {}", error.column())))
        }
    })
}

/// The id of a line, a number with every digit.
fn id_of(line: &[u8], id: Option<&Value>) -> LineId {
    #[derive(Deserialize)]
    struct RawId<'a> {
        #[serde(borrow)]
        id: &'a RawValue,
    }
    let raw = id.filter(|id| id.is_number()).and_then(|_| serde_json::from_slice::<RawId<'_>>(line).ok());
    raw.map_or_else(|| LineId::Value(id.cloned().unwrap_or_default()), |raw| LineId::Number(raw.id.to_owned()))
}

/// The id of a line that is no JSON only since a text in it is none: it has half of a pair of surrogates.
fn id_alone(line: &[u8]) -> Value {
    #[derive(Default, Deserialize)]
    #[serde(default)]
    struct IdAlone {
        id: Value,
    }
    serde_json::from_slice::<IdAlone>(line).unwrap_or_default().id
}

/// A text field of a request.
pub(super) fn text<'a>(request: &'a Value, key: &str) -> Result<&'a str, String> {
    match request.get(key) {
        Some(Value::String(text)) => Ok(text),
        Some(_) => Err(format!("`{key}` is not a string")),
        None => Err(format!("`{key}` is missing")),
    }
}

/// The locale of a request, which may be called `locale` or `lang`.
pub(super) fn locale_field(request: &Value) -> Result<Option<&str>, String> {
    match (request.get("locale"), request.get("lang")) {
        (None | Some(Value::Null), None | Some(Value::Null)) => Ok(None),
        (Some(Value::String(tag)), _) | (None, Some(Value::String(tag))) => Ok(Some(tag)),
        _ => Err("`locale` is not a string".to_owned()),
    }
}
