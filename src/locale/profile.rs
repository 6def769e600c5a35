//! The structure of `profile.toml`.

use std::collections::BTreeMap;

use serde::{Deserialize, de::IgnoredAny};

use crate::model::{Case, Hinted, Message};

use super::{
    cues::{Negation, SenseWords},
    syntax::Syntax,
};

/// The facts of a language: the layers of `profile.toml`, merged.
///
/// A table is merged with the layer above, any other value is replaced by it. What no layer sets is empty, and an empty
/// value disables what depends on it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Profile {
    /// The language's name, by the language of the name: `be` → беларуская, `en` → Belarusian.
    pub names: BTreeMap<String, String>,
    /// The territory that Open Graph names with the language: `BY` in `be_BY`.
    pub territory: String,
    /// The language whose plural rules the messages follow, where those known for this one are wrong; empty otherwise.
    pub plurals: String,
    /// Quotation marks by level.
    pub quotes: Quotes,
    /// The dash between words.
    pub dash: Dash,
    /// Letters and apostrophes.
    pub alphabet: Alphabet,
    /// How numbers are written.
    pub numbers: NumberForm,
    /// How dates are written.
    pub dates: Dates,
    /// Words for the parts of the day.
    pub clock: DayParts,
    /// Number words by their number, in every form: `"5"` → five; `"5"` → пяць, пяці, пяццю.
    pub number_words: BTreeMap<String, Vec<String>>,
    /// Words that imply a number (`first`, `twice`, `noon`) and, with a hyphen, beginnings of such words (`пяці-` in
    /// пяціпавярховы): they may match a number of the other text, but are not numbers themselves.
    pub loose_number_words: BTreeMap<String, Vec<String>>,
    /// Words that join number words: `and` in `a hundred and five`.
    pub number_joiners: Vec<String>,
    /// Words that join a fraction to a number: `and a` in `three and a half`, `a` in `half a million`, `с` in `три с
    /// половиной`.
    pub fraction_joiners: Vec<String>,
    /// Words that begin an image credit, with their colon: `Image:`, `Фота:`; the first is house style.
    pub image_words: Vec<String>,
    /// How slugs are romanized.
    pub slug: Slug,
    /// A pair of letters that alternate with the preceding sound (be у and ў).
    pub alternation: Alternation,
    /// Words that take another form before or between certain sounds: ru в and во.
    pub euphony: Vec<Euphony>,
    /// The sign between a consonant and the vowel after it.
    pub separation: Separation,
    /// What typography corrects.
    pub typography: Typography,
    /// Words written with an apostrophe for their first letters, in lower case and without it: en `em`, `twas`.
    pub elisions: Vec<String>,
    /// Function words, in lower case: prepositions, conjunctions, particles, pronouns.
    pub function_words: Vec<String>,
    /// Words that may stand twice in a row, in lower case: ru `да`.
    pub doubling: Vec<String>,
    /// What an article in the language is asked for.
    pub authoring: Authoring,
    /// Abbreviations with which a sentence may end, in lower case and without their stop: en `inc`.
    pub abbreviations: Vec<String>,
    /// What may follow a noun besides another noun, regular verbs and function words, in lower case.
    pub after_nouns: Vec<String>,
    /// Verbs that are finite whatever follows, in lower case: auxiliaries and irregular pasts, en `were`, `came`.
    pub finite_verbs: Vec<String>,
    /// Offices and ranks that stand before the name of a person, in lower case.
    pub titles: Vec<String>,
    /// The cases that a preposition governs, the most frequent first; prepositions in lower case.
    pub prepositions: BTreeMap<String, Vec<Case>>,
    /// What tells an adjective and a verb before a noun.
    pub syntax: Syntax,
    /// A short phrase that calls for a case, with `{}` for the form, by the case's name or by number and case
    /// (`plural-genitive`): shows forms to a person who has to choose among them.
    pub case_phrases: BTreeMap<String, String>,
    /// How a text says who speaks.
    pub speech: Speech,
    /// Negating words, in lower case; an entry that begins with a hyphen is an ending (`-n't`).
    pub negations: Vec<String>,
    /// Words that negate, and words that may stand for a negation in another language.
    pub negation: Negation,
    /// Words of opposite meanings, by what they are about and by the meaning, both the same in every language: `amount` →
    /// `more`, `less`.
    pub opposites: BTreeMap<String, BTreeMap<String, SenseWords>>,
    /// Words by which a statement is only reported, by any name: en `allegedly`.
    pub hedges: BTreeMap<String, SenseWords>,
    /// How words are matched with the glossary's.
    pub matching: Matching,
    /// Signs, names in every form and codes of currencies, by a name that is the same in every language: `dollar`.
    pub currencies: BTreeMap<String, Vec<String>>,
    /// Units of measurement.
    pub units: Units,
    /// What an engine says about a translation, or instead of one, in this language, by kind of remark.
    pub chatter: BTreeMap<String, Chatter>,
    /// The same in English, which engines speak whatever the language of the translation.
    pub engines: BTreeMap<String, Chatter>,
    /// What the tools of translation leave in a text, by kind: markers, tags of an engine's thoughts, fences.
    pub traces: BTreeMap<String, Vec<String>>,
    /// Endings of words that are no names, in lower case: en `ing`.
    pub word_endings: Vec<String>,
    /// Groups of letters, in lower case, by the consonants that they roughly stand for, a capital letter each.
    pub sounds: BTreeMap<String, Vec<String>>,
    /// Letters of names in the Latin alphabet, in lower case, and what they may be written as in this one; an empty entry is
    /// nothing, where they are often silent, `-` where they may be. No letters stand for those that need none before them: `ь`.
    pub transcription: BTreeMap<String, Vec<String>>,
    /// Words that begin with a capital in names of offices, institutions and regions, and are no names of persons and places
    /// themselves, in lower case; an entry that ends in a hyphen is the beginning of a word.
    pub name_words: Vec<String>,
    /// Endings of words that are derived from names, in lower case: en `ian`.
    pub name_endings: Vec<String>,
    /// Surnames of persons who are often in the news.
    pub persons: Vec<String>,
    /// Beginnings of the words that translate frequent words, by the language of these and by the words themselves,
    /// each list with spaces between: en `year years` → `год гад`.
    pub counterparts: BTreeMap<String, BTreeMap<String, String>>,
    /// The same for names that are not written by their sound, and for countries with their capitals.
    pub exonyms: BTreeMap<String, BTreeMap<String, String>>,
    /// Letters of a translation for a hundred of its source, by the source's language.
    pub expansion: BTreeMap<String, u32>,
}

/// What an article in the language is asked for, so that it translates well.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Authoring {
    /// Words that never stand twice in a row, in lower case: en `the`. Of other words it is advice.
    pub never_doubled: Vec<String>,
    /// The most words of a sentence; 0 for any number.
    pub longest_sentence: usize,
}

/// How a text says who speaks: `Kim has said`, `according to the Red Cross`. Words are in lower case.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields)]
pub struct Speech {
    /// Verbs of speech, in every form that a text may have.
    pub verbs: Vec<String>,
    /// Phrases before the name of a source.
    pub according: Vec<String>,
    /// Words that may stand between a name and its verb.
    pub between: Vec<String>,
    /// Words that may stand before a name.
    pub articles: Vec<String>,
    /// Words between a verb and the name of the person spoken to.
    pub to: Vec<String>,
    /// Pronouns that stand for the name of a speaker.
    pub pronouns: Vec<String>,
}

/// Signs and names of units, by the number of base units in one: `"1609.344"` → mile, miles, mi.
///
/// A name that ends in a hyphen is the beginning of a word (`кілометр-`), one may be several words (`per cent`), and in
/// several lists it has several meanings.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Units {
    /// In metres; a speed counts as the way of an hour.
    pub length: BTreeMap<String, Vec<String>>,
    /// In square metres.
    pub area: BTreeMap<String, Vec<String>>,
    /// In litres.
    pub volume: BTreeMap<String, Vec<String>>,
    /// In kilograms.
    pub mass: BTreeMap<String, Vec<String>>,
    /// In hours.
    pub time: BTreeMap<String, Vec<String>>,
    /// In wholes: `"0.01"` → %, `"0.25"` → quarter.
    pub share: BTreeMap<String, Vec<String>>,
    /// What differences of shares are counted in, as `share`: percentage points.
    pub points: BTreeMap<String, Vec<String>>,
    /// By scale: `fahrenheit`, `celsius`, or `degree` of either.
    pub temperature: BTreeMap<String, Vec<String>>,
    /// Words that make a unit of area or of volume of one of length: `square`, `cubic`.
    pub power: BTreeMap<String, Vec<String>>,
}

/// Phrases of one kind of remark: refusals, preambles…
///
/// A phrase is words in lower case. `*` is any one word, `…` are up to four, `перакла*` is a word's beginning, and `:` and
/// `!` are these marks; other punctuation is not written.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Chatter {
    /// Phrases with which a draft begins.
    pub first: Vec<String>,
    /// Phrases anywhere in a draft.
    pub said: Vec<String>,
    /// Phrases of an article in this language that make such a remark a translation.
    pub unless: Vec<String>,
}

/// How words are matched with the glossary's, beyond composition (NFC) and lower case.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Matching {
    /// How a note in the glossary says that a wording is always in quotation marks, in lower case: en `in quotation marks`.
    pub quoted_notes: Vec<String>,
    /// Letters that a text may write as another: ru `ё` as `е`.
    pub fold: BTreeMap<String, String>,
    /// Beginnings of words, in lower case, whose letter is never one that may be written so: ru `киев`.
    pub plain: Vec<String>,
    /// Whether parts joined by a hyphen are one word, of which a term is a part only if the glossary says so.
    pub compounds: bool,
    /// What may follow a term and a hyphen without making another word of it: ru `то`; a final `*` is any ending.
    pub particles: Vec<String>,
    /// What may come between a term and the end of its word: en `'s`; `ch|es` applies only after `ch`.
    pub suffixes: Vec<String>,
    /// Groups of letters, in lower case, that are mistaken for each other (`іиы`): a misspelling, never a match.
    pub alike: Vec<String>,
    /// Endings of place names whose adjective looks like a form of the name in lower case: uk `ськ`.
    pub adjectival: Vec<String>,
    /// Endings of nouns and adjectives, folded as words are; the empty one included. A word that differs from a term's
    /// form only in its ending is another form or another word, not a misspelling.
    pub endings: Vec<String>,
    /// Suffixes that make a word of another, and letters that go and come before an ending (`нік`, `к`).
    pub derivational: Vec<String>,
    /// Vowels of a last syllable that may be others in another form of the word: uk `і` (Харків, Харкова).
    pub shifting: String,
}

/// Quotation marks: opening and closing by level.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Quotes {
    /// The marks of a quotation: `["«", "»"]`.
    pub outer: (String, String),
    /// The marks of a quotation within a quotation: `["„", "“"]`.
    pub inner: (String, String),
}

/// The dash between words.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Dash {
    /// The dash in house style.
    pub mark: String,
    /// The space before it.
    pub before: String,
    /// The space after it.
    pub after: String,
}

/// Letters and apostrophes.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Alphabet {
    /// The letters, in alphabetical order and lower case.
    pub letters: String,
    /// Letters of the same script that never occur in this language, in lower case.
    pub never: String,
    /// Whether every letter of the script missing from `letters` is foreign (not so where names have é or č).
    pub closed: bool,
    /// The letters that are vowels, in lower case.
    pub vowels: String,
    /// The letter without a sound of its own that softens the consonant before it: `ь`.
    pub soft: String,
    /// Characters accepted as an apostrophe within a word.
    pub apostrophes: String,
    /// The apostrophe in house style; empty for no preference.
    pub apostrophe: String,
    /// Letters of other scripts that look like letters of this alphabet, with their twins: `a` → `а`.
    pub twins: BTreeMap<String, String>,
}

/// How numbers are written.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct NumberForm {
    /// The decimal mark.
    pub decimal: String,
    /// The separator between groups of three digits.
    pub group: String,
    /// The number of whole digits from which groups are separated: 5 groups 10 000 but not 1000.
    pub group_from: usize,
    /// The space between the number and `%`.
    pub percent_space: String,
}

/// How dates are written.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Dates {
    /// The long form, with `{day}`, `{month}` and `{year}`; the month in the genitive.
    pub long: String,
    /// Names of the months by case.
    pub months: Months,
    /// Names of the seven weekdays, Monday first, each in every form.
    pub weekdays: Vec<Vec<String>>,
    /// Names that the twelve months have behind a day in the languages with which this one is confused, January first.
    pub other_months: Vec<Vec<String>>,
    #[serde(rename = "running")]
    _running: Retired,
    #[serde(rename = "year-words")]
    _year_words: Retired,
}

/// A key that a project's profile may have from 0.1.0, where nothing used it: any value is ignored.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(from = "IgnoredAny")]
struct Retired;

impl From<IgnoredAny> for Retired {
    fn from(_: IgnoredAny) -> Self {
        Self
    }
}

/// Names of the twelve months, January first, by case; a language without cases has the nominative only.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names say it")]
pub struct Months {
    pub nominative: Vec<String>,
    pub genitive: Vec<String>,
    pub dative: Vec<String>,
    pub accusative: Vec<String>,
    pub instrumental: Vec<String>,
    pub locative: Vec<String>,
    /// Abbreviations, with their stop.
    pub short: Vec<String>,
    /// Further names by the month's number, recognized but never written: be `травень`.
    pub also: BTreeMap<String, Vec<String>>,
}

impl Months {
    /// The full names by case; empty for a case that the language lacks.
    #[must_use]
    pub fn cases(&self) -> [&[String]; 6] {
        [&self.nominative, &self.genitive, &self.dative, &self.accusative, &self.instrumental, &self.locative]
            .map(Vec::as_slice)
    }
}

/// Words for the part of the day of an hour (5 a.m., 5-й раніцы).
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct DayParts {
    /// Words for the hours before noon.
    pub am: Vec<String>,
    /// Words for the hours after noon.
    pub pm: Vec<String>,
    /// Words for the hours around midnight: 11-й ночы is 23:00, 2-й ночы is 2:00.
    pub night: Vec<String>,
}

/// How slugs are romanized, without diacritics.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Slug {
    /// Letters and groups of letters, in lower case, with their romanization; the longest group wins.
    pub letters: BTreeMap<String, String>,
    /// The romanization at the beginning of a word.
    pub initial: BTreeMap<String, String>,
    /// The romanization after a vowel, an apostrophe or one of `opens`.
    pub open: BTreeMap<String, String>,
    /// Letters other than vowels after which `open` applies too: `ь`, `ў`.
    pub opens: String,
}

/// A pair of letters that alternate with the preceding sound.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Alternation {
    /// The letter after a consonant or a pause.
    pub full: String,
    /// The letter after a vowel.
    pub short: String,
    /// Characters that may come between two words without a pause; white space always may.
    pub through: String,
    /// Characters that make a pause; after any other character, nothing is advised.
    pub pauses: String,
    /// Words that keep the full letter because it is stressed; in lower case, every form.
    pub keep: Vec<String>,
    /// Endings within a word that keep the full letter.
    pub keep_endings: Vec<String>,
}

/// A word that takes another form in some places: ru `во` for `в` before вс, uk `у` for `в` before в.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Euphony {
    /// The right form.
    pub write: String,
    /// The forms that are wrong there, of a letter or two.
    pub instead: Vec<String>,
    /// Beginnings of the next word, in lower case; none for any.
    pub before: Vec<String>,
    /// Whether a consonant must follow the beginning of the next word.
    pub cluster: bool,
    /// Whether the next word begins with a vowel (`vowel`) or a consonant; either, if it is not set.
    pub next: Option<Sound>,
    /// Whether the word before, with nothing but a space between, ends in a vowel or a consonant; either, and also none,
    /// if it is not set.
    pub after: Option<Sound>,
}

/// A kind of sound.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
#[expect(missing_docs, reason = "the names say it")]
pub enum Sound {
    Vowel,
    Consonant,
}

/// The sign between a consonant and the vowel after it: an apostrophe or, in Russian, ъ.
///
/// Where it was lost is known only as far as this data goes: letters that never stand together without it, and words.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Separation {
    /// The sign; empty for the language's apostrophe.
    pub sign: String,
    /// Vowels before which it stands.
    pub vowels: String,
    /// Consonants after which `alphabet.soft` never stands before these vowels.
    pub never_soft: String,
    /// Vowels that follow no consonant without it: uk `ї`.
    pub always: String,
    /// Consonants after which it always stands before `hard-vowels`.
    pub hard: String,
    /// The vowels before which it always stands after `hard`.
    pub hard_vowels: String,
    /// Consonants after which it stands before `open-vowels`, unless another consonant than `open-after` precedes them.
    pub open: String,
    /// The vowels before which it stands after `open`.
    pub open_vowels: String,
    /// Letters before `open` that make no difference.
    pub open_after: String,
    /// Beginnings of words that have none although these letters meet.
    pub kept: Vec<String>,
    /// Beginnings of words, with `|` where it stands: `аб|яв`.
    pub stems: Vec<String>,
}

/// What typography corrects; an empty profile corrects nothing.
#[derive(Debug, Clone, Default, PartialEq, Eq, Deserialize)]
#[serde(default, deny_unknown_fields, rename_all = "kebab-case")]
pub struct Typography {
    /// The corrections to apply.
    pub set: Vec<Tidy>,
    /// Signs that stay with the number after them: `№`.
    pub number_signs: Vec<String>,
    /// Units that stay with the number before them: `км`.
    pub units: Vec<String>,
    /// The most letters of a word after which no line may end; 0 for none.
    pub short_words: usize,
    /// Words that stay with the number before them, in lower case: `года`.
    pub after_numbers: Vec<String>,
}

/// A correction that typography makes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Tidy {
    /// Quotation marks by level.
    Quotes,
    /// Hyphens between spaces become dashes.
    Dashes,
    /// Apostrophes within words take house style.
    Apostrophes,
    /// The initials of a name are kept together.
    Initials,
    /// The groups of a number are kept together.
    Groups,
    /// The space before `%` follows `numbers.percent-space`.
    Percent,
}

impl Typography {
    /// Whether a correction applies.
    #[must_use]
    pub fn corrects(&self, what: Tidy) -> bool {
        self.set.contains(&what)
    }
}

/// A profile that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}:{line}: {message}")]
pub struct ProfileError {
    /// The file, as the caller named it.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong; for an unknown key it lists the known ones.
    pub message: String,
}

impl Hinted for ProfileError {
    fn hint(&self) -> Option<Message> {
        Some(Message::new("hint-profile"))
    }

    fn all() -> Vec<Self> {
        let file = "locales/be/profile.toml".to_owned();
        vec![Self { file, line: 1, message: "unknown field `quote`".to_owned() }]
    }
}
