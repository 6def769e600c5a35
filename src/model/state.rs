//! Review state and origin of a target.

use std::collections::BTreeSet;

use serde::{Deserialize, Serialize};

/// Review state of a target (XLIFF 2 `state`); ordered.
#[derive(
    Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum State {
    /// Nothing yet, a machine's draft, or stale: counts as not translated.
    #[default]
    Initial,
    /// Written or confirmed by a person.
    Translated,
    /// A second person agreed.
    Reviewed,
    /// May be published.
    Final,
}

impl State {
    /// The name used on the command line, in JSON and in files.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Initial => "initial",
            Self::Translated => "translated",
            Self::Reviewed => "reviewed",
            Self::Final => "final",
        }
    }

    /// Returns the state of a name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        [Self::Initial, Self::Translated, Self::Reviewed, Self::Final].into_iter().find(|state| state.as_str() == name)
    }
}

/// Where a target came from (ITS provenance).
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Origin {
    /// A person wrote or confirmed it.
    Human {
        /// Their name, if known.
        by: Option<String>,
    },
    /// A machine-translation engine drafted it.
    Machine {
        /// The engine's product name (`libretranslate`, `pseudo`).
        engine: String,
    },
    /// An earlier translation was reused.
    Memory {
        /// How closely the earlier source matched.
        leverage: Leverage,
    },
    /// Copied from the source: a speaker's original wording, a part that is not translated.
    Source,
}

/// How an earlier translation was reused; ordered, best last.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Leverage {
    /// A similar source, in per cent.
    Fuzzy(u8),
    /// The same source.
    Exact,
    /// The same source between the same neighbours (ICE match).
    InContext,
}

/// Who raised a target's state, and on which day.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Approval {
    /// The person's name as given.
    pub by: String,
    /// Day of the approval, `YYYY-MM-DD`.
    pub date: String,
    /// What it was given in spite of, on the person's word.
    pub despite: BTreeSet<Despite>,
}

/// What an approval may be given in spite of; otherwise it is withheld.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Despite {
    /// A machine's draft that nobody has edited or confirmed.
    Drafts,
    /// A finding at or above the gate.
    Findings,
}

impl Despite {
    /// The name used in files and JSON.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Drafts => "drafts",
            Self::Findings => "findings",
        }
    }

    /// Returns the value of a name.
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        [Self::Drafts, Self::Findings].into_iter().find(|despite| despite.as_str() == name)
    }
}

impl Approval {
    /// Creates an approval in spite of nothing; `date` is `YYYY-MM-DD`.
    #[must_use]
    pub const fn new(by: String, date: String) -> Self {
        Self { by, date, despite: BTreeSet::new() }
    }
}
