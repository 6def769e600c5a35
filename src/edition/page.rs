//! An edition rendered as a page.

use minijinja::{AutoEscape, Environment, Value, context, escape_formatter};

use super::{
    Edition,
    escape::{breakable, escape},
    footnotes::with_ways_back,
    images::{PictureSizes, with_sizes},
    linked_data::{DataAddresses, linked_data},
    marks::legend,
    policy,
};
use crate::{
    locale::{Locales, Profile, long_date},
    messages::Messages,
    model::{Hinted, Locale, Message},
    source::allowed::{is_link, is_picture, without_hidden},
};

/// The built-in template; a project's `templates/edition.html.j2` replaces it.
const TEMPLATE: &str = include_str!("page.html.j2");
/// Steps in rendering a template: many times those of the built-in one, and over in a moment.
const MAX_STEPS: u64 = 2_000_000;

/// Where the editions are published.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Site {
    /// Name of the newsroom.
    pub name: Option<String>,
    /// Absolute address that paths are joined to.
    pub base_url: Option<String>,
    /// Template of an edition's path, with `{locale}` and `{slug}`; without one, editions link to each other as files.
    pub path: Option<String>,
    /// Template of the original's address, with `{slug}`.
    pub original: Option<String>,
    /// The addresses whose frames, sound and video a page may hold.
    pub embeds: Vec<String>,
}

/// A page that cannot be rendered because of its template.
#[derive(Debug, thiserror::Error)]
#[error("{file}: {message}")]
pub struct PageError {
    /// The template's file, with the line where known.
    pub file: String,
    /// The template engine's message.
    pub message: String,
}

impl Hinted for PageError {
    fn hint(&self) -> Option<Message> {
        Some(Message::new("hint-page"))
    }

    fn all() -> Vec<Self> {
        vec![Self { file: "page.html.j2:1".to_owned(), message: "syntax error".to_owned() }]
    }
}

impl Site {
    /// The address of an edition: absolute where the site has a base address, else relative to another edition's file.
    #[must_use]
    pub fn url(&self, locale: &Locale, slug: &str, file: &str) -> String {
        match &self.base_url {
            Some(base) => {
                let path = self.path.as_deref().unwrap_or("/{locale}/{slug}/");
                let path = path.replace("{locale}", &locale.to_string()).replace("{slug}", slug);
                format!("{}/{}", base.trim_end_matches('/'), path.trim_start_matches('/'))
            }
            None => format!("../{locale}/{file}.html"),
        }
    }

    /// The address of the article that the editions translate, unless it is withdrawn.
    fn original(&self, edition: &Edition) -> Option<String> {
        if edition.withdrawn {
            return None;
        }
        let of_site = || Some(self.original.as_ref()?.replace("{slug}", &edition.source_slug));
        edition.original.clone().or_else(of_site).filter(|address| is_link(address))
    }

    /// The address of the picture for social networks: absolute where the site has a base address.
    fn image_url(&self, edition: &Edition) -> Option<String> {
        let image = edition.social_image.as_deref()?;
        if !is_picture(image) {
            return None;
        }
        let has_scheme = image.contains("://");
        Some(match &self.base_url {
            Some(_) if !has_scheme => {
                let page = self.url(&edition.locale, &edition.local_slug, &edition.slug);
                format!("{}/{}", page.trim_end_matches('/'), image.trim_start_matches('/'))
            }
            _ => image.to_owned(),
        })
    }
}

/// Renders the page of an edition. `all` are all editions of the article, this one among them, in the order in which
/// the page links to them. `sizes` are those of its pictures, as far as they are known. `template` is the project's own: the name to show in errors, and the text.
pub fn page(
    edition: &Edition,
    all: &[&Edition],
    locales: &Locales,
    words: &Messages,
    site: &Site,
    sizes: &PictureSizes,
    template: Option<(&str, &str)>,
) -> Result<String, PageError> {
    let profile = locales.profile(&edition.locale);
    let original = site.original(edition);
    let url = |edition: &Edition| site.url(&edition.locale, &edition.local_slug, &edition.slug);
    // A base address that no page may hold leads to no link at all.
    let is_linkable = all.iter().all(|edition| is_link(&url(edition)));
    let all: Vec<&Edition> = all.iter().copied().filter(|other| is_linkable && edition.leads_to(other)).collect();
    let mut alternates: Vec<Value> =
        all.iter().map(|other| context! { hreflang => other.locale.to_string(), href => url(other) }).collect();
    if let Some(address) = &original {
        alternates.push(context! { hreflang => edition.source.to_string(), href => address });
        alternates.push(context! { hreflang => "x-default", href => address });
    } else if let Some(first) = all.first() {
        alternates.push(context! { hreflang => "x-default", href => url(first) });
    }
    let mut languages: Vec<Value> = all
        .iter()
        .map(|other| {
            context! {
                lang => other.locale.to_string(),
                name => native_name(locales, &other.locale),
                href => url(other),
                current => other.locale == edition.locale,
            }
        })
        .collect();
    if let Some(address) = &original {
        languages.push(context! {
            lang => edition.source.to_string(),
            name => native_name(locales, &edition.source),
            href => address,
            current => false,
        });
    }
    let canonical = site.base_url.is_some().then(|| url(edition)).filter(|address| is_link(address));
    let image = site.image_url(edition);
    let addresses =
        DataAddresses { page: canonical.as_deref(), original: original.as_deref(), image: image.as_deref() };
    let json_ld = (!edition.withdrawn).then(|| linked_data(edition, site.name.as_deref(), &addresses));
    let body = with_ways_back(&with_sizes(&edition.body, sizes), &words.say("edition-footnote-back", &[]));
    let values = context! {
        lang => edition.locale.to_string(),
        dir => "ltr",
        policy => policy::PLACEHOLDER,
        version => env!("CARGO_PKG_VERSION"),
        title => &edition.title,
        title_line => breakable(&edition.title),
        standfirst => &edition.standfirst,
        standfirst_line => edition.standfirst.as_deref().map(breakable),
        author => &edition.author,
        bio => &edition.bio,
        draft => edition.draft,
        noindex => !edition.is_finished(),
        legend => legend(&edition.readiness, words).into_iter().map(Value::from_safe_string).collect::<Vec<_>>(),
        marked => context! {
            title => Value::from_safe_string(edition.marked.title.clone()),
            standfirst => edition.marked.standfirst.clone().map(Value::from_safe_string),
            bio => edition.marked.bio.clone().map(Value::from_safe_string),
        },
        canonical => canonical,
        alternates => alternates,
        languages => languages,
        og_locale => og_locale(locales, &edition.locale),
        og_alternates => all.iter().filter(|other| other.locale != edition.locale).map(|other| og_locale(locales, &other.locale)).collect::<Vec<_>>(),
        image => image,
        json_ld => json_ld.map(Value::from_safe_string),
        site_name => site.name.as_deref().unwrap_or_default(),
        date_iso => edition.date.map(|day| day.to_string()),
        modified_iso => edition.modified.map(|day| day.to_string()),
        date_text => edition.date.map(|day| long_date(profile, day)),
        tags => &edition.tags,
        original => original,
        source_lang => edition.source.to_string(),
        body => Value::from_safe_string(body),
        words => phrases(edition, profile, words),
    };
    let (name, text) = template.unwrap_or(("edition.html.j2", TEMPLATE));
    let mut environment = Environment::new();
    environment.set_fuel(Some(MAX_STEPS));
    environment.set_auto_escape_callback(|_| AutoEscape::Html);
    environment.set_formatter(|out, state, value| match value.as_str() {
        Some(text) if !value.is_safe() && *state.auto_escape() == AutoEscape::Html => Ok(out.write_str(&escape(text))?),
        _ => escape_formatter(out, state, value),
    });
    let page_error = |error: &minijinja::Error| PageError {
        file: error.line().map_or_else(|| name.to_owned(), |line| format!("{name}:{line}")),
        message: error.to_string(),
    };
    environment.add_template(name, text).map_err(|error| page_error(&error))?;
    let template = environment.get_template(name).map_err(|error| page_error(&error))?;
    let page = template.render(values).map_err(|error| page_error(&error))?;
    let mut page = without_hidden(&policy::set(&page, &site.embeds)).into_owned();
    if !edition.is_finished() && !page.contains("noindex") {
        // A template of the project's own may not know of it.
        page = page.replacen("<head>", "<head>\n<meta name=\"robots\" content=\"noindex\">", 1);
    }
    if !page.ends_with('\n') {
        page.push('\n');
    }
    Ok(page)
}

/// The fixed phrases of a page.
fn phrases(edition: &Edition, profile: &Profile, words: &Messages) -> Value {
    let language = edition.source.language();
    let byline = edition.author.as_deref().map(|author| words.say("edition-byline", &[("author", author.into())]));
    let translation =
        (!edition.withdrawn).then(|| words.say("edition-translated-from", &[("language", language.into())]));
    let translator =
        edition.translator.as_deref().map(|name| words.say("edition-translator", &[("translator", name.into())]));
    let original = match edition.date.map(|day| long_date(profile, day)) {
        _ if edition.withdrawn => None,
        Some(date) => Some(words.say("edition-originally-published", &[("date", date.as_str().into())])),
        None => Some(words.say("edition-original", &[])),
    };
    let licence = edition.licence.as_deref().map(|name| words.say("edition-licence", &[("licence", name.into())]));
    context! {
        byline => byline,
        translation => translation,
        translator => translator,
        original => original,
        licence => licence,
        tags => words.say("edition-tags", &[]),
        languages => words.say("edition-languages", &[]),
        draft => words.say("edition-draft-notice", &[]),
        legend => words.say("edition-legend", &[]),
    }
}

/// A language's name in that language.
fn native_name(locales: &Locales, locale: &Locale) -> String {
    let names = &locales.profile(locale).names;
    names
        .get(&locale.to_string())
        .or_else(|| names.get(locale.language()))
        .cloned()
        .unwrap_or_else(|| locale.to_string())
}

/// A locale as Open Graph writes it: the language with the territory of its tag, or else of its profile (`be_BY`).
fn og_locale(locales: &Locales, locale: &Locale) -> String {
    let tag = locale.to_string();
    let is_territory = |part: &&str| part.len() == 2 && part.bytes().all(|byte| byte.is_ascii_uppercase());
    let territory = tag.split('-').skip(1).find(is_territory).map(str::to_owned);
    let territory = territory.unwrap_or_else(|| locales.profile(locale).territory.clone());
    if territory.is_empty() { locale.language().to_owned() } else { format!("{}_{territory}", locale.language()) }
}
