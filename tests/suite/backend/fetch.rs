//! Fetching pages for `import`.

use tolmach::backend::{
    Stop,
    http::{FetchError, Http, HttpRequest, HttpResponse, HttpSettings, Transport, TransportError, fetch},
};

use super::server::{Reply, Server, unused_port};
use crate::support::hint;

fn get(address: &str) -> Result<tolmach::backend::http::FetchedPage, FetchError> {
    fetch(&Http::new(HttpSettings { body: 10_000, ..HttpSettings::default() }).unwrap(), address, &Stop::default())
}

#[test]
fn a_page_is_fetched_without_credentials() {
    let server =
        Server::start(|_, _| Reply::Say(200, "Content-Type: text/html\r\nSet-Cookie: a=b\r\n", "<p>Hi".to_owned()));
    let page = get(&format!("{}/a?b=c#d", server.address())).unwrap();
    assert_eq!((page.body.as_slice(), page.content_type.as_deref()), (b"<p>Hi".as_slice(), Some("text/html")));
    let seen = &server.seen()[0];
    assert_eq!(seen.first, "GET /a?b=c HTTP/1.1");
    assert!(!seen.headers.contains("authorization") && !seen.headers.contains("cookie"));
}

#[test]
fn five_redirects_are_followed_but_not_a_sixth() {
    for (redirects, found) in [(5, true), (6, false)] {
        let server = Server::start(move |number, _| match number {
            number if number <= redirects => Reply::Say(302, "Location: /next\r\n", String::new()),
            _ => Reply::Say(200, "", "there".to_owned()),
        });
        let result = get(&server.address());
        assert_eq!(result.is_ok(), found);
        assert!(found || matches!(result, Err(FetchError::Redirects { .. })));
        assert_eq!(server.seen().len(), 6);
    }
}

#[test]
fn a_redirect_leads_to_web_pages_only() {
    for location in ["Location: file:///etc/passwd\r\n", "Location: http://me:secret@127.0.0.1/\r\n"] {
        let server = Server::start(move |_, _| Reply::Say(302, location, String::new()));
        let error = get(&server.address()).unwrap_err();
        assert!(matches!(error, FetchError::Address { .. }) && !error.to_string().contains("secret"), "{error}");
    }
}

#[test]
fn anything_but_a_page_is_an_error_with_a_hint() {
    let server = Server::start(|_, seen| match seen.first.as_str() {
        first if first.contains("big") => Reply::Say(200, "", "x".repeat(10_001)),
        first if first.contains("zip") => Reply::Say(200, "Content-Encoding: gzip\r\n", "x".to_owned()),
        _ => Reply::Say(404, "", String::new()),
    });
    let at = |path: &str| format!("{}/{path}", server.address());
    for (address, words) in [
        (at("none"), "status 404"),
        (at("big"), "bigger than 10000 bytes"),
        (at("zip"), "`gzip`"),
        (format!("http://127.0.0.1:{}/", unused_port()), "no connection"),
        ("ftp://example.org/".to_owned(), "only http and https"),
        ("news.example.org".to_owned(), "not a web address"),
        ("http://me:secret@example.org/".to_owned(), "credentials"),
    ] {
        let error = get(&address).unwrap_err();
        assert!(error.to_string().contains(words) && !hint(&error).is_empty(), "{address}: {error}");
        assert!(!error.to_string().contains("secret"));
    }
}

#[test]
fn an_address_of_this_machine_or_beside_it_is_fetched_only_where_that_is_allowed() {
    let server = Server::start(|_, _| Reply::Say(200, "", "there".to_owned()));
    let address = server.address();
    let port = address.rsplit(':').next().unwrap();
    let strict = Http::new(HttpSettings { local: false, ..HttpSettings::default() }).unwrap();
    for host in [
        "127.0.0.1",
        "127.1",
        "localhost",
        "LOCALHOST",
        "localhost.",
        "news.localhost",
        "2130706433",
        "0x7f000001",
        "0177.0.0.1",
        "0.0.0.0",
        "0",
        "[::1]",
        "[::]",
        "[::ffff:127.0.0.1]",
        "[::127.0.0.1]",
        "169.254.169.254",
        "[fe80::1]",
        "[64:ff9b::7f00:1]",
    ] {
        let error = fetch(&strict, &format!("http://{host}:{port}/"), &Stop::default()).unwrap_err();
        assert!(matches!(error, FetchError::Transport(TransportError::Local { .. })), "{host}: {error}");
        assert!(hint(&error).contains("--allow-local"), "{}", hint(&error));
    }
    assert!(server.seen().is_empty());
    assert!(fetch(&Http::new(HttpSettings::default()).unwrap(), &address, &Stop::default()).is_ok());
}

/// The network, except that one name leads to a server of this machine.
struct Beginning<'a> {
    network: Http,
    server: &'a Server,
}

impl Transport for Beginning<'_> {
    fn send(&self, request: &HttpRequest, stop: &Stop) -> Result<HttpResponse, TransportError> {
        if request.url.host_str() != Some("news.example") {
            return self.network.send(request, stop);
        }
        let location = ("location".to_owned(), format!("{}/inside", self.server.address()));
        Ok(HttpResponse { status: 302, headers: vec![location], body: Vec::new() })
    }
}

#[test]
fn a_redirect_leads_to_no_address_of_this_machine() {
    let server = Server::start(|_, _| Reply::Say(200, "", "there".to_owned()));
    for (local, found) in [(false, false), (true, true)] {
        let network = Http::new(HttpSettings { local, ..HttpSettings::default() }).unwrap();
        let result = fetch(&Beginning { network, server: &server }, "http://news.example/", &Stop::default());
        assert_eq!(result.is_ok(), found, "{result:?}");
        assert_eq!(server.seen().len(), usize::from(found));
    }
}
