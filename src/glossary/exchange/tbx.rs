//! TBX, the `TermBase` eXchange (ISO 30042:2019, version 3): dialect TBX-Basic is written in style DCA; DCA and DCT are
//! read, and so is version 2 (`<martif>`, ISO 30042:2008).
//!
//! A forbidden term is `deprecatedTerm-admn-sts`, a deprecated one `supersededTerm-admn-sts`. Fields that TBX-Basic
//! lacks (kind, class, forms and more) go into a note that begins with `tolmach:`, so that the file stays valid and
//! nothing is lost in a round trip.

use std::borrow::Cow;

use crate::{
    model::{Concept, Finding, Kind, Locale, Parsed, Severity, Term, Usage},
    xml::{Doctype, Event, Reader, ReaderOptions, Tag, escape_attribute, escape_text},
};

use super::{
    super::{
        read::{read_concept_options, read_options, trim},
        write::{concept_fields, quoted, term_options},
    },
    ExchangeError, ImportProblem, assign_ids, finding,
    ids::is_ncname,
};

const NAMESPACE: &str = "urn:iso:std:iso:30042:ed-2";

/// The beginning of a note written by tolmach.
const NOTE_PREFIX: &str = "tolmach: ";

const STATUSES: &[(&str, Usage)] = &[
    ("preferredTerm-admn-sts", Usage::Preferred),
    ("admittedTerm-admn-sts", Usage::Admitted),
    ("supersededTerm-admn-sts", Usage::Deprecated),
    ("deprecatedTerm-admn-sts", Usage::Forbidden),
];

/// Reads TBX; an invalid entry or section is a finding, and reading continues.
pub(super) fn read(path: &str, text: &str) -> Result<Parsed<Vec<Concept>>, ExchangeError> {
    let mut reader = Reader::new(text, ReaderOptions { doctype: Doctype::Plain })?;
    let mut file = File { path, findings: Vec::new(), concepts: Vec::new(), entry: None, language: None, term: None };
    let mut root = false;
    loop {
        match reader.read()? {
            Event::Start(tag) if !root => {
                check_root(&tag)?;
                root = true;
                if tag.local == "martif" {
                    let problem = ImportProblem::OldVersion { version: "TBX 2 (ISO 30042:2008)".to_owned() };
                    file.findings.push(finding(path, tag.line, Severity::Minor, problem));
                }
            }
            Event::Start(tag) => file.begin(&mut reader, &tag)?,
            Event::End { name, .. } => file.end(name),
            Event::Text { .. } => {}
            Event::EndOfFile => break,
        }
    }
    let concepts = assign_ids(&[], file.concepts);
    Ok(Parsed { value: concepts, findings: file.findings })
}

fn check_root(tag: &Tag<'_>) -> Result<(), ExchangeError> {
    match tag.local {
        "martif" => Ok(()),
        "tbx" if tag.namespace != NAMESPACE => Err(ExchangeError::Version { version: tag.namespace.to_string() }),
        "tbx" => match tag.get("style") {
            None | Some("dca" | "dct") => Ok(()),
            Some(style) => Err(ExchangeError::Version { version: format!("style {style}") }),
        },
        root => Err(ExchangeError::NotTbx { root: root.to_owned() }),
    }
}

/// A file being read.
struct File<'a> {
    path: &'a str,
    findings: Vec<Finding>,
    concepts: Vec<Concept>,
    entry: Option<TbxEntry>,
    /// The language of the open section; `None` if its tag is missing or invalid.
    language: Option<Locale>,
    term: Option<Term>,
}

/// An entry being read.
struct TbxEntry {
    concept: Concept,
    notes: Vec<String>,
    reasons: Vec<String>,
    has_kind: bool,
}

impl File<'_> {
    fn report(&mut self, line: usize, problem: ImportProblem) {
        self.findings.push(finding(self.path, line, Severity::Major, problem));
    }

    fn begin(&mut self, reader: &mut Reader<'_>, tag: &Tag<'_>) -> Result<(), ExchangeError> {
        // In style DCT, the element name is the category.
        let category = match tag.local {
            "descrip" | "termNote" | "xref" => tag.get("type").unwrap_or_default(),
            local => local,
        };
        match category {
            "conceptEntry" | "termEntry" => self.entry = Some(self.new_entry(tag)),
            "langSec" | "langSet" => {
                let name = tag.get("xml:lang").or_else(|| tag.get("lang")).unwrap_or_default().replace('_', "-");
                self.language = name.parse().ok();
                if self.language.is_none() {
                    self.report(tag.line, ImportProblem::NoLanguage { tag: name });
                }
            }
            "termSec" | "tig" | "ntig" => self.term = Some(Term { line: tag.line, ..Term::new("", Usage::Admitted) }),
            "term" => {
                let text = content(reader)?;
                if let Some(term) = &mut self.term {
                    term.text = text;
                }
            }
            "administrativeStatus" => {
                let status = content(reader)?;
                match (STATUSES.iter().find(|(name, _)| *name == status), &mut self.term) {
                    (Some((_, usage)), Some(term)) => term.usage = *usage,
                    (None, _) => {
                        let known = STATUSES.iter().map(|(name, _)| *name).collect::<Vec<_>>().join(", ");
                        let problem = ImportProblem::UnknownStatus { status, known };
                        self.findings.push(finding(self.path, tag.line, Severity::Minor, problem));
                    }
                    _ => {}
                }
            }
            "partOfSpeech" | "termType" => {
                let word = content(reader)?;
                let kind = match word.as_str() {
                    "adjective" => Some(Kind::Adj),
                    "noun" => Some(Kind::Noun),
                    "acronym" | "abbreviation" | "initialism" => Some(Kind::Abbr),
                    "phrase" | "phraseologicalUnit" | "setPhrase" => Some(Kind::Phrase),
                    _ => None,
                };
                if let (Some(entry), Some(kind)) = (&mut self.entry, kind)
                    && !entry.has_kind
                {
                    entry.concept.kind = kind;
                }
            }
            "definition" | "subjectField" => {
                let text = content(reader)?;
                if let Some(entry) = self.entry.as_mut().filter(|_| !text.is_empty()) {
                    let field = match category {
                        "definition" => &mut entry.concept.definition,
                        _ => &mut entry.concept.domain,
                    };
                    field.get_or_insert(text);
                }
            }
            "externalCrossReference" => {
                let target = tag.get("target").map(str::to_owned);
                let text = content(reader)?;
                if let Some(entry) = &mut self.entry {
                    entry.concept.links.push(target.unwrap_or(text));
                }
            }
            "note" => self.note(tag.line, content(reader)?),
            "tbxHeader" | "martifHeader" | "back" | "transacGrp" | "transac" | "admin" | "ref" | "xGraphic" => {
                reader.skip()?;
            }
            _ => {}
        }
        Ok(())
    }

    fn new_entry(&self, tag: &Tag<'_>) -> TbxEntry {
        let concept = Concept::new(tag.get("id").map(trim).unwrap_or_default().to_owned(), self.path, tag.line);
        TbxEntry { concept, notes: Vec::new(), reasons: Vec::new(), has_kind: false }
    }

    fn note(&mut self, line: usize, text: String) {
        let Some(entry) = &mut self.entry else { return };
        let part = match (text.strip_prefix(NOTE_PREFIX), &mut self.term) {
            (None, Some(_)) => {
                entry.reasons.push(text);
                return;
            }
            (None, None) => {
                entry.notes.push(text);
                return;
            }
            (Some(options), Some(term)) => read_options(options, term).err(),
            (Some(options), None) => {
                entry.has_kind = true;
                read_concept_options(options, &mut entry.concept).err()
            }
        };
        if let Some(part) = part {
            self.report(line, ImportProblem::Options { text, part });
        }
    }

    fn end(&mut self, name: &str) {
        match name.rsplit(':').next().unwrap_or_default() {
            "termSec" | "tig" | "ntig" => {
                let Some((mut term, entry)) = self.term.take().zip(self.entry.as_mut()) else { return };
                let reasons = std::mem::take(&mut entry.reasons);
                term.reason = (!reasons.is_empty()).then(|| reasons.join("\n"));
                let Some(language) = &self.language else { return };
                if term.text.is_empty() {
                    let id = entry.concept.id.clone();
                    self.report(term.line, ImportProblem::EmptyTerm { id });
                } else {
                    entry.concept.terms.entry(language.clone()).or_default().push(term);
                }
            }
            "langSec" | "langSet" => self.language = None,
            "conceptEntry" | "termEntry" => {
                let Some(TbxEntry { mut concept, notes, .. }) = self.entry.take() else { return };
                concept.note = (!notes.is_empty()).then(|| notes.join("\n"));
                if concept.terms.is_empty() {
                    self.report(concept.line, ImportProblem::NoTerms { id: concept.id, table: false });
                    return;
                }
                for terms in concept.terms.values_mut() {
                    terms.sort_by_key(|term| std::cmp::Reverse(term.usage));
                }
                self.concepts.push(concept);
            }
            _ => {}
        }
    }
}

fn content(reader: &mut Reader<'_>) -> Result<String, ExchangeError> {
    let (text, _) = reader.content()?;
    Ok(trim(&text).to_owned())
}

/// Writes TBX-Basic in style DCA.
pub(super) fn write(concepts: &[Concept], language: &Locale) -> String {
    let mut out = String::from("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<tbx");
    attribute(&mut out, "xmlns", NAMESPACE);
    attribute(&mut out, "type", "TBX-Basic");
    attribute(&mut out, "style", "dca");
    attribute(&mut out, "xml:lang", &language.to_string());
    out.push_str(">\n  <tbxHeader>\n    <fileDesc>\n      <sourceDesc>\n        <p>Written by tolmach ");
    out.push_str(env!("CARGO_PKG_VERSION"));
    out.push_str("</p>\n      </sourceDesc>\n    </fileDesc>\n  </tbxHeader>\n  <text>\n    <body>\n");
    let ids: std::collections::HashSet<&str> = concepts.iter().map(|concept| concept.id.as_str()).collect();
    let mut last_number = 0_usize;
    for concept in concepts {
        let id = if is_ncname(&concept.id) {
            Cow::Borrowed(concept.id.as_str())
        } else {
            loop {
                last_number += 1;
                let name = format!("c{last_number}");
                if !ids.contains(name.as_str()) {
                    break Cow::Owned(name);
                }
            }
        };
        write_entry(&mut out, concept, &id);
    }
    out.push_str("    </body>\n  </text>\n</tbx>\n");
    out
}

fn write_entry(out: &mut String, concept: &Concept, id: &str) {
    out.push_str("      <conceptEntry");
    attribute(out, "id", id);
    out.push_str(">\n");
    for (category, text) in [("subjectField", &concept.domain), ("definition", &concept.definition)] {
        if let Some(text) = text {
            element(out, 8, "descrip", &[("type", category)], text);
        }
    }
    if let Some(note) = &concept.note {
        element(out, 8, "note", &[], note);
    }
    let mut rest = Concept { definition: None, domain: None, note: None, ..concept.clone() };
    if concept.links.iter().all(|link| link.starts_with("http://") || link.starts_with("https://")) {
        rest.links = Vec::new();
        for link in &concept.links {
            element(out, 8, "xref", &[("type", "externalCrossReference"), ("target", link)], link);
        }
    }
    let mut options: Vec<String> = concept_fields(&rest).lines().map(str::to_owned).collect();
    if id != concept.id {
        options.insert(0, format!("id = {}", quoted(&concept.id)));
    }
    element(out, 8, "note", &[], &format!("{NOTE_PREFIX}{}", options.join(", ")));
    for (locale, terms) in &concept.terms {
        out.push_str("        <langSec");
        attribute(out, "xml:lang", &locale.to_string());
        out.push_str(">\n");
        for term in terms {
            write_term(out, term, concept.kind);
        }
        out.push_str("        </langSec>\n");
    }
    out.push_str("      </conceptEntry>\n");
}

fn write_term(out: &mut String, term: &Term, kind: Kind) {
    out.push_str("          <termSec>\n");
    element(out, 12, "term", &[], &term.text);
    let status = STATUSES.iter().find(|(_, usage)| *usage == term.usage).map_or("", |(name, _)| *name);
    element(out, 12, "termNote", &[("type", "administrativeStatus")], status);
    match kind {
        Kind::Adj => element(out, 12, "termNote", &[("type", "partOfSpeech")], "adjective"),
        Kind::Person | Kind::Place | Kind::Org | Kind::Noun => {
            element(out, 12, "termNote", &[("type", "partOfSpeech")], "noun");
        }
        Kind::Abbr => element(out, 12, "termNote", &[("type", "termType")], "abbreviation"),
        Kind::Phrase => element(out, 12, "termNote", &[("type", "termType")], "phrase"),
        Kind::Term | Kind::Title => {}
    }
    if let Some(reason) = &term.reason {
        element(out, 12, "note", &[], reason);
    }
    let class = term.class.iter().map(|class| format!("class = {}", quoted(class)));
    let options: Vec<String> = class.chain(term_options(term)).collect();
    if !options.is_empty() {
        element(out, 12, "note", &[], &format!("{NOTE_PREFIX}{}", options.join(", ")));
    }
    out.push_str("          </termSec>\n");
}

fn element(out: &mut String, indent: usize, name: &str, attributes: &[(&str, &str)], text: &str) {
    out.extend(std::iter::repeat_n(' ', indent));
    out.push('<');
    out.push_str(name);
    for (key, value) in attributes {
        attribute(out, key, value);
    }
    out.push('>');
    escape_text(out, text);
    out.push_str("</");
    out.push_str(name);
    out.push_str(">\n");
}

fn attribute(out: &mut String, name: &str, value: &str) {
    out.push(' ');
    out.push_str(name);
    out.push_str("=\"");
    escape_attribute(out, value);
    out.push('"');
}
