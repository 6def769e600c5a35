//! A translation memory of any tool: what is read is written and read again as the same.
#![no_main]
#![allow(missing_docs, reason = "a fuzz target is a program")]

use libfuzzer_sys::fuzz_target;
use tolmach::memory::tmx;

fuzz_target!(|text: &str| {
    let Ok(read) = tmx::read(text) else { return };
    let written = tmx::write(&read.value);
    let mut again = tmx::read(&written).expect("what was written is read").value;
    let mut first = read.value;
    for unit in again.units.iter_mut().chain(&mut first.units) {
        // Codes that another tool names are numbered anew each time.
        let codes = unit.variants.iter_mut().flat_map(|(_, text)| &mut text.codes);
        codes.for_each(|(_, code)| code.id = 0);
    }
    assert_eq!(again.units, first.units, "{written}");
});
