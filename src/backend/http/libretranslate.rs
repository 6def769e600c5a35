//! The LibreTranslate protocol: `POST /translate` with `q`, `source`, `target`, `format` and, where the server requires
//! one, `api_key`.

use std::sync::Arc;

use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::{Value, json};
use url::form_urlencoded;

use super::{
    HttpRequest, HttpResponse, Method, Secret, Transport,
    connection::{Connection, explain, is_plain},
};
use crate::{
    backend::{
        Answer, Backend, BackendError, Capabilities, EngineFacts, EngineSettings, Limits, Opened, Reach, Request,
        Setup, SizeUnit, Stop,
    },
    model::Pair,
};

/// The engine's product name.
const NAME: &str = "libretranslate";

/// Settings of a LibreTranslate server.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
#[derive(Default)]
pub(in crate::backend) struct LibreTranslateSettings {
    /// Whether to send a form instead of JSON, one text a request (default: `false`).
    form: Option<bool>,
}

impl EngineSettings for LibreTranslateSettings {
    const FACTS: EngineFacts = EngineFacts {
        kind: NAME,
        help: "a LibreTranslate server (--endpoint or TOLMACH_ENDPOINT)",
        reach: Reach::Server,
        placeholder: false,
    };

    fn open(self, setup: Setup<'_>) -> Result<Opened, BackendError> {
        let mut backend = LibreTranslate::with(Connection::open(&setup, |_| None)?);
        backend.form = self.form.unwrap_or(false);
        backend.limits = setup.calls.limits(backend.limits);
        Ok(Opened::Backend(Box::new(backend)))
    }
}

/// A LibreTranslate server.
#[derive(Clone)]
pub struct LibreTranslate {
    connection: Connection,
    /// Whether to send a form instead of JSON; a form carries one text per call.
    pub form: bool,
    /// Limits per call (the server has limits of its own, which it does not announce).
    pub limits: Limits,
}

/// A reply of the server, successful or not.
#[derive(Deserialize)]
struct Reply {
    #[serde(rename = "translatedText")]
    translated: Option<Value>,
    error: Option<Value>,
}

impl LibreTranslate {
    /// A server at `endpoint` (`http://127.0.0.1:5000`; a path before `/translate` is kept).
    pub fn new(endpoint: &str, key: Option<Secret>, transport: Arc<dyn Transport>) -> Result<Self, BackendError> {
        Ok(Self::with(Connection::new(NAME, endpoint, key, transport)?))
    }

    const fn with(connection: Connection) -> Self {
        let limits = Limits { texts: 32, size: 4000, unit: SizeUnit::Characters };
        Self { connection, form: false, limits }
    }

    /// The request for a batch.
    fn request(&self, pair: &Pair, batch: &[Request]) -> HttpRequest {
        let texts: Vec<String> = batch.iter().map(Request::protected_text).collect();
        let (source, target) = (pair.source.language(), pair.target.language());
        let (key, url) = (self.connection.key.as_ref().map(Secret::expose), self.connection.at("translate"));
        let (content_type, body) = if self.form {
            let mut form = form_urlencoded::Serializer::new(String::new());
            for text in &texts {
                form.append_pair("q", text);
            }
            form.append_pair("source", source).append_pair("target", target).append_pair("format", "text");
            if let Some(key) = key {
                form.append_pair("api_key", key);
            }
            ("application/x-www-form-urlencoded", form.finish())
        } else {
            let mut body = json!({ "q": texts, "source": source, "target": target, "format": "text" });
            if let (Some(key), Some(fields)) = (key, body.as_object_mut()) {
                fields.insert("api_key".to_owned(), key.into());
            }
            ("application/json", body.to_string())
        };
        HttpRequest {
            method: Method::Post,
            url,
            headers: vec![("content-type", content_type.to_owned()), ("accept", "application/json".to_owned())],
            body: body.into_bytes(),
        }
    }

    /// The drafts in a response.
    fn read(&self, response: &HttpResponse) -> Result<Vec<String>, BackendError> {
        let reply = serde_json::from_slice::<Reply>(&response.body).ok();
        if response.status != 200 {
            return Err(self.refusal(response, reply));
        }
        let text = |draft: Value| if let Value::String(draft) = draft { Some(draft) } else { None };
        let drafts: Option<Vec<String>> = match reply.and_then(|reply| reply.translated) {
            Some(Value::Array(drafts)) => drafts.into_iter().map(text).collect(),
            Some(draft) => text(draft).map(|draft| vec![draft]),
            None => None,
        };
        drafts.ok_or_else(|| self.connection.nonsense(response))
    }

    /// The error that a status other than 200 stands for.
    fn refusal(&self, response: &HttpResponse, reply: Option<Reply>) -> BackendError {
        let said = reply.and_then(|reply| reply.error);
        let detail = self.connection.words(response, said.as_ref().and_then(Value::as_str));
        let lowercase = detail.to_lowercase();
        let engine = self.connection.engine.clone();
        match response.status {
            // Exceeded limits are reported as 400: "request (5120) exceeds text limit (5000)".
            400 if lowercase.contains("exceeds") && lowercase.contains("limit") => {
                BackendError::TooBig { engine, detail }
            }
            // It has no work that another request could be in the way of.
            409 => BackendError::Refused { engine, status: 409, detail },
            _ => self.connection.refusal(response, detail),
        }
    }
}

impl Backend for LibreTranslate {
    fn name(&self) -> &'static str {
        NAME
    }

    fn identity(&self) -> String {
        format!("{NAME} {}", Connection::place(&self.connection.at("translate")))
    }

    /// It knows languages but no variants or scripts.
    fn capabilities(&self, pair: &Pair) -> Capabilities {
        Capabilities { pair: is_plain(&pair.target), ..Capabilities::TEXT }
    }

    fn limits(&self) -> Limits {
        Limits { texts: if self.form { 1 } else { self.limits.texts }, ..self.limits }
    }

    fn explain(&self, pair: &Pair, batch: &[Request]) -> Option<String> {
        Some(explain(&Self { connection: self.connection.shown(), ..self.clone() }.request(pair, batch)))
    }

    fn translate(&self, pair: &Pair, batch: &[Request], stop: &Stop) -> Result<Vec<Answer>, BackendError> {
        let response = self.connection.send(&self.request(pair, batch), stop)?;
        self.connection.answers(self.read(&response)?, batch)
    }
}
