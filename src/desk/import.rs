//! Pages turned into articles.

use std::{io::Read, path::Path, time::Duration};

use super::DeskError;
use crate::{
    backend::{
        Stop,
        http::{FetchError, Http, HttpSettings, fetch},
    },
    locale::{Locales, slug as slug_of},
    model::Locale,
    project::{Layout, read_bytes, write_atomic},
    source::{
        MARKDOWN, decode,
        scrape::{Cues, PageKind, Scraped, scrape, to_markdown},
    },
};

pub use crate::source::scrape::Scraped as Page;

/// Where a page comes from, and what is made of it.
#[derive(Debug, Clone)]
pub struct ImportOptions {
    /// A file, an http(s) address, or `-` for standard input.
    pub from: String,
    /// The article's name; from its title where none is given.
    pub slug: Option<String>,
    /// Whether an article of that name may be replaced.
    pub force: bool,
    /// Whether the network is left alone.
    pub offline: bool,
}

/// What an import gave.
#[derive(Debug)]
pub enum Imported {
    /// The article, as people name its file, and what was left out of the page.
    Article {
        /// The file.
        file: String,
        /// The page as it was understood.
        page: Box<Scraped>,
    },
    /// The page holds no article.
    NoArticle,
}

/// Turns a page into an article of the project. `input` is standard input.
pub fn import(layout: &Layout, options: &ImportOptions, input: impl Read) -> Result<Imported, DeskError> {
    let from = &options.from;
    let page = decode(page(options, input)?).map_err(DeskError::source(from.as_str()))?;
    let scraped = scrape(&page, PageKind::Auto, &cues(Locales::embedded())?);
    if scraped.article.blocks.is_empty() && scraped.article.title.is_empty() {
        return Ok(Imported::NoArticle);
    }
    let path = layout.article(&name(&scraped, options.slug.clone())?, MARKDOWN.extension);
    let file = layout.name(&path);
    if path.exists() && !options.force {
        return Err(DeskError::ArticleExists { name: file });
    }
    write_atomic(&path, to_markdown(&scraped.article).as_bytes())?;
    Ok(Imported::Article { file, page: Box::new(scraped) })
}

fn page(options: &ImportOptions, mut input: impl Read) -> Result<Vec<u8>, DeskError> {
    let from = options.from.as_str();
    if from == "-" {
        let mut bytes = Vec::new();
        input.read_to_end(&mut bytes).map_err(DeskError::Input)?;
        return Ok(bytes);
    }
    if !from.starts_with("http://") && !from.starts_with("https://") {
        return Ok(read_bytes(Path::new(from))?);
    }
    if options.offline {
        return Err(DeskError::OfflinePage);
    }
    let settings = HttpSettings { total: Duration::from_mins(1), ..HttpSettings::default() };
    let transport = Http::new(settings).map_err(FetchError::from)?;
    Ok(fetch(&transport, from, &Stop::default())?.body)
}

/// The words by which furniture is known, of all languages: a page may mix them.
fn cues(locales: &Locales) -> Result<Cues, DeskError> {
    let mut texts: Vec<&str> = Vec::new();
    let known = locales.tags().filter_map(|tag| tag.parse::<Locale>().ok());
    for locale in std::iter::once(Locale::undetermined()).chain(known) {
        for layer in locales.layers(&locale, "scrape.toml") {
            if !texts.contains(&layer.text) {
                texts.push(layer.text);
            }
        }
    }
    Ok(Cues::parse(&texts)?)
}

/// The article's name: as requested, else from its title.
fn name(scraped: &Scraped, requested: Option<String>) -> Result<String, DeskError> {
    let english = Locales::embedded().profile(&Locale::english());
    let slug = requested.unwrap_or_else(|| slug_of(english, &scraped.article.title));
    let is_name = !slug.is_empty() && !slug.starts_with('.') && !slug.contains(['/', '\\', '\0', ':']);
    if is_name {
        return Ok(slug);
    }
    Err(DeskError::NotASlug { name: slug })
}
