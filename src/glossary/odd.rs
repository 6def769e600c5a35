//! Wordings that are hardly meant as they are written: of another alphabet, one letter, digits, a whole sentence.

use super::{
    Grammars,
    forms::{paradigm_of, rules_of},
    paradigm::Paradigms,
};
use crate::{
    locale::{Locales, foreign_letters},
    model::{Args, Concept, Finding, Kind, Locale, Message, Mode, Place, Problem, Severity, Term, Usage, cut},
};

/// From this number of words on, a wording is more likely a sentence than a name: the longest names of institutions have
/// eleven.
const MANY_WORDS: usize = 12;

/// What is odd about a wording.
pub(super) enum OddWording {
    /// It has letters that its language does not have.
    ForeignLetters { wording: String, locale: String, letters: String },
    /// One of its words has letters of several alphabets.
    MixedScripts { wording: String },
    /// None of its letters belongs to the alphabet, so it is not declined.
    OtherAlphabet { wording: String, locale: String },
    /// It is one letter.
    OneLetter { wording: String },
    /// It has digits and is therefore not declined.
    Digits { wording: String },
    /// It has no letter at all.
    NoLetters { wording: String },
    /// It has so many words that it will hardly occur again.
    ManyWords { wording: String, count: usize },
}

impl Problem for OddWording {
    fn rule(&self) -> &'static str {
        "glossary-lint"
    }

    fn id(&self) -> &'static str {
        match self {
            Self::ForeignLetters { .. } => "glossary-lint-foreign-letters",
            Self::MixedScripts { .. } => "glossary-lint-mixed-scripts",
            Self::OtherAlphabet { .. } => "glossary-lint-other-alphabet",
            Self::OneLetter { .. } => "glossary-lint-one-letter",
            Self::Digits { .. } => "glossary-lint-digits",
            Self::NoLetters { .. } => "glossary-lint-no-letters",
            Self::ManyWords { .. } => "glossary-lint-many-words",
        }
    }

    fn args(&self) -> Args {
        match self {
            Self::ForeignLetters { wording, locale, letters } => {
                vec![("name", wording.into()), ("tag", locale.into()), ("letters", letters.into())]
            }
            Self::OtherAlphabet { wording, locale } => vec![("name", wording.into()), ("tag", locale.into())],
            Self::ManyWords { wording, count } => vec![("name", wording.into()), ("count", (*count).into())],
            Self::MixedScripts { wording }
            | Self::OneLetter { wording }
            | Self::Digits { wording }
            | Self::NoLetters { wording } => vec![("name", wording.into())],
        }
    }

    fn hint(&self) -> Option<Message> {
        Some(Message::new(match self {
            Self::ForeignLetters { .. } | Self::MixedScripts { .. } => "hint-own-letters",
            Self::OneLetter { .. } => "hint-one-letter",
            Self::OtherAlphabet { .. } | Self::Digits { .. } | Self::NoLetters { .. } => "hint-stays-as-is",
            Self::ManyWords { .. } => "hint-many-words",
        }))
    }

    fn all() -> Vec<Self> {
        let (wording, locale) = (|| "Гомель".to_owned(), || "be".to_owned());
        vec![
            Self::ForeignLetters { wording: wording(), locale: locale(), letters: "щ".to_owned() },
            Self::MixedScripts { wording: wording() },
            Self::OtherAlphabet { wording: "Homel".to_owned(), locale: locale() },
            Self::OneLetter { wording: "Я".to_owned() },
            Self::Digits { wording: "Т72".to_owned() },
            Self::NoLetters { wording: "24".to_owned() },
            Self::ManyWords { wording: wording(), count: 12 },
        ]
    }
}

impl OddWording {
    /// Advice where the wording may well be meant: newspapers and weapons have names in Latin letters and digits.
    const fn severity(&self) -> Severity {
        match self {
            Self::ForeignLetters { .. } | Self::MixedScripts { .. } => Severity::Major,
            Self::OtherAlphabet { .. }
            | Self::OneLetter { .. }
            | Self::Digits { .. }
            | Self::NoLetters { .. }
            | Self::ManyWords { .. } => Severity::Neutral,
        }
    }
}

/// The odd wordings of a concept, each with its place; those that the house refuses may be odd. A written class, and
/// mode `exact`, say that a wording is meant.
#[must_use]
pub fn odd_wordings(concept: &Concept, grammars: &Grammars, locales: &Locales) -> Vec<Finding> {
    let mut findings = Vec::new();
    for (locale, terms) in &concept.terms {
        // A wording may be refused precisely for its letters.
        for term in terms.iter().filter(|term| term.usage > Usage::Forbidden) {
            let Some(problem) = oddity(concept, locale, term, grammars, locales) else { continue };
            let line = if term.line > 0 { term.line } else { concept.line };
            let place = Place {
                file: (!concept.file.is_empty()).then(|| concept.file.clone()),
                line: (line > 0).then_some(line),
                locale: Some(locale.clone()),
                ..Place::default()
            };
            let severity = problem.severity();
            findings.push(Finding::new(problem, severity, place).about(&concept.id));
        }
    }
    findings
}

/// What is odd about a word that is in no glossary.
#[must_use]
pub fn odd_word(locale: &Locale, word: &str, kind: Kind, grammars: &Grammars, locales: &Locales) -> Option<Finding> {
    let mut concept = Concept::new("", "", 0);
    concept.kind = kind;
    concept.terms.insert(locale.clone(), vec![Term::new(word, Usage::Preferred)]);
    odd_wordings(&concept, grammars, locales).pop()
}

fn oddity(
    concept: &Concept,
    locale: &Locale,
    term: &Term,
    grammars: &Grammars,
    locales: &Locales,
) -> Option<OddWording> {
    let wording = term.text.clone();
    let foreign = foreign_letters(locales.profile(locale), &term.text);
    if term.text.split(|c: char| !c.is_alphabetic()).any(mixes_scripts) {
        return Some(OddWording::MixedScripts { wording });
    }
    if !foreign.is_empty() {
        let letters: Vec<&str> = foreign.iter().map(|span| cut(&term.text, span)).collect();
        return Some(OddWording::ForeignLetters { wording, locale: locale.to_string(), letters: letters.join(", ") });
    }
    if term.class.is_some() || term.mode == Mode::Exact {
        return None;
    }
    let Some(rules) = rules_of(grammars, locale) else {
        let letters = &locales.profile(locale).alphabet.letters;
        let has_letter = |letter: char| letters.is_empty() || letter.to_lowercase().any(|one| letters.contains(one));
        return other_alphabet(concept.kind, &term.text, locale, has_letter);
    };
    let count = term.text.split_whitespace().count();
    if count >= MANY_WORDS {
        return Some(OddWording::ManyWords { wording, count });
    }
    let is_declined = || {
        let paradigm = paradigm_of(grammars, locale, concept, term);
        paradigm.is_ok_and(|paradigm| paradigm.is_some_and(|paradigm| paradigm.forms.len() > 1))
    };
    let has_forms = term.forms.iter().any(|form| form.text != term.text);
    undeclined(rules, concept.kind, &term.text, locale).filter(|_| !has_forms && !is_declined())
}

/// Why a wording that is not declined may be a mistake.
fn undeclined(rules: &Paradigms, kind: Kind, text: &str, locale: &Locale) -> Option<OddWording> {
    let wording = text.to_owned();
    let letters = || text.chars().filter(|letter| letter.is_alphabetic());
    if letters().next().is_none() {
        return Some(OddWording::NoLetters { wording });
    }
    if text.chars().any(char::is_numeric) {
        return Some(OddWording::Digits { wording });
    }
    if letters().nth(1).is_none() {
        return Some(OddWording::OneLetter { wording });
    }
    other_alphabet(kind, text, locale, |letter| rules.has_letter(letter))
}

/// Whether no letter of a wording is one of its language. Firms, periodicals and abbreviations keep their letters in many a
/// newsroom.
fn other_alphabet(kind: Kind, text: &str, locale: &Locale, has_letter: impl Fn(char) -> bool) -> Option<OddWording> {
    let may_be_foreign = matches!(kind, Kind::Org | Kind::Title | Kind::Abbr);
    let mut letters = text.chars().filter(|letter| letter.is_alphabetic()).peekable();
    let is_foreign = letters.peek().is_some() && !letters.any(has_letter);
    let problem = || OddWording::OtherAlphabet { wording: text.to_owned(), locale: locale.to_string() };
    (is_foreign && !may_be_foreign).then(problem)
}

/// Whether a word mixes scripts that have look-alike letters.
fn mixes_scripts(word: &str) -> bool {
    let script = |c: char| match c {
        'A'..='Z' | 'a'..='z' | '\u{c0}'..='\u{24f}' | '\u{1e00}'..='\u{1eff}' => Some(1),
        '\u{370}'..='\u{3ff}' => Some(2),
        '\u{400}'..='\u{52f}' => Some(3),
        '\u{530}'..='\u{58f}' => Some(4),
        _ => None,
    };
    let mut scripts = word.chars().filter_map(script);
    scripts.next().is_some_and(|first| scripts.any(|other| other != first))
}
