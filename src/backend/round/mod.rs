//! One backend's turn: its batches, its second tries, and when it is given up.
//!
//! ```text
//! stored answers -> questions in batches -> drafts judged -> bad ones asked for once more, alone -> the rest refused
//! ```

mod judge;
mod state;

use std::{
    collections::{BTreeMap, BTreeSet, VecDeque},
    sync::{Mutex, MutexGuard, PoisonError},
    thread,
};

use super::{
    Answer, Backend, BackendError, DriveOptions, DryRun, EarlierDraft, Limits, Pacing, Reach, RejectionReason, Remedy,
    Request, Stop,
    batch::{Batch, RequestGroup, batches, groups, number_calls},
    budget::Load,
    dry_run::loads,
};
use crate::{
    ledger::{Key, Ledger, LedgerError, LedgerRequest},
    model::{Pair, SegmentId, Target, clip},
};

use judge::{AcceptedDraft, Try, doubtful_drafts, judge};
use state::{AcceptedGroup, SharedState};
pub(super) use state::{PriorProgress, Turn};

/// Consecutive suspects after which the engine itself is given up: before it has ever worked, and after.
const MAX_SUSPECTS: (usize, usize) = (3, 5);
/// Consecutive timeouts after which an engine is given up, whether or not it has worked before.
const MAX_TIMEOUTS: u32 = 3;

/// A group to ask for a second time, with what was wrong with its draft.
type Retry<'a> = (RequestGroup<'a>, EarlierDraft);

struct Round<'a> {
    backend: &'a dyn Backend,
    pair: &'a Pair,
    requests: &'a [&'a Request],
    options: &'a DriveOptions<'a>,
    ledger: Option<&'a dyn Ledger>,
    pacing: &'a Pacing,
    prior: PriorProgress,
    stop: &'a Stop,
    state: Mutex<SharedState<'a>>,
}

/// Asks one backend for all `requests`: stored answers first, the others in batches.
pub(super) fn turn(
    backend: &dyn Backend,
    pair: &Pair,
    requests: &[&Request],
    prior: PriorProgress,
    options: &DriveOptions<'_>,
    stop: &Stop,
) -> Turn {
    let limits = backend.limits();
    let ledger = options.ledger.filter(|_| backend.capabilities(pair).recorded);
    let unlimited = Pacing::default();
    let pacing = backend.pacing().unwrap_or(&unlimited);
    let round = Round { backend, pair, requests, options, ledger, pacing, prior, stop, state: Mutex::default() };
    let capabilities = backend.capabilities(pair);
    let mut groups = groups(backend, pair, requests, ledger.is_some());
    number_calls(&mut groups, &limits, capabilities);
    let (mut new, retries) = round.take_stored(groups, &limits);
    if !capabilities.idempotent {
        number_calls(&mut new, &limits, capabilities);
    }
    let mut queue: VecDeque<_> = batches(new).collect();
    queue.extend(retries.into_iter().map(|(group, earlier)| Batch::second_try(group, earlier)));
    if let Some(plan) = options.plan.filter(|_| backend.reach() != Reach::Inside) {
        return round.plan(plan, queue);
    }
    if !queue.is_empty()
        && let Err(error) = backend.prepare(pair, stop)
    {
        round.give_up(error);
        queue.clear();
    }
    round.work_through(queue);
    // Some faults are seen only where the drafts stand beside each other.
    let doubtful = round.take_doubtful(|accepted, _| accepted.taken == Try::First);
    let queue = doubtful.into_iter().filter_map(|(group, reason)| round.second_chance(group, &reason)).collect();
    round.work_through(queue);
    for (group, reason) in round.take_doubtful(|_, reason| *reason != RejectionReason::Order) {
        round.reject(&group, &reason);
    }
    round.state.into_inner().unwrap_or_else(PoisonError::into_inner).finish()
}

impl<'a> Round<'a> {
    fn state(&self) -> MutexGuard<'_, SharedState<'a>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Plans the calls of a queue instead of making them.
    fn plan(self, plan: &DryRun, queue: VecDeque<Batch<'a>>) -> Turn {
        let mut planned = BTreeSet::new();
        for mut batch in queue {
            planned.extend(batch.groups.iter().flat_map(|group| &group.requests).map(|request| request.id));
            let is_second = batch.second_try;
            batch.groups.retain(|group| self.key(group, is_second).is_none_or(|key| plan.is_new(&key)));
            if !batch.groups.is_empty() {
                plan.add(self.backend, self.pair, self.options.article, &self.questions(&batch));
            }
        }
        Turn { planned, ..self.state.into_inner().unwrap_or_else(PoisonError::into_inner).turn }
    }

    /// The requests of a batch, with as much about earlier drafts as the engine takes.
    fn questions(&self, batch: &Batch<'a>) -> Vec<Request> {
        batch.questions(|request| self.backend.size(request) <= self.backend.limits().size)
    }

    /// Works through a queue, with as many workers as it occupies.
    fn work_through(&self, queue: VecDeque<Batch<'a>>) {
        if queue.is_empty() {
            return;
        }
        let jobs = self.options.jobs;
        // Where the engine itself limits the calls in flight, others judge their drafts meanwhile.
        let most = if jobs > 1 && self.pacing.limits_calls() { jobs * 2 } else { jobs };
        let workers = most.clamp(1, queue.len());
        self.state().queue = queue;
        if workers == 1 {
            self.work();
        } else {
            thread::scope(|scope| {
                for _ in 0..workers {
                    scope.spawn(|| self.work());
                }
            });
        }
    }

    /// Accepts answers from the ledger; returns the groups to ask, and those to ask a second time, one by one.
    fn take_stored(&self, groups: Vec<RequestGroup<'a>>, limits: &Limits) -> (Vec<RequestGroup<'a>>, Vec<Retry<'a>>) {
        let (mut new, mut retries) = (Vec::new(), Vec::new());
        let stored = |key: &Key| self.ledger.and_then(|ledger| ledger.answer(key));
        let firsts: Vec<Option<String>> = groups.iter().map(|group| group.key.as_ref().and_then(stored)).collect();
        let doubtful = self.doubtful_stored(&groups, &firsts);
        for (group, first) in groups.into_iter().zip(firsts) {
            if group.size > limits.size {
                let reason = RejectionReason::TooLong { size: group.size, limit: limits.size, unit: limits.unit };
                self.reject(&group, &reason);
                continue;
            }
            let is_doubtful = group.requests.iter().any(|request| doubtful.contains(&request.id));
            let second = group.key.as_ref().and_then(|key| stored(&key.retry()));
            match (first, second) {
                (None, _) => new.push(group),
                (Some(_), None) if is_doubtful => {
                    retries.push((group, EarlierDraft::without_text(&RejectionReason::Order)));
                }
                (Some(first), None) => match self.accept(&group, &first, Try::First) {
                    Ok(()) => self.keep(group, Try::First),
                    Err(faults) => retries.push((group, EarlierDraft::new(first, &faults))),
                },
                (Some(first), Some(second)) => {
                    match self.accept_either(&group, &second, (!is_doubtful).then_some(&first)) {
                        Ok(taken) => self.keep(group, taken),
                        Err(_) if self.options.again => new.push(group),
                        Err(faults) => self.refuse(&group, &faults),
                    }
                }
            }
        }
        self.report_progress(&self.state());
        (new, retries)
    }

    /// The requests of which the stored first drafts are in doubt beside those that came in the same call.
    fn doubtful_stored(&self, groups: &[RequestGroup<'a>], firsts: &[Option<String>]) -> BTreeSet<SegmentId> {
        let mut calls: BTreeMap<usize, Vec<(&Request, &str)>> = BTreeMap::new();
        for (group, first) in groups.iter().zip(firsts) {
            if let (Some(request), Some(first)) = (group.requests.first(), first) {
                calls.entry(group.call).or_default().push((request, first));
            }
        }
        let calls = calls.into_values();
        calls.flat_map(|drafts| doubtful_drafts(self.backend, self.pair, self.options, drafts)).collect()
    }

    /// Compares all accepted drafts, and takes back those that are in doubt, where `is_taken` agrees.
    fn take_doubtful(
        &self,
        is_taken: impl Fn(&AcceptedGroup<'a>, &RejectionReason) -> bool,
    ) -> Vec<(RequestGroup<'a>, RejectionReason)> {
        let Some(compare) = self.options.compare else { return Vec::new() };
        let mut state = self.state();
        let SharedState { accepted, turn, .. } = &mut *state;
        let mut pairs: Vec<(&Request, &Target)> = Vec::new();
        // The order of the article, whatever the order in which the answers came.
        for request in self.requests {
            pairs.extend(turn.answers.get(&request.id).map(|target| (*request, target)));
        }
        let is_draft: BTreeSet<SegmentId> =
            accepted.iter().flat_map(|accepted| &accepted.group.requests).map(|request| request.id).collect();
        pairs.retain(|(request, _)| is_draft.contains(&request.id));
        let doubts: BTreeMap<SegmentId, RejectionReason> = compare(&pairs).into_iter().collect();
        if doubts.is_empty() {
            return Vec::new();
        }
        let mut doubtful = Vec::new();
        let mut kept = Vec::new();
        for group in accepted.drain(..) {
            let reason = group.group.requests.iter().find_map(|request| doubts.get(&request.id));
            match reason.filter(|reason| is_taken(&group, reason)) {
                Some(reason) => {
                    for request in &group.group.requests {
                        turn.answers.remove(&request.id);
                        turn.changes.remove(&request.id);
                    }
                    doubtful.push((group.group, reason.clone()));
                }
                None => kept.push(group),
            }
        }
        *accepted = kept;
        doubtful
    }

    /// Uses the stored second answer for a group, or returns the call that asks for it.
    fn second_chance(&self, group: RequestGroup<'a>, reason: &RejectionReason) -> Option<Batch<'a>> {
        let key = group.key.as_ref().map(Key::retry);
        let stored = key.and_then(|key| self.ledger.and_then(|ledger| ledger.answer(&key)));
        match stored {
            Some(draft) if !self.options.again => {
                match self.accept_either(&group, &draft, None) {
                    Ok(taken) => self.keep(group, taken),
                    Err(faults) => self.refuse(&group, &faults),
                }
                None
            }
            _ if self.state().turn.error.is_some() => {
                self.reject(&group, reason);
                None
            }
            _ => Some(Batch::second_try(group, EarlierDraft::without_text(reason))),
        }
    }

    /// Stores the answers, then inspects them; returns the groups to ask once more, each alone.
    fn settle(&self, batch: Batch<'a>, answers: Vec<Answer>) -> Vec<Batch<'a>> {
        let mut stored = Vec::new();
        let mut refused = Vec::new();
        for (group, answer) in batch.groups.iter().zip(&answers) {
            match (self.key(group, batch.second_try), answer) {
                // Nothing of an answer with the engine's key is written: it stays in doubt.
                (None, _) | (Some(_), Answer::Rejected { reason: RejectionReason::Key }) => {}
                (Some(key), Answer::Draft(draft)) => stored.push((key, draft.clone())),
                // A server has worked for an answer that cannot be used, and has charged for it: it counts as an empty draft.
                (Some(key), Answer::Rejected { .. }) if self.backend.reach() == Reach::Server => {
                    stored.push((key, String::new()));
                }
                (Some(key), _) => refused.push(key),
            }
        }
        let recorded = self.ledger.map_or(Ok(()), |ledger| ledger.record_answers(&stored));
        if let Err(error) = recorded.and_then(|()| self.record_refused(refused.into_iter())) {
            // The answers are paid for: they are used all the same, but nothing more is asked.
            self.state().turn.error.get_or_insert(error.into());
        }
        {
            let mut state = self.state();
            state.has_worked = true;
            state.timeouts = 0;
            state.reject_suspects();
        }
        let drafts = batch.groups.iter().zip(&answers).filter_map(|(group, answer)| match answer {
            Answer::Draft(draft) => Some((*group.requests.first()?, draft.as_str())),
            _ => None,
        });
        let doubtful = doubtful_drafts(self.backend, self.pair, self.options, drafts);
        let mut retries = Vec::new();
        for (group, answer) in batch.groups.into_iter().zip(answers) {
            let is_doubtful = group.requests.iter().any(|request| doubtful.contains(&request.id));
            match answer {
                Answer::Silent => {}
                Answer::Ready(target) => {
                    self.state().turn.answers.extend(group.requests.iter().map(|request| (request.id, target.clone())));
                }
                Answer::Draft(draft) if batch.second_try => self.settle_second(group, Ok(&draft)),
                Answer::Rejected { reason } if batch.second_try => self.settle_second(group, Err(reason)),
                Answer::Draft(_) if is_doubtful => {
                    retries.push(Batch::second_try(group, EarlierDraft::without_text(&RejectionReason::Order)));
                }
                Answer::Draft(draft) => match self.accept(&group, &draft, Try::First) {
                    Ok(()) => self.keep(group, Try::First),
                    Err(faults) => retries.push(Batch::second_try(group, EarlierDraft::new(draft, &faults))),
                },
                Answer::Rejected { reason } => {
                    retries.push(Batch::second_try(group, EarlierDraft::without_text(&reason)));
                }
            }
        }
        self.report_progress(&self.state());
        retries
    }

    /// Accepts the second draft of a group, or the first one with its forms put right; refuses it otherwise.
    fn settle_second(&self, mut group: RequestGroup<'a>, second: Result<&str, RejectionReason>) {
        let first = group.earlier.take().and_then(|earlier| earlier.text);
        let settled = match second {
            Ok(second) => self.accept_either(&group, second, first.as_ref()),
            Err(_) if first.is_some_and(|first| self.accept(&group, &first, Try::Last).is_ok()) => Ok(Try::First),
            Err(reason) => Err(vec![reason]),
        };
        match settled {
            Ok(taken) => self.keep(group, taken),
            Err(faults) => self.refuse(&group, &faults),
        }
    }

    /// Accepts the second draft of a group, since it was asked for because the first one was no good, or else the first;
    /// returns which it took, or what is wrong with the second.
    fn accept_either(
        &self,
        group: &RequestGroup<'a>,
        second: &str,
        first: Option<&String>,
    ) -> Result<Try, Vec<RejectionReason>> {
        let Err(faults) = self.accept(group, second, Try::Last) else { return Ok(Try::Last) };
        match first {
            Some(first) if self.accept(group, first, Try::Last).is_ok() => Ok(Try::First),
            _ => Err(faults),
        }
    }

    /// Accepts a draft for all requests of the group, if nothing is wrong with it; fails with all that is.
    fn accept(&self, group: &RequestGroup<'a>, draft: &str, which: Try) -> Result<(), Vec<RejectionReason>> {
        let accepted = judge(self.backend, self.pair, self.options, &group.requests, draft, which)?;
        let turn = &mut self.state().turn;
        for AcceptedDraft { id, target, changes } in accepted {
            turn.answers.insert(id, target);
            turn.changes.insert(id, changes);
        }
        Ok(())
    }

    /// Remembers a group with an accepted draft, to compare it with the others.
    fn keep(&self, group: RequestGroup<'a>, taken: Try) {
        self.state().accepted.push(AcceptedGroup { group, taken });
    }

    /// Works through the queue; the batches that follow from one are done next, by the same worker.
    fn work(&self) {
        let mut follow_ups: VecDeque<Batch<'a>> = VecDeque::new();
        loop {
            let next = {
                let mut state = self.state();
                if state.turn.error.is_some() {
                    return;
                }
                follow_ups.pop_front().or_else(|| state.queue.pop_front())
            };
            let Some(batch) = next else { return };
            let (later, next): (Vec<_>, Vec<_>) = self.call(batch).into_iter().partition(|batch| batch.postponed);
            next.into_iter().rev().for_each(|batch| follow_ups.push_front(batch));
            follow_ups.extend(later);
        }
    }

    /// Asks for one batch, with retries; returns the batches to ask next.
    fn call(&self, batch: Batch<'a>) -> Vec<Batch<'a>> {
        let requests = self.questions(&batch);
        let loads = loads(self.backend, self.pair, &requests);
        let characters = batch.groups.iter().map(|group| group.characters).sum();
        let mut failures = 0;
        let patience = self.pacing.patience(self.options.patience);
        loop {
            if let Some(error) = self.pacing.given_up() {
                return self.give_up(error);
            }
            let Some(slot) = self.pacing.wait(self.options.clock, characters, self.stop) else {
                return self.give_up(BackendError::Interrupted);
            };
            // What happened while it waited may have ended the turn.
            if self.state().turn.error.is_some() {
                return Vec::new();
            }
            match self.reserve(&loads) {
                Ok(fitting) if fitting < loads.len() => {
                    self.release(loads.get(..fitting).unwrap_or_default());
                    return batch.split_at(fitting);
                }
                Ok(_) => {}
                Err(error) => return self.give_up(error),
            }
            if let Err(error) = self.record(&batch, &loads) {
                return self.give_up(error.into());
            }
            let result = self.backend.translate(self.pair, &requests, self.stop);
            let error = match result {
                Ok(answers) if answers.len() == requests.len() => {
                    drop(slot);
                    return self.settle(batch, answers);
                }
                Ok(answers) => BackendError::Count {
                    engine: self.backend.name().to_owned(),
                    asked: requests.len(),
                    got: answers.len(),
                },
                Err(error) => error,
            };
            if !error.is_in_doubt() {
                self.release(&loads);
            }
            if !error.is_in_doubt()
                && let Err(error) =
                    self.record_refused(batch.groups.iter().filter_map(|group| self.key(group, batch.second_try)))
            {
                return self.give_up(error.into());
            }
            failures += 1;
            tracing::info!(engine = self.backend.name(), failures, %error, class = ?error.remedy(), "call failed");
            if self.is_hanging(&error) {
                return self.give_up(error);
            }
            match error.remedy() {
                // Asked again sooner, it would only refuse again.
                Remedy::Retry { after: Some(after), .. } if after > patience.longest_pause => {
                    self.pacing.give_up(&error);
                    return self.give_up(error);
                }
                Remedy::Retry { after, in_doubt } => {
                    let smaller = error.may_succeed_smaller();
                    let tries = match (smaller && batch.exhausted, in_doubt) {
                        (true, _) => 1,
                        // Half of it may be answered in time; the whole is unlikely to be.
                        (_, true) if batch.groups.len() > 1 => 1,
                        (_, true) => patience.doubtful_tries,
                        (_, false) => patience.tries,
                    };
                    if failures < tries {
                        // While the slot is held, so that no other call slips in ahead of the pause.
                        self.pacing.pause(self.options.clock, patience.pause(failures, after));
                        if let Some(after) = after {
                            (self.options.on_pause)(self.backend.name(), after);
                        }
                    } else if smaller {
                        return self.narrow(batch, error);
                    } else {
                        return self.give_up(error);
                    }
                }
                Remedy::Split | Remedy::Singly => return self.narrow(batch, error),
                Remedy::Quota | Remedy::Auth | Remedy::Fatal => return self.give_up(error),
            }
        }
    }

    /// Splits a batch whose call failed into smaller ones, down to single groups. A single group becomes a suspect; too
    /// many suspects in a row mean that the engine fails at everything.
    fn narrow(&self, mut batch: Batch<'a>, error: BackendError) -> Vec<Batch<'a>> {
        let (second_try, postponed) = (batch.second_try, error.is_timeout());
        let failed = RejectionReason::Failed { detail: clip(&error.to_string(), 300) };
        let part = |groups| Batch { groups, second_try, exhausted: true, postponed };
        if batch.groups.len() > 1 && error.remedy() == Remedy::Singly {
            return batch.groups.into_iter().map(|group| part(vec![group])).collect();
        }
        if batch.groups.len() > 1 {
            let second = batch.groups.split_off(batch.groups.len() / 2);
            return vec![part(batch.groups), part(second)];
        }
        if error.is_answer() {
            if let Err(error) = self.record_empty(&batch) {
                return self.give_up(error.into());
            }
            if !batch.second_try {
                let earlier = EarlierDraft::without_text(&failed);
                return batch.groups.into_iter().map(|group| Batch::second_try(group, earlier.clone())).collect();
            }
        }
        if !batch.second_try && !batch.exhausted && !postponed {
            return vec![part(batch.groups)];
        }
        // Where no second draft comes, the first one may do.
        let mut ids = Vec::new();
        for group in batch.groups {
            match group.earlier.as_ref().and_then(|earlier| earlier.text.as_ref()) {
                Some(first) if self.accept(&group, first, Try::Last).is_ok() => self.keep(group, Try::First),
                _ => ids.extend(group.requests.iter().map(|request| request.id)),
            }
        }
        let mut state = self.state();
        state.suspects.push((ids, failed, error.clone()));
        let max = if state.has_worked { MAX_SUSPECTS.1 } else { MAX_SUSPECTS.0 };
        if state.suspects.len() >= max {
            state.turn.error.get_or_insert(error);
        }
        Vec::new()
    }

    /// Counts consecutive calls that timed out; returns whether there are too many.
    fn is_hanging(&self, error: &BackendError) -> bool {
        let mut state = self.state();
        state.timeouts = if error.is_timeout() { state.timeouts + 1 } else { 0 };
        state.timeouts >= MAX_TIMEOUTS
    }

    /// Ends the turn; the other turns of the same engine end too, where the error is not this one's own.
    fn give_up(&self, error: BackendError) -> Vec<Batch<'a>> {
        if error.holds_for_engine() {
            self.pacing.give_up(&error);
        }
        self.state().turn.error.get_or_insert(error);
        Vec::new()
    }

    /// Reserves what a call takes; returns how many of its texts the budget allows.
    fn reserve(&self, loads: &[Load]) -> Result<usize, BackendError> {
        let Some(budget) = self.options.budget.filter(|_| self.backend.reach() != Reach::Inside) else {
            return Ok(loads.len());
        };
        let error = |limit| BackendError::Budget { engine: self.backend.name().to_owned(), limit };
        budget.reserve(self.backend.price(), loads).map_err(error)
    }

    /// Gives back what was reserved for a call that certainly cost nothing.
    fn release(&self, loads: &[Load]) {
        if let Some(budget) = self.options.budget.filter(|_| self.backend.reach() != Reach::Inside) {
            budget.release(self.backend.price(), loads);
        }
    }

    /// Records what is about to be asked.
    fn record(&self, batch: &Batch<'a>, loads: &[Load]) -> Result<(), LedgerError> {
        let Some(ledger) = self.ledger else { return Ok(()) };
        let question = |(group, load): (&RequestGroup<'a>, &Load)| {
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

    /// Records that the answer to a batch is no draft.
    fn record_empty(&self, batch: &Batch<'a>) -> Result<(), LedgerError> {
        let keys = batch.groups.iter().filter_map(|group| self.key(group, batch.second_try));
        let answers: Vec<(Key, String)> = keys.map(|key| (key, String::new())).collect();
        self.ledger.map_or(Ok(()), |ledger| ledger.record_answers(&answers))
    }

    fn record_refused(&self, keys: impl Iterator<Item = Key>) -> Result<(), LedgerError> {
        self.ledger.map_or(Ok(()), |ledger| ledger.record_refusals(&keys.collect::<Vec<_>>()))
    }

    /// Rejects a group for the gravest of its faults.
    fn refuse(&self, group: &RequestGroup<'a>, faults: &[RejectionReason]) {
        faults.first().into_iter().for_each(|reason| self.reject(group, reason));
    }

    fn reject(&self, group: &RequestGroup<'a>, reason: &RejectionReason) {
        tracing::info!(engine = self.backend.name(), target = %self.pair.target, %reason, "draft refused");
        let rejected = group.requests.iter().map(|request| (request.id, reason.clone()));
        self.state().turn.rejected.extend(rejected);
    }

    fn report_progress(&self, state: &SharedState<'a>) {
        let done = self.prior.answered + state.turn.answers.len() + state.turn.rejected.len();
        (self.options.on_progress)(done, self.prior.total);
    }

    fn key(&self, group: &RequestGroup<'a>, second_try: bool) -> Option<Key> {
        let key = group.key.as_ref().filter(|_| self.ledger.is_some())?;
        Some(if second_try { key.retry() } else { key.clone() })
    }
}
