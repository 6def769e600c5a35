//! TMX translation memory files: reads versions 1.1 to 1.4, writes 1.4.

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
    /// The language of the sources; `None` if each unit may have its own (`*all*`).
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
    /// The date it was created or last changed, in the form of TMX: `20220322T101500Z`.
    pub date: Option<String>,
    /// The person or engine that created or last changed it.
    pub by: Option<String>,
    /// Its text in each language.
    pub variants: Vec<(Locale, Text)>,
}

/// An error in reading a translation memory.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum TmxError {
    /// The file is not well-formed XML.
    #[error(transparent)]
    Xml(#[from] XmlError),
    /// The root element is not `<tmx>`.
    #[error("this is not TMX but `<{root}>`")]
    NotTmx {
        /// The name of the root element.
        root: String,
    },
    /// The version of TMX is not 1.x.
    #[error("TMX {version} cannot be read")]
    Version {
        /// The declared version.
        version: String,
    },
    /// A newer tolmach wrote the file, in a form that this version does not know.
    #[error("line {line}: a newer tolmach wrote this (`{found}`; this version knows `{OWN}`)")]
    Newer {
        /// The line number, from 1.
        line: usize,
        /// The form that the file declares.
        found: String,
    },
}

/// The form that our files declare in the header (`o-tmf`); a later form has its number after the name.
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
        let tmx_errors = [
            Self::NotTmx { root: "html".to_owned() },
            Self::Version { version: "2.0".to_owned() },
            Self::Newer { line: 1, found: "tolmach 2".to_owned() },
        ];
        XmlError::all().into_iter().map(Self::Xml).chain(tmx_errors).collect()
    }
}

impl Tmx {
    /// Creates a memory of pairs of two languages for a translator's tool. It includes who made each pair, but not its
    /// neighbours.
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

    /// Returns the pairs of two languages. For the source, a text in a variety of the language counts (`en-GB` for
    /// `en`); the target may differ from the locale only in its region. The pairs count as made by people.
    #[must_use]
    pub fn pairs(&self, source: &Locale, target: &Locale) -> Vec<MemoryPair> {
        let pairs = self.units.iter().filter_map(|unit| {
            let exact = |language: &Locale| unit.variants.iter().find(|(locale, _)| locale == language);
            let variety = || unit.variants.iter().find(|(locale, _)| locale.language() == source.language());
            let (_, source) = exact(source).or_else(variety)?;
            let other_region = || {
                let target_id = target.identifier();
                unit.variants.iter().find(|(locale, _)| {
                    let id = locale.identifier();
                    id.language == target_id.language
                        && id.script == target_id.script
                        && id.variants().eq(target_id.variants())
                })
            };
            let (_, target) = exact(target).or_else(other_region)?;
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
    /// Returns a property's value.
    #[must_use]
    pub fn property(&self, name: &str) -> Option<&str> {
        self.properties.iter().find(|(kind, _)| kind == name).map(|(_, value)| value.as_str())
    }
}

/// A variant does not name a usable language.
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

/// A unit that is not used as it is.
pub(super) enum UnitProblem {
    /// None of its variants has a `<seg>`.
    NoText,
    /// It has two texts in a language.
    Twice { locale: Locale },
}

impl Problem for UnitProblem {
    fn rule(&self) -> &'static str {
        "tmx-unit"
    }

    fn id(&self) -> &'static str {
        match self {
            Self::NoText => "tmx-unit-no-text",
            Self::Twice { .. } => "tmx-unit-twice",
        }
    }

    fn args(&self) -> Args {
        match self {
            Self::NoText => Vec::new(),
            Self::Twice { locale } => vec![("locale", locale.to_string().into())],
        }
    }

    fn all() -> Vec<Self> {
        let twice = "be".parse().map(|locale| Self::Twice { locale });
        twice.into_iter().chain([Self::NoText]).collect()
    }
}

/// Reads a TMX file; a plain document type declaration is skipped. A variant without a usable language, and a unit
/// without text or with two texts in a language, are reported; of two, the first counts.
pub fn read(text: &str) -> Result<Parsed<Tmx>, TmxError> {
    let mut reader = Reader::new(text, ReaderOptions { doctype: Doctype::Plain })?;
    let mut tmx = Tmx { source: None, units: Vec::new() };
    let mut findings = Vec::new();
    let mut is_omegat = false;
    let mut depth = 0_usize;
    loop {
        match reader.read()? {
            Event::Start(tag) if depth == 0 => {
                check_root(&tag)?;
                depth = 1;
            }
            Event::Start(tag) if tag.local == "header" => {
                check_form(&tag)?;
                tmx.source = tag.get("srclang").and_then(parse_locale);
                // OmegaT's own memory has codes as words; its exports of other levels have elements.
                is_omegat = tag.get("creationtool") == Some("OmegaT");
                reader.skip()?;
            }
            Event::Start(tag) if tag.local == "body" => depth += 1,
            Event::Start(tag) if tag.local == "tu" => {
                let mut unit = read_unit(&mut reader, &tag, &mut findings)?;
                if is_omegat {
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

fn check_root(tag: &Tag<'_>) -> Result<(), TmxError> {
    if tag.local != "tmx" {
        return Err(TmxError::NotTmx { root: tag.local.to_owned() });
    }
    match tag.get("version") {
        Some(version) if !version.starts_with("1.") => Err(TmxError::Version { version: version.to_owned() }),
        _ => Ok(()),
    }
}

/// Fails on a form of ours that this version does not know.
fn check_form(header: &Tag<'_>) -> Result<(), TmxError> {
    let form = header.get("o-tmf").filter(|_| header.get("creationtool") == Some(OWN)).unwrap_or(OWN);
    if form == OWN { Ok(()) } else { Err(TmxError::Newer { line: header.line, found: form.to_owned() }) }
}

/// Parses a language as tools write it: `EN-US`, `be_BY`.
fn parse_locale(tag: &str) -> Option<Locale> {
    tag.replace('_', "-").parse().ok()
}

fn read_unit(reader: &mut Reader<'_>, tag: &Tag<'_>, findings: &mut Vec<Finding>) -> Result<TmxUnit, XmlError> {
    let mut unit = TmxUnit {
        id: tag.get("tuid").map(str::to_owned),
        date: tag.get("changedate").or_else(|| tag.get("creationdate")).map(str::to_owned),
        by: tag.get("changeid").or_else(|| tag.get("creationid")).map(str::to_owned),
        ..TmxUnit::default()
    };
    let mut numbers = Numbers::default();
    let mut language: Option<Locale> = None;
    let (mut in_variant, mut has_variants, mut has_text) = (false, false, false);
    loop {
        match reader.read()? {
            Event::Start(tag) if tag.local == "tuv" => {
                (in_variant, has_variants) = (true, true);
                let name = tag.get("xml:lang").or_else(|| tag.get("lang")).unwrap_or_default();
                language = parse_locale(name);
                if language.is_none() {
                    let place = Place { line: Some(tag.line), ..Place::default() };
                    findings.push(Finding::new(NoLanguageProblem { tag: name.to_owned() }, Severity::Minor, place));
                }
            }
            Event::Start(tag) if tag.local == "seg" && in_variant => {
                let text = inline::read(reader, &mut numbers)?;
                has_text = true;
                unit.variants.extend(language.take().map(|language| (language, text)));
            }
            Event::Start(tag) if tag.local == "prop" && !in_variant => {
                let (value, _) = reader.content()?;
                unit.properties.push((tag.get("type").unwrap_or_default().to_owned(), value));
            }
            Event::Start(_) => {
                reader.skip()?;
            }
            Event::End { .. } if in_variant => in_variant = false,
            Event::End { .. } | Event::EndOfFile => break,
            Event::Text { .. } => {}
        }
    }
    let problem = if has_variants && !has_text { Some(UnitProblem::NoText) } else { language_twice(&unit) };
    let place = Place { line: Some(tag.line), ..Place::default() };
    findings.extend(problem.map(|problem| Finding::new(problem, Severity::Minor, place)));
    Ok(unit)
}

/// The first language in which a unit has two different texts.
fn language_twice(unit: &TmxUnit) -> Option<UnitProblem> {
    let mut variants = unit.variants.iter().enumerate();
    let twice = variants.find(|(at, (locale, text))| {
        unit.variants.iter().take(*at).any(|(earlier, other)| earlier == locale && other != text)
    });
    twice.map(|(_, (locale, _))| UnitProblem::Twice { locale: locale.clone() })
}

/// Writes TMX 1.4. The same memory always gives the same bytes.
#[must_use]
pub fn write(tmx: &Tmx) -> String {
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<tmx version=\"1.4\">\n  <header");
    write_attribute(&mut out, "creationtool", OWN);
    write_attribute(&mut out, "creationtoolversion", env!("CARGO_PKG_VERSION"));
    write_attribute(&mut out, "segtype", "sentence");
    write_attribute(&mut out, "o-tmf", OWN);
    write_attribute(&mut out, "adminlang", "en");
    write_attribute(&mut out, "srclang", &tmx.source.as_ref().map_or_else(|| "*all*".to_owned(), Locale::to_string));
    write_attribute(&mut out, "datatype", "plaintext");
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
            write_attribute(out, name, value);
        }
    }
    out.push_str(">\n");
    for (name, value) in &unit.properties {
        out.push_str("      <prop");
        write_attribute(out, "type", name);
        out.push('>');
        escape_text(out, value);
        out.push_str("</prop>\n");
    }
    for (locale, text) in &unit.variants {
        out.push_str("      <tuv");
        write_attribute(out, "xml:lang", &locale.to_string());
        out.push_str("><seg>");
        inline::write(out, text);
        out.push_str("</seg></tuv>\n");
    }
    out.push_str("    </tu>\n");
}

fn write_attribute(out: &mut String, name: &str, value: &str) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    escape_attribute(out, value);
    out.push('"');
}
