//! Translation memory files: TMX 1.1 to 1.4 are read, 1.4 is written.

use super::{
    MemoryPair,
    inline::{self, Numbers},
};
use crate::{
    model::{Args, Finding, Hinted, Locale, Message, Origin, Parsed, Place, Problem, Severity, State, Text},
    xml::{Doctype, Event, Reader, ReaderOptions, Tag, XmlError, escape_attribute, escape_text},
};

/// A translation memory file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Tmx {
    /// The language of the sources; `None` when each unit may have its own (`*all*`).
    pub source: Option<Locale>,
    /// Its units in the file's order.
    pub units: Vec<TmxUnit>,
}

/// A sentence in several languages.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TmxUnit {
    /// Its name (`tuid`).
    pub id: Option<String>,
    /// Properties by `type`.
    pub properties: Vec<(String, String)>,
    /// When it was made, in the form of TMX: `20220322T101500Z`.
    pub date: Option<String>,
    /// Who made or last changed it.
    pub by: Option<String>,
    /// Its wordings.
    pub variants: Vec<(Locale, Text)>,
}

/// A file that is no translation memory.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TmxError {
    /// It is not XML, or broken XML.
    #[error(transparent)]
    Xml(#[from] XmlError),
    /// Its root element is not `<tmx>`.
    #[error("this is not TMX but `<{root}>`")]
    NotTmx {
        /// The root element found.
        root: String,
    },
    /// It is another version of TMX than 1.x.
    #[error("TMX {version} cannot be read")]
    Version {
        /// The version it declares.
        version: String,
    },
    /// A newer tolmach wrote it, in a way that this one does not know.
    #[error("line {line}: a newer tolmach wrote this (`{found}`, and this one knows `{OWN}`)")]
    Newer {
        /// Line of the file, from 1.
        line: usize,
        /// The mark of the file's version.
        found: String,
    },
}

/// How files of ours name their form in the header (`o-tmf`); a later form has its number behind the name.
const OWN: &str = "tolmach";

impl Hinted for TmxError {
    fn hint(&self) -> Option<Message> {
        Some(Message::new(match self {
            Self::Xml(error) => return error.hint(),
            Self::NotTmx { .. } => "hint-tmx-file",
            Self::Version { .. } => "hint-tmx-version",
            Self::Newer { .. } => "hint-newer",
        }))
    }

    fn all() -> Vec<Self> {
        let own = [
            Self::NotTmx { root: "html".to_owned() },
            Self::Version { version: "2.0".to_owned() },
            Self::Newer { line: 1, found: "tolmach 2".to_owned() },
        ];
        XmlError::all().into_iter().map(Self::Xml).chain(own).collect()
    }
}

impl Tmx {
    /// A memory of pairs of two languages, for a translator's tool. Who made a pair is told, its neighbours are not.
    #[must_use]
    pub fn of(pairs: &[MemoryPair], source: &Locale, target: &Locale) -> Self {
        let units = pairs.iter().map(|pair| TmxUnit {
            by: match &pair.origin {
                Origin::Human { by } => by.clone(),
                Origin::Machine { engine } => Some(engine.clone()),
                Origin::Memory { .. } | Origin::Source => None,
            },
            variants: vec![(source.clone(), pair.source.clone()), (target.clone(), pair.target.clone())],
            ..TmxUnit::default()
        });
        Self { source: Some(source.clone()), units: units.collect() }
    }

    /// The pairs of two languages. A wording in a variety of the source language counts (`en-GB` for `en`), for the
    /// target only the very language does. People are taken to have made them.
    #[must_use]
    pub fn pairs(&self, source: &Locale, target: &Locale) -> Vec<MemoryPair> {
        let pairs = self.units.iter().filter_map(|unit| {
            let exact = |wanted: &Locale| unit.variants.iter().find(|(locale, _)| locale == wanted);
            let variety = || unit.variants.iter().find(|(locale, _)| locale.language() == source.language());
            let (_, source) = exact(source).or_else(variety)?;
            let near = || {
                let wanted = target.identifier();
                unit.variants.iter().find(|(locale, _)| {
                    let found = locale.identifier();
                    found.language == wanted.language
                        && found.script == wanted.script
                        && found.variants().eq(wanted.variants())
                })
            };
            let (_, target) = exact(target).or_else(near)?;
            Some(MemoryPair {
                source: source.clone(),
                target: target.clone(),
                context: None,
                state: State::Translated,
                origin: Origin::Human { by: unit.by.clone() },
            })
        });
        pairs.collect()
    }
}

impl TmxUnit {
    /// A property's value.
    #[must_use]
    pub fn property(&self, name: &str) -> Option<&str> {
        self.properties.iter().find(|(kind, _)| kind == name).map(|(_, value)| value.as_str())
    }
}

/// A wording names no language that can be used.
pub(super) struct NoLanguageProblem {
    tag: String,
}

impl Problem for NoLanguageProblem {
    fn rule(&self) -> &'static str {
        "tmx-language"
    }

    fn id(&self) -> &'static str {
        "tmx-language"
    }

    fn args(&self) -> Args {
        vec![("tag", (&self.tag).into())]
    }

    fn all() -> Vec<Self> {
        vec![Self { tag: "x".to_owned() }]
    }
}

/// Reads a TMX file; a plain document type declaration is passed over. A wording without a usable language is told and
/// left out.
pub fn read(text: &str) -> Result<Parsed<Tmx>, TmxError> {
    let mut reader = Reader::new(text, ReaderOptions { doctype: Doctype::Plain })?;
    let mut tmx = Tmx { source: None, units: Vec::new() };
    let mut findings = Vec::new();
    let mut omegat = false;
    let mut depth = 0_usize;
    loop {
        match reader.read()? {
            Event::Start(tag) if depth == 0 => {
                root(&tag)?;
                depth = 1;
            }
            Event::Start(tag) if tag.local == "header" => {
                own_version(&tag)?;
                tmx.source = tag.get("srclang").and_then(locale);
                // Its own memory has codes as words; its exports of other levels have elements.
                omegat = tag.get("creationtool") == Some("OmegaT");
                reader.skip()?;
            }
            Event::Start(tag) if tag.local == "body" => depth += 1,
            Event::Start(tag) if tag.local == "tu" => {
                let mut unit = unit(&mut reader, &tag, &mut findings)?;
                if omegat {
                    for (_, text) in unit.variants.iter_mut().filter(|(_, text)| text.codes.is_empty()) {
                        *text = inline::from_omegat(text);
                    }
                }
                tmx.units.push(unit);
            }
            Event::Start(_) => {
                reader.skip()?;
            }
            Event::End { .. } => depth = depth.saturating_sub(1),
            Event::Text { .. } => {}
            Event::EndOfFile => return Ok(Parsed { value: tmx, findings }),
        }
    }
}

fn root(tag: &Tag<'_>) -> Result<(), TmxError> {
    if tag.local != "tmx" {
        return Err(TmxError::NotTmx { root: tag.local.to_owned() });
    }
    match tag.get("version") {
        Some(version) if !version.starts_with("1.") => Err(TmxError::Version { version: version.to_owned() }),
        _ => Ok(()),
    }
}

/// Fails on a form of ours that this version does not know.
fn own_version(header: &Tag<'_>) -> Result<(), TmxError> {
    let form = header.get("o-tmf").filter(|_| header.get("creationtool") == Some(OWN)).unwrap_or(OWN);
    if form == OWN { Ok(()) } else { Err(TmxError::Newer { line: header.line, found: form.to_owned() }) }
}

/// A language as tools write it: `EN-US`, `be_BY`.
fn locale(tag: &str) -> Option<Locale> {
    tag.replace('_', "-").parse().ok()
}

fn unit(reader: &mut Reader<'_>, tag: &Tag<'_>, findings: &mut Vec<Finding>) -> Result<TmxUnit, XmlError> {
    let mut unit = TmxUnit {
        id: tag.get("tuid").map(str::to_owned),
        date: tag.get("changedate").or_else(|| tag.get("creationdate")).map(str::to_owned),
        by: tag.get("changeid").or_else(|| tag.get("creationid")).map(str::to_owned),
        ..TmxUnit::default()
    };
    let mut numbers = Numbers::default();
    let mut language: Option<Locale> = None;
    let mut inside = false;
    loop {
        match reader.read()? {
            Event::Start(tag) if tag.local == "tuv" => {
                inside = true;
                let name = tag.get("xml:lang").or_else(|| tag.get("lang")).unwrap_or_default();
                language = locale(name);
                if language.is_none() {
                    let place = Place { line: Some(tag.line), ..Place::default() };
                    findings.push(Finding::new(NoLanguageProblem { tag: name.to_owned() }, Severity::Minor, place));
                }
            }
            Event::Start(tag) if tag.local == "seg" && inside => {
                let text = inline::read(reader, &mut numbers)?;
                unit.variants.extend(language.take().map(|language| (language, text)));
            }
            Event::Start(tag) if tag.local == "prop" && !inside => {
                let (value, _) = reader.content()?;
                unit.properties.push((tag.get("type").unwrap_or_default().to_owned(), value));
            }
            Event::Start(_) => {
                reader.skip()?;
            }
            Event::End { .. } if inside => inside = false,
            Event::End { .. } | Event::EndOfFile => return Ok(unit),
            Event::Text { .. } => {}
        }
    }
}

/// Writes TMX 1.4. The same memory gives the same bytes.
#[must_use]
pub fn write(tmx: &Tmx) -> String {
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<tmx version=\"1.4\">\n  <header");
    attribute(&mut out, "creationtool", OWN);
    attribute(&mut out, "creationtoolversion", env!("CARGO_PKG_VERSION"));
    attribute(&mut out, "segtype", "sentence");
    attribute(&mut out, "o-tmf", OWN);
    attribute(&mut out, "adminlang", "en");
    attribute(&mut out, "srclang", &tmx.source.as_ref().map_or_else(|| "*all*".to_owned(), Locale::to_string));
    attribute(&mut out, "datatype", "plaintext");
    out.push_str("/>\n  <body>\n");
    for unit in &tmx.units {
        write_unit(&mut out, unit);
    }
    out.push_str("  </body>\n</tmx>\n");
    out
}

fn write_unit(out: &mut String, unit: &TmxUnit) {
    out.push_str("    <tu");
    for (name, value) in [("tuid", &unit.id), ("creationdate", &unit.date), ("creationid", &unit.by)] {
        if let Some(value) = value {
            attribute(out, name, value);
        }
    }
    out.push_str(">\n");
    for (name, value) in &unit.properties {
        out.push_str("      <prop");
        attribute(out, "type", name);
        out.push('>');
        escape_text(out, value);
        out.push_str("</prop>\n");
    }
    for (locale, text) in &unit.variants {
        out.push_str("      <tuv");
        attribute(out, "xml:lang", &locale.to_string());
        out.push_str("><seg>");
        inline::write(out, text);
        out.push_str("</seg></tuv>\n");
    }
    out.push_str("    </tu>\n");
}

fn attribute(out: &mut String, name: &str, value: &str) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    escape_attribute(out, value);
    out.push('"');
}
