//! Problems of front matter: the rule `front-matter`.

use crate::model::{Args, Finding, Message, Place, Problem, Severity};

/// Why front matter cannot be read as written.
pub(in crate::source) enum FrontMatterProblem {
    /// It is not valid YAML or TOML: the expected format and the parser's message, in English.
    Syntax { format: &'static str, problem: String },
    /// A key occurs twice.
    Twice,
    /// It is not a map of keys to values.
    NoKeys,
    /// `lang` is not a language tag.
    BadLanguage,
    /// The value of a translated key is a list of lists or similar: none of it is translated.
    NoText,
    /// The closing line is missing.
    Unclosed,
    /// A correction or withdrawal lacks its day or its words.
    BadNotice { key: String },
}

impl Problem for FrontMatterProblem {
    fn rule(&self) -> &'static str {
        "front-matter"
    }

    fn id(&self) -> &'static str {
        match self {
            Self::Syntax { .. } => "front-matter-syntax",
            Self::Twice => "front-matter-twice",
            Self::NoKeys => "front-matter-no-keys",
            Self::BadLanguage => "front-matter-bad-language",
            Self::NoText => "front-matter-no-text",
            Self::Unclosed => "front-matter-unclosed",
            Self::BadNotice { .. } => "front-matter-bad-notice",
        }
    }

    fn args(&self) -> Args {
        match self {
            // The parser's words stand in code marks, which they must not close.
            Self::Syntax { format, problem } => {
                vec![("format", (*format).into()), ("problem", problem.replace('`', "'").into())]
            }
            Self::BadNotice { key } => vec![("key", key.into())],
            Self::Twice | Self::NoKeys | Self::BadLanguage | Self::NoText | Self::Unclosed => Args::new(),
        }
    }

    fn hint(&self) -> Option<Message> {
        match self {
            Self::Syntax { .. } => Some(Message::new("hint-front-matter")),
            Self::BadNotice { .. } => Some(Message::new("hint-front-matter-bad-notice")),
            Self::Twice | Self::NoKeys | Self::BadLanguage | Self::NoText | Self::Unclosed => None,
        }
    }

    fn all() -> Vec<Self> {
        let problem = "mapping values are not allowed in this context".to_owned();
        vec![
            Self::Syntax { format: "YAML", problem },
            Self::Twice,
            Self::NoKeys,
            Self::BadLanguage,
            Self::NoText,
            Self::Unclosed,
            Self::BadNotice { key: "corrections".to_owned() },
        ]
    }
}

impl FrontMatterProblem {
    /// The problem as a finding; its line is filled in later.
    pub(in crate::source) fn finding(self) -> Finding {
        Finding::new(self, Severity::Major, Place::default())
    }
}
