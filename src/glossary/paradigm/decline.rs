//! In which forms does one word stand?

use std::collections::BTreeMap;

use super::{
    Paradigms,
    class::{ClassOption, ClassPart, WordSort, letter},
    flags::Flags,
    pattern::{joined, rewrite},
    rules::{Base, Column, DeclensionRule, Table},
};
use crate::model::{Case, Gender, Number};

/// The forms of a word in lower case, by column and case; the first of several is the usual one.
pub(super) type Cells = BTreeMap<(Column, Case), Vec<String>>;

/// What is asked for: a word as it is compared, and what is known of how it stands.
#[derive(Debug, Clone, Copy)]
pub(super) struct Query<'a> {
    /// In lower case, with the rules' apostrophe.
    pub(super) word: &'a [char],
    /// Of the shape of the word as written, or of where it stands.
    pub(super) seen: Flags,
}

/// The stem of the singular, that of the plural, and the rule's table.
struct Stems {
    singular: String,
    plural: String,
}

/// The forms of a noun by number and case; nothing where no rule fits.
pub(super) fn noun(rules: &Paradigms, asked: &Query<'_>, token: &ClassPart, gender: Gender) -> Option<Cells> {
    let known = known_choices(rules, asked, token);
    let mut cells = Cells::new();
    for flags in possible_flags(rules, asked, token, &known.choices) {
        merge(&mut cells, one_noun(rules, asked, gender, flags, &known)?);
    }
    cells.retain(|(column, _), forms| {
        let other = match token.only {
            Some(Number::Singular) => Column::Plural,
            Some(Number::Plural) => Column::Singular,
            None => return !forms.is_empty(),
        };
        *column != other && !forms.is_empty()
    });
    is_among(&cells, asked.word).then_some(cells)
}

/// Whether the word itself is a nominative of what was made of it; else it has another ending than its class.
fn is_among(cells: &Cells, word: &[char]) -> bool {
    let lemma: String = word.iter().collect();
    let first = cells.keys().map(|(column, _)| *column).next();
    cells.iter().any(|((column, case), forms)| {
        let fits = first != Some(Column::Singular) || *column == Column::Singular;
        fits && *case == Case::Nominative && forms.contains(&lemma)
    })
}

fn one_noun(rules: &Paradigms, asked: &Query<'_>, gender: Gender, flags: Flags, known: &KnownChoices) -> Option<Cells> {
    if !flags.meets(rules.names.flag("adj")) {
        let rule = rules.nouns.iter().find(|rule| rule.when.holds(asked.word, flags, &rules.vowels));
        let table = value(&known.choices, "table").or_else(|| rule.map(|rule| rule.table.as_str()))?;
        let mut cells = fill(rules, asked.word, table, &stems(asked.word, rule, flags, &known.choices), flags)?;
        put_written(rules, asked, known, flags, &mut cells);
        return Some(cells);
    }
    let column = match gender {
        Gender::Masculine => Column::Masculine,
        Gender::Feminine => Column::Feminine,
        Gender::Neuter => Column::Neuter,
    };
    let pick = |((own, case), forms)| match own {
        _ if own == column => Some(((Column::Singular, case), forms)),
        Column::Plural => Some(((Column::Plural, case), forms)),
        _ => None,
    };
    Some(one_adjective(rules, asked, flags)?.into_iter().filter_map(pick).collect())
}

/// The forms of an adjective by gender (or plural) and case; nothing where no rule fits.
pub(super) fn adjective(rules: &Paradigms, asked: &Query<'_>, token: &ClassPart) -> Option<Cells> {
    let known = known_choices(rules, asked, token);
    let mut cells = Cells::new();
    for flags in possible_flags(rules, asked, token, &known.choices) {
        merge(&mut cells, one_adjective(rules, asked, flags)?);
    }
    is_among(&cells, asked.word).then_some(cells)
}

fn one_adjective(rules: &Paradigms, asked: &Query<'_>, flags: Flags) -> Option<Cells> {
    let rule = rules.adjectives.iter().find(|rule| rule.when.holds(asked.word, flags, &rules.vowels))?;
    fill(rules, asked.word, &rule.table, &stems(asked.word, Some(rule), flags, &[]), flags)
}

fn merge(cells: &mut Cells, more: Cells) {
    for (key, forms) in more {
        let own = cells.entry(key).or_default();
        push_all(own, forms);
    }
}

/// What is known of a word.
struct KnownChoices {
    /// What the class says, and behind it what the rules know of this very word.
    choices: Vec<ClassOption>,
    /// How many are the class's own.
    own: usize,
}

fn known_choices(rules: &Paradigms, asked: &Query<'_>, token: &ClassPart) -> KnownChoices {
    let mut choices = token.choices.clone();
    let own = choices.len();
    let flags = class_flags(rules, token).and(asked.seen);
    let mut tail: &[char] = asked.word;
    let mut whole = true;
    while !tail.is_empty() {
        let key: String = tail.iter().collect();
        let head = asked.word.len().saturating_sub(tail.len());
        let head = asked.word.get(..head).unwrap_or_default();
        for known in rules.words.get(&key).into_iter().flatten() {
            if (whole || known.tail) && known.condition.holds(flags) {
                known.choices.iter().for_each(|choice| add_choice(&mut choices, choice, head, own));
            }
        }
        whole = false;
        tail = tail.get(1..).unwrap_or_default();
    }
    KnownChoices { choices, own }
}

/// Adds what is known of a word unless the class, its first `own` choices, or a longer ending says otherwise; the shapes
/// it names stand behind `head`.
fn add_choice(choices: &mut Vec<ClassOption>, choice: &ClassOption, head: &[char], own: usize) {
    let rivals: &[&str] = match choice.name {
        "end" | "stem" => &["end", "stem"],
        "drop" | "keep" => &["drop", "keep", "sg"],
        "soft" | "hard" => &["soft", "hard"],
        "zero" | "full" => &["zero", "full", "gp"],
        "gp" => &["gp", "zero", "full"],
        _ => &[],
    };
    let known = choices.iter().any(|own| own.name == choice.name || rivals.contains(&own.name));
    // A genitive plural that a class adds stands beside the known one.
    let beside = choice.name == "gp" && choices.iter().filter(|own| own.name == "gp").count() == 1;
    let by_class = choices.iter().take(own).any(|own| own.name == "gp");
    if known && !(beside && by_class) {
        return;
    }
    let value = choice.value.as_ref().map(|value| match choice.name {
        "gen" | "table" => value.clone(),
        _ if value.contains('>') => value.clone(),
        _ => value
            .split(',')
            .map(|one| head.iter().copied().chain(one.chars()).collect::<String>())
            .collect::<Vec<_>>()
            .join(","),
    });
    choices.push(ClassOption { name: choice.name, value });
}

/// The names that a token's gender and number give.
pub(super) fn class_flags(rules: &Paradigms, token: &ClassPart) -> Flags {
    let mut flags = match token.sort {
        WordSort::Frozen => Flags::default(),
        WordSort::Adjective => rules.names.flag("adj"),
        WordSort::Noun(gender) => rules.names.flag(letter(gender)),
    };
    if matches!(token.sort, WordSort::Noun(_)) {
        flags = flags.and(rules.names.flag(if token.animate { "a" } else { "i" }));
    }
    match token.only {
        Some(Number::Singular) => flags = flags.and(rules.names.flag("S")),
        Some(Number::Plural) => flags = flags.and(rules.names.flag("P")),
        None => {}
    }
    for choice in &token.choices {
        flags = flags.and(choice_flags(rules, choice));
    }
    flags
}

fn choice_flags(rules: &Paradigms, choice: &ClassOption) -> Flags {
    match (choice.name, choice.value.as_deref()) {
        ("gen", Some("a")) => rules.names.flag("gen-a"),
        ("gen", Some("u")) => rules.names.flag("gen-u"),
        ("gen", Some(_)) => rules.flags(&["gen-a", "gen-u"]),
        (name, None) => rules.names.flag(name),
        // A shape given for a form answers the question that would lead to it.
        ("sg", _) => rules.names.flag("drop"),
        ("pl", _) => rules.names.flag("pl"),
        _ => Flags::default(),
    }
}

/// At most so many readings of one word.
const READINGS: usize = 8;

/// What is known of a word, with the answers to what its class leaves open; several where an answer cannot be known.
fn possible_flags(rules: &Paradigms, asked: &Query<'_>, token: &ClassPart, known: &[ClassOption]) -> Vec<Flags> {
    let mut flags = class_flags(rules, token).and(asked.seen);
    for choice in known {
        flags = flags.and(choice_flags(rules, choice));
    }
    if asked.word.iter().filter(|letter| rules.vowels.contains(**letter)).count() == 1 {
        flags = flags.and(rules.names.flag("mono"));
    }
    let mut possible = vec![flags];
    for mark in &rules.marks {
        possible = possible
            .iter()
            .flat_map(|flags| {
                let open = !flags.meets(mark.ask);
                let answer = mark.rules.iter().find(|rule| open && rule.when.holds(asked.word, *flags, &rules.vowels));
                let answers = answer.map(|answer| answer.is.as_slice()).filter(|answers| !answers.is_empty());
                answers.map_or_else(|| vec![*flags], |answers| answers.iter().map(|one| flags.and(*one)).collect())
            })
            .take(READINGS)
            .collect();
    }
    possible
}

fn value<'a>(choices: &'a [ClassOption], name: &str) -> Option<&'a str> {
    choices.iter().find(|choice| choice.name == name)?.value.as_deref()
}

/// A shape that a class gives: written out, or as a change of the word's end.
fn shaped(text: &str, word: &str) -> String {
    if let Some((old, new)) = text.split_once('>') {
        let head = word.strip_suffix(old).unwrap_or(word);
        return format!("{head}{new}");
    }
    text.chars().map(super::spelling::lower).collect()
}

fn stems(word: &[char], rule: Option<&DeclensionRule>, flags: Flags, known: &[ClassOption]) -> Stems {
    let word: String = word.iter().collect();
    // A stem that a class gives comes in the shape that endings want: without soft sign or й.
    let bare = |text: &str| shaped(text, &word).trim_end_matches(['ь', 'й']).to_owned();
    let singular = match (value(known, "sg"), rule) {
        (Some(text), _) => bare(text),
        (None, Some(rule)) => rewrite(&rule.stem, &word, flags),
        (None, None) => word.clone(),
    };
    let plural = match (value(known, "pl"), rule) {
        (Some(text), _) => bare(text),
        (None, Some(rule)) => rewrite(&rule.plural, &singular, flags),
        (None, None) => singular.clone(),
    };
    Stems { singular, plural }
}

/// The nominative and genitive plural that are written out.
fn put_written(rules: &Paradigms, asked: &Query<'_>, known: &KnownChoices, flags: Flags, cells: &mut Cells) {
    let lemma: String = asked.word.iter().collect();
    let (own, listed) = known.choices.split_at_checked(known.own).unwrap_or_default();
    let written = |choices: &[ClassOption], name: &str| -> Vec<String> {
        let texts = value(choices, name).into_iter().flat_map(|text| text.split(','));
        texts.map(|text| shaped(text, &lemma)).collect()
    };
    for (name, case) in [("np", Case::Nominative), ("gp", Case::Genitive)] {
        let (mut forms, listed) = (written(own, name), written(listed, name));
        if forms.is_empty() {
            forms = listed;
        } else if name == "gp" {
            // What a class says stands before the known doublet: воєн and війн. The regular form gives way.
            push_all(&mut forms, listed);
        }
        if !forms.is_empty() {
            cells.insert((Column::Plural, case), forms);
        }
    }
    if value(&known.choices, "np").or(value(&known.choices, "gp")).is_some() {
        let forms = accusative(rules, cells, Column::Plural, flags);
        cells.insert((Column::Plural, Case::Accusative), forms);
    }
}

fn push_all(forms: &mut Vec<String>, more: Vec<String>) {
    for form in more {
        push(forms, form);
    }
}

fn push(forms: &mut Vec<String>, form: String) {
    if !forms.contains(&form) {
        forms.push(form);
    }
}

/// The genitive of living beings, the nominative of things.
fn accusative(rules: &Paradigms, cells: &Cells, column: Column, flags: Flags) -> Vec<String> {
    let mut forms = Vec::new();
    for (flag, case) in [("i", Case::Nominative), ("a", Case::Genitive)] {
        if flags.meets(rules.names.flag(flag)) {
            for form in cells.get(&(column, case)).into_iter().flatten() {
                push(&mut forms, form.clone());
            }
        }
    }
    forms
}

/// Fills a table for a word.
fn fill(rules: &Paradigms, word: &[char], table: &str, stems: &Stems, flags: Flags) -> Option<Cells> {
    let table: &Table = rules.tables.get(table)?;
    let lemma: String = word.iter().collect();
    let mut cells = Cells::new();
    let mut later = Vec::new();
    for ((column, case), endings) in table {
        let stem = if *column == Column::Plural { &stems.plural } else { &stems.singular };
        let mut forms = Vec::new();
        for cell in endings.iter().filter(|cell| cell.condition.holds(flags)) {
            let changed = |change: usize, text: &str| {
                rewrite(rules.changes.get(change).map(Vec::as_slice).unwrap_or_default(), text, flags)
            };
            let base = match cell.base {
                Base::Stem => stem.clone(),
                Base::Changed(change) => changed(change, stem),
                Base::Word => lemma.clone(),
                Base::ChangedWord(change) => changed(change, &lemma),
                Base::Accusative => {
                    later.push((*column, *case));
                    continue;
                }
            };
            push(&mut forms, joined(&rules.join, &base, &cell.ending, flags));
        }
        cells.insert((*column, *case), forms);
    }
    for (column, case) in later {
        // Behind it comes what the table adds.
        let mut forms = accusative(rules, &cells, column, flags);
        push_all(&mut forms, cells.remove(&(column, case)).unwrap_or_default());
        cells.insert((column, case), forms);
    }
    Some(cells)
}
