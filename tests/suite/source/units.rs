//! The units of files: those of each `NAME.md` are listed in `NAME.units`.
//!
//! A line is `id role: words`, with codes as `⟨1⟩…⟨/1⟩` and `⟨2/⟩`; findings begin with `!`.

use std::fmt::Write as _;

use tolmach::{
    model::{CodeKind, Parsed, Piece, Role, Unit},
    source::SourceFormat,
};

use super::format;
use crate::cases;

fn listed(unit: &Unit) -> String {
    let mut line = format!("{} {}", unit.id, unit.role.as_str());
    if let Role::Boilerplate(name) = &unit.role {
        let _ = write!(line, " {name}");
    }
    line.push_str(": ");
    for piece in unit.text.pieces() {
        let _ = match piece {
            Piece::Prose(prose) => write!(line, "{}", prose.replace('\n', "⏎").replace('\u{a0}', "⍽")),
            Piece::Code(code) => match code.kind {
                CodeKind::Open => write!(line, "⟨{}⟩", code.id),
                CodeKind::Close => write!(line, "⟨/{}⟩", code.id),
                CodeKind::Single => write!(line, "⟨{}/⟩", code.id),
            },
        };
    }
    for original in &unit.originals {
        let quoted = original.quoted.as_deref().map(|quoted| format!("“{quoted}” = ")).unwrap_or_default();
        let _ = write!(line, "\n  original {}: {quoted}{}", original.locale, original.wording);
    }
    line
}

#[test]
fn each_file_has_the_units_of_its_list() {
    let files = cases::files("formats/markdown", &["md"]);
    assert!(files.len() >= 8);
    for file in files {
        let mut format = format();
        let translated = ["long", "keywords", "seo.summary", "gallery.caption", "gallery.by.note"];
        format.translated.extend(translated.map(str::to_owned));
        format.kept.extend(["desk", "seo.robots"].map(str::to_owned));
        let Parsed { value: article, findings } = format.parse("article", cases::text(&file));
        let mut list = format!("locale {}\n", article.locale);
        for finding in findings {
            let args: Vec<_> =
                finding.args().iter().map(|(name, value)| format!("{name}={}", value.text().unwrap())).collect();
            let _ = writeln!(list, "! line {}: {} {}", finding.place.line.unwrap(), finding.id(), args.join(" "));
        }
        for unit in &article.units {
            let _ = writeln!(list, "{}", listed(unit));
        }
        assert_eq!(list, cases::text(&file.replace(".md", ".units")), "{file}\n{list}");
    }
}
