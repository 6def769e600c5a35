//! A limit on nesting that no article reaches: the parser checks every open quote and list on every line.

use crate::model::cut;

/// Maximum number of container checks by the parser: about a second.
const MAX_CHECKS: usize = 1_000_000_000;

/// Whether parsing the text of a file from byte `body` on would take too long.
pub(super) fn is_too_deep(file: &str, body: usize) -> bool {
    too_deep(cut(file, &(body..file.len()))).is_some()
}

/// Where the deepest line of a text begins, if parsing the text would take too long.
pub(super) fn too_deep(text: &str) -> Option<usize> {
    let (mut lines, mut deepest, mut place, mut at) = (0_usize, 0, 0, 0);
    for line in text.split_inclusive('\n') {
        let depth = container_count(line);
        if depth > deepest {
            (deepest, place) = (depth, at);
        }
        lines += 1;
        at += line.len();
    }
    (lines.saturating_mul(deepest) > MAX_CHECKS).then_some(place)
}

/// Upper bound on the number of quotes and lists that a line opens or continues.
fn container_count(line: &str) -> usize {
    let mut depth = 0;
    let mut at = 0;
    let bytes = line.as_bytes();
    while let Some(byte) = bytes.get(at) {
        let length = match byte {
            b' ' | b'\t' => {
                at += 1;
                continue;
            }
            b'>' => 1,
            b'-' | b'+' | b'*' if is_space(bytes.get(at + 1)) => 2,
            b'0'..=b'9' => {
                let digits = cut(line, &(at..at + 9)).bytes().take_while(u8::is_ascii_digit).count();
                let marked = matches!(bytes.get(at + digits), Some(b'.' | b')'));
                if !marked || !is_space(bytes.get(at + digits + 1)) {
                    break;
                }
                digits + 1
            }
            _ => break,
        };
        depth += 1;
        at += length;
    }
    depth
}

/// Whether a list marker may end here.
const fn is_space(byte: Option<&u8>) -> bool {
    matches!(byte, None | Some(b' ' | b'\t' | b'\r' | b'\n'))
}
