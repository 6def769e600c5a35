//! Our review states as those of XLIFF 1.2, and back.

use crate::model::{Leverage, Origin, State, Target};

/// Returns the value of `state` for a segment's target.
pub(super) const fn attribute(target: Option<&Target>) -> &'static str {
    match target {
        None => "needs-translation",
        Some(target) if target.stale.is_some() => "needs-adaptation",
        Some(target) => match target.state {
            State::Initial => "needs-review-translation",
            State::Translated => "translated",
            State::Reviewed => "signed-off",
            State::Final => "final",
        },
    }
}

/// Returns the value of `state-qualifier`: only a draft has one.
pub(super) const fn qualifier(target: Option<&Target>) -> Option<&'static str> {
    match target {
        Some(Target { state: State::Initial, stale: None, origin, .. }) => match origin {
            Origin::Machine { .. } => Some("mt-suggestion"),
            Origin::Memory { leverage: Leverage::Fuzzy(_) } => Some("fuzzy-match"),
            Origin::Memory { .. } => Some("exact-match"),
            Origin::Human { .. } | Origin::Source => None,
        },
        _ => None,
    }
}

/// Returns the review state that a file's `state` stands for.
///
/// XLIFF has several shades of "not yet": all of them are [`State::Initial`] here, and so are another tool's custom
/// states.
pub(super) fn review_state(attribute: &str) -> State {
    match attribute {
        "translated" => State::Translated,
        "signed-off" => State::Reviewed,
        "final" => State::Final,
        _ => State::Initial,
    }
}

/// Returns the origin implied by a `state-qualifier` when nothing better is known.
pub(super) fn origin(qualifier: Option<&str>) -> Origin {
    match qualifier {
        Some("mt-suggestion" | "leveraged-mt") => Origin::Machine { engine: "unknown".to_owned() },
        Some("fuzzy-match") => Origin::Memory { leverage: Leverage::Fuzzy(0) },
        Some("exact-match" | "leveraged-tm" | "leveraged-repository") => Origin::Memory { leverage: Leverage::Exact },
        Some("id-match" | "leveraged-inherited") => Origin::Memory { leverage: Leverage::InContext },
        _ => Origin::Human { by: None },
    }
}
