//! Tables and lists, good and bad.
