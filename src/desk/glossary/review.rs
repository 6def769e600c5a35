//! The review of forms: a person says of each new one whether it is right.

use super::{
    FormsWritten,
    locked::{refreshed, save},
};
use crate::{
    desk::{DeskError, Observer},
    glossary::lock::{FormsLock, LockedWording, ParadigmCell, ReviewMark, WordingKey},
    model::{Form, Locale},
    project::Layout,
};

/// What is reviewed, and by whom.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ReviewOptions {
    /// Only in these locales; in all where none is named.
    pub locales: Vec<Locale>,
    /// Who reviews.
    pub by: Option<String>,
    /// Today, `YYYY-MM-DD`.
    pub today: String,
}

/// A wording that has forms which nobody has reviewed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenWording {
    /// Its number in this review, from 1.
    pub number: usize,
    /// How many wordings are open.
    pub count: usize,
    /// Its locale.
    pub locale: Locale,
    /// The concept's id.
    pub concept: String,
    /// The wording in its dictionary form.
    pub lemma: String,
    /// The class by which it declines.
    pub class: String,
    /// Where the class is from: `written`, `preferred` or `guessed`.
    pub class_from: String,
    /// The forms that nobody has reviewed.
    pub new: Vec<Form>,
    /// The forms that somebody has.
    pub seen: Vec<Form>,
}

/// What a person says of a wording's new forms.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ReviewAnswer {
    /// All are right.
    Right,
    /// One of them is wrong.
    Wrong,
    /// Nothing: they stay open.
    Skip,
    /// Nothing more: the review ends.
    Quit,
}

/// Walks through the wordings that have forms without a mark, `ask`ing of each; the lock is written after every answer.
pub fn review_forms<E: From<DeskError>>(
    layout: &Layout,
    options: &ReviewOptions,
    observer: &dyn Observer,
    mut ask: impl FnMut(&OpenWording) -> Result<ReviewAnswer, E>,
) -> Result<FormsWritten, E> {
    let (mut lock, findings) = refreshed(layout, observer)?;
    let open = open(&lock, options);
    for (at, key) in open.iter().enumerate() {
        let Some(wording) = lock.wordings.get_mut(key) else { continue };
        let mark = match ask(&shown(key, wording, at + 1, open.len()))? {
            ReviewAnswer::Right => ReviewMark::Reviewed,
            ReviewAnswer::Wrong => ReviewMark::Wrong,
            ReviewAnswer::Skip => continue,
            ReviewAnswer::Quit => break,
        };
        wording.answer(mark, options.reviewer().as_deref());
        save(layout, &lock, Vec::new())?;
    }
    Ok(save(layout, &lock, findings)?)
}

/// Marks every form without a mark as reviewed.
pub fn accept_forms(
    layout: &Layout,
    options: &ReviewOptions,
    observer: &dyn Observer,
) -> Result<FormsWritten, DeskError> {
    let (mut lock, findings) = refreshed(layout, observer)?;
    let reviewer = options.reviewer();
    for key in open(&lock, options) {
        if let Some(wording) = lock.wordings.get_mut(&key) {
            wording.answer(ReviewMark::Reviewed, reviewer.as_deref());
        }
    }
    save(layout, &lock, findings)
}

impl ReviewOptions {
    fn reviewer(&self) -> Option<String> {
        self.by.as_ref().map(|name| format!("{} {}", name.trim(), self.today))
    }
}

/// The wordings to be reviewed.
fn open(lock: &FormsLock, options: &ReviewOptions) -> Vec<WordingKey> {
    let wanted = |key: &WordingKey| options.locales.is_empty() || options.locales.contains(&key.locale);
    let open = lock.wordings.iter().filter(|(key, wording)| wanted(key) && wording.is_open());
    open.map(|(key, _)| key.clone()).collect()
}

fn shown(key: &WordingKey, wording: &LockedWording, number: usize, count: usize) -> OpenWording {
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

fn forms(wording: &LockedWording, wanted: impl Fn(ReviewMark) -> bool) -> Vec<Form> {
    let cells = wording.cells.iter().filter(|(_, marked)| wanted(marked.mark));
    cells
        .flat_map(|(cell, marked)| {
            let ParadigmCell { number, case, gender } = *cell;
            marked.forms.iter().map(move |text| Form { text: text.clone(), number, case, gender })
        })
        .collect()
}
