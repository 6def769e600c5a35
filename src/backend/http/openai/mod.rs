//! Models behind a chat: `POST /v1/chat/completions`, as `OpenAI`, Ollama, llama.cpp, `vLLM` and many others speak it.

mod answer;
mod body;
mod prompt;
mod refusal;

use std::sync::{
    Arc, OnceLock,
    atomic::{AtomicU8, Ordering},
};

use schemars::JsonSchema;
use serde::Deserialize;
use serde_json::Value;
use sha2::{Digest, Sha256};
use url::Url;

use super::{
    HttpRequest, HttpResponse, Method, Secret, Transport,
    connection::{Connection, explain},
};
use crate::{
    backend::{
        Answer, Backend, BackendError, Capabilities, Charge, Charged, EngineFacts, EngineSettings, Limits, Opened,
        Reach, RejectionReason, Request, Setup, SizeUnit, Stop,
    },
    ledger::BillingUnit,
    model::{Pair, clip},
};
use answer::{Answered, Completion, Texts, TokenUsage, texts};
use body::{Format, body, segment};
pub use prompt::{Prompt, PromptError};

/// The name of the kind.
const KIND: &str = "openai";
const MAKER: &str = "https://api.openai.com/v1";

/// Settings of a model behind a chat.
#[derive(Default, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(in crate::backend) struct OpenAiSettings {
    /// Name of the model, as the server lists it.
    model: Option<String>,
    /// How freely the model chooses its words, from 0 (default: what the server does by itself).
    temperature: Option<f64>,
    /// Maximum tokens of the segments of one request with all that is said about them, as tolmach estimates them (default:
    /// 2000). The server's context must hold this, the instructions, and an answer as long again.
    tokens: Option<usize>,
    /// Maximum tokens of one answer (default: what the server does by itself).
    max_tokens: Option<u32>,
}

impl EngineSettings for OpenAiSettings {
    const FACTS: EngineFacts = EngineFacts {
        kind: KIND,
        help: "a model of OpenAI, Ollama, llama.cpp, vLLM or any server that speaks like them (--endpoint, --model)",
        reach: Reach::Server,
        placeholder: false,
    };

    fn open(self, setup: Setup<'_>) -> Result<Opened, BackendError> {
        let connection = Connection::open(&setup, |_| Some(MAKER))?;
        let model = self.model.filter(|model| !model.trim().is_empty());
        let model = model.ok_or_else(|| BackendError::NoModel { engine: setup.name.to_owned() })?;
        // A server of one's own needs no key, wherever it is.
        if setup.server.endpoint.is_none() {
            connection.require_key(&setup)?;
        }
        let mut backend = OpenAi::with(connection, model, setup.prompt.clone());
        (backend.temperature, backend.max_tokens) = (self.temperature, self.max_tokens);
        backend.limits.size = self.tokens.unwrap_or(backend.limits.size);
        backend.limits = setup.calls.limits(backend.limits);
        Ok(Opened::Backend(Box::new(backend)))
    }
}

/// A model behind a chat.
#[derive(Clone)]
pub struct OpenAi {
    connection: Connection,
    model: String,
    prompt: Prompt,
    /// How freely the model chooses its words.
    pub temperature: Option<f64>,
    /// The most tokens of one answer.
    pub max_tokens: Option<u32>,
    /// Limits per call.
    pub limits: Limits,
    /// The format that the server is known to understand, for the whole run.
    format: Arc<AtomicU8>,
    /// The names of the server's models; empty where it does not tell.
    models: Arc<OnceLock<Vec<String>>>,
}

#[derive(Deserialize)]
struct ModelList {
    data: Vec<ListedModel>,
}

#[derive(Deserialize)]
struct ListedModel {
    id: String,
}

impl OpenAi {
    /// A model at `endpoint` (`http://127.0.0.1:11434/v1`); drafts and reports show it by `name`.
    pub fn new(
        name: &str,
        endpoint: &str,
        model: &str,
        key: Option<Secret>,
        transport: Arc<dyn Transport>,
    ) -> Result<Self, BackendError> {
        let connection = Connection::new(name, endpoint, key, transport)?;
        Ok(Self::with(connection, model.to_owned(), Prompt::default()))
    }

    fn with(connection: Connection, model: String, prompt: Prompt) -> Self {
        let limits = Limits { texts: 20, size: 2000, unit: SizeUnit::Tokens };
        let (format, models) = (Arc::default(), Arc::default());
        Self { connection, model, prompt, temperature: None, max_tokens: None, limits, format, models }
    }

    fn engine(&self) -> String {
        self.connection.engine.clone()
    }

    /// An address without a path stands for the usual one.
    fn at(&self, path: &str) -> Url {
        let is_bare = self.connection.base.path().trim_matches('/').is_empty();
        self.connection.at(&if is_bare { format!("v1/{path}") } else { path.to_owned() })
    }

    fn headers(&self) -> Vec<(&'static str, String)> {
        self.connection.key.iter().map(|key| ("authorization", format!("Bearer {}", key.expose()))).collect()
    }

    fn request(&self, pair: &Pair, batch: &[Request], format: Format) -> HttpRequest {
        let style = batch.first().map_or("", |request| request.style.as_str());
        let mut body = body(&self.model, &self.prompt.render(pair, style), format, batch);
        body.extend(self.temperature.map(|temperature| ("temperature".to_owned(), Value::from(temperature))));
        // Only its inventor has given the field another name.
        let is_inventor = self.connection.base.host_str() == Some("api.openai.com");
        let name = if is_inventor { "max_completion_tokens" } else { "max_tokens" };
        body.extend(self.max_tokens.map(|tokens| (name.to_owned(), Value::from(tokens))));
        let mut request = Connection::post(self.at("chat/completions"), self.headers(), &Value::Object(body));
        request.headers.push(("idempotency-key", idempotency_key(&request.body)));
        request
    }

    fn format(&self) -> Format {
        Format::of(self.format.load(Ordering::SeqCst))
    }

    /// Asks in another format from now on; returns whether there is one.
    fn leave(&self, format: Format) -> bool {
        let Some(next) = format.next() else { return false };
        self.format.fetch_max(next.number(), Ordering::SeqCst);
        tracing::info!(engine = self.connection.engine, ?next, "asking for answers in another format");
        true
    }

    /// The names of the server's models, asked for once.
    fn ask_models(&self, stop: &Stop) -> Vec<String> {
        let headers = [self.headers(), vec![("accept", "application/json".to_owned())]].concat();
        let request = HttpRequest { method: Method::Get, url: self.at("models"), headers, body: Vec::new() };
        let answer = self.connection.look_up(&request, stop);
        let models = answer.and_then(|body| serde_json::from_slice::<ModelList>(&body).ok());
        models.map(|models| models.data.into_iter().map(|model| model.id).collect()).unwrap_or_default()
    }

    /// What an answer with status 200 holds.
    fn read(&self, response: &HttpResponse, batch: &[Request], format: Format) -> Charged {
        let completion = serde_json::from_slice::<Completion>(&response.body).ok();
        (self.read_answers(completion, response, batch, format), charge(response, batch))
    }

    fn read_answers(
        &self,
        completion: Option<Completion>,
        response: &HttpResponse,
        batch: &[Request],
        format: Format,
    ) -> Result<Vec<Answer>, BackendError> {
        match completion.and_then(Completion::outcome) {
            None => Err(self.connection.nonsense(response)),
            Some(Answered::CutOff) => failed(batch, BackendError::CutOff { engine: self.engine() }),
            Some(Answered::Declined(detail)) => {
                let detail = clip(&self.connection.scrub(&detail), 200);
                failed(batch, BackendError::Declined { engine: self.engine(), detail })
            }
            Some(Answered::Text(text)) => {
                if let Some(mut texts) = texts(&text, format, batch.len()) {
                    return Ok(self.answers(&mut texts, batch));
                }
                // It takes the format and ignores it.
                self.leave(format);
                let detail = clip(&self.connection.scrub(text.trim()), 120);
                Err(BackendError::Nonsense { engine: self.engine(), detail })
            }
        }
    }

    fn answers(&self, texts: &mut Texts, batch: &[Request]) -> Vec<Answer> {
        let answer = |(request, id): (&Request, usize)| {
            let mut found = texts.remove(&id).unwrap_or_default().into_iter();
            match (found.next(), found.next()) {
                (Some(draft), None) => self.connection.answer(draft, request),
                (None, _) => Answer::Rejected { reason: RejectionReason::Missing },
                // Nothing tells which of the two is meant.
                (Some(_), Some(_)) => Answer::Rejected { reason: RejectionReason::Repeated },
            }
        };
        batch.iter().zip(1..).map(answer).collect()
    }
}

/// The tokens that an answer says were used up; it says so also beside an error, or what cannot be read.
fn charge(response: &HttpResponse, batch: &[Request]) -> Option<Charge> {
    let tokens = serde_json::from_slice::<TokenUsage>(&response.body).ok()?.tokens()?;
    let amounts = (0..batch.len()).map(|place| if place == 0 { tokens } else { 0 }).collect();
    Some(Charge { unit: BillingUnit::Tokens, amounts })
}

/// What stands in the way of one segment fails the segment; of several, it is found out which.
fn failed(batch: &[Request], error: BackendError) -> Result<Vec<Answer>, BackendError> {
    if batch.len() > 1 {
        return Err(error);
    }
    let detail = match error {
        BackendError::Declined { detail, .. } => detail,
        error => error.to_string(),
    };
    let reason = RejectionReason::Failed { detail };
    Ok(batch.iter().map(|_| Answer::Rejected { reason: reason.clone() }).collect())
}

/// The same for the same question, so that a server that honours it does not work for it twice. A second try says so in its
/// body, and is another question.
fn idempotency_key(body: &[u8]) -> String {
    let digest = Sha256::digest(body);
    let number = digest.iter().take(16).fold(0_u128, |number, byte| number << 8 | u128::from(*byte));
    format!("tolmach-{number:032x}")
}

impl Backend for OpenAi {
    fn name(&self) -> &str {
        &self.connection.engine
    }

    fn identity(&self) -> String {
        let place = Connection::place(&self.at("chat/completions"));
        let temperature = self.temperature.map(|temperature| temperature.to_string()).unwrap_or_default();
        format!("{KIND} {place} {} {temperature} {}", self.model, self.prompt.version())
    }

    fn capabilities(&self, _: &Pair) -> Capabilities {
        Capabilities {
            hints: true,
            terms: true,
            context: true,
            background: true,
            idempotent: true,
            ..Capabilities::TEXT
        }
    }

    fn limits(&self) -> Limits {
        self.limits
    }

    fn size(&self, request: &Request) -> usize {
        self.limits.unit.of(&segment(request))
    }

    /// An estimate: the answer is thought to be as long as the text, in letters of another alphabet, with the JSON around it.
    /// What the question holds besides the texts counts with the first. What a model thinks to itself cannot be told.
    fn tokens(&self, pair: &Pair, batch: &[Request]) -> Option<Vec<usize>> {
        const AROUND: usize = 12;
        let sizes: Vec<usize> = batch.iter().map(|request| self.size(request)).collect();
        let question = self.request(pair, batch, self.format()).body;
        let besides = SizeUnit::Tokens.of(&String::from_utf8_lossy(&question)).saturating_sub(sizes.iter().sum());
        let one = |(place, (size, request)): (usize, (usize, &Request))| {
            let answer = (request.protected_text().chars().count() * 2).div_ceil(3) + AROUND;
            size + answer + if place == 0 { besides } else { 0 }
        };
        Some(sizes.into_iter().zip(batch).enumerate().map(one).collect())
    }

    /// Fails where the server lists its models, and this one is not among them.
    fn prepare(&self, _: &Pair, stop: &Stop) -> Result<(), BackendError> {
        let models = self.models.get_or_init(|| self.ask_models(stop));
        // Ollama lists the version with the name.
        let is_this = |known: &String| {
            *known == self.model || known.strip_prefix(self.model.as_str()).is_some_and(|rest| rest == ":latest")
        };
        if models.is_empty() || models.iter().any(is_this) {
            return Ok(());
        }
        let known = models.iter().take(12).map(|model| clip(&self.connection.scrub(model), 80)).collect();
        Err(BackendError::UnknownModel { engine: self.engine(), model: self.model.clone(), known })
    }

    fn explain(&self, pair: &Pair, batch: &[Request]) -> Option<String> {
        let shown = Self { connection: self.connection.shown(), ..self.clone() };
        Some(explain(&shown.request(pair, batch, self.format())))
    }

    fn translate(&self, pair: &Pair, batch: &[Request], stop: &Stop) -> Result<Vec<Answer>, BackendError> {
        self.translate_charged(pair, batch, stop).0
    }

    fn translate_charged(&self, pair: &Pair, batch: &[Request], stop: &Stop) -> Charged {
        loop {
            let format = self.format();
            let response = match self.connection.send(&self.request(pair, batch, format), stop) {
                Ok(response) => response,
                Err(error) => return (Err(error), None),
            };
            if response.status == 200 && !refusal::is_error(&response) {
                return self.read(&response, batch, format);
            }
            // Nothing was done for a request that the server does not understand.
            if refusal::is_about_format(&response) && !stop.is_set() && self.leave(format) {
                continue;
            }
            let error = refusal::class(&self.connection, &self.model, &response);
            let is_declined = matches!(error, BackendError::Declined { .. });
            return (if is_declined { failed(batch, error) } else { Err(error) }, charge(&response, batch));
        }
    }
}
