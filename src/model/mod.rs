//! What is an article, a segment, a target, a term, a finding? Plain values without I/O.
//!
//! All other modules share these types; `ARCHITECTURE.md` defines the vocabulary.

mod article;
pub mod charset;
mod finding;
mod hinted;
mod locale;
mod message;
mod nearness;
mod position;
mod problem;
mod problems;
mod readiness;
mod state;
mod state_policy;
mod stored;
mod term;
mod text;
mod translation;
mod waiver;

pub use article::{Article, Original, Role, Segment, SegmentId, Skeleton, Slot, Unit};
pub use finding::{Finding, Fix, Parsed, Place, Severity, Side};
pub use hinted::Hinted;
pub use locale::{Locale, LocaleError, Pair};
pub use message::{Arg, Args, Message};
pub use nearness::{did_you_mean, distance, meant, with_guess};
pub use position::{FilePosition, LineIndex, Position, extension_of};
pub use problem::Problem;
pub use problems::Problems;
pub use readiness::{Bar, Lack, Readiness};
pub use state::{Approval, Despite, Leverage, Origin, State};
pub use state_policy::StatePolicy;
pub use stored::{KnownProblems, StoredFinding, UnknownProblem};
pub use term::{Case, Concept, Derived, DerivedSort, Form, Gender, Hint, Kind, Mode, Number, Term, Usage};
pub use text::{Code, CodeKind, CodeName, Piece, Text, clip, cut};
pub use translation::{Obsolete, Remark, Target, Translation, is_slug};
pub use waiver::Waiver;
