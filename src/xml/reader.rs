//! The pull reader.

use std::{borrow::Cow, ops::Range};

use quick_xml::{errors::SyntaxError, events::Event as Raw};

use super::{
    MAX_DEPTH, Tag, XmlError, XmlProblem,
    chars::{first_illegal, is_space, lines_in},
    scope::Scopes,
    tag::{Flaw, reference, scan},
};

/// What a reader accepts beyond plain XML.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ReaderOptions {
    /// What to do with a document type declaration.
    pub doctype: Doctype,
}

/// What to do with a document type declaration.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub enum Doctype {
    /// Reject it: it can declare entities.
    #[default]
    Refused,
    /// Skip one that only names an external file (`<!DOCTYPE tmx SYSTEM "tmx14.dtd">`), which is never fetched.
    Plain,
}

/// One event of the pull reader.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Event<'a> {
    /// The start of an element.
    Start(Tag<'a>),
    /// The end of an element; for `<name/>` the span is empty and lies right after the tag.
    End {
        /// Its name as written.
        name: &'a str,
        /// Bytes of the end tag.
        span: Range<usize>,
    },
    /// Text inside the root element: references and CDATA resolved, line ends normalised to line feeds. Adjacent text
    /// may come as several events.
    Text {
        /// The text.
        text: Cow<'a, str>,
        /// Its bytes in the file.
        span: Range<usize>,
    },
    /// The end of the file.
    EndOfFile,
}

/// A pull reader of XML; the first error ends the reading.
#[derive(Debug)]
pub struct Reader<'a> {
    /// The file without its byte-order mark.
    text: &'a str,
    /// Length of the byte-order mark, added to every position.
    base: usize,
    inner: quick_xml::Reader<&'a [u8]>,
    options: ReaderOptions,
    scopes: Scopes<'a>,
    /// Names of the open elements, the innermost last.
    open: Vec<&'a str>,
    /// Where an empty element ended whose end event is still due.
    pending: Option<usize>,
    has_root: bool,
    /// The last position whose line was needed, and that line.
    last_line: (usize, usize),
}

impl<'a> Reader<'a> {
    /// A reader of `text`; a byte-order mark at the start is skipped. Fails at once if the text has characters that XML
    /// does not allow.
    pub fn new(text: &'a str, options: ReaderOptions) -> Result<Self, XmlError> {
        let (text, base) = text.strip_prefix('\u{FEFF}').map_or((text, 0), |rest| (rest, '\u{FEFF}'.len_utf8()));
        let mut inner = quick_xml::Reader::from_str(text);
        inner.config_mut().check_comments = true;
        let mut reader = Self {
            text,
            base,
            inner,
            options,
            scopes: Scopes::default(),
            open: Vec::new(),
            pending: None,
            has_root: false,
            last_line: (0, 1),
        };
        match first_illegal(text) {
            Some((at, code)) => Err(reader.error(at, XmlProblem::Character { code })),
            None => Ok(reader),
        }
    }

    /// Reads the next event.
    pub fn read(&mut self) -> Result<Event<'a>, XmlError> {
        if let Some(at) = self.pending.take() {
            let name = self.leave();
            return Ok(Event::End { name, span: self.base + at..self.base + at });
        }
        loop {
            let start = self.position();
            let event = match self.inner.read_event() {
                Ok(event) => event,
                Err(error) => return Err(self.syntax(&error)),
            };
            let span = start..self.position();
            match event {
                Raw::Start(_) => return self.start(span, false).map(Event::Start),
                Raw::Empty(_) => {
                    self.pending = Some(span.end);
                    return self.start(span, true).map(Event::Start);
                }
                Raw::End(_) => {
                    let name = self.leave();
                    return Ok(Event::End { name, span: self.shifted(&span) });
                }
                Raw::Text(_) => {
                    let raw = self.raw(&span);
                    if self.open.is_empty() {
                        self.require_space(&span)?;
                    } else if let Some(at) = raw.find("]]>") {
                        return Err(self.error(start + at, XmlProblem::Syntax { what: "`]]>` in text".to_owned() }));
                    } else if !raw.is_empty() {
                        return Ok(Event::Text { text: normalise_line_ends(raw), span: self.shifted(&span) });
                    }
                }
                Raw::CData(_) => {
                    self.require_open_element(start)?;
                    let raw = self.raw(&(start + "<![CDATA[".len()..span.end.saturating_sub("]]>".len())));
                    return Ok(Event::Text { text: normalise_line_ends(raw), span: self.shifted(&span) });
                }
                Raw::GeneralRef(_) => {
                    self.require_open_element(start)?;
                    let name = self.raw(&(start + 1..span.end.saturating_sub(1)));
                    let c = reference(name).map_err(|problem| self.error(start, problem))?;
                    return Ok(Event::Text { text: Cow::Owned(c.to_string()), span: self.shifted(&span) });
                }
                Raw::Decl(_) => self.declaration(&span)?,
                Raw::DocType(_) => self.doctype(&span)?,
                Raw::Comment(_) | Raw::PI(_) => {}
                Raw::Eof => return self.end().map(|()| Event::EndOfFile),
            }
        }
    }

    /// Skips the rest of the element whose start event was read last; returns the bytes of its end tag.
    pub fn skip(&mut self) -> Result<Range<usize>, XmlError> {
        let mut depth = 0_usize;
        loop {
            match self.read()? {
                Event::Start(_) => depth += 1,
                Event::End { span, .. } if depth == 0 => return Ok(span),
                Event::End { .. } => depth -= 1,
                Event::Text { .. } => {}
                Event::EndOfFile => {
                    let at = self.text.len();
                    return Err(self.error(at, XmlProblem::NoRoot));
                }
            }
        }
    }

    /// Reads the text of the element whose start event was read last, nested elements included; returns it and the
    /// bytes of the end tag.
    pub fn content(&mut self) -> Result<(String, Range<usize>), XmlError> {
        let mut depth = 0_usize;
        let mut out = String::new();
        loop {
            match self.read()? {
                Event::Start(_) => depth += 1,
                Event::End { span, .. } if depth == 0 => return Ok((out, span)),
                Event::End { .. } => depth -= 1,
                Event::Text { text, .. } => out.push_str(&text),
                Event::EndOfFile => {
                    let at = self.text.len();
                    return Err(self.error(at, XmlProblem::NoRoot));
                }
            }
        }
    }

    fn start(&mut self, span: Range<usize>, empty: bool) -> Result<Tag<'a>, XmlError> {
        let close = if empty { "/>".len() } else { ">".len() };
        let body = self.raw(&(span.start + 1..span.end.saturating_sub(close)));
        let (name, attributes) = scan(body, span.start + 1).map_err(|flaw| self.flaw(flaw))?;
        if self.open.is_empty() && self.has_root {
            return Err(self.error(span.start, XmlProblem::SecondRoot { name: name.to_owned() }));
        }
        self.has_root = true;
        self.open.push(name);
        let depth = self.open.len();
        if depth > MAX_DEPTH {
            return Err(self.error(span.start, XmlProblem::Depth));
        }
        for attribute in &attributes {
            let prefix = match attribute.name {
                "xmlns" => "",
                name => match name.strip_prefix("xmlns:") {
                    Some(prefix) => prefix,
                    None => continue,
                },
            };
            self.scopes.declare(depth, prefix, attribute.value.clone());
        }
        for attribute in &attributes {
            if let Some((prefix, _)) = attribute.name.split_once(':').filter(|(prefix, _)| *prefix != "xmlns") {
                self.namespace(prefix, attribute.span.start)?;
            }
        }
        let (prefix, local) = name.split_once(':').unwrap_or(("", name));
        let namespace = self.namespace(prefix, span.start)?;
        let line = self.line(span.start);
        let shift = |span: Range<usize>| self.base + span.start..self.base + span.end;
        let attributes = attributes.into_iter().map(|mut attribute| {
            attribute.span = shift(attribute.span);
            attribute.value_span = shift(attribute.value_span);
            attribute
        });
        Ok(Tag { name, local, namespace, attributes: attributes.collect(), empty, span: self.shifted(&span), line })
    }

    fn namespace(&mut self, prefix: &str, at: usize) -> Result<Cow<'a, str>, XmlError> {
        match self.scopes.resolve(prefix) {
            Some(namespace) => Ok(namespace),
            None => Err(self.error(at, XmlProblem::Prefix { prefix: prefix.to_owned() })),
        }
    }

    fn leave(&mut self) -> &'a str {
        self.scopes.leave(self.open.len());
        self.open.pop().unwrap_or_default()
    }

    fn declaration(&mut self, span: &Range<usize>) -> Result<(), XmlError> {
        if span.start != 0 {
            let what = "the XML declaration must be at the very beginning".to_owned();
            return Err(self.error(span.start, XmlProblem::Syntax { what }));
        }
        let body = self.raw(&(2..span.end.saturating_sub("?>".len())));
        let (_, attributes) = scan(body, 2).map_err(|flaw| self.flaw(flaw))?;
        match attributes.iter().find(|attribute| attribute.name == "encoding") {
            Some(encoding) if !encoding.value.eq_ignore_ascii_case("utf-8") => {
                let (at, encoding) = (encoding.value_span.start, encoding.value.to_string());
                Err(self.error(at, XmlProblem::Encoding { encoding }))
            }
            _ => Ok(()),
        }
    }

    fn doctype(&mut self, span: &Range<usize>) -> Result<(), XmlError> {
        let plain = self.options.doctype == Doctype::Plain && !self.raw(span).contains('[');
        if plain && !self.has_root { Ok(()) } else { Err(self.error(span.start, XmlProblem::Doctype)) }
    }

    fn end(&mut self) -> Result<(), XmlError> {
        let at = self.text.len();
        match self.open.last() {
            Some(name) => {
                let name = (*name).to_owned();
                Err(self.error(at, XmlProblem::Truncated { name }))
            }
            None if !self.has_root => Err(self.error(at, XmlProblem::NoRoot)),
            None => Ok(()),
        }
    }

    fn require_space(&mut self, span: &Range<usize>) -> Result<(), XmlError> {
        match self.raw(span).bytes().position(|b| !is_space(b)) {
            Some(at) => Err(self.error(span.start + at, XmlProblem::TextOutside)),
            None => Ok(()),
        }
    }

    fn require_open_element(&mut self, at: usize) -> Result<(), XmlError> {
        if self.open.is_empty() { Err(self.error(at, XmlProblem::TextOutside)) } else { Ok(()) }
    }

    /// Converts quick-xml's own error: a syntax error inside an open element means that the file is truncated.
    fn syntax(&mut self, error: &quick_xml::Error) -> XmlError {
        let at = usize::try_from(self.inner.error_position()).unwrap_or(usize::MAX).min(self.text.len());
        let problem = match (error, self.open.last()) {
            (quick_xml::Error::Syntax(SyntaxError::InvalidBangMarkup), _) | (_, None) => {
                XmlProblem::Syntax { what: error.to_string() }
            }
            (quick_xml::Error::Syntax(_), Some(name)) => XmlProblem::Truncated { name: (*name).to_owned() },
            _ => XmlProblem::Syntax { what: error.to_string() },
        };
        self.error(at, problem)
    }

    fn flaw(&mut self, (at, problem): Flaw) -> XmlError {
        self.error(at, problem)
    }

    fn error(&mut self, at: usize, problem: XmlProblem) -> XmlError {
        XmlError { offset: self.base + at, line: self.line(at), problem }
    }

    /// The line of a position; cheap as long as positions grow.
    fn line(&mut self, at: usize) -> usize {
        let (from, line) = if at < self.last_line.0 { (0, 1) } else { self.last_line };
        let bytes = self.text.as_bytes().get(from..at).unwrap_or_default();
        self.last_line = (at, line + lines_in(bytes));
        self.last_line.1
    }

    fn raw(&self, span: &Range<usize>) -> &'a str {
        self.text.get(span.clone()).unwrap_or_default()
    }

    fn position(&self) -> usize {
        usize::try_from(self.inner.buffer_position()).unwrap_or(usize::MAX)
    }

    const fn shifted(&self, span: &Range<usize>) -> Range<usize> {
        self.base + span.start..self.base + span.end
    }
}

/// Normalises line ends to line feeds (XML 1.0, 2.11).
fn normalise_line_ends(raw: &str) -> Cow<'_, str> {
    if raw.contains('\r') { Cow::Owned(raw.replace("\r\n", "\n").replace('\r', "\n")) } else { Cow::Borrowed(raw) }
}
