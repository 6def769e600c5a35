//! Pseudo-translation: accented, longer text between marks, which shows what is not translatable yet.

use schemars::JsonSchema;
use serde::Deserialize;

use super::{
    Answer, Backend, BackendError, Capabilities, EngineFacts, EngineSettings, Limits, Opened, Reach, Request, Setup,
    Stop, lookup::OURS, verbatim,
};
use crate::model::{CodeKind, Pair, Target, Text};

/// Pseudo-translation: deterministic, free, and plain to see, for trying layouts and finding what was left out.
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
        OURS
    }

    fn limits(&self) -> Limits {
        Limits::NONE
    }

    fn translate(&self, _: &Pair, batch: &[Request], _: &Stop) -> Result<Vec<Answer>, BackendError> {
        let draft = |request: &Request| Answer::Ready(Target::draft(pseudo(&request.source), self.name().to_owned()));
        Ok(batch.iter().map(draft).collect())
    }
}

/// What the text grows by: English is short, and its translations are some 30 % longer.
const PADDING: &str = "öñḗ ŧŵö ŧħŗḗḗ ƒöŭř ƒîṽḗ şîẋ şḗṽḗñ ḗîĝħŧ ñîñḗ ŧḗñ";

/// The text between `⟪` and `⟫` (no markup in any format), letters accented, some 30 % longer; codes, figures and
/// addresses as they are.
#[must_use]
pub fn pseudo(source: &Text) -> Text {
    let mut text = Text { prose: String::new(), codes: Vec::with_capacity(source.codes.len()) };
    let mut codes = source.codes.iter().peekable();
    // What stands alone at the beginning says what the text is: the box of a task, a picture.
    while let Some((_, code)) = codes.next_if(|(offset, code)| *offset == 0 && code.kind == CodeKind::Single) {
        text.codes.push((0, code.clone()));
    }
    text.prose.push('⟪');
    let mut kept = verbatim(&source.prose).into_iter().peekable();
    for (at, c) in source.prose.char_indices() {
        while let Some((_, code)) = codes.next_if(|(offset, _)| *offset <= at) {
            text.codes.push((text.prose.len(), code.clone()));
        }
        while kept.next_if(|span| span.end <= at).is_some() {}
        let address = kept.peek().is_some_and(|span| span.contains(&at));
        text.prose.push(if address { c } else { accented(c) });
    }
    text.codes.extend(codes.map(|(_, code)| (text.prose.len(), code.clone())));
    let more = source.prose.chars().count() * 3 / 10;
    if more > 1 {
        text.prose.push(' ');
        let padding = PADDING.chars().chain([' ']).cycle().take(more - 1).collect::<String>();
        text.prose.push_str(padding.trim_end());
    }
    text.prose.push('⟫');
    text
}

/// A letter of the Latin alphabet with a sign on it; anything else as it is.
fn accented(c: char) -> char {
    const PLAIN: &str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
    const ACCENTED: &str = "àƀćđḗƒĝħîĵķłɱñöƥɋŗşŧŭṽŵẋÿžÀƁĆĐḖƑĜĦÎĴĶŁṀÑÖƤɊŖŞŦŬṼŴẊŸŽ";
    let place = PLAIN.chars().position(|plain| plain == c);
    place.and_then(|place| ACCENTED.chars().nth(place)).unwrap_or(c)
}
