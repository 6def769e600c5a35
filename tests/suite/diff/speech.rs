//! The wording of reports, through Fluent.

use std::{cell::RefCell, collections::BTreeMap, collections::BTreeSet};

use fluent::{FluentArgs, FluentBundle, FluentResource, FluentValue};
use tolmach::messages::Value;

const FILES: [(&str, &str); 4] = [
    ("en", include_str!("../../../locales/en/report.ftl")),
    ("be", include_str!("../../../locales/be/report.ftl")),
    ("ru", include_str!("../../../locales/ru/report.ftl")),
    ("uk", include_str!("../../../locales/uk/report.ftl")),
];

/// Formats messages in a language as the tool does; a missing message or argument fails the test.
pub struct Speaker {
    bundle: FluentBundle<FluentResource>,
    pub used: RefCell<BTreeSet<String>>,
}

impl Speaker {
    pub fn of(language: &str) -> Self {
        let (_, text) = FILES.into_iter().find(|(tag, _)| *tag == language).unwrap();
        let mut bundle = FluentBundle::new(vec![language.parse().unwrap()]);
        bundle.set_use_isolating(false);
        bundle.add_resource(FluentResource::try_new(text.to_owned()).unwrap()).unwrap();
        Self { bundle, used: RefCell::default() }
    }

    pub fn say(&self, id: &str, args: &[(&str, Value<'_>)]) -> String {
        let message = self.bundle.get_message(id).unwrap_or_else(|| panic!("no message `{id}`"));
        let mut arguments = FluentArgs::new();
        for (name, value) in args {
            let value = match value {
                Value::Text(text) => FluentValue::from(*text),
                Value::Count(count) => FluentValue::from(*count),
                other => FluentValue::from(format!("{other:?}")),
            };
            arguments.set((*name).to_owned(), value);
        }
        let mut errors = Vec::new();
        let out = self.bundle.format_pattern(message.value().unwrap(), Some(&arguments), &mut errors);
        assert!(errors.is_empty(), "{id}: {errors:?}");
        self.used.borrow_mut().insert(id.to_owned());
        out.into_owned()
    }
}

/// The message ids with the names of their arguments.
pub fn messages(language: &str) -> BTreeMap<String, BTreeSet<String>> {
    let (_, text) = FILES.into_iter().find(|(tag, _)| *tag == language).unwrap();
    let mut out: BTreeMap<String, BTreeSet<String>> = BTreeMap::new();
    let mut id = String::new();
    for line in text.lines().filter(|line| !line.starts_with('#')) {
        if let Some((name, _)) = line.split_once(" =").filter(|_| line.starts_with("report-")) {
            name.clone_into(&mut id);
            out.insert(id.clone(), BTreeSet::new());
        }
        for part in line.split('$').skip(1) {
            let name: String = part.chars().take_while(char::is_ascii_alphabetic).collect();
            out.get_mut(&id).unwrap().insert(name);
        }
    }
    out
}

#[test]
fn every_language_has_the_same_messages_with_the_same_arguments() {
    let english = messages("en");
    for language in ["be", "ru", "uk"] {
        assert_eq!(messages(language), english, "{language}");
    }
}

#[test]
fn counts_agree_with_their_nouns() {
    let unchanged =
        |language: &str, count: usize| Speaker::of(language).say("report-unchanged", &[("count", count.into())]);
    assert_eq!(unchanged("en", 1), "1 unchanged sentence");
    assert_eq!(
        [1, 2, 5, 21].map(|count| unchanged("be", count)),
        ["1 сказ без змен", "2 сказы без змен", "5 сказаў без змен", "21 сказ без змен"]
    );
    assert_eq!(
        [1, 3, 11].map(|count| unchanged("uk", count)),
        ["1 речення без змін", "3 речення без змін", "11 речень без змін"]
    );
    assert_eq!(unchanged("ru", 104), "104 предложения без изменений");
}
