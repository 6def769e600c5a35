//! Pages and what is recovered from them.
use tolmach::source::scrape::{Cues, PageKind, scrape, to_markdown};

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

#[test]
fn throwaway() {
    let Ok(path) = std::env::var("PAGE") else { return };
    let page = std::fs::read_to_string(path).unwrap();
    let start = std::time::Instant::now();
    let cues = cues();
    let got = scrape(&page, PageKind::Auto, &cues);
    let md = to_markdown(&got.article);
    println!("{:?}", start.elapsed());
    println!("{}", tolmach::model::clip(&md, 12000));
    for left in got.left_out.iter().take(60) {
        println!("line {}: {}: {}", left.line, left.reason, tolmach::model::clip(&left.text, 120));
    }
    println!("{} = {} + {}", got.words, got.kept_words, got.left_words);
}
