//! What is known of a language?
//!
//! A [`Profile`] is data: `locales/<tag>/profile.toml`, from general to specific (root, language, variant,
//! the project's own file). The functions here read it and know no language themselves:
//! [`slug`], [`number`], [`long_date`], [`typography`], [`no_breaks`], [`foreign_letters`], [`alternations`].

mod alternation;
mod cues;
mod date;
mod edit;
mod embedded;
mod kin;
mod known;
mod layer;
mod letters;
mod locales;
mod no_breaks;
mod number;
mod profile;
mod siblings;
mod slug;
mod syntax;
mod typography;
mod unused;

pub use alternation::{alternations, alternations_within, may_alternate};
pub use cues::{Negation, SenseWords};
pub use date::{Day, long_date};
pub use edit::{Edit, apply, apply_to_text};
pub use embedded::{embedded, embedded_files};
pub use kin::{KinPair, kin_pair};
pub use known::{is_language, meant_tag, with_short_code};
pub use letters::foreign_letters;
pub use locales::{Layer, Locales, Override};
pub use no_breaks::no_breaks;
pub use number::number;
pub use profile::{
    Alphabet, Alternation, Authoring, Chatter, Dash, Dates, DayParts, Euphony, Matching, Months, NumberForm, Profile,
    ProfileError, Quotes, Separation, Slug, Sound, Speech, Tidy, Typography, Units,
};
pub use siblings::{SiblingScores, Siblings};
pub use slug::slug;
pub use syntax::{Agreement, Syntax, Towards, WordCases};
pub use typography::typography;
pub use unused::MAX_OPPOSITES;
