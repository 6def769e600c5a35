//! Word-by-word differences.

use proptest::prelude::*;
use tolmach::diff::{ChangeKind, WordChange, words};

use crate::cases;

fn marks(changes: &[WordChange]) -> String {
    let inside = |change: &WordChange| -> String {
        if change.inner.is_empty() {
            return change.text.clone();
        }
        let piece = |piece: &tolmach::diff::ChangePiece| {
            if piece.changed { format!("‹{}›", piece.text) } else { piece.text.clone() }
        };
        change.inner.iter().map(piece).collect()
    };
    let mark = |change: &WordChange| match change.kind {
        ChangeKind::Same => change.text.clone(),
        ChangeKind::Removed => format!("[-{}-]", inside(change)),
        ChangeKind::Added => format!("{{+{}+}}", inside(change)),
    };
    changes.iter().map(mark).collect()
}

fn side(changes: &[WordChange], kind: ChangeKind) -> String {
    changes
        .iter()
        .filter(|change| change.kind == ChangeKind::Same || change.kind == kind)
        .map(|c| c.text.as_str())
        .collect()
}

fn lawful(old: &str, new: &str) {
    let changes = words(old, new);
    assert_eq!(side(&changes, ChangeKind::Removed), old);
    assert_eq!(side(&changes, ChangeKind::Added), new);
    for change in &changes {
        assert!(!change.text.is_empty());
        let inner: String = change.inner.iter().map(|piece| piece.text.as_str()).collect();
        assert!(change.inner.is_empty() || inner == change.text);
    }
    assert!(changes.windows(2).all(|pair| pair[0].kind != pair[1].kind));
}

#[test]
fn differences_are_shown_as_a_reader_sees_them() {
    let mut faults = Vec::new();
    for row in cases::tsv("diff/words.tsv") {
        let [old, new, expected] = &*row;
        let shown = marks(&words(old, new));
        if shown != *expected {
            faults.push(format!("{}: {old} → {new}\n  is     {shown}\n  should {expected}", row.place()));
        }
    }
    assert!(faults.is_empty(), "{}", faults.join("\n"));
}

#[test]
fn texts_without_a_word_in_common_are_compared_in_bounded_time() {
    let old: String = (0..60_000).map(|n| ["слова", &n.to_string(), " "].concat()).collect();
    let new: String = (0..60_000).map(|n| ["word", &(n * 7 % 60_000).to_string(), " "].concat()).collect();
    lawful(&old, &new);
}

#[test]
fn texts_of_few_words_in_disorder_are_compared_in_bounded_time() {
    let text = |seed: u64| -> String {
        let mut state = seed;
        let mut out = String::new();
        for _ in 0..60_000 {
            state = state.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            out.push_str(["раз ", "два ", "тры ", "пяць "][usize::try_from(state >> 62).unwrap()]);
        }
        out
    };
    lawful(&text(1), &text(2));
}

proptest! {
    #![proptest_config(crate::support::config(256))]

    #[test]
    fn unchanged_and_removed_words_are_the_old_text_and_unchanged_and_added_words_the_new(
        old in "[абвў ’'«»\\-\n.5]{0,60}",
        new in "[абвў ’'«»\\-\n.5]{0,60}",
    ) {
        lawful(&old, &new);
    }

    #[test]
    fn any_unicode_text_is_compared_without_loss(old in "\\PC{0,40}", new in any::<String>()) {
        lawful(&old, &new);
    }
}
