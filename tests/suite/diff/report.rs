//! Report pages and their messages.

use tolmach::{
    messages::Value,
    report::{Html, Json, Markdown, Page, Renderer, Terminal, visible},
};

use super::{samples, speech::Speaker};
use crate::support::sources;

fn shown(renderer: &dyn Renderer, language: &str) -> Vec<(&'static str, Page, String)> {
    let speaker = Speaker::of(language);
    let words = |id: &str, args: &[(&str, Value<'_>)]| speaker.say(id, args);
    let pages = samples::all(&words, language);
    pages.into_iter().map(|(name, page)| (name, page.clone(), renderer.render(&page, &words))).collect()
}

/// Writes the pages, so that they can be viewed in a browser.
#[test]
fn every_report_renders_in_every_format_and_language() {
    let folder = std::path::Path::new(env!("CARGO_TARGET_TMPDIR")).join("reports");
    std::fs::create_dir_all(&folder).unwrap();
    let renderers: [(&str, &dyn Renderer); 5] = [
        ("html", &Html),
        ("txt", &Terminal { color: false }),
        ("ansi", &Terminal { color: true }),
        ("md", &Markdown),
        ("json", &Json),
    ];
    for (extension, renderer) in renderers {
        for language in ["en", "be", "ru", "uk"] {
            for (name, page, text) in shown(renderer, language) {
                std::fs::write(folder.join(format!("{name}.{language}.{extension}")), &text).unwrap();
                assert!(text.contains(&page.groups[0].rows[0].anchor) || extension == "txt" || extension == "ansi");
            }
        }
    }
}

#[test]
fn anchors_are_the_same_in_every_rendering() {
    for (name, page, html) in shown(&Html, "en") {
        let others = [&Markdown as &dyn Renderer, &Json]
            .map(|renderer| shown(renderer, "en").into_iter().find(|(other, ..)| *other == name).unwrap().2);
        for row in page.groups.iter().flat_map(|group| &group.rows) {
            assert!(html.contains(&format!("id=\"{}\"", row.anchor)), "{name} {}", row.anchor);
            assert!(others[0].contains(&format!("id=\"{}\"", row.anchor)), "{name} {}", row.anchor);
            assert!(others[1].contains(&row.anchor), "{name} {}", row.anchor);
        }
        for entry in page.lists.iter().flat_map(|list| &list.entries).filter_map(|entry| entry.anchor.as_ref()) {
            assert!(html.contains(&format!("id=\"{entry}\"")), "{entry} leads nowhere");
        }
    }
}

#[test]
fn html_needs_no_script_and_nothing_from_elsewhere() {
    for (name, _, html) in shown(&Html, "be") {
        assert!(!html.contains("<script"), "{name}");
        assert!(!html.contains("http://") && !html.contains("https://") && !html.contains("url("), "{name}");
        assert!(html.contains("<html lang=\"be\">") && html.contains("@page { size: A4"), "{name}");
        assert!(!html.contains("{{") && !html.contains("{%"), "{name}");
    }
}

#[test]
fn markup_in_an_article_is_text_in_every_rendering() {
    let source = |renderer: &dyn Renderer| shown(renderer, "en").swap_remove(1).2;
    assert!(source(&Html).contains("&lt;script&gt;") || source(&Html).contains("&lt;script&#x3e;"));
    assert!(source(&Markdown).contains("&lt;script&gt;alert\\(1\\)&lt;/script&gt; &amp; more."));
}

#[test]
fn removed_and_added_words_are_marked_without_colour() {
    let html = shown(&Html, "en").swap_remove(3).2;
    assert!(html.contains("<del title=\"removed\" aria-describedby=\"mark-1\">5000</del>"), "{html}");
    assert!(html.contains("<ins title=\"added\" aria-describedby=\"mark-2\">7000</ins>"));
    let text = shown(&Terminal { color: false }, "en").swap_remove(3).2;
    assert!(text.contains("[-5000-]{+7000+}") && !text.contains('\u{1b}'));
    assert!(shown(&Terminal { color: true }, "en").swap_remove(3).2.contains("\u{1b}[31m[-5000-]\u{1b}[0m"));
    assert!(shown(&Markdown, "en").swap_remove(3).2.contains("<del>5000</del><ins>7000</ins>"));
}

#[test]
fn glossary_terms_are_explained_in_words() {
    let terminal = shown(&Terminal { color: false }, "en").swap_remove(0).2;
    assert!(terminal.contains("  ~ Белоруссии: glossary, forbidden: belarus\n"));
    assert!(shown(&Markdown, "en").swap_remove(0).2.contains("*Белоруссии* (glossary, forbidden: belarus)"));
    let html = shown(&Html, "en").swap_remove(0).2;
    let mark = html.split("<mark").find(|rest| rest.contains(">Белоруссии</mark>")).unwrap();
    assert!(mark.starts_with(" class=\"term bad\" title=\"glossary, forbidden: belarus\""), "{mark}");
}

#[test]
fn every_text_states_its_language() {
    let html = shown(&Html, "uk").swap_remove(0).2;
    assert!(html.contains("<h1 lang=\"en\">Minsk keeps its army at home</h1>"));
    assert!(html.contains("<p class=\"text\" lang=\"en\">Why "));
    assert!(html.contains("<p class=\"text\" lang=\"be\">Мінск трымае войска дома</p>"));
}

#[test]
fn json_is_versioned_and_says_the_same_in_every_language() {
    for ((name, _, english), (_, _, other)) in shown(&Json, "en").into_iter().zip(shown(&Json, "be")) {
        assert_eq!(english, other, "{name}");
        let value: serde_json::Value = serde_json::from_str(&english).unwrap();
        assert_eq!((&value["version"], value["report"].as_str()), (&1.into(), Some(name)));
    }
}

#[test]
fn the_run_report_counts_finished_work() {
    let value: serde_json::Value = serde_json::from_str(&shown(&Json, "en").swap_remove(0).2).unwrap();
    assert_eq!((&value["segments"], &value["words"]), (&7.into(), &58.into()));
    assert_eq!(value["coverage"]["final"]["segments"], 1);
    assert_eq!(value["coverage"]["stale"]["segments"], 1);
    assert_eq!(value["coverage"]["draft"]["words"], 13);
    assert_eq!(value["counts"]["major"], 3);
    assert_eq!(value["rows"][2]["terms"][1]["usage"], "forbidden");
    assert_eq!(value["findings"][0]["rule"], "ignore-unused");
}

#[test]
fn controls_and_bidi_marks_are_visible_and_have_no_effect() {
    assert_eq!(visible("а\u{1b}[31mб\u{202e}в\u{2066}\0\n"), "а\\u{1b}[31mб\\u{202e}в\\u{2066}\\u{0}\n");
    assert_eq!(visible("п’ять, кам'юніке, за́мак"), "п’ять, кам'юніке, за́мак");
    let words = |id: &str, _: &[(&str, Value<'_>)]| id.to_owned();
    let mut page = samples::edition(&words, "en");
    page.title = "evil\u{1b}]0;title\u{7}\u{202e}\nsecond line".to_owned();
    page.groups[0].rows[0].cells[0].runs[0].spans[0].text = "a\u{1b}[2Jb".to_owned();
    for renderer in [&Terminal { color: false } as &dyn Renderer, &Markdown, &Html] {
        let text = renderer.render(&page, &words);
        assert!(!text.contains(['\u{1b}', '\u{7}', '\u{202e}']));
        assert!(text.contains("u{1b}") || text.contains("u\\{1b\\}"));
    }
}

#[test]
fn markdown_mentions_nobody_and_links_no_issue() {
    let words = |id: &str, _: &[(&str, Value<'_>)]| id.to_owned();
    let mut page = samples::edition(&words, "en");
    page.title = "@everyone fixes #12 | [x](javascript:1) `code`".to_owned();
    let text = Markdown.render(&page, &words);
    assert!(text.contains("@<!-- -->everyone fixes \\#<!-- -->12 \\| \\[x\\]\\(javascript:1\\) \\`code\\`"), "{text}");
}

#[test]
fn every_message_in_the_files_is_used() {
    let speaker = Speaker::of("en");
    let words = |id: &str, args: &[(&str, Value<'_>)]| speaker.say(id, args);
    for (_, page) in samples::all(&words, "en") {
        Html.render(&page, &words);
    }
    let source: String = sources("src/report").into_iter().map(|(_, text)| text).collect();
    for id in super::speech::messages("en").into_keys() {
        let prefix = format!("\"{}-{{}}\"", id.rsplit_once('-').unwrap().0);
        let family =
            ["report-role-", "report-fact-", "report-kind-", "report-rule-"].iter().any(|known| id.starts_with(known));
        let used =
            speaker.used.borrow().contains(&id) || source.contains(&format!("\"{id}\"")) || source.contains(&prefix);
        assert!(used || family, "unused message `{id}`");
    }
}
