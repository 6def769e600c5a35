//! Review states on the command line.

use crate::model::State;

/// The state of a word.
pub(super) fn state(word: &str) -> Result<State, String> {
    [State::Translated, State::Reviewed, State::Final]
        .into_iter()
        .find(|state| state.as_str() == word)
        .ok_or_else(|| "one of translated, reviewed, final".to_owned())
}
