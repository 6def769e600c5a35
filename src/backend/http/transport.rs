//! The one door to the network. Redirects are not followed, bodies are capped, a total deadline holds, a proxy is used
//! only when the settings name one, and no error says more than the host.

use std::{
    error::Error,
    fmt,
    io::Read,
    sync::mpsc::{self, RecvTimeoutError},
    thread,
    time::{Duration, Instant},
};

use reqwest::{
    blocking::{Client, Response},
    header::{HeaderName, HeaderValue},
};
use url::Url;

use super::super::Stop;

/// What is done to a resource.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Read it.
    Get,
    /// Send it a body.
    Post,
}

/// A request. Its `Debug` shows neither headers nor body: keys stand in them.
#[derive(Clone, PartialEq, Eq)]
pub struct HttpRequest {
    /// What to do.
    pub method: Method,
    /// The address; `http` or `https`.
    pub url: Url,
    /// Header fields, by name.
    pub headers: Vec<(&'static str, String)>,
    /// The body; empty for none.
    pub body: Vec<u8>,
}

/// A response whose body came completely.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HttpResponse {
    /// The status code.
    pub status: u16,
    /// Header fields as they came; values that are not text are left out.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Vec<u8>,
}

/// Why there is no response.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[expect(missing_docs, reason = "`host` is the other side, `cause` what the system said")]
pub enum TransportError {
    /// No connection came about: nothing was sent.
    #[error("no connection to `{host}`: {cause}")]
    Connect { host: String, cause: String },
    /// The connection broke after something was sent.
    #[error("the connection to `{host}` broke: {cause}")]
    Broken { host: String, cause: String },
    /// The deadline came first; the question may have been sent.
    #[error("`{host}` did not answer within {} s", .within.as_secs_f32())]
    Late { host: String, within: Duration },
    /// The body is bigger than allowed.
    #[error("the answer of `{host}` is bigger than {limit} bytes")]
    TooBig { host: String, limit: usize },
    /// The settings cannot be used.
    #[error("{problem}")]
    Setting {
        /// What is wrong with them.
        problem: String,
    },
    /// The user stopped it.
    #[error("interrupted")]
    Interrupted,
}

/// The door to the network, so that engines can be tested without one.
pub trait Transport: Send + Sync {
    /// Sends a request and waits for the whole response. Any status is a response. After `stop` is set, what is in
    /// flight is waited for a little while only.
    fn send(&self, request: &HttpRequest, stop: &Stop) -> Result<HttpResponse, TransportError>;
}

/// How the network is used.
#[derive(Clone, PartialEq, Eq)]
pub struct HttpSettings {
    /// The longest time to connect.
    pub connect: Duration,
    /// The longest time from the first byte out to the last byte in.
    pub total: Duration,
    /// The longest time to wait for what is in flight once the user has stopped.
    pub drain: Duration,
    /// The proxy's address, where one is to be used; the environment is not asked.
    pub proxy: Option<String>,
    /// The most bytes of a body.
    pub body: usize,
}

impl Default for HttpSettings {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(10),
            total: Duration::from_mins(2),
            drain: Duration::from_secs(30),
            proxy: None,
            body: 8 * 1024 * 1024,
        }
    }
}

/// The real network.
#[derive(Debug)]
pub struct Http {
    client: Client,
    settings: HttpSettings,
}

impl Http {
    /// Opens the door. Fails on a proxy address that cannot be used, and where the system has no certificates.
    pub fn new(settings: HttpSettings) -> Result<Self, TransportError> {
        // Someone may have installed it already: then it is theirs that is used.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let mut builder = Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .connect_timeout(settings.connect)
            .timeout(settings.total)
            .user_agent(concat!("tolmach/", env!("CARGO_PKG_VERSION")))
            .no_proxy();
        if let Some(proxy) = &settings.proxy {
            // The address may hold a password: it is not repeated.
            let proxy = reqwest::Proxy::all(proxy)
                .map_err(|_| TransportError::Setting { problem: "the proxy's address cannot be used".to_owned() })?;
            builder = builder.proxy(proxy);
        }
        let client = builder.build().map_err(|error| TransportError::Setting { problem: cause(error) })?;
        Ok(Self { client, settings })
    }
}

impl Transport for Http {
    fn send(&self, request: &HttpRequest, stop: &Stop) -> Result<HttpResponse, TransportError> {
        let host = request.host();
        // In a thread of its own, because neither a look-up of a name nor a body that drips can be broken off.
        let (to, from) = mpsc::channel();
        let (client, owned, limit) = (self.client.clone(), request.clone(), self.settings.body);
        thread::spawn(move || to.send(exchange(&client, owned, limit)));
        let late = || TransportError::Late { host: host.clone(), within: self.settings.total };
        let mut deadline = Instant::now() + self.settings.total;
        let mut stopped = false;
        loop {
            if stop.is_set() && !stopped {
                stopped = true;
                deadline = deadline.min(Instant::now() + self.settings.drain);
            }
            let left = deadline.saturating_duration_since(Instant::now());
            if left.is_zero() {
                return Err(if stopped { TransportError::Interrupted } else { late() });
            }
            match from.recv_timeout(left.min(Duration::from_millis(100))) {
                Ok(Err(TransportError::Late { .. })) => return Err(late()),
                Ok(result) => return result,
                Err(RecvTimeoutError::Timeout) => {}
                Err(RecvTimeoutError::Disconnected) => {
                    return Err(TransportError::Broken { host, cause: "no result".to_owned() });
                }
            }
        }
    }
}

/// One exchange, from the connection to the last byte.
fn exchange(client: &Client, request: HttpRequest, limit: usize) -> Result<HttpResponse, TransportError> {
    let host = request.host();
    let mut builder = match request.method {
        Method::Get => client.get(request.url),
        Method::Post => client.post(request.url).body(request.body),
    };
    for (name, value) in request.headers {
        let value = HeaderValue::from_str(&value);
        let (Ok(name), Ok(mut value)) = (HeaderName::try_from(name), value) else {
            let problem = format!("the header `{name}` cannot be sent");
            return Err(TransportError::Setting { problem });
        };
        value.set_sensitive(true);
        builder = builder.header(name, value);
    }
    let failed = |error: reqwest::Error| {
        let host = host.clone();
        if error.is_connect() {
            TransportError::Connect { host, cause: cause(error) }
        } else if error.is_timeout() {
            TransportError::Late { host, within: Duration::ZERO }
        } else if error.is_builder() {
            TransportError::Setting { problem: cause(error) }
        } else {
            TransportError::Broken { host, cause: cause(error) }
        }
    };
    let response = builder.send().map_err(failed)?;
    let status = response.status().as_u16();
    let text = |value: &HeaderValue| value.to_str().ok().map(str::to_owned);
    let headers =
        response.headers().iter().filter_map(|(name, value)| Some((name.to_string(), text(value)?))).collect();
    let body = read(response, limit, &host)?;
    Ok(HttpResponse { status, headers, body })
}

/// Reads a body up to the limit.
fn read(response: Response, limit: usize, host: &str) -> Result<Vec<u8>, TransportError> {
    let mut body = Vec::new();
    let most = u64::try_from(limit).unwrap_or(u64::MAX).saturating_add(1);
    let host = host.to_owned();
    match response.take(most).read_to_end(&mut body) {
        Ok(_) if body.len() > limit => Err(TransportError::TooBig { host, limit }),
        Ok(_) => Ok(body),
        Err(error) => {
            let of_reqwest = error.get_ref().and_then(|inner| inner.downcast_ref::<reqwest::Error>());
            if error.kind() == std::io::ErrorKind::TimedOut || of_reqwest.is_some_and(reqwest::Error::is_timeout) {
                return Err(TransportError::Late { host, within: Duration::ZERO });
            }
            Err(TransportError::Broken { host, cause: "the answer is incomplete".to_owned() })
        }
    }
}

/// The innermost cause, without the address.
fn cause(error: reqwest::Error) -> String {
    let error = error.without_url();
    let mut inner: &dyn Error = &error;
    while let Some(source) = inner.source() {
        inner = source;
    }
    inner.to_string()
}

impl HttpRequest {
    /// The other side, as `host:port`.
    #[must_use]
    pub fn host(&self) -> String {
        host(&self.url)
    }
}

/// The host of an address, with its port where it is not the usual one.
pub(super) fn host(url: &Url) -> String {
    let name = url.host_str().unwrap_or_default();
    url.port().map_or_else(|| name.to_owned(), |port| format!("{name}:{port}"))
}

impl HttpResponse {
    /// The first header field of this name, whatever its capitals.
    #[must_use]
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(field, _)| field.eq_ignore_ascii_case(name)).map(|(_, value)| value.as_str())
    }
}

impl fmt::Debug for HttpRequest {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = out.debug_struct("HttpRequest");
        shown.field("method", &self.method).field("host", &self.host()).field("bytes", &self.body.len());
        shown.finish_non_exhaustive()
    }
}

impl fmt::Debug for HttpSettings {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let mut shown = out.debug_struct("HttpSettings");
        shown.field("connect", &self.connect).field("total", &self.total).field("body", &self.body);
        shown.field("proxy", &self.proxy.is_some()).finish_non_exhaustive()
    }
}
