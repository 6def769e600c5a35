//! `tolmach doctor`

use std::{
    env,
    io::Write,
    path::{Path, PathBuf},
};

use crate::{
    cli::{
        app::App,
        exit::{Exit, Failure},
    },
    desk::check_chain,
    project::{Resources, settings::user_file, slugs},
};

/// Programs that tolmach can work with.
const PROGRAMS: [&str; 3] = ["hunspell", "omegat", "git"];

/// Looks at the project, the settings and the programs that tolmach can work with.
pub(crate) fn run(app: &App) -> Result<Exit, Failure> {
    let mut out = app.out();
    let mut problems = 0_usize;
    let mut problem = |failure: &Failure| {
        app.show_failure(failure);
        problems += 1;
    };
    writeln!(out, "tolmach {}", env!("CARGO_PKG_VERSION"))?;
    if let Some(path) = user_file() {
        let path = path.display().to_string();
        writeln!(out, "{}", app.say("doctor-user-settings", &[("path", path.as_str().into())]))?;
    }
    let layout = app.find_layout()?;
    match &layout {
        None => writeln!(out, "{}", app.say("doctor-no-project", &[]))?,
        Some(layout) => {
            let path = layout.root.display().to_string();
            writeln!(out, "{}", app.say("doctor-project", &[("path", path.as_str().into())]))?;
            match slugs(layout) {
                Ok(slugs) => writeln!(out, "{}", app.say("doctor-articles", &[("count", slugs.len().into())]))?,
                Err(error) => problem(&error.into()),
            }
        }
    }
    match Resources::load(layout.as_ref()) {
        Err(error) => problem(&error.into()),
        Ok(resources) => {
            let concepts = resources.termbase.concepts.len();
            writeln!(out, "{}", app.say("doctor-glossary", &[("count", concepts.into())]))?;
            for finding in &resources.findings {
                let place = &finding.place;
                let file = place.file.clone().unwrap_or_default();
                let line = place.line.map(|line| format!(":{line}")).unwrap_or_default();
                problem(&Failure {
                    hint: None,
                    ..Failure::usage(format!("{file}{line}: {}", app.words.finding(finding)), "")
                });
            }
            match app.settings(layout.as_ref(), &app.overrides_of(None, None, None)) {
                Err(failure) => problem(&failure),
                Ok(settings) => {
                    for locale in &settings.targets {
                        let tag = locale.to_string();
                        let names = &resources.locales.profile(locale).names;
                        let name = [app.words.locale().language(), "en"].into_iter().find_map(|tag| names.get(tag));
                        let name = name.cloned().unwrap_or_default();
                        let id =
                            if resources.locales.is_known(locale) { "doctor-locale" } else { "doctor-locale-unknown" };
                        let args = [("locale", tag.as_str().into()), ("name", name.as_str().into())];
                        writeln!(out, "{}", app.say(id, &args))?;
                    }
                    match check_chain(&settings, &app.registries) {
                        Ok(()) => {
                            for name in &settings.backends {
                                writeln!(out, "{}", app.say("doctor-backend", &[("name", name.as_str().into())]))?;
                            }
                        }
                        Err(error) => problem(&error.into()),
                    }
                }
            }
        }
    }
    for program in PROGRAMS {
        let id = if on_path(program).is_some() { "doctor-program" } else { "doctor-no-program" };
        writeln!(out, "{}", app.say(id, &[("program", program.into())]))?;
    }
    let last = if problems == 0 {
        app.say("doctor-well", &[])
    } else {
        app.say("doctor-problems", &[("count", problems.into())])
    };
    writeln!(out, "{last}")?;
    out.flush()?;
    Ok(if problems == 0 { Exit::Clean } else { Exit::Usage })
}

fn on_path(program: &str) -> Option<PathBuf> {
    let path = env::var_os("PATH")?;
    env::split_paths(&path).map(|folder: PathBuf| folder.join(program)).find(|file: &PathBuf| Path::is_file(file))
}
