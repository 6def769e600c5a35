//! What a page says to programs: a `NewsArticle` of schema.org, as JSON-LD.

use serde_json::{Map, Value, json};

use super::{Edition, escape::breakable};

/// The addresses that the data names.
pub(super) struct DataAddresses<'a> {
    /// The page's own.
    pub(super) page: Option<&'a str>,
    /// The article's that the edition translates.
    pub(super) original: Option<&'a str>,
    /// The picture for social networks.
    pub(super) image: Option<&'a str>,
}

/// The data as JSON that may stand within `<script>`: no character of it ends the element or begins another.
pub(super) fn linked_data(edition: &Edition, site_name: Option<&str>, addresses: &DataAddresses<'_>) -> String {
    let person = |name: &str| json!({ "@type": "Person", "name": name });
    let mut data = Map::new();
    let mut set = |key: &str, value: Option<Value>| {
        if let Some(value) = value {
            data.insert(key.to_owned(), value);
        }
    };
    let text = |text: &str| Some(Value::from(text));
    set("@context", text("https://schema.org"));
    set("@type", text("NewsArticle"));
    set("headline", text(&breakable(&edition.title)));
    set("description", edition.standfirst.as_deref().map(|text| breakable(text).into()));
    set("inLanguage", text(&edition.locale.to_string()));
    set("url", addresses.page.map(Value::from));
    set("mainEntityOfPage", addresses.page.map(Value::from));
    set("image", addresses.image.map(|image| json!([image])));
    set("datePublished", edition.date.map(|day| day.to_string().into()));
    set("dateModified", edition.modified.or(edition.date).map(|day| day.to_string().into()));
    set("author", edition.author.as_deref().map(person));
    set("translator", edition.translator.as_deref().map(person));
    set("publisher", site_name.map(|name| json!({ "@type": "Organization", "name": name })));
    set("keywords", (!edition.tags.is_empty()).then(|| json!(edition.tags)));
    let mut work = json!({ "@type": "NewsArticle", "inLanguage": edition.source.to_string() });
    if let (Some(work), Some(address)) = (work.as_object_mut(), addresses.original) {
        work.insert("@id".to_owned(), address.into());
        work.insert("url".to_owned(), address.into());
    }
    set("translationOfWork", Some(work));
    let json = Value::Object(data).to_string();
    json.replace('<', "\\u003c")
        .replace('>', "\\u003e")
        .replace('&', "\\u0026")
        .replace('\u{2028}', "\\u2028")
        .replace('\u{2029}', "\\u2029")
}
