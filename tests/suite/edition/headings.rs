//! Ids of headings: those of the article, in every language.

use tolmach::{model::State, source::html as render};

use super::{House, article, assembled, house, translation};

/// The ids in an HTML text, in order.
fn ids(html: &str) -> Vec<&str> {
    html.split("<h").skip(1).filter_map(|part| part.split_once(" id=\"")?.1.split('"').next()).collect()
}

#[test]
fn a_headings_id_is_the_one_that_github_and_hugo_give_it() {
    for (markdown, expected) in [
        ("## More text\n", vec!["more-text"]),
        ("## More text", vec!["more-text"]),
        ("## More text ##\n", vec!["more-text"]),
        ("More\ntext\n====\n", vec!["more-text"]),
        ("> ## In a quote\n", vec!["in-a-quote"]),
        ("- ## In a list\n", vec!["in-a-list"]),
        ("## What's *new* in `v1.2`?\n", vec!["whats-new-in-v12"]),
        ("## See [the map](a.md) – 2022\n", vec!["see-the-map--2022"]),
        ("## See [the map][]\n\n[the map]: a.md\n", vec!["see-the-map"]),
        ("## Пад Мінскам, у ліпені\n", vec!["пад-мінскам-у-ліпені"]),
        ("## snake_case and kebab-case\n", vec!["snake_case-and-kebab-case"]),
        ("## A\n\n## A\n\n## A-1\n\n## A\n", vec!["a", "a-1", "a-1-1", "a-2"]),
        ("## A {#b}\n\n## B\n\n## C{#d .e}\n", vec!["b", "b-1", "d"]),
        ("## ![A picture](a.png) and text\n", vec!["and-text"]),
        ("## ???\n\n##\n\ntext\n", vec![]),
        ("```\n## Code\n```\n", vec![]),
    ] {
        assert_eq!(ids(&render(markdown, &[], &[])), expected, "{markdown}");
    }
    assert!(render("## A {#b}\n", &[], &[]).contains("<h2 id=\"b\">A</h2>"));
}

#[test]
fn a_translated_heading_has_the_id_of_the_article() {
    let file = "---\ntitle: A\n---\nGo to [the end](#more-text).\n\n## More text\n\n## More text ##\n\nMore *text*\n---\n\n## Own {#mine}\n\n- ## `code` \\";
    let article = article(file);
    let pairs =
        [("A", "А"), ("Go to the end.", "Глядзіце |канец|."), ("More text", "Працяг"), ("Own {#mine}", "Свой {#mine}")];
    for pairs in [&pairs[..], &pairs[..2]] {
        let translation = translation(&article, "be", State::Final, pairs);
        let house = House { missing: tolmach::edition::Missing::Source, ..house() };
        let edition = assembled(&article, &translation, &house).unwrap();
        assert_eq!(
            ids(&edition.body),
            ["more-text", "more-text-1", "more-text-2", "mine", "code-"],
            "{}",
            edition.body
        );
        assert!(edition.body.contains("<a href=\"#more-text\">") && !edition.body.contains("tolmach"));
        assert!(!edition.text.contains("more-text}") && !edition.text.contains("<!--"), "{}", edition.text);
        let written = assembled(&article, &translation, &House { heading_ids: true, ..house }).unwrap();
        assert_eq!(written.body, edition.body);
        for id in [" {#more-text}\n", " ## {#more-text-1}\n", " {#more-text-2}\n---\n", " {#mine}\n", " {#code-}"] {
            assert_eq!(written.text.matches(id).count(), 1, "{id} in {}", written.text);
        }
        // The text without them is the same.
        let without = ["more-text", "more-text-1", "more-text-2", "code-"]
            .iter()
            .fold(written.text.clone(), |text, id| text.replacen(&format!(" {{#{id}}}"), "", 1));
        assert_eq!(without, edition.text);
    }
}

#[test]
fn a_heading_that_is_left_out_takes_its_id_along() {
    let file = "---\ntitle: A\n---\n<!-- role: boilerplate donate -->\n> ## Please\n>\n> ## Support us ##\n\n## Then\n";
    let article = article(file);
    let translation = translation(&article, "be", State::Final, &[("A", "А"), ("Then", "Потым")]);
    let edition = assembled(&article, &translation, &House { heading_ids: true, ..house() }).unwrap();
    assert!(ids(&edition.body) == ["please", "then"] && !edition.body.contains("support-us"), "{}", edition.body);
    assert!(!edition.text.contains("support-us") && edition.text.contains("Потым {#then}"), "{}", edition.text);
}
