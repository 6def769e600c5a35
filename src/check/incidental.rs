//! Terms of the source that are a part of something else, so that the translation need not have them: `the West` in
//! `the West Coast`, `border` in the firm `Border Wire`, `security` in `security camera`.

use crate::{
    glossary::Hit,
    model::{Kind, Side, cut},
};

use super::{Bitext, Context};

/// The number of words in capitals from which a clause is a headline, where a capital means nothing.
const HEADLINE: usize = 4;

/// How far to look for the ends of a clause, in bytes, so that a long one is not reread for every hit.
const REACH: usize = 256;

/// Whether a hit in the source is a part of a longer capitalised name that the glossary lacks, or qualifies another
/// noun.
pub(super) fn is_incidental(context: &Context<'_>, bitext: &Bitext<'_>, hit: &Hit) -> bool {
    let prose = &bitext.source.prose;
    let before = cut(prose, &(0..hit.span.start)).chars().next_back();
    let rest = cut(prose, &(hit.span.end..prose.len()));
    if before.is_some_and(char::is_alphabetic) || rest.starts_with(char::is_alphabetic) {
        // A translation may keep the hashtag that the word is a part of.
        return true;
    }
    let Some(concept) = context.termbase.concepts.get(hit.concept) else { return false };
    let Some(term) = context.termbase.terms(context.locale(Side::Source), hit.concept).get(hit.term) else {
        return false;
    };
    let is_common = matches!(concept.kind, Kind::Noun | Kind::Term) && !term.text.contains(char::is_uppercase);
    if !is_common && concept.kind != Kind::Place {
        return false;
    }
    let matched = cut(prose, &hit.span);
    if is_all_capitals(matched) || matched.contains(['\'', '’']) {
        return false;
    }
    let is_hit = |at: usize| {
        let first = bitext.source_sight.all.partition_point(|other| other.span.start < at);
        bitext.source_sight.all.get(first).is_some_and(|other| other.span.start == at)
    };
    let Some(next) = rest.strip_prefix([' ', '\u{a0}']) else { return false };
    let word = first_word(next);
    if word.is_empty() || is_hit(prose.len() - next.len()) {
        return false;
    }
    let last = matched.rsplit(char::is_whitespace).next().unwrap_or(matched);
    if last.starts_with(char::is_uppercase) && word.starts_with(char::is_uppercase) {
        let is_firm = !is_common || !is_title(context, last);
        return is_firm && !is_all_capitals(word) && !is_headline(context, prose, hit.span.start);
    }
    // A plural qualifies no other noun, and neither do several words.
    let qualifies = is_common && !matched.contains(char::is_whitespace) && !matched.ends_with('s');
    qualifies && (is_noun_alone(context, word) || is_plural_before_verb(context, next))
}

/// Whether a word is an office or a rank, or several: before a name it begins no other name (`Minister Makei`).
fn is_title(context: &Context<'_>, word: &str) -> bool {
    let word = word.to_lowercase();
    context.source.titles.iter().any(|title| *title == word || word.strip_suffix('s') == Some(title))
}

/// Whether a word in small letters can be nothing but a noun in the singular: no ending of a verb, an adverb or a plural,
/// and none of the other words that may follow a noun.
fn is_noun_alone(context: &Context<'_>, word: &str) -> bool {
    let others = &context.source.after_nouns;
    let known = |words: &[String]| words.iter().any(|known| known == word);
    !others.is_empty()
        && word.chars().count() > 2
        && word.chars().all(char::is_lowercase)
        && !["s", "ed", "ing", "ly"].iter().any(|ending| word.ends_with(ending))
        && !known(others)
        && !known(&context.source.function_words)
}

/// Whether a text begins with a word in `-s` that is a plural, since a finite verb follows: `cameras saw him`.
fn is_plural_before_verb(context: &Context<'_>, text: &str) -> bool {
    let word = first_word(text);
    let is_plural = word.chars().count() > 3
        && word.chars().all(char::is_lowercase)
        && word.ends_with('s')
        && !word.ends_with("ss")
        && !context.source.function_words.iter().any(|known| known == word);
    let Some(rest) = text.strip_prefix(word).and_then(|rest| rest.strip_prefix([' ', '\u{a0}'])) else { return false };
    let verb = first_word(rest);
    is_plural && (context.source.finite_verbs.iter().any(|known| known == verb) || is_past(context, verb, rest))
}

/// Whether a word in `-ed` that begins a text is the past of a verb: a noun after it would make it a participle.
fn is_past(context: &Context<'_>, verb: &str, text: &str) -> bool {
    let Some(after) = text.strip_prefix(verb).filter(|_| verb.chars().count() > 4 && verb.ends_with("ed")) else {
        return false;
    };
    let object = first_word(after.trim_start());
    object.is_empty()
        || object.starts_with(char::is_uppercase)
        || context.source.function_words.iter().any(|known| known == object)
}

/// The letters with which a text begins.
fn first_word(text: &str) -> &str {
    cut(text, &(0..text.find(|letter: char| !letter.is_alphabetic()).unwrap_or(text.len())))
}

fn is_all_capitals(text: &str) -> bool {
    let letters = || text.chars().filter(|letter| letter.is_alphabetic());
    letters().count() > 1 && letters().all(char::is_uppercase)
}

/// Whether all words of the clause at `at` that are no function words have a capital, and they are many.
fn is_headline(context: &Context<'_>, prose: &str, at: usize) -> bool {
    const STOPS: [char; 6] = ['.', ':', '!', '?', '…', '\n'];
    let near = cut(prose, &(prose.floor_char_boundary(at.saturating_sub(REACH))..at));
    let before = cut(near, &(near.rfind(STOPS).unwrap_or(0)..near.len())).trim_start_matches(STOPS);
    let near = cut(prose, &(at..prose.floor_char_boundary(at.saturating_add(REACH))));
    let after = cut(near, &(0..near.find(STOPS).unwrap_or(near.len())));
    let words = [before, after].into_iter().flat_map(|part| part.split(|letter: char| !letter.is_alphabetic()));
    let words = words.filter(|word| !word.is_empty());
    let is_small = |word: &str| context.source.function_words.contains(&word.to_lowercase());
    let mut count = 0;
    for word in words.filter(|word| !is_small(word)) {
        if !word.starts_with(char::is_uppercase) {
            return false;
        }
        count += 1;
    }
    count >= HEADLINE
}
