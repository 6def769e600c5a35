//! A generated termbase and sentences for the benches of terms and checks, the same in every run.

use std::fmt::Write;

use tolmach::{
    glossary::{Termbase, grammars, load},
    locale::Locales,
    model::Text,
};

use crate::dice::Dice;

fn word(dice: &mut Dice, syllables: &[&str], length: usize) -> String {
    (0..length).map(|_| syllables[dice.roll(syllables.len())]).collect()
}

const LATIN: &[&str] = &[
    "ba", "ke", "li", "mo", "nur", "san", "te", "vol", "ri", "ga", "sto", "pe", "dra", "fi", "hu", "jek", "lam", "mis",
    "no", "ope", "pra", "qui", "rod", "sul", "tva", "und", "ver", "wo", "xan", "yel", "zob", "chi", "est", "ing",
];
const CYRILLIC: &[&str] = &[
    "ба", "ке", "лі", "мо", "нур", "сан", "тэ", "вол", "ры", "га", "сто", "пе", "дра", "фі", "ху", "джэк", "лам",
    "міс", "но", "апе", "пра", "кві", "род", "сул", "тва", "унд", "вер", "во", "ксан", "ель", "зоб", "чы", "эст",
    "шча",
];
const ENDINGS: &[&str] = &["а", "у", "ам", "е", "ы", "аў", "амі", "ах", "ой"];

fn capital(word: &str) -> String {
    let mut letters = word.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

/// A termbase of 1,000 concepts with ten forms each, and pairs of sentences that use them: three terms and two numbers
/// in a sentence of some 170 bytes.
pub(crate) fn material(pairs: usize) -> (Termbase, Vec<(Text, Text)>) {
    let mut dice = Dice::new(7);
    let mut file = String::new();
    let mut terms = Vec::new();
    for number in 0..1000 {
        let (en, be) = (capital(&word(&mut dice, LATIN, 4)), capital(&word(&mut dice, CYRILLIC, 4)));
        let forms: Vec<String> = ENDINGS.iter().map(|ending| format!("{be}{ending}")).collect();
        write!(
            file,
            "[[concept]]\nid = \"c{number}\"\nterms.en = {{ preferred = \"{en}\" }}\n\
             terms.be = {{ preferred = {{ text = \"{be}\", forms = {forms:?} }} }}\n"
        )
        .unwrap();
        terms.push((en, be));
    }
    let grammars = grammars(Locales::embedded()).unwrap();
    let termbase = load(&[("glossary/terms.toml".to_owned(), file)], &grammars).value;
    let sentences = (0..pairs).map(|_| {
        let (mut en, mut be) = (String::new(), String::new());
        for place in 0..20 {
            if place % 7 == 3 {
                let (a, b) = &terms[dice.roll(terms.len())];
                write!(en, "{a}’s ").unwrap();
                write!(be, "{b}{} ", ENDINGS[dice.roll(ENDINGS.len())]).unwrap();
            } else {
                let length = 1 + dice.roll(3);
                en += &word(&mut dice, LATIN, length);
                be += &word(&mut dice, CYRILLIC, length);
                en.push(' ');
                be.push(' ');
            }
        }
        let (day, people) = (1 + dice.roll(28), 10_000 + dice.roll(10_000));
        write!(en, "on {day} March, {},{:03} people.", people / 1000, people % 1000).unwrap();
        write!(be, "{day} сакавіка, {}\u{a0}{:03} чалавек.", people / 1000, people % 1000).unwrap();
        (Text::plain(en), Text::plain(be))
    });
    let sentences = sentences.collect();
    (termbase, sentences)
}
