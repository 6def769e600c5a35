//! What stands within a block: numbers above the line, embeds, names side by side, copies.

use super::{body, html, reasons};

const LONG: &str = "The ferry company has bought a second anchor, eleven years after it lost the first one in the \
                    middle of the river and two weeks after somebody found it again.";

#[test]
fn a_number_above_or_below_the_line_stays_there() {
    for (markup, wanted) in [
        ("10<sup>6</sup> kilograms", "10⁶ kilograms"),
        ("10<sup>−6</sup> g", "10⁻⁶ g"),
        ("40 m<sup>2</sup>", "40 m²"),
        ("H<sub>2</sub>O and CO<sub>2</sub>", "H₂O and CO₂"),
        ("the 1<sup>st</sup> ferry", "the 1st ferry"),
        ("10<sup>2,5</sup>", "10^2,5"),
        ("in Prykladny.<sup><a href=\"#fn-1\">1</a></sup> It", "in Prykladny.¹ It"),
        ("in Prykladny.<sup>[1]</sup>", "in Prykladny.\\[1]"),
    ] {
        let scraped = html(&format!("<article><h1>A second anchor</h1><p>{LONG}</p><p>{markup}</p></article>"));
        assert!(body(&scraped).ends_with(&format!("\n\n{wanted}")), "{}", body(&scraped));
    }
}

#[test]
fn every_embed_is_listed_and_parts_no_paragraph() {
    for (markup, wanted) in [
        (
            "<iframe src=\"https://video.example/e/1\" title=\"The pier\"></iframe>",
            "The pier https://video.example/e/1",
        ),
        ("<iframe></iframe>", "iframe"),
        ("<video><source src=\"pier.mp4\" type=\"video/mp4\"></video>", "pier.mp4"),
        ("<audio src=\"pier.mp3\"></audio>", "pier.mp3"),
        ("<embed src=\"map.swf\">", "map.swf"),
        ("<amp-youtube data-videoid=\"xyz\" layout=responsive></amp-youtube>", "xyz"),
    ] {
        let scraped = html(&format!("<article><h1>A second anchor</h1><p>{LONG} {markup} Nobody knows.</p></article>"));
        assert_eq!(reasons(&scraped), [("embedded", wanted)], "{markup}");
        assert_eq!(body(&scraped), format!("{LONG} Nobody knows."), "{markup}");
        assert_eq!(scraped.words, scraped.kept_words + scraped.left_words);
    }
}

#[test]
fn an_author_a_day_and_a_counter_need_no_space_between_them() {
    let scraped = html(&format!(
        "<article><h1>A second anchor</h1><div><span class=author>Harbour Desk</span><span class=date>11 February 2024</span>\
         <span class=views>1482 views</span></div><p>{LONG}</p></article>"
    ));
    assert_eq!(scraped.article.author.as_deref(), Some("Harbour Desk"));
    assert_eq!(scraped.article.date.as_deref(), Some("2024-02-11"));
    assert_eq!(body(&scraped), LONG);
}

#[test]
fn a_day_with_a_time_of_the_day_is_left_out_however_that_is_written() {
    for time in ["17 March 2022 08.00 GMT", "17 March 2022 08:00", "17 March 2022, 8.05"] {
        let scraped =
            html(&format!("<article><h1>A second anchor</h1><p><time>{time}</time></p><p>{LONG}</p></article>"));
        assert_eq!((scraped.article.date.as_deref(), body(&scraped).as_str()), (Some("2022-03-17"), LONG), "{time}");
    }
}

#[test]
fn a_copy_of_the_text_and_a_quotation_that_repeats_a_sentence_are_left_out() {
    let copies = html(&format!(
        "<div class=mobile-only><h1>A second anchor</h1><p>{LONG}</p></div><div class=desktop-only><h1>A second anchor</h1><p>{LONG}</p></div>"
    ));
    assert_eq!(body(&copies), LONG);
    assert_eq!(copies.dropped_prose, 0);
    let quote = "eleven years after it lost the first one in the middle of the river";
    let pulled =
        html(&format!("<article><h1>A second anchor</h1><p>{LONG}</p><blockquote>{quote}</blockquote></article>"));
    assert_eq!((body(&pulled).as_str(), reasons(&pulled)), (LONG, vec![("copy", quote)]));
    let short =
        html(&format!("<article><h1>A second anchor</h1><p>{LONG}</p><p>Yes.</p><p>No.</p><p>Yes.</p></article>"));
    assert!(body(&short).ends_with("Yes.\n\nNo.\n\nYes."));
}

#[test]
fn a_call_to_report_mistakes_is_furniture_and_a_sentence_about_mistakes_is_not() {
    for (call, sentence) in [
        (
            "Заўважылі памылку? Вылучыце яе і націсніце Ctrl+Enter",
            "Знайшлі памылку ў разліках інжынераў, сказалі ў порце.",
        ),
        ("Нашли ошибку? Выделите её и нажмите Ctrl+Enter.", "Нашли ошибку в расчётах инженеров, сказали в порту."),
        (
            "Якщо ви помітили помилку, виділіть її та натисніть Ctrl+Enter",
            "Знайшли помилку в розрахунках інженерів, сказали в порту.",
        ),
    ] {
        let scraped = html(&format!(
            "<article><h1>A second anchor</h1><p>{LONG}</p><p>{sentence}</p><p>{LONG} So.</p><p>{call}</p></article>"
        ));
        assert!(body(&scraped).contains(sentence) && !body(&scraped).contains("Ctrl"), "{}", body(&scraped));
    }
}
