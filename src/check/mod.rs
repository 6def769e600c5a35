//! What can be wrong? One rule per file.
//!
//! A rule works on a pair of texts ([`Check::segment`]), on an article and its translation ([`Check::article`]), or on
//! both. The terms of each pair are looked up once for all rules ([`Bitext`]).

mod addresses;
mod amounts;
mod anchors;
mod apostrophe;
mod bitext;
mod brackets;
mod characters;
mod chatter;
mod code_content;
mod codes;
mod composition;
mod compound;
mod context;
mod conversion;
mod counterparts;
mod cue_pairs;
mod cues;
mod damaged;
mod dates;
mod deprecated_term;
mod direct_speech;
mod doubled_word;
mod draft;
mod draft_language;
mod enclosed;
mod end_mark;
mod euphony;
mod evidence;
mod first_capital;
mod forbidden_term;
mod foreign_letters;
mod foreign_scripts;
mod frame;
mod full_letter;
mod gap;
mod given_names;
mod government;
mod hedge;
mod hedges;
mod incidental;
mod invisible;
mod known_words;
mod language;
mod length;
mod links;
mod listings;
mod lookalike;
mod machine_traces;
mod marks;
mod measures;
mod met_names;
mod mirror;
mod mirror_added;
mod mirror_facts;
mod mirror_names;
mod misaligned;
mod misattributed;
mod missing;
mod misspelling;
mod misspelt_term;
mod mojibake;
mod name_consistency;
mod name_forms;
mod name_lists;
mod name_pairs;
mod names;
mod negation;
mod negation_pairs;
mod negatives;
mod notation;
mod numbers;
mod opposite;
mod opposites;
mod original_wording;
mod originals;
mod other_language;
mod pairing;
mod placeholders;
mod proportion;
mod quantity;
mod quotation;
mod quotations;
mod reading;
mod repetition;
mod roman;
mod rule;
mod seams;
mod sentences;
mod separation;
mod sibling_language;
mod signs;
mod sounds;
mod source_spelling;
mod source_term;
mod source_text;
mod spaces;
mod speaker;
mod speller;
mod spelling;
mod spot;
mod spots;
mod stale;
mod suggestion;
mod term_case;
mod term_consistency;
mod term_quotes;
mod terminology;
mod transcription;
mod typography;
mod unit;
mod untranslated;
mod word_facts;
mod word_shape;
mod word_tree;
mod words;

use std::collections::{HashMap, HashSet};

use crate::model::{Article, Finding, Problems, SegmentId, Text, Translation};

pub use bitext::{Bitext, CheckedArticle};
pub use context::Context;
pub use direct_speech::{DirectQuotation, direct_quotations};
pub use draft::{DraftFault, DraftReview, review_draft};
pub use language::Language;
pub use length::block_alone;
pub use links::{LinkTable, Links, is_link_folder, page_key};
pub use mirror::{MIRROR, mirror};
pub use quotation::{MarkedText, OpenQuotations, Quotation, quotations};
pub use rule::{Check, Rule};
pub use speller::Speller;
pub use term_consistency::{CheckedEdition, across};

/// All rules, most severe first.
pub const CHECKS: &[&dyn Check] = &[
    &codes::Codes,
    &machine_traces::MachineTraces,
    &missing::MissingTarget,
    &stale::Stale,
    &untranslated::Untranslated,
    &other_language::OtherLanguage,
    &length::Length,
    &misaligned::Misaligned,
    &repetition::Repetition,
    &addresses::Addresses,
    &placeholders::Placeholders,
    &numbers::Numbers,
    &negation::NegationRule,
    &opposite::Opposite,
    &names::NamesRule,
    &name_consistency::NameConsistency,
    &forbidden_term::ForbiddenTerm,
    &sibling_language::SiblingLanguage,
    &foreign_letters::ForeignLetters,
    &damaged::DamagedText,
    &invisible::InvisibleCharacters,
    &lookalike::LookalikeLetters,
    &quotations::QuotationsRule,
    &misattributed::Misattributed,
    &terminology::Terminology,
    &source_term::SourceTerm,
    &misspelt_term::MisspeltTerm,
    &term_case::TermCase,
    &term_quotes::TermQuotes,
    &deprecated_term::DeprecatedTerm,
    &original_wording::OriginalWording,
    &apostrophe::Apostrophe,
    &end_mark::EndMark,
    &hedge::Hedge,
    &brackets::Brackets,
    &doubled_word::DoubledWord,
    &source_text::SourceText,
    &spaces::Spaces,
    &first_capital::FirstCapital,
    &composition::Composition,
    &spelling::SpellingRule,
    &term_consistency::TermConsistency,
    &euphony::EuphonyRule,
    &typography::TypographyRule,
];

/// Every problem that the rules can report.
#[must_use]
pub fn problems() -> Vec<Problems> {
    let notes = Problems::of::<full_letter::FullLetterProblem>();
    let mirrored = Problems::of::<mirror::MirrorProblem>();
    CHECKS.iter().map(|check| check.problems()).chain([notes, mirrored]).collect()
}

/// Rules whose findings mark a wording used in place of the right one.
const WRONG_WORDING_RULES: [&str; 4] =
    [misspelt_term::RULE.id, term_case::RULE.id, forbidden_term::RULE.id, deprecated_term::RULE.id];

/// Checks a sentence and its translation; findings are ordered by position.
#[must_use]
pub fn check_segment(context: &Context<'_>, source: &Text, target: &Text) -> Vec<Finding> {
    check_segments(context, &[(source, target)]).pop().unwrap_or_default()
}

/// Checks several sentences, each with its translation, as [`check_segment`] checks one. Each rule looks at all of them before
/// the next one does, so that the code of a rule is at hand from one pair to the next.
#[must_use]
pub fn check_segments(context: &Context<'_>, pairs: &[(&Text, &Text)]) -> Vec<Vec<Finding>> {
    let bitexts: Vec<Bitext<'_>> = pairs.iter().map(|(source, target)| Bitext::new(context, source, target)).collect();
    let mut all = vec![Vec::new(); bitexts.len()];
    for check in CHECKS {
        for (bitext, findings) in bitexts.iter().zip(&mut all) {
            check.segment(context, bitext, findings);
        }
    }
    for findings in &mut all {
        drop_duplicates(findings);
        findings.sort_by_key(|finding| (finding.place.side as u8, finding.place.span.start));
    }
    all
}

/// Checks an article and its translation; findings are in reading order.
#[must_use]
pub fn check_article(context: &Context<'_>, article: &Article, translation: &Translation) -> Vec<Finding> {
    let sources = bitext::source_texts(article);
    let checked = CheckedArticle::new(context, article, translation, &sources);
    let mut findings = Vec::new();
    for check in CHECKS {
        check.article(context, &checked, &mut findings);
    }
    drop_duplicates(&mut findings);
    let order: HashMap<SegmentId, usize> =
        article.segments().enumerate().map(|(number, (_, segment))| (segment.id, number)).collect();
    findings.sort_by_key(|finding| {
        let number = finding.place.segment.and_then(|id| order.get(&id).copied());
        (number.unwrap_or(usize::MAX), finding.place.side as u8, finding.place.span.start)
    });
    findings
}

/// Drops findings on a missing term where another finding marks the wording used in its place.
fn drop_duplicates(findings: &mut Vec<Finding>) {
    let is_missing_term = |finding: &Finding| finding.rule() == terminology::RULE.id;
    if !findings.iter().any(is_missing_term) {
        return;
    }
    let concept = |finding: &Finding| finding.concept.clone().map(|id| (finding.place.segment, id));
    let marked: HashSet<_> =
        findings.iter().filter(|finding| WRONG_WORDING_RULES.contains(&finding.rule())).filter_map(concept).collect();
    findings.retain(|finding| !is_missing_term(finding) || concept(finding).is_none_or(|key| !marked.contains(&key)));
}
