//! Tables and lists, valid and invalid.

use serde::Deserialize;
use tolmach::{
    glossary::{
        exchange::{ExchangeFormat, compare_import, decode, write},
        normalized,
    },
    model::Concept,
};

use super::{imported, normalized_all, pair, summaries};
use crate::{cases, support::hint};

#[derive(Deserialize)]
struct Case {
    fact: String,
    format: String,
    file: String,
    findings: Vec<String>,
    concepts: Vec<String>,
}

fn shown(concepts: &[Concept]) -> Vec<String> {
    let mut lines = Vec::new();
    for concept in concepts {
        for (locale, terms) in &concept.terms {
            for term in terms {
                let class = term.class.as_ref().map(|class| format!(" [{class}]")).unwrap_or_default();
                let reason = term.reason.as_ref().map(|reason| format!(" ({reason})")).unwrap_or_default();
                let kind = format!("{:?}", concept.kind).to_lowercase();
                let usage = term.usage.as_str();
                lines.push(format!("{} {kind} {locale} {usage} {}{class}{reason}", concept.id, term.text));
            }
        }
    }
    lines
}

#[test]
fn tables_are_read_as_in_the_cases() {
    for case in cases::toml::<Case>("glossary/exchange/sheets.toml") {
        let format = match case.format.as_str() {
            "csv" => ExchangeFormat::Csv,
            "tsv" => ExchangeFormat::Tsv,
            _ => ExchangeFormat::Omegat,
        };
        let read = imported(format, case.file.as_bytes());
        assert_eq!(summaries(&read.findings), case.findings, "{}", case.fact);
        assert_eq!(shown(&read.value), case.concepts, "{}", case.fact);
    }
}

const HOMEL: &str = "id\tbe.preferred\nhomel\tГомель 🏙\n";

#[test]
fn a_table_in_utf_16_is_the_same_table_with_and_without_its_mark() {
    let expected = imported(ExchangeFormat::Tsv, HOMEL.as_bytes());
    assert_eq!(expected.value.len(), 1);
    let units: Vec<u16> = HOMEL.encode_utf16().collect();
    let little: Vec<u8> = units.iter().flat_map(|unit| unit.to_le_bytes()).collect();
    let big: Vec<u8> = units.iter().flat_map(|unit| unit.to_be_bytes()).collect();
    let files = [
        [b"\xEF\xBB\xBF".as_slice(), HOMEL.as_bytes()].concat(),
        [b"\xFF\xFE".as_slice(), little.as_slice()].concat(),
        [b"\xFE\xFF".as_slice(), big.as_slice()].concat(),
        little,
        big,
    ];
    for file in files {
        assert_eq!(imported(ExchangeFormat::Tsv, &file), expected);
    }
}

#[test]
fn bytes_of_another_encoding_are_an_error_with_their_position() {
    let error = decode("id,be.preferred\na,Гомель".as_bytes().split_last().unwrap().1).unwrap_err();
    assert_eq!(error.to_string(), "neither UTF-8 nor UTF-16 at byte 28");
    assert_eq!(hint(&error), "save the file as UTF-8");
    assert!(decode(b"\xFF\xFEa\x00\x00\xD8").is_err(), "half a surrogate pair");
    assert!(decode(b"\xFF\xFEa").is_err(), "half a character");
}

#[test]
fn cells_that_a_spreadsheet_would_compute_are_escaped_on_export() {
    let read = imported(ExchangeFormat::Csv, "id,be.preferred,note\na,'=1+1,'@x\n".as_bytes());
    let text = write(ExchangeFormat::Csv, &read.value, &[], &pair("be"));
    assert_eq!(text, "\u{feff}id,kind,note,be.preferred\r\na,term,'@x,'=1+1\r\n");
}

#[test]
fn existing_concepts_are_never_overwritten() {
    let existing = imported(ExchangeFormat::Tsv, "id\tbe.preferred\na\tадзін\nb\tдва\n".as_bytes()).value;
    let table = "id\tbe.preferred\na\tадзін\nb\tдзве\nc\tтры\nc\tтрое\n";
    let comparison = compare_import(&existing, imported(ExchangeFormat::Tsv, table.as_bytes()).value);
    assert_eq!(comparison.same, 1);
    assert_eq!(shown(&comparison.new), ["c term be preferred тры"]);
    assert_eq!(summaries(&comparison.findings), ["3 major other-content b", "5 major same-id c"]);
}

#[test]
fn an_omegat_list_has_right_wordings_and_comments_on_the_others() {
    let table = "id\tdefinition\ten.preferred\ten.admitted\tbe.preferred\tbe.admitted\tbe.forbidden\nhomel\tA town.\tHomel\t\tГомель\tгорад Гомель\tГомiль\n";
    let concepts = imported(ExchangeFormat::Tsv, table.as_bytes()).value;
    let list = write(ExchangeFormat::Omegat, &concepts, &[], &pair("be"));
    assert_eq!(list, "Homel\tГомель\tA town. · ≠ Гомiль\nHomel\tгорад Гомель\tA town. · ≠ Гомiль\n");
    let back = imported(ExchangeFormat::Omegat, list.as_bytes());
    assert_eq!(
        shown(&back.value),
        ["homel term be preferred Гомель", "homel term be admitted горад Гомель", "homel term en preferred Homel"]
    );
    assert_eq!(back.value[0].note.as_deref(), Some("A town. · ≠ Гомiль"));
}

#[test]
fn only_requested_locales_are_written() {
    let concepts =
        imported(ExchangeFormat::Tsv, "id\ten.preferred\tbe.preferred\truby\na\tone\tадзін\t\n".as_bytes()).value;
    let text = write(ExchangeFormat::Tsv, &concepts, &["be".parse().unwrap()], &pair("be"));
    assert_eq!(text, "id\tkind\tbe.preferred\na\tterm\tадзін\n");
}

#[test]
fn a_hundred_thousand_terms_are_imported() {
    let row = |number: usize| format!("id{number}\tnoun\tword {number}\tслова {number}\tn 0\n");
    let rows: String = (0..100_000).map(row).collect();
    let table = format!("id\tkind\ten.preferred\tbe.preferred\tbe.class\n{rows}");
    let read = imported(ExchangeFormat::Tsv, table.as_bytes());
    assert_eq!((read.value.len(), read.findings.len()), (100_000, 0));
    let comparison = compare_import(&read.value, read.value.clone());
    assert_eq!(comparison.same, 100_000);
    assert_eq!(normalized_all(&read.value)[99_999], normalized(&read.value[99_999]));
}
