//! The article in another language.
