//! The prompt for models, where a project or a user has one of their own.

use std::io::ErrorKind;

use super::{Layout, ProjectError, files::read_text, inside, look::is_file, settings::user_file};

/// The path of the template below a project's root, and beside the user's configuration.
const TEMPLATE: &str = "prompts/translate.txt";

/// The name and text of the template that replaces the built-in one: the project's, else the user's; `None` without one. A
/// link must not lead out of the project's `prompts/`.
pub fn prompt_template(layout: Option<&Layout>) -> Result<Option<(String, String)>, ProjectError> {
    if let Some(layout) = layout {
        let path = layout.root.join(TEMPLATE);
        if is_file(&path)? {
            // What it holds is sent to an engine.
            inside(layout, path.parent().unwrap_or(&layout.root), &path)?;
            return Ok(Some((layout.name(&path), read_text(&path)?)));
        }
    }
    let users = user_file().and_then(|file| Some(file.parent()?.join(TEMPLATE)));
    let Some(path) = users else { return Ok(None) };
    match is_file(&path) {
        Ok(true) => Ok(Some((path.display().to_string(), read_text(&path)?))),
        Ok(false) => Ok(None),
        // Where the user's home is no folder, there is no template in it.
        Err(ProjectError::Io { cause, .. }) if cause.kind() == ErrorKind::NotADirectory => Ok(None),
        Err(error) => Err(error),
    }
}
