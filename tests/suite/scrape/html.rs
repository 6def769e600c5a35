//! HTML pages, with and without structure.

use super::{body, html, reasons};

const LONG: &str = "The ferry company has bought a second anchor, eleven years after it lost the first one in the \
                    middle of the river and two weeks after somebody found it again.";

#[test]
fn inline_tags_do_not_separate_words_and_blocks_do() {
    let scraped = html("<article><h1>T t</h1><p>an<b>cho</b>r</p><p>rope<div>paint</div></article>");
    assert_eq!(scraped.words, 5);
    assert_eq!(body(&scraped), "an**cho**r\n\nrope\n\npaint");
}

#[test]
fn a_depth_of_a_hundred_thousand_elements_is_read() {
    for tag in ["div", "b", "ul><li", "blockquote", "table><tr><td", "svg><g", "a href=x", "button", "article"] {
        let page = format!("{}deep", format!("<{tag}>").repeat(100_000));
        let scraped = html(&page);
        assert_eq!(scraped.words, scraped.kept_words + scraped.left_words);
        let all = body(&scraped).len() + scraped.left_out.iter().map(|left| left.text.len()).sum::<usize>();
        assert!(all < 2_000, "{tag}: {all}");
    }
}

#[test]
fn a_missing_end_tag_loses_nothing() {
    for page in [
        format!("<nav><a href=/>Home</a><article><h1>Anchor two</h1><p>{LONG}"),
        format!("<button>Menu<article><h1>Anchor two</h1><p>{LONG}"),
        format!("<form><header><h1>Anchor two</h1><p>{LONG}</header>"),
        format!("<svg><path d=x><h1>Anchor two</h1><p>{LONG}"),
        format!("<div hidden><p>nothing</div></span></p><h1>Anchor two</h1><b><p>{LONG}</b>"),
    ] {
        let scraped = html(&page);
        assert!(body(&scraped).replace("**", "").contains(LONG), "{page}");
    }
}

#[test]
fn styles_across_blocks_end_with_them() {
    let scraped = html("<article><h1>T t</h1><p><b>bold<p>plain</p></article>");
    assert_eq!(body(&scraped), "**bold**\n\nplain");
}

#[test]
fn the_title_is_the_heading_that_the_metadata_names() {
    let page = format!(
        "<title>Anchor number two | Courier</title><header><h1>Courier</h1></header>\
         <article><h1>Anchor number two</h1><p>{LONG}</article>"
    );
    let scraped = html(&page);
    assert_eq!(scraped.article.title, "Anchor number two");
    assert_eq!(reasons(&scraped), [("header", "Courier")]);
    let bare = html(&format!("<meta property=og:title content='Anchor number two'><article><p>{LONG}</article>"));
    assert_eq!(bare.article.title, "Anchor number two");
    assert_eq!(bare.words, LONG.split_whitespace().count());
}

#[test]
fn a_sentence_between_headline_and_byline_is_the_standfirst() {
    let sentence = "A ferry company in the east has bought a second anchor this spring.";
    for (marked, by) in [(" class=standfirst", " class=byline"), ("", "")] {
        let page =
            format!("<article><h1>Anchor two</h1><p{marked}>{sentence}</p><p{by}>By Anna Reporter</p><p>{LONG}</p>");
        let scraped = html(&page);
        assert_eq!(body(&scraped), LONG, "{page}");
        assert_eq!(scraped.article.standfirst.as_deref(), Some(sentence), "{page}");
        assert_eq!(scraped.article.author.as_deref(), Some("Anna Reporter"), "{page}");
    }
}

#[test]
fn a_standfirst_in_the_pages_header_belongs_to_the_article() {
    let sentence = "A ferry company in the east has bought a second anchor.";
    let page = format!(
        "<header><h1>Anchor two</h1><p class=standfirst>{sentence}</p></header><article><p>{LONG}</p></article>"
    );
    assert_eq!(html(&page).article.standfirst.as_deref(), Some(sentence));
    let bare =
        format!("<header><p>Daily Anchor, since 1901</p><h1>Anchor two</h1></header><article><p>{LONG}</p></article>");
    assert_eq!(html(&bare).article.standfirst, None);
}

#[test]
fn addresses_are_made_absolute_if_the_page_states_its_own() {
    let scraped = html(&format!(
        "<link rel=canonical href=https://example.org/a/b><article><h1>T t</h1><p>{LONG} <a href=../c>one</a> \
         <a href='javascript:x()'>two</a> <a href=#top>three</a> <a href='//example.net/x y(z)'>four</a></article>"
    ));
    assert!(
        body(&scraped).ends_with("[one](https://example.org/c) two three [four](https://example.net/x%20y%28z%29)")
    );
    assert_eq!(scraped.article.url.as_deref(), Some("https://example.org/a/b"));
}

#[test]
fn a_picture_opens_its_figure_with_caption_and_credit() {
    let figure = "<figure><img src=a.jpg alt='Two [anchors]' title='In \"red\"'><figcaption>Anchors. Image: Museum</figcaption></figure>";
    let scraped = html(&format!("<article><h1>T t</h1><p>{LONG}</p>{figure}</article>"));
    assert!(body(&scraped).ends_with("![Two \\[anchors\\]](a.jpg \"In \\\"red\\\"\")\nAnchors.\nImage: Museum"));
    assert_eq!(scraped.words, scraped.kept_words);
}

#[test]
fn a_credit_without_a_picture_is_marked_by_its_role() {
    let figure = "<figure><img src=a.jpg alt=''><figcaption>Anchors at sea <span class=credit>Harbour Museum</span></figcaption></figure>";
    let scraped = html(&format!("<article><h1>T t</h1><p>{LONG}</p>{figure}</article>"));
    assert!(body(&scraped).ends_with("![](a.jpg)\nAnchors at sea\n\n<!-- role: credit -->\nHarbour Museum"));
}

#[test]
fn a_box_that_encloses_the_article_is_not_furniture_whatever_its_name() {
    for class in ["share related", "sidebar", "comments", "cookie", "tag-news", "promo"] {
        let scraped = html(&format!(
            "<body class=menu><div class='{class}'><h1>Anchor number two</h1><p>{LONG}<p>Twice: {LONG}</div>"
        ));
        assert_eq!(reasons(&scraped), [], "{class}");
        assert_eq!(scraped.article.title, "Anchor number two");
    }
}

#[test]
fn hidden_text_is_listed_and_scripts_are_not_text() {
    let scraped = html(&format!(
        "<article><h1>T t</h1><script>var a = '<p>no</p>'</script><style>p {{}}</style><!-- no --><p>{LONG} \
         <span style='display: none'>secret</span>End.</p><template><p>later</p></template></article>"
    ));
    assert_eq!(reasons(&scraped), [("hidden", "secret"), ("hidden", "later")]);
    assert!(body(&scraped).ends_with("again. End."));
}

#[test]
fn a_body_in_several_boxes_is_kept_whole() {
    let scraped =
        html(&format!("<div class=article-body><p>{LONG}</div><div><p>Two: {LONG}</div><div><p>Three: {LONG}</div>"));
    assert_eq!(scraped.left_words, 0);
}

#[test]
fn json_ld_and_meta_supply_what_the_text_lacks() {
    let scraped = html(&format!(
        "<script type='application/ld+json'>{{\"@graph\":[{{\"@type\":\"WebSite\"}},{{\"@type\":[\"NewsArticle\"],\
         \"headline\":\"Anchor two\",\"datePublished\":\"2024-03-05\",\"author\":[{{\"name\":\"Harbour Desk\"}}]}}]}}</script>\
         <meta name=keywords content='iron, river, iron'><html lang=en_GB><article><p>{LONG}</article>"
    ));
    let article = &scraped.article;
    assert_eq!((article.title.as_str(), article.author.as_deref()), ("Anchor two", Some("Harbour Desk")));
    assert_eq!((article.date.as_deref(), article.lang.as_deref()), (Some("2024-03-05"), Some("en-GB")));
    assert_eq!(article.tags, ["iron", "river"]);
}

#[test]
fn html_without_headings_is_judged_by_its_lines() {
    let page = format!(
        "<div>RSS</div><div>A second anchor</div><div>{LONG}</div><div>What it costs</div><div>Nobody knows: {LONG}</div>"
    );
    let scraped = html(&page);
    assert_eq!(scraped.article.title, "A second anchor");
    assert_eq!(reasons(&scraped), [("navigation", "RSS")]);
    assert!(body(&scraped).contains("## What it costs"));
}
