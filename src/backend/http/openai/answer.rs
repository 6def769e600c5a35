//! The answer of a model: a text for each segment, by its id.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;

use super::body::Format;

/// A completion as the server returns it.
#[derive(Deserialize)]
pub(super) struct Completion {
    choices: Vec<Choice>,
}

/// What the server counts for the bill; of any form, since nothing else depends on it.
#[derive(Deserialize)]
pub(super) struct TokenUsage {
    #[serde(default)]
    usage: Value,
}

#[derive(Deserialize)]
struct Choice {
    #[serde(default)]
    finish_reason: Option<String>,
    message: ChoiceMessage,
}

#[derive(Deserialize)]
struct ChoiceMessage {
    #[serde(default)]
    content: Option<String>,
    #[serde(default)]
    refusal: Option<String>,
}

/// What a completion is.
pub(super) enum Answered {
    /// A text to read.
    Text(String),
    /// A text that ends where the tokens ended.
    CutOff,
    /// No text, because the model or the server does not want to.
    Declined(String),
}

impl TokenUsage {
    /// The tokens of question and answer, where the server says how many there were.
    pub(super) fn tokens(&self) -> Option<usize> {
        let count = |name: &str| self.usage.get(name).and_then(Value::as_u64);
        let sum = || Some(count("prompt_tokens")?.saturating_add(count("completion_tokens")?));
        usize::try_from(count("total_tokens").or_else(sum)?).ok()
    }
}

impl Completion {
    /// What it is; `None` where it has no choice.
    pub(super) fn outcome(self) -> Option<Answered> {
        let choice = self.choices.into_iter().next()?;
        let refusal = choice.message.refusal.filter(|refusal| !refusal.trim().is_empty());
        Some(match (choice.finish_reason.as_deref(), refusal) {
            (_, Some(refusal)) => Answered::Declined(refusal),
            (Some("content_filter"), None) => Answered::Declined("its content filter stopped the answer".to_owned()),
            (Some("length"), None) => Answered::CutOff,
            _ => Answered::Text(choice.message.content.unwrap_or_default()),
        })
    }
}

/// The texts by id, each as often as it came.
pub(super) type Texts = BTreeMap<usize, Vec<String>>;

/// Reads the texts of an answer to `count` segments; `None` where there is not one.
pub(super) fn texts(answer: &str, format: Format, count: usize) -> Option<Texts> {
    let answer = unwrapped(answer);
    let texts = match format {
        Format::Schema | Format::Object => entries(&serde_json::from_str(answer).ok()?),
        Format::Lines => lines(answer, count),
    };
    let texts: Texts = texts.into_iter().filter(|(id, _)| (1..=count).contains(id)).collect();
    (!texts.is_empty()).then_some(texts)
}

/// An answer without the thoughts before it and the fence around it, in which models put JSON in spite of everything.
fn unwrapped(answer: &str) -> &str {
    let mut answer = answer.trim();
    if answer.starts_with("<think>") {
        answer = answer.split_once("</think>").map_or(answer, |(_, rest)| rest.trim());
    }
    let fenced = answer.strip_prefix("```").and_then(|rest| rest.strip_suffix("```"));
    let fenced = fenced.and_then(|rest| rest.split_once('\n')).map(|(_, inner)| inner.trim());
    fenced.unwrap_or(answer)
}

/// The texts in JSON: a list of objects with `id` and `text`, by itself or as `translations`.
fn entries(value: &Value) -> Texts {
    let mut texts = Texts::new();
    let list = value.get("translations").unwrap_or(value);
    for entry in list.as_array().into_iter().flatten() {
        let id = match entry.get("id") {
            Some(Value::String(id)) => id.trim().parse().ok(),
            Some(id) => id.as_u64().and_then(|id| usize::try_from(id).ok()),
            None => None,
        };
        if let (Some(id), Some(text)) = (id, entry.get("text").and_then(Value::as_str)) {
            texts.entry(id).or_default().push(text.to_owned());
        }
    }
    texts
}

/// The texts in lines `1: …`. What stands below one belongs to it, so that nothing is lost without a word.
fn lines(answer: &str, count: usize) -> Texts {
    let mut texts = Texts::new();
    let mut last = None;
    for line in answer.lines() {
        let digits: String = line.trim_start().chars().take_while(char::is_ascii_digit).collect();
        let rest = line.trim_start().strip_prefix(digits.as_str()).unwrap_or_default();
        let text = rest.strip_prefix([':', '\t', '.', ')']);
        let id = digits.parse::<usize>().ok().filter(|id| (1..=count).contains(id));
        match (id, text, last) {
            (Some(id), Some(text), _) => {
                texts.entry(id).or_default().push(text.trim().to_owned());
                last = Some(id);
            }
            (_, _, Some(id)) if !line.trim().is_empty() => {
                if let Some(text) = texts.get_mut(&id).and_then(|texts| texts.last_mut()) {
                    text.push('\n');
                    text.push_str(line.trim());
                }
            }
            _ => {}
        }
    }
    texts
}
