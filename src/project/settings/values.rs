//! Values of a settings file that have the right type and still cannot be meant.

use std::collections::{BTreeSet, HashMap};

use url::Url;

use super::{FileSettings, KnownNames, PolicySettings, Site, text::SettingsText};
use crate::{
    check::{LinkTable, is_link_folder, page_key},
    model::{Locale, SegmentId},
    project::{ProjectError, SettingsError},
    source::allowed::web_origin,
};

/// The names in the path of an edition.
const OF_PATH: [&str; 2] = ["locale", "slug"];
/// The names in the address of an original.
const OF_ORIGINAL: [&str; 1] = ["slug"];

/// Fails, with file and line, on the first value that cannot be meant.
pub(super) fn refuse_unusable(
    file: &SettingsText<'_>,
    settings: &FileSettings,
    names: &KnownNames<'_>,
) -> Result<(), ProjectError> {
    let mut seen: BTreeSet<&Locale> = BTreeSet::new();
    for (number, locale) in settings.targets.iter().flatten().enumerate() {
        if !seen.insert(locale) {
            let error = SettingsError::Twice { key: locale.to_string() };
            return Err(file.wrong(&["targets", &number.to_string()], error));
        }
    }
    site(file, &settings.site)?;
    links(file, &settings.links)?;
    front_matter(file, settings)?;
    policy(file, &settings.policy, names)?;
    let rules = if settings.ignore.is_empty() { Vec::new() } else { (names.rules)() };
    for (number, ignore) in settings.ignore.iter().enumerate() {
        let number = number.to_string();
        let wrong = |key: &str, error| Err(file.wrong(&["ignore", &number, key], error));
        if !rules.contains(&ignore.rule.as_str()) {
            return wrong("rule", SettingsError::UnknownRule { rule: ignore.rule.clone(), known: rules });
        }
        if let Some(id) = ignore.segment.as_ref().filter(|id| id.parse::<SegmentId>().is_err()) {
            return wrong("segment", SettingsError::NotASegment { id: id.clone() });
        }
    }
    Ok(())
}

/// Fails on a rule that no finding has.
fn policy(file: &SettingsText<'_>, policy: &PolicySettings, names: &KnownNames<'_>) -> Result<(), ProjectError> {
    if *policy == PolicySettings::default() {
        return Ok(());
    }
    let rules = (names.rules)();
    for (state, table) in policy.tables() {
        let listed = table.never_waive.iter().enumerate().map(|(number, rule)| (number.to_string(), rule));
        let listed = listed.map(|(number, rule)| (["policy", state, "never_waive"], number, rule));
        let judged = table.severity.keys().map(|rule| (["policy", state, "severity"], rule.clone(), rule));
        for ([table, state, key], last, rule) in listed.chain(judged) {
            if !rules.contains(&rule.as_str()) {
                let error = SettingsError::UnknownRule { rule: rule.clone(), known: rules };
                return Err(file.wrong(&[table, state, key, &last], error));
            }
        }
    }
    Ok(())
}

fn site(file: &SettingsText<'_>, site: &Site) -> Result<(), ProjectError> {
    if let Some(address) = &site.base_url {
        base_address(address).map_err(|error| file.wrong(&["site", "base_url"], error))?;
    }
    if let Some(path) = &site.path {
        let wrong = |error| file.wrong(&["site", "path"], error);
        template("site.path", path, &OF_PATH).map_err(wrong)?;
        if path.contains("://") {
            return Err(wrong(SettingsError::NotAPath { path: path.clone() }));
        }
        if !path.contains("{slug}") {
            return Err(wrong(SettingsError::NoSlug { key: "site.path" }));
        }
    }
    if let Some(address) = &site.original {
        let wrong = |error| file.wrong(&["site", "original"], error);
        template("site.original", address, &OF_ORIGINAL).map_err(wrong)?;
        web_address(&address.replace("{slug}", "slug"), address).map_err(wrong)?;
    }
    for (number, address) in site.embeds.iter().enumerate() {
        web_address(address, address).map_err(|error| file.wrong(&["site", "embeds", &number.to_string()], error))?;
    }
    Ok(())
}

/// Fails on what is no address of a page, and on a page, or a folder of pages, that the table has twice.
fn links(file: &SettingsText<'_>, table: &LinkTable) -> Result<(), ProjectError> {
    let mut seen: HashMap<(String, bool), &str> = HashMap::new();
    for (address, by_locale) in table {
        web_page(address).map_err(|error| file.wrong(&["links", address], error))?;
        let key = (page_key(address).unwrap_or_default(), is_link_folder(address));
        if let Some(other) = seen.insert(key, address) {
            // The one that stands further down.
            let first = file.offset_of(&["links", other]) < file.offset_of(&["links", address]);
            let second = if first { address.as_str() } else { other };
            return Err(file.wrong(&["links", second], SettingsError::Twice { key: second.to_owned() }));
        }
        for (locale, address_there) in by_locale {
            let path = ["links", address.as_str(), &locale.to_string()];
            web_page(address_there).map_err(|error| file.wrong(&path, error))?;
        }
    }
    Ok(())
}

/// Fails on what is no address of a page.
fn web_page(address: &str) -> Result<(), SettingsError> {
    web_address(address, address)?;
    match page_key(address) {
        Some(_) => Ok(()),
        None => Err(SettingsError::NotAnAddress { address: address.to_owned(), meant: None }),
    }
}

/// Fails on a key that is translated and kept, and on one that no front matter has.
fn front_matter(file: &SettingsText<'_>, settings: &FileSettings) -> Result<(), ProjectError> {
    let lists = [("front_matter", &settings.front_matter), ("front_matter_kept", &settings.front_matter_kept)];
    let translated = settings.front_matter.as_deref().unwrap_or_default();
    for (name, list) in lists {
        for (number, key) in list.iter().flatten().enumerate() {
            let wrong = |error| Err(file.wrong(&[name, &number.to_string()], error));
            if key.split('.').any(|part| part.trim().is_empty()) {
                return wrong(SettingsError::NotAFrontMatterKey { key: key.clone() });
            }
            if name == "front_matter_kept" && translated.contains(key) {
                return wrong(SettingsError::TranslatedAndKept { key: key.clone() });
            }
        }
    }
    Ok(())
}

/// Fails on a name in braces that a template has not, and on a brace without its partner.
fn template(key: &'static str, text: &str, known: &[&'static str]) -> Result<(), SettingsError> {
    let known = || known.iter().map(|name| format!("{{{name}}}")).collect::<Vec<String>>();
    let stray = || SettingsError::StrayBrace { key, text: text.to_owned(), known: known() };
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('{') {
        let (name, after) = after.split_once('}').ok_or_else(stray)?;
        if before.contains('}') {
            return Err(stray());
        }
        let name = format!("{{{name}}}");
        if !known().contains(&name) {
            return Err(SettingsError::UnknownInTemplate { key, name, known: known() });
        }
        rest = after;
    }
    if rest.contains('}') { Err(stray()) } else { Ok(()) }
}

/// Fails on a base address to which no path can be added.
fn base_address(address: &str) -> Result<(), SettingsError> {
    web_address(address, address)?;
    let url = Url::parse(address).ok();
    if url.is_none_or(|url| url.query().is_some() || url.fragment().is_some()) || address.contains(['{', '}']) {
        return Err(SettingsError::NoBase { address: address.to_owned() });
    }
    Ok(())
}

/// Fails on what is no address of the web; `shown` is how the setting writes it.
fn web_address(address: &str, shown: &str) -> Result<(), SettingsError> {
    let is_host = |address: &str| web_origin(address).is_some() && !address.contains(char::is_whitespace);
    if is_host(address) {
        return Ok(());
    }
    let host = shown.split('/').next().unwrap_or_default();
    let is_port = |port: &str| port.bytes().all(|byte| byte.is_ascii_digit());
    let is_name = host.contains('.') && host.split(':').nth(1).is_none_or(is_port);
    let is_bare = is_name && is_host(&format!("https://{address}"));
    let meant = is_bare.then(|| format!("https://{shown}"));
    Err(SettingsError::NotAnAddress { address: shown.to_owned(), meant })
}
