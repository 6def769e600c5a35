//! Paradigms: declension by rules, and guessing classes.

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::LazyLock,
};

use proptest::prelude::*;
use tolmach::{
    glossary::paradigm::{Class, ParadigmError, Paradigms, decline},
    locale::Locales,
    model::{Case, Form, Kind, Locale, Number},
};

use crate::{
    cases::{self, Located},
    support::{guess, hint, skip, unknown_to_speller},
};

const POLISH: &str = include_str!("../cases/glossary/paradigms-polish.toml");

static RULES: LazyLock<BTreeMap<&'static str, Paradigms>> =
    LazyLock::new(|| ["be", "ru", "uk"].into_iter().map(|tag| (tag, shipped(tag, ""))).collect());

fn shipped(tag: &str, over: &str) -> Paradigms {
    let locale: Locale = tag.parse().unwrap();
    let layers = Locales::embedded().layers(&locale, "paradigms.toml");
    Paradigms::layered(layers.iter().map(|layer| layer.text).chain([over])).unwrap()
}

fn rules(tag: &str) -> &'static Paradigms {
    &RULES[tag]
}

fn forms(tag: &str, word: &str, class: &str) -> Vec<Form> {
    decline(rules(tag), word, &Class::parse(class).unwrap()).unwrap_or_else(|error| panic!("{word}: {error}"))
}

fn texts(forms: &[Form]) -> BTreeSet<String> {
    forms.iter().map(|form| form.text.clone()).collect()
}

fn cell(forms: &[Form], number: Number, case: Case) -> Vec<String> {
    let matching = forms.iter().filter(|form| form.number == Some(number) && form.case == Some(case));
    let mut texts: Vec<String> = Vec::new();
    for form in matching {
        if !texts.contains(&form.text) {
            texts.push(form.text.clone());
        }
    }
    texts
}

fn refused(tag: &str, word: &str, class: &str) -> ParadigmError {
    decline(rules(tag), word, &Class::parse(class).unwrap()).unwrap_err()
}

/// The reviewed words of a language: kind, class, word, authority, forms of the singular, forms of the plural.
pub fn reviewed_words(tag: &str) -> Vec<Located<[String; 6]>> {
    let head = ["kind", "class", "word", "authority", "singular", "plural"];
    cases::headed(&format!("glossary/paradigms-{tag}.tsv"), head)
}

fn kind(name: &str) -> Option<Kind> {
    Some(match name {
        "person" => Kind::Person,
        "place" => Kind::Place,
        "org" => Kind::Org,
        "term" => Kind::Term,
        "noun" => Kind::Noun,
        "adj" => Kind::Adj,
        "abbr" => Kind::Abbr,
        _ => return None,
    })
}

/// A row of cells with the forms of each case, as the tables write it.
fn written(forms: &[Form], number: Number) -> String {
    let mut cells: Vec<String> = Case::ALL
        .iter()
        .map(|case| {
            let cell = cell(forms, number, *case).join("/");
            if cell.is_empty() { "-".to_owned() } else { cell }
        })
        .collect();
    while cells.len() > 1 && cells.last().is_some_and(|cell| cell == "-") {
        cells.pop();
    }
    cells.join(", ")
}

#[test]
fn words_of_every_declension_have_the_forms_of_dictionaries() {
    let mut count = 0;
    let mut wrong = Vec::new();
    for tag in ["be", "ru", "uk"] {
        for row in reviewed_words(tag) {
            let ([_, class, word, _, singular, plural], line) = (&*row, row.place());
            let forms = forms(tag, word, class);
            let made = if forms.iter().all(|form| form.case.is_none()) {
                [word.clone(), "-".to_owned()]
            } else {
                [Number::Singular, Number::Plural].map(|number| written(&forms, number))
            };
            for (made, expected) in made.iter().zip([singular, plural]).filter(|(made, expected)| made != expected) {
                wrong.push(format!("{line}: {word} {class}: {made}, not {expected}"));
            }
            count += 1;
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    assert!(count >= 200, "{count}");
}

#[test]
fn a_class_is_guessed_from_the_ending_and_the_kind() {
    for tag in ["be", "ru", "uk"] {
        for row in reviewed_words(tag) {
            let [name, right, word, ..] = &*row;
            let Some(kind) = kind(name) else { continue };
            let right = texts(&forms(tag, word, right));
            let guessed = guess(rules(tag), word, kind);
            let is_right = |class: &Class| texts(&decline(rules(tag), word, class).unwrap()) == right;
            assert!(guessed.iter().any(is_right), "{}: {word}: {guessed:?}", row.place());
        }
    }
}

#[test]
fn wrong_forms_are_never_made() {
    let head = ["locale", "class", "word", "never", "reason"];
    for row in cases::headed("glossary/paradigms-never.tsv", head) {
        let ([tag, class, word, never, reason], line) = (&*row, row.place());
        let declined = texts(&forms(tag, word, class));
        for wrong in never.split(' ') {
            assert!(!declined.contains(wrong), "{line}: {word} {class} has {wrong}: {reason}");
        }
    }
}

#[test]
fn forms_attributed_to_a_spell_checker_are_known_to_it() {
    for (tag, dictionary) in [("be", "be_BY"), ("ru", "ru_RU"), ("uk", "uk_UA")] {
        let words: BTreeSet<String> = reviewed_words(tag)
            .iter()
            .filter(|row| row[3].starts_with("hunspell"))
            .flat_map(|row| texts(&forms(tag, &row[2], &row[1])))
            .flat_map(|form| form.replace('’', "'").split(' ').map(str::to_owned).collect::<Vec<_>>())
            .collect();
        match unknown_to_speller(dictionary, &words) {
            None => skip(&format!("hunspell with {dictionary} is not installed")),
            Some(refused) => assert_eq!(refused, BTreeSet::new(), "{tag}"),
        }
    }
}

#[test]
fn a_form_has_its_number_and_case() {
    let war = forms("be", "вайна", "f");
    assert_eq!(cell(&war, Number::Singular, Case::Instrumental), ["вайной", "вайною"]);
    assert_eq!(cell(&war, Number::Plural, Case::Genitive), ["войн", "войнаў"]);
    let cases: BTreeSet<_> = forms("uk", "Київ", "m.S").into_iter().map(|form| (form.number, form.case)).collect();
    assert_eq!(cases.len(), 7, "one number, seven cases");
    let all = forms("ru", "Минск", "m.S");
    assert_eq!(all.len(), all.iter().collect::<BTreeSet<_>>().len(), "none twice");
    assert_eq!(forms("ru", "НАТО", "0"), [Form::bare("НАТО")]);
}

#[test]
fn a_class_takes_precedence_over_the_rules() {
    let genitive = |class: &str| cell(&forms("uk", "університет", class), Number::Singular, Case::Genitive);
    assert_eq!(genitive("m.S.gen=a"), ["університета"]);
    assert_eq!(genitive("m.S.gen=u"), ["університету"]);
    assert_eq!(genitive("m.S.gen=au"), ["університета", "університету"]);
    let instrumental = |class: &str| cell(&forms("ru", "багаж", class), Number::Singular, Case::Instrumental);
    assert_eq!(instrumental("m"), ["багажом"]);
    assert_eq!(instrumental("m.stem"), ["багажем"]);
    assert!(texts(&forms("be", "хмыз", "m.pl=хмыз.np=хмызы.gp=хмызоў")).contains("хмызоў"));
    assert!(texts(&forms("be", "Грынёк", "ma.S.drop.end")).contains("Грынька"));
    assert!(texts(&forms("uk", "війна", "f.gp=воєн")).is_superset(&["воєн".to_owned(), "війн".to_owned()].into()));
    assert!(texts(&forms("ru", "ветер", "m.S.sg=ветр.table=m")).contains("ветром"));
}

#[test]
fn adjectives_agree_and_tails_stay() {
    let council = forms("be", "Савет Міністраў", "m.S 0");
    assert_eq!(cell(&council, Number::Singular, Case::Locative), ["Савеце Міністраў"]);
    let long = forms("uk", "Рада національної безпеки і оборони України", "f.S 0");
    assert_eq!(cell(&long, Number::Singular, Case::Dative), ["Раді національної безпеки і оборони України"]);
    let forces = forms("ru", "Вооружённые силы", "adj f.P");
    assert_eq!(cell(&forces, Number::Plural, Case::Accusative), ["Вооружённые силы"]);
    let guards = forms("ru", "белорусский пограничник", "adj ma");
    assert_eq!(cell(&guards, Number::Singular, Case::Accusative), ["белорусского пограничника"]);
    assert_eq!(cell(&guards, Number::Plural, Case::Accusative), ["белорусских пограничников"]);
    let republic = forms("be", "Беларуская ССР", "adj 0");
    assert_eq!(cell(&republic, Number::Singular, Case::Genitive), ["Беларускай ССР"]);
    assert!(cell(&republic, Number::Plural, Case::Genitive).is_empty());
}

#[test]
fn doublets_multiply_in_a_phrase_up_to_a_limit() {
    let name = forms("uk", "Олександр Лукашенко", "ma.S ma.S");
    let dative = cell(&name, Number::Singular, Case::Dative);
    assert_eq!(dative.len(), 4);
    assert!(dative.contains(&"Олександру Лукашенкові".to_owned()));
    let many = ["Олександр"; 12].join(" ");
    let forms = forms("uk", &many, &["ma.S"; 12].join(" "));
    assert!(Case::ALL.iter().all(|case| cell(&forms, Number::Singular, *case).len() <= 64));
}

#[test]
fn the_parts_of_a_word_with_hyphens_decline_or_stay() {
    let has = |tag, word, class, form: &str| assert!(texts(&forms(tag, word, class)).contains(form), "{form}");
    has("ru", "Ростов-на-Дону", "m.S", "Ростовом-на-Дону");
    has("ru", "Санкт-Петербург", "m.S", "Санкт-Петербургом");
    has("ru", "страна-агрессор", "f", "страны-агрессора");
    has("ru", "город-герой", "m", "городу-герою");
    has("ru", "премьер-министр", "ma", "премьер-министра");
    has("ru", "Комсомольск-на-Амуре", "m.S+0+0", "Комсомольске-на-Амуре");
    has("uk", "Кам’янець-Подільський", "m.S+adj", "Кам’янцем-Подільським");
    has("uk", "Нечуй-Левицький", "ma.S.adj", "Нечуя-Левицького");
    has("be", "прэм'ер-міністр", "ma", "прэм'ер-міністру");
    has("be", "краіна-агрэсар", "f", "краіны-агрэсара");
}

#[test]
fn capitals_apostrophes_and_marks_stay_as_written() {
    let has = |tag, word, class, form: &str| assert!(texts(&forms(tag, word, class)).contains(form), "{form}");
    has("ru", "МИД", "m.S", "МИДом");
    has("ru", "«Искандер»", "m", "«Искандера»");
    has("be", "«Вячэрні Брэст»", "adj m.S", "«Вячэрняга Брэста»");
    has("uk", "в’язень", "ma", "в’язня");
    has("uk", "в'язень", "ma", "в'язня");
    has("uk", "любов", "f.S", "любов’ю");
    has("ru", "Telegram-канал", "m", "Telegram-канала");
    has("be", "Мі\u{301}нск", "m.S", "Мінска");
    assert_eq!(forms("uk", "Belarus  Digest", "0 0"), [Form::bare("Belarus Digest")]);
    assert_eq!(forms("ru", "С-400", "0"), [Form::bare("С-400")]);
}

#[test]
fn an_unknown_token_is_reported_with_the_known_ones() {
    for class in ["ma.S.surname", "x", "m.S.P", "m.gen=o", "m.pl=", "f.end=yes", "", "m+q", "adj.", "м.S"] {
        let error = Class::parse(class).unwrap_err();
        assert!(matches!(error, ParadigmError::Token { .. }), "{class}");
        let text = error.to_string();
        assert!(text.contains("`surn-a`") && text.contains("`gen=a|u|au`") && text.contains("`adj`"), "{text}");
        assert!(!text.ends_with('.') && !hint(&error).is_empty());
    }
}

#[test]
fn classes_are_written_as_read() {
    for class in ["ma.S.surn-a", "adj m.S 0", "f.end.pl=войн", "m.S+0+0", "0", "ma.gp=солдат", "fa.P.table=f", "na"]
    {
        assert_eq!(Class::parse(class).unwrap().to_string(), class);
    }
}

#[test]
fn a_class_that_does_not_fit_its_word_is_refused() {
    let unfit = |tag, word, class| {
        let error = refused(tag, word, class);
        assert!(matches!(error, ParadigmError::Unfit { .. }), "{word} {class}: {error}");
    };
    unfit("ru", "закон", "adj");
    unfit("be", "стол", "adj");
    unfit("uk", "стіл", "ma.S.adj");
    unfit("ru", "Гродно", "f.S");
    unfit("ru", "Токио", "f");
    unfit("be", "Чылі", "n.S");
    unfit("uk", "Буча", "n");
    unfit("ru", "НАТО", "f.S.surn");
    assert!(matches!(refused("ru", "Совет министров", "m.S"), ParadigmError::Count { words: 2, tokens: 1, .. }));
    assert!(matches!(refused("ru", "Минск", "adj m.S"), ParadigmError::Count { words: 1, tokens: 2, .. }));
    assert!(matches!(refused("ru", "Ростов-на-Дону", "m.S+0"), ParadigmError::Count { .. }));
    assert_eq!(refused("ru", " \t", "m"), ParadigmError::Empty);
}

#[test]
fn words_that_do_not_agree_have_no_forms() {
    for (tag, wording, class) in [
        ("be", "новы краіна", "adj f"),
        ("ru", "Белая дом", "adj m.S"),
        ("ru", "вооружённая силы", "adj f.P"),
        ("ru", "новые газета", "adj f"),
        ("uk", "Нє ґґ", "adj m"),
        ("uk", "рада верховний", "f adj"),
    ] {
        let error = refused(tag, wording, class);
        assert!(matches!(error, ParadigmError::Unfit { .. }), "{wording} {class}: {error}");
    }
    // So a guess that does not fit the words is replaced by an indeclinable wording.
    for (tag, wording) in [("uk", "Нє ґґ"), ("uk", "кі іґ"), ("ru", "Белая дом")] {
        for class in guess(rules(tag), wording, Kind::Adj) {
            assert!(texts(&decline(rules(tag), wording, &class).unwrap()).contains(wording), "{wording} {class}");
        }
    }
}

#[test]
fn a_stress_mark_changes_nothing_in_a_phrase() {
    for (tag, marked, plain, class) in [
        ("be", "Белару\u{301}ская ССР", "Беларуская ССР", "adj 0"),
        ("ru", "Кра\u{301}сный Бор", "Красный Бор", "adj m.S"),
        ("uk", "Кра\u{301}сне Село\u{301}", "Красне Село", "adj n.S"),
    ] {
        assert_eq!(forms(tag, marked, class), forms(tag, plain, class), "{plain}");
    }
}

#[test]
fn letters_of_another_alphabet_are_refused() {
    let letter = |tag, word, class| match refused(tag, word, class) {
        ParadigmError::Letter { letter, .. } => letter,
        other => panic!("{word}: {other}"),
    };
    assert_eq!(letter("be", "Минск", "m.S"), 'и');
    assert_eq!(letter("be", "Мiнск", "m.S"), 'i');
    assert_eq!(letter("ru", "Лукашэнкі", "0"), 'і');
    assert_eq!(letter("uk", "Крым", "m.S"), 'ы');
}

#[test]
fn a_declining_class_with_one_form_only_is_refused() {
    let error = refused("be", "маці", "fa.S");
    assert!(matches!(error, ParadigmError::OneForm { .. }), "{error}");
    assert!(hint(&error).contains("`0`"));
}

#[test]
fn an_alphabet_knows_its_letters() {
    assert!(rules("be").spells("Магілёў") && rules("be").spells("аб'ява") && rules("be").spells("С-400"));
    assert!(!rules("be").spells("Могилев") && !rules("ru").spells("Ўкраіна") && !rules("uk").spells("объект"));
}

#[test]
fn the_first_part_of_a_compound_may_be_its_head() {
    for (tag, word, form) in [
        ("ru", "ракета-носитель", "ракеты-носителя"),
        ("uk", "країна-агресор", "країни-агресора"),
        ("be", "горад-герой", "горада-героя"),
        ("ru", "пресс-секретарь", "пресс-секретаря"),
    ] {
        let declined = decline(rules(tag), word, &guess(rules(tag), word, Kind::Noun)[0]).unwrap();
        assert!(texts(&declined).contains(form), "{form}");
    }
}

#[test]
fn indeclinable_words_are_guessed_as_such() {
    for (tag, word, kind) in [
        ("ru", "Лукашенко", Kind::Person),
        ("ru", "Гродно", Kind::Place),
        ("ru", "ОБСЕ", Kind::Abbr),
        ("be", "НАТА", Kind::Org),
        ("uk", "Токіо", Kind::Place),
        ("uk", "в Україні", Kind::Phrase),
        ("be", "Belarus Digest", Kind::Org),
        ("ru", "", Kind::Term),
        ("be", "Минск", Kind::Place),
    ] {
        assert!(guess(rules(tag), word, kind).iter().all(Class::is_invariable), "{tag} {word}");
    }
}

#[test]
fn a_woman_is_recognised_by_her_given_name() {
    for (tag, name, class) in [
        ("be", "Святлана Ціханоўская", "fa.S fa.S.adj"),
        ("be", "Ганна Шаўчук", "fa.S 0"),
        ("ru", "Анна Гулевич", "fa.S 0"),
        ("ru", "Анна Сорока", "fa.S fa.S"),
        ("uk", "Світлана Тихановська", "fa.S fa.S.adj"),
        ("uk", "Ліна Костенко", "fa.S 0"),
        ("ru", "Никита Гулевич", "ma.S ma.S"),
        ("uk", "Микола Хвильовий", "ma.S ma.S.adj"),
    ] {
        assert_eq!(guess(rules(tag), name, Kind::Person)[0].to_string(), class, "{name}");
    }
}

#[test]
fn a_language_is_added_as_data_alone() {
    let polish = Paradigms::parse(POLISH).unwrap();
    let declined = |word: &str| texts(&decline(&polish, word, &guess(&polish, word, Kind::Place)[0]).unwrap());
    assert!(declined("Kraków").is_superset(&["Krakowa", "Krakowem", "Krakowie"].map(str::to_owned).into()));
    assert!(declined("Warszawa").is_superset(&["Warszawy", "Warszawie", "Warszawę"].map(str::to_owned).into()));
}

#[test]
fn a_guess_looks_at_the_words_that_follow() {
    let over = "[lists]\nwomen = \"anna ewa\"\ngiven = \"@women jan adam\"\n[guess]\nrules = [\n\
        { if = \"person&first\", ends = \"{C}\", next = \"@women\", class = \"0\" },\n\
        { if = \"person&penult\", ends = \"@given\", last = \"ski\", class = \"0\" },\n\
        { if = \"person\", ends = \"ski\", is = \"family\" },\n\
        { if = \"family\", class = \"0\" },\n]";
    let polish = Paradigms::layered([POLISH, over]).unwrap();
    for (wording, classes) in [
        ("Nowak Ewa", "0 f.S"),
        ("Nowak Jan", "m.S m.S"),
        ("Ewa Nowak", "f.S m.S"),
        ("Ewa Bielski", "0 0"),
        ("Jan Adam Bielski", "m.S 0 0"),
    ] {
        assert_eq!(guess(&polish, wording, Kind::Person)[0].to_string(), classes, "{wording}");
    }
}

#[test]
fn a_rule_that_must_agree_gives_way_to_the_next_one() {
    let over = r#"
[guess]
rules = [
  { if = "!last", ends = "ы", otherwise = true, class = "adj", then = "agreeing" },
  { if = "!last", ends = "ы", class = "m.P", then = "tail" },
  { if = "agreeing", ends = "а", class = "f" },
  { if = "tail", class = "0" },
]
"#;
    let rules = shipped("be", over);
    for (phrase, classes) in [("правы бераг", "adj m"), ("правы чалавека", "m.P 0")] {
        let guessed = guess(&rules, phrase, Kind::Term);
        assert!(guessed.iter().all(|class| class.to_string().starts_with(classes)), "{phrase}: {guessed:?}");
    }
}

#[test]
fn what_follows_a_number_may_have_rules_of_its_own() {
    let rules = shipped("be", "[guess]\nrules = [{ if = \"number\", class = \"0\" }]\n");
    assert_eq!(guess(&rules, "8 сакавіка", Kind::Term)[0].to_string(), "0 0");
    assert_ne!(guess(&rules, "сакавік", Kind::Term)[0].to_string(), "0");
}

#[test]
fn a_list_of_words_stands_in_rules_by_its_name() {
    let rules = shipped(
        "uk",
        "[lists]\nchess = \"^тура ^слон\"\n[guess]\nrules = [{ if = \"!person\", ends = \"@chess ^тхір\", class = \"0\" }]\n",
    );
    let is_frozen = |word| guess(&rules, word, Kind::Noun)[0].is_invariable();
    assert!(["тура", "слон", "тхір"].into_iter().all(is_frozen));
    assert!(!is_frozen("фура"));
}

#[test]
fn a_reading_that_the_next_word_contradicts_is_dropped() {
    let rules = r#"
        rules = [
          { if = "first", ends = "ова", class = "adj", then = "waits", more = true },
          { if = "first", ends = "ова", class = "f", then = "tailed" },
          { if = "waits", not = "а", class = "-" },
          { if = "tailed", ends = "а", class = "-" },
          { if = "tailed", class = "0" },
          { ends = "а", class = "f" },
        ]"#;
    let rules = shipped("uk", &format!("[guess]\n{rules}"));
    let classes = |wording| guess(&rules, wording, Kind::Noun).iter().map(ToString::to_string).collect::<Vec<_>>();
    assert_eq!(classes("зимова ковдра"), ["adj f"]);
    assert_eq!(classes("підкова коня"), ["f 0"]);
    assert_eq!(classes("зимова"), ["adj", "f"]);
}

#[test]
fn what_is_listed_for_a_common_noun_may_leave_out_the_name_that_looks_like_it() {
    let rules = shipped("uk", "[words.\"m&!proper\"]\n\"зіп\" = \"sg=зоп\"\n");
    let genitive =
        |word| cell(&decline(&rules, word, &Class::parse("ma").unwrap()).unwrap(), Number::Singular, Case::Genitive);
    assert_eq!((genitive("зіп"), genitive("Зіп")), (vec!["зопа".to_owned()], vec!["Зіпа".to_owned()]));
}

#[test]
fn the_first_part_of_an_adjective_may_decline_too() {
    let rule = "[hyphen]\nfirst = [{ if = \"adj&!m&!f&!n\", ends = \"ий\", last = \"ий\", first = \"adj\" }]\n";
    let declined = |word| texts(&decline(&shipped("uk", rule), word, &Class::parse("adj").unwrap()).unwrap());
    assert!(declined("живий-здоровий").contains("живого-здорового"));
    assert!(declined("альфа-активний").contains("альфа-активного"));
}

#[test]
fn a_project_adds_words_to_the_rules() {
    let rules = shipped("be", "[words.m]\n\"хутар\" = \"pl=хутар gp=хутароў\"\n");
    let declined = decline(&rules, "хутар", &Class::parse("m").unwrap()).unwrap();
    assert_eq!(cell(&declined, Number::Plural, Case::Genitive), ["хутароў"]);
}

#[test]
fn meaningless_rules_are_refused() {
    for (text, part) in [
        ("x = 1", "unknown field"),
        ("[table.a]\nlike = \"b\"", "`b` is not a table"),
        ("[table.a]\ns = { n = \"no:а\" }", "is not a change"),
        ("[table.a]\ns = { x = \"а\" }", "`x` is not a case"),
        ("[change]\na = \"б\"", "is not a change"),
        ("[select]\nnoun = [{ ends = \"{V}\", table = \"\" }]", "is not a table"),
        ("[table.a]\n[select]\nnoun = [{ ends = \"{V}\", table = \"a\" }]", "is not a pattern"),
        ("[table.a]\n[select]\nnoun = [{ if = \"nowhere\", table = \"a\" }]", "`nowhere` is not a name"),
        ("[guess]\nrules = [{ next = \"@men\", class = \"0\" }]", "`@men` is not a list"),
        ("[lists]\nmen = \"@men\"\n[guess]\nrules = [{ ends = \"@men\", class = \"0\" }]", "`@men` is not a list"),
        ("[guess]\nrules = [{ class = \"q\" }]", "`q` is not part of a class"),
        ("[guess]\nrules = [{ ends = \"@men\", class = \"m\" }]", "`@men` is not a list"),
        ("[words.m]\n\"а\" = \"bold\"", "is not a class option"),
    ] {
        let error = Paradigms::parse(text).unwrap_err();
        assert!(error.to_string().contains(part), "{text}: {error}");
        assert!(!hint(&error).is_empty());
    }
}

#[test]
fn a_long_word_takes_no_quadratic_time() {
    // A guard against a loop over all words of the rules, not a measurement: the benches measure.
    let word = format!("{}аваннe", "пера".repeat(5000)).replace('e', "е");
    assert!(texts(&forms("be", &word, "n.S")).len() > 3);
}

proptest! {
    #![proptest_config(crate::support::config(256))]

    #[test]
    fn no_word_and_no_class_makes_declining_panic(word in ".{0,24}", class in "[mfna0adj.SP+ =surnguplXа-я]{0,16}") {
        for rules in RULES.values() {
            for kind in [Kind::Person, Kind::Place, Kind::Org, Kind::Noun, Kind::Adj, Kind::Abbr] {
                for class in guess(rules, &word, kind) {
                    prop_assert!(!class.words.is_empty());
                    let _ = decline(rules, &word, &class);
                }
            }
            if let Ok(class) = Class::parse(&class) {
                let _ = decline(rules, &word, &class);
                prop_assert_eq!(Class::parse(&class.to_string()), Ok(class));
            }
        }
    }

    #[test]
    fn a_guessed_class_fits_its_word(word in "[А-ЯЁІЎЄЇҐ]?[а-яёіўєїґ'-]{1,14}( [а-яёіўєїґ]{1,10})?") {
        for rules in RULES.values().filter(|rules| rules.spells(&word)) {
            for kind in [Kind::Person, Kind::Place, Kind::Term, Kind::Adj] {
                for class in guess(rules, &word, kind) {
                    let declined = decline(rules, &word, &class);
                    prop_assert!(declined.is_ok(), "{word}: {declined:?}");
                    prop_assert!(declined.unwrap().iter().any(|form| form.text == word.trim()), "{word} is not among its forms");
                }
            }
        }
    }
}
