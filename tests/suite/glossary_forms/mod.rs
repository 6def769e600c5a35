//! The forms of a glossary: printing, locking, reviewing and guessing them, their open classes, and their clashes with other words.

mod certainty;
mod command;
mod distractors;
mod guessing;
mod lock;
mod open;
mod schema;
