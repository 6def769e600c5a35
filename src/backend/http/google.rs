//! Google Cloud Translation, version 2: `POST /language/translate/v2` with `q`, `source`, `target`, `format`. Version 3
//! wants service accounts.

use std::sync::Arc;

use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::json;

use super::{
    HttpRequest, HttpResponse, Secret, Transport,
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
const NAME: &str = "google";
const MAKER: &str = "https://translation.googleapis.com";
const PATH: &str = "language/translate/v2";

/// Settings of Google Cloud Translation.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(in crate::backend) struct GoogleSettings {
    /// Model (`nmt`, `base`; default: the one that Google chooses).
    model: Option<String>,
}

impl EngineSettings for GoogleSettings {
    const FACTS: EngineFacts = EngineFacts {
        kind: NAME,
        help: "Google Cloud Translation, version 2 (key in TOLMACH_GOOGLE_KEY)",
        reach: Reach::Server,
        placeholder: false,
    };

    fn open(self, setup: Setup<'_>) -> Result<Opened, BackendError> {
        let connection = Connection::open(&setup, |_| Some(MAKER))?;
        connection.require_key(&setup)?;
        let mut backend = Google::with(connection);
        backend.model = self.model;
        backend.limits = setup.calls.limits(backend.limits);
        Ok(Opened::Backend(Box::new(backend)))
    }
}

/// Google Cloud Translation, version 2.
#[derive(Clone)]
pub struct Google {
    connection: Connection,
    /// The model, where Google is not to choose one.
    pub model: Option<String>,
    /// Limits per call.
    pub limits: Limits,
}

#[derive(Deserialize)]
struct GoogleReply {
    data: GoogleData,
}

#[derive(Deserialize)]
struct GoogleData {
    translations: Vec<GoogleDraft>,
}

#[derive(Deserialize)]
struct GoogleDraft {
    #[serde(rename = "translatedText")]
    text: String,
}

#[derive(Deserialize)]
struct GoogleFailure {
    error: GoogleFault,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct GoogleFault {
    message: String,
    status: String,
    errors: Vec<GoogleReason>,
}

#[derive(Deserialize)]
struct GoogleReason {
    #[serde(default)]
    reason: String,
}

impl Google {
    /// Google, or a server that speaks as it does, at `endpoint`.
    pub fn new(endpoint: &str, key: Option<Secret>, transport: Arc<dyn Transport>) -> Result<Self, BackendError> {
        Ok(Self::with(Connection::new(NAME, endpoint, key, transport)?))
    }

    const fn with(connection: Connection) -> Self {
        // Google advises 5,000 and refuses more than 30,000.
        Self { connection, model: None, limits: Limits { texts: 128, size: 30_000, unit: SizeUnit::Characters } }
    }

    /// The request for a batch. The key stands in a header: an address is logged on the way.
    fn request(&self, pair: &Pair, batch: &[Request]) -> HttpRequest {
        let texts: Vec<String> = batch.iter().map(Request::protected_text).collect();
        let (source, target) = (pair.source.language(), pair.target.language());
        let mut body = json!({ "q": texts, "source": source, "target": target, "format": "text" });
        if let (Some(model), Some(fields)) = (&self.model, body.as_object_mut()) {
            fields.insert("model".to_owned(), model.as_str().into());
        }
        let key = self.connection.key.iter().map(|key| ("x-goog-api-key", key.expose().to_owned()));
        Connection::post(self.connection.at(PATH), key.collect(), &body)
    }

    /// The error that a status other than 200 stands for. A quota comes as 403, as a wrong key does.
    fn refusal(&self, pair: &Pair, response: &HttpResponse) -> BackendError {
        let fault =
            serde_json::from_slice::<GoogleFailure>(&response.body).map(|failure| failure.error).unwrap_or_default();
        let detail = self.connection.words(response, Some(&fault.message));
        let (engine, status) = (self.connection.engine.clone(), response.status);
        let message = fault.message.to_lowercase();
        let reason = fault.errors.first().map_or("", |reason| reason.reason.as_str());
        let usual = || self.connection.refusal(response, detail.clone());
        let busy = || self.connection.refusal(&HttpResponse { status: 429, ..response.clone() }, detail.clone());
        match (status, reason) {
            (403 | 429, "dailyLimitExceeded" | "quotaExceeded" | "billingNotEnabled") => {
                BackendError::Quota { engine, detail }
            }
            (403, "userRateLimitExceeded" | "rateLimitExceeded" | "servingLimitExceeded") => busy(),
            (403 | 429, _) if message.contains("daily limit") || message.contains("per day") => {
                BackendError::Quota { engine, detail }
            }
            (403, _) if message.contains("rate limit") || fault.status == "RESOURCE_EXHAUSTED" => busy(),
            (403, _) if message.contains("quota") => BackendError::Quota { engine, detail },
            (400, _) if message.contains("api key") => BackendError::Auth { engine, status, detail },
            (400, _) if message.contains("language pair") => BackendError::Pair { engine, pair: pair.clone() },
            (400, _)
                if message.contains("too long") || message.contains("too large") || message.contains("too many") =>
            {
                BackendError::TooBig { engine, detail }
            }
            _ => usual(),
        }
    }
}

impl Backend for Google {
    fn name(&self) -> &'static str {
        NAME
    }

    fn identity(&self) -> String {
        let model = self.model.as_deref().unwrap_or_default();
        format!("{NAME} {} {model}", Connection::place(&self.connection.at(PATH)))
    }

    fn capabilities(&self, pair: &Pair) -> Capabilities {
        Capabilities { pair: is_plain(&pair.target), ..Capabilities::TEXT }
    }

    fn limits(&self) -> Limits {
        self.limits
    }

    fn explain(&self, pair: &Pair, batch: &[Request]) -> Option<String> {
        Some(explain(&Self { connection: self.connection.shown(), ..self.clone() }.request(pair, batch)))
    }

    fn translate(&self, pair: &Pair, batch: &[Request], stop: &Stop) -> Result<Vec<Answer>, BackendError> {
        let request = self.request(pair, batch);
        let reply: GoogleReply = self.connection.ask(&request, stop, |response| self.refusal(pair, response))?;
        let drafts = reply.data.translations.into_iter().map(|translated| translated.text).collect();
        self.connection.answers(drafts, batch)
    }
}
