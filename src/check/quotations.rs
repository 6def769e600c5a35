//! `quotations`: quotations of the source are quotations in the target, in the marks of its language, none left open.

use std::ops::Range;

use crate::model::{Args, Finding, Problem, Problems, Severity, Side, Text, clip, cut};

use super::{
    Bitext, Check, CheckedArticle, Context, Language, Rule,
    bitext::code_spans,
    enclosed::{Difference, difference, word_count},
    quotation::{MarkedText, OpenQuotations, QUOTES, Quotation, is_quote, quotations},
    signs::Signs,
    spots::{Spot, outside_addresses, report},
};

pub(super) struct QuotationsRule;

const RULE: Rule = Rule { id: "quotations", severity: Severity::Minor };

/// The words of a quotation whose loss misleads for certain, and of one that is more than a name or a word in doubt.
const SAID: usize = 5;
const PHRASE: usize = 4;
/// The part of its length that a translation of a quotation has at the least.
const NEARLY: f64 = 0.7;
/// The most characters of a quotation that a finding shows.
const SHOWN: usize = 60;

/// A quotation is marked otherwise than in the source, or than the language wants.
enum QuotationsProblem {
    /// The words are in the target, if at all, without marks.
    Lost { text: String },
    /// A quotation has no closing mark.
    Unclosed { mark: String },
    /// A closing mark has no opening one.
    Unopened { mark: String },
    /// A mark is not the language's at its level.
    Mark { mark: String, expected: String },
    /// The marks enclose a part of the quotation.
    Shortened { text: String },
    /// The marks enclose other words.
    Moved { text: String },
}

impl Problem for QuotationsProblem {
    fn rule(&self) -> &'static str {
        RULE.id
    }

    fn id(&self) -> &'static str {
        match self {
            Self::Lost { .. } => "quotations-lost",
            Self::Unclosed { .. } => "quotations-unclosed",
            Self::Unopened { .. } => "quotations-unopened",
            Self::Mark { .. } => "quotations-mark",
            Self::Shortened { .. } => "quotations-shortened",
            Self::Moved { .. } => "quotations-moved",
        }
    }

    fn args(&self) -> Args {
        match self {
            Self::Lost { text } | Self::Shortened { text } | Self::Moved { text } => vec![("text", text.into())],
            Self::Unclosed { mark } | Self::Unopened { mark } => vec![("mark", mark.into())],
            Self::Mark { mark, expected } => vec![("mark", mark.into()), ("expected", expected.into())],
        }
    }

    fn all() -> Vec<Self> {
        let (text, mark) = (|| "not at any price".to_owned(), || "“".to_owned());
        vec![
            Self::Lost { text: text() },
            Self::Unclosed { mark: mark() },
            Self::Unopened { mark: mark() },
            Self::Mark { mark: mark(), expected: "«".to_owned() },
            Self::Shortened { text: text() },
            Self::Moved { text: text() },
        ]
    }
}

impl Check for QuotationsRule {
    fn rule(&self) -> Rule {
        RULE
    }

    fn problems(&self) -> Problems {
        Problems::of::<QuotationsProblem>()
    }

    fn segment(&self, context: &Context<'_>, bitext: &Bitext<'_>, out: &mut Vec<Finding>) {
        let may_quote = [bitext.source_signs, bitext.target_signs].into_iter().any(|signs| signs.may_have(QUOTES));
        if !may_quote || !is_prose(bitext) {
            return;
        }
        let sides = QuotedSides::read(context, bitext, &mut OpenQuotations::new(), &mut OpenQuotations::new());
        let has_partners = sides.partners(context, bitext, out);
        sides.marks(context, bitext, sides.target.is_balanced(), out);
        if has_partners {
            sides.contents(context, bitext, out);
        }
    }

    fn article(&self, context: &Context<'_>, checked: &CheckedArticle<'_>, out: &mut Vec<Finding>) {
        let mut bitexts = checked.bitexts.iter().peekable();
        let mut open = OpenQuotations::new();
        for unit in checked.article.units.iter().filter(|unit| unit.role.is_translated()) {
            let mut paragraph = Vec::new();
            for segment in &unit.segments {
                let bitext = bitexts.next_if(|bitext| bitext.segment == Some(segment.id));
                paragraph.extend(bitext.filter(|bitext| is_prose(bitext)));
            }
            // Where a sentence has no translation, it is not known what is open behind it.
            if paragraph.len() == unit.segments.len() {
                inspect(context, &paragraph, &mut open, out);
            } else {
                open.clear();
                for bitext in paragraph {
                    self.segment(context, bitext, out);
                }
            }
        }
    }
}

/// Whether the target is a translator's prose.
fn is_prose(bitext: &Bitext<'_>) -> bool {
    !bitext.from_source && !bitext.is_slug()
}

/// Checks the sentences of a paragraph: a quotation may begin in one and end in another.
///
/// `open` holds the quotations of the target that the paragraph before leaves open as its source does, and then those of this
/// one: English opens a quotation of several paragraphs in each and closes it in the last, others open it once.
fn inspect(context: &Context<'_>, paragraph: &[&Bitext<'_>], open: &mut OpenQuotations, out: &mut Vec<Finding>) {
    let carried = std::mem::take(open);
    let reopens = |text: &str| text.trim_start().starts_with(is_quote);
    let goes_on = paragraph.first().is_some_and(|first| reopens(&first.source.prose) && !reopens(&first.target.prose));
    let (mut source_open, mut target_open) =
        (OpenQuotations::new(), if goes_on { carried } else { OpenQuotations::new() });
    let mut sides = Vec::with_capacity(paragraph.len());
    let (mut has_marks, mut unopened) = (false, [false; 2]);
    for bitext in paragraph {
        let side = QuotedSides::read(context, bitext, &mut source_open, &mut target_open);
        has_marks |= !side.source.is_empty() || !side.target.is_empty();
        unopened[0] |= !side.source.unopened.is_empty();
        unopened[1] |= !side.target.unopened.is_empty();
        sides.push((*bitext, side));
    }
    if !has_marks {
        return;
    }
    let is_source_balanced = source_open.is_empty() && !unopened[0];
    let is_balanced = target_open.is_empty() && !unopened[1];
    if is_balanced || !is_source_balanced {
        for (bitext, side) in sides {
            side.marks(context, bitext, is_balanced || side.target.is_balanced(), out);
            side.contents(context, bitext, out);
        }
        if !source_open.is_empty() {
            *open = target_open;
        }
        return;
    }
    let mut lone = None;
    for (bitext, side) in &sides {
        let unclosed = side.target.quotations.iter().find(|one| one.close.is_empty() && !one.open.is_empty());
        if let Some(mark) = side.target.unopened.first() {
            lone = Some((*bitext, mark.clone(), false));
            break;
        }
        // The last that nothing closed: later sentences have the others' closing marks.
        if let Some(unclosed) = unclosed.filter(|_| !target_open.is_empty()) {
            lone = Some((*bitext, unclosed.open.clone(), true));
        }
    }
    if let Some((bitext, mark, is_unclosed)) = lone {
        lone_mark(context, bitext, mark, is_unclosed, Severity::Major, out);
    }
    for (bitext, _) in sides {
        let alone = QuotedSides::read(context, bitext, &mut OpenQuotations::new(), &mut OpenQuotations::new());
        alone.marks(context, bitext, alone.target.is_balanced(), out);
    }
}

/// The quotations of a sentence and of its translation.
struct QuotedSides {
    source: MarkedText,
    target: MarkedText,
}

impl QuotedSides {
    fn read(
        context: &Context<'_>,
        bitext: &Bitext<'_>,
        source_open: &mut OpenQuotations,
        target_open: &mut OpenQuotations,
    ) -> Self {
        let read = |text: &Text, signs: Signs, language: &Language, open: &mut OpenQuotations| {
            // Most texts have no mark at all.
            if open.is_empty() && !signs.may_have(QUOTES) {
                return MarkedText::default();
            }
            quotations(&text.prose, &code_spans(text), language, open)
        };
        Self {
            source: read(bitext.source, bitext.source_signs, &context.source, source_open),
            target: read(bitext.target, bitext.target_signs, &context.target, target_open),
        }
    }

    /// Reports marks without a partner in a text of which neither what comes before nor what comes after is known; returns
    /// whether there are none.
    fn partners(&self, context: &Context<'_>, bitext: &Bitext<'_>, out: &mut Vec<Finding>) -> bool {
        let before = out.len();
        let prose = &bitext.target.prose;
        let is_source_balanced = self.source.is_balanced();
        let wanted = self.source.unclosed().count();
        if let Some(quotation) = self.target.unclosed().nth(wanted) {
            let head = cut(prose, &(0..quotation.open.start));
            let severity = match is_source_balanced && has_word(head) {
                // Speech that goes on in the next sentence: `«Так, — сказала яна. —`
                _ if prose.trim_end().ends_with(is_dash) => Severity::Neutral,
                true => Severity::Major,
                // What one language says in two quotations another says in one.
                false => RULE.severity,
            };
            lone_mark(context, bitext, quotation.open.clone(), true, severity, out);
        }
        if let Some(mark) = self.target.unopened.get(self.source.unopened.len()) {
            // Speech from an earlier sentence ends with the text, or before its speaker: `», — сказала яна`
            let rest = cut(prose, &(mark.end..prose.len()));
            let may_be_speech = !has_word(rest) || rest.trim_start_matches([',', ' ', '\u{a0}']).starts_with(is_dash);
            let severity = if is_source_balanced && !may_be_speech { Severity::Major } else { RULE.severity };
            lone_mark(context, bitext, mark.clone(), false, severity, out);
        }
        out.len() == before
    }

    /// The longest quotation within one of the source, where the target has the outer ones nearly as long as they are, and none
    /// within another.
    #[expect(clippy::cast_precision_loss, reason = "lengths of texts")]
    fn lost_inner(&self, context: &Context<'_>, bitext: &Bitext<'_>) -> Option<&Quotation> {
        let mut inner = self.source.quotations.iter().filter(|one| one.level > 0 && one.is_closed()).peekable();
        inner.peek()?;
        let letters = |side: &MarkedText, text: &str| -> usize {
            side.spans().iter().map(|span| cut(text, span).chars().count()).sum()
        };
        let expected = letters(&self.source, &bitext.source.prose) as f64 * context.expansion;
        let is_lost = self.source.is_balanced()
            && self.target.quotations.iter().all(|quotation| quotation.level == 0)
            && self.target.quotations.len() <= self.source.spans().len()
            && letters(&self.target, &bitext.target.prose) as f64 >= expected * NEARLY;
        let longest = inner.max_by_key(|quotation| quotation.inner().len()).filter(|_| is_lost)?;
        // A title in the letters of its language needs no marks.
        let is_same = bitext.target.prose.contains(cut(&bitext.source.prose, &longest.inner()));
        (!is_same).then_some(longest)
    }

    /// Reports marks that are not the language's at their level, which is known where no mark lacks a partner
    /// (`is_balanced`), be that in another sentence of the paragraph.
    fn marks(&self, context: &Context<'_>, bitext: &Bitext<'_>, is_balanced: bool, out: &mut Vec<Finding>) {
        let prose = &bitext.target.prose;
        let pairs = [&context.target.quotes, &context.target.inner_quotes];
        if pairs.iter().any(|(open, close)| open.is_empty() || close.is_empty()) || self.target.is_empty() {
            return;
        }
        // What one unclear mark does depends on the others.
        let is_clear = is_balanced && self.target.quotations.iter().all(|quotation| quotation.is_clear);
        let mut spots: Vec<(Spot, &str, Severity)> = Vec::new();
        for quotation in &self.target.quotations {
            let Some((open, close)) = pairs.get(quotation.level) else { continue };
            let is_home = || cut(prose, &quotation.inner()).chars().any(|char| context.target.letters.contains(char));
            let is_certain = is_clear && is_home();
            let sides = [(&quotation.open, open, 0), (&quotation.close, close, 1)];
            for (span, expected, side) in sides.into_iter().filter(|(span, ..)| !span.is_empty()) {
                let mark = cut(prose, span);
                let is_known = |pair: &&(String, String)| mark == if side == 0 { &pair.0 } else { &pair.1 };
                // Where marks are missing, the level is not known.
                if mark == expected || (!is_balanced && pairs.iter().any(is_known)) || is_speakers(bitext, span) {
                    continue;
                }
                let is_certain = is_certain && !matches!(mark, "'" | "’" | "‘");
                let spot = if is_certain { Spot::certain } else { Spot::likely };
                // A mark of the other level is a matter of taste where its partner is of that level, too.
                let is_of_other = pairs.iter().any(is_known) && !is_mixed(prose, quotation, &pairs);
                let severity = if is_of_other { Severity::Neutral } else { RULE.severity };
                spots.push((spot(span.clone(), expected.clone()), expected, severity));
            }
        }
        spots.sort_by_key(|(spot, ..)| spot.span.start);
        for expected in pairs.into_iter().flat_map(|(open, close)| [open, close]) {
            for severity in [RULE.severity, Severity::Neutral] {
                let of_mark = spots.iter().filter(|(_, mark, known)| mark == expected && *known == severity);
                let of_mark = outside_addresses(prose, of_mark.map(|(spot, ..)| spot.clone()).collect());
                let problem = |mark| QuotationsProblem::Mark { mark, expected: expected.clone() };
                report(context, bitext, severity, &of_mark, &problem, out);
            }
        }
    }

    /// Reports quotations of the source that the marks of the target do not enclose.
    fn contents(&self, context: &Context<'_>, bitext: &Bitext<'_>, out: &mut Vec<Finding>) {
        if self.source.is_empty() {
            return;
        }
        let (source, prose) = (&bitext.source.prose, &bitext.target.prose);
        let shown = |quotation: &Quotation| clip(cut(source, &quotation.inner()), SHOWN);
        let mut tell = |problem: QuotationsProblem, severity: Severity, span: Range<usize>| {
            out.push(Finding::new(problem, severity, bitext.place(context, Side::Target, span)));
        };
        if self.target.is_empty() {
            // Speech that begins with a dash needs no marks.
            if prose.trim_start().starts_with(is_dash) {
                return;
            }
            let words = |quotation: &&Quotation| word_count(cut(source, &quotation.inner()));
            let Some(longest) = self.source.quotations.iter().max_by_key(words) else { return };
            // A quotation of which this sentence is a part may have its marks in others.
            let is_whole = word_count(source) < words(&longest) + PHRASE - 1;
            let severity = match words(&longest) {
                _ if !self.source.is_balanced() => Severity::Neutral,
                SAID.. if !is_whole => Severity::Major,
                PHRASE.. => RULE.severity,
                _ => Severity::Neutral,
            };
            tell(QuotationsProblem::Lost { text: shown(longest) }, severity, 0..0);
            return;
        }
        // The dash stands for the marks of the outer quotation.
        if prose.trim_start().starts_with(is_dash) && self.target.quotations.len() < self.source.quotations.len() {
            return;
        }
        if let Some(inner) = self.lost_inner(context, bitext) {
            // Who repeats what somebody said may do so in words of his own.
            let severity = Severity::Neutral;
            tell(QuotationsProblem::Lost { text: shown(inner) }, severity, 0..0);
            return;
        }
        if let Some((quotation, difference)) = difference(context, bitext, &self.source, &self.target) {
            let text = shown(quotation);
            match difference {
                Difference::Lost { severity } => tell(QuotationsProblem::Lost { text }, severity, 0..0),
                Difference::Shortened { span, severity } => tell(QuotationsProblem::Shortened { text }, severity, span),
                Difference::Moved { span, severity } => tell(QuotationsProblem::Moved { text }, severity, span),
            }
        }
    }
}

/// Reports a mark without a partner.
fn lone_mark(
    context: &Context<'_>,
    bitext: &Bitext<'_>,
    span: Range<usize>,
    is_unclosed: bool,
    severity: Severity,
    out: &mut Vec<Finding>,
) {
    let mark = cut(&bitext.target.prose, &span).to_owned();
    let problem = if is_unclosed { QuotationsProblem::Unclosed { mark } } else { QuotationsProblem::Unopened { mark } };
    out.push(Finding::new(problem, severity, bitext.place(context, Side::Target, span)));
}

/// Whether a quotation begins with a mark of one pair and ends with one of another.
fn is_mixed(prose: &str, quotation: &Quotation, pairs: &[&(String, String)]) -> bool {
    let [open, close] = [&quotation.open, &quotation.close].map(|span| cut(prose, span));
    quotation.is_closed() && !pairs.iter().any(|pair| pair.0 == open && pair.1 == close)
}

/// Whether a mark is within a speaker's own words. The marks around them are the sentence's.
fn is_speakers(bitext: &Bitext<'_>, mark: &Range<usize>) -> bool {
    let prose = &bitext.target.prose;
    bitext.is_exempt(mark) && has_word(cut(prose, &(0..mark.start))) && has_word(cut(prose, &(mark.end..prose.len())))
}

fn has_word(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}

const fn is_dash(char: char) -> bool {
    matches!(char, '—' | '–' | '-')
}
