//! The LibreTranslate protocol: `POST /translate` with `q`, `source`, `target`, `format` and, where the server requires
//! one, `api_key`.

use std::{sync::Arc, time::SystemTime};

use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::{Value, json};
use url::{Url, form_urlencoded};

use super::{
    Http, HttpRequest, HttpResponse, HttpSettings, Method, Secret, Transport, excerpt, is_loopback, retry_after,
    transport, transport_error,
};
use crate::{
    backend::{
        Answer, Backend, BackendError, Capabilities, EngineFacts, EngineSettings, Limits, Opened, Reach,
        RejectionReason, Request, Setup, Stop,
    },
    model::{Pair, clip},
};

/// The engine's product name.
const NAME: &str = "libretranslate";

/// Settings of a LibreTranslate server.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
#[derive(Default)]
pub(in crate::backend) struct LibreTranslateSettings {
    /// Address of the server; a project's file may name only one on this machine.
    endpoint: Option<String>,
    /// Key for the server; only in your own configuration, or in `TOLMACH_API_KEY`.
    api_key: Option<String>,
    /// Whether to send a form instead of JSON, one text a request (default: `false`).
    form: Option<bool>,
    /// Address of a proxy; only in your own configuration.
    proxy: Option<String>,
}

impl EngineSettings for LibreTranslateSettings {
    const FACTS: EngineFacts = EngineFacts {
        kind: NAME,
        help: "a LibreTranslate server (--endpoint or TOLMACH_ENDPOINT)",
        reach: Reach::Server,
        placeholder: false,
    };

    fn open(self, setup: Setup<'_>) -> Result<Opened, BackendError> {
        let mut settings = HttpSettings { proxy: self.proxy, ..HttpSettings::default() };
        settings.total = setup.calls.timeout().unwrap_or(settings.total);
        // First, because no other setting matters in a build without the network.
        let transport = Http::new(settings).map_err(|error| transport_error(setup.name, error))?;
        let endpoint = self.endpoint.ok_or_else(|| BackendError::NoEndpoint { engine: setup.name.to_owned() })?;
        let mut backend = LibreTranslate::new(&endpoint, self.api_key.map(Secret::new), Arc::new(transport))?;
        backend.form = self.form.unwrap_or(false);
        backend.limits = setup.calls.limits(backend.limits);
        Ok(Opened::Backend(Box::new(backend)))
    }

    fn refused_in_project(&self) -> Option<&'static str> {
        let is_remote = self.endpoint.as_deref().is_some_and(|endpoint| !is_loopback(endpoint));
        let keys = [(self.api_key.is_some(), "api_key"), (self.proxy.is_some(), "proxy"), (is_remote, "endpoint")];
        keys.into_iter().find(|(refused, _)| *refused).map(|(_, key)| key)
    }
}

/// A LibreTranslate server.
#[derive(Clone)]
pub struct LibreTranslate {
    endpoint: Url,
    /// The key, where the server requires one.
    pub key: Option<Secret>,
    /// Whether to send a form instead of JSON; a form carries one text per call.
    pub form: bool,
    /// Limits per call (the server has limits of its own, which it does not announce).
    pub limits: Limits,
    transport: Arc<dyn Transport>,
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
        let wrong = |problem: &str| BackendError::Setting { engine: NAME.to_owned(), problem: problem.to_owned() };
        let mut endpoint = Url::parse(endpoint.trim()).map_err(|_| wrong("its address is not a web address"))?;
        if !matches!(endpoint.scheme(), "http" | "https") {
            return Err(wrong("its address must begin with `https://` or `http://`"));
        }
        if !endpoint.username().is_empty() || endpoint.password().is_some() {
            return Err(wrong("its address must hold no password"));
        }
        let path = endpoint.path().trim_end_matches('/').trim_end_matches("/translate").to_owned();
        endpoint.set_path(&format!("{path}/translate"));
        endpoint.set_fragment(None);
        let limits = Limits { texts: 32, characters: 4000 };
        Ok(Self { endpoint, key, form: false, limits, transport })
    }

    /// The request for a batch.
    fn request(&self, pair: &Pair, batch: &[Request]) -> HttpRequest {
        let texts: Vec<String> = batch.iter().map(Request::protected_text).collect();
        let (source, target) = (pair.source.language(), pair.target.language());
        let key = self.key.as_ref().map(Secret::expose);
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
            url: self.endpoint.clone(),
            headers: vec![("content-type", content_type.to_owned()), ("accept", "application/json".to_owned())],
            body: body.into_bytes(),
        }
    }

    /// The drafts in a response, as many as texts were sent.
    fn read(&self, response: &HttpResponse, texts: usize) -> Result<Vec<String>, BackendError> {
        let reply = serde_json::from_slice::<Reply>(&response.body).ok();
        if response.status != 200 {
            return Err(self.refusal(response, reply));
        }
        let engine = || NAME.to_owned();
        let nonsense = || {
            let kind = response.header("content-type").unwrap_or("no content type");
            let body = excerpt(&response.body, self.key.as_ref());
            let detail = format!("{body} ({})", clip(&self.scrub(kind), 60));
            BackendError::Nonsense { engine: engine(), detail }
        };
        let drafts: Option<Vec<String>> = match reply.and_then(|reply| reply.translated) {
            Some(Value::String(draft)) => Some(vec![draft]),
            Some(Value::Array(drafts)) => drafts
                .into_iter()
                .map(|draft| match draft {
                    Value::String(draft) => Some(draft),
                    _ => None,
                })
                .collect(),
            _ => None,
        };
        let drafts = drafts.ok_or_else(nonsense)?;
        if drafts.len() != texts {
            return Err(BackendError::Count { engine: engine(), asked: texts, got: drafts.len() });
        }
        Ok(drafts)
    }

    /// The error that a status other than 200 stands for.
    fn refusal(&self, response: &HttpResponse, reply: Option<Reply>) -> BackendError {
        let (engine, status) = (NAME.to_owned(), response.status);
        let detail = match reply.and_then(|reply| reply.error) {
            Some(Value::String(error)) => clip(&self.scrub(&error), 200),
            _ => excerpt(&response.body, self.key.as_ref()),
        };
        let after = retry_after(response, SystemTime::now());
        let lowercase = detail.to_lowercase();
        match status {
            // Exceeded limits are reported as 400: "request (5120) exceeds text limit (5000)".
            400 | 413 | 414 if status != 400 || (lowercase.contains("exceeds") && lowercase.contains("limit")) => {
                BackendError::TooBig { engine, detail }
            }
            401 | 403 => BackendError::Auth { engine, status, detail },
            402 => BackendError::Quota { engine, detail },
            429 => BackendError::Busy { engine, after, detail },
            408 | 425 | 500..=599 => BackendError::Server { engine, status, after, detail },
            300..=399 => {
                let detail = "it redirects to another address, which is not followed".to_owned();
                BackendError::Refused { engine, status, detail }
            }
            _ => BackendError::Refused { engine, status, detail },
        }
    }

    fn scrub(&self, text: &str) -> String {
        self.key.as_ref().map_or_else(|| text.to_owned(), |key| key.scrub(text))
    }
}

impl Backend for LibreTranslate {
    fn name(&self) -> &'static str {
        NAME
    }

    fn identity(&self) -> String {
        format!("{NAME} {}{}", transport::host(&self.endpoint), self.endpoint.path())
    }

    /// It knows languages but no variants or scripts: for `be-tarask` it would return standard `be`.
    fn capabilities(&self, pair: &Pair) -> Capabilities {
        let target = pair.target.identifier();
        let plain = target.script.is_none() && target.variants().len() == 0;
        Capabilities { pair: plain, recorded: true, hints: false, context: false }
    }

    fn limits(&self) -> Limits {
        Limits { texts: if self.form { 1 } else { self.limits.texts }, ..self.limits }
    }

    fn translate(&self, pair: &Pair, batch: &[Request], stop: &Stop) -> Result<Vec<Answer>, BackendError> {
        let response =
            self.transport.send(&self.request(pair, batch), stop).map_err(|error| transport_error(NAME, error))?;
        let drafts = self.read(&response, batch.len())?.into_iter();
        // Before anyone stores it: not even the ledger may hold the key.
        let holds_key = |text: &str| self.key.as_ref().is_some_and(|key| key.is_in(text));
        let answer = |(draft, request): (String, &Request)| {
            if holds_key(&draft) && !holds_key(&request.protected_text()) {
                Answer::Rejected { reason: RejectionReason::Key }
            } else {
                Answer::Draft(draft)
            }
        };
        Ok(drafts.zip(batch).map(answer).collect())
    }
}
