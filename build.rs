//! Writes the table of `locales/<tag>/*.{toml,ftl,tsv}` files in the binary: a new locale is a new folder, no code.
//!
//! Only files directly in a locale's folder are embedded: `segments/` and `drafts/` belong to a project.

use std::{env, fs, io, path::Path};

fn main() -> io::Result<()> {
    let root = env::var("CARGO_MANIFEST_DIR").map_err(io::Error::other)?;
    let out = env::var("OUT_DIR").map_err(io::Error::other)?;
    let locales = Path::new(&root).join("locales");
    println!("cargo::rerun-if-changed={}", locales.display());

    let mut files = Vec::new();
    for folder in fs::read_dir(&locales)? {
        let folder = folder?;
        if !folder.file_type()?.is_dir() {
            continue;
        }
        for file in fs::read_dir(folder.path())? {
            let file = file?;
            let path = file.path();
            let is_embedded =
                path.extension().is_some_and(|ext| ["toml", "ftl", "tsv"].iter().any(|known| ext == *known));
            if is_embedded && file.file_type()?.is_file() {
                let (tag, name) = (folder.file_name(), file.file_name());
                files.push((format!("{}/{}", tag.display(), name.display()), path));
            }
        }
    }
    files.sort();

    let rows =
        files.iter().map(|(name, path)| format!("    ({name:?}, include_str!({:?})),", path.display().to_string()));
    let table = format!("&[\n{}\n]\n", rows.collect::<Vec<_>>().join("\n"));
    fs::write(Path::new(&out).join("locales.rs"), table)
}
