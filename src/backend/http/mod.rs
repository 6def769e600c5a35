//! How does an engine behind HTTP answer? [`Transport`] is the only door to the network; the engines on top of it only
//! build requests and read responses.
//!
//! Engines: [`LibreTranslate`].
//!
//! Without the feature `http` all of this remains, including the engines' names and settings, but [`Http`] cannot be
//! built.

#[cfg(not(feature = "http"))]
mod absent;
#[cfg(feature = "http")]
mod client;
mod fetch;
mod libretranslate;
#[cfg(feature = "http")]
mod local;
mod retry;
mod transport;

#[cfg(not(feature = "http"))]
pub use absent::Http;
#[cfg(feature = "http")]
pub use client::Http;
pub use fetch::{FetchError, FetchedPage, fetch};
pub use libretranslate::LibreTranslate;
pub(super) use libretranslate::LibreTranslateSettings;
pub use retry::{http_date, retry_after};
pub use transport::{HttpRequest, HttpResponse, HttpSettings, Method, Transport, TransportError};

use std::fmt;

use url::{Host, Url};

use super::BackendError;
use crate::model::clip;

/// A key or password, which is never shown.
#[derive(Clone, PartialEq, Eq)]
pub struct Secret(String);

impl Secret {
    /// Wraps a secret.
    #[must_use]
    pub const fn new(secret: String) -> Self {
        Self(secret)
    }

    /// The secret itself, for the request.
    #[must_use]
    pub fn expose(&self) -> &str {
        &self.0
    }

    /// Removes the secret from a text that the other side sent.
    #[must_use]
    pub fn scrub(&self, text: &str) -> String {
        if self.0.is_empty() { text.to_owned() } else { text.replace(&self.0, "…") }
    }
}

impl fmt::Debug for Secret {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str("Secret")
    }
}

/// Turns an error of the transport into one of an engine.
fn transport_error(engine: &str, error: TransportError) -> BackendError {
    let engine = engine.to_owned();
    match error {
        TransportError::Local { ref host } => BackendError::Setting { engine, problem: format!("`{host}` is local") },
        TransportError::Connect { host, cause } => BackendError::Away { engine, host, cause },
        TransportError::Broken { cause, .. } => BackendError::Broken { engine, cause },
        TransportError::Late { within, .. } => BackendError::Late { engine, within },
        TransportError::TooBig { limit, .. } => BackendError::Flood { engine, limit },
        TransportError::Setting { problem } => BackendError::Setting { engine, problem },
        TransportError::NotBuilt => BackendError::NotBuilt { engine },
        TransportError::Interrupted => BackendError::Interrupted,
    }
}

/// The first words of an unreadable body, on one line.
fn excerpt(body: &[u8]) -> String {
    let start = body.get(..body.len().min(1024)).unwrap_or_default();
    let text = String::from_utf8_lossy(start);
    clip(&text.split_whitespace().collect::<Vec<_>>().join(" "), 120)
}

/// Whether an address is on this machine.
fn is_loopback(endpoint: &str) -> bool {
    Url::parse(endpoint).is_ok_and(|url| match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    })
}
