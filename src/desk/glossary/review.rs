//! The review of forms: a person decides whether each new one is right.

use super::{
    ClassAnswer, FormsWritten, ReviewOptions, SettledClasses,
    classes::{open_in, settle},
    locked::{read_lock, save, updated_lock},
};
use crate::{
    desk::{DeskError, Observer},
    glossary::{
        OpenClass, ParadigmCell,
        lock::{FormsLock, LockedWording, MarkedForms, ReviewMark, WordingKey},
    },
    model::{Form, Locale},
    project::{Glossary, Layout},
};

/// A term with forms that nobody has reviewed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenWording {
    /// Its number in this review, from 1.
    pub number: usize,
    /// The number of open terms.
    pub count: usize,
    /// Its locale.
    pub locale: Locale,
    /// The concept's id.
    pub concept: String,
    /// The term in its dictionary form.
    pub lemma: String,
    /// Its inflection class.
    pub class: String,
    /// The origin of the class: `written`, `preferred` or `guessed`.
    pub class_from: String,
    /// The unreviewed forms.
    pub new: Vec<Form>,
    /// The reviewed forms.
    pub seen: Vec<Form>,
}

/// A reviewer's decision about a term's new forms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReviewAnswer {
    /// All are right.
    Right,
    /// One of them is wrong.
    Wrong,
    /// No decision: they stay open.
    Skip,
    /// No more decisions: the review ends.
    Quit,
}

/// Calls `ask` for each term whose class is open, and writes the answers into the glossary's files; without `ask`, all stay
/// open. Classes that are written, and answers that cannot be, are reported to the observer at once.
pub fn settle_classes<E: From<DeskError>>(
    layout: &Layout,
    options: &ReviewOptions,
    observer: &dyn Observer,
    ask: Option<impl FnMut(&OpenClass) -> Result<ClassAnswer, E>>,
) -> Result<SettledClasses, E> {
    let glossary = Glossary::load(Some(layout)).map_err(DeskError::from)?;
    options.refuse_unknown(&glossary).map_err(DeskError::from)?;
    let lock = read_lock(layout)?.unwrap_or_default();
    let open = open_in(&glossary, &lock, options);
    settle(layout, &glossary.locales, open, observer, ask)
}

/// Calls `ask` for each term with unmarked forms; the lock is written after every answer.
pub fn review_forms<E: From<DeskError>>(
    layout: &Layout,
    options: &ReviewOptions,
    observer: &dyn Observer,
    mut ask: impl FnMut(&OpenWording) -> Result<ReviewAnswer, E>,
) -> Result<FormsWritten, E> {
    let (mut lock, findings) = updated_lock(layout, observer)?;
    let keys = open_keys(&lock, options);
    for (index, key) in keys.iter().enumerate() {
        let Some(wording) = lock.wordings.get_mut(key) else { continue };
        let mark = match ask(&open_wording(key, wording, index + 1, keys.len()))? {
            ReviewAnswer::Right => ReviewMark::Reviewed,
            ReviewAnswer::Wrong => ReviewMark::Wrong,
            ReviewAnswer::Skip => continue,
            ReviewAnswer::Quit => break,
        };
        wording.mark_remaining(mark, options.reviewer().as_deref());
        save(layout, &lock, Vec::new())?;
    }
    Ok(save(layout, &lock, findings)?)
}

/// Marks every unmarked form as reviewed.
pub fn accept_forms(
    layout: &Layout,
    options: &ReviewOptions,
    observer: &dyn Observer,
) -> Result<FormsWritten, DeskError> {
    let (mut lock, findings) = updated_lock(layout, observer)?;
    let reviewer = options.reviewer();
    for key in open_keys(&lock, options) {
        if let Some(wording) = lock.wordings.get_mut(&key) {
            wording.mark_remaining(ReviewMark::Reviewed, reviewer.as_deref());
        }
    }
    save(layout, &lock, findings)
}

/// Returns the terms to review.
fn open_keys(lock: &FormsLock, options: &ReviewOptions) -> Vec<WordingKey> {
    let is_requested =
        |key: &WordingKey| options.includes_locale(&key.locale) && options.includes_concept(&key.concept);
    let open = lock.wordings.iter().filter(|(key, wording)| is_requested(key) && wording.awaits_review());
    open.map(|(key, _)| key.clone()).collect()
}

fn open_wording(key: &WordingKey, wording: &LockedWording, number: usize, count: usize) -> OpenWording {
    OpenWording {
        number,
        count,
        locale: key.locale.clone(),
        concept: key.concept.clone(),
        lemma: key.lemma.clone(),
        class: wording.class.clone(),
        class_from: wording.source.clone(),
        new: forms(wording, MarkedForms::awaits_review),
        seen: forms(wording, |marked| marked.mark != ReviewMark::New),
    }
}

fn forms(wording: &LockedWording, is_wanted: impl Fn(&MarkedForms) -> bool) -> Vec<Form> {
    let cells = wording.cells.iter().filter(|(_, marked)| is_wanted(marked));
    cells
        .flat_map(|(cell, marked)| {
            let ParadigmCell { number, case, gender } = *cell;
            marked.forms.iter().map(move |text| Form { number, case, gender, ..Form::bare(text) })
        })
        .collect()
}
