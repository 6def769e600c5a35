//! `tolmach merge --resolve`.

use std::io::Write;

use crate::{
    cli::{
        app::App,
        args::{CheckFormat, MergeArgs, ResolveArg},
        clock::today,
        exit::{Exit, Failure},
        observer::TerminalObserver,
        usage::UsageError,
        worded::{gate_exit, render, severities, worded},
    },
    desk::{self, MergeOptions, Resolution, ResolveRequest, Resolved},
};

/// Settles conflicts.
pub(crate) fn run(app: &App, arguments: &MergeArgs, resolve: &ResolveArg) -> Result<Exit, Failure> {
    if *resolve == ResolveArg::Ours && arguments.state.is_some() {
        return Err(UsageError::StateWithOurs.into());
    }
    let mut overrides = app.overrides();
    overrides.targets.clone_from(&arguments.locales);
    let workspace = app.open(&overrides)?;
    let _lock = app.lock(&workspace, "merge")?;
    let (state, by) = (arguments.state, arguments.by.clone());
    let options = MergeOptions { state, by, today: today(), accept_unchanged: false };
    let policy = desk::merge_policy(&workspace, options)?;
    let (requests, slugs) = match resolve {
        ResolveArg::Ours | ResolveArg::Theirs => {
            let resolution = if *resolve == ResolveArg::Ours { Resolution::Ours } else { Resolution::Theirs };
            let slugs: Vec<String> = arguments.files.iter().map(|slug| slug.to_string_lossy().into_owned()).collect();
            workspace.slugs(&slugs)?;
            (vec![resolution], slugs)
        }
        ResolveArg::File(first) => {
            let files = std::iter::once(first).chain(&arguments.files);
            (files.map(|path| Resolution::File(path)).collect(), Vec::new())
        }
    };
    let observer = TerminalObserver::new(app);
    let mut exit = Exit::Clean;
    let mut all = Vec::new();
    for resolution in requests {
        let request = ResolveRequest { resolution, segments: arguments.segments.clone(), policy: policy.clone() };
        let (resolved, errors) = desk::resolve(&workspace, &slugs, &request, &observer)?;
        exit = exit.max(Exit::after(&errors));
        all.extend(resolved);
    }
    if all.is_empty() && exit == Exit::Clean {
        app.notify(&app.say("resolve-none", &[]));
    }
    let mut out = app.out();
    let mut findings = Vec::new();
    for Resolved { name, settled, open, withheld, is_gone, findings: found } in all {
        for (id, count) in [("resolve-settled", settled), ("merge-withheld", withheld), ("resolve-open", open)] {
            if count > 0 {
                writeln!(out, "{name}: {}", app.say(id, &[("count", count.into())]))?;
            }
        }
        if is_gone {
            writeln!(out, "{}", app.say("removed", &[("file", name.as_str().into())]))?;
        }
        if open + withheld > 0 {
            exit = exit.max(Exit::Findings);
        }
        findings.extend(found);
    }
    out.flush()?;
    let list = worded(app, findings);
    app.print(&render(app, CheckFormat::Full, &list), app.text())?;
    Ok(exit.max(gate_exit(&workspace, severities(&list))))
}
