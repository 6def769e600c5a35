//! Visible marks on the sentences that keep an edition from being ready.

use super::escape::escape;
use crate::{
    messages::Messages,
    model::{Lack, Readiness, Role, SegmentId, Text},
};

/// The lacks that a page marks; that a sentence is not approved is said once, in the legend.
const MARKED: [Lack; 4] = [Lack::Missing, Lack::Stale, Lack::Draft, Lack::Finding];

/// The texts of a page that are not in its body, as HTML with marks.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct MarkedTexts {
    /// The headline.
    pub title: String,
    /// The lines under it.
    pub standfirst: Option<String>,
    /// The note about the author.
    pub bio: Option<String>,
}

/// The marks of one edition. A mark goes through the renderer as one character that the edition does not have, and
/// becomes an element, or words in an attribute, in the finished HTML.
pub(super) struct Marks<'a> {
    readiness: &'a Readiness,
    first: char,
    labels: [String; MARKED.len()],
}

impl<'a> Marks<'a> {
    /// Chooses the characters for an edition with this text.
    pub(super) fn new(readiness: &'a Readiness, text: &str, words: &Messages) -> Self {
        let is_free = |first: &char| MARKED.iter().zip(*first..).all(|(_, c)| !text.contains(c));
        let first = ('\u{F0000}'..'\u{FFF00}').find(is_free).unwrap_or('\u{F0000}');
        let labels = MARKED.map(|lack| words.say(&format!("edition-{}", lack.as_str()), &[]));
        Self { readiness, first, labels }
    }

    /// Puts the mark of a segment's worst lack before its text; after it in a credit, which is known by its first word.
    pub(super) fn mark(&self, id: SegmentId, role: &Role, text: Text) -> Text {
        let lacks = self.readiness.open.get(&id);
        let worst = MARKED.into_iter().zip(self.first..).find(|(lack, _)| lacks.is_some_and(|all| all.contains(lack)));
        let Some((_, mark)) = worst else { return text };
        if *role == Role::Credit {
            return Text { prose: format!("{} {mark}", text.prose), ..text };
        }
        let prose = format!("{mark} {}", text.prose);
        let shift = mark.len_utf8() + 1;
        Text { prose, codes: text.codes.into_iter().map(|(at, code)| (at + shift, code)).collect() }
    }

    /// Shows the marks in HTML: as an element in the text, as words in an attribute.
    pub(super) fn show(&self, html: &str) -> String {
        let mut out = String::with_capacity(html.len());
        let (mut is_in_tag, mut quote) = (false, None);
        for c in html.chars() {
            let mark = MARKED.iter().zip(self.first..).zip(&self.labels).find(|((_, mark), _)| *mark == c);
            match (mark, quote) {
                (Some((_, label)), _) if is_in_tag => out.extend(["[", &escape(label), "]"]),
                (Some(((lack, _), label)), _) => out.push_str(&element(*lack, label)),
                (None, Some(open)) => {
                    if c == open {
                        quote = None;
                    }
                    out.push(c);
                }
                (None, None) => {
                    match c {
                        '<' => is_in_tag = true,
                        '>' => is_in_tag = false,
                        '"' | '\'' if is_in_tag => quote = Some(c),
                        _ => {}
                    }
                    out.push(c);
                }
            }
        }
        out
    }
}

/// The label that stands at a sentence, readable without colour too.
fn element(lack: Lack, label: &str) -> String {
    format!("<mark class=\"open {}\">[{}]</mark>", lack.as_str(), escape(label))
}

/// Returns a line for each kind of lack as HTML: its label, where sentences have one, and how many there are.
pub(super) fn legend(readiness: &Readiness, words: &Messages) -> Vec<String> {
    let line = |lack: Lack| {
        let count = readiness.open.values().filter(|lacks| lacks.contains(&lack)).count();
        let name = lack.as_str();
        let text = escape(&words.say(&format!("edition-legend-{name}"), &[("count", count.into())]));
        let label = MARKED.contains(&lack).then(|| element(lack, &words.say(&format!("edition-{name}"), &[])));
        (count > 0).then(|| label.map_or_else(|| text.clone(), |label| format!("{label} {text}")))
    };
    Lack::ALL.into_iter().filter_map(line).collect()
}
