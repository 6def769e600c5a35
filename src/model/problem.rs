//! Problems as enums, one per rule.

use super::{Args, Message};

/// The problems that one rule can report; implemented by one enum, in the file of the code that reports it.
///
/// A [`Finding`](super::Finding) is made from nothing else. Each variant has its own message, `finding-<id>`, in every
/// `locales/*/findings.ftl`; `tests/suite/problems.rs` renders [`Problem::all`] in each of them and rejects a missing
/// message or an argument that only one side knows.
pub trait Problem: Sized {
    /// Returns the stable id of the rule (`codes`), as used in JSON, settings and `tolmach explain`.
    fn rule(&self) -> &'static str;

    /// Returns the id of the problem: the id of its message after `finding-` (`codes-twice`); the rule's id if the rule
    /// has only one problem.
    fn id(&self) -> &'static str;

    /// Returns the arguments of the message: exactly those that it names.
    fn args(&self) -> Args {
        Args::new()
    }

    /// Returns what to do about it, if there is more to say than a fix: a message `hint-…`.
    fn hint(&self) -> Option<Message> {
        None
    }

    /// Returns one value of every variant, and of every combination of arguments that selects a message or a hint.
    fn all() -> Vec<Self>;
}
