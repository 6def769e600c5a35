//! What may stand in a class?

/// The options: name, the values it may have (none, a list, or `*` for anything); `locales/root/paradigms.toml` says
/// what they mean.
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

/// Every token and option, for people.
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
