//! A translation memory of any tool: what is read is written and read again as the same.
#![no_main]
#![allow(missing_docs, reason = "a fuzz target is a program")]

use libfuzzer_sys::fuzz_target;
use tolmach::memory::tmx;

fuzz_target!(|text: &str| {
    let Ok(read) = tmx::read(text) else { return };
    let written = tmx::write(&read.value);
    let again = tmx::read(&written).expect("what was written is read");
    assert_eq!(again.value.units, read.value.units, "{written}");
});
