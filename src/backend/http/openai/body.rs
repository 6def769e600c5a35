//! The body of a request: instructions in the system's message, the segments as JSON in the user's.

use serde::Serialize;
use serde_json::{Map, Value, json};

use crate::{
    backend::{EarlierDraft, Request, Similar},
    model::Hint,
};

/// How the model is made to answer with one text for each segment.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Format {
    /// The server holds the model to a schema.
    Schema,
    /// The server holds it to JSON.
    Object,
    /// Nothing but the instructions does.
    Lines,
}

impl Format {
    /// The next one, for a server that does not know this one or ignores it.
    pub(super) const fn next(self) -> Option<Self> {
        match self {
            Self::Schema => Some(Self::Object),
            Self::Object => Some(Self::Lines),
            Self::Lines => None,
        }
    }

    /// The number under which it is remembered.
    pub(super) const fn number(self) -> u8 {
        match self {
            Self::Schema => 0,
            Self::Object => 1,
            Self::Lines => 2,
        }
    }

    pub(super) const fn of(number: u8) -> Self {
        match number {
            0 => Self::Schema,
            1 => Self::Object,
            _ => Self::Lines,
        }
    }

    /// What the instructions say of it; the template of a newsroom has no part in this, since the answer must be read.
    const fn instruction(self) -> &'static str {
        match self {
            Self::Schema | Self::Object => {
                "Answer with JSON and nothing else: {\"translations\":[{\"id\":\"1\",\"text\":\"…\"}]}, with one entry for each \
                 segment, by its id."
            }
            Self::Lines => {
                "Answer with one line for each segment and nothing else: its id, a colon, a blank, and the translation \
                 on the same line."
            }
        }
    }

    fn field(self) -> Option<Value> {
        let text = || json!({ "type": "string" });
        match self {
            Self::Schema => {
                let entry = json!({
                    "type": "object",
                    "properties": { "id": text(), "text": text() },
                    "required": ["id", "text"],
                    "additionalProperties": false,
                });
                let schema = json!({
                    "type": "object",
                    "properties": { "translations": { "type": "array", "items": entry } },
                    "required": ["translations"],
                    "additionalProperties": false,
                });
                let named = json!({ "name": "translations", "strict": true, "schema": schema });
                Some(json!({ "type": "json_schema", "json_schema": named }))
            }
            Self::Object => Some(json!({ "type": "json_object" })),
            Self::Lines => None,
        }
    }
}

#[derive(Serialize)]
struct Material<'a> {
    segments: Vec<ChatSegment<'a>>,
}

/// A segment as the model sees it.
#[derive(Serialize)]
struct ChatSegment<'a> {
    id: String,
    role: &'a str,
    text: String,
    #[serde(skip_serializing_if = "str::is_empty")]
    before: &'a str,
    #[serde(skip_serializing_if = "str::is_empty")]
    after: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    terms: Vec<ChatTerm<'a>>,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    memory: Vec<Earlier<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    sibling: Option<Other<'a>>,
    #[serde(skip_serializing_if = "Option::is_none")]
    max_characters: Option<usize>,
    #[serde(skip_serializing_if = "Option::is_none")]
    again: Option<&'a EarlierDraft>,
}

#[derive(Serialize)]
struct ChatTerm<'a> {
    source: &'a str,
    lemma: &'a str,
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    forms: &'a [String],
    #[serde(skip_serializing_if = "<[String]>::is_empty")]
    refused: &'a [String],
    #[serde(skip_serializing_if = "Option::is_none")]
    note: Option<&'a str>,
}

#[derive(Serialize)]
struct Earlier<'a> {
    source: &'a str,
    target: &'a str,
}

#[derive(Serialize)]
struct Other<'a> {
    language: String,
    text: &'a str,
}

impl<'a> ChatSegment<'a> {
    fn of(id: usize, request: &'a Request) -> Self {
        let term = |hint: &'a Hint| {
            let Hint { source, target, forms, forbidden, note, .. } = hint;
            ChatTerm { source, lemma: target, forms, refused: forbidden, note: note.as_deref() }
        };
        let earlier = |similar: &'a Similar| Earlier { source: &similar.source, target: &similar.target };
        Self {
            id: id.to_string(),
            role: request.role.as_str(),
            text: request.protected_text(),
            before: &request.before,
            after: &request.after,
            terms: request.hints.iter().map(term).collect(),
            memory: request.memory.iter().map(earlier).collect(),
            sibling: request
                .sibling
                .as_ref()
                .map(|sibling| Other { language: sibling.locale.to_string(), text: &sibling.text }),
            max_characters: request.length,
            again: request.earlier.as_ref(),
        }
    }
}

/// A segment as it stands in a body, to measure it.
pub(super) fn segment(request: &Request) -> String {
    serde_json::to_string(&ChatSegment::of(1, request)).unwrap_or_default()
}

/// The body of a request; the ids of the segments are their places in the batch, from 1.
pub(super) fn body(model: &str, instructions: &str, format: Format, batch: &[Request]) -> Map<String, Value> {
    let segments = batch.iter().zip(1..).map(|(request, id)| ChatSegment::of(id, request)).collect();
    // Strings can always be serialized.
    let material = serde_json::to_string(&Material { segments }).unwrap_or_default();
    let system = format!("{}\n\n{}", instructions.trim_end(), format.instruction());
    let messages = json!([{ "role": "system", "content": system }, { "role": "user", "content": material }]);
    let mut body = Map::new();
    body.insert("model".to_owned(), model.into());
    body.insert("messages".to_owned(), messages);
    body.extend(format.field().map(|field| ("response_format".to_owned(), field)));
    body
}
