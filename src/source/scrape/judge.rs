//! The article out of a page's blocks: the verdicts of head, body and tail put together.

use std::collections::HashSet;

use super::{
    LeftOut, Scraped, ScrapedArticle,
    block::{Block, BlockKind, CandidateBlock, MarkupHint, Run, Style, collapse, text_of},
    body, byline,
    cues::Cues,
    furniture, head,
    meta::Meta,
    page::{Fate, PageView, Part, is_prose},
    reason::Reason,
    signs::key,
    tail,
};

/// Judges every block of a page.
pub(super) fn judge(drafts: Vec<CandidateBlock>, meta: Meta, cues: &Cues, plain: bool) -> Scraped {
    let mut groups = vec![0; drafts.iter().map(|draft| draft.group + 1).max().unwrap_or(0)];
    for draft in &drafts {
        if let Some(count) = groups.get_mut(draft.group) {
            *count += 1;
        }
    }
    // HTML without a heading and without a title tells no more than its lines do.
    let headed =
        drafts.iter().any(|draft| matches!(draft.form, BlockKind::Heading(_)) || draft.hint == Some(MarkupHint::Title));
    let plain = plain || !(headed || meta.title.is_some());
    let mut page = PageView {
        drafts: &drafts,
        meta: &meta,
        cues,
        groups,
        first: 0,
        end: drafts.len(),
        title: None,
        names: HashSet::new(),
        plain,
    };
    let reason = |draft: &CandidateBlock| {
        let general = matches!(draft.out, Some(Reason::Footer | Reason::Aside | Reason::Header | Reason::Outside));
        let told = || furniture::of_line(&draft.text, cues).or_else(|| furniture::of_start(&draft.text, cues));
        // A page's header may be its article's: what is marked as the standfirst there is no furniture.
        let out = draft.out.filter(|out| *out != Reason::Header || draft.hint != Some(MarkupHint::Standfirst));
        out.map(|out| if general { told().unwrap_or(out) } else { out })
    };
    let mut fates: Vec<Option<Fate>> = drafts.iter().map(|draft| reason(draft).map(Fate::Out)).collect();
    let prose: Vec<usize> =
        (0..drafts.len()).filter(|at| drafts.get(*at).is_some_and(|d| d.out.is_none() && is_prose(d, cues))).collect();
    let in_core = |at: &usize| drafts.get(*at).is_some_and(|draft| draft.core);
    page.first = prose.iter().copied().find(in_core).or_else(|| prose.first().copied()).unwrap_or(drafts.len());
    byline::find_names(&mut page);
    page.end = tail::start(&page, &prose);
    page.names.clear();
    byline::find_names(&mut page);
    head::find_beginning(&mut page, &prose, &mut fates);
    head::judge(&page, &mut fates);
    body::judge(&page, &mut fates);
    tail::judge(&page, &mut fates);
    assemble(drafts, meta, cues, fates)
}

/// Where the words of a page have gone.
struct Assembly {
    out: Scraped,
    authors: Vec<String>,
    dates: Vec<Option<String>>,
}

impl Assembly {
    fn leave(&mut self, line: usize, reason: Reason, text: &str) {
        let text = collapse(text);
        let words = text.split_whitespace().count();
        if words > 0 {
            self.out.left_words += words;
            self.out.left_out.push(LeftOut { line, reason, text });
        }
    }

    fn keep(&mut self, draft: CandidateBlock, form: BlockKind, runs: Vec<Run>) {
        self.out.kept_words += text_of(&runs).split_whitespace().count();
        // A list's mark is kept as such; a block that turns out to be something else keeps it as a word.
        let mut runs = runs;
        if let Some(marker) = draft.marker {
            self.out.kept_words += 1;
            if !matches!(form, BlockKind::Item { .. }) {
                runs.insert(0, Run::Text { text: format!("{marker} "), style: Style::default() });
            }
        }
        self.out.article.blocks.push(Block { line: draft.line, form, quoted: draft.quoted, runs });
    }

    /// The words of a block that becomes a line of the front matter.
    fn value(&mut self, draft: &CandidateBlock) -> String {
        self.out.kept_words += draft.all_words();
        draft.listed()
    }
}

fn assemble(drafts: Vec<CandidateBlock>, meta: Meta, cues: &Cues, fates: Vec<Option<Fate>>) -> Scraped {
    let words = drafts.iter().map(CandidateBlock::all_words).sum();
    let lang = meta.lang.clone().or_else(|| {
        let kept = drafts.iter().zip(&fates).filter(|(_, fate)| !matches!(fate, Some(Fate::Out(_))));
        cues.language_of(kept.flat_map(|(draft, _)| draft.text.split_whitespace()))
    });
    let mut all = Assembly { out: Scraped { words, ..Scraped::default() }, authors: Vec::new(), dates: Vec::new() };
    let mut bios: Vec<String> = Vec::new();
    for (draft, fate) in drafts.into_iter().zip(fates) {
        match fate.unwrap_or(Fate::Keep) {
            Fate::Keep => {
                let (form, runs) = (draft.form.clone(), draft.runs.clone());
                all.keep(draft, form, runs);
            }
            Fate::As(form) => {
                let mut runs = draft.runs.clone();
                if matches!(form, BlockKind::Heading(_)) {
                    body::without_bold(&mut runs);
                }
                all.keep(draft, form, runs);
            }
            Fate::Credited(at) => {
                let (caption, credit) = body::split_runs(&draft.runs, at);
                if at > 0 {
                    all.keep(draft.clone(), BlockKind::Caption, caption);
                }
                all.keep(
                    CandidateBlock { marker: draft.marker.clone().filter(|_| at == 0), ..draft },
                    BlockKind::Credit,
                    credit,
                );
            }
            Fate::Title => all.out.article.title = all.value(&draft),
            Fate::Standfirst => {
                let text = all.value(&draft);
                all.out.article.standfirst = Some(text);
            }
            Fate::Bio => bios.push(all.value(&draft)),
            Fate::Line(pieces) => {
                for piece in pieces {
                    match piece.part {
                        Part::Out(reason) => all.leave(draft.line, reason, &piece.text),
                        Part::Date(day) => {
                            all.dates.push(day);
                            all.leave(draft.line, Reason::Date, &piece.text);
                        }
                        Part::Author => {
                            if all.authors.iter().any(|known| key(known) == key(&piece.text)) {
                                all.leave(draft.line, Reason::RepeatedByline, &piece.text);
                            } else {
                                all.out.kept_words += piece.text.split_whitespace().count();
                                all.authors.push(byline::bare(&piece.text).to_owned());
                            }
                        }
                    }
                }
            }
            Fate::Out(reason) => all.leave(draft.line, reason, &draft.listed()),
        }
    }
    let Assembly { mut out, authors, dates } = all;
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
