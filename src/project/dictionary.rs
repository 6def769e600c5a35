//! The spelling dictionaries that are installed on the machine, in hunspell's format.
//!
//! They order choices that a person makes. No edition and no rule depends on what a machine has installed, but
//! `spelling`, whose dictionaries a project names.

use std::{env, ffi::OsString, fmt, path::PathBuf};

use encoding_rs::{Encoding, WINDOWS_1252};

use super::{Fingerprint, SettingsError, is_file, read_bytes};
use crate::{
    check::Speller,
    model::{Locale, charset::decode},
};

/// Where systems keep dictionaries, besides the user's own folders.
const SYSTEM_FOLDERS: [&str; 7] = [
    "/usr/share/hunspell",
    "/usr/local/share/hunspell",
    "/opt/homebrew/share/hunspell",
    "/usr/share/myspell",
    "/usr/share/myspell/dicts",
    "/Library/Spelling",
    "C:\\Hunspell",
];

/// A spelling dictionary.
#[derive(Clone)]
pub struct Dictionary {
    words: spellbook::Dictionary,
}

impl Dictionary {
    /// Reads the affixes (`.aff`) and the words (`.dic`) of a dictionary; fails with the reason, in English.
    pub fn parse(affixes: &[u8], words: &[u8]) -> Result<Self, String> {
        let set = charset_of(affixes)?;
        let text = |bytes: &[u8], name: &str| {
            let text = decode(bytes, set).map_err(|at| format!("byte {at} of the {name} is not {}", set.name()))?;
            Ok::<_, String>(text.trim_start_matches('\u{feff}').to_owned())
        };
        let (affixes, words) = (text(affixes, "affixes")?, text(words, "words")?);
        refuse_damaged(&affixes, &words)?;
        let words = spellbook::Dictionary::new(&affixes, &words).map_err(|error| error.to_string())?;
        Ok(Self { words })
    }

    /// Whether it has every word of a text.
    #[must_use]
    pub fn knows(&self, text: &str) -> bool {
        text.split_whitespace().all(|word| self.words.check(word))
    }
}

/// Fails on files that can be read and are no whole dictionary: every word of a text would be misspelt.
fn refuse_damaged(affixes: &str, words: &str) -> Result<(), String> {
    for (text, name) in [(affixes, "affixes"), (words, "words")] {
        if text.trim().is_empty() {
            return Err(format!("the file of the {name} is empty"));
        }
        if let Some(at) = text.find('\0') {
            return Err(format!("byte {at} of the {name} is zero"));
        }
    }
    let mut lines = words.lines().map(str::trim);
    let announced: usize = lines.next().and_then(|count| count.parse().ok()).unwrap_or_default();
    let has = lines.filter(|line| !line.is_empty()).count();
    if has == 0 {
        return Err("it has no words".to_owned());
    }
    // The number is a hint, and may be a little off.
    if has < announced / 2 {
        return Err(format!("it has {has} of the {announced} words that its first line announces"));
    }
    Ok(())
}

impl fmt::Debug for Dictionary {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Dictionary").finish_non_exhaustive()
    }
}

impl Speller for Dictionary {
    fn has(&self, word: &str) -> bool {
        self.words.check(word)
    }

    fn suggestions(&self, word: &str) -> Vec<String> {
        let mut suggested = Vec::new();
        self.words.suggest(word, &mut suggested);
        suggested
    }
}

/// Opens the installed dictionary of a name (`be_BY`), with the fingerprint of its files.
pub(super) fn open_named(name: &str) -> Result<(Dictionary, Fingerprint), SettingsError> {
    let damaged = |reason: String| SettingsError::DamagedDictionary { name: name.to_owned(), reason };
    let is_name = name.chars().all(|char| char.is_alphanumeric() || matches!(char, '_' | '-'));
    for folder in folders().iter().filter(|_| is_name && !name.is_empty()) {
        let (affixes, words) = (folder.join(format!("{name}.aff")), folder.join(format!("{name}.dic")));
        if !is_file(&affixes).unwrap_or(false) || !is_file(&words).unwrap_or(false) {
            continue;
        }
        let bytes = read_bytes(&affixes).and_then(|affixes| Ok((affixes, read_bytes(&words)?)));
        let (affixes, words) = bytes.map_err(|error| damaged(error.to_string()))?;
        let dictionary = Dictionary::parse(&affixes, &words).map_err(damaged)?;
        return Ok((dictionary, Fingerprint::of([affixes, words])));
    }
    Err(SettingsError::NoDictionary { name: name.to_owned() })
}

/// The character set that the affixes name for both files; ISO 8859-1, the format's default, where they name none.
fn charset_of(affixes: &[u8]) -> Result<&'static Encoding, String> {
    let lines = affixes.split(|byte| *byte == b'\n').map(|line| line.strip_prefix(b"\xef\xbb\xbf").unwrap_or(line));
    let label = lines.filter_map(|line| line.strip_prefix(b"SET ")).map(<[u8]>::trim_ascii).next();
    // hunspell writes `ISO8859-5` and `microsoft-cp1251`, which are labels of no standard.
    let known = |label: &[u8]| {
        let label = String::from_utf8_lossy(label).to_lowercase();
        let label = label.trim_start_matches("microsoft-").replace("iso8859", "iso-8859");
        Encoding::for_label(label.as_bytes()).ok_or_else(|| format!("`{label}` is no known character set"))
    };
    label.map_or(Ok(WINDOWS_1252), known)
}

/// Opens the first readable dictionary of a locale whose territory, where its tag has none, is `territory` (`BY`).
///
/// Those in the folders of `$DICPATH` count alone where it is set, else those in the usual folders. One that cannot be
/// read is passed over, and said with `-v`. A variant of a language (`be-tarask`) has dictionaries of its own only.
#[must_use]
pub fn open_dictionary(locale: &Locale, territory: &str) -> Option<Dictionary> {
    let names = names(locale, territory);
    for path in folders().iter().flat_map(|folder| names.iter().map(move |name| folder.join(name))) {
        let (affixes, words) = (path.with_extension("aff"), path.with_extension("dic"));
        // A folder that cannot be looked into has no dictionary for us.
        if !is_file(&affixes).unwrap_or(false) || !is_file(&words).unwrap_or(false) {
            continue;
        }
        let bytes = read_bytes(&affixes).and_then(|affixes| Ok((affixes, read_bytes(&words)?)));
        let parsed =
            bytes.map_err(|error| error.to_string()).and_then(|(affixes, words)| Dictionary::parse(&affixes, &words));
        match parsed {
            Ok(dictionary) => {
                tracing::info!(%locale, file = %words.display(), "this dictionary orders the choices");
                return Some(dictionary);
            }
            Err(reason) => tracing::info!(%locale, file = %words.display(), %reason, "this dictionary cannot be read"),
        }
    }
    None
}

/// The names that a locale's dictionary may have, without extension, the likeliest first.
fn names(locale: &Locale, territory: &str) -> Vec<String> {
    let tag = locale.to_string();
    let mut names = vec![format!("{tag}.dic"), format!("{}.dic", tag.replace('-', "_"))];
    if tag == locale.language() {
        for separator in ['_', '-'].iter().filter(|_| !territory.is_empty()) {
            names.push(format!("{tag}{separator}{territory}.dic"));
        }
        names.push(format!("{tag}-official.dic"));
    } else if locale.identifier().variants().next().is_none() && locale.identifier().script.is_none() {
        names.push(format!("{}.dic", locale.language()));
    }
    names.dedup();
    names
}

/// The folders with dictionaries, in the order in which they are asked.
fn folders() -> Vec<PathBuf> {
    let named = |paths: OsString| env::split_paths(&paths).filter(|path| path.is_absolute()).collect();
    if let Some(paths) = env::var_os("DICPATH").filter(|paths| !paths.is_empty()) {
        return named(paths);
    }
    let home = env::var_os("HOME").map(PathBuf::from).filter(|home| home.is_absolute());
    let data = env::var_os("XDG_DATA_HOME").map(PathBuf::from).filter(|data| data.is_absolute());
    let data = data.or_else(|| Some(home.as_ref()?.join(".local/share")));
    let own = [data.map(|data| data.join("hunspell")), home.map(|home| home.join("Library/Spelling"))];
    own.into_iter().flatten().chain(SYSTEM_FOLDERS.map(PathBuf::from)).collect()
}

#[cfg(test)]
mod tests {
    use super::{Dictionary, names};

    #[test]
    fn a_dictionary_may_be_in_any_character_set() {
        let words = "1\nдом/A\n";
        let affixes = |set: &str| format!("SET {set}\nSFX A Y 1\nSFX A 0 а .\n");
        let read = |set: &str, encoding: &'static encoding_rs::Encoding| {
            Dictionary::parse(&encoding.encode(&affixes(set)).0, &encoding.encode(words).0)
        };
        for (set, encoding) in [
            ("UTF-8", encoding_rs::UTF_8),
            ("KOI8-R", encoding_rs::KOI8_R),
            ("KOI8-U", encoding_rs::KOI8_U),
            ("microsoft-cp1251", encoding_rs::WINDOWS_1251),
            ("ISO8859-5", encoding_rs::ISO_8859_5),
        ] {
            let dictionary = read(set, encoding).unwrap_or_else(|error| panic!("{set}: {error}"));
            assert!(
                dictionary.knows("дом дома") && !dictionary.knows("дому") && !dictionary.knows("дом дому"),
                "{set}"
            );
        }
        assert_eq!(read("KLINGON", encoding_rs::UTF_8).err().as_deref(), Some("`klingon` is no known character set"));
        let broken = Dictionary::parse("SET UTF-8\n".as_bytes(), b"1\n\xff\n");
        assert_eq!(broken.err().as_deref(), Some("byte 2 of the words is not UTF-8"));
    }

    #[test]
    fn a_variant_of_a_language_is_not_spelled_by_its_dictionary() {
        let names = |tag: &str| {
            let locale = tag.parse().unwrap_or_else(|error| panic!("{tag}: {error}"));
            names(&locale, "BY").join(" ")
        };
        assert_eq!(names("be"), "be.dic be_BY.dic be-BY.dic be-official.dic");
        assert_eq!(names("be-BY"), "be-BY.dic be_BY.dic be.dic");
        assert_eq!(names("be-tarask"), "be-tarask.dic be_tarask.dic");
    }

    #[test]
    fn a_dictionary_that_is_not_whole_is_refused() {
        let reason = |affixes: &str, words: &str| Dictionary::parse(affixes.as_bytes(), words.as_bytes()).err();
        for (affixes, words, wanted) in [
            ("", "1\nдом\n", "the file of the affixes is empty"),
            ("SET UTF-8\n", " \n", "the file of the words is empty"),
            ("SET UTF-8\n", "0\n", "it has no words"),
            ("SET UTF-8\n", "3\n\n \n", "it has no words"),
            ("SET UTF-8\n", "5\nдом\n", "it has 1 of the 5 words that its first line announces"),
            ("SET UTF-8\n\0", "1\nдом\n", "byte 10 of the affixes is zero"),
            ("SET UTF-8\n", "1\nд\0м\n", "byte 4 of the words is zero"),
        ] {
            assert_eq!(reason(affixes, words).as_deref(), Some(wanted));
        }
        assert_eq!(reason("SET UTF-8\n", "2\nдом\n"), None);
    }
}
