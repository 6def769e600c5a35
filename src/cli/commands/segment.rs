//! `tolmach segment`.

use std::{io::Write, path::PathBuf};

use serde_json::json;

use crate::{
    cli::{
        app::App,
        args::SegmentFormat,
        exit::{Exit, Failure},
        output::field,
        usage::UsageError,
    },
    desk::{self, FileSegments},
};

/// Prints the segments of Markdown files.
pub(crate) fn run(app: &App, paths: &[PathBuf], format: SegmentFormat) -> Result<Exit, Failure> {
    if paths.is_empty() {
        return Err(UsageError::NoFile.into());
    }
    let as_json = format == SegmentFormat::Jsonl;
    let mut exit = Exit::Clean;
    let mut out = if as_json { app.json() } else { app.out() };
    desk::segment_files(&app.desk()?, paths, |file| {
        match file {
            Ok(file) => print(&mut out, &file, as_json)?,
            Err(error) => exit = exit.max(app.report(&error.into())),
        }
        Ok::<_, Failure>(())
    })?;
    out.flush()?;
    Ok(exit)
}

fn print(out: &mut impl Write, file: &FileSegments, as_json: bool) -> Result<(), Failure> {
    let lang = file.locale.to_string();
    for segment in &file.segments {
        if as_json {
            let line = json!({
                "file": file.file, "id": segment.id, "unit": segment.unit, "role": segment.role,
                "lang": lang, "text": segment.text, "start": segment.span.start, "end": segment.span.end,
            });
            writeln!(out, "{line}")?;
        } else {
            writeln!(out, "{}\t{}\t{}", segment.id, segment.role, field(&segment.readable))?;
        }
    }
    Ok(())
}
