//! Drafts as the driver judges them, with all that is known of their languages: bad ones of every kind are refused with
//! their reason, good ones pass. The cases are in `tests/cases/backend/drafts.jsonl`.

use std::{env, fmt::Write as _, fs, path::Path};

use serde::Deserialize;
use tolmach::{
    backend::{Answer, DriveOptions, DriveOutcome, RejectionReason, Request, Stop, drive, inspect, protect},
    check::Context,
    glossary::Termbase,
    ledger::{Journal, Ledger},
    locale::Locales,
    model::{Role, SegmentId, Target, Text},
    pipeline::{compare_drafts, judge_draft},
};

use super::{Buffer, FakeClock, Scripted, id, options, pair, request, requests, text};
use crate::{cases, check};

#[derive(Deserialize)]
struct Case {
    fact: String,
    locale: String,
    source: String,
    draft: String,
    verdict: String,
    prose: Option<String>,
}

/// What the driver makes of a draft.
fn judge(context: &Context<'_>, source: &Text, draft: &str) -> Result<Text, RejectionReason> {
    let draft = inspect(&context.pair, source, &protect(source), draft)?;
    let request = Request::new(id(1), Role::Paragraph, source.clone());
    let target = Target::draft(draft, "engine".to_owned());
    match judge_draft(context, &request, &target).faults.into_iter().next() {
        Some(reason) => Err(reason),
        None => Ok(target.text),
    }
}

fn verdict(judged: &Result<Text, RejectionReason>) -> String {
    match judged {
        Ok(_) => "ok".to_owned(),
        Err(RejectionReason::Rule { rule, .. } | RejectionReason::Lost { rule, .. }) => rule.clone(),
        Err(reason) => reason.id().to_owned(),
    }
}

#[test]
fn a_bad_draft_of_any_kind_is_refused_with_its_reason_and_a_good_one_passes() {
    let termbase = check::termbase(check::TERMS);
    let mut faults = Vec::new();
    let cases = cases::jsonl::<Case>("backend/drafts.jsonl");
    assert!(cases.iter().filter(|case| case.verdict != "ok").count() >= 60);
    for case in cases {
        let context = check::context(&termbase, &case.locale);
        let judged = judge(&context, &text(&case.source), &case.draft);
        let found = verdict(&judged);
        if found != case.verdict {
            faults.push(format!("{}: {}: {found}, not {}: {judged:?}", case.place(), case.fact, case.verdict));
        }
        if let (Some(prose), Ok(text)) = (&case.prose, &judged)
            && text.prose != *prose
        {
            faults.push(format!("{}: {}: `{}`", case.place(), case.fact, text.prose));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

/// A translation by a person.
#[derive(Deserialize)]
struct Pair {
    locale: String,
    source: String,
    target: String,
}

/// What people translated: the lines of the file that `TOLMACH_TRANSLATIONS` names, else the shipped editions.
fn translations() -> Vec<Pair> {
    if let Some(path) = env::var_os("TOLMACH_TRANSLATIONS") {
        let text = fs::read_to_string(path).unwrap();
        return text.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    }
    let mut pairs = Vec::new();
    for locale in ["be", "ru", "uk"] {
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("locales").join(locale).join("segments");
        let mut paths: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
        paths.sort();
        for path in paths {
            let file = tolmach::bilingual::FORMATS[0].read(&fs::read_to_string(path).unwrap()).unwrap().value;
            pairs.extend(file.units.into_iter().map(|unit| {
                let target = unit.target.unwrap().text.prose;
                Pair { locale: locale.to_owned(), source: unit.source.prose, target }
            }));
        }
    }
    assert!(pairs.len() > 200, "{}", pairs.len());
    pairs
}

#[test]
fn what_a_person_translated_is_hardly_ever_refused() {
    let pairs = translations();
    let termbase = Termbase::default();
    let (mut count, mut refused) = (0, Vec::new());
    for tag in ["be", "ru", "uk"] {
        let context = check::context(&termbase, tag);
        for pair in pairs.iter().filter(|pair| pair.locale == tag) {
            count += 1;
            let judged = judge(&context, &Text::plain(&pair.source), &pair.target);
            if let Err(reason) = &judged {
                refused.push(format!("{} {reason}\n  {}\n  {}", verdict(&judged), pair.source, pair.target));
            }
        }
    }
    // Some of them have another number than the source.
    assert!(refused.len() * 300 <= count, "{} of {count}:\n{}", refused.len(), refused.join("\n"));
}

/// How a batch comes back: the place of the draft for each place.
type Order = fn(usize, usize) -> usize;

/// The segments whose drafts are in doubt where the translations of a batch come in an order.
fn doubts(tag: &str, batch: &[&Pair], order: Order) -> Vec<(SegmentId, RejectionReason)> {
    let locales = Locales::embedded();
    let (source, target) = (locales.profile(&check::locale("en")), locales.profile(&check::locale(tag)));
    let drafts: Vec<(Request, Target)> = (0..batch.len())
        .map(|at| {
            let mut request = request(at + 1, "");
            request.source = Text::plain(&batch[at].source);
            (request, Target::draft(Text::plain(&batch[order(at, batch.len())].target), "engine".to_owned()))
        })
        .collect();
    let drafts: Vec<(&Request, &Target)> = drafts.iter().map(|(request, target)| (request, target)).collect();
    compare_drafts(source, target, &drafts)
}

#[test]
fn what_people_translated_is_in_doubt_only_in_another_order() {
    let pairs = translations();
    let reversed: Order = |at, count| count - 1 - at;
    let orders: [(&str, Order); 3] =
        [("kept", |at, _| at), ("reversed", reversed), ("moved by one", |at, count| (at + 1) % count)];
    let mut report = String::new();
    for size in [3, 6, 12, 32] {
        for (name, order) in orders {
            // Too few sentences to tell one order from another.
            if size < 6 && name != "kept" {
                continue;
            }
            let (mut batches, mut noticed) = (0, 0);
            for tag in ["be", "ru", "uk"] {
                let all: Vec<&Pair> = pairs.iter().filter(|pair| pair.locale == tag).collect();
                for batch in all.chunks_exact(size) {
                    batches += 1;
                    noticed += usize::from(!doubts(tag, batch, order).is_empty());
                }
            }
            writeln!(report, "{size} {name}: {noticed} of {batches}").unwrap();
            let is_right = if name == "kept" { noticed * 200 <= batches } else { noticed * 100 >= batches * 98 };
            assert!(is_right, "{report}");
        }
    }
    println!("{report}");
}

/// Sentences with good translations into Belarusian.
const SENTENCES: [(&str, &str); 6] = [
    ("The ferry to Homel leaves at dawn.", "Паром у Гомель адыходзіць на світанні."),
    (
        "Nobody in Minsk knows why the bridge was closed for the whole summer.",
        "Ніхто ў Мінску не ведае, чаму мост закрылі на ўсё лета.",
    ),
    ("The mayor is silent.", "Мэр маўчыць."),
    (
        "In 1987 the town paid for the pier itself, and Moscow sent only a letter.",
        "У 1987 годзе горад сам заплаціў за прычал, а Масква прыслала толькі ліст.",
    ),
    ("Has Pinsk forgotten?", "Няўжо Пінск забыў?"),
    ("People walk.", "Людзі ходзяць пешшу."),
];

fn translation(text: &str) -> String {
    SENTENCES.iter().find(|(source, _)| *source == text).unwrap().1.to_owned()
}

/// Drives an engine over the sentences, with everything that is known of the languages.
fn run(engine: &Scripted, ledger: &dyn Ledger) -> DriveOutcome {
    let (termbase, clock) = (Termbase::default(), FakeClock::new());
    let context = check::context(&termbase, "be");
    let locales = Locales::embedded();
    let profiles = ["en", "be"].map(|tag| locales.profile(&check::locale(tag)));
    let judge = |request: &Request, target: &Target| judge_draft(&context, request, target);
    let compare = |drafts: &[(&Request, &Target)]| compare_drafts(profiles[0], profiles[1], drafts);
    let options =
        DriveOptions { ledger: Some(ledger), judge: Some(&judge), compare: Some(&compare), ..options(&clock) };
    let requests = requests(&SENTENCES.map(|(source, _)| source));
    drive(&[engine], &pair("en", "be"), &requests, &options, &Stop::default())
}

fn journal(memory: &Buffer) -> Journal {
    Journal::open(Box::new(memory.clone()), None).unwrap()
}

#[test]
fn answers_in_another_order_are_asked_for_again_each_alone() {
    type Turn = fn(&mut [Answer]);
    let orders: [Turn; 4] = [<[_]>::reverse, |all| all.rotate_left(1), |all| all.rotate_right(1), |all| all.swap(1, 2)];
    for order in orders {
        let engine = Scripted::new(move |_, texts| {
            let mut answers: Vec<Answer> = texts.iter().map(|text| Answer::Draft(translation(text))).collect();
            if answers.len() > 1 {
                order(&mut answers);
            }
            Ok(answers)
        });
        let memory = Buffer::default();
        let outcome = run(&engine, &journal(&memory));
        for (at, (_, draft)) in SENTENCES.iter().enumerate() {
            assert_eq!(outcome.answers[&id(at + 1)].text.prose, *draft);
        }
        assert!(engine.sizes().len() > 2 && engine.sizes()[1..].iter().all(|size| *size == 1), "{:?}", engine.sizes());

        // The next run knows which of the stored answers are right.
        let silent = Scripted::new(|_, _| panic!("nothing is asked again"));
        assert_eq!(run(&silent, &journal(&memory)).answers, outcome.answers);
    }
}

#[test]
fn an_answer_to_every_question_alike_is_refused_and_not_asked_for_a_third_time() {
    let engine = Scripted::new(|_, texts| {
        Ok(texts.iter().map(|_| Answer::Draft("Размова пра гэта тут недарэчы.".to_owned())).collect())
    });
    let memory = Buffer::default();
    let outcome = run(&engine, &journal(&memory));
    assert_eq!((outcome.answers.len(), outcome.rejected.len(), outcome.error), (0, 6, None));
    let alike = outcome.rejected.iter().filter(|rejection| rejection.reason.id() == "same").count();
    assert!(alike >= 3, "{:?}", outcome.rejected);
    assert_eq!(engine.sizes(), [6, 1, 1, 1, 1, 1, 1]);
    let silent = Scripted::new(|_, _| panic!("nothing is asked again"));
    assert_eq!(run(&silent, &journal(&memory)).rejected.len(), 6);
}

#[test]
fn one_draft_of_four_words_is_in_doubt_for_two_unlike_sentences() {
    let alike = |sources: [&str; 2], draft: &str| {
        let pairs =
            sources.map(|source| Pair { locale: "be".to_owned(), source: source.to_owned(), target: draft.to_owned() });
        doubts("be", &[&pairs[0], &pairs[1]], |at, _| at).iter().filter(|(_, reason)| reason.id() == "same").count()
    };
    let (bridge, ferry) = ("The bridge was closed after the vote.", "The ferry leaves at dawn.");
    assert_eq!(alike([bridge, ferry], "Зараз гэта зрабіць немагчыма."), 2);
    assert_eq!(alike([bridge, ferry], "Гэта зрабіць немагчыма."), 0);
    assert_eq!(alike([ferry, "The ferry left at dawn."], "Паром адыходзіць на світанні."), 0);
}

#[test]
fn one_short_answer_may_be_right_for_several_questions() {
    let engine = Scripted::new(|_, texts| Ok(texts.iter().map(|_| Answer::Draft("Так".to_owned())).collect()));
    let (termbase, clock, memory) = (Termbase::default(), FakeClock::new(), Buffer::default());
    let context = check::context(&termbase, "be");
    let profile = Locales::embedded().profile(&check::locale("be"));
    let judge = |request: &Request, target: &Target| judge_draft(&context, request, target);
    let compare = |drafts: &[(&Request, &Target)]| compare_drafts(profile, profile, drafts);
    let ledger = journal(&memory);
    let options =
        DriveOptions { ledger: Some(&ledger), judge: Some(&judge), compare: Some(&compare), ..options(&clock) };
    let requests = requests(&["Yes", "Yes, sir", "Certainly", "Of course"]);
    let outcome = drive(&[&engine], &pair("en", "be"), &requests, &options, &Stop::default());
    assert_eq!((outcome.answers.len(), engine.sizes()), (4, vec![4]));
}
