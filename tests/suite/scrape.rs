//! Recovering articles from pages. A case is a page `tests/cases/formats/pages/NAME.{html,txt}` with the expected
//! article, `NAME.md`, and what is left out, `NAME.left`; `BLESS=1` rewrites both, for review in the diff.

mod furniture;
mod html;
mod laws;
mod misnamed;
mod pages;
mod parts;
mod readback;
mod structure;

use tolmach::source::scrape::{Cues, PageKind, Scraped, scrape, to_markdown};

use crate::{cases, support::hint};

/// The shipped cues.
fn cues() -> Cues {
    Cues::parse(&[
        include_str!("../../locales/root/scrape.toml"),
        include_str!("../../locales/en/scrape.toml"),
        include_str!("../../locales/be/scrape.toml"),
        include_str!("../../locales/ru/scrape.toml"),
        include_str!("../../locales/uk/scrape.toml"),
    ])
    .unwrap()
}

fn text(page: &str) -> Scraped {
    scrape(page, PageKind::Text, &cues())
}

fn html(page: &str) -> Scraped {
    scrape(page, PageKind::Html, &cues())
}

fn omissions(scraped: &Scraped) -> String {
    let lines: Vec<String> = scraped
        .left_out
        .iter()
        .map(|omission| format!("line {}: {}: {}\n", omission.line, omission.reason, omission.text))
        .collect();
    lines.concat()
}

/// The reasons for leaving out text, each with that text.
fn reasons(scraped: &Scraped) -> Vec<(&'static str, &str)> {
    scraped.left_out.iter().map(|omission| (omission.reason.as_str(), omission.text.as_str())).collect()
}

/// The Markdown after the front matter.
fn body(scraped: &Scraped) -> String {
    let file = to_markdown(&scraped.article);
    file.split_once("\n---\n").unwrap().1.trim().to_owned()
}

fn pages() -> Vec<String> {
    cases::files("formats/pages", &["html", "txt"])
}

#[test]
fn every_page_yields_its_article_and_lists_the_rest() {
    let cues = cues();
    let bless = std::env::var_os("BLESS").is_some();
    let pages = pages();
    assert!(pages.len() >= 10, "{pages:?}");
    for path in pages {
        let page = cases::text(&path);
        let scraped = scrape(&page, PageKind::Auto, &cues);
        assert_eq!(scraped.words, scraped.kept_words + scraped.left_words, "{path}");
        for (extension, got) in [("md", to_markdown(&scraped.article)), ("left", omissions(&scraped))] {
            let (name, _) = path.rsplit_once('.').unwrap();
            let file = format!("{name}.{extension}");
            if bless {
                std::fs::write(cases::path(&file), &got).unwrap();
            }
            assert_eq!(got, cases::text(&file), "{file}");
        }
    }
}

#[test]
fn an_unknown_key_in_a_cue_file_is_named() {
    let error = Cues::parse(&["locale = \"en\"", "[line]\nloadnig = [\"loading\"]"]).unwrap_err();
    assert_eq!(error.to_string(), "unknown key `loadnig` in the cues of text 2");
    assert!(hint(&error).contains("`share`"));
    assert!(Cues::parse(&["locale = "]).unwrap_err().to_string().starts_with("cannot read the cues of text 1"));
}
