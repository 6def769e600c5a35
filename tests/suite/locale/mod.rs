//! Locale data, and the tool's messages.

mod facts;
mod ids;
mod letters;
mod messages;
mod naming;
mod no_breaks;
mod profile;
mod siblings;
mod typography;
mod wording;

use tolmach::{locale::Locales, model::Locale};

pub(crate) fn tag(tag: &str) -> Locale {
    tag.parse().unwrap()
}

pub(crate) fn profile(name: &str) -> &'static tolmach::locale::Profile {
    Locales::embedded().profile(&tag(name))
}
