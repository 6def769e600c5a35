//! Waives a finding: adds a waiver to the file of its article and locale.

use super::file::{is_blank, read, with_waiver};
use crate::{
    desk::{
        DeskError, FindingWithText, Observer, Unobserved, WaiverError, Workspace, approve::parse_segment_id,
        check::check_one,
    },
    model::{Finding, Locale, Side, Waiver, cut},
    pipeline::rules,
    project::{ProjectError, SettingsError},
};

/// How often a file is read anew that somebody else saves again and again.
const MAX_TRIES: usize = 8;

/// Which finding may stand, why, and who says so.
#[derive(Debug, Clone)]
pub struct WaiveRequest {
    /// The article.
    pub slug: String,
    /// The edition's locale; the article's for a finding in the article itself.
    pub locale: Locale,
    /// The segment's id.
    pub segment: String,
    /// The rule.
    pub rule: String,
    /// If set, only where the words that the finding marks are these.
    pub text: Option<String>,
    /// Why the finding may stand.
    pub reason: String,
    /// Who decides.
    pub by: String,
    /// Today, `YYYY-MM-DD`.
    pub today: String,
}

/// A file with a new waiver.
#[derive(Debug)]
pub struct WaivedFile {
    /// The file's name.
    pub name: String,
    /// The findings that are waived now.
    pub waived: Vec<FindingWithText>,
    /// Errors for what could not be checked.
    pub errors: Vec<DeskError>,
}

/// Waives the findings of a rule in a segment. Fails where there are none.
pub fn waive(workspace: &Workspace, request: &WaiveRequest, observer: &dyn Observer) -> Result<WaivedFile, DeskError> {
    let (locale, rule, known) = (&request.locale, &request.rule, rules());
    for (option, value) in [("--reason", &request.reason), ("--by", &request.by)] {
        if is_blank(value) {
            return Err(DeskError::WaiverWithout { option });
        }
    }
    let refused = |option: &str, error| Err(ProjectError::setting(option, error).into());
    if !known.contains(&rule.as_str()) {
        return refused("--rule", SettingsError::UnknownRule { rule: rule.clone(), known });
    }
    if let Some(setting) = workspace.settings.policy.never_waives(rule) {
        return Err(DeskError::NeverWaived { rule: rule.clone(), setting });
    }
    let id = parse_segment_id(&request.segment)?;
    let slug = workspace.slugs(std::slice::from_ref(&request.slug))?.concat();
    let checked = check_one(workspace, &slug, &Unobserved)?;
    let report = || checked.errors.iter().for_each(|error| observer.failed(error));
    let (article, mut locales) = (&checked.article, workspace.targets()?.to_vec());
    if !locales.contains(&article.locale) {
        locales.push(article.locale.clone());
    }
    if !locales.contains(locale) {
        return refused("--locale", SettingsError::NotATarget { locale: locale.clone(), known: locales });
    }
    if !article.segments().any(|(_, segment)| segment.id == id) {
        return Err(DeskError::NoSegment { id: id.to_string() });
    }
    let locale_of = |finding: &Finding| match finding.place.side {
        Side::Source => Some(article.locale.clone()),
        Side::Target => finding.place.locale.clone(),
    };
    let is_in_segment = |finding: &Finding| finding.place.segment == Some(id) && finding.digest.is_some();
    let is_here = |finding: &Finding| is_in_segment(finding) && locale_of(finding).as_ref() == Some(locale);
    let is_meant = |item: &&FindingWithText| {
        item.finding.rule() == rule
            && request.text.as_deref().is_none_or(|text| text == cut(&item.text, &item.finding.place.span))
    };
    let here: Vec<&FindingWithText> = checked.findings.iter().filter(|item| is_here(&item.finding)).collect();
    let meant: Vec<FindingWithText> = here.iter().copied().filter(is_meant).cloned().collect();
    let Some(digest) = meant.first().and_then(|item| item.finding.digest.clone()) else {
        report();
        let earlier = checked.waived.iter().filter(|one| is_here(&one.item.finding)).find(|one| is_meant(&&one.item));
        if let Some(Waiver { file, line, .. }) = earlier.map(|one| &one.waiver) {
            return Err(DeskError::WaivedAlready { name: file.clone(), line: *line });
        }
        let found = here.iter().map(|item| said(item)).collect();
        let elsewhere = checked.findings.iter().filter(|item| is_in_segment(&item.finding)).find(is_meant);
        let elsewhere = elsewhere.and_then(|item| locale_of(&item.finding));
        return Err(DeskError::NothingToWaive { rule: rule.clone(), segment: id.to_string(), found, elsewhere });
    };
    let waiver = Waiver {
        rule: rule.clone(),
        segment: id,
        text: request.text.clone(),
        severity: meant.iter().map(|item| item.finding.severity).max(),
        count: Some(meant.len()),
        reason: request.reason.clone(),
        by: request.by.clone(),
        on: request.today.clone(),
        digest,
        file: String::new(),
        line: 0,
    };
    let name = add(workspace, &slug, locale, &waiver)?;
    report();
    Ok(WaivedFile { name, waived: meant, errors: checked.errors })
}

/// A finding as a person names it: its rule, and the words that it marks.
fn said(item: &FindingWithText) -> String {
    let marked = cut(&item.text, &item.finding.place.span);
    let rule = item.finding.rule();
    if marked.is_empty() { rule.to_owned() } else { format!("{rule} ({marked})") }
}

/// Adds a waiver to its file, whatever somebody else saves there meanwhile, and returns the file's name.
fn add(workspace: &Workspace, slug: &str, locale: &Locale, waiver: &Waiver) -> Result<String, DeskError> {
    let rules = rules();
    for _ in 0..MAX_TRIES {
        let stored = workspace.store.waivers(slug, locale)?;
        let (name, text) = (&stored.name, stored.text.as_deref().unwrap_or_default());
        let error = |line: usize, fault| DeskError::Waiver { name: name.clone(), line, fault };
        let Some(added) = with_waiver(text, waiver, &rules) else {
            let (_, faults) = read(name, text, &rules);
            let (line, fault) = faults.into_iter().next().unwrap_or((1, WaiverError::NoPlace));
            return Err(error(line, fault));
        };
        if workspace.store.save_waivers(slug, locale, stored.text.as_deref(), &added)? {
            return Ok(stored.name);
        }
    }
    let name = workspace.store.waivers(slug, locale)?.name;
    Err(DeskError::Changed { name })
}
