//! What does a rule see? The languages and terms of a pair, and a sentence with its translation.

use std::{collections::BTreeMap, ops::Range};

use crate::{
    glossary::{Folding, Hit, Quotations, Sight, Termbase, Vocabulary, choose},
    locale::alternations,
    model::{Article, CodeKind, CodeName, Locale, Origin, Pair, Place, SegmentId, Side, Text, Translation, cut},
};

use super::{
    language::{Language, Letters, Numerals},
    originals,
    quotation::quoted,
};

/// How many bytes before and behind a wording are looked at for the letter it begins with.
const NEAR: usize = 96;

/// What holds for a pair of locales: made once, used for every segment.
#[derive(Debug, Clone)]
pub struct Context<'a> {
    /// The direction.
    pub pair: Pair,
    /// What is known of the article's language.
    pub source: Language,
    /// What is known of the edition's language.
    pub target: Language,
    /// The house's wordings.
    pub termbase: &'a Termbase,
    /// How words of the edition's language are compared.
    pub(super) target_folding: &'a Folding,
    /// The words of the edition's right wordings.
    pub(super) vocabulary: &'a Vocabulary,
    pub(super) source_numerals: Numerals,
    pub(super) target_numerals: Numerals,
    pub(super) letters: Letters,
}

impl<'a> Context<'a> {
    /// Makes the languages' data ready.
    #[must_use]
    pub fn new(pair: Pair, source: Language, target: Language, termbase: &'a Termbase) -> Self {
        let source_numerals = Numerals::new(&source, termbase.folding(&pair.source));
        let target_numerals = Numerals::new(&target, termbase.folding(&pair.target));
        let letters = Letters::new(&target);
        let target_folding = termbase.folding(&pair.target);
        let vocabulary = termbase.vocabulary(&pair.target);
        Self { pair, source, target, termbase, target_folding, vocabulary, source_numerals, target_numerals, letters }
    }

    /// A text that is to stand at `span`, with the shape of its first letter that fits there (be ў for у): the one that
    /// the replaced wording has, or where that has another letter, the one that the word before asks for.
    pub(super) fn initial(&self, text: String, prose: &str, span: &Range<usize>) -> String {
        let mut own = cut(prose, span).chars();
        let (Some(replaced), Some(first)) = (own.next(), text.chars().next()) else { return text };
        let Some(short) = self.target_folding.short_initial(first) else { return text };
        if replaced == short || (replaced != first && self.is_short_behind(prose, span, &text)) {
            return std::iter::once(short).chain(text.chars().skip(1)).collect();
        }
        text
    }

    /// Whether the first letter of a text that is to stand at `span` is the short one there.
    fn is_short_behind(&self, prose: &str, span: &Range<usize>, text: &str) -> bool {
        // A word and what may stand before it; the rest decides nothing.
        let before = cut(prose, &(prose.floor_char_boundary(span.start.saturating_sub(NEAR))..span.start));
        let behind = cut(prose, &(span.end..prose.floor_char_boundary(span.end.saturating_add(NEAR))));
        let put = [before, text, behind].concat();
        let edits = alternations(&self.target.alternation, &self.target.vowels, &put);
        edits.iter().any(|edit| edit.span.start == before.len())
    }

    /// The locale of a side.
    #[must_use]
    pub const fn locale(&self, side: Side) -> &Locale {
        match side {
            Side::Source => &self.pair.source,
            Side::Target => &self.pair.target,
        }
    }
}

/// A sentence with its translation, as all rules see it.
#[derive(Debug, Clone)]
pub struct Bitext<'a> {
    /// The segment, where the pair belongs to an article.
    pub segment: Option<SegmentId>,
    /// The sentence.
    pub source: &'a Text,
    /// Its translation.
    pub target: &'a Text,
    /// Whether the target was kept as the source has it, on purpose.
    pub kept: bool,
    /// The source folded, with every wording in it.
    pub source_sight: Sight,
    /// The target folded, with every wording in it.
    pub target_sight: Sight,
    /// The source's wordings that hold, none over another.
    pub source_hits: Vec<Hit>,
    /// The target's wordings that hold, none over another.
    pub target_hits: Vec<Hit>,
    /// Bytes of the target that are not the translator's words, ascending: original wordings of quotations, code spans.
    pub exempt: Vec<Range<usize>>,
    /// Bytes of the target, ascending, whose wordings the house leaves to the speaker: direct quotations, where the
    /// settings exempt them.
    pub quoted: Vec<Range<usize>>,
}

impl<'a> Bitext<'a> {
    /// A pair of texts that stands alone.
    #[must_use]
    pub fn new(context: &Context<'_>, source: &'a Text, target: &'a Text) -> Self {
        Self::within(context, source, target, &mut Vec::new())
    }

    /// A pair of texts of a paragraph, with the marks of the quotations that are open where the target begins.
    fn within<'c>(context: &'c Context<'_>, source: &'a Text, target: &'a Text, open: &mut Vec<&'c str>) -> Self {
        let source_sight = context.termbase.look(&context.pair.source, &source.prose);
        let target_sight = context.termbase.look(&context.pair.target, &target.prose);
        let source_hits = choose(&source_sight.all);
        let target_hits = choose(&target_sight.all);
        let exempt = code_spans(target);
        let quoted = match context.termbase.quotations {
            Quotations::Checked => Vec::new(),
            Quotations::Exempt => quoted(&target.prose, &context.target, open),
        };
        let (segment, kept) = (None, false);
        Self { segment, source, target, kept, source_sight, target_sight, source_hits, target_hits, exempt, quoted }
    }

    /// Where a finding about this pair is.
    #[must_use]
    pub fn place(&self, context: &Context<'_>, side: Side, span: Range<usize>) -> Place {
        Place { locale: Some(context.pair.target.clone()), segment: self.segment, side, span, ..Place::default() }
    }

    /// Whether a part of the target is not the translator's.
    #[must_use]
    pub fn is_exempt(&self, span: &Range<usize>) -> bool {
        is_within(&self.exempt, span)
    }

    /// Whether the house may refuse a wording at a place of the target.
    #[must_use]
    pub fn may_refuse(&self, span: &Range<usize>) -> bool {
        !self.is_exempt(span) && !is_within(&self.quoted, span)
    }
}

/// Whether a span is part of one of several, which ascend.
fn is_within(spans: &[Range<usize>], span: &Range<usize>) -> bool {
    let before = spans.partition_point(|other| other.start <= span.start);
    before.checked_sub(1).and_then(|last| spans.get(last)).is_some_and(|other| span.end <= other.end)
}

/// The prose between the halves of code spans, which nobody translates.
fn code_spans(text: &Text) -> Vec<Range<usize>> {
    let mut open = Vec::new();
    let mut spans = Vec::new();
    for (at, code) in text.codes.iter().filter(|(_, code)| code.name == CodeName::CodeSpan) {
        match code.kind {
            CodeKind::Open => open.push((*at, code.id)),
            CodeKind::Close if open.last().is_some_and(|(_, id)| *id == code.id) => {
                spans.extend(open.pop().map(|(begin, _)| begin..*at));
            }
            CodeKind::Close | CodeKind::Single => {}
        }
    }
    spans.sort_by_key(|span: &Range<usize>| span.start);
    spans
}

/// An article with one of its translations, as all rules see it.
#[derive(Debug)]
pub struct Whole<'a> {
    /// The article.
    pub article: &'a Article,
    /// Its translation.
    pub translation: &'a Translation,
    /// The segments that are asked for and have a target, in reading order.
    pub bitexts: Vec<Bitext<'a>>,
}

/// The source texts of an article's segments that are asked for: owned, since a segment is a part of its unit.
pub(super) fn source_texts(article: &Article) -> BTreeMap<SegmentId, Text> {
    article.translated().map(|(unit, segment)| (segment.id, unit.text_of(segment))).collect()
}

impl<'a> Whole<'a> {
    /// Looks at every translated segment once.
    pub(super) fn new(
        context: &Context<'_>,
        article: &'a Article,
        translation: &'a Translation,
        sources: &'a BTreeMap<SegmentId, Text>,
    ) -> Self {
        let mut bitexts = Vec::new();
        // The quotations that are open, and the paragraph in which they are.
        let (mut open, mut paragraph) = (Vec::new(), "");
        for (unit, segment) in article.translated() {
            let Some(target) = translation.targets.get(&segment.id).filter(|target| !target.text.is_empty()) else {
                continue;
            };
            let Some(source) = sources.get(&segment.id) else { continue };
            if unit.id != paragraph {
                open.clear();
                paragraph = &unit.id;
            }
            let mut bitext = Bitext::within(context, source, &target.text, &mut open);
            bitext.segment = Some(segment.id);
            bitext.kept = target.origin == Origin::Source;
            bitext.exempt.extend(originals::spans(
                context.target_folding,
                &context.pair.target,
                unit,
                &target.text.prose,
            ));
            bitext.exempt.sort_by_key(|span| span.start);
            bitexts.push(bitext);
        }
        Self { article, translation, bitexts }
    }
}
