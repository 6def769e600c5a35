//! The decision whether a sentence ends at a stop.

use super::{
    around::{
        Gap, Next, NumberBefore, Opening, Start, Word, is_at_start, next_after, number_before, word_before, words,
    },
    lexicon::CompiledRules,
    quotes::is_inside_quote,
    rules::Kinds,
    stop::{StopKind, StopRun},
    text::{before, char_at, is_letter, is_lower, is_upper, is_word, skip_space},
};

/// Where the sentence that began at `start` ends, if it ends at this run of stops.
pub(super) fn end_at(text: &str, start: usize, run: &StopRun, lexicon: &CompiledRules) -> Option<usize> {
    if run.end < run.marks {
        let next = next_after(text, run.marks, lexicon);
        return (next.start == Start::Upper).then_some(run.end);
    }
    let next = next_after(text, run.end, lexicon);
    if next.gap == Gap::Paragraph {
        return Some(run.end);
    }
    if matches!(next.start, Start::End | Start::Mark) {
        return None;
    }
    if run.kind == StopKind::Tight {
        // 「…。」と言った: the quotation is only a part.
        let goes_on = run.has_closing() && next.gap == Gap::None && next.opening == Opening::None;
        return (!goes_on).then_some(run.end);
    }
    let end = if next.gap == Gap::None {
        end_without_space(text, start, run, &next, lexicon)
    } else {
        ends_before_space(text, start, run, &next, lexicon).then_some(run.end)
    };
    end.filter(|_| !is_inside_quote(text, start, run, lexicon))
}

/// Whether the sentence ends at a run of stops with white space after it.
fn ends_before_space(text: &str, start: usize, run: &StopRun, next: &Next<'_>, lexicon: &CompiledRules) -> bool {
    if next.dash && (run.has_closing() || next.start != Start::Upper) {
        // «Идём!» — сказал он
        return false;
    }
    if next.opening == Opening::Bracket && run.quotes > 0 {
        // “…war.” (BBC)
        return false;
    }
    match (next.start, run.kind) {
        (Start::Lower, StopKind::Ellipsis) => false,
        (Start::Lower, _) => {
            let word = lexicon.word(next.word);
            let begins = word.has(Kinds::CAPITAL)
                || (run.kind == StopKind::Period && !run.has_closing() && word.has(Kinds::SUBJECT));
            (begins || is_uncapitalized(text, start)) && period_ends(text, start, run, next, lexicon)
        }
        (_, StopKind::Period) => period_ends(text, start, run, next, lexicon),
        (Start::Digit | Start::Sign, _) => true,
        // "the trouble was . . . I forgot": the pronoun is always capitalized.
        (_, StopKind::Ellipsis) => !lexicon.word(next.word).has(Kinds::CAPITAL),
        _ => !ends_in_name(text, start, run, lexicon) || is_starter(next, lexicon),
    }
}

/// Whether the writer uses no capitals: then the next sentence has none either.
fn is_uncapitalized(text: &str, start: usize) -> bool {
    let mut letters = text.get(start..).unwrap_or_default().chars().skip_while(|c| !is_word(*c));
    letters.next().is_some_and(is_lower) && !letters.next().is_some_and(is_upper)
}

/// Whether a period before white space ends the sentence.
fn period_ends(text: &str, start: usize, run: &StopRun, next: &Next<'_>, lexicon: &CompiledRules) -> bool {
    if run.kind != StopKind::Period
        || !before(text, run.start).is_some_and(|c| is_word(c) || matches!(c, '\u{301}' | '°'))
    {
        return true;
    }
    let word = word_before(text, start, run.start, lexicon);
    if word.single && next.dash {
        // "— Кто там? — Я. — Входи."
        return !word.kinds.is_abbreviation();
    }
    if is_label(text, start, &word, lexicon) {
        return false;
    }
    let starter = || is_starter(next, lexicon);
    let kinds = word.kinds;
    let initial = word.single && word.last.starts_with(is_upper) && !kinds.has(Kinds::CASED);
    if !kinds.is_abbreviation() || initial {
        return if initial || is_like_abbreviation(text, start, &word, lexicon) { starter() } else { true };
    }
    if next.dash {
        return false;
    }
    let number = number_before(text, start, word.first, lexicon);
    let dated = kinds.has(Kinds::DATE) && (number == NumberBefore::Year || !kinds.has(Kinds::LEAD));
    let follows = lexicon.word(next.word).has(Kinds::FOLLOWER);
    if dated || kinds.has(Kinds::END) {
        let goes_on = follows || (dated && is_opening_phrase(text, start, word.first, lexicon));
        return next.opening != Opening::Bracket && (starter() || !goes_on);
    }
    if kinds.has(Kinds::UNIT) && number != NumberBefore::No {
        return !follows && (next.start != Start::Digit || !is_measure(text, next, lexicon));
    }
    match next.start {
        Start::Digit | Start::Sign => return false,
        // "vol. IX", "рис. А"; but "the app. I like it".
        _ if kinds.has(Kinds::NUMBERED) && is_numeral(next, lexicon) => {
            return !kinds.has(Kinds::LEAD.and(Kinds::MIDDLE)) && starter();
        }
        _ => {}
    }
    if kinds.has(Kinds::LEAD) || (kinds.has(Kinds::UNIT) && follows) {
        return run.has_closing() && starter();
    }
    let unit = kinds.has(Kinds::UNIT) && !word.single && word.last.starts_with(is_lower);
    if kinds.has(Kinds::MIDDLE) || (!unit && is_like_abbreviation(text, start, &word, lexicon)) {
        return starter();
    }
    // What remains are ordinary words (`no`, `in`) that are abbreviations only next to a number.
    true
}

/// Whether a number continues the measure before it (`7 ft. 2 in.`, `9 год. 15 хв.`).
fn is_measure(text: &str, next: &Next<'_>, lexicon: &CompiledRules) -> bool {
    let rest = text
        .get(next.at..)
        .unwrap_or_default()
        .trim_start_matches(|c: char| c.is_ascii_digit() || matches!(c, ',' | '.'));
    let rest = rest.trim_start();
    let len: usize = rest.chars().take(12).take_while(|c| is_letter(*c)).map(char::len_utf8).sum();
    lexicon.word(rest.get(..len).unwrap_or_default()).has(Kinds::UNIT)
}

/// Whether the next word is one that is rarely capitalized except at the beginning of a sentence.
fn is_starter(next: &Next<'_>, lexicon: &CompiledRules) -> bool {
    let initial = next.after == Some('.') && next.word.chars().nth(1).is_none();
    next.start != Start::Lower && !initial && next.after != Some('-') && lexicon.word(next.word).has(Kinds::STARTER)
}

/// Whether the sentence so far is only the number or letter that labels an item (`1.`, `a.`, `IV.`, `Q.`).
fn is_label(text: &str, start: usize, word: &Word<'_>, lexicon: &CompiledRules) -> bool {
    if !is_at_start(text, start, word.start, lexicon) {
        return false;
    }
    let parts = || word.whole.split('.');
    word.single && parts().count() == 1
        || (word.whole.len() <= 8
            && parts().all(|part| part.len() <= 3 && !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit())))
        || (word.whole.chars().count() <= 5 && word.whole.chars().all(|c| lexicon.mark(c).roman))
}

/// Whether an unknown word looks like an abbreviation: an initial, letters with stops between them, a few consonants.
fn is_like_abbreviation(text: &str, start: usize, word: &Word<'_>, lexicon: &CompiledRules) -> bool {
    if word.single {
        // A lower-case letter may be a word that ends a sentence: я.
        return word.last.starts_with(is_upper) || (word.last.starts_with(is_lower) && !word.kinds.has(Kinds::STARTER));
    }
    // `report.html`, `https://example.by`
    if word.whole.len() > word.last.len() || matches!(before(text, word.start), Some('/' | '@' | '\\')) {
        return false;
    }
    let letters = word.last.chars().count();
    (2..=4).contains(&letters)
        && word.last.chars().all(|c| is_letter(c) && !lexicon.mark(c).vowel)
        && word.last.chars().skip(1).all(is_lower)
        && number_before(text, start, word.start, lexicon) == NumberBefore::No
}

/// Whether the next word is a Roman numeral or a single letter.
fn is_numeral(next: &Next<'_>, lexicon: &CompiledRules) -> bool {
    next.word.chars().nth(1).is_none() || (next.word.len() <= 12 && next.word.chars().all(|c| lexicon.mark(c).roman))
}

/// Whether the stops belong to a name (`Yahoo!`).
fn ends_in_name(text: &str, start: usize, run: &StopRun, lexicon: &CompiledRules) -> bool {
    if run.marks != run.end || run.marks - run.start != 1 {
        return false;
    }
    let word = word_before(text, start, run.start, lexicon);
    text.get(word.start..run.marks).is_some_and(|name| lexicon.is_name(name))
}

/// Whether only a phrase that opens a clause precedes an abbreviation ("At 5 a.m.", "В 1995 г."), so that the clause
/// itself is still to come.
fn is_opening_phrase(text: &str, start: usize, end: usize, lexicon: &CompiledRules) -> bool {
    const REACH: usize = 120;
    const MAX_WORDS: usize = 6;
    let low = text.ceil_char_boundary(end.saturating_sub(REACH).max(start)).min(end);
    let head = text.get(low..end).unwrap_or_default();
    let (mut from, mut whole) = (low, low == start);
    if let Some(colon) = head.rfind(": ") {
        (from, whole) = (low + colon, true);
    }
    let mut phrase: Vec<&str> = Vec::new();
    for word in words(text, from, end) {
        if lexicon.word(word).has(Kinds::CONJUNCTION) {
            whole = true;
            phrase.clear();
        } else {
            phrase.push(word);
        }
    }
    let Some(first) = phrase.first().filter(|_| whole && phrase.len() <= MAX_WORDS) else { return false };
    let is_date = |word: &&str| {
        word.starts_with(|c: char| c.is_ascii_digit())
            || lexicon.word(word).has(Kinds::MONTH)
            || word.chars().all(|c| lexicon.mark(c).roman)
    };
    lexicon.word(first).has(Kinds::OPENER) || phrase.iter().all(is_date)
}

/// A stop with no white space after it: the space was lost between two sentences, or a note number follows.
fn end_without_space(
    text: &str,
    start: usize,
    run: &StopRun,
    next: &Next<'_>,
    lexicon: &CompiledRules,
) -> Option<usize> {
    let word = word_before(text, start, run.start, lexicon);
    let after_bracket = before(text, run.start) == Some(')');
    let whole = word.whole == word.last
        && before(text, word.start).is_none_or(|c| c.is_whitespace() || lexicon.mark(c).opening);
    let whole = whole
        && word.last.chars().count() > 1
        && word.last.chars().next_back().is_some_and(|c| is_letter(c) && !is_upper(c));
    let is_number = word.last.len() > 2 && word.last.bytes().all(|byte| byte.is_ascii_digit());
    let plain = (whole || after_bracket || is_number)
        && (run.kind != StopKind::Period
            || !word.kinds.has(Kinds::LEAD.and(Kinds::DATE).and(Kinds::UNIT).and(Kinds::MIDDLE).and(Kinds::END))
                && !is_like_abbreviation(text, start, &word, lexicon));
    if !plain {
        return None;
    }
    match next.start {
        Start::Upper
            if next.opening != Opening::Bracket
                && (next.opening == Opening::None || char_at(text, run.end) == Some('«')) =>
        {
            let rest = text.get(next.at..).unwrap_or_default();
            let token: &str = rest.split(char::is_whitespace).next().unwrap_or_default();
            let token = token.trim_end_matches(|c: char| !is_word(c));
            let word = token.trim_start_matches(|c: char| !is_word(c));
            let plain = !word.contains(['.', '@', '/', '=', '_', '&']) && !lexicon.word(word).has(Kinds::DOMAIN);
            let titled = word.chars().nth(1).is_none_or(|c| !is_upper(c) && !c.is_ascii_digit());
            (plain && titled).then_some(run.end)
        }
        Start::Digit if run.kind == StopKind::Period && (after_bracket || word.last.chars().count() > 2) => {
            note_numbers_end(text, run.end)
        }
        _ => None,
    }
}

/// The end of note numbers that cling to a stop (`… in its reply.7 8 The court …`).
fn note_numbers_end(text: &str, at: usize) -> Option<usize> {
    let mut end = at;
    for _ in 0..8 {
        let digits = text.get(end..)?.bytes().take(4).take_while(u8::is_ascii_digit).count();
        if digits == 0 || digits > 3 {
            return None;
        }
        end += digits;
        let next = skip_space(text, end);
        match char_at(text, next)? {
            c if next > end && is_upper(c) => return Some(end),
            ',' | '–' | '-' if next == end => end += char_at(text, end)?.len_utf8(),
            c if next > end && c.is_ascii_digit() => end = next,
            _ => return None,
        }
    }
    None
}
