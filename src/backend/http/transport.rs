//! Requests, responses and the transport between them. Errors reveal no more of an address than its host.

use std::{fmt, time::Duration};

use url::Url;

use super::super::Stop;

/// An HTTP method.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Method {
    /// Reads a resource.
    Get,
    /// Sends a body.
    Post,
}

/// A request. Its `Debug` shows neither headers nor body, since they contain keys.
#[derive(Clone, PartialEq, Eq)]
pub struct HttpRequest {
    /// The method.
    pub method: Method,
    /// The address; `http` or `https`.
    pub url: Url,
    /// Header fields, by name.
    pub headers: Vec<(&'static str, String)>,
    /// The body; empty for none.
    pub body: Vec<u8>,
}

/// A response whose body is complete.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct HttpResponse {
    /// The status code.
    pub status: u16,
    /// Header fields as received; values that are not text are omitted.
    pub headers: Vec<(String, String)>,
    /// The body.
    pub body: Vec<u8>,
}

/// Why there is no response.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[expect(missing_docs, reason = "`host` is the other side, `cause` what the system said")]
pub enum TransportError {
    /// No connection was established: nothing was sent.
    #[error("no connection to `{host}`: {cause}")]
    Connect { host: String, cause: String },
    /// The connection broke after something was sent.
    #[error("the connection to `{host}` broke: {cause}")]
    Broken { host: String, cause: String },
    /// The deadline passed first; the request may have been sent.
    #[error("`{host}` did not answer within {} s", .within.as_secs_f32())]
    Late { host: String, within: Duration },
    /// The host is this machine, or on the network beside it, which the settings do not allow.
    #[error("`{host}` is an address of this machine or of its link-local network")]
    Local { host: String },
    /// The body is bigger than allowed.
    #[error("the answer of `{host}` is bigger than {limit} bytes")]
    TooBig { host: String, limit: usize },
    /// The settings are unusable.
    #[error("{problem}")]
    Setting {
        /// What is wrong with them.
        problem: String,
    },
    /// This program was built without the feature `http`.
    #[error("the network is needed, but this tolmach was built without the feature `http`")]
    NotBuilt,
    /// The user interrupted it.
    #[error("interrupted")]
    Interrupted,
}

/// The door to the network, so that engines can be tested without one.
pub trait Transport: Send + Sync {
    /// Sends a request and waits for the whole response. Any status is a response. Once `stop` is set, a response in
    /// flight is awaited only briefly.
    fn send(&self, request: &HttpRequest, stop: &Stop) -> Result<HttpResponse, TransportError>;

    /// The same for what is good to know and worth no long wait.
    fn send_within(
        &self,
        request: &HttpRequest,
        _limit: Duration,
        stop: &Stop,
    ) -> Result<HttpResponse, TransportError> {
        self.send(request, stop)
    }
}

/// Settings of the network.
#[derive(Clone, PartialEq, Eq)]
pub struct HttpSettings {
    /// Maximum time to connect.
    pub connect: Duration,
    /// Maximum time from the first byte out to the last byte in.
    pub total: Duration,
    /// Maximum time to wait for a response in flight once the user has stopped.
    pub drain: Duration,
    /// The proxy's address, if one is used; the environment is not consulted.
    pub proxy: Option<String>,
    /// Maximum bytes of a body.
    pub body: usize,
    /// Whether it may connect to this machine and to link-local networks.
    pub local: bool,
}

impl Default for HttpSettings {
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(10),
            total: Duration::from_mins(2),
            drain: Duration::from_secs(30),
            proxy: None,
            body: 8 * 1024 * 1024,
            local: true,
        }
    }
}

impl HttpRequest {
    /// The host, with its port where that is not the default one.
    #[must_use]
    pub fn host(&self) -> String {
        host(&self.url)
    }
}

/// The host of an address, with its port where that is not the default one.
pub(super) fn host(url: &Url) -> String {
    let name = url.host_str().unwrap_or_default();
    url.port().map_or_else(|| name.to_owned(), |port| format!("{name}:{port}"))
}

impl HttpResponse {
    /// The first header field of this name, ignoring case.
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
