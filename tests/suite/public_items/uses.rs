//! Public items of source files, and the uses of their names outside their own definitions.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Ident, TokenStream, TokenTree};
use syn::{
    Attribute, Expr, ExprCall, ExprField, ExprMethodCall, ExprPath, ExprStruct, Field, FieldPat, Fields, File,
    ImplItem, Item, ItemImpl, Macro, Member, Meta, Path, Signature, TraitItem, Type, UseTree, Visibility, visit,
    visit::Visit,
};

/// The kind of a public item, which determines what a use of it looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Kind {
    /// A function, type, trait or constant outside any type: imported, named by its path, or named in its own file.
    Free,
    /// A function or constant of a type or trait: called on a value or named by its path.
    Member,
    /// A field: read or written after a dot, or bound by a pattern. Constructing a value of the type, or deserialising
    /// one, is not a use.
    Field,
}

/// How a name is used.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum How {
    /// By itself: outside the defining file it would have to be imported, so there it is a variable.
    Alone,
    /// Imported, or in a path after other names; with the folder of `src/` if the path states it.
    InPath(Option<String>),
    MethodCall,
    FieldAccess,
    /// Inside a macro call or an attribute, where it may be anything.
    InMacro,
}

/// The kind of an enclosing definition.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
enum Enclosing {
    Member,
    Free,
}

#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
struct Use {
    how: How,
    file: String,
    /// The enclosing definition of the same name, which calls itself or delegates to another of its name.
    inside: Option<Enclosing>,
    /// The type whose member it is, if stated: `Type::name`, `Self::name`, `self.name`.
    owner: Option<String>,
}

/// A public item.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub struct Defined {
    pub file: String,
    /// `Type::name` for members of a type.
    pub name: String,
    kind: Kind,
}

#[derive(Default)]
struct Reader {
    file: String,
    defined: BTreeSet<Defined>,
    uses: BTreeMap<String, BTreeSet<Use>>,
    /// Types and traits with the names of their members and fields, of any visibility.
    members: BTreeSet<(String, String)>,
    /// The type whose functions are being visited.
    self_type: String,
    /// Re-exported names: the file, the name, the folder that it comes from.
    re_exports: BTreeSet<[String; 3]>,
    /// The enclosing definitions.
    enclosing: Vec<(String, Enclosing)>,
}

/// The public items of these files (path below `src/`, text) that only tests use: their names occur nowhere outside
/// their own definitions, re-exports, documentation and `#[cfg(test)]`. If two items of one folder, or two members,
/// share a name, both count as used when one is.
pub fn unused(files: &[(String, String)]) -> Vec<Defined> {
    let mut reader = Reader::default();
    for (path, text) in files {
        reader.file.clone_from(path);
        let file: File = syn::parse_file(text).unwrap_or_else(|error| panic!("{path}: {error}"));
        reader.visit_file(&file);
    }
    let is_unused = |item: &&Defined| {
        let uses = reader.uses.get(item.own_name());
        !uses.is_some_and(|uses| uses.iter().any(|usage| reader.is_used(item, usage)))
    };
    reader.defined.iter().filter(is_unused).cloned().collect()
}

impl Defined {
    fn own_name(&self) -> &str {
        self.name.rsplit("::").next().unwrap()
    }
}

fn folder(file: &str) -> &str {
    file.split_once('/').map_or(file, |(folder, _)| folder).trim_end_matches(".rs")
}

/// The folder of `src/` to which a path prefix in a file leads.
fn folder_of(file: &str, names: &[String]) -> Option<String> {
    let mut module: Vec<&str> = file.trim_end_matches(".rs").split('/').filter(|part| *part != "mod").collect();
    let supers = names.iter().take_while(|name| *name == "super").count();
    let rest = match names.first().map(String::as_str)? {
        "crate" | "tolmach" => return names.get(1).cloned(),
        "self" => return Some(folder(file).to_owned()),
        "super" => names.get(supers),
        _ => return None,
    };
    module.truncate(module.len().saturating_sub(supers));
    module.first().map(|first| (*first).to_owned()).or_else(|| rest.cloned())
}

fn is_public(visibility: &Visibility) -> bool {
    matches!(visibility, Visibility::Public(_))
}

fn is_test(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| match &attribute.meta {
        Meta::List(list) => list.path.is_ident("cfg") && list.tokens.to_string() == "test",
        meta => meta.path().is_ident("test"),
    })
}

/// Whether a type is serialised, which reads every field.
fn is_serialized(attributes: &[Attribute]) -> bool {
    let derives = attributes.iter().filter_map(|attribute| match &attribute.meta {
        Meta::List(list) if list.path.is_ident("derive") => Some(list.tokens.to_string()),
        _ => None,
    });
    derives.into_iter().any(|list| list.split([',', ' ', ':']).any(|name| name == "Serialize"))
}

/// The last name of a type, as `T` of `&mut a::T<'_>`.
fn type_name(whole: &Type) -> String {
    match whole {
        Type::Path(path) => path.path.segments.last().map(|last| last.ident.to_string()).unwrap_or_default(),
        Type::Reference(reference) => type_name(&reference.elem),
        _ => String::new(),
    }
}

/// `Self` if the expression is `self`.
fn on_self(value: &Expr) -> Option<&'static str> {
    let is_self = matches!(value, Expr::Path(ExprPath { path, .. }) if path.is_ident("self"));
    is_self.then_some("Self")
}

impl Reader {
    fn is_used(&self, item: &Defined, usage: &Use) -> bool {
        let is_inside = match (item.kind, usage.inside) {
            (_, None) | (Kind::Field, _) | (Kind::Member, Some(Enclosing::Free)) => false,
            // A function may delegate to one of the same name in another file; a member that does is the same member
            // of another type.
            (Kind::Free, Some(_)) => usage.file == item.file,
            (Kind::Member, Some(Enclosing::Member)) => true,
        };
        let same_folder =
            |other: &str| other == folder(&item.file) || self.re_exports_item(&format!("{other}/mod.rs"), item);
        let is_a_use = match (item.kind, &usage.how) {
            (Kind::Free, How::Alone | How::InMacro) => {
                usage.file == item.file || self.re_exports_item(&usage.file, item)
            }
            (Kind::Free, How::InPath(folder)) => folder.as_ref().is_none_or(|folder| same_folder(folder)),
            (Kind::Member, How::InPath(_) | How::MethodCall)
            | (Kind::Field, How::FieldAccess)
            | (Kind::Member | Kind::Field, How::InMacro) => true,
            _ => false,
        };
        is_a_use && !is_inside && !self.is_of_another(item, usage)
    }

    /// Whether a use refers to a member of the same name of another type.
    fn is_of_another(&self, item: &Defined, usage: &Use) -> bool {
        let (Some((owner, name)), Some(other)) = (item.name.rsplit_once("::"), &usage.owner) else { return false };
        other != owner && self.members.contains(&(other.clone(), name.to_owned()))
    }

    /// Whether a file re-exports an item, from its own folder or from one that re-exports it.
    fn re_exports_item(&self, file: &str, item: &Defined) -> bool {
        let mut from = self.re_exports.iter().filter(|[by, name, _]| by == file && name == item.own_name());
        from.any(|[by, _, from]| {
            from == folder(&item.file) || (from != folder(by) && self.re_exports_item(&format!("{from}/mod.rs"), item))
        })
    }

    fn define(&mut self, kind: Kind, owner: &str, name: &Ident) {
        let name = if owner.is_empty() { name.to_string() } else { format!("{owner}::{name}") };
        self.defined.insert(Defined { file: self.file.clone(), name, kind });
    }

    fn record(&mut self, name: &Ident, how: How) {
        self.record_member(None, name, how);
    }

    fn record_member(&mut self, owner: Option<&str>, name: &Ident, how: How) {
        let name = name.to_string();
        let owner = owner.map(|owner| if owner == "Self" { self.self_type.clone() } else { owner.to_owned() });
        let inside =
            self.enclosing.iter().rev().find(|(enclosing, _)| *enclosing == name).map(|(_, enclosing)| *enclosing);
        self.uses.entry(name).or_default().insert(Use { how, file: self.file.clone(), inside, owner });
    }

    /// Visits the inside of these definitions.
    fn inside(&mut self, names: &[(String, Enclosing)], visitor: impl FnOnce(&mut Self)) {
        let outside = self.enclosing.len();
        self.enclosing.extend_from_slice(names);
        visitor(self);
        self.enclosing.truncate(outside);
    }

    fn path(&mut self, path: &Path) {
        let mut before: Vec<String> = Vec::new();
        for segment in &path.segments {
            let how = if before.is_empty() { How::Alone } else { How::InPath(folder_of(&self.file, &before)) };
            self.record_member(before.last().map(String::as_str), &segment.ident, how);
            before.push(segment.ident.to_string());
            self.visit_path_arguments(&segment.arguments);
        }
    }

    fn tokens(&mut self, tokens: TokenStream) {
        let mut is_behind_colon = false;
        for token in tokens {
            let is_colon = matches!(&token, TokenTree::Punct(sign) if sign.as_char() == ':');
            match token {
                TokenTree::Group(group) => self.tokens(group.stream()),
                // `a::name`, or a value after a single colon.
                TokenTree::Ident(name) => {
                    self.record(&name, How::InMacro);
                    if is_behind_colon {
                        self.record(&name, How::InPath(None));
                    }
                }
                // `#[serde(default = "a::name")]`, `{name}` in a format.
                TokenTree::Literal(literal) => {
                    let text = literal.to_string();
                    let names = text.split(|c: char| !c.is_alphanumeric() && c != '_').filter(|name| !name.is_empty());
                    for name in names.filter_map(|name| syn::parse_str::<Ident>(name).ok()) {
                        self.record(&name, How::InMacro);
                        if text.contains("::") {
                            self.record(&name, How::InPath(None));
                        }
                    }
                }
                TokenTree::Punct(_) => {}
            }
            is_behind_colon = is_colon;
        }
    }

    fn imported(&mut self, before: &mut Vec<String>, tree: &UseTree, is_re_export: bool) {
        let mut name = |name: &Ident| {
            if is_re_export {
                let own_folder = || folder(&self.file).to_owned();
                let from = folder_of(&self.file, before).unwrap_or_else(own_folder);
                self.re_exports.insert([self.file.clone(), name.to_string(), from]);
            } else {
                self.record(name, How::InPath(folder_of(&self.file, before)));
            }
        };
        match tree {
            UseTree::Path(path) => {
                before.push(path.ident.to_string());
                self.imported(before, &path.tree, is_re_export);
                before.pop();
            }
            UseTree::Name(leaf) => name(&leaf.ident),
            UseTree::Rename(leaf) => name(&leaf.ident),
            UseTree::Group(group) => group.items.iter().for_each(|tree| self.imported(before, tree, is_re_export)),
            UseTree::Glob(_) => {}
        }
    }

    fn fields(&mut self, owner: &Ident, fields: &Fields, are_public: bool) {
        let owner = owner.to_string();
        for field in fields {
            let Some(name) = &field.ident else { continue };
            self.members.insert((owner.clone(), name.to_string()));
            if are_public && is_public(&field.vis) {
                self.define(Kind::Field, &owner, name);
            }
        }
    }

    fn member(&mut self, owner: &str, name: &Ident, is_public: bool) {
        self.members.insert((owner.to_owned(), name.to_string()));
        if is_public {
            self.define(Kind::Member, owner, name);
        }
    }
}

impl<'ast> Visit<'ast> for Reader {
    fn visit_item(&mut self, item: &'ast Item) {
        let (attributes, named) = match item {
            Item::Const(item) => (&item.attrs, Some((&item.vis, &item.ident))),
            Item::Static(item) => (&item.attrs, Some((&item.vis, &item.ident))),
            Item::Struct(item) => (&item.attrs, Some((&item.vis, &item.ident))),
            Item::Enum(item) => (&item.attrs, Some((&item.vis, &item.ident))),
            Item::Trait(item) => (&item.attrs, Some((&item.vis, &item.ident))),
            Item::Type(item) => (&item.attrs, Some((&item.vis, &item.ident))),
            Item::Fn(item) => (&item.attrs, Some((&item.vis, &item.sig.ident))),
            Item::Impl(item) => (&item.attrs, None),
            Item::Mod(item) => (&item.attrs, None),
            _ => return visit::visit_item(self, item),
        };
        if is_test(attributes) {
            return;
        }
        let Some((visibility, name)) = named else { return visit::visit_item(self, item) };
        if is_public(visibility) {
            self.define(Kind::Free, "", name);
        }
        match item {
            Item::Struct(item) => {
                self.fields(name, &item.fields, is_public(visibility) && !is_serialized(&item.attrs));
            }
            Item::Trait(item) => {
                for item in &item.items {
                    match item {
                        TraitItem::Fn(item) => self.member(&name.to_string(), &item.sig.ident, is_public(visibility)),
                        TraitItem::Const(item) => self.member(&name.to_string(), &item.ident, is_public(visibility)),
                        _ => {}
                    }
                }
                self.self_type = name.to_string();
            }
            _ => {}
        }
        self.inside(&[(name.to_string(), Enclosing::Free)], |reader| visit::visit_item(reader, item));
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        self.imported(&mut Vec::new(), &item.tree, !matches!(item.vis, Visibility::Inherited));
    }

    fn visit_item_impl(&mut self, item: &'ast ItemImpl) {
        let owner = type_name(&item.self_ty);
        let implemented = item.trait_.as_ref().and_then(|(path, _)| path.segments.last());
        if implemented.is_none() {
            for item in &item.items {
                match item {
                    ImplItem::Fn(item) => self.member(&owner, &item.sig.ident, is_public(&item.vis)),
                    ImplItem::Const(item) => self.member(&owner, &item.ident, is_public(&item.vis)),
                    _ => {}
                }
            }
        }
        let implemented = implemented.map(|last| last.ident.to_string()).unwrap_or_default();
        self.self_type.clone_from(&owner);
        let enclosing = [owner, implemented].map(|name| (name, Enclosing::Free));
        self.inside(&enclosing, |reader| visit::visit_item_impl(reader, item));
    }

    fn visit_impl_item(&mut self, item: &'ast ImplItem) {
        let name = match item {
            ImplItem::Fn(item) => item.sig.ident.to_string(),
            ImplItem::Const(item) => item.ident.to_string(),
            _ => String::new(),
        };
        self.inside(&[(name, Enclosing::Member)], |reader| visit::visit_impl_item(reader, item));
    }

    fn visit_trait_item(&mut self, item: &'ast TraitItem) {
        let name = match item {
            TraitItem::Fn(item) => item.sig.ident.to_string(),
            TraitItem::Const(item) => item.ident.to_string(),
            _ => String::new(),
        };
        self.inside(&[(name, Enclosing::Member)], |reader| visit::visit_trait_item(reader, item));
    }

    fn visit_signature(&mut self, signature: &'ast Signature) {
        self.visit_generics(&signature.generics);
        signature.inputs.iter().for_each(|input| self.visit_fn_arg(input));
        self.visit_return_type(&signature.output);
    }

    fn visit_attribute(&mut self, attribute: &'ast Attribute) {
        match &attribute.meta {
            Meta::List(list) => self.tokens(list.tokens.clone()),
            // Documentation names items without using them.
            Meta::NameValue(_) | Meta::Path(_) => {}
        }
    }

    fn visit_macro(&mut self, call: &'ast Macro) {
        self.path(&call.path);
        self.tokens(call.tokens.clone());
    }

    fn visit_path(&mut self, path: &'ast Path) {
        self.path(path);
    }

    fn visit_expr_call(&mut self, call: &'ast ExprCall) {
        match call.func.as_ref() {
            Expr::Path(ExprPath { path, qself, .. }) => {
                if let Some(qself) = qself {
                    self.visit_qself(qself);
                }
                self.path(path);
            }
            function => self.visit_expr(function),
        }
        call.args.iter().for_each(|argument| self.visit_expr(argument));
    }

    fn visit_expr_method_call(&mut self, call: &'ast ExprMethodCall) {
        self.record_member(on_self(&call.receiver), &call.method, How::MethodCall);
        visit::visit_expr_method_call(self, call);
    }

    fn visit_expr_field(&mut self, access: &'ast ExprField) {
        if let Member::Named(name) = &access.member {
            self.record_member(on_self(&access.base), name, How::FieldAccess);
        }
        self.visit_expr(&access.base);
    }

    fn visit_field_pat(&mut self, field: &'ast FieldPat) {
        if let Member::Named(name) = &field.member {
            self.record(name, How::FieldAccess);
        }
        self.visit_pat(&field.pat);
    }

    fn visit_expr_struct(&mut self, construction: &'ast ExprStruct) {
        self.path(&construction.path);
        construction.fields.iter().for_each(|field| self.visit_expr(&field.expr));
        construction.rest.iter().for_each(|rest| self.visit_expr(rest));
    }

    fn visit_field(&mut self, field: &'ast Field) {
        field.attrs.iter().for_each(|attribute| self.visit_attribute(attribute));
        self.visit_type(&field.ty);
    }
}
