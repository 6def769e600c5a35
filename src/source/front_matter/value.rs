//! Keys and values of front matter.

/// An article's front matter: its keys in document order.
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
    /// Its value.
    pub value: FrontValue,
    /// Its line in the file, from 1.
    pub line: usize,
}

/// A value of the front matter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum FrontValue {
    /// Text: written so that it is read back as a string.
    Text(String),
    /// A number, date, boolean or null, as spelled.
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

    /// The value of a top-level key, if it is not a list or map.
    #[must_use]
    pub fn text(&self, key: &str) -> Option<&str> {
        self.get(key).and_then(FrontValue::as_str)
    }
}

impl FrontValue {
    /// The text or the spelling of a single value.
    #[must_use]
    pub fn as_str(&self) -> Option<&str> {
        match self {
            Self::Text(text) | Self::Plain(text) => Some(text),
            Self::List(_) | Self::Map(_) => None,
        }
    }

    /// The single values in it: a list's items, or the value itself (`tags: a` and `tags: [a]` mean the same).
    #[must_use]
    pub fn items(&self) -> Vec<&str> {
        match self {
            Self::List(items) => items.iter().filter_map(Self::as_str).collect(),
            single => single.as_str().into_iter().collect(),
        }
    }
}
