//! Furniture that is left out, and text that only resembles it.

use super::{body, reasons, text};

const LONG: &str = "The ferry company has bought a second anchor, eleven years after it lost the first one in the \
                    middle of the river and two weeks after somebody found it again.";
const OTHER: &str = "Nobody knows yet what to do with both of them, and the council, which has to decide, meets only \
                     after the ice has gone and the captains are back on their boats.";

fn page(lines: &[&str]) -> String {
    lines.join("\n\n")
}

#[test]
fn a_truncated_teaser_is_furniture_and_a_standfirst_is_not() {
    let teaser = text(&page(&[
        "A second anchor",
        "The ferry company has bought a second anchor, eleven years af...",
        LONG,
        OTHER,
    ]));
    assert_eq!(reasons(&teaser), [("teaser", "The ferry company has bought a second anchor, eleven years af...")]);
    assert_eq!(teaser.article.standfirst, None);
    let standfirst = text(&page(&["A second anchor", "What iron is good for", LONG, OTHER]));
    assert_eq!(reasons(&standfirst), []);
    assert_eq!(standfirst.article.standfirst.as_deref(), Some("What iron is good for"));
}

#[test]
fn a_teaser_may_be_as_long_as_a_paragraph_and_precede_the_title() {
    let cut: String = format!("{}…", LONG.chars().take(120).collect::<String>());
    let scraped = text(&page(&[&cut, "A second anchor", LONG, OTHER]));
    assert_eq!(reasons(&scraped), [("teaser", cut.as_str())]);
    assert_eq!(scraped.article.title, "A second anchor");
    assert_eq!(body(&scraped), page(&[LONG, OTHER]));
}

#[test]
fn a_first_sentence_repeated_before_the_body_is_a_teaser() {
    let whole = format!("{LONG} {OTHER}");
    let scraped = text(&page(&["A second anchor", LONG, &whole, OTHER]));
    assert_eq!(reasons(&scraped), [("teaser", LONG)]);
}

#[test]
fn a_refrain_in_the_body_is_not_a_teaser() {
    let scraped = text(&page(&["A second anchor", LONG, OTHER, LONG, OTHER]));
    assert_eq!(reasons(&scraped), []);
    assert_eq!(body(&scraped).matches("only after the ice").count(), 2);
}

#[test]
fn counters_are_furniture_in_every_language_and_a_sentence_about_readers_is_not() {
    for counter in
        ["312 reads", "Views: 1,204", "5 min read", "1 204 прагляды", "312 просмотров", "5 хв читання", "3 комментария"]
    {
        let scraped = text(&page(&["A second anchor", LONG, OTHER, counter]));
        assert_eq!(reasons(&scraped), [("counter", counter)]);
    }
    let sentence = text(&page(&["A second anchor", LONG, OTHER, "It has 312 readers."]));
    assert_eq!(reasons(&sentence), []);
}

#[test]
fn tag_lines_are_furniture() {
    for tags in [
        "Tags: ferry, anchor",
        "Тэгі: паром, якар",
        "Теги: паром, якорь",
        "Мітки: пором, якір",
        "#ferry #anchor #river",
    ] {
        let scraped = text(&page(&["A second anchor", LONG, OTHER, tags]));
        assert_eq!(reasons(&scraped), [("tags", tags)]);
    }
}

#[test]
fn links_to_other_articles_are_furniture_even_within_a_text() {
    for link in [
        "Read also: The ferry sinks",
        "Чытайце таксама: Паром тоне",
        "Читайте также: Паром тонет",
        "Читайте також: Пором тоне",
    ] {
        let scraped = text(&page(&["A second anchor", LONG, link, OTHER]));
        assert_eq!(reasons(&scraped), [("related", link)]);
    }
    let sentence = "Read more books, said the harbour master, and the river will be as quiet as the shelf.";
    assert_eq!(reasons(&text(&page(&["A second anchor", LONG, sentence, OTHER]))), []);
}

#[test]
fn what_follows_a_line_of_related_links_belongs_to_it() {
    let scraped =
        text(&page(&["A second anchor", LONG, OTHER, "Related articles", "A bridge too narrow", "The lake is frozen"]));
    let expected =
        [("related", "Related articles"), ("related", "A bridge too narrow"), ("related", "The lake is frozen")];
    assert_eq!(reasons(&scraped), expected);
}

#[test]
fn a_short_last_paragraph_stays() {
    for last in ["Nobody came.", "Never mind the ducks", "Нікога няма.", "Никто не пришёл.", "Ніхто не прийшов."]
    {
        let scraped = text(&page(&["A second anchor", LONG, OTHER, last]));
        assert_eq!(reasons(&scraped), [], "{last}");
        assert!(body(&scraped).ends_with(last));
    }
}

#[test]
fn a_subhead_may_be_a_word_that_menus_have_too() {
    let scraped = text(&page(&["A second anchor", LONG, "News", OTHER]));
    assert_eq!(reasons(&scraped), []);
    assert!(body(&scraped).contains("## News"));
}

#[test]
fn a_note_about_cookies_is_furniture_even_if_long() {
    let note = "We use cookies to make the site work, to count our readers and to remember what they have read, and we \
                share none of this with anybody but our partners.";
    let scraped = text(&page(&[note, "Accept all", "A second anchor", LONG, OTHER]));
    assert_eq!(reasons(&scraped), [("consent", note), ("consent", "Accept all")]);
    assert_eq!(scraped.article.title, "A second anchor");
}

#[test]
fn a_menu_above_the_title_is_furniture_line_by_line() {
    let menu = "Ferry timetable\nLost things\nWho we are";
    let scraped = text(&page(&[menu, "A second anchor for the ferry", LONG, OTHER]));
    assert_eq!(scraped.left_out.iter().map(|left| left.line).collect::<Vec<_>>(), [1, 2, 3]);
    assert!(reasons(&scraped).iter().all(|(reason, _)| *reason == "navigation"));
}

#[test]
fn a_donation_block_is_boilerplate_only_at_the_end_and_in_the_houses_words() {
    let ask = "We need your help: our work depends on the generosity of readers. Please donate or write to us.";
    let scraped = text(&page(&["A second anchor", LONG, OTHER, ask]));
    assert!(body(&scraped).ends_with(&format!("<!-- role: boilerplate donate -->\n{ask}")));
    let quoted =
        "“We need your help, please donate to the readers of the harbour,” said the captain to the council and left.";
    assert!(!body(&text(&page(&["A second anchor", LONG, OTHER, quoted]))).contains("boilerplate"));
    assert!(!body(&text(&page(&["A second anchor", LONG, ask, OTHER]))).contains("boilerplate"));
    for ask in [
        "Падтрымайце нас: ваша падтрымка патрэбная нам, каб працаваць далей.",
        "Поддержите нас: пожертвования читателей помогают нам работать.",
        "Підтримайте нас: пожертви читачів допомагають нам працювати.",
    ] {
        assert!(body(&text(&page(&["A second anchor", LONG, OTHER, ask]))).contains("boilerplate donate"), "{ask}");
    }
}
