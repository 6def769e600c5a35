//! The outline of an XLIFF file: groups and units with their byte spans. Reading interprets it, updating edits it.

use std::{collections::HashSet, ops::Range};

use super::{
    extradata::{self, MARK},
    inline,
    names::{Numbers, obsolete_id},
};
use crate::{
    bilingual::BilingualError,
    model::{Args, Finding, Place, Problem, Problems, Severity, Text},
    xml::{Doctype, Event, Reader, ReaderOptions, Tag},
};

/// Prefix of the namespaces of XLIFF 1.x.
const NAMESPACE: &str = "urn:oasis:names:tc:xliff:document:1";

/// The first `<file>` of an XLIFF file.
#[derive(Debug)]
pub(super) struct Outline<'a> {
    /// Its start tag.
    pub(super) file: Tag<'a>,
    /// Byte span between `<body>` and `</body>`.
    pub(super) body: Range<usize>,
    /// Whether the body is one tag, `<body/>`.
    pub(super) empty_body: bool,
    /// Groups and units in the order in which they begin.
    pub(super) items: Vec<Item<'a>>,
    /// The problems found on the way.
    pub(super) findings: Vec<Finding>,
}

/// An item of the body.
#[derive(Debug)]
pub(super) enum Item<'a> {
    /// A group begins.
    Open(Tag<'a>),
    /// A group ends; the byte span of its end tag.
    Close(Range<usize>),
    /// A unit.
    Unit(Box<RawUnit<'a>>),
}

impl Item<'_> {
    /// Returns the byte span of the tag or of the whole unit.
    pub(super) const fn span(&self) -> &Range<usize> {
        match self {
            Self::Open(tag) => &tag.span,
            Self::Close(span) => span,
            Self::Unit(unit) => &unit.span,
        }
    }
}

/// A `<trans-unit>`.
#[derive(Debug)]
pub(super) struct RawUnit<'a> {
    /// Its start tag.
    pub(super) tag: Tag<'a>,
    /// Byte span of the whole element.
    pub(super) span: Range<usize>,
    /// The source; a unit without one is not listed.
    pub(super) source: Content<'a>,
    /// Where a target may be inserted: after the source and the segmented source.
    pub(super) target_at: usize,
    /// The target.
    pub(super) target: Option<Content<'a>>,
    /// The notes.
    pub(super) notes: Vec<RawNote>,
}

/// A `<source>` or `<target>`.
#[derive(Debug)]
pub(super) struct Content<'a> {
    /// Its start tag.
    pub(super) tag: Tag<'a>,
    /// Byte span between start and end tag; empty after an empty-element tag.
    pub(super) inner: Range<usize>,
    /// End of the element.
    pub(super) end: usize,
    /// Its text.
    pub(super) text: Text,
}

/// A `<note>` of a unit.
#[derive(Debug)]
pub(super) struct RawNote {
    /// Who wrote it.
    pub(super) from: Option<String>,
    /// Its text.
    pub(super) text: String,
    /// Byte span of the whole element.
    pub(super) span: Range<usize>,
    /// Byte span between start and end tag; `None` for an empty-element tag.
    pub(super) inner: Option<Range<usize>>,
}

/// The file has more articles than the one that is read.
struct OtherFilesProblem {
    count: usize,
}

impl Problem for OtherFilesProblem {
    fn rule(&self) -> &'static str {
        "bilingual-files"
    }

    fn id(&self) -> &'static str {
        "bilingual-files"
    }

    fn args(&self) -> Args {
        vec![("count", self.count.into())]
    }

    fn all() -> Vec<Self> {
        vec![Self { count: 2 }]
    }
}

/// A segment has no usable id.
pub(super) struct NoUnitIdProblem;

impl Problem for NoUnitIdProblem {
    fn rule(&self) -> &'static str {
        "bilingual-unit-id"
    }

    fn id(&self) -> &'static str {
        "bilingual-unit-id"
    }

    fn all() -> Vec<Self> {
        vec![Self]
    }
}

/// A segment has no source sentence.
struct NoUnitSourceProblem {
    unit: String,
}

impl Problem for NoUnitSourceProblem {
    fn rule(&self) -> &'static str {
        "bilingual-unit-source"
    }

    fn id(&self) -> &'static str {
        "bilingual-unit-source"
    }

    fn args(&self) -> Args {
        vec![("unit", (&self.unit).into())]
    }

    fn all() -> Vec<Self> {
        vec![Self { unit: "961ac15519d7".to_owned() }]
    }
}

/// Returns every problem that outlining a file can report.
pub(super) fn problems() -> [Problems; 3] {
    [Problems::of::<OtherFilesProblem>(), Problems::of::<NoUnitIdProblem>(), Problems::of::<NoUnitSourceProblem>()]
}

/// Reads the outline of the first `<file>`.
pub(super) fn outline(text: &str) -> Result<Outline<'_>, BilingualError> {
    let mut reader = Reader::new(text, ReaderOptions { doctype: Doctype::Plain })?;
    let mut outline: Option<Outline<'_>> = None;
    let mut file: Option<Tag<'_>> = None;
    let mut others = 0_usize;
    let mut depth = 0_usize;
    loop {
        match reader.read()? {
            Event::Start(tag) if depth == 0 => {
                root(&tag)?;
                depth = 1;
            }
            Event::Start(tag) if is_xliff(&tag) && tag.local == "file" && depth == 1 => {
                if outline.is_some() {
                    others += 1;
                    reader.skip()?;
                } else {
                    file = Some(tag);
                    depth = 2;
                }
            }
            Event::Start(tag) if is_xliff(&tag) && tag.local == "body" && outline.is_none() && depth == 2 => {
                if let Some(file) = file.take() {
                    outline = Some(body(&mut reader, file, &tag)?);
                } else {
                    reader.skip()?;
                }
            }
            Event::Start(_) => {
                reader.skip()?;
            }
            Event::End { .. } => depth = depth.saturating_sub(1),
            Event::Text { .. } => {}
            Event::EndOfFile => break,
        }
    }
    let mut outline = outline.ok_or(BilingualError::Empty)?;
    if others > 0 {
        let place = Place { line: Some(outline.file.line), ..Place::default() };
        outline.findings.push(Finding::new(OtherFilesProblem { count: others }, Severity::Major, place));
    }
    Ok(outline)
}

fn root(tag: &Tag<'_>) -> Result<(), BilingualError> {
    if tag.local != "xliff" {
        return Err(BilingualError::NotXliff { root: tag.local.to_owned() });
    }
    match tag.get("version") {
        Some(version) if !version.starts_with("1.") => Err(BilingualError::Version { version: version.to_owned() }),
        _ => Ok(()),
    }
}

/// Whether an element is XLIFF's; one without a namespace counts as XLIFF's.
pub(super) fn is_xliff(tag: &Tag<'_>) -> bool {
    tag.namespace.is_empty() || tag.namespace.starts_with(NAMESPACE)
}

fn body<'a>(reader: &mut Reader<'a>, file: Tag<'a>, body: &Tag<'a>) -> Result<Outline<'a>, BilingualError> {
    let mut items = Vec::new();
    let mut findings = Vec::new();
    let mut groups = 0_usize;
    loop {
        match reader.read()? {
            Event::Start(tag) if is_xliff(&tag) && tag.local == "group" => {
                groups += 1;
                items.push(Item::Open(tag));
            }
            Event::Start(tag) if is_xliff(&tag) && tag.local == "trans-unit" => {
                if let Some(unit) = unit(reader, tag, &mut findings)? {
                    items.push(Item::Unit(Box::new(unit)));
                }
            }
            Event::Start(_) => {
                reader.skip()?;
            }
            Event::End { span, .. } if groups == 0 => {
                let body_span = body.span.end..span.start;
                return Ok(Outline { file, body: body_span, empty_body: body.empty, items, findings });
            }
            Event::End { span, .. } => {
                groups -= 1;
                items.push(Item::Close(span));
            }
            Event::Text { .. } => {}
            Event::EndOfFile => return Err(BilingualError::Empty),
        }
    }
}

fn unit<'a>(
    reader: &mut Reader<'a>,
    tag: Tag<'a>,
    findings: &mut Vec<Finding>,
) -> Result<Option<RawUnit<'a>>, BilingualError> {
    if let Some(mark) = tag.get("extradata").and_then(extradata::other_version) {
        return Err(BilingualError::Newer { line: tag.line, found: mark.to_owned(), known: MARK });
    }
    let mut numbers = Numbers::default();
    let (mut source, mut target, mut notes) = (None, None, Vec::new());
    let mut target_at = 0;
    let span = loop {
        match reader.read()? {
            Event::Start(inner) if is_xliff(&inner) => match inner.local {
                "source" if source.is_none() => {
                    let content = content(reader, inner, &mut numbers)?;
                    target_at = content.end;
                    source = Some(content);
                }
                "target" if target.is_none() => target = Some(content(reader, inner, &mut numbers)?),
                "seg-source" if target.is_none() => target_at = reader.skip()?.end,
                "note" => notes.push(note(reader, &inner)?),
                // An `<alt-trans>` holds a source and a target of its own.
                _ => {
                    reader.skip()?;
                }
            },
            Event::Start(_) => {
                reader.skip()?;
            }
            Event::End { span, .. } => break tag.span.start..span.end,
            Event::Text { .. } | Event::EndOfFile => {}
        }
    };
    let place = Place { line: Some(tag.line), ..Place::default() };
    let name = tag.get("id").unwrap_or_default().to_owned();
    if name.is_empty() {
        findings.push(Finding::new(NoUnitIdProblem, Severity::Major, place));
        return Ok(None);
    }
    let Some(source) = source else {
        findings.push(Finding::new(NoUnitSourceProblem { unit: name }, Severity::Major, place));
        return Ok(None);
    };
    Ok(Some(RawUnit { tag, span, source, target_at, target, notes }))
}

fn content<'a>(reader: &mut Reader<'a>, tag: Tag<'a>, numbers: &mut Numbers) -> Result<Content<'a>, BilingualError> {
    let (text, end) = inline::read(reader, numbers)?;
    Ok(Content { inner: tag.span.end..end.start, end: end.end, tag, text })
}

fn note(reader: &mut Reader<'_>, tag: &Tag<'_>) -> Result<RawNote, BilingualError> {
    let (text, end) = reader.content()?;
    Ok(RawNote {
        from: tag.get("from").map(str::to_owned),
        text,
        span: tag.span.start..end.end,
        inner: (!tag.empty).then_some(tag.span.end..end.start),
    })
}

/// Whether a unit is ours and not added by another tool.
pub(super) fn is_own(unit: &RawUnit<'_>) -> bool {
    unit.tag.get("id").and_then(obsolete_id).is_some()
}

/// Returns our units with their places among the items; of duplicate names only the first.
pub(super) fn own_units<'o, 'a>(outline: &'o Outline<'a>) -> Vec<(usize, &'o RawUnit<'a>)> {
    let mut seen = HashSet::new();
    let units = outline.items.iter().enumerate().filter_map(|(index, item)| match item {
        Item::Unit(unit) if is_own(unit) && seen.insert(unit.tag.get("id")) => Some((index, &**unit)),
        _ => None,
    });
    units.collect()
}
