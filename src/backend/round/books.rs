//! What a turn records and spends: questions before they are asked, answers before they are used, and the run's budget.

use super::super::{
    Answer, Backend, BackendError, Charge, DriveOptions, Reach, RejectionReason,
    batch::{Batch, RequestGroup},
    budget::Load,
};
use crate::{
    ledger::{Key, Ledger, LedgerAnswer, LedgerError, LedgerRequest},
    model::Pair,
};

/// The ledger and the budget, as one backend's turn uses them.
pub(super) struct Books<'a> {
    pub(super) backend: &'a dyn Backend,
    pub(super) pair: &'a Pair,
    pub(super) options: &'a DriveOptions<'a>,
    /// `None` where nothing is recorded.
    pub(super) ledger: Option<&'a dyn Ledger>,
}

impl Books<'_> {
    /// The stored answer.
    pub(super) fn answer(&self, key: &Key) -> Option<String> {
        self.ledger.and_then(|ledger| ledger.answer(key))
    }

    /// The key of a group's answer.
    pub(super) fn key(&self, group: &RequestGroup<'_>, second_try: bool) -> Option<Key> {
        let key = group.key.as_ref().filter(|_| self.ledger.is_some())?;
        Some(if second_try { key.retry() } else { key.clone() })
    }

    /// Reserves what a call takes; returns how many of its texts the budget allows.
    pub(super) fn reserve(&self, loads: &[Load]) -> Result<usize, BackendError> {
        let Some(budget) = self.options.budget.filter(|_| self.backend.reach() != Reach::Inside) else {
            return Ok(loads.len());
        };
        let error = |limit| BackendError::Budget { engine: self.backend.name().to_owned(), limit };
        budget.reserve(self.backend.price(), loads).map_err(error)
    }

    /// Gives back what was reserved for a call that certainly cost nothing.
    pub(super) fn release(&self, loads: &[Load]) {
        if let Some(budget) = self.options.budget.filter(|_| self.backend.reach() != Reach::Inside) {
            budget.release(self.backend.price(), loads);
        }
    }

    /// Counts what a call took by the engine's own account, where it gives one.
    pub(super) fn correct(&self, loads: &[Load], charge: Option<&Charge>) {
        let budget = self.options.budget.filter(|_| self.backend.reach() != Reach::Inside);
        if let (Some(budget), Some(charge)) = (budget, charge) {
            budget.correct(self.backend.price(), loads, charge);
        }
    }

    /// Records what is about to be asked.
    pub(super) fn record(&self, batch: &Batch<'_>, loads: &[Load]) -> Result<(), LedgerError> {
        let Some(ledger) = self.ledger else { return Ok(()) };
        let question = |(group, load): (&RequestGroup<'_>, &Load)| {
            Some(LedgerRequest {
                key: self.key(group, batch.second_try)?,
                engine: self.backend.name().to_owned(),
                pair: format!("{}>{}", self.pair.source, self.pair.target),
                article: self.options.article.to_owned(),
                day: self.options.today.to_owned(),
                segment: group.requests.first()?.id.to_string(),
                characters: group.characters,
                unit: load.unit,
                amount: load.amount,
            })
        };
        ledger.record_requests(&batch.groups.iter().zip(loads).filter_map(question).collect::<Vec<_>>())
    }

    /// Records the answers to a batch, with what the engine says that it has counted.
    pub(super) fn record_answers(
        &self,
        batch: &Batch<'_>,
        answers: &[Answer],
        charge: Option<&Charge>,
    ) -> Result<(), LedgerError> {
        let Some(ledger) = self.ledger else { return Ok(()) };
        let (mut stored, mut refused, mut unusable) = (Vec::new(), Vec::new(), Vec::new());
        for (place, (group, answer)) in batch.groups.iter().zip(answers).enumerate() {
            let told = charge.map(|charge| (charge.unit, charge.of(place, answers.len())));
            let told = told.filter(|(_, amount)| *amount > 0);
            match (self.key(group, batch.second_try), answer) {
                (None, _) => {}
                // Nothing of an answer with the engine's key is written: it stays in doubt, unless the engine says what it has counted.
                (Some(key), Answer::Rejected { reason: RejectionReason::Key }) => {
                    unusable.extend(told.map(|(unit, amount)| (key, unit, amount)));
                }
                (Some(key), Answer::Draft(draft)) => stored.push(LedgerAnswer { key, text: draft.clone(), told }),
                // A server has worked for an answer that cannot be used, and has charged for it: it counts as an empty draft.
                (Some(key), Answer::Rejected { .. }) if self.backend.reach() == Reach::Server => {
                    stored.push(LedgerAnswer { key, text: String::new(), told });
                }
                (Some(key), _) => refused.push(key),
            }
        }
        ledger.record_told(&stored)?;
        ledger.record_unusable(&unusable)?;
        ledger.record_refusals(&refused)
    }

    /// Books what a call has cost of which no answer can be used: what the engine says, else nothing where that is certain. All
    /// other calls stay in doubt.
    pub(super) fn record_failure(
        &self,
        batch: &Batch<'_>,
        loads: &[Load],
        error: &BackendError,
        charge: Option<&Charge>,
    ) -> Result<(), LedgerError> {
        if let Some(charge) = charge.filter(|charge| charge.total() > 0) {
            self.correct(loads, Some(charge));
            let keys = batch.groups.iter().map(|group| self.key(group, batch.second_try)).enumerate();
            let told = keys.filter_map(|(place, key)| Some((key?, charge.unit, charge.of(place, batch.groups.len()))));
            let told: Vec<_> = told.collect();
            return self.ledger.map_or(Ok(()), |ledger| ledger.record_unusable(&told));
        }
        if error.is_in_doubt() {
            return Ok(());
        }
        self.release(loads);
        self.record_refused(batch)
    }

    /// Records that the answer to a batch is no draft.
    pub(super) fn record_empty(&self, batch: &Batch<'_>) -> Result<(), LedgerError> {
        let keys = batch.groups.iter().filter_map(|group| self.key(group, batch.second_try));
        let answers: Vec<(Key, String)> = keys.map(|key| (key, String::new())).collect();
        self.ledger.map_or(Ok(()), |ledger| ledger.record_answers(&answers))
    }

    /// Records that nothing was charged for a batch.
    pub(super) fn record_refused(&self, batch: &Batch<'_>) -> Result<(), LedgerError> {
        let keys: Vec<Key> = batch.groups.iter().filter_map(|group| self.key(group, batch.second_try)).collect();
        self.ledger.map_or(Ok(()), |ledger| ledger.record_refusals(&keys))
    }
}
