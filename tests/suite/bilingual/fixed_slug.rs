//! The fixed slug of an edition, kept with its translation.

use tolmach::{
    bilingual::{Author, Policy, ReturnedStates, join, merge, refresh, xliff::read},
    model::{State, Translation},
};

use super::support::{article, human, locale, translation, update, write};

const FILE: &str = "title: The army\nparagraph: Text.";

fn fixed(slug: Option<&str>) -> Translation {
    let targets = [("The army", human("Войска")), ("Text.", human("Тэкст."))];
    Translation { fixed_slug: slug.map(str::to_owned), ..translation(&article(FILE), &targets) }
}

fn written(translation: &Translation) -> String {
    write(&article(FILE), translation)
}

fn read_back(file: &str, article_file: &str) -> Translation {
    refresh(&article(article_file), &locale("be"), &read(file).unwrap().value)
}

#[test]
fn the_title_s_unit_holds_it_and_another_title_takes_it_over() {
    let file = written(&fixed(Some("vojska")));
    let unit = file.lines().find(|line| line.contains("slug=vojska")).unwrap();
    assert!(unit.trim().starts_with("<trans-unit") && file.matches("slug=").count() == 1, "{file}");
    assert!(file.find("slug=").unwrap() < file.find("The army").unwrap());
    for article_file in [FILE, "title: Nobody marches\nparagraph: Text.", "paragraph: Text."] {
        let carried = read_back(&file, article_file);
        assert_eq!(carried.fixed_slug.as_deref(), Some("vojska"), "{article_file}");
        let updated = update(&file, &article(article_file), &carried);
        assert_eq!(updated.matches("slug=vojska").count(), 1, "{updated}");
        assert_eq!(read_back(&updated, article_file).fixed_slug.as_deref(), Some("vojska"));
    }
}

#[test]
fn nothing_that_could_not_be_an_address_is_read() {
    for slug in ["../x", "a b", "", "a%2Fb", "%3Cb%3E", "вёска"] {
        let file = written(&fixed(Some("vojska"))).replace("slug=vojska", &format!("slug={slug}"));
        assert_eq!(read_back(&file, FILE).fixed_slug, None, "{slug}");
    }
}

#[test]
fn neither_a_returned_file_nor_a_save_meanwhile_takes_it_away_or_changes_it() {
    let article = article(FILE);
    let policy = Policy {
        as_state: State::Translated,
        by: None,
        date: "2022-03-24".to_owned(),
        accept_unchanged: false,
        states: ReturnedStates::default(),
        placeholders: Vec::new(),
    };
    for (ours, theirs, expected) in [
        (Some("vojska"), None, Some("vojska")),
        (Some("vojska"), Some("armija"), Some("vojska")),
        // Our own file is gone.
        (None, Some("armija"), Some("armija")),
        (None, None, None),
    ] {
        let returned = read(&written(&fixed(theirs))).unwrap().value;
        let merged = merge(&article, &fixed(ours), &returned, &policy).unwrap().translation;
        assert_eq!(merged.fixed_slug.as_deref(), expected);
    }
    for (base, ours, saved, expected) in [
        (None, Some("vojska"), None, Some("vojska")),
        (None, None, Some("vojska"), Some("vojska")),
        (Some("vojska"), Some("vojska"), None, Some("vojska")),
        (None, Some("armija"), Some("vojska"), Some("vojska")),
        (None, None, None, None),
    ] {
        let joined = join(&article, &fixed(base), &fixed(ours), &fixed(saved), Author::Tool).translation;
        assert_eq!(joined.fixed_slug.as_deref(), expected);
    }
}
