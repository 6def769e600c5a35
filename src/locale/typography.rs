//! Quotation marks, dashes, apostrophes and no-break spaces as a locale sets them; no word is changed.

use super::{Edit, Profile, Tidy, letters::is_apostrophe};

/// The corrections that a typesetter would make, ascending and without overlaps; a second pass changes nothing more.
///
/// Quotation marks by level, dashes between spaces, the house-style apostrophe within words, no-break spaces in
/// initials and numbers and next to signs and units. A profile that enables none of them changes no text.
#[must_use]
pub fn typography(profile: &Profile, prose: &str) -> Vec<Edit> {
    let line = ProseLine { profile, chars: prose.char_indices().collect(), len: prose.len() };
    let mut edits = Vec::new();
    line.quotes(&mut edits);
    line.apostrophes(&mut edits);
    line.dashes(&mut edits);
    line.spaces(&mut edits);
    line.percent(&mut edits);
    edits.sort_by_key(|edit| (edit.span.start, edit.span.end));
    let mut end = 0;
    edits.retain(|edit| {
        let keeps = edit.span.start >= end;
        end = end.max(edit.span.end);
        keeps
    });
    edits
}

const NO_BREAK: &str = "\u{a0}";

struct ProseLine<'a> {
    profile: &'a Profile,
    chars: Vec<(usize, char)>,
    len: usize,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Level {
    Outer,
    Inner,
}

/// The open quotations, innermost last.
#[derive(Default)]
struct Open {
    levels: Vec<Level>,
    outer: usize,
}

impl Open {
    fn push(&mut self, level: Level) {
        self.outer += usize::from(level == Level::Outer);
        self.levels.push(level);
    }

    fn pop(&mut self) -> Option<Level> {
        let level = self.levels.pop()?;
        self.outer -= usize::from(level == Level::Outer);
        Some(level)
    }

    fn top(&self) -> Option<Level> {
        self.levels.last().copied()
    }

    fn is_empty(&self) -> bool {
        self.levels.is_empty()
    }

    /// Closes the innermost quotation of a level and all that is open within it; does nothing if none is open.
    fn close(&mut self, level: Level) {
        // Counted rather than searched, so that many unmatched marks stay linear.
        let count = if level == Level::Outer { self.outer } else { self.levels.len() - self.outer };
        while count > 0 && self.pop().is_some_and(|closed| closed != level) {}
    }
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Direction {
    Open,
    Close,
    Unclear,
}

impl ProseLine<'_> {
    fn at(&self, index: usize) -> Option<char> {
        self.chars.get(index).map(|(_, char)| *char)
    }

    fn before(&self, index: usize) -> Option<char> {
        self.at(index.checked_sub(1)?)
    }

    fn offset(&self, index: usize) -> usize {
        self.chars.get(index).map_or(self.len, |(offset, _)| *offset)
    }

    /// Replaces the characters `from..to` unless they match already.
    fn replace(&self, from: usize, to: usize, replacement: &str, edits: &mut Vec<Edit>) {
        let old = self.chars.iter().skip(from).take(to.saturating_sub(from)).map(|(_, char)| *char);
        if !old.eq(replacement.chars()) {
            edits.push(Edit { span: self.offset(from)..self.offset(to), replacement: replacement.to_owned() });
        }
    }

    /// The end of the run of spaces that begins at an index.
    fn run_end(&self, from: usize) -> usize {
        let run = self.chars.iter().skip(from).take_while(|(_, char)| is_space(*char)).count();
        from + run
    }

    fn quotes(&self, edits: &mut Vec<Edit>) {
        let marks = &self.profile.quotes;
        if !self.profile.typography.corrects(Tidy::Quotes) || marks.outer.0.is_empty() || marks.inner.0.is_empty() {
            return;
        }
        let pair = |level| if level == Level::Outer { &marks.outer } else { &marks.inner };
        let directions = self.directions();
        let mut open = Open::default();
        for (index, (_, char)) in self.chars.iter().enumerate() {
            let is = |mark: &str| mark.chars().eq([*char]);
            let direction = directions.get(index).copied().unwrap_or(Direction::Unclear);
            let locale_close = [Level::Inner, Level::Outer].into_iter().find(|level| is(&pair(*level).1));
            let locale_open = [Level::Inner, Level::Outer].into_iter().find(|level| is(&pair(*level).0));
            match (locale_open, locale_close) {
                (Some(level), None) => open.push(level),
                // “ closes „ here but opens in English: it closes if it can, or if its position says so.
                (_, Some(level)) if *char != '“' || open.top() == Some(level) || direction == Direction::Close => {
                    open.close(level);
                }
                _ => {
                    let direction = match char {
                        '"' | '“' | '‟' | '＂' => match direction {
                            Direction::Unclear if !open.is_empty() => Direction::Close,
                            direction => direction,
                        },
                        '«' | '„' => Direction::Open,
                        '»' | '”' => Direction::Close,
                        _ => continue,
                    };
                    match direction {
                        Direction::Open => {
                            let level = if open.top() == Some(Level::Outer) { Level::Inner } else { Level::Outer };
                            open.push(level);
                            self.replace(index, index + 1, &pair(level).0, edits);
                        }
                        Direction::Close => {
                            // After a figure, with nothing to close, it is an inch mark.
                            if open.is_empty() && self.before(index).is_some_and(char::is_numeric) {
                                continue;
                            }
                            let level = open.pop().unwrap_or(Level::Outer);
                            self.replace(index, index + 1, &pair(level).1, edits);
                        }
                        Direction::Unclear => {}
                    }
                }
            }
        }
    }

    /// What each quotation mark does by its position alone: adjacent marks are skipped, so that the answer is the same
    /// before and after they are corrected.
    fn directions(&self) -> Vec<Direction> {
        let mut directions = vec![Direction::Unclear; self.chars.len()];
        let mut start = 0;
        while start < self.chars.len() {
            let run = self.chars.iter().skip(start).take_while(|(_, char)| is_quote(*char)).count();
            if run == 0 {
                start += 1;
                continue;
            }
            let free_before = self.before(start).is_none_or(|char| char.is_whitespace() || "([{/-–—".contains(char));
            let free_after =
                self.at(start + run).is_none_or(|char| char.is_whitespace() || ".,;:!?…)]}/-–—".contains(char));
            let direction = match (free_before, free_after) {
                (true, false) => Direction::Open,
                (false, true) => Direction::Close,
                _ => Direction::Unclear,
            };
            for known in directions.iter_mut().skip(start).take(run) {
                *known = direction;
            }
            start += run;
        }
        directions
    }

    fn apostrophes(&self, edits: &mut Vec<Edit>) {
        let alphabet = &self.profile.alphabet;
        if !self.profile.typography.corrects(Tidy::Apostrophes) || alphabet.apostrophe.is_empty() {
            return;
        }
        let is_letter = |char: Option<char>| {
            char.is_some_and(|char| char.to_lowercase().all(|lower| alphabet.letters.contains(lower)))
        };
        for (index, (_, char)) in self.chars.iter().enumerate() {
            let is_apostrophe = *char == '\'' || alphabet.apostrophes.contains(*char);
            if is_apostrophe && is_letter(self.before(index)) && is_letter(self.at(index + 1)) {
                self.replace(index, index + 1, &alphabet.apostrophe, edits);
            }
        }
    }

    fn dashes(&self, edits: &mut Vec<Edit>) {
        let dash = &self.profile.dash;
        if !self.profile.typography.corrects(Tidy::Dashes) || dash.mark.is_empty() {
            return;
        }
        for (start, end) in self.dash_places() {
            let before = start - self.chars.iter().take(start).rev().take_while(|(_, char)| is_space(*char)).count();
            let after = self.run_end(end);
            // A run between two dashes is the one before the second, and a run before the first word is an indent.
            if before > 0 {
                self.replace(before, start, &dash.before, edits);
            }
            self.replace(start, end, &dash.mark, edits);
            let is_shared = self.dash_at(after).is_some();
            if !is_shared && after < self.chars.len() {
                self.replace(end, after, &dash.after, edits);
            }
        }
    }

    /// The dashes between spaces, as character ranges.
    fn dash_places(&self) -> Vec<(usize, usize)> {
        let mut places = Vec::new();
        let mut index = 0;
        while index < self.chars.len() {
            match self.dash_at(index) {
                Some(end) => {
                    places.push((index, end));
                    index = end;
                }
                None => index += 1,
            }
        }
        places
    }

    /// The end of the dash that begins at an index: a dash, hyphen or double hyphen with spaces on both sides, or with
    /// a space after it at the start of the text; between two figures it may be a minus and stays unchanged.
    fn dash_at(&self, index: usize) -> Option<usize> {
        let char = self.at(index)?;
        let end = match char {
            '-' if self.at(index + 1) == Some('-') => index + 2,
            '-' | '–' | '—' => index + 1,
            _ => return None,
        };
        if !self.at(end).is_some_and(is_space) || !self.before(index).is_none_or(is_space) {
            return None;
        }
        let word_before = self.chars.iter().take(index).rev().map(|(_, char)| *char).find(|char| !is_space(*char));
        let word_after = self.at(self.run_end(end));
        let is_minus = [word_before, word_after].into_iter().all(|char| char.is_some_and(char::is_numeric));
        (!is_minus).then_some(end)
    }

    fn spaces(&self, edits: &mut Vec<Edit>) {
        let rules = &self.profile.typography;
        for (index, (_, char)) in self.chars.iter().enumerate() {
            let lone_space =
                *char == ' ' && !self.before(index).is_some_and(is_space) && !self.at(index + 1).is_some_and(is_space);
            let joins = lone_space
                && ((rules.corrects(Tidy::Initials) && self.is_initial(index))
                    || (rules.corrects(Tidy::Groups) && self.is_group(index))
                    || self.is_unit(index)
                    || (self.is_sign(index) && self.at(index + 1).is_some_and(char::is_numeric)));
            if joins {
                self.replace(index, index + 1, NO_BREAK, edits);
            } else if char.is_ascii_digit() && self.is_sign(index) {
                self.replace(index, index, NO_BREAK, edits);
            }
        }
    }

    /// А. Р. Лукашэнка: a capital and a stop before, a capital after.
    fn is_initial(&self, space: usize) -> bool {
        let capital = |char: Option<char>| char.is_some_and(char::is_uppercase);
        self.before(space) == Some('.')
            && capital(space.checked_sub(2).and_then(|at| self.at(at)))
            && !space.checked_sub(3).and_then(|at| self.at(at)).is_some_and(|char| self.in_word(char))
            && capital(self.at(space + 1))
    }

    /// 10 000: one to three digits before, exactly three after.
    fn is_group(&self, space: usize) -> bool {
        let is_digit = |char: &(usize, char)| char.1.is_ascii_digit();
        // A fourth digit rules out a group.
        let before = self.chars.iter().take(space).rev().take(4).take_while(|char| is_digit(char)).count();
        let after = self.chars.iter().skip(space + 1).take(4).take_while(|char| is_digit(char)).count();
        (1..=3).contains(&before) && after == 3
    }

    fn is_unit(&self, space: usize) -> bool {
        self.before(space).is_some_and(|char| char.is_ascii_digit())
            && self.profile.typography.units.iter().any(|unit| {
                let count = unit.chars().count();
                let here = self.chars.iter().skip(space + 1).take(count).map(|(_, char)| *char);
                here.eq(unit.chars()) && !self.at(space + 1 + count).is_some_and(|char| self.in_word(char))
            })
    }

    /// Whether a character continues a word; any apostrophe does, so the `м` of `м’я` is not a metre.
    fn in_word(&self, char: char) -> bool {
        char.is_alphanumeric() || is_apostrophe(self.profile, char)
    }

    /// Whether a number sign precedes an index.
    fn is_sign(&self, index: usize) -> bool {
        self.profile.typography.number_signs.iter().any(|sign| {
            let count = sign.chars().count();
            let Some(start) = index.checked_sub(count) else { return false };
            let here = self.chars.iter().skip(start).take(count).map(|(_, char)| *char);
            count > 0 && here.eq(sign.chars())
        })
    }

    fn percent(&self, edits: &mut Vec<Edit>) {
        if !self.profile.typography.corrects(Tidy::Percent) {
            return;
        }
        for (index, (_, char)) in self.chars.iter().enumerate() {
            let ends = !self.at(index + 1).is_some_and(|next| next.is_alphanumeric() || next == '-');
            if *char == '%' && ends {
                let start = index - self.chars.iter().take(index).rev().take_while(|(_, char)| is_space(*char)).count();
                if self.before(start).is_some_and(|char| char.is_ascii_digit()) {
                    self.replace(start, index, &self.profile.numbers.percent_space, edits);
                }
            }
        }
    }
}

/// Whether a character is a space, breaking or not; tabs and line ends never change.
const fn is_space(char: char) -> bool {
    matches!(char, ' ' | '\u{a0}' | '\u{202f}')
}

const fn is_quote(char: char) -> bool {
    matches!(char, '"' | '«' | '»' | '„' | '“' | '”' | '‟' | '＂')
}
