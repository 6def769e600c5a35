//! The desk without a terminal: external engines and formats, positions of findings, one handle per engine.

#[cfg(feature = "http")]
mod many_articles;
#[cfg(feature = "http")]
mod one_handle;
mod racing;

use std::{fs, path::Path, sync::Mutex};

use schemars::JsonSchema;
use serde::Deserialize;
use tempfile::TempDir;
use tolmach::{
    backend::{
        Answer, Backend, BackendError, Capabilities, EngineFacts, EngineKind, EngineSettings, Limits, Opened, Reach,
        Request, Setup, Stop, SystemClock,
    },
    bilingual::{Bilingual, BilingualError, BilingualFormat, BilingualUnit, Conflict, Feature, Notes},
    desk::{self, Layout, MergeOptions, Notice, Registries, Terms, TranslateOptions, Unobserved, Workspace},
    model::{Article, Locale, Pair, Parsed, Position, Role, Skeleton, Slot, State, Target, Text, Translation, Unit},
    project::settings::{Overrides, Settings},
    source::{Edits, SourceFormat, SourceKind},
};

use crate::support::{hint, names};

/// An engine of a program that uses the library; it knows one sentence.
#[derive(Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
struct ToySettings {
    /// Its answer to everything.
    says: String,
}

struct Toy {
    says: String,
}

impl EngineSettings for ToySettings {
    const FACTS: EngineFacts =
        EngineFacts { kind: "toy", help: "says one thing to everything", reach: Reach::Inside, placeholder: false };

    fn open(self, _: Setup<'_>) -> Result<Opened, BackendError> {
        Ok(Opened::Backend(Box::new(Toy { says: self.says })))
    }
}

impl Backend for Toy {
    fn name(&self) -> &'static str {
        "toy"
    }

    fn capabilities(&self, _: &Pair) -> Capabilities {
        Capabilities { recorded: false, ..Capabilities::TEXT }
    }

    fn limits(&self) -> Limits {
        Limits::NONE
    }

    fn translate(&self, _: &Pair, batch: &[Request], _: &Stop) -> Result<Vec<Answer>, BackendError> {
        Ok(batch.iter().map(|_| Answer::Draft(self.says.clone())).collect())
    }
}

/// A bilingual format of such a program: one segment per line, separated by tabs.
struct Lines;

impl BilingualFormat for Lines {
    fn name(&self) -> &'static str {
        "lines"
    }

    fn help(&self) -> &'static str {
        "a line a segment"
    }

    fn extension(&self) -> &'static str {
        "lines"
    }

    fn lacks(&self) -> &'static [Feature] {
        &[Feature::State, Feature::Approval, Feature::Origin, Feature::Codes, Feature::Notes, Feature::Stale]
    }

    fn recognises(&self, text: &str) -> bool {
        text.starts_with("#lines ")
    }

    fn read(&self, text: &str) -> Result<Parsed<Bilingual>, BilingualError> {
        let malformed = |line: usize| BilingualError::Malformed { line, problem: "not three cells".to_owned() };
        let head: Vec<&str> = text.lines().next().unwrap_or_default().split(' ').collect();
        let [_, original, source, target] = head.as_slice() else { return Err(malformed(1)) };
        let mut units = Vec::new();
        for (index, line) in text.lines().enumerate().skip(1) {
            let cells: Vec<&str> = line.split('\t').collect();
            let [id, source, target] = cells.as_slice() else { return Err(malformed(index + 1)) };
            units.push(BilingualUnit {
                name: (*id).to_owned(),
                id: id.parse().ok(),
                role: Role::Paragraph,
                source: Text::plain(*source),
                target: (!target.is_empty()).then(|| Target::human(Text::plain(*target), None)),
                note: None,
                remarks: Vec::new(),
                sent: None,
                edited: !target.is_empty(),
                marked: State::Translated,
                sent_state: None,
                line: index + 1,
                target_at: Position { line: index + 1, column: 1 },
            });
        }
        let (source, target) = (source.parse().unwrap(), target.parse().ok());
        let file = Bilingual {
            original: (*original).to_owned(),
            source,
            target,
            units,
            obsolete: Vec::new(),
            fixed_slug: None,
        };
        Ok(Parsed { value: file, findings: Vec::new() })
    }

    fn write(&self, article: &Article, translation: &Translation, _: Notes<'_>) -> String {
        let mut out = format!("#lines {}.md {} {}\n", article.slug, article.locale, translation.locale);
        for (unit, segment) in article.translated() {
            let target = translation.targets.get(&segment.id).map(|target| target.text.prose.as_str());
            let cells =
                [&segment.id.to_string(), &unit.text_of(segment).prose, target.unwrap_or_default()].map(str::to_owned);
            out.extend([cells.join("\t"), "\n".to_owned()]);
        }
        out
    }

    fn update(
        &self,
        _: &str,
        article: &Article,
        translation: &Translation,
        notes: Notes<'_>,
    ) -> Result<String, BilingualError> {
        Ok(self.write(article, translation, notes))
    }

    fn conflicts(&self, _: &Article, _: &Locale, _: &[Conflict]) -> String {
        String::new()
    }
}

/// A source format of such a program: a headline, then one paragraph per line.
struct PlainLines;

const PLAIN: SourceKind = SourceKind::new("plain-lines", "plain", |_| Box::new(PlainLines));

impl SourceFormat for PlainLines {
    fn parse(&self, slug: &str, file: String) -> Parsed<Article> {
        let (mut units, mut slots, mut start) = (Vec::new(), Vec::new(), 0);
        for line in file.split_inclusive('\n') {
            let span = start..start + line.trim_end().len();
            start += line.len();
            let role = if units.is_empty() { Role::Title } else { Role::Paragraph };
            let (id, text) = (format!("line-{}", units.len()), Text::plain(&file[span.clone()]));
            units.push(Unit { id, role, text, segments: Vec::new(), originals: Vec::new() });
            slots.push(Slot { span: span.clone(), outer: span.clone(), map: vec![(0, span)], ..Slot::default() });
        }
        let skeleton = Skeleton { file, slots, ..Skeleton::default() };
        let article = Article { slug: slug.to_owned(), locale: Locale::english(), units, skeleton };
        Parsed { value: article, findings: Vec::new() }
    }

    fn write(&self, article: &Article, edits: &Edits<'_>) -> String {
        let line = |unit: &Unit| {
            let segments = unit.segments.iter().map(|segment| {
                (edits.target)(unit, segment).map_or_else(|| unit.text_of(segment).prose, |target| target.prose)
            });
            segments.collect::<Vec<_>>().join(" ") + "\n"
        };
        article.units.iter().map(line).collect()
    }

    fn html(&self, file: &str, _: &[String]) -> String {
        file.lines().skip(1).flat_map(|line| ["<p class=\"plain\">", line, "</p>\n"]).collect()
    }

    fn pictures(&self, _: &str) -> Vec<String> {
        Vec::new()
    }
}

pub fn project(files: &[(&str, &str)]) -> TempDir {
    let folder = tempfile::tempdir().unwrap();
    for (path, text) in files {
        let path = folder.path().join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }
    folder
}

pub fn open(folder: &Path, registries: Registries) -> Workspace {
    let text = fs::read_to_string(folder.join("tolmach.toml")).unwrap();
    let project = Some(("tolmach.toml", text.as_str()));
    let settings = Settings::resolve(&Overrides::default(), project, None, 2, &names(&registries.engines)).unwrap();
    let layout = Layout { root: folder.to_owned() };
    Workspace::open(layout, settings, registries, Terms::Declined).unwrap()
}

const ARTICLE: (&str, &str) = ("source/army.md", "---\ntitle: The army stays\n---\nNobody has asked it.\n");

/// The built-in registries, plus an engine and a format of our own.
fn extended() -> Registries {
    let mut registries = Registries::built_in();
    registries.engines.push(EngineKind::of::<ToySettings>());
    registries.bilingual.push(&Lines);
    registries
}

#[test]
fn an_external_engine_and_format_are_one_line_each() {
    let settings = "targets = [\"be\"]\nbackends = [\"one\"]\n[backend.one]\nkind = \"toy\"\nsays = \"Войска дома.\"\n";
    let folder = project(&[("tolmach.toml", settings), ARTICLE]);
    let workspace = open(folder.path(), extended());
    let slugs = workspace.slugs(&[]).unwrap();
    let stop = Stop::default();
    let options = TranslateOptions::new("2022-03-24", &SystemClock, &stop);
    let visited = desk::translate(&workspace, &slugs, options, &Unobserved).unwrap();
    let (_, outcomes) = visited.articles.into_iter().next().unwrap();
    let outcome = outcomes.unwrap().remove(0).unwrap();
    assert!(outcome.written && outcome.error.is_none() && outcome.rejected.is_empty());
    assert_eq!((outcome.requested, outcome.translation.targets.len()), (2, 2));

    let out = folder.path().join("out");
    let recorder = Recorder::default();
    desk::export(&workspace, &slugs, "lines", &out, &recorder).unwrap();
    let features = vec![(Feature::State, 2), (Feature::Origin, 2)];
    assert_eq!(recorder.notices(), [Notice::Lost { format: "lines".to_owned(), features }], "losses are reported");
    let file = out.join("be/army.lines");
    let text = fs::read_to_string(&file).unwrap();
    assert_eq!(text.lines().count(), 3, "{text}");
    fs::write(&file, text.replace("Nobody has asked it.\tВойска дома.", "Nobody has asked it.\tНіхто яго не пытаў."))
        .unwrap();

    let options = MergeOptions {
        state: Some(State::Reviewed),
        by: Some("A".to_owned()),
        today: "2022-03-24".to_owned(),
        accept_unchanged: false,
    };
    let policy = desk::merge_policy(&workspace, options).unwrap();
    let merged = desk::merge(&workspace, &file, &policy, &Unobserved).unwrap();
    assert!(merged.findings.is_empty(), "{:?}", merged.findings);
    let segments = fs::read_to_string(folder.path().join("locales/be/segments/army.xlf")).unwrap();
    assert!(segments.contains("Ніхто яго не пытаў.") && segments.contains("state=\"signed-off\""), "{segments}");
}

#[test]
fn an_external_source_format_reads_files_of_its_extension_and_writes_their_editions() {
    let folder = project(&[
        (
            "tolmach.toml",
            "targets = [\"be\"]\nbackends = [\"one\"]\n[backend.one]\nkind = \"toy\"\nsays = \"Войска.\"\n",
        ),
        ("source/army.plain", "The army stays\nNobody has asked it. Nobody will.\n"),
        ("source/day.MD", ARTICLE.1),
        ("source/notes.txt", "No article."),
    ]);
    let mut registries = extended();
    registries.sources.push(PLAIN);
    let workspace = open(folder.path(), registries.clone());
    let slugs = workspace.slugs(&[]).unwrap();
    assert_eq!(slugs, ["army", "day"]);
    let stop = Stop::default();
    let options = TranslateOptions::new("2022-03-24", &SystemClock, &stop);
    desk::translate(&workspace, &slugs, options, &Unobserved).unwrap();
    desk::build(&workspace, &slugs, &Unobserved).unwrap();
    let text = |path: &str| fs::read_to_string(folder.path().join(path)).unwrap();
    assert!(text("locales/be/segments/army.xlf").contains("original=\"source/army.plain\""));
    assert_eq!(text("editions/be/army.plain"), "Войска.\nВойска. Войска.\n");
    assert!(
        text("editions/be/army.html")
            .contains("<p class=\"plain\"><mark class=\"open draft\">[чарнавік]</mark> Войска. ")
    );
    assert!(text("editions/be/day.MD").contains("title: Войска."), "the extension keeps the author's capitals");
    let checked = desk::check(&workspace, &slugs, true, &Unobserved).unwrap();
    assert!(checked.errors.is_empty(), "{:?}", checked.errors);

    fs::write(folder.path().join("source/day.plain"), "A day\n").unwrap();
    let error = workspace.slugs(&[]).unwrap_err();
    assert_eq!(error.to_string(), "`source/day.MD` and `source/day.plain` are articles of one name, `day`");
    // The desk of a command without a project knows the format too.
    let desk = desk::Desk::open(None, &registries).unwrap();
    let mut sentences = 0;
    desk::segment_files(&desk, &[folder.path().join("source/army.plain")], |file| {
        sentences += file?.segments.len();
        Ok::<_, desk::DeskError>(())
    })
    .unwrap();
    assert_eq!(sentences, 3);
}

#[test]
fn a_name_or_extension_shared_by_two_registered_formats_is_an_error() {
    let error_of = |change: &dyn Fn(&mut Registries)| {
        let mut registries = extended();
        change(&mut registries);
        registries.check().unwrap_err().to_string()
    };
    let source = |name, extension| SourceKind::new(name, extension, |_| Box::new(PlainLines));
    assert_eq!(error_of(&|all| all.sources.extend([PLAIN, PLAIN])), "`plain-lines` is registered twice");
    assert_eq!(
        error_of(&|all| all.sources.push(source("wiki", "MD"))),
        "`.md` is the extension of two formats, `markdown` and `wiki`"
    );
    assert_eq!(
        error_of(&|all| all.sources.push(source("wiki", "html"))),
        "`.html` is the extension of two formats, `page` and `wiki`"
    );
    assert_eq!(error_of(&|all| all.bilingual.push(&Lines)), "`lines` is registered twice");
}

#[test]
fn a_name_shared_by_two_registered_engines_is_an_error() {
    let mut registries = extended();
    registries.engines.push(EngineKind::of::<ToySettings>());
    let error = registries.check().unwrap_err();
    assert_eq!(error.to_string(), "`toy` is registered twice");
    let known = "give one of them another name; the names are: apertium, azure, command, deepl, google, libretranslate, memory, openai, pseudo, review, toy";
    assert_eq!(hint(&error), known);
    assert!(extended().check().is_ok() && Registries::built_in().check().is_ok());
}

#[test]
fn an_unregistered_kind_is_reported_with_the_registered_ones() {
    let text = "targets = [\"be\"]\n[backend.one]\nkind = \"toy\"\nsays = \"x\"\n";
    let project = Some(("tolmach.toml", text));
    let built_in = Registries::built_in();
    let error = Settings::resolve(&Overrides::default(), project, None, 2, &names(&built_in.engines)).unwrap_err();
    assert_eq!(error.to_string(), "tolmach.toml:3: `backend.one` has the unknown kind `toy`");
    assert!(Settings::resolve(&Overrides::default(), project, None, 2, &names(&extended().engines)).is_ok());
}

#[test]
fn a_refused_wording_of_the_source_is_reported_once_in_the_article() {
    let glossary = "[[concept]]\nid = \"homel\"\nkind = \"place\"\n\
                    terms.en = { preferred = \"Homel\", forbidden = \"Gomel\" }\nterms.be = { preferred = \"Гомель\" }\n\
                    terms.uk = { preferred = \"Гомель\" }\n";
    let folder = project(&[
        ("tolmach.toml", "targets = [\"be\", \"uk\"]\nbackends = [\"review\"]\n"),
        ("glossary/places.toml", glossary),
        ("source/day.md", "---\ntitle: A day\n---\nThe road.\n\nThe road to *Gomel* is long.\n"),
    ]);
    let workspace = open(folder.path(), Registries::built_in());
    let slugs = workspace.slugs(&[]).unwrap();
    for locale in ["be", "uk"] {
        let text = "<xliff version='1.2'><file original='source/day.md' source-language='en' target-language='LOCALE' \
                    datatype='x'><body>\n<trans-unit id='ID'>\n<source>The road to <g id='1'>Gomel</g> is \
                    long.</source>\n  <target state='translated'>Дарога ў <g id='1'>Гомель</g> 7.</target>\n\
                    </trans-unit></body></file></xliff>\n";
        let segmenters = tolmach::pipeline::Segmenters::new(&workspace.resources.locales);
        let loaded = workspace.load(&segmenters, "day").unwrap();
        let id = loaded.article.segments().last().unwrap().1.id.to_string();
        let path = folder.path().join(format!("locales/{locale}/segments/day.xlf"));
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text.replace("LOCALE", locale).replace("ID", &id)).unwrap();
    }
    let checked = desk::check(&workspace, &slugs, true, &Unobserved).unwrap();
    let of = |rule: &str| checked.findings.iter().filter(move |noted| noted.finding.rule() == rule).collect::<Vec<_>>();
    let source = of("source-term");
    assert_eq!(source.len(), 1, "once, not once per locale");
    let place = &source[0].finding.place;
    assert_eq!((place.file.as_deref(), place.line, place.column), (Some("source/day.md"), Some(6), Some(14)));
    assert_eq!(place.locale, None);
    let numbers = of("numbers");
    assert_eq!(numbers.len(), 2, "a legal id in single quotation marks does not lose the line");
    for noted in numbers {
        let place = &noted.finding.place;
        assert_eq!((place.line, place.column), (Some(4), Some(30)));
        let source = place.source.as_ref().unwrap();
        assert_eq!((source.file.as_str(), source.position), ("source/day.md", Position { line: 6, column: 1 }));
    }
}

#[test]
fn a_file_saved_meanwhile_is_not_overwritten() {
    let folder = project(&[("tolmach.toml", "targets = [\"be\"]\nbackends = [\"review\"]\n"), ARTICLE]);
    let workspace = open(folder.path(), Registries::built_in());
    let segmenters = tolmach::pipeline::Segmenters::new(&workspace.resources.locales);
    let article = workspace.load(&segmenters, "army").unwrap().article;
    let be: Locale = "be".parse().unwrap();
    let read = workspace.store.translation(&article, &be).unwrap();
    let path = folder.path().join("locales/be/segments/army.xlf");
    fs::create_dir_all(path.parent().unwrap()).unwrap();
    fs::write(&path, "a translator's work").unwrap();
    let notes = desk::SegmentNotes::new();
    let error = workspace.store.save(&article, &read, &read.translation, &notes, desk::Author::Tool).unwrap_err();
    assert!(error.to_string().contains("somebody saved this file"), "{error}");
    assert_eq!(fs::read_to_string(path).unwrap(), "a translator's work");
}

/// Records errors and notices.
#[derive(Default)]
struct Recorder(Mutex<Vec<String>>, Mutex<Vec<Notice>>);

impl Recorder {
    fn notices(self) -> Vec<Notice> {
        self.1.into_inner().unwrap()
    }
}

impl desk::Observer for Recorder {
    fn failed(&self, error: &desk::DeskError) {
        self.0.lock().unwrap().push(error.to_string());
    }

    fn notice(&self, notice: &Notice) {
        self.1.lock().unwrap().push(notice.clone());
    }
}

#[test]
fn a_format_that_lacks_nothing_loses_nothing() {
    let folder = project(&[("tolmach.toml", "targets = [\"be\"]\nbackends = [\"pseudo\"]\n"), ARTICLE]);
    let workspace = open(folder.path(), extended());
    let (slugs, stop, recorder) = (workspace.slugs(&[]).unwrap(), Stop::default(), Recorder::default());
    let options = TranslateOptions::new("2022-03-24", &SystemClock, &stop);
    desk::translate(&workspace, &slugs, options, &Unobserved).unwrap();
    desk::export(&workspace, &slugs, "xliff", &folder.path().join("out"), &recorder).unwrap();
    assert_eq!(recorder.notices(), []);
}

#[test]
fn errors_of_parallel_work_are_reported_in_the_order_of_the_selection() {
    let settings = "targets = [\"be\", \"ru\", \"uk\"]\nbackends = [\"review\"]\n";
    let files: Vec<(String, String)> =
        (0..100).map(|number| (format!("source/a{number:03}.md"), String::new())).collect();
    let mut all: Vec<(&str, &str)> = files.iter().map(|(path, text)| (path.as_str(), text.as_str())).collect();
    all.push(("tolmach.toml", settings));
    let folder = project(&all);
    let workspace = open(folder.path(), Registries::built_in());
    let recorder = Recorder::default();
    desk::check(&workspace, &workspace.slugs(&[]).unwrap(), true, &recorder).unwrap();
    let expected: Vec<String> = files.iter().map(|(path, _)| format!("{path}: the article is empty")).collect();
    assert_eq!(recorder.0.into_inner().unwrap(), expected);
}
