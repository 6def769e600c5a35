//! The reasons for leaving a part of a page out of its article.

use std::fmt;

/// Why a part of a page was left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Reason {
    /// A loading indicator ("Loading…").
    Loading,
    /// Menus, breadcrumbs, feed links.
    Navigation,
    /// A line of tags.
    Tags,
    /// The section's name above the headline.
    Section,
    /// A counter: reads, comments, minutes.
    Counter,
    /// Share buttons.
    Share,
    /// A teaser that repeats the beginning of the body.
    Teaser,
    /// A repeated headline.
    RepeatedTitle,
    /// A repeated byline.
    RepeatedByline,
    /// The publication's own advertising: newsletter, subscription, "why support us".
    Promotion,
    /// The label of an advertisement.
    Advertisement,
    /// Links to other articles.
    Related,
    /// A cookie notice.
    Consent,
    /// Readers' comments.
    Comments,
    /// A copyright line.
    Copyright,
    /// A label that only announces what follows ("By", "About the author").
    Label,
    /// A dateline; its value is in the front matter.
    Date,
    /// A hidden element.
    Hidden,
    /// Buttons, forms, drop-down lists.
    Control,
    /// A box beside the article.
    Aside,
    /// The page's or the article's footer.
    Footer,
    /// The page's header.
    Header,
    /// The fallback text of embedded content.
    Embedded,
    /// A picture whose address is not known.
    Picture,
    /// A second copy of what the article has: for another screen, in a pull quote.
    Copy,
    /// Text outside the element that contains the article.
    Outside,
}

const NAMES: [(Reason, &str); 26] = [
    (Reason::Loading, "loading"),
    (Reason::Navigation, "navigation"),
    (Reason::Tags, "tags"),
    (Reason::Section, "section"),
    (Reason::Counter, "counter"),
    (Reason::Share, "share"),
    (Reason::Teaser, "teaser"),
    (Reason::RepeatedTitle, "repeated-title"),
    (Reason::RepeatedByline, "repeated-byline"),
    (Reason::Promotion, "promotion"),
    (Reason::Advertisement, "advertisement"),
    (Reason::Related, "related"),
    (Reason::Consent, "consent"),
    (Reason::Comments, "comments"),
    (Reason::Copyright, "copyright"),
    (Reason::Label, "label"),
    (Reason::Date, "date"),
    (Reason::Hidden, "hidden"),
    (Reason::Control, "control"),
    (Reason::Aside, "aside"),
    (Reason::Footer, "footer"),
    (Reason::Header, "header"),
    (Reason::Embedded, "embedded"),
    (Reason::Picture, "picture"),
    (Reason::Copy, "copy"),
    (Reason::Outside, "outside"),
];

impl Reason {
    /// The name used in output, JSON and cue files.
    #[must_use]
    pub fn as_str(self) -> &'static str {
        NAMES.iter().find(|(reason, _)| *reason == self).map_or("", |(_, name)| name)
    }

    /// The reverse of [`Reason::as_str`].
    #[must_use]
    pub fn parse(name: &str) -> Option<Self> {
        NAMES.iter().find(|(_, known)| *known == name).map(|(reason, _)| *reason)
    }
}

impl fmt::Display for Reason {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(self.as_str())
    }
}
