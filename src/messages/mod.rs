//! What does the tool say, in the user's language?
//!
//! Every text for people is in `locales/<tag>/{cli,errors,findings,report,edition}.ftl`; code knows only ids and
//! arguments. A message that a locale lacks comes from its parent locale (be-tarask, be), then from English; an unknown
//! id is returned unchanged. This is the only folder that uses Fluent.
//!
//! Numbers in messages are formatted by the locale's profile (10 000) and choose their plural form by CLDR.

mod env;
mod value;

use fluent::{FluentArgs, FluentResource, concurrent::FluentBundle};
use unic_langid::LanguageIdentifier;

pub use env::locale_from_env;
pub use value::Value;

use crate::{
    locale::{Layer, Locales, Profile, number},
    model::{Arg, Finding, Hinted, Locale, Message},
};

/// The files of a locale that hold messages.
const FILES: [&str; 5] = ["cli.ftl", "errors.ftl", "report.ftl", "findings.ftl", "edition.ftl"];

/// The tool's messages in one language.
pub struct Messages {
    locale: Locale,
    /// The locale's catalog, then the English one.
    catalogs: Vec<Catalog>,
}

struct Catalog {
    bundle: FluentBundle<FluentResource>,
    profile: Profile,
}

/// A file of messages that cannot be read.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("{file}:{line}: {message}")]
pub struct MessagesError {
    /// The file, as the caller named it.
    pub file: String,
    /// The line, from 1.
    pub line: usize,
    /// What is wrong with it.
    pub message: String,
}

impl Hinted for MessagesError {
    fn hint(&self) -> Option<Message> {
        Some(Message::new("hint-messages"))
    }

    fn all() -> Vec<Self> {
        let file = "locales/be/edition.ftl".to_owned();
        vec![Self { file, line: 1, message: "expected a token starting with \"=\"".to_owned() }]
    }
}

impl std::fmt::Debug for Messages {
    fn fmt(&self, out: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        out.debug_struct("Messages").field("locale", &self.locale).finish_non_exhaustive()
    }
}

impl Messages {
    /// The messages of a locale, with the project's messages over the embedded ones. Fails on the first project file
    /// that is not valid Fluent.
    pub fn new(locale: &Locale, locales: &Locales) -> Result<Self, MessagesError> {
        let mut catalogs = vec![Catalog::new(locale, locales)?];
        let english = Locale::english();
        if locale.language() != english.language() {
            catalogs.push(Catalog::new(&english, locales)?);
        }
        Ok(Self { locale: locale.clone(), catalogs })
    }

    /// The messages of a locale without a project; cannot fail, so that project errors can be reported.
    #[must_use]
    pub fn embedded(locale: &Locale) -> Self {
        Self::new(locale, Locales::embedded()).unwrap_or_else(|_| Self { locale: locale.clone(), catalogs: Vec::new() })
    }

    /// The requested locale.
    #[must_use]
    pub const fn locale(&self) -> &Locale {
        &self.locale
    }

    /// The message in the user's language, or the id itself if it is unknown. A missing argument shows as its name, so
    /// that the rest stays readable.
    #[must_use]
    pub fn say(&self, id: &str, args: &[(&str, Value<'_>)]) -> String {
        self.catalogs.iter().find_map(|catalog| catalog.say(id, args)).unwrap_or_else(|| id.to_owned())
    }

    /// Whether the locale itself (not the English fallback) has the message.
    #[must_use]
    pub fn has(&self, id: &str) -> bool {
        self.catalogs.first().is_some_and(|catalog| catalog.bundle.has_message(id))
    }

    /// The message of a finding: `finding-<id>` with its arguments.
    #[must_use]
    pub fn finding(&self, finding: &Finding) -> String {
        self.say_with(&format!("finding-{}", finding.id()), finding.args())
    }

    /// What to do about a finding, if there is more to say than its fix.
    #[must_use]
    pub fn hint(&self, finding: &Finding) -> Option<String> {
        finding.hint().map(|hint| self.message(hint))
    }

    /// A message with its arguments.
    #[must_use]
    pub fn message(&self, message: &Message) -> String {
        self.say_with(message.id, &message.args)
    }

    /// A message whose arguments may be messages themselves; an empty argument becomes a dash.
    fn say_with(&self, id: &str, args: &[(&'static str, Arg)]) -> String {
        let inner = |arg: &Arg| match arg {
            Arg::Message(message) => self.message(message),
            Arg::Text(_) | Arg::Count(_) => String::new(),
        };
        let messages: Vec<String> = args.iter().map(|(_, arg)| inner(arg)).collect();
        let values = args.iter().zip(&messages).map(|((name, arg), message)| match arg {
            Arg::Count(count) => (*name, Value::Count(*count)),
            Arg::Message(_) => (*name, Value::Text(message)),
            Arg::Text(text) => (*name, Value::Text(if text.is_empty() { "—" } else { text })),
        });
        let args: Vec<(&str, Value<'_>)> = values.collect();
        self.say(id, &args)
    }
}

impl Catalog {
    fn new(locale: &Locale, locales: &Locales) -> Result<Self, MessagesError> {
        // Plural rules depend on the language; be-tarask has those of be.
        let mut identifier: LanguageIdentifier = locale.identifier().clone();
        if let Ok(alike) = locales.profile(locale).plurals.parse() {
            identifier.language = alike;
        }
        let mut bundle = FluentBundle::new_concurrent(vec![identifier]);
        // No bidi isolates: they are errors in a published text, and all these languages run left to right.
        bundle.set_use_isolating(false);
        bundle.set_formatter(Some(|value, _| value::mark_number(value)));
        for name in FILES {
            for layer in locales.layers(locale, name) {
                bundle.add_resource_overriding(read(&layer)?);
            }
        }
        Ok(Self { bundle, profile: locales.profile(locale).clone() })
    }

    fn say(&self, id: &str, args: &[(&str, Value<'_>)]) -> Option<String> {
        let pattern = self.bundle.get_message(id)?.value()?;
        let mut fluent_args = FluentArgs::with_capacity(args.len());
        for (name, value) in args {
            fluent_args.set(*name, value.to_fluent(&self.profile));
        }
        // Errors are dropped: a missing argument shows as `{$name}`.
        let mut errors = Vec::new();
        let text = self.bundle.format_pattern(pattern, Some(&fluent_args), &mut errors);
        Some(value::write_numbers(&text, |digits| number(&self.profile, digits)))
    }
}

fn read(layer: &Layer<'_>) -> Result<FluentResource, MessagesError> {
    FluentResource::try_new(layer.text.to_owned()).map_err(|(_, errors)| {
        let offset = errors.first().map_or(0, |error| error.pos.start);
        MessagesError {
            file: layer.path.to_owned(),
            line: 1 + layer.text.bytes().take(offset).filter(|byte| *byte == b'\n').count(),
            message: errors.first().map_or_else(String::new, |error| error.kind.to_string().to_lowercase()),
        }
    })
}
