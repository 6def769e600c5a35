//! `tolmach explain`.

use std::io::Write;

use crate::{
    check::CHECKS,
    cli::{
        app::App,
        exit::{Exit, Failure},
        usage::UsageError,
    },
};

/// Explains a rule, or all rules.
pub(crate) fn run(app: &App, rule: Option<&str>) -> Result<Exit, Failure> {
    let mut out = app.out();
    let mut is_explained = false;
    for check in CHECKS {
        let current = check.rule();
        if rule.is_some_and(|rule| rule != current.id) {
            continue;
        }
        is_explained = true;
        writeln!(out, "{}", current.id)?;
        writeln!(out, "    {}", app.say("explain-severity", &[("severity", current.severity.as_str().into())]))?;
        writeln!(out, "    {}", app.say(&format!("rule-{}", current.id), &[]))?;
    }
    if let Some(rule) = rule.filter(|_| !is_explained) {
        // Readers and merging report findings of their own, which belong to no check.
        let id = format!("rule-{rule}");
        if !app.words.has(&id) {
            let known = CHECKS.iter().map(|check| check.rule().id).collect();
            return Err(UsageError::UnknownRule { input: rule.to_owned(), known }.into());
        }
        writeln!(out, "{rule}\n    {}", app.say(&id, &[]))?;
    }
    out.flush()?;
    Ok(Exit::Clean)
}
