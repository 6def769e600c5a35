//! The metadata of an HTML page.

use std::collections::HashMap;

use html5ever::tokenizer::Tag;
use serde_json::Value;
use url::Url;

use super::{block::collapse, date::iso_day, tags::attribute};

/// The metadata of a page.
#[derive(Debug, Clone, Default)]
pub(super) struct Meta {
    /// The article's title: OpenGraph, JSON-LD, or the document's.
    pub(super) title: Option<String>,
    /// Its description.
    pub(super) description: Option<String>,
    /// The author's name.
    pub(super) author: Option<String>,
    /// The day of publication, `YYYY-MM-DD`.
    pub(super) date: Option<String>,
    /// The BCP 47 tag that the document declares.
    pub(super) lang: Option<String>,
    /// The canonical address.
    pub(super) url: Option<String>,
    /// Tags.
    pub(super) tags: Vec<String>,
}

/// The metadata read so far: the first value of each name.
#[derive(Debug, Default)]
pub(super) struct MetaCollector {
    values: HashMap<String, String>,
    tags: Vec<String>,
    base: Option<Url>,
    base_declared: bool,
}

/// The longest address that is kept, in bytes.
const LONGEST_ADDRESS: usize = 4_000;

impl MetaCollector {
    fn put(&mut self, name: &str, value: &str) {
        let value = collapse(value);
        if !value.is_empty() {
            self.values.entry(name.to_owned()).or_insert(value);
        }
    }

    /// Reads a tag of the head.
    pub(super) fn read_tag(&mut self, tag: &Tag) {
        match &*tag.name {
            "html" => {
                let lang = attribute(tag, "lang").or_else(|| attribute(tag, "xml:lang"));
                self.put("lang", lang.unwrap_or_default());
            }
            "base" => {
                let url = attribute(tag, "href").and_then(|href| Url::parse(href.trim()).ok());
                // A page that was saved may name a folder of somebody's disk.
                if let Some(url) = url.filter(|url| matches!(url.scheme(), "http" | "https")) {
                    self.base = Some(url);
                    self.base_declared = true;
                }
            }
            "link" => {
                let rel = attribute(tag, "rel").unwrap_or_default();
                if rel.split_ascii_whitespace().any(|rel| rel.eq_ignore_ascii_case("canonical")) {
                    self.put_address("canonical", attribute(tag, "href").unwrap_or_default());
                }
            }
            _ => {
                let name = ["property", "name", "itemprop"].into_iter().find_map(|name| attribute(tag, name));
                let name = name.unwrap_or_default().trim().to_ascii_lowercase();
                let value = attribute(tag, "content").unwrap_or_default();
                match name.as_str() {
                    "article:tag" => self.tags.push(collapse(value)),
                    "og:url" => self.put_address("og:url", value),
                    _ => self.put(&name, value),
                }
            }
        }
    }

    fn put_address(&mut self, name: &str, value: &str) {
        let Ok(url) = Url::parse(value.trim()) else { return };
        if matches!(url.scheme(), "http" | "https") {
            self.put(name, url.as_str());
            if !self.base_declared && (name == "canonical" || self.base.is_none()) {
                self.base = Some(url);
            }
        }
    }

    /// The document's `<title>`.
    pub(super) fn set_title(&mut self, text: &str) {
        self.put("<title>", text);
    }

    /// A `<time>` in the text: the first with a day may be the day of publication.
    pub(super) fn read_time(&mut self, tag: &Tag) {
        if let Some(day) = attribute(tag, "datetime").and_then(iso_day) {
            self.put("<time>", &day);
        }
    }

    /// Reads a JSON-LD script (schema.org): the data of its first article.
    pub(super) fn read_json(&mut self, text: &str) {
        let Ok(value) = serde_json::from_str::<Value>(text) else { return };
        let graph = value.get("@graph").and_then(Value::as_array);
        let list = graph.or_else(|| value.as_array()).map_or_else(|| vec![&value], |list| list.iter().collect());
        let is_article = |value: &&&Value| {
            let kind = value.get("@type");
            let kinds = kind
                .and_then(Value::as_array)
                .map_or_else(|| kind.into_iter().collect(), |all| all.iter().collect::<Vec<_>>());
            kinds.iter().filter_map(|kind| kind.as_str()).any(|kind| kind.ends_with("Article") || kind == "BlogPosting")
        };
        let Some(article) = list.iter().find(is_article) else { return };
        let text = |name: &str| article.get(name).and_then(Value::as_str).unwrap_or_default();
        self.put("ld:title", text("headline"));
        self.put("ld:date", text("datePublished"));
        let author = article.get("author");
        let authors = author
            .and_then(Value::as_array)
            .map_or_else(|| author.into_iter().collect(), |all| all.iter().collect::<Vec<_>>());
        let names: Vec<&str> = authors
            .iter()
            .filter_map(|author| author.get("name").and_then(Value::as_str).or_else(|| author.as_str()))
            .collect();
        self.put("ld:author", &names.join(", "));
    }

    /// The address of a link or picture, absolute if the page's own is known; `None` for one that is useless outside
    /// the page.
    pub(super) fn resolve(&self, address: &str) -> Option<String> {
        let address = address.trim();
        if address.is_empty() || address.starts_with('#') || address.len() > LONGEST_ADDRESS {
            return None;
        }
        match Url::parse(address) {
            Ok(url) if matches!(url.scheme(), "http" | "https" | "mailto" | "tel" | "ftp") => Some(address.to_owned()),
            Err(url::ParseError::RelativeUrlWithoutBase) => {
                let joined = self.base.as_ref().and_then(|base| base.join(address).ok());
                Some(joined.map_or_else(|| address.to_owned(), String::from))
            }
            _ => None,
        }
    }

    /// The metadata, preferring more specific names.
    pub(super) fn finish(self) -> Meta {
        let first = |names: &[&str]| names.iter().find_map(|name| self.values.get(*name)).cloned();
        let name = |value: &String| !value.contains("://") && !value.starts_with('@');
        let mut tags: Vec<String> = self.tags.clone();
        if tags.is_empty() {
            let words = first(&["news_keywords", "keywords"]).unwrap_or_default();
            tags = words.split(',').map(collapse).collect();
        }
        tags.retain(|tag| !tag.is_empty());
        let mut seen = std::collections::HashSet::new();
        tags.retain(|tag| seen.insert(tag.clone()));
        tags.truncate(40);
        let dates = ["article:published_time", "ld:date", "datepublished", "dc.date", "date", "pubdate", "<time>"];
        Meta {
            title: first(&["og:title", "ld:title", "twitter:title", "headline", "<title>"]),
            description: first(&["og:description", "description", "twitter:description"]),
            author: ["ld:author", "author", "article:author", "parsely-author", "dc.creator"]
                .iter()
                .find_map(|key| self.values.get(*key).filter(|value| name(value)))
                .cloned(),
            date: dates.iter().find_map(|name| self.values.get(*name).and_then(|value| iso_day(value))),
            lang: first(&["lang", "og:locale"]).and_then(|lang| language_tag(&lang)),
            url: first(&["canonical", "og:url"]),
            tags,
        }
    }
}

/// A language tag in BCP 47 form; `None` if it cannot be one.
fn language_tag(lang: &str) -> Option<String> {
    let tag = lang.trim().replace('_', "-");
    let mut parts = tag.split('-');
    let language = parts.next()?;
    let fits = (2..=3).contains(&language.len()) && language.bytes().all(|b| b.is_ascii_alphabetic());
    let rest = parts.all(|part| (1..=8).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_alphanumeric()));
    (fits && rest).then_some(tag)
}
