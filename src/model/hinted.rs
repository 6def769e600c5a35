//! Errors with what to do about them: the id and arguments of a message, never its words.

use std::error::Error;

use super::Message;

/// An error that says what to do about it; implemented beside every error that a person can meet.
///
/// `Display` of an error is English, since people search for it; its hint is shown in the user's language. The messages
/// `hint-…` stand in `locales/*/errors.ftl`, those that findings give too in `findings.ftl`. `tests/suite/errors.rs`
/// renders the hints of [`Hinted::all`] in every language and accepts no message that is missing, and no argument that
/// only one side knows.
pub trait Hinted: Error + Sized {
    /// What to do about it: a message `hint-…`; `None` where there is nothing to say but the error.
    fn hint(&self) -> Option<Message>;

    /// One value for every hint that it can give, with those of the errors that it holds.
    fn all() -> Vec<Self>;
}
