//! Scraped articles written as Markdown read back with the same words.

use std::sync::Arc;

use proptest::prelude::*;
use pulldown_cmark::{Event, Options, Parser, Tag, TagEnd};
use saphyr_parser::{Event as Yaml, Parser as YamlParser};
use tolmach::source::scrape::{Block, BlockKind, Image, Link, Run, ScrapedArticle, Style, to_markdown};

fn options() -> Options {
    Options::ENABLE_TABLES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_HEADING_ATTRIBUTES
        | Options::ENABLE_YAML_STYLE_METADATA_BLOCKS
}

/// The words of a file's blocks as rendered from Markdown, one line per block.
fn read(file: &str) -> Vec<String> {
    let mut out = vec![String::new()];
    let mut front_matter = false;
    for event in Parser::new_ext(file, options()) {
        let last = out.last_mut().unwrap();
        match event {
            Event::Start(Tag::MetadataBlock(_)) => front_matter = true,
            Event::End(TagEnd::MetadataBlock(_)) => front_matter = false,
            Event::Text(text) | Event::Code(text) if !front_matter => last.push_str(&text),
            Event::SoftBreak | Event::HardBreak | Event::Start(Tag::Image { .. }) | Event::End(TagEnd::Image) => {
                last.push(' ');
            }
            Event::Start(Tag::Paragraph | Tag::Heading { .. } | Tag::Item | Tag::TableCell | Tag::CodeBlock(_)) => {
                out.push(String::new());
            }
            Event::TaskListMarker(_) | Event::FootnoteReference(_) | Event::Rule => last.push_str("NOT TEXT"),
            Event::InlineHtml(html) => last.extend(["HTML", &html]),
            _ => {}
        }
    }
    let lines = out.iter().map(|line| line.split_whitespace().collect::<Vec<_>>().join(" "));
    lines.filter(|line| !line.is_empty()).collect()
}

fn written(runs: &[Run]) -> String {
    let all: String = runs
        .iter()
        .map(|run| match run {
            Run::Text { text, .. } => text.clone(),
            Run::Image(image) => format!(" {} ", image.alt),
            Run::Break => " ".to_owned(),
        })
        .collect();
    all.split_whitespace().collect::<Vec<_>>().join(" ")
}

fn article(blocks: Vec<(BlockKind, Vec<Run>)>) -> ScrapedArticle {
    let blocks =
        blocks.into_iter().enumerate().map(|(at, (form, runs))| Block { line: at + 1, form, quoted: false, runs });
    ScrapedArticle { title: "T".to_owned(), blocks: blocks.collect(), ..ScrapedArticle::default() }
}

/// Prose with every character that is significant in Markdown.
fn prose() -> impl Strategy<Value = String> {
    let part = prop::sample::select(vec![
        "a",
        "word",
        "Мінск",
        " ",
        " ",
        "*",
        "**",
        "_",
        "__",
        "`",
        "``",
        "[",
        "]",
        "(",
        ")",
        "!",
        "<",
        ">",
        "<b>",
        "</b>",
        "<!--",
        "&",
        "&amp;",
        "&copy",
        ";",
        "#",
        "# ",
        "-",
        "- ",
        "+ ",
        "1.",
        "1. ",
        "12) ",
        "=",
        "===",
        "---",
        "~",
        "~~",
        "\\",
        "|",
        "{",
        "}",
        "[x] ",
        "[^1]",
        "]: ",
        "](",
        "http://example.org",
        ":",
        ": ",
        "\"",
        "'",
        "“",
        "”",
        "—",
        "$",
        "^",
        "\u{a0}",
        "é",
        "e\u{301}",
        "@",
        "🙂",
        ".",
        ",",
    ]);
    prop::collection::vec(part, 1..14).prop_map(|parts| parts.concat())
}

fn run() -> impl Strategy<Value = Run> {
    let style = (any::<bool>(), any::<bool>(), any::<bool>(), 0..8_u8, 0..6_u8).prop_map(
        |(strong, emphasis, strike, code, link)| Style {
            strong,
            emphasis,
            strike,
            code: code == 0,
            link: (link == 0)
                .then(|| Arc::new(Link { href: "/a b(c)&amp;d".to_owned(), title: "a \"t\" & <b>".to_owned() })),
        },
    );
    prop_oneof![
        8 => (prose(), style).prop_map(|(text, style)| Run::Text { text, style }),
        1 => prose().prop_map(|alt| Run::Image(Image { src: "a.png".to_owned(), alt, title: String::new() })),
        1 => Just(Run::Break),
    ]
}

fn blocks() -> impl Strategy<Value = Vec<(BlockKind, Vec<Run>)>> {
    let form = prop::sample::select(vec![
        BlockKind::Paragraph,
        BlockKind::Heading(2),
        BlockKind::Item { depth: 0, number: None, first: true },
        BlockKind::Item { depth: 1, number: Some(7), first: true },
        BlockKind::Item { depth: 0, number: None, first: false },
        BlockKind::Caption,
        BlockKind::Credit,
        BlockKind::Boilerplate("donate".to_owned()),
    ]);
    prop::collection::vec((form, prop::collection::vec(run(), 1..5)), 1..5)
}

proptest! {
    #![proptest_config(crate::support::config(500))]

    #[test]
    fn every_block_reads_back_as_its_words(blocks in blocks()) {
        let file = to_markdown(&article(blocks.clone()));
        let expected: Vec<String> = blocks.iter().map(|(_, runs)| written(runs)).collect();
        prop_assert_eq!(read(&file).join(" "), expected.join(" ").split_whitespace().collect::<Vec<_>>().join(" "), "{}", file);
    }

    #[test]
    fn every_cell_of_a_table_reads_back_as_its_words(cells in prop::collection::vec(prop::collection::vec(run(), 1..4), 4)) {
        let forms = (0..4).map(|at| BlockKind::Cell { table: 1, row: at / 2, column: at % 2 });
        let file = to_markdown(&article(forms.zip(cells.clone()).collect()));
        let expected: Vec<String> = cells.iter().map(|runs| written(runs)).filter(|text| !text.is_empty()).collect();
        prop_assert_eq!(read(&file), expected, "{}", file);
    }

    #[test]
    fn the_front_matter_is_yaml_with_the_same_values(title in ".{0,40}", bio in prop::sample::select(vec![
        "a: b", "- x", "#tag", "a #b", "'quoted'", "\"q\"", "true", "No", "12", "2024-03-05", "[x]", "a\\b", "x:", "?", "| x", "é\u{2028}", "@a", "%", "!t", "&a", "*a", "> x", "a\tb",
    ])) {
        let title = title.split_whitespace().collect::<Vec<_>>().join(" ");
        let article = ScrapedArticle { title: title.clone(), bio: Some(bio.to_owned()), tags: vec!["a, b".to_owned(), "c".to_owned()], ..ScrapedArticle::default() };
        let file = to_markdown(&article);
        let yaml = file.strip_prefix("---\n").unwrap().split_once("\n---\n").unwrap().0;
        let mut scalars = Vec::new();
        for event in YamlParser::new_from_str(yaml) {
            if let (Yaml::Scalar(value, ..), _) = event.map_err(|error| TestCaseError::fail(format!("{error}: {yaml}")))? {
                scalars.push(value.into_owned());
            }
        }
        prop_assert_eq!(scalars, ["title", &title, "tags", "a, b", "c", "bio", bio]);
    }
}

#[test]
fn a_file_is_laid_out_as_people_write_it() {
    let text = |text: &str| vec![Run::Text { text: text.to_owned(), style: Style::default() }];
    let image = vec![Run::Image(Image { src: "a.png".to_owned(), alt: "An anchor".to_owned(), title: String::new() })];
    let file = to_markdown(&article(vec![
        (BlockKind::Paragraph, text("As it was [sic] in snake_case, AT&T, 2 > 1.")),
        (BlockKind::Picture, image),
        (BlockKind::Caption, text("An anchor.")),
        (BlockKind::Credit, text("Image: Museum")),
        (BlockKind::Boilerplate("donate".to_owned()), text("Please donate.")),
        (BlockKind::Boilerplate("donate".to_owned()), text("Thank you.")),
    ]));
    let expected = "---\ntitle: T\n---\n\nAs it was [sic] in snake_case, AT&T, 2 > 1.\n\n![An anchor](a.png)\nAn anchor.\n\
                    Image: Museum\n\n<!-- role: boilerplate donate -->\nPlease donate.\nThank you.\n";
    assert_eq!(file, expected);
}
