//! The keys of engines: from the environment, a file that nobody else can read, or a program.

use std::{
    env,
    fs::{self, File},
    io::{self, IsTerminal, Read},
    path::{Path, PathBuf},
    process::{Child, Command, ExitStatus, Stdio},
    sync::mpsc::{self, Receiver},
    thread,
    time::{Duration, Instant},
};

use super::{
    KeyError, ProjectError, SettingsError,
    settings::{EngineProfile, user_file},
};
use crate::{
    backend::{
        BoundKey, KeyHome, ServerSettings, Stop,
        http::{Secret, key_variable},
    },
    model::clip,
};

/// The longest key, in bytes.
const LONGEST: u64 = 16 * 1024;
/// The shortest part of what a program prints that is kept out of messages, in bytes: shorter ones are no keys.
const SHORTEST: usize = 4;
/// How long a program may take: its user may have to unlock a store of passwords.
const PATIENCE: Duration = Duration::from_mins(2);
/// How long its output may stay open once it has ended.
const REST: Duration = Duration::from_secs(2);
/// How often it is looked at.
const STEP: Duration = Duration::from_millis(10);

/// The key of a profile: the one that the user has given for this run, else that of the profile's variable, else that of
/// its settings.
///
/// Fails where the variable's key would go to a server that a project's file names. A program that is to print the key is
/// ended once `stop` is set.
pub fn key_of(
    profile: &EngineProfile,
    settings: &ServerSettings,
    stop: &Stop,
) -> Result<Option<BoundKey>, ProjectError> {
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
    let secret = key_of_settings(settings, stop).map_err(|error| wrong(profile, error))?;
    Ok(secret.map(|secret| BoundKey { secret, home }))
}

fn wrong(profile: &EngineProfile, error: KeyError) -> ProjectError {
    ProjectError::Key { name: profile.name().to_owned(), error }
}

fn key_of_settings(settings: &ServerSettings, stop: &Stop) -> Result<Option<Secret>, KeyError> {
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
        let path = absolute(path);
        return secret(&read_key(&path)?, || format!("the key file `{}`", path.display())).map(Some);
    }
    match settings.key_command.split_first() {
        Some((program, arguments)) => {
            let key = run(program, arguments, stop)
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

/// A path that begins with `~/` lies in the user's home, and a relative one beside the user's configuration, which alone may
/// name it: it means the same wherever tolmach is started.
fn absolute(path: &Path) -> PathBuf {
    match (path.strip_prefix("~"), env::home_dir()) {
        (Ok(rest), Some(home)) => home.join(rest),
        _ => match user_file().as_deref().and_then(Path::parent) {
            Some(folder) => folder.join(path),
            None => path.to_owned(),
        },
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

/// What a program prints. On a terminal it may ask its user for something; elsewhere, what it says on standard error is shown
/// where it fails, without what it printed.
fn run(program: &str, arguments: &[String], stop: &Stop) -> io::Result<String> {
    let is_seen = io::stderr().is_terminal();
    let mut command = Command::new(program);
    command.args(arguments).stdin(Stdio::null()).stdout(Stdio::piped());
    command.stderr(if is_seen { Stdio::inherit() } else { Stdio::piped() });
    // A group of its own could not read from the terminal, where an interruption reaches all of them anyway.
    #[cfg(unix)]
    if !is_seen {
        std::os::unix::process::CommandExt::process_group(&mut command, 0);
    }
    let mut child = command.spawn()?;
    let (output, errors) = (read_aside(child.stdout.take()), read_aside(child.stderr.take()));
    let status = await_end(&mut child, !is_seen, stop)?;
    let late = |_| io::Error::other("has ended, and its output has not");
    let text = output.recv_timeout(REST).map_err(late)?;
    if status.success() {
        return String::from_utf8(text).map_err(io::Error::other);
    }
    let said = errors.recv_timeout(REST).unwrap_or_default();
    let said = without(String::from_utf8_lossy(&said).trim(), &String::from_utf8_lossy(&text));
    let said = clip(&said, 200);
    let colon = if said.is_empty() { "" } else { ": " };
    Err(io::Error::other(format!("failed ({status}){colon}{said}")))
}

/// What a program said without what it printed: any line or word of that may be the key.
fn without(said: &str, printed: &str) -> String {
    let parts = [printed.trim()].into_iter().chain(printed.lines().map(str::trim)).chain(printed.split_whitespace());
    let parts = parts.filter(|part| part.len() >= SHORTEST);
    parts.fold(said.to_owned(), |said, part| Secret::new(part.to_owned()).scrub(&said))
}

/// Reads a pipe to its end in a thread of its own, and keeps as much of it as a key may be long.
fn read_aside(pipe: Option<impl Read + Send + 'static>) -> Receiver<Vec<u8>> {
    let (sender, receiver) = mpsc::channel();
    thread::spawn(move || {
        let mut bytes = Vec::new();
        // What was read before an error counts.
        if let Some(mut pipe) = pipe {
            let _ = pipe.by_ref().take(LONGEST).read_to_end(&mut bytes);
            let _ = io::copy(&mut pipe, &mut io::sink());
        }
        sender.send(bytes)
    });
    receiver
}

/// Waits for the end of a program; ends it where that takes too long, and where the user does not wish to wait, and with it all
/// that it has started, where it leads a group.
fn await_end(child: &mut Child, leads: bool, stop: &Stop) -> io::Result<ExitStatus> {
    let deadline = Instant::now() + PATIENCE;
    loop {
        if let Some(status) = child.try_wait()? {
            return Ok(status);
        }
        let cause = if stop.is_set() {
            "was interrupted".to_owned()
        } else if Instant::now() > deadline {
            format!("did not end within {} s", PATIENCE.as_secs())
        } else {
            thread::sleep(STEP);
            continue;
        };
        #[cfg(unix)]
        if leads {
            // It may have ended just now.
            let _ = rustix::process::kill_process_group(
                rustix::process::Pid::from_child(child),
                rustix::process::Signal::KILL,
            );
        }
        #[cfg(not(unix))]
        let _ = leads;
        child.kill()?;
        child.wait()?;
        return Err(io::Error::other(cause));
    }
}
