//! `euphony`: letters and words that depend on the sounds around them: be у and ў, ru в and во, uk у and в.

use crate::{
    locale::{Euphony, Sound, alternations_within},
    model::{Args, Finding, Problem, Problems, Severity, Side, cut},
};

use super::{
    Bitext, Check, Context, Rule,
    language::LetterClass,
    spots::{Spot, report},
    word_facts::WordLists,
    words::{Capitals, Word, WordScript},
};

pub(super) struct EuphonyRule;

const RULE: Rule = Rule { id: "euphony", severity: Severity::Neutral };

/// The longest word with two forms, in bytes: two letters of Cyrillic.
const LONGEST: usize = 4;

/// A letter or a word has the form that does not fit its place.
enum EuphonyProblem {
    /// A letter alternates with the sound before it.
    Letter { found: String },
    /// A word alternates with the sounds around it.
    Word { found: String },
}

impl Problem for EuphonyProblem {
    fn rule(&self) -> &'static str {
        RULE.id
    }

    fn id(&self) -> &'static str {
        match self {
            Self::Letter { .. } => "euphony-letter",
            Self::Word { .. } => "euphony-word",
        }
    }

    fn args(&self) -> Args {
        let (Self::Letter { found } | Self::Word { found }) = self;
        vec![("found", found.into())]
    }

    fn all() -> Vec<Self> {
        vec![Self::Letter { found: "у".to_owned() }, Self::Word { found: "в".to_owned() }]
    }
}

impl Check for EuphonyRule {
    fn rule(&self) -> Rule {
        RULE
    }

    fn problems(&self) -> Problems {
        Problems::of::<EuphonyProblem>()
    }

    fn segment(&self, context: &Context<'_>, bitext: &Bitext<'_>, out: &mut Vec<Finding>) {
        if bitext.from_source {
            return;
        }
        let letters = letters(context, bitext);
        report(context, bitext, RULE.severity, &letters, &|found| EuphonyProblem::Letter { found }, out);
        let words = bitext.words(Side::Target);
        if !words.lists.has(WordLists::EUPHONY) {
            return;
        }
        let mut spots = Vec::new();
        for (index, word) in words.iter().enumerate() {
            if !word.lists.has(WordLists::EUPHONY)
                || word.span.len() > LONGEST
                || word.script != WordScript::Home
                || bitext.is_exempt(&word.span)
            {
                continue;
            }
            let before = index.checked_sub(1).and_then(|before| words.get(before));
            let Some(next) = words.get(index + 1) else { continue };
            spots.extend(other_form(context, &bitext.target.prose, before, word, next));
        }
        report(context, bitext, RULE.severity, &spots, &|found| EuphonyProblem::Word { found }, out);
    }
}

/// Letters in place of those with which they alternate.
///
/// A letter that is a word is certain, and so is a short letter where none can stand: whether a vowel at the beginning
/// of a longer word is stressed, only a list says. Within a name the vowel may be that of another language.
fn letters(context: &Context<'_>, bitext: &Bitext<'_>) -> Vec<Spot> {
    let (rule, prose) = (&context.target.alternation, &bitext.target.prose);
    let words = bitext.words(Side::Target);
    let may_have = |word: &&Word<'_>| word.lists.has(WordLists::ALTERNATING);
    let mut spots = Vec::new();
    if !words.lists.has(WordLists::ALTERNATING) {
        return spots;
    }
    let edits = |word: &Word<'_>| alternations_within(rule, &context.target.vowels, prose, &word.span);
    for (word, edit) in
        words.iter().filter(may_have).flat_map(|word| edits(word).into_iter().map(move |edit| (word, edit)))
    {
        let is_full = cut(prose, &edit.span).to_lowercase() == rule.full;
        let is_alone = word.span == edit.span;
        let is_first = word.span.start == edit.span.start;
        let is_name =
            !is_first && is_full && !word.begins && word.capitals != Capitals::None && word.capitals != Capitals::All;
        if is_name || word.in_address || bitext.is_exempt(&edit.span) || edit.span.end > word.span.end {
            continue;
        }
        spots.push(Spot { span: edit.span, replacement: Some(edit.replacement), certain: is_alone || !is_full });
    }
    spots
}

/// The form that a word should have in its place.
fn other_form(
    context: &Context<'_>,
    prose: &str,
    before: Option<&Word<'_>>,
    word: &Word<'_>,
    next: &Word<'_>,
) -> Option<Spot> {
    // A letter of a list or a name is no word: пункт в).
    if word.is_joined || cut(prose, &(word.span.end..next.span.start)) != " " || next.script != WordScript::Home {
        return None;
    }
    // An abbreviation is read letter by letter.
    if next.capitals == Capitals::All || next.has_digit {
        return None;
    }
    let text = cut(prose, &word.span);
    let lower = text.to_lowercase();
    let follows = cut(prose, &next.span);
    let is_vowel = |letter: char| letter.to_lowercase().any(|letter| context.target.vowels.contains(letter));
    let is_consonant = |letter: char| {
        context.letters.class(letter) == LetterClass::Home && !is_vowel(letter) && !context.target.soft.contains(letter)
    };
    let sound =
        |letter: Option<char>| letter.map(|letter| if is_vowel(letter) { Sound::Vowel } else { Sound::Consonant });
    let applies = |rule: &&Euphony| {
        if !rule.instead.contains(&lower) || (rule.next.is_some() && rule.next != sound(follows.chars().next())) {
            return false;
        }
        if rule.after.is_some() {
            let near = before.filter(|before| cut(prose, &(before.span.end..word.span.start)) == " ");
            let near = near
                .filter(|near| near.script == WordScript::Home && near.capitals != Capitals::All && !near.has_digit);
            if rule.after != sound(near.and_then(|near| cut(prose, &near.span).chars().next_back())) {
                return false;
            }
        }
        let begins = |beginning: &String| {
            let mut rest = follows.chars();
            beginning.chars().all(|wanted| rest.next().is_some_and(|letter| letter.to_lowercase().eq([wanted])))
                && (!rule.cluster || rest.next().is_some_and(is_consonant))
        };
        rule.before.is_empty() || rule.before.iter().any(begins)
    };
    let rule = context.target.euphony.iter().find(applies)?;
    let mut written = rule.write.clone();
    if word.capitals != Capitals::None {
        let mut letters = rule.write.chars();
        written = letters.next().into_iter().flat_map(char::to_uppercase).chain(letters).collect();
    }
    (written != text).then(|| Spot::likely(word.span.clone(), written))
}
