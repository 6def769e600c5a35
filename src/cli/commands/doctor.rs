//! `tolmach doctor`.

use std::{env, fs, io::Write};

use crate::{
    cli::{
        app::App,
        exit::{Exit, Failure},
        observer::TerminalObserver,
    },
    desk::{Examined, examine},
    messages::Value,
    project::Layout,
};

/// Programs that tolmach can work with.
const PROGRAMS: [&str; 3] = ["hunspell", "omegat", "git"];

/// Checks the project, the settings and the programs that tolmach can work with.
pub(crate) fn run(app: &App) -> Result<Exit, Failure> {
    let layout = app.find_layout()?;
    let overrides = app.overrides_of(None, None, None);
    let report = examine(layout.as_ref(), &overrides, &app.registries, app.words.locale(), &TerminalObserver::new(app));
    let problems = report.errors.len() + report.findings.len();
    let mut lines = vec![format!("tolmach {}", env!("CARGO_PKG_VERSION"))];
    lines.extend(project_lines(app, layout.as_ref(), &report));
    lines.extend(PROGRAMS.map(|program| {
        let id = if is_on_path(program) { "doctor-program" } else { "doctor-no-program" };
        app.say(id, &[("program", program.into())])
    }));
    lines.push(match problems {
        0 => app.say("doctor-well", &[]),
        count => app.say("doctor-problems", &[("count", count.into())]),
    });
    let mut out = app.out();
    writeln!(out, "{}", lines.join("\n"))?;
    out.flush()?;
    Ok(if problems == 0 { Exit::Clean } else { Exit::Usage })
}

fn project_lines(app: &App, layout: Option<&Layout>, report: &Examined) -> Vec<String> {
    let text = |id: &str, name: &str, value: &str| app.say(id, &[(name, value.into())]);
    let mut lines = Vec::new();
    lines.extend(report.user_settings.iter().map(|path| text("doctor-user-settings", "path", &path.to_string_lossy())));
    lines.push(match layout {
        None => app.say("doctor-no-project", &[]),
        Some(layout) => text("doctor-project", "path", &layout.root.to_string_lossy()),
    });
    for (id, count) in [("doctor-articles", report.articles), ("doctor-glossary", report.concepts)] {
        lines.extend(count.map(|count| app.say(id, &[("count", count.into())])));
    }
    for examined in &report.locales {
        let id = if examined.is_known { "doctor-locale" } else { "doctor-locale-unknown" };
        let tag = examined.locale.to_string();
        lines.push(app.say(id, &[("locale", Value::Text(&tag)), ("name", Value::Text(&examined.name))]));
    }
    lines.extend(report.backends.iter().map(|name| text("doctor-backend", "name", name)));
    lines
}

fn is_on_path(program: &str) -> bool {
    env::var_os("PATH").is_some_and(|path| {
        env::split_paths(&path).any(|folder| fs::metadata(folder.join(program)).is_ok_and(|found| found.is_file()))
    })
}
