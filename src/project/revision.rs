//! A revision of the git repository that the project is in, read by the program `git`.
//!
//! It is run with fixed arguments and by no shell. External programs of a comparison, text conversions, monitors of files and
//! fetches are off. One thing that the settings of a clone (`.git/config`) name may still run: the filter by which git compares a
//! file of the work tree (`filter.NAME.clean`, as of Git LFS), where `.gitattributes` asks for it.

use std::{
    collections::BTreeSet,
    io::ErrorKind,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
};

use crate::model::{Hinted, Message};

/// Why a revision cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum RevisionError {
    /// There is no program `git`.
    #[error("the program `git` cannot be run: {cause}")]
    NoGit {
        /// The system's error.
        cause: String,
    },
    /// The project is in no repository.
    #[error("`{folder}` is in no git repository")]
    NoRepository {
        /// The project's folder.
        folder: String,
    },
    /// No commit has this name.
    #[error("git knows no revision `{revision}`")]
    Unknown {
        /// The name.
        revision: String,
    },
    /// No commit has this name, in a clone that has not all of them.
    #[error("git knows no revision `{revision}` in this shallow clone")]
    Shallow {
        /// The name.
        revision: String,
    },
    /// `git` failed for another reason.
    #[error("`git {command}` failed: {message}")]
    Failed {
        /// The command.
        command: String,
        /// Its message.
        message: String,
    },
}

impl Hinted for RevisionError {
    fn hint(&self) -> Option<Message> {
        Some(match self {
            Self::NoGit { .. } => Message::new("hint-no-git"),
            Self::NoRepository { .. } => Message::new("hint-no-repository"),
            Self::Unknown { .. } => Message::new("hint-unknown-revision"),
            Self::Shallow { .. } => Message::new("hint-shallow-clone"),
            Self::Failed { .. } => return None,
        })
    }

    fn all() -> Vec<Self> {
        let word = || "main".to_owned();
        vec![
            Self::NoGit { cause: word() },
            Self::NoRepository { folder: word() },
            Self::Unknown { revision: word() },
            Self::Shallow { revision: word() },
            Self::Failed { command: word(), message: word() },
        ]
    }
}

/// A commit of the repository, with the names of the project's files in it.
#[derive(Debug, Clone)]
pub struct Revision {
    root: PathBuf,
    /// The commit's id; none where there is no commit yet.
    commit: Option<String>,
    /// The project's files that are the same in the work tree.
    same: BTreeSet<String>,
}

impl Revision {
    /// Looks up a revision (`origin/main`, `HEAD~1`, an id), and which files of the work tree are as they are in it. `root` is
    /// the project's folder. In a repository without a commit, `HEAD` has no files.
    pub fn open(root: &Path, revision: &str) -> Result<Self, RevisionError> {
        let inside = run(root, &["rev-parse", "--is-inside-work-tree"])?;
        if !inside.status.success() {
            return Err(match message(&inside) {
                text if text.contains("not a git repository") => {
                    RevisionError::NoRepository { folder: root.display().to_string() }
                }
                message => RevisionError::Failed { command: "rev-parse".to_owned(), message },
            });
        }
        let unknown = || RevisionError::Unknown { revision: revision.to_owned() };
        // What begins with a hyphen would be an option.
        if revision.is_empty() || revision.starts_with('-') {
            return Err(unknown());
        }
        let found = run(root, &["rev-parse", "--verify", "--quiet", &format!("{revision}^{{commit}}")])?;
        if !found.status.success() {
            // The name of a branch that has no commit.
            if revision == "HEAD" && run(root, &["symbolic-ref", "--quiet", "HEAD"])?.status.success() {
                return Ok(Self { root: root.to_owned(), commit: None, same: BTreeSet::new() });
            }
            let shallow = run(root, &["rev-parse", "--is-shallow-repository"])?;
            let is_shallow = String::from_utf8_lossy(&shallow.stdout).trim() == "true";
            return Err(if is_shallow { RevisionError::Shallow { revision: revision.to_owned() } } else { unknown() });
        }
        let commit = String::from_utf8_lossy(&found.stdout).trim().to_owned();
        let mut same = names(root, &["ls-tree", "-r", "-z", "--name-only", &commit, "--", "."])?;
        let options = ["diff", "--name-only", "-z", "--no-renames", "--no-ext-diff", "--no-textconv", "--relative"];
        for name in names(root, &[&options[..], &[&commit, "--", "."]].concat())? {
            same.remove(&name);
        }
        Ok(Self { root: root.to_owned(), commit: Some(commit), same })
    }

    /// Whether a file of the project, named as findings name it, is in the revision as it is in the work tree.
    #[must_use]
    pub fn has_same(&self, name: &str) -> bool {
        self.same.contains(name)
    }

    /// The bytes of a file in the revision; `None` if it is not in it.
    pub fn read(&self, name: &str) -> Result<Option<Vec<u8>>, RevisionError> {
        let Some(commit) = &self.commit else { return Ok(None) };
        let output = run(&self.root, &["cat-file", "blob", &format!("{commit}:./{name}")])?;
        Ok(output.status.success().then_some(output.stdout))
    }
}

/// File names that a command lists, each ended by a NUL.
fn names(root: &Path, arguments: &[&str]) -> Result<BTreeSet<String>, RevisionError> {
    let output = run(root, arguments)?;
    if !output.status.success() {
        let command = arguments.first().copied().unwrap_or_default().to_owned();
        return Err(RevisionError::Failed { command, message: message(&output) });
    }
    let list = output.stdout.split(|byte| *byte == 0).filter(|name| !name.is_empty());
    Ok(list.map(|name| String::from_utf8_lossy(name).into_owned()).collect())
}

fn run(root: &Path, arguments: &[&str]) -> Result<Output, RevisionError> {
    let mut git = Command::new("git");
    git.args(["-c", "core.fsmonitor=false", "-c", "core.quotePath=false"]).args(arguments).current_dir(root);
    // In a hook, git tells where its repository is, from another folder than the project's.
    for name in ["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX"] {
        git.env_remove(name);
    }
    // The messages are compared, nothing is to be written, and no server is asked for what a partial clone has not.
    git.env("LC_ALL", "C").env("GIT_OPTIONAL_LOCKS", "0").env("GIT_NO_LAZY_FETCH", "1").stdin(Stdio::null());
    git.output().map_err(|cause| match cause.kind() {
        ErrorKind::NotFound => RevisionError::NoGit { cause: "it is not on `PATH`".to_owned() },
        _ => RevisionError::NoGit { cause: cause.to_string() },
    })
}

/// Why a command failed, in its words: the first line of standard error that says so, or else the first one.
fn message(output: &Output) -> String {
    let text = String::from_utf8_lossy(&output.stderr).into_owned();
    let lines = || text.lines().map(str::trim);
    let fatal = lines().find(|line| line.starts_with("fatal: "));
    let line = fatal.or_else(|| lines().find(|line| !line.is_empty())).unwrap_or("no message");
    line.trim_start_matches("fatal: ").to_owned()
}
