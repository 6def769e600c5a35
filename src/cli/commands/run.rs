//! `tolmach run`, the main command.

use crate::{
    cli::{
        app::App,
        args::{Backends, Gate, Selection},
        clock::today,
        commands::{
            build::show_refused,
            stop_on_signal,
            translate::{budget, report_refused_drafts, traffic},
        },
        exit::{Exit, Failure},
        observer::TerminalObserver,
        summary::table,
        worded::{finding_line, gate_exit, worded},
    },
    desk::{self, FindingWithText, SystemClock, TranslateOptions},
    model::{Severity, State},
};

/// Translates with the chosen backends, checks, builds and reports.
pub(crate) fn run(
    app: &App,
    selection: &Selection,
    backends: &Backends,
    gate: Gate,
    require: Option<State>,
) -> Result<Exit, Failure> {
    let mut overrides = app.overrides_of(Some(selection), Some(backends), Some(gate));
    overrides.require = require;
    let workspace = app.open(&overrides)?;
    let _lock = app.lock(&workspace, "run")?;
    let slugs = workspace.slugs(&selection.slugs)?;
    app.say_if_empty(&slugs);
    let (stop, today) = (stop_on_signal(app), today());
    let budget = budget(backends);
    let options = TranslateOptions {
        redo: backends.redo,
        budget: budget.as_ref(),
        traffic: traffic(backends),
        ..TranslateOptions::new(&today, &SystemClock, &stop)
    };
    let result = desk::run(&workspace, &slugs, options, &app.words, &TerminalObserver::new(app))?;
    let mut exit = gate_exit(&workspace, desk::highest_severity(&result.glossary));
    show(app, result.glossary);
    let left = desk::without_text(result.leftovers.findings(&workspace).0);
    exit = exit.max(gate_exit(&workspace, desk::highest_severity(&left))).max(Exit::after(&result.leftovers.errors));
    show(app, left);
    let (mut editions, mut refused_drafts) = (Vec::new(), 0);
    for (_, article) in result.articles {
        let article = match article {
            Ok(article) => article,
            Err(error) => {
                exit = exit.max(Exit::after([&error]));
                continue;
            }
        };
        exit = exit.max(gate_exit(&workspace, article.severities())).max(Exit::after(&article.errors));
        show(app, article.findings);
        for edition in article.editions {
            exit = exit.max(Exit::after(&edition.error));
            refused_drafts += edition.refused_drafts;
            if let Some(refused) = &edition.refused {
                show_refused(app, refused);
                exit = exit.max(Exit::Findings);
            }
            editions.push(edition);
        }
    }
    app.print(&table(app, &workspace, &editions), app.text())?;
    let waived: usize = editions.iter().map(|edition| edition.waived).sum();
    if waived > 0 {
        app.notify(&app.say("check-waived", &[("count", waived.into())]));
    }
    exit = exit.max(report_refused_drafts(app, refused_drafts));
    if result.stopped {
        app.notify(&app.say("summary-interrupted", &[]));
        exit = exit.max(Exit::Interrupted);
    }
    Ok(exit)
}

fn show(app: &App, findings: Vec<FindingWithText>) {
    for worded in worded(app, findings).iter().filter(|worded| worded.finding.severity >= Severity::Minor) {
        app.notify(&finding_line(worded));
    }
}
