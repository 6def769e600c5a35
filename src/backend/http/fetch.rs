//! Fetching of pages for `import`: GET without credentials, over http and https only, through at most five redirects.

use url::Url;

use super::{HttpRequest, Method, Transport, TransportError};
use crate::{
    backend::Stop,
    model::{Hinted, Message},
};

/// Maximum redirects to follow.
const MAX_REDIRECTS: usize = 5;

/// A page as the server sent it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FetchedPage {
    /// Its address after redirects.
    pub url: Url,
    /// Its media type with parameters, where the server names one.
    pub content_type: Option<String>,
    /// Its bytes.
    pub body: Vec<u8>,
}

/// Why a page could not be fetched.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FetchError {
    /// The address cannot be fetched.
    #[error("`{url}` cannot be fetched: {problem}")]
    Address {
        /// The address, without credentials.
        url: String,
        /// What is wrong with it.
        problem: &'static str,
    },
    /// The server answered with something other than a page.
    #[error("`{host}` answered with status {status}")]
    Status {
        /// The server.
        host: String,
        /// The status code.
        status: u16,
    },
    /// The server redirects too often.
    #[error("more than {MAX_REDIRECTS} redirects, the last one from `{host}`")]
    Redirects {
        /// The server.
        host: String,
    },
    /// The server used an encoding that was not requested.
    #[error("`{host}` answered in the encoding `{encoding}`, which was not requested")]
    Encoding {
        /// The server.
        host: String,
        /// The encoding.
        encoding: String,
    },
    /// There was no response.
    #[error(transparent)]
    Transport(#[from] TransportError),
}

impl Hinted for FetchError {
    fn hint(&self) -> Option<Message> {
        Some(Message::new(match self {
            Self::Address { .. } => "hint-fetch-address",
            Self::Transport(TransportError::TooBig { .. }) => "hint-fetch-too-big",
            Self::Transport(TransportError::Local { .. }) => "hint-fetch-local",
            Self::Transport(TransportError::Setting { .. }) => "hint-network-settings",
            Self::Transport(TransportError::NotBuilt) => "hint-fetch-not-built",
            Self::Transport(_) => "hint-fetch-connection",
            Self::Status { .. } | Self::Redirects { .. } | Self::Encoding { .. } => "hint-fetch-by-hand",
        }))
    }

    fn all() -> Vec<Self> {
        let host = || "news.example".to_owned();
        vec![
            Self::Address { url: host(), problem: "it is not a web address" },
            Self::Transport(TransportError::TooBig { host: host(), limit: 1 }),
            Self::Transport(TransportError::Local { host: host() }),
            Self::Transport(TransportError::Setting { problem: host() }),
            Self::Transport(TransportError::NotBuilt),
            Self::Transport(TransportError::Broken { host: host(), cause: host() }),
            Self::Status { host: host(), status: 404 },
        ]
    }
}

/// Fetches a page.
pub fn fetch(transport: &dyn Transport, address: &str, stop: &Stop) -> Result<FetchedPage, FetchError> {
    let wrong = |problem| FetchError::Address { url: address.chars().take(200).collect(), problem };
    let mut url = Url::parse(address).map_err(|_| wrong("it is not a web address"))?;
    for _ in 0..=MAX_REDIRECTS {
        check_address(&url)?;
        let request = HttpRequest {
            method: Method::Get,
            url: url.clone(),
            headers: vec![("accept", "text/html, text/plain;q=0.9, text/markdown;q=0.9, */*;q=0.5".to_owned())],
            body: Vec::new(),
        };
        let host = request.host();
        let response = transport.send(&request, stop)?;
        match (response.status, response.header("location")) {
            (301 | 302 | 303 | 307 | 308, Some(location)) => {
                url = url.join(location).map_err(|_| FetchError::Status { host, status: response.status })?;
            }
            (200, _) => {
                let encoding = response.header("content-encoding").unwrap_or("identity").trim().to_ascii_lowercase();
                if !matches!(encoding.as_str(), "identity" | "") {
                    return Err(FetchError::Encoding { host, encoding });
                }
                let content_type = response.header("content-type").map(str::to_owned);
                return Ok(FetchedPage { url, content_type, body: response.body });
            }
            (status, _) => return Err(FetchError::Status { host, status }),
        }
    }
    Err(FetchError::Redirects { host: super::transport::host(&url) })
}

/// Allows only http and https, and no credentials, which would end up in errors and reports.
fn check_address(url: &Url) -> Result<(), FetchError> {
    let wrong = |problem| {
        let shown = format!("{}://{}{}", url.scheme(), super::transport::host(url), url.path());
        Err(FetchError::Address { url: shown.chars().take(200).collect(), problem })
    };
    if !matches!(url.scheme(), "http" | "https") {
        return wrong("only http and https are fetched");
    }
    if !url.username().is_empty() || url.password().is_some() {
        return wrong("there are credentials in it");
    }
    Ok(())
}
