//! One backend's turn: its batches, what it is asked again, and when it is given up.

use std::{
    collections::{BTreeMap, HashMap, VecDeque},
    sync::{Mutex, MutexGuard, PoisonError},
    thread,
};

use super::{
    Answer, Backend, BackendError, DriveOptions, Limits, PROTECTION, Pacing, RejectionReason, Remedy, Request, Stop,
    inspect, protect,
};
use crate::{
    ledger::{Key, Ledger, LedgerError, LedgerRequest, Parts},
    model::{Pair, SegmentId, Target, clip},
};

/// What earlier backends have done already.
#[derive(Clone, Copy)]
pub(super) struct Before {
    pub(super) answered: usize,
    pub(super) total: usize,
}

/// What came of a backend's turn.
#[derive(Default)]
pub(super) struct Turn {
    pub(super) answers: BTreeMap<SegmentId, Target>,
    pub(super) rejected: BTreeMap<SegmentId, RejectionReason>,
    pub(super) error: Option<BackendError>,
}

/// One question: a request, and others that would be asked in exactly the same words.
struct Ask<'a> {
    requests: Vec<&'a Request>,
    characters: usize,
    /// Under what its answer is stored; nothing where nothing is recorded.
    key: Option<Key>,
}

/// Questions that go out together.
struct Batch<'a> {
    asks: Vec<Ask<'a>>,
    /// Whether this is the second try of one question, after a draft that could not be used.
    again: bool,
    /// Whether it is part of a batch that has been tried enough.
    worn: bool,
}

/// What the workers share.
#[derive(Default)]
struct SharedState<'a> {
    queue: VecDeque<Batch<'a>>,
    turn: Turn,
    /// Single questions that failed as a whole since the last call that worked: theirs, or the engine's fault?
    suspects: Vec<(Vec<SegmentId>, RejectionReason, BackendError)>,
    /// Calls in a row that ended in doubt: slow to meet, so they are counted early.
    doubts: u32,
    worked: bool,
}

/// Suspects in a row after which the engine itself is given up: before it has ever worked, and after.
const SUSPECTS: (usize, usize) = (3, 5);
/// Calls in a row that may end in doubt.
const DOUBTS: u32 = 3;

struct Round<'a> {
    backend: &'a dyn Backend,
    pair: &'a Pair,
    options: &'a DriveOptions<'a>,
    ledger: Option<&'a dyn Ledger>,
    pacing: &'a Pacing,
    before: Before,
    stop: &'a Stop,
    state: Mutex<SharedState<'a>>,
}

/// Asks one backend for all `requests`: stored answers first, the others in batches.
pub(super) fn turn(
    backend: &dyn Backend,
    pair: &Pair,
    requests: &[&Request],
    before: Before,
    options: &DriveOptions<'_>,
    stop: &Stop,
) -> Turn {
    let limits = backend.limits();
    let ledger = options.ledger.filter(|_| backend.capabilities(pair).recorded);
    let own = Pacing::default();
    let pacing = backend.pacing().unwrap_or(&own);
    let round = Round { backend, pair, options, ledger, pacing, before, stop, state: Mutex::default() };
    let (new, alone) = round.stored(round.asks(requests), &limits);
    let mut queue: VecDeque<_> = batches(new, &limits).collect();
    queue.extend(alone.into_iter().map(|ask| Batch { asks: vec![ask], again: true, worn: false }));
    let workers = options.jobs.clamp(1, queue.len().max(1));
    round.state().queue = queue;
    if workers == 1 {
        round.work();
    } else {
        thread::scope(|scope| {
            for _ in 0..workers {
                scope.spawn(|| round.work());
            }
        });
    }
    round.state.into_inner().unwrap_or_else(PoisonError::into_inner).end()
}

/// Fills batches up to the limits, in order.
fn batches<'a>(asks: Vec<Ask<'a>>, limits: &Limits) -> impl Iterator<Item = Batch<'a>> {
    let mut all: Vec<Vec<Ask<'a>>> = Vec::new();
    let mut characters = 0;
    for ask in asks {
        characters += ask.characters;
        match all.last_mut() {
            Some(last) if last.len() < limits.texts && characters <= limits.characters => last.push(ask),
            _ => {
                characters = ask.characters;
                all.push(vec![ask]);
            }
        }
    }
    all.into_iter().map(|asks| Batch { asks, again: false, worn: false })
}

impl<'a> Round<'a> {
    fn state(&self) -> MutexGuard<'_, SharedState<'a>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The questions behind the requests; where answers are kept, the same words are asked once.
    fn asks(&self, requests: &[&'a Request]) -> Vec<Ask<'a>> {
        let capabilities = self.backend.capabilities(self.pair);
        let engine = self.backend.identity();
        let mut asks: Vec<Ask<'a>> = Vec::new();
        let mut known: HashMap<Key, usize> = HashMap::new();
        for request in requests {
            let protected = protect(&request.source);
            let key = self.ledger.map(|_| {
                let context = |text: &'a str| if capabilities.context { text } else { "" };
                Key::of(&Parts {
                    engine: &engine,
                    pair: self.pair,
                    protection: PROTECTION,
                    hints: if capabilities.hints { &request.hints } else { &[] },
                    before: context(&request.before),
                    after: context(&request.after),
                    source: &protected.text,
                })
            });
            let twin = key.as_ref().and_then(|key| known.get(key)).and_then(|place| asks.get_mut(*place));
            if let Some(twin) = twin {
                twin.requests.push(request);
                continue;
            }
            known.extend(key.clone().map(|key| (key, asks.len())));
            let characters = protected.text.chars().count();
            asks.push(Ask { requests: vec![request], characters, key });
        }
        asks
    }

    /// Takes what the ledger has; gives what must be asked, and what must be asked for a second time, alone.
    fn stored(&self, asks: Vec<Ask<'a>>, limits: &Limits) -> (Vec<Ask<'a>>, Vec<Ask<'a>>) {
        let (mut new, mut alone) = (Vec::new(), Vec::new());
        for ask in asks {
            if ask.characters > limits.characters {
                let reason = RejectionReason::TooLong { characters: ask.characters, limit: limits.characters };
                self.reject(&ask, &reason);
                continue;
            }
            let stored = |key: &Key| self.ledger.and_then(|ledger| ledger.answer(key));
            let Some((key, first)) = ask.key.as_ref().and_then(|key| Some((key, stored(key)?))) else {
                new.push(ask);
                continue;
            };
            if self.take(&ask, &first).is_ok() {
                continue;
            }
            match stored(&key.retry()).map(|second| self.take(&ask, &second)) {
                Some(Ok(())) => {}
                Some(Err(_)) if self.options.again => new.push(ask),
                Some(Err(reason)) => self.reject(&ask, &reason),
                None => alone.push(ask),
            }
        }
        self.progress(&self.state());
        (new, alone)
    }

    /// Works the queue off; what a batch leaves behind is done by the same worker at once.
    fn work(&self) {
        let mut own: Vec<Batch<'a>> = Vec::new();
        loop {
            let next = {
                let mut state = self.state();
                if state.turn.error.is_some() {
                    return;
                }
                own.pop().or_else(|| state.queue.pop_front())
            };
            let Some(batch) = next else { return };
            let mut left = self.call(batch);
            left.reverse();
            own.append(&mut left);
        }
    }

    /// Asks for one batch, with retries; gives what has to be asked after it.
    fn call(&self, batch: Batch<'a>) -> Vec<Batch<'a>> {
        let requests: Vec<Request> =
            batch.asks.iter().filter_map(|ask| ask.requests.first()).map(|request| (*request).clone()).collect();
        let characters = batch.asks.iter().map(|ask| ask.characters).sum();
        let mut failures = 0;
        loop {
            let Some(slot) = self.pacing.wait(self.options.clock, characters, self.stop) else {
                return self.give_up(BackendError::Interrupted);
            };
            if let Err(error) = self.record(&batch) {
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
            if !error.is_in_doubt()
                && let Err(error) = self.refused(batch.asks.iter().filter_map(|ask| self.key(ask, batch.again)))
            {
                return self.give_up(error.into());
            }
            failures += 1;
            tracing::info!(engine = self.backend.name(), failures, %error, class = ?error.class(), "call failed");
            let patience = self.options.patience;
            match error.class() {
                Remedy::Retry { after, in_doubt } => {
                    let smaller = error.may_be_the_text();
                    let tries = match (smaller && batch.worn, in_doubt) {
                        (true, _) => 1,
                        // Half of it may be in time; the whole will hardly be.
                        (_, true) if batch.asks.len() > 1 => 1,
                        (_, true) => patience.doubtful_tries,
                        (_, false) => patience.tries,
                    };
                    if failures < tries {
                        // Before the slot is free again: nobody else's call may slip in ahead of the pause.
                        self.pacing.pause(self.options.clock, patience.pause(failures, after));
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

    /// After a call that failed as a whole: smaller ones, down to single questions; then that question is left out,
    /// unless it looks as if the engine fails at everything.
    fn narrow(&self, mut batch: Batch<'a>, error: BackendError) -> Vec<Batch<'a>> {
        let mut state = self.state();
        state.doubts = if matches!(error, BackendError::Late { .. }) { state.doubts + 1 } else { 0 };
        if state.doubts >= DOUBTS && !state.worked {
            state.turn.error.get_or_insert(error);
            return Vec::new();
        }
        let again = batch.again;
        let part = |asks| Batch { asks, again, worn: true };
        if batch.asks.len() > 1 && error.class() == Remedy::Singly {
            return batch.asks.into_iter().map(|ask| part(vec![ask])).collect();
        }
        if batch.asks.len() > 1 {
            let second = batch.asks.split_off(batch.asks.len() / 2);
            return vec![part(batch.asks), part(second)];
        }
        if !batch.again && !batch.worn {
            return vec![part(batch.asks)];
        }
        let ids = batch.asks.iter().flat_map(|ask| &ask.requests).map(|request| request.id).collect();
        state.suspects.push((ids, RejectionReason::Failed { detail: clip(&error.to_string(), 300) }, error.clone()));
        let most = if state.worked { SUSPECTS.1 } else { SUSPECTS.0 };
        if state.suspects.len() >= most {
            state.turn.error.get_or_insert(error);
        }
        Vec::new()
    }

    /// Stores the answers, then looks at them; gives the questions that have to be asked once more, alone.
    fn settle(&self, batch: Batch<'a>, answers: Vec<Answer>) -> Vec<Batch<'a>> {
        let mut stored = Vec::new();
        let mut nothing = Vec::new();
        for (ask, answer) in batch.asks.iter().zip(&answers) {
            match (self.key(ask, batch.again), answer) {
                (Some(key), Answer::Draft(draft)) => stored.push((key, draft.clone())),
                (Some(key), _) => nothing.push(key),
                (None, _) => {}
            }
        }
        let recorded = self.ledger.map_or(Ok(()), |ledger| ledger.record_answers(&stored));
        if let Err(error) = recorded.and_then(|()| self.refused(nothing.into_iter())) {
            // They are paid for: taken all the same, but nothing more is asked.
            self.state().turn.error.get_or_insert(error.into());
        }
        {
            let mut state = self.state();
            state.worked = true;
            state.doubts = 0;
            state.clear();
        }
        let mut alone = Vec::new();
        for (ask, answer) in batch.asks.into_iter().zip(answers) {
            let reason = match answer {
                Answer::Silent => continue,
                Answer::Ready(target) => {
                    self.state().turn.answers.extend(ask.requests.iter().map(|request| (request.id, target.clone())));
                    continue;
                }
                Answer::Draft(draft) => match self.take(&ask, &draft) {
                    Ok(()) => continue,
                    Err(reason) => reason,
                },
                Answer::Rejected { reason } => reason,
            };
            if batch.again {
                self.reject(&ask, &reason);
            } else {
                alone.push(Batch { asks: vec![ask], again: true, worn: false });
            }
        }
        self.progress(&self.state());
        alone
    }

    /// Inspects a draft and takes it for all whose words it answers.
    fn take(&self, ask: &Ask<'a>, draft: &str) -> Result<(), RejectionReason> {
        let mut targets = Vec::new();
        for request in &ask.requests {
            // Codes of twins have the same placeholders, but may stand for different links.
            let protected = protect(&request.source);
            let text = inspect(self.pair, &request.source, &protected, draft)?;
            let target = Target::draft(text, self.backend.name().to_owned());
            self.options.accept.map_or(Ok(()), |accept| accept(request, &target))?;
            targets.push((request.id, target));
        }
        self.state().turn.answers.extend(targets);
        Ok(())
    }

    fn reject(&self, ask: &Ask<'a>, reason: &RejectionReason) {
        tracing::info!(engine = self.backend.name(), target = %self.pair.target, %reason, "draft refused");
        let rejected = ask.requests.iter().map(|request| (request.id, reason.clone()));
        self.state().turn.rejected.extend(rejected);
    }

    fn give_up(&self, error: BackendError) -> Vec<Batch<'a>> {
        self.state().turn.error.get_or_insert(error);
        Vec::new()
    }

    fn progress(&self, state: &SharedState<'a>) {
        let done = self.before.answered + state.turn.answers.len() + state.turn.rejected.len();
        (self.options.on_progress)(done, self.before.total);
    }

    fn key(&self, ask: &Ask<'a>, again: bool) -> Option<Key> {
        ask.key.as_ref().filter(|_| self.ledger.is_some()).map(|key| if again { key.retry() } else { key.clone() })
    }

    /// Writes down what is about to be asked.
    fn record(&self, batch: &Batch<'a>) -> Result<(), LedgerError> {
        let Some(ledger) = self.ledger else { return Ok(()) };
        let question = |ask: &Ask<'a>| {
            Some(LedgerRequest {
                key: self.key(ask, batch.again)?,
                engine: self.backend.name().to_owned(),
                pair: format!("{}>{}", self.pair.source, self.pair.target),
                article: self.options.article.to_owned(),
                day: self.options.today.to_owned(),
                segment: ask.requests.first()?.id.to_string(),
                characters: ask.characters,
            })
        };
        ledger.record_requests(&batch.asks.iter().filter_map(question).collect::<Vec<_>>())
    }

    fn refused(&self, keys: impl Iterator<Item = Key>) -> Result<(), LedgerError> {
        self.ledger.map_or(Ok(()), |ledger| ledger.record_refusals(&keys.collect::<Vec<_>>()))
    }
}

impl SharedState<'_> {
    /// The engine works: so what failed was the question's own fault.
    fn clear(&mut self) {
        for (ids, reason, _) in self.suspects.drain(..) {
            self.turn.rejected.extend(ids.into_iter().map(|id| (id, reason.clone())));
        }
    }

    /// Judges the last suspects: where nothing ever worked, the engine is at fault.
    fn end(mut self) -> Turn {
        if self.turn.error.is_none() {
            if self.worked {
                self.clear();
            } else {
                self.turn.error = self.suspects.pop().map(|(_, _, error)| error);
            }
        }
        self.turn
    }
}
