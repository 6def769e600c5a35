//! The driver, the ledger and each backend, including how they cope with a misbehaving peer. Tests that need the
//! network are compiled with the feature `http` only.

mod apertium;
mod apertium_context;
mod budget;
mod charges;
mod classes;
mod command;
mod contracts;
mod drafts;
mod drive;
mod engines;
#[cfg(feature = "http")]
mod fetch;
#[cfg(feature = "http")]
mod http;
mod inspect;
mod lean;
mod ledger;
mod ledger_faults;
#[cfg(feature = "http")]
mod network;
#[cfg(all(unix, feature = "http"))]
mod prism;
mod protect;
mod pseudo;
mod recording;
#[cfg(feature = "http")]
pub mod server;
mod term_loop;

use std::{
    collections::HashMap,
    io,
    sync::{Arc, Mutex},
    time::{Duration, SystemTime},
};

use tolmach::{
    backend::{Answer, Backend, BackendError, Capabilities, Clock, DriveOptions, Limits, Reach, Request, Stop},
    ledger::{Price, Storage},
    model::{Code, CodeKind, CodeName, Pair, Role, SegmentId, Text},
};

/// A language pair from its tags.
pub fn pair(source: &str, target: &str) -> Pair {
    Pair { source: source.parse().unwrap(), target: target.parse().unwrap() }
}

/// The id of the nth segment of a test.
pub fn id(number: usize) -> SegmentId {
    SegmentId { digest: number as u64, occurrence: 1 }
}

/// Parses a text in the notation in which it is sent: `Read ⟦1⟧this⟦/1⟧⟦2⟧`.
pub fn text(sent: &str) -> Text {
    let mut text = Text::default();
    let mut rest = sent;
    while let Some((before, behind)) = rest.split_once('⟦') {
        let (mark, next) = behind.split_once('⟧').unwrap();
        text.prose.push_str(before);
        let (kind, number) = match mark.strip_prefix('/') {
            Some(number) => (CodeKind::Close, number),
            None if sent.contains(&format!("⟦/{mark}⟧")) => (CodeKind::Open, mark),
            None => (CodeKind::Single, mark),
        };
        let code = Code { id: number.parse().unwrap(), kind, name: CodeName::Link, markup: format!("<{mark}>") };
        text.codes.push((text.prose.len(), code));
        rest = next;
    }
    text.prose.push_str(rest);
    text
}

/// A request for a text in the same notation.
pub fn request(number: usize, sent: &str) -> Request {
    Request::new(id(number), Role::Paragraph, text(sent))
}

/// Requests numbered from 1.
pub fn requests(texts: &[&str]) -> Vec<Request> {
    texts.iter().enumerate().map(|(place, sent)| request(place + 1, sent)).collect()
}

/// Requests for `count` different sentences.
pub fn sentences(count: usize) -> Vec<Request> {
    (1..=count).map(|number| request(number, &format!("This is sentence number {number} of the article."))).collect()
}

/// A clock whose sleeps take no time and are recorded.
pub struct FakeClock {
    now: Mutex<SystemTime>,
    slept: Mutex<Vec<Duration>>,
}

impl FakeClock {
    pub fn new() -> Self {
        let now = SystemTime::UNIX_EPOCH + Duration::from_secs(1_700_000_000);
        Self { now: Mutex::new(now), slept: Mutex::default() }
    }

    /// The recorded sleeps, in order.
    pub fn slept(&self) -> Vec<Duration> {
        self.slept.lock().unwrap().clone()
    }
}

impl Clock for FakeClock {
    fn now(&self) -> SystemTime {
        *self.now.lock().unwrap()
    }

    fn sleep(&self, time: Duration, _: &Stop) {
        self.slept.lock().unwrap().push(time);
        *self.now.lock().unwrap() += time;
    }
}

/// Default options with a fake clock.
pub fn options(clock: &FakeClock) -> DriveOptions<'_> {
    DriveOptions { clock, ..DriveOptions::default() }
}

/// Memory to keep a ledger in, shared by all clones.
#[derive(Debug, Clone, Default)]
pub struct Buffer {
    /// The bytes appended so far.
    pub bytes: Arc<Mutex<Vec<u8>>>,
}

impl Buffer {
    /// A copy of the bytes appended so far.
    pub fn content(&self) -> Vec<u8> {
        self.bytes.lock().unwrap().clone()
    }
}

impl From<&[u8]> for Buffer {
    fn from(bytes: &[u8]) -> Self {
        Self { bytes: Arc::new(Mutex::new(bytes.to_owned())) }
    }
}

impl Storage for Buffer {
    fn length(&mut self) -> io::Result<u64> {
        Ok(self.bytes.lock().unwrap().len() as u64)
    }

    fn read_at(&mut self, offset: u64, buffer: &mut [u8]) -> io::Result<usize> {
        let bytes = self.bytes.lock().unwrap();
        let rest = bytes.get(usize::try_from(offset).unwrap()..).unwrap_or_default();
        let length = rest.len().min(buffer.len());
        buffer[..length].copy_from_slice(&rest[..length]);
        Ok(length)
    }

    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.bytes.lock().unwrap().extend_from_slice(bytes);
        Ok(())
    }

    fn sync(&mut self) -> io::Result<()> {
        Ok(())
    }
}

type Behaviour = dyn Fn(usize, &[String]) -> Result<Vec<Answer>, BackendError> + Send + Sync;

/// A backend that a test scripts and that records its calls: one list of texts per call.
pub struct Scripted {
    pub calls: Mutex<Vec<Vec<String>>>,
    pub capabilities: Capabilities,
    pub limits: Limits,
    pub name: &'static str,
    pub price: Option<Price>,
    behave: Box<Behaviour>,
}

impl Scripted {
    /// `behave` receives the number of the call, counted from 1, and the texts.
    pub fn new(behave: impl Fn(usize, &[String]) -> Result<Vec<Answer>, BackendError> + Send + Sync + 'static) -> Self {
        Self {
            calls: Mutex::default(),
            capabilities: Capabilities::TEXT,
            limits: Limits { texts: 8, ..Limits::NONE },
            name: "scripted",
            price: None,
            behave: Box::new(behave),
        }
    }

    /// The number of texts in each call.
    pub fn sizes(&self) -> Vec<usize> {
        self.calls.lock().unwrap().iter().map(Vec::len).collect()
    }
}

impl Backend for Scripted {
    fn name(&self) -> &str {
        self.name
    }

    fn capabilities(&self, _: &Pair) -> Capabilities {
        self.capabilities
    }

    fn reach(&self) -> Reach {
        Reach::Server
    }

    fn price(&self) -> Option<&Price> {
        self.price.as_ref()
    }

    fn limits(&self) -> Limits {
        self.limits
    }

    fn translate(&self, _: &Pair, batch: &[Request], _: &Stop) -> Result<Vec<Answer>, BackendError> {
        let texts: Vec<String> = batch.iter().map(Request::protected_text).collect();
        let number = {
            let mut calls = self.calls.lock().unwrap();
            calls.push(texts.clone());
            calls.len()
        };
        (self.behave)(number, &texts)
    }
}

/// What a good engine answers: each Latin letter replaced by a Cyrillic one, everything else unchanged.
pub fn good(text: &str) -> String {
    let letters: HashMap<char, char> = ('a'..='z').zip('а'..='щ').chain(('A'..='Z').zip('А'..='Щ')).collect();
    text.chars().map(|c| *letters.get(&c).unwrap_or(&c)).collect()
}

/// A good answer to every text.
#[expect(clippy::unnecessary_wraps, reason = "a script also fails")]
pub fn all_good(texts: &[String]) -> Result<Vec<Answer>, BackendError> {
    Ok(texts.iter().map(|text| Answer::Draft(good(text))).collect())
}
