//! Whether the quotation marks of a translation enclose what those of its source do, by the words that both have in common.

use std::ops::Range;

use crate::model::{Severity, Side, cut};

use super::{
    Bitext, Context,
    anchors::{Anchors, PairWords},
    context::is_within,
    quotation::{MarkedText, Quotation},
    words::Word,
};

/// Quotations of a sentence that are compared: none has more, and the work stays linear.
const MOST: usize = 8;
/// Words of a quotation whose length can be compared.
const LONG: usize = 4;
/// The length, in parts of that to be expected, of what is left of a quotation that was cut, and of one of which most is
/// outside.
const SHORT: f64 = 0.7;
const VERY_SHORT: f64 = 0.35;
/// The same of a text outside its only quotation that has words from inside, or of which words are inside.
const GROWN: f64 = 1.4;
const SHRUNK: f64 = 0.6;
/// Letters by which a text outside may be longer than the source's for other reasons.
const MARGIN: f64 = 12.0;

/// What became of a quotation.
pub(super) enum Difference {
    /// Its words are outside the target's quotations, which enclose others.
    Lost { severity: Severity },
    /// Part of its words is outside the quotation of the target at a span.
    Shortened { span: Range<usize>, severity: Severity },
    /// The quotation of the target at a span has other words.
    Moved { span: Range<usize>, severity: Severity },
}

/// The quotations of the source that the target encloses otherwise.
pub(super) fn difference<'q>(
    context: &Context<'_>,
    bitext: &Bitext<'_>,
    source: &'q MarkedText,
    target: &MarkedText,
) -> Option<(&'q Quotation, Difference)> {
    let spans = target.spans();
    let outer = |marked: &'q MarkedText| marked.quotations.iter().filter(|one| one.level == 0).take(MOST);
    let own: Vec<Range<usize>> = source.spans();
    let (inside, outside) = parted(bitext.words(context, Side::Target), &spans);
    let telling = telling(context, bitext);
    let (_, around) = parted(&telling, &own);
    let lengths = Lengths::new(context, bitext, [&own, &spans]);
    for quotation in outer(source) {
        let (words, _) = parted(&telling, std::slice::from_ref(&quotation.whole()));
        let met = met(context, bitext, &words, &inside);
        let leaked = self::met(context, bitext, &words, &outside).into_iter().filter(|at| !met.contains(at)).count();
        let count = word_count(cut(&bitext.source.prose, &quotation.inner()));
        let span = spans.first().cloned().unwrap_or_default();
        if met.is_empty() && leaked > 0 {
            let severity = if leaked > 1 { Severity::Minor } else { Severity::Neutral };
            let is_moved = spans.len() >= own.len();
            let found = if is_moved { Difference::Moved { span, severity } } else { Difference::Lost { severity } };
            return Some((quotation, found));
        }
        if met.is_empty() && spans.len() == own.len() {
            let strange = self::met(context, bitext, &around, &inside);
            let elsewhere = self::met(context, bitext, &around, &outside);
            if strange.iter().any(|at| !elsewhere.contains(at)) {
                return Some((quotation, Difference::Moved { span, severity: Severity::Neutral }));
            }
        }
        let share = lengths.share();
        if count >= LONG && ((leaked > 0 && share < SHORT) || share < VERY_SHORT) {
            let severity = if leaked > 1 { Severity::Minor } else { Severity::Neutral };
            return Some((quotation, Difference::Shortened { span, severity }));
        }
        if own.len() == 1 && spans.len() == 1 {
            let severity = Severity::Neutral;
            if lengths.is_shortened() {
                return Some((quotation, Difference::Shortened { span, severity }));
            }
            // One pair of marks may enclose what English interrupts.
            let enclosed = cut(&bitext.target.prose, &span);
            let is_interrupted = ["— ", "– "].iter().any(|dash| enclosed.contains(dash));
            if (lengths.is_extended() && !is_interrupted) || says_nothing(context, bitext, &inside, &words) {
                return Some((quotation, Difference::Moved { span, severity }));
            }
        }
    }
    None
}

/// Letters inside and outside of the quotations of a source and its translation.
struct Lengths {
    quoted: f64,
    enclosed: f64,
    around: f64,
    outside: f64,
}

impl Lengths {
    fn new(context: &Context<'_>, bitext: &Bitext<'_>, [own, spans]: [&[Range<usize>]; 2]) -> Self {
        #[expect(clippy::cast_precision_loss, reason = "lengths of texts")]
        let count = |text: &str| text.chars().count() as f64;
        let sum = |text: &str, spans: &[Range<usize>]| spans.iter().map(|span| count(cut(text, span))).sum::<f64>();
        let (source, target) = (&bitext.source.prose, &bitext.target.prose);
        let (quoted, enclosed) = (sum(source, own), sum(target, spans));
        let (around, outside) = (count(source) - quoted, count(target) - enclosed);
        let expansion = context.expansion;
        Self { quoted: (quoted * expansion).max(1.0), enclosed, around: around * expansion, outside }
    }

    /// How long the translation's quotations are, in parts of what is to be expected.
    fn share(&self) -> f64 {
        self.enclosed / self.quoted
    }

    fn is_shortened(&self) -> bool {
        self.share() < SHORT + 0.05
            && self.outside > (self.around + 10.0) * GROWN
            && self.outside - self.around > MARGIN
    }

    fn is_extended(&self) -> bool {
        self.around > MARGIN && self.share() > 1.0 / SHRUNK && self.outside < (self.around + 10.0) * SHRUNK
    }
}

/// Whether the target encloses nothing but function words, and the source more.
fn says_nothing(context: &Context<'_>, bitext: &Bitext<'_>, inside: &[Word], words: &[Word]) -> bool {
    let is_small = |word: &Word| {
        let text = cut(&bitext.target.prose, &word.span).to_lowercase();
        context.target.function_words.contains(&text)
    };
    !inside.is_empty() && !words.is_empty() && inside.iter().all(is_small)
}

/// The words within some spans, and the others.
fn parted(words: &[Word], spans: &[Range<usize>]) -> (Vec<Word>, Vec<Word>) {
    words.iter().cloned().partition(|word| is_within(spans, &word.span))
}

/// The words of the source but for function words, which are translated anywhere.
fn telling(context: &Context<'_>, bitext: &Bitext<'_>) -> Vec<Word> {
    let is_small = |word: &Word| {
        let text = cut(&bitext.source.prose, &word.span).to_lowercase();
        context.source.function_words.contains(&text)
    };
    bitext.words(context, Side::Source).iter().filter(|word| !is_small(word)).cloned().collect()
}

/// The places of those words of the source that some words of the target may translate.
fn met(context: &Context<'_>, bitext: &Bitext<'_>, source: &[Word], target: &[Word]) -> Vec<usize> {
    if source.is_empty() || target.is_empty() {
        return Vec::new();
    }
    let anchors = Anchors::new(&PairWords {
        counterparts: &context.counterparts,
        alphabets: &context.alphabets,
        measures: &context.source_measures,
        source: (&bitext.source.prose, source),
        target: (&bitext.target.prose, target),
        folded_source: &bitext.source_sight.folded.text,
    });
    anchors.source.iter().filter(|anchor| anchor.weight > 0).map(|anchor| anchor.at).collect()
}

/// How many words a text has.
pub(super) fn word_count(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
}
