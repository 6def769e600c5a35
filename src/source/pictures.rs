//! The pictures of an article.

use pulldown_cmark::{Event, Parser, Tag, TagEnd};

use super::{
    allowed::reduce,
    front_matter::{Fence, body_start},
};
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

/// A picture of an article that is not copied beside its editions.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum RefusedPictureProblem {
    /// The file is of no type that is a picture's.
    NoPicture {
        /// The picture's address in the article.
        file: String,
    },
    /// The file is outside `source/`, or a link leads there.
    Outside {
        /// The picture's address in the article.
        file: String,
    },
    /// The drawing holds a program, or cannot be looked through.
    Live {
        /// The picture's address in the article.
        file: String,
    },
    /// The front matter names it for social networks, which do not show such a file.
    NotSocial {
        /// The picture's address in the front matter.
        file: String,
    },
}

impl Problem for RefusedPictureProblem {
    fn rule(&self) -> &'static str {
        "picture-refused"
    }

    fn id(&self) -> &'static str {
        match self {
            Self::NoPicture { .. } => "picture-refused-type",
            Self::Outside { .. } => "picture-refused-outside",
            Self::Live { .. } => "picture-refused-live",
            Self::NotSocial { .. } => "picture-refused-social",
        }
    }

    fn args(&self) -> Args {
        match self {
            Self::NoPicture { file } | Self::Outside { file } | Self::Live { file } | Self::NotSocial { file } => {
                vec![("file", file.into())]
            }
        }
    }

    fn all() -> Vec<Self> {
        vec![
            Self::NoPicture { file: "army.md".to_owned() },
            Self::Outside { file: "images/officers.jpg".to_owned() },
            Self::Live { file: "images/map.svg".to_owned() },
            Self::NotSocial { file: "images/map.svg".to_owned() },
        ]
    }
}

/// Extensions of picture files that browsers show.
const PICTURE_TYPES: [&str; 12] =
    ["apng", "avif", "bmp", "gif", "ico", "jfif", "jpeg", "jpg", "jxl", "png", "svg", "webp"];

/// Whether a file is a picture by its name. No file that an edition consists of has such a name.
#[must_use]
pub fn is_picture_file(name: &str) -> bool {
    let extension = name.rsplit('/').next().and_then(|name| name.rsplit_once('.')).map(|(_, extension)| extension);
    extension.is_some_and(|extension| PICTURE_TYPES.iter().any(|known| extension.eq_ignore_ascii_case(known)))
}

/// The addresses of the pictures in an article's body, in reading order.
#[must_use]
pub fn pictures(file: &str) -> Vec<String> {
    let start = Fence::find(file).map_or_else(|| body_start(file), |fence| fence.body);
    let body = file.get(start..).unwrap_or_default();
    let mut found = Vec::new();
    // A piece of raw HTML, which may be of several lines.
    let mut html = String::new();
    for event in Parser::new(body) {
        match event {
            Event::Start(Tag::Image { dest_url, .. }) => found.push(dest_url.to_string()),
            Event::Html(line) => html.push_str(&line),
            Event::InlineHtml(tag) => found.extend(reduce(&tag, &[]).pictures),
            Event::End(TagEnd::HtmlBlock) => found.extend(reduce(&std::mem::take(&mut html), &[]).pictures),
            _ => {}
        }
    }
    found
}

#[cfg(test)]
mod tests {
    use super::pictures;

    #[test]
    fn a_picture_in_raw_html_is_one_of_the_articles_pictures() {
        let file = "---\ntitle: A\n---\n![a](one.png)\n\n<figure>\n<img alt=\"b\"\n  src=\"two.png\">\n</figure>\n\n\
                    A word <IMG src='three.png?a&amp;b' onerror=x> and ![d](four.png).\n\n`<img src=no.png>`\n\n\
                    <script>'<img src=no.png>'</script>\n\n<!-- <img src=no.png> -->\n";
        assert_eq!(pictures(file), ["one.png", "two.png", "three.png?a&b", "four.png"]);
    }
}
