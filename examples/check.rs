//! Checks a single translation: `cargo run --example check -- be "It has 12 doors." "У ім 21 дзверы."`
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "examples print their results")]

use std::error::Error;

use tolmach::{
    desk::{Desk, PairChecker, PairToCheck, Registries},
    messages::Messages,
    model::Locale,
};

fn main() -> Result<(), Box<dyn Error>> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (locale, source, target) = match arguments.as_slice() {
        [locale, source, target] => (locale.as_str(), source.as_str(), target.as_str()),
        _ => ("be", "It has 12 doors.", "У ім 21 дзверы."),
    };
    let desk = Desk::open(None, &Registries::built_in())?;
    let words = Messages::embedded(&Locale::english());
    let locale = locale.parse()?;
    let pair = PairToCheck { locale: &locale, source, target, is_markdown: false };
    for pair_finding in PairChecker::new(&desk).check_all(&[pair]).into_iter().flatten() {
        println!("{}: {}", pair_finding.finding.rule(), words.finding(&pair_finding.finding));
    }
    Ok(())
}
