//! The namespaces that prefixes stand for.

use std::{borrow::Cow, collections::HashMap};

/// The declarations in force; the empty prefix is the default namespace.
#[derive(Debug, Default)]
pub(super) struct Scopes<'a> {
    /// The namespaces of each prefix, the innermost last.
    names: HashMap<&'a str, Vec<Cow<'a, str>>>,
    /// Depth and prefix of every declaration in force, the innermost last.
    declared: Vec<(usize, &'a str)>,
}

/// The namespace that the prefix `xml` always has.
const XML: &str = "http://www.w3.org/XML/1998/namespace";

impl<'a> Scopes<'a> {
    /// Adds a declaration of an element at `depth`.
    pub(super) fn declare(&mut self, depth: usize, prefix: &'a str, namespace: Cow<'a, str>) {
        self.names.entry(prefix).or_default().push(namespace);
        self.declared.push((depth, prefix));
    }

    /// Removes the declarations of an element at `depth`.
    pub(super) fn leave(&mut self, depth: usize) {
        while let Some((_, prefix)) = self.declared.pop_if(|(at, _)| *at >= depth) {
            if let Some(stack) = self.names.get_mut(prefix) {
                stack.pop();
            }
        }
    }

    /// The namespace of a prefix; `None` for an undeclared prefix, empty where there is no default namespace.
    pub(super) fn resolve(&self, prefix: &str) -> Option<Cow<'a, str>> {
        match (prefix, self.names.get(prefix).and_then(|stack| stack.last())) {
            ("xml", _) => Some(Cow::Borrowed(XML)),
            (_, Some(namespace)) => Some(namespace.clone()),
            ("", None) => Some(Cow::Borrowed("")),
            _ => None,
        }
    }
}
