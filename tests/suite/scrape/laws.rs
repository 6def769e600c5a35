//! Conservation of words: for any page, words in = words kept + words left out.

use std::{collections::HashMap, sync::LazyLock};

use proptest::prelude::*;
use tolmach::source::scrape::{BlockKind, Cues, PageKind, Run, Scraped, scrape, to_markdown};

static CUES: LazyLock<Cues> = LazyLock::new(super::cues);

/// Words as a multiset; the punctuation that a byline puts after a name does not count.
fn bag(texts: &[&str]) -> HashMap<String, i64> {
    let mut bag = HashMap::new();
    for word in texts.iter().flat_map(|text| text.split_whitespace()) {
        *bag.entry(word.trim_end_matches([',', ';', ':']).replace('\0', "\u{fffd}")).or_default() += 1;
    }
    bag
}

/// All words of a scraped page, both kept and left out.
fn all(scraped: &Scraped) -> HashMap<String, i64> {
    let article = &scraped.article;
    let mut texts: Vec<String> = vec![article.title.clone()];
    texts.extend([&article.standfirst, &article.author, &article.bio].into_iter().flatten().cloned());
    for block in &article.blocks {
        let runs = block.runs.iter().map(|run| match run {
            Run::Text { text, .. } => text.clone(),
            Run::Image(image) => format!(" {} ", image.alt),
            Run::Break => " ".to_owned(),
        });
        texts.push(runs.collect());
    }
    texts.extend(scraped.left_out.iter().map(|left| left.text.clone()));
    bag(&texts.iter().map(String::as_str).collect::<Vec<_>>())
}

/// Lines of words as newsrooms write them, including cues.
fn line() -> impl Strategy<Value = String> {
    let words = prop::sample::select(vec![
        "the",
        "Harbour",
        "Desk",
        "ferry",
        "is",
        "a",
        "Image:",
        "Photo",
        "By",
        "|",
        "5",
        "March",
        "2024",
        "reads",
        "312",
        "Loading...",
        "RSS",
        "Tags:",
        "Share",
        "Read",
        "also:",
        "1.",
        "2.",
        "-",
        "•",
        "©",
        "Belarus",
        "анкер",
        "мост",
        "Фота:",
        "чытайце",
        "таксама",
        "—",
        "“war.”",
        "end.",
        "cut...",
        "why?",
        "*b*",
        "[x]",
        "#",
        "about",
        "author",
        "Please",
        "donate",
        "support",
        "us",
        "\u{a0}",
        "\0",
        "x,",
        "\u{feff}",
        "🙂",
        "of",
        "in",
        "meeting",
        "Comments",
    ]);
    prop_oneof![
        prop::collection::vec(words.clone(), 0..8).prop_map(|words| words.join(" ")),
        prop::collection::vec(words, 20..60).prop_map(|words| words.join(" ")),
    ]
}

fn plain_page() -> impl Strategy<Value = String> {
    let end = prop::sample::select(vec!["\n", "\n\n", "\r\n", "\n\n\n", "\r"]);
    prop::collection::vec((line(), end), 0..24)
        .prop_map(|lines| lines.into_iter().flat_map(|(line, end)| [line, end.to_owned()]).collect())
}

fn html_page() -> impl Strategy<Value = String> {
    let tag = prop::sample::select(vec![
        "p",
        "div",
        "b",
        "i",
        "a href=/x",
        "h1",
        "h2",
        "ul",
        "ol",
        "li",
        "table",
        "tr",
        "td",
        "figure",
        "figcaption",
        "article",
        "main",
        "nav",
        "aside",
        "footer",
        "header",
        "blockquote",
        "pre",
        "code",
        "span class=credit",
        "div class=byline",
        "div class=caption",
        "span hidden",
        "button",
        "svg",
        "time datetime=2024-03-05",
        "form",
        "br",
        "img src=a.png alt='an image'",
        "hr",
        "div class=article-body",
        "div class=author-bio",
        "select",
        "textarea",
        "div class=share",
        "noscript",
        "div class=standfirst",
        "th",
        "tbody",
        "dl",
        "dt",
        "dd",
        "s",
        "img alt=lost",
    ]);
    let part = prop_oneof![
        line().prop_map(|line| line.replace('<', "&lt;")),
        tag.clone().prop_map(|tag| format!("<{tag}>")),
        tag.prop_map(|tag| format!("</{}>", tag.split(' ').next().unwrap_or(tag))),
    ];
    prop::collection::vec(part, 0..40).prop_map(|parts| parts.concat())
}

proptest! {
    #![proptest_config(crate::support::config(300))]

    #[test]
    fn no_word_of_a_plain_page_is_lost(page in plain_page()) {
        let scraped = scrape(&page, PageKind::Text, &CUES);
        let text = page.strip_prefix('\u{feff}').unwrap_or(&page);
        prop_assert_eq!(scraped.words, text.split_whitespace().count());
        prop_assert_eq!(scraped.words, scraped.kept_words + scraped.left_words);
        let mut missing = bag(&[text]);
        for (word, count) in all(&scraped) {
            *missing.entry(word).or_default() -= count;
        }
        missing.retain(|_, count| *count != 0);
        // List markers are kept as markers, not as words of the item.
        let items = scraped.article.blocks.iter().filter(|block| matches!(block.form, BlockKind::Item { .. })).count();
        let marks: i64 = missing.iter().filter(|(word, _)| matches!(word.as_str(), "1." | "2." | "-" | "•")).map(|(_, n)| n).sum();
        prop_assert_eq!(marks, i64::try_from(items).unwrap());
        missing.retain(|word, _| !matches!(word.as_str(), "1." | "2." | "-" | "•"));
        prop_assert!(missing.is_empty(), "{:?}", missing);
    }

    #[test]
    fn no_word_of_an_html_page_is_lost(page in html_page()) {
        let scraped = scrape(&page, PageKind::Html, &CUES);
        prop_assert_eq!(scraped.words, scraped.kept_words + scraped.left_words);
        let count: i64 = all(&scraped).values().sum();
        // What is kept and left out is what was counted.
        prop_assert_eq!(i64::try_from(scraped.words).unwrap(), count);
        let _ = to_markdown(&scraped.article);
    }

    #[test]
    fn words_between_tags_are_all_found(words in prop::collection::vec("[a-zа-я]{1,9}", 1..40), tags in prop::collection::vec(0..8_usize, 40)) {
        let names = ["p", "div", "h2", "li", "section", "blockquote", "td", "article"];
        let boxes = words.iter().zip(&tags).map(|(word, tag)| format!("<{0}>{word}</{0}>", names[*tag]));
        let page = boxes.collect::<Vec<_>>().concat();
        let scraped = scrape(&page, PageKind::Html, &CUES);
        prop_assert_eq!(bag(&words.iter().map(String::as_str).collect::<Vec<_>>()), all(&scraped));
    }

    #[test]
    fn no_input_makes_scraping_panic(page in any::<String>(), markup in "[<>/a-z=\"'!& \\-\\[\\]#;0-9\n]{0,400}") {
        for page in [&page, &markup] {
            for kind in [PageKind::Text, PageKind::Html, PageKind::Auto] {
                let scraped = scrape(page, kind, &CUES);
                prop_assert_eq!(scraped.words, scraped.kept_words + scraped.left_words);
                let _ = to_markdown(&scraped.article);
            }
        }
    }
}
