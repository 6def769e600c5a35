//! Import of web pages as articles.

use std::{io::Read, path::Path, time::Duration};

use super::DeskError;
use crate::{
    backend::{
        Stop,
        http::{FetchError, Http, HttpSettings, fetch},
    },
    locale::{Locales, slug as slug_of},
    model::Locale,
    project::{Layout, read_bytes, write_atomic, write_new},
    source::{
        MARKDOWN, read_page,
        scrape::{Cues, Scraped, scrape, to_markdown},
    },
};

pub use crate::source::scrape::Scraped as Page;

/// Where a page comes from, and how to store it.
#[derive(Debug, Clone)]
pub struct ImportOptions {
    /// A file, an http(s) address, or `-` for standard input.
    pub from: String,
    /// The article's name; `None` derives it from the title.
    pub slug: Option<String>,
    /// Whether an existing article of that name may be replaced.
    pub force: bool,
    /// Whether the network must not be used.
    pub offline: bool,
    /// Whether a page may come from this machine or a link-local network.
    pub allow_local: bool,
}

/// The result of an import.
#[derive(Debug)]
pub enum Imported {
    /// An article was written.
    Article {
        /// The file, as shown to users.
        file: String,
        /// The scraped page, with what was left out of it.
        page: Box<Scraped>,
    },
    /// The page has no sentence of an article; nothing was written.
    NoArticle,
}

/// Imports a page as an article of the project. `input` is standard input.
pub fn import(layout: &Layout, options: &ImportOptions, input: impl Read) -> Result<Imported, DeskError> {
    let from = &options.from;
    let (bytes, media_type) = receive(options, input)?;
    let (page, kind) = read_page(&bytes, media_type.as_deref()).map_err(DeskError::source(from.as_str()))?;
    let scraped = scrape(&page, kind, &load_cues(Locales::embedded())?);
    if !scraped.has_sentence() {
        return Ok(Imported::NoArticle);
    }
    let path = layout.article(&article_name(&scraped, options.slug.clone())?, MARKDOWN.extension);
    let file = layout.name(&path);
    let text = to_markdown(&scraped.article);
    if options.force {
        write_atomic(&path, text.as_bytes())?;
    } else if !write_new(&path, text.as_bytes())? {
        return Err(DeskError::ArticleExists { name: file });
    }
    Ok(Imported::Article { file, page: Box::new(scraped) })
}

/// The bytes of the page, and its media type where a server names one.
fn receive(options: &ImportOptions, mut input: impl Read) -> Result<(Vec<u8>, Option<String>), DeskError> {
    let from = options.from.as_str();
    if from == "-" {
        let mut bytes = Vec::new();
        input.read_to_end(&mut bytes).map_err(DeskError::Input)?;
        return Ok((bytes, None));
    }
    if !from.starts_with("http://") && !from.starts_with("https://") {
        return Ok((read_bytes(Path::new(from))?, None));
    }
    if options.offline {
        return Err(DeskError::OfflinePage);
    }
    let settings =
        HttpSettings { total: Duration::from_mins(1), local: options.allow_local, ..HttpSettings::default() };
    let transport = Http::new(settings).map_err(FetchError::from)?;
    let page = fetch(&transport, from, &Stop::default())?;
    Ok((page.body, page.content_type))
}

/// Loads the words that identify furniture, of all languages: a page may mix them.
fn load_cues(locales: &Locales) -> Result<Cues, DeskError> {
    let mut texts: Vec<&str> = Vec::new();
    let embedded = locales.tags().filter_map(|tag| tag.parse::<Locale>().ok());
    for locale in std::iter::once(Locale::undetermined()).chain(embedded) {
        for layer in locales.layers(&locale, "scrape.toml") {
            if !texts.contains(&layer.text) {
                texts.push(layer.text);
            }
        }
    }
    Ok(Cues::parse(&texts)?)
}

/// Returns the article's name: the requested one, or else one made from its title.
fn article_name(scraped: &Scraped, requested: Option<String>) -> Result<String, DeskError> {
    let english = Locales::embedded().profile(&Locale::english());
    let slug = requested.unwrap_or_else(|| slug_of(english, &scraped.article.title));
    if is_slug(&slug) {
        return Ok(slug);
    }
    Err(DeskError::NotASlug { name: slug })
}

/// Whether a name can be that of an article's file.
pub(super) fn is_slug(name: &str) -> bool {
    !name.is_empty() && !name.starts_with('.') && !name.contains(['/', '\\', '\0', ':'])
}
