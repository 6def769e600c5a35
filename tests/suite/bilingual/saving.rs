//! Saving into an existing file: only what differs is rewritten.

use proptest::prelude::*;
use tolmach::{
    bilingual::{BilingualError, xliff},
    model::{State, Translation},
};

use super::{
    arbitrary::{any_target, article_and_translation, earlier_and_later},
    support::*,
    xliff::{ARTICLE, rich},
};

/// The lines of the second file that differ from the same lines of the first.
fn changed<'a>(before: &'a str, after: &'a str) -> Vec<&'a str> {
    before.split('\n').zip(after.split('\n')).filter(|(a, b)| a != b).map(|(_, b)| b.trim()).collect()
}

#[test]
fn one_new_target_changes_its_own_lines() {
    let article = article(ARTICLE);
    let mut translation = rich(&article);
    let before = write(&article, &translation);
    translation.targets.insert(id(&article, "Lukashenka"), human("Лукашэнка супраць."));
    let after = update(&before, &article, &translation);
    let [unit, target] = changed(&before, &after)[..] else { panic!("{after}") };
    assert!(unit.starts_with("<trans-unit id=") && unit.ends_with("; origin=human\">"), "{unit}");
    assert_eq!(target, "<target state=\"translated\">Лукашэнка супраць.</target>");
}

#[test]
fn additions_of_other_tools_and_people_stay() {
    let article = article(ARTICLE);
    let translation = rich(&article);
    let before = write(&article, &translation)
        .replace("<body>", "<body><!-- пільна -->")
        .replace(" xml:space", " help-id='h1' xml:space")
        .replace(
            "<note from=\"tolmach\">Role: title</note>",
            "<note from=\"tolmach\">Role: title</note><note from='rev'>?</note>",
        )
        .replace("<group resname=\"caption\">", "<group   resname=\"caption\" style='s'><note>Група</note>")
        .replace("    </body>", "<trans-unit id=\"other tool\"><source>a</source></trans-unit>\n    </body>")
        .replace('\n', "\r\n")
        .replace("          <", "\t<");
    let mut in_file = read(&before).translation(&translation.locale);
    let remarks = &in_file.remarks[&id(&article, "Minsk")];
    assert_eq!(*remarks, [remark("rev", "?"), remark("", "«Дома» ў двукоссі?\nНе")]);
    assert_eq!(update(&before, &article, &in_file), before, "nothing changed");

    in_file.targets.insert(id(&article, "Two"), human("Два [афіцэры]."));
    let after = update(&before, &article, &in_file);
    assert_eq!(changed(&before, &after).len(), 2, "{after}");

    let later = super::support::article(&format!(
        "{}\nparagraph: One more. | And more.",
        ARTICLE.replace("He never says it [aloud].", "He never says it [at all].")
    ));
    let refreshed = tolmach::bilingual::refresh(&later, &locale("be"), &read(&after));
    let last = update(&after, &later, &refreshed);
    for preserved in [
        "<!-- пільна -->",
        "help-id='h1'",
        "<note from='rev'>?</note>",
        "style='s'><note>Група</note>",
        "id=\"other tool\"",
    ] {
        assert!(last.contains(preserved), "{preserved}\n{last}");
    }
    assert!(last.contains("<target state=\"needs-adaptation\">"), "{last}");
    assert_eq!(last.matches("\r\n").count(), last.matches('\n').count(), "line endings are kept");
    assert!(last.contains("\r\n\t<source>One more.</source>\r\n"), "{last}");
    assert_eq!(read(&last).translation(&locale("be")), refreshed);
}

#[test]
fn an_empty_target_becomes_a_full_one_and_back() {
    let article = article("paragraph: One.");
    let none = translation(&article, &[]);
    let some = translation(&article, &[("One", draft("Адзін."))]);
    let (empty, full) = (write(&article, &none), write(&article, &some));
    assert_eq!(update(&empty, &article, &some), full);
    let back = update(&full, &article, &none);
    assert!(back.contains("<target state=\"needs-translation\"></target>"), "{back}");
    assert_eq!(read(&back).translation(&none.locale), none);
}

#[test]
fn a_bare_file_of_another_tool_is_filled_in() {
    let article = article("paragraph: One.");
    let bare = format!(
        "<xliff version='1.2'><file original='x' source-language='en' datatype='plaintext'><body>\
         <trans-unit id='{}'><source>One.</source></trans-unit></body></file></xliff>",
        id(&article, "One")
    );
    let translation = translation(&article, &[("One", approved("Адзін.", State::Final))]);
    assert_eq!(read(&update(&bare, &article, &translation)).translation(&locale("be")), translation);
    let empty = "<xliff version='1.2'><file source-language='en'><body/></file></xliff>";
    assert_eq!(read(&update(empty, &article, &translation)).translation(&locale("be")), translation);
}

#[test]
fn a_file_that_is_broken_or_for_another_language_is_not_overwritten() {
    let article = article(ARTICLE);
    let ours = rich(&article);
    let settings = xliff::XliffSettings::of(&article);
    let save = |existing: &str, ours: &Translation| xliff::update(existing, &article, ours, &|_| None, &settings);
    let file = write(&article, &ours);
    assert!(matches!(save(&file[..200], &ours), Err(BilingualError::Xml(_))));
    let uk = Translation { locale: locale("uk"), ..ours };
    assert!(matches!(save(&file, &uk), Err(BilingualError::WrongLocale { .. })));
}

proptest! {
    #![proptest_config(crate::support::config(192))]

    #[test]
    fn a_written_file_reads_back_the_same((article, translation) in article_and_translation()) {
        let file = write(&article, &translation);
        prop_assert_eq!(read(&file).translation(&translation.locale), translation.clone(), "{}", file);
        prop_assert_eq!(update(&file, &article, &translation), file);
    }

    #[test]
    fn saving_into_an_earlier_file_reads_back_the_same((earlier, before, later, after) in earlier_and_later()) {
        let file = write(&earlier, &before);
        let saved = update(&file, &later, &after);
        prop_assert_eq!(read(&saved).translation(&after.locale), after.clone(), "{}\n{}", file, saved);
        prop_assert_eq!(update(&saved, &later, &after), saved);
    }

    #[test]
    fn the_order_of_units_is_the_articles((earlier, before, later, after) in earlier_and_later()) {
        let saved = update(&write(&earlier, &before), &later, &after);
        let ids = |file: &str| read(file).units.into_iter().map(|unit| unit.name).collect::<Vec<_>>();
        prop_assert_eq!(ids(&saved), ids(&write(&later, &after)));
    }

    #[test]
    fn one_change_touches_one_unit((article, translation) in article_and_translation(), target in any_target(), which in any::<prop::sample::Index>()) {
        prop_assume!(!translation.targets.is_empty());
        let segment = *which.get(&translation.targets.keys().copied().collect::<Vec<_>>());
        let before = write(&article, &translation);
        let mut translation = translation;
        translation.targets.insert(segment, target);
        let after = update(&before, &article, &translation);
        let around = |file: &str| {
            let start = file.find(&format!("<trans-unit id=\"{segment}\"")).unwrap();
            let end = start + file[start..].find("</trans-unit>").unwrap();
            (file[..start].to_owned(), file[end..].to_owned())
        };
        prop_assert_eq!(around(&before), around(&after));
        prop_assert_eq!(read(&after).translation(&translation.locale), translation);
    }

    #[test]
    fn a_file_truncated_anywhere_is_an_error((article, translation) in article_and_translation(), at in any::<prop::sample::Index>()) {
        let file = write(&article, &translation);
        let end = file.floor_char_boundary(at.index(file.trim_end().len()));
        prop_assert!(xliff::read(&file[..end]).is_err());
    }

    #[test]
    fn no_damage_makes_reading_panic((article, translation) in article_and_translation(), at in any::<prop::sample::Index>(), with in r#"[<>/"&;=a-z0-9 ]{0,6}"#, cut in 0..20_usize) {
        let mut file = write(&article, &translation);
        let start = file.floor_char_boundary(at.index(file.len()));
        let end = file.floor_char_boundary((start + cut).min(file.len()));
        file.replace_range(start..end, &with);
        if let Ok(read) = xliff::read(&file) {
            let _ = tolmach::bilingual::refresh(&article, &translation.locale, &read.value);
        }
        let _ = xliff::update(&file, &article, &translation, &|_| None, &xliff::XliffSettings::of(&article));
    }
}
