//! Values of settings that cannot be meant: each is refused with its line, and with the likely name where there is one.

use tolmach::{
    backend::BUILT_IN,
    locale::{is_language, meant_tag, with_short_code},
    model::{Locale, meant},
    pipeline::rules,
    project::{
        ProjectError,
        settings::{KnownNames, Overrides, Settings},
    },
};

use crate::support::{hint, names};

fn resolve(project: &str) -> Result<Settings, ProjectError> {
    let project = Some(("tolmach.toml", project));
    Settings::resolve(&Overrides::default(), project, None, 2, &names(BUILT_IN))
}

/// A wrong setting: the text of the file, the line that the error names, what it says, and a part of its hint.
type Wrong = (&'static str, usize, &'static str, &'static str);

#[rustfmt::skip]
const WRONG: &[Wrong] = &[
    // Languages.
    ("source = \"en\"\ntargets = [\n  \"be\",\n  \"ukr\",\n]\n", 4, "`ukr` is no known language", "did you mean `uk`?"),
    ("targets = [\"by\"]\n", 1, "`by` is no known language", "did you mean `be`?"),
    ("targets = [\"ua\"]\n", 1, "`ua` is no known language", "did you mean `uk`?"),
    ("targets = [\"xx\"]\n", 1, "`xx` is no known language", "locales/xx/profile.toml"),
    ("targets = [\"mul\"]\n", 1, "`mul` is no known language", "locales/mul/profile.toml"),
    ("targets = [\"rus-RU\"]\n", 1, "`rus-RU` is no known language", "did you mean `ru-RU`?"),
    ("targets = [\"ger\"]\n", 1, "`ger` is no known language", "did you mean `de`?"),
    ("targets = [\"belarusian\"]\n", 1, "`belarusian` is not a language tag", "did you mean `be`?"),
    ("targets = [\"be\", \"no tag\"]\n", 1, "`no tag` is not a language tag", "BCP 47"),
    ("source = \"eng\"\n", 1, "`eng` is no known language", "did you mean `en`?"),
    ("targets = [\"be\", \"uk\",\n\"be\"]\n", 2, "`be` appears here for the second time", "keep one"),
    // Links.
    ("[links]\n\"https://a.example/x\" = { be = \"https://a.example/be\", ukr = \"https://a.example/uk\" }\n", 2, "`ukr` is no known language", "`uk`"),
    ("[links]\n\"a.example/x\" = { be = \"https://a.example/be\" }\n", 2, "`a.example/x` is no address that begins with `https://` or `http://`", "did you mean `https://a.example/x`?"),
    ("[links]\n\"https://a.example/x\" = { be = \"https://a.example/be\",\n  uk = \"a page\" }\n", 3, "`a page` is no address that begins with `https://` or `http://`", "whole address"),
    ("[links]\n\"https://a.example/y/\" = { be = \"https://a.example/1\" }\n\"https://A.example/y/\" = { uk = \"https://a.example/2\" }\n", 3, "`https://A.example/y/` appears here for the second time", "keep one"),
    ("[links]\n\"https://a.example/мір\" = { be = \"https://a.example/1\" }\n\"https://a.example/%D0%BC%D1%96%d1%80\" = { be = \"https://a.example/2\" }\n", 3, "`https://a.example/%D0%BC%D1%96%d1%80` appears here for the second time", "keep one"),
    ("[links]\n\"https://a.example/x\" = { be = \"https://a.example/1\" }\n\"https://a.example/x\" = { uk = \"https://a.example/2\" }\n", 3, "`\"https://a.example/x\"` appears here for the second time", "keep one"),
    ("[site.translators]\nbe = \"Nina\"\nukr = \"Ivan\"\n", 3, "`ukr` is no known language", "`uk`"),
    ("[tags]\nwar = { be = \"вайна\", rus = \"война\" }\n", 2, "`rus` is no known language", "`ru`"),
    ("[glossary.prefer]\narmy = { bel = \"войска\" }\n", 2, "`bel` is no known language", "`be`"),
    ("[glossary.forbid]\narmy = { bel = [\"войска\"] }\n", 2, "`bel` is no known language", "`be`"),
    ("[[ignore]]\nrule = \"numbers\"\nlocale = \"ukr\"\nreason = \"x\"\n", 3, "`ukr` is no known language", "`uk`"),
    // Keys and words.
    ("jobs = 1\n\njbos = 2\n", 3, "unknown setting `jbos`", "did you mean `jobs`? (the settings here are: backend, backends,"),
    ("target = [\"be\"]\n", 1, "unknown setting `target`", "did you mean `targets`?"),
    ("base-url = \"https://news.example\"\n", 1, "unknown setting `base-url`", "the settings here are:"),
    ("[site]\nbase-url = \"https://news.example\"\n", 2, "unknown setting `site.base-url`", "did you mean `base_url`?"),
    ("[site]\ntranslator = { be = \"Nina\" }\n", 2, "unknown setting `site.translator`", "`translators`"),
    ("[sites]\nname = \"x\"\n", 1, "unknown setting `sites`", "`site`"),
    ("[merge]\nstate = \"raised\"\n", 2, "unknown setting `merge.state`", "`states`"),
    ("[[ignore]]\nrule = \"numbers\"\nresaon = \"x\"\n", 3, "unknown setting `ignore.resaon`", "`reason`"),
    ("require = \"finl\"\n", 1, "`finl` is no value of `require`", "did you mean `final`? (the values are: initial, translated, reviewed, final)"),
    ("fail_on = \"sometimes\"\n", 1, "`sometimes` is no value of `fail_on`", "the values are: neutral, minor, major, critical, never"),
    ("missing = \"Mark\"\n", 1, "`Mark` is no value of `missing`", "did you mean `mark`?"),
    ("[merge]\nstates = \"ignored\"\n", 2, "`ignored` is no value of `merge.states`", "`ignore`"),
    ("[glossary]\nquotations = \"check\"\n", 2, "`check` is no value of `glossary.quotations`", "`checked`"),
    ("jobs = 0\n", 1, "invalid value: integer `0`, expected a nonzero usize", "example"),
    // Backends.
    ("backends = [\"memory\",\n \"psuedo\"]\n", 2, "there is no backend `psuedo`", "did you mean `pseudo`? (the backends are: memory,"),
    ("backends = [\"mien\"]\n[backend.mine]\nkind = \"pseudo\"\n", 1, "there is no backend `mien`", "`mine`"),
    ("[backend.mine]\nkind = \"comand\"\n", 2, "`backend.mine` has the unknown kind `comand`", "did you mean `command`?"),
    ("[backend.mine]\nkind = \"command\"\ntimout = 5\n", 3, "`backend.mine` has the unknown setting `timout`", "did you mean `timeout`?"),
    ("[backend.mine]\nkind = \"command\"\ntimeout = 0\n", 3, "`backend.mine`: invalid value: integer `0`, expected a nonzero u64", "timeout"),
    ("[backend.mine]\nkind = \"deepl\"\n\nkey_command = []\n", 4, "`backend.mine`: `key_command` names no program", "key_command"),
    ("[backend.mine]\nkind = \"deepl\"\nkey_command = [\" \", \"x\"]\n", 3, "`backend.mine`: `key_command` names no program", "key_command"),
    ("[backend.mine]\nkind = \"deepl\"\n\nprice = { amount = 20, currency = \"EUR\", date = \"2026-02-29\" }\n", 4, "`backend.mine`: the calendar has no day `2026-02-29`", "price"),
    ("[backend.mine]\nkind = \"deepl\"\n[backend.mine.price]\namount = 20\ncurrency = \"EUR\"\ndate = \"2026-13-01\"\n", 6, "`backend.mine`: the calendar has no day `2026-13-01`", "price"),
    ("[backend.mine]\nkind = \"deepl\"\nprice = { amount = 20, currency = \"EUR\", date = \"1 March\" }\n", 3, "`backend.mine`: the day of a price is written YYYY-MM-DD", "price"),
    ("[backend.mine]\nkind = \"deepl\"\nprice = { amount = 20, currency = \"eur\", date = \"2026-03-01\" }\n", 3, "`backend.mine`: a currency is three capitals, such as EUR", "price"),
    ("[backend.mine]\nkind = \"deepl\"\nprice = { amount = 20, date = \"2026-03-01\" }\n", 3, "`backend.mine`: missing field `currency`", "price"),
    // Addresses.
    ("[site]\nname = \"x\"\nbase_url = \"news.example\"\n", 3, "`news.example` is no address that begins with `https://` or `http://`", "did you mean `https://news.example`?"),
    ("[site]\nbase_url = \"news.example:8080/be\"\n", 2, "`news.example:8080/be` is no address that begins with `https://` or `http://`", "`https://news.example:8080/be`"),
    ("[site]\nbase_url = \"javascript:alert(1)\"\n", 2, "`javascript:alert(1)` is no address that begins with `https://` or `http://`", "write the whole address"),
    ("[site]\nbase_url = \"//news.example\"\n", 2, "`//news.example` is no address that begins with `https://` or `http://`", "write the whole address"),
    ("[site]\nbase_url = \"ftp://news.example\"\n", 2, "`ftp://news.example` is no address that begins with `https://` or `http://`", "write the whole address"),
    ("[site]\nbase_url = \"\"\n", 2, "`` is no address that begins with `https://` or `http://`", "write the whole address"),
    ("[site]\nbase_url = \"https://news.example/?p=\"\n", 2, "no path can be added to `https://news.example/?p=`", "without `?`"),
    ("[site]\nbase_url = \"https://news.example/{locale}\"\n", 2, "no path can be added to `https://news.example/{locale}`", "braces"),
    ("[site]\noriginal = \"news.example/{slug}\"\n", 2, "`news.example/{slug}` is no address that begins with `https://` or `http://`", "`https://news.example/{slug}`"),
    ("[site]\noriginal = \"data:text/html,{slug}\"\n", 2, "`data:text/html,{slug}` is no address that begins with `https://` or `http://`", "write the whole address"),
    ("[site]\nembeds = [\"https://player.example\",\n\"player.example\"]\n", 3, "`player.example` is no address that begins with `https://` or `http://`", "`https://player.example`"),
    // Templates.
    ("[site]\npath = \"/{locale}/{slgu}/\"\n", 2, "`site.path` has the unknown name `{slgu}`", "did you mean `{slug}`? (the names are: {locale}, {slug})"),
    ("[site]\npath = \"/{lang}/{slug}/\"\n", 2, "`site.path` has the unknown name `{lang}`", "the names are: {locale}, {slug}"),
    ("[site]\npath = \"/{locale}/{slug/\"\n", 2, "`site.path` has a brace without its partner: `/{locale}/{slug/`", "the names are:"),
    ("[site]\npath = \"/locale}/{slug}/\"\n", 2, "`site.path` has a brace without its partner: `/locale}/{slug}/`", "the names are:"),
    ("[site]\npath = \"/{locale}/\"\n", 2, "`site.path` has no `{slug}`: all articles would have one address", "/{locale}/{slug}/"),
    ("[site]\npath = \"https://news.example/{slug}\"\n", 2, "`https://news.example/{slug}` is an address, and `site.path` the part of it behind `site.base_url`", "`base_url`"),
    ("[site]\noriginal = \"https://news.example/{Slug}\"\n", 2, "`site.original` has the unknown name `{Slug}`", "did you mean `{slug}`?"),
    ("[site]\noriginal = \"https://news.example/{locale}/{slug}\"\n", 2, "`site.original` has the unknown name `{locale}`", "the names are: {slug}"),
    // Exceptions and front matter.
    ("[[ignore]]\nrule = \"numbers\"\nreason = \"x\"\n[[ignore]]\nreason = \"x\"\nrule = \"number\"\n", 6, "no rule is called `number`", "did you mean `numbers`?"),
    ("[[ignore]]\nrule = \"numbers\"\nreason = \"x\"\nsegment = \"first\"\n", 4, "`first` is not a segment's id", "tolmach segment"),
    ("front_matter = [\"seo.summary\",\n\"\"]\n", 2, "`` is no key of front matter", "dot"),
    ("front_matter_kept = [\"seo..note\"]\n", 1, "`seo..note` is no key of front matter", "dot"),
    ("front_matter = [\"seo\"]\nfront_matter_kept = [\"by\", \"seo\"]\n", 2, "`seo` is in `front_matter` and in `front_matter_kept`", "remove it"),
];

#[test]
fn a_value_that_cannot_be_meant_is_refused_with_its_line_and_the_likely_name() {
    for (text, line, message, part) in WRONG {
        let error = resolve(text).expect_err(text);
        assert_eq!(error.to_string(), format!("tolmach.toml:{line}: {message}"), "{text}");
        let hint = hint(&error);
        assert!(hint.contains(part), "{text}: {hint}");
    }
}

#[test]
fn the_users_own_file_is_held_to_the_same() {
    for (text, line, message, _) in WRONG {
        let user = Some(("config.toml", *text));
        let error = Settings::resolve(&Overrides::default(), None, user, 2, &names(BUILT_IN)).expect_err(text);
        assert_eq!(error.to_string(), format!("config.toml:{line}: {message}"), "{text}");
    }
}

#[test]
fn what_a_newsroom_may_write_is_accepted() {
    for text in [
        "targets = [\"be\", \"be-tarask\", \"uk-UA\", \"sr-Latn\", \"rue\", \"crh\", \"BE-Latn\"]\n",
        "[site]\nbase_url = \"https://news.example/\"\npath = \"{locale}/{slug}\"\noriginal = \"http://news.example/en\"\n",
        "[site]\nbase_url = \"http://localhost:8000/news\"\npath = \"/{slug}.html\"\n",
        "[site]\npath = \"/?p={slug}&l={locale}\"\nembeds = [\"https://player.example/embed/\"]\n",
        "front_matter = [\"seo.summary\"]\nfront_matter_kept = [\"seo.id\"]\n",
        "[[ignore]]\nrule = \"draft-rejected\"\nsegment = \"b0307679d508-2\"\nreason = \"x\"\n",
        "backends = [\"memory\", \"mine\"]\n[backend.mine]\nkind = \"pseudo\"\n",
    ] {
        assert!(resolve(text).is_ok(), "{text}: {:?}", resolve(text));
    }
}

#[test]
fn a_flag_names_languages_targets_and_backends_that_there_are() {
    let project = Some(("tolmach.toml", "targets = [\"be\", \"uk\"]\n"));
    let locale = |tag: &str| Overrides { targets: vec![tag.parse().unwrap()], ..Overrides::default() };
    let backend = |name: &str| Overrides { backends: vec![name.to_owned()], ..Overrides::default() };
    for (overrides, message, part) in [
        (locale("ukr"), "--locale: `ukr` is no known language", "did you mean `uk`?"),
        (locale("ru"), "--locale: `ru` is not a target of this project", "the targets are: be, uk"),
        (locale("bg"), "--locale: `bg` is not a target of this project", "did you mean `be`?"),
        (backend("psuedo"), "--backend: there is no backend `psuedo`", "did you mean `pseudo`?"),
    ] {
        let error = Settings::resolve(&overrides, project, None, 2, &names(BUILT_IN)).unwrap_err();
        assert_eq!(error.to_string(), message);
        assert!(hint(&error).contains(part), "{}", hint(&error));
    }
}

#[test]
fn a_language_of_the_projects_own_is_known() {
    let own: [Locale; 2] = ["xx".parse().unwrap(), "ukr".parse().unwrap()];
    let names = KnownNames { engines: BUILT_IN, own_locales: &own, rules: &rules };
    let resolve = |text| Settings::resolve(&Overrides::default(), Some(("tolmach.toml", text)), None, 2, &names);
    assert!(resolve("targets = [\"xx\", \"ukr\", \"xx-Latn\"]\n").is_ok());
    assert!(resolve("targets = [\"qaa\"]\n").is_err());
}

#[test]
fn a_language_is_known_by_its_shortest_code() {
    for code in ["be", "uk", "ru", "en", "rue", "hsb", "got", "sr"] {
        assert!(is_language(code), "{code}");
    }
    for code in ["bel", "ukr", "rus", "eng", "srp", "ger", "deu", "xx", "ua", "by", "mul", "zxx", "qaa", "", "b", "be "]
    {
        assert!(!is_language(code), "{code}");
    }
    for (tag, short) in [("ukr", "uk"), ("UKR", "uk"), ("bel-tarask", "be-tarask"), ("ukr_UA", "uk-UA"), ("cze", "cs")]
    {
        assert_eq!(with_short_code(tag).as_deref(), Some(short));
    }
    for tag in ["uk", "rue", "xyz", "ukra", "украінская"] {
        assert_eq!(with_short_code(tag), None, "{tag}");
    }
    for (tag, meant) in [("ukrainian", "uk"), ("беларуская", "be"), ("Russian", "ru"), ("en_US", "en-US")] {
        let found = meant_tag(tag, &["en-US".parse().unwrap()]);
        assert_eq!(found.as_deref(), Some(meant), "{tag}");
    }
}

#[test]
fn the_likely_name_is_the_nearest_or_the_only_one_that_goes_on_alike() {
    let known = ["memory", "review", "pseudo", "command", "libretranslate"];
    for (word, name) in [
        ("psuedo", Some("pseudo")),
        ("Review", Some("review")),
        ("libre", Some("libretranslate")),
        ("memry", Some("memory")),
        ("yandex", None),
        ("", None),
        ("x", None),
    ] {
        assert_eq!(meant(word, known).as_deref(), name, "{word}");
    }
    assert_eq!(meant("arm", ["army-stays", "army-goes"]), None);
    assert_eq!(meant("x", ["y"]), None);
}
