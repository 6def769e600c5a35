//! `missing`: a segment without a translation, or with one that has no word.

use crate::model::{Finding, Place, Problem, Problems, Severity, Side};

use super::{Bitext, Check, CheckedArticle, Context, Rule, words::Word};

pub(super) struct MissingTarget;

const RULE: Rule = Rule { id: "missing", severity: Severity::Major };

/// There is nothing to read.
enum MissingProblem {
    /// The segment has no translation.
    Target,
    /// The translation has codes or marks alone, and the source words.
    Words,
}

impl Problem for MissingProblem {
    fn rule(&self) -> &'static str {
        RULE.id
    }

    fn id(&self) -> &'static str {
        match self {
            Self::Target => RULE.id,
            Self::Words => "missing-words",
        }
    }

    fn all() -> Vec<Self> {
        vec![Self::Target, Self::Words]
    }
}

impl Check for MissingTarget {
    fn rule(&self) -> Rule {
        RULE
    }

    fn problems(&self) -> Problems {
        Problems::of::<MissingProblem>()
    }

    fn segment(&self, context: &Context<'_>, bitext: &Bitext<'_>, out: &mut Vec<Finding>) {
        let (source, prose) = (&bitext.source.prose, &bitext.target.prose);
        let is_blank = prose.trim().is_empty();
        if is_blank && bitext.target.codes.is_empty() && !source.trim().is_empty() {
            let place = bitext.place(context, Side::Target, 0..0);
            out.push(Finding::new(MissingProblem::Target, RULE.severity, place));
            return;
        }
        if prose.contains(char::is_alphanumeric) {
            return;
        }
        let is_word = |word: &&Word<'_>| !word.in_address && !word.has_digit;
        let severity = match bitext.words(Side::Source).iter().filter(is_word).take(2).count() {
            0 => return,
            // A single word can be a sign elsewhere: a tick in a table.
            1 if !is_blank => Severity::Minor,
            _ => RULE.severity,
        };
        let place = bitext.place(context, Side::Target, 0..prose.len());
        out.push(Finding::new(MissingProblem::Words, severity, place));
    }

    fn article(&self, context: &Context<'_>, checked: &CheckedArticle<'_>, out: &mut Vec<Finding>) {
        for (_, segment) in checked.article.translated() {
            let target = checked.translation.targets.get(&segment.id);
            if target.is_none_or(|target| target.text.codes.is_empty() && target.text.prose.trim().is_empty()) {
                let locale = Some(context.pair.target.clone());
                let place = Place { locale, segment: Some(segment.id), ..Place::default() };
                out.push(Finding::new(MissingProblem::Target, RULE.severity, place));
            }
        }
    }
}
