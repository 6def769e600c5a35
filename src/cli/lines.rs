//! JSON lines: one object in, one object out, in the same order, on all cores, in bounded memory.
//!
//! What has been read is answered before more is waited for, so that a program can write a line, read its answer, and
//! write the next.

use std::io::{BufRead, BufReader, Read, Write};

use memchr::{memchr, memrchr};
use rayon::prelude::*;
use serde::{Deserialize, Serialize};
use serde_json::{Value, value::RawValue};

use super::{
    exit::{Exit, Failure},
    object::{LineField, LineJson, LineObject},
};

/// How many lines a batch holds at most: enough to keep the cores busy, few enough to stay small.
const LINES: usize = 4096;
/// How many lines a core takes at a time; their answers are written together.
const SHARE: usize = 16;
/// How many bytes are read at a time: as many lines of a file as keep the cores busy.
const BYTES: usize = 1 << 20;

/// The fields of an answer beside the id of its line.
pub(super) type AnswerFields = Vec<(&'static str, Value)>;

/// Answers each line of `input` with a line on `output`.
///
/// `answer` gets the objects of some lines and returns, for each, the fields of the answer or an error. A bad line, as an empty one is, is answered
/// with `{"id":…,"line":…,"error":"…"}`, the remaining lines are processed, and the exit is [`Exit::Usage`] at the end.
pub(super) fn answer_lines(
    input: impl Read,
    mut output: impl Write,
    answer: impl Fn(&[&LineObject<'_>]) -> Vec<Result<AnswerFields, String>> + Sync,
) -> Result<Exit, Failure> {
    let mut input = BufReader::with_capacity(BYTES, input);
    let mut exit = Exit::Clean;
    let mut block: Vec<u8> = Vec::new();
    let mut number = 0;
    loop {
        // The rest of a line may be long in coming: its writer may be waiting for the answers to those before.
        let whole = read_lines(&mut input, &mut block)?;
        let mut rest = block.get(..whole).unwrap_or(&block);
        if rest.is_empty() {
            output.flush()?;
            return Ok(exit);
        }
        while !rest.is_empty() {
            let lines: Vec<&[u8]> = std::iter::from_fn(|| next_line(&mut rest)).take(LINES).collect();
            let shares = lines.par_chunks(SHARE).enumerate();
            let answers: Vec<(Vec<u8>, bool)> =
                shares.map(|(at, lines)| answer_share(number + at * SHARE, lines, &answer)).collect();
            number += lines.len();
            for (bytes, is_ok) in answers {
                if !is_ok {
                    exit = Exit::Usage;
                }
                output.write_all(&bytes)?;
            }
            output.flush()?;
        }
        block.drain(..whole);
    }
}

/// Reads on until there is a whole line, and then no more than has come; returns how many bytes have the whole lines. At the
/// end of the input, its last line is whole.
fn read_lines(input: &mut impl BufRead, block: &mut Vec<u8>) -> Result<usize, Failure> {
    loop {
        let read = input.fill_buf()?;
        let (from, length) = (block.len(), read.len());
        let end = memrchr(b'\n', read).map(|at| from + at + 1);
        block.extend_from_slice(read);
        input.consume(length);
        if let Some(end) = end.or((length == 0).then_some(from)) {
            return Ok(end);
        }
    }
}

/// The next line, with its end.
fn next_line<'a>(rest: &mut &'a [u8]) -> Option<&'a [u8]> {
    let end = memchr(b'\n', rest).map_or(rest.len(), |at| at + 1);
    rest.split_off(..end).filter(|line| !line.is_empty())
}

/// The answers to some lines, of which `before` stand before them, and whether all could be used.
fn answer_share(
    before: usize,
    lines: &[&[u8]],
    answer: &impl Fn(&[&LineObject<'_>]) -> Vec<Result<AnswerFields, String>>,
) -> (Vec<u8>, bool) {
    let (mut out, mut is_ok) = (Vec::new(), true);
    let empty = || (LineId::Value(Value::Null), Err("the line is empty".to_owned()));
    let read: Vec<(LineId, Result<LineObject<'_>, String>)> =
        lines.iter().map(|line| read_object(line).unwrap_or_else(empty)).collect();
    let objects: Vec<&LineObject<'_>> = read.iter().filter_map(|(_, object)| object.as_ref().ok()).collect();
    let mut answers = answer(&objects).into_iter();
    for (number, (id, object)) in (before + 1..).zip(&read) {
        let answer = match object {
            Ok(_) => answers.next().unwrap_or_else(|| Err("no answer".to_owned())),
            Err(error) => Err(error.clone()),
        };
        is_ok &= answer.is_ok();
        write_answer(&mut out, id, answer.unwrap_or_else(|error| error_fields(number, error)));
        out.push(b'\n');
    }
    (out, is_ok)
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

/// Writes a line's answer as JSON, its fields in alphabetical order.
fn write_answer(out: &mut Vec<u8>, id: &LineId, mut fields: AnswerFields) {
    fields.sort_unstable_by_key(|(name, _)| *name);
    let before = fields.partition_point(|(name, _)| *name < "id");
    let (first, last) = fields.split_at_checked(before).unwrap_or_default();
    let mut separator = b'{';
    let mut write = |name: &str, value: &dyn Fn(&mut Vec<u8>)| {
        out.extend([std::mem::replace(&mut separator, b','), b'"']);
        out.extend_from_slice(name.as_bytes());
        out.extend_from_slice(b"\":");
        value(out);
    };
    // Writing plain values into memory cannot fail.
    for (name, value) in first {
        write(name, &|out| serde_json::to_writer(out, value).unwrap_or_default());
    }
    write("id", &|out| serde_json::to_writer(out, id).unwrap_or_default());
    for (name, value) in last {
        write(name, &|out| serde_json::to_writer(out, value).unwrap_or_default());
    }
    out.push(b'}');
}

fn error_fields(line: usize, error: String) -> AnswerFields {
    vec![("error", error.into()), ("line", line.into())]
}

/// The answer to a line that cannot be used, as JSON.
pub(super) fn error_of(id: &LineId, line: usize, error: String) -> String {
    let mut out = Vec::new();
    write_answer(&mut out, id, error_fields(line, error));
    String::from_utf8(out).unwrap_or_default()
}

/// Reads the object of a line: its id, and what `read` makes of it, or an error. `None` for an empty line.
pub(super) fn read_line<T>(
    line: &[u8],
    read: &impl Fn(&LineObject<'_>) -> Result<T, String>,
) -> Option<(LineId, Result<T, String>)> {
    read_object(line).map(|(id, object)| (id, object.and_then(|object| read(&object))))
}

/// The object of a line with its id, or an error. `None` for an empty line.
fn read_object(line: &[u8]) -> Option<(LineId, Result<LineObject<'_>, String>)> {
    let line = line.strip_prefix("\u{feff}".as_bytes()).unwrap_or(line);
    // Without the line end, so that the position in an error is in this line and not in the next.
    let line = line.trim_ascii_end();
    if line.is_empty() {
        return None;
    }
    Some(match serde_json::from_slice::<LineJson<'_>>(line) {
        Ok(LineJson::Object(request)) => (id_of(line, request.get("id")), Ok(request)),
        Ok(LineJson::Other) => (LineId::Value(Value::Null), Err("not a JSON object".to_owned())),
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
fn id_of(line: &[u8], id: Option<&LineField<'_>>) -> LineId {
    #[derive(Deserialize)]
    struct RawId<'a> {
        #[serde(borrow)]
        id: &'a RawValue,
    }
    let raw = || serde_json::from_slice::<RawId<'_>>(line).ok().map(|raw| raw.id.to_owned());
    match id {
        None => LineId::Value(Value::Null),
        Some(LineField::Text(text)) => LineId::Value(Value::String(text.to_string())),
        Some(LineField::Other(number @ Value::Number(_))) => {
            raw().map_or_else(|| LineId::Value(number.clone()), LineId::Number)
        }
        Some(LineField::Other(value)) => LineId::Value(value.clone()),
    }
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
