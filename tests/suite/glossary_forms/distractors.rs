//! Clashes of the glossary's forms with other words, by the spell checkers' word lists where they are installed.

use std::{
    collections::{BTreeMap, BTreeSet},
    fs,
    path::Path,
};

use tolmach::{
    glossary::{Termbase, grammars, load},
    locale::Locales,
    model::{Locale, Usage},
};

use super::guessing::reviewed;
use crate::support::{skip, unknown_to_speller};

const DICTIONARIES: [(&str, &str); 3] = [("be", "be_BY"), ("ru", "ru_RU"), ("uk", "uk_UA")];

/// The entries of a spell checker's word list.
fn entries(dictionary: &str) -> Option<Vec<String>> {
    let text = fs::read(Path::new("/usr/share/hunspell").join(format!("{dictionary}.dic"))).ok()?;
    let text = String::from_utf8_lossy(&text).into_owned();
    let word = |line: &str| line.split(['/', '\t', ' ']).next().unwrap_or_default().to_owned();
    Some(text.lines().skip(1).map(word).filter(|word| !word.is_empty()).collect())
}

/// The shipped glossary together with that of the tests.
fn termbase() -> Termbase {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("glossary");
    let mut files: Vec<(String, String)> = fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == "toml"))
        .map(|path| (path.display().to_string(), fs::read_to_string(&path).unwrap()))
        .collect();
    files.sort();
    files.push(("terms.toml".to_owned(), include_str!("../../cases/glossary/terms.toml").to_owned()));
    load(&files, &grammars(Locales::embedded()).unwrap()).value
}

/// A word as the glossary compares it: without stress marks, with one kind of apostrophe.
fn compared(termbase: &Termbase, locale: &Locale, word: &str) -> String {
    termbase.folding(locale).fold(word).text.trim().to_owned()
}

#[test]
fn a_dictionary_word_is_found_only_where_it_is_a_form_of_a_term() {
    let termbase = termbase();
    for (tag, dictionary) in DICTIONARIES {
        let Some(entries) = entries(dictionary) else {
            skip(&format!("hunspell's {dictionary} is not installed"));
            continue;
        };
        let locale: Locale = tag.parse().unwrap();
        let mut homographs: BTreeSet<String> = BTreeSet::new();
        let mut forbidden = 0;
        for entry in &entries {
            for hit in termbase.find(&locale, entry) {
                let term = termbase.term(&locale, &hit).unwrap();
                let form = &term.forms[hit.form].text;
                let (found, expected) = (&entry[hit.span.clone()], compared(&termbase, &locale, form));
                assert_eq!(compared(&termbase, &locale, found), expected, "{tag}: {entry}");
                // An entry other than the term's dictionary form is another word, or a form listed as a word.
                if hit.span.len() == entry.len() && compared(&termbase, &locale, &term.text) != expected {
                    homographs.insert(format!("{entry} ({})", term.text));
                }
                forbidden += usize::from(hit.usage == Usage::Forbidden);
            }
        }
        println!(
            "{tag}: {} words, {} that are another form of a term, {forbidden} refused: {homographs:?}",
            entries.len(),
            homographs.len()
        );
        // A handful in a hundred thousand: words by which a writer could mean something else.
        assert!(homographs.len() * 2000 < entries.len(), "{tag}: {homographs:?}");
    }
}

#[test]
fn spell_checkers_that_know_a_word_know_its_forms() {
    let mut words: BTreeMap<&str, BTreeMap<String, BTreeSet<String>>> = BTreeMap::new();
    for (tag, wording, forms) in reviewed().into_iter().filter(|(_, wording, _)| !wording.contains([' ', '-'])) {
        let plain = |text: &str| text.replace(['’', 'ʼ'], "'");
        let expected = words.entry(tag).or_default().entry(plain(&wording)).or_default();
        expected.extend(forms.iter().map(|form| plain(&form.text)));
    }
    for (tag, dictionary) in DICTIONARIES {
        let all: BTreeSet<String> = words[tag].values().flatten().chain(words[tag].keys()).cloned().collect();
        let Some(unknown) = unknown_to_speller(dictionary, &all) else {
            skip(&format!("hunspell with {dictionary} is not installed"));
            continue;
        };
        let known: Vec<_> = words[tag].iter().filter(|(wording, _)| !unknown.contains(*wording)).collect();
        let forms: BTreeSet<&String> = known.iter().flat_map(|(_, forms)| forms.iter()).collect();
        let strange: Vec<&String> = forms.iter().copied().filter(|form| unknown.contains(*form)).collect();
        println!(
            "{tag}: of {} forms of {} known words {} are not known: {strange:?}",
            forms.len(),
            known.len(),
            strange.len()
        );
        assert!(known.len() > 60, "{tag}: {}", known.len());
        assert!(strange.len() * 100 <= forms.len() * 15, "{tag}: {} of {}: {strange:?}", strange.len(), forms.len());
    }
}
