//! The folder on disk: `tolmach.toml`, settings resolved once, layout, atomic writes, locks.
//!
//! Only this module and `cli/` touch the file system and the environment.

mod apertium;
mod articles;
mod cache;
mod dictionary;
mod error;
mod files;
mod fingerprint;
mod indexes;
pub mod init;
mod inside;
mod journal;
mod key_error;
mod keys;
mod layout;
mod lock;
mod look;
mod moving;
mod pages;
mod prompts;
mod resources;
mod revision;
pub mod settings;
mod sweep;
mod temporary;
mod translations;
mod version;
mod wrong_setting;

pub use apertium::{InstalledMode, NoMode, apertium_mode};
pub use articles::{articles, read_article, refuse_same_output, source_files};
pub use cache::{Cache, CacheFault, holds};
pub use dictionary::{Dictionary, open_dictionary};
pub use error::ProjectError;
pub use files::{
    LineFile, append_named, create_folder, create_lines, read_bytes, read_if_there, read_text, read_xml, replace,
    write_atomic, write_if_changed, write_named, write_new, write_through,
};
pub use fingerprint::Fingerprint;
pub use inside::inside;
pub use journal::{open_journal, read_journal};
pub use key_error::KeyError;
pub use keys::key_of;
pub use layout::{FORMS_LOCK, Layout, find_root, shown};
pub use lock::Lock;
pub use look::{exists, is_file, is_folder, look};
pub use moving::{is_same_file, remove_generated, remove_read, rename_new};
pub use pages::{EditionPage, edition_pages};
pub use prompts::prompt_template;
pub use resources::{
    Glossary, Resources, files_with_extension, glossary_files, glossary_files_in, own_locales, refuse_markers, template,
};
pub use revision::{Revision, RevisionError};
pub use settings::Settings;
pub use translations::{
    FoundTranslations, TranslationFile, TranslationFileKind, named_after, translation_files, waiver_files,
};
pub use version::file_version;
pub use wrong_setting::SettingsError;
