//! Problems as enums, one for each rule.

use super::{Args, Message};

/// What can be wrong under one rule; implemented by one enum in the file of the code that reports it.
///
/// A [`Finding`](super::Finding) is made of nothing else. Each variant has a message of its own, `finding-<id>`, in every
/// `locales/*/findings.ftl`; `tests/suite/problems.rs` renders [`Problem::all`] in each of them and accepts no message
/// that is missing, and no argument that only one side knows.
pub trait Problem: Sized {
    /// Stable id of the rule (`codes`), as JSON, settings and `tolmach explain` have it.
    fn rule(&self) -> &'static str;

    /// Which problem it is: the id of its message behind `finding-` (`codes-twice`); the rule's id where the rule has
    /// one problem only.
    fn id(&self) -> &'static str;

    /// The arguments of the message: exactly those that it names.
    fn args(&self) -> Args {
        Args::new()
    }

    /// What to do about it, where there is more to say than a fix: a message `hint-…`.
    fn hint(&self) -> Option<Message> {
        None
    }

    /// One value of every variant, and of every shape of its arguments that a message or a hint is chosen by.
    fn all() -> Vec<Self>;
}
