//! Written glossaries read back as the same concepts.

use std::collections::BTreeMap;

use proptest::{collection::vec, option, prelude::*, sample::select};
use tolmach::{
    glossary::{
        self,
        exchange::{ExchangeFormat, write},
        normalized,
    },
    model::{Case, Concept, Derived, DerivedSort, Form, Gender, Kind, Locale, Mode, Number, Term, Usage},
};

use super::{imported, locale, normalized_all, pair};

/// Non-empty text with the syntax of formats in it, without leading or trailing space.
fn text() -> impl Strategy<Value = String> {
    let part = select(vec![
        "Мінск",
        "Kyiv",
        "ў",
        "=1+1",
        "'",
        "''=",
        "\"",
        "\\",
        "|",
        ",",
        ";",
        "<b>",
        "&amp;",
        "]]>",
        "-",
        "@",
        "#",
    ]);
    (
        part.clone(),
        vec(prop_oneof![part, select(vec![" ", "\n", "\t", "é", "“", "’"])], 0..5),
        select(vec!["a", "!", "\"", "|"]),
    )
        .prop_map(|(first, middle, last)| format!("{first}{}{last}", middle.concat()))
}

fn form() -> impl Strategy<Value = Form> {
    let numbers = select(vec![Number::Singular, Number::Plural]);
    let cases = select(vec![Case::Nominative, Case::Genitive, Case::Locative, Case::Vocative]);
    let genders = select(vec![Gender::Masculine, Gender::Feminine, Gender::Neuter]);
    (text(), option::of(numbers), option::of(cases), option::of(genders))
        .prop_map(|(text, number, case, gender)| Form { number, case, gender, ..Form::bare(text) })
}

fn term() -> impl Strategy<Value = Term> {
    let usages = select(vec![Usage::Preferred, Usage::Admitted, Usage::Deprecated, Usage::Forbidden]);
    let plain = (text(), usages, option::of(select(vec!["ma.S.surn-a", "adj m.S"])), option::of(text()));
    let sorts = select(vec![DerivedSort::Adjective, DerivedSort::Inhabitant]);
    let derived = vec((text(), sorts).prop_map(|(text, sort)| Derived { text, sort }), 0..3);
    let flags = (option::of(any::<bool>()), any::<bool>(), any::<bool>(), any::<bool>(), any::<bool>());
    let rest = (vec(form(), 0..3), flags, vec(text(), 0..2), derived);
    (plain, option::of(rest)).prop_map(|((text, usage, class, reason), rest)| {
        let mut term = Term { class: class.map(str::to_owned), reason, ..Term::new(text, usage) };
        if let Some((forms, (capitals, exact, part, compound, quoted), context, derived)) = rest {
            (term.forms, term.case_sensitive, term.part_of_name) = (forms, capitals, part);
            (term.part_of_compound, term.quoted, term.context_not, term.derived) = (compound, quoted, context, derived);
            term.mode = if exact { Mode::Exact } else { Mode::Inflected };
        }
        term
    })
}

fn concepts() -> impl Strategy<Value = Vec<Concept>> {
    let locales = select(["en", "be", "ru", "uk", "be-tarask"].map(locale).to_vec());
    let terms = proptest::collection::btree_map(locales, vec(term(), 1..4), 1..4);
    let kinds = select(vec![Kind::Person, Kind::Place, Kind::Adj, Kind::Abbr, Kind::Phrase, Kind::Title, Kind::Term]);
    let days = || option::of(select(vec!["2022-02-24", "1991-08-25"]));
    let links = vec(select(vec!["https://example.org/a?b=1&c", "page 7|8"]), 0..3);
    let texts = (option::of(text()), option::of(text()), option::of(text()), option::of(text()));
    let concept = (kinds, texts, days(), days(), links, terms);
    let ids = proptest::collection::btree_set(prop_oneof!["[a-z]{1,6}", text()], 0..5);
    (ids, vec(concept, 5)).prop_map(|(ids, concepts)| {
        let unique = ids.into_iter().zip(concepts).map(|(id, (kind, texts, since, until, links, terms))| {
            let (definition, domain, note, replaced_by) = texts;
            let concept = Concept {
                id,
                kind,
                definition,
                domain,
                note,
                since: since.map(str::to_owned),
                until: until.map(str::to_owned),
                speaks: since.map(|_| locale("ru")),
                links: links.into_iter().map(str::to_owned).collect(),
                replaced_by,
                terms: terms.into_iter().collect::<BTreeMap<Locale, Vec<Term>>>(),
                file: String::new(),
                line: 0,
            };
            normalized(&concept)
        });
        unique.collect()
    })
}

proptest! {
    #![proptest_config(crate::support::config(96))]

    #[test]
    fn a_written_glossary_file_reads_back_as_the_same_concepts(concepts in concepts()) {
        let read = glossary::read(&[("x.toml".to_owned(), glossary::write(&concepts, &locale("en")))]);
        prop_assert_eq!(read.findings, vec![]);
        prop_assert_eq!(normalized_all(&read.value), concepts);
    }

    #[test]
    fn tables_and_tbx_round_trip_whole_concepts(concepts in concepts()) {
        for format in [ExchangeFormat::Csv, ExchangeFormat::Tsv, ExchangeFormat::Tbx] {
            let text = write(format, &concepts, &[], &pair("be"));
            let read = imported(format, text.as_bytes());
            prop_assert_eq!(read.findings, vec![], "{:?}\n{}", format, text);
            prop_assert_eq!(normalized_all(&read.value), concepts.clone(), "{:?}\n{}", format, text);
        }
    }

    #[test]
    fn reading_any_bytes_terminates(bytes in vec(any::<u8>(), 0..200), text in "[a-z\"',;|=\\t\\n.<>/ ]{0,120}") {
        for format in [ExchangeFormat::Csv, ExchangeFormat::Tsv, ExchangeFormat::Tbx, ExchangeFormat::Omegat] {
            let _ = glossary::exchange::read(format, "x", &bytes, &pair("be"));
            let head = format!("id\tbe.preferred\n{text}");
            let _ = glossary::exchange::read(format, "x", head.as_bytes(), &pair("be"));
        }
    }
}
