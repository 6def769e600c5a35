//! What becomes of a draft that does not have the glossary's wordings: it is asked for once more with what was wrong, then its
//! forms are put right where that is certain, and otherwise there is no draft.

use std::{
    collections::VecDeque,
    sync::{Mutex, PoisonError},
};

use tolmach::{
    backend::{
        Answer, Backend, BackendError, Capabilities, DriveOptions, DriveOutcome, EarlierDraft, Limits, Request, Stop,
        drive,
    },
    glossary::hints,
    ledger::{Journal, Ledger},
    model::{Pair, Target},
    pipeline::{check_draft, mend_draft},
};

use super::{Buffer, FakeClock, id, options, pair, request};
use crate::check;

/// An engine that gives one answer after the other, and keeps what it was asked.
struct Answering {
    answers: Mutex<VecDeque<&'static str>>,
    asked: Mutex<Vec<Request>>,
    capabilities: Capabilities,
}

impl Answering {
    fn new(answers: &[&'static str], capabilities: Capabilities) -> Self {
        Self { answers: Mutex::new(answers.iter().copied().collect()), asked: Mutex::default(), capabilities }
    }

    /// What each question said of an earlier draft.
    fn earlier(&self) -> Vec<Option<EarlierDraft>> {
        let asked = self.asked.lock().unwrap_or_else(PoisonError::into_inner);
        asked.iter().map(|request| request.earlier.clone()).collect()
    }
}

impl Backend for Answering {
    fn name(&self) -> &str {
        "answering"
    }

    fn capabilities(&self, _: &Pair) -> Capabilities {
        self.capabilities
    }

    fn limits(&self) -> Limits {
        Limits::NONE
    }

    fn translate(&self, _: &Pair, batch: &[Request], _: &Stop) -> Result<Vec<Answer>, BackendError> {
        self.asked.lock().unwrap().extend(batch.iter().cloned());
        let answer = self.answers.lock().unwrap().pop_front().expect("another question than was expected");
        Ok(vec![Answer::Draft(answer.to_owned())])
    }
}

/// What is held to the terms that it gets, as a model is.
const HELD: Capabilities = Capabilities { hints: true, terms: true, ..Capabilities::TEXT };
/// What gets the terms and does with them what it likes.
const TOLD: Capabilities = Capabilities { hints: true, ..Capabilities::TEXT };

/// Asks for a Russian draft of a sentence.
fn ask(engine: &Answering, source: &str, ledger: Option<&dyn Ledger>) -> DriveOutcome {
    let (termbase, pair, clock) = (check::termbase(check::TERMS), pair("en", "ru"), FakeClock::new());
    let context = check::context(&termbase, "ru");
    let accept = |request: &Request, target: &Target| check_draft(&context, &request.source, &target.text);
    let mend = |request: &Request, target: &Target| mend_draft(&context, &request.source, target);
    let options = DriveOptions { ledger, accept: Some(&accept), mend: Some(&mend), ..options(&clock) };
    let asked = Request { hints: hints(&termbase, &pair, source), ..request(1, source) };
    drive(&[engine], &pair, &[asked], &options, &Stop::default())
}

/// The draft, or why there is none; and what was put right in it.
fn result(outcome: &DriveOutcome) -> (String, Vec<(String, String)>) {
    assert_eq!(outcome.error, None);
    let changes = outcome.changes.get(&id(1)).into_iter().flatten();
    let changes = changes.map(|change| (change.from.clone(), change.to.clone())).collect();
    let draft = outcome.answers.get(&id(1)).map(|target| target.text.prose.clone());
    (draft.unwrap_or_else(|| outcome.rejected[0].reason.to_string()), changes)
}

fn owned(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(from, to)| ((*from).to_owned(), (*to).to_owned())).collect()
}

/// What happens to the drafts of a sentence, one case a line.
struct Case {
    fact: &'static str,
    capabilities: Capabilities,
    source: &'static str,
    drafts: &'static [&'static str],
    /// The draft, or why there is none.
    result: &'static str,
    changes: &'static [(&'static str, &'static str)],
    /// What the second question says of the first draft.
    faults: &'static [&'static str],
}

const CASES: &[Case] = &[
    Case {
        fact: "a draft that lacks a term is asked for once more, with the term that it lacks",
        capabilities: HELD,
        source: "The army stays in Homel.",
        drafts: &["Армия остаётся здесь.", "Армия остаётся в Гомеле."],
        result: "Армия остаётся в Гомеле.",
        changes: &[],
        faults: &["the draft lacks terms: Homel → Гомель"],
    },
    Case {
        fact: "one that lacks it again is no draft, and it is said what it lacks",
        capabilities: HELD,
        source: "The army stays in Homel.",
        drafts: &["Армия остаётся здесь.", "Армия остаётся там."],
        result: "the draft lacks terms: Homel → Гомель",
        changes: &[],
        faults: &["the draft lacks terms: Homel → Гомель"],
    },
    Case {
        fact: "a wording that is refused is named, and put right in the second draft where its form is certain",
        capabilities: HELD,
        source: "The border with Belarus is closed.",
        drafts: &["Граница с Белоруссией закрыта.", "Закрыта граница с Белоруссией."],
        result: "Закрыта граница с Беларусью.",
        changes: &[("Белоруссией", "Беларусью")],
        faults: &["the draft breaks the rule `forbidden-term`: `Белоруссией`"],
    },
    Case {
        fact: "the first draft with its forms put right is better than a second one that cannot be used",
        capabilities: HELD,
        source: "The border with Belarus is closed.",
        drafts: &["Граница с Белоруссией закрыта.", ""],
        result: "Граница с Беларусью закрыта.",
        changes: &[("Белоруссией", "Беларусью")],
        faults: &["the draft breaks the rule `forbidden-term`: `Белоруссией`"],
    },
    Case {
        fact: "all that is wrong is named",
        capabilities: HELD,
        source: "The border of Belarus is 5 miles from Homel.",
        drafts: &["Граница Белоруссии здесь, до неё 7 миль.", "Граница Беларуси в 5 милях от Гомеля."],
        result: "Граница Беларуси в 5 милях от Гомеля.",
        changes: &[],
        faults: &[
            "the draft breaks the rule `numbers`: `7`",
            "the draft breaks the rule `forbidden-term`: `Белоруссии`",
            "the draft lacks terms: Homel → Гомель",
        ],
    },
    Case {
        fact: "an engine that is not held to the terms may leave one out, and the checks will say so",
        capabilities: TOLD,
        source: "The army stays in Homel.",
        drafts: &["Армия остаётся здесь."],
        result: "Армия остаётся здесь.",
        changes: &[],
        faults: &[],
    },
    Case {
        fact: "what cannot be told anything is not asked again for what can be put right",
        capabilities: Capabilities::TEXT,
        source: "The border with Belarus is closed.",
        drafts: &["Граница с Белоруссией закрыта."],
        result: "Граница с Беларусью закрыта.",
        changes: &[("Белоруссией", "Беларусью")],
        faults: &[],
    },
    Case {
        fact: "a form that several cases share is not put right by guessing",
        capabilities: TOLD,
        source: "Kyiv and Homel are far away.",
        drafts: &["Киев и Гомиль далеко.", "Киев и Гомиль далеко."],
        result: "the draft breaks the rule `forbidden-term`: `Гомиль`",
        changes: &[],
        faults: &["the draft breaks the rule `forbidden-term`: `Гомиль`"],
    },
];

#[test]
fn a_draft_without_the_terms_is_asked_for_once_more_then_put_right_or_refused() {
    for case in CASES {
        let engine = Answering::new(case.drafts, case.capabilities);
        let outcome = ask(&engine, case.source, None);
        assert_eq!(result(&outcome), (case.result.to_owned(), owned(case.changes)), "{}", case.fact);
        let earlier = engine.earlier();
        assert_eq!(earlier.len(), case.drafts.len(), "{}", case.fact);
        assert_eq!(earlier[0], None, "{}", case.fact);
        let told = earlier.get(1).and_then(Option::as_ref).map_or(&[][..], |earlier| earlier.faults.as_slice());
        assert_eq!(told, case.faults, "{}", case.fact);
        if let Some(Some(earlier)) = earlier.get(1) {
            assert_eq!(earlier.text.as_deref(), Some(case.drafts[0]), "{}", case.fact);
        }
    }
}

#[test]
fn stored_answers_come_to_the_same_without_another_question() {
    for case in CASES {
        let storage = Buffer::default();
        let first = {
            let journal = Journal::open(Box::new(storage.clone()), None).unwrap();
            result(&ask(&Answering::new(case.drafts, case.capabilities), case.source, Some(&journal)))
        };
        let journal = Journal::open(Box::new(storage), None).unwrap();
        let engine = Answering::new(&[], case.capabilities);
        assert_eq!(result(&ask(&engine, case.source, Some(&journal))), first, "{}", case.fact);
    }
}

#[test]
fn after_a_kill_between_the_two_questions_only_the_second_one_is_asked_and_says_what_was_wrong() {
    for case in CASES.iter().filter(|case| case.drafts.len() > 1) {
        let storage = Buffer::default();
        {
            let journal = Journal::open(Box::new(storage.clone()), None).unwrap();
            ask(&Answering::new(case.drafts, case.capabilities), case.source, Some(&journal));
        }
        // The lines of the second question and its answer are not written yet.
        let bytes = storage.content();
        let lines: Vec<&[u8]> = bytes.split_inclusive(|byte| *byte == b'\n').collect();
        let torn = Buffer::from(lines[..lines.len() - 2].concat().as_slice());
        let journal = Journal::open(Box::new(torn), None).unwrap();
        let engine = Answering::new(&case.drafts[1..], case.capabilities);
        let outcome = ask(&engine, case.source, Some(&journal));
        assert_eq!(result(&outcome).0, case.result, "{}", case.fact);
        let told: Vec<String> = engine.earlier()[0].clone().unwrap_or_default().faults;
        assert_eq!(told, case.faults, "{}", case.fact);
    }
}
