//! Bilingual files, translation memory and the XML layer below them.

mod approving;
mod arbitrary;
mod confirming;
mod fixed_slug;
mod formats;
mod joining;
mod memory;
mod merging;
mod readers;
mod refreshing;
mod remarks;
mod saving;
mod shipped;
mod space;
mod support;
mod unseen;
mod xliff;
mod xml;
