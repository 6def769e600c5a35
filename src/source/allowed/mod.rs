//! What may an article put on a page?
//!
//! HTML in an article is its author's, or whoever sent the text; the page is the newsroom's. So tags, attributes and
//! addresses are held to a list of what is kept (`tags`, `address`). Each piece of raw HTML is reduced by itself
//! (`reduce`), so that a tag left open in one takes no text out of the next, and each thing left out is a finding
//! (`left_out`). [`sanitise`] then holds the whole body to the same list, whichever format made it.

mod address;
mod hidden;
mod left_out;
mod picture_size;
mod problem;

mod reduce;
mod sanitise;
mod svg;
mod tags;

pub use address::{is_link, is_own, is_picture, web_origin};
pub use hidden::{hidden_characters, without_hidden};
pub use picture_size::{PictureSize, picture_size};
pub use problem::LeftOutProblem;
pub use sanitise::sanitise;
pub use svg::is_live_svg;

pub(super) use left_out::{left_out, left_out_address};
pub(super) use reduce::{reduce, taken_ends};
