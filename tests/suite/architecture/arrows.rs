//! Arrows from file to file, and the circles among them.
//!
//! An arrow leads to the file that *defines* what a path names, through as many re-exports as there are. So
//! `pub use` adds no arrow of its own, or every `mod.rs` would stand in a circle with its folder, and hides none:
//! who takes a name from it has the arrow to where the name is made, the re-exporting file too where its own code uses the
//! name. A path that ends at a module is no arrow yet; the paths that begin with that module are. Methods stand in the
//! file of their type (a test of its own), so that naming a type is naming the file of whatever is called on it.

use std::collections::{BTreeMap, BTreeSet};

use super::tree::{Module, Named, Tree};

/// Where a path may lead: a name can be a module, a function and a type at once.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Target {
    Module(Vec<String>),
    /// An item of this file.
    Item(String),
}

/// What makes an arrow, by from where it leads to where.
pub type Arrows = BTreeMap<String, BTreeMap<String, Named>>;

/// The arrows between files.
pub fn arrows(tree: &Tree) -> Arrows {
    let mut arrows = Arrows::new();
    for (place, module) in &tree.modules {
        let from = arrows.entry(module.file.clone()).or_default();
        for (named, targets) in targets(tree, place, module) {
            for to in targets {
                if to != module.file {
                    from.entry(to).or_insert_with(|| named.clone());
                }
            }
        }
    }
    arrows
}

/// The files with what each path of a module names.
fn targets(tree: &Tree, place: &[String], module: &Module) -> Vec<(Named, BTreeSet<String>)> {
    let mut found = Vec::new();
    let mut add = |named: &Named, path: &[String]| {
        let items = resolve(tree, place, path, &mut BTreeSet::new()).into_iter().filter_map(|target| match target {
            Target::Item(file) => Some(file),
            Target::Module(_) => None,
        });
        found.push((named.clone(), items.collect()));
    };
    for import in &module.imports {
        match &import.name {
            Some(name) if !import.is_public || module.words.contains(name) => add(&import.named, &import.named.path),
            Some(_) => {}
            None => module.words.iter().for_each(|word| {
                add(&import.named, &[import.named.path.as_slice(), std::slice::from_ref(word)].concat());
            }),
        }
    }
    module.paths.iter().for_each(|named| add(named, &named.path));
    found
}

/// Where a path in a module leads; nowhere where it begins with an outside crate.
fn resolve(
    tree: &Tree,
    place: &[String],
    path: &[String],
    seen: &mut BTreeSet<(Vec<String>, String)>,
) -> BTreeSet<Target> {
    let Some((start, rest)) = absolute(place, path) else {
        let Some((first, rest)) = path.split_first() else { return BTreeSet::new() };
        return lookup(tree, place, first, seen)
            .into_iter()
            .flat_map(|target| walk(tree, target, rest, seen))
            .collect();
    };
    walk(tree, Target::Module(start), rest, seen)
}

/// The module at which a path begins that says `crate`, `self` or `super`, and what follows.
fn absolute<'a>(place: &[String], path: &'a [String]) -> Option<(Vec<String>, &'a [String])> {
    let (first, mut rest) = path.split_first()?;
    let mut start = match first.as_str() {
        "crate" => return Some((Vec::new(), rest)),
        "self" => place.to_vec(),
        "super" => place.split_last()?.1.to_vec(),
        _ => return None,
    };
    while let Some((word, after)) = rest.split_first().filter(|(word, _)| *word == "super") {
        debug_assert_eq!(word, "super");
        start.pop();
        rest = after;
    }
    Some((start, rest))
}

fn walk(tree: &Tree, from: Target, rest: &[String], seen: &mut BTreeSet<(Vec<String>, String)>) -> BTreeSet<Target> {
    let (Target::Module(place), Some((first, rest))) = (&from, rest.split_first()) else {
        return BTreeSet::from([from]);
    };
    let mut found = lookup(tree, place, first, seen);
    if found.is_empty() {
        // Nothing that can be seen, such as a name that a macro makes: it is the module's own.
        found.extend(tree.modules.get(place).map(|module| Target::Item(module.file.clone())));
    }
    found.into_iter().flat_map(|target| walk(tree, target, rest, seen)).collect()
}

/// What a name is in a module.
fn lookup(tree: &Tree, place: &[String], name: &str, seen: &mut BTreeSet<(Vec<String>, String)>) -> BTreeSet<Target> {
    let mut found = BTreeSet::new();
    let Some(module) = tree.modules.get(place) else { return found };
    // Re-exports may lead round.
    if !seen.insert((place.to_vec(), name.to_owned())) {
        return found;
    }
    if module.children.contains(name) {
        found.insert(Target::Module([place, &[name.to_owned()]].concat()));
    }
    if module.defined.iter().any(|item| item.name == name) {
        found.insert(Target::Item(module.file.clone()));
    }
    for import in &module.imports {
        match import.name.as_deref() {
            Some(known) if known == name => found.extend(resolve(tree, place, &import.named.path, seen)),
            Some(_) => {}
            None => {
                for target in resolve(tree, place, &import.named.path, seen) {
                    if let Target::Module(of) = target {
                        found.extend(lookup(tree, &of, name, seen));
                    }
                }
            }
        }
    }
    seen.remove(&(place.to_vec(), name.to_owned()));
    found
}

/// The files to which arrows lead from a file, one behind the other.
fn reached_from<'a>(arrows: &'a Arrows, file: &'a str) -> BTreeSet<&'a str> {
    let mut reached = BTreeSet::new();
    let mut open = vec![file];
    while let Some(file) = open.pop() {
        let next = arrows.get(file).into_iter().flat_map(BTreeMap::keys).map(String::as_str);
        open.extend(next.filter(|to| reached.insert(*to)));
    }
    reached
}

/// Groups of files that lead to one another, each as its arrows in words.
pub fn circles(tree: &Tree) -> Vec<String> {
    let arrows = arrows(tree);
    let reached: BTreeMap<&str, BTreeSet<&str>> =
        arrows.keys().map(|file| (file.as_str(), reached_from(&arrows, file))).collect();
    let leads = |from: &str, to: &str| reached.get(from).is_some_and(|all| all.contains(to));
    let mut done = BTreeSet::new();
    let mut circles = Vec::new();
    for file in reached.keys().filter(|file| leads(file, file)) {
        if done.contains(file) {
            continue;
        }
        let members: Vec<&str> =
            reached.keys().copied().filter(|other| leads(file, other) && leads(other, file)).collect();
        done.extend(members.iter().copied());
        let mut lines = Vec::new();
        for (from, to) in members.iter().flat_map(|from| members.iter().map(move |to| (*from, *to))) {
            if let Some(Named { path, line }) = arrows.get(from).and_then(|all| all.get(to)) {
                lines.push(format!("{from}:{line} names {} of {to}", path.join("::")));
            }
        }
        circles.push(lines.join("\n"));
    }
    circles
}

/// The folders that a module names, with the path that does: the first word behind `crate`, however it is said.
pub fn folders<'a>(place: &'a [String], module: &'a Module) -> impl Iterator<Item = (String, &'a Named)> + 'a {
    let all = module.imports.iter().map(|import| &import.named).chain(&module.paths);
    all.filter_map(|named| {
        let (start, rest) = absolute(place, &named.path)?;
        let first = start.first().or_else(|| rest.first())?;
        Some((first.clone(), named))
    })
}

/// The `impl` blocks without a trait that stand in another file than their type.
pub fn strayed_methods(tree: &Tree) -> Vec<String> {
    let mut strayed = Vec::new();
    for (place, module) in &tree.modules {
        for named in &module.inherent {
            let targets = resolve(tree, place, &named.path, &mut BTreeSet::new());
            if !targets.contains(&Target::Item(module.file.clone())) {
                strayed.push(format!("{}:{} has methods of {}", module.file, named.line, named.path.join("::")));
            }
        }
    }
    strayed
}
