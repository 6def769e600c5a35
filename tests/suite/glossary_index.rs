//! The index of a locale's terms: whether it is made anew, read from a store or found damaged there, the same is found.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write as _,
    fs,
    path::{Path, PathBuf},
    sync::{Arc, Mutex},
};

use proptest::prelude::*;
use tempfile::TempDir;
use tolmach::{
    desk::{
        self, Desk, FindingWithText, Layout, Registries, Unobserved,
        glossary::{find, lint},
    },
    glossary::{Choices, Grammars, IndexStore, Termbase, grammars, load_chosen},
    locale::Locales,
    model::{Locale, Usage},
    project::settings::{Overrides, Settings},
};

fn locale(tag: &str) -> Locale {
    tag.parse().unwrap()
}

/// Indexes in memory.
#[derive(Debug, Default)]
struct Shelf(Mutex<BTreeMap<Locale, Vec<u8>>>);

impl IndexStore for Shelf {
    fn get(&self, locale: &Locale) -> Option<Vec<u8>> {
        self.0.lock().unwrap().get(locale).cloned()
    }

    fn put(&self, locale: &Locale, index: &[u8]) {
        self.0.lock().unwrap().insert(locale.clone(), index.to_vec());
    }
}

/// Words that decline in several ways, share forms and words, differ in capitals or accents only, or do not decline.
const WORDS: [&str; 20] = [
    "дзяржава",
    "Гомель",
    "гомель",
    "Лукашэнка",
    "Лукашенко",
    "Лукашенка",
    "ёлка",
    "елка",
    "словы",
    "метро",
    "Мінск",
    "мінскі",
    "войска",
    "мова",
    "NATO",
    "Днепр",
    "рэчка",
    "дзень",
    "О’Ніл",
    "Юры",
];
const KINDS: [&str; 5] = ["person", "place", "org", "term", "phrase"];

/// A concept by its numbers: a wording of one or two words, its kind, and perhaps a forbidden wording and more.
type Numbers = (usize, usize, usize, usize, usize);

fn concept(number: usize, (first, second, kind, forbidden, more): Numbers) -> String {
    let word = |at: usize| WORDS[at % WORDS.len()];
    let wording = if second % 3 == 0 { format!("{} {}", word(first), word(second)) } else { word(first).to_owned() };
    let mut text = format!("[[concept]]\nid = \"c{number}\"\nkind = \"{}\"\n", KINDS[kind % KINDS.len()]);
    writeln!(text, "terms.en.preferred = \"Term {number}\"").unwrap();
    write!(text, "terms.{} = {{ preferred = ", ["be", "uk", "be", "uk", "ru", "be-tarask"][more % 6]).unwrap();
    match more % 7 {
        0 => write!(text, "{{ text = \"{wording}\", forms = [\"{}\"], case_sensitive = true }}", word(second)),
        1 => write!(text, "{{ text = \"{wording}\", class = \"ma.S\", part_of_name = false }}"),
        2 => write!(text, "{{ text = \"{wording}\", mode = \"exact\", context_not = [\"мова\"] }}"),
        _ => write!(text, "\"{wording}\""),
    }
    .unwrap();
    if forbidden % 2 == 0 {
        write!(text, ", forbidden = [\"{}\", \"{}\"]", word(forbidden / 2), word(forbidden)).unwrap();
    }
    text + " }\n\n"
}

/// A glossary large enough for its index to be stored: the given concepts among others that are always the same.
fn glossary(concepts: &[Numbers]) -> String {
    let usual = (0..700).map(|at| (at * 7, at * 5 + 1, at, 1, at));
    let all = usual.chain(concepts.iter().copied());
    all.enumerate().map(|(number, numbers)| concept(number, numbers)).collect()
}

fn termbase(text: &str, grammars: &Grammars, store: Option<Arc<dyn IndexStore>>) -> Termbase {
    let files = [("glossary/terms.toml".to_owned(), text.to_owned())];
    let mut termbase = load_chosen(&files, grammars, &Choices::default(), "").value;
    termbase.index_store = store;
    termbase
}

const LOCALES: [&str; 5] = ["be", "be-tarask", "ru", "uk", "en"];

/// Everything that can be asked of a termbase, about these texts.
fn answers(termbase: &Termbase, texts: &[String]) -> String {
    let mut out = String::new();
    for tag in LOCALES {
        let locale = locale(tag);
        let vocabulary = termbase.vocabulary(&locale);
        for text in texts {
            let sight = termbase.look(&locale, text);
            writeln!(out, "{tag} {text}: {:?} {:?}", sight.all, sight.lowered).unwrap();
            for word in text.split(' ') {
                let letters: Vec<char> = word.to_lowercase().chars().collect();
                let alike = vocabulary.alike(&letters, termbase.folding(&locale));
                let known: Vec<_> = alike.iter().map(|number| vocabulary.known(*number, |_| true)).collect();
                writeln!(out, "{} {known:?}", vocabulary.knows(&word.to_lowercase())).unwrap();
            }
        }
        for concept in 0..termbase.concepts.len() {
            writeln!(out, "{:?} {:?}", termbase.terms(&locale, concept), vocabulary.of_concept(concept)).unwrap();
        }
    }
    writeln!(out, "{:?} {:?}", termbase.faults(termbase.known_locales()), termbase.coincidences()).unwrap();
    out
}

fn text(numbers: &[usize]) -> String {
    let word = |at: &usize| {
        let word = WORDS[at % WORDS.len()];
        let stem: String = word.chars().take(word.chars().count() - at / 20 % 3).collect();
        stem + ["", "а", "у", "ам", "ы", "aм", "-", ","][at / 60 % 8]
    };
    numbers.iter().map(word).collect::<Vec<_>>().join(" ")
}

proptest! {
    #![proptest_config(crate::support::config(6))]

    #[test]
    fn a_stored_index_answers_as_a_new_one(
        concepts in proptest::collection::vec((0_usize..20, 0_usize..20, 0_usize..5, 0_usize..40, 0_usize..28), 0..40),
        texts in proptest::collection::vec(proptest::collection::vec(0_usize..480, 1..8), 1..12),
        damages in proptest::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..6),
        end in any::<prop::sample::Index>(),
    ) {
        let grammars = grammars(Locales::embedded()).unwrap();
        let glossary = glossary(&concepts);
        let texts: Vec<String> = texts.iter().map(|numbers| text(numbers)).collect();
        let expected = answers(&termbase(&glossary, &grammars, None), &texts);
        let shelf = Arc::new(Shelf::default());
        let open = || termbase(&glossary, &grammars, Some(Arc::clone(&shelf) as Arc<dyn IndexStore>));
        prop_assert_eq!(&answers(&open(), &texts), &expected);
        let stored = shelf.0.lock().unwrap().clone();
        prop_assert!(stored.len() >= 2, "{:?}", stored.keys());
        prop_assert_eq!(&answers(&open(), &texts), &expected);
        prop_assert_eq!(&*shelf.0.lock().unwrap(), &stored);
        // A part of an index, or more than one, is none: it is made anew.
        for index in shelf.0.lock().unwrap().values_mut() {
            index.truncate(end.index(index.len()));
        }
        prop_assert_eq!(&answers(&open(), &texts), &expected);
        for index in shelf.0.lock().unwrap().values_mut() {
            index.push(0);
        }
        prop_assert_eq!(&answers(&open(), &texts), &expected);
        prop_assert_eq!(&*shelf.0.lock().unwrap(), &stored);
        // Whole, but not what was stored: what is found is anybody's guess, yet nothing panics.
        for index in shelf.0.lock().unwrap().values_mut() {
            for (at, byte) in &damages {
                let at = at.index(index.len());
                index[at] ^= byte;
            }
        }
        answers(&open(), &texts);
    }
}

#[test]
fn every_form_of_a_term_is_found_as_that_form() {
    let termbase = termbase(&glossary(&[]), &grammars(Locales::embedded()).unwrap(), None);
    let mut count = 0;
    for tag in ["be", "ru", "uk"] {
        let locale = locale(tag);
        for (number, concept) in termbase.concepts.iter().enumerate().filter(|(_, c)| c.terms.contains_key(&locale)) {
            let accepted = termbase.terms(&locale, number).iter().enumerate();
            for (term, known) in
                accepted.filter(|(_, term)| term.usage > Usage::Forbidden && term.context_not.is_empty())
            {
                for (form, text) in known.forms.iter().enumerate() {
                    let hits = termbase.look(&locale, &text.text).all;
                    let is_hit = hits.iter().any(|hit| (hit.concept, hit.term, hit.form) == (number, term, form));
                    assert!(is_hit, "{} {}: {}", concept.id, text.text, known.text);
                    count += 1;
                }
            }
        }
    }
    assert!(count > 1000, "{count}");
}

/// A project with a large glossary.
fn project() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    fs::create_dir(folder.path().join("glossary")).unwrap();
    write_glossary(folder.path(), &glossary(&[]));
    fs::write(folder.path().join("tolmach.toml"), "targets = [\"be\", \"uk\"]\n").unwrap();
    folder
}

fn write_glossary(root: &Path, text: &str) {
    fs::write(root.join("glossary/terms.toml"), text).unwrap();
}

fn open(root: &Path) -> Desk {
    let text = fs::read_to_string(root.join("tolmach.toml")).unwrap();
    let registries = Registries::built_in();
    let names = crate::support::names(&registries.engines);
    let settings = Settings::resolve(&Overrides::default(), Some(("tolmach.toml", &text)), None, 1, &names).unwrap();
    Desk::open(Some((&Layout { root: root.to_owned() }, &settings)), &registries).unwrap()
}

/// What a desk finds in a text.
fn found(desk: &Desk) -> String {
    let text = "Гомелем Лукашэнку дзяржавай Мінск метро";
    ["be", "uk"].map(|tag| format!("{:?}", find(desk, &locale(tag), text))).join("\n")
}

fn index(root: &Path, tag: &str) -> PathBuf {
    root.join(format!(".tolmach/cache/glossary/{tag}.index"))
}

#[test]
fn a_damaged_index_is_made_anew() {
    let folder = project();
    let root = folder.path();
    let expected = found(&open(root));
    let path = index(root, "be");
    let whole = fs::read(&path).unwrap();
    let other = fs::read(index(root, "uk")).unwrap();
    let mut flipped = whole.clone();
    flipped[whole.len() / 2] ^= 16;
    for damage in [
        &[],
        &whole[..whole.len() / 2],
        &whole[..whole.len() - 1],
        &flipped,
        &other,
        b"\n",
        b"{\"cache\":1}\n",
        &[0xff; 100],
    ] {
        fs::write(&path, damage).unwrap();
        assert_eq!(found(&open(root)), expected, "{} bytes", damage.len());
        assert!(fs::read(&path).unwrap() == whole, "{} bytes", damage.len());
    }
}

#[test]
fn an_index_of_another_version_is_left_alone() {
    let folder = project();
    let expected = found(&open(folder.path()));
    let foreign = "{\"cache\":2,\"made\":\"otherwise\"}\nmore";
    fs::write(index(folder.path(), "be"), foreign).unwrap();
    assert_eq!(found(&open(folder.path())), expected);
    assert_eq!(fs::read_to_string(index(folder.path(), "be")).unwrap(), foreign);
}

#[test]
fn an_index_holds_for_the_glossary_the_rules_and_the_choices_that_it_was_made_from() {
    let folder = project();
    let root = folder.path();
    found(&open(root));
    let mut known = vec![fs::read(index(root, "be")).unwrap()];
    let mut expect_another = |what: &str| {
        let with = found(&open(root));
        assert_eq!(with, found(&open(root).without_cache()), "{what}");
        let new = fs::read(index(root, "be")).unwrap();
        assert!(!known.contains(&new), "{what}");
        known.push(new);
    };
    write_glossary(root, &glossary(&[(1, 1, 1, 1, 4)]));
    expect_another("glossary");
    fs::create_dir_all(root.join("locales/be")).unwrap();
    fs::write(root.join("locales/be/profile.toml"), "[matching.fold]\n\"м\" = \"н\"\n").unwrap();
    expect_another("rules");
    fs::write(root.join("tolmach.toml"), "targets = [\"be\"]\n[glossary.forbid.c5]\nbe = [\"дзень\"]\n").unwrap();
    expect_another("choices");
}

#[test]
fn only_indexes_that_can_be_needed_are_kept() {
    let folder = project();
    let root = folder.path();
    found(&open(root));
    fs::write(index(root, "tlh"), "left by a locale that is no more").unwrap();
    fs::write(index(root, "be"), "").unwrap();
    found(&open(root));
    let names = fs::read_dir(root.join(".tolmach/cache/glossary")).unwrap().map(|entry| entry.unwrap().file_name());
    let mut names: Vec<_> = names.collect();
    names.sort();
    assert_eq!(names, ["be.index", "uk.index"]);
}

#[test]
fn where_no_index_can_be_stored_terms_are_found_all_the_same() {
    let folder = project();
    let root = folder.path();
    let expected = found(&open(root).without_cache());
    assert!(!root.join(".tolmach").exists());
    fs::write(root.join(".tolmach"), "a file where the folder should be").unwrap();
    assert_eq!(found(&open(root)), expected);
    fs::remove_file(root.join(".tolmach")).unwrap();
    fs::create_dir_all(index(root, "be")).unwrap();
    assert_eq!(found(&open(root)), expected);
}

#[test]
fn the_index_of_a_small_glossary_is_not_stored() {
    let folder = project();
    write_glossary(folder.path(), &concept(0, (1, 1, 1, 1, 4)));
    found(&open(folder.path()));
    assert!(!folder.path().join(".tolmach").exists());
}

#[test]
fn a_command_declines_the_terms_of_its_own_languages_only() {
    let folder = project();
    let root = folder.path();
    fs::write(root.join("tolmach.toml"), "targets = [\"be\"]\n").unwrap();
    let bad = |tag: &str| {
        format!("[[concept]]\nid = \"bad-{tag}\"\nterms.{tag}.preferred = {{ text = \"слова\", class = \"q\" }}\n")
    };
    write_glossary(root, &(glossary(&[]) + &bad("be") + &bad("uk")));
    let stored = || {
        let names = fs::read_dir(root.join(".tolmach/cache/glossary")).unwrap();
        let mut names: Vec<_> = names.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
        names.sort();
        names
    };
    let concepts = |findings: Vec<FindingWithText>| -> BTreeSet<String> {
        findings.into_iter().filter_map(|item| item.finding.concept).filter(|id| id.starts_with("bad")).collect()
    };
    let workspace = || crate::desk::open(root, Registries::built_in());
    let checked = desk::check(&workspace(), &[], true, &Unobserved).unwrap();
    assert_eq!(concepts(checked.findings), BTreeSet::from(["bad-be".to_owned()]));
    assert_eq!(stored(), ["be.index", "en.index"]);
    // Lint is about the glossary as a whole.
    let linted = desk::without_text(lint(&workspace(), 0).unwrap());
    assert_eq!(concepts(linted), BTreeSet::from(["bad-be".to_owned(), "bad-uk".to_owned()]));
    assert_eq!(stored(), ["be-tarask.index", "be.index", "en.index", "uk.index"]);
}

#[test]
fn a_word_of_many_concepts_has_the_owners_that_are_requested() {
    let termbase = termbase(&glossary(&[]), &grammars(Locales::embedded()).unwrap(), None);
    let vocabulary = termbase.vocabulary(&locale("be"));
    let letters: Vec<char> = "дзяржава".chars().collect();
    let number = vocabulary.alike(&letters, termbase.folding(&locale("be")))[0];
    let all = vocabulary.known(number, |_| true).unwrap();
    let concepts: BTreeSet<usize> = all.owners.iter().map(|owner| owner.concept).collect();
    assert!(concepts.len() > 10, "{concepts:?}");
    let last = *concepts.last().unwrap();
    let one = vocabulary.known(number, |concept| concept == last).unwrap();
    assert_eq!(one.letters, all.letters);
    let owners: Vec<_> = all.owners.iter().filter(|owner| owner.concept == last).copied().collect();
    assert_eq!(one.owners, owners);
    assert!(!owners.is_empty() && vocabulary.known(number, |_| false).unwrap().owners.is_empty());
}
