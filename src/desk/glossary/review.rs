//! The review of forms: a person decides whether each new one is right.

use super::{
    FormsWritten,
    locked::{save, updated_lock},
};
use crate::{
    desk::{DeskError, Observer},
    glossary::lock::{FormsLock, LockedWording, ParadigmCell, ReviewMark, WordingKey},
    model::{Form, Locale},
    project::Layout,
};

/// The scope of a review, and the reviewer.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReviewOptions {
    /// The locales; all if empty.
    pub locales: Vec<Locale>,
    /// The reviewer's name.
    pub by: Option<String>,
    /// Today, `YYYY-MM-DD`.
    pub today: String,
}

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

impl ReviewOptions {
    fn reviewer(&self) -> Option<String> {
        self.by.as_ref().map(|name| format!("{} {}", name.trim(), self.today))
    }
}

/// Returns the terms to review.
fn open_keys(lock: &FormsLock, options: &ReviewOptions) -> Vec<WordingKey> {
    let is_requested = |key: &WordingKey| options.locales.is_empty() || options.locales.contains(&key.locale);
    let open = lock.wordings.iter().filter(|(key, wording)| is_requested(key) && wording.is_open());
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
        new: forms(wording, |mark| mark == ReviewMark::New),
        seen: forms(wording, |mark| mark != ReviewMark::New),
    }
}

fn forms(wording: &LockedWording, has_mark: impl Fn(ReviewMark) -> bool) -> Vec<Form> {
    let cells = wording.cells.iter().filter(|(_, marked)| has_mark(marked.mark));
    cells
        .flat_map(|(cell, marked)| {
            let ParadigmCell { number, case, gender } = *cell;
            marked.forms.iter().map(move |text| Form { number, case, gender, ..Form::bare(text) })
        })
        .collect()
}
