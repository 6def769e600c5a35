//! The forms of a glossary: as people print, lock and review them; as they are guessed; and what else they would meet.

mod command;
mod distractors;
mod guessing;
mod lock;
mod schema;
