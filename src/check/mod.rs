//! What can be wrong?
