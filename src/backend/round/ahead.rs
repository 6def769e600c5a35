//! What stands in the way of a backend, and may later stand in that of those after it.

use super::super::{Backend, BackendError, DriveOptions, Reach, Stop};
use crate::model::Pair;

/// Learns what stands in the way of a backend, and says what will stand in that of later ones that have to be asked.
pub(super) fn look_ahead(
    backend: &dyn Backend,
    later: &[&dyn Backend],
    pair: &Pair,
    options: &DriveOptions<'_>,
    stop: &Stop,
) -> Result<(), BackendError> {
    backend.prepare(pair, stop)?;
    let is_asked = |backend: &&dyn Backend| backend.reach() != Reach::Inside;
    if is_asked(&backend) {
        for later in later.iter().copied().filter(is_asked) {
            match later.foresee(pair, stop) {
                Err(error) if !matches!(error, BackendError::Pair { .. }) => (options.on_foreseen)(&error),
                _ => {}
            }
        }
    }
    Ok(())
}
