//! A scripted server on the loopback interface.

use std::{
    io::{BufRead, BufReader, Read, Write},
    net::{TcpListener, TcpStream},
    sync::{
        Arc, Mutex,
        atomic::{AtomicBool, Ordering},
    },
    thread,
};

use serde::Deserialize;
use serde_json::{Value, json};

use super::good;

/// A request as the server received it.
#[derive(Debug, Clone)]
pub struct Seen {
    /// `POST /translate HTTP/1.1`
    pub first: String,
    /// The header fields, in lower case.
    pub headers: String,
    pub body: String,
}

/// What the server does with a request.
pub enum Reply {
    /// Status, header lines, body.
    Say(u16, &'static str, String),
    /// A header that promises a body, part of that body, then nothing until the client gives up.
    Stall,
    /// Closes the connection without an answer.
    Hang,
    /// An endless body.
    Flood,
    /// These bytes, and then this.
    Raw(Vec<u8>, Then),
}

/// What the server does after the last byte of its answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Then {
    /// Closes the connection.
    Close,
    /// Resets the connection.
    Reset,
    /// Nothing, until the client gives up.
    Stall,
    /// Repeats the last kilobyte of it until the client gives up.
    Repeat,
}

impl Reply {
    pub fn json(body: &str) -> Self {
        Self::Say(200, "Content-Type: application/json\r\n", body.to_owned())
    }
}

/// The texts in a request to a LibreTranslate server.
pub fn texts(seen: &Seen) -> Vec<String> {
    let body: Value = serde_json::from_str(&seen.body).unwrap();
    body["q"].as_array().unwrap().iter().map(|text| text.as_str().unwrap().to_owned()).collect()
}

/// The reply of an honest LibreTranslate server.
pub fn honest(seen: &Seen) -> Reply {
    let drafts: Vec<String> = texts(seen).iter().map(|text| good(text)).collect();
    Reply::json(&json!({ "translatedText": drafts }).to_string())
}

/// A running server; stopped on drop.
pub struct Server {
    pub port: u16,
    seen: Arc<Mutex<Vec<Seen>>>,
    over: Arc<AtomicBool>,
}

impl Server {
    /// `answer` receives the number of the request, counted from 1, and the request.
    pub fn start(answer: impl Fn(usize, &Seen) -> Reply + Send + Sync + 'static) -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let port = listener.local_addr().unwrap().port();
        let (seen, over) = (Arc::new(Mutex::new(Vec::new())), Arc::new(AtomicBool::new(false)));
        let (log, stop, answer) = (Arc::clone(&seen), Arc::clone(&over), Arc::new(answer));
        thread::spawn(move || {
            for stream in listener.incoming().map_while(Result::ok) {
                if stop.load(Ordering::SeqCst) {
                    return;
                }
                let (log, answer) = (Arc::clone(&log), Arc::clone(&answer));
                thread::spawn(move || serve(stream, &log, &*answer));
            }
        });
        Self { port, seen, over }
    }

    pub fn address(&self) -> String {
        format!("http://127.0.0.1:{}", self.port)
    }

    pub fn seen(&self) -> Vec<Seen> {
        self.seen.lock().unwrap().clone()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.over.store(true, Ordering::SeqCst);
        let _ = TcpStream::connect(("127.0.0.1", self.port));
    }
}

/// A port on which nothing listens.
pub fn unused_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

fn serve(mut stream: TcpStream, log: &Mutex<Vec<Seen>>, answer: &(dyn Fn(usize, &Seen) -> Reply + Send + Sync)) {
    // Byte by byte, so that the last one can stay unread.
    let mut reader = BufReader::with_capacity(1, stream.try_clone().unwrap());
    let mut first = String::new();
    if reader.read_line(&mut first).unwrap_or_default() == 0 {
        return;
    }
    let mut headers = String::new();
    while reader.read_line(&mut headers).unwrap_or_default() > 2 {}
    let headers = headers.to_lowercase();
    let length = headers.lines().find_map(|line| line.strip_prefix("content-length:")).map(str::trim);
    let mut body = vec![0; length.map_or(0, |length| length.parse().unwrap())];
    if let Some((last, rest)) = body.split_last_mut() {
        reader.read_exact(rest).unwrap();
        assert_eq!(stream.peek(std::slice::from_mut(last)).unwrap(), 1);
    }
    let request = Seen { first: first.trim().to_owned(), headers, body: String::from_utf8(body).unwrap() };
    let number = {
        let mut log = log.lock().unwrap();
        log.push(request.clone());
        log.len()
    };
    let reply = answer(number, &request);
    // A connection that is closed with something unread is reset.
    if !request.body.is_empty() && !matches!(reply, Reply::Raw(_, Then::Reset)) {
        reader.read_exact(&mut [0]).unwrap();
    }
    match reply {
        Reply::Hang => {}
        Reply::Say(status, headers, body) => {
            let length = body.len();
            let head = format!("HTTP/1.1 {status} X\r\n{headers}Content-Length: {length}\r\nConnection: close\r\n\r\n");
            let _ = stream.write_all(&[head.as_bytes(), body.as_bytes()].concat());
        }
        Reply::Stall => {
            let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"tr");
            let _ = stream.read(&mut [0]);
        }
        Reply::Raw(bytes, then) => {
            let _ = stream.write_all(&bytes);
            match then {
                Then::Close | Then::Reset => {}
                Then::Stall => drop(stream.read(&mut [0])),
                Then::Repeat => {
                    let last = &bytes[bytes.len().saturating_sub(1024)..];
                    while stream.write_all(last).is_ok() {}
                }
            }
        }
        Reply::Flood => {
            let _ = stream.write_all(b"HTTP/1.1 200 OK\r\nConnection: close\r\n\r\n");
            while stream.write_all(&[b'x'; 4096]).is_ok() {}
        }
    }
}
