//! `tolmach status`

use std::io::Write;

use serde_json::json;

use crate::{
    cli::{
        app::App,
        args::{Format, Selection},
        exit::{Exit, Failure},
        summary::aligned,
        work::{load, read_segments},
    },
    pipeline::Segmenters,
    report::{Gathered, Status, run_report},
};

/// Shows how far each edition has come.
pub(crate) fn run(app: &App, selection: &Selection, format: Format) -> Result<Exit, Failure> {
    let workspace = app.open(&app.overrides_of(Some(selection), None, None))?;
    let segmenters = Segmenters::new(&workspace.resources.locales);
    let mut exit = Exit::Clean;
    let mut rows = Vec::new();
    let mut data = Vec::new();
    for slug in workspace.slugs(selection)? {
        let Some(loaded) = app.told(load(&workspace, &segmenters, &slug), &mut exit) else { continue };
        for locale in workspace.targets()? {
            let Some(file) = app.told(read_segments(&workspace, &loaded.article, locale), &mut exit) else { continue };
            let report = run_report(&loaded.article, &file.translation, Gathered::default());
            let counts: Vec<(Status, usize, usize)> = Status::ALL
                .iter()
                .map(|status| {
                    let (segments, words) = report.coverage(*status);
                    (*status, segments, words)
                })
                .collect();
            let mut row =
                vec![slug.clone(), locale.to_string(), report.rows.len().to_string(), report.words().to_string()];
            row.extend(counts.iter().map(|(_, segments, _)| segments.to_string()));
            rows.push(row);
            let states: serde_json::Map<String, serde_json::Value> = counts
                .iter()
                .map(|(status, segments, words)| {
                    (status.as_str().to_owned(), json!({ "segments": segments, "words": words }))
                })
                .collect();
            data.push(json!({
                "slug": slug, "locale": locale.to_string(), "segments": report.rows.len(),
                "words": report.words(), "states": states, "obsolete": file.translation.obsolete.len(),
            }));
        }
    }
    let mut out = app.out();
    match format {
        Format::Json | Format::Jsonl => writeln!(out, "{}", json!({ "version": 1, "editions": data }))?,
        _ => {
            let mut head: Vec<String> = ["article", "locale", "segments", "words"]
                .iter()
                .map(|name| app.say(&format!("summary-{name}"), &[]))
                .collect();
            head.extend(Status::ALL.iter().map(|status| app.say(&format!("summary-{}", status.as_str()), &[])));
            write!(out, "{}", aligned(&head, &rows))?;
        }
    }
    out.flush()?;
    Ok(exit)
}
