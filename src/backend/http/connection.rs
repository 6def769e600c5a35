//! A server of an engine: its address, its key and the way to it; what every engine behind HTTP does alike.

use std::{
    sync::Arc,
    time::{Duration, SystemTime},
};

use serde::de::DeserializeOwned;
use serde_json::Value;
use url::Url;

use super::{
    Http, HttpRequest, HttpResponse, HttpSettings, Method, Secret, Transport, excerpt, is_loopback, retry_after,
    transport, transport_error,
};
use crate::{
    backend::{Answer, BackendError, BoundKey, KeyHome, RejectionReason, Request, Setup, Stop},
    model::clip,
};

/// What stands for the key where a person is shown a request.
const HIDDEN: &str = "…";

/// How long what a server can do is waited for, before it is asked to do it.
const LOOK_UP: Duration = Duration::from_secs(10);

/// A server with what is needed to speak to it.
#[derive(Clone)]
pub(super) struct Connection {
    /// The engine's name, as drafts and errors show it.
    pub(super) engine: String,
    /// The address without a path of the engine's own, and without a slash at its end.
    pub(super) base: Url,
    pub(super) key: Option<Secret>,
    transport: Arc<dyn Transport>,
}

impl Connection {
    /// A connection without settings, for hosts of the library and for tests.
    pub(super) fn new(
        engine: &str,
        address: &str,
        key: Option<Secret>,
        transport: Arc<dyn Transport>,
    ) -> Result<Self, BackendError> {
        let wrong = |problem: &str| BackendError::Setting { engine: engine.to_owned(), problem: problem.to_owned() };
        let mut base = Url::parse(address.trim()).map_err(|_| wrong("its address is not a web address"))?;
        if !matches!(base.scheme(), "http" | "https") {
            return Err(wrong("its address must begin with `https://` or `http://`"));
        }
        if !base.username().is_empty() || base.password().is_some() {
            return Err(wrong("its address must hold no password"));
        }
        base.set_fragment(None);
        Ok(Self { engine: engine.to_owned(), base, key, transport })
    }

    /// Opens a connection as the settings say; `maker` is the address of the engine's maker, if it has one, given the key.
    ///
    /// Fails without an address, and where the key belongs to another origin than that of the address.
    pub(super) fn open(setup: &Setup<'_>, maker: impl Fn(&str) -> Option<&'static str>) -> Result<Self, BackendError> {
        let mut settings = HttpSettings { proxy: setup.server.proxy.clone(), ..HttpSettings::default() };
        settings.total = setup.calls.timeout().unwrap_or(settings.total);
        // First, because no other setting matters in a build without the network.
        let transport = Http::new(settings).map_err(|error| transport_error(setup.name, error))?;
        let secret = setup.key.map(|key| key.secret.clone());
        let makers_address = maker(secret.as_ref().map_or("", Secret::expose));
        let address = setup.server.endpoint.as_deref().or(makers_address);
        let address = address.ok_or_else(|| BackendError::NoEndpoint { engine: setup.name.to_owned() })?;
        let connection = Self::new(setup.name, address, secret, Arc::new(transport))?;
        if let Some(key) = setup.key {
            connection.refuse_foreign(setup.name, key, makers_address)?;
        }
        Ok(connection)
    }

    /// Fails where the key belongs to another origin.
    fn refuse_foreign(&self, name: &str, key: &BoundKey, maker: Option<&str>) -> Result<(), BackendError> {
        let home = match &key.home {
            KeyHome::Here => return Ok(()),
            KeyHome::Address(address) => address.as_str(),
            // The key of an engine that has no server of its own was given for none.
            KeyHome::Maker => match maker {
                Some(address) => address,
                None => return Ok(()),
            },
        };
        match Url::parse(home) {
            Ok(home) if home.origin() == self.base.origin() => Ok(()),
            _ => Err(BackendError::ForeignKey {
                engine: name.to_owned(),
                home: origin(home),
                server: origin(self.base.as_str()),
            }),
        }
    }

    /// Fails without a key, unless the server is on this machine: there it may be a stand-in that needs none.
    pub(super) fn require_key(&self, setup: &Setup<'_>) -> Result<(), BackendError> {
        if self.key.is_some() || is_loopback(self.base.as_str()) {
            return Ok(());
        }
        Err(BackendError::NoKey { engine: setup.name.to_owned(), variable: key_variable(setup.name) })
    }

    /// The address of a path of the engine's interface. An address that ends with the path, or with the beginning of it, is
    /// the same.
    pub(super) fn at(&self, path: &str) -> Url {
        let mut url = self.base.clone();
        let given = url.path().trim_end_matches('/').to_owned();
        let parts: Vec<&str> = path.split('/').filter(|part| !part.is_empty()).collect();
        let given_parts: Vec<&str> = given.split('/').filter(|part| !part.is_empty()).collect();
        let shared = (0..=parts.len()).rev().find(|count| {
            let first = parts.get(..*count).unwrap_or_default();
            given_parts.ends_with(first)
        });
        let rest = parts.get(shared.unwrap_or_default()..).unwrap_or_default();
        let path = given_parts.iter().chain(rest).copied().collect::<Vec<_>>().join("/");
        url.set_path(&format!("/{path}"));
        url
    }

    /// The host and path of an address, as a part of the key under which answers are stored.
    pub(super) fn place(url: &Url) -> String {
        format!("{}{}", transport::host(url), url.path())
    }

    /// A request with a body of JSON.
    pub(super) fn post(url: Url, headers: Vec<(&'static str, String)>, body: &Value) -> HttpRequest {
        let mut all = vec![("content-type", "application/json".to_owned()), ("accept", "application/json".to_owned())];
        all.extend(headers);
        HttpRequest { method: Method::Post, url, headers: all, body: body.to_string().into_bytes() }
    }

    pub(super) fn send(&self, request: &HttpRequest, stop: &Stop) -> Result<HttpResponse, BackendError> {
        self.transport.send(request, stop).map_err(|error| transport_error(&self.engine, error))
    }

    /// The body of an answer with status 200 to a question that is worth no long wait; `None` for anything else.
    pub(super) fn look_up(&self, request: &HttpRequest, stop: &Stop) -> Option<Vec<u8>> {
        let response = self.transport.send_within(request, LOOK_UP, stop).ok()?;
        (response.status == 200).then_some(response.body)
    }

    /// Sends a request and reads the body of an answer with status 200; another status is the error that `refusal` makes of it.
    pub(super) fn ask<T: DeserializeOwned>(
        &self,
        request: &HttpRequest,
        stop: &Stop,
        refusal: impl FnOnce(&HttpResponse) -> BackendError,
    ) -> Result<T, BackendError> {
        let response = self.send(request, stop)?;
        if response.status != 200 {
            return Err(refusal(&response));
        }
        serde_json::from_slice(&response.body).map_err(|_| self.nonsense(&response))
    }

    /// Without its key: to show a request.
    pub(super) fn shown(&self) -> Self {
        Self { key: self.key.is_some().then(|| Secret::new(HIDDEN.to_owned())), ..self.clone() }
    }

    /// A text of the server without the key.
    pub(super) fn scrub(&self, text: &str) -> String {
        self.key.as_ref().map_or_else(|| text.to_owned(), |key| key.scrub(text))
    }

    /// What a server says about a refusal: its own words, or the first of its body.
    pub(super) fn words(&self, response: &HttpResponse, said: Option<&str>) -> String {
        match said.filter(|said| !said.trim().is_empty()) {
            Some(said) => clip(&self.scrub(said), 200),
            None => excerpt(&response.body, self.key.as_ref()),
        }
    }

    /// The error of a body that cannot be read.
    pub(super) fn nonsense(&self, response: &HttpResponse) -> BackendError {
        let kind = response.header("content-type").unwrap_or("no content type");
        let detail = format!("{} ({})", excerpt(&response.body, self.key.as_ref()), clip(&self.scrub(kind), 60));
        BackendError::Nonsense { engine: self.engine.clone(), detail }
    }

    /// The error that a status stands for with every engine that does not say otherwise.
    pub(super) fn refusal(&self, response: &HttpResponse, detail: String) -> BackendError {
        let (engine, status) = (self.engine.clone(), response.status);
        let after = retry_after(response, SystemTime::now());
        match status {
            401 | 403 | 407 => BackendError::Auth { engine, status, detail },
            402 => BackendError::Quota { engine, detail },
            413 | 414 => BackendError::TooBig { engine, detail },
            429 => BackendError::Busy { engine, after, detail },
            408 | 409 | 425 | 500..=599 => BackendError::Server { engine, status, after, detail },
            300..=399 => {
                let detail = "it redirects to another address, which is not followed".to_owned();
                BackendError::Refused { engine, status, detail }
            }
            _ => BackendError::Refused { engine, status, detail },
        }
    }

    /// The drafts as answers; fails unless there is one for each request.
    pub(super) fn answers(&self, drafts: Vec<String>, batch: &[Request]) -> Result<Vec<Answer>, BackendError> {
        if drafts.len() != batch.len() {
            return Err(BackendError::Count { engine: self.engine.clone(), asked: batch.len(), got: drafts.len() });
        }
        Ok(drafts.into_iter().zip(batch).map(|(draft, request)| self.answer(draft, request)).collect())
    }

    /// A draft as an answer. Before anyone stores it: not even the ledger may hold the key.
    pub(super) fn answer(&self, draft: String, request: &Request) -> Answer {
        let holds_key = |text: &str| self.key.as_ref().is_some_and(|key| key.is_in(text));
        if holds_key(&draft) && !holds_key(&request.protected_text()) {
            Answer::Rejected { reason: RejectionReason::Key }
        } else {
            Answer::Draft(draft)
        }
    }
}

/// The variable for the key of a profile.
#[must_use]
pub fn key_variable(profile: &str) -> String {
    let letter = |c: char| if c.is_alphanumeric() { c.to_ascii_uppercase() } else { '_' };
    format!("TOLMACH_{}_KEY", profile.chars().map(letter).collect::<String>())
}

/// The origin of an address, as errors show it.
fn origin(address: &str) -> String {
    Url::parse(address).map_or_else(|_| clip(address, 60), |url| url.origin().ascii_serialization())
}

/// A request as a person can read it.
pub(super) fn explain(request: &HttpRequest) -> String {
    let method = match request.method {
        Method::Get => "GET",
        Method::Post => "POST",
    };
    let mut lines = vec![format!("{method} {}", request.url)];
    lines.extend(request.headers.iter().map(|(name, value)| format!("{name}: {value}")));
    let body = match serde_json::from_slice::<Value>(&request.body) {
        Ok(body) => serde_json::to_string_pretty(&body).unwrap_or_default(),
        Err(_) => String::from_utf8_lossy(&request.body).into_owned(),
    };
    lines.extend([String::new(), body]);
    lines.join("\n")
}

/// Whether an engine that knows languages, but neither variants nor scripts, means what the locale means: for `be-tarask`
/// it would return standard `be`.
pub(super) fn is_plain(locale: &crate::model::Locale) -> bool {
    let target = locale.identifier();
    target.script.is_none() && target.variants().len() == 0
}
