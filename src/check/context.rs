//! The input of a rule: the languages and terms of a pair, and a sentence with its translation.

use std::{
    collections::BTreeMap,
    ops::Range,
    sync::{Arc, OnceLock},
};

use crate::{
    glossary::{Folding, Hit, Quotations, Sight, Termbase, TextWords, Vocabulary, choose, is_letter},
    locale::{Siblings, alternations},
    model::{
        Article, CodeKind, CodeName, Locale, Origin, Pair, Place, Role, SegmentId, Side, Text, Translation, Usage, cut,
    },
};

use super::{
    anchors::{Anchor, Anchors, PairWords},
    chatter::Remarks,
    counterparts::Counterparts,
    cues::CueLetters,
    hedges::Hedges,
    known_words::KnownWords,
    language::{Language, Letters, Numerals},
    links::Links,
    marks::Marks,
    measures::Measures,
    name_lists::NameKnowledge,
    negatives::Negatives,
    opposites::Opposites,
    originals,
    quotation::{OpenQuotations, quotations},
    reading::may_be_number,
    seams::has_seam,
    separation::Separators,
    signs::Signs,
    sounds::Alphabets,
    speller::Speller,
    word_facts::{HeardWord, MetWords, WordFacts, WordLists},
    word_shape::{Capitals, WordScript, WordShape},
    word_tree::WordSet,
    words::{Word, words},
};

/// The number of bytes before and after a wording that may decide its initial letter.
const REACH: usize = 96;

/// The data of a pair of locales, built once and used for every segment.
#[derive(Debug, Clone)]
pub struct Context<'a> {
    /// The direction.
    pub pair: Pair,
    /// The article's language.
    pub source: Language,
    /// The edition's language.
    pub target: Language,
    /// The glossary.
    pub termbase: &'a Termbase,
    /// The folding of the edition's language.
    pub(super) target_folding: &'a Folding,
    /// The words of the accepted wordings in the edition's language.
    pub(super) vocabulary: Vocabulary<'a>,
    pub(super) source_numerals: Numerals,
    pub(super) target_numerals: Numerals,
    /// The alphabet of the edition's language.
    pub(super) letters: Letters,
    /// The alphabet of the article's language.
    pub(super) source_letters: Letters,
    pub(super) source_measures: Measures,
    pub(super) target_measures: Measures,
    pub(super) remarks: Remarks,
    /// What the tools of translation leave in a text, by kind.
    pub(super) traces: Marks,
    /// The function words of both languages.
    pub(super) source_function_words: WordSet,
    pub(super) target_function_words: WordSet,
    /// Words of the article's language that are no names.
    pub(super) known_words: KnownWords,
    /// Frequent words of both languages.
    pub(super) counterparts: Counterparts,
    /// The sounds of letters of both alphabets.
    pub(super) alphabets: Alphabets,
    /// Letters of a translation for one of its source.
    pub(super) expansion: f64,
    pub(super) separators: Separators,
    /// The negations of both languages.
    pub(super) negatives: Negatives,
    /// The opposites that both languages know.
    pub(super) opposites: Opposites,
    /// The hedges of both languages.
    pub(super) hedges: Hedges,
    /// What is known of names in both languages.
    pub(super) names: NameKnowledge,
    /// The words of both languages that have been met.
    met_source: MetWords,
    met_target: MetWords,
    /// The dictionary of the edition's language, where the project names one.
    pub speller: Option<Arc<dyn Speller>>,
    /// That of the article's language.
    pub source_speller: Option<Arc<dyn Speller>>,
    /// The counterparts of pages in the edition's language that the project names.
    pub links: Links,
}

impl<'a> Context<'a> {
    /// Prepares the languages' data.
    #[must_use]
    pub fn new(pair: Pair, source: Language, target: Language, termbase: &'a Termbase) -> Self {
        let source_numerals = Numerals::new(&source, termbase.folding(&pair.source));
        let target_numerals = Numerals::new(&target, termbase.folding(&pair.target));
        let letters = Letters::new(&target);
        let source_letters = Letters::new(&source);
        let target_folding = termbase.folding(&pair.target);
        let vocabulary = termbase.vocabulary(&pair.target);
        let source_measures = Measures::new(&source, termbase.folding(&pair.source));
        let target_measures = Measures::new(&target, termbase.folding(&pair.target));
        let remarks = Remarks::new(&source, &target);
        let traces = Marks::new(target.traces.values());
        let counterparts = Counterparts::new(pair.source.language(), &target);
        let known_words = KnownWords::new(&source, &target, pair.source.language());
        let source_function_words = WordSet::new(&source_letters, source.function_words.iter());
        let target_function_words = WordSet::new(&letters, target.function_words.iter());
        let alphabets = Alphabets::new(&target);
        let expansion = target.expansion.get(pair.source.language()).map_or(1.0, |letters| f64::from(*letters) / 100.0);
        let separators = Separators::new(&target);
        let cues = [(&source, &source_letters), (&target, &letters)];
        let cues = cues.map(|(language, letters)| Arc::new(CueLetters::new(language, letters)));
        let negatives = Negatives::new(&source, &target, &cues);
        let opposites = Opposites::new(&source, &target, &cues);
        let hedges = Hedges::new(&source, &target, &cues);
        let names = NameKnowledge::new(&source, &target, pair.source.language());
        Self {
            pair,
            source,
            target,
            termbase,
            target_folding,
            vocabulary,
            source_numerals,
            target_numerals,
            letters,
            source_letters,
            source_measures,
            target_measures,
            remarks,
            traces,
            source_function_words,
            target_function_words,
            known_words,
            counterparts,
            alphabets,
            expansion,
            separators,
            negatives,
            opposites,
            hedges,
            names,
            met_source: MetWords::default(),
            met_target: MetWords::default(),
            speller: None,
            source_speller: None,
            links: Links::default(),
        }
    }

    /// The replacement for `span` with the form of its first letter that fits there (be ў for у): that of the replaced
    /// wording or, where that begins with another letter, the one that the word before requires.
    pub(super) fn fit_initial(&self, text: String, prose: &str, span: &Range<usize>) -> String {
        let mut wording = cut(prose, span).chars();
        let (Some(replaced), Some(first)) = (wording.next(), text.chars().next()) else { return text };
        let Some(short) = self.target_folding.short_initial(first) else { return text };
        if replaced == short || (replaced != first && self.is_short_at(prose, span, &text)) {
            return std::iter::once(short).chain(text.chars().skip(1)).collect();
        }
        text
    }

    /// Whether a text placed at `span` must begin with the short letter.
    fn is_short_at(&self, prose: &str, span: &Range<usize>, text: &str) -> bool {
        // A word and what may precede it; nothing further matters.
        let before = cut(prose, &(prose.floor_char_boundary(span.start.saturating_sub(REACH))..span.start));
        let after = cut(prose, &(span.end..prose.floor_char_boundary(span.end.saturating_add(REACH))));
        let placed = [before, text, after].concat();
        let edits = alternations(&self.target.alternation, &self.target.vowels, &placed);
        edits.iter().any(|edit| edit.span.start == before.len())
    }

    /// Whether a word of the translation begins like a frequent one.
    pub(super) fn is_frequent_in_target(&self, word: &str) -> bool {
        let mut is_frequent = false;
        self.counterparts.of_target(self.counterparts.fold(word).as_slice(), |_| is_frequent = true);
        is_frequent
    }

    /// The words of a text in the language of a side.
    pub(super) fn words(&self, side: Side, prose: &str) -> Vec<Word> {
        let met = if side == Side::Source { &self.met_source } else { &self.met_target };
        words(prose, |word| met.facts(word, |word| self.facts(side, word)))
    }

    /// Whether a word of the target looks like one of an accepted term, or has more than letters.
    fn may_be_term(&self, word: &str) -> bool {
        let letters: Vec<char> = self.target_folding.fold(word).text.chars().collect();
        !word.chars().all(is_letter) || !self.vocabulary.alike(&letters, self.target_folding).is_empty()
    }

    /// What is known of a word of a side by its letters.
    fn facts(&self, side: Side, word: &str) -> WordFacts {
        let letters = if side == Side::Source { &self.source_letters } else { &self.letters };
        let shape = WordShape::of(letters, word);
        let text = cut(word, &(0..shape.length));
        let heard = HeardWord::new(&self.counterparts, &self.alphabets, side, text);
        let siblings = Siblings::embedded();
        let is_name = matches!(shape.capitals, Capitals::First | Capitals::Some) && shape.script == WordScript::Home;
        match side {
            Side::Source => {
                let folding = self.termbase.folding(&self.pair.source);
                let lists = WordLists::all([
                    WordLists::NEGATION.only_if(self.negatives.source.may_begin(text)),
                    WordLists::DENIAL.only_if(self.negatives.denials[0].may_begin(text)),
                    WordLists::OPPOSITE.only_if(self.opposites.first_words[0].may_begin(text)),
                    WordLists::HEDGE.only_if(self.hedges.source.may_begin(text)),
                    WordLists::NUMBER.only_if(may_be_number(word, folding, &self.source_numerals)),
                    WordLists::NAME.only_if(is_name && self.names.may_be_name(&self.known_words, text)),
                    WordLists::PERSON.only_if(is_name && self.names.is_person_named(text)),
                ]);
                WordFacts { shape, heard, lists, ..WordFacts::default() }
            }
            Side::Target => {
                let is_sibling = siblings
                    .number(self.pair.target.language())
                    .is_some_and(|home| siblings.is_function_word_elsewhere(&text.to_lowercase(), home));
                let lists = WordLists::all([
                    WordLists::NEGATION.only_if(self.negatives.target.may_begin(text)),
                    WordLists::DENIAL.only_if(self.negatives.denials[1].may_begin(text)),
                    WordLists::OPPOSITE.only_if(self.opposites.first_words[1].may_begin(text)),
                    WordLists::HEDGE.only_if(self.hedges.target.may_begin(text)),
                    WordLists::NUMBER.only_if(may_be_number(word, self.target_folding, &self.target_numerals)),
                    WordLists::SIBLING.only_if(is_sibling),
                    WordLists::TERM.only_if(self.may_be_term(word)),
                    WordLists::REMARK.only_if(self.remarks.may_have(text)),
                    WordLists::SEAM.only_if(has_seam(&self.separators, text)),
                ]);
                let person = if is_name { self.names.person_named(text) } else { None };
                WordFacts { shape, heard, lists, scores: siblings.scores(text), person }
            }
        }
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
    /// The folded source, with every hit in it.
    pub source_sight: Sight,
    /// The folded target, with every hit in it.
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
    /// The ASCII characters of the source.
    pub(super) source_signs: Signs,
    /// The ASCII characters of the target.
    pub(super) target_signs: Signs,
    /// The folded words of the target, collected when a term is missing from it.
    folded_words: OnceLock<TextWords>,
    /// The words of the source, collected when a rule asks for them.
    source_words: OnceLock<Vec<Word>>,
    /// The words of the target, collected when a rule asks for them.
    target_words: OnceLock<Vec<Word>>,
    /// What the two have in common, collected when a rule asks for it.
    anchors: OnceLock<Anchors>,
    /// [`super::proportion::growth`], counted when a rule asks for it.
    pub(super) growth: OnceLock<f64>,
}

impl<'a> Bitext<'a> {
    /// A pair of texts outside an article.
    #[must_use]
    pub fn new(context: &Context<'_>, source: &'a Text, target: &'a Text) -> Self {
        Self::within(context, source, target, &mut OpenQuotations::new())
    }

    /// A pair of texts in a paragraph; `open` holds the marks of the quotations open where the target begins.
    fn within(context: &Context<'_>, source: &'a Text, target: &'a Text, open: &mut OpenQuotations) -> Self {
        let source_sight = context.termbase.look(&context.pair.source, &source.prose);
        let target_sight = context.termbase.look(&context.pair.target, &target.prose);
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
            source_signs: Signs::of(&source.prose),
            target_signs: Signs::of(&target.prose),
            folded_words: OnceLock::new(),
            source_words: OnceLock::new(),
            target_words: OnceLock::new(),
            anchors: OnceLock::new(),
            growth: OnceLock::new(),
        }
    }

    /// Whether the target has an adjective or inhabitant that stands for a concept, by its index.
    pub(super) fn has_derived(&self, context: &Context<'_>, concept: usize) -> bool {
        let target = &context.pair.target;
        context.termbase.may_have_derived(target, concept) && {
            let words = self.folded_words.get_or_init(|| TextWords::new(&self.target_sight.folded.text));
            context.termbase.has_derived(target, concept, words)
        }
    }

    /// The words of a side.
    pub(super) fn words(&self, context: &Context<'_>, side: Side) -> &[Word] {
        match side {
            Side::Source => self.source_words.get_or_init(|| context.words(side, &self.source.prose)),
            Side::Target => self.target_words.get_or_init(|| context.words(side, &self.target.prose)),
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

    /// Both texts with their words, and what is known of their languages.
    pub(super) fn sides<'b>(&'b self, context: &'b Context<'_>) -> PairWords<'b> {
        PairWords {
            counterparts: &context.counterparts,
            measures: &context.source_measures,
            source: (&self.source.prose, self.words(context, Side::Source)),
            target: (&self.target.prose, self.words(context, Side::Target)),
            folded_source: &self.source_sight.folded.text,
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
        context: &Context<'_>,
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
