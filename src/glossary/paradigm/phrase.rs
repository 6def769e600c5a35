//! The declension of a wording: words that decline together, agree, or are invariable.

use std::collections::BTreeSet;

use super::{
    Class, ParadigmError, Paradigms,
    class::{ClassOption, ClassPart, WordClass, WordSort},
    decline::{CellForm, Cells, Query, adjective, class_flags, merge, noun},
    ending::{guess_word, kind_name, shape_flags},
    flags::Flags,
    rules::{Column, FirstPart, Hyphen, Initial},
    spelling::{Written, lower, match_case},
};
use crate::model::{Case, Form, Gender, Kind, Number};

/// The maximum number of forms in a cell: doublets multiply in a phrase.
const MAX_FORMS: usize = 64;

/// A word of a wording with its forms.
struct Inflected {
    sort: WordSort,
    /// As written, without stress marks; one of its own forms.
    word: String,
    /// Empty for an invariable word.
    cells: Cells,
}

/// Declines a wording: every form by number and case, singular first, without duplicates.
///
/// An invariable wording has one form without number and case. Fails on a class that does not fit: a different number
/// of words, a letter of another alphabet, an ending that no rule of the class has, words that do not agree, or a
/// declinable class whose forms are all the same.
pub fn decline(rules: &Paradigms, lemma: &str, class: &Class) -> Result<Vec<Form>, ParadigmError> {
    let written: Vec<&str> = lemma.split_whitespace().collect();
    if written.is_empty() {
        return Err(ParadigmError::Empty);
    }
    let tokens = tokens_for(lemma, written.len(), class)?;
    let mut words = Vec::with_capacity(written.len());
    for (at, word) in written.iter().enumerate() {
        let animate = is_head_animate(&tokens, at);
        words.push(inflect(rules, word, tokens.get(at).copied(), animate)?);
    }
    if words.iter().all(|word| word.cells.is_empty()) {
        return Ok(vec![Form::bare(written.join(" "))]);
    }
    if !agree(&words) {
        return Err(ParadigmError::Unfit { word: written.join(" "), class: class.to_string() });
    }
    let forms = combine(rules, &words);
    let different: BTreeSet<&str> = forms.iter().map(|form| form.text.as_str()).collect();
    if different.len() < 2 {
        return Err(ParadigmError::OneForm { word: lemma.to_owned(), class: class.to_string() });
    }
    Ok(forms)
}

/// One class for each word; a final `0` covers all remaining words.
fn tokens_for<'a>(lemma: &str, words: usize, class: &'a Class) -> Result<Vec<&'a WordClass>, ParadigmError> {
    let mut tokens: Vec<&WordClass> = class.words.iter().collect();
    if let Some(last) = tokens.last().copied()
        && last.parts.iter().all(|part| part.sort == WordSort::Invariable)
    {
        while tokens.len() < words {
            tokens.push(last);
        }
    }
    if tokens.len() == words {
        return Ok(tokens);
    }
    Err(ParadigmError::Count { lemma: lemma.trim().to_owned(), words, tokens: class.words.len() })
}

/// Whether the noun that a word agrees with is animate; `None` if there is no noun.
fn is_head_animate(tokens: &[&WordClass], at: usize) -> Option<bool> {
    let noun = |word: &&WordClass| {
        word.parts.iter().find(|part| matches!(part.sort, WordSort::Noun(_))).map(|part| part.animate)
    };
    let (before, after) = tokens.split_at_checked(at)?;
    after.iter().find_map(noun).or_else(|| before.iter().rev().find_map(noun))
}

fn inflect(
    rules: &Paradigms,
    word: &str,
    class: Option<&WordClass>,
    animate: Option<bool>,
) -> Result<Inflected, ParadigmError> {
    let written = Written::read(word);
    let invariable = WordClass { parts: vec![ClassPart::INVARIABLE] };
    let class = class.unwrap_or(&invariable);
    let unfit = || ParadigmError::Unfit { word: word.to_owned(), class: class.to_string() };
    let main = class.parts.iter().find(|part| part.sort != WordSort::Invariable);
    let Some(main) = main else {
        for part in &written.parts {
            check_invariable(rules, part)?;
        }
        return Ok(Inflected { sort: WordSort::Invariable, word: written.whole(), cells: Cells::new() });
    };
    let decliner = Decliner { rules, written: &written, flags: shape_flags(rules, &written), animate };
    let cells = if class.parts.len() > 1 {
        if class.parts.len() != written.parts.len() {
            return Err(ParadigmError::Count {
                lemma: word.to_owned(),
                words: written.parts.len(),
                tokens: class.parts.len(),
            });
        }
        decliner.decline_parts(&class.parts)?
    } else {
        let mut cells = None;
        for plan in decliner.plans(main) {
            cells = decliner.decline_parts(&plan)?;
            if cells.is_some() {
                break;
            }
        }
        match (cells, decliner.staying(main)) {
            (Some(cells), Some(plan)) => {
                Some(merge([Some(cells), decliner.decline_parts(&plan)?].into_iter().flatten().collect()))
            }
            (cells, _) => cells,
        }
    };
    let cells = cells.ok_or_else(unfit)?;
    let parts: Vec<String> = written.parts.iter().map(|part| written_form(rules, part)).collect();
    let word = written.join(&parts.iter().map(String::as_str).collect::<Vec<_>>());
    Ok(Inflected { sort: main.sort, word, cells })
}

/// A part as written among its forms, which all have the same kind of apostrophe.
fn written_form(rules: &Paradigms, part: &[char]) -> String {
    let folded: String = part.iter().copied().map(lower).collect();
    match_case(&folded, part, rules.apostrophe)
}

/// Checks an invariable part: it may be in a foreign alphabet, but not mix alphabets.
fn check_invariable(rules: &Paradigms, part: &[char]) -> Result<(), ParadigmError> {
    let letters = || part.iter().filter(|letter| letter.is_alphabetic());
    match letters().find(|letter| !rules.has_letter(**letter)) {
        Some(foreign) if letters().any(|letter| rules.has_letter(*letter)) => {
            Err(ParadigmError::Letter { word: part.iter().collect(), letter: *foreign })
        }
        _ => Ok(()),
    }
}

/// A word with its context.
struct Decliner<'a> {
    rules: &'a Paradigms,
    written: &'a Written,
    flags: Flags,
    animate: Option<bool>,
}

impl Decliner<'_> {
    /// The ways to distribute one token over the parts of a word, the likeliest first.
    fn plans(&self, token: &ClassPart) -> Vec<Vec<ClassPart>> {
        let parts = &self.written.parts;
        let main = self.main();
        let folded = |at: usize| -> Vec<char> {
            parts.get(at).map(|part| part.iter().copied().map(lower).collect()).unwrap_or_default()
        };
        let mut plans = Vec::new();
        if let Some(before) = main.checked_sub(1) {
            match self.hyphen(token).map(|rule| &rule.first) {
                Some(FirstPart::Same) => {
                    plans.push(self.plan(before, token, main, self.guess_part(&folded(main), token)));
                }
                Some(FirstPart::Guess) => {
                    plans.push(self.plan(main, token, before, self.guess_part(&folded(before), token)));
                }
                Some(FirstPart::Class(other)) => plans.push(self.plan(main, token, before, other.clone())),
                None => {}
            }
        }
        plans.push(self.plan(main, token, main, ClassPart::INVARIABLE));
        if main > 0 && matches!(token.sort, WordSort::Noun(_)) {
            // The class applies to the first part: город-герой, страна-агрессор.
            plans.push(self.plan(0, token, main, self.guess_part(&folded(main), token)));
            plans.push(self.plan(0, token, 0, ClassPart::INVARIABLE));
        }
        plans
    }

    /// The plan by which the first part of a word stays as it is, where no rule tells whether it does: Тулуз-Лотрек.
    fn staying(&self, token: &ClassPart) -> Option<Vec<ClassPart>> {
        let rule = self.hyphen(token)?;
        rule.may_stay.then(|| self.plan(self.main(), token, self.main(), ClassPart::INVARIABLE))
    }

    /// The part that the class of a word applies to: the last one with a letter, before a frozen tail.
    fn main(&self) -> usize {
        let parts = &self.written.parts;
        let is_tail = |part: &Vec<char>| -> bool {
            self.rules.hyphen_tails.contains(&part.iter().copied().map(lower).collect::<String>())
        };
        let tail = parts.iter().skip(1).position(is_tail).map(|at| at + 1);
        let has_letter = |at: usize| parts.get(at).is_some_and(|part| part.iter().any(|letter| letter.is_alphabetic()));
        (0..tail.unwrap_or(parts.len())).rev().find(|at| has_letter(*at)).unwrap_or(0)
    }

    /// The rule for the part before the main one, if there is any.
    fn hyphen(&self, token: &ClassPart) -> Option<&Hyphen> {
        let parts = &self.written.parts;
        let main = self.main();
        let first: Vec<char> = parts.get(main.checked_sub(1)?)?.iter().copied().map(lower).collect();
        let last: Vec<char> = parts.get(main)?.iter().copied().map(lower).collect();
        let flags = class_flags(self.rules, token).with(self.flags);
        self.rules.hyphens.iter().find(|rule| {
            rule.when.holds(&first, flags, &self.rules.vowels)
                && rule.last.as_ref().is_none_or(|patterns| patterns.fits(&last))
        })
    }

    /// Gives the main part one class, another part another, and leaves all others as they are.
    fn plan(&self, main: usize, token: &ClassPart, place: usize, mut other: ClassPart) -> Vec<ClassPart> {
        other.only = other.only.or(token.only);
        let at = |at: usize| match at {
            _ if at == main => token.clone(),
            _ if at == place => other.clone(),
            _ => ClassPart::INVARIABLE,
        };
        (0..self.written.parts.len()).map(at).collect()
    }

    fn guess_part(&self, part: &[char], token: &ClassPart) -> ClassPart {
        let is_name = self.flags.intersects(self.rules.names.flag("cap"));
        let kind = match token.only {
            _ if is_name && token.animate => Kind::Person,
            Some(Number::Singular) if is_name => Kind::Place,
            _ => Kind::Noun,
        };
        let flags = self.flags.with(self.rules.flags(&[kind_name(kind), "first", "last", "alone"]));
        guess_word(self.rules, part, flags)
    }

    /// Declines a word whose parts have these classes; `None` if a class does not fit its part.
    fn decline_parts(&self, plan: &[ClassPart]) -> Result<Option<Cells>, ParadigmError> {
        let mut all: Vec<Option<Cells>> = Vec::new();
        let noun = plan.iter().find(|token| matches!(token.sort, WordSort::Noun(_)));
        for (part, token) in self.written.parts.iter().zip(plan) {
            let token = &agreeing(token, noun);
            if token.sort == WordSort::Invariable {
                check_invariable(self.rules, part)?;
                all.push(None);
                continue;
            }
            if let Some(letter) = part.iter().find(|letter| letter.is_alphabetic() && !self.rules.has_letter(**letter))
            {
                return Err(ParadigmError::Letter { word: part.iter().collect(), letter: *letter });
            }
            match self.decline_part(part, token) {
                Some(cells) => all.push(Some(cells)),
                None => return Ok(None),
            }
        }
        let keys: BTreeSet<(Column, Case)> = all.iter().flatten().flat_map(|cells| cells.keys().copied()).collect();
        let mut cells = Cells::new();
        for key in keys {
            let mut columns = Vec::new();
            for (part, cells) in self.written.parts.iter().zip(&all) {
                columns.push(match cells {
                    None => vec![CellForm { text: part.iter().collect(), certain: true }],
                    Some(cells) => cells.get(&key).cloned().unwrap_or_default(),
                });
            }
            let join = |parts: &Vec<&CellForm>| CellForm {
                text: self.written.join(&texts(parts)),
                certain: parts.iter().all(|part| part.certain),
            };
            let joined: Vec<CellForm> = product(&columns).iter().map(join).collect();
            if !joined.is_empty() {
                cells.insert(key, joined);
            }
        }
        Ok((!cells.is_empty()).then_some(cells))
    }

    fn decline_part(&self, part: &[char], token: &ClassPart) -> Option<Cells> {
        let folded: Vec<char> = part.iter().copied().map(lower).collect();
        let cells = match token.sort {
            WordSort::Invariable => None,
            WordSort::Noun(gender) => noun(self.rules, &Query { word: &folded, flags: self.flags }, token, gender),
            WordSort::Adjective => {
                let animacy: &[&str] = match self.animate {
                    Some(true) => &["a"],
                    Some(false) => &["i"],
                    None => &["a", "i"],
                };
                let flags = self.flags.with(self.rules.flags(animacy));
                adjective(self.rules, &Query { word: &folded, flags }, token)
            }
        }?;
        let restore = |form: &CellForm| CellForm {
            text: match_case(&form.text, part, self.rules.apostrophe),
            certain: form.certain,
        };
        Some(cells.into_iter().map(|(key, forms)| (key, forms.iter().map(restore).collect())).collect())
    }
}

/// Gives an adjective joined to a noun in one word (Каменец-Подольский) the noun's gender and number.
fn agreeing(token: &ClassPart, noun: Option<&ClassPart>) -> ClassPart {
    match noun {
        Some(noun) if token.sort == WordSort::Adjective => {
            let mut part = ClassPart { options: token.options.clone(), ..noun.clone() };
            part.options.push(ClassOption { name: "adj", value: None });
            part
        }
        _ => token.clone(),
    }
}

/// Every combination with one form of each column; if there are too many, only the first with the first, and so on.
fn product(columns: &[Vec<CellForm>]) -> Vec<Vec<&CellForm>> {
    if columns.iter().any(Vec::is_empty) {
        return Vec::new();
    }
    let count = columns.iter().map(Vec::len).fold(1_usize, usize::saturating_mul);
    if count > MAX_FORMS {
        let rows = columns.iter().map(Vec::len).max().unwrap_or_default().min(MAX_FORMS);
        let cell = |column: &[CellForm], row: usize| -> Option<usize> { Some(row.min(column.len().checked_sub(1)?)) };
        return (0..rows)
            .filter_map(|row| columns.iter().map(|column| column.get(cell(column, row)?)).collect())
            .collect();
    }
    let mut rows: Vec<Vec<&CellForm>> = vec![Vec::new()];
    for column in columns {
        rows = rows
            .iter()
            .flat_map(|row| column.iter().map(move |cell| row.iter().copied().chain([cell]).collect()))
            .collect();
    }
    rows
}

fn texts<'a>(row: &[&'a CellForm]) -> Vec<&'a str> {
    row.iter().map(|form| form.text.as_str()).collect()
}

/// The noun that the word at this index agrees with: the next one, or else the previous one.
fn head(words: &[Inflected], at: usize) -> Option<&Inflected> {
    let noun = |word: &&Inflected| matches!(word.sort, WordSort::Noun(_));
    let (before, after) = words.split_at_checked(at)?;
    after.iter().find(noun).or_else(|| before.iter().rev().find(noun))
}

/// The genders of a wording in a number: `None` if a noun determines it. Without a noun an adjective has every gender;
/// with an invariable word, only the one it is written in.
fn genders(words: &[Inflected], number: Number) -> Vec<Option<Gender>> {
    let every = [Some(Gender::Masculine), Some(Gender::Feminine), Some(Gender::Neuter)];
    match number {
        _ if words.iter().any(|word| matches!(word.sort, WordSort::Noun(_))) => vec![None],
        Number::Singular => every.into_iter().filter(|gender| is_possible(words, number, *gender)).collect(),
        Number::Plural if is_possible(words, number, None) => vec![None],
        Number::Plural => Vec::new(),
    }
}

fn combine(rules: &Paradigms, words: &[Inflected]) -> Vec<Form> {
    let mut forms = Vec::new();
    let mut seen = BTreeSet::new();
    for number in [Number::Singular, Number::Plural] {
        let genders = genders(words, number);
        for case in Case::ALL {
            for gender in &genders {
                if case == Case::Vocative && !words.iter().any(|word| has_vocative(word, number)) {
                    continue;
                }
                let agreeing = agreeing_columns(words, number, case, *gender);
                for row in agreeing.iter().flat_map(|columns| product(columns)) {
                    let text = join_words(rules.initial.as_ref(), words, &texts(&row), &rules.vowels);
                    let certain = row.iter().all(|form| form.certain);
                    if seen.insert((text.clone(), number, case, *gender)) {
                        forms.push(Form { text, number: Some(number), case: Some(case), gender: *gender, certain });
                    }
                }
            }
        }
    }
    forms
}

/// The forms of every word in a case. If a noun's accusative may equal the nominative or the genitive, its adjectives
/// follow suit: політичні в’язні, політичних в’язнів.
fn agreeing_columns(
    words: &[Inflected],
    number: Number,
    case: Case,
    gender: Option<Gender>,
) -> Vec<Vec<Vec<CellForm>>> {
    let columns = |like: Option<Case>| -> Vec<Vec<CellForm>> {
        let forms_in = |(at, word): (usize, &Inflected)| {
            let gender = gender.or_else(|| head(words, at).and_then(gender_of));
            let forms = forms_of(word, number, case, gender);
            let Some(like) = like else { return forms };
            match (word.sort, head(words, at)) {
                (WordSort::Noun(_), _) if is_split(word, number) => {
                    let first = forms_of(word, number, Case::Nominative, None);
                    forms
                        .into_iter()
                        .filter(|form| has_text(&first, &form.text) == (like == Case::Nominative))
                        .collect()
                }
                (WordSort::Adjective, Some(noun)) if is_split(noun, number) => forms_of(word, number, like, gender),
                _ => forms,
            }
        };
        words.iter().enumerate().map(forms_in).collect()
    };
    if case == Case::Accusative && words.iter().any(|word| is_split(word, number)) {
        return [Case::Genitive, Case::Nominative].map(|like| columns(Some(like))).into();
    }
    vec![columns(None)]
}

/// Whether some accusatives of a noun equal its nominative and others do not.
fn is_split(word: &Inflected, number: Number) -> bool {
    if !matches!(word.sort, WordSort::Noun(_)) || word.cells.is_empty() {
        return false;
    }
    let first = forms_of(word, number, Case::Nominative, None);
    let (like, other): (Vec<CellForm>, Vec<CellForm>) =
        forms_of(word, number, Case::Accusative, None).into_iter().partition(|form| has_text(&first, &form.text));
    !like.is_empty() && !other.is_empty()
}

fn has_text(forms: &[CellForm], text: &str) -> bool {
    forms.iter().any(|form| form.text == text)
}

const fn gender_of(word: &Inflected) -> Option<Gender> {
    if let WordSort::Noun(gender) = word.sort { Some(gender) } else { None }
}

/// Joins the words of a form, choosing each initial letter by the end of the previous word. A capital is kept, and so
/// is a letter that already breaks this rule in the dictionary form.
fn join_words(initial: Option<&Initial>, words: &[Inflected], row: &[&str], vowels: &str) -> String {
    let Some(initial) = initial else { return row.join(" ") };
    let ends_in_vowel = |word: &str| {
        let last = word.chars().next_back().map(lower);
        last.is_some_and(|last| vowels.contains(last))
    };
    let initial_after = |word: &str| if ends_in_vowel(word) { initial.after_vowel } else { initial.elsewhere };
    let mut text = String::new();
    let mut before: Option<(&str, &str)> = None;
    for (word, form) in words.iter().zip(row) {
        let mut letters = form.chars();
        let first = letters.next();
        let alternates = first.is_some_and(|first| first == initial.after_vowel || first == initial.elsewhere)
            && !initial.keep.iter().any(|beginning| form.starts_with(beginning.as_str()));
        match before.filter(|_| alternates) {
            Some((lemma, previous)) if word.word.starts_with(initial_after(lemma)) => {
                text.push(' ');
                text.push(initial_after(previous));
                text.push_str(letters.as_str());
            }
            other => {
                if other.or(before).is_some() {
                    text.push(' ');
                }
                text.push_str(form);
            }
        }
        before = Some((&word.word, form));
    }
    text
}

/// Whether the adjectives of a wording may have this number and gender: with an invariable word, only as written.
fn is_possible(words: &[Inflected], number: Number, gender: Option<Gender>) -> bool {
    words.iter().all(|word| !word.cells.is_empty()) || all_are_written(words, number, gender)
}

/// Whether the words agree as written: in some number and gender the wording is one of its own forms.
fn agree(words: &[Inflected]) -> bool {
    [Number::Singular, Number::Plural]
        .into_iter()
        .any(|number| genders(words, number).into_iter().any(|gender| all_are_written(words, number, gender)))
}

/// Whether the nominative in this number and gender (if `None`, that of each word's noun) has every word as written.
fn all_are_written(words: &[Inflected], number: Number, gender: Option<Gender>) -> bool {
    words.iter().enumerate().all(|(at, word)| {
        let gender = gender.or_else(|| head(words, at).and_then(gender_of));
        has_text(&forms_of(word, number, Case::Nominative, gender), &word.word)
    })
}

fn has_vocative(word: &Inflected, number: Number) -> bool {
    let columns: &[Column] = match number {
        Number::Singular => &[Column::Singular, Column::Masculine],
        Number::Plural => &[Column::Plural],
    };
    columns.iter().any(|column| word.cells.contains_key(&(*column, Case::Vocative)))
}

fn forms_of(word: &Inflected, number: Number, case: Case, gender: Option<Gender>) -> Vec<CellForm> {
    if word.cells.is_empty() {
        return vec![CellForm { text: word.word.clone(), certain: true }];
    }
    let column = match (word.sort, number, gender) {
        (_, Number::Plural, _) => Column::Plural,
        (WordSort::Adjective, Number::Singular, Some(Gender::Masculine) | None) => Column::Masculine,
        (WordSort::Adjective, Number::Singular, Some(Gender::Feminine)) => Column::Feminine,
        (WordSort::Adjective, Number::Singular, Some(Gender::Neuter)) => Column::Neuter,
        _ => Column::Singular,
    };
    let forms = word.cells.get(&(column, case));
    let forms = forms.or_else(|| word.cells.get(&(column, Case::Nominative)).filter(|_| case == Case::Vocative));
    forms.cloned().unwrap_or_default()
}
