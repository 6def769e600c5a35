//! In which order?
