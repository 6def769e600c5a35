//! `tolmach translate --dry-run` and `--explain-request`: what would be sent, with nothing sent and nothing written.

use std::io::Write;

use super::translate::{budget, show_findings};
use crate::{
    cli::{
        app::App,
        args::{Backends, PlainFormat, Selection},
        clock::today,
        commands::stop_on_signal,
        exit::{Exit, Failure},
        observer::TerminalObserver,
        output::Printed,
    },
    desk::{self, DryRun, SystemClock, Traffic, TranslateOptions},
    model::Locale,
    report,
};

/// Shows what would be sent to engines and what it would cost.
pub(crate) fn estimate(
    app: &App,
    selection: &Selection,
    backends: &Backends,
    format: PlainFormat,
) -> Result<Exit, Failure> {
    let plan = DryRun::default();
    let (_, exit) = collect(app, selection, backends, &plan)?;
    let estimates = plan.estimates();
    match format {
        PlainFormat::Full => app.print(&report::estimate_table(&estimates, &app.report_words()), app.text())?,
        PlainFormat::Json => app.print(&report::estimate_json(&estimates), Printed::Json)?,
    }
    if estimates.is_empty() {
        app.notify(&app.say("plan-none", &[]));
    }
    Ok(exit)
}

/// Prints the requests that would be sent, without any key.
pub(crate) fn explain(app: &App, selection: &Selection, backends: &Backends) -> Result<Exit, Failure> {
    let plan = DryRun::explaining();
    let (editions, exit) = collect(app, selection, backends, &plan)?;
    let requests = plan.requests();
    let mut out = app.out();
    for (article, locale) in editions {
        let of_edition = requests.iter().filter(|request| request.article == article && request.locale == locale);
        let of_edition: Vec<_> = of_edition.collect();
        let tag = locale.to_string();
        if of_edition.is_empty() {
            let names = [("article", article.as_str().into()), ("locale", tag.as_str().into())];
            app.notify(&app.say("explain-nothing", &names));
        }
        let all = of_edition.len();
        for (request, number) in of_edition.into_iter().zip(1..) {
            let (engine, text) = (&request.engine, request.text.trim_end());
            writeln!(out, "# {article} {tag} {engine} {number}/{all}\n{text}\n")?;
        }
    }
    out.flush()?;
    Ok(exit)
}

/// Plans a run; returns its editions in order. What no engine may or can be asked is part of the answer, and is said.
fn collect(
    app: &App,
    selection: &Selection,
    backends: &Backends,
    plan: &DryRun,
) -> Result<(Vec<(String, Locale)>, Exit), Failure> {
    let workspace = app.open(&app.overrides_of(Some(selection), Some(backends), None))?;
    let (stop, today, budget) = (stop_on_signal(app), today(), budget(backends));
    let options = TranslateOptions {
        redo: backends.redo,
        budget: budget.as_ref(),
        traffic: backends.replay.as_deref().map_or(Traffic::Live, Traffic::Replay),
        plan: Some(plan),
        ..TranslateOptions::new(&today, &SystemClock, &stop)
    };
    let slugs = workspace.slugs(&selection.slugs)?;
    let visited = desk::translate(&workspace, &slugs, options, &TerminalObserver::new(app))?;
    let (mut editions, mut exit) = (Vec::new(), Exit::Clean);
    for (slug, article) in visited.articles {
        for outcome in article.unwrap_or_else(|error| vec![Err(error)]) {
            match outcome {
                Ok(outcome) => {
                    let error = outcome.error.as_ref().filter(|error| !error.is_of_plan());
                    exit = exit.max(Exit::after(error));
                    show_findings(app, outcome.rejections());
                    editions.push((slug.clone(), outcome.locale));
                }
                Err(error) => exit = exit.max(Exit::after([&error])),
            }
        }
    }
    Ok((editions, exit))
}
