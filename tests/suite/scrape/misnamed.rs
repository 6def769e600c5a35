//! What holds the article is not furniture, whatever it is called; real furniture still goes.

use tolmach::source::scrape::Scraped;

use super::{body, html, reasons};

const TEXT: [&str; 5] = [
    "The ferry company has bought a second anchor, eleven years after it lost the first one in the middle of the river.",
    "Nobody knows yet what to do with both of them, and the council, which has to decide, meets only after the ice has gone.",
    "The captains say that one anchor is enough for any ferry, and that the other would look good in front of the town hall.",
    "The harbour has kept the receipt in a drawer of its office, where every visitor may read it on the first of each month.",
    "Divers will look at the river bed in April, when the water is clear, and will bring up what they find under the bridge.",
];

fn paragraphs(text: &[&str]) -> String {
    format!("<p>{}</p>\n", text.join("</p>\n<p>"))
}

fn page(inner: &str) -> Scraped {
    html(&format!("<title>A second anchor</title><body>{inner}</body>"))
}

fn lacks(scraped: &Scraped) -> Vec<&'static str> {
    let body = body(scraped);
    TEXT.into_iter().filter(|text| !body.contains(text)).collect()
}

#[test]
fn an_article_named_like_furniture_is_kept() {
    for name in [
        "post category-newsletter",
        "post tag-cookies tag-ads",
        "layout-right-sidebar",
        "post has-share",
        "content with-sidebar",
        "article-with-comments",
        "widget-area",
        "js-loading",
        "comments-open",
        "post-type-popup",
        "share-enabled",
        "related",
        "story promo",
        "footer",
        "article comment",
        "menu",
        "paywall",
    ] {
        for wrapped in [
            format!("<article class='{name}'><h1>A second anchor</h1>{}</article>", paragraphs(&TEXT)),
            format!("<main><h1>A second anchor</h1><div class='{name}'>{}</div></main>", paragraphs(&TEXT)),
            format!("<div class='{name}'><h1>A second anchor</h1><div>{}</div></div>", paragraphs(&TEXT)),
            format!("<div id='{name}'><article><h1>A second anchor</h1>{}</article></div>", paragraphs(&TEXT)),
        ] {
            let scraped = page(&wrapped);
            assert_eq!(lacks(&scraped), Vec::<&str>::new(), "{wrapped}");
            assert_eq!(scraped.dropped_prose, 0);
        }
    }
}

#[test]
fn half_of_an_article_in_a_wrapper_named_like_furniture_is_kept() {
    for name in ["paywall", "wp-block-group-cta", "ad-container", "sidebar-layout", "widget_text", "subscribe"] {
        let (open, wrapped) = (paragraphs(&TEXT[..2]), paragraphs(&TEXT[2..]));
        let inner = format!(
            "<main><article class='post'><h1>A second anchor</h1>{open}<div class='{name}'>{wrapped}</div></article></main>"
        );
        assert_eq!(lacks(&page(&inner)), Vec::<&str>::new(), "{name}");
    }
}

#[test]
fn short_paragraphs_are_an_article_too() {
    let text =
        ["The ferry stays at the pier this week.", "The pier has sunk by a hand’s breadth.", "Buses go instead."];
    let scraped = page(&format!("<article class='tag-ads promo'><h1>A ferry</h1>{}</article>", paragraphs(&text)));
    assert_eq!(body(&scraped), text.join("\n\n"));
}

#[test]
fn comments_five_times_as_long_as_the_article_are_left_out() {
    let comment = "I have crossed the river for forty years with and without an anchor and have never seen anything like this here.";
    let comments = format!("<li><article class='comment-body'><p>{comment}</p></article></li>").repeat(25);
    for inner in [
        format!(
            "<main><article><h1>A second anchor</h1>{}</article><ol class='comment-list'>{comments}</ol></main>",
            paragraphs(&TEXT)
        ),
        format!("<div><h1>A second anchor</h1>{}<div id='comments'><ol>{comments}</ol></div></div>", paragraphs(&TEXT)),
    ] {
        let scraped = page(&inner);
        assert_eq!(lacks(&scraped), Vec::<&str>::new(), "{inner}");
        assert!(!body(&scraped).contains(comment), "{inner}");
        assert_eq!(scraped.dropped_prose, 0, "comments are not counted");
    }
}

#[test]
fn furniture_that_holds_less_than_half_still_goes() {
    let note = "Sign up for our letter, which comes every morning with all that the town has to say about the river.";
    for name in ["newsletter", "sidebar", "promo", "widget", "tag-list", "related-posts", "js-share"] {
        let inner = format!("<article>{}<div class='{name}'><p>{note}</p></div></article>", paragraphs(&TEXT));
        let scraped = page(&inner);
        assert_eq!(lacks(&scraped), Vec::<&str>::new());
        assert!(reasons(&scraped).iter().any(|(_, text)| *text == note), "{name}");
    }
}

#[test]
fn a_page_that_loses_more_prose_than_it_keeps_says_how_much() {
    let [first, boxes @ ..] = TEXT;
    let boxes = format!("<aside><p>{}</p></aside>", boxes.join("</p></aside><aside><p>"));
    let scraped = page(&format!("<article><h1>A second anchor</h1><p>{first}</p></article>{boxes}"));
    let words = |text: &[&str]| text.join(" ").split_whitespace().count();
    assert_eq!((scraped.kept_prose, scraped.dropped_prose), (words(&TEXT[..1]), words(&TEXT[1..])));
    assert!(scraped.has_sentence() && scraped.drops_most());
    let copy = page(&format!("<article><h1>A second anchor</h1>{0}</article><div hidden>{0}</div>", paragraphs(&TEXT)));
    assert_eq!(copy.dropped_prose, 0, "the copy for another screen is not lost");
    let empty = page("<div id='root'></div><noscript>You need to enable JavaScript to run this app.</noscript>");
    assert!(!empty.has_sentence());
}
