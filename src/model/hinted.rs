//! Errors with a hint about what to do: the id and arguments of a message, never its words.

use std::error::Error;

use super::Message;

/// An error that says what to do about it; implemented for every error that a user can meet.
///
/// `Display` of an error is English, since people search for it; its hint is shown in the user's language. The messages
/// `hint-…` are in `locales/*/errors.ftl`, those shared with findings in `findings.ftl`. `tests/suite/errors.rs`
/// renders the hints of [`Hinted::all`] in every language and rejects a missing message or an argument that only one
/// side knows.
pub trait Hinted: Error + Sized {
    /// Returns what to do about it, a message `hint-…`; `None` where the error says it all.
    fn hint(&self) -> Option<Message>;

    /// Returns one value for every hint it can give, including those of the errors it wraps.
    fn all() -> Vec<Self>;
}
