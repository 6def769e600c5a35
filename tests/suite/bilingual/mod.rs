//! Bilingual files, memory and the XML below them.

mod support;
mod xliff;
mod xml;
