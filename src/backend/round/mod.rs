//! One backend's turn: its batches, its second tries, and when it is given up.
//!
//! ```text
//! stored answers -> questions in batches -> drafts judged -> bad ones asked for once more, alone -> the rest refused
//! ```

mod ahead;
mod books;
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
    batch::{Batch, RequestGroup, batches, groups, number_calls, too_long},
    claims::{InTurns, in_turns},
    dry_run::loads,
    lean,
};
use crate::{
    ledger::Key,
    model::{Pair, SegmentId, clip},
};

use ahead::look_ahead;
use books::Books;
use judge::{AcceptedDraft, Inspected, doubtful_drafts, doubtful_stored, doubts, judge};
use state::{AcceptedGroup, SharedState, Try};
pub(super) use state::{PriorProgress, Turn};

/// A group to ask for a second time, with what was wrong with its draft.
type Retry<'a> = (RequestGroup<'a>, EarlierDraft);

struct Round<'a> {
    backend: &'a dyn Backend,
    pair: &'a Pair,
    requests: &'a [&'a Request],
    options: &'a DriveOptions<'a>,
    /// The backends that come after it.
    later: &'a [&'a dyn Backend],
    books: Books<'a>,
    pacing: &'a Pacing,
    prior: PriorProgress,
    stop: &'a Stop,
    state: Mutex<SharedState<'a>>,
}

/// Asks one backend for all `requests`: stored answers first, the others in batches. `later` come after it in the chain.
pub(super) fn turn(
    backend: &dyn Backend,
    later: &[&dyn Backend],
    pair: &Pair,
    requests: &[&Request],
    prior: PriorProgress,
    options: &DriveOptions<'_>,
    stop: &Stop,
) -> Turn {
    let limits = backend.limits();
    let capabilities = backend.capabilities(pair);
    let ledger = options.ledger.filter(|_| capabilities.recorded);
    let unlimited = Pacing::default();
    let pacing = backend.pacing().unwrap_or(&unlimited);
    let books = Books { backend, pair, options, ledger };
    let round = Round { backend, pair, requests, options, later, books, pacing, prior, stop, state: Mutex::default() };
    let mut groups = groups(backend, pair, requests, ledger.is_some());
    number_calls(&mut groups, &limits, capabilities);
    too_long(backend, &groups, (pair, options.article), later).iter().for_each(options.on_trouble);
    if let Some(plan) = options.plan.filter(|_| backend.reach() != Reach::Inside) {
        let queue = round.queue(groups, &limits);
        return round.plan(plan, queue);
    }
    // Before anything is claimed: whoever waits for its turn must hold nothing for which those before it wait.
    round.await_turn(&groups);
    let claims = options.claims.filter(|_| ledger.is_some());
    let goes_on = |round: &Round<'_>| round.state().turn.error.is_none();
    let asked = in_turns(
        claims,
        stop,
        groups,
        |group| group.key.as_ref(),
        |groups| {
            round.open(round.queue(groups, &limits));
            goes_on(&round)
        },
    );
    if asked == InTurns::Stopped {
        round.give_up(BackendError::Interrupted);
    }
    // Some faults are seen only where the drafts stand beside each other.
    let mut doubts = round.doubts();
    let doubtful = round.state().take_doubtful(&doubts, |accepted, _| accepted.taken == Try::First);
    if !doubtful.is_empty() {
        let again = in_turns(
            claims,
            stop,
            doubtful,
            |(group, _)| group.key.as_ref(),
            |doubtful| {
                round.open(
                    doubtful.into_iter().filter_map(|(group, reason)| round.second_chance(group, &reason)).collect(),
                );
                goes_on(&round)
            },
        );
        if again == InTurns::Stopped {
            round.give_up(BackendError::Interrupted);
        }
        doubts = round.doubts();
    }
    let doubtful = round.state().take_doubtful(&doubts, |_, reason| *reason != RejectionReason::Order);
    for (group, reason) in doubtful {
        round.reject(&group, &reason);
    }
    round.state.into_inner().unwrap_or_else(PoisonError::into_inner).finish()
}

impl<'a> Round<'a> {
    fn state(&self) -> MutexGuard<'_, SharedState<'a>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The calls for groups, without those whose answers are stored.
    fn queue(&self, groups: Vec<RequestGroup<'a>>, limits: &Limits) -> VecDeque<Batch<'a>> {
        let (mut new, retries) = self.take_stored(groups, limits);
        let capabilities = self.backend.capabilities(self.pair);
        if !capabilities.idempotent {
            number_calls(&mut new, limits, capabilities);
        }
        let mut queue: VecDeque<_> = batches(new).collect();
        queue.extend(retries.into_iter().map(|(group, earlier)| Batch::second_try(group, earlier)));
        queue
    }

    /// Works through a queue, if nothing stands in the way.
    fn open(&self, queue: VecDeque<Batch<'a>>) {
        if queue.is_empty() {
            return;
        }
        self.prepare();
        if self.state().turn.error.is_none() {
            self.work_through(queue);
        }
    }

    /// Waits until those who come first have asked; what stands in the way of new texts is known before.
    fn await_turn(&self, groups: &[RequestGroup<'a>]) {
        if self.backend.reach() == Reach::Inside {
            return;
        }
        let is_new = |group: &RequestGroup<'a>| group.key.as_ref().is_none_or(|key| self.books.answer(key).is_none());
        if groups.iter().any(is_new) {
            self.prepare();
        }
        (self.options.before_sending)();
    }

    /// Learns, once, what stands in the way.
    fn prepare(&self) {
        if std::mem::replace(&mut self.state().is_prepared, true) {
            return;
        }
        if let Err(error) = look_ahead(self.backend, self.later, self.pair, self.options, self.stop) {
            self.give_up(error);
        }
    }

    /// Plans the calls of a queue instead of making them.
    fn plan(self, plan: &DryRun, queue: VecDeque<Batch<'a>>) -> Turn {
        let mut planned = BTreeSet::new();
        for mut batch in queue {
            planned.extend(batch.groups.iter().flat_map(|group| &group.requests).map(|request| request.id));
            let is_second = batch.second_try;
            batch.groups.retain(|group| self.books.key(group, is_second).is_none_or(|key| plan.is_new(&key)));
            if !batch.groups.is_empty() {
                plan.add(self.backend, self.pair, self.options.article, &self.questions(&batch));
            }
        }
        Turn { planned, ..self.state.into_inner().unwrap_or_else(PoisonError::into_inner).turn }
    }

    /// The requests of a batch, with as much about earlier drafts as the engine takes.
    fn questions(&self, batch: &Batch<'a>) -> Vec<Request> {
        let questions = batch.questions(|request| self.backend.size(request) <= self.backend.limits().size);
        if !self.state().is_bare {
            return questions;
        }
        let capabilities = self.backend.capabilities(self.pair);
        questions.into_iter().map(|request| lean::bare(capabilities, &request).unwrap_or(request)).collect()
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
        self.state().fill(queue);
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
        let stored = |key: &Key| self.books.answer(key);
        let first = |group: &RequestGroup<'a>| {
            let first = group.key.as_ref().and_then(stored)?;
            let inspected = self.inspect(group, &first);
            Some((first, inspected))
        };
        let firsts: Vec<Option<(String, Inspected)>> = groups.iter().map(first).collect();
        let doubtful = doubtful_stored(self.backend, self.options, &groups, &firsts);
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
                (Some((first, inspected)), None) => match self.accept_inspected(&group, &inspected, Try::First) {
                    Ok(()) => self.keep(group, Try::First),
                    Err(faults) => retries.push((group, EarlierDraft::new(first, &faults))),
                },
                (Some((first, _)), Some(second)) => {
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

    /// Compares all accepted drafts; returns those that are in doubt.
    fn doubts(&self) -> BTreeMap<SegmentId, RejectionReason> {
        let state = self.state();
        doubts(self.options, self.requests, &state.accepted, &state.turn.answers)
    }

    /// Uses the stored second answer for a group, or returns the call that asks for it.
    fn second_chance(&self, group: RequestGroup<'a>, reason: &RejectionReason) -> Option<Batch<'a>> {
        let key = group.key.as_ref().map(Key::retry);
        let stored = key.and_then(|key| self.books.answer(&key));
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

    /// Inspects answers that are stored; returns the groups to ask once more, each alone.
    fn settle(&self, batch: Batch<'a>, answers: Vec<Answer>) -> Vec<Batch<'a>> {
        {
            let mut state = self.state();
            state.has_worked = true;
            state.timeouts = 0;
            state.reject_suspects();
        }
        let inspect = |(group, answer): (&RequestGroup<'a>, &Answer)| match answer {
            Answer::Draft(draft) => Some(self.inspect(group, draft)),
            _ => None,
        };
        let inspected: Vec<Option<Inspected>> = batch.groups.iter().zip(&answers).map(inspect).collect();
        let drafts = batch.groups.iter().zip(&answers).zip(&inspected).filter_map(|((group, answer), inspected)| {
            let Answer::Draft(draft) = answer else { return None };
            Some((*group.requests.first()?, draft.as_str(), inspected.as_ref()?))
        });
        let doubtful = doubtful_drafts(self.backend, self.options, drafts);
        let mut retries = Vec::new();
        for ((group, answer), inspected) in batch.groups.into_iter().zip(answers).zip(inspected) {
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
                Answer::Draft(draft) => {
                    let inspected = inspected.unwrap_or_else(|| self.inspect(&group, &draft));
                    match self.accept_inspected(&group, &inspected, Try::First) {
                        Ok(()) => self.keep(group, Try::First),
                        Err(faults) => retries.push(Batch::second_try(group, EarlierDraft::new(draft, &faults))),
                    }
                }
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

    fn inspect(&self, group: &RequestGroup<'a>, draft: &str) -> Inspected {
        Inspected::new(self.pair, &group.requests, draft)
    }

    /// Accepts a draft for all requests of the group, if nothing is wrong with it; fails with all that is.
    fn accept(&self, group: &RequestGroup<'a>, draft: &str, which: Try) -> Result<(), Vec<RejectionReason>> {
        self.accept_inspected(group, &self.inspect(group, draft), which)
    }

    fn accept_inspected(
        &self,
        group: &RequestGroup<'a>,
        draft: &Inspected,
        which: Try,
    ) -> Result<(), Vec<RejectionReason>> {
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
                let follow_up = follow_ups.pop_front().map(|batch| (batch, false));
                follow_up.or_else(|| Some((state.queue.pop_front()?, true)))
            };
            let Some((batch, is_first)) = next else { return };
            let (later, next): (Vec<_>, Vec<_>) =
                self.call(batch, is_first).into_iter().partition(|batch| batch.postponed);
            next.into_iter().rev().for_each(|batch| follow_ups.push_front(batch));
            follow_ups.extend(later);
        }
    }

    /// Asks for one batch, with retries; returns the batches to ask next. Some are the first calls for their texts.
    fn call(&self, batch: Batch<'a>, is_first: bool) -> Vec<Batch<'a>> {
        let mut requests = self.questions(&batch);
        let loads = loads(self.backend, self.pair, &requests);
        let characters = batch.groups.iter().map(|group| group.characters).sum();
        let mut failures = 0;
        let patience = self.pacing.patience(self.options.patience);
        loop {
            if let Some(error) = self.pacing.given_up() {
                return self.give_up(error);
            }
            // The question is written down while others are in flight, unless it has to wait for its minute, or for what is left to spend.
            let is_early = !self.pacing.has_to_wait(self.options.clock) && self.options.budget.is_none();
            let Some(place) = self.pacing.line_up(self.stop) else {
                return self.give_up(BackendError::Interrupted);
            };
            let mut slot = None;
            if !is_early {
                slot = self.pacing.wait(self.options.clock, characters, self.stop);
                // What happened while it waited may have ended the turn.
                if slot.is_none() || self.state().turn.error.is_some() {
                    return self.leave_off();
                }
            }
            match self.books.reserve(&loads) {
                Ok(fitting) if fitting < loads.len() => {
                    self.books.release(loads.get(..fitting).unwrap_or_default());
                    return batch.split_at(fitting);
                }
                Ok(_) => {}
                Err(error) => return self.give_up(error),
            }
            if let Err(error) = self.books.record(&batch, &loads) {
                return self.give_up(error.into());
            }
            // Only now, so that what may be spent goes to this article before the next.
            if is_first && failures == 0 && self.state().sends_last() && self.backend.reach() != Reach::Inside {
                (self.options.all_sent)();
            }
            if is_early {
                slot = self.pacing.wait(self.options.clock, characters, self.stop);
                if slot.is_none() || self.state().turn.error.is_some() || self.pacing.given_up().is_some() {
                    // Nothing of it was sent.
                    self.books.release(&loads);
                    if let Err(error) = self.books.record_refused(&batch) {
                        return self.give_up(error.into());
                    }
                    return self.leave_off();
                }
            }
            let (result, charge) = self.backend.translate_charged(self.pair, &requests, self.stop);
            let error = match result {
                Ok(answers) if answers.len() == requests.len() => {
                    drop(slot);
                    let less = batch.groups.iter().zip(&requests).flat_map(|(group, sent)| group.left_out_beside(sent));
                    self.state().turn.left_out.extend(less);
                    self.books.correct(&loads, charge.as_ref());
                    if let Err(error) = self.books.record_answers(&batch, &answers, charge.as_ref()) {
                        // The answers are paid for: they are used all the same, but nothing more is asked.
                        self.state().turn.error.get_or_insert(error.into());
                    }
                    // Only now: no more answers than calls may be in flight are ever without a record.
                    drop(place);
                    return self.settle(batch, answers);
                }
                Ok(answers) => BackendError::Count {
                    engine: self.backend.name().to_owned(),
                    asked: requests.len(),
                    got: answers.len(),
                },
                Err(error) => error,
            };
            if let Err(error) = self.books.record_failure(&batch, &loads, &error, charge.as_ref()) {
                return self.give_up(error.into());
            }
            failures += 1;
            tracing::info!(engine = self.backend.name(), failures, %error, class = ?error.remedy(), "call failed");
            if self.state().counts_timeouts(&error) {
                return self.give_up(error);
            }
            if let Some(fewer) = lean::with_less(self.backend.capabilities(self.pair), &requests, &error) {
                tracing::info!(engine = self.backend.name(), "asking with less said about the texts");
                self.state().is_bare |= matches!(error, BackendError::Refused { .. });
                requests = fewer;
                continue;
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
            if let Err(error) = self.books.record_empty(&batch) {
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
        self.state().suspect(ids, failed, error);
        Vec::new()
    }

    /// Ends the turn because the user has stopped, or for the reason for which it has ended already.
    fn leave_off(&self) -> Vec<Batch<'a>> {
        self.give_up(self.pacing.given_up().unwrap_or(BackendError::Interrupted))
    }

    /// Ends the turn; the other turns of the same engine end too, where the error is not this one's own.
    fn give_up(&self, error: BackendError) -> Vec<Batch<'a>> {
        if error.holds_for_engine() {
            self.pacing.give_up(&error);
        }
        self.state().turn.error.get_or_insert(error);
        Vec::new()
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
}
