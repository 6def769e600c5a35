//! Terms of the shipped editions swapped for wrong ones: each swap is found, and the right term offered in its case.

use std::{collections::BTreeSet, fs, path::Path};

use tolmach::{
    bilingual::xliff,
    check::check_segment,
    glossary::{Hit, Termbase, grammars, load},
    locale::Locales,
    model::{Finding, Form, Term, Text, Usage, cut},
};

use super::{house::context, locale};

const TAGS: [&str; 3] = ["be", "ru", "uk"];

fn files(folder: &str, ending: &str) -> Vec<(String, String)> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut files: Vec<(String, String)> = fs::read_dir(root.join(folder))
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .filter(|path| path.extension().is_some_and(|extension| extension == ending))
        .map(|path| (path.file_name().unwrap().to_string_lossy().into_owned(), fs::read_to_string(&path).unwrap()))
        .collect();
    files.sort();
    files
}

fn shipped() -> Termbase {
    let parsed = load(&files("glossary", "toml"), &grammars(Locales::embedded()).unwrap());
    assert_eq!(parsed.findings, []);
    parsed.value
}

/// Every sentence of the shipped editions in a locale, with its translation.
fn sentences(tag: &str) -> Vec<(Text, Text)> {
    let mut sentences = Vec::new();
    for (_, text) in files(&format!("locales/{tag}/segments"), "xlf") {
        let units = xliff::read(&text).unwrap().value.units;
        sentences.extend(units.into_iter().filter_map(|unit| Some((unit.source, unit.target?.text))));
    }
    assert!(sentences.len() > 20);
    sentences
}

/// A text with the hit replaced; codes do not matter here.
fn swapped(prose: &str, hit: &Hit, instead: &str) -> String {
    let (before, after) = (cut(prose, &(0..hit.span.start)), cut(prose, &(hit.span.end..prose.len())));
    format!("{before}{instead}{after}")
}

fn same_cell(one: &Form, other: &Form) -> bool {
    one.case.is_some() && (one.case, one.number, one.gender) == (other.case, other.number, other.gender)
}

/// A form capitalised as another text is.
fn capitalised(text: &str, like: &str, lemma: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().unwrap();
    let capitalise = like.starts_with(char::is_uppercase) && lemma.starts_with(char::is_lowercase);
    if capitalise { first.to_uppercase().chain(letters).collect() } else { text.to_owned() }
}

/// The replacements that a finding offers, best first.
fn offers(finding: &Finding) -> Vec<&str> {
    let fix = finding.fix.iter().map(|fix| fix.replacement.as_str());
    fix.chain(finding.alternatives.iter().map(String::as_str)).collect()
}

/// A text with a finding's replacement applied.
fn fixed(text: &str, finding: &Finding, replacement: &str) -> String {
    let mut text = text.to_owned();
    text.replace_range(finding.place.span.clone(), replacement);
    text
}

/// A text without the difference between у and ў, which is a matter of typography.
fn plain(text: &str) -> String {
    text.to_lowercase().replace('ў', "у")
}

#[derive(Debug, Default)]
struct Count {
    all: usize,
    found: usize,
    offered: usize,
    first: usize,
    lost: Vec<String>,
}

impl Count {
    /// Counts the best of the findings about one swap.
    fn add(&mut self, findings: &[&Finding], wrong: &str, right: &[String], named: &str) {
        self.all += 1;
        let rank = |finding: &&&Finding| {
            let offers = offers(finding);
            offers
                .iter()
                .position(|offer| right.iter().any(|right| plain(right) == plain(&fixed(wrong, finding, offer))))
                .unwrap_or(99)
        };
        let Some(best) = findings.iter().min_by_key(rank) else {
            self.lost.push(format!("not found: {named}"));
            return;
        };
        self.found += 1;
        match rank(&best) {
            99 => {
                assert!(!best.is_certain(), "{named}: {best:?}");
                self.lost.push(format!("not offered: {named}: {:?}", offers(best)));
            }
            place => {
                assert!(place == 0 || !best.is_certain(), "{named}: {best:?}");
                self.offered += 1;
                self.first += usize::from(place == 0);
            }
        }
    }
}

fn right_hits(termbase: &Termbase, tag: &str, prose: &str) -> Vec<(Hit, Term)> {
    let hits = termbase.find(&locale(tag), prose).into_iter().filter(|hit| hit.usage >= Usage::Admitted);
    hits.map(|hit| (hit.clone(), termbase.term(&locale(tag), &hit).unwrap().clone())).collect()
}

#[test]
fn a_refused_wording_is_found_in_any_case_and_the_right_one_offered() {
    let termbase = shipped();
    for tag in TAGS {
        let context = context(&termbase, tag);
        let mut count = Count::default();
        for (source, target) in sentences(tag) {
            for (hit, term) in right_hits(&termbase, tag, &target.prose) {
                let surface = cut(&target.prose, &hit.span);
                let found = &term.forms[hit.form];
                let cells: Vec<&Form> = term.forms.iter().filter(|form| form.text == found.text).collect();
                let words = |term: &Term| term.text.split(' ').count();
                let terms = termbase.terms(&locale(tag), hit.concept);
                let wrong = terms.iter().filter(|other| other.usage < Usage::Admitted && words(other) == words(&term));
                let mut forms = BTreeSet::new();
                // Any form of the same case is right: Украінай, Украінаю.
                let doublets = term.forms.iter().filter(|form| cells.iter().any(|cell| same_cell(cell, form)));
                let doublets =
                    doublets.map(|form| swapped(&target.prose, &hit, &capitalised(&form.text, surface, &term.text)));
                let mut right: Vec<String> = doublets.collect();
                right.push(target.prose.clone());
                for other in wrong {
                    let same = other.forms.iter().filter(|form| cells.iter().any(|cell| same_cell(cell, form)));
                    forms.extend(same.map(|form| capitalised(&form.text, surface, &other.text)));
                }
                for form in forms {
                    let wrong = swapped(&target.prose, &hit, &form);
                    let findings = check_segment(&context, &source, &Text::plain(&wrong));
                    let rules = ["forbidden-term", "deprecated-term"];
                    let found: Vec<&Finding> =
                        findings.iter().filter(|finding| rules.contains(&finding.rule())).collect();
                    count.add(&found, &wrong, &right, &format!("{surface} → {form}"));
                }
            }
        }
        assert!(count.all > 50, "{tag}");
        assert_eq!((count.found, count.offered), (count.all, count.all), "{tag}: {:#?}", count.lost);
        assert!(count.first * 100 >= count.all * 90, "{tag}: {} of {} offered first", count.first, count.all);
    }
}

/// Misspellings of a word; not in its ending, where another one may be as right.
fn misspellings(word: &str, twins: &std::collections::BTreeMap<char, char>) -> BTreeSet<String> {
    let letters: Vec<char> = word.chars().collect();
    let mut out = BTreeSet::new();
    for place in [1, letters.len() / 2] {
        let mut changed = letters.clone();
        changed[place] = if changed[place] == 'о' { 'а' } else { 'о' };
        out.insert(changed.iter().collect());
        let mut dropped = letters.clone();
        dropped.remove(place);
        out.insert(dropped.iter().collect());
        let mut doubled = letters.clone();
        doubled.insert(place, letters[place]);
        out.insert(doubled.iter().collect());
    }
    if let Some((place, latin)) = letters
        .iter()
        .enumerate()
        .find_map(|(place, letter)| twins.iter().find(|(_, twin)| *twin == letter).map(|(latin, _)| (place, *latin)))
    {
        let mut foreign = letters.clone();
        foreign[place] = latin;
        out.insert(foreign.iter().collect());
    }
    out.remove(word);
    out
}

#[test]
fn a_misspelt_term_that_a_translation_lacks_is_found_in_any_case_and_the_right_one_offered() {
    let termbase = shipped();
    for tag in TAGS {
        let context = context(&termbase, tag);
        let target_locale = locale(tag);
        let mut count = Count::default();
        let mut seen = BTreeSet::new();
        let sentences = sentences(tag);
        for (source, target) in &sentences {
            for (hit, _) in right_hits(&termbase, tag, &target.prose) {
                let without = Text::plain(swapped(&target.prose, &hit, "—"));
                let id = &termbase.concepts[hit.concept].id;
                let is_lacking =
                    |finding: &Finding| finding.rule() == "terminology" && finding.concept.as_ref() == Some(id);
                if !check_segment(&context, source, &without).iter().any(is_lacking) {
                    continue;
                }
                let surface = cut(&target.prose, &hit.span);
                let words = surface.split([' ', '-']).filter(|word| word.chars().count() > 5);
                for word in words.filter(|word| seen.insert((*word).to_owned())) {
                    for form in misspellings(word, &context.target.twins) {
                        let wrong = swapped(&target.prose, &hit, &surface.replacen(word, &form, 1));
                        // A misspelling that is itself a form is not one.
                        let folded = context.termbase.folding(&target_locale).fold(&form).text;
                        if termbase.vocabulary(&target_locale).knows(&folded) {
                            continue;
                        }
                        let text = Text::plain(&wrong);
                        let mut findings = check_segment(&context, source, &text);
                        // Letters of another script are no misspelling: the word is found, and its letters are reported.
                        let rules = ["misspelt-term", "forbidden-term", "deprecated-term", "foreign-letters"];
                        findings.retain(|finding| rules.contains(&finding.rule()));
                        let found: Vec<&Finding> = findings.iter().collect();
                        count.add(&found, &wrong, std::slice::from_ref(&target.prose), &format!("{surface} → {form}"));
                    }
                }
            }
        }
        assert!(count.all > 100, "{tag}: {}", count.all);
        // The misses look like another word of the same root, or leave another word of the same term.
        assert!(count.offered * 100 >= count.all * 80, "{tag}: {} of {}: {:#?}", count.offered, count.all, count.lost);
        assert!(count.first * 100 >= count.offered * 95, "{tag}: {} of {} offered first", count.first, count.offered);
    }
}
