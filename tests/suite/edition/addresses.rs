//! Addresses: an edition keeps its own once it is public, and finished pages lead only to finished ones.

use tolmach::{
    edition::{Edition, SlugEvent, local_slug, slug_findings, slug_to_fix, source_slug},
    locale::{Locales, Profile},
    model::{Article, State, Translation},
    pipeline::{Segmenters, prepare},
    source::MarkdownFormat,
};

use super::{Site, article, assembled, house, html, locale, translation};

fn be() -> &'static Profile {
    Locales::embedded().profile(&locale("be"))
}

const PAIRS: [(&str, &str); 3] = [("The army", "Войска"), ("Text.", "Тэкст."), ("quiet-army", "ціхае войска")];

fn edition_of(article: &Article, tag: &str, state: State) -> Edition {
    assembled(article, &translation(article, tag, state, &PAIRS), &house()).unwrap()
}

#[test]
fn an_approved_title_or_a_complete_settled_edition_fixes_the_slug() {
    let article = article("---\ntitle: The army\n---\nText.\n");
    for (state, on_save, on_build) in [
        (State::Initial, false, false),
        (State::Translated, false, true),
        (State::Reviewed, true, true),
        (State::Final, true, true),
    ] {
        let mut translation = translation(&article, "be", state, &PAIRS);
        let due = |translation: &Translation, event| slug_to_fix(&article, translation, be(), event);
        let vojska = Some("vojska".to_owned());
        assert_eq!(due(&translation, SlugEvent::Saved), vojska.clone().filter(|_| on_save), "{state:?}");
        assert_eq!(due(&translation, SlugEvent::Built), vojska.clone().filter(|_| on_build), "{state:?}");
        // A fixed slug stays, whatever becomes of the title.
        translation.fixed_slug = Some("armija".to_owned());
        assert_eq!(due(&translation, SlugEvent::Built), None);
        assert_eq!(local_slug(&article, &translation, be()), "armija");
        assert_eq!(assembled(&article, &translation, &house()).unwrap().local_slug, "armija");
        // A missing segment is too early for a build, and none of the approval's business.
        translation.fixed_slug = None;
        translation.targets.retain(|_, target| target.text.prose == "Войска");
        assert_eq!(due(&translation, SlugEvent::Built), None);
        assert_eq!(due(&translation, SlugEvent::Saved).is_some(), on_save);
    }
    let none = Translation::empty(locale("be"));
    assert_eq!(slug_to_fix(&article, &none, be(), SlugEvent::Saved), None);
}

#[test]
fn an_article_without_a_title_keeps_its_own_name() {
    let article = article("Text.\n");
    let translation = translation(&article, "be", State::Translated, &PAIRS);
    assert_eq!(slug_to_fix(&article, &translation, be(), SlugEvent::Saved), None);
    assert_eq!(slug_to_fix(&article, &translation, be(), SlugEvent::Built).as_deref(), Some("army"));
}

#[test]
fn the_front_matters_slug_is_the_articles_own_name_in_addresses() {
    for (slug, own) in
        [("quiet-army", "quiet-army"), ("Quiet_2022", "Quiet_2022"), ("A quiet army!", "a-quiet-army"), ("''", "army")]
    {
        let article = article(&format!("---\ntitle: The army\nslug: {slug}\n---\nText.\n"));
        assert_eq!(source_slug(&article, be()), own);
        // It is the edition's as well until a person has settled the title.
        let draft = edition_of(&article, "be", State::Initial);
        assert_eq!((draft.slug.as_str(), draft.local_slug.as_str()), ("army", own));
        let edition = edition_of(&article, "be", State::Final);
        assert_eq!(edition.local_slug, "vojska");
        assert!(edition.text.contains(&format!("\nsource_slug: {own}\n")), "{}", edition.text);
        let site = Site { original: Some("https://news.example/en/{slug}/".to_owned()), ..Site::default() };
        let page = html(&edition, &[&edition], &site, None);
        let line = format!("<link rel=\"alternate\" hreflang=\"en\" href=\"https://news.example/en/{own}/\">");
        assert!(page.lines().any(|found| found == line), "{page}");
    }
}

#[test]
fn a_translated_slug_takes_precedence_and_is_reported_where_it_moves_a_page() {
    let mut format = MarkdownFormat::new(locale("en"));
    format.translated.push("slug".to_owned());
    let file = "---\ntitle: The army\nslug: quiet-army\n---\nText.\n".to_owned();
    let article = prepare("army", file, &format, &Segmenters::new(Locales::embedded())).unwrap().value;
    let mut translated = translation(&article, "be", State::Translated, &PAIRS);
    assert_eq!(local_slug(&article, &translated, be()), "cikhaje-vojska");
    assert_eq!(slug_to_fix(&article, &translated, be(), SlugEvent::Built).as_deref(), Some("cikhaje-vojska"));
    assert_eq!(slug_findings(&article, &translated, be()), []);
    translated.fixed_slug = Some("cikhaje-vojska".to_owned());
    assert_eq!(slug_findings(&article, &translated, be()), []);
    translated.fixed_slug = Some("vojska".to_owned());
    assert_eq!(local_slug(&article, &translated, be()), "cikhaje-vojska");
    let findings = slug_findings(&article, &translated, be());
    let [finding] = &findings[..] else { panic!("{findings:?}") };
    assert_eq!(finding.rule(), "slug-changed");
    assert!(finding.place.segment.is_some_and(|id| translated.targets[&id].text.prose == "ціхае войска"));
    let edition = assembled(&article, &translated, &house()).unwrap();
    assert!(edition.text.contains("\nslug: cikhaje-vojska\n"), "{}", edition.text);
    // A machine's word for it counts for nothing.
    let draft = translation(&article, "be", State::Initial, &PAIRS);
    assert_eq!(local_slug(&article, &draft, be()), "quiet-army");
}

#[test]
fn a_finished_page_leads_to_no_unfinished_edition() {
    let article = article("---\ntitle: The army\n---\nText.\n");
    let (be, uk) = (edition_of(&article, "be", State::Final), edition_of(&article, "uk", State::Final));
    let ru = edition_of(&article, "ru", State::Initial);
    let site = Site { base_url: Some("https://news.example".to_owned()), ..Site::default() };
    let all = [&ru, &be, &uk];
    for edition in [&be, &uk] {
        let page = html(edition, &all, &site, None);
        assert!(!page.contains("/ru/") && !page.contains("\"ru\""), "{page}");
        assert!(page.contains("hreflang=\"x-default\" href=\"https://news.example/be/vojska/\""), "{page}");
        assert!(page.contains("hreflang=\"uk\"") && page.contains("hreflang=\"be\""));
    }
    // Whoever reads a draft finds the others, drafts as well.
    let draft = html(&ru, &all, &site, None);
    assert!(["be", "ru", "uk"].iter().all(|tag| draft.contains(&format!("/{tag}/"))), "{draft}");
    // The only finished edition has no menu.
    assert!(!html(&be, &[&ru, &be], &site, None).contains("class=\"languages\""));
}
