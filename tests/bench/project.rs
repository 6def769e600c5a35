//! A project of many articles with finished translations, generated from this repository's article; the same in every
//! run.

use std::{
    collections::HashMap,
    fmt::Write,
    fs,
    path::{Path, PathBuf},
};

use tolmach::{
    bilingual::{digest, xliff},
    desk::{Author, Layout, Registries, SegmentNotes, Terms, Workspace},
    model::{Article, Locale, Role, Target, Translation},
    pipeline::{Segmenters, prepare},
    project::settings::{KnownNames, Overrides, Settings},
};

use crate::dice::Dice;

/// The number of articles in published figures.
pub(crate) const ARTICLES: usize = 200;
/// The maximum number of segments per article; most articles reach it.
const SEGMENTS: usize = 53;
const SLUG: &str = "minsk-keeps-its-army-at-home";
const TITLE: &str = "Minsk keeps its army at home";
/// The word after the title that makes each article's title unique.
const DAY: [(&str, &str); 3] = [("be", "дзень"), ("ru", "день"), ("uk", "день")];

fn repository() -> PathBuf {
    PathBuf::from(env!("CARGO_MANIFEST_DIR"))
}

/// The name of an article, by its number from 0.
pub(crate) fn slug(number: usize) -> String {
    format!("{SLUG}-{number:03}")
}

/// Copies a file, or a folder with all its contents.
fn copy(from: &Path, to: &Path) {
    if fs::metadata(from).unwrap().is_dir() {
        fs::create_dir_all(to).unwrap();
        for entry in fs::read_dir(from).unwrap() {
            let entry = entry.unwrap();
            copy(&entry.path(), &to.join(entry.file_name()));
        }
    } else {
        fs::copy(from, to).unwrap();
    }
}

/// Copies this repository's project, as cloned.
pub(crate) fn copy_ours(to: &Path) {
    for name in ["tolmach.toml", "source", "glossary", "locales"] {
        copy(&repository().join(name), &to.join(name));
    }
}

/// Writes a project of `articles` articles into an empty folder. Each has the title, paragraphs selected from this
/// repository's article in an order of its own, and the targets of the repository's segment files with their states.
/// The first `tolmach translate` or `run` adds the notes for translators.
pub(crate) fn write(folder: &Path, articles: usize) {
    copy_ours(folder);
    fs::remove_file(folder.join(format!("source/{SLUG}.md"))).unwrap();
    let workspace = open(folder);
    let segmenters = Segmenters::new(&workspace.resources.locales);
    let text = fs::read_to_string(repository().join(format!("source/{SLUG}.md"))).unwrap();
    let template = Template::of(&text, |text| {
        let article = prepare(SLUG, text, workspace.formats.markdown(), &segmenters).unwrap().value;
        article.translated().count()
    });
    let finished: Vec<(Locale, Finished)> =
        DAY.map(|(tag, day)| (tag.parse().unwrap(), Finished::read(folder, tag, day))).into();
    let mut dice = Dice::new(42);
    for number in 0..articles {
        let slug = slug(number);
        fs::write(folder.join(format!("source/{slug}.md")), template.article(number, &mut dice)).unwrap();
        let article = workspace.load(&segmenters, &slug).unwrap().article;
        for (locale, finished) in &finished {
            let stored = workspace.store.translation(&article, locale).unwrap();
            let translation = finished.translation(&article, locale, number);
            workspace.store.save(&article, &stored, &translation, &SegmentNotes::new(), Author::Person).unwrap();
        }
    }
}

fn open(folder: &Path) -> Workspace {
    let layout = Layout { root: folder.to_owned() };
    let registries = Registries::built_in();
    let text = fs::read_to_string(layout.settings()).unwrap();
    let project = Some(("tolmach.toml", text.as_str()));
    let names = KnownNames { engines: &registries.engines, own_locales: &[], rules: &tolmach::pipeline::rules };
    let settings = Settings::resolve(&Overrides::default(), project, None, 1, &names).unwrap();
    Workspace::open(layout, settings, registries, Terms::Unread).unwrap()
}

/// This repository's article in pieces.
struct Template {
    front: String,
    /// Paragraphs, lists and pictures, each with its heading and comments, and how many segments it has.
    pieces: Vec<(String, usize)>,
    /// The end of every article.
    end: String,
    /// The maximum number of segments between front matter and end.
    room: usize,
}

impl Template {
    fn of(text: &str, segments: impl Fn(String) -> usize) -> Self {
        let (front, body) = text.strip_prefix("---\n").unwrap().split_once("---\n\n").unwrap();
        let mut pieces = Vec::new();
        let mut piece = String::new();
        for block in body.trim_end().split("\n\n") {
            piece.push_str(block);
            piece.push_str("\n\n");
            if !block.starts_with("## ") && !block.ends_with("-->") {
                let count = segments(piece.clone());
                pieces.push((std::mem::take(&mut piece), count));
            }
        }
        let (end, at_end) = pieces.pop().unwrap();
        let room = SEGMENTS - at_end - segments(format!("---\n{front}---\n"));
        Self { front: front.to_owned(), pieces, end: end.trim_end().to_owned(), room }
    }

    /// The text of an article: pieces in a random order, as many as there is room for.
    fn article(&self, number: usize, dice: &mut Dice) -> String {
        let mut order: Vec<usize> = (0..self.pieces.len()).collect();
        for at in (1..order.len()).rev() {
            order.swap(at, dice.roll(at + 1));
        }
        let date = format!("2022-{:02}-{:02}", 1 + number / 28 % 12, 1 + number % 28);
        let mut out = String::from("---\n");
        for line in self.front.lines() {
            match line.split_once(": ").unwrap() {
                ("title", title) => writeln!(out, "title: \"{title}: day {number}\"").unwrap(),
                ("slug", _) => writeln!(out, "slug: {}", slug(number)).unwrap(),
                ("date", _) => writeln!(out, "date: {date}").unwrap(),
                _ => writeln!(out, "{line}").unwrap(),
            }
        }
        out.push_str("---\n\n");
        let mut room = self.room;
        for (piece, count) in order.iter().map(|at| &self.pieces[*at]) {
            if *count <= room {
                room -= count;
                out.push_str(piece);
            }
        }
        out.push_str(&self.end);
        out.push('\n');
        out
    }
}

/// The targets of this repository's article in a locale.
struct Finished {
    by_source: HashMap<(Role, u64), Target>,
    day: &'static str,
}

impl Finished {
    /// Reads the copied segment file, and removes it from the new project.
    fn read(folder: &Path, tag: &str, day: &'static str) -> Self {
        let path = folder.join(format!("locales/{tag}/segments/{SLUG}.xlf"));
        let file = xliff::read(&fs::read_to_string(&path).unwrap()).unwrap().value;
        fs::remove_file(path).unwrap();
        let units = file.units.into_iter();
        let by_source = units.filter_map(|unit| Some(((unit.role, digest(&unit.source).0), unit.target?))).collect();
        Self { by_source, day }
    }

    fn translation(&self, article: &Article, locale: &Locale, number: usize) -> Translation {
        let mut translation = Translation::empty(locale.clone());
        for (unit, segment) in article.translated() {
            let mut source = unit.text_of(segment);
            let is_title = unit.role == Role::Title;
            if is_title {
                TITLE.clone_into(&mut source.prose);
            }
            let target = self.by_source.get(&(unit.role.clone(), digest(&source).0));
            let mut target = target.unwrap_or_else(|| panic!("{locale} has {:?}", source.prose)).clone();
            if is_title {
                write!(target.text.prose, ": {} {number}", self.day).unwrap();
            }
            translation.targets.insert(segment.id, target);
        }
        translation
    }
}
