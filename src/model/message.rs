//! Messages of the tool before they are worded: id and arguments.

use serde::Serialize;

/// The arguments of a message, by name.
pub type Args = Vec<(&'static str, Arg)>;

/// An argument of a message.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Arg {
    /// Text, shown as it is; empty text is shown as a dash.
    Text(String),
    /// A number: selects the plural form and is grouped (10 000).
    Count(u64),
    /// Another message, in the language of the enclosing one.
    Message(Message),
}

/// A message by its id in `locales/*/*.ftl`, with its arguments.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize)]
pub struct Message {
    /// Its id (`hint-own-id`).
    pub id: &'static str,
    /// Its arguments: exactly those that the message names.
    pub args: Args,
}

impl Message {
    /// A message without arguments.
    #[must_use]
    pub const fn new(id: &'static str) -> Self {
        Self { id, args: Args::new() }
    }

    /// Returns the message with one more argument.
    #[must_use]
    pub fn with(mut self, name: &'static str, value: impl Into<Arg>) -> Self {
        self.args.push((name, value.into()));
        self
    }
}

impl Arg {
    /// Returns the text; `None` for a count or a message.
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
