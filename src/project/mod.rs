//! The folder on disk.
