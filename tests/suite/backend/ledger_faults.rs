//! What a disk that fails in the middle of a run does to the ledger.

use std::io;

use tolmach::{
    backend::{DriveOptions, Stop, drive},
    ledger::{Journal, Ledger, Storage},
};

use super::{Buffer, FakeClock, Scripted, all_good, options, pair, requests};

/// A storage whose sync fails once.
struct Faltering {
    memory: Buffer,
    /// The syncs before that one.
    left: usize,
}

impl Storage for Faltering {
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
        let is_now = self.left == 0;
        self.left = self.left.checked_sub(1).unwrap_or(usize::MAX);
        if is_now { Err(io::Error::other("input/output error")) } else { Ok(()) }
    }
}

#[test]
fn after_an_answer_that_may_not_be_on_disk_no_article_of_the_run_asks_for_anything() {
    let (clock, memory, pair) = (FakeClock::new(), Buffer::default(), pair("en", "be"));
    // The question is on disk, the answer perhaps not.
    let storage = Faltering { memory: memory.clone(), left: 1 };
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
