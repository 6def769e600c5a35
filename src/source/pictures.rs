//! The pictures of an article.

use pulldown_cmark::{Event, Parser, Tag};

use super::front_matter::{Fence, body_start};
use crate::model::{Args, Problem};

/// A picture of an article that the project does not have.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissingPictureProblem {
    /// The picture's address in the article.
    pub file: String,
}

impl Problem for MissingPictureProblem {
    fn rule(&self) -> &'static str {
        "picture-missing"
    }

    fn id(&self) -> &'static str {
        "picture-missing"
    }

    fn args(&self) -> Args {
        vec![("file", (&self.file).into())]
    }

    fn all() -> Vec<Self> {
        vec![Self { file: "officers.jpg".to_owned() }]
    }
}

/// The addresses of the pictures in an article's body, in reading order.
#[must_use]
pub fn pictures(file: &str) -> Vec<String> {
    let start = Fence::find(file).map_or_else(|| body_start(file), |fence| fence.body);
    let body = file.get(start..).unwrap_or_default();
    Parser::new(body)
        .filter_map(|event| match event {
            Event::Start(Tag::Image { dest_url, .. }) => Some(dest_url.to_string()),
            _ => None,
        })
        .collect()
}
