//! Compact notations for articles and translations.

use std::collections::{BTreeMap, HashMap};

use sha2::{Digest as _, Sha256};
use tolmach::{
    bilingual::{Bilingual, xliff},
    model::{
        Article, Code, CodeKind, CodeName, Locale, Remark, Role, Segment, SegmentId, Skeleton, State, Target, Text,
        Translation, Unit,
    },
};

pub fn locale(tag: &str) -> Locale {
    tag.parse().unwrap()
}

/// A text with codes: `*emphasis*`, `[a link]`, `^` a break, `{` a link that opens here and closes elsewhere.
pub fn text(notation: &str) -> Text {
    let mut text = Text::default();
    let mut next = 0;
    let mut open: Vec<(char, u32)> = Vec::new();
    for c in notation.chars() {
        let closes = c == ']' || c == '*' && open.last().is_some_and(|(c, _)| *c == '*');
        let (kind, name) = match c {
            '*' => (CodeKind::Open, CodeName::Emphasis),
            '[' | ']' | '{' => (CodeKind::Open, CodeName::Link),
            '^' => (CodeKind::Single, CodeName::Break),
            c => {
                text.prose.push(c);
                continue;
            }
        };
        let (id, kind) = if closes {
            (open.pop().unwrap().1, CodeKind::Close)
        } else {
            next += 1;
            (next, kind)
        };
        if kind == CodeKind::Open && c != '{' {
            open.push((c, id));
        }
        text.codes.push((text.prose.len(), Code { id, kind, name, markup: String::new() }));
    }
    text
}

/// An article from lines such as `paragraph: One sentence. | Another *one*.`
pub fn article(lines: &str) -> Article {
    let units = lines.lines().map(str::trim).filter(|line| !line.is_empty()).map(|line| {
        let (role, sentences) = line.split_once(": ").unwrap();
        let role = Role::parse(role).unwrap_or_else(|| Role::Meta(role.to_owned()));
        (role, sentences.split(" | ").map(text).collect())
    });
    article_of(units.collect())
}

/// An article from its units' roles and sentences.
pub fn article_of(units: Vec<(Role, Vec<Text>)>) -> Article {
    let mut seen: HashMap<u64, u32> = HashMap::new();
    let mut out = Vec::new();
    for (number, (role, sentences)) in units.into_iter().enumerate() {
        let mut whole = Text::default();
        let mut segments = Vec::new();
        for sentence in sentences {
            if !whole.prose.is_empty() {
                whole.prose.push(' ');
            }
            let start = whole.prose.len();
            let shift = whole.codes.iter().map(|(_, code)| code.id).max().unwrap_or(0);
            whole.prose.push_str(&sentence.prose);
            let codes = sentence.codes.iter();
            whole.codes.extend(codes.map(|(at, code)| (start + at, Code { id: code.id + shift, ..code.clone() })));
            let digest = digest(&role, &sentence);
            let occurrence = *seen.entry(digest).and_modify(|count| *count += 1).or_insert(1);
            segments.push(Segment { id: SegmentId { digest, occurrence }, span: start..whole.prose.len() });
        }
        out.push(Unit { id: format!("u-{number}"), role, text: whole, segments, originals: Vec::new() });
    }
    Article { slug: "minsk".to_owned(), locale: locale("en"), units: out, skeleton: Skeleton::default() }
}

fn digest(role: &Role, text: &Text) -> u64 {
    let codes: Vec<_> = text.codes.iter().map(|(at, code)| (at, code.id, code.kind)).collect();
    let hash = Sha256::digest(format!("{}|{}|{codes:?}", role.as_str(), text.prose));
    hash.iter().take(6).fold(0, |sum, byte| sum << 8 | u64::from(*byte))
}

/// The id of the segment that begins with these words.
pub fn id(article: &Article, words: &str) -> SegmentId {
    let found = article.segments().find(|(unit, segment)| unit.text_of(segment).prose.starts_with(words));
    found.unwrap_or_else(|| panic!("no segment begins with {words}")).1.id
}

/// A translation of the segments that begin with these words.
pub fn translation(article: &Article, targets: &[(&str, Target)]) -> Translation {
    let targets: BTreeMap<_, _> = targets.iter().map(|(words, target)| (id(article, words), target.clone())).collect();
    Translation { targets, ..Translation::empty(locale("be")) }
}

pub fn human(notation: &str) -> Target {
    Target::human(text(notation), None)
}

pub fn draft(notation: &str) -> Target {
    Target::draft(text(notation), "pseudo".to_owned())
}

/// What somebody noted; `by` is empty where nobody knows who.
pub fn remark(by: &str, text: &str) -> Remark {
    Remark { by: Some(by.to_owned()).filter(|by| !by.is_empty()), text: text.to_owned() }
}

pub fn approved(notation: &str, state: State) -> Target {
    Target { state, ..human(notation) }
}

pub fn write(article: &Article, translation: &Translation) -> String {
    xliff::write(article, translation, &|_| None, &xliff::XliffSettings::of(article))
}

pub fn update(existing: &str, article: &Article, translation: &Translation) -> String {
    xliff::update(existing, article, translation, &|_| None, &xliff::XliffSettings::of(article)).unwrap()
}

/// Reads a file that must have no findings.
pub fn read(file: &str) -> Bilingual {
    let parsed = xliff::read(file).unwrap_or_else(|error| panic!("{error}\n{file}"));
    assert_eq!(parsed.findings, Vec::new(), "{file}");
    parsed.value
}
