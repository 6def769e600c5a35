//! Errors of settings in files, flags and variables.

use crate::{
    locale::with_short_code,
    model::{Hinted, Locale, Message, did_you_mean, with_guess},
};

/// What is wrong with a setting. `known` lists the names that are possible instead.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[expect(missing_docs, reason = "`name` is the profile's, `kind` the engine's, `key` the setting's")]
pub enum SettingsError {
    /// The file is not TOML, or a key in it is unknown or has a value of another type.
    #[error("{message}")]
    File { message: String },
    /// A key that is no setting; `key` is its whole path.
    #[error("unknown setting `{key}`")]
    UnknownKey { key: String, name: String, known: Vec<String> },
    /// A word that is not among the values of its setting.
    #[error("`{word}` is no value of `{key}`")]
    UnknownWord { key: String, word: String, known: Vec<String> },
    /// A locale whose language does not exist, or has a shorter code.
    #[error("`{locale}` is no known language")]
    UnknownLanguage { locale: Locale, meant: Option<String> },
    /// What should be a locale's tag is none.
    #[error("`{tag}` is not a language tag")]
    NotATag { tag: String, meant: Option<String> },
    /// A name in the chain that is no backend.
    #[error("there is no backend `{name}`")]
    UnknownBackend { name: String, known: Vec<String> },
    /// A rule that no finding has.
    #[error("no rule is called `{rule}`")]
    UnknownRule { rule: String, known: Vec<&'static str> },
    /// What should be a segment's id is none.
    #[error("`{id}` is not a segment's id")]
    NotASegment { id: String },
    /// A key of front matter without a name, or with an empty part.
    #[error("`{key}` is no key of front matter")]
    NotAFrontMatterKey { key: String },
    /// A key of front matter that is to be translated and to stay as it is.
    #[error("`{key}` is in `front_matter` and in `front_matter_kept`")]
    TranslatedAndKept { key: String },
    /// A name in braces that a template has not; `name` is with its braces.
    #[error("`{key}` has the unknown name `{name}`")]
    UnknownInTemplate { key: &'static str, name: String, known: Vec<String> },
    /// A brace of a template without its partner.
    #[error("`{key}` has a brace without its partner: `{text}`")]
    StrayBrace { key: &'static str, text: String, known: Vec<String> },
    /// A template that gives all articles one address.
    #[error("`{key}` has no `{{slug}}`: all articles would have one address")]
    NoSlug { key: &'static str },
    /// A path of editions that is a whole address.
    #[error("`{path}` is an address, and `site.path` the part of it behind `site.base_url`")]
    NotAPath { path: String },
    /// A base address to which no path can be added.
    #[error("no path can be added to `{address}`")]
    NoBase { address: String },
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
    /// Something that should be an address of the web, and is none.
    #[error("`{address}` is no address that begins with `https://` or `http://`")]
    NotAnAddress { address: String, meant: Option<String> },
    /// A locale in which the project has no edition.
    #[error("`{locale}` is not a target of this project")]
    NotATarget { locale: Locale, known: Vec<Locale> },
    /// A spelling dictionary that is not installed.
    #[error("no spelling dictionary `{name}` is installed")]
    NoDictionary { name: String },
    /// A spelling dictionary whose files cannot be read.
    #[error("the spelling dictionary `{name}` cannot be read: {reason}")]
    DamagedDictionary { name: String, reason: String },
}

/// Names in code marks, separated by commas.
fn quoted(names: &[&str]) -> String {
    names.iter().map(|name| format!("`{name}`")).collect::<Vec<_>>().join(", ")
}

fn kinds(known: &[&str]) -> Message {
    Message::new("hint-kinds").with("known", known.join(", "))
}

fn settings_of(kind: &'static str, known: &[String]) -> Message {
    if known.is_empty() {
        return Message::new("hint-no-settings").with("kind", kind);
    }
    Message::new("hint-settings-of-kind").with("kind", kind).with("known", known.join(", "))
}

impl Hinted for SettingsError {
    fn hint(&self) -> Option<Message> {
        Some(match self {
            Self::File { .. } => Message::new("hint-settings-example"),
            Self::UnknownKey { name, known, .. } => {
                did_you_mean(name, known, Message::new("hint-settings-here").with("known", known.join(", ")))
            }
            Self::UnknownWord { word, known, .. } => {
                did_you_mean(word, known, Message::new("hint-values").with("known", known.join(", ")))
            }
            Self::UnknownLanguage { locale, meant } => {
                let own = Message::new("hint-own-language").with("tag", locale.to_string());
                with_guess(meant.clone(), own)
            }
            Self::NotATag { meant, .. } => with_guess(meant.clone(), Message::new("hint-locale")),
            Self::UnknownBackend { name, known } => {
                did_you_mean(name, known, Message::new("hint-backends").with("known", known.join(", ")))
            }
            Self::UnknownRule { rule, known } => {
                did_you_mean(rule, known, Message::new("hint-rules").with("known", known.join(", ")))
            }
            Self::NotASegment { .. } => Message::new("hint-segments"),
            Self::NotAFrontMatterKey { .. } => Message::new("hint-front-matter-key"),
            Self::TranslatedAndKept { .. } => Message::new("hint-keep-one"),
            Self::UnknownInTemplate { name, known, .. } => {
                did_you_mean(name, known, Message::new("hint-template-names").with("known", known.join(", ")))
            }
            Self::StrayBrace { known, .. } => Message::new("hint-template-names").with("known", known.join(", ")),
            Self::NoSlug { .. } => Message::new("hint-add-slug"),
            Self::NotAPath { .. } => Message::new("hint-path"),
            Self::NoBase { .. } => Message::new("hint-base-address"),
            Self::Twice { .. } => Message::new("hint-setting-twice"),
            Self::NoDictionary { name } => Message::new("hint-no-dictionary").with("name", name.clone()),
            Self::DamagedDictionary { .. } => Message::new("hint-damaged-dictionary"),
            Self::OnlyForUser { .. } => Message::new("hint-settings-of-user"),
            Self::NoKind { known, .. } | Self::KindNotAWord { known, .. } => kinds(known),
            Self::UnknownKind { kind, known, .. } => did_you_mean(kind, known, kinds(known)),
            Self::NameOfKind { known, .. } => Message::new("hint-another-backend-name").with("known", known.join(", ")),
            Self::OtherKindThere { known, .. } => Message::new("hint-another-name").with("known", known.join(", ")),
            Self::Value { kind, known, .. } | Self::SettingOfOthers { kind, known, .. } => settings_of(kind, known),
            Self::UnknownSetting { key, kind, known, .. } => did_you_mean(key, known, settings_of(kind, known)),
            Self::KeyForProjectServer { .. } => Message::new("hint-name-server"),
            Self::NoTaker { .. } => Message::new("hint-name-backend"),
            Self::SeveralTakers { .. } => Message::new("hint-name-one-backend"),
            Self::NotAnAddress { meant, .. } => with_guess(meant.clone(), Message::new("hint-web-address")),
            Self::NotATarget { locale, known } => {
                let (tag, known): (String, Vec<String>) =
                    (locale.to_string(), known.iter().map(Locale::to_string).collect());
                let list = Message::new("hint-targets").with("known", known.join(", "));
                did_you_mean(&with_short_code(&tag).unwrap_or(tag), known, list)
            }
        })
    }

    fn all() -> Vec<Self> {
        let word = || "mine".to_owned();
        let kind = "command";
        let value = |known| Self::Value { name: word(), message: word(), kind, known };
        vec![
            Self::File { message: word() },
            Self::UnknownKey { key: "jbos".to_owned(), name: "jbos".to_owned(), known: vec!["jobs".to_owned()] },
            Self::UnknownKey { key: word(), name: word(), known: vec!["targets".to_owned()] },
            Self::UnknownWord { key: word(), word: word(), known: vec!["final".to_owned()] },
            Self::UnknownLanguage { locale: Locale::english(), meant: None },
            Self::NotATag { tag: word(), meant: None },
            Self::UnknownBackend { name: word(), known: vec!["memory".to_owned(), "review".to_owned()] },
            Self::UnknownRule { rule: word(), known: vec!["codes", "missing"] },
            Self::NotASegment { id: word() },
            Self::NotAFrontMatterKey { key: "seo.".to_owned() },
            Self::TranslatedAndKept { key: word() },
            Self::StrayBrace { key: "site.path", text: word(), known: vec!["{locale}".to_owned()] },
            Self::NoSlug { key: "site.path" },
            Self::NotAPath { path: word() },
            Self::NoBase { address: word() },
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
            Self::NotAnAddress { address: "player.example".to_owned(), meant: None },
            Self::NotATarget { locale: Locale::english(), known: vec![Locale::undetermined()] },
            Self::NoDictionary { name: word() },
            Self::DamagedDictionary { name: word(), reason: word() },
        ]
    }
}
