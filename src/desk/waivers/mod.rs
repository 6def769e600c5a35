//! Waivers: findings that may stand as long as what they judged stays as it is.

mod differing;
mod error;
mod file;
mod judge;
mod sides;
mod sign;
mod waive;

pub(super) use differing::differing_waivers;
pub use error::WaiverError;
pub use judge::WaivedFinding;
pub(super) use judge::{Waivers, locate_waived};
pub(super) use sides::SideWaivers;
pub use waive::{WaiveRequest, WaivedFile, waive};
