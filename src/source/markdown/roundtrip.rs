//! The round-trip check of a file.

use std::ops::Range;

use crate::{
    model::{Article, CodeKind, Locale, Segment, SegmentId, Slot, Text, Unit},
    source::{Edits, SourceFormat, bytes},
};

use super::{MarkdownFormat, context::SlotContext};

/// Reads a file and writes it with every sentence replaced by itself; the error is the first byte that differs.
/// Nothing is rejected: conflict markers and broken front matter are treated like any other bytes.
///
/// This is more than copying: the pieces of each unit must cover its bytes in order without gap or overlap and hold
/// its prose and its codes' markup, and the file is rebuilt from them.
pub fn roundtrip(file: &str) -> Result<(), usize> {
    let Ok(locale) = "en".parse::<Locale>() else { return Err(0) };
    let format = MarkdownFormat::new(locale);
    let mut article = format.parse("", file.to_owned()).value;
    for unit in &mut article.units {
        let id = SegmentId { digest: 0, occurrence: 1 };
        unit.segments = vec![Segment { id, span: 0..unit.text.prose.len() }];
    }
    let same = |unit: &Unit, segment: &Segment| Some(unit.text_of(segment));
    compare(file, &format.write(&article, &Edits::targets(&same)))?;
    covers(&article)
}

/// Checks that each unit's pieces cover its bytes in order without gap or overlap and hold its prose and markup, and
/// that units lie side by side or one inside a code of another; the error is the first byte that breaks a rule.
pub fn covers(article: &Article) -> Result<(), usize> {
    compare(&article.skeleton.file, &rebuild(article)?)
}

/// Compares two texts; the error is the first byte that differs.
fn compare(file: &str, written: &str) -> Result<(), usize> {
    if file == written {
        return Ok(());
    }
    let same = file.bytes().zip(written.bytes()).take_while(|(a, b)| a == b).count();
    Err(same)
}

/// Rebuilds the file from the pieces of its units.
fn rebuild(article: &Article) -> Result<String, usize> {
    let file = article.skeleton.file.as_str();
    let mut out = String::with_capacity(file.len());
    let mut at = 0;
    let none = Slot::default();
    let mut outer = &none;
    for (unit, slot) in article.units.iter().zip(&article.skeleton.slots) {
        let pieces = pieces(unit, slot, file)?;
        if slot.span.start < outer.span.end {
            // A unit inside a unit: it must lie within a code of the outer one.
            let code = outer.codes.partition_point(|code| code.start <= slot.span.start).checked_sub(1);
            match code.and_then(|code| outer.codes.get(code)) {
                Some(code) if slot.span.end <= code.end => continue,
                _ => return Err(slot.span.start),
            }
        }
        out.push_str(bytes(file, &(at..slot.span.start)));
        out.extend(pieces);
        at = slot.span.end;
        outer = slot;
    }
    out.push_str(bytes(file, &(at..file.len())));
    Ok(out)
}

/// The bytes of a unit, piece by piece in the order of its prose and codes.
fn pieces<'a>(unit: &'a Unit, slot: &Slot, file: &'a str) -> Result<Vec<&'a str>, usize> {
    let Text { prose, codes } = &unit.text;
    let mut out = Vec::with_capacity(slot.map.len() + slot.codes.len());
    let mut at = slot.span.start;
    let mut take = |span: &Range<usize>, at: &mut usize| {
        let fits = span.start == *at && span.end >= span.start && file.get(span.clone()).is_some();
        *at = span.end;
        out.push(bytes(file, span));
        if fits { Ok(()) } else { Err(span.start) }
    };
    let in_front_matter = matches!(SlotContext::parse(&slot.context), SlotContext::Front(_));
    let mut codes = codes.iter().zip(&slot.codes).peekable();
    for (index, (offset, piece)) in slot.map.iter().enumerate() {
        while let Some(((_, code), place)) = codes.next_if(|((code_at, _), _)| code_at <= offset) {
            take(place, &mut at)?;
            if bytes(file, place) != code.markup {
                return Err(place.start);
            }
        }
        let next = slot.map.get(index + 1).map_or(prose.len(), |(next, _)| *next);
        let decoded = prose.get(*offset..next).ok_or(piece.start)?;
        take(piece, &mut at)?;
        // A piece that is not literal is an escape, a reference, a line break, or an escape of the front matter.
        let spelled = bytes(file, piece);
        let is_encoded =
            spelled.is_empty() || spelled.starts_with(['\\', '&', ' ', '\t', '\u{b}', '\u{c}', '\r', '\n']);
        if !spelled.starts_with(decoded) && !is_encoded && !in_front_matter {
            return Err(piece.start);
        }
    }
    for ((_, code), place) in codes {
        take(place, &mut at)?;
        if bytes(file, place) != code.markup {
            return Err(place.start);
        }
    }
    let balanced = unit.text.codes.iter().filter(|(_, code)| code.kind == CodeKind::Open).count()
        == unit.text.codes.iter().filter(|(_, code)| code.kind == CodeKind::Close).count();
    if at == slot.span.end && balanced { Ok(out) } else { Err(at) }
}
