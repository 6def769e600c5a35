//! `tolmach approve`

use std::io::Write;

use crate::{
    bilingual::{Which, approve},
    cli::{
        app::App,
        args::Selection,
        clock::today,
        exit::{Exit, Failure},
        work::{load, read_segments, save_segments},
    },
    model::{SegmentId, State},
    pipeline::Segmenters,
    project::Lock,
};

/// Raises the state of segments.
pub(crate) fn run(
    app: &App,
    selection: &Selection,
    segments: &[String],
    state: State,
    by: &str,
) -> Result<Exit, Failure> {
    let workspace = app.open(&app.overrides_of(Some(selection), None, None))?;
    let _lock = Lock::take(&workspace.layout, "approve")?;
    let segmenters = Segmenters::new(&workspace.resources.locales);
    let mut wanted: Vec<SegmentId> = Vec::new();
    for name in segments {
        let name = name.strip_prefix("s-").unwrap_or(name);
        let id = name.parse().map_err(|()| {
            Failure::usage(format!("`{name}` is not a segment's id"), "`tolmach segment FILE` lists the ids")
        })?;
        wanted.push(id);
    }
    if by.trim().is_empty() {
        return Err(Failure::usage("`--by` is empty", "say who approves"));
    }
    let today = today();
    let mut exit = Exit::Clean;
    let mut found: Vec<SegmentId> = Vec::new();
    let mut out = app.out();
    for slug in workspace.slugs(selection)? {
        let Some(loaded) = app.told(load(&workspace, &segmenters, &slug), &mut exit) else { continue };
        for locale in workspace.targets()? {
            let Some(file) = app.told(read_segments(&workspace, &loaded.article, locale), &mut exit) else { continue };
            let mut translation = file.translation.clone();
            let here: Vec<SegmentId> =
                loaded.article.translated().map(|(_, segment)| segment.id).filter(|id| wanted.contains(id)).collect();
            found.extend(&here);
            if !wanted.is_empty() && here.is_empty() {
                continue;
            }
            let which = if wanted.is_empty() { Which::All } else { Which::Only(&here) };
            let approved = approve(&mut translation, which, state, by, &today);
            save_segments(&workspace, &loaded.article, &file, &translation)?;
            let name = workspace.layout.name(&file.path);
            let word = app.say(&format!("state-{}", state.as_str()), &[]);
            let count = approved.raised.len().into();
            writeln!(
                out,
                "{name}: {}",
                app.say("approve-raised", &[("count", count), ("state", word.as_str().into())])
            )?;
            for (id, list) in [
                ("approve-already", &approved.already),
                ("approve-left-missing", &approved.missing),
                ("approve-left-stale", &approved.stale),
            ] {
                if !list.is_empty() {
                    writeln!(out, "  {}", app.say(id, &[("count", list.len().into())]))?;
                }
            }
        }
    }
    out.flush()?;
    if let Some(id) = wanted.iter().find(|id| !found.contains(id)) {
        let failure =
            Failure::usage(format!("no article has a segment `{id}`"), "`tolmach segment FILE` lists the ids");
        exit = exit.max(app.shown(&failure));
    }
    Ok(exit)
}
