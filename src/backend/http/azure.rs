//! Azure AI Translator, version 3: `POST /translate?api-version=3.0&from=en&to=be` with `[{"Text":…}]`.

use std::sync::Arc;

use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::{Value, json};

use super::{
    HttpRequest, HttpResponse, Secret, Transport,
    connection::{Connection, explain},
};
use crate::{
    backend::{
        Answer, Backend, BackendError, Capabilities, EngineFacts, EngineSettings, Limits, Opened, Reach, Request,
        Setup, SizeUnit, Stop,
    },
    model::{Locale, Pair},
};

/// The engine's product name.
const NAME: &str = "azure";
const MAKER: &str = "https://api.cognitive.microsofttranslator.com";

/// Settings of Azure AI Translator.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(in crate::backend) struct AzureSettings {
    /// Region of the resource (`westeurope`); a global resource has none.
    region: Option<String>,
    /// Category of a model of your own (default: `general`).
    category: Option<String>,
}

impl EngineSettings for AzureSettings {
    const FACTS: EngineFacts = EngineFacts {
        kind: NAME,
        help: "Azure AI Translator, version 3 (key in TOLMACH_AZURE_KEY)",
        reach: Reach::Server,
        placeholder: false,
    };

    fn open(self, setup: Setup<'_>) -> Result<Opened, BackendError> {
        let connection = Connection::open(&setup, |_| Some(MAKER))?;
        connection.require_key(&setup)?;
        let mut backend = Azure::with(connection);
        (backend.region, backend.category) = (self.region, self.category);
        backend.limits = setup.calls.limits(backend.limits);
        Ok(Opened::Backend(Box::new(backend)))
    }
}

/// Azure AI Translator, version 3.
#[derive(Clone)]
pub struct Azure {
    connection: Connection,
    /// The region of the resource, unless it is a global one.
    pub region: Option<String>,
    /// The category of a model of one's own.
    pub category: Option<String>,
    /// Limits per call.
    pub limits: Limits,
}

#[derive(Deserialize)]
struct AzureText {
    translations: Vec<AzureDraft>,
}

#[derive(Deserialize)]
struct AzureDraft {
    text: String,
}

#[derive(Deserialize)]
struct AzureFailure {
    error: AzureFault,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct AzureFault {
    code: Value,
    message: String,
}

impl Azure {
    /// Azure, or a server that speaks as it does, at `endpoint`.
    pub fn new(endpoint: &str, key: Option<Secret>, transport: Arc<dyn Transport>) -> Result<Self, BackendError> {
        Ok(Self::with(Connection::new(NAME, endpoint, key, transport)?))
    }

    const fn with(connection: Connection) -> Self {
        let limits = Limits { texts: 1000, size: 50_000, unit: SizeUnit::Characters };
        Self { connection, region: None, category: None, limits }
    }

    /// The request for a batch.
    fn request(&self, pair: &Pair, batch: &[Request]) -> HttpRequest {
        let texts: Vec<Value> = batch.iter().map(|request| json!({ "Text": request.protected_text() })).collect();
        let mut url = self.connection.at("translate");
        {
            let mut query = url.query_pairs_mut();
            query.clear().append_pair("api-version", "3.0");
            query.append_pair("from", &code(&pair.source)).append_pair("to", &code(&pair.target));
            if let Some(category) = &self.category {
                query.append_pair("category", category);
            }
        }
        let key = self.connection.key.iter().map(|key| ("ocp-apim-subscription-key", key.expose().to_owned()));
        let region = self.region.iter().map(|region| ("ocp-apim-subscription-region", region.clone()));
        Connection::post(url, key.chain(region).collect(), &Value::Array(texts))
    }

    /// The error that a status other than 200 stands for: Azure's codes are the status and three more digits.
    fn refusal(&self, pair: &Pair, response: &HttpResponse) -> BackendError {
        let fault =
            serde_json::from_slice::<AzureFailure>(&response.body).map(|failure| failure.error).unwrap_or_default();
        let detail = self.connection.words(response, Some(&fault.message));
        let (engine, message) = (self.connection.engine.clone(), fault.message.to_lowercase());
        let code = fault.code.as_u64().or_else(|| fault.code.as_str().and_then(|code| code.parse().ok()));
        match (response.status, code.unwrap_or_default()) {
            // The free allowance is used up.
            (403, 403_001) => BackendError::Quota { engine, detail },
            (401 | 403, _) if message.contains("quota") => BackendError::Quota { engine, detail },
            // The source, the target or the pair is not supported.
            (400, 400_023 | 400_035 | 400_036) => BackendError::Pair { engine, pair: pair.clone() },
            // Too many characters, too many texts, too long a text.
            (400, 400_050 | 400_072 | 400_077) => BackendError::TooBig { engine, detail },
            (400, _) if message.contains("maximum") || message.contains("too long") || message.contains("exceed") => {
                BackendError::TooBig { engine, detail }
            }
            _ => self.connection.refusal(response, detail),
        }
    }
}

/// Azure's code of a language: with a script where the locale has one (`sr-Cyrl`).
fn code(locale: &Locale) -> String {
    let script = locale.identifier().script.map(|script| format!("-{script}")).unwrap_or_default();
    format!("{}{script}", locale.language())
}

impl Backend for Azure {
    fn name(&self) -> &'static str {
        NAME
    }

    fn identity(&self) -> String {
        let category = self.category.as_deref().unwrap_or_default();
        format!("{NAME} {} {category}", Connection::place(&self.connection.at("translate")))
    }

    fn capabilities(&self, pair: &Pair) -> Capabilities {
        Capabilities { pair: pair.target.identifier().variants().len() == 0, ..Capabilities::TEXT }
    }

    fn limits(&self) -> Limits {
        self.limits
    }

    fn explain(&self, pair: &Pair, batch: &[Request]) -> Option<String> {
        Some(explain(&Self { connection: self.connection.shown(), ..self.clone() }.request(pair, batch)))
    }

    fn translate(&self, pair: &Pair, batch: &[Request], stop: &Stop) -> Result<Vec<Answer>, BackendError> {
        let request = self.request(pair, batch);
        let reply: Vec<AzureText> = self.connection.ask(&request, stop, |response| self.refusal(pair, response))?;
        // One target was asked for, so each text has one draft.
        let drafts = reply.into_iter().filter_map(|text| text.translations.into_iter().next()).map(|draft| draft.text);
        self.connection.answers(drafts.collect(), batch)
    }
}
