//! Public items that only tests use: none, except those listed here with a reason.

mod uses;

use std::collections::BTreeSet;

use crate::support::sources;

use uses::unused;

/// Items that the source itself does not use (`folder/file.rs: Type::name`), each with the reason for keeping it.
const EXCEPTIONS: &[(&str, &str)] = &[];

fn names(files: &[(String, String)]) -> BTreeSet<String> {
    unused(files).into_iter().map(|item| format!("{}: {}", item.file, item.name)).collect()
}

#[test]
fn every_public_item_is_used_by_the_source_or_has_its_reason() {
    let found = names(&sources("src"));
    let exceptions: BTreeSet<String> = EXCEPTIONS.iter().map(|(name, _)| (*name).to_owned()).collect();
    let unused: Vec<&String> = found.difference(&exceptions).collect();
    assert!(
        unused.is_empty(),
        "only tests use these: use them, delete them, or give a reason to keep them: {unused:?}"
    );
    let used: Vec<&String> = exceptions.difference(&found).collect();
    assert!(used.is_empty(), "these are used or removed: {used:?}");
    assert!(EXCEPTIONS.iter().all(|(_, reason)| !reason.is_empty()));
}

/// The unused items of made-up files, without file names.
fn unused_in(files: &[(&str, &str)]) -> Vec<String> {
    let files: Vec<_> = files.iter().map(|(path, text)| ((*path).to_owned(), (*text).to_owned())).collect();
    unused(&files).into_iter().map(|item| item.name).collect()
}

/// A file that uses items.
const USER: &str = "use crate::a::{parse, Text};\nfn main() { parse(); let _ = Text::new().len; }";

#[test]
fn a_new_public_item_that_nothing_uses_is_found() {
    let used = "pub fn parse() {}\npub struct Text { pub len: u8 }\nimpl Text { pub fn new() -> Self { todo!() } }\n";
    assert_eq!(unused_in(&[("a/mod.rs", used), ("main.rs", USER)]), Vec::<String>::new());
    for (new, name) in [
        ("pub fn more() {}", "more"),
        ("pub const MORE: u8 = 1;", "MORE"),
        ("pub type More = u8;", "More"),
        ("pub enum More { One }", "More"),
        ("pub trait More {}", "More"),
        ("impl Text { pub const fn more(&self) {} }", "Text::more"),
        ("impl Text { pub const MORE: u8 = 1; }", "Text::MORE"),
    ] {
        assert_eq!(unused_in(&[("a/mod.rs", &format!("{used}{new}")), ("main.rs", USER)]), [name], "{new}");
    }
}

#[test]
fn a_mere_mention_does_not_count_as_a_use() {
    for (fact, file) in [
        ("documentation", "/// [`lone`] does it.\nfn other() {}\n//! lone"),
        ("a re-export", "pub use crate::a::lone;"),
        ("a test beside the code", "#[cfg(test)]\nmod tests { use crate::a::lone; #[test] fn it() { lone(); } }"),
        ("a variable of the name", "fn other(lone: u8) -> u8 { lone + 1 }"),
        ("a function of the name in another folder", "use crate::b::lone;\nfn other() { lone() }"),
        ("a method of the name", "fn other(it: &str) { it.lone() }"),
        ("a name in a text", "fn other() -> &'static str { \"lone\" }"),
    ] {
        let file = file.replace("\n//! lone", "");
        let files = [("a/mod.rs", "pub fn lone() { if false { lone() } }"), ("b/mod.rs", file.as_str())];
        assert!(unused_in(&files).contains(&"lone".to_owned()), "{fact}");
    }
}

#[test]
fn a_use_by_any_kind_of_path_counts() {
    for (fact, file) in [
        ("an import", "use crate::a::lone;\nfn other() { lone() }"),
        ("an import in a group", "use crate::{a::{lone, x}, y};"),
        ("an import under another name", "use crate::a::lone as other;"),
        ("a path", "fn other() { crate::a::lone() }"),
        ("a path from an imported folder", "use crate::a;\nfn other() { a::lone() }"),
        ("a value", "fn other() { [1].iter().map(crate::a::lone) }"),
        ("a macro call", "fn other() { println!(\"{}\", crate::a::lone()) }"),
        ("serde by a path", "struct Other { #[serde(default = \"crate::a::lone\")] one: u8 }"),
        ("a re-export that is used", "pub use crate::a::lone;\nfn other() { lone() }"),
        ("a function of the name that hands on to it", "pub(super) fn lone() { crate::a::lone() }"),
    ] {
        assert_eq!(unused_in(&[("a/mod.rs", "pub fn lone() {}"), ("b/mod.rs", file)]), Vec::<String>::new(), "{fact}");
    }
}

#[test]
fn a_member_of_a_trait_is_used_where_it_is_called_and_not_where_it_is_defined_or_delegated() {
    let written = "pub trait Format { fn lacks(&self); }\nstruct One;\nimpl Format for One { fn lacks(&self) {} }\n\
                   struct Around(One);\nimpl Format for Around { fn lacks(&self) { self.0.lacks() } }\n\
                   struct Other;\nimpl Other { fn lacks(&self) {} fn go(&self) { self.lacks(); Self::lacks(self) } }\n\
                   fn all(_: &dyn Format) {}";
    assert_eq!(unused_in(&[("a/mod.rs", written)]), ["Format::lacks"]);
    let called = format!("{written}\nfn export(format: &dyn Format) {{ format.lacks() }}");
    assert_eq!(unused_in(&[("a/mod.rs", &called)]), Vec::<String>::new());
}

#[test]
fn a_field_is_used_where_it_is_read_and_not_where_a_value_is_constructed() {
    let code = "#[derive(Deserialize)]\npub struct Dates { pub long: String, pub words: String }\n\
                fn new() -> Dates { Dates { long: a(), words: b() } }\nfn long(dates: &Dates) { dates.long }\n";
    assert_eq!(unused_in(&[("a/mod.rs", code)]), ["Dates::words"]);
    for reads in ["fn f(d: &Dates) { d.words }", "fn f(Dates { words, .. }: Dates) {}", "fn f() { put!(d.words) }"] {
        assert_eq!(unused_in(&[("a/mod.rs", &format!("{code}{reads}"))]), Vec::<String>::new(), "{reads}");
    }
    let written = code.replace("Deserialize", "Serialize");
    assert_eq!(unused_in(&[("a/mod.rs", &written)]), Vec::<String>::new(), "writing a value reads its fields");
}
