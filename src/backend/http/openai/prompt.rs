//! The instructions for a model: a template that a project, or a user, may replace.

use std::collections::BTreeMap;

use minijinja::{Environment, UndefinedBehavior, context};
use sha2::{Digest, Sha256};

use crate::model::{Hinted, Locale, Message, Pair};

/// The name of the template.
const NAME: &str = "translate.txt";
const BUILT_IN: &str = include_str!("translate.txt");

/// Steps in rendering a template: some hundred times those of the built-in one.
const MAX_STEPS: u64 = 50_000;
/// The most bytes that it may render: they go with every request.
const MAX_BYTES: usize = 64 * 1024;

/// The instructions for a model.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Prompt {
    text: String,
    /// The English names of languages, by tag.
    names: BTreeMap<String, String>,
}

/// A template that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{name}:{line}: {problem}")]
pub struct PromptError {
    /// The file's name.
    pub name: String,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub problem: String,
}

impl Hinted for PromptError {
    fn hint(&self) -> Option<Message> {
        Some(Message::new("hint-prompt"))
    }

    fn all() -> Vec<Self> {
        vec![Self { name: NAME.to_owned(), line: 1, problem: "unknown".to_owned() }]
    }
}

impl Default for Prompt {
    /// The built-in one.
    fn default() -> Self {
        Self { text: BUILT_IN.to_owned(), names: BTreeMap::new() }
    }
}

impl Prompt {
    /// A template of the project's or the user's own; `name` is its file, for errors. Fails where it cannot be rendered.
    pub fn new(name: &str, text: &str) -> Result<Self, PromptError> {
        let prompt = Self { text: text.to_owned(), ..Self::default() };
        let pair = Pair { source: Locale::english(), target: Locale::undetermined() };
        for style in ["", "plain"] {
            let error = |error: minijinja::Error| PromptError {
                name: name.to_owned(),
                line: error.line().unwrap_or(1),
                problem: error.detail().map_or_else(|| error.kind().to_string(), str::to_owned),
            };
            let rendered = prompt.try_render(&pair, style).map_err(error)?;
            if rendered.len() > MAX_BYTES {
                let problem = format!("it makes {} bytes, and a prompt may have {MAX_BYTES}", rendered.len());
                return Err(PromptError { name: name.to_owned(), line: 1, problem });
            }
        }
        Ok(prompt)
    }

    /// The same with the names of languages, by tag; a language without one is called by its tag.
    #[must_use]
    pub fn with_names(self, names: BTreeMap<String, String>) -> Self {
        Self { names, ..self }
    }

    /// A number that changes with the template.
    #[must_use]
    pub fn version(&self) -> String {
        let digest = Sha256::digest(self.text.as_bytes());
        let number = digest.iter().take(8).fold(0_u64, |number, byte| number << 8 | u64::from(*byte));
        format!("{number:016x}")
    }

    /// The instructions for a pair.
    #[must_use]
    pub fn render(&self, pair: &Pair, style: &str) -> String {
        // It has been rendered once, with the same names.
        self.try_render(pair, style).unwrap_or_default()
    }

    fn try_render(&self, pair: &Pair, style: &str) -> Result<String, minijinja::Error> {
        let mut environment = Environment::new();
        environment.set_undefined_behavior(UndefinedBehavior::Strict);
        environment.set_fuel(Some(MAX_STEPS));
        environment.add_template(NAME, &self.text)?;
        let language = |locale: &Locale| {
            let tag = locale.to_string();
            let name = self.names.get(&tag).or_else(|| self.names.get(locale.language())).cloned();
            context! { name => name.unwrap_or_else(|| tag.clone()), tag }
        };
        let context = context! { source => language(&pair.source), target => language(&pair.target), style };
        environment.get_template(NAME)?.render(context)
    }
}
