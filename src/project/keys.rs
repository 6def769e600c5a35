//! The keys of engines: from the environment, a file that nobody else can read, or a program.

use std::{
    env,
    fs::{self, File},
    io::{self, Read},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    sync::mpsc::{self, RecvTimeoutError},
    thread,
    time::Duration,
};

use super::{KeyError, ProjectError, SettingsError, settings::EngineProfile};
use crate::backend::{
    BoundKey, KeyHome, ServerSettings,
    http::{Secret, key_variable},
};

/// The longest key, in bytes.
const LONGEST: u64 = 16 * 1024;
/// How long a program may take: its user may have to unlock a store of passwords.
const PATIENCE: Duration = Duration::from_mins(2);

/// The key of a profile: the one that the user has given for this run, else that of the profile's variable, else that of
/// its settings.
///
/// Fails where the variable's key would go to a server that a project's file names.
pub fn key_of(profile: &EngineProfile, settings: &ServerSettings) -> Result<Option<BoundKey>, ProjectError> {
    if let Some(given) = profile.given_key() {
        let secret = secret(given.expose(), || "TOLMACH_API_KEY".to_owned()).map_err(|error| wrong(profile, error))?;
        return Ok(Some(BoundKey { secret, home: KeyHome::Here }));
    }
    let home = profile.key_home().clone();
    let variable = key_variable(profile.name());
    if let Some(key) = env::var_os(&variable).filter(|key| !key.is_empty()) {
        if let Some(server) = profile.server_of_project() {
            return Err(ProjectError::setting(variable, SettingsError::KeyForProjectServer { server }));
        }
        let key = key.into_string().map_err(|_| KeyError::NotAKey { holder: variable.clone() });
        let secret = key.and_then(|key| secret(&key, || variable.clone()));
        return Ok(Some(BoundKey { secret: secret.map_err(|error| wrong(profile, error))?, home }));
    }
    let secret = key_of_settings(settings).map_err(|error| wrong(profile, error))?;
    Ok(secret.map(|secret| BoundKey { secret, home }))
}

fn wrong(profile: &EngineProfile, error: KeyError) -> ProjectError {
    ProjectError::Key { name: profile.name().to_owned(), error }
}

fn key_of_settings(settings: &ServerSettings) -> Result<Option<Secret>, KeyError> {
    let given = [
        (settings.api_key.is_some(), "api_key"),
        (settings.key_file.is_some(), "key_file"),
        (!settings.key_command.is_empty(), "key_command"),
    ];
    let mut given = given.into_iter().filter(|(is_given, _)| *is_given).map(|(_, name)| name);
    if let (Some(first), Some(second)) = (given.next(), given.next()) {
        return Err(KeyError::Twice { first, second });
    }
    if let Some(key) = &settings.api_key {
        return secret(key, || "`api_key`".to_owned()).map(Some);
    }
    if let Some(path) = &settings.key_file {
        let path = in_home(path);
        return secret(&read_key(&path)?, || format!("the key file `{}`", path.display())).map(Some);
    }
    match settings.key_command.split_first() {
        Some((program, arguments)) => {
            let key = run(program, arguments)
                .map_err(|error| KeyError::Command { program: program.clone(), cause: error.to_string() })?;
            let cause = || "printed no key, or more than one line".to_owned();
            secret(&key, String::new)
                .map(Some)
                .map_err(|_| KeyError::Command { program: program.clone(), cause: cause() })
        }
        None => Ok(None),
    }
}

/// A key without the white space around it; what is no text was read with replacement characters.
fn secret(text: &str, holder: impl FnOnce() -> String) -> Result<Secret, KeyError> {
    let key = text.trim();
    if key.is_empty() || key.contains(|c: char| c.is_control() || c == char::REPLACEMENT_CHARACTER) {
        return Err(KeyError::NotAKey { holder: holder() });
    }
    Ok(Secret::new(key.to_owned()))
}

/// A path that begins with `~/` lies in the user's home.
fn in_home(path: &Path) -> PathBuf {
    match (path.strip_prefix("~"), env::home_dir()) {
        (Ok(rest), Some(home)) => home.join(rest),
        _ => path.to_owned(),
    }
}

/// The text of a file that nobody but its owner can read.
fn read_key(path: &Path) -> Result<String, KeyError> {
    let wrong = |error: io::Error| KeyError::File { path: path.to_owned(), cause: error.to_string() };
    // What is no file may never end, or wait for ever.
    if !fs::metadata(path).map_err(wrong)?.is_file() {
        return Err(wrong(io::Error::other("it is not a file")));
    }
    let file = File::open(path).map_err(wrong)?;
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        // Of the file that was opened, whatever the path means by now.
        let mode = file.metadata().map_err(wrong)?.permissions().mode() & 0o777;
        if mode & 0o077 != 0 {
            return Err(KeyError::OpenToOthers { path: path.to_owned(), mode });
        }
    }
    let mut text = String::new();
    file.take(LONGEST).read_to_string(&mut text).map_err(wrong)?;
    Ok(text)
}

/// What a program prints. It may speak to the user on standard error.
fn run(program: &str, arguments: &[String]) -> io::Result<String> {
    let mut command = Command::new(program);
    let mut child = command.args(arguments).stdin(Stdio::null()).stdout(Stdio::piped()).spawn()?;
    let (sender, output) = mpsc::channel();
    if let Some(pipe) = child.stdout.take() {
        thread::spawn(move || {
            let mut text = String::new();
            let read = pipe.take(LONGEST).read_to_string(&mut text);
            sender.send(read.map(|_| text))
        });
    }
    let text = match output.recv_timeout(PATIENCE) {
        Ok(read) => read,
        Err(RecvTimeoutError::Timeout) => Err(io::Error::other("did not end")),
        Err(RecvTimeoutError::Disconnected) => Err(io::Error::other("printed nothing")),
    };
    finish(child, text)
}

/// The text of a program that has ended well; one that still runs is ended.
fn finish(mut child: Child, text: io::Result<String>) -> io::Result<String> {
    if text.is_err() {
        let _ = child.kill();
    }
    let status = child.wait()?;
    let text = text?;
    if status.success() { Ok(text) } else { Err(io::Error::other(format!("failed ({status})"))) }
}
