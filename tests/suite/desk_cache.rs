//! A result from `.tolmach/cache/` equals the result of doing the work: whatever is edited, in whatever order, projects
//! with and without a cache stay equal byte for byte and report the same.

use std::{
    collections::BTreeMap,
    fmt::Write as _,
    fs,
    path::Path,
    sync::{Mutex, PoisonError},
};

use proptest::prelude::*;
use tempfile::TempDir;
use tolmach::{
    backend::Stop,
    desk::{
        self, CacheTrouble, DeskError, Layout, Notice, Observer, Registries, SystemClock, Terms, TranslateOptions,
        Workspace,
    },
    messages::Messages,
    project::settings::{Overrides, Settings},
};

/// Everything reported to an observer, with notices about the cache kept apart.
#[derive(Default)]
struct Recorder {
    work: Mutex<Vec<String>>,
    cache: Mutex<Vec<CacheTrouble>>,
}

impl Observer for Recorder {
    fn failed(&self, error: &DeskError) {
        self.work.lock().unwrap_or_else(PoisonError::into_inner).push(format!("{error:?}"));
    }

    fn notice(&self, notice: &Notice) {
        match notice {
            Notice::Cache { trouble, .. } => {
                self.cache.lock().unwrap_or_else(PoisonError::into_inner).push(trouble.clone());
            }
            other => self.work.lock().unwrap_or_else(PoisonError::into_inner).push(format!("{other:?}")),
        }
    }
}

fn write(root: &Path, path: &str, text: &str) {
    let path = root.join(path);
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(path, text).unwrap();
}

fn settings(more: &str) -> String {
    format!("targets = [\"be\", \"uk\"]\nbackends = [\"pseudo\"]\n{more}\n")
}

const SETTINGS: [&str; 7] = [
    "",
    "fail_on = \"minor\"",
    "typography = false",
    "heading_ids = true",
    "[site]\nbase_url = \"https://news.example\"",
    "require = \"translated\"",
    "[[ignore]]\nrule = \"numbers\"\nreason = \"a trial\"",
];

const SLUGS: [&str; 2] = ["army", "border"];

/// The sentences that an article may have; the last one is a picture.
const SENTENCES: [&str; 5] = [
    "The army stays at home.",
    "Nobody asked the 12 officers in Homel.",
    "Lukashenka said “no” twice.",
    "The border is 1,084 kilometres long.",
    "![A map of the border](map.png)",
];

fn article(title: usize, picked: usize) -> String {
    let sentences = SENTENCES.iter().enumerate().filter(|(index, _)| picked >> index & 1 == 1);
    let body: Vec<&str> = sentences.map(|(_, sentence)| *sentence).collect();
    format!("---\ntitle: Headline {title}\nauthor: Our desk\n---\n{}\n", body.join("\n\n"))
}

fn glossary(variant: usize) -> String {
    let wording = ["Гомель", "Гомля", "Гомелем"][variant % 3];
    format!(
        "[[term]]\nid = \"homel\"\nkind = \"place\"\n[term.en]\npreferred = \"Homel\"\n[term.be]\npreferred = \"{wording}\"\nforbidden = [\"Ĥôm\"]\n"
    )
}

/// Makes one edit, chosen by three numbers: what is edited, where, and how. Does nothing where its object is missing.
fn edit(root: &Path, (what, place, how): (usize, usize, usize)) {
    let slug = SLUGS[place % SLUGS.len()];
    let locale = ["be", "uk"][how % 2];
    let segments = format!("locales/{locale}/segments/{slug}.xlf");
    match what {
        0 | 1 => write(root, &format!("source/{slug}.md"), &article(how % 3, how)),
        2 | 3 => {
            let Ok(text) = fs::read_to_string(root.join(&segments)) else { return };
            let Some(at) = text.match_indices("</target>").nth(place % 4).map(|(at, _)| at) else { return };
            let words = ["12", " Гомель", " «не»", " & "][how % 4];
            write(root, &segments, &[&text[..at], words, &text[at..]].concat());
        }
        4 => {
            let Ok(text) = fs::read_to_string(root.join(&segments)) else { return };
            let state = ["state=\"final\"", "state=\"translated\"", "state=\"odd\""][place % 3];
            write(root, &segments, &text.replacen("state=\"needs-review-translation\"", state, 1 + how % 2));
        }
        5 => write(root, "glossary/terms.toml", &glossary(how)),
        6 => write(root, "tolmach.toml", &settings(SETTINGS[how % SETTINGS.len()])),
        7 => {
            let template = "<p lang=\"{{ edition.locale }}\">{{ edition.title }}</p>\n";
            write(root, "templates/edition.html.j2", &template.repeat(1 + how % 3));
        }
        8 => drop(fs::remove_dir_all(root.join("templates"))),
        9 => write(root, &format!("locales/{locale}/edition.ftl"), &format!("edition-original = Крыніца {how}\n")),
        10 => write(root, "source/map.png", &"picture".repeat(how % 3)),
        11 => drop(fs::remove_file(root.join("source/map.png"))),
        12 => {
            let file = ["md", "html", "report.html", "report.json"][place % 4];
            write(root, &format!("editions/{locale}/{slug}.{file}"), "something else");
        }
        13 => drop(fs::remove_dir_all(root.join("editions").join(locale))),
        14 => drop(fs::remove_file(root.join(segments))),
        15 => drop(fs::remove_file(root.join(format!("source/{slug}.md")))),
        16 => write(root, &format!("source/{slug}.md"), ["", "<<<<<<< ours\na\n=======\nb\n>>>>>>> theirs\n"][how % 2]),
        _ => {
            let entry = root.join(".tolmach/cache").join(["run", "check", "status"][place % 3]);
            let entry = entry.join(format!("{}.json", SLUGS[how % 2]));
            if let Ok(text) = fs::read_to_string(&entry) {
                fs::write(entry, text.replacen("numbers", "nombers", 1).replacen('5', "6", 1)).unwrap();
            }
        }
    }
}

/// Collects all files of a project except those in `.tolmach`.
fn tree(root: &Path, folder: &Path, files: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            if path.file_name().is_some_and(|name| name != ".tolmach") {
                tree(root, &path, files);
            }
        } else {
            files.insert(path.strip_prefix(root).unwrap().display().to_string(), fs::read(&path).unwrap());
        }
    }
}

fn open(root: &Path, caches: bool) -> Result<Workspace, String> {
    let text = fs::read_to_string(root.join("tolmach.toml")).unwrap();
    let registries = Registries::built_in();
    let settings = Settings::resolve(
        &Overrides::default(),
        Some(("tolmach.toml", &text)),
        None,
        2,
        &crate::support::names(&registries.engines),
    );
    let layout = Layout { root: root.to_owned() };
    let opened = Workspace::open(layout, settings.map_err(|error| error.to_string())?, registries, Terms::Declined);
    Ok(Workspace { caches, ..opened.map_err(|error| error.to_string())? })
}

/// Runs every command that caches results; returns all results and reports, the files, and trouble with the cache.
fn work(root: &Path, caches: bool, language: &str) -> (String, BTreeMap<String, Vec<u8>>, Vec<CacheTrouble>) {
    let recorder = Recorder::default();
    let mut out = String::new();
    match open(root, caches) {
        Err(error) => out.push_str(&error),
        Ok(workspace) => {
            let slugs = workspace.slugs(&[]).unwrap();
            let words = Messages::embedded(&language.parse().unwrap());
            let stop = Stop::default();
            let options = TranslateOptions::new("2022-03-24", &SystemClock, &stop);
            write!(out, "{:?}", desk::status(&workspace, &slugs, &recorder)).unwrap();
            write!(out, "{:?}", desk::run(&workspace, &slugs, options, &words, &recorder)).unwrap();
            write!(out, "{:?}", desk::check(&workspace, &slugs, true, &recorder)).unwrap();
            write!(out, "{:?}", desk::status(&workspace, &slugs, &recorder)).unwrap();
        }
    }
    write!(out, "{:?}", recorder.work.into_inner().unwrap()).unwrap();
    let mut files = BTreeMap::new();
    tree(root, root, &mut files);
    (out.replace(&root.display().to_string(), "PROJECT"), files, recorder.cache.into_inner().unwrap())
}

fn project() -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    write(folder.path(), "tolmach.toml", &settings(""));
    write(folder.path(), "glossary/terms.toml", &glossary(0));
    for (index, slug) in SLUGS.iter().enumerate() {
        write(folder.path(), &format!("source/{slug}.md"), &article(index, 0b1011 << index));
    }
    write(folder.path(), "source/map.png", "a map");
    folder
}

fn entry(root: &Path, command: &str) -> std::path::PathBuf {
    root.join(".tolmach/cache").join(command).join("army.json")
}

proptest! {
    #![proptest_config(crate::support::config(8))]

    #[test]
    fn a_cached_result_equals_a_new_one(
        edits in proptest::collection::vec((0_usize..19, 0_usize..12, 0_usize..32), 1..12),
    ) {
        let (cached, plain) = (project(), project());
        let mut language = "en";
        // The first run writes the editions, the second finds nothing to do and caches its result.
        for (step, edited) in [None, None].into_iter().chain(edits.into_iter().map(Some)).enumerate() {
            if let Some((18, place, _)) = edited {
                // Reports are in the user's language.
                language = ["en", "be"][place % 2];
            }
            for root in [cached.path(), plain.path()] {
                if let Some(edited) = edited {
                    edit(root, edited);
                }
            }
            let (with, without) = (work(cached.path(), true, language), work(plain.path(), false, language));
            prop_assert_eq!(with.0, without.0, "step {}: {:?}", step, edited);
            prop_assert_eq!(with.1, without.1, "step {}: {:?}", step, edited);
        }
    }
}

#[test]
fn an_unchanged_article_is_not_processed_again() {
    let folder = project();
    let root = folder.path();
    for _ in 0..2 {
        work(root, true, "en");
    }
    // A forged entry with a valid checksum and another number of words is believed, which shows that entries are used.
    let text = fs::read_to_string(entry(root, "status")).unwrap();
    let (header, value) = text.split_once('\n').unwrap();
    let (old, new) = (value.to_owned(), value.replacen("\"words\":", "\"words\":9", 1));
    let sum = |value: &str| tolmach::project::Fingerprint::of([value]).as_str().to_owned();
    fs::write(entry(root, "status"), format!("{}\n{new}", header.replace(&sum(&old), &sum(&new)))).unwrap();
    let workspace = open(root, true).unwrap();
    let status = desk::status(&workspace, &["army".to_owned()], &Recorder::default()).unwrap();
    let words = status.articles[0].1.as_ref().unwrap()[0].as_ref().unwrap().words;
    assert!(words > 90, "{words}");
}

#[test]
fn a_damaged_entry_is_reported_once_and_rebuilt() {
    for damage in ["", "{\"cache\":1}", "{\"cache\":1}\n{}", "no JSON at all\n[]", "\u{0}\n"] {
        let folder = project();
        let root = folder.path();
        work(root, true, "en");
        let expected = work(root, true, "en");
        for slug in SLUGS {
            fs::write(root.join(format!(".tolmach/cache/check/{slug}.json")), damage).unwrap();
        }
        let damaged = work(root, true, "en");
        assert_eq!((&damaged.0, &damaged.1), (&expected.0, &expected.1), "{damage:?}");
        assert_eq!(damaged.2, [CacheTrouble::Damaged], "{damage:?}");
        assert!(work(root, true, "en").2.is_empty(), "{damage:?}");
    }
}

#[test]
fn an_entry_of_another_version_is_reported_and_left_alone() {
    let folder = project();
    let root = folder.path();
    work(root, true, "en");
    let expected = work(root, true, "en");
    let foreign = "{\"cache\":2,\"made\":\"otherwise\"}\n[]";
    fs::write(entry(root, "check"), foreign).unwrap();
    let other = work(root, true, "en");
    assert_eq!((&other.0, &other.1, other.2.as_slice()), (&expected.0, &expected.1, &[CacheTrouble::OtherVersion][..]));
    assert_eq!(fs::read_to_string(entry(root, "check")).unwrap(), foreign);
}

#[test]
fn if_the_cache_cannot_be_written_work_goes_on_without_it() {
    let folder = project();
    let root = folder.path();
    write(root, ".tolmach/cache", "a file where the folder should be");
    let without = work(root, true, "en");
    let plain = project();
    assert_eq!(without.0, work(plain.path(), false, "en").0);
    // Once per command, not once per article: status, check, and status again; the first run has nothing to cache.
    assert!(
        matches!(without.2.as_slice(), [CacheTrouble::Unreachable(_), ..]) && without.2.len() <= 4,
        "{:?}",
        without.2
    );
}

#[test]
fn no_file_of_the_cache_reaches_git() {
    let folder = project();
    work(folder.path(), true, "en");
    assert_eq!(fs::read_to_string(folder.path().join(".tolmach/cache/.gitignore")).unwrap(), "*\n");
}

#[test]
fn a_project_without_caching_has_no_cache() {
    let folder = project();
    work(folder.path(), false, "en");
    assert!(!folder.path().join(".tolmach/cache").exists());
}
