//! Segment files: content, states, and the files of other tools.

use std::fmt::Write as _;

use super::support::*;
use crate::{cases, support::hint};
use tolmach::{
    bilingual::xliff::{self, XliffProfile, XliffSettings},
    model::{
        Approval, Code, CodeKind, CodeName, Leverage, Obsolete, Origin, Piece, Role, State, Target, Text, Translation,
    },
};

pub const ARTICLE: &str = "
    title: Minsk keeps its army at home
    paragraph: Lukashenka says *no* to Putin. | He never says it [aloud].
    caption: Two officers at a map.
    byline: tolmach desk
    boilerplate donate: Please support us.
    summary: Front matter & more.
";

/// A translation with an example of every feature.
pub fn rich(article: &tolmach::model::Article) -> Translation {
    let mut translation = translation(
        article,
        &[
            ("Minsk", human("Мінск трымае войска дома")),
            ("Lukashenka", draft("Лукашэнка кажа *не* Пуціну.")),
            (
                "He never",
                Target {
                    stale: Some(text("He never says [so]; never < ever.")),
                    state: State::Initial,
                    ..human("Ён ніколі [гэтага] не кажа.")
                },
            ),
            (
                "Two",
                Target {
                    approval: Some(Approval::new("А. Б.; 100%".to_owned(), "2022-03-22".to_owned())),
                    ..approved("Два афіцэры ля мапы.", State::Final)
                },
            ),
        ],
    );
    translation.remarks.insert(id(article, "Minsk"), vec![remark("", "«Дома» ў двукоссі?\nНе")]);
    translation.obsolete.push(Obsolete {
        id: "0123456789ab-2".parse().unwrap(),
        role: Role::Boilerplate("about".to_owned()),
        source: text("Gone [with] the wind."),
        target: Target {
            origin: Origin::Memory { leverage: Leverage::Fuzzy(87) }, ..human("Сышло [разам] з ветрам.")
        },
        remarks: vec![remark("Ніна", "З рамана?")],
    });
    translation
}

#[test]
fn a_segment_file_reads_back_as_written() {
    let article = article(ARTICLE);
    let translation = rich(&article);
    let file = write(&article, &translation);
    let read = read(&file);
    assert_eq!(read.translation(&translation.locale), translation);
    assert_eq!((read.slug(), read.original.as_str()), ("minsk", "source/minsk.md"));
    assert_eq!(update(&file, &article, &translation), file);
}

#[test]
fn bylines_and_boilerplate_are_not_offered_for_translation() {
    let file = write(&article(ARTICLE), &translation(&article(ARTICLE), &[]));
    assert!(!file.contains("tolmach desk") && !file.contains("Please support us"));
    // … but a translation made nevertheless is kept.
    let translated = translation(&article(ARTICLE), &[("tolmach desk", human("рэдакцыя"))]);
    assert_eq!(read(&write(&article(ARTICLE), &translated)).translation(&translated.locale), translated);
}

#[test]
fn a_segment_has_one_note_with_role_earlier_source_and_terms() {
    let article = article(ARTICLE);
    let note = |segment| (segment == id(&article, "He never")).then(|| "Terms: say → казаць".to_owned());
    let file = xliff::write(&article, &rich(&article), &note, &XliffSettings::of(&article));
    let notes: Vec<_> = read(&file).units.into_iter().map(|unit| unit.note.unwrap_or_default()).collect();
    assert_eq!(
        notes,
        [
            "Role: title",
            "Role: paragraph",
            "Role: paragraph\nEarlier source: He never says so; never < ever.\n\
             Its translation: Ён ніколі гэтага не кажа.\nTerms: say → казаць",
            "Role: caption",
            "Role: summary",
        ]
    );
}

#[test]
fn each_state_maps_to_an_xliff_value_and_back() {
    let article = article("paragraph: One.");
    for case in cases::cells("formats/states.txt", " | ") {
        let ([ours, state, qualifier, approved], line) = (&*case, case.place());
        let translation = translation(&article, &target(ours).map(|t| ("One", t)).into_iter().collect::<Vec<_>>());
        let file = write(&article, &translation);
        let shown = |name: &str, value: &str| value == "-" || file.contains(&format!(" {name}=\"{value}\""));
        assert!(shown("state", state), "{line}\n{file}");
        assert!(shown("state-qualifier", qualifier), "{line}\n{file}");
        assert_eq!(qualifier == "-", !file.contains("state-qualifier"), "{line}\n{file}");
        assert_eq!(approved == "yes", file.contains(" approved=\"yes\""), "{line}\n{file}");
        assert_eq!(read(&file).translation(&translation.locale), translation, "{line}\n{file}");
    }
}

fn target(notation: &str) -> Option<Target> {
    let (state, origin) = notation.split_once(' ')?;
    let origin = match origin {
        "human" => Origin::Human { by: None },
        "source" => Origin::Source,
        "machine pseudo" => Origin::Machine { engine: "pseudo".to_owned() },
        "memory exact" => Origin::Memory { leverage: Leverage::Exact },
        "memory in-context" => Origin::Memory { leverage: Leverage::InContext },
        "memory fuzzy-85" => Origin::Memory { leverage: Leverage::Fuzzy(85) },
        other => panic!("{other}"),
    };
    let earlier = (state == "stale").then(|| text("An earlier one."));
    let state = match state {
        "translated" => State::Translated,
        "reviewed" => State::Reviewed,
        "final" => State::Final,
        _ => State::Initial,
    };
    Some(Target { state, origin, stale: earlier, ..human("Адзін.") })
}

#[test]
fn a_target_changed_in_the_file_is_a_persons_translation_whatever_its_state_says() {
    let article = article(ARTICLE);
    let file = write(&article, &rich(&article));
    let edited = file.replace(" Пуціну.</target>", " Пуціну!</target>").replace("ля мапы", "каля мапы");
    let after = read(&edited).translation(&locale("be"));
    assert_eq!(after.targets[&id(&article, "Lukashenka")], human("Лукашэнка кажа *не* Пуціну!"));
    assert_eq!(
        after.targets[&id(&article, "Two")],
        human("Два афіцэры каля мапы."),
        "the approval was of another text"
    );
}

#[test]
fn characters_that_xml_cannot_hold_survive() {
    let article = article_of(vec![(Role::Paragraph, vec![Text::plain("A\0B\u{b}\u{FFFE} \r\n\t]]> &amp;")])]);
    let translation = translation(&article, &[("A", human("Б\0\u{1b}\u{FFFF}"))]);
    let file = write(&article, &translation);
    assert!(file.contains("A<x id=\"char-1\" ctype=\"x-char-0000\"/>B"), "{file}");
    let read = read(&file);
    assert_eq!(read.units[0].source.prose, "A\0B\u{b}\u{FFFE} \r\n\t]]> &amp;");
    assert_eq!(read.translation(&translation.locale), translation);
}

#[test]
fn a_single_code_says_in_the_source_what_it_stands_for() {
    let code = |markup: &str| {
        let code = Code { id: 1, kind: CodeKind::Single, name: CodeName::Break, markup: markup.to_owned() };
        Text { prose: "Press .".to_owned(), codes: vec![("Press ".len(), code)] }
    };
    for (markup, written) in
        [("`a < \"b\"`", "`a &lt; &quot;b&quot;`"), ("a\n\tb", "a&#10;&#9;b"), ("a\0b", "a\u{FFFD}b")]
    {
        let article = article_of(vec![(Role::Paragraph, vec![code(markup)])]);
        let mut translation = translation(&article, &[("Press", human("Націсніце ."))]);
        translation.targets.values_mut().for_each(|target| target.text = code(markup));
        let file = write(&article, &translation);
        let single = "<x id=\"1\" ctype=\"x-break\"";
        assert!(file.contains(&format!("<source>Press {single} equiv-text=\"{written}\"/>.</source>")), "{file}");
        assert!(file.contains(&format!("Press {single}/>.</target>")), "{file}");
        // Written again, nothing changes, with or without it.
        for file in [file.clone(), file.replace(&format!(" equiv-text=\"{written}\""), "")] {
            assert_eq!(update(&file, &article, &translation), file);
        }
    }
}

#[test]
fn pairs_are_elements_and_unpaired_codes_are_empty_elements() {
    let article = article("paragraph: {A *b [c]* ^ d");
    let file = write(&article, &translation(&article, &[]));
    let source = "<source><bx id=\"1\" ctype=\"x-link\"/>A <g id=\"2\" ctype=\"x-emphasis\">b <g id=\"3\" \
                  ctype=\"x-link\">c</g></g> <x id=\"4\" ctype=\"x-break\"/> d</source>";
    assert!(file.contains(source), "{file}");
    assert!(file.contains("<target state=\"needs-translation\"/>"), "{file}");
}

#[test]
fn for_omegat_each_target_copies_the_source_and_a_copy_is_not_a_translation() {
    let article = article(ARTICLE);
    let settings = XliffSettings::of(&article).with(XliffProfile::OmegaT);
    let file = xliff::write(&article, &rich(&article), &|_| None, &settings);
    assert!(file.contains("<target state=\"needs-translation\">Minsk keeps its army at home</target>"), "{file}");
    assert!(!file.contains("obsolete") && !file.contains("Мінск"), "{file}");
    assert_eq!(read(&file).translation(&locale("be")), Translation::empty(locale("be")));
}

#[test]
fn a_file_of_another_tool_is_read_with_its_faults() {
    let parsed = xliff::read(&cases::text("formats/xliff/other-tool.xlf")).unwrap();
    let file = parsed.value;
    let mut seen = String::new();
    let target = file.target.as_ref().unwrap();
    writeln!(seen, "original {} {} -> {target}, article {}", file.original, file.source, file.slug()).unwrap();
    for unit in &file.units {
        write!(seen, "{}: {} {} | {}", unit.line, unit.name, unit.role.as_str(), shown(&unit.source)).unwrap();
        if let Some(target) = &unit.target {
            let origin = format!("{:?}", target.origin);
            let origin = origin.split(' ').next().unwrap();
            write!(seen, " | {} | {:?} {origin}", shown(&target.text), target.state).unwrap();
        }
        for remark in &unit.remarks {
            write!(seen, " | {}: {}", remark.by.as_deref().unwrap_or("?"), remark.text).unwrap();
        }
        seen.push('\n');
    }
    for finding in parsed.findings {
        writeln!(seen, "{} line {}", finding.rule(), finding.place.line.unwrap()).unwrap();
    }
    assert_eq!(seen, cases::text("formats/xliff/other-tool.txt"));
}

/// A text with its codes as `(1`, `)1` and `.1`.
pub fn shown(text: &Text) -> String {
    let pieces = text.pieces().map(|piece| match piece {
        Piece::Prose(prose) => prose.to_owned(),
        Piece::Code(code) => match code.kind {
            CodeKind::Open => format!("({} ", code.id),
            CodeKind::Close => format!("){}", code.id),
            CodeKind::Single => format!(".{} ", code.id),
        },
    });
    pieces.collect()
}

#[test]
fn anything_but_a_segment_file_is_an_error_with_a_hint() {
    let good = write(&article(ARTICLE), &rich(&article(ARTICLE)));
    let deep = format!("<xliff version=\"1.2\">{}", "<group>".repeat(1_000_000));
    let bomb = good.replacen("<xliff", "<!DOCTYPE xliff [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]>\n<xliff", 1);
    for (file, says) in [
        ("", "there is no XML element"),
        ("title: Minsk", "text outside the root element"),
        ("<tmx version=\"1.4\"><body/></tmx>", "this is not XLIFF but `<tmx>`"),
        ("<xliff version=\"2.1\"><file id=\"1\"/></xliff>", "XLIFF 2.1 cannot be read"),
        ("<xliff version=\"1.2\"/>", "no `<file>` with a `<body>`"),
        ("<xliff version=\"1.2\"><file source-language=\"en\"/></xliff>", "no `<file>` with a `<body>`"),
        ("<xliff version=\"1.2\"><file><body/></file></xliff>", "`source-language` is missing"),
        ("<xliff version=\"1.2\"><file source-language=\"?\"><body/></file></xliff>", "`?` is not a language tag"),
        (&good[..good.len() / 2], "the file ends before"),
        (&good.replace("army", "ar\0my"), "line 10, byte 548: character U+0000 is not allowed in XML"),
        (&bomb, "line 2, byte 39: a document type declaration is not accepted"),
        (&deep, "nested deeper than 256 levels"),
    ] {
        let error = xliff::read(file).expect_err(says);
        assert!(error.to_string().contains(says), "{says}: {error}");
        assert!(!hint(&error).is_empty(), "{says}");
    }
}
