//! The strict XML reader and the escaping writers.

use proptest::prelude::*;
use tolmach::xml::{
    self, Doctype, Event, MAX_DEPTH, Reader, ReaderOptions, XmlError, decode, escape_attribute, escape_text,
};

use crate::{cases, support::hint};

/// All events of a file, one line each.
fn events(file: &str) -> Result<Vec<String>, XmlError> {
    events_with(file, ReaderOptions::default())
}

fn events_with(file: &str, options: ReaderOptions) -> Result<Vec<String>, XmlError> {
    let mut reader = Reader::new(file, options)?;
    let mut out = Vec::new();
    loop {
        out.push(match reader.read()? {
            Event::Start(tag) => {
                let attributes: Vec<_> = tag
                    .attributes
                    .iter()
                    .map(|a| format!("{}={}", &file[a.span.start..][..a.name.len()], a.value))
                    .collect();
                format!("{}: <{{{}}}{} {}>", tag.line, tag.namespace, tag.local, attributes.join(" "))
            }
            Event::End { name, span } => format!("</{name}> {}", &file[span]),
            Event::Text { text, .. } => format!("{text:?}"),
            Event::EndOfFile => return Ok(out),
        });
    }
}

#[test]
fn anything_but_strict_xml_is_refused_with_its_line() {
    for case in cases::lines("formats/xml-refused.txt") {
        let line = format!("{}: {}", case.place(), *case);
        let mut parts = case.splitn(3, '|').map(str::trim);
        let (says, at, file) = (parts.next().unwrap(), parts.next().unwrap(), parts.next().unwrap());
        let file = file.replace("\\n", "\n").replace("\\0", "\0").replace("\\v", "\u{b}").replace("\\e", "\u{1b}");
        let file = file.replace("\\f", "\u{FFFF}");
        let error = events(&file).expect_err(&line);
        assert!(error.to_string().contains(says), "{line}\n{error}");
        assert_eq!(error.line.to_string(), at, "{line}\n{error}");
        assert!(error.offset <= file.len(), "{line}\n{error}");
        assert!(!hint(&error).is_empty() && !hint(&error).ends_with('.'), "{line}");
    }
}

#[test]
fn strict_xml_is_read_with_its_positions() {
    let file = "\u{FEFF}<?xml version='1.0' encoding='UTF-8'?>\r\n<!-- c --><?pi?>\r\n<a xmlns=\"urn:a\" xmlns:b='urn:b'>\
                \r\nx&lt;&#1073;<b:c b:d = 'A &amp;&#10;\tb' xml:lang=\"be\"/><![CDATA[<&]]></a >\n<!-- end -->\n";
    let expected = [
        "3: <{urn:a}a xmlns=urn:a xmlns:b=urn:b>",
        "\"\\nx\"",
        "\"<\"",
        "\"б\"",
        "4: <{urn:b}c b:d=A &\n b xml:lang=be>",
        "</b:c> ",
        "\"<&\"",
        "</a> </a >",
    ];
    assert_eq!(events(file).unwrap(), expected);
}

#[test]
fn a_million_levels_are_refused_at_once() {
    let deep = "<a>".repeat(1_000_000);
    assert_eq!(events(&deep).unwrap_err().problem, xml::XmlProblem::Depth);
    let allowed = format!("{}{}", "<a>".repeat(MAX_DEPTH), "</a>".repeat(MAX_DEPTH));
    assert_eq!(events(&allowed).unwrap().len(), 2 * MAX_DEPTH);
}

#[test]
fn a_hundred_thousand_attributes_are_read_quickly() {
    let attributes: String = (0..100_000).flat_map(|n| [" a".to_owned(), n.to_string(), "=\"\"".to_owned()]).collect();
    assert_eq!(events(&format!("<a{attributes}/>")).unwrap().len(), 2);
    let repeated = format!("<a{attributes} a500=\"\"/>");
    assert!(events(&repeated).unwrap_err().to_string().contains("`a500` is given twice"));
}

#[test]
fn a_plain_doctype_passes_only_where_it_is_allowed() {
    let tmx = ReaderOptions { doctype: Doctype::Plain };
    assert!(events_with("<!DOCTYPE tmx SYSTEM \"tmx14.dtd\"><tmx/>", tmx).is_ok());
    for refused in [
        "<!DOCTYPE tmx [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;\">]><tmx>&b;</tmx>",
        "<!DOCTYPE tmx SYSTEM \"tmx14.dtd\" [ ]><tmx/>",
        "<tmx/><!DOCTYPE tmx SYSTEM \"tmx14.dtd\">",
    ] {
        assert_eq!(events_with(refused, tmx).unwrap_err().problem, xml::XmlProblem::Doctype, "{refused}");
    }
}

#[test]
fn utf_8_and_utf_16_are_decoded() {
    assert_eq!(decode("\u{FEFF}<a>б</a>".as_bytes()).unwrap(), "\u{FEFF}<a>б</a>");
    let wide = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><a>𝄞 б</a>";
    let little: Vec<u8> = wide.encode_utf16().flat_map(u16::to_le_bytes).collect();
    let big: Vec<u8> = wide.encode_utf16().flat_map(u16::to_be_bytes).collect();
    for bytes in [little.clone(), big.clone(), [&b"\xFF\xFE"[..], &little].concat(), [&b"\xFE\xFF"[..], &big].concat()]
    {
        assert_eq!(decode(&bytes).unwrap(), wide.replace("UTF-16", "UTF-8"));
    }
    assert!(decode(&little[..little.len() - 1]).is_err());
    let error = decode(b"<a>\n\xE1\xE5</a>").unwrap_err();
    assert_eq!((error.line, error.offset), (2, 4));
}

proptest! {
    #![proptest_config(crate::support::config(256))]

    #[test]
    fn escaped_text_reads_back(text in r"[\x09\x0A\x0D -~а-яЎў«»\u{FFFD}𝄞]*") {
        let (mut content, mut value) = (String::new(), String::new());
        escape_text(&mut content, &text);
        escape_attribute(&mut value, &text);
        let file = format!("<a b=\"{value}\">{content}</a>");
        let mut reader = Reader::new(&file, ReaderOptions::default()).unwrap();
        let Event::Start(tag) = reader.read().unwrap() else { panic!("{file}") };
        prop_assert_eq!(tag.get("b"), Some(text.as_str()));
        prop_assert_eq!(&file[tag.attributes[0].value_span.clone()], value.as_str());
        prop_assert_eq!(reader.content().unwrap().0, text);
    }

    #[test]
    fn no_input_makes_the_reader_panic(file in r#"([<>/!?&;"'=\[\]ab:x# \n-]|<!--|-->|<!\[CDATA\[|\]\]>|<a>|</a>|<\?xml|&#|<!DOCTYPE|б){0,24}"#) {
        let _ = events(&file);
        let _ = events_with(&file, ReaderOptions { doctype: Doctype::Plain });
    }
}
