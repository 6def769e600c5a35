//! Assembly of the article from a page's blocks and the verdicts of head, body and tail.

use std::collections::HashSet;

use super::{
    LeftOut, Scraped, ScrapedArticle,
    block::{Block, BlockKind, CandidateBlock, MarkupHint, Run, Style, collapse, text_of},
    body, byline,
    cues::Cues,
    furniture, head,
    meta::Meta,
    page::{PageView, Part, Verdict, is_prose},
    reason::Reason,
    shape::{ends_sentence, key},
    tail,
};

/// Judges every block of a page and assembles the article.
pub(super) fn judge(blocks: Vec<CandidateBlock>, meta: Meta, cues: &Cues, plain: bool) -> Scraped {
    let mut groups = vec![0; blocks.iter().map(|block| block.group + 1).max().unwrap_or(0)];
    for block in &blocks {
        if let Some(count) = groups.get_mut(block.group) {
            *count += 1;
        }
    }
    // HTML without a heading and without a title has no more structure than its lines.
    let headed =
        blocks.iter().any(|block| matches!(block.form, BlockKind::Heading(_)) || block.hint == Some(MarkupHint::Title));
    let plain = plain || !(headed || meta.title.is_some());
    let mut page = PageView {
        blocks: &blocks,
        meta: &meta,
        cues,
        groups,
        first: 0,
        end: blocks.len(),
        title: None,
        names: HashSet::new(),
        plain,
    };
    let reason = |block: &CandidateBlock| {
        let is_general = matches!(block.out, Some(Reason::Footer | Reason::Aside | Reason::Header | Reason::Outside));
        let own_reason = || furniture::of_line(&block.text, cues).or_else(|| furniture::of_start(&block.text, cues));
        // The page's header may be the article's: a marked standfirst there is not furniture.
        let out = block.out.filter(|out| *out != Reason::Header || block.hint != Some(MarkupHint::Standfirst));
        out.map(|out| if is_general { own_reason().unwrap_or(out) } else { out })
    };
    let mut verdicts: Vec<Option<Verdict>> = blocks.iter().map(|block| reason(block).map(Verdict::Out)).collect();
    let prose: Vec<usize> =
        (0..blocks.len()).filter(|at| blocks.get(*at).is_some_and(|d| d.out.is_none() && is_prose(d, cues))).collect();
    let in_core = |at: &usize| blocks.get(*at).is_some_and(|block| block.core);
    page.first = prose.iter().copied().find(in_core).or_else(|| prose.first().copied()).unwrap_or(blocks.len());
    byline::find_names(&mut page);
    page.end = tail::start(&page, &prose);
    page.names.clear();
    byline::find_names(&mut page);
    head::find_beginning(&mut page, &prose, &mut verdicts);
    head::judge(&page, &mut verdicts);
    body::judge(&page, &mut verdicts);
    tail::judge(&page, &mut verdicts);
    if !plain {
        leave_out_copies(&blocks, &mut verdicts);
    }
    assemble(blocks, meta, cues, verdicts)
}

/// The words of a block that does not occur twice by chance.
const COPIED: usize = 8;
/// The most quotations that are looked for in the rest of the text.
const MOST_QUOTES: usize = 16;

/// Leaves out what the article has already: the copy for another screen, and quotations that only repeat a sentence. A
/// refrain is no copy: of that, a third of the text or more occurs again.
fn leave_out_copies(blocks: &[CandidateBlock], verdicts: &mut [Option<Verdict>]) {
    let is_kept = |verdict: &Option<Verdict>| matches!(verdict, None | Some(Verdict::Keep | Verdict::As(_)));
    let is_text = |block: &CandidateBlock| {
        block.words >= COPIED
            && matches!(block.form, BlockKind::Paragraph | BlockKind::Item { .. } | BlockKind::Heading(_))
    };
    let mut seen: HashSet<String> = HashSet::new();
    let (mut rest, mut copies, mut quotes) = (String::new(), Vec::new(), Vec::new());
    for (at, (block, verdict)) in blocks.iter().zip(&*verdicts).enumerate() {
        if !(is_text(block) && is_kept(verdict)) {
            continue;
        }
        let key = key(&block.text);
        if block.quoted {
            quotes.push((at, key));
        } else if seen.contains(&key) {
            copies.push(at);
        } else {
            rest.extend([key.as_str(), "\n"]);
            seen.insert(key);
        }
    }
    let repeats = quotes.into_iter().take(MOST_QUOTES).filter(|(_, key)| rest.contains(key.as_str()));
    let repeats: Vec<usize> = repeats.map(|(at, _)| at).collect();
    let copies = if copies.len() * 3 >= seen.len() { copies } else { Vec::new() };
    for at in copies.into_iter().chain(repeats) {
        if let Some(verdict) = verdicts.get_mut(at) {
            *verdict = Some(Verdict::Out(Reason::Copy));
        }
    }
}

/// The result so far, with the authors and dates found in the text.
#[derive(Default)]
struct Assembly {
    out: Scraped,
    /// The words of the kept lines, sentences or not.
    text: usize,
    /// The texts of the kept blocks, and the long paragraphs that were left out.
    kept: HashSet<String>,
    dropped: Vec<String>,
    authors: Vec<String>,
    dates: Vec<Option<String>>,
}

impl Assembly {
    fn leave_out(&mut self, line: usize, reason: Reason, text: &str) {
        let text = collapse(text);
        let words = text.split_whitespace().count();
        if words > 0 {
            self.out.left_words += words;
            self.out.left_out.push(LeftOut { line, reason, text });
        }
    }

    fn keep(&mut self, block: CandidateBlock, form: BlockKind, runs: Vec<Run>) {
        self.out.kept_words += text_of(&runs).split_whitespace().count();
        // A list item keeps its marker as such; any other block keeps it as a word.
        let mut runs = runs;
        if is_text(&block, &form) {
            self.text += block.words;
            self.out.kept_prose += if is_sentence(&block) { block.words } else { 0 };
        }
        self.kept.insert(block.text);
        if let Some(marker) = block.marker {
            self.out.kept_words += 1;
            if !matches!(form, BlockKind::Item { .. }) {
                runs.insert(0, Run::Text { text: format!("{marker} "), style: Style::default() });
            }
        }
        self.out.article.blocks.push(Block { line: block.line, form, quoted: block.quoted, runs });
    }

    /// The text of a block that becomes a value of the front matter.
    fn value(&mut self, block: &CandidateBlock) -> String {
        self.out.kept_words += block.all_words();
        block.listed_text()
    }
}

/// The fewest words of a line that is a sentence without a mark at its end.
const SENTENCE: usize = 8;
/// The fewest words of a text without a sentence, such as verse.
const VERSE: usize = 20;

/// Whether a kept block is of the article's text.
fn is_text(block: &CandidateBlock, form: &BlockKind) -> bool {
    matches!(form, BlockKind::Paragraph | BlockKind::Item { .. } | BlockKind::Cell { .. } | BlockKind::Caption)
        && block.linked < block.words
}

/// Whether it has a sentence.
fn is_sentence(block: &CandidateBlock) -> bool {
    block.words >= SENTENCE || (block.words >= 2 && ends_sentence(&block.text))
}

/// Whether prose that is left out for a reason may be the article's.
const fn counts(reason: Reason) -> bool {
    !matches!(
        reason,
        Reason::Comments
            | Reason::Navigation
            | Reason::Related
            | Reason::Consent
            | Reason::Footer
            | Reason::Copyright
            | Reason::Teaser
            | Reason::RepeatedTitle
            | Reason::RepeatedByline
            | Reason::Copy
    )
}

fn assemble(blocks: Vec<CandidateBlock>, meta: Meta, cues: &Cues, verdicts: Vec<Option<Verdict>>) -> Scraped {
    let words = blocks.iter().map(CandidateBlock::all_words).sum();
    let lang = meta.lang.clone().or_else(|| {
        let kept_blocks = blocks.iter().zip(&verdicts).filter(|(_, verdict)| !matches!(verdict, Some(Verdict::Out(_))));
        cues.language_of(kept_blocks.flat_map(|(block, _)| block.text.split_whitespace()))
    });
    let mut assembly = Assembly { out: Scraped { words, ..Scraped::default() }, ..Assembly::default() };
    let mut bios: Vec<String> = Vec::new();
    for (block, verdict) in blocks.into_iter().zip(verdicts) {
        match verdict.unwrap_or(Verdict::Keep) {
            Verdict::Keep => {
                let (form, runs) = (block.form.clone(), block.runs.clone());
                assembly.keep(block, form, runs);
            }
            Verdict::As(form) => {
                let mut runs = block.runs.clone();
                if matches!(form, BlockKind::Heading(_)) {
                    body::remove_bold(&mut runs);
                }
                assembly.keep(block, form, runs);
            }
            Verdict::Credited(at) => {
                let (caption, credit) = body::split_runs(&block.runs, at);
                if at > 0 {
                    assembly.keep(block.clone(), BlockKind::Caption, caption);
                }
                assembly.keep(
                    CandidateBlock { marker: block.marker.clone().filter(|_| at == 0), ..block },
                    BlockKind::Credit,
                    credit,
                );
            }
            Verdict::Title => assembly.out.article.title = assembly.value(&block),
            Verdict::Standfirst => {
                let text = assembly.value(&block);
                assembly.out.article.standfirst = Some(text);
            }
            Verdict::Bio => bios.push(assembly.value(&block)),
            Verdict::Line(pieces) => {
                for piece in pieces {
                    match piece.part {
                        Part::Out(reason) => assembly.leave_out(block.line, reason, &piece.text),
                        Part::Date(day) => {
                            assembly.dates.push(day);
                            assembly.leave_out(block.line, Reason::Date, &piece.text);
                        }
                        Part::Author => {
                            if assembly.authors.iter().any(|known| key(known) == key(&piece.text)) {
                                assembly.leave_out(block.line, Reason::RepeatedByline, &piece.text);
                            } else {
                                assembly.out.kept_words += piece.text.split_whitespace().count();
                                assembly.authors.push(byline::trim_name(&piece.text).to_owned());
                            }
                        }
                    }
                }
            }
            Verdict::Out(reason) => {
                assembly.leave_out(block.line, reason, &block.listed_text());
                if counts(reason) && is_prose(&block, cues) {
                    assembly.dropped.push(block.text);
                }
            }
        }
    }
    let Assembly { mut out, authors, dates, text, kept, dropped } = assembly;
    if out.kept_prose == 0 && text >= VERSE {
        out.kept_prose = text;
    }
    // The copy for another screen is not lost.
    out.dropped_prose =
        dropped.iter().filter(|text| !kept.contains(*text)).map(|text| text.split_whitespace().count()).sum();
    let article: &mut ScrapedArticle = &mut out.article;
    if article.title.is_empty() {
        article.title = meta.title.unwrap_or_default();
    }
    article.bio = (!bios.is_empty()).then(|| bios.join(" "));
    article.author = if authors.is_empty() { meta.author } else { Some(authors.join(", ")) };
    article.date = meta.date.or_else(|| dates.into_iter().flatten().next());
    article.lang = lang;
    article.url = meta.url;
    article.tags = meta.tags;
    out
}
