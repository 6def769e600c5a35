//! Profiles of locales and the files that override them.

use tolmach::locale::{Day, Locales, Override, Profile, embedded, embedded_files, long_date, number};

use super::{profile, tag};
use crate::support::hint;

const TARGETS: [&str; 3] = ["be", "ru", "uk"];

fn override_of(locale: &str, name: &str, text: &str) -> Override {
    Override { locale: tag(locale), path: format!("locales/{locale}/{name}"), text: text.to_owned() }
}

#[test]
fn every_embedded_profile_can_be_read() {
    let locales = Locales::with(Vec::new()).unwrap();
    let tags: Vec<&str> = locales.tags().collect();
    assert_eq!(tags, ["be", "be-tarask", "en", "ru", "uk"]);
    assert!(embedded("be/profile.toml").is_some() && embedded("root/profile.toml").is_some());
    assert_eq!(embedded("be/nothing.toml"), None);
    assert!(embedded_files().all(|(path, _)| path.split('/').count() == 2), "segments and drafts are not embedded");
    // As an override, each is held to all that is asked of a file.
    for (path, text) in embedded_files().filter(|(path, _)| path.ends_with("/profile.toml")) {
        let locale = path.split('/').next().filter(|tag| *tag != "root").unwrap_or("be");
        let held = Locales::with(vec![override_of(locale, "profile.toml", &format!("{text}\n# Not ours.\n"))]);
        assert_eq!(held.err(), None, "{path}");
    }
}

#[test]
fn a_profile_of_a_language_is_complete() {
    for locale in TARGETS {
        let Profile { dates, alphabet, clock, number_words, names, .. } = profile(locale);
        let months = &dates.months;
        assert!(months.cases().iter().all(|names| names.len() == 12) && months.short.len() == 12, "{locale}");
        assert!(alphabet.closed && !alphabet.apostrophe.is_empty());
        assert!(alphabet.never.chars().all(|letter| !alphabet.letters.contains(letter)), "{locale}");
        assert!(alphabet.vowels.chars().all(|letter| alphabet.letters.contains(letter)), "{locale}");
        assert!(alphabet.twins.values().all(|twin| alphabet.letters.contains(&twin.to_lowercase())), "{locale}");
        assert!(!clock.am.is_empty() && !clock.pm.is_empty() && !clock.night.is_empty());
        assert!((0..=20).chain((30..100).step_by(10)).all(|n: u32| number_words.contains_key(&n.to_string())));
        assert!(["en", "be", "ru", "uk"].iter().all(|named| names.contains_key(*named)), "{locale}");
    }
}

#[test]
fn a_locale_falls_back_to_its_parent() {
    let locales = Locales::embedded();
    let tarask = profile("be-tarask");
    assert_eq!(tarask.dates, profile("be").dates, "the variant inherits from its language");
    assert!(tarask.alphabet.letters.contains('ґ'));
    assert_eq!(locales.profile(&tag("be-BY")), profile("be"));
    assert_eq!(locales.profile(&tag("be-BY-tarask")), tarask);
    assert_eq!(locales.profile(&tag("uk-UA")), profile("uk"));
    assert!(locales.is_known(&tag("be-tarask")) && locales.is_known(&tag("ru-RU")) && !locales.is_known(&tag("fr")));
    assert_eq!(profile("fr").numbers.group_from, 5, "an unknown language uses the root profile");
}

#[test]
fn a_project_overrides_one_key_and_keeps_the_rest() {
    let files = vec![override_of("uk", "profile.toml", "[alphabet]\napostrophe = \"’\"\n")];
    let locales = Locales::with(files).unwrap();
    let uk = locales.profile(&tag("uk"));
    assert_eq!(uk.alphabet.apostrophe, "’");
    assert_eq!(uk.alphabet.letters, profile("uk").alphabet.letters);
}

#[test]
fn a_project_can_add_a_language() {
    let files = vec![override_of("pl", "profile.toml", "[quotes]\nouter = [\"„\", \"”\"]\n")];
    let locales = Locales::with(files).unwrap();
    assert!(locales.is_known(&tag("pl")) && locales.is_known(&tag("pl-PL")));
    assert_eq!(locales.profile(&tag("pl")).quotes.outer.0, "„");
}

#[test]
fn files_of_a_locale_are_layered_from_general_to_specific() {
    let files =
        vec![override_of("be", "profile.toml", "# ours\n"), override_of("be", "cli.ftl", "word-error = збой\n")];
    let locales = Locales::with(files).unwrap();
    let layers = locales.layers(&tag("be-tarask"), "profile.toml");
    let paths: Vec<&str> = layers.iter().map(|layer| layer.path).collect();
    assert_eq!(
        paths,
        ["root/profile.toml", "be/profile.toml", "locales/be/profile.toml", "be-tarask/profile.toml"],
        "the project's own follows the embedded one"
    );
}

#[test]
fn an_unknown_key_is_an_error_with_its_position_and_the_known_keys() {
    let files = vec![override_of("be", "profile.toml", "[quotes]\nouter = [\"«\", \"»\"]\nfirst = \"x\"\n")];
    let error = Locales::with(files).unwrap_err();
    assert_eq!(error.to_string(), "locales/be/profile.toml:3: unknown field `first`, expected `outer` or `inner`");
    assert!(!hint(&error).is_empty());
}

#[test]
fn date_keys_of_version_0_1_0_are_ignored() {
    let text = "[dates]\nlong = \"{day}. {month} {year}\"\nrunning = \"{day} {month}\"\nyear-words = [\"r.\"]\n";
    let locales = Locales::with(vec![override_of("be", "profile.toml", text)]).unwrap();
    assert_eq!(locales.profile(&tag("be")).dates.long, "{day}. {month} {year}");
}

#[test]
fn a_value_of_the_wrong_type_is_an_error_with_its_line() {
    let files = vec![override_of("be", "profile.toml", "\n[numbers]\ngroup-from = \"five\"\n")];
    let error = Locales::with(files).unwrap_err();
    assert_eq!(error.line, 3);
    assert!(error.message.contains("invalid type"), "{error}");
    let files = vec![override_of("be", "profile.toml", "[typography]\nset = [\"hyphens\"]\n")];
    let error = Locales::with(files).unwrap_err().to_string();
    assert!(error.contains("unknown variant `hyphens`") && error.contains("`quotes`"), "{error}");
}

#[test]
fn numbers_are_grouped_and_punctuated_as_in_the_language() {
    for locale in TARGETS {
        let written = |digits| number(profile(locale), digits).replace('\u{a0}', "⍽");
        assert_eq!(written("1000"), "1000");
        assert_eq!(written("10000"), "10⍽000");
        assert_eq!(written("-1234567.89"), "-1⍽234⍽567,89");
        assert_eq!(written("10 000"), "10 000", "anything but a plain number stays unchanged");
        assert_eq!(written(""), "");
        assert_eq!(written("1."), "1.");
    }
    assert_eq!(number(profile("en"), "1000.5"), "1,000.5");
}

#[test]
fn dates_are_written_in_their_long_form() {
    let day = Day::parse("2022-03-17").unwrap();
    let long = |locale| long_date(profile(locale), day).replace('\u{a0}', "⍽");
    assert_eq!(long("be"), "17⍽сакавіка 2022⍽г.");
    assert_eq!(long("be-tarask"), "17⍽сакавіка 2022⍽г.");
    assert_eq!(long("ru"), "17⍽марта 2022⍽г.");
    assert_eq!(long("uk"), "17⍽березня 2022⍽р.");
    assert_eq!(long("en"), "17 March 2022");
    assert_eq!(long("fr"), "2022-03-17", "without month names the date stays unchanged");
}

#[test]
fn only_days_of_the_calendar_are_days() {
    let parsed = |text| Day::parse(text).map(|day| (day.year, day.month, day.day));
    assert_eq!(parsed("2022-03-22T10:00:00+03:00"), Some((2022, 3, 22)));
    assert_eq!(parsed(" 2024-02-29 "), Some((2024, 2, 29)));
    for wrong in
        ["2022-02-29", "2022-13-01", "2022-00-10", "2022-1-1", "22 March 2022", "", "2022-03-22-1", "+022-03-22"]
    {
        assert_eq!(parsed(wrong), None, "{wrong}");
    }
}
