//! Files after edits, byte for byte.

use std::collections::BTreeMap;

use tolmach::{
    model::{Code, CodeKind, Role, Segment, SegmentId, Text},
    source::{Edits, FrontValue, SourceFormat, covers, file_span, front_matter, roundtrip},
};

use super::{article, format, translate, with_prose};

/// The file with some words replaced wherever they occur in prose.
fn replaced(file: &str, words: &[(&str, &str)]) -> String {
    let change = |prose: &str| words.iter().fold(prose.to_owned(), |prose, (old, new)| prose.replace(old, new));
    translate(&article(file), &|text| with_prose(text, &change))
}

/// The file with front-matter keys set.
fn set(file: &str, keys: &[(&str, FrontValue)]) -> String {
    let keep = |_: &_, _: &_| None;
    let front = keys.iter().map(|(key, value)| ((*key).to_owned(), value.clone())).collect();
    format().write(&article(file), &Edits { front, ..Edits::targets(&keep) })
}

/// The file with the units of a role replaced as a whole.
fn with_unit(file: &str, role: &Role, markdown: &str) -> String {
    let article = article(file);
    let keep = |_: &_, _: &_| None;
    let units = article.units.iter().enumerate().filter(|(_, unit)| unit.role == *role);
    let units: BTreeMap<_, _> = units.map(|(index, _)| (index, markdown.to_owned())).collect();
    format().write(&article, &Edits { units, ..Edits::targets(&keep) })
}

fn text(words: &str) -> FrontValue {
    FrontValue::Text(words.to_owned())
}

#[test]
fn original_wordings_are_removed_with_their_lines_if_an_edition_requests_it() {
    let without = |file: &str| {
        let keep = |_: &_, _: &_| None;
        format().write(&article(file), &Edits { without_originals: true, ..Edits::targets(&keep) })
    };
    let comment = "<!-- original ru: “Yes” = «Да» -->";
    assert_eq!(without(&format!("One.\n\n{comment}\n\n“Yes”\n")), "One.\n\n“Yes”\n");
    assert_eq!(without(&format!("{comment}\r\n\r\n“Yes”\r\n")), "“Yes”\r\n");
    assert_eq!(without(&format!("> {comment}\n>\n> “Yes”\n")), "> \n>\n> “Yes”\n");
    assert_eq!(without("<!-- role: caption -->\n\nA map.\n"), "<!-- role: caption -->\n\nA map.\n");
    let code = format!("```\n{comment}\n```\n\n“Yes”\n");
    assert_eq!(without(&code), code);
}

#[test]
fn text_of_html_is_written_between_its_tags() {
    for (file, words, expected) in [
        (
            "<p>A <b>pier</b> &amp; more</p>\n",
            ("pier", "<мол> & «x»"),
            "<p>A <b>&lt;мол&gt; &amp; «x»</b> &amp; more</p>\n",
        ),
        ("<p>\n  A pier\n  here.\n</p>\n", ("here", "тут"), "<p>\n  A pier тут.\n</p>\n"),
        ("<td>pier\n", ("pier", " a\nb "), "<td>&#32;a&#10;b&#32;\n"),
        ("<p>One<br>\ntwo</p>\n", ("two", "дзве"), "<p>One<br>дзве</p>\n"),
        ("> <div>\n> <p>pier\n> </div>\n", ("pier", "> мол"), "> <div>\n> <p>&gt; мол\n> </div>\n"),
        ("<p>pier</p>\n", ("pier", "{{ x }} {% y %}"), "<p>&#123;{ x }} &#123;% y %}</p>\n"),
        ("<p>pier</p>\n", ("pier", "www.e.org http://e.org"), "<p>www&#46;e.org http&#58;//e.org</p>\n"),
        ("<p>*pier* [x](y)</p>\n", ("pier", "мол"), "<p>*мол* [x](y)</p>\n"),
        ("<p>pier</p>\n\npier\n", ("pier", "*"), "<p>*</p>\n\n\\*\n"),
    ] {
        assert_eq!(replaced(file, &[words]), expected, "{file:?}");
    }
}

#[test]
fn an_attribute_of_html_is_written_in_its_quotation_marks() {
    for (file, expected) in [
        ("<img alt=\"pier\">\n", "<img alt=\"«мол» &#34;1' &lt;b&gt; &#124;\">\n"),
        ("<img alt='pier'>\n", "<img alt='«мол» \"1&#39; &lt;b&gt; &#124;'>\n"),
        ("<img alt=pier>\n", "<img alt=\"«мол» &#34;1' &lt;b&gt; &#124;\">\n"),
        ("A <i title=\"pier\">b</i>\n", "A <i title=\"«мол» &#34;1' &lt;b&gt; &#124;\">b</i>\n"),
        ("|<i title=\"pier\">b</i>|\n|---|\n", "|<i title=\"«мол» &#34;1' &lt;b&gt; &#124;\">b</i>|\n|---|\n"),
    ] {
        assert_eq!(replaced(file, &[("pier", "«мол» \"1' <b> |")]), expected, "{file:?}");
    }
    assert_eq!(replaced("<img alt=pier>\n", &[("Pier", "мол")]), "<img alt=pier>\n");
}

#[test]
fn a_fixed_text_in_html_is_written_as_html() {
    let role = Role::Boilerplate("x".to_owned());
    let file = "<!-- role: boilerplate x -->\n<div>\n<p>Please <b>support</b> us.</p>\n</div>\n\nAfter.\n";
    assert_eq!(
        with_unit(file, &role, "Падтрымайце *нас* & сябе.\n\nДругі\nабзац."),
        "<!-- role: boilerplate x -->\n<div>\n<p>Падтрымайце <em>нас</em> &amp; сябе.<br>Другі абзац.</p>\n</div>\n\nAfter.\n"
    );
}

#[test]
fn values_within_values_of_the_front_matter_are_written_in_their_places() {
    let all = |file: &str, words: &str| {
        let mut format = format();
        format.translated.extend(["m.k", "list.k"].map(str::to_owned));
        let mut article = format.parse("a", file.to_owned()).value;
        for unit in &mut article.units {
            let id = SegmentId { digest: 0, occurrence: 1 };
            unit.segments = vec![Segment { id, span: 0..unit.text.prose.len() }];
        }
        format.write(&article, &Edits::targets(&|_, _| Some(Text::plain(words))))
    };
    for (file, words, expected) in [
        ("---\nm: {k: a b, n: 1}\n---\n", "c, d: 2", "---\nm: {k: \"c, d: 2\", n: 1}\n---\n"),
        ("---\nm:\n  n: x\n  k: >-\n    a\n    b\n---\n", "c", "---\nm:\n  n: x\n  k: >-\n    c\n---\n"),
        ("---\nlist:\n- k: 'a'\n- k: b # why\n---\n", "it's", "---\nlist:\n- k: 'it''s'\n- k: it's # why\n---\n"),
        (
            "+++\ntitle = 'a'\n[m]\nk = \"b\"\nn = 'c'\n+++\n",
            "\"",
            "+++\ntitle = '\"'\n[m]\nk = \"\\\"\"\nn = 'c'\n+++\n",
        ),
        ("+++\n[[list]]\nk = 'a'\n[[list]]\nk = 'b'\n+++\n", "c", "+++\n[[list]]\nk = 'c'\n[[list]]\nk = 'c'\n+++\n"),
    ] {
        assert_eq!(all(file, words), expected, "{file:?}");
    }
}

#[test]
fn the_title_of_a_link_is_written_inside_its_link() {
    assert_eq!(
        replaced("A [word](/u \"a title\") here.\n", &[("word", "слова"), ("a title", "«назва» \"1\"")]),
        "A [слова](/u \"«назва» \\\"1\\\"\") here.\n"
    );
    assert_eq!(replaced("A [word](/u 'a title').\n", &[("a title", "it's")]), "A [word](/u 'it\\'s').\n");
    assert_eq!(replaced("[r]: /u (a title)\n\n[word][r]\n", &[("a title", "(b)")]), "[r]: /u (\\(b\\))\n\n[word][r]\n");
}

#[test]
fn codes_take_their_markup_from_the_source_in_the_order_of_the_target() {
    let source = article("A *first* and **second**.\n");
    let code = |id, kind| Code { id, kind, name: tolmach::model::CodeName::Other, markup: String::new() };
    let target = Text {
        prose: "Другое і першае.".to_owned(),
        codes: vec![
            (0, code(2, CodeKind::Open)),
            ("Другое".len(), code(2, CodeKind::Close)),
            ("Другое і ".len(), code(1, CodeKind::Open)),
            ("Другое і першае".len(), code(1, CodeKind::Close)),
        ],
    };
    assert_eq!(translate(&source, &|_| target.clone()), "**Другое** і *першае*.\n");
}

#[test]
fn a_link_found_by_its_text_keeps_its_name() {
    let file = "See [word], [word][] and ![word].\n\n[word]: /u\n";
    assert_eq!(
        replaced(file, &[("word", "слова")]),
        "See [слова][word], [слова][word] and ![слова][word].\n\n[word]: /u\n"
    );
    assert_eq!(replaced(file, &[("See", "Гл.")]), "Гл. [word], [word][] and ![word].\n\n[word]: /u\n");
}

#[test]
fn an_exclamation_mark_before_a_link_does_not_make_it_a_picture() {
    assert_eq!(replaced("Look: [word](/u)\n", &[("Look: ", "Глядзі!")]), "Глядзі\\![word](/u)\n");
}

#[test]
fn emphasis_holds_beside_letters_and_quotation_marks() {
    assert_eq!(replaced("A _word_ more\n", &[(" more", "м")]), "A _word_&#1084;\n");
    assert_eq!(replaced("A **word** more\n", &[("word", "«слова»"), (" more", "м")]), "A **«слова»**&#1084;\n");
    assert_eq!(replaced("A *word* more\n", &[(" more", "м")]), "A *word*м\n");
}

#[test]
fn a_line_break_in_a_quote_keeps_its_marks_where_nothing_changes() {
    let file = "> One line\n> and another.  \n> A third.\n";
    assert_eq!(replaced(file, &[("x", "y")]), file);
    assert_eq!(replaced(file, &[("third", "трэці")]), "> One line and another.  \n> A трэці.\n");
}

#[test]
fn front_matter_keeps_its_quotes_while_they_fit_the_words() {
    for (file, words, expected) in [
        ("---\ntitle: Word # why\n---\n", "Слова", "---\ntitle: Слова # why\n---\n"),
        ("---\ntitle: Word\n---\n", "Слова: другое", "---\ntitle: \"Слова: другое\"\n---\n"),
        ("---\ntitle: Word\n---\n", "Слова #1", "---\ntitle: \"Слова #1\"\n---\n"),
        ("---\ntitle: Word\n---\n", "true", "---\ntitle: \"true\"\n---\n"),
        ("---\ntitle: 'Word'\n---\n", "Сям'я", "---\ntitle: 'Сям''я'\n---\n"),
        ("---\ntitle: \"Word\"\n---\n", "«\"»\\", "---\ntitle: \"«\\\"»\\\\\"\n---\n"),
        ("---\nbio: >-\n  Word\n  word\n---\n", "Слова", "---\nbio: >-\n  Слова\n---\n"),
        ("---\nbio: |\n  Word\n---\n", "Слова\nі радок", "---\nbio: |\n  Слова\n  і радок\n---\n"),
        ("---\r\nbio: |\r\n  Word\r\n---\r\n", "Слова\nі радок", "---\r\nbio: |\r\n  Слова\r\n  і радок\r\n---\r\n"),
        ("+++\ntitle = 'Word'\n+++\n", "Слова", "+++\ntitle = 'Слова'\n+++\n"),
        ("+++\ntitle = 'Word'\n+++\n", "Сям'я", "+++\ntitle = \"Сям'я\"\n+++\n"),
        (
            "+++\nbio = \"\"\"\nWord\n\"\"\"\n+++\n",
            "Слова \"\"\"",
            "+++\nbio = \"\"\"\nСлова \\\"\\\"\\\"\n\"\"\"\n+++\n",
        ),
    ] {
        assert_eq!(translate(&article(file), &|_| Text::plain(words)), expected, "{file:?}");
    }
}

#[test]
fn front_matter_keys_are_set_and_added_in_the_existing_style() {
    let file =
        "\u{feff}---\r\ntitle: Word\r\nlang: en # language\r\ntags:\r\n  - a\r\n  - b\r\nold: [x]\r\n---\r\nBody\r\n";
    let tags = FrontValue::List(vec![text("рэкі"), text("a: b")]);
    let keys = [
        ("lang", text("be")),
        ("tags", tags.clone()),
        ("old", tags.clone()),
        ("slug", text("no")),
        ("original", text("https://example.org/a")),
    ];
    assert_eq!(
        set(file, &keys),
        "\u{feff}---\r\ntitle: Word\r\nlang: be # language\r\ntags:\r\n  - рэкі\r\n  - \"a: b\"\r\nold: [рэкі, \"a: b\"]\r\nslug: \"no\"\r\noriginal: \"https://example.org/a\"\r\n---\r\nBody\r\n"
    );
    assert_eq!(
        set("Body\n", &[("date", FrontValue::Plain("2024-05-11".to_owned()))]),
        "---\ndate: 2024-05-11\n---\nBody\n"
    );
    assert_eq!(
        set("+++\ntitle = 'Word'\n\n[extra]\na = 1\n+++\n", &[("lang", text("uk")), ("title", text("Слова"))]),
        "+++\ntitle = 'Слова'\nlang = \"uk\"\n\n[extra]\na = 1\n+++\n"
    );
    assert_eq!(set("---\nempty:\nnext: 1\n---\n", &[("empty", text("now"))]), "---\nempty: now\nnext: 1\n---\n");
}

#[test]
fn set_values_read_back() {
    for head in ["", "---\na: 1\n---\n", "+++\na = 1\n+++\n"] {
        for words in [
            "plain",
            "yes",
            "1.5",
            "2024-05-11",
            "a: b",
            "#",
            "- x",
            "'",
            "\"",
            "[x]",
            " ends ",
            "Слова",
            "а\nб",
            "\u{1}",
            "%",
            "@x",
            "null",
            "~",
        ] {
            let list = FrontValue::List(vec![text(words), text("b")]);
            let written = set(&format!("{head}Body\n"), &[("one", text(words)), ("all", list.clone())]);
            let read = front_matter(&format().parse("a", written.clone()).value);
            assert_eq!(read.get("one"), Some(&text(words)), "{written}");
            assert_eq!(read.get("all"), Some(&list), "{written}");
        }
    }
}

#[test]
fn a_unit_is_replaced_as_a_whole_at_the_same_depth() {
    let role = Role::Boilerplate("x".to_owned());
    let file = "Before.\n\n> <!-- role: boilerplate x -->\n> Please *support*\n> [us](/u).\n\nAfter.\n";
    assert_eq!(
        with_unit(file, &role, "Падтрымайце *нас*.\n\nДругі абзац."),
        "Before.\n\n> <!-- role: boilerplate x -->\n> Падтрымайце *нас*.\n>\n> Другі абзац.\n\nAfter.\n"
    );
    assert_eq!(with_unit("---\ntitle: Word\n---\n", &Role::Title, "Слова: 1"), "---\ntitle: \"Слова: 1\"\n---\n");
}

#[test]
fn front_matter_is_read_with_its_lines() {
    let read = front_matter(&article("---\ntitle: Word\ntags: [a, 'b']\n\ndraft: true\nm: {k: v}\n---\n"));
    let lines: Vec<_> = read.entries.iter().map(|entry| (entry.key.as_str(), entry.line)).collect();
    assert_eq!(lines, [("title", 2), ("tags", 3), ("draft", 5), ("m", 6)]);
    assert_eq!(read.get("tags").unwrap().items(), ["a", "b"]);
    assert_eq!(read.get("draft"), Some(&FrontValue::Plain("true".to_owned())));
    assert_eq!(read.get("m"), Some(&FrontValue::Map(vec![("k".to_owned(), text("v"))])));
    assert_eq!(read.text("title"), Some("Word"));
}

#[test]
fn a_sentence_is_found_in_the_file_with_its_markup() {
    let file = "---\ntitle: 'It''s on. Now.'\n---\n> One &amp; *two*.\n> **Three**\n> \\* four. [Five](/u 'x').\n";
    let article = article(file);
    for (unit, words, expected) in [
        (0, "It's on.", "It''s on."),
        (0, "Now.", "Now."),
        (1, "One & two.", "One &amp; *two*."),
        (1, "&", "&amp;"),
        (1, "Three * four.", "**Three**\n> \\* four."),
        (1, "* four.", "\\* four."),
        (1, "Five.", "[Five](/u 'x')."),
        (2, "x", "x"),
    ] {
        let prose = &article.units[unit].text.prose;
        let start = prose.find(words).unwrap();
        assert_eq!(&file[file_span(&article, unit, &(start..start + words.len()))], expected);
    }
    assert_eq!(file_span(&article, 9, &(0..1)), 0..0);
}

#[test]
fn byte_order_mark_line_ends_and_a_missing_final_newline_are_preserved() {
    for file in [
        "\u{feff}# Word\r\n\r\nOne\r\ntwo",
        "\u{feff}---\r\ntitle: a\r\n---\r\nOne",
        "",
        "\n",
        "\u{feff}",
        "---\n",
        "---\n---",
        "<<<<<<< a\n=======\n>>>>>>> b\n",
    ] {
        assert_eq!(roundtrip(file), Ok(()), "{file:?}");
    }
}

#[test]
fn a_misplaced_slot_is_detected() {
    let valid = article("One *two* three.\n\nFour ![five](p.png) six.\n");
    assert_eq!(covers(&valid), Ok(()));
    for spoil in [0, 1, 2, 3, 4] {
        let mut invalid = valid.clone();
        let slots = &mut invalid.skeleton.slots;
        match spoil {
            0 => slots[0].span.end += 1,
            1 => slots[0].map[1].1.start += 1,
            2 => slots[0].codes.swap(0, 1),
            3 => slots[2].span.start -= 6,
            _ => invalid.units[0].text.prose.replace_range(0..1, "Z"),
        }
        assert!(covers(&invalid).is_err(), "{spoil}");
    }
}

#[test]
fn deep_nesting_is_harmless() {
    for piece in ["> ", "*", "**a ", "[", "![", "- ", "1. ", "<b>", "`", "(", "[^1]"] {
        assert_eq!(roundtrip(&piece.repeat(10_000)), Ok(()), "{piece}");
        assert_eq!(roundtrip(&(piece.repeat(10_000) + "word" + &"](u)".repeat(10_000))), Ok(()), "{piece}");
    }
    for piece in [
        "<p>",
        "</p>",
        "<b>a",
        "</b>",
        "<svg>a",
        "<svg>",
        "<code>",
        "<!--",
        "{{",
        "{%",
        "<img alt=a ",
        "<i title='",
        "<br>",
        "&lt",
        "<script>",
        "</script",
        "<p translate=no>",
        "<a><b></a>",
        "<",
    ] {
        assert_eq!(roundtrip(&format!("<div>a\n{}", piece.repeat(10_000))), Ok(()), "{piece}");
    }
    let endless = ">".repeat(200_000) + "\n" + &"a\n".repeat(200_000);
    assert_eq!(roundtrip(&endless), Ok(()));
    let read = format().parse("a", endless);
    assert_eq!(read.findings[0].rule(), "too-deep");
}
