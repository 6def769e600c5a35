//! Whether the quotation marks of a translation enclose what those of its source do, by the words that both have in common.

use std::{cell::OnceCell, ops::Range};

use crate::model::{Severity, Side, cut};

use super::{
    Bitext, Context,
    anchors::met,
    bitext::is_within,
    frame::Frame,
    quotation::{MarkedText, Quotation},
    word_facts::WordLists,
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

/// How much less or more of its text a quotation is, as a natural logarithm, where that tells alone, where its words tell the
/// same, and where the marks beside it do; and how far it has moved, as a share of the text, where none of its words is met.
const VERY_FAR: f64 = 1.3;
const FAR: f64 = 0.8;
const NEAR: f64 = 0.5;
const MOVED: f64 = 0.2;
/// Words of which one should be met, if function words are left out.
const TELLING: usize = 3;

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
    let (spans, own) = (target.spans(), source.spans());
    let outer = |marked: &'q MarkedText| marked.quotations.iter().filter(|one| one.level == 0).take(MOST);
    let parts = ComparedWords { context, bitext };
    let (inside, outside) =
        (parts.target(|word| is_within(&spans, word)), parts.target(|word| !is_within(&spans, word)));
    let around = OnceCell::new();
    let lengths = Lengths::new(context, bitext, [&own, &spans]);
    for quotation in outer(source) {
        let words = parts.source(|word| is_within(std::slice::from_ref(&quotation.whole()), word));
        let met = parts.met(&words, &inside);
        let leaked = parts.met(&words, &outside).into_iter().filter(|at| met.binary_search(at).is_err()).count();
        let count = word_count(cut(&bitext.source.prose, &quotation.inner()));
        let span = spans.first().cloned().unwrap_or_default();
        if met.is_empty() && leaked > 0 {
            let severity = if leaked > 1 { Severity::Minor } else { Severity::Neutral };
            let is_moved = spans.len() >= own.len();
            let found = if is_moved { Difference::Moved { span, severity } } else { Difference::Lost { severity } };
            return Some((quotation, found));
        }
        if met.is_empty() && spans.len() == own.len() {
            let around = around.get_or_init(|| parts.source(|word| !is_within(&own, word)));
            let strange = parts.met(around, &inside);
            let elsewhere = parts.met(around, &outside);
            if strange.iter().any(|at| elsewhere.binary_search(at).is_err()) {
                return Some((quotation, Difference::Moved { span, severity: Severity::Neutral }));
            }
        }
        let share = lengths.share();
        if count >= LONG && ((leaked > 0 && share < SHORT) || share < VERY_SHORT) {
            let severity = if leaked > 1 { Severity::Minor } else { Severity::Neutral };
            return Some((quotation, Difference::Shortened { span, severity }));
        }
        if let ([own_span], [target_span]) = (own.as_slice(), spans.as_slice()) {
            let severity = Severity::Neutral;
            let (source, prose) = (&bitext.source.prose, &bitext.target.prose);
            let shift = Frame::of(source, own_span).shift(&Frame::of(prose, target_span));
            let is_cut = shift.begins_within || shift.ends_within;
            let is_long = count >= LONG;
            let is_less = shift.lost > VERY_FAR || (shift.lost > FAR && leaked > 0) || (shift.lost > NEAR && is_cut);
            if lengths.is_shortened() || (is_long && is_less) {
                return Some((quotation, Difference::Shortened { span, severity }));
            }
            // One pair of marks may enclose what English interrupts.
            let enclosed = cut(prose, &span);
            let dashes: usize = ["— ", "– "].iter().map(|dash| enclosed.matches(dash).count()).sum();
            let is_interrupted = dashes > 0;
            // Nothing is left outside: who speaks stands within the marks, or nowhere.
            let words_outside = |text: &str, span: &Range<usize>| {
                word_count(cut(text, &(0..span.start))) + word_count(cut(text, &(span.end..text.len())))
            };
            let is_swallowed = target.is_balanced()
                && dashes < 2
                && words_outside(source, own_span) > 1
                && words_outside(prose, target_span) == 0;
            let is_extended =
                lengths.is_extended() || (is_long && (shift.lost < -FAR || (shift.lost < -NEAR && is_cut)));
            let is_elsewhere = is_long
                && words.len() >= TELLING
                && met.is_empty()
                && (is_cut || (shift.moved > MOVED && !shift.is_apart));
            let is_broken = shift.begins_within && shift.ends_within;
            if (is_extended && !is_interrupted)
                || is_swallowed
                || is_elsewhere
                || is_broken
                || says_nothing(&inside, &words)
            {
                return Some((quotation, Difference::Moved { span, severity }));
            }
            if leaked > 0 {
                let around = around.get_or_init(|| parts.source(|word| !is_within(&own, word)));
                let elsewhere = parts.met(around, &outside);
                let strange = parts.met(around, &inside);
                let strange = strange.iter().filter(|at| elsewhere.binary_search(at).is_err()).count();
                if strange > 0 && leaked + strange > met.len() + usize::from(!is_cut) {
                    return Some((quotation, Difference::Moved { span, severity }));
                }
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

/// How many words a text has.
pub(super) fn word_count(text: &str) -> usize {
    text.split_whitespace().filter(|word| word.contains(char::is_alphanumeric)).count()
}

/// The words of a pair, of which some are compared.
struct ComparedWords<'a> {
    context: &'a Context<'a>,
    bitext: &'a Bitext<'a>,
}

/// Some words of a text.
type Part<'a> = Vec<&'a Word<'a>>;

impl<'a> ComparedWords<'a> {
    /// The words of the source that are in a part of it, but for function words: those are translated anywhere.
    fn source(&self, is_part: impl Fn(&Range<usize>) -> bool) -> Part<'a> {
        let words = self.bitext.words(Side::Source).iter();
        words.filter(|word| !word.lists.has(WordLists::SMALL) && is_part(&word.span)).collect()
    }

    /// The words of the target that are in a part of it.
    fn target(&self, is_part: impl Fn(&Range<usize>) -> bool) -> Part<'a> {
        self.bitext.words(Side::Target).iter().filter(|word| is_part(&word.span)).collect()
    }

    /// The places of those words of the source that some words of the target may translate, in order.
    fn met(&self, source: &[&Word<'_>], target: &[&Word<'_>]) -> Vec<usize> {
        if source.is_empty() || target.is_empty() {
            return Vec::new();
        }
        met(&self.bitext.sides(self.context), source, target)
    }
}

/// Whether the target encloses nothing but function words, and the source more.
fn says_nothing(inside: &[&Word<'_>], quoted: &[&Word<'_>]) -> bool {
    !inside.is_empty() && !quoted.is_empty() && inside.iter().all(|word| word.lists.has(WordLists::SMALL))
}
