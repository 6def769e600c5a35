//! What the words around a word tell of it, in an analysed stream: the case that it has in the other language, or that it
//! is another word than the engine thinks.

use super::stream::{StreamPart, parts};
use crate::model::Case;

/// The tag of a case.
const fn tag(case: Case) -> &'static str {
    match case {
        Case::Nominative => "<nom>",
        Case::Genitive => "<gen>",
        Case::Dative => "<dat>",
        Case::Accusative => "<acc>",
        Case::Instrumental => "<ins>",
        Case::Locative => "<prp>",
        Case::Vocative => "<voc>",
    }
}

/// What a preposition asks of the words after it.
#[derive(Debug, Clone)]
struct Governed {
    /// The tags of its cases, each with that of the case in the other language.
    cases: Vec<(&'static str, &'static str)>,
    /// Whether its noun has come: adjectives no longer belong to it.
    has_noun: bool,
    /// Whether a conjunction has come after the noun, or a code, which may be the noun: a pronoun begins something else.
    is_past: bool,
}

impl Governed {
    /// The readings of a word that belongs to the preposition, in the case of the other language.
    fn recased(&self, readings: &str) -> Vec<String> {
        let may_belong =
            |reading: &&str| (!self.has_noun || is_noun(reading)) && !(self.is_past && reading.contains("<prn>"));
        let in_case = |(from, to): &(&str, &str)| -> Vec<String> {
            let fitting = readings.split('/').filter(may_belong).filter(|reading| reading.contains(from));
            fitting.map(|reading| reading.replace(from, to)).collect()
        };
        self.cases.iter().map(in_case).find(|fitting| !fitting.is_empty()).unwrap_or_default()
    }
}

/// What stands around the number of a code (`⟦\/1⟧`).
const IN_CODES: [char; 4] = ['⟦', '⟧', '\\', '/'];

/// Whether a reading is that of a noun or a name.
fn is_noun(reading: &str) -> bool {
    reading.contains("<n>") || reading.contains("<np>")
}

/// Gives the words after a preposition the case that goes with it in the other language: preposition, its case, and the
/// other. Words that may be in that case are in no other one; where a preposition stands in several rows, the first case that
/// a word may be in counts.
///
/// What follows is the preposition's up to its pronoun or its nouns, with those that a conjunction adds. Adverbs, figures,
/// codes, opening quotation marks and unknown words before a noun do not end it; any other word and any mark does.
#[must_use]
pub fn recased(stream: &str, governs: &[(String, Case, Case)]) -> String {
    let mut out = String::with_capacity(stream.len());
    let mut governed: Option<Governed> = None;
    for part in parts(stream) {
        let unit = match part {
            StreamPart::Unit(unit) => unit,
            StreamPart::Blank(blank) => {
                out.push_str(blank);
                governed = governed.filter(|_| blank.chars().all(|c| c.is_whitespace() || IN_CODES.contains(&c)));
                if let Some(open) = &mut governed {
                    open.is_past |= blank.contains('⟦');
                }
                continue;
            }
        };
        let (surface, readings) = unit.split_once('/').unwrap_or((unit, ""));
        let lower = surface.to_lowercase();
        let cases = governs.iter().filter(|(word, _, _)| *word == lower).map(|(_, from, to)| (tag(*from), tag(*to)));
        let cases: Vec<_> = cases.collect();
        if !cases.is_empty() {
            governed = Some(Governed { cases, has_noun: false, is_past: false });
            out.extend(["^", unit, "$"]);
            continue;
        }
        let fitting = governed.as_ref().map_or_else(Vec::new, |governed| governed.recased(readings));
        match &mut governed {
            Some(open) if !fitting.is_empty() => {
                out.extend(["^", surface, "/", &fitting.join("/"), "$"]);
                open.has_noun |= fitting.iter().any(|reading| is_noun(reading));
                if fitting.iter().all(|reading| reading.contains("<prn>")) {
                    governed = None;
                }
            }
            Some(open) if open.has_noun && readings.contains("<cnjcoo>") => {
                (open.has_noun, open.is_past) = (false, true);
                out.extend(["^", unit, "$"]);
            }
            _ => {
                let may_precede =
                    readings.starts_with('*') || ["<adv>", "<num>", "<lquot>"].iter().any(|tag| readings.contains(tag));
                governed = governed.filter(|open| may_precede && !open.has_noun);
                out.extend(["^", unit, "$"]);
            }
        }
    }
    out
}

/// Makes words unknown that are other words than the engine thinks, unless the word before has a reading that shows that
/// the engine is right: each row is the word, and what such a reading contains, several tags parted by a blank.
#[must_use]
pub fn without_homographs(stream: &str, homographs: &[Vec<String>]) -> String {
    let mut out = String::with_capacity(stream.len());
    let mut before = "";
    for part in parts(stream) {
        match part {
            StreamPart::Unit(unit) => {
                let (surface, readings) = unit.split_once('/').unwrap_or((unit, ""));
                let lower = surface.to_lowercase();
                let has = |tags: &String| before.split('/').any(|one| tags.split(' ').all(|tag| one.contains(tag)));
                let mut rows = homographs.iter().filter_map(|row| row.split_first());
                if rows.any(|(word, shown)| *word == lower && !shown.iter().any(has)) {
                    out.extend(["^", surface, "/*", surface, "$"]);
                } else {
                    out.extend(["^", unit, "$"]);
                }
                before = readings;
            }
            StreamPart::Blank(blank) => {
                out.push_str(blank);
                before = if blank.trim().is_empty() { before } else { "" };
            }
        }
    }
    out
}

/// Genders, as tags.
const GENDERS: [&str; 3] = ["<m>", "<f>", "<nt>"];

/// The gender among tags.
fn gender(tags: &str) -> Option<&'static str> {
    GENDERS.into_iter().find(|gender| tags.contains(gender))
}

/// Gives words the translation that the pair's lexicon has, in place of those that the engine found: each row is how the
/// analysis begins, and how that of the translation does. Where the gender changes with it, adjectives and determiners
/// just before the word change theirs, and after a subject so do a verb in the past and a short participle.
#[must_use]
pub fn retranslated(stream: &str, lexicon: &[(String, String)]) -> String {
    let mut written: Vec<String> = Vec::new();
    // Where the modifiers of the next word are; which genders change in the predicate, after a subject.
    let mut modifiers: Vec<usize> = Vec::new();
    let mut agrees = None;
    // Whether a preposition stands before the next word and its modifiers: then it is no subject, whatever the engine thinks.
    let mut is_governed = false;
    for part in parts(stream) {
        let unit = match part {
            StreamPart::Unit(unit) => unit,
            StreamPart::Blank(blank) => {
                if !blank.trim().is_empty() {
                    modifiers.clear();
                    (agrees, is_governed) = (None, false);
                }
                written.push(blank.to_owned());
                continue;
            }
        };
        let (source, target) = unit.split_once('/').unwrap_or((unit, ""));
        let lower = source.to_lowercase();
        let found = lexicon.iter().find_map(|(from, to)| Some((from, to, lower.strip_prefix(from.as_str())?)));
        let Some((from, to, tags)) = found else {
            // One without a gender (его) stands between its noun and what belongs to something else.
            let is_modifier = ["<adj>", "<det>", "<def>", "<dem>"].iter().any(|tag| target.contains(tag));
            if is_modifier && gender(target).is_some() {
                modifiers.push(written.len());
            } else {
                modifiers.clear();
            }
            is_governed = source.contains("<pr>") || (is_governed && is_modifier);
            let agreeing = agrees.map_or_else(|| target.to_owned(), |(old, new)| predicate(target, old, new));
            // A participle comes after its verb.
            agrees = agrees.filter(|_| target.contains("<past>") || target.contains("<adv>"));
            let slash = if unit.contains('/') { "/" } else { "" };
            written.push(format!("^{source}{slash}{agreeing}$"));
            continue;
        };
        agrees = None;
        if let (Some(old), Some(new)) = (gender(from), gender(to))
            && old != new
            && tags.contains("<sg>")
        {
            for at in modifiers.drain(..) {
                let Some(modifier) = written.get_mut(at) else { continue };
                let Some((head, target)) = modifier.split_once('/') else { continue };
                *modifier = format!("{head}/{}", in_gender(target, old, new, to));
            }
            agrees = (tags.contains("<nom>") && !is_governed).then_some((old, new));
        }
        modifiers.clear();
        is_governed = false;
        let mut letters = to.chars();
        let first: String = match letters.next() {
            Some(first) if source.starts_with(char::is_uppercase) => first.to_uppercase().collect(),
            first => first.into_iter().collect(),
        };
        written.push(format!("^{source}/{first}{}{tags}$", letters.as_str()));
    }
    written.concat()
}

/// The translation of a word of the predicate in the gender of its subject.
fn predicate(target: &str, old: &str, new: &str) -> String {
    ["<past>", "<short>"]
        .iter()
        .fold(target.to_owned(), |target, tag| target.replace(&format!("{tag}{old}"), &format!("{tag}{new}")))
}

/// The translation of a modifier in the gender of its noun. Only masculine accusatives tell things from beings.
fn in_gender(modifier: &str, old: &str, new: &str, noun: &str) -> String {
    if new == "<m>" && modifier.contains("<acc>") {
        let kind = if noun.contains("<aa>") { "<aa>" } else { "<nn>" };
        return modifier.replace(&format!("{old}<an>"), &format!("{new}{kind}")).replace(old, new);
    }
    modifier.replace(&format!("{old}<nn>"), &format!("{old}<an>")).replace(old, new)
}
