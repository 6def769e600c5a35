//! Tests of the source reader itself, on small made-up trees.

use super::{
    arrows::{arrows, cycles, folders, strayed_methods},
    away_from_doors, not_allowed, not_values, shared_names,
    tree::Tree,
};

fn tree(files: &[(&str, &str)]) -> Tree {
    Tree::read(files.iter().copied())
}

#[test]
fn files_that_name_each_other_are_a_cycle() {
    let files = [
        ("lib.rs", "mod a; mod b;"),
        ("a.rs", "use crate::b::B;\npub struct A(B);"),
        ("b.rs", "use super::a::A;\npub struct B(Vec<A>);"),
    ];
    assert_eq!(cycles(&tree(&files)), ["a.rs:1 names crate::b::B of b.rs\nb.rs:1 names super::a::A of a.rs"]);
}

#[test]
fn three_files_in_a_ring_are_one_cycle() {
    let files = [
        ("lib.rs", "mod a; mod b; mod c; mod d;"),
        ("a.rs", "use crate::b::B;\npub struct A(B);"),
        ("b.rs", "pub struct B(crate::c::C);"),
        ("c.rs", "pub fn c() {\n    crate::a::A::new();\n}\npub struct C;"),
        ("d.rs", "use crate::a::A;\npub struct D(A);"),
    ];
    let expected =
        "a.rs:1 names crate::b::B of b.rs\nb.rs:1 names crate::c::C of c.rs\nc.rs:2 names crate::a::A::new of a.rs";
    assert_eq!(cycles(&tree(&files)), [expected]);
}

#[test]
fn a_cycle_through_a_re_export_is_a_cycle_of_the_defining_files() {
    let files = [
        ("lib.rs", "pub mod x;"),
        ("x/mod.rs", "mod a;\nmod b;\npub use a::A;\npub use b::*;"),
        ("x/a.rs", "use super::B;\npub struct A(B);"),
        ("x/b.rs", "use crate::x::A as Other;\npub struct B(Other);"),
    ];
    assert_eq!(cycles(&tree(&files)), ["x/a.rs:1 names super::B of x/b.rs\nx/b.rs:1 names crate::x::A of x/a.rs"]);
}

#[test]
fn a_re_export_alone_is_not_an_arrow() {
    let files =
        [("x/mod.rs", "mod a;\npub use a::A;\npub struct Own;"), ("x/a.rs", "use super::Own;\npub struct A(Own);")];
    assert_eq!(cycles(&tree(&files)), [""; 0]);
}

#[test]
fn a_folder_that_uses_what_it_re_exports_has_the_arrow() {
    let files = [
        ("x/mod.rs", "mod a;\npub use a::A;\npub struct Own(A);"),
        ("x/a.rs", "use super::Own;\npub struct A(Vec<Own>);"),
    ];
    assert_eq!(cycles(&tree(&files)), ["x/a.rs:1 names super::Own of x/mod.rs\nx/mod.rs:2 names a::A of x/a.rs"]);
}

#[test]
fn a_cycle_is_seen_through_nested_multiline_braces() {
    let files = [
        ("lib.rs", "mod x;"),
        ("x/mod.rs", "pub mod a;\npub mod b;"),
        ("x/a.rs", "use crate::{\n    x::{\n        self,\n        b::{B, c},\n    },\n};\npub struct A(B);"),
        ("x/b.rs", "use self::super::{a::{A}};\npub struct B;\npub fn c(_: A) {}"),
    ];
    assert_eq!(
        cycles(&tree(&files)),
        ["x/a.rs:4 names crate::x::b::B of x/b.rs\nx/b.rs:1 names self::super::a::A of x/a.rs"]
    );
}

#[test]
fn paths_in_macros_and_attributes_are_arrows() {
    let files = [
        ("a.rs", "fn a() {\n    println!(\"{}\", crate::b::ONE);\n}"),
        ("b.rs", "#[serde(with(crate::c::read))]\npub const ONE: u8 = 1;"),
        ("c.rs", "pub fn read() {}"),
    ];
    let arrows = arrows(&tree(&files));
    let found: Vec<_> = arrows.iter().flat_map(|(from, all)| all.keys().map(move |to| (&**from, &**to))).collect();
    assert_eq!(found, [("a.rs", "b.rs"), ("b.rs", "c.rs")]);
}

#[test]
fn comments_strings_and_unit_tests_are_not_arrows() {
    let files = [
        ("a.rs", "//! use crate::b::B;\n/// [`crate::b::B`]\npub struct A;\nconst S: &str = \"crate::b::B\";"),
        ("b.rs", "use crate::a::A;\npub struct B(A);"),
        ("c.rs", "#[cfg(test)]\nmod tests {\n    use crate::b::B;\n}\npub struct C;"),
    ];
    let tree = tree(&files);
    assert_eq!(cycles(&tree), [""; 0]);
    assert!(arrows(&tree)["c.rs"].is_empty());
}

#[test]
fn an_acyclic_tree_has_no_cycle() {
    let files = [
        ("lib.rs", "pub mod x; pub mod y;"),
        ("x/mod.rs", "mod a;\nmod b;\npub use b::B;"),
        ("x/a.rs", "pub struct A;"),
        ("x/b.rs", "use super::a::A;\npub struct B(A);"),
        ("y.rs", "use crate::x::B;\npub struct Y(B);"),
    ];
    assert_eq!(cycles(&tree(&files)), [""; 0]);
}

#[test]
fn folders_are_read_however_they_are_written() {
    let text = "use crate::{one::{a::{B, C}, D}, two};\nuse super::super::three::E;\nfn f() {\n    crate::four::g(super::h());\n}";
    let tree = tree(&[("x/y.rs", text)]);
    let place = ["x".to_owned(), "y".to_owned()];
    let mut found: Vec<String> = folders(&place, &tree.modules[&place[..]]).map(|(folder, _)| folder).collect();
    found.dedup();
    assert_eq!(found, ["one", "two", "three", "four", "x"]);
}

#[test]
fn a_folder_that_the_table_does_not_allow_is_reported_with_its_line() {
    let files = [
        ("x/a.rs", "use crate::{\n    y::A,\n    z::{self, B},\n};"),
        ("x/b.rs", "fn f() {\n    super::super::z::g();\n}"),
        ("q.rs", "use crate::z::B;"),
    ];
    let table = [("x", "y"), ("y", ""), ("q", "z")];
    let faults = not_allowed(&tree(&files), &table);
    assert_eq!(faults, ["x/a.rs:3 names crate::z", "x/a.rs:3 names crate::z::B", "x/b.rs:2 names super::super::z::g"]);
}

#[test]
fn functions_and_modules_are_distinguished_from_values() {
    let text = "use crate::{a::{self, b::{C, d as e}, F}, g};\nuse super::a::*;\n\
                fn h() {\n    crate::a::i(crate::a::J::new(), crate::a::K);\n}";
    assert_eq!(
        not_values(&tree(&[("x.rs", text)]), &[("x", &["a"])]),
        ["x.rs:1 names crate::a", "x.rs:1 names crate::a::b::d", "x.rs:2 names super::a", "x.rs:4 names crate::a::i"]
    );
}

#[test]
fn a_folder_without_a_row_is_reported() {
    assert_eq!(not_allowed(&tree(&[("w/mod.rs", "")]), &[]), ["w/mod.rs: the folder `w` is not in the table"]);
}

#[test]
fn methods_away_from_their_type_are_reported() {
    let files = [("a.rs", "pub struct A;\nimpl A {}"), ("b.rs", "use crate::a::A;\nimpl A {}\nimpl Clone for A {}")];
    assert_eq!(strayed_methods(&tree(&files)), ["b.rs:2 has methods of A"]);
}

#[test]
fn a_cycle_through_a_renamed_module_is_seen() {
    let files = [
        ("a.rs", "use crate::b as other;\npub struct A(other::B);"),
        (
            "b.rs",
            "pub use self::inner::A as Renamed;\nmod inner {\n    pub use crate::a::A;\n}\npub struct B(Renamed);",
        ),
    ];
    assert_eq!(cycles(&tree(&files)), ["a.rs:2 names other::B of b.rs\nb.rs:1 names self::inner::A of a.rs"]);
}

#[test]
fn crates_and_macros_away_from_their_doors_are_reported() {
    let files = [
        ("a/mod.rs", "use std::{env, path::Path};\nuse clap as c;\nfn f() {\n    println!();\n}"),
        ("b.rs", "use std::{self, path};\nfn f(clap: u8) -> u8 {\n    std::fs::read();\n    clap\n}"),
        ("c.rs", "use std::env;\n#[derive(clap::Parser)]\nstruct C;"),
    ];
    let confined: &[(&str, &[&str])] =
        &[("std::env", &["c.rs"]), ("std::fs", &["a/"]), ("clap", &[]), ("println", &["b.rs"])];
    assert_eq!(
        away_from_doors(&tree(&files), confined),
        [
            "a/mod.rs:1 names `std::env`",
            "a/mod.rs:2 names `clap`",
            "a/mod.rs:4 names `println`",
            "b.rs:3 names `std::fs`",
            "c.rs:2 names `clap`"
        ]
    );
}

#[test]
fn types_that_share_a_name_are_reported_where_they_could_meet() {
    let files = [
        ("a.rs", "pub struct Pair;\nstruct Line;\nstruct Key;"),
        ("b/mod.rs", "struct Line;\nenum Pair {}\npub(crate) trait Key {}\npub fn line() {}"),
        ("b/c.rs", "pub(super) type Line = u8;\npub(in crate::b) struct Cell;"),
        ("d.rs", "struct Cell;\npub(self) struct Other;\nfn f() {}"),
        ("e.rs", "struct Other;"),
    ];
    let found: Vec<_> = shared_names(&tree(&files)).into_iter().collect();
    let expected =
        [("Key", ["a.rs:3", "b/mod.rs:3"]), ("Line", ["b/mod.rs:1", "b/c.rs:1"]), ("Pair", ["a.rs:1", "b/mod.rs:2"])];
    assert_eq!(found, expected.map(|(name, places)| (name.to_owned(), places.map(str::to_owned).to_vec())));
}
