//! Splits text into sentences: `cargo run --example segment -- be "Ён прыехаў у г. Гомель. Было позна."`
#![allow(clippy::print_stdout, clippy::print_stderr, reason = "examples print their results")]

use std::error::Error;

use tolmach::{
    desk::{Desk, Registries, Splitter},
    model::Locale,
};

fn main() -> Result<(), Box<dyn Error>> {
    let mut arguments = std::env::args().skip(1);
    let locale: Locale = arguments.next().as_deref().unwrap_or("en").parse()?;
    let text = arguments.next().unwrap_or_else(|| "It was late, about 10 p.m. Mr. Smith left.".to_owned());
    let desk = Desk::open(None, &Registries::built_in())?;
    for sentence in Splitter::new(&desk).split(&locale, &text)? {
        println!("{sentence}");
    }
    Ok(())
}
