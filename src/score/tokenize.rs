//! The words of a text, as sacreBLEU's measures split it.

/// What the regular expressions of the tokenizer `13a` leave apart: ASCII punctuation but for apostrophes, commas,
/// hyphens and full stops.
fn stands_alone(letter: char) -> bool {
    matches!(letter, '{'..='~' | '['..='`' | ' '..='&' | '('..='+' | ':'..='@' | '/')
}

/// White space as Python knows it: what Unicode calls so, and the four separators of ASCII.
pub(super) fn is_space(letter: char) -> bool {
    letter.is_whitespace() || matches!(letter, '\u{1c}'..='\u{1f}')
}

/// The runs of anything but white space.
pub(super) fn runs(text: &str) -> impl Iterator<Item = &str> {
    text.split(is_space).filter(|run| !run.is_empty())
}

/// Tokenizes a text like `mteval-v13a`, in sacreBLEU's version: BLEU's words.
pub(super) fn tokens_13a(text: &str) -> Vec<String> {
    let mut line = text.trim_end_matches(is_space).replace("<skipped>", "").replace("-\n", "").replace('\n', " ");
    if line.contains('&') {
        line = line.replace("&quot;", "\"").replace("&amp;", "&").replace("&lt;", "<").replace("&gt;", ">");
    }
    let mut letters: Vec<char> = Vec::with_capacity(line.len() + 2);
    letters.push(' ');
    for letter in line.chars() {
        if stands_alone(letter) { letters.extend([' ', letter, ' ']) } else { letters.push(letter) }
    }
    letters.push(' ');
    let is_stop = |letter: char| matches!(letter, '.' | ',');
    // Each pass sees what the one before it wrote, and within a pass no letter belongs to two pairs: so do substitutions
    // by regular expressions.
    let letters = spaced(&letters, |a, b| (!a.is_ascii_digit() && is_stop(b)).then_some([None, Some(' '), Some(' ')]));
    let letters = spaced(&letters, |a, b| (is_stop(a) && !b.is_ascii_digit()).then_some([Some(' '), Some(' '), None]));
    let letters = spaced(&letters, |a, b| (a.is_ascii_digit() && b == '-').then_some([None, Some(' '), Some(' ')]));
    runs(&letters.iter().collect::<String>()).map(str::to_owned).collect()
}

/// Puts what `gaps` returns before, between and after the two letters of each pair that it chooses, from left to right.
fn spaced(letters: &[char], gaps: impl Fn(char, char) -> Option<[Option<char>; 3]>) -> Vec<char> {
    let mut out = Vec::with_capacity(letters.len() + letters.len() / 4);
    let mut rest = letters;
    while let [first, tail @ ..] = rest {
        rest = tail;
        let Some((second, after)) = tail.split_first() else {
            out.push(*first);
            break;
        };
        if let Some([before, between, behind]) = gaps(*first, *second) {
            out.extend(before);
            out.push(*first);
            out.extend(between);
            out.push(*second);
            out.extend(behind);
            rest = after;
        } else {
            out.push(*first);
        }
    }
    out
}

/// Splits a text into words like chrF++: runs without white space, of which one mark of ASCII punctuation is split off, at
/// the end or else at the beginning.
pub(super) fn chrf_words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    for run in runs(text) {
        let mut letters = run.chars();
        let (Some(first), Some(last)) = (letters.next(), letters.next_back()) else {
            words.push(run);
            continue;
        };
        if last.is_ascii_punctuation() {
            words.extend(run.split_at_checked(run.len() - 1).map(<[&str; 2]>::from).into_iter().flatten());
        } else if first.is_ascii_punctuation() {
            words.extend(run.split_at_checked(1).map(<[&str; 2]>::from).into_iter().flatten());
        } else {
            words.push(run);
        }
    }
    words
}

#[cfg(test)]
mod tests {
    use super::{chrf_words, tokens_13a};

    #[test]
    fn a_stop_inside_a_number_is_no_token_and_a_hyphen_after_a_digit_is_one() {
        assert_eq!(
            tokens_13a("У 5,5-м вагоне (3.5 т) – рэч."),
            ["У", "5,5", "-", "м", "вагоне", "(", "3.5", "т", ")", "–", "рэч", "."]
        );
        assert_eq!(tokens_13a("a..b &amp;lt; <skipped>x-\ny"), ["a", ".", ".", "b", "<", "xy"]);
    }

    #[test]
    fn one_mark_is_split_off_a_word() {
        assert_eq!(chrf_words("(hi) \"a - b!!"), ["(hi", ")", "\"", "a", "-", "b!", "!"]);
    }
}
