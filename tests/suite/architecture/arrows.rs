//! Arrows from file to file, and the cycles among them.
//!
//! An arrow leads to the file that *defines* what a path names, through any number of re-exports. So `pub use` adds no
//! arrow by itself, or every `mod.rs` would form a cycle with its folder, and it hides none: a file that imports a name
//! from it has the arrow to the definition, and so has the re-exporting file where its own code uses the name. A path
//! that ends at a module is not an arrow; paths that begin with that module are. Methods are in the file of their type
//! (another test), so naming a type names the file of everything called on it.

use std::collections::{BTreeMap, BTreeSet};

use super::tree::{Module, Named, Tree};

/// Where a path may lead; a name can be a module, a function and a type at once.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Target {
    Module(Vec<String>),
    /// An item of this file.
    Item(String),
}

/// By source and destination file, the path that makes the arrow.
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

/// The paths of a module, each with the files that define what it names.
fn targets(tree: &Tree, place: &[String], module: &Module) -> Vec<(Named, BTreeSet<String>)> {
    let mut results = Vec::new();
    let mut add = |named: &Named, path: &[String]| {
        let items = resolve(tree, place, path, &mut BTreeSet::new()).into_iter().filter_map(|target| match target {
            Target::Item(file) => Some(file),
            Target::Module(_) => None,
        });
        results.push((named.clone(), items.collect()));
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
    results
}

/// Where a path in a module leads; empty where it begins with an outside crate.
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

/// The module at which a path with `crate`, `self` or `super` begins, and the rest of the path.
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
    let mut results = lookup(tree, place, first, seen);
    if results.is_empty() {
        // Not visible in the source, such as a name that a macro defines: count it as the module's own.
        results.extend(tree.modules.get(place).map(|module| Target::Item(module.file.clone())));
    }
    results.into_iter().flat_map(|target| walk(tree, target, rest, seen)).collect()
}

/// What a name means in a module.
fn lookup(tree: &Tree, place: &[String], name: &str, seen: &mut BTreeSet<(Vec<String>, String)>) -> BTreeSet<Target> {
    let mut results = BTreeSet::new();
    let Some(module) = tree.modules.get(place) else { return results };
    // Re-exports may be cyclic.
    if !seen.insert((place.to_vec(), name.to_owned())) {
        return results;
    }
    if module.children.contains(name) {
        results.insert(Target::Module([place, &[name.to_owned()]].concat()));
    }
    if module.defined.iter().any(|item| item.name == name) {
        results.insert(Target::Item(module.file.clone()));
    }
    for import in &module.imports {
        match import.name.as_deref() {
            Some(alias) if alias == name => results.extend(resolve(tree, place, &import.named.path, seen)),
            Some(_) => {}
            None => {
                for target in resolve(tree, place, &import.named.path, seen) {
                    if let Target::Module(of) = target {
                        results.extend(lookup(tree, &of, name, seen));
                    }
                }
            }
        }
    }
    seen.remove(&(place.to_vec(), name.to_owned()));
    results
}

/// The files reachable from a file by arrows.
fn reached_from<'a>(arrows: &'a Arrows, file: &'a str) -> BTreeSet<&'a str> {
    let mut reached = BTreeSet::new();
    let mut open = vec![file];
    while let Some(file) = open.pop() {
        let next = arrows.get(file).into_iter().flat_map(BTreeMap::keys).map(String::as_str);
        open.extend(next.filter(|to| reached.insert(*to)));
    }
    reached
}

/// Groups of files that lead to one another, each as a text that lists its arrows.
pub fn cycles(tree: &Tree) -> Vec<String> {
    let arrows = arrows(tree);
    let reached: BTreeMap<&str, BTreeSet<&str>> =
        arrows.keys().map(|file| (file.as_str(), reached_from(&arrows, file))).collect();
    let is_reachable = |from: &str, to: &str| reached.get(from).is_some_and(|all| all.contains(to));
    let mut done = BTreeSet::new();
    let mut cycles = Vec::new();
    for file in reached.keys().filter(|file| is_reachable(file, file)) {
        if done.contains(file) {
            continue;
        }
        let members: Vec<&str> =
            reached.keys().copied().filter(|other| is_reachable(file, other) && is_reachable(other, file)).collect();
        done.extend(members.iter().copied());
        let mut lines = Vec::new();
        for (from, to) in members.iter().flat_map(|from| members.iter().map(move |to| (*from, *to))) {
            if let Some(Named { path, line }) = arrows.get(from).and_then(|all| all.get(to)) {
                lines.push(format!("{from}:{line} names {} of {to}", path.join("::")));
            }
        }
        cycles.push(lines.join("\n"));
    }
    cycles
}

/// The folders that a module names, each with the path: the first word after `crate`, however it is written.
pub fn folders<'a>(place: &'a [String], module: &'a Module) -> impl Iterator<Item = (String, &'a Named)> + 'a {
    let all = module.imports.iter().map(|import| &import.named).chain(&module.paths);
    all.filter_map(|named| {
        let (start, rest) = absolute(place, &named.path)?;
        let first = start.first().or_else(|| rest.first())?;
        Some((first.clone(), named))
    })
}

/// Inherent `impl` blocks outside the file of their type.
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
