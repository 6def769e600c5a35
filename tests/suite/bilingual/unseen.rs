//! Changes of the source that no reader sees: the translation and its approval hold.

use std::collections::BTreeMap;

use tolmach::{
    bilingual::{MergeOutcome, looks_alike, refresh, same},
    model::{Approval, Article, Role, State, Target, Text},
};

use super::{
    merging::{by_editor, merge_returned},
    support::*,
};
use crate::cases;

struct Change {
    place: String,
    is_unseen: bool,
    before: Text,
    after: Text,
}

fn changes() -> Vec<Change> {
    let read = |cell: &str| text(&cell.replace('⍽', "\u{A0}").replace('▫', "\u{200B}"));
    let change = |row: &cases::Located<[String; 3]>| Change {
        place: row.place().to_string(),
        is_unseen: match row[0].as_str() {
            "unseen" => true,
            "seen" => false,
            other => panic!("{}: `{other}` is neither seen nor unseen", row.place()),
        },
        before: read(&row[1]),
        after: read(&row[2]),
    };
    cases::tsv("formats/unseen.tsv").iter().map(change).collect()
}

fn article_with(sentence: &Text) -> Article {
    let neighbours = ["The first sentence stays.", "The last one, too."].map(Text::plain);
    let [first, last] = neighbours;
    article_of(vec![(Role::Paragraph, vec![first, sentence.clone(), last])])
}

fn approved() -> Target {
    let approval = Some(Approval::new("Ніна".to_owned(), "2022-03-22".to_owned()));
    Target { state: State::Final, approval, ..human("Пераклад.") }
}

#[test]
fn a_reader_sees_a_difference_or_sees_none_whichever_text_was_first() {
    for change in changes() {
        for (one, other) in [(&change.before, &change.after), (&change.after, &change.before)] {
            assert_eq!(looks_alike(one, other), change.is_unseen, "{}: {one:?} → {other:?}", change.place);
        }
        assert!(looks_alike(&change.before, &change.before));
    }
}

#[test]
fn an_approval_holds_exactly_where_no_reader_sees_the_change_and_the_change_is_noted() {
    for change in changes() {
        let (before, after) = (article_with(&change.before), article_with(&change.after));
        let [old_id, new_id] = [&before, &after].map(|article| article.units[0].segments[1].id);
        let mut ours = translation(&before, &[]);
        ours.targets = BTreeMap::from([(old_id, approved())]);
        let carried = refresh(&after, &locale("be"), &read(&write(&before, &ours)));
        let target = &carried.targets.get(&new_id).unwrap_or_else(|| panic!("{}: it is gone", change.place));
        if !change.is_unseen {
            let is_same_id = old_id == new_id;
            assert_eq!(target.is_stale(), !is_same_id, "{}", change.place);
            continue;
        }
        assert_eq!((target.state, &target.approval), (State::Final, &approved().approval), "{}", change.place);
        let is_noted = target.written_for.as_ref().is_some_and(|old| same(old, &change.before));
        assert_eq!(is_noted, !same(&change.before, &change.after), "{}", change.place);
        // The file has the new source, and remembers the old one until it is back.
        let file = write(&after, &carried);
        assert_eq!(file.contains("Source when translated: "), is_noted, "{file}");
        assert_eq!(refresh(&after, &locale("be"), &read(&file)), carried, "{}", change.place);
        let returned = refresh(&before, &locale("be"), &read(&file));
        assert_eq!(returned.targets[&old_id], approved(), "{}", change.place);
    }
}

#[test]
fn an_edit_of_the_sentence_as_it_was_is_merged_into_the_sentence_as_it_is() {
    let before = article("paragraph: It's late. | Nobody swims.");
    let after = article("paragraph: It’s late. | Nobody swims.");
    let ours = translation(&before, &[("It's", human("Позна.")), ("Nobody", human("Ніхто."))]);
    let returned = write(&before, &ours).replace("Позна.", "Ужо позна.");
    let current = refresh(&after, &locale("be"), &read(&write(&before, &ours)));
    let merged = merge_returned(&after, &current, &returned);
    assert!(merged.conflicts.is_empty());
    assert_eq!(merged.outcomes.iter().filter(|(_, outcome)| *outcome == MergeOutcome::Edited).count(), 1);
    assert_eq!((merged.not_returned, merged.translation.obsolete.len()), (0, 0));
    let target = &merged.translation.targets[&id(&after, "It’s")];
    let expected = Target { written_for: Some(Box::new(Text::plain("It's late."))), ..by_editor("Ужо позна.") };
    assert_eq!(*target, expected);
    let again = merge_returned(&after, &merged.translation, &returned);
    assert_eq!(again.translation, merged.translation);
}

#[test]
fn each_of_several_equal_sentences_keeps_its_own_translation() {
    let before = article("paragraph: It's late. | One. | It's late. | Two. | It's late.");
    let after = article("paragraph: It’s late. | One. | It’s late. | Two. | It’s late.");
    let mut ours = translation(&before, &[]);
    for (number, segment) in before.units[0].segments.iter().enumerate() {
        ours.targets.insert(segment.id, human(&format!("Пераклад {number}.")));
    }
    let file = write(&before, &ours);
    let carried = refresh(&after, &locale("be"), &read(&file));
    let words = |translation: &tolmach::model::Translation| -> Vec<String> {
        after.units[0].segments.iter().map(|segment| translation.targets[&segment.id].text.prose.clone()).collect()
    };
    let expected: Vec<String> = (0..5).map(|number| format!("Пераклад {number}.")).collect();
    assert_eq!(words(&carried), expected);
    assert!(carried.targets.values().all(|target| target.state == State::Translated && target.stale.is_none()));
    let returned =
        (0..5).fold(file, |file, number| file.replace(&format!("Пераклад {number}."), &format!("Праўка {number}.")));
    let merged = merge_returned(&after, &carried, &returned);
    assert_eq!(words(&merged.translation), (0..5).map(|number| format!("Праўка {number}.")).collect::<Vec<_>>());
}
