//! Requests, responses and the door between them, as engines and `import` see them. No error says more than the host.

use std::{fmt, time::Duration};

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
    /// This program was built without the feature `http`.
    #[error("the network is needed, and this tolmach was built without the feature `http`")]
    NotBuilt,
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
