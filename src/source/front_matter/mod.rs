//! Front matter of an article: YAML between `---` lines or TOML between `+++` lines.

use crate::{model::Article, source::bytes};

mod fence;
mod notices;
mod parsed;
mod problem;
mod scalar;
mod toml;
mod value;
mod write;
mod yaml;

pub use notices::{CorrectionEntry, Withdrawal, corrections, is_embargoed, withdrawal};
pub use scalar::Quoting;
pub use value::{FrontEntry, FrontMatter, FrontValue};

pub(super) use fence::{Fence, FrontSyntax, body_start, is_cut_off};
pub(super) use notices::is_bad_notice;
pub(super) use parsed::{FrontScalar, ParsedEntry, ParsedFront};
pub(super) use problem::FrontMatterProblem;
pub(super) use write::{FrontChange, write};

/// The front matter of an article; empty if there is none, or none that can be read.
#[must_use]
pub fn front_matter(article: &Article) -> FrontMatter {
    let read = Fence::find(&article.skeleton.file).map(|fence| read(&article.skeleton.file, &fence));
    let entries = read.map(|read| read.entries).unwrap_or_default();
    FrontMatter { entries: entries.into_iter().map(|parsed| parsed.entry).collect() }
}

/// Reads the front matter.
pub(super) fn read(file: &str, fence: &Fence) -> ParsedFront {
    let mut read = match fence.kind {
        FrontSyntax::Yaml => yaml::read(file, &fence.content),
        FrontSyntax::Toml => toml::read(file, &fence.content),
    };
    let mut line = 1;
    let mut at = 0;
    for parsed in &mut read.entries {
        line += bytes(file, &(at..parsed.key.start)).bytes().filter(|byte| *byte == b'\n').count();
        at = parsed.key.start;
        parsed.entry.line = line;
    }
    read
}
