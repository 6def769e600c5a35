//! Pages as newsrooms' systems write them: what an editor would take from each is kept, and next to nothing else.

use serde::Deserialize;
use tolmach::source::scrape::{PageKind, Run, Scraped, scrape};

use super::cues;
use crate::cases;

#[derive(Deserialize)]
struct Wanted {
    keeps: Vec<String>,
    drops: Vec<String>,
    title: Option<String>,
    #[serde(default)]
    listed: Vec<String>,
}

/// The words of an article, each after a single space.
fn words(scraped: &Scraped) -> String {
    let article = &scraped.article;
    let mut texts: Vec<String> = article.standfirst.iter().chain(&article.bio).cloned().collect();
    for block in &article.blocks {
        let text = |run: &Run| match run {
            Run::Text { text, .. } => text.clone(),
            Run::Image(_) | Run::Break => " ".to_owned(),
        };
        texts.push(block.runs.iter().map(text).collect());
    }
    plain(&texts.join(" "))
}

fn plain(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// How many of some lines an article has, and how many there are.
#[derive(Default)]
struct Share {
    found: usize,
    all: usize,
    /// The others, each with its page.
    others: Vec<String>,
}

impl Share {
    fn add(&mut self, page: &str, line: &str, is_found: bool) {
        self.all += 1;
        self.found += usize::from(is_found);
        if !is_found {
            self.others.push(format!("{page}: {line}"));
        }
    }

    /// What is wrong if fewer of a thousand are found.
    fn fault(&self, what: &str, least: usize) -> Option<String> {
        let share = self.found * 1_000 / self.all;
        (share < least).then(|| format!("{what}: {share} of 1,000\n{}\n", self.others.join("\n")))
    }
}

#[test]
fn the_articles_of_newsrooms_pages_are_kept_and_most_of_the_rest_is_not() {
    let cues = cues();
    let [mut kept, mut dropped, mut titled, mut listed] = std::array::from_fn(|_| Share::default());
    let pages = cases::files("pages", &["html"]);
    assert!(pages.len() >= 60, "{pages:?}");
    for path in pages {
        let scraped = scrape(&cases::text(&path), PageKind::Auto, &cues);
        let wanted: Wanted = cases::table(&path.replace(".html", ".toml"));
        let article = words(&scraped);
        for line in &wanted.keeps {
            kept.add(&path, line, article.contains(&plain(line)));
        }
        for line in &wanted.drops {
            dropped.add(&path, line, !article.contains(&plain(line)));
        }
        if let Some(title) = &wanted.title {
            titled.add(&path, title, plain(&scraped.article.title) == plain(title));
        }
        let out: Vec<&str> = scraped.left_out.iter().map(|left| left.text.as_str()).collect();
        for embed in &wanted.listed {
            listed.add(&path, embed, format!("{} {article}", out.join(" ")).contains(embed));
        }
        assert!(scraped.has_sentence(), "{path}");
        assert_eq!(scraped.words, scraped.kept_words + scraped.left_words, "{path}");
    }
    // What the rules reach; the figures may only rise.
    let faults = [
        kept.fault("kept", 989),
        dropped.fault("left out", 748),
        titled.fault("titles", 974),
        listed.fault("embeds", 818),
    ];
    let faults: String = faults.into_iter().flatten().collect();
    assert!(faults.is_empty(), "{faults}");
}
