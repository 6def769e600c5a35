//! `untranslated`: the target repeats the source, though it has words to translate.

use crate::model::{Finding, Problem, Problems, Severity, Side, cut};

use super::{Bitext, Check, Context, Rule, language::LetterClass, roman, words::Word};

pub(super) struct Untranslated;

const RULE: Rule = Rule { id: "untranslated", severity: Severity::Major };

/// Words of a headline in capitals that cannot be a name.
const HEADLINE: usize = 4;
/// Letters of the longest word that may join the words of a name.
const MEANING: usize = 3;
/// Words of a format string (`%s of %d files`) that are not worth a finding.
const MOST_OF_FORMAT: usize = 2;

/// The target repeats the source.
struct UntranslatedProblem;

impl Problem for UntranslatedProblem {
    fn rule(&self) -> &'static str {
        RULE.id
    }

    fn id(&self) -> &'static str {
        RULE.id
    }

    fn all() -> Vec<Self> {
        vec![Self]
    }
}

impl Check for Untranslated {
    fn rule(&self) -> Rule {
        RULE
    }

    fn problems(&self) -> Problems {
        Problems::of::<UntranslatedProblem>()
    }

    fn segment(&self, context: &Context<'_>, bitext: &Bitext<'_>, out: &mut Vec<Finding>) {
        if bitext.from_source || !repeats_source(context, bitext) {
            return;
        }
        if let Some(severity) = severity(context, bitext) {
            let whole = 0..bitext.target.prose.len();
            out.push(Finding::new(UntranslatedProblem, severity, bitext.place(context, Side::Target, whole)));
        }
    }
}

/// Whether the target has the letters and digits of the source, in an alphabet that is not its own.
pub(super) fn repeats_source(context: &Context<'_>, bitext: &Bitext<'_>) -> bool {
    let is_home = |c: char| context.letters.class(c) == LetterClass::Home;
    let (source, target) = (&bitext.source.prose, &bitext.target.prose);
    (context.letters.is_empty() || !target.chars().any(is_home)) && same_letters(source, target)
}

/// Whether two texts have the same letters and digits, ignoring case, spaces and punctuation.
fn same_letters(one: &str, other: &str) -> bool {
    fn plain(text: &str) -> impl Iterator<Item = char> + '_ {
        text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase)
    }
    plain(one).eq(plain(other))
}

/// How much it matters that the target repeats the source: by the words that are neither names nor abbreviations, nor part
/// of an address, an accepted term or a code span.
fn severity(context: &Context<'_>, bitext: &Bitext<'_>) -> Option<Severity> {
    let prose = &bitext.target.prose;
    let words = bitext.words(Side::Target);
    let text = |word: &&Word<'_>| cut(prose, &word.span);
    let own = |at: usize, word: &Word<'_>| {
        let joined = word.is_joined || words.get(at + 1).is_some_and(|next| next.is_joined);
        let is_long = cut(prose, &word.span).chars().nth(1).is_some();
        is_long
            && !joined
            && roman::read(&cut(prose, &word.span).to_lowercase()).is_none()
            && !word.in_address
            && !word.has_digit
            && !bitext.is_kept(&word.span)
    };
    let own: Vec<&Word<'_>> =
        words.iter().enumerate().filter(|(at, word)| own(*at, word)).map(|(_, word)| word).collect();
    let plain: Vec<&Word<'_>> = own.iter().copied().filter(|word| word.is_plain()).collect();
    let is_known = |word: &&&Word<'_>| context.known_words.has(text(word));
    if plain.is_empty() {
        // A headline: a name has fewer words that mean something.
        let telling = own.iter().filter(|word| text(word).chars().nth(MEANING).is_some()).filter(is_known).count();
        // `See https://…`: a word before an address, where a name would say whose it is.
        let has_address = words.iter().any(|word| word.in_address);
        if has_address
            && !own.is_empty()
            && own.iter().all(|word| word.begins && context.known_words.is_listed(text(word)))
        {
            return Some(Severity::Minor);
        }
        let is_headline = own.len() >= HEADLINE && telling >= 2 && telling * 2 >= own.len();
        return is_headline.then_some(RULE.severity);
    }
    let is_format = prose.contains('{')
        || prose.match_indices('%').any(|(at, _)| prose.as_bytes().get(at + 1).is_some_and(u8::is_ascii_alphabetic));
    if is_format && plain.len() <= MOST_OF_FORMAT {
        return None;
    }
    let is_known = plain.iter().any(|word| context.known_words.has(text(word)));
    Some(if is_known || own.len() > HEADLINE { RULE.severity } else { Severity::Minor })
}
