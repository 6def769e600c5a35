//! Titles, bylines, subheads, captions, credits and lists in plain text.

use super::{body, reasons, text};

const LONG: &str = "The ferry company has bought a second anchor, eleven years after it lost the first one in the \
                    middle of the river and two weeks after somebody found it again.";
const OTHER: &str = "Nobody knows yet what to do with both of them, and the council, which has to decide, meets only \
                     after the ice has gone and the captains are back on their boats.";

fn page(lines: &[&str]) -> String {
    lines.join("\n\n")
}

/// The block between two long paragraphs.
fn between(line: &str) -> String {
    let scraped = text(&page(&["A second anchor", LONG, line, OTHER]));
    assert_eq!(scraped.words, scraped.kept_words + scraped.left_words);
    body(&scraped).split("\n\n").skip(1).take_while(|part| *part != OTHER).collect::<Vec<_>>().join("\n\n")
}

#[test]
fn a_short_line_without_a_stop_is_a_subhead() {
    for line in
        ["What an anchor costs", "Колькі каштуе якар", "Сколько стоит якорь", "Скільки коштує якір", "Who pays?"]
    {
        assert_eq!(between(line), format!("## {line}"));
    }
    for line in
        ["It was iron.", "He laughed:", "“It holds,” he said", "— Не ведаю", "But who pays?", "and so on", "Iron!"]
    {
        assert!(!between(line).contains("##"), "{line}");
    }
}

#[test]
fn a_caption_and_its_credit_are_separate() {
    for (line, caption, credit) in [
        ("The captain at sea. Image: Harbour Museum.", "The captain at sea.", "Image: Harbour Museum."),
        ("The captain at sea (Photo: Harbour Museum)", "The captain at sea", "(Photo: Harbour Museum)"),
        ("Капітан на моры. Фота: Музей порта", "Капітан на моры.", "Фота: Музей порта"),
        ("Капитан в море / Фото: Музей порта", "Капитан в море /", "Фото: Музей порта"),
        ("Капітан у морі. Фото: Музей порту", "Капітан у морі.", "Фото: Музей порту"),
    ] {
        assert_eq!(between(line), format!("<!-- role: caption -->\n{caption}\n\n<!-- role: credit -->\n{credit}"));
    }
}

#[test]
fn a_credit_may_stand_alone_and_an_image_word_in_a_sentence_is_not_a_credit() {
    assert_eq!(between("Photo: Harbour Museum"), "<!-- role: credit -->\nPhoto: Harbour Museum");
    let sentence = "The image of the harbour has changed.";
    assert_eq!(between(sentence), sentence);
    let sentence = "It is a photo. Image matters to the captains.";
    assert_eq!(between(sentence), sentence);
}

#[test]
fn a_noun_phrase_between_long_paragraphs_is_a_caption() {
    for line in ["A meeting of the harbour board.", "The captain at his desk in the old office."] {
        assert_eq!(between(line), format!("<!-- role: caption -->\n{line}"));
    }
    for line in [
        "The captain was at his desk.",
        "A train leaves for the coast.",
        "The council refused in the end.",
        "They went home in silence.",
        "Nothing in the office.",
        "Паром пришёл к причалу.",
        "Паром прыйшоў да прычала.",
        "Пором прийшов до причалу.",
    ] {
        assert_eq!(between(line), line);
    }
}

#[test]
fn a_byline_gives_author_and_date() {
    for (line, author, date) in [
        ("By Harbour Desk | 5 March 2024", "Harbour Desk", Some("2024-03-05")),
        ("By Harbour Desk, March 5, 2024", "Harbour Desk", Some("2024-03-05")),
        ("Harbour Desk · 2024-03-05 · 5 min read", "Harbour Desk", Some("2024-03-05")),
        ("5 March 2024 by Harbour Desk", "Harbour Desk", Some("2024-03-05")),
        ("Written by: Harbour Desk", "Harbour Desk", None),
        ("Аўтар: Аддзел навін, 5 сакавіка 2024 г.", "Аддзел навін", Some("2024-03-05")),
        ("Автор: Отдел новостей | 05.03.2024", "Отдел новостей", Some("2024-03-05")),
        ("Текст: Відділ новин — 5 березня 2024 року", "Відділ новин", Some("2024-03-05")),
    ] {
        let scraped = text(&page(&["A second anchor", line, LONG, OTHER]));
        assert_eq!(scraped.article.author.as_deref(), Some(author), "{line}");
        assert_eq!(scraped.article.date.as_deref(), date, "{line}");
        assert_eq!(scraped.article.title, "A second anchor");
        assert_eq!(body(&scraped), page(&[LONG, OTHER]), "{line}");
    }
}

#[test]
fn an_ambiguous_date_is_left_out_without_a_value() {
    let scraped = text(&page(&["A second anchor", "03/05/2024", LONG, OTHER]));
    assert_eq!(reasons(&scraped), [("date", "03/05/2024")]);
    assert_eq!(scraped.article.date, None);
    let scraped = text(&page(&["A second anchor", "3 hours ago", LONG, OTHER]));
    assert_eq!(reasons(&scraped), [("date", "3 hours ago")]);
}

#[test]
fn a_line_that_only_looks_like_a_name_stays() {
    let scraped = text(&page(&["A second anchor", LONG, OTHER, "Northern Harbour"]));
    assert_eq!(scraped.article.author, None);
    assert!(body(&scraped).ends_with("Northern Harbour"));
}

#[test]
fn a_repeated_name_and_a_note_that_begins_with_it_are_byline_and_bio() {
    for (name, bio) in [
        ("Harbour Desk", "Harbour Desk is a part of the newsroom."),
        ("Аддзел навін", "Аддзел навін — частка рэдакцыі."),
        ("Отдел новостей", "Отдел новостей — часть редакции."),
        ("Відділ новин", "Відділ новин — частина редакції."),
    ] {
        let scraped = text(&page(&["A second anchor", LONG, OTHER, &format!("{name}\n{name}\n{bio}")]));
        assert_eq!(scraped.article.author.as_deref(), Some(name));
        assert_eq!(scraped.article.bio.as_deref(), Some(bio));
        assert_eq!(reasons(&scraped), [("repeated-byline", name)]);
    }
}

#[test]
fn consecutive_numbers_are_a_list_and_a_single_one_is_not() {
    let scraped =
        text(&page(&["A second anchor", LONG, "1. Iron\n2. Rope\n3. Paint", OTHER, "7. July was warm.", OTHER]));
    assert!(body(&scraped).contains("\n1. Iron\n2. Rope\n3. Paint\n"));
    assert!(body(&scraped).contains("\n7\\. July was warm.\n"));
    assert_eq!(scraped.words, scraped.kept_words);
}

#[test]
fn a_page_without_long_paragraphs_is_kept_whole() {
    let scraped = text("Haiku\n\nThe old pond\na frog leaps in\nsplash");
    assert_eq!(scraped.article.title, "Haiku");
    assert_eq!(scraped.left_words, 0);
    assert_eq!(scraped.article.blocks.len(), 3);
}

#[test]
fn the_language_is_detected_by_common_words() {
    for (page, lang) in [
        (LONG, Some("en")),
        ("Гэта мост, які пабудавалі за год, але на ім не было ні аднаго чалавека, бо што тут рабіць.", Some("be")),
        (
            "Это мост, который построили за год, но на нём не было ни одного человека, потому что он не нужен.",
            Some("ru"),
        ),
        ("Це міст, який збудували за рік, але на ньому не було жодної людини, бо що тут робити та як.", Some("uk")),
        ("Lorem ipsum dolor sit amet", None),
    ] {
        assert_eq!(text(page).article.lang.as_deref(), lang, "{page}");
    }
}

#[test]
fn line_ends_of_any_system_are_accepted() {
    let unix = page(&["A second anchor", LONG, OTHER]);
    for end in ["\r\n", "\r"] {
        let scraped = text(&unix.replace('\n', end));
        assert_eq!(body(&scraped), page(&[LONG, OTHER]));
    }
    assert_eq!(body(&text(&format!("\u{feff}{unix}"))), page(&[LONG, OTHER]));
}

#[test]
fn a_wrapped_text_is_joined_even_where_a_line_is_not_quite_full() {
    let lines = [
        "The ferry company has bought a second",
        "anchor, eleven years after it lost the",
        "first one in the middle of the river",
        "and two weeks after somebody found it.",
        "Nobody knows yet what to do with both",
        "of them, and the Council, which must",
        "Decide about it, meets after the ice.",
    ];
    let scraped = text(&format!("A second anchor\n\n{}\n\n{LONG}", lines.join("\n")));
    assert!(scraped.article.blocks.len() > 2, "a long line elsewhere: the text is not wrapped");
    let wide = "The company, which also owns the harbour,";
    let scraped = text(&format!("A second anchor\n\n{wide}\nsays no.\n\n{}\n", lines.join("\n")));
    assert_eq!(scraped.article.blocks.len(), 2, "{}", body(&scraped));
}

#[test]
fn lines_of_a_poem_stay_separate() {
    assert_eq!(text("Haiku\n\nThe old pond\na frog leaps in\nthe sound of the water").article.blocks.len(), 3);
}
