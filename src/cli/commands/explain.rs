//! `tolmach explain`

use std::io::Write;

use crate::{
    check::CHECKS,
    cli::{
        app::App,
        exit::{Exit, Failure},
        usage::UsageError,
    },
};

/// Says what a rule is about, or lists all rules.
pub(crate) fn run(app: &App, rule: Option<&str>) -> Result<Exit, Failure> {
    let mut out = app.out();
    let mut known = false;
    for check in CHECKS {
        let found = check.rule();
        if rule.is_some_and(|rule| rule != found.id) {
            continue;
        }
        known = true;
        let severity = app.say(&format!("severity-{}", found.severity.as_str()), &[]);
        writeln!(out, "{}", found.id)?;
        writeln!(out, "    {}", app.say("explain-severity", &[("severity", severity.as_str().into())]))?;
        writeln!(out, "    {}", app.say(&format!("rule-{}", found.id), &[]))?;
    }
    if let Some(rule) = rule.filter(|_| !known) {
        // Readers and merging have findings of their own, which no check makes.
        let id = format!("rule-{rule}");
        if !app.words.has(&id) {
            let known = CHECKS.iter().map(|check| check.rule().id).collect();
            return Err(UsageError::UnknownRule { given: rule.to_owned(), known }.into());
        }
        writeln!(out, "{rule}\n    {}", app.say(&id, &[]))?;
    }
    out.flush()?;
    Ok(Exit::Clean)
}
