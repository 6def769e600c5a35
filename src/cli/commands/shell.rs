//! Support for shells and editors: completions, the man page, JSON Schemas.

use std::io::Write;

use crate::{
    cli::{
        app::App,
        args::SchemaOf,
        exit::{Exit, Failure},
    },
    project::settings,
};

/// Prints completions for a shell.
pub(crate) fn completions(shell: clap_complete::Shell, command: &mut clap::Command) -> Result<Exit, Failure> {
    let mut script = Vec::new();
    clap_complete::generate(shell, command, "tolmach", &mut script);
    std::io::stdout().lock().write_all(&script)?;
    Ok(Exit::Clean)
}

/// Prints the man page of tolmach, followed by one for each command.
pub(crate) fn man(command: clap::Command) -> Result<Exit, Failure> {
    let mut page = Vec::new();
    let mut command = command.disable_help_subcommand(true);
    command.build();
    clap_mangen::Man::new(command.clone()).render(&mut page)?;
    let mut out = std::io::stdout().lock();
    out.write_all(&page)?;
    for sub in command.get_subcommands() {
        let name = format!("tolmach-{}", sub.get_name());
        let mut page = Vec::new();
        clap_mangen::Man::new(sub.clone()).title(name).render(&mut page)?;
        out.write_all(&page)?;
    }
    Ok(Exit::Clean)
}

/// Prints a JSON Schema.
pub(crate) fn schema(app: &App, of: SchemaOf) -> Result<Exit, Failure> {
    let text = match of {
        SchemaOf::Settings => format!("{:#}\n", settings::schema(&app.registries.engines).as_value()),
        SchemaOf::Glossary => crate::glossary::SCHEMA.to_owned(),
    };
    std::io::stdout().lock().write_all(text.as_bytes())?;
    Ok(Exit::Clean)
}
