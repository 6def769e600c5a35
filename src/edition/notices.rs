//! What an edition says after it was published: its corrections, or that it is withdrawn.

use super::{
    address::{local_slug, source_slug_of},
    escape::escape,
    unit_text::unit_text,
};
use crate::{
    locale::{Day, Profile, long_date},
    messages::Messages,
    model::{Article, Locale, Role, Segment, SegmentId, Text, Translation, Unit},
    source::{Edits, FrontMatter, FrontValue, SourceFormat, Withdrawal, front_matter},
};

/// The text of a segment in an edition; `None` where the source's stays.
pub(super) type TargetText<'a> = &'a dyn Fn(&Unit, &Segment) -> Option<Text>;

/// A correction as an edition shows it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CorrectionNotice {
    /// The day of the correction.
    pub date: Option<Day>,
    /// What was wrong, in the locale.
    pub text: String,
}

/// The texts of a key of the front matter in the locale, in document order, each after the article's own.
fn texts<'a>(article: &'a Article, key: &'a str, target: TargetText<'a>) -> impl Iterator<Item = (&'a str, String)> {
    let units = article.units.iter().filter(move |unit| matches!(&unit.role, Role::Meta(name) if name == key));
    units.map(move |unit| (unit.text.prose.as_str(), unit_text(unit, target)))
}

/// The article's corrections in the locale.
pub(super) fn corrections(article: &Article, front: &FrontMatter, target: TargetText<'_>) -> Vec<CorrectionNotice> {
    let mut translated = texts(article, "corrections.text", target).peekable();
    let corrections = front_matter::corrections(front).into_iter().map(|correction| {
        let text = translated.next_if(|(source, _)| source.trim() == correction.text.trim());
        CorrectionNotice { date: correction.date, text: text.map_or(correction.text, |(_, text)| text) }
    });
    corrections.collect()
}

/// The corrections as the page shows them, above the text; empty if there are none.
pub(super) fn corrections_html(corrections: &[CorrectionNotice], profile: &Profile, words: &Messages) -> String {
    if corrections.is_empty() {
        return String::new();
    }
    let mut out = String::from("<aside class=\"corrections\" role=\"note\">\n");
    for correction in corrections {
        let label = match correction.date.map(|day| long_date(profile, day)) {
            Some(date) => words.say("edition-correction-of", &[("date", date.as_str().into())]),
            None => words.say("edition-correction", &[]),
        };
        // A date may end in an abbreviation (22 сакавіка 2022 г.).
        let stop = if label.ends_with('.') { "" } else { "." };
        out.extend(["<p><strong>", &escape(&label), stop, "</strong> ", &escape(&correction.text), "</p>\n"]);
    }
    out.push_str("</aside>\n");
    out
}

/// What is left of the edition of a withdrawn article.
pub(super) struct WithdrawnEdition {
    pub(super) title: String,
    pub(super) source_slug: String,
    pub(super) local_slug: String,
    pub(super) text: String,
    pub(super) body: String,
}

/// The edition of a withdrawn article: its title, and why it is withdrawn. It is never refused, since the page that it
/// replaces is worse than one in the article's language.
pub(super) fn withdrawn(
    article: &Article,
    translation: &Translation,
    front: &FrontMatter,
    withdrawal: &Withdrawal,
    (format, profile, words): (&dyn SourceFormat, &Profile, &Messages),
    target: TargetText<'_>,
) -> WithdrawnEdition {
    let role_text = |role: &Role| {
        let unit = article.units.iter().find(|unit| unit.role == *role)?;
        Some(unit_text(unit, target))
    };
    let title = role_text(&Role::Title).unwrap_or_else(|| article.slug.clone());
    let reason = texts(article, "withdrawn.reason", target).next().map(|(_, text)| text);
    let reason = reason.or_else(|| withdrawal.reason.clone()).unwrap_or_default();
    let label = match withdrawal.date.map(|day| long_date(profile, day)) {
        Some(date) => words.say("edition-withdrawn-on", &[("date", date.as_str().into())]),
        None => words.say("edition-withdrawn", &[]),
    };
    let mut body = format!("<p class=\"withdrawn\" role=\"note\"><strong>{}</strong></p>\n", escape(&label));
    if !reason.is_empty() {
        body.extend(["<p>", &escape(&reason), "</p>\n"]);
    }
    let (source_slug, local_slug) =
        (source_slug_of(article, front, profile), local_slug(article, translation, profile));
    let text =
        withdrawn_text(article, &translation.locale, withdrawal, (&title, &source_slug, &local_slug), &reason, format);
    WithdrawnEdition { title, source_slug, local_slug, text, body }
}

/// The same in the article's format, with a front matter of its own: nothing of the article is in it.
fn withdrawn_text(
    article: &Article,
    locale: &Locale,
    withdrawal: &Withdrawal,
    (title, source_slug, local_slug): (&str, &str, &str),
    reason: &str,
    format: &dyn SourceFormat,
) -> String {
    let mut shell = format.parse(&article.slug, "Withdrawn.\n".to_owned()).value;
    for unit in &mut shell.units {
        let id = SegmentId { digest: 0, occurrence: 1 };
        unit.segments = vec![Segment { id, span: 0..unit.text.prose.len() }];
    }
    let target = |_: &Unit, _: &Segment| Some(Text { prose: reason.to_owned(), codes: Vec::new() });
    let text = |value: &str| FrontValue::Text(value.to_owned());
    let date = withdrawal.date.map(|day| ("date".to_owned(), FrontValue::Plain(day.to_string())));
    let withdrawn = date.into_iter().chain([("reason".to_owned(), text(reason))]).collect();
    let front = vec![
        ("title".to_owned(), text(title)),
        ("lang".to_owned(), text(&locale.to_string())),
        ("slug".to_owned(), text(local_slug)),
        ("source_slug".to_owned(), text(source_slug)),
        ("source_lang".to_owned(), text(&article.locale.to_string())),
        ("withdrawn".to_owned(), FrontValue::Map(withdrawn)),
    ];
    format.write(&shell, &Edits { front, ..Edits::targets(&target) })
}
