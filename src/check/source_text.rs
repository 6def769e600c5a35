//! `source-text`: what makes the article itself hard to translate, or wrong: double words, straight quotation marks, sentences
//! that are too long.

use crate::model::{Args, Finding, Problem, Problems, Severity, Side, cut};

use super::{
    Bitext, Check, CheckedArticle, Context, Rule,
    bitext::{code_spans, is_within},
    words::Capitals,
};

pub(super) struct SourceText;

const RULE: Rule = Rule { id: "source-text", severity: Severity::Minor };

/// What is wrong with the article.
enum SourceTextProblem {
    /// A word stands twice.
    Doubled { words: String },
    /// The article has straight quotation marks.
    Straight { count: usize, open: String, close: String },
    /// A sentence has more words than translate well.
    Long { count: usize, longest: usize },
}

impl Problem for SourceTextProblem {
    fn rule(&self) -> &'static str {
        RULE.id
    }

    fn id(&self) -> &'static str {
        match self {
            Self::Doubled { .. } => "source-text-doubled",
            Self::Straight { .. } => "source-text-straight",
            Self::Long { .. } => "source-text-long",
        }
    }

    fn args(&self) -> Args {
        match self {
            Self::Doubled { words } => vec![("words", words.into())],
            Self::Straight { count, open, close } => {
                vec![("count", (*count).into()), ("open", open.into()), ("close", close.into())]
            }
            Self::Long { count, longest } => vec![("count", (*count).into()), ("longest", (*longest).into())],
        }
    }

    fn all() -> Vec<Self> {
        vec![
            Self::Doubled { words: "the the".to_owned() },
            Self::Straight { count: 2, open: "“".to_owned(), close: "”".to_owned() },
            Self::Long { count: 61, longest: 45 },
        ]
    }
}

impl Check for SourceText {
    fn rule(&self) -> Rule {
        RULE
    }

    fn problems(&self) -> Problems {
        Problems::of::<SourceTextProblem>()
    }

    fn article(&self, context: &Context<'_>, checked: &CheckedArticle<'_>, out: &mut Vec<Finding>) {
        let longest = context.source.authoring.longest_sentence;
        for bitext in checked.sources() {
            doubled(context, bitext, out);
            let count = if longest == 0 { 0 } else { bitext.source.prose.split_whitespace().count() };
            if count > longest {
                let place = bitext.place(context, Side::Source, 0..0);
                out.push(Finding::new(SourceTextProblem::Long { count, longest }, Severity::Neutral, place));
            }
        }
        straight(context, checked, out);
    }
}

/// Reports words that stand twice with nothing but spaces between. Of most words it may be meant.
fn doubled(context: &Context<'_>, bitext: &Bitext<'_>, out: &mut Vec<Finding>) {
    let (prose, words) = (&bitext.source.prose, bitext.words(Side::Source));
    for (first, second) in words.iter().zip(words.iter().skip(1)) {
        let gap = cut(prose, &(first.span.end..second.span.start));
        if first.span.len() != second.span.len() || gap.is_empty() || !gap.chars().all(|c| matches!(c, ' ' | '\u{a0}'))
        {
            continue;
        }
        let (word, again) = (cut(prose, &first.span).to_lowercase(), cut(prose, &second.span));
        let is_listed = |list: &[String]| list.contains(&word);
        if word != again.to_lowercase()
            || first.has_digit
            || first.in_address
            || second.capitals != Capitals::None
            || !word.chars().all(char::is_alphabetic)
            || is_listed(&context.source.doubling)
            || is_within(&code_spans(bitext.source), &first.span)
        {
            continue;
        }
        let severity =
            if is_listed(&context.source.authoring.never_doubled) { RULE.severity } else { Severity::Neutral };
        let span = first.span.start..second.span.end;
        let words = cut(prose, &span).to_owned();
        let place = bitext.place(context, Side::Source, span);
        out.push(Finding::new(SourceTextProblem::Doubled { words }, severity, place).guess(cut(prose, &first.span)));
    }
}

/// Reports straight quotation marks once, at the first: whoever writes them writes all of them so.
fn straight(context: &Context<'_>, checked: &CheckedArticle<'_>, out: &mut Vec<Finding>) {
    let (open, close) = &context.source.quotes;
    if open.is_empty() || open == "\"" {
        return;
    }
    let (mut first, mut count) = (None, 0);
    for bitext in checked.sources().filter(|bitext| bitext.source.prose.contains('"')) {
        let (prose, code) = (&bitext.source.prose, code_spans(bitext.source));
        for (at, _) in prose.match_indices('"') {
            // After a figure it is an inch or a second.
            let is_measure = cut(prose, &(0..at)).ends_with(|before: char| before.is_ascii_digit());
            if is_measure || is_within(&code, &(at..at + 1)) {
                continue;
            }
            count += 1;
            first.get_or_insert_with(|| bitext.place(context, Side::Source, at..at + 1));
        }
    }
    if let Some(place) = first {
        let problem = SourceTextProblem::Straight { count, open: open.clone(), close: close.clone() };
        out.push(Finding::new(problem, Severity::Neutral, place));
    }
}
