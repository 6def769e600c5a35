//! Editions: the layout of their Markdown and of their page.

mod addresses;
mod headings;
mod notices;
mod pictures;

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

use tolmach::{
    edition::{Edition, House, Missing, PictureSizes, RefusedSegment, Site, assemble, page},
    locale::Locales,
    messages::Messages,
    model::{Article, Lack, Locale, Origin, Readiness, State, Target, Text, Translation},
    pipeline::{Segmenters, prepare},
    source::MarkdownFormat,
};

use crate::cases::{self, Located};

/// An article with every role.
const ARTICLE: &str = include_str!("../cases/edition/roles.md");

fn locale(tag: &str) -> Locale {
    tag.parse().unwrap()
}

fn markdown() -> MarkdownFormat {
    let image_words = ["en", "be", "ru", "uk"]
        .map(|tag| (locale(tag), Locales::embedded().profile(&locale(tag)).image_words.clone()))
        .into();
    MarkdownFormat { image_words, ..MarkdownFormat::new(locale("en")) }
}

fn article(file: &str) -> Article {
    let segmenters = Segmenters::new(Locales::embedded());
    let parsed = prepare("army", file.to_owned(), &markdown(), &segmenters).unwrap();
    let others: Vec<_> = parsed.findings.iter().filter(|finding| finding.rule() != "left-out").collect();
    assert!(others.is_empty(), "{others:?}");
    parsed.value
}

/// A translation from pairs of sentences; each `|` in a target stands for the next code of the source.
fn translation(article: &Article, tag: &str, state: State, pairs: &[(&str, &str)]) -> Translation {
    let mut translation = Translation::empty(locale(tag));
    for (unit, segment) in article.translated() {
        let source = unit.text_of(segment);
        let Some((_, target)) = pairs.iter().find(|(english, _)| *english == source.prose) else { continue };
        let mut text = Text::default();
        for (index, part) in target.split('|').enumerate() {
            if index > 0 {
                text.codes.push((text.prose.len(), source.codes[index - 1].1.clone()));
            }
            text.prose.push_str(part);
        }
        translation.targets.insert(segment.id, Target { state, ..Target::human(text, None) });
    }
    translation
}

/// The sentences of the article, each with its Belarusian translation.
fn sentences() -> &'static [(&'static str, &'static str)] {
    static SENTENCES: LazyLock<Vec<Located<[String; 2]>>> = LazyLock::new(|| cases::tsv("edition/roles-be.tsv"));
    static PAIRS: LazyLock<Vec<(&str, &str)>> =
        LazyLock::new(|| SENTENCES.iter().map(|row| (row[0].as_str(), row[1].as_str())).collect());
    &PAIRS
}

fn assembled(article: &Article, translation: &Translation, house: &House<'_>) -> Result<Edition, Vec<RefusedSegment>> {
    let locale = &translation.locale;
    let words = Messages::embedded(locale);
    assemble(article, translation, &markdown(), Locales::embedded().profile(locale), &words, house)
}

fn html(edition: &Edition, all: &[&Edition], site: &Site, template: Option<(&str, &str)>) -> String {
    page(edition, all, Locales::embedded(), &Messages::embedded(&edition.locale), site, &PictureSizes::new(), template)
        .unwrap()
}

fn house() -> House<'static> {
    House { typography: true, ..House::default() }
}

/// The edition of the article with every role.
fn full_edition() -> Edition {
    let article = article(ARTICLE);
    let translation = translation(&article, "be", State::Final, sentences());
    let missing: Vec<_> = article
        .translated()
        .filter(|(_, segment)| !translation.targets.contains_key(&segment.id))
        .map(|(unit, segment)| unit.text_of(segment).prose)
        .collect();
    assert_eq!(missing, [""; 0], "roles-be.tsv has every sentence");
    let tags = BTreeMap::from([("army".to_owned(), BTreeMap::from([(locale("be"), "войска".to_owned())]))]);
    assembled(&article, &translation, &House { tags: Some(&tags), ..house() }).unwrap()
}

/// Asserts that the text contains these parts in this order.
#[track_caller]
fn assert_in_order(text: &str, parts: &[&str]) {
    let mut rest = text;
    for part in parts {
        let Some((_, behind)) = rest.split_once(part) else { panic!("`{part}` does not come next in:\n{rest}") };
        rest = behind;
    }
}

#[test]
fn the_markdown_of_an_edition_has_every_role_in_its_place() {
    assert_eq!(full_edition().text, include_str!("../cases/edition/roles-be.md"));
}

#[test]
fn the_page_has_every_role_in_its_place() {
    let edition = full_edition();
    let page = html(&edition, &[&edition], &Site::default(), None);
    assert_in_order(
        &page,
        &[
            "<html lang=\"be\"",
            "<title>Войска застаецца",
            "<meta name=\"description\" content=\"Чаму ніхто не ідзе.\">",
            "<h1>Войска застаецца</h1>",
            "<p class=\"standfirst\">Чаму ніхто не\u{a0}ідзе.</p>",
            "Тэкст: the desk",
            "<time datetime=\"2022-03-22\">22\u{a0}сакавіка 2022\u{a0}г.</time>",
            "Пераклад з\u{a0}англійскай",
            "<em>дома</em>",
            "<a href=\"https://example.org\" title=\"яго назва\">спасылка</a>",
            "<h2 id=\"what-to-expect\">Чаго чакаць</h2>",
            "<figure>",
            "<img src=\"images/map.jpg\" alt=\"Два афіцэры ля мапы\" loading=\"eager\">",
            "<figcaption>Афіцэры на\u{a0}сустрэчы.",
            "<span class=\"credit\">Фота: архіў</span></figcaption>",
            "<blockquote>",
            "Мы\u{a0}нікуды не\u{a0}пойдзем.",
            "<li>Тое самае</li>",
            "<th>Год</th>",
            "<th>Колькі</th>",
            "<td>Мала</td>",
            "<p class=\"caption\">Подпіс без здымка.</p>",
            "<aside class=\"boilerplate\">",
            "</aside>",
            "<sup class=\"footnote-reference\" id=\"fnref-1\"><a role=\"doc-noteref\" href=\"#fn-1\">1</a></sup>",
            "<div class=\"footnote-definition\" id=\"fn-1\">",
            "<p>Зноска. <a class=\"footnote-back\" role=\"doc-backlink\" href=\"#fnref-1\" aria-label=\"Назад да тэксту\">↩</a></p>\n</div>",
            "<aside class=\"bio\"><p>Рэдакцыя піша пра пераклад.</p></aside>",
            "<li>войска</li>",
        ],
    );
    assert!(!page.contains("<!--") && !page.contains("Please support us"));
}

#[test]
fn front_matter_is_that_of_the_edition() {
    let (article, tags) = (article(ARTICLE), BTreeMap::new());
    let translated = translation(&article, "be", State::Final, sentences());
    let house = House {
        author: Some("рэдакцыя".to_owned()),
        translator: Some("бюро".to_owned()),
        tags: Some(&tags),
        ..house()
    };
    let edition = assembled(&article, &translated, &house).unwrap();
    let (head, _) = edition.text[4..].split_once("\n---\n").unwrap();
    for line in [
        "title: Войска застаецца",
        "author: рэдакцыя",
        "lang: be",
        "slug: vojska-zastajecca",
        "source_slug: army",
        "source_lang: en",
        "translator: бюро",
        "date: 2022-03-22",
        "date_text: 22\u{a0}сакавіка 2022\u{a0}г.",
        "tags: [army]",
    ] {
        assert!(head.lines().any(|found| found == line), "`{line}` in\n{head}");
    }
    assert!(!head.contains("draft:"));
}

#[test]
fn typography_is_that_of_the_locale_and_can_be_turned_off() {
    let file = "---\ntitle: A\n---\n\"No\" - he said in 10000 words.\n";
    let article = article(file);
    for (tag, target, dressed) in [
        ("be", "\"Не\" - сказаў ён.", "«Не»\u{a0}— сказаў ён."),
        ("ru", "\"Нет\" - сказал он.", "«Нет»\u{a0}— сказал он."),
        ("uk", "\"Ні\" - сказав він.", "«Ні»\u{a0}— сказав він."),
    ] {
        let pairs = [("A", "А"), ("\"No\" - he said in 10000 words.", target)];
        let translation = translation(&article, tag, State::Final, &pairs);
        let edition = assembled(&article, &translation, &house()).unwrap();
        assert!(edition.text.ends_with(&format!("---\n{dressed}\n")), "{}", edition.text);
        let plain = assembled(&article, &translation, &House::default()).unwrap();
        assert!(plain.text.ends_with(&format!("---\n{target}\n")), "{}", plain.text);
    }
}

#[test]
fn no_line_ends_after_a_short_word_but_attributes_and_codes_stay_as_they_are() {
    let file =
        "---\ntitle: In it\nstandfirst: On it\ndescription: By it\n---\n![At it](a.png \"To it\")\nOf it, `at it`.\n";
    let article = article(file);
    let pairs = [
        ("In it", "У ім"),
        ("On it", "На ім"),
        ("By it", "Аб ім"),
        ("At it", "Ля яго"),
        ("To it", "Да яго"),
        ("Of it, .", "З 17 сакавіка ён у іх, |."),
    ];
    let translation = translation(&article, "be", State::Final, &pairs);
    let edition = assembled(&article, &translation, &house()).unwrap();
    for part in
        ["title: У\u{a0}ім\n", "![Ля яго](a.png \"Да яго\")", "З\u{a0}17\u{a0}сакавіка ён\u{a0}у\u{a0}іх, `at it`."]
    {
        assert!(edition.text.contains(part), "{part} in {}", edition.text);
    }
    let page = html(&edition, &[&edition], &Site::default(), None);
    assert!(page.contains("<h1>У\u{a0}ім</h1>") && page.contains("<title>У ім</title>"), "{page}");
    let attributes = page.split('<').filter_map(|rest| rest.split_once('>')).filter(|(tag, _)| tag.contains('\u{a0}'));
    assert_eq!(attributes.collect::<Vec<_>>(), []);
    let plain = assembled(&article, &translation, &House::default()).unwrap();
    assert!(!plain.text.replace("г.", "").contains('\u{a0}'), "{}", plain.text);
}

#[test]
fn editions_link_to_each_other_and_to_the_original() {
    let article = article("---\ntitle: The army\n---\nText.\n");
    let edition = |tag, title, text| {
        let translation = translation(&article, tag, State::Final, &[("The army", title), ("Text.", text)]);
        assembled(&article, &translation, &house()).unwrap()
    };
    let (be, uk) = (edition("be", "Войска", "Тэкст."), edition("uk", "Військо", "Текст."));
    let site = Site {
        name: Some("Навіны".to_owned()),
        base_url: Some("https://news.example/".to_owned()),
        path: Some("/{locale}/{slug}/".to_owned()),
        original: Some("https://news.example/en/{slug}/".to_owned()),
        embeds: Vec::new(),
    };
    let page = html(&be, &[&be, &uk], &site, None);
    for line in [
        "<link rel=\"canonical\" href=\"https://news.example/be/vojska/\">",
        "<link rel=\"alternate\" hreflang=\"be\" href=\"https://news.example/be/vojska/\">",
        "<link rel=\"alternate\" hreflang=\"uk\" href=\"https://news.example/uk/viisko/\">",
        "<link rel=\"alternate\" hreflang=\"en\" href=\"https://news.example/en/army/\">",
        "<link rel=\"alternate\" hreflang=\"x-default\" href=\"https://news.example/en/army/\">",
        "<meta property=\"og:title\" content=\"Войска\">",
        "<meta property=\"og:locale\" content=\"be_BY\">",
        "<meta property=\"og:locale:alternate\" content=\"uk_UA\">",
        "<meta property=\"og:url\" content=\"https://news.example/be/vojska/\">",
        "<meta property=\"og:site_name\" content=\"Навіны\">",
    ] {
        assert!(page.lines().any(|found| found == line), "`{line}` in\n{page}");
    }
    assert!(!page.contains("noindex"));
    // Every page has the same alternates, so that links are reciprocal.
    let alternates = |page: &str| -> Vec<String> {
        page.lines().filter(|line| line.contains("hreflang=") && line.starts_with("<link")).map(str::to_owned).collect()
    };
    assert_eq!(alternates(&page), alternates(&html(&uk, &[&be, &uk], &site, None)));
    // Without the site's address, pages link to each other as files.
    let alone = html(&be, &[&be, &uk], &Site::default(), None);
    assert!(alone.contains("hreflang=\"uk\" href=\"../uk/army.html\"") && !alone.contains("canonical"));
    // A reader is sent to the original only where it has an address.
    assert!(page.contains("Чытаць арыгінал") && !alone.contains("Чытаць арыгінал"));
}

#[test]
fn a_draft_is_marked_and_excluded_from_indexing() {
    let article = article("---\ntitle: The army\n---\nText.\n");
    let pairs = [("The army", "Войска"), ("Text.", "Тэкст.")];
    for (state, is_draft) in
        [(State::Initial, true), (State::Translated, true), (State::Reviewed, false), (State::Final, false)]
    {
        let edition = assembled(&article, &translation(&article, "be", state, &pairs), &house()).unwrap();
        let page = html(&edition, &[&edition], &Site::default(), None);
        assert_eq!(edition.text.contains("\ndraft: true\n"), is_draft);
        assert_eq!(page.contains("<meta name=\"robots\" content=\"noindex\">"), is_draft);
        assert_eq!(page.contains("Гэта чарнавік"), is_draft);
        // An address is permanent, so only a settled title makes one.
        assert_eq!(edition.local_slug, if state == State::Initial { "army" } else { "vojska" });
    }
}

#[test]
fn a_draft_with_its_marks_taken_away_is_the_page_that_is_published() {
    let article = article(ARTICLE);
    let edition = |state| assembled(&article, &translation(&article, "be", state, sentences()), &house()).unwrap();
    let (draft, published) = (edition(State::Initial), edition(State::Final));
    let label = "[чарнавік]";
    let element = format!("<mark class=\"open draft\">{label}</mark>");
    let without = |html: &str| html.replace(&format!("{element} "), "").replace(&format!(" {element}"), "");
    let alone = |html: &str| without(html).replace(&format!("{label} "), "");
    assert_eq!(alone(&draft.body), published.body);
    assert_eq!(without(&draft.marked.title), published.marked.title);
    assert_eq!(draft.marked.standfirst.as_deref().map(without), published.marked.standfirst);
    let marks = draft.body.matches(label).count() + draft.marked.title.matches(label).count();
    let marks = marks
        + draft
            .marked
            .standfirst
            .iter()
            .chain(&draft.marked.bio)
            .map(|text| text.matches(label).count())
            .sum::<usize>();
    let page_roles = |role: &str| !role.starts_with("meta");
    let segments = article.translated().filter(|(unit, _)| page_roles(unit.role.as_str())).count();
    assert_eq!(marks, segments, "every sentence has one:\n{}", draft.body);
    assert!(
        !published.body.contains("<mark") && !html(&published, &[&published], &Site::default(), None).contains("<mark")
    );
}

#[test]
fn each_kind_of_open_sentence_is_marked_in_words_and_explained_in_a_legend() {
    let article = article("---\ntitle: The army\n---\nOne. Two. Three. Four.\n\n![Five](a.png)\n");
    let mut translation = translation(
        &article,
        "be",
        State::Reviewed,
        &[("The army", "Войска"), ("Two.", "Два."), ("Three.", "Тры."), ("Four.", "Чатыры."), ("Five", "Пяць")],
    );
    let id =
        |words: &str| article.translated().find(|(unit, segment)| unit.text_of(segment).prose == words).unwrap().1.id;
    translation.targets.get_mut(&id("The army")).unwrap().state = State::Translated;
    translation.targets.get_mut(&id("Two.")).unwrap().stale = Some(Text::plain("2."));
    translation.targets.get_mut(&id("Three.")).unwrap().state = State::Initial;
    let mut readiness = Readiness::of(&article, &translation, &[], tolmach::model::Bar::default());
    for words in ["Four.", "Five"] {
        readiness.open.insert(id(words), BTreeSet::from([Lack::Finding]));
    }
    let house = House { missing: Missing::Mark, readiness: Some(&readiness), ..house() };
    let edition = assembled(&article, &translation, &house).unwrap();
    assert!(edition.text.contains("\\[яшчэ не перакладзена\\] One. Два. Тры. Чатыры."), "{}", edition.text);
    let page = html(&edition, &[&edition], &Site::default(), None);
    let mark = |class: &str, label: &str| format!("<mark class=\"open {class}\">[{label}]</mark> ");
    assert_in_order(
        &page,
        &[
            "<div class=\"draft\" role=\"note\">",
            &format!("<li>{}1 сказ ", mark("missing", "яшчэ не перакладзена")),
            &format!("<li>{}1 сказ", mark("stale", "састарэла")),
            &format!("<li>{}1 сказ", mark("draft", "чарнавік")),
            "<li>1 сказ без пазнакі",
            "<h1>Войска</h1>",
            &format!("<p>{}One. ", mark("missing", "яшчэ не перакладзена")),
            &format!("{}Два. ", mark("stale", "састарэла")),
            &format!("{}Тры. ", mark("draft", "чарнавік")),
            &format!("{}Чатыры.", mark("finding", "заўвага")),
            "alt=\"[заўвага] Пяць\"",
        ],
    );
}

#[test]
fn an_edition_is_ready_when_nothing_is_missing_stale_below_the_bar_or_found_at_the_gate() {
    use tolmach::model::{Bar, Finding, Place, Severity, StatePolicy};
    let article = article("---\ntitle: The army\n---\nOne.\n");
    let with = |change: &dyn Fn(&mut Target)| {
        let mut translation = translation(&article, "be", State::Final, &[("The army", "Войска"), ("One.", "Адзін.")]);
        change(translation.targets.values_mut().next().unwrap());
        translation
    };
    let of_state = |state| with(&move |target: &mut Target| target.state = state);
    let stale = with(&|target| target.stale = Some(Text::plain("Two.")));
    let placeholder = with(&|target| target.origin = Origin::Machine { engine: "pseudo".to_owned() });
    let empty = with(&|target| target.text = Text::default());
    let policy = |fail_on| StatePolicy { fail_on, ..StatePolicy::default() };
    let major = policy(Some(Severity::Major));
    let bar = |require| Bar { require, policy: Some(&major), placeholders: &["pseudo"] };
    for (translation, require, open) in [
        (of_state(State::Final), Some(State::Final), None),
        (of_state(State::Reviewed), None, None),
        (of_state(State::Reviewed), Some(State::Final), Some(Lack::Below)),
        (of_state(State::Translated), Some(State::Translated), None),
        (of_state(State::Translated), None, Some(Lack::Below)),
        (of_state(State::Initial), None, Some(Lack::Draft)),
        (of_state(State::Initial), Some(State::Initial), Some(Lack::Draft)),
        (placeholder, None, Some(Lack::Draft)),
        (stale, None, Some(Lack::Stale)),
        (empty, None, Some(Lack::Missing)),
    ] {
        let readiness = Readiness::of(&article, &translation, &[], bar(require));
        assert_eq!(readiness.counts(), open.map(|lack| (lack, 1)).into_iter().collect::<Vec<_>>());
        assert_eq!(readiness.is_ready(), open.is_none());
    }
    let done = of_state(State::Final);
    let segment = article.translated().next().map(|(_, segment)| segment.id);
    for (severity, gate, is_ready) in [
        (Severity::Minor, Some(Severity::Major), true),
        (Severity::Minor, Some(Severity::Minor), false),
        (Severity::Critical, Some(Severity::Major), false),
        (Severity::Critical, None, true),
    ] {
        for segment in [segment, None] {
            let problem = tolmach::pipeline::IgnoreProblem::Unused { rule: "numbers".to_owned() };
            let finding = Finding::new(problem, severity, Place { segment, ..Place::default() });
            let policy = policy(gate);
            let readiness = Readiness::of(
                &article,
                &done,
                std::slice::from_ref(&finding),
                Bar { policy: Some(&policy), ..bar(None) },
            );
            assert_eq!(readiness.is_ready(), is_ready, "{severity:?} {gate:?}");
            // What a policy says of a rule counts, and not what the finding says.
            for (severity, is_ready) in [(Severity::Critical, gate.is_none()), (Severity::Neutral, true)] {
                let severities = [("ignore-unused".to_owned(), severity)].into();
                let policy = StatePolicy { severities, ..policy.clone() };
                let bar = Bar { policy: Some(&policy), ..bar(None) };
                assert_eq!(Readiness::of(&article, &done, std::slice::from_ref(&finding), bar).is_ready(), is_ready);
            }
        }
    }
}

#[test]
fn a_missing_translation_refuses_the_edition_or_is_shown_as_requested() {
    let article = article("---\ntitle: The army\n---\nOne. Two.\n");
    let translation = translation(&article, "be", State::Final, &[("The army", "Войска"), ("One.", "Адзін.")]);
    let below = assembled(&article, &translation, &house()).unwrap_err();
    assert_eq!(below.iter().map(|below| below.source.as_str()).collect::<Vec<_>>(), ["Two."]);
    for (missing, text) in
        [(Missing::Source, "Адзін. Two.\n"), (Missing::Mark, "Адзін. \\[яшчэ не перакладзена\\] Two.\n")]
    {
        let edition = assembled(&article, &translation, &House { missing, ..house() }).unwrap();
        assert!(edition.text.ends_with(text), "{}", edition.text);
        assert!(edition.draft && edition.missing.len() == 1);
    }
}

#[test]
fn a_required_state_refuses_every_segment_below_it() {
    let article = article("---\ntitle: The army\n---\nOne. Two.\n");
    let mut translation =
        translation(&article, "be", State::Reviewed, &[("The army", "Войска"), ("One.", "Адзін."), ("Two.", "Два.")]);
    let refused = |translation: &Translation, state| {
        assembled(&article, translation, &House { require: Some(state), ..house() })
            .map_or_else(|below| below.len(), |_| 0)
    };
    assert_eq!((refused(&translation, State::Reviewed), refused(&translation, State::Final)), (0, 3));
    translation.targets.values_mut().next().unwrap().state = State::Translated;
    assert_eq!(refused(&translation, State::Reviewed), 1);
}

#[test]
fn a_fixed_block_appears_once_however_many_items_the_source_has() {
    for (source, place) in [
        ("<!-- role: boilerplate donate -->\n- Please\n- support\n- us\n", "- "),
        ("<!-- role: boilerplate donate -->\n- Please\n\n- support\n\n  us\n", "- "),
        ("<!-- role: boilerplate donate -->\n> Please\n>\n> support us\n", "> "),
        ("<!-- role: boilerplate donate -->\nPlease support us\n", ""),
    ] {
        let article = article(&format!("---\ntitle: A\n---\nOne.\n\n{source}\nTwo.\n"));
        let pairs = [("A", "А"), ("One.", "Адзін."), ("Two.", "Два.")];
        let edition = assembled(&article, &translation(&article, "be", State::Final, &pairs), &house()).unwrap();
        let block = Messages::embedded(&locale("be")).say("boilerplate-donate", &[]);
        let (_, body) = edition.text.split_once("\n---\n").unwrap();
        let expected = format!("Адзін.\n\n<!-- role: boilerplate donate -->\n{place}{block}\n\nДва.\n");
        assert_eq!(body, expected, "{source}");
        let page = html(&edition, &[&edition], &Site::default(), None);
        assert_in_order(
            &page,
            &["<p>Адзін.</p>", "<aside class=\"boilerplate\">", block.trim(), "</aside>", "<p>Два.</p>"],
        );
    }
}

#[test]
fn two_fixed_blocks_are_two_and_an_unknown_one_stays_in_english_with_one_finding() {
    let twice = "<!-- role: boilerplate donate -->\nPlease.\n\n<!-- role: boilerplate donate -->\nPlease.\n";
    let article_twice = article(&format!("---\ntitle: A\n---\n{twice}"));
    let pairs = [("A", "А")];
    let edition =
        assembled(&article_twice, &translation(&article_twice, "be", State::Final, &pairs), &house()).unwrap();
    assert_eq!(edition.text.matches("Гэты артыкул").count(), 2);

    let unknown = article("---\ntitle: A\n---\n<!-- role: boilerplate nobody -->\n- One\n- Two\n");
    let edition = assembled(&unknown, &translation(&unknown, "be", State::Final, &pairs), &house()).unwrap();
    assert!(edition.text.ends_with("- One\n- Two\n"));
    assert_eq!(edition.findings.iter().map(tolmach::model::Finding::rule).collect::<Vec<_>>(), ["boilerplate-missing"]);
}

#[test]
fn a_machines_placeholder_gets_no_typography_and_is_never_ready() {
    let article = article("---\ntitle: A\n---\nText.\n");
    let mut translation = translation(&article, "be", State::Initial, &[("A", "А"), ("Text.", "\"Тэкст\" - так.")]);
    for target in translation.targets.values_mut() {
        target.origin = Origin::Machine { engine: "pseudo".to_owned() };
    }
    let house = House { placeholders: &["pseudo"], ..house() };
    for target in translation.targets.values_mut() {
        target.state = State::Final;
    }
    let refused = assembled(&article, &translation, &House { require: Some(State::Final), ..house.clone() });
    assert_eq!(refused.unwrap_err().len(), 2, "whatever a file says of it");
    let edition = assembled(&article, &translation, &house).unwrap();
    assert!(edition.draft);
    assert!(edition.text.ends_with("\n\"Тэкст\" - так.\n"), "{}", edition.text);
}

#[test]
fn a_projects_template_makes_the_page_and_reports_where_it_is_wrong() {
    let article = article("---\ntitle: A <b>\n---\nText.\n");
    let pairs = [("A <b>", "А <б>"), ("Text.", "Тэкст.")];
    let edition = assembled(&article, &translation(&article, "be", State::Final, &pairs), &house()).unwrap();
    let template = ("templates/edition.html.j2", "<h1>{{ title }}</h1>{{ body }}");
    assert_eq!(
        html(&edition, &[&edition], &Site::default(), Some(template)),
        "<h1>А\u{a0}&lt;б&gt;</h1><p>Тэкст.</p>\n"
    );
    let words = Messages::embedded(&locale("be"));
    let broken = ("templates/edition.html.j2", "<h1>\n{{ title }</h1>");
    let error =
        page(&edition, &[&edition], Locales::embedded(), &words, &Site::default(), &PictureSizes::new(), Some(broken))
            .unwrap_err();
    assert_eq!(error.file, "templates/edition.html.j2:2");
}

#[test]
fn scripts_and_comments_of_an_article_do_not_reach_the_page() {
    let article = article("---\ntitle: A\n---\nText.\n\n<script>alert(1)</script>\n\n<!-- secret -->\n");
    let edition =
        assembled(&article, &translation(&article, "be", State::Final, &[("A", "А"), ("Text.", "Тэкст.")]), &house());
    let edition = edition.unwrap();
    let page = html(&edition, &[&edition], &Site::default(), None);
    assert!(!page.contains("alert(1)") && !page.contains("secret"), "{page}");
}
