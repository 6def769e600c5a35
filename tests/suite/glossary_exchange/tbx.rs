//! TBX, valid and invalid.

use tolmach::{
    glossary::exchange::{ExchangeFormat, read, write},
    messages::Messages,
    model::{Concept, Kind, Locale},
};

use super::{imported, locale, pair, summaries};
use crate::support::{hint, skip};

fn wordings(concept: &Concept, tag: &str) -> Vec<String> {
    let terms = concept.terms.get(&locale(tag)).cloned().unwrap_or_default();
    terms.iter().map(|term| format!("{} {}", term.usage.as_str(), term.text)).collect()
}

#[test]
fn a_file_of_another_tool_is_read_as_far_as_possible() {
    let read = imported(ExchangeFormat::Tbx, include_bytes!("../../cases/glossary/exchange/dca.tbx"));
    assert_eq!(
        summaries(&read.findings),
        ["31 major no-language ", "37 minor unknown-status loved", "41 major no-terms c2"],
        "a section without a language, a status of nobody’s, an entry without words"
    );
    let [border, staff] = read.value.as_slice() else { panic!("{:?}", read.value) };
    assert_eq!((border.id.as_str(), border.kind), ("c1", Kind::Noun));
    assert_eq!(border.definition.as_deref(), Some("The line between two states."));
    assert_eq!(border.domain.as_deref(), Some("geography"));
    assert_eq!(border.links, ["https://example.org/border"]);
    assert_eq!(wordings(border, "en"), ["admitted state border"]);
    assert_eq!(wordings(border, "be-BY"), ["preferred мяжа", "deprecated граніца"]);
    assert_eq!(border.terms[&locale("be-BY")][1].reason.as_deref(), Some("house style"));
    assert_eq!(wordings(border, "ru"), ["admitted граница"]);
    assert_eq!(staff.id, "general_staff", "an entry without an id is named after its wording");
}

#[test]
fn both_styles_and_version_two_read_the_same() {
    let files: [(&[u8], &[&str]); 2] = [
        (include_bytes!("../../cases/glossary/exchange/dct.tbx"), &[]),
        (include_bytes!("../../cases/glossary/exchange/martif.tbx"), &["3 minor old-version TBX 2 (ISO 30042:2008)"]),
    ];
    for (file, expected) in files {
        let read = imported(ExchangeFormat::Tbx, file);
        assert_eq!(summaries(&read.findings), expected);
        assert_eq!(read.value[0].id, "border");
        assert_eq!(read.value[0].domain.as_deref(), Some("geography"));
        assert_eq!(wordings(&read.value[0], "be"), ["preferred мяжа", "forbidden граніца"]);
    }
}

fn refused(bytes: &[u8]) -> (String, String) {
    let error = read(ExchangeFormat::Tbx, "terms.tbx", bytes, &pair("be")).unwrap_err();
    (error.to_string(), hint(&error))
}

#[test]
fn an_entity_bomb_is_refused_before_expansion() {
    let (error, _) = refused(include_bytes!("../../cases/glossary/exchange/bomb.tbx"));
    assert_eq!(error, "line 2, byte 39: a document type declaration is not accepted");
}

#[test]
fn a_term_without_text_is_reported_as_such() {
    let file = r#"<martif><text><body><termEntry id="c1"><langSet xml:lang="be">
        <tig><term>мяжа</term></tig><tig><term/></tig></langSet></termEntry></body></text></martif>"#;
    let read = imported(ExchangeFormat::Tbx, file.as_bytes());
    assert_eq!(summaries(&read.findings), ["1 minor old-version TBX 2 (ISO 30042:2008)", "2 major empty-term c1"]);
    let message = Messages::embedded(&locale("en")).finding(&read.findings[1]);
    assert_eq!(message, "a wording of “c1” is empty; it is left out");
    assert_eq!(wordings(&read.value[0], "be"), ["admitted мяжа"]);
}

#[test]
fn another_version_or_format_is_named_with_a_hint() {
    let later = br#"<tbx style="dca" type="TBX-Basic" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-9"><text/></tbx>"#;
    let (error, hint) = refused(later);
    assert_eq!(error, "TBX of this version cannot be read: `urn:iso:std:iso:30042:ed-9`");
    assert!(hint.contains("urn:iso:std:iso:30042:ed-2"), "{hint}");
    let (error, _) = refused(br#"<tbx style="xyz" xmlns="urn:iso:std:iso:30042:ed-2"/>"#);
    assert_eq!(error, "TBX of this version cannot be read: `style xyz`");
    assert_eq!(refused(b"<tmx version='1.4'/>").0, "this is not TBX but `<tmx>`");
    assert!(refused(b"<tbx").0.starts_with("line 1"));
}

#[test]
fn written_files_have_the_shape_of_tbx_basic() {
    let table = "id\tkind\tdefinition\tlinks\tbe.preferred\tbe.class\tbe.deprecated\tbe.forbidden\tbe.forbidden.reason\nmiazha\tadj\tA & B\thttps://example.org\tмяжа\tf\tграніца\tграница\tlook\n1\tterm\t\tbook\tадзін\t\t\t\t\n";
    let concepts = imported(ExchangeFormat::Tsv, table.as_bytes()).value;
    let text = write(ExchangeFormat::Tbx, &concepts, &[] as &[Locale], &pair("be"));
    let expected =
        include_str!("../../cases/glossary/exchange/written.tbx").replace("VERSION", env!("CARGO_PKG_VERSION"));
    assert_eq!(text, expected);
}

/// The schemas of TBX may not be redistributed: `TOLMACH_TBX_SCHEMAS` names a folder with them.
#[test]
fn written_files_are_valid_by_the_schemas_if_available() {
    let Some(folder) = std::env::var_os("TOLMACH_TBX_SCHEMAS").map(std::path::PathBuf::from) else {
        println!("not asked for: TOLMACH_TBX_SCHEMAS names no folder");
        return;
    };
    let table = "id\tkind\tdefinition\tdomain\tnote\tlinks\tsince\ten.preferred\tbe-tarask.preferred\tbe-tarask.class\tbe.deprecated\tbe.forbidden\n1 a\torg\tA & <B>\tx\ty\thttps://example.org/?a=1&b\t2022-02-24\tone\tадзін\tm.S\tдва|тры\tчатыры\nabc\tabbr\t\t\t\tno address\t\tABC\t\t\t\t\n";
    let concepts = imported(ExchangeFormat::Tsv, table.as_bytes()).value;
    let file = tempfile::Builder::new().suffix(".tbx").tempfile().unwrap();
    std::fs::write(file.path(), write(ExchangeFormat::Tbx, &concepts, &[], &pair("be"))).unwrap();
    for schema in ["TBXcoreStructV03.rng", "TBX-Basic_DCA.sch"] {
        let Ok(output) = std::process::Command::new("jing").arg(folder.join(schema)).arg(file.path()).output() else {
            skip("jing is not installed");
            return;
        };
        assert!(output.status.success(), "{schema}: {}", String::from_utf8_lossy(&output.stdout));
    }
}
