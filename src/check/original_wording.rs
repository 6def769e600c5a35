//! `original-wording`: the target must contain the speaker's own words where the article has them in its language.

use crate::model::{Args, Finding, Locale, Message, Original, Place, Problem, Problems, Severity, Unit, clip, cut};

use super::{
    Check, CheckedArticle, Context, Rule,
    direct_speech::direct_quotations,
    originals::{originals, words},
};

pub(super) struct OriginalWording;

const RULE: Rule = Rule { id: "original-wording", severity: Severity::Minor };

/// The most characters of a quotation that a finding shows.
const SHOWN: usize = 60;

/// The speaker’s own words are missing.
enum OriginalWordingProblem {
    /// The article has them, the target does not.
    Missing { wording: String },
    /// The article lacks them for what was said in the target's language.
    Wanted { text: String, language: String },
}

impl Problem for OriginalWordingProblem {
    fn rule(&self) -> &'static str {
        RULE.id
    }

    fn id(&self) -> &'static str {
        match self {
            Self::Missing { .. } => RULE.id,
            Self::Wanted { .. } => "original-wording-wanted",
        }
    }

    fn args(&self) -> Args {
        match self {
            Self::Missing { wording } => vec![("wording", wording.into())],
            Self::Wanted { text, .. } => vec![("text", text.into())],
        }
    }

    fn hint(&self) -> Option<Message> {
        match self {
            Self::Missing { .. } => None,
            Self::Wanted { language, .. } => {
                Some(Message::new("hint-original-comment").with("language", language.as_str()))
            }
        }
    }

    fn all() -> Vec<Self> {
        vec![
            Self::Missing { wording: "Жыве Беларусь".to_owned() },
            Self::Wanted { text: "Long live Belarus".to_owned(), language: "be".to_owned() },
        ]
    }
}

impl Check for OriginalWording {
    fn rule(&self) -> Rule {
        RULE
    }

    fn problems(&self) -> Problems {
        Problems::of::<OriginalWordingProblem>()
    }

    fn article(&self, context: &Context<'_>, checked: &CheckedArticle<'_>, out: &mut Vec<Finding>) {
        for unit in checked.article.units.iter().filter(|unit| unit.role.is_translated()) {
            for original in originals(&context.pair.target, unit) {
                out.extend(missing_wording(context, checked, unit, original));
            }
        }
        wanted_wordings(context, checked, out);
    }
}

/// Reports what was said in the target's language and is only in translation.
fn wanted_wordings(context: &Context<'_>, checked: &CheckedArticle<'_>, out: &mut Vec<Finding>) {
    let target = &context.pair.target;
    let mut concepts = context.termbase.concepts.iter();
    let is_spoken =
        |speaks: &Option<Locale>| speaks.as_ref().is_some_and(|speaks| speaks.language() == target.language());
    if target.language() == context.pair.source.language() || !concepts.any(|concept| is_spoken(&concept.speaks)) {
        return;
    }
    let quotations = direct_quotations(checked.article, context.termbase, &context.source);
    for quotation in quotations.iter().filter(|one| one.original.is_none() && is_spoken(&one.language)) {
        // A segment without a target is reported by `missing`.
        if checked.translation.targets.contains_key(&quotation.segment) {
            let place = Place { locale: Some(target.clone()), segment: Some(quotation.segment), ..Place::default() };
            let (text, language) = (clip(&quotation.text, SHOWN), target.to_string());
            out.push(Finding::new(OriginalWordingProblem::Wanted { text, language }, RULE.severity, place));
        }
    }
}

/// The signs between which a text may say who speaks.
const BREAKS: [char; 9] = ['—', '–', '«', '»', '“', '”', '„', '"', '\n'];
/// The most parts of a text, one after another, that are none of a quotation.
const BETWEEN: usize = 3;

/// Whether a text has a wording, with whole parts between others that are not part of it: `“Yes, — he said, — we do.”`. Both
/// are folded words, each between spaces.
fn is_in_parts(wording: &str, text: &str, words: impl Fn(&str) -> String) -> bool {
    let parts: Vec<String> = text.split(BREAKS).map(words).filter(|part| part.len() > 1).collect();
    // The wording begins in a part, and goes on to its end.
    let begins = |part: &str| {
        let mut starts = part.match_indices(' ').map(|(at, _)| cut(part, &(at..part.len())));
        starts.find(|rest| rest.len() > 1 && wording.starts_with(rest)).map(|rest| rest.len() - 1)
    };
    (0..parts.len()).any(|first| {
        let Some(mut said) = parts.get(first).and_then(|part| begins(part)) else { return false };
        let mut apart = 0;
        for part in parts.iter().skip(first + 1) {
            let rest = cut(wording, &(said..wording.len()));
            if part.starts_with(rest) {
                return true;
            }
            if rest.starts_with(part.as_str()) {
                (said, apart) = (said + part.len() - 1, 0);
            } else {
                apart += 1;
                if apart > BETWEEN {
                    return false;
                }
            }
        }
        false
    })
}

/// The finding for an original wording that a unit's translation lacks.
fn missing_wording(
    context: &Context<'_>,
    checked: &CheckedArticle<'_>,
    unit: &Unit,
    original: &Original,
) -> Option<Finding> {
    let target_of = |id| checked.translation.targets.get(&id).map(|target| target.text.prose.as_str());
    let folding = context.target_folding;
    let joined: Vec<&str> = unit.segments.iter().filter_map(|segment| target_of(segment.id)).collect();
    let words = |text: &str| words(folding, text);
    let joined = joined.join(" ");
    // Words that the unit does not quote are reported in the article.
    if joined.is_empty()
        || !original.is_quoted_in(&unit.text)
        || words(&joined).contains(&words(&original.wording))
        || (original.is_interrupted_in(&unit.text) && is_in_parts(&words(&original.wording), &joined, words))
    {
        return None;
    }
    // The segment in which the quotation begins.
    let quoted = original.quoted.as_deref().and_then(|quoted| unit.text.prose.find(quoted)).unwrap_or(0);
    let segment = unit.segments.iter().rfind(|segment| segment.span.start <= quoted).or(unit.segments.first())?;
    // A segment without a target is reported by `missing`.
    target_of(segment.id)?;
    let locale = Some(context.pair.target.clone());
    let place = Place { locale, segment: Some(segment.id), ..Place::default() };
    let problem = OriginalWordingProblem::Missing { wording: original.wording.clone() };
    Some(Finding::new(problem, RULE.severity, place))
}
