//! Problems as enums, and what the tool says of them: the ids and arguments of messages, never their words.

use serde::Serialize;

use super::Locale;

/// What can be wrong under one rule; implemented by one enum in the file of the code that reports it.
///
/// A [`Finding`](super::Finding) is made of nothing else. Each variant has a message of its own, `finding-<id>`, in every
/// `locales/*/findings.ftl`; `tests/suite/problems.rs` renders [`Problem::all`] in each of them and accepts no message
/// that is missing, and no argument that only one side knows.
pub trait Problem: Sized {
    /// Stable id of the rule (`codes`), as JSON, settings and `tolmach explain` have it.
    fn rule(&self) -> &'static str;

    /// Which problem it is: the id of its message behind `finding-` (`codes-twice`); the rule's id where the rule has
    /// one problem only.
    fn id(&self) -> &'static str;

    /// The arguments of the message: exactly those that it names.
    fn args(&self) -> Args {
        Args::new()
    }

    /// What to do about it, where there is more to say than a fix: a message `hint-…`.
    fn hint(&self) -> Option<Message> {
        None
    }

    /// One value of every variant, and of every shape of its arguments that a message or a hint is chosen by.
    fn all() -> Vec<Self>;
}

/// The arguments of a message, by name.
pub type Args = Vec<(&'static str, Arg)>;

/// An argument of a message.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Arg {
    /// Words, written as they are; a dash stands for empty ones.
    Text(String),
    /// How many: chooses the plural form and is grouped (10 000).
    Count(u64),
    /// Another message, in the language of the one around it.
    Message(Message),
}

/// A message by its id in `locales/*/*.ftl`, with its arguments.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Message {
    /// Its id (`hint-own-id`).
    pub id: &'static str,
    /// Its arguments: exactly those that it names.
    pub args: Args,
}

impl Message {
    /// A message without arguments.
    #[must_use]
    pub const fn new(id: &'static str) -> Self {
        Self { id, args: Args::new() }
    }

    /// The same message with one more argument.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }
}

impl Arg {
    /// The words; `None` for a count or a message.
    #[must_use]
    pub fn text(&self) -> Option<&str> {
        match self {
            Self::Text(text) => Some(text),
            Self::Count(_) | Self::Message(_) => None,
        }
    }
}

impl From<&str> for Arg {
    fn from(text: &str) -> Self {
        Self::Text(text.to_owned())
    }
}

impl From<&String> for Arg {
    fn from(text: &String) -> Self {
        Self::Text(text.clone())
    }
}

impl From<String> for Arg {
    fn from(text: String) -> Self {
        Self::Text(text)
    }
}

impl From<&Locale> for Arg {
    fn from(locale: &Locale) -> Self {
        Self::Text(locale.to_string())
    }
}

impl From<usize> for Arg {
    fn from(count: usize) -> Self {
        Self::Count(u64::try_from(count).unwrap_or(u64::MAX))
    }
}

impl From<Message> for Arg {
    fn from(message: Message) -> Self {
        Self::Message(message)
    }
}
