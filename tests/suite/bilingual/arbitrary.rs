//! Strategies for arbitrary texts, articles and translations.

use std::collections::{BTreeMap, HashMap};

use proptest::{collection::vec, option, prelude::*};
use tolmach::model::{
    Approval, Article, Code, CodeKind, CodeName, Despite, Leverage, Obsolete, Origin, Role, SegmentId, State, Target,
    Text, Translation,
};

use super::support::{article_of, locale, remark};

/// Prose that is hard to write: markup, references, characters that XML cannot hold, white space.
fn prose() -> impl Strategy<Value = String> {
    let hard = [
        "<", "&", ">", "]]>", "&lt;", "\"", "'", "\0", "\u{b}", "\u{FFFE}", "\r", "\r\n", "\n", "\t", "\u{A0}", " ",
        "%", ";",
    ];
    prop_oneof![3 => "[a-zа-яЎў’«»—.,? -]{1,12}", 1 => proptest::sample::select(hard.to_vec()).prop_map(str::to_owned)]
}

const NAMES: [CodeName; 5] =
    [CodeName::Emphasis, CodeName::Strong, CodeName::Link, CodeName::CodeSpan, CodeName::Break];

/// Prose with codes in any order: nested, crossing, repeated, unpaired.
pub fn any_text() -> impl Strategy<Value = Text> {
    let code = (0..5_u32, 0..3_u8);
    vec(prop_oneof![2 => prose().prop_map(Ok), 1 => code.prop_map(Err)], 1..8).prop_map(|pieces| {
        let opened: Vec<u32> =
            pieces.iter().filter_map(|p| p.as_ref().err()).filter(|p| p.1 == 0).map(|p| p.0).collect();
        let mut text = Text::default();
        for piece in pieces {
            match piece {
                Ok(prose) => text.prose.push_str(&prose),
                Err((number, kind)) => {
                    let kind = [CodeKind::Open, CodeKind::Close, CodeKind::Single][kind as usize];
                    let has_name = kind != CodeKind::Close || opened.contains(&number);
                    let name = if has_name { NAMES[number as usize] } else { CodeName::Other };
                    text.codes.push((text.prose.len(), Code { id: number + 1, kind, name, markup: String::new() }));
                }
            }
        }
        text
    })
}

fn any_origin() -> impl Strategy<Value = Origin> {
    let name = "[a-zА-Я;%= \u{A0}\t]{0,8}";
    prop_oneof![
        Just(Origin::Human { by: None }),
        name.prop_map(|by| Origin::Human { by: Some(by) }),
        name.prop_map(|engine| Origin::Machine { engine }),
        Just(Origin::Source),
        Just(Origin::Memory { leverage: Leverage::InContext }),
        Just(Origin::Memory { leverage: Leverage::Exact }),
        (0..=100_u8).prop_map(|percent| Origin::Memory { leverage: Leverage::Fuzzy(percent) }),
    ]
}

fn any_state() -> impl Strategy<Value = State> {
    proptest::sample::select(vec![State::Initial, State::Translated, State::Reviewed, State::Final])
}

pub fn any_target() -> impl Strategy<Value = Target> {
    let despite =
        proptest::collection::btree_set(proptest::sample::select(vec![Despite::Drafts, Despite::Findings]), 0..3);
    let approval = ("[a-zА-Я;%&<\" ]{0,8}", "2022-0[1-9]-22", despite).prop_map(|(by, date, despite)| Approval {
        by,
        date,
        despite,
    });
    // White space alone is no translation.
    let text = any_text().prop_filter("blank", |text| !text.codes.is_empty() || !text.prose.trim().is_empty());
    (text, any_state(), any_origin(), option::weighted(0.2, any_text()), option::weighted(0.2, approval)).prop_map(
        |(text, state, origin, stale, approval)| {
            let earlier_state = stale.as_ref().map(|_| state);
            let state = if stale.is_some() { State::Initial } else { state };
            Target { text, state, origin, stale, written_for: None, earlier_state, approval }
        },
    )
}

/// A sentence of few words, so that articles have sentences in common.
fn sentence() -> impl Strategy<Value = Text> {
    let words = ["Minsk", "keeps", "its", "army", "at home", "& never", "says so"];
    let few = vec(proptest::sample::select(words.to_vec()), 1..5).prop_map(|words| Text::plain(words.join(" ")));
    prop_oneof![4 => few, 1 => any_text()]
}

fn role() -> impl Strategy<Value = Role> {
    proptest::sample::select(vec![
        Role::Title,
        Role::Paragraph,
        Role::Caption,
        Role::Byline,
        Role::Boilerplate("donate".to_owned()),
        Role::Meta("summary".to_owned()),
    ])
}

pub fn any_article() -> impl Strategy<Value = Article> {
    vec((role(), vec(sentence(), 1..4)), 0..6).prop_map(article_of)
}

/// The article and an edited version of it: units removed, added, moved.
pub fn edited(article: Article) -> impl Strategy<Value = (Article, Article)> {
    let units: Vec<(Role, Vec<Text>)> = article
        .units
        .iter()
        .map(|unit| (unit.role.clone(), unit.segments.iter().map(|segment| unit.text_of(segment)).collect()))
        .collect();
    let count = units.len();
    (vec((role(), vec(sentence(), 1..4)), 0..3), proptest::sample::subsequence(units, 0..=count), any::<u64>())
        .prop_map(move |(new, mut remaining, mut seed)| {
            for unit in new {
                let at = usize::try_from(seed % (remaining.len() as u64 + 1)).unwrap();
                seed /= 7;
                remaining.insert(at, unit);
            }
            if seed % 3 == 0 {
                remaining.reverse();
            }
            (article.clone(), article_of(remaining))
        })
}

/// A translation of some of the article's segments, with obsolete entries.
pub fn any_translation(article: &Article) -> impl Strategy<Value = Translation> + use<> {
    let ids: Vec<SegmentId> = article.segments().map(|(_, segment)| segment.id).collect();
    let has_unit = article.translated().next().is_some();
    let targets = vec(option::of(any_target()), ids.len());
    let obsolete = (1..4_u64, 1..3_u32, role(), any_text(), any_target()).prop_map(
        |(digest, occurrence, role, source, target)| {
            let remarks = if digest == 1 { vec![remark("Ніна", "Куды?")] } else { Vec::new() };
            Obsolete { id: SegmentId { digest, occurrence }, role, source, target, remarks }
        },
    );
    (targets, vec(obsolete, 0..3)).prop_map(move |(targets, obsolete)| {
        let remarks = ids.iter().filter(|id| id.digest.is_multiple_of(5)).map(|id| {
            let by = ["", "Ніна & <Ко>", "rev"][usize::try_from(id.digest / 5 % 3).unwrap()];
            (*id, vec![remark(by, &format!("Заўвага <{id}>\n& яшчэ")), remark("desk", "Так?")])
        });
        let remarks: BTreeMap<_, _> = remarks.collect();
        let pairs = ids.iter().zip(targets).filter_map(|(id, target)| Some((*id, target?)));
        let targets: BTreeMap<_, _> = pairs.collect::<HashMap<_, _>>().into_iter().collect();
        let fixed_slug = (has_unit && targets.len().is_multiple_of(2)).then(|| "vojska-doma".to_owned());
        Translation { locale: locale("be"), targets, remarks, obsolete, fixed_slug }
    })
}

pub fn article_and_translation() -> impl Strategy<Value = (Article, Translation)> {
    any_article().prop_flat_map(|article| {
        let translation = any_translation(&article);
        (Just(article), translation)
    })
}

/// An article with its translation, and a later version of both.
pub fn earlier_and_later() -> impl Strategy<Value = (Article, Translation, Article, Translation)> {
    any_article().prop_flat_map(edited).prop_flat_map(|(earlier, later)| {
        let (before, after) = (any_translation(&earlier), any_translation(&later));
        (Just(earlier), before, Just(later), after)
    })
}
