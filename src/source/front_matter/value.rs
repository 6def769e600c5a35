//! Keys and values of front matter.

/// An article's front matter: its keys in their order.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct FrontMatter {
    /// The top-level keys with their values.
    pub entries: Vec<FrontEntry>,
}

/// A key of the front matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FrontEntry {
    /// Its name.
    pub key: String,
    /// What it is set to.
    pub value: FrontValue,
    /// The line of the file on which it stands, from 1.
    pub line: usize,
}

/// A value of the front matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FrontValue {
    /// Words: written so that they are read as a string.
    Text(String),
    /// A number, date, boolean or null, as it is spelled.
    Plain(String),
    /// A list.
    List(Vec<FrontValue>),
    /// Keys with values.
    Map(Vec<(String, FrontValue)>),
}

impl FrontMatter {
    /// The value of a top-level key.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&FrontValue> {
        self.entries.iter().find(|entry| entry.key == key).map(|entry| &entry.value)
    }

    /// The value of a top-level key that is no list or map.
    #[must_use]
    pub fn text(&self, key: &str) -> Option<&str> {
        self.get(key).and_then(FrontValue::as_str)
    }
}

impl FrontValue {
    /// The words or the spelling of a single value.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::Text(text) | Self::Plain(text) => Some(text),
            Self::List(_) | Self::Map(_) => None,
        }
    }

    /// The single values in it: a list's items, or the value itself (`tags: a` and `tags: [a]` say the same).
    #[must_use]
    pub fn items(&self) -> Vec<&str> {
        match self {
            Self::List(items) => items.iter().filter_map(Self::as_str).collect(),
            single => single.as_str().into_iter().collect(),
        }
    }
}
