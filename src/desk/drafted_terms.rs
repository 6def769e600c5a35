//! What became of the glossary's terms in new drafts: a note beside each segment in which a form was put right, and a count.

use super::{Notice, Observer};
use crate::{
    backend::FormChange,
    glossary::Termbase,
    model::{Article, Origin, Pair, Remark, Target},
    pipeline::Translated,
    score::glossary_uses,
};

/// Who notes beside a segment which forms were put right.
const NOTED_BY: &str = "tolmach glossary";

/// Notes which forms of terms were put right in new drafts, and says in sum what the glossary makes of them: as many uses, and
/// as many that are as it wants, as `score` would count.
pub(super) fn note_terms(
    termbase: &Termbase,
    article: &Article,
    pair: &Pair,
    placeholders: &[&str],
    translated: &mut Translated,
    observer: &dyn Observer,
) {
    let is_machine = |target: &Target| match &target.origin {
        Origin::Machine { engine } => !placeholders.contains(&engine.as_str()),
        _ => false,
    };
    let (mut uses, mut found, mut changed) = (0, 0, 0);
    let mut sources = article.translated().map(|(unit, segment)| (segment.id, unit.text_of(segment)));
    for id in &translated.added {
        let remarks = translated.translation.remarks.entry(*id).or_default();
        remarks.retain(|remark| remark.by.as_deref() != Some(NOTED_BY));
        let Some(target) = translated.translation.targets.get(id).filter(|target| is_machine(target)) else { continue };
        let put_right = translated.changes.get(id).map_or(&[][..], Vec::as_slice);
        if !put_right.is_empty() {
            changed += put_right.len();
            remarks.push(Remark { by: Some(NOTED_BY.to_owned()), text: words(put_right) });
        }
        // New targets are in reading order, as the segments are.
        let Some((_, source)) = sources.find(|(segment, _)| segment == id) else { continue };
        let terms = glossary_uses(termbase, pair, &source.prose, &target.text.prose);
        uses += terms.len();
        found += terms.iter().filter(|term| term.is_found).count();
    }
    translated.translation.remarks.retain(|_, remarks| !remarks.is_empty());
    if uses + changed > 0 {
        observer.notice(&Notice::DraftedTerms { locale: pair.target.clone(), uses, found, changed });
    }
}

/// The words of a note.
fn words(changes: &[FormChange]) -> String {
    let changes: Vec<String> = changes.iter().map(|change| format!("{} → {}", change.from, change.to)).collect();
    format!("Put right by the glossary: {}", changes.join(", "))
}
