//! What a disk that fails in the middle of a run does to the ledger.

use tolmach::{
    backend::{DriveOptions, Stop, drive},
    ledger::{Journal, Ledger},
};

use super::{Buffer, FakeClock, Scripted, all_good, ledger::Forgetful, options, pair, requests};

#[test]
fn after_an_answer_that_may_not_be_on_disk_no_article_of_the_run_asks_for_anything() {
    let (clock, memory, pair) = (FakeClock::new(), Buffer::default(), pair("en", "be"));
    // The question is on disk, the answer perhaps not.
    let storage = Forgetful { memory: memory.clone(), syncs: 1, is_once: true };
    let ledger = Journal::open(Box::new(storage), None).unwrap();
    let engine = Scripted::new(|_, texts| all_good(texts));
    let options = DriveOptions { ledger: Some(&ledger), ..options(&clock) };
    let ask = |texts: &[&str]| drive(&[&engine], &pair, &requests(texts), &options, &Stop::default());
    let first = ask(&["The army stays."]);
    assert_eq!((first.answers.len(), first.error.unwrap().id()), (1, "ledger"), "what is paid for is used");
    for texts in [["The army stays."], ["Nobody has asked us."]] {
        let next = ask(&texts);
        assert_eq!((next.answers.len(), next.error.unwrap().id()), (0, "ledger"));
    }
    assert_eq!(engine.sizes(), [1]);
    // It was written after all.
    let again = Journal::open(Box::new(memory), None).unwrap();
    let options = DriveOptions { ledger: Some(&again), ..options };
    let outcome = drive(&[&engine], &pair, &requests(&["The army stays."]), &options, &Stop::default());
    assert_eq!((outcome.answers.len(), outcome.error, engine.sizes().len()), (1, None, 1));
    assert!(again.in_doubt().is_empty());
}
