//! Access to the network through reqwest, with the feature `http`. Redirects are not followed, bodies are capped, a
//! total deadline holds, and a proxy is used only when the settings name one.

use std::{
    error::Error,
    io::Read,
    net::IpAddr,
    sync::{
        Arc,
        mpsc::{self, RecvTimeoutError},
    },
    thread,
    time::{Duration, Instant},
};

use reqwest::{
    blocking::{Client, Response},
    dns::{Addrs, Name, Resolve, Resolving},
    header::{HeaderName, HeaderValue},
};

use super::{
    HttpRequest, HttpResponse, HttpSettings, Method, Transport, TransportError,
    local::{LocalAddress, is_local, public_addresses},
};
use crate::backend::Stop;
use url::Host;

/// The real network.
#[derive(Debug)]
pub struct Http {
    client: Client,
    settings: HttpSettings,
}

impl Http {
    /// Builds the client. Fails on an unusable proxy address, and where the system has no certificates.
    pub fn new(settings: HttpSettings) -> Result<Self, TransportError> {
        // Fails where a provider is installed already, which is then used.
        let _ = rustls::crypto::ring::default_provider().install_default();
        let mut builder = Client::builder()
            .redirect(reqwest::redirect::Policy::none())
            .connect_timeout(settings.connect)
            .timeout(settings.total)
            .user_agent(concat!("tolmach/", env!("CARGO_PKG_VERSION")))
            .no_proxy();
        if !settings.local {
            builder = builder.dns_resolver(Arc::new(NotLocal));
        }
        if let Some(proxy) = &settings.proxy {
            // The address may contain a password, so the error does not repeat it.
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
        self.send_within(request, self.settings.total, stop)
    }

    fn send_within(&self, request: &HttpRequest, limit: Duration, stop: &Stop) -> Result<HttpResponse, TransportError> {
        let within = limit.min(self.settings.total);
        let host = request.host();
        // An address in figures is never looked up.
        let figures = match request.url.host() {
            Some(Host::Ipv4(address)) => Some(IpAddr::V4(address)),
            Some(Host::Ipv6(address)) => Some(IpAddr::V6(address)),
            Some(Host::Domain(_)) | None => None,
        };
        if !self.settings.local && figures.is_some_and(is_local) {
            return Err(TransportError::Local { host });
        }
        // In a thread of its own, because neither a name lookup nor a slow body can be cancelled.
        let (sender, receiver) = mpsc::channel();
        let (client, request, most) = (self.client.clone(), request.clone(), self.settings.body);
        thread::spawn(move || sender.send(exchange(&client, request, most)));
        let late = || TransportError::Late { host: host.clone(), within };
        let mut deadline = Instant::now() + within;
        let mut stopped = false;
        loop {
            if stop.is_set() && !stopped {
                stopped = true;
                deadline = deadline.min(Instant::now() + self.settings.drain);
            }
            let remaining = deadline.saturating_duration_since(Instant::now());
            if remaining.is_zero() || stop.is_ending() {
                return Err(if stopped { TransportError::Interrupted } else { late() });
            }
            match receiver.recv_timeout(remaining.min(Duration::from_millis(100))) {
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

/// Looks names up, and refuses those of this machine and of link-local networks. The connection goes to the addresses
/// that were looked at, so a name cannot mean another one a moment later.
#[derive(Debug)]
struct NotLocal;

impl Resolve for NotLocal {
    fn resolve(&self, name: Name) -> Resolving {
        Box::pin(async move {
            let found = public_addresses(name.as_str())?;
            Ok(Box::new(found.into_iter()) as Addrs)
        })
    }
}

/// Whether an error comes from [`NotLocal`].
fn is_refused_as_local(error: &reqwest::Error) -> bool {
    let mut cause = error.source();
    while let Some(inner) = cause {
        if inner.is::<LocalAddress>() {
            return true;
        }
        cause = inner.source();
    }
    false
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
        if is_refused_as_local(&error) {
            TransportError::Local { host }
        } else if error.is_connect() {
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
    let max = u64::try_from(limit).unwrap_or(u64::MAX).saturating_add(1);
    let host = host.to_owned();
    match response.take(max).read_to_end(&mut body) {
        Ok(_) if body.len() > limit => Err(TransportError::TooBig { host, limit }),
        Ok(_) => Ok(body),
        Err(error) => {
            let cause = error.get_ref().and_then(|inner| inner.downcast_ref::<reqwest::Error>());
            if error.kind() == std::io::ErrorKind::TimedOut || cause.is_some_and(reqwest::Error::is_timeout) {
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
