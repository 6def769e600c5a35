//! Who translates?
