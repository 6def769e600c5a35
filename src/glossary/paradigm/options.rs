//! The options of a class.

/// The options by name, with their values (none, a list, or `*` for anything); `locales/root/paradigms.toml` explains
/// them.
pub(super) const OPTIONS: &[(&str, &[&str])] = &[
    ("surn", &[]),
    ("surn-a", &[]),
    ("adj", &[]),
    ("end", &[]),
    ("stem", &[]),
    ("soft", &[]),
    ("hard", &[]),
    ("drop", &[]),
    ("keep", &[]),
    ("pa", &[]),
    ("pend", &[]),
    ("pstem", &[]),
    ("zero", &[]),
    ("full", &[]),
    ("gen", &["a", "u", "au"]),
    ("sg", &["*"]),
    ("pl", &["*"]),
    ("np", &["*"]),
    ("gp", &["*"]),
    ("table", &["*"]),
];

/// Lists every token and option, for messages.
pub(super) fn known_tokens() -> String {
    let options: Vec<String> = OPTIONS
        .iter()
        .map(|(name, values)| match values {
            [] => format!("`{name}`"),
            ["*"] => format!("`{name}=…`"),
            values => format!("`{name}={}`", values.join("|")),
        })
        .collect();
    format!("`m`, `f`, `n`, `ma`, `fa`, `na`, `adj`, `0`, and behind a stop `S`, `P`, {}", options.join(", "))
}
