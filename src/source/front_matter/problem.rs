//! Why front matter cannot be read as it stands: the problems of rule `front-matter`.

use crate::model::{Args, Finding, Place, Problem, Severity};

/// Why front matter cannot be read as it stands.
pub(in crate::source) enum FrontMatterProblem {
    /// It is no YAML or TOML: what the parser says, in English.
    Syntax { problem: String },
    /// A key stands twice.
    Twice,
    /// It is not a list of keys with values.
    NoKeys,
    /// `lang` is not a language tag.
    BadLanguage,
    /// The value of a translated key is a list of lists or the like: nothing of it is translated.
    NoText,
    /// The line that ends it is missing.
    Unclosed,
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
        }
    }

    fn args(&self) -> Args {
        match self {
            Self::Syntax { problem } => vec![("problem", problem.into())],
            Self::Twice | Self::NoKeys | Self::BadLanguage | Self::NoText | Self::Unclosed => Args::new(),
        }
    }

    fn all() -> Vec<Self> {
        let problem = "mapping values are not allowed in this context".to_owned();
        vec![Self::Syntax { problem }, Self::Twice, Self::NoKeys, Self::BadLanguage, Self::NoText, Self::Unclosed]
    }
}

impl FrontMatterProblem {
    /// The finding; its line is filled in later.
    pub(in crate::source) fn finding(self) -> Finding {
        Finding::new(self, Severity::Major, Place::default())
    }
}
