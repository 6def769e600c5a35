//! A source tree as modules: what each defines, imports and names, parsed by `syn`.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{TokenStream, TokenTree};
use syn::{
    Attribute, Ident, Item, ItemImpl, ItemMod, ItemUse, Macro, MetaList, Path, Type, UseTree, Visibility,
    visit::{self, Visit},
};

/// A path in the code, with its line.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Named {
    pub path: Vec<String>,
    pub line: usize,
}

/// A name, or all names, that a `use` brings into a module.
#[derive(Debug, Clone)]
pub struct Import {
    pub named: Named,
    /// The name by which the module knows it; `None` for `*`.
    pub name: Option<String>,
    /// Whether other modules may import it from here.
    pub is_public: bool,
}

/// A named item; items in function bodies count, associated items do not.
#[derive(Debug, Clone)]
pub struct Defined {
    pub name: String,
    pub line: usize,
    /// Whether it is a struct, enum, union, trait or type alias.
    pub is_type: bool,
    /// The module within which it can be named; the crate's root for `pub`.
    pub seen_in: Vec<String>,
}

/// A module: a file or an inline `mod`. Code compiled for unit tests only is not read.
#[derive(Debug, Clone, Default)]
pub struct Module {
    /// Its file below `src/`, with `/`.
    pub file: String,
    /// Its submodules.
    pub children: BTreeSet<String>,
    pub defined: Vec<Defined>,
    pub imports: Vec<Import>,
    /// Every path of two or more words outside `use`, including those in macros and attributes.
    pub paths: Vec<Named>,
    /// The first word of every path outside `use`.
    pub words: BTreeSet<String>,
    /// Macros called by a single name, each with its line.
    pub macros: Vec<(String, usize)>,
    /// The types that have an inherent `impl` here.
    pub inherent: Vec<Named>,
}

impl Module {
    /// The first line with a path that begins with the words of `name` (`std::fs`), or with a call of a macro of that
    /// name.
    pub fn line_of_first(&self, name: &str) -> Option<usize> {
        let words: Vec<&str> = name.split("::").collect();
        let begins = |named: &&Named| words.iter().eq(named.path.iter().take(words.len()));
        let paths = self.imports.iter().map(|import| &import.named).chain(&self.paths).filter(begins);
        let macros = self.macros.iter().filter(|(called, _)| *called == name).map(|(_, line)| *line);
        paths.map(|named| named.line).chain(macros).min()
    }
}

/// A crate's modules, by their path from its root.
#[derive(Debug, Clone, Default)]
pub struct Tree {
    pub modules: BTreeMap<Vec<String>, Module>,
}

impl Tree {
    /// Parses the files of one crate, given as path below `src/` and text.
    pub fn read<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> Self {
        let mut tree = Self::default();
        for (file, text) in files {
            let parsed = syn::parse_file(text).unwrap_or_else(|error| panic!("{file}: {error}"));
            tree.add(place(file), file, &parsed.items);
        }
        let places: Vec<Vec<String>> = tree.modules.keys().cloned().collect();
        for place in places {
            if let Some((name, parent)) = place.split_last() {
                tree.modules.entry(parent.to_vec()).or_default().children.insert(name.clone());
            }
        }
        tree
    }

    fn add(&mut self, place: Vec<String>, file: &str, items: &[Item]) {
        let mut reader = Reader { place: place.clone(), ..Reader::default() };
        file.clone_into(&mut reader.module.file);
        for item in items {
            reader.visit_item(item);
        }
        for (name, items) in reader.inline {
            self.add([place.as_slice(), &[name]].concat(), file, &items);
        }
        self.modules.insert(place, reader.module);
    }
}

/// The path of a file's module.
fn place(file: &str) -> Vec<String> {
    let mut place: Vec<String> = file.trim_end_matches(".rs").split('/').map(str::to_owned).collect();
    if place.last().is_some_and(|last| ["mod", "lib", "main"].contains(&last.as_str())) {
        place.pop();
    }
    place
}

#[derive(Default)]
struct Reader {
    /// The module's path.
    place: Vec<String>,
    module: Module,
    /// Inline modules, which are read separately.
    inline: Vec<(String, Vec<Item>)>,
}

impl Reader {
    fn define(&mut self, name: &Ident, is_type: bool, visibility: &Visibility) {
        let (name, line) = (name.to_string(), line_of(name));
        let seen_in = self.seen_in(visibility);
        self.module.defined.push(Defined { name, line, is_type, seen_in });
    }

    /// The module within which an item of this visibility can be named.
    fn seen_in(&self, visibility: &Visibility) -> Vec<String> {
        let Visibility::Restricted(limit) = visibility else {
            return if matches!(visibility, Visibility::Public(_)) { Vec::new() } else { self.place.clone() };
        };
        let mut seen_in = self.place.clone();
        for word in named(&limit.path).path {
            match word.as_str() {
                "crate" => seen_in.clear(),
                "self" => {}
                "super" => drop(seen_in.pop()),
                _ => seen_in.push(word),
            }
        }
        seen_in
    }

    fn path(&mut self, path: Vec<String>, line: usize) {
        self.module.words.extend(path.first().cloned());
        if path.len() > 1 {
            self.module.paths.push(Named { path, line });
        }
    }

    /// Records everything in the tokens that could be a path; fields and methods are not paths.
    fn tokens(&mut self, tokens: TokenStream) {
        let mut path = Vec::new();
        let (mut line, mut colons, mut behind_dot) = (0, 0, false);
        for token in tokens {
            match token {
                TokenTree::Ident(word) => {
                    if colons != 2 {
                        self.path(std::mem::take(&mut path), line);
                        line = line_of(&word);
                    }
                    if !behind_dot {
                        path.push(word.to_string());
                    }
                    (colons, behind_dot) = (0, false);
                }
                TokenTree::Punct(sign) if sign.as_char() == ':' => colons += 1,
                other => {
                    self.path(std::mem::take(&mut path), line);
                    colons = 0;
                    behind_dot = matches!(&other, TokenTree::Punct(sign) if sign.as_char() == '.');
                    if let TokenTree::Group(group) = other {
                        self.tokens(group.stream());
                    }
                }
            }
        }
        self.path(path, line);
    }

    fn imports(&mut self, tree: &UseTree, before: &[String], is_public: bool) {
        let (word, name, line) = match tree {
            UseTree::Path(path) => {
                return self.imports(&path.tree, &[before, &[path.ident.to_string()]].concat(), is_public);
            }
            UseTree::Group(group) => {
                return group.items.iter().for_each(|tree| self.imports(tree, before, is_public));
            }
            UseTree::Glob(glob) => (None, None, glob.star_token.spans[0].start().line),
            UseTree::Name(name) => (Some(name.ident.to_string()), Some(name.ident.to_string()), line_of(&name.ident)),
            UseTree::Rename(rename) => {
                (Some(rename.ident.to_string()), Some(rename.rename.to_string()), line_of(&rename.ident))
            }
        };
        let mut path = before.to_vec();
        // `x::{self}` is `x`.
        let is_self = word.as_deref() == Some("self") && !before.is_empty();
        let name = if is_self && name.as_deref() == Some("self") { before.last().cloned() } else { name };
        path.extend(word.filter(|_| !is_self));
        self.module.imports.push(Import { named: Named { path, line }, name, is_public });
    }
}

fn is_for_tests(attributes: &[Attribute]) -> bool {
    let is_test = |list: &MetaList| list.path.is_ident("cfg") && list.tokens.to_string() == "test";
    attributes.iter().any(|attribute| attribute.meta.require_list().is_ok_and(is_test))
}

impl<'ast> Visit<'ast> for Reader {
    fn visit_item(&mut self, item: &'ast Item) {
        match item {
            Item::Struct(item) => self.define(&item.ident, true, &item.vis),
            Item::Enum(item) => self.define(&item.ident, true, &item.vis),
            Item::Union(item) => self.define(&item.ident, true, &item.vis),
            Item::Trait(item) => self.define(&item.ident, true, &item.vis),
            Item::Type(item) => self.define(&item.ident, true, &item.vis),
            Item::Const(item) => self.define(&item.ident, false, &item.vis),
            Item::Static(item) => self.define(&item.ident, false, &item.vis),
            Item::Fn(item) => self.define(&item.sig.ident, false, &item.vis),
            Item::Macro(item) => item.ident.iter().for_each(|name| self.define(name, false, &Visibility::Inherited)),
            _ => {}
        }
        visit::visit_item(self, item);
    }

    fn visit_item_mod(&mut self, item: &'ast ItemMod) {
        if let Some((_, items)) = &item.content
            && !is_for_tests(&item.attrs)
        {
            self.inline.push((item.ident.to_string(), items.clone()));
        }
    }

    fn visit_item_use(&mut self, item: &'ast ItemUse) {
        self.imports(&item.tree, &[], !matches!(item.vis, Visibility::Inherited));
    }

    fn visit_item_impl(&mut self, item: &'ast ItemImpl) {
        if let (None, Type::Path(of)) = (&item.trait_, item.self_ty.as_ref()) {
            self.module.inherent.push(named(&of.path));
        }
        visit::visit_item_impl(self, item);
    }

    fn visit_path(&mut self, path: &'ast Path) {
        let Named { path: words, line } = named(path);
        self.path(words, line);
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, call: &'ast Macro) {
        if let Some(name) = call.path.get_ident() {
            self.module.macros.push((name.to_string(), line_of(name)));
        }
        self.tokens(call.tokens.clone());
        visit::visit_macro(self, call);
    }

    fn visit_meta_list(&mut self, list: &'ast MetaList) {
        self.tokens(list.tokens.clone());
    }
}

fn line_of(word: &Ident) -> usize {
    word.span().start().line
}

fn named(path: &Path) -> Named {
    let words = path.segments.iter().map(|segment| segment.ident.to_string());
    Named { path: words.collect(), line: path.segments.first().map_or(0, |first| line_of(&first.ident)) }
}
