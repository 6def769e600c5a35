//! Messages in each language of the tool.

use tolmach::{
    locale::{Locales, Override},
    messages::{Messages, Value, locale_from_env},
};

use super::tag;

fn say(locale: &str, id: &str, args: &[(&str, Value<'_>)]) -> String {
    Messages::embedded(&tag(locale)).say(id, args).replace('\u{a0}', "⍽")
}

#[test]
fn a_count_chooses_the_plural_form() {
    let forms = |locale: &str| [1, 2, 5, 21, 111].map(|n| say(locale, "count-files", &[("count", Value::Count(n))]));
    assert_eq!(forms("en"), ["1 file", "2 files", "5 files", "21 files", "111 files"]);
    assert_eq!(forms("be"), ["1 файл", "2 файлы", "5 файлаў", "21 файл", "111 файлаў"]);
    assert_eq!(forms("be-tarask"), forms("be"));
    assert_eq!(forms("ru"), ["1 файл", "2 файла", "5 файлов", "21 файл", "111 файлов"]);
    assert_eq!(forms("uk"), ["1 файл", "2 файли", "5 файлів", "21 файл", "111 файлів"]);
}

#[test]
fn numbers_are_written_by_the_profile_and_words_are_left_alone() {
    let count = [("count", Value::Count(10_000))];
    assert_eq!(say("be", "count-files", &count), "10⍽000 файлаў");
    assert_eq!(say("en", "count-files", &count), "10,000 files");
    assert_eq!(say("uk", "word-line", &[("line", Value::Text("10000"))]), "рядок 10000");
    let percent = |locale, value| say(locale, "report-percent", &[("value", value)]);
    assert_eq!(percent("ru", Value::Decimal(7.25, 1)), "7,2⍽%");
    assert_eq!(percent("uk", Value::Decimal(1234.5, 1)), "1234,5%");
    assert_eq!(percent("en", Value::Decimal(7.0, 0)), "7%");
}

#[test]
fn no_number_is_too_large_or_too_odd() {
    for value in [
        Value::Count(u64::MAX),
        Value::Decimal(f64::NAN, 2),
        Value::Decimal(f64::INFINITY, 2),
        Value::Decimal(-1e300, 200),
    ] {
        for locale in ["en", "be", "ru", "uk"] {
            assert!(!say(locale, "count-files", &[("count", value)]).is_empty());
        }
    }
}

#[test]
fn a_message_missing_from_a_locale_falls_back_to_english_and_an_unknown_id_to_itself() {
    assert_eq!(say("fr", "word-hint", &[]), "hint");
    assert_eq!(say("be-tarask", "word-hint", &[]), "падказка");
    assert_eq!(say("be", "no-such-message", &[]), "no-such-message");
    assert!(Messages::embedded(&tag("be-BY")).has("boilerplate-donate"));
    assert!(
        !Messages::embedded(&tag("fr")).has("boilerplate-donate"),
        "the English fallback of a locale does not count as its own"
    );
}

#[test]
fn a_missing_argument_is_shown_as_its_name() {
    assert_eq!(say("en", "wrote", &[]), "wrote {$file}");
}

#[test]
fn no_invisible_character_surrounds_an_argument() {
    let rendered = say("be", "wrote", &[("file", Value::Text("a.md"))]);
    assert_eq!(rendered, "запісаны файл a.md");
}

#[test]
fn a_project_overrides_messages() {
    let file = |text: &str| Override { locale: tag("be"), path: "locales/be/edition.ftl".into(), text: text.into() };
    let locales =
        Locales::with(vec![file("edition-byline = Аўтар: { $author }\nboilerplate-about = Пра нас\n")]).unwrap();
    let messages = Messages::new(&tag("be"), &locales).unwrap();
    assert_eq!(messages.say("edition-byline", &[("author", "tolmach".into())]), "Аўтар: tolmach");
    assert!(messages.has("boilerplate-about"));
    assert_eq!(messages.say("edition-tags", &[]), "Тэгі");

    let locales = Locales::with(vec![file("edition-byline = Аўтар\n\n=\n")]).unwrap();
    let error = Messages::new(&tag("be"), &locales).unwrap_err();
    assert_eq!((error.file.as_str(), error.line), ("locales/be/edition.ftl", 3), "{error}");
}

#[test]
fn a_finding_is_worded_with_its_arguments() {
    let rendered = |locale: &str, id: &str| {
        let known = tolmach::pipeline::problems().into_iter().flat_map(|problems| problems.samples);
        let finding = known.into_iter().find(|finding| finding.id() == id).unwrap();
        Messages::embedded(&tag(locale)).finding(&finding).replace('\u{a0}', " ")
    };
    assert_eq!(rendered("ru", "forbidden-term-instead"), "«Гомиль» — не наш вариант; пишите «Гомель»");
    assert_eq!(rendered("ru", "forbidden-term-alone"), "«Гомиль» — не наш вариант");
    assert_eq!(rendered("ru", "bilingual-files"), "ещё 2 статьи в этом файле не прочитаны");
    assert_eq!(rendered("ru", "codes-returned-missing"), "разметка расходится с оригиналом: не хватает <1>, </1>");
    assert_eq!(rendered("ru", "numbers-differ"), "в оригинале 12, в переводе 21");
    assert_eq!(rendered("ru", "glossary-unknown-key"), "неизвестный ключ «formz»");
    assert_eq!(rendered("en", "draft-rejected"), "the draft of Apertium was rejected: no answer came for this segment");
}

#[test]
fn the_flag_takes_precedence_over_the_environment_in_choosing_the_language() {
    let chosen = |flag: Option<&str>, env: &[(&str, &str)]| {
        let lookup = |name: &str| env.iter().find(|(known, _)| *known == name).map(|(_, value)| (*value).to_owned());
        locale_from_env(flag, lookup).to_string()
    };
    let all = [("TOLMACH_LANG", "uk"), ("LC_ALL", "ru_RU.UTF-8"), ("LC_MESSAGES", "en_GB"), ("LANG", "be_BY.UTF-8")];
    assert_eq!(chosen(Some("be-tarask"), &all), "be-tarask");
    assert_eq!(chosen(None, &all), "uk");
    assert_eq!(chosen(None, &all[1..]), "ru-RU");
    assert_eq!(chosen(None, &all[2..]), "en-GB");
    assert_eq!(chosen(None, &all[3..]), "be-BY");
    assert_eq!(chosen(None, &[]), "en");
    assert_eq!(chosen(None, &[("LC_ALL", ""), ("LANG", "be_BY@latin")]), "be-BY", "an empty variable counts as unset");
    for english in ["C", "POSIX", "C.UTF-8", "de_DE.UTF-8", "не мова", "@"] {
        assert_eq!(chosen(None, &[("LC_ALL", english), ("LANG", "be_BY")]), "en", "{english}");
    }
}

#[test]
fn a_count_agrees_with_its_noun_beyond_twenty_too() {
    for (locale, few, many) in [("be", "файлы", "файлаў"), ("ru", "файла", "файлов"), ("uk", "файли", "файлів")]
    {
        for (count, noun) in [(12, many), (22, few), (25, many), (112, many), (122, few)] {
            let text = say(locale, "count-files", &[("count", Value::Count(count))]);
            assert_eq!(text, format!("{count} {noun}"), "{locale}");
        }
    }
}
