//! Apertium: its stream, its modes, and what its programs lose. The programs themselves are played here; `kin.rs` runs
//! those that are installed.

use proptest::prelude::*;
use tolmach::backend::{
    BackendError,
    apertium::{
        ApertiumMode, DraftPiece, ModeError, PairFacts, StreamPart, escape, mended, parts, read_draft, run_mode,
        with_lost_words, without_readings, without_syntax,
    },
};

/// A mode as Debian installs it, shortened.
const INSTALLED: &str = "lt-proc -w '/data/a.automorf.bin' | cg-proc -w '/data/a.rlx.bin' | apertium-tagger -g $2 \
     '/data/a.prob' | apertium-transfer -b '/data/a.t1x' '/data/a t1x.bin' | lt-proc $1 '/data/a.autogen.bin' | lt-proc \
     -p '/data/a.autopgen.bin'\n";

fn text(text: &str) -> DraftPiece {
    DraftPiece::Text(text.to_owned())
}

fn unknown(word: &str) -> DraftPiece {
    DraftPiece::Unknown(word.to_owned())
}

fn uninflected(word: &str) -> DraftPiece {
    DraftPiece::Uninflected(word.to_owned())
}

fn pairs(all: &[(&str, &str)]) -> Vec<(String, String)> {
    all.iter().map(|(one, other)| ((*one).to_owned(), (*other).to_owned())).collect()
}

#[test]
fn a_mode_becomes_programs_with_arguments_without_the_tagger_that_loses_sentences() {
    let mut seen: Vec<Vec<String>> = Vec::new();
    let mode = ApertiumMode::parse(INSTALLED, PairFacts::default()).unwrap();
    let ran = run_mode(&mode, &["а"], &mut |argv, input| {
        seen.push(argv.to_vec());
        Ok(input)
    });
    assert_eq!(ran, Ok(vec![vec![text("а")]]));
    let seen: Vec<Vec<&str>> = seen.iter().map(|argv| argv.iter().map(String::as_str).collect()).collect();
    assert_eq!(
        seen,
        [
            vec!["lt-proc", "-z", "-w", "/data/a.automorf.bin"],
            vec!["cg-proc", "-1", "-n", "-z", "-w", "/data/a.rlx.bin"],
            vec!["apertium-transfer", "-z", "-b", "/data/a.t1x", "/data/a t1x.bin"],
            vec!["lt-proc", "-z", "-g", "/data/a.autogen.bin"],
            vec!["lt-proc", "-z", "-p", "/data/a.autopgen.bin"],
        ]
    );
}

#[test]
fn a_mode_runs_no_program_but_those_of_apertium() {
    for (mode, error) in [
        ("sh -c 'echo a' | lt-proc $1 a", ModeError::Program("sh".to_owned())),
        ("/tmp/lt-proc $1 a", ModeError::Program("/tmp/lt-proc".to_owned())),
        ("apertium-../../x | lt-proc $1 a", ModeError::Program("apertium-../../x".to_owned())),
        ("apertium- | lt-proc $1 a", ModeError::Program("apertium-".to_owned())),
        ("lt-proc a | lt-proc -p b", ModeError::Shape),
        ("lt-proc $1 'a", ModeError::Shape),
        ("lt-proc $1 a |", ModeError::Shape),
        ("", ModeError::Shape),
    ] {
        assert_eq!(ApertiumMode::parse(mode, PairFacts::default()), Err(error), "{mode}");
    }
}

#[test]
fn a_program_that_loses_a_text_is_not_believed() {
    let mode = ApertiumMode::parse(INSTALLED, PairFacts::default()).unwrap();
    let lost = run_mode(&mode, &["а", "б"], &mut |_, _| Ok("а\0".as_bytes().to_vec())).unwrap_err();
    assert_eq!(lost.to_string(), "the program `lt-proc` gave 1 texts for 2");
    let surplus = run_mode(&mode, &["а"], &mut |_, _| Ok("а\0б\0".as_bytes().to_vec())).unwrap_err();
    assert_eq!(surplus.to_string(), "the program `lt-proc` gave 2 texts for 1");
    let end = run_mode(&mode, &["а"], &mut |_, _| Ok("а\0\0\n\0".as_bytes().to_vec()));
    assert_eq!(end, Ok(vec![vec![text("а")]]), "a program may add a NUL at its end");
    let broken = run_mode(&mode, &["а"], &mut |_, _| Ok(b"\xff\0".to_vec()));
    assert!(matches!(broken, Err(BackendError::Nonsense { .. })), "{broken:?}");
}

#[test]
fn words_with_a_mark_of_the_engine_are_told_from_the_text() {
    for (output, pieces) in [
        ("Ён *сказал гэта.", vec![text("Ён "), unknown("сказал"), text(" гэта.")]),
        ("*д’*Арк", vec![unknown("д"), text("’"), unknown("Арк")]),
        ("«*слово’»", vec![text("«"), unknown("слово"), text("’»")]),
        ("#першы @дом", vec![uninflected("першы"), text(" "), uninflected("дом")]),
        ("2 * 2 = 4 # *", vec![text("2 * 2 = 4 # *")]),
        ("міравы¹ \\[так\\]", vec![text("міравы [так]")]),
        ("5[].", vec![text("5.")]),
        ("", vec![]),
    ] {
        assert_eq!(read_draft(output), pieces, "{output}");
    }
}

#[test]
fn a_full_stop_after_a_number_is_kept_from_the_engine() {
    assert_eq!(escape("Было 5. [А]/б"), "Было 5[]. \\[А\\]\\/б");
}

#[test]
fn marks_of_syntax_and_readings_without_forms_are_taken_away() {
    assert_eq!(without_syntax("^и<cnjcoo><@CNP>$, ^а<@X>$ <@Y>"), "^и<cnjcoo>$, ^а$ <@Y>");
    let refused = ["<short>", "к<pr>"].map(str::to_owned);
    for (stream, kept) in [
        ("^нужен/нужный<adj><short><m>$", "^нужен/*нужен$"),
        ("^мила/милый<adj><short><f>/мила<n><f>$.", "^мила/мила<n><f>$."),
        ("^дом/дом<n>$", "^дом/дом<n>$"),
        ("^К/К<pr>$ ^как/как<pr>$", "^К/*К$ ^как/как<pr>$"),
    ] {
        assert_eq!(without_readings(stream, &refused), kept);
    }
}

#[test]
fn words_that_the_rules_glue_together_get_a_blank_and_tags_that_the_generator_knows() {
    let repairs = pairs(&[("<pl><pl>", "<an><pl>")]);
    let invariable = ["<cnjsub>".to_owned()];
    for (stream, mended_stream) in [
        ("^свій<det>$^сила<n>$", "^свій<det>$ ^сила<n>$"),
        ("^*йога$^*слово$", "^*йога$ ^*слово$"),
        ("^«<lquot>$^сила<n>$^,<cm>$", "^«<lquot>$^сила<n>$^,<cm>$"),
        ("^північно<adj>$-^західний<adj>$", "^північно<adj>$-^західний<adj>$"),
        ("^новий<adj><pl><pl>$", "^новий<adj><an><pl>$"),
        ("^це<prn>$^що<cnjsub>$^я<prn>$", "^це<prn>$ що ^я<prn>$"),
    ] {
        assert_eq!(mended(stream, &repairs, &invariable), mended_stream, "{stream}");
    }
}

#[test]
fn a_word_that_the_rules_have_lost_comes_back() {
    let before = "^карта<n><f>/карта<n><f>$ ^обозначить<vblex><pp><pl>/абазначыць<vblex><pp><pl>$^:<sent>/:<sent>$";
    let after = "^n<SN>{^карта<n><f>$}$ ^<vblex><pp><pl><nom>$^default<default>{^:<sent>$}$";
    let whole =
        "^n<SN>{^карта<n><f>$}$ ^default<default>{^абазначыць<vblex><pp><pl><nom>$}$^default<default>{^:<sent>$}$";
    assert_eq!(with_lost_words(before, after), whole);
    assert_eq!(with_lost_words("", "^<vblex>$ а ^<"), " а ^<");
}

/// A stream without NUL: what tolmach writes, and what may come back damaged.
pub(super) fn any_stream() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        "[а-яё ]{0,6}",
        "\\^[а-я]{1,5}(/[а-я]{1,4}(<[a-z]{1,4}>){0,3}){0,2}\\$",
        "\\PC{0,5}",
        "[\\[\\]^$/\\\\<>{}*#@]{1,3}",
    ];
    proptest::collection::vec(piece, 0..8).prop_map(|pieces| pieces.concat())
}

proptest! {
    #![proptest_config(crate::support::config(256))]

    #[test]
    fn a_stream_is_its_parts(stream in any_stream()) {
        let written: String = parts(&stream)
            .into_iter()
            .map(|part| match part {
                StreamPart::Blank(blank) => blank.to_owned(),
                StreamPart::Unit(unit) => format!("^{unit}$"),
            })
            .collect();
        prop_assert_eq!(written, stream);
    }

    #[test]
    fn a_text_without_marks_comes_back_from_an_engine_that_does_nothing(text in "[а-яёі A-Z0-9.,:;«»„“\\[\\]^$/\\\\<>{}—…!?-]{0,40}") {
        let pieces = read_draft(&escape(&text));
        let whole = if text.is_empty() { Vec::new() } else { vec![DraftPiece::Text(text)] };
        prop_assert_eq!(pieces, whole);
    }

    #[test]
    fn mending_loses_nothing_of_a_stream_that_has_nothing_to_mend(stream in any_stream()) {
        let mended = mended(&stream, &[], &[]);
        let without_blanks = |text: &str| text.replace(' ', "");
        prop_assert_eq!(without_blanks(&mended), without_blanks(&stream));
        prop_assert_eq!(without_readings(&stream, &[]), stream);
    }
}
