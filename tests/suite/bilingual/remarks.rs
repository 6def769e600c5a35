//! What people noted beside a segment.

use tolmach::bilingual::refresh;

use super::{
    merging::merge_returned,
    support::*,
    xliff::{ARTICLE, rich},
};

/// The file with a note in the unit whose source begins with these words.
fn noted(file: &str, words: &str, note: &str) -> String {
    let at = file.find(&format!("<source>{words}")).unwrap();
    let end = at + file[at..].find("</trans-unit>").unwrap();
    format!("{}{note}{}", &file[..end], &file[end..])
}

#[test]
fn a_note_is_kept_with_its_author_whatever_becomes_of_the_target() {
    let article = article(ARTICLE);
    let ours = rich(&article);
    let sent = write(&article, &ours);
    let note = "<note from='Ніна'>Стары порт?</note>";
    for (words, edit) in [
        ("Front", ("", "")),
        ("Lukashenka", ("", "")),
        ("Minsk", ("Мінск трымае", "Менск трымае")),
        ("Two", ("Два афіцэры ля мапы.", "")),
    ] {
        let returned = noted(&sent, words, note).replace(edit.0, edit.1);
        let returned = if edit.0.is_empty() { noted(&sent, words, note) } else { returned };
        let merge = merge_returned(&article, &ours, &returned);
        let remarks = &merge.translation.remarks[&id(&article, words)];
        assert_eq!(remarks.last(), Some(&remark("Ніна", "Стары порт?")), "{words}");
        assert_eq!(merge.new_remarks, 1, "{words}");
        let file = update(&sent, &article, &merge.translation);
        assert!(file.contains("<note from=\"Ніна\">Стары порт?</note>"), "{file}");
        assert_eq!(read(&file).translation(&ours.locale), merge.translation);
        let again = merge_returned(&article, &merge.translation, &returned);
        assert_eq!((again.translation, again.new_remarks), (merge.translation, 0), "{words}");
    }
}

#[test]
fn a_tool_that_returns_fewer_notes_or_forgets_who_wrote_them_takes_none_away() {
    let article = article("paragraph: One.");
    let mut ours = translation(&article, &[("One", draft("Адзін."))]);
    let all = vec![remark("Ніна", "Першая заўвага"), remark("Алесь", "Другая"), remark("", "Трэцяя")];
    ours.remarks.insert(id(&article, "One"), all);
    let sent = write(&article, &ours);
    let last = sent.replace("<note from=\"Ніна\">Першая заўвага</note>", "").replace("<note>Трэцяя</note>", "");
    let nameless = sent.replace(" from=\"Ніна\"", "").replace(" from=\"tolmach\"", "");
    let indented = sent.replace("Першая заўвага", "\n        Першая\n        заўвага\n      ");
    for returned in [last, nameless, indented] {
        assert_ne!(returned, sent);
        assert_eq!(merge_returned(&article, &ours, &returned).translation, ours, "{returned}");
    }
}

#[test]
fn a_new_note_stands_beside_the_only_one_and_does_not_take_its_place() {
    let article = article("paragraph: One.");
    let mut ours = translation(&article, &[]);
    ours.remarks.insert(id(&article, "One"), vec![remark("Ніна", "Першая")]);
    let sent = write(&article, &ours);
    let merge =
        merge_returned(&article, &ours, &sent.replace("<note from=\"Ніна\">Першая", "<note from=\"Алесь\">Другая"));
    let file = update(&sent, &article, &merge.translation);
    assert_eq!(read(&file).units[0].remarks, [remark("Ніна", "Першая"), remark("Алесь", "Другая")]);
}

#[test]
fn a_note_on_a_sentence_that_is_gone_is_kept() {
    let before = article("paragraph: Donkeys eat thistles. | The army stays at home.");
    let after = article("paragraph: The army stays.");
    let sent = write(&before, &translation(&before, &[]));
    let returned = noted(&noted(&sent, "Donkeys", "<note from='Ніна'>Якія?</note>"), "The army", "<note>Дзе?</note>");
    let ours = translation(&after, &[]);
    let merge = merge_returned(&after, &ours, &returned);
    assert_eq!(merge.translation.remarks[&id(&after, "The army")], [remark("", "Дзе?")]);
    assert_eq!(merge.translation.obsolete[0].remarks, [remark("Ніна", "Якія?")]);
    assert_eq!(merge_returned(&after, &merge.translation, &returned).translation, merge.translation);
    // It comes back with its sentence.
    let file = read(&write(&after, &merge.translation));
    assert_eq!(file.translation(&locale("be")), merge.translation);
    assert_eq!(refresh(&before, &locale("be"), &file).remarks[&id(&before, "Donkeys")], [remark("Ніна", "Якія?")]);
}
