//! `DeepL`, version 2: `POST /v2/translate` with `text`, `source_lang`, `target_lang`; what it can do for a pair stands in
//! `GET /v3/languages`.

mod languages;

use std::sync::{Arc, OnceLock};

use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::{Value, json};

use super::{
    HttpRequest, HttpResponse, Method, Secret, Transport,
    connection::{Connection, explain, is_plain},
};
use crate::{
    backend::{
        Answer, Backend, BackendError, Capabilities, Charge, Charged, EngineFacts, EngineSettings, Limits, Opened,
        Reach, Request, Setup, SizeUnit, Stop,
    },
    ledger::BillingUnit,
    model::Pair,
};
use languages::{Languages, source_code, target_code};

/// The engine's product name.
const NAME: &str = "deepl";
/// The servers for accounts that are paid for, and for free ones.
const MAKER: [&str; 2] = ["https://api.deepl.com", "https://api-free.deepl.com"];
const TRANSLATE: &str = "v2/translate";
const LANGUAGES: &str = "v3/languages";
/// The biggest body that `DeepL` takes, in bytes.
const BODY: usize = 128 * 1024;
/// Room in it for the languages, the options and the context.
const RESERVED: usize = 4 * 1024;

/// Settings of `DeepL`.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(in crate::backend) struct DeepLSettings {
    /// Whether sentences go with the paragraph around them, which costs nothing; a request then holds the sentences of one
    /// paragraph instead of 50 (default: `true`).
    context: Option<bool>,
    /// Form of address (`more`, `less`, `prefer_more`, `prefer_less`), where `DeepL` has one for the pair.
    formality: Option<String>,
    /// Id of a glossary that is stored at `DeepL`, where it has glossaries for the pair.
    glossary: Option<String>,
}

impl EngineSettings for DeepLSettings {
    const FACTS: EngineFacts =
        EngineFacts { kind: NAME, help: "DeepL (key in TOLMACH_DEEPL_KEY)", reach: Reach::Server, placeholder: false };

    fn open(self, setup: Setup<'_>) -> Result<Opened, BackendError> {
        let [paid, free] = MAKER;
        let maker = |key: &str| Some(if key.ends_with(":fx") { free } else { paid });
        let connection = Connection::open(&setup, maker)?;
        connection.require_key(&setup)?;
        let mut backend = DeepL::with(connection);
        backend.context = self.context.unwrap_or(true);
        (backend.formality, backend.glossary) = (self.formality, self.glossary);
        backend.limits = setup.calls.limits(backend.limits);
        Ok(Opened::Backend(Box::new(backend)))
    }
}

/// `DeepL`, version 2.
#[derive(Clone)]
pub struct DeepL {
    connection: Connection,
    /// Whether sentences go with the paragraph around them.
    pub context: bool,
    /// The form of address, where there is one for the pair.
    pub formality: Option<String>,
    /// The id of a glossary at `DeepL`, where there are glossaries for the pair.
    pub glossary: Option<String>,
    /// Limits per call.
    pub limits: Limits,
    /// What the server says of its languages; `None` inside where it says nothing.
    languages: Arc<OnceLock<Option<Languages>>>,
}

#[derive(Deserialize)]
struct DeepLReply {
    translations: Vec<DeepLDraft>,
}

#[derive(Deserialize)]
struct DeepLDraft {
    text: String,
    /// What it counts for the bill, where it says so.
    billed_characters: Option<usize>,
}

#[derive(Default, Deserialize)]
#[serde(default)]
struct DeepLFailure {
    message: String,
    detail: String,
}

impl DeepL {
    /// `DeepL`, or a server that speaks as it does, at `endpoint`.
    pub fn new(endpoint: &str, key: Option<Secret>, transport: Arc<dyn Transport>) -> Result<Self, BackendError> {
        Ok(Self::with(Connection::new(NAME, endpoint, key, transport)?))
    }

    /// An address may end with a path of the interface; what the server can do stands beside it.
    fn with(mut connection: Connection) -> Self {
        let path = connection.base.path().trim_end_matches('/').to_owned();
        let bare = path.strip_suffix(TRANSLATE).or_else(|| path.strip_suffix("v2")).unwrap_or(&path);
        connection.base.set_path(bare.trim_end_matches('/'));
        let limits = Limits { texts: 50, size: BODY - RESERVED, unit: SizeUnit::Bytes };
        Self { connection, context: true, formality: None, glossary: None, limits, languages: Arc::default() }
    }

    fn headers(&self) -> Vec<(&'static str, String)> {
        let key = self.connection.key.iter();
        key.map(|key| ("authorization", format!("DeepL-Auth-Key {}", key.expose()))).collect()
    }

    /// The request for a batch, whose requests have one context.
    fn request(&self, pair: &Pair, batch: &[Request]) -> HttpRequest {
        let texts: Vec<String> = batch.iter().map(Request::protected_text).collect();
        let mut body = json!({
            "text": texts,
            "source_lang": source_code(&pair.source),
            "target_lang": target_code(&pair.target),
            "show_billed_characters": true,
        });
        let languages = self.languages.get().and_then(Option::as_ref);
        let has = |feature: &str| languages.is_none_or(|languages| languages.have(pair, feature));
        let context = batch.first().filter(|_| self.context).map(|request| &request.paragraph);
        let options = [
            ("context", context.filter(|context| !context.is_empty())),
            ("formality", self.formality.as_ref().filter(|_| has("formality"))),
            ("glossary_id", self.glossary.as_ref().filter(|_| has("glossary"))),
        ];
        if let Some(fields) = body.as_object_mut() {
            for (name, value) in options {
                fields.extend(value.map(|value| (name.to_owned(), Value::from(value.as_str()))));
            }
        }
        Connection::post(self.connection.at(TRANSLATE), self.headers(), &body)
    }

    /// What the server says of its languages; `None` where it does not, as a server that only speaks like `DeepL`.
    fn ask_languages(&self, stop: &Stop) -> Option<Languages> {
        let mut url = self.connection.at(LANGUAGES);
        url.query_pairs_mut().append_pair("resource", "translate_text");
        let mut headers = self.headers();
        headers.push(("accept", "application/json".to_owned()));
        let request = HttpRequest { method: Method::Get, url, headers, body: Vec::new() };
        Languages::read(&self.connection.look_up(&request, stop)?)
    }

    /// The error that a status other than 200 stands for.
    fn refusal(&self, pair: &Pair, response: &HttpResponse) -> BackendError {
        let failure = serde_json::from_slice::<DeepLFailure>(&response.body).unwrap_or_default();
        let said = [failure.message.as_str(), &failure.detail].into_iter().filter(|said| !said.is_empty());
        let said = said.collect::<Vec<_>>().join(": ");
        let detail = self.connection.words(response, Some(&said));
        let (engine, said) = (self.connection.engine.clone(), said.to_lowercase());
        let is_language = said.contains("target_lang") || said.contains("source_lang");
        match response.status {
            400 if is_language && said.contains("not supported") => BackendError::Pair { engine, pair: pair.clone() },
            // Its own codes: the account's characters are used up, and too many requests at a time.
            456 => BackendError::Quota { engine, detail },
            529 => self.connection.refusal(&HttpResponse { status: 429, ..response.clone() }, detail),
            _ => self.connection.refusal(response, detail),
        }
    }
}

impl Backend for DeepL {
    fn name(&self) -> &'static str {
        NAME
    }

    fn identity(&self) -> String {
        let options = [&self.formality, &self.glossary].map(|option| option.as_deref().unwrap_or_default());
        format!("{NAME} {} {}", Connection::place(&self.connection.at(TRANSLATE)), options.join(" "))
    }

    fn capabilities(&self, pair: &Pair) -> Capabilities {
        Capabilities { pair: is_plain(&pair.target), shared_context: self.context, ..Capabilities::TEXT }
    }

    fn limits(&self) -> Limits {
        self.limits
    }

    /// Asks for the languages once a run. A refusal is left to the first request, whose error says what is wrong.
    fn prepare(&self, pair: &Pair, stop: &Stop) -> Result<(), BackendError> {
        let languages = self.languages.get_or_init(|| self.ask_languages(stop));
        match languages {
            Some(languages) if !languages.translate(pair) => {
                Err(BackendError::Pair { engine: self.connection.engine.clone(), pair: pair.clone() })
            }
            _ => Ok(()),
        }
    }

    fn explain(&self, pair: &Pair, batch: &[Request]) -> Option<String> {
        Some(explain(&Self { connection: self.connection.shown(), ..self.clone() }.request(pair, batch)))
    }

    fn translate(&self, pair: &Pair, batch: &[Request], stop: &Stop) -> Result<Vec<Answer>, BackendError> {
        self.translate_charged(pair, batch, stop).0
    }

    fn translate_charged(&self, pair: &Pair, batch: &[Request], stop: &Stop) -> Charged {
        let request = self.request(pair, batch);
        let reply: DeepLReply = match self.connection.ask(&request, stop, |response| self.refusal(pair, response)) {
            Ok(reply) => reply,
            Err(error) => return (Err(error), None),
        };
        let (drafts, billed): (Vec<String>, Vec<Option<usize>>) =
            reply.translations.into_iter().map(|translated| (translated.text, translated.billed_characters)).unzip();
        let amounts: Option<Vec<usize>> = billed.into_iter().collect();
        let charge = amounts.map(|amounts| Charge { unit: BillingUnit::Characters, amounts });
        (self.connection.answers(drafts, batch), charge)
    }
}
