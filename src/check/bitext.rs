//! The input of a rule about a pair: a sentence with its translation, or an article with one.

use std::{collections::BTreeMap, ops::Range, sync::OnceLock};

use crate::{
    glossary::{Folded, Folding, Hit, Quotations, Sight, TextWords, choose},
    model::{Article, CodeKind, CodeName, Origin, Place, Role, SegmentId, Side, Text, Translation, Usage},
};

use super::{
    Context,
    anchors::{self, Anchor, Anchors, PairWords},
    originals,
    quotation::{OpenQuotations, quotations},
    signs::Signs,
    words::WordsOfText,
};

/// A sentence with its translation, as all rules see it.
#[derive(Debug, Clone)]
pub struct Bitext<'a> {
    /// The segment, if the pair belongs to an article.
    pub segment: Option<SegmentId>,
    /// The sentence.
    pub source: &'a Text,
    /// Its translation.
    pub target: &'a Text,
    /// Its function in the article, if it belongs to one.
    pub role: Option<&'a Role>,
    /// Whether the target is the source text, on purpose.
    pub from_source: bool,
    /// Every hit in the source.
    pub source_sight: Sight,
    /// Every hit in the target.
    pub target_sight: Sight,
    /// The chosen hits of the source, without overlaps.
    pub source_hits: Vec<Hit>,
    /// The chosen hits of the target, without overlaps.
    pub target_hits: Vec<Hit>,
    /// Byte ranges of the target that are not the translator's words, ascending: original wordings of quotations, code
    /// spans.
    pub exempt: Vec<Range<usize>>,
    /// Byte ranges of direct quotations in the target, ascending, where the settings exempt them.
    pub quoted: Vec<Range<usize>>,
    /// The foldings of both sides.
    foldings: [&'a Folding; 2],
    /// The ASCII characters of the source.
    pub(super) source_signs: Signs,
    /// The ASCII characters of the target.
    pub(super) target_signs: Signs,
    /// The folded words of the target, collected when a term is missing from it.
    folded_words: OnceLock<TextWords>,
    /// The words of the source.
    source_words: WordsOfText<'a>,
    /// The words of the target.
    target_words: WordsOfText<'a>,
    /// What the two have in common, collected when a rule asks for it.
    anchors: OnceLock<Anchors>,
    /// [`super::proportion::growth`], counted when a rule asks for it.
    pub(super) growth: OnceLock<f64>,
    /// [`super::misaligned::misfit`], found when a rule asks for it.
    pub(super) misfit: OnceLock<Option<i32>>,
}

impl<'a> Bitext<'a> {
    /// A pair of texts outside an article.
    #[must_use]
    pub fn new(context: &'a Context<'_>, source: &'a Text, target: &'a Text) -> Self {
        Self::within(context, source, target, &mut OpenQuotations::new())
    }

    /// A pair of texts in a paragraph; `open` holds the marks of the quotations open where the target begins.
    fn within(context: &'a Context<'_>, source: &'a Text, target: &'a Text, open: &mut OpenQuotations) -> Self {
        let source_words = context.words(Side::Source, &source.prose);
        let target_words = context.words(Side::Target, &target.prose);
        let source_sight = context.look(Side::Source, &source.prose, &source_words);
        let target_sight = context.look(Side::Target, &target.prose, &target_words);
        let source_hits = choose(&source_sight.all);
        let target_hits = choose(&target_sight.all);
        let exempt = code_spans(target);
        let quoted = match context.termbase.quotations {
            Quotations::Checked => Vec::new(),
            Quotations::Exempt => quotations(&target.prose, &exempt, &context.target, open).spans(),
        };
        let (segment, role, from_source) = (None, None, false);
        Self {
            segment,
            role,
            source,
            target,
            from_source,
            source_sight,
            target_sight,
            source_hits,
            target_hits,
            exempt,
            quoted,
            foldings: [context.source_folding, context.target_folding],
            source_signs: source_words.signs,
            target_signs: target_words.signs,
            folded_words: OnceLock::new(),
            source_words,
            target_words,
            anchors: OnceLock::new(),
            growth: OnceLock::new(),
            misfit: OnceLock::new(),
        }
    }

    /// Whether the target has an adjective or inhabitant that stands for a concept, by its index.
    pub(super) fn has_derived(&self, context: &Context<'_>, concept: usize) -> bool {
        let target = &context.pair.target;
        context.termbase.may_have_derived(target, concept) && {
            let words = self.folded_words.get_or_init(|| TextWords::new(&self.folded(Side::Target).text));
            context.termbase.has_derived(target, concept, words)
        }
    }

    /// A side in its folded form.
    pub(super) fn folded(&self, side: Side) -> &Folded {
        let [source, target] = self.foldings;
        match side {
            Side::Source => self.source_sight.folded(source, &self.source.prose),
            Side::Target => self.target_sight.folded(target, &self.target.prose),
        }
    }

    /// The words of a side.
    pub(super) fn words(&self, side: Side) -> &WordsOfText<'a> {
        match side {
            Side::Source => &self.source_words,
            Side::Target => &self.target_words,
        }
    }

    /// What the two texts have in common.
    pub(super) fn anchors(&self, context: &Context<'_>) -> &Anchors {
        self.anchors.get_or_init(|| Anchors::new(&self.sides(context)))
    }

    /// The words of the target that tell whether the two belong together.
    pub(super) fn target_anchors(&self, context: &Context<'_>) -> &[Anchor] {
        self.anchors(context).target(&self.sides(context))
    }

    /// How much the words of the two speak for belonging together, in tenths of a natural logarithm of the odds.
    pub(super) fn likeness(&self, context: &Context<'_>) -> i32 {
        self.anchors(context).total(&self.sides(context))
    }

    /// The least that it can be, by frequent words alone.
    pub(super) fn least_likeness(&self, context: &Context<'_>) -> Option<i32> {
        anchors::least(&self.sides(context))
    }

    /// Both texts with their words, and what is known of their languages.
    pub(super) fn sides<'b>(&'b self, context: &'b Context<'_>) -> PairWords<'b> {
        PairWords {
            counterparts: &context.counterparts,
            measures: &context.source_measures,
            source: (&self.source.prose, self.words(Side::Source)),
            target: (&self.target.prose, self.words(Side::Target)),
            folding: self.foldings[0],
        }
    }

    /// The place of a finding on this pair.
    #[must_use]
    pub fn place(&self, context: &Context<'_>, side: Side, span: Range<usize>) -> Place {
        Place { locale: Some(context.pair.target.clone()), segment: self.segment, side, span, ..Place::default() }
    }

    /// The glossary wording of the target of which a word is a part: an accepted one is right, and a refused one is reported
    /// by its own rule.
    pub(super) fn term_at(&self, span: &Range<usize>) -> Option<&Hit> {
        let before = self.target_hits.partition_point(|hit| hit.span.start < span.end);
        before.checked_sub(1).and_then(|last| self.target_hits.get(last)).filter(|hit| hit.span.end > span.start)
    }

    /// Whether a part of the target is not the translator's words.
    #[must_use]
    pub fn is_exempt(&self, span: &Range<usize>) -> bool {
        is_within(&self.exempt, span)
    }

    /// Whether it is the address of the page, which is no prose.
    pub(super) fn is_slug(&self) -> bool {
        matches!(self.role, Some(Role::Meta(key)) if key == "slug")
    }

    /// Whether a word of the target may stay as the source has it: it is not the translator's, or the glossary says so.
    pub(super) fn is_kept(&self, span: &Range<usize>) -> bool {
        let before = self.target_hits.partition_point(|hit| hit.span.start <= span.start);
        let hit = before.checked_sub(1).and_then(|last| self.target_hits.get(last));
        self.is_exempt(span) || hit.is_some_and(|hit| hit.usage >= Usage::Admitted && span.start < hit.span.end)
    }

    /// Whether a refused wording is reported at a span of the target.
    #[must_use]
    pub fn may_refuse(&self, span: &Range<usize>) -> bool {
        !self.is_exempt(span) && !is_within(&self.quoted, span)
    }
}

/// Whether a span is part of one of several ascending spans.
pub(super) fn is_within(spans: &[Range<usize>], span: &Range<usize>) -> bool {
    let before = spans.partition_point(|other| other.start <= span.start);
    before.checked_sub(1).and_then(|last| spans.get(last)).is_some_and(|other| span.end <= other.end)
}

/// Byte ranges of code spans, which are not translated.
pub(super) fn code_spans(text: &Text) -> Vec<Range<usize>> {
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
pub struct CheckedArticle<'a> {
    /// The article.
    pub article: &'a Article,
    /// Its translation.
    pub translation: &'a Translation,
    /// The segments to translate that have a target, in reading order.
    pub bitexts: Vec<Bitext<'a>>,
    /// The other segments to translate, each beside an empty text.
    pub untranslated: Vec<Bitext<'a>>,
}

/// Beside a segment without a target.
static NOTHING: Text = Text { prose: String::new(), codes: Vec::new() };

/// The source texts of an article's segments to translate; owned, since a segment is a part of its unit.
pub(super) fn source_texts(article: &Article) -> BTreeMap<SegmentId, Text> {
    article.translated().map(|(unit, segment)| (segment.id, unit.text_of(segment))).collect()
}

impl<'a> CheckedArticle<'a> {
    /// Looks up the terms of every translated segment, once.
    pub(super) fn new(
        context: &'a Context<'_>,
        article: &'a Article,
        translation: &'a Translation,
        sources: &'a BTreeMap<SegmentId, Text>,
    ) -> Self {
        let (mut bitexts, mut untranslated) = (Vec::new(), Vec::new());
        // The open quotations and their paragraph.
        let (mut open, mut paragraph) = (OpenQuotations::new(), "");
        for (unit, segment) in article.translated() {
            let Some(source) = sources.get(&segment.id) else { continue };
            let Some(target) = translation.targets.get(&segment.id).filter(|target| !target.text.is_empty()) else {
                let alone = Bitext::new(context, source, &NOTHING);
                untranslated.push(Bitext { segment: Some(segment.id), role: Some(&unit.role), ..alone });
                continue;
            };
            if unit.id != paragraph {
                open.clear();
                paragraph = &unit.id;
            }
            let mut bitext = Bitext::within(context, source, &target.text, &mut open);
            bitext.segment = Some(segment.id);
            bitext.role = Some(&unit.role);
            bitext.from_source = target.origin == Origin::Source;
            bitext.exempt.extend(originals::spans(
                context.target_folding,
                &context.pair.target,
                unit,
                &target.text.prose,
            ));
            bitext.exempt.sort_by_key(|span| span.start);
            bitexts.push(bitext);
        }
        Self { article, translation, bitexts, untranslated }
    }

    /// Every segment to translate, for rules about the article itself.
    pub(super) fn sources(&self) -> impl Iterator<Item = &Bitext<'a>> {
        self.bitexts.iter().chain(&self.untranslated)
    }
}
