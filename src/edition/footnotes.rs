//! Footnotes of a page: each leads back to where it is called.

use std::{collections::BTreeMap, fmt::Write as _};

use super::escape::escape;

/// How a call of a footnote begins in the body of a page.
const CALL: &str = "<sup class=\"footnote-reference\"><a href=\"#";

/// How a footnote begins.
const NOTE: &str = "<div class=\"footnote-definition\" id=\"";

/// The body of a page whose footnotes have a way back to their first call, named `back` for those who cannot see the
/// arrow. Ids begin with `fn-` and `fnref-`, so that none is a heading's.
pub(super) fn with_ways_back(body: &str, back: &str) -> String {
    let mut calls: BTreeMap<&str, usize> = BTreeMap::new();
    let mut out = String::with_capacity(body.len() + 64);
    let mut parts = body.split(CALL);
    out.push_str(parts.next().unwrap_or_default());
    for part in parts {
        let (id, rest) = part.split_once('"').unwrap_or((part, ""));
        let count = calls.entry(id).or_default();
        *count += 1;
        let number = if *count > 1 { format!("-{count}") } else { String::new() };
        let _ = write!(
            out,
            "<sup class=\"footnote-reference\" id=\"fnref-{id}{number}\"><a role=\"doc-noteref\" href=\"#fn-{id}\"{rest}"
        );
    }
    let mut page = String::with_capacity(out.len() + 64);
    let mut rest = out.as_str();
    while let Some((before, note)) = rest.split_once(NOTE) {
        page.extend([before, NOTE, "fn-"]);
        let (content, behind) = note.split_at(end_of_div(note));
        let id = content.split('"').next().unwrap_or_default();
        if calls.contains_key(id) {
            let arrow = format!(
                " <a class=\"footnote-back\" role=\"doc-backlink\" href=\"#fnref-{id}\" aria-label=\"{}\">↩</a>",
                escape(back)
            );
            let text = content.trim_end();
            let (text, end) = text.strip_suffix("</p>").map_or((text, ""), |text| (text, "</p>"));
            page.extend([text, &arrow, end, "\n"]);
        } else {
            page.push_str(content);
        }
        rest = behind;
    }
    page.push_str(rest);
    page
}

/// Where the element ends whose start tag has been read in part: the offset of its `</div>`.
fn end_of_div(html: &str) -> usize {
    let mut depth = 1_usize;
    let mut at = 0;
    while let Some(tag) = html.get(at..).and_then(|rest| rest.find('<')) {
        at += tag;
        let rest = html.get(at..).unwrap_or_default();
        if rest.starts_with("</div>") {
            depth -= 1;
            if depth == 0 {
                return at;
            }
        } else if rest.starts_with("<div>") || rest.starts_with("<div ") {
            depth += 1;
        }
        at += 1;
    }
    html.len()
}
