//! Which addresses lead to the same page, and which page of another language a project's table puts in a page's place.

use std::{
    collections::{BTreeMap, HashMap},
    hash::Hash,
};

use url::Url;

use crate::model::Locale;

/// The longest name of a server, in bytes (RFC 1035).
const LONGEST_HOST: usize = 255;

/// A project's table of links: the address of a page, or of a folder of pages with a slash at its end, and its counterpart
/// by locale.
pub type LinkTable = BTreeMap<String, BTreeMap<Locale, String>>;

/// The counterparts that a project's table has for one locale.
#[derive(Debug, Clone, Default)]
pub struct Links {
    /// By the key of a page, with the section of it that the table names.
    pages: HashMap<String, String>,
    /// By the key of a folder.
    folders: HashMap<String, String>,
    /// The bytes of the longest key of a folder.
    longest_folder: usize,
}

/// An address of the web, without what makes no difference to where it leads.
struct PageAddress {
    scheme: &'static str,
    /// User, host, path and query.
    key: String,
    section: String,
}

impl Links {
    /// Takes a locale's counterparts out of a table; a variant (`be-tarask`) without one has those of its language.
    #[must_use]
    pub fn new(table: &LinkTable, locale: &Locale) -> Self {
        let mut links = Self::default();
        let language = locale.language();
        for (address, by_locale) in table {
            let of_language = || by_locale.iter().find(|(tag, _)| tag.to_string() == language).map(|(_, other)| other);
            let Some(other) = by_locale.get(locale).or_else(of_language) else { continue };
            let Some(page) = page(address) else { continue };
            if is_link_folder(address) {
                links.longest_folder = links.longest_folder.max(page.key.len());
                links.folders.insert(page.key, other.clone());
            } else {
                links.pages.insert(page.whole(), other.clone());
            }
        }
        links
    }

    /// The counterpart of an address; `None` if the table has none.
    pub(super) fn counterpart(&self, address: &str) -> Option<String> {
        if self.pages.is_empty() && self.folders.is_empty() {
            return None;
        }
        let page = page(address)?;
        if let Some(other) = self.pages.get(&page.whole()).or_else(|| self.pages.get(&page.key)) {
            return Some(other.clone());
        }
        // The longest folder that has the page.
        let mut end = page.key.len();
        loop {
            let head = page.key.get(..end).filter(|head| head.len() <= self.longest_folder);
            if let Some(other) = head.and_then(|head| self.folders.get(head)) {
                let rest = page.key.get(end..).unwrap_or_default();
                return Some(format!("{}{rest}", other.trim_end_matches('/')) + if rest.is_empty() { "/" } else { "" });
            }
            let known = page.key.floor_char_boundary(self.longest_folder.saturating_add(1));
            end = page.key.get(..end.min(known))?.rfind(['/', '?'])?;
        }
    }

    /// The keys under which an address may stand in a translation: its own, and that of its counterpart.
    pub(super) fn wanted_keys(&self, address: &str) -> Vec<String> {
        let own = page(address).map(|page| page.exact());
        let other = self.counterpart(address).and_then(|other| page(&other));
        own.into_iter().chain(other.map(|other| other.wanted_as_counterpart())).collect()
    }

    /// Takes out of two lists what stands for each other: addresses that lead to the same place, and pages with their
    /// counterparts. `address` gives the address of an item, with what else must be the same.
    pub(super) fn settle<K: Hash + Eq + Clone>(
        &self,
        missing: &mut Vec<usize>,
        extra: &mut Vec<usize>,
        wanted: impl Fn(usize) -> Option<(K, String)>,
        found: impl Fn(usize) -> Option<(K, String)>,
    ) {
        let mut by_key: HashMap<(K, String), Vec<usize>> = HashMap::new();
        for (place, item) in missing.iter().enumerate().rev() {
            let Some((kind, address)) = wanted(*item) else { continue };
            for key in self.wanted_keys(&address) {
                by_key.entry((kind.clone(), key)).or_default().push(place);
            }
        }
        if by_key.is_empty() {
            return;
        }
        let mut settled = vec![false; missing.len()];
        extra.retain(|item| {
            let Some((kind, address)) = found(*item) else { return true };
            for key in found_keys(&address) {
                let Some(places) = by_key.get_mut(&(kind.clone(), key)) else { continue };
                while let Some(place) = places.pop() {
                    if let Some(settled) = settled.get_mut(place).filter(|settled| !**settled) {
                        *settled = true;
                        return false;
                    }
                }
            }
            true
        });
        let mut settled = settled.into_iter();
        missing.retain(|_| !settled.next().unwrap_or_default());
    }
}

/// The keys of an address in a translation: as the article's own address, and as a counterpart, there also without the section.
/// What is wanted by `http` may stand with `https`, never the other way round.
pub(super) fn found_keys(address: &str) -> impl Iterator<Item = String> {
    page(address).into_iter().flat_map(|page| {
        let whole = page.whole();
        let mut keys = vec![page.exact()];
        if page.scheme == "https" {
            keys.push(format!("http://{whole}"));
        }
        let schemes: &[&str] = if page.scheme == "http" { &["http"] } else { &["https", "http"] };
        for scheme in schemes {
            keys.extend([&whole, &page.key].map(|form| counterpart_key(scheme, form)));
        }
        keys
    })
}

/// The key under which a counterpart is looked for; never that of an address.
fn counterpart_key(scheme: &str, form: &str) -> String {
    format!("counterpart {scheme}://{form}")
}

/// Whether an entry of a project's table stands for all pages below its address: its path ends with a slash.
#[must_use]
pub fn is_link_folder(address: &str) -> bool {
    address.ends_with('/') && !address.contains(['?', '#'])
}

/// Whether an address leads to a page, or to the section of it that the page's address names.
pub(super) fn leads_to(address: &str, to: &str) -> bool {
    page(to).is_some_and(|to| {
        let wanted = to.wanted_as_counterpart();
        found_keys(address).any(|key| key == wanted)
    })
}

/// What tells the page of an address from others: two spellings of one address (`%D0%9C` and `М`, a slash at the end) have the
/// same key. `None` if it is no address of the web.
#[must_use]
pub fn page_key(address: &str) -> Option<String> {
    page(address).map(|page| page.whole())
}

impl PageAddress {
    /// The page with the section of it.
    fn whole(&self) -> String {
        if self.section.is_empty() { self.key.clone() } else { format!("{}#{}", self.key, self.section) }
    }

    /// The key that an address must have to stand for this page as a counterpart.
    fn wanted_as_counterpart(&self) -> String {
        counterpart_key(if self.scheme == "https" { "https" } else { "http" }, &self.whole())
    }

    fn exact(&self) -> String {
        format!("{}://{}", self.scheme, self.whole())
    }
}

/// Reads an address of the web: `https://…`, `http://…` or `www.…`.
fn page(address: &str) -> Option<PageAddress> {
    let (scheme, rest) = match address.split_once("://") {
        Some((scheme, rest)) if scheme.eq_ignore_ascii_case("https") => ("https", rest),
        Some((scheme, rest)) if scheme.eq_ignore_ascii_case("http") => ("http", rest),
        None if address.starts_with("www.") => ("", address),
        _ => return None,
    };
    let (rest, section) = rest.split_once('#').unwrap_or((rest, ""));
    let (rest, query) = rest.split_once('?').map_or((rest, None), |(rest, query)| (rest, Some(query)));
    let (host, path) = rest.split_at_checked(rest.find('/').unwrap_or(rest.len()))?;
    if host.is_empty() || host.len() > LONGEST_HOST {
        return None;
    }
    // The crate knows names of servers in any script, and the usual port.
    let url = Url::parse(&format!("{}://{host}", if scheme.is_empty() { "https" } else { scheme })).ok()?;
    let port = url.port().map(|port| format!(":{port}")).unwrap_or_default();
    // Another user, or none, may see another page.
    let user = host.rsplit_once('@').map(|(user, _)| format!("{user}@")).unwrap_or_default();
    let mut key = format!("{user}{}{port}{}", url.host_str()?, decoded(path.trim_end_matches('/')));
    if let Some(query) = query {
        key.push('?');
        key.push_str(&decoded(query));
    }
    Some(PageAddress { scheme, key, section: decoded(section) })
}

/// A part of an address with the characters that may stand for themselves (RFC 3987), and capitals in the other escapes.
fn decoded(part: &str) -> String {
    if !part.contains('%') {
        return part.to_owned();
    }
    let mut out = String::with_capacity(part.len());
    let mut run: Vec<u8> = Vec::new();
    let mut rest = part;
    loop {
        let escaped = rest.strip_prefix('%').and_then(|rest| rest.get(..2)).filter(|hex| is_hexadecimal(hex));
        if let Some(byte) = escaped.and_then(|hex| u8::from_str_radix(hex, 16).ok()) {
            run.push(byte);
            rest = rest.get(3..).unwrap_or_default();
            continue;
        }
        append_run(&mut out, &mut run);
        let Some(c) = rest.chars().next() else { return out };
        out.push(c);
        rest = rest.get(c.len_utf8()..).unwrap_or_default();
    }
}

fn is_hexadecimal(digits: &str) -> bool {
    digits.bytes().all(|byte| byte.is_ascii_hexdigit())
}

/// Writes the bytes of escapes that follow one another.
fn append_run(out: &mut String, run: &mut Vec<u8>) {
    let escape = |out: &mut String, byte: u8| {
        let digit = |half: u8| char::from_digit(u32::from(half), 16).unwrap_or_default().to_ascii_uppercase();
        out.extend(['%', digit(byte >> 4), digit(byte & 15)]);
    };
    for chunk in run.utf8_chunks() {
        for c in chunk.valid().chars() {
            match u8::try_from(c) {
                Ok(byte) if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) => out.push(c),
                Ok(byte) if byte.is_ascii() => escape(out, byte),
                _ if c.is_whitespace() || c.is_control() => {
                    let mut bytes = [0; 4];
                    c.encode_utf8(&mut bytes).bytes().for_each(|byte| escape(out, byte));
                }
                _ => out.push(c),
            }
        }
        chunk.invalid().iter().for_each(|byte| escape(out, *byte));
    }
    run.clear();
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_spellings_of_an_address_have_one_key() {
        let facts = [
            ("https://be.wikipedia.org/wiki/Мінск", "https://be.wikipedia.org/wiki/%D0%9C%d1%96нск", true),
            ("https://a.example/x", "https://A.example/x/", true),
            ("https://a.example", "https://a.example/", true),
            ("https://a.example:443/x", "https://a.example/x", true),
            ("https://a.example:8443/x", "https://a.example/x", false),
            ("https://почта.example/x", "https://xn--80a1acny.example/x", true),
            ("https://a.example/%7Ex", "https://a.example/~x", true),
            ("https://a.example/a%2Fb", "https://a.example/a/b", false),
            ("https://a.example/a%2fb", "https://a.example/a%2Fb", true),
            ("https://a.example/%FF%zz", "https://a.example/%ff%zz", true),
            ("https://a.example/x#One", "https://a.example/x#two", false),
            ("https://a.example/x?a=1", "https://a.example/x?a=2", false),
            ("https://a.example/X", "https://a.example/x", false),
            ("https://editor:secret@a.example/x", "https://a.example/x", false),
            ("https://editor@a.example/x", "https://a.example/x", false),
            ("https://editor@a.example/x", "https://editor@A.example/x", true),
        ];
        for (one, other, wanted) in facts {
            assert_eq!(page_key(one) == page_key(other), wanted, "{one} {other}");
            assert!(page_key(one).is_some(), "{one}");
        }
        for address in ["", "https://", "mailto:a@b.example", "a@b.example", "/x", "ftp://a.example", "https://a b/x"] {
            assert_eq!(page_key(address), None, "{address}");
        }
    }

    #[test]
    fn https_may_stand_for_http_and_never_the_other_way_round() {
        let be = "be".parse::<Locale>().unwrap_or_else(|error| panic!("{error}"));
        let by = |to: &str| BTreeMap::from([(be.clone(), to.to_owned())]);
        let table: LinkTable = [
            ("https://a.example/x", "https://a.example/be/x"),
            ("https://a.example/y", "http://a.example/be/y"),
            ("https://a.example/?next=/", "https://a.example/be/next"),
        ]
        .map(|(from, to)| (from.to_owned(), by(to)))
        .into();
        let links = Links::new(&table, &be);
        for (wanted, found, is_right) in [
            ("https://a.example/x", "https://a.example/be/x#part", true),
            ("https://a.example/x", "http://a.example/be/x", false),
            ("https://a.example/y", "http://a.example/be/y", true),
            ("https://a.example/y", "https://a.example/be/y", true),
            ("http://a.example/z", "https://a.example/z", true),
            ("https://a.example/z", "http://a.example/z", false),
            ("https://a.example/?next=/", "https://a.example/be/next", true),
            ("https://a.example/?next=/more", "https://a.example/be/next/more", false),
        ] {
            let keys = links.wanted_keys(wanted);
            assert_eq!(found_keys(found).any(|key| keys.contains(&key)), is_right, "{wanted} {found}");
        }
    }

    #[test]
    fn a_folder_has_the_pages_below_it_and_the_longest_one_counts() {
        let locale = |tag: &str| tag.parse::<Locale>().unwrap_or_else(|error| panic!("{tag}: {error}"));
        let be = locale("be");
        let table: LinkTable = [
            ("https://a.example/", "https://a.example/be/"),
            ("https://a.example/news/", "https://навіны.example"),
            ("https://a.example/news/1", "https://b.example/adzin"),
            ("https://a.example/x#one", "https://a.example/y#adzin"),
        ]
        .map(|(from, to)| (from.to_owned(), BTreeMap::from([(be.clone(), to.to_owned())])))
        .into();
        let links = Links::new(&table, &locale("be-tarask"));
        for (address, wanted) in [
            ("https://a.example", Some("https://a.example/be/")),
            ("http://a.example/x/", Some("https://a.example/be/x")),
            ("https://a.example/x#one", Some("https://a.example/y#adzin")),
            ("https://a.example/?q=1", Some("https://a.example/be?q=1")),
            ("https://a.example/news/2?q", Some("https://навіны.example/2?q")),
            ("https://a.example/news/1#top", Some("https://b.example/adzin")),
            ("https://a.example/newspaper", Some("https://a.example/be/newspaper")),
            ("https://aa.example/x", None),
        ] {
            assert_eq!(links.counterpart(address).as_deref(), wanted, "{address}");
        }
        assert_eq!(Links::new(&table, &locale("uk")).counterpart("https://a.example"), None);
    }
}
