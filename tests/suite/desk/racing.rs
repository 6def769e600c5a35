//! An editor who saves a segment file while a command works on it.

use std::{
    collections::BTreeSet,
    fs,
    path::{Path, PathBuf},
    sync::Mutex,
};

use tempfile::TempDir;
use tolmach::{
    bilingual::Conflict,
    desk::{
        self, ApprovalRequest, ArticleFile, Author, DeskError, FileStore, MergeOptions, MergeOutcome, Notice,
        Registries, Saved, SegmentNotes, Store, Stored, StoredDrafts, SystemClock, TranslateOptions, Workspace,
    },
    memory::drafts::Draft,
    messages::Messages,
    model::{Article, Despite, Locale, Pair, State, Translation},
};

use super::{Recorder, extended, open, project};

/// What an editor does to a file.
type Edit = Box<dyn FnOnce(&Path) + Send>;

/// The project's store, with an editor who saves the segment file between a command's reading and its writing.
struct RacedStore {
    inner: FileStore,
    file: PathBuf,
    edit: Mutex<Option<Edit>>,
}

impl Store for RacedStore {
    fn articles(&self) -> Result<Vec<String>, DeskError> {
        self.inner.articles()
    }

    fn article(&self, slug: &str) -> Result<ArticleFile, DeskError> {
        self.inner.article(slug)
    }

    fn translation(&self, article: &Article, locale: &Locale) -> Result<Stored, DeskError> {
        self.inner.translation(article, locale)
    }

    fn save(
        &self,
        article: &Article,
        stored: &Stored,
        translation: &Translation,
        notes: &SegmentNotes,
        author: Author,
    ) -> Result<Saved, DeskError> {
        if let Some(edit) = self.edit.lock().unwrap().take() {
            edit(&self.file);
        }
        self.inner.save(article, stored, translation, notes, author)
    }

    fn text(
        &self,
        article: &Article,
        stored: &Stored,
        translation: &Translation,
        notes: &SegmentNotes,
    ) -> Result<String, DeskError> {
        self.inner.text(article, stored, translation, notes)
    }

    fn drafts(&self, slug: &str, locale: &Locale) -> Result<StoredDrafts, DeskError> {
        self.inner.drafts(slug, locale)
    }

    fn has_drafts(&self, slug: &str, locale: &Locale) -> Result<bool, DeskError> {
        self.inner.has_drafts(slug, locale)
    }

    fn save_drafts(&self, slug: &str, pair: &Pair, drafts: &[Draft]) -> Result<(), DeskError> {
        self.inner.save_drafts(slug, pair, drafts)
    }

    fn save_conflicts(
        &self,
        article: &Article,
        locale: &Locale,
        conflicts: &[Conflict],
        merged: &Path,
    ) -> Result<String, DeskError> {
        self.inner.save_conflicts(article, locale, conflicts, merged)
    }
}

const SEGMENTS: &str = "locales/be/segments/army.xlf";

/// A project whose article has a title and two sentences; a person has translated the sentences.
fn translated() -> TempDir {
    let folder = project(&[
        (
            "tolmach.toml",
            "targets = [\"be\"]\nbackends = [\"one\"]\n[backend.one]\nkind = \"toy\"\nsays = \"Чарнавік.\"\n",
        ),
        ("source/army.md", "---\ntitle: The army stays\n---\nNobody has asked it. Nobody will.\n"),
    ]);
    let workspace = open(folder.path(), extended());
    let (article, be) = (load(&workspace), "be".parse().unwrap());
    let stored = workspace.store.translation(&article, &be).unwrap();
    let mut translation = stored.translation.clone();
    for (words, text) in [("Nobody has", "Ніхто яго не пытаў."), ("Nobody will", "Ніхто не  спытае.")]
    {
        let found = article.segments().find(|(unit, segment)| unit.text_of(segment).prose.starts_with(words)).unwrap();
        let target = tolmach::model::Target::human(tolmach::model::Text::plain(text), None);
        translation.targets.insert(found.1.id, target);
    }
    workspace.store.save(&article, &stored, &translation, &SegmentNotes::new(), Author::Person).unwrap();
    folder
}

fn load(workspace: &Workspace) -> Article {
    let segmenters = tolmach::pipeline::Segmenters::new(&workspace.resources.locales);
    workspace.load(&segmenters, "army").unwrap().article
}

fn segments(folder: &Path) -> String {
    fs::read_to_string(folder.join(SEGMENTS)).unwrap()
}

/// The project with an editor who does this while the first command works.
fn raced(folder: &Path, edit: impl FnOnce(&Path) + Send + 'static) -> Workspace {
    let mut workspace = open(folder, extended());
    let inner = FileStore::new(workspace.layout.clone(), &Registries::built_in()).unwrap();
    let edit: Edit = Box::new(edit);
    workspace.store = Box::new(RacedStore { inner, file: folder.join(SEGMENTS), edit: Mutex::new(Some(edit)) });
    workspace
}

/// An edit that puts one text in the place of another.
fn types(before: &'static str, after: &'static str) -> impl FnOnce(&Path) + Send + 'static {
    move |path| {
        let text = fs::read_to_string(path).unwrap();
        assert!(text.contains(before), "{text}");
        fs::write(path, text.replace(before, after)).unwrap();
    }
}

fn options(stop: &desk::Stop) -> TranslateOptions<'_> {
    TranslateOptions::new("2022-03-24", &SystemClock, stop)
}

/// The notice that both sides' changes are in the file.
fn merged(yielded: usize) -> Vec<Notice> {
    vec![Notice::SavedMeanwhile { file: SEGMENTS.to_owned(), yielded }]
}

#[test]
fn translate_keeps_what_an_editor_saves_meanwhile() {
    let folder = translated();
    let workspace = raced(folder.path(), types("Ніхто яго не пытаў.", "Яго не пыталіся."));
    let (recorder, stop) = (Recorder::default(), desk::Stop::default());
    let slugs = workspace.slugs(&[]).unwrap();
    let mut visited = desk::translate(&workspace, &slugs, options(&stop), &recorder).unwrap();
    let outcome = visited.articles.remove(0).1.unwrap().remove(0).unwrap();
    let text = segments(folder.path());
    assert!(text.contains("Яго не пыталіся.") && text.contains("Чарнавік.") && !text.contains("пытаў"), "{text}");
    assert!(outcome.translation.targets.values().any(|target| target.text.prose == "Яго не пыталіся."));
    assert_eq!(recorder.notices(), merged(0));
}

#[test]
fn run_builds_the_edition_of_what_an_editor_saves_meanwhile() {
    let folder = translated();
    let title = "<target state=\"needs-translation\"/>";
    let workspace = raced(folder.path(), types(title, "<target>Войска дома</target>"));
    let (recorder, stop) = (Recorder::default(), desk::Stop::default());
    let slugs = workspace.slugs(&[]).unwrap();
    let words = Messages::embedded(&Locale::english());
    desk::run(&workspace, &slugs, options(&stop), &words, &recorder).unwrap();
    let text = segments(folder.path());
    assert!(text.contains("Войска дома") && !text.contains(">Чарнавік."), "the draft gives way: {text}");
    let edition = fs::read_to_string(folder.path().join("editions/be/army.md")).unwrap();
    assert!(edition.contains("Войска дома"), "{edition}");
    assert_eq!(recorder.notices(), merged(1));
}

#[test]
fn approve_does_not_approve_a_text_that_nobody_has_read() {
    let folder = translated();
    let workspace = raced(folder.path(), types("Ніхто яго не пытаў.", "Яго не пыталіся."));
    let request = ApprovalRequest {
        segments: Vec::new(),
        state: State::Final,
        by: "A".into(),
        today: "2022-03-24".into(),
        despite: BTreeSet::from([Despite::Drafts, Despite::Findings]),
    };
    let (recorder, slugs) = (Recorder::default(), workspace.slugs(&[]).unwrap());
    let (files, errors) = desk::approve(&workspace, &slugs, &request, &recorder).unwrap();
    assert!(errors.is_empty());
    assert_eq!((files[0].approved.raised.len(), files[0].changed.len()), (1, 1));
    let text = segments(folder.path());
    assert!(text.contains("<target state=\"final\">Ніхто не  спытае.</target>"), "{text}");
    assert!(text.contains("<target state=\"translated\">Яго не пыталіся.</target>"), "{text}");
    assert_eq!(recorder.notices(), merged(1));
}

#[test]
fn fixes_are_applied_beside_what_an_editor_saves_meanwhile_and_not_over_it() {
    for (before, after, kept, yielded) in [
        ("Ніхто не спытае.", "Ніхто не спытае нас.", "Ніхто не спытае нас.", 0),
        ("Мінскy", "Мінску зноў", "Мінску зноў", 1),
    ] {
        let folder = translated();
        let text = segments(folder.path())
            .replace("Ніхто яго не пытаў.", "Ніхто ў Мінскy не пытаў.")
            .replace("не  спытае", "не спытае");
        fs::write(folder.path().join(SEGMENTS), text).unwrap();
        let workspace = raced(folder.path(), types(before, after));
        let (recorder, slugs) = (Recorder::default(), workspace.slugs(&[]).unwrap());
        let (fixed, errors) = desk::fix(&workspace, &slugs, false, &recorder).unwrap();
        assert!(errors.is_empty(), "{errors:?}");
        let text = segments(folder.path());
        assert!(text.contains(kept), "{text}");
        assert_eq!(fixed.certain, 1 - yielded, "{:?}", fixed.hunks);
        assert_eq!(text.contains("у Мінску не") || text.contains("ў Мінску не"), yielded == 0, "{text}");
        assert_eq!(recorder.notices(), merged(yielded));
    }
}

#[test]
fn merge_keeps_both_texts_where_an_editor_saves_another_one_meanwhile() {
    let folder = translated();
    let returned = folder.path().join("returned.xlf");
    let text = segments(folder.path());
    fs::write(
        &returned,
        text.replace("Ніхто яго не пытаў.", "Пераклад Алы.").replace("Ніхто не  спытае.", "Другі сказ Алы."),
    )
    .unwrap();
    let workspace = raced(folder.path(), types("Ніхто яго не пытаў.", "Пераклад Пятра."));
    let policy = MergeOptions {
        state: None,
        by: Some("Ала".to_owned()),
        today: "2022-03-24".to_owned(),
        accept_unchanged: false,
    };
    let recorder = Recorder::default();
    let merged_file =
        desk::merge(&workspace, &returned, &desk::merge_policy(&workspace, policy).unwrap(), &recorder).unwrap();
    let name = merged_file.conflicts.unwrap();
    assert_eq!(name, "locales/be/segments/army.conflict.xlf");
    let text = segments(folder.path());
    assert!(text.contains("Пераклад Пятра.") && text.contains("Другі сказ Алы."), "{text}");
    assert!(fs::read_to_string(folder.path().join(name)).unwrap().contains("Пераклад Алы."));
    let expected = [(MergeOutcome::Untouched, 1), (MergeOutcome::Edited, 1), (MergeOutcome::Conflict, 1)];
    assert_eq!(merged_file.outcomes, expected);
    assert_eq!(recorder.notices(), merged(0));
}

#[test]
fn a_file_that_is_deleted_meanwhile_is_written_with_all_that_was_in_it() {
    let folder = translated();
    let workspace = raced(folder.path(), |path| fs::remove_file(path).unwrap());
    let (recorder, stop) = (Recorder::default(), desk::Stop::default());
    let slugs = workspace.slugs(&[]).unwrap();
    desk::translate(&workspace, &slugs, options(&stop), &recorder).unwrap();
    let text = segments(folder.path());
    assert!(text.contains("Ніхто яго не пытаў.") && text.contains("Чарнавік."), "{text}");
}

#[test]
fn a_file_that_cannot_be_read_any_more_stays_as_it_is() {
    let folder = translated();
    for broken in ["a translator's work", "<<<<<<< ours\n=======\n>>>>>>> theirs\n"] {
        let workspace = raced(folder.path(), move |path| fs::write(path, broken).unwrap());
        let before = segments(folder.path());
        let (recorder, stop) = (Recorder::default(), desk::Stop::default());
        let slugs = workspace.slugs(&[]).unwrap();
        let mut visited = desk::translate(&workspace, &slugs, options(&stop), &recorder).unwrap();
        let error = visited.articles.remove(0).1.unwrap().remove(0).unwrap_err();
        assert!(error.to_string().contains("somebody saved this file"), "{error}");
        assert_eq!(segments(folder.path()), broken);
        fs::write(folder.path().join(SEGMENTS), before).unwrap();
    }
}

#[test]
fn the_file_in_which_conflicts_are_saved_is_the_one_that_is_named() {
    let folder = translated();
    let workspace = open(folder.path(), extended());
    let (article, be) = (load(&workspace), "be".parse().unwrap());
    let (unit, segment) = article.translated().next().unwrap();
    let names = ["Адзін", "Два", "Тры"].map(|words| {
        let target = |words: &str| tolmach::model::Target::human(tolmach::model::Text::plain(words), None);
        let (role, source) = (unit.role.clone(), unit.text_of(segment));
        let conflict = Conflict {
            id: segment.id,
            role,
            source,
            ours: target("Нуль"),
            theirs: target(words),
            remarks: Vec::new(),
            line: 1,
        };
        let name = workspace.store.save_conflicts(&article, &be, &[conflict], Path::new("returned.xlf")).unwrap();
        assert!(fs::read_to_string(folder.path().join(&name)).unwrap().contains(words), "{name}");
        name
    });
    let expected = ["", ".2", ".3"].map(|number| format!("locales/be/segments/army.conflict{number}.xlf"));
    assert_eq!(names, expected);
}
