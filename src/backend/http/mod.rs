//! How does an engine behind HTTP answer? [`Transport`] is the only door to the network; the engines on top of it only
//! build requests and read responses.
//!
//! Engines: [`Azure`], [`DeepL`], [`Google`], [`LibreTranslate`], and with [`OpenAi`] every model behind a chat.
//!
//! Without the feature `http` all of this remains, including the engines' names and settings, but [`Http`] cannot be
//! built.

#[cfg(not(feature = "http"))]
mod absent;
mod azure;
#[cfg(feature = "http")]
mod client;
mod connection;
mod deepl;
mod fetch;
mod google;
mod libretranslate;
#[cfg(feature = "http")]
mod local;
mod openai;
mod retry;
mod secret;
mod transport;

#[cfg(not(feature = "http"))]
pub use absent::Http;
pub use azure::Azure;
pub(super) use azure::AzureSettings;
#[cfg(feature = "http")]
pub use client::Http;
pub use connection::key_variable;
pub use deepl::DeepL;
pub(super) use deepl::DeepLSettings;
pub use fetch::{FetchError, FetchedPage, fetch};
pub use google::Google;
pub(super) use google::GoogleSettings;
pub use libretranslate::LibreTranslate;
pub(super) use libretranslate::LibreTranslateSettings;
pub(super) use openai::OpenAiSettings;
pub use openai::{OpenAi, Prompt, PromptError};
pub use retry::{http_date, retry_after};
pub use secret::Secret;
pub use transport::{HttpRequest, HttpResponse, HttpSettings, Method, Transport, TransportError};

use url::{Host, Url};

use super::BackendError;
use crate::model::clip;

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

/// Most bytes of a body that are looked at for its first words.
const EXCERPT: usize = 16 * 1024;

/// The first words of an unreadable body, on one line and without the key: taken out first, since half a key is no
/// longer found.
fn excerpt(body: &[u8], key: Option<&Secret>) -> String {
    let mut start = body.get(..EXCERPT).unwrap_or(body);
    if start.len() < body.len() {
        // The last word may be half of one.
        let end = start.iter().rposition(u8::is_ascii_whitespace).unwrap_or_default();
        start = start.get(..end).unwrap_or_default();
    }
    // Text in two bytes a letter, as UTF-16 has it.
    let text: String = String::from_utf8_lossy(start).chars().filter(|c| *c != '\0').collect();
    let text = key.map_or_else(|| text.clone(), |key| key.scrub(&text));
    clip(&text.split_whitespace().collect::<Vec<_>>().join(" "), 120)
}

/// Whether an address is on this machine.
pub(super) fn is_loopback(endpoint: &str) -> bool {
    Url::parse(endpoint).is_ok_and(|url| match url.host() {
        Some(Host::Domain(name)) => name == "localhost",
        Some(Host::Ipv4(address)) => address.is_loopback(),
        Some(Host::Ipv6(address)) => address.is_loopback(),
        None => false,
    })
}
