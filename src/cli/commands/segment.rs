//! `tolmach segment`

use std::{
    io::{BufReader, Write},
    path::{Path, PathBuf},
};

use rayon::prelude::*;
use serde_json::json;

use crate::{
    cli::{
        app::App,
        args::Format,
        exit::{Exit, Failure},
        lines::{answer_lines, locale_field, text},
        output::visible,
    },
    model::Locale,
    pipeline::{Segmenters, prepare},
    project::{markdown_files, read_bytes, shown},
    source::{Markdown, decode, file_span, refuse_conflict},
};

/// How many files are worked on at a time.
const FILES: usize = 256;

/// What one file gave: its lines, or what is wrong with it.
type Answer = Result<Vec<u8>, Failure>;

/// Prints the segments of Markdown files.
pub(crate) fn run(app: &App, paths: &[PathBuf], format: Format) -> Result<Exit, Failure> {
    if paths.is_empty() {
        return Err(Failure::usage("no file is given", "name Markdown files, or give `--stdin`"));
    }
    let as_json = match format {
        Format::Jsonl | Format::Json => true,
        Format::Full | Format::Concise => false,
        _ => return Err(Failure::usage("`segment` prints `full` or `jsonl`", "give `--format jsonl`")),
    };
    let (_, resources, markdown) = app.open_or_embedded()?;
    let segmenters = Segmenters::new(&resources.locales);
    let mut exit = Exit::Clean;
    let mut out = app.out();
    for batch in markdown_files(paths)?.chunks(FILES) {
        let answers: Vec<Answer> = batch.par_iter().map(|path| file(path, &markdown, &segmenters, as_json)).collect();
        for answer in answers {
            match answer {
                Ok(lines) => out.write_all(&lines)?,
                Err(failure) => {
                    app.show_failure(&failure);
                    exit = exit.max(failure.exit);
                }
            }
        }
    }
    out.flush()?;
    Ok(exit)
}

fn file(path: &Path, markdown: &Markdown, segmenters: &Segmenters<'_>, as_json: bool) -> Answer {
    let name = shown(path);
    let at = |error: &dyn std::fmt::Display, hint: &str| Failure::usage(format!("{name}: {error}"), hint);
    let text = decode(read_bytes(path)?).map_err(|error| at(&error, error.hint()))?;
    refuse_conflict(&text).map_err(|error| at(&error, error.hint()))?;
    let slug = path.file_stem().map(|stem| stem.to_string_lossy().into_owned()).unwrap_or_default();
    let article = prepare(&slug, text, markdown, segmenters)?.value;
    let lang = article.locale.to_string();
    let mut lines = Vec::new();
    for (index, unit) in article.units.iter().enumerate() {
        for segment in &unit.segments {
            let prose = crate::model::cut(&unit.text.prose, &segment.span);
            if as_json {
                let span = file_span(&article, index, &segment.span);
                let line = json!({
                    "file": name, "id": segment.id.to_string(), "unit": unit.id, "role": unit.role.as_str(),
                    "lang": lang, "text": prose, "start": span.start, "end": span.end,
                });
                writeln!(lines, "{line}")?;
            } else {
                writeln!(lines, "{}\t{}\t{}", segment.id, unit.role.as_str(), visible(prose))?;
            }
        }
    }
    Ok(lines)
}

/// Answers `{"id","lang","text"}` lines with `{"id","segments"}` lines.
pub(crate) fn filter(app: &App) -> Result<Exit, Failure> {
    let (_, resources, _) = app.open_or_embedded()?;
    let segmenters = Segmenters::new(&resources.locales);
    let root = Locale::undetermined();
    answer_lines(BufReader::new(std::io::stdin().lock()), app.out(), |request| {
        let prose = text(request, "text")?;
        // A language of which nothing is known, or that is no tag at all, takes the root's rules.
        let locale = locale_field(request)?.and_then(|tag| tag.parse().ok()).unwrap_or_else(|| root.clone());
        let segmenter = segmenters.get(&locale).map_err(|error| error.to_string())?;
        let segments: Vec<&str> =
            segmenter.split(prose).into_iter().map(|span| crate::model::cut(prose, &span)).collect();
        Ok(json!({ "segments": segments }))
    })
}
