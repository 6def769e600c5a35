//! Pseudo-translation: accented, longer text between marks, which exposes text that is not translatable yet.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{
    Answer, Backend, BackendError, Capabilities, EngineFacts, EngineSettings, Limits, Opened, Reach, Request, Setup,
    Stop, lookup::IN_PROCESS, verbatim,
};
use crate::model::{CodeKind, Pair, Target, Text};

/// Pseudo-translation: deterministic, free and easy to spot, for testing layouts and finding untranslated text.
#[derive(Debug, Clone, Copy, Default)]
pub struct Pseudo;

/// Settings of pseudo-translation: none.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(super) struct PseudoSettings {}

impl EngineSettings for PseudoSettings {
    const FACTS: EngineFacts = EngineFacts {
        kind: "pseudo",
        help: "no translation at all: accented, longer text that shows what an edition would look like",
        reach: Reach::Inside,
        placeholder: true,
    };

    fn open(self, _: Setup<'_>) -> Result<Opened, BackendError> {
        Ok(Opened::Backend(Box::new(Pseudo)))
    }
}

impl Backend for Pseudo {
    fn name(&self) -> &'static str {
        "pseudo"
    }

    fn capabilities(&self, _: &Pair) -> Capabilities {
        IN_PROCESS
    }

    fn limits(&self) -> Limits {
        Limits::NONE
    }

    fn translate(&self, _: &Pair, batch: &[Request], _: &Stop) -> Result<Vec<Answer>, BackendError> {
        let draft = |request: &Request| Answer::Ready(Target::draft(pseudo(&request.source), self.name().to_owned()));
        Ok(batch.iter().map(draft).collect())
    }
}

/// Padding of the text: English is short, and its translations are some 30 % longer.
const PADDING: &str = "öñḗ ŧŵö ŧħŗḗḗ ƒöŭř ƒîṽḗ şîẋ şḗṽḗñ ḗîĝħŧ ñîñḗ ŧḗñ";

/// Returns the text between `⟪` and `⟫` (no markup in any format), with letters accented and some 30 % longer; codes,
/// figures and addresses are unchanged.
#[must_use]
pub fn pseudo(source: &Text) -> Text {
    let mut text = Text { prose: String::new(), codes: Vec::with_capacity(source.codes.len()) };
    let mut codes = source.codes.iter().peekable();
    // A single code at the beginning says what the text is: the checkbox of a task, a picture.
    while let Some((_, code)) = codes.next_if(|(offset, code)| *offset == 0 && code.kind == CodeKind::Single) {
        text.codes.push((0, code.clone()));
    }
    text.prose.push('⟪');
    let mut addresses = verbatim(&source.prose).into_iter().peekable();
    for (at, c) in source.prose.char_indices() {
        while let Some((_, code)) = codes.next_if(|(offset, _)| *offset <= at) {
            text.codes.push((text.prose.len(), code.clone()));
        }
        while addresses.next_if(|span| span.end <= at).is_some() {}
        let is_address = addresses.peek().is_some_and(|span| span.contains(&at));
        text.prose.push(if is_address { c } else { accented(c) });
    }
    text.codes.extend(codes.map(|(_, code)| (text.prose.len(), code.clone())));
    let extra = source.prose.chars().count() * 3 / 10;
    if extra > 1 {
        text.prose.push(' ');
        let padding = PADDING.chars().chain([' ']).cycle().take(extra - 1).collect::<String>();
        text.prose.push_str(padding.trim_end());
    }
    text.prose.push('⟫');
    text
}

/// A letter of the Latin alphabet with a diacritic; anything else unchanged.
fn accented(c: char) -> char {
    const PLAIN: &str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    const ACCENTED: &str = "àƀćđḗƒĝħîĵķłɱñöƥɋŗşŧŭṽŵẋÿžÀƁĆĐḖƑĜĦÎĴĶŁṀÑÖƤɊŖŞŦŬṼŴẊŸŽ";
    let index = PLAIN.chars().position(|plain| plain == c);
    index.and_then(|index| ACCENTED.chars().nth(index)).unwrap_or(c)
}
