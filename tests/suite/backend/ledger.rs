//! The ledger: its journal, its bill, and how the driver uses it.

use std::{
    io,
    sync::{Arc, Mutex},
};

use proptest::prelude::*;
use tolmach::{
    backend::{Answer, BackendError, DriveOptions, RejectionReason, Stop, drive},
    ledger::{Bill, BillingUnit, Index, Journal, Key, Ledger, LedgerRequest, NoLedger, Parts, Storage},
    model::Hint,
};

use super::{Buffer, FakeClock, Scripted, all_good, good, id, options, pair, request, requests, sentences};
use crate::support::hint;

fn key(source: &str) -> Key {
    let pair = pair("en", "be");
    Key::of(&Parts {
        engine: "e",
        pair: &pair,
        protection: 1,
        hints: &[],
        before: "",
        after: "",
        background: &[],
        source,
    })
}

fn question(source: &str) -> LedgerRequest {
    let text = |text: &str| text.to_owned();
    LedgerRequest {
        key: key(source),
        engine: text("e"),
        pair: text("en>be"),
        article: text("army"),
        day: text("2022-03-24"),
        segment: text("s"),
        characters: source.len(),
        unit: BillingUnit::Characters,
        amount: source.len(),
    }
}

fn journal(memory: &Buffer) -> Journal {
    Journal::open(Box::new(memory.clone()), None).unwrap()
}

#[test]
fn a_stored_answer_survives_reopening_the_journal() {
    let memory = Buffer::default();
    let first = journal(&memory);
    first.record_requests(&[question("one"), question("two")]).unwrap();
    first.record_answers(&[(key("one"), "адзін\nз \"коскай\"".to_owned())]).unwrap();
    let second = journal(&memory);
    assert_eq!(second.answer(&key("one")).as_deref(), Some("адзін\nз \"коскай\""));
    assert_eq!(second.answer(&key("two")), None);
    assert_eq!(second.in_doubt(), [question("two")]);
    assert_eq!(second.damaged(), None);
}

#[test]
fn a_journal_of_a_newer_format_is_not_written_to() {
    for (content, newer) in [
        ("", None),
        ("{\"ledger\":1}\n", None),
        ("{\"ledger\":2}\n", Some((1, 2))),
        ("{\"answered\":\"0\",\"text\":\"a\"}\n{\"ledger\":3}\n{\"ledger\":4}\n", Some((2, 3))),
    ] {
        let memory = Buffer::from(content.as_bytes());
        let journal = journal(&memory);
        assert_eq!((journal.newer(), journal.damaged()), (newer, None), "{content}");
        assert_eq!(journal.record_requests(&[question("one")]).is_ok(), newer.is_none(), "{content}");
        assert_eq!(memory.content() == content.as_bytes(), newer.is_some(), "{content}");
    }
}

#[test]
fn without_a_ledger_nothing_can_be_recorded_or_answered() {
    let ledger = NoLedger;
    assert_eq!(ledger.answer(&key("one")), None);
    assert!(ledger.record_requests(&[question("one")]).is_err());
    assert!(ledger.record_answers(&[(key("one"), "адзін".to_owned())]).is_err());
    assert!(ledger.record_refusals(&[key("one")]).is_err());
    assert!(ledger.in_doubt().is_empty() && ledger.bill().is_empty());
}

#[test]
fn a_refused_request_is_not_in_doubt() {
    let journal = journal(&Buffer::default());
    journal.record_requests(&[question("one"), question("two")]).unwrap();
    journal.record_refusals(&[key("one")]).unwrap();
    assert_eq!(journal.in_doubt(), [question("two")]);
}

/// The lines of the bill: engine, article, locale and day, then the counts of requests, answers, characters and doubts.
fn lines(journal: &Journal) -> Vec<(String, [usize; 4])> {
    let line = |bill: Bill| {
        let name = [bill.engine, bill.article, bill.locale, bill.day].join(" ");
        (name, [bill.asked, bill.answered, bill.billed, bill.in_doubt])
    };
    journal.bill().into_iter().map(line).collect()
}

#[test]
fn the_bill_counts_requests_answers_and_doubts_by_engine_article_locale_and_day() {
    let (memory, line) = (Buffer::default(), |name: &str, counts| (name.to_owned(), counts));
    let ledger = journal(&memory);
    let navy = LedgerRequest { article: "navy".to_owned(), pair: "en>uk".to_owned(), ..question("four") };
    ledger.record_requests(&[question("one"), question("three"), question("seven"), navy]).unwrap();
    ledger.record_refusals(&[key("seven"), key("seven"), key("never asked")]).unwrap();
    // Requested again while in doubt: the first request may have been charged for and stays in doubt on its own day.
    ledger.record_requests(&[LedgerRequest { day: "2022-03-25".to_owned(), ..question("three") }]).unwrap();
    ledger.record_answers(&[(key("one"), "a".to_owned()), (key("three"), "b".to_owned())]).unwrap();
    let bill = [
        line("e army be 2022-03-24", [3, 1, 3, 1]),
        line("e army be 2022-03-25", [1, 1, 5, 0]),
        line("e navy uk 2022-03-24", [1, 0, 0, 1]),
    ];
    assert_eq!(lines(&ledger), bill);
    assert_eq!(lines(&journal(&memory)), bill, "read again");
}

#[test]
fn an_answer_that_is_paid_for_again_is_billed_again_and_replaces_the_stored_one() {
    let ledger = journal(&Buffer::default());
    for answer in ["a", "b"] {
        ledger.record_requests(&[question("one")]).unwrap();
        assert_eq!(ledger.answer(&key("one")).is_some(), answer == "b", "the old answer holds until the new one comes");
        ledger.record_answers(&[(key("one"), answer.to_owned())]).unwrap();
    }
    assert_eq!(lines(&ledger), [("e army be 2022-03-24".to_owned(), [2, 2, 6, 0])]);
    assert_eq!(ledger.answer(&key("one")).as_deref(), Some("b"));
}

#[test]
fn a_ledger_without_articles_and_days_is_read_and_an_answer_without_its_request_is_counted() {
    let text = "{\"asked\":\"9f\",\"engine\":\"e\",\"pair\":\"en>be\",\"segment\":\"01\",\"characters\":57}\n\
                {\"answered\":\"9f\",\"text\":\"x\"}\n{\"answered\":\"a0\",\"text\":\"y\"}\n";
    let journal = journal(&Buffer::from(text.as_bytes()));
    assert_eq!(journal.damaged(), None);
    assert_eq!(lines(&journal), [("   ".to_owned(), [0, 1, 0, 0]), ("e  be ".to_owned(), [1, 1, 57, 0])]);
}

#[test]
fn a_key_depends_on_everything_that_could_change_the_answer_and_on_nothing_else() {
    let (be, uk) = (pair("en", "be"), pair("en", "uk"));
    let hint =
        |note: &str| Hint {
            source: "army".into(), target: "армія".into(), note: Some(note.into()), ..Hint::default()
        };
    let (old, new) = ([hint("old")], [hint("new")]);
    let background = [("style", "plain".to_owned())];
    let base = Parts {
        engine: "e",
        pair: &be,
        protection: 1,
        hints: &old,
        before: "b",
        after: "a",
        background: &[],
        source: "s",
    };
    for other in [
        Parts { engine: "f", ..base },
        Parts { pair: &uk, ..base },
        Parts { protection: 2, ..base },
        Parts { hints: &new, ..base },
        Parts { hints: &[], ..base },
        Parts { before: "", after: "ba", ..base },
        Parts { background: &background, ..base },
        Parts { source: "t", ..base },
    ] {
        assert_ne!(Key::of(&base), Key::of(&other), "{other:?}");
    }
    assert_eq!(Key::of(&base), Key::of(&base.clone()));
    assert_ne!(Key::of(&base), Key::of(&base).retry());
}

/// The two lines of an answered request.
fn answered(source: &str, text: &str) -> String {
    let memory = Buffer::default();
    let ledger = journal(&memory);
    ledger.record_requests(&[question(source)]).unwrap();
    ledger.record_answers(&[(key(source), text.to_owned())]).unwrap();
    String::from_utf8(memory.content()).unwrap()
}

#[test]
fn a_damaged_line_is_counted_and_named_and_what_is_whole_in_it_is_used() {
    let [one, two, three] = ["one", "two", "three"].map(|source| answered(source, &format!("адказ {source}")));
    let (asked, answer) = two.split_once('\n').unwrap();
    let cut = answer.get(..59).unwrap();
    let nuls = "\0".repeat(5000);
    // The content between the first answer and the third, the damaged lines and the first, and whether the second answer
    // is there.
    for (between, damaged, is_there) in [
        (two.clone(), None, true),
        (format!("\u{feff}{two}"), Some((1, 3)), true),
        (format!("rubbish\n{two}"), Some((1, 3)), true),
        (format!("{two}{{\"answered\":\"00\n[]\nnull\n{{}}\n"), Some((4, 5)), true),
        (format!("{asked}\n{cut}\n"), Some((1, 4)), false),
        // The next line was appended to one that was cut short.
        (format!("{asked}\n{cut}{answer}"), Some((1, 4)), true),
        (format!("{cut}{asked}\n{answer}"), Some((1, 3)), true),
        (format!("{nuls}{asked}\n{answer}"), Some((1, 3)), true),
        (format!("{asked}\n{nuls}{nuls}{answer}"), Some((1, 4)), true),
        (format!("{asked}\n{}{nuls}\n", answer.trim_end()), Some((1, 4)), true),
        (format!("{nuls}\n{nuls}\n"), Some((2, 3)), false),
    ] {
        let content = format!("{one}{between}{three}");
        let memory = Buffer::from(content.as_bytes());
        let ledger = journal(&memory);
        assert_eq!(ledger.damaged(), damaged, "{content}");
        let answers = ["one", "two", "three"].map(|source| ledger.answer(&key(source)));
        let expected = [Some("адказ one"), Some("адказ two").filter(|_| is_there), Some("адказ three")];
        assert_eq!(answers.each_ref().map(Option::as_deref), expected, "{content}");
        ledger.record_answers(&[(key("four"), "чатыры".to_owned())]).unwrap();
        assert_eq!(memory.content().get(..content.len()), Some(content.as_bytes()), "nothing is removed");
        assert_eq!(journal(&memory).answer(&key("four")).as_deref(), Some("чатыры"), "{content}");
    }
    // Bytes that are no text.
    let bytes = [one.as_bytes(), b"\xff\xfe{\"answered\":\n", three.as_bytes()].concat();
    let ledger = journal(&Buffer::from(bytes.as_slice()));
    assert_eq!((ledger.damaged(), ledger.answer(&key("three")).is_some()), (Some((1, 3)), true));
}

#[test]
fn lines_are_found_by_number_and_place_however_long_they_are() {
    let long = "я".repeat(9 << 20);
    let mut content = answered("first", "першы");
    content.push_str(&answered("long", &long));
    for number in 0..20_000 {
        content.push_str(&short(number));
    }
    content.push_str("rubbish\n");
    content.push_str(&answered("last", "апошні"));
    let ledger = journal(&Buffer::from(content.as_bytes()));
    assert_eq!(ledger.damaged(), Some((1, 4 + 20_000 + 1)));
    for (source, answer) in [("first", "першы"), ("long", &long), ("last", "апошні")] {
        assert!(ledger.answer(&key(source)).is_some_and(|found| found == answer), "{source}");
    }
    assert_eq!(ledger.answer(&Key::stored(format!("{:032x}", 19_999))).as_deref(), Some("адказ 19999"));
}

/// A short answer to a request whose line is lost.
fn short(number: usize) -> String {
    format!("{{\"answered\":\"{number:032x}\",\"text\":\"адказ {number}\"}}\n")
}

#[test]
fn nothing_is_requested_once_a_stored_answer_can_no_longer_be_read() {
    let memory = Buffer::default();
    journal(&memory).record_answers(&[(key("one"), "адзін".to_owned()), (key("two"), "два".to_owned())]).unwrap();
    let ledger = journal(&memory);
    memory.bytes.lock().unwrap()[3] = b'#';
    assert_eq!(ledger.answer(&key("two")).as_deref(), Some("два"));
    let before = memory.content();
    assert_eq!(ledger.answer(&key("one")), None);
    let error = ledger.record_requests(&[question("one")]).unwrap_err().to_string();
    assert_eq!(error, "the ledger cannot be written: its line at byte 0 has changed since it was opened");
    assert_eq!(memory.content(), before);
}

/// Memory that keeps the index of what is in it.
#[derive(Clone, Default)]
struct Indexed(Buffer, Arc<Mutex<Vec<u8>>>);

impl Storage for Indexed {
    fn length(&mut self) -> io::Result<u64> {
        self.0.length()
    }

    fn read_at(&mut self, offset: u64, buffer: &mut [u8]) -> io::Result<usize> {
        self.0.read_at(offset, buffer)
    }

    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.0.append(bytes)
    }

    fn sync(&mut self) -> io::Result<()> {
        self.0.sync()
    }

    fn keep_index(&mut self, index: &Index) {
        let mut kept = Vec::new();
        index.write(&mut kept, "stamp").unwrap();
        *self.1.lock().unwrap() = kept;
    }
}

proptest! {
    #![proptest_config(crate::support::config(256))]

    #[test]
    fn a_kept_index_says_what_the_journal_says(
        sessions in prop::collection::vec(prop::collection::vec((0..4, 0_usize..6), 0..12), 1..6),
        at in any::<prop::sample::Index>(),
    ) {
        let (memory, sources) = (Indexed::default(), ["one", "two", "three", "four", "five", "six"]);
        for acts in sessions {
            let kept = Index::read(&mut memory.1.lock().unwrap().as_slice(), "stamp");
            let ledger = Journal::open(Box::new(memory.clone()), kept).unwrap();
            for (act, at) in acts {
                let source = sources[at];
                match act {
                    0 => ledger.record_requests(&[question(source)]).unwrap(),
                    1 => ledger.record_requests(&[LedgerRequest { article: "navy".to_owned(), ..question(source) }]).unwrap(),
                    2 => ledger.record_answers(&[(key(source), format!("{source} {at}"))]).unwrap(),
                    _ => ledger.record_refusals(&[key(source).retry(), key(source)]).unwrap(),
                }
            }
        }
        let mut stored = memory.1.lock().unwrap().clone();
        prop_assert!(Index::read(&mut stored.as_slice(), "another").is_none());
        let kept = Index::read(&mut stored.as_slice(), "stamp").unwrap();
        let (by_index, read) = (Journal::open(Box::new(memory.clone()), Some(kept)).unwrap(), journal(&memory.0));
        prop_assert_eq!(lines(&by_index), lines(&read));
        prop_assert_eq!(by_index.in_doubt(), read.in_doubt());
        for source in sources {
            prop_assert_eq!(by_index.answer(&key(source)), read.answer(&key(source)));
        }
        // Damaged anywhere, or cut short, it is not used.
        let place = at.index(stored.len());
        prop_assert!(Index::read(&mut stored.get(..place).unwrap(), "stamp").is_none());
        stored[place] ^= 1;
        prop_assert!(Index::read(&mut stored.as_slice(), "stamp").is_none());
    }

    #[test]
    fn a_journal_torn_anywhere_keeps_its_whole_lines_and_accepts_more(cut in 0_usize..400) {
        let memory = Buffer::default();
        let first = journal(&memory);
        for (number, source) in ["one", "two", "three"].into_iter().enumerate() {
            first.record_requests(&[question(source)]).unwrap();
            first.record_answers(&[(key(source), format!("адказ {number}"))]).unwrap();
        }
        let whole = memory.content();
        let torn = whole[..cut.min(whole.len())].to_vec();
        let lines = torn.split(|byte| *byte == b'\n').count() - 1;
        let memory = Buffer::from(torn.as_slice());
        let second = journal(&memory);
        let stored = |journal: &Journal| ["one", "two", "three"].iter().filter(|s| journal.answer(&key(s)).is_some()).count();
        prop_assert!(stored(&second) >= lines / 2);
        prop_assert!(second.damaged().is_none_or(|(lines, _)| lines == 1));
        second.record_answers(&[(key("four"), "чатыры".to_owned())]).unwrap();
        let third = journal(&memory);
        prop_assert_eq!(third.answer(&key("four")), Some("чатыры".to_owned()));
        prop_assert_eq!(stored(&third), stored(&second));
    }

    #[test]
    fn doubts_are_on_the_bill_and_never_exceed_requests(acts in prop::collection::vec((0..3, 0_usize..4), 0..40)) {
        let (memory, sources) = (Buffer::default(), ["one", "two", "three", "four"]);
        let ledger = journal(&memory);
        for (act, at) in acts {
            let source = sources[at];
            match act {
                0 => ledger.record_requests(&[question(source)]).unwrap(),
                1 => ledger.record_answers(&[(key(source), "a".to_owned())]).unwrap(),
                _ => ledger.record_refusals(&[key(source)]).unwrap(),
            }
        }
        let [asked, in_doubt] = [0, 3].map(|at| lines(&ledger).iter().map(|(_, counts)| counts[at]).sum::<usize>());
        prop_assert!(ledger.in_doubt().len() <= in_doubt && in_doubt <= asked);
        prop_assert_eq!(lines(&journal(&memory)), lines(&ledger));
    }

    #[test]
    fn no_bytes_make_the_journal_panic(bytes in prop::collection::vec(any::<u8>(), 0..200)) {
        let _ = journal(&Buffer::from(bytes.as_slice())).in_doubt();
    }
}

#[test]
fn stored_answers_are_never_requested_again() {
    let (memory, clock) = (Buffer::default(), FakeClock::new());
    let run = |engine: &Scripted| {
        let journal = journal(&memory);
        let options = DriveOptions { ledger: Some(&journal), ..options(&clock) };
        drive(&[engine], &pair("en", "be"), &sentences(20), &options, &Stop::default())
    };
    let (first, second) = (Scripted::new(|_, texts| all_good(texts)), Scripted::new(|_, texts| all_good(texts)));
    let outcome = run(&first);
    assert_eq!((outcome.answers.len(), first.sizes()), (20, vec![8, 8, 4]));
    assert_eq!(run(&second), outcome);
    assert_eq!(second.sizes(), [0; 0]);
}

#[test]
fn an_unusable_answer_is_paid_for_twice_only_if_the_user_wants_it() {
    let (memory, clock) = (Buffer::default(), FakeClock::new());
    let run = |engine: &Scripted, again| {
        let journal = journal(&memory);
        let options = DriveOptions { ledger: Some(&journal), again, ..options(&clock) };
        drive(&[engine], &pair("en", "be"), &requests(&["One army.", "Two armies."]), &options, &Stop::default())
    };
    let bad = |_: usize, texts: &[String]| {
        let answer = |text: &String| Answer::Draft(if text.starts_with("One") { String::new() } else { good(text) });
        Ok(texts.iter().map(answer).collect())
    };
    let first = Scripted::new(bad);
    let outcome = run(&first, false);
    assert_eq!((outcome.rejected.len(), outcome.answers.len(), first.sizes()), (1, 1, vec![2, 1]));
    let second = Scripted::new(|_, texts| all_good(texts));
    assert_eq!(run(&second, false), outcome);
    assert_eq!(second.sizes(), [0; 0]);
    let third = Scripted::new(|_, texts| all_good(texts));
    assert_eq!((run(&third, true).answers.len(), third.sizes()), (2, vec![1]));
}

#[test]
fn a_run_that_died_before_the_second_try_resumes_with_it() {
    let (memory, clock) = (Buffer::default(), FakeClock::new());
    let run = |engine: &Scripted| {
        let journal = journal(&memory);
        let options = DriveOptions { ledger: Some(&journal), ..options(&clock) };
        drive(&[engine], &pair("en", "be"), &requests(&["One army.", "Two armies."]), &options, &Stop::default())
    };
    let dying = Scripted::new(|call, texts| match call {
        1 => Ok(texts.iter().map(|_| Answer::Draft(String::new())).collect()),
        _ => Err(BackendError::Quota { engine: "scripted".into(), detail: "empty".into() }),
    });
    let outcome = run(&dying);
    assert_eq!((outcome.unanswered.len(), outcome.error.map(|error| error.id())), (2, Some("quota")));
    let second = Scripted::new(|_, texts| all_good(texts));
    assert_eq!((run(&second).answers.len(), second.sizes()), (2, vec![1, 1]));
}

#[test]
fn a_request_is_recorded_before_the_call_and_stays_in_doubt_without_an_answer() {
    let (memory, clock) = (Buffer::default(), FakeClock::new());
    let seen = memory.clone();
    let engine = Scripted::new(move |_, _| {
        assert!(String::from_utf8(seen.content()).unwrap().contains("\"asked\""));
        Err(BackendError::Broken { engine: "scripted".into(), cause: "reset".into() })
    });
    let ledger = journal(&memory);
    let options = DriveOptions { ledger: Some(&ledger), article: "army", today: "2022-03-24", ..options(&clock) };
    let outcome = drive(&[&engine], &pair("en", "be"), &requests(&["One army."]), &options, &Stop::default());
    assert_eq!(outcome.unanswered, [id(1)]);
    let doubts = journal(&memory).in_doubt();
    assert_eq!((doubts.len(), doubts[0].segment.as_str(), doubts[0].characters), (1, "000000000001", 9));
    assert_eq!((doubts[0].article.as_str(), doubts[0].day.as_str()), ("army", "2022-03-24"));
}

#[test]
fn equal_texts_are_requested_once_and_each_gets_its_own_codes() {
    let (memory, clock) = (Buffer::default(), FakeClock::new());
    let ledger = journal(&memory);
    let engine = Scripted::new(|_, texts| all_good(texts));
    let mut texts = requests(&["See ⟦1⟧here⟦/1⟧.", "See ⟦1⟧here⟦/1⟧."]);
    texts[1].source.codes[0].1.markup = "other".to_owned();
    let options = DriveOptions { ledger: Some(&ledger), ..options(&clock) };
    let outcome = drive(&[&engine], &pair("en", "be"), &texts, &options, &Stop::default());
    assert_eq!(engine.sizes(), [1]);
    assert_eq!(outcome.answers[&id(1)].text.codes[0].1.markup, "<1>");
    assert_eq!(outcome.answers[&id(2)].text.codes[0].1.markup, "other");
}

/// A disk that is full after this many writes.
struct Full(usize);

impl Storage for Full {
    fn length(&mut self) -> io::Result<u64> {
        Ok(0)
    }

    fn read_at(&mut self, _: u64, _: &mut [u8]) -> io::Result<usize> {
        Ok(0)
    }

    fn append(&mut self, _: &[u8]) -> io::Result<()> {
        self.0 = self.0.checked_sub(1).ok_or_else(|| io::Error::other("no space left"))?;
        Ok(())
    }

    fn sync(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[test]
fn nothing_is_requested_unrecorded_and_earlier_answers_are_kept() {
    for (writes, calls, answers) in [(0, 0, 0), (1, 1, 8), (2, 1, 8), (3, 2, 16)] {
        let (clock, engine) = (FakeClock::new(), Scripted::new(|_, texts| all_good(texts)));
        let journal = Journal::open(Box::new(Full(writes)), None).unwrap();
        let options = DriveOptions { ledger: Some(&journal), ..options(&clock) };
        let outcome = drive(&[&engine], &pair("en", "be"), &sentences(20), &options, &Stop::default());
        assert_eq!((engine.sizes().len(), outcome.answers.len()), (calls, answers), "{writes}");
        let error = outcome.error.unwrap();
        assert!(error.id() == "ledger" && error.is_unfinished() && !hint(&error).is_empty());
    }
}

/// A disk that writes, and fails when it is to keep what was written.
pub(super) struct Forgetful {
    pub memory: Buffer,
    /// How many times it does not fail before.
    pub syncs: usize,
    /// Whether it fails once, and not from then on.
    pub is_once: bool,
}

impl Storage for Forgetful {
    fn length(&mut self) -> io::Result<u64> {
        self.memory.length()
    }

    fn read_at(&mut self, offset: u64, buffer: &mut [u8]) -> io::Result<usize> {
        self.memory.read_at(offset, buffer)
    }

    fn append(&mut self, bytes: &[u8]) -> io::Result<()> {
        self.memory.append(bytes)
    }

    fn sync(&mut self) -> io::Result<()> {
        let is_now = self.syncs == 0;
        self.syncs = if is_now && self.is_once { usize::MAX } else { self.syncs.saturating_sub(1) };
        if is_now { Err(io::Error::other("input/output error")) } else { Ok(()) }
    }

    fn truncate(&mut self, length: u64) -> io::Result<()> {
        self.memory.bytes.lock().unwrap().truncate(usize::try_from(length).unwrap());
        Ok(())
    }
}

#[test]
fn what_was_not_sent_because_it_could_not_be_recorded_is_not_in_doubt() {
    for (syncs, calls, in_doubt) in [(0, 0, 0), (1, 1, 0), (2, 1, 0), (3, 2, 0)] {
        let (clock, engine, memory) = (FakeClock::new(), Scripted::new(|_, texts| all_good(texts)), Buffer::default());
        let journal =
            Journal::open(Box::new(Forgetful { memory: memory.clone(), syncs, is_once: false }), None).unwrap();
        let options = DriveOptions { ledger: Some(&journal), ..options(&clock) };
        let outcome = drive(&[&engine], &pair("en", "be"), &sentences(20), &options, &Stop::default());
        assert_eq!((engine.sizes().len(), outcome.error.unwrap().id()), (calls, "ledger"), "{syncs}");
        let again = self::journal(&memory);
        assert_eq!((again.in_doubt().len(), again.damaged()), (in_doubt, None), "{syncs}");
        // Answers that may be lost are there all the same.
        assert_eq!(again.bill().iter().map(|bill| bill.answered).sum::<usize>(), outcome.answers.len(), "{syncs}");
    }
}

#[test]
fn a_hint_that_does_not_reach_the_engine_does_not_change_the_key() {
    let (memory, clock) = (Buffer::default(), FakeClock::new());
    let run = |engine: &Scripted, note: &str| {
        let journal = journal(&memory);
        let mut sent = request(1, "One army.");
        sent.hints = vec![Hint { source: "army".into(), target: note.into(), ..Hint::default() }];
        let options = DriveOptions { ledger: Some(&journal), ..options(&clock) };
        let _ = drive(&[engine], &pair("en", "be"), &[sent], &options, &Stop::default());
    };
    let mut engine = Scripted::new(|_, texts| all_good(texts));
    run(&engine, "армія");
    run(&engine, "войска");
    assert_eq!(engine.sizes(), [1]);
    engine.capabilities.hints = true;
    run(&engine, "армія");
    run(&engine, "войска");
    assert_eq!(engine.sizes(), [1, 1, 1]);
}

#[test]
fn a_text_that_an_engine_declines_is_asked_for_twice_and_in_no_later_run() {
    type Behave = fn(&[String], RejectionReason) -> Result<Vec<Answer>, BackendError>;
    let refusal = || RejectionReason::Failed { detail: "I cannot".to_owned() };
    let whole: Behave =
        |_, _| Err(BackendError::Declined { engine: "scripted".to_owned(), detail: "I cannot".to_owned() });
    let each: Behave = |texts, reason| Ok(texts.iter().map(|_| Answer::Rejected { reason: reason.clone() }).collect());
    for behave in [whole, each] {
        let storage = Buffer::default();
        for expected in [true, false, false] {
            let journal = Journal::open(Box::new(storage.clone()), None).unwrap();
            let engine = Scripted::new(move |_, texts| behave(texts, refusal()));
            let clock = FakeClock::new();
            let options = DriveOptions { ledger: Some(&journal), ..options(&clock) };
            let outcome = drive(&[&engine], &pair("en", "be"), &sentences(1), &options, &Stop::default());
            assert!(outcome.answers.is_empty());
            assert_eq!(!engine.sizes().is_empty(), expected, "{outcome:?}");
            assert!(journal.in_doubt().is_empty(), "it has been answered");
        }
    }
}
