//! The declension of a single word.

use std::collections::BTreeMap;

use super::{
    Paradigms,
    class::{ClassOption, ClassPart, WordSort, gender_letter},
    flags::Flags,
    pattern::{join, rewrite},
    rules::{Base, Column, DeclensionRule, Table},
};
use crate::model::{Case, Gender, Number};

/// The forms of a word, by column and case; the first of several is the usual one.
pub(super) type Cells = BTreeMap<(Column, Case), Vec<CellForm>>;

/// A form of a word, in lower case.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct CellForm {
    pub(super) text: String,
    /// Whether every reading of the word has it in its cell for certain.
    pub(super) certain: bool,
}

/// A word to decline, with the flags of its shape and context.
#[derive(Debug, Clone, Copy)]
pub(super) struct Query<'a> {
    /// The word in lower case, with the rules' apostrophe.
    pub(super) word: &'a [char],
    pub(super) flags: Flags,
}

/// The singular and plural stems of a word.
struct Stems {
    singular: String,
    plural: String,
}

/// Declines a noun, by number and case; `None` if no rule applies.
pub(super) fn noun(rules: &Paradigms, query: &Query<'_>, token: &ClassPart, gender: Gender) -> Option<Cells> {
    let options = word_options(rules, query, token);
    let readings = possible_flags(rules, query, token, &options.all)
        .into_iter()
        .map(|flags| one_noun(rules, query, gender, flags, &options))
        .collect::<Option<Vec<_>>>()?;
    let mut cells = merge(readings);
    cells.retain(|(column, _), forms| {
        let other = match token.only {
            Some(Number::Singular) => Column::Plural,
            Some(Number::Plural) => Column::Singular,
            None => return !forms.is_empty(),
        };
        *column != other && !forms.is_empty()
    });
    has_lemma(&cells, query.word).then_some(cells)
}

/// Whether the word is a nominative of its own forms; if not, its ending does not fit the class.
fn has_lemma(cells: &Cells, word: &[char]) -> bool {
    let lemma: String = word.iter().collect();
    let first = cells.keys().map(|(column, _)| *column).next();
    cells.iter().any(|((column, case), forms)| {
        let is_dictionary_column = first != Some(Column::Singular) || *column == Column::Singular;
        is_dictionary_column && *case == Case::Nominative && forms.iter().any(|form| form.text == lemma)
    })
}

fn one_noun(
    rules: &Paradigms,
    query: &Query<'_>,
    gender: Gender,
    flags: Flags,
    options: &WordOptions,
) -> Option<Cells> {
    if !flags.intersects(rules.names.flag("adj")) {
        let rule = rules.nouns.iter().find(|rule| rule.when.holds(query.word, flags, &rules.vowels));
        let table = value(&options.all, "table").or_else(|| rule.map(|rule| rule.table.as_str()))?;
        let mut cells = fill(rules, query.word, table, &stems(rules, query.word, rule, flags, &options.all), flags)?;
        insert_given_plurals(rules, query, options, flags, &mut cells);
        return Some(cells);
    }
    let column = match gender {
        Gender::Masculine => Column::Masculine,
        Gender::Feminine => Column::Feminine,
        Gender::Neuter => Column::Neuter,
    };
    let pick = |((other, case), forms)| match other {
        _ if other == column => Some(((Column::Singular, case), forms)),
        Column::Plural => Some(((Column::Plural, case), forms)),
        _ => None,
    };
    Some(one_adjective(rules, query, flags)?.into_iter().filter_map(pick).collect())
}

/// Declines an adjective, by gender (or plural) and case; `None` if no rule applies.
pub(super) fn adjective(rules: &Paradigms, query: &Query<'_>, token: &ClassPart) -> Option<Cells> {
    let options = word_options(rules, query, token);
    let readings = possible_flags(rules, query, token, &options.all)
        .into_iter()
        .map(|flags| one_adjective(rules, query, flags))
        .collect::<Option<Vec<_>>>()?;
    let cells = merge(readings);
    has_lemma(&cells, query.word).then_some(cells)
}

fn one_adjective(rules: &Paradigms, query: &Query<'_>, flags: Flags) -> Option<Cells> {
    let rule = rules.adjectives.iter().find(|rule| rule.when.holds(query.word, flags, &rules.vowels))?;
    fill(rules, query.word, &rule.table, &stems(rules, query.word, Some(rule), flags, &[]), flags)
}

/// The forms of all readings; those that every reading has for certain are certain.
pub(super) fn merge(mut readings: Vec<Cells>) -> Cells {
    if readings.len() == 1 {
        return readings.pop().unwrap_or_default();
    }
    let mut cells = Cells::new();
    for (key, forms) in readings.iter().flatten() {
        let cell = cells.entry(*key).or_default();
        for CellForm { text, .. } in forms {
            if cell.iter().all(|known| known.text != *text) {
                let is_certain = |form: &CellForm| form.certain && form.text == *text;
                let has_form = |reading: &Cells| reading.get(key).is_some_and(|forms| forms.iter().any(is_certain));
                cell.push(CellForm { text: text.clone(), certain: readings.iter().all(has_form) });
            }
        }
    }
    cells
}

/// The options that apply to a word.
struct WordOptions {
    /// Those of the class, followed by those that the rules list for this word.
    all: Vec<ClassOption>,
    /// How many come from the class.
    from_class: usize,
}

fn word_options(rules: &Paradigms, query: &Query<'_>, token: &ClassPart) -> WordOptions {
    let mut options = token.options.clone();
    let from_class = options.len();
    let flags = known_flags(rules, query, token);
    let word: String = query.word.iter().collect();
    // The longest ending first, which is the word itself.
    for (letters, (at, _)) in word.char_indices().enumerate() {
        let (Some(tail), Some(head)) = (word.get(at..), query.word.get(..letters)) else { continue };
        for entry in rules.words.get(tail).into_iter().flatten() {
            if (at == 0 || entry.tail) && entry.condition.holds(flags) {
                entry.options.iter().for_each(|option| add_option(&mut options, option, head, from_class));
            }
        }
    }
    WordOptions { all: options, from_class }
}

/// Adds an option that the rules list for a word, unless the class (the first `from_class` options) or a longer ending
/// overrides it; the stems and forms it gives follow `head`.
fn add_option(options: &mut Vec<ClassOption>, option: &ClassOption, head: &[char], from_class: usize) {
    let rivals: &[&str] = match option.name {
        "end" | "stem" => &["end", "stem"],
        "drop" | "keep" => &["drop", "keep", "sg"],
        "sg" => &["keep"],
        "soft" | "hard" => &["soft", "hard"],
        "zero" | "full" => &["zero", "full", "gp"],
        "gp" => &["gp", "zero", "full"],
        _ => &[],
    };
    let is_overridden = options.iter().any(|other| other.name == option.name || rivals.contains(&other.name));
    // A genitive plural from the class does not replace the listed one but is used alongside it.
    let is_second = option.name == "gp" && options.iter().filter(|other| other.name == "gp").count() == 1;
    let class_has_gp = options.iter().take(from_class).any(|other| other.name == "gp");
    if is_overridden && !(is_second && class_has_gp) {
        return;
    }
    let value = option.value.as_ref().map(|value| match option.name {
        "gen" | "table" => value.clone(),
        _ if value.contains('>') => value.clone(),
        _ => value
            .split(',')
            .map(|text| head.iter().copied().chain(text.chars()).collect::<String>())
            .collect::<Vec<_>>()
            .join(","),
    });
    options.push(ClassOption { name: option.name, value });
}

/// The flags of a word's class, shape and context. A being with a capital has a name: what is listed for common nouns
/// may not hold for it.
fn known_flags(rules: &Paradigms, query: &Query<'_>, token: &ClassPart) -> Flags {
    let flags = class_flags(rules, token).with(query.flags);
    let is_proper = token.animate && flags.intersects(rules.names.flag("cap"));
    if is_proper { flags.with(rules.names.flag("proper")) } else { flags }
}

/// The flags of a class token: gender, animacy, number and options.
pub(super) fn class_flags(rules: &Paradigms, token: &ClassPart) -> Flags {
    let mut flags = match token.sort {
        WordSort::Invariable => Flags::default(),
        WordSort::Adjective => rules.names.flag("adj"),
        WordSort::Noun(gender) => rules.names.flag(gender_letter(gender)),
    };
    if matches!(token.sort, WordSort::Noun(_)) {
        flags = flags.with(rules.names.flag(if token.animate { "a" } else { "i" }));
    }
    match token.only {
        Some(Number::Singular) => flags = flags.with(rules.names.flag("S")),
        Some(Number::Plural) => flags = flags.with(rules.names.flag("P")),
        None => {}
    }
    for option in &token.options {
        flags = flags.with(option_flags(rules, option));
    }
    flags
}

fn option_flags(rules: &Paradigms, option: &ClassOption) -> Flags {
    match (option.name, option.value.as_deref()) {
        ("gen", Some("a")) => rules.names.flag("gen-a"),
        ("gen", Some("u")) => rules.names.flag("gen-u"),
        ("gen", Some(_)) => rules.flags(&["gen-a", "gen-u"]),
        (name, None) => rules.names.flag(name),
        // A form that is given outright settles the question that would lead to it.
        ("sg", _) => rules.names.flag("drop"),
        ("pl", _) => rules.names.flag("pl"),
        _ => Flags::default(),
    }
}

/// The maximum number of readings of a word.
const MAX_READINGS: usize = 8;

/// The flags of a word, including the answers to the questions that its class leaves open; several sets if an answer is
/// ambiguous.
fn possible_flags(rules: &Paradigms, query: &Query<'_>, token: &ClassPart, options: &[ClassOption]) -> Vec<Flags> {
    let mut flags = known_flags(rules, query, token);
    for option in options {
        flags = flags.with(option_flags(rules, option));
    }
    if query.word.iter().filter(|letter| rules.vowels.contains(**letter)).count() == 1 {
        flags = flags.with(rules.names.flag("mono"));
    }
    let mut possible = vec![flags];
    for mark in &rules.marks {
        possible = possible
            .iter()
            .flat_map(|flags| {
                let is_open = !flags.intersects(mark.ask);
                let answer =
                    mark.rules.iter().find(|rule| is_open && rule.when.holds(query.word, *flags, &rules.vowels));
                let answers = answer.map(|answer| answer.is.as_slice()).filter(|answers| !answers.is_empty());
                answers
                    .map_or_else(|| vec![*flags], |answers| answers.iter().map(|answer| flags.with(*answer)).collect())
            })
            .take(MAX_READINGS)
            .collect();
    }
    possible
}

fn value<'a>(options: &'a [ClassOption], name: &str) -> Option<&'a str> {
    options.iter().find(|option| option.name == name)?.value.as_deref()
}

/// Expands a form given by a class: written out, or as a change of the word's ending.
fn expand(text: &str, word: &str) -> String {
    if let Some((old, new)) = text.split_once('>') {
        let head = word.strip_suffix(old).unwrap_or(word);
        return format!("{head}{new}");
    }
    text.chars().map(super::spelling::lower).collect()
}

fn stems(
    rules: &Paradigms,
    word: &[char],
    rule: Option<&DeclensionRule>,
    flags: Flags,
    options: &[ClassOption],
) -> Stems {
    let word: String = word.iter().collect();
    let bare = |text: &str| expand(text, &word).trim_end_matches(|letter| rules.bare.contains(letter)).to_owned();
    let singular = match (value(options, "sg"), rule) {
        (Some(text), _) => bare(text),
        (None, Some(rule)) => rewrite(&rule.stem, &word, flags),
        (None, None) => word.clone(),
    };
    let plural = match (value(options, "pl"), rule) {
        (Some(text), _) => bare(text),
        (None, Some(rule)) => rewrite(&rule.plural, &singular, flags),
        (None, None) => singular.clone(),
    };
    Stems { singular, plural }
}

/// Inserts the nominative and genitive plural that are given outright.
fn insert_given_plurals(rules: &Paradigms, query: &Query<'_>, options: &WordOptions, flags: Flags, cells: &mut Cells) {
    let lemma: String = query.word.iter().collect();
    let (from_class, listed) = options.all.split_at_checked(options.from_class).unwrap_or_default();
    let given = |options: &[ClassOption], name: &str| -> Vec<CellForm> {
        let texts = value(options, name).into_iter().flat_map(|text| text.split(','));
        texts.map(|text| CellForm { text: expand(text, &lemma), certain: true }).collect()
    };
    for (name, case) in [("np", Case::Nominative), ("gp", Case::Genitive)] {
        let (mut forms, listed) = (given(from_class, name), given(listed, name));
        if forms.is_empty() {
            forms = listed;
        } else if name == "gp" {
            // The class's form precedes the listed doublet: воєн and війн. The regular form is replaced.
            push_all(&mut forms, listed);
        }
        if !forms.is_empty() {
            cells.insert((Column::Plural, case), forms);
        }
    }
    if value(&options.all, "np").or(value(&options.all, "gp")).is_some() {
        let forms = accusative(rules, cells, Column::Plural, flags);
        cells.insert((Column::Plural, Case::Accusative), forms);
    }
}

fn push_all(forms: &mut Vec<CellForm>, more: Vec<CellForm>) {
    for form in more {
        push(forms, form);
    }
}

fn push(forms: &mut Vec<CellForm>, form: CellForm) {
    match forms.iter_mut().find(|known| known.text == form.text) {
        Some(known) => known.certain |= form.certain,
        None => forms.push(form),
    }
}

/// The accusative: as the genitive for animate nouns, as the nominative for inanimate ones.
fn accusative(rules: &Paradigms, cells: &Cells, column: Column, flags: Flags) -> Vec<CellForm> {
    let mut forms = Vec::new();
    for (flag, case) in [("i", Case::Nominative), ("a", Case::Genitive)] {
        if flags.intersects(rules.names.flag(flag)) {
            for form in cells.get(&(column, case)).into_iter().flatten() {
                push(&mut forms, form.clone());
            }
        }
    }
    forms
}

/// Fills in a table for a word.
fn fill(rules: &Paradigms, word: &[char], table: &str, stems: &Stems, flags: Flags) -> Option<Cells> {
    let table: &Table = rules.tables.get(table)?;
    let lemma: String = word.iter().collect();
    let mut cells = Cells::new();
    let mut accusatives = Vec::new();
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
                    accusatives.push((*column, *case));
                    continue;
                }
            };
            let text = join(&rules.join, &base, &cell.ending, flags);
            push(&mut forms, CellForm { text, certain: cell.certain });
        }
        cells.insert((*column, *case), forms);
    }
    for (column, case) in accusatives {
        // The table's further forms follow.
        let mut forms = accusative(rules, &cells, column, flags);
        push_all(&mut forms, cells.remove(&(column, case)).unwrap_or_default());
        cells.insert((column, case), forms);
    }
    Some(cells)
}
