//! What do translators open?
