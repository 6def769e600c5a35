//! A project's glossary through the library: forms, tables, additions, lint, review, comparison.

use std::{fs, path::PathBuf, sync::Mutex};

use tempfile::TempDir;
use tolmach::{
    desk::{
        self, Desk, DeskError, GlossaryError, Layout, Notice, Registries, Unobserved, Workspace,
        glossary::{
            ClassAnswer, ExchangeFormat, FormsCheck, FormsOptions, LISTED, NewConcept, OpenClass, OpenWording,
            ReviewAnswer, ReviewOptions, TermImportOptions, accept_forms, add, candidates, check_forms, compare,
            export, find, forms, import, lint, review_forms, settle_classes, table_of, write_forms,
        },
    },
    model::{Case, Kind, Locale, Usage},
    project::settings::Overrides,
};

use crate::desk::{open, project};

const SETTINGS: (&str, &str) = ("tolmach.toml", "targets = [\"be\"]\nbackends = [\"review\"]\n");
const HOMEL: &str = "[[concept]]\nid = \"homel\"\nkind = \"place\"\nterms.en = { preferred = \"Homel\" }\n\
                     terms.be = { preferred = \"Гомель\" }\n";
const ARTICLE: (&str, &str) =
    ("source/news.md", "---\ntitle: News\n---\nThe army left Homel.\n\nHomel waits. The army left.\n");

fn locale(tag: &str) -> Locale {
    tag.parse().unwrap()
}

fn at(folder: &TempDir) -> (Workspace, Layout) {
    (open(folder.path(), Registries::built_in()), Layout { root: folder.path().to_owned() })
}

fn words(words: &[&str]) -> FormsOptions {
    FormsOptions { words: words.iter().map(|word| (*word).to_owned()).collect(), ..FormsOptions::default() }
}

/// Records errors and findings about a glossary.
#[derive(Default)]
struct Recorder(Mutex<Vec<String>>);

impl Recorder {
    fn all(self) -> Vec<String> {
        self.0.into_inner().unwrap()
    }
}

impl desk::Observer for Recorder {
    fn failed(&self, error: &DeskError) {
        self.0.lock().unwrap().push(error.to_string());
    }

    fn notice(&self, notice: &Notice) {
        if let Notice::ClassWritten(written) = notice {
            self.0.lock().unwrap().push(format!("{} {}", written.wording, written.class));
        }
        let Notice::GlossaryFault(finding) = notice else { return };
        let place = &finding.place;
        let line = place.line.unwrap_or_default();
        self.0.lock().unwrap().push(format!("{}:{line} {}", place.file.as_deref().unwrap_or_default(), finding.id()));
    }
}

#[test]
fn a_word_is_declined_without_a_project() {
    let options = FormsOptions { locales: vec![locale("be")], kind: Some(Kind::Place), ..words(&["Мінск"]) };
    let found = forms(None, &options, &Unobserved).unwrap();
    assert!(found.errors.is_empty() && found.findings.is_empty());
    let [word] = found.words.as_slice() else { panic!("{:?}", found.words) };
    assert_eq!((word.locale.to_string().as_str(), word.class_from.as_str(), &word.concept), ("be", "guessed", &None));
    let genitive: Vec<&str> =
        word.forms.iter().filter(|form| form.case == Some(Case::Genitive)).map(|form| form.text.as_str()).collect();
    assert_eq!(genitive, ["Мінска"]);
}

#[test]
fn a_word_that_cannot_be_declined_is_reported_and_the_others_are_declined() {
    let recorder = Recorder::default();
    let found = forms(None, &words(&["Minsk", "Калінка"]), &recorder).unwrap();
    assert!(!found.words.is_empty() && found.words.iter().all(|word| word.lemma == "Калінка"));
    assert!(matches!(
        found.errors.as_slice(),
        [DeskError::Glossary(GlossaryError::NoLocaleSpells { word })] if word == "Minsk"
    ));
    assert_eq!(recorder.all(), [found.errors[0].to_string()]);
    let unknown = FormsOptions { class: Some("ma.Q".to_owned()), ..words(&["хата"]) };
    let error = forms(None, &unknown, &Unobserved).unwrap_err();
    assert!(matches!(error, DeskError::Glossary(GlossaryError::Class(_))), "{error}");
}

#[test]
fn terms_are_found_in_a_text_with_their_byte_ranges() {
    let folder = project(&[SETTINGS, ("glossary/places.toml", HOMEL)]);
    let (workspace, layout) = at(&folder);
    let desk = Desk::open(Some((&layout, &workspace.settings)), &workspace.registries).unwrap();
    let text = "каля Гомеля";
    let found = find(&desk, &locale("be"), text);
    let [term] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!((term.concept.as_str(), term.usage, term.form.as_str()), ("homel", Usage::Preferred, "Гомеля"));
    assert_eq!(&text[term.span.clone()], "Гомеля");
}

#[test]
fn a_table_is_imported_and_exported_and_nothing_is_overwritten() {
    let table = "id\tkind\ten.preferred\tbe.preferred\nhomel\tplace\tHomel\tГомель\nbrest\tplace\tBrest\tБрэст\n";
    let other = "id\tkind\ten.preferred\tbe.preferred\nbrest\tplace\tBrest\tБерасце\n";
    let folder = project(&[
        SETTINGS,
        ("glossary/places.toml", HOMEL),
        ("more.tsv", table),
        ("other.tsv", other),
        ("none.doc", ""),
        ("last.tsv", table),
    ]);
    let (workspace, _) = at(&folder);
    let files: Vec<PathBuf> =
        ["more.tsv", "other.tsv", "none.doc", "last.tsv"].iter().map(|name| folder.path().join(name)).collect();
    let imported = import(&workspace, &files, &TermImportOptions::default());
    let counts: Vec<_> =
        imported.files.iter().map(|outcome| (outcome.new, outcome.same, outcome.file.as_str())).collect();
    assert_eq!(counts, [(1, 1, "glossary/more.toml"), (0, 0, "glossary/other.toml")], "the last file is not reached");
    let findings: Vec<_> = imported.findings.iter().map(|finding| (finding.id(), finding.place.line)).collect();
    assert_eq!(findings, [("glossary-import-other-content", Some(2))]);
    assert!(matches!(imported.error, Some(DeskError::Glossary(GlossaryError::UnknownEnding { .. }))));
    assert!(!folder.path().join("glossary/other.toml").exists());

    let exported = export(&workspace, Some(ExchangeFormat::Omegat), None, &[locale("be")]).unwrap();
    assert_eq!(exported.text, "Brest\tБрэст\nHomel\tГомель\n");
    assert!(exported.findings.is_empty());
}

#[test]
fn a_concept_without_an_id_gets_a_free_one_from_its_wording_in_the_language_of_the_articles() {
    let folder = project(&[SETTINGS, ("glossary/places.toml", HOMEL)]);
    let (workspace, _) = at(&folder);
    let cases: [(&[(&str, &str)], &str); 6] = [
        (&[("be", "Генеральны штаб"), ("en", "General Staff"), ("en", "the Staff")], "general_staff"),
        (&[("en", "General staff")], "general_staff_2"),
        (&[("en", "Homel")], "homel_2"),
        (&[("en", "O’Brien’s café")], "obriens_cafe"),
        (&[("be", "Мінск")], "minsk"),
        (&[("en", "§")], "untitled"),
    ];
    for (terms, id) in cases {
        let new = NewConcept {
            id: None,
            kind: Kind::Term,
            definition: None,
            note: None,
            terms: terms.iter().map(|(tag, text)| (locale(tag), (*text).to_owned())).collect(),
            classes: Vec::new(),
            deprecated: Vec::new(),
            forbidden: Vec::new(),
            file: "terms".to_owned(),
        };
        let skip = |_: &OpenClass| -> Result<ClassAnswer, DeskError> { Ok(ClassAnswer::Skip) };
        assert_eq!(add(&workspace, &new, skip).unwrap().id, id, "{terms:?}");
    }
}

#[test]
fn a_concept_is_added_with_the_number_of_its_forms_and_only_once() {
    let folder = project(&[SETTINGS, ("glossary/places.toml", HOMEL)]);
    let (workspace, _) = at(&folder);
    let brest = NewConcept {
        id: Some("brest".to_owned()),
        kind: Kind::Place,
        definition: None,
        note: None,
        terms: vec![(locale("en"), "Brest".to_owned()), (locale("be"), "Брэст".to_owned())],
        classes: Vec::new(),
        deprecated: Vec::new(),
        forbidden: vec![(locale("be"), "Брест".to_owned())],
        file: "places".to_owned(),
    };
    let skip = |_: &OpenClass| -> Result<ClassAnswer, DeskError> { Ok(ClassAnswer::Skip) };
    let added = add(&workspace, &brest, skip).unwrap();
    assert_eq!((added.id.as_str(), added.file.as_str()), ("brest", "glossary/places.toml"));
    assert!(added.wordings.iter().any(|wording| wording.text == "Брэст" && wording.forms > 3));
    let text = fs::read_to_string(folder.path().join("glossary/places.toml")).unwrap();
    assert!(text.starts_with(HOMEL) && text.contains("forbidden = [\"Брест\"]"), "{text}");
    let refusal = |new: NewConcept| match add(&workspace, &new, skip) {
        Err(DeskError::Glossary(error)) => error,
        other => panic!("{other:?}"),
    };
    assert!(matches!(
        refusal(brest.clone()),
        GlossaryError::ConceptExists { place, .. } if place == "glossary/places.toml:7"
    ));
    let minsk = NewConcept { id: Some("minsk".to_owned()), ..brest };
    assert!(matches!(
        refusal(NewConcept { file: "../x".to_owned(), ..minsk.clone() }),
        GlossaryError::NotAFileName { .. }
    ));
    let classes = vec![(locale("uk"), "m.S".to_owned())];
    assert!(matches!(refusal(NewConcept { classes, ..minsk }), GlossaryError::ClassWithoutWording { .. }));
    assert_eq!(fs::read_to_string(folder.path().join("glossary/places.toml")).unwrap(), text);
}

#[test]
fn contradictions_and_unused_concepts_are_reported_once_in_the_order_of_the_files() {
    let twice = HOMEL.replace("homel", "gomel");
    let folder = project(&[SETTINGS, ("glossary/a.toml", HOMEL), ("glossary/b.toml", &twice)]);
    let (workspace, _) = at(&folder);
    let findings = lint(&workspace, LISTED).unwrap();
    let found: Vec<_> = findings.iter().map(|finding| (finding.place.file.as_deref().unwrap(), finding.id())).collect();
    let expected = [
        ("glossary/a.toml", "glossary-lint-unused"),
        ("glossary/b.toml", "glossary-lint-unused"),
        ("glossary/b.toml", "glossary-lint-same-wording"),
        ("glossary/b.toml", "glossary-lint-same-wording"),
    ];
    // Open classes are a list of their own, behind these.
    let found: Vec<_> = found.into_iter().filter(|(_, id)| !id.starts_with("glossary-lint-open-")).collect();
    assert_eq!(found, expected);
}

#[test]
fn a_phrase_that_the_glossary_lacks_becomes_an_importable_row() {
    let folder = project(&[SETTINGS, ARTICLE, ("glossary/places.toml", HOMEL)]);
    let (workspace, _) = at(&folder);
    let found = candidates(&workspace, 2).unwrap();
    let texts: Vec<_> = found.iter().map(|item| (item.text.as_str(), item.name, item.count)).collect();
    assert_eq!(texts, [("army left", false, 2)]);
    let table = table_of(&workspace, &found).unwrap();
    assert_eq!(table, "id\tkind\tnote\ten.preferred\narmy_left\tterm\t2×: The army left Homel.\tarmy left\n");
}

#[test]
fn the_lock_follows_the_rules_and_keeps_reviews() {
    let folder = project(&[SETTINGS, ("glossary/places.toml", "")]);
    let (_, layout) = at(&folder);
    assert_eq!(check_forms(&layout, &[], &Unobserved).unwrap().check, FormsCheck::Needless);
    let minsk = HOMEL.replace("Гомель", "Мінск");
    fs::write(folder.path().join("glossary/places.toml"), &minsk).unwrap();
    assert_eq!(check_forms(&layout, &[], &Unobserved).unwrap().check, FormsCheck::NoLock);
    let first = write_forms(&layout, &Unobserved).unwrap();
    assert!(first.written && first.unsettled.open > 0 && first.file == "glossary/forms.lock");
    assert!(!write_forms(&layout, &Unobserved).unwrap().written);

    let options =
        ReviewOptions { by: Some("the desk".to_owned()), today: "2022-03-24".to_owned(), ..Default::default() };
    let mut seen: Vec<(usize, usize, String)> = Vec::new();
    let reviewed = review_forms(&layout, &options, &Unobserved, |wording: &OpenWording| {
        assert!(wording.seen.is_empty() && wording.new.iter().any(|form| form.text == "Мінскам"));
        seen.push((wording.number, wording.count, wording.lemma.clone()));
        Ok::<_, DeskError>(ReviewAnswer::Wrong)
    });
    assert_eq!(seen, [(1, 1, "Мінск".to_owned())]);
    let unsettled = reviewed.unwrap().unsettled;
    assert!(unsettled.open == 0 && unsettled.wrong > 0);
    assert!(fs::read_to_string(layout.forms_lock()).unwrap().contains("the desk 2022-03-24"));
    assert!(!accept_forms(&layout, &options, &Unobserved).unwrap().written, "nothing is open");

    let longer = minsk.replace("\"Мінск\"", "{ text = \"Мінск\", forms = [\"Мінсту\"] }");
    fs::write(folder.path().join("glossary/places.toml"), longer).unwrap();
    let changed = |locales: &[Locale]| match check_forms(&layout, locales, &Unobserved).unwrap().check {
        FormsCheck::Locked { changes, .. } => changes,
        other => panic!("{other:?}"),
    };
    assert_eq!(changed(&[])[0].added, ["-\tМінсту"]);
    assert!(changed(&[locale("ru")]).is_empty());
}

#[test]
fn an_interrupted_review_keeps_earlier_answers() {
    let folder = project(&[
        SETTINGS,
        ("glossary/places.toml", &format!("{HOMEL}\n{}", HOMEL.replace("Гомель", "Брэст").replace("homel", "brest"))),
    ]);
    let (_, layout) = at(&folder);
    let error = review_forms(&layout, &ReviewOptions::default(), &Unobserved, |wording: &OpenWording| {
        if wording.number == 1 { Ok(ReviewAnswer::Right) } else { Err(DeskError::Nameless) }
    });
    assert!(matches!(error, Err(DeskError::Nameless)));
    let text = fs::read_to_string(layout.forms_lock()).unwrap();
    assert!(text.contains("\n+\t") && text.contains("\n?\t"), "{text}");
}

#[test]
fn an_answer_that_cannot_be_written_hides_none_that_was_and_ends_no_review() {
    let concept = |id: &str, word: &str| {
        format!("[[concept]]\nid = \"{id}\"\nkind = \"place\"\nterms.be = {{ preferred = \"{word}\" }}\n\n")
    };
    let [first, second, third] = [("a", "Друць"), ("b", "Вязь"), ("c", "Сазь")].map(|(id, word)| concept(id, word));
    let folder = project(&[SETTINGS, ("glossary/places.toml", &[&*first, &second, &third].concat())]);
    let (_, layout) = at(&folder);
    let recorder = Recorder::default();
    let ask = |open: &OpenClass| {
        if open.concept == "b" {
            // Somebody takes the concept out of the file while the question is open.
            let text = fs::read_to_string(folder.path().join("glossary/places.toml")).unwrap();
            fs::write(folder.path().join("glossary/places.toml"), text.replace(&second, "")).unwrap();
        }
        Ok::<_, DeskError>(ClassAnswer::Class("f.S".to_owned()))
    };
    let settled = settle_classes(&layout, &ReviewOptions::default(), &recorder, Some(ask)).unwrap();
    let written: Vec<&str> = settled.written.iter().map(|written| written.wording.as_str()).collect();
    assert_eq!((written, settled.errors.len(), settled.remarks.len()), (vec!["Друць", "Сазь"], 1, 1));
    let seen = recorder.all();
    assert_eq!((seen.len(), seen[0].as_str(), seen[2].as_str()), (3, "Друць f.S", "Сазь f.S"), "{seen:?}");
    assert!(seen[1].contains("Вязь"), "{seen:?}");
    let text = fs::read_to_string(folder.path().join("glossary/places.toml")).unwrap();
    assert_eq!(text.matches("class = \"f.S\"").count(), 2, "{text}");
}

#[test]
fn faults_of_a_glossary_are_reported_and_the_rest_of_it_is_locked() {
    let broken = HOMEL.replace("\"Гомель\"", "{ text = \"Гомель\", class = \"m.Q\" }");
    let folder = project(&[SETTINGS, ("glossary/places.toml", &broken)]);
    let (_, layout) = at(&folder);
    let recorder = Recorder::default();
    let written = write_forms(&layout, &recorder).unwrap();
    assert_eq!(recorder.all(), ["glossary/places.toml:5 glossary-unknown-class"]);
    assert_eq!(written.findings.len(), 1);
    assert!(fs::read_to_string(layout.forms_lock()).unwrap().contains("be\thomel\tГомель"));
}

#[test]
fn a_comparison_lists_the_sentences_that_a_change_makes_wrong_and_leaves_the_glossary_unchanged() {
    let later = HOMEL.replace("preferred = \"Гомель\"", "preferred = \"Гомелле\", forbidden = \"Гомель\"");
    let folder = project(&[
        SETTINGS,
        ("glossary/places.toml", HOMEL),
        ("new/places.toml", &later),
        ("source/day.md", "Homel waits.\n"),
    ]);
    let (mut workspace, _) = at(&folder);
    let segmenters = tolmach::pipeline::Segmenters::new(&workspace.resources.locales);
    let article = workspace.load(&segmenters, "day").unwrap().article;
    drop(segmenters);
    let stored = workspace.store.translation(&article, &locale("be")).unwrap();
    let mut translation = stored.translation.clone();
    let id = article.segments().next().unwrap().1.id;
    let target = tolmach::model::Target::human(tolmach::model::Text::plain("Гомель чакае."), None);
    translation.targets.insert(id, target);
    workspace.store.save(&article, &stored, &translation, &desk::SegmentNotes::new(), desk::Author::Person).unwrap();

    let (old, new) = (folder.path().join("glossary"), folder.path().join("new"));
    let compared = compare(&mut workspace, &old, &new).unwrap();
    let changes: Vec<_> =
        compared.changes.iter().map(|change| (change.concept.as_str(), change.kind.as_str())).collect();
    assert_eq!(changes, [("homel", "changed")]);
    let wrong: Vec<_> = compared.wrong.iter().map(|noted| (noted.finding.rule(), noted.text.as_str())).collect();
    assert_eq!(wrong, [("forbidden-term", "Гомель чакае.")]);
    assert!(compare(&mut workspace, &old, &old).unwrap().wrong.is_empty());
    let nowhere = compare(&mut workspace, &old, &folder.path().join("nowhere")).unwrap_err();
    assert!(matches!(nowhere, DeskError::Glossary(GlossaryError::NoGlossary { .. })));
    assert_eq!(workspace.resources.termbase.find(&locale("be"), "у Гомелі").len(), 1);
}

#[test]
fn a_comparison_takes_as_certain_what_a_review_has_settled() {
    let druts = HOMEL.replace("homel", "druts").replace("Homel", "Druts").replace("Гомель", "Друць");
    let lock = "tolmach forms 1\n\nbe\tdruts\tДруць\tf.S/m.S\tguessed\n+\tsingular genitive\tДруці\tДруця\n";
    for (file, is_certain) in [("", false), ("new/forms.lock", true), ("glossary/forms.lock", true)] {
        let mut files = vec![
            SETTINGS,
            ("glossary/places.toml", HOMEL),
            ("new/places.toml", &druts),
            ("source/day.md", "They left Druts.\n"),
        ];
        files.extend((!file.is_empty()).then_some((file, lock)));
        let folder = project(&files);
        let (mut workspace, _) = at(&folder);
        let segmenters = tolmach::pipeline::Segmenters::new(&workspace.resources.locales);
        let article = workspace.load(&segmenters, "day").unwrap().article;
        drop(segmenters);
        let stored = workspace.store.translation(&article, &locale("be")).unwrap();
        let mut translation = stored.translation.clone();
        let id = article.segments().next().unwrap().1.id;
        let target = tolmach::model::Target::human(tolmach::model::Text::plain("Яны пайшлі з друця."), None);
        translation.targets.insert(id, target);
        let person = desk::Author::Person;
        workspace.store.save(&article, &stored, &translation, &desk::SegmentNotes::new(), person).unwrap();
        let (old, new) = (folder.path().join("glossary"), folder.path().join("new"));
        let wrong = compare(&mut workspace, &old, &new).unwrap().wrong;
        let found: Vec<_> =
            wrong.iter().map(|noted| (noted.finding.rule(), noted.finding.fix.clone().unwrap())).collect();
        let fix = tolmach::model::Fix { replacement: "Друця".to_owned(), certain: is_certain };
        assert_eq!(found, [("term-case", fix)], "{file}");
    }
}

#[test]
fn everything_that_a_run_needs_is_examined_and_problems_come_in_the_order_of_a_run() {
    let broken = HOMEL.replace("kind = \"place\"", "kind = \"town\"");
    let settings = ("tolmach.toml", "targets = [\"be\", \"fr\"]\nbackends = [\"nobody\"]\n");
    let folder = project(&[settings, ARTICLE, ("glossary/places.toml", &broken)]);
    let layout = Layout { root: folder.path().to_owned() };
    let recorder = Recorder::default();
    let examined =
        desk::examine(Some(&layout), &Overrides::default(), &Registries::built_in(), &locale("ru"), &recorder);
    assert_eq!((examined.articles, examined.backends.len()), (Some(1), 0));
    assert_eq!((examined.findings.len(), examined.errors.len(), examined.locales.len()), (1, 1, 0));
    assert_eq!(
        recorder.all(),
        ["glossary/places.toml:3 glossary-unknown-kind", "tolmach.toml:2: there is no backend `nobody`"]
    );
    fs::write(layout.settings(), settings.1.replace("nobody", "review")).unwrap();
    let examined = desk::examine(
        Some(&layout),
        &Overrides::default(),
        &Registries::built_in(),
        &locale("ru"),
        &Recorder::default(),
    );
    let locales: Vec<_> = examined.locales.iter().map(|item| (item.name.as_str(), item.is_known)).collect();
    assert_eq!(locales, [("белорусский", true), ("", false)]);
    assert_eq!((examined.backends, examined.errors.len()), (vec!["review".to_owned()], 0));
}

#[test]
fn markdown_round_trips_byte_for_byte_and_an_unreadable_file_does_not_affect_the_others() {
    let folder = project(&[("a.md", "A *b*.\n"), ("b.md", "x"), ("c.txt", "no Markdown")]);
    fs::write(folder.path().join("b.md"), b"\xff").unwrap();
    let mut results = Vec::new();
    let count = desk::roundtrip_files(&[folder.path().to_owned()], |path, result| {
        results.push((path.file_name().unwrap().to_string_lossy().into_owned(), result.ok()));
        Ok::<_, DeskError>(())
    });
    assert_eq!(count.unwrap(), 2);
    assert_eq!(results, [("a.md".to_owned(), Some(None)), ("b.md".to_owned(), None)]);
}
