//! Questions about a glossary that a person answers on a terminal.

use std::io::{BufRead, IsTerminal, Write, stdin, stdout};

use crate::{
    cli::{app::App, exit::Failure, output::field},
    desk::glossary::{ClassAnswer, OpenClass},
    messages::Value,
};

/// What was typed at a question.
pub(super) enum Typed {
    Yes,
    No,
    Skip,
    Quit,
    /// The number of a choice, from 1.
    Number(usize),
    /// Nothing that is known.
    Other,
    /// The end of the input.
    End,
}

impl Typed {
    /// Reads a line of the input: the signs that the question shows, or the user's own words for yes and no.
    pub(super) fn read(app: &App, input: &mut impl BufRead) -> Result<Self, Failure> {
        let mut line = Vec::new();
        if input.read_until(b'\n', &mut line)? == 0 {
            return Ok(Self::End);
        }
        let says = |message: &str, typed: &str| app.say(message, &[]).split_whitespace().any(|word| word == typed);
        Ok(match String::from_utf8_lossy(&line).trim().to_lowercase().as_str() {
            "y" | "yes" => Self::Yes,
            "n" | "no" => Self::No,
            typed if says("typed-yes", typed) => Self::Yes,
            typed if says("typed-no", typed) => Self::No,
            "s" | "skip" | "" => Self::Skip,
            "q" | "quit" => Self::Quit,
            other => other.parse().map_or(Self::Other, Self::Number),
        })
    }
}

/// Questions about open classes: asked only where a person sees them and can answer, elsewhere the classes stay open.
pub(super) struct Questions<'a> {
    app: &'a App,
    pub(super) is_terminal: bool,
}

impl<'a> Questions<'a> {
    pub(super) fn new(app: &'a App) -> Self {
        Self { app, is_terminal: stdin().is_terminal() && stdout().is_terminal() }
    }

    /// Asks until there is an answer; the end of the input quits.
    pub(super) fn ask(&mut self, open: &OpenClass) -> Result<ClassAnswer, Failure> {
        if !self.is_terminal {
            return Ok(ClassAnswer::Skip);
        }
        self.show(open)?;
        let is_yes_or_no = open.question.is_yes_or_no();
        let answers = if is_yes_or_no { "class-answers-yes" } else { "class-answers-number" };
        loop {
            let mut out = self.app.out();
            write!(out, "{} ", Self::signs(open))?;
            out.flush()?;
            let choice = match Typed::read(self.app, &mut stdin().lock())? {
                Typed::Yes => open.answer(true),
                Typed::No => open.answer(false),
                Typed::Number(number) if !is_yes_or_no => number.checked_sub(1).and_then(|at| open.choices.get(at)),
                Typed::Skip => return Ok(ClassAnswer::Skip),
                Typed::Quit => return Ok(ClassAnswer::Quit),
                Typed::End => {
                    writeln!(out)?;
                    out.flush()?;
                    return Ok(ClassAnswer::Quit);
                }
                Typed::Number(_) | Typed::Other => None,
            };
            if let Some(choice) = choice {
                return Ok(ClassAnswer::Class(choice.class.clone()));
            }
            writeln!(out, "{}", self.app.say(answers, &[]))?;
            out.flush()?;
        }
    }

    /// Prints the question with its choices, each with the phrases that show its forms.
    fn show(&self, open: &OpenClass) -> Result<(), Failure> {
        let name = [("name", Value::Text(&open.wording))];
        let question = self.app.say(&format!("class-question-{}", open.question.as_str()), &name);
        let mut out = self.app.out();
        writeln!(out, "\n{}  {}  [{}]\n{question}", open.locale, field(&open.wording), field(&open.concept))?;
        for (at, choice) in open.choices.iter().enumerate() {
            let sign = match open.question.is_yes_or_no() {
                true if choice.is_yes => "y".to_owned(),
                true => "n".to_owned(),
                false => (at + 1).to_string(),
            };
            writeln!(out, "  {sign}  {}  ({})", field(&choice.phrase), field(&choice.class))?;
        }
        Ok(out.flush()?)
    }

    fn signs(open: &OpenClass) -> String {
        let numbers = (1..=open.choices.len()).map(|number| number.to_string());
        let choices: Vec<String> =
            if open.question.is_yes_or_no() { vec!["y".to_owned(), "n".to_owned()] } else { numbers.collect() };
        format!("[{}/s/q]", choices.join("/"))
    }
}
