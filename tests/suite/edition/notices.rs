//! Corrections and withdrawals on pages.

use tolmach::{
    edition::Missing,
    locale::{Day, Locales},
    model::State,
    pipeline::{Segmenters, prepare},
};

use super::{House, Site, article, assembled, assert_in_order, house, html, markdown, translation};

const PAIRS: [(&str, &str); 6] = [
    ("The army", "Войска"),
    ("Text.", "Тэкст."),
    ("Twelve, not ten.", "Дванаццаць, а не дзесяць."),
    ("Nobody <said> so.", "Ніхто <гэтага> не казаў."),
    ("It is untrue.", "Гэта няпраўда."),
    ("A standfirst.", "Падзагаловак."),
];

fn day(date: &str) -> Option<Day> {
    Day::parse(date)
}

#[test]
fn corrections_are_translated_and_shown_and_the_last_dates_the_page() {
    for front in [
        "---\ntitle: The army\ncorrections:\n  - date: 2022-03-25\n    text: Twelve, not ten.\n  - date: 2022-04-02\n    text: Nobody <said> so.\n---\n",
        "---\ntitle: The army\ncorrections: [{date: 2022-03-25, text: 'Twelve, not ten.'}, {date: 2022-04-02, text: Nobody <said> so.}]\n---\n",
        "+++\ntitle = \"The army\"\n[[corrections]]\ndate = 2022-03-25\ntext = \"Twelve, not ten.\"\n[[corrections]]\ndate = \"2022-04-02\"\ntext = \"Nobody <said> so.\"\n+++\n",
    ] {
        let article = article(&format!("{front}Text.\n"));
        let edition = assembled(&article, &translation(&article, "be", State::Final, &PAIRS), &house()).unwrap();
        assert_eq!(edition.modified, day("2022-04-02"), "{front}");
        assert!(
            edition.text.contains("Дванаццаць, а не дзесяць.") && !edition.text.contains("Twelve"),
            "{}",
            edition.text
        );
        let page = html(&edition, &[&edition], &Site::default(), None);
        assert_in_order(
            &page,
            &[
                "<meta property=\"article:modified_time\" content=\"2022-04-02\">",
                "<h1>Войска</h1>",
                "<aside class=\"corrections\" role=\"note\">",
                "<strong>Выпраўленне ад\u{a0}25\u{a0}сакавіка 2022\u{a0}г.</strong> Дванаццаць, а не дзесяць.</p>",
                "<strong>Выпраўленне ад\u{a0}2\u{a0}красавіка 2022\u{a0}г.</strong> Ніхто &lt;гэтага&gt; не казаў.</p>",
                "</aside>",
                "<p>Тэкст.</p>",
            ],
        );
        // One that is not translated yet is missing like any other sentence.
        let refused = assembled(&article, &translation(&article, "be", State::Final, &PAIRS[..2]), &house());
        assert_eq!(refused.unwrap_err().len(), 2);
        let draft = House { missing: Missing::Source, ..house() };
        let draft = assembled(&article, &translation(&article, "be", State::Final, &PAIRS[..2]), &draft).unwrap();
        assert!(draft.body.contains("Twelve, not ten.") && draft.draft);
    }
}

#[test]
fn a_withdrawn_article_has_its_title_and_the_reason_alone() {
    let body = "## Heading\n\n![Alt](a.png)\n\nText.\n";
    let file = format!(
        "---\ntitle: The army\nstandfirst: A standfirst.\nauthor: the desk\ndate: 2022-03-22\nimage: a.png\ntags: [army]\nlicence: CC0\noriginal: https://news.example/army\nwithdrawn: {{date: 2022-04-01, reason: It is untrue.}}\n---\n{body}"
    );
    let article = article(&file);
    let site = Site { base_url: Some("https://news.example".to_owned()), ..Site::default() };
    for (pairs, title, reason) in [(&PAIRS[..], "Войска", "Гэта няпраўда."), (&PAIRS[..1], "Войска", "It is untrue.")]
    {
        // Whatever the house requires: the page that it replaces is worse.
        let house = House { require: Some(State::Final), translator: Some("бюро".to_owned()), ..house() };
        let edition = assembled(&article, &translation(&article, "be", State::Translated, pairs), &house).unwrap();
        assert!(edition.withdrawn && !edition.is_finished() && edition.modified == day("2022-04-01"));
        assert_eq!(
            edition.text,
            format!(
                "---\ntitle: {title}\nlang: be\nslug: vojska\nsource_slug: army\nsource_lang: en\nwithdrawn: {{\"date\": 2022-04-01, \"reason\": \"{reason}\"}}\n---\n{reason}\n"
            )
        );
        let other = assembled(&article, &translation(&article, "uk", State::Final, &PAIRS), &house).unwrap();
        let page = html(&edition, &[&edition, &other], &site, None);
        assert_in_order(
            &page,
            &[
                "<meta name=\"robots\" content=\"noindex\">",
                &format!("<h1>{title}</h1>"),
                "Гэты артыкул адкліканы 1\u{a0}красавіка 2022\u{a0}г.",
                reason,
                "</main>",
            ],
        );
        for gone in [
            "hreflang",
            "Тэкст",
            "Text.",
            "Падзагаловак",
            "A standfirst",
            "desk",
            "бюро",
            "a.png",
            "CC0",
            "чарнавік",
            "/uk/",
        ] {
            assert!(!page.contains(gone), "{gone} in {page}");
        }
        let template =
            html(&edition, &[&edition], &site, Some(("edition.html.j2", "<html><head></head>{{ body }}</html>")));
        assert!(template.contains("<head>\n<meta name=\"robots\" content=\"noindex\">") && template.contains(reason));
    }
}

#[test]
fn notices_without_their_day_or_words_are_reported() {
    let segmenters = Segmenters::new(Locales::embedded());
    for (front, faults) in [
        ("corrections: [{date: 2022-03-25, text: One.}]", 0),
        ("corrections: {date: 2022-03-25, text: One.}", 0),
        ("corrections: []", 0),
        ("corrections:", 0),
        ("withdrawn: false", 0),
        ("withdrawn:", 0),
        ("withdrawn: {date: 2022-03-25, reason: One.}", 0),
        ("corrections: [{date: 2022-03-25}]", 1),
        ("corrections: [{text: One.}]", 1),
        ("corrections: [{date: last week, text: One.}]", 1),
        ("corrections: One.", 1),
        ("withdrawn: true", 1),
        ("withdrawn: {date: 2022-03-25}", 1),
        ("withdrawn: {reason: One.}", 1),
    ] {
        let file = format!("---\ntitle: A\n{front}\n---\nText.\n");
        let parsed = prepare("army", file, &markdown(), &segmenters).unwrap();
        let ids: Vec<_> = parsed.findings.iter().map(|finding| finding.id().to_owned()).collect();
        assert_eq!(ids, vec!["front-matter-bad-notice"; faults], "{front}");
        let withdrawn = assembled(
            &parsed.value,
            &tolmach::model::Translation::empty("be".parse().unwrap()),
            &House { missing: Missing::Source, ..house() },
        );
        let is_off = front.starts_with("corrections") || matches!(front, "withdrawn: false" | "withdrawn:");
        assert_eq!(withdrawn.unwrap().withdrawn, !is_off, "{front}");
    }
}
