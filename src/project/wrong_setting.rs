//! Errors of settings in files, flags and variables.

use crate::model::{Hinted, Locale, Message};

/// What is wrong with a setting. `known` lists the names that are possible instead.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[expect(missing_docs, reason = "`name` is the profile's, `kind` the engine's, `key` the setting's")]
pub enum SettingsError {
    /// The file is not TOML, or a key in it is unknown or has a value of another type.
    #[error("{message}")]
    File { message: String },
    /// A key that occurs twice in the file.
    #[error("`{key}` appears here for the second time")]
    Twice { key: String },
    /// A setting that runs a program, carries a key or names a server, in a file that comes with a clone.
    #[error("`backend.{name}.{key}` is not allowed in a project's file")]
    OnlyForUser { name: String, key: &'static str },
    /// A profile without a kind.
    #[error("`backend.{name}` does not say its `kind`")]
    NoKind { name: String, known: Vec<&'static str> },
    /// A profile whose kind is not a string.
    #[error("the `kind` of `backend.{name}` is not a word in quotation marks")]
    KindNotAWord { name: String, known: Vec<&'static str> },
    /// A profile of a kind that is not registered.
    #[error("`backend.{name}` has the unknown kind `{kind}`")]
    UnknownKind { name: String, kind: String, known: Vec<&'static str> },
    /// A profile named like another kind of engine.
    #[error("`backend.{name}` is of kind `{kind}`, but `{name}` is a kind of its own")]
    NameOfKind { name: String, kind: &'static str, known: Vec<&'static str> },
    /// A profile that the other settings file gives another kind; `at` is the file and line there.
    #[error("`backend.{name}` is of kind `{kind}` here and of kind `{there}` at {at}")]
    OtherKindThere { name: String, kind: &'static str, there: &'static str, at: String, known: Vec<String> },
    /// A setting of the kind has a value of another type.
    #[error("`backend.{name}`: {message}")]
    Value { name: String, message: String, kind: &'static str, known: Vec<String> },
    /// A setting that no kind takes.
    #[error("`backend.{name}` has the unknown setting `{key}`")]
    UnknownSetting { name: String, key: String, kind: &'static str, known: Vec<String> },
    /// A setting that only other kinds take.
    #[error("`backend.{name}` is of kind `{kind}`, and `{key}` is a setting of {}", quoted(.owners))]
    SettingOfOthers { name: String, key: String, kind: &'static str, owners: Vec<&'static str>, known: Vec<String> },
    /// A key that would be sent to a server named in the project's file, which comes with a clone.
    #[error("the key is not sent to `{server}`, which the project's file names")]
    KeyForProjectServer { server: String },
    /// A flag that no backend of the chain takes.
    #[error("no backend in the chain accepts {what}")]
    NoTaker { what: &'static str },
    /// A flag or variable that several backends of the chain take.
    #[error("{what} could belong to {}", .takers.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(" or "))]
    SeveralTakers { what: &'static str, takers: Vec<String> },
    /// Something that should be the address of a server, and of a folder there, and is none.
    #[error("`{address}` is no address that begins with `https://` or `http://`")]
    NotAnAddress { address: String },
    /// A locale in which the project has no edition.
    #[error("`{locale}` is not a target of this project")]
    NotATarget { locale: Locale, known: Vec<Locale> },
}

/// Names in code marks, separated by commas.
fn quoted(names: &[&str]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

impl Hinted for SettingsError {
    fn hint(&self) -> Option<Message> {
        Some(match self {
            Self::File { .. } => Message::new("hint-settings-example"),
            Self::Twice { .. } => Message::new("hint-setting-twice"),
            Self::OnlyForUser { .. } => Message::new("hint-settings-of-user"),
            Self::NoKind { known, .. } | Self::KindNotAWord { known, .. } | Self::UnknownKind { known, .. } => {
                Message::new("hint-kinds").with("known", known.join(", "))
            }
            Self::NameOfKind { known, .. } => Message::new("hint-another-backend-name").with("known", known.join(", ")),
            Self::OtherKindThere { known, .. } => Message::new("hint-another-name").with("known", known.join(", ")),
            Self::Value { kind, known, .. }
            | Self::UnknownSetting { kind, known, .. }
            | Self::SettingOfOthers { kind, known, .. } => {
                if known.is_empty() {
                    Message::new("hint-no-settings").with("kind", *kind)
                } else {
                    Message::new("hint-settings-of-kind").with("kind", *kind).with("known", known.join(", "))
                }
            }
            Self::KeyForProjectServer { .. } => Message::new("hint-name-server"),
            Self::NoTaker { .. } => Message::new("hint-name-backend"),
            Self::SeveralTakers { .. } => Message::new("hint-name-one-backend"),
            Self::NotAnAddress { .. } => Message::new("hint-web-address"),
            Self::NotATarget { known, .. } => {
                let known: Vec<String> = known.iter().map(Locale::to_string).collect();
                Message::new("hint-targets").with("known", known.join(", "))
            }
        })
    }

    fn all() -> Vec<Self> {
        let word = || "mine".to_owned();
        let kind = "command";
        let value = |known| Self::Value { name: word(), message: word(), kind, known };
        vec![
            Self::File { message: word() },
            Self::Twice { key: word() },
            Self::OnlyForUser { name: word(), key: "program" },
            Self::NoKind { name: word(), known: vec![kind] },
            Self::NameOfKind { name: word(), kind, known: vec![kind] },
            Self::OtherKindThere { name: word(), kind, there: "pseudo", at: word(), known: vec![word()] },
            value(Vec::new()),
            value(vec!["program".to_owned(), "timeout".to_owned()]),
            Self::KeyForProjectServer { server: word() },
            Self::NoTaker { what: "a key" },
            Self::SeveralTakers { what: "a key", takers: vec![word(), word()] },
            Self::NotAnAddress { address: "player.example".to_owned() },
            Self::NotATarget { locale: Locale::english(), known: vec![Locale::english()] },
        ]
    }
}
