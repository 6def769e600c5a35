//! Our own data in the attribute `extradata`: the only place for it that the strict schema of XLIFF 1.2 allows and that
//! translators' tools preserve.
//!
//! `tolmach:1; source=9f86d081884c7d65; target=…; origin=machine pseudo; approved-on=2022-03-22; approved-by=NAME;
//! approved-despite=drafts; stale=…; slug=minsk-trymaje-vojska-doma`

use std::{collections::BTreeSet, fmt::Write as _};

use super::inline;
use crate::{
    bilingual::{Digest, SentDigests},
    model::{Approval, Despite, Leverage, Origin, State, Target, Text, is_slug},
    xml::is_legal,
};

/// The first field of the attribute when it is ours.
pub(super) const MARK: &str = "tolmach:1";

/// Returns the mark of an attribute written by another version of tolmach, such as `tolmach:2`.
pub(super) fn other_version(value: &str) -> Option<&str> {
    let mark = value.split(';').next().unwrap_or_default().trim();
    let version = mark.strip_prefix("tolmach:")?;
    (mark != MARK && version.starts_with(|c: char| c.is_ascii_digit())).then_some(mark)
}

/// The contents of a unit's attribute.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Extradata {
    /// Digests of what was written.
    pub(super) sent: SentDigests,
    /// The target's origin.
    pub(super) origin: Option<Origin>,
    /// Who raised its state.
    pub(super) approval: Option<Approval>,
    /// Its state, when that is not the one that goes with its origin; of a stale target, the earlier one.
    pub(super) state: Option<State>,
    /// The sentence that it translates, when that is no longer the unit's.
    pub(super) stale: Option<Text>,
    /// The name of the edition in addresses, once it is fixed; in one unit of a file, the title's.
    pub(super) slug: Option<String>,
    /// The sentence that it was written for, where that looks like the unit's.
    pub(super) written_for: Option<Text>,
}

impl Extradata {
    /// Returns the data to write for a target.
    pub(super) fn of(sent: SentDigests, target: Option<&Target>) -> Self {
        Self {
            sent,
            origin: target.map(|target| target.origin.clone()),
            approval: target.and_then(|target| target.approval.clone()),
            state: target.and_then(|target| match (&target.stale, &target.approval) {
                (Some(_), _) => target.earlier_state,
                (None, Some(_)) => None,
                (None, None) => (target.state != usual_state(Some(&target.origin))).then_some(target.state),
            }),
            stale: target.and_then(|target| target.stale.as_ref()).map(inline::normalized),
            slug: None,
            written_for: target.and_then(|target| target.written_for.as_deref()).map(inline::normalized),
        }
    }

    /// Returns the attribute's value.
    pub(super) fn write(&self) -> String {
        let mut out = format!("{MARK}; source={}", self.sent.source);
        let mut field = |name: &str, value: &str| {
            out.push_str("; ");
            out.push_str(name);
            out.push('=');
            encode(&mut out, value);
        };
        if let Some(digest) = self.sent.target {
            field("target", &digest.to_string());
        }
        match self.sent.ours {
            ours if ours == self.sent.target => {}
            ours => field("ours", &ours.map_or_else(|| "none".to_owned(), |digest| digest.to_string())),
        }
        match &self.origin {
            None => {}
            Some(Origin::Human { by: None }) => field("origin", "human"),
            Some(Origin::Human { by: Some(name) }) => field("origin", &format!("human {name}")),
            Some(Origin::Machine { engine }) => field("origin", &format!("machine {engine}")),
            Some(Origin::Source) => field("origin", "source"),
            Some(Origin::Memory { leverage }) => match leverage {
                Leverage::InContext => field("origin", "memory in-context"),
                Leverage::Exact => field("origin", "memory exact"),
                Leverage::Fuzzy(percent) => field("origin", &format!("memory fuzzy-{percent}")),
            },
        }
        if let Some(Approval { by, date, despite }) = &self.approval {
            // The approval of a stale target was of another sentence.
            let is_stale = self.stale.is_some();
            field(if is_stale { "was-on" } else { "approved-on" }, date);
            field(if is_stale { "was-by" } else { "approved-by" }, by);
            if !despite.is_empty() {
                let names: Vec<&str> = despite.iter().map(|despite| despite.as_str()).collect();
                field(if is_stale { "was-despite" } else { "approved-despite" }, &names.join(","));
            }
        }
        if let Some(state) = self.state {
            field("state", state.as_str());
        }
        for (name, text) in [("stale", &self.stale), ("written-for", &self.written_for)] {
            if let Some(text) = text {
                let mut content = String::new();
                inline::write(&mut content, text);
                field(name, &content);
            }
        }
        if let Some(slug) = &self.slug {
            field("slug", slug);
        }
        out
    }

    /// Reads an attribute; `None` when it is not ours or the digest of its source or target is malformed. Unknown
    /// fields are ignored.
    pub(super) fn read(value: &str) -> Option<Self> {
        let mut fields = value.split(';').map(str::trim);
        if fields.next() != Some(MARK) {
            return None;
        }
        let (mut source, mut sent, mut ours) = (None, None, None);
        let (mut origin, mut by, mut date, mut state, mut old_source) = (None, None, None, None, None);
        let (mut despite, mut written_for, mut slug) = (BTreeSet::new(), None, None);
        for (name, value) in fields.filter_map(|field| field.split_once('=')) {
            match name {
                "source" => source = Some(value.parse::<Digest>().ok()?),
                "target" => sent = Some(value.parse::<Digest>().ok()?),
                "ours" => ours = Some(value.parse::<Digest>().ok()),
                "origin" => origin = read_origin(&decode(value)),
                "approved-by" | "was-by" => by = Some(decode(value)),
                "approved-on" | "was-on" => date = Some(decode(value)),
                "approved-despite" | "was-despite" => despite = value.split(',').filter_map(Despite::parse).collect(),
                "state" => state = State::parse(value),
                "stale" => old_source = inline::parse(&decode(value)),
                "slug" => slug = Some(decode(value)).filter(|slug| is_slug(slug)),
                "written-for" => written_for = inline::parse(&decode(value)),
                _ => {}
            }
        }
        Some(Self {
            sent: SentDigests { source: source?, target: sent, ours: ours.unwrap_or(sent) },
            origin,
            approval: by.zip(date).map(|(by, date)| Approval { by, date, despite }),
            state,
            stale: old_source,
            slug,
            written_for,
        })
    }

    /// Returns the state that the target was written with; of an approved one the higher that it may have been.
    pub(super) fn sent_state(&self) -> State {
        match (&self.stale, &self.approval) {
            (Some(_), _) => State::Initial,
            (None, Some(_)) => State::Final,
            (None, None) => self.state.unwrap_or_else(|| usual_state(self.origin.as_ref())),
        }
    }
}

/// Returns the state that a target of an origin has when nobody has raised or lowered it.
const fn usual_state(origin: Option<&Origin>) -> State {
    match origin {
        Some(Origin::Human { .. } | Origin::Source | Origin::Memory { leverage: Leverage::InContext }) => {
            State::Translated
        }
        Some(Origin::Machine { .. } | Origin::Memory { .. }) | None => State::Initial,
    }
}

fn read_origin(value: &str) -> Option<Origin> {
    let (kind, name) = value.split_once(' ').map_or((value, None), |(kind, name)| (kind, Some(name.to_owned())));
    Some(match (kind, name.as_deref()) {
        ("human", _) => Origin::Human { by: name },
        ("machine", _) => Origin::Machine { engine: name.unwrap_or_default() },
        ("source", _) => Origin::Source,
        ("memory", Some("in-context")) => Origin::Memory { leverage: Leverage::InContext },
        ("memory", Some("exact")) => Origin::Memory { leverage: Leverage::Exact },
        ("memory", Some(fuzzy)) => {
            let percent = fuzzy.strip_prefix("fuzzy-").and_then(|percent| percent.parse().ok())?;
            Origin::Memory { leverage: Leverage::Fuzzy(percent) }
        }
        _ => return None,
    })
}

/// Percent-encodes what would end the field or be lost on the way: `;`, `%`, control characters, and every space that a
/// tool might strip (at the ends, or the second of two).
fn encode(out: &mut String, value: &str) {
    let mut space = true;
    let mut rest = value.chars().peekable();
    while let Some(c) = rest.next() {
        let last = rest.peek().is_none();
        if matches!(c, ';' | '%')
            || c.is_control()
            || !is_legal(c)
            || (c.is_whitespace() && (space || last || c != ' '))
        {
            let mut bytes = [0; 4];
            for byte in c.encode_utf8(&mut bytes).bytes() {
                let _ = write!(out, "%{byte:02X}");
            }
        } else {
            out.push(c);
        }
        space = c == ' ';
    }
}

fn decode(value: &str) -> String {
    let mut out = Vec::with_capacity(value.len());
    let mut rest = value.as_bytes();
    while let [first, tail @ ..] = rest {
        let code = match (first, tail) {
            (b'%', [high, low, ..]) => hex(*high).zip(hex(*low)),
            _ => None,
        };
        if let Some((high, low)) = code {
            out.push(high << 4 | low);
            rest = tail.get(2..).unwrap_or_default();
        } else {
            out.push(*first);
            rest = tail;
        }
    }
    String::from_utf8_lossy(&out).into_owned()
}

const fn hex(digit: u8) -> Option<u8> {
    match digit {
        b'0'..=b'9' => Some(digit - b'0'),
        b'A'..=b'F' => Some(digit - b'A' + 10),
        b'a'..=b'f' => Some(digit - b'a' + 10),
        _ => None,
    }
}
