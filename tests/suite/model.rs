//! Positions in a text.

use proptest::prelude::*;
use tolmach::model::{LineIndex, Position};

/// The position, counted naively.
fn counted(text: &str, offset: usize) -> Position {
    let before = &text[..text.floor_char_boundary(offset)];
    let line = before.rsplit('\n').next().unwrap();
    Position { line: 1 + before.matches('\n').count(), column: 1 + line.chars().count() }
}

proptest! {
    #![proptest_config(crate::support::config(64))]

    #[test]
    fn a_position_is_the_line_and_the_column_in_characters(lines in "[aў’\n😀]{0,40}", copies in 1..120_usize, step in 1..90_usize) {
        let text = lines.repeat(copies);
        let index = LineIndex::new(&text);
        for offset in (0..text.len() + 3).step_by(step) {
            prop_assert_eq!(index.position(offset), counted(&text, offset), "{}", offset);
        }
    }
}
