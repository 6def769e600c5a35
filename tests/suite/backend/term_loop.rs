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
    locale::Locales,
    model::{Pair, SegmentId, Target},
    pipeline::{compare_drafts, judge_draft},
};

use super::{Buffer, FakeClock, id, options, pair, request};
use crate::check;

/// An engine that gives one answer after the other, and keeps what it was asked.
struct Answering {
    /// `None` for a call that fails.
    answers: Mutex<VecDeque<Option<&'static str>>>,
    asked: Mutex<Vec<Request>>,
    capabilities: Capabilities,
}

impl Answering {
    fn new(answers: &[&'static str], capabilities: Capabilities) -> Self {
        Self { answers: Mutex::new(answers.iter().copied().map(Some).collect()), asked: Mutex::default(), capabilities }
    }

    /// What each question said of an earlier draft.
    fn earlier(&self) -> Vec<Option<EarlierDraft>> {
        let asked = self.asked.lock().unwrap_or_else(PoisonError::into_inner);
        asked.iter().map(|request| request.earlier.clone()).collect()
    }
}

impl Backend for Answering {
    fn name(&self) -> &'static str {
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
        let mut answers = self.answers.lock().unwrap();
        let next = |_: &Request| answers.pop_front().expect("a question that was not expected");
        let drafts: Option<Vec<&str>> = batch.iter().map(next).collect();
        let drafts = drafts.map(|drafts| drafts.into_iter().map(|draft| Answer::Draft(draft.to_owned())).collect());
        drafts.ok_or_else(|| BackendError::Nonsense { engine: "answering".to_owned(), detail: "<html>".to_owned() })
    }
}

/// What is held to the terms that it gets, as a model is.
const HELD: Capabilities = Capabilities { hints: true, terms: true, ..Capabilities::TEXT };
/// What gets the terms and does with them what it likes.
const TOLD: Capabilities = Capabilities { hints: true, ..Capabilities::TEXT };

/// Asks for a Russian draft of a sentence.
fn ask(engine: &Answering, source: &str, ledger: Option<&dyn Ledger>) -> DriveOutcome {
    ask_all(engine, &[source], ledger)
}

/// Asks for Russian drafts of the sentences of an article.
fn ask_all(engine: &Answering, sources: &[&str], ledger: Option<&dyn Ledger>) -> DriveOutcome {
    let (termbase, pair, clock) = (check::termbase(check::TERMS), pair("en", "ru"), FakeClock::new());
    let context = check::context(&termbase, "ru");
    let judge = |request: &Request, target: &Target| judge_draft(&context, request, target);
    let locales = Locales::embedded();
    let (source, target) = (locales.profile(&pair.source), locales.profile(&pair.target));
    let compare = |drafts: &[(&Request, &Target)]| compare_drafts(source, target, drafts);
    let options = DriveOptions { ledger, judge: Some(&judge), compare: Some(&compare), ..options(&clock) };
    let asked = |(source, number): (&&str, usize)| Request {
        hints: hints(&termbase, &pair, source),
        ..request(number, source)
    };
    let asked: Vec<Request> = sources.iter().zip(1..).map(asked).collect();
    drive(&[engine], &pair, &asked, &options, &Stop::default())
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
        fact: "a number that got lost is named, too",
        capabilities: HELD,
        source: "They have closed 25 schools.",
        drafts: &["Они закрыли школы.", "Они закрыли 25 школ."],
        result: "Они закрыли 25 школ.",
        changes: &[],
        faults: &["the draft breaks the rule `numbers`: it lacks `25`"],
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
        assert_eq!(result(&outcome), (case.result.to_owned(), owned(case.changes)), "{}", case.fact);
        let told: Vec<String> = engine.earlier()[0].clone().unwrap_or_default().faults;
        assert_eq!(told, case.faults, "{}", case.fact);
    }
}

#[test]
fn the_first_draft_with_its_forms_put_right_does_where_the_second_question_fails() {
    let engine = Answering::new(&["Граница с Белоруссией закрыта."], HELD);
    engine.answers.lock().unwrap().push_back(None);
    let outcome = ask(&engine, "The border with Belarus is closed.", None);
    assert_eq!(result(&outcome), ("Граница с Беларусью закрыта.".to_owned(), owned(&[("Белоруссией", "Беларусью")])));
}

/// The drafts of a call in another order than the questions.
const EXCHANGED: [(&str, &str); 4] = [
    ("Lukashenko lives in Minsk.", "Зеленский живёт в Киеве."),
    ("Zelensky lives in Kyiv.", "Лукашенко живёт в Минске."),
    ("The 25 tanks stand in Brest.", "В Бресте стоят 25 танков."),
    ("Nobody has asked the 17 villages.", "Никто не спросил 17 деревень."),
];

#[test]
fn drafts_that_have_changed_places_are_no_better_when_they_come_from_the_ledger() {
    let sources = EXCHANGED.map(|(source, _)| source);
    // The second answer about the first sentence cannot be used; that about the second one can.
    let drafts = [&EXCHANGED.map(|(_, draft)| draft)[..], &["", "Зеленский живёт в Киеве."]].concat();
    let storage = Buffer::default();
    let first = {
        let journal = Journal::open(Box::new(storage.clone()), None).unwrap();
        ask_all(&Answering::new(&drafts, TOLD), &sources, Some(&journal))
    };
    let texts = |outcome: &DriveOutcome| -> Vec<(SegmentId, String)> {
        outcome.answers.iter().map(|(id, target)| (*id, target.text.prose.clone())).collect()
    };
    assert!(!first.answers.contains_key(&id(1)), "{first:?}");
    assert_eq!(first.answers[&id(2)].text.prose, "Зеленский живёт в Киеве.");
    let journal = Journal::open(Box::new(storage), None).unwrap();
    let second = ask_all(&Answering::new(&[], TOLD), &sources, Some(&journal));
    assert_eq!((texts(&second), second.rejected), (texts(&first), first.rejected));
}

#[test]
fn after_a_kill_the_second_question_about_exchanged_drafts_shows_no_draft_of_another_sentence() {
    let sources = EXCHANGED.map(|(source, _)| source);
    let drafts = [&EXCHANGED.map(|(_, draft)| draft)[..], &["", "Зеленский живёт в Киеве."]].concat();
    let storage = Buffer::default();
    let engine = Answering::new(&drafts, TOLD);
    {
        let journal = Journal::open(Box::new(storage.clone()), None).unwrap();
        ask_all(&engine, &sources, Some(&journal));
    }
    let bytes = storage.content();
    let lines: Vec<&[u8]> = bytes.split_inclusive(|byte| *byte == b'\n').collect();
    // Two lines, a question and its answer, for each of the second questions.
    let torn = Buffer::from(lines[..lines.len() - 4].concat().as_slice());
    let journal = Journal::open(Box::new(torn), None).unwrap();
    let again = Answering::new(&drafts[4..], TOLD);
    ask_all(&again, &sources, Some(&journal));
    assert_eq!(again.earlier(), engine.earlier()[4..]);
    assert!(again.earlier().iter().flatten().all(|earlier| earlier.text.is_none()), "{:?}", again.earlier());
}
