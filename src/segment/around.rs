//! The word before a stop, and what follows the stop.

use super::{
    lexicon::{CompiledRules, WordKey},
    rules::Kinds,
    stop::is_pictograph,
    text::{before, char_at, has_blank_line, is_letter, is_lower, is_upper, is_word, skip_space, skip_space_back},
};

/// The maximum length of the word before a stop, in bytes: longer words are not abbreviations.
const REACH: usize = 64;

/// The word before a stop.
#[derive(Debug, Clone, Copy)]
pub(super) struct Word<'a> {
    /// Where the word begins, inner stops included (`U.S`).
    pub(super) start: usize,
    /// The word, inner stops included.
    pub(super) whole: &'a str,
    /// Its part after the last inner stop (`S`).
    pub(super) last: &'a str,
    /// Its kinds by the rules, alone or with the parts before it (`т. д`).
    pub(super) kinds: Kinds,
    /// Where the first of those parts begins.
    pub(super) first: usize,
    /// Whether `last` is one letter.
    pub(super) single: bool,
}

/// Reads the word that ends at `end` and begins no earlier than `floor`.
pub(super) fn word_before<'a>(text: &'a str, floor: usize, end: usize, lexicon: &CompiledRules) -> Word<'a> {
    let low = text.ceil_char_boundary(end.saturating_sub(REACH).max(floor)).min(end);
    let span = text.get(low..end).unwrap_or_default();
    let word_start = span
        .char_indices()
        .rev()
        .take_while(|(_, c)| is_word(*c) || matches!(c, '.' | '°' | '-' | '\'' | '’' | 'ʼ' | '\u{301}' | '\u{AD}'))
        .last();
    let start = low + word_start.map_or(span.len(), |(at, _)| at);
    let whole = text.get(start..end).unwrap_or_default();
    let trimmed = whole.trim_start_matches(|c: char| !is_word(c));
    let start = start + (whole.len() - trimmed.len());
    let whole = trimmed;
    let last = whole.rsplit('.').next().unwrap_or_default();
    let mut letters = last.chars();
    let single = letters.next().is_some_and(is_letter) && letters.all(|c| c == '\u{301}');
    let mut word = Word { start, whole, last, kinds: Kinds::default(), first: start, single };
    (word.kinds, word.first) = look_up(text, floor, end, &word, lexicon);
    word
}

/// The kinds of a word and where it begins: first with up to three abbreviated parts before it, then with a short word
/// before it, then alone, then only its part after a hyphen.
fn look_up(text: &str, floor: usize, end: usize, word: &Word<'_>, lexicon: &CompiledRules) -> (Kinds, usize) {
    let last_start = end - word.last.len();
    let mut starts = [last_start; 4];
    let mut count = 1;
    for slot in 1..starts.len() {
        let Some(part) = starts.get(slot - 1).and_then(|&next| part_before(text, floor, next)) else { break };
        if let Some(start) = starts.get_mut(slot) {
            *start = part;
            count = slot + 1;
        }
    }
    for &start in starts.iter().take(count).skip(1).rev() {
        let parts = text.get(start..end).unwrap_or_default();
        let kinds = WordKey::of(parts.chars().filter(|c| !c.is_whitespace()))
            .map_or_else(Kinds::default, |key| lexicon.key(&key));
        if kinds.is_abbreviation() {
            return (kinds, start);
        }
    }
    let alone = starts.get(count - 1).copied().unwrap_or(last_start);
    if lexicon.phrases
        && let Some(start) = short_word_before(text, floor, alone)
    {
        let phrase = text.get(start..end).unwrap_or_default();
        let kinds = lexicon.word(phrase);
        if kinds.is_abbreviation() {
            return (kinds, start);
        }
    }
    let kinds = lexicon.word(word.last);
    if kinds.is_abbreviation() {
        return (kinds, last_start);
    }
    match word.last.rsplit_once('-') {
        Some((_, tail)) if !tail.is_empty() => (lexicon.word(tail), end - tail.len()),
        _ => (kinds, last_start),
    }
}

/// Where the short part begins whose period is right before `next`, or one space before it.
fn part_before(text: &str, floor: usize, next: usize) -> Option<usize> {
    let head = text.get(floor..next)?;
    let head = head.strip_suffix([' ', '\u{A0}', '\u{202F}']).unwrap_or(head);
    let head = head.strip_suffix('.')?;
    let letters: usize = head.chars().rev().take(5).take_while(|c| is_letter(*c)).map(char::len_utf8).sum();
    let start = floor + head.len() - letters;
    let count = text.get(start..floor + head.len())?.chars().count();
    let joined = before(text, start).is_some_and(|c| is_word(c) && start > floor);
    (count > 0 && !joined).then_some(start)
}

/// Where the word of at most three letters one space before `next` begins (`и др.`).
fn short_word_before(text: &str, floor: usize, next: usize) -> Option<usize> {
    let head = text.get(floor..next)?.strip_suffix(' ')?;
    let letters: usize = head.chars().rev().take(4).take_while(|c| is_letter(*c)).map(char::len_utf8).sum();
    let start = floor + head.len() - letters;
    let count = text.get(start..floor + head.len())?.chars().count();
    ((1..=3).contains(&count) && before(text, start).is_none_or(|c| start == floor || c.is_whitespace()))
        .then_some(start)
}

/// The kind of number before an abbreviation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum NumberBefore {
    /// None.
    No,
    /// One or two digits, or a number with a comma or a point.
    Small,
    /// A year, a decade, a century in Roman numerals, a range.
    Year,
}

/// The number before the word that begins at `at`.
pub(super) fn number_before(text: &str, floor: usize, at: usize, lexicon: &CompiledRules) -> NumberBefore {
    let low = text.ceil_char_boundary(at.saturating_sub(24).max(floor)).min(at);
    let head = text.get(low..at).unwrap_or_default().trim_end();
    let token = head.rsplit(|c: char| c.is_whitespace() || c == '(').next().unwrap_or_default();
    if token.ends_with([',', ';', ':', ')']) {
        return NumberBefore::No;
    }
    let digits = token.bytes().filter(u8::is_ascii_digit).count();
    if digits == 0 {
        let roman =
            token.chars().count() <= 9 && token.chars().all(|c| lexicon.mark(c).roman || matches!(c, '-' | '–' | '—'));
        return if roman && token.chars().any(is_letter) { NumberBefore::Year } else { NumberBefore::No };
    }
    let begins =
        token.starts_with(|c: char| c.is_ascii_digit() || matches!(c, '$' | '€' | '£' | '-' | '−' | '«' | '~'));
    match token.bytes().next_back() {
        Some(byte) if byte.is_ascii_digit() || begins => {
            if digits >= 3 && !token.contains([',', '.']) {
                NumberBefore::Year
            } else {
                NumberBefore::Small
            }
        }
        _ => NumberBefore::No,
    }
}

/// How the text continues after a stop.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Start {
    /// It does not.
    End,
    /// With a capital, or a name like `iPhone`.
    Upper,
    /// With a letter of a script without capitals.
    Caseless,
    Lower,
    Digit,
    /// With a sign that can begin a sentence: `#`, `@`, `$`, an emoji…
    Sign,
    /// With a mark that continues the sentence: a comma, a closing bracket…
    Mark,
}

/// The white space between a run of stops and what follows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Gap {
    None,
    Space,
    /// White space with a blank line.
    Paragraph,
}

/// The opening mark before a word; ordered, so that a bracket outweighs a quotation.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Opening {
    None,
    Quote,
    /// A round or square bracket.
    Bracket,
}

/// What follows a run of stops.
#[derive(Debug, Clone, Copy)]
pub(super) struct Next<'a> {
    /// The white space between.
    pub(super) gap: Gap,
    /// Whether a dash comes before the word.
    pub(super) dash: bool,
    /// The opening mark before the word.
    pub(super) opening: Opening,
    /// Where the text continues, before quotes and dashes.
    pub(super) at: usize,
    pub(super) start: Start,
    /// The word, up to an apostrophe.
    pub(super) word: &'a str,
    /// The character after the word.
    pub(super) after: Option<char>,
}

/// Reads what follows the position `end`.
pub(super) fn next_after<'a>(text: &'a str, end: usize, lexicon: &CompiledRules) -> Next<'a> {
    let at = skip_space(text, end);
    let gap = match () {
        () if at == end => Gap::None,
        () if has_blank_line(text, end, at) => Gap::Paragraph,
        () => Gap::Space,
    };
    let mut next = Next { gap, dash: false, opening: Opening::None, at, start: Start::End, word: "", after: None };
    let mut here = at;
    while let Some(c) = char_at(text, here) {
        let roles = lexicon.mark(c);
        let after = here + c.len_utf8();
        if roles.dash && here == at {
            let mut past = after;
            while let Some(more) = char_at(text, past).filter(|&more| lexicon.mark(more).dash) {
                past += more.len_utf8();
            }
            let spaced = char_at(text, past).is_some_and(char::is_whitespace);
            if c == '-' && past == after && !spaced {
                // A minus sign, or a command-line option.
                next.start = Start::Sign;
                return next;
            }
            next.dash = true;
            here = skip_space(text, past);
        } else if matches!(c, '…' | '.') {
            // «…И тогда мы ушли»: an omission may open a sentence.
            let rest = text.get(here..).unwrap_or_default();
            let tail = rest.trim_start_matches(['…', '.']);
            let omits = c == '…' || rest.len() - tail.len() >= 3;
            if !omits || !tail.starts_with(is_word) {
                next.start = Start::Mark;
                return next;
            }
            here = text.len() - tail.len();
        } else if roles.opening {
            next.opening = next.opening.max(if matches!(c, '(' | '[') { Opening::Bracket } else { Opening::Quote });
            here = skip_space(text, after);
        } else {
            classify(text, here, c, lexicon, &mut next);
            return next;
        }
    }
    next
}

fn classify<'a>(text: &'a str, here: usize, c: char, lexicon: &CompiledRules, next: &mut Next<'a>) {
    let rest = text.get(here..).unwrap_or_default();
    let len: usize = rest.chars().take(24).take_while(|c| is_word(*c) || *c == '\u{301}').map(char::len_utf8).sum();
    next.word = rest.get(..len).unwrap_or_default();
    next.after = rest.get(len..).and_then(|rest| rest.chars().next());
    let address = next.after == Some(':') && rest.get(len..).is_some_and(|rest| rest.starts_with("://"));
    next.start = if address || (next.word == "www" && next.after == Some('.')) {
        Start::Sign
    } else if is_upper(c) {
        Start::Upper
    } else if is_lower(c) {
        // `iPhone`, `eBay`: the word is a name and keeps its lower-case letter.
        if next.word.chars().nth(1).is_some_and(is_upper) { Start::Upper } else { Start::Lower }
    } else if is_letter(c) {
        Start::Caseless
    } else if c.is_numeric() {
        Start::Digit
    } else if is_pictograph(c)
        || matches!(c, '#' | '@' | '$' | '€' | '£' | '₴' | '₽' | '№' | '<' | '*' | '_' | '~' | '+' | '§' | '°')
        || lexicon.mark(c).bullet
    {
        Start::Sign
    } else {
        Start::Mark
    };
}

/// The words of a stretch of text.
pub(super) fn words(text: &str, start: usize, end: usize) -> impl Iterator<Item = &str> {
    text.get(start..end)
        .unwrap_or_default()
        .split(|c: char| !(is_word(c) || matches!(c, '\'' | '’' | 'ʼ' | '-' | '.')))
        .map(|word| word.trim_matches(|c: char| !is_word(c)))
        .filter(|word| !word.is_empty())
}

/// Whether a sentence begins with what is at `at`: only opening marks come between `start` and `at`.
pub(super) fn is_at_start(text: &str, start: usize, at: usize, lexicon: &CompiledRules) -> bool {
    let low = skip_space_back(text, at);
    low.saturating_sub(start) <= 12
        && text.get(start..at).unwrap_or_default().chars().all(|c| {
            let roles = lexicon.mark(c);
            c.is_whitespace()
                || roles.opening
                || roles.dash
                || roles.bullet
                || is_pictograph(c)
                || matches!(c, '#' | '№' | '*' | '_')
        })
}
