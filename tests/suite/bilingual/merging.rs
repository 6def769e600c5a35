//! Merging edited files back.

use std::fmt::Write as _;

use proptest::{collection::vec, prelude::*};
use tolmach::{
    bilingual::{
        Bilingual, BilingualError, Merge, MergeOutcome, Policy, ReturnedStates, merge, refresh, same,
        xliff::{self, XliffProfile, XliffSettings},
    },
    model::{Approval, Article, Locale, Obsolete, Origin, Remark, Severity, State, Target, Text, Translation},
};

use super::{
    arbitrary::{any_text, article_and_translation, earlier_and_later},
    support::*,
    xliff::{ARTICLE, rich},
};
use crate::support::hint;

pub fn policy() -> Policy {
    policy_of("Рэдактар", State::Translated)
}

pub fn policy_of(by: &str, as_state: State) -> Policy {
    let (by, date) = (Some(by.to_owned()), "2022-04-01".to_owned());
    Policy { as_state, by, date, accept_unchanged: false, states: ReturnedStates::Raised, placeholders: Vec::new() }
}

pub fn merge_with(article: &Article, ours: &Translation, file: &Bilingual, policy: &Policy) -> Merge {
    merge(article, ours, file, policy).unwrap()
}

pub fn merge_returned(article: &Article, ours: &Translation, returned: &str) -> Merge {
    merge(article, ours, &read(returned), &policy()).unwrap()
}

pub fn by_editor(notation: &str) -> Target {
    Target::human(text(notation), policy().by)
}

/// The outcome for the segment that begins with these words.
pub fn outcome(article: &Article, merge: &Merge, words: &str) -> MergeOutcome {
    let id = id(article, words);
    merge.outcomes.iter().find(|(segment, _)| *segment == id).unwrap().1
}

#[test]
fn an_unedited_file_changes_nothing() {
    let article = article(ARTICLE);
    let ours = rich(&article);
    let merge = merge_returned(&article, &ours, &write(&article, &ours));
    assert_eq!(merge.translation, ours);
    assert!(merge.outcomes.iter().all(|(_, outcome)| *outcome == MergeOutcome::Untouched));
    assert_eq!((merge.findings.len(), merge.conflicts.len(), merge.not_returned), (0, 0, 0));
}

#[test]
fn an_edit_becomes_translated_whatever_its_returned_state() {
    let article = article(ARTICLE);
    let ours = rich(&article);
    let returned = write(&article, &ours)
        .replace("кажа <g id=\"1\" ctype=\"x-emphasis\">не</g> Пуціну", "супраць <g id=\"1\">Пуціна</g>")
        .replace("needs-review-translation", "final")
        .replace("state=\"translated\">Мінск", "state=\"final\">Мінск");
    let merge = merge_returned(&article, &ours, &returned);
    let target = &merge.translation.targets[&id(&article, "Lukashenka")];
    assert_eq!(target.text.prose, "Лукашэнка супраць Пуціна.");
    assert_eq!((target.state, &target.origin), (State::Translated, &Origin::Human { by: policy().by }));
    assert_eq!(outcome(&article, &merge, "Lukashenka"), MergeOutcome::Edited);
    assert_eq!(outcome(&article, &merge, "Minsk"), MergeOutcome::Untouched, "whoever merges says how far");
    assert_eq!(merge.translation.targets[&id(&article, "Minsk")], ours.targets[&id(&article, "Minsk")]);
}

#[test]
fn an_emptied_target_deletes_nothing() {
    let article = article(ARTICLE);
    let ours = rich(&article);
    let file = write(&article, &ours);
    let emptied = file.replace(">Мінск трымае войска дома<", "><").replace("Два афіцэры ля мапы.", "");
    let removed = file.replace("<target state=\"translated\">Мінск трымае войска дома</target>", "");
    for returned in [emptied, removed] {
        assert_eq!(merge_returned(&article, &ours, &returned).translation, ours);
    }
}

#[test]
fn a_file_with_rewrapped_lines_is_untouched() {
    let article = article("paragraph: The army stays at home, says *Minsk* again.");
    let ours = translation(&article, &[("The", human("Войска застаецца дома, кажа *Мінск* зноў."))]);
    let returned = write(&article, &ours)
        .replace(">Войска застаецца ", ">\n        Войска\r\n\tзастаецца ")
        .replace("зноў.", "зноў.\n      ");
    let merge = merge_returned(&article, &ours, &returned);
    assert_eq!(merge.translation, ours);
    // A change of spaces inside a line is a person's.
    let spaced = write(&article, &ours).replace("Войска застаецца", "Войска\u{A0}застаецца");
    assert_eq!(outcome(&article, &merge_returned(&article, &ours, &spaced), "The"), MergeOutcome::Edited);
}

#[test]
fn merging_as_reviewed_raises_edits_and_records_the_reviewer() {
    let article = article(ARTICLE);
    let ours = rich(&article);
    let returned = write(&article, &ours).replace("Мінск трымае", "Менск трымае");
    let reviewer = policy_of("Рэвізор", State::Reviewed);
    let approval = Some(Approval::new("Рэвізор".to_owned(), "2022-04-01".to_owned()));
    let once = merge(&article, &ours, &read(&returned), &reviewer).unwrap().translation;
    let target = &once.targets[&id(&article, "Minsk")];
    assert_eq!((target.state, &target.approval), (State::Reviewed, &approval));
    assert_eq!(once.remarks, ours.remarks);
    // The same applies if the edit was merged earlier without a state.
    let before = merge_returned(&article, &ours, &returned).translation;
    let later = merge(&article, &before, &read(&returned), &reviewer).unwrap().translation;
    assert_eq!(later.targets[&id(&article, "Minsk")].approval, approval);
    assert_eq!(merge(&article, &later, &read(&returned), &policy()).unwrap().translation, later, "never lowered");
}

#[test]
fn two_peoples_targets_for_one_segment_are_a_conflict_that_a_file_settles() {
    let article = article(ARTICLE);
    let ours = rich(&article);
    let sent = write(&article, &ours);
    let first = merge_returned(&article, &ours, &sent.replace("Мінск трымае", "Менск трымае")).translation;
    let second = merge_returned(&article, &first, &sent.replace("Мінск трымае войска", "Мінск пакідае войска"));
    assert_eq!(second.translation, first, "ours stays");
    assert_eq!(outcome(&article, &second, "Minsk"), MergeOutcome::Conflict);
    let [conflict] = &second.conflicts[..] else { panic!() };
    assert_eq!(conflict.ours.text.prose, "Менск трымае войска дома");
    assert_eq!(conflict.theirs.text.prose, "Мінск пакідае войска дома");

    let file = xliff::conflicts(&article.locale, &ours.locale, &second.conflicts, &XliffSettings::of(&article));
    assert_eq!(read(&file).units[0].note.as_deref().unwrap().lines().nth(1), Some("Ours: Менск трымае войска дома"));
    let settled = merge_returned(&article, &first, &file);
    assert_eq!(settled.translation.targets[&id(&article, "Minsk")].text.prose, "Мінск пакідае войска дома");
    assert_eq!(merge_returned(&article, &settled.translation, &file).translation, settled.translation);
}

#[test]
fn the_same_edit_by_two_people_is_no_conflict() {
    let article = article(ARTICLE);
    let ours = rich(&article);
    let returned = write(&article, &ours).replace("Мінск трымае", "Менск трымае");
    let first = merge_returned(&article, &ours, &returned).translation;
    let second = merge_returned(&article, &first, &returned);
    assert_eq!((second.translation, second.conflicts.len()), (first, 0));
}

#[test]
fn a_regenerated_draft_gives_way_to_a_person() {
    let article = article("paragraph: One.");
    let sent = write(&article, &translation(&article, &[("One", draft("Адзін."))]));
    let ours = translation(&article, &[("One", draft("Адно."))]);
    let merge = merge_returned(&article, &ours, &sent.replace("Адзін.", "Раз."));
    assert_eq!(merge.translation.targets[&id(&article, "One")], by_editor("Раз."));
    assert_eq!(
        merge_returned(&article, &ours, &sent).translation,
        ours,
        "an untouched file does not merge_returned the old draft back"
    );
}

#[test]
fn an_edit_of_a_changed_sentence_is_kept_stale_beside_its_successor() {
    let before = article("paragraph: He will not go. | The army stays.");
    let after = article("paragraph: He will go. | The army stays.");
    let sent = translation(&before, &[("He", draft("Ён не паедзе.")), ("The", human("Войска застаецца."))]);
    let returned = write(&before, &sent).replace("Ён не паедзе.", "Ён не пойдзе.");
    let ours = refresh(&after, &locale("be"), &read(&write(&before, &sent)));
    let merge = merge_returned(&after, &ours, &returned);
    let target = &merge.translation.targets[&id(&after, "He")];
    assert_eq!((target.text.prose.as_str(), target.state), ("Ён не пойдзе.", State::Initial));
    assert_eq!(target.stale, Some(text("He will not go.")));
    assert_eq!(merge.outcomes[0].1, MergeOutcome::Stale);
    assert_eq!(merge_returned(&after, &merge.translation, &returned).translation, merge.translation);

    // Nor is anything lost if ours was not carried over yet, or if a person has translated the successor since.
    let unready = merge_returned(&after, &sent, &returned).translation;
    assert_eq!(unready.targets[&id(&after, "He")].text.prose, "Ён не пойдзе.");
    let approval = translation(&after, &[("He", human("Ён паедзе."))]);
    let beside = merge_returned(&after, &approval, &returned);
    assert_eq!(beside.translation.targets, approval.targets);
    assert_eq!(beside.translation.obsolete[0].target, by_editor("Ён не пойдзе."));
    assert_eq!(merge_returned(&after, &beside.translation, &returned).translation, beside.translation);
}

#[test]
fn an_edit_of_a_removed_sentence_is_kept_as_obsolete() {
    let before = article("paragraph: Donkeys eat thistles. | The army stays.");
    let after = article("paragraph: The army stays.");
    let sent = translation(&before, &[("Donkeys", draft("Аслы ядуць."))]);
    let returned = write(&before, &sent).replace("Аслы ядуць.", "Аслы ядуць чартапалох.");
    let merge = merge_returned(&after, &Translation::empty(locale("be")), &returned);
    assert_eq!(merge.outcomes[0].1, MergeOutcome::Obsolete);
    let [Obsolete { source, target, .. }] = &merge.translation.obsolete[..] else { panic!() };
    assert_eq!((source, target), (&text("Donkeys eat thistles."), &by_editor("Аслы ядуць чартапалох.")));
    assert_eq!(merge_returned(&after, &merge.translation, &returned).translation, merge.translation);
}

#[test]
fn codes_that_an_editor_broke_are_reported_and_the_text_is_accepted() {
    let article = article("paragraph: He says *no* to [Putin]. | Second [link].");
    let ours =
        translation(&article, &[("He", draft("Ён кажа *не* [Пуціну].")), ("Second", draft("Другая [спасылка]."))]);
    let returned = write(&article, &ours)
        .replace("<g id=\"1\" ctype=\"x-emphasis\">не</g> ", "<x id=\"9\"/>не ")
        .replace("Другая <g id=\"1\" ctype=\"x-link\">спасылка</g>", "Другая <ex id=\"1\"/>спасылка<bx id=\"1\"/>");
    let merge = merge_returned(&article, &ours, &returned);
    assert_eq!(merge.translation.targets[&id(&article, "He")].text.prose, "Ён кажа не Пуціну.");
    let reported: Vec<_> = merge.findings.iter().map(|finding| (finding.id(), finding.args())).collect();
    let differ = [("missing", "<1>, </1>".into()), ("extra", "<9/>".into())];
    assert_eq!(reported, [("codes-returned-differ", &differ[..]), ("codes-returned-order", &[])]);
    assert_eq!(merge.findings[0].place.segment, Some(id(&article, "He")));
    assert_eq!(merge.findings[0].place.line, Some(9));
}

/// The file as returned by a tool that keeps only names, sources and targets.
fn stripped(file: &str) -> String {
    let mut out = String::from(
        "<xliff xmlns=\"urn:oasis:names:tc:xliff:document:1.2\" version=\"1.2\"><file target-language=\"be-BY\" source-language=\"en\" original=\"/tmp/x.md\" datatype=\"x\"><body>",
    );
    for unit in file.split("<trans-unit ").skip(1) {
        let part = |from: &str, to: &str| {
            unit.split_once(from).and_then(|(_, rest)| rest.split_once(to)).map_or("", |(part, _)| part)
        };
        let (name, source) = (part("id=\"", "\""), part("<source>", "</source>"));
        let target =
            unit.split_once("<target").and_then(|(_, rest)| rest.split_once("</target>")).map_or("", |(t, _)| t);
        let target = target.split_once('>').map_or("", |(_, t)| t);
        write!(out, "<trans-unit id=\"{name}\"><target>{target}</target><source>{source}</source></trans-unit>")
            .unwrap();
    }
    out.push_str("</body></file></xliff>");
    out
}

#[test]
fn a_file_that_lost_all_but_names_and_words_is_merged() {
    let article = article(ARTICLE);
    let ours = Translation { obsolete: Vec::new(), ..rich(&article) };
    let file = write(&article, &ours);
    assert_eq!(merge_returned(&article, &ours, &stripped(&file)).translation, ours);
    let edited = file
        .replace("кажа <g id=\"1\" ctype=\"x-emphasis\">не</g>", "супраць")
        .replace("<target state=\"needs-translation\"/>", "<target>Новае</target>");
    let merge = merge_returned(&article, &ours, &stripped(&edited));
    assert_eq!(merge.translation.targets[&id(&article, "Lukashenka")], by_editor("Лукашэнка супраць Пуціну."));
    assert_eq!(merge.translation.targets[&id(&article, "Front")], by_editor("Новае"));
    assert_eq!(merge.findings.len(), 1, "{:?}", merge.findings);
    // Without the digest it is unknown whose text is newer, so a person's is not overwritten.
    let other = merge_returned(&article, &ours, &stripped(&file.replace("Мінск трымае", "Менск трымае")));
    assert_eq!(outcome(&article, &other, "Minsk"), MergeOutcome::Conflict);
}

#[test]
fn renamed_units_are_matched_by_their_sentences() {
    let article = article("paragraph: One. | Two.");
    let ours = translation(&article, &[("One", draft("Адзін."))]);
    let file = "<xliff version='1.2'><file original='source/minsk.md' source-language='en' target-language='be'><body>\
        <trans-unit id='1'><source>One.</source><target>Раз.</target></trans-unit>\
        <trans-unit id='2'><source>Two.</source><target>Два.</target></trans-unit>\
        <trans-unit id='3'><source>Three.</source><target>Тры.</target></trans-unit></body></file></xliff>";
    let merge = merge_returned(&article, &ours, file);
    assert_eq!(
        merge.translation.targets,
        translation(&article, &[("One", by_editor("Раз.")), ("Two", by_editor("Два."))]).targets
    );
    assert_eq!(
        merge.outcomes.iter().map(|(_, o)| *o).collect::<Vec<_>>(),
        [MergeOutcome::Edited, MergeOutcome::Edited, MergeOutcome::Unknown]
    );
    assert_eq!(merge.translation.obsolete[0].target.text.prose, "Тры.");
    assert_eq!((merge.findings[0].rule(), merge.findings[0].severity), ("merge-unknown", Severity::Minor));
    assert_eq!(merge_returned(&article, &merge.translation, file).translation, merge.translation);
}

#[test]
fn a_file_without_any_segment_of_ours_is_a_major_finding() {
    let article = article("paragraph: The army stays at home.");
    let ours = translation(&article, &[("The army", draft("Адзін."))]);
    let file = "<xliff version='1.2'><file original='source/minsk.md' source-language='en' target-language='be'><body>\
        <trans-unit id='1'><source>Hello</source><target>Тры.</target></trans-unit></body></file></xliff>";
    let merge = merge_returned(&article, &ours, file);
    assert_eq!((merge.findings[0].rule(), merge.findings[0].severity), ("merge-unknown", Severity::Major));
    assert_eq!(merge.translation.obsolete[0].target.text.prose, "Тры.");
    assert_eq!(merge.translation.targets, ours.targets);
}

#[test]
fn a_repeated_name_with_two_texts_is_a_conflict() {
    let article = article("paragraph: One.");
    let ours = translation(&article, &[("One", draft("Адзін."))]);
    let sent = write(&article, &ours);
    let unit = &sent[sent.find("<trans-unit").unwrap()..sent.find("</group>").unwrap()];
    let returned = sent.replace(unit, &format!("{}{}", unit.replace("Адзін", "Раз"), unit.replace("Адзін", "Адно")));
    let parsed = xliff::read(&returned).unwrap();
    assert_eq!(parsed.findings[0].rule(), "bilingual-duplicate");
    let merge = merge(&article, &ours, &parsed.value, &policy()).unwrap();
    assert_eq!(merge.translation.targets[&id(&article, "One")], by_editor("Раз."));
    assert_eq!(merge.conflicts[0].theirs.text.prose, "Адно.");
}

#[test]
fn segments_not_translated_in_omegat_are_untouched() {
    let article = article(ARTICLE);
    let ours = rich(&article);
    let file = xliff::write(&article, &ours, &|_| None, &XliffSettings::of(&article).with(XliffProfile::OmegaT));
    assert_eq!(merge_returned(&article, &ours, &file).translation, ours);
    let approval = file.replace(
        "<target state=\"needs-translation\">Front matter &amp; more.",
        "<target state=\"needs-translation\">Шапка.",
    );
    let merge = merge_returned(&article, &ours, &approval);
    assert_eq!(outcome(&article, &merge, "Front"), MergeOutcome::Edited);
    assert_eq!(merge.translation.targets[&id(&article, "Front")], by_editor("Шапка."));
    // Translating it exactly as our draft confirms the draft.
    let source =
        "<target state=\"needs-translation\">Lukashenka says <g id=\"1\" ctype=\"x-emphasis\">no</g> to Putin.";
    let same_words = file.replace(source, "<target>Лукашэнка кажа <g id=\"1\">не</g> Пуціну.");
    let merge = merge_returned(&article, &ours, &same_words);
    assert_eq!(merge.translation.targets[&id(&article, "Lukashenka")].state, State::Translated);
}

#[test]
fn matches_that_omegat_inserts_from_our_memory_are_untouched_even_after_newer_work() {
    let article = article("paragraph: One.");
    let sent = translation(&article, &[("One", human("Адзін."))]);
    let file = xliff::write(&article, &sent, &|_| None, &XliffSettings::of(&article).with(XliffProfile::OmegaT));
    let filled = file.replace("<target state=\"needs-translation\">One.", "<target state=\"needs-translation\">Адзін.");
    let now = translation(&article, &[("One", human("Раз."))]);
    assert_eq!(merge_returned(&article, &now, &filled).translation, now);
    let edited = filled.replace("Адзін.", "Адно.");
    assert_eq!(merge_returned(&article, &now, &edited).conflicts.len(), 1);
    assert_eq!(outcome(&article, &merge_returned(&article, &sent, &edited), "One"), MergeOutcome::Edited);
}

#[test]
fn a_copy_of_the_source_counts_only_when_marked_as_translated() {
    let article = article("paragraph: CNN");
    let none = translation(&article, &[]);
    let copied = |state: &str| {
        write(&article, &none).replace("<target state=\"needs-translation\"/>", &format!("<target{state}>CNN</target>"))
    };
    for untouched in ["", " state=\"needs-translation\"", " state=\"new\"", " state=\"needs-review-translation\""] {
        assert_eq!(merge_returned(&article, &none, &copied(untouched)).translation, none, "{untouched}");
    }
    let confirmed = merge_returned(&article, &none, &copied(" state=\"translated\""));
    assert_eq!(confirmed.translation.targets[&id(&article, "CNN")], by_editor("CNN"));
}

#[test]
fn a_file_of_another_article_or_locale_is_refused_with_a_hint() {
    let mine = article(ARTICLE);
    let ours = rich(&mine);
    let other = Article {
        slug: "hens".to_owned(),
        ..article("paragraph: Hens lay eggs. | Foxes eat hens.\ncaption: Two officers at a map.")
    };
    let error = merge(&mine, &ours, &read(&write(&other, &translation(&other, &[]))), &policy()).unwrap_err();
    assert_eq!(error.to_string(), "the file belongs to `source/hens.md`, not to `minsk`");
    assert!(!hint(&error).is_empty());
    for (from, to) in
        [("target-language=\"be\"", "target-language=\"uk\""), ("source-language=\"en\"", "source-language=\"pl\"")]
    {
        let error = merge(&mine, &ours, &read(&write(&mine, &ours).replace(from, to)), &policy()).unwrap_err();
        assert!(matches!(error, BilingualError::WrongLocale { .. }), "{error}");
    }
    for tag in ["be-tarask", "be-Latn"] {
        let theirs = write(&mine, &ours).replace("target-language=\"be\"", &format!("target-language=\"{tag}\""));
        assert!(merge(&mine, &ours, &read(&theirs), &policy()).is_err(), "{tag}");
    }
    let renamed = write(&mine, &ours).replace("source/minsk.md", "C:\\work\\job 17.md");
    assert_eq!(merge_returned(&mine, &ours, &renamed).translation, ours, "the content matters, not the name");
}

/// A returned file: some targets edited, some emptied, some units removed.
fn returned(file: &Bilingual) -> impl Strategy<Value = Bilingual> + use<> {
    let file = file.clone();
    vec((0..5_u8, any_text()), file.units.len()).prop_map(move |edits| {
        let mut file = file.clone();
        for (unit, (what, text)) in file.units.iter_mut().zip(&edits) {
            match what {
                0 if !text.prose.trim().is_empty() => {
                    unit.target = Some(Target::human(text.clone(), None));
                    unit.edited = true;
                }
                1 => unit.target = None,
                _ => {}
            }
        }
        let mut edits = edits.into_iter();
        file.units.retain(|_| edits.next().is_some_and(|(what, _)| what != 2));
        file
    })
}

fn sent_and_returned() -> impl Strategy<Value = (Article, Translation, Bilingual)> {
    earlier_and_later().prop_flat_map(|(before, sent, after, now)| {
        let file = read(&write(&before, &sent));
        let ours = prop_oneof![Just(sent.clone()), Just(refresh(&after, &sent.locale, &file)), Just(now),];
        (Just(after), ours, returned(&file))
    })
}

proptest! {
    #![proptest_config(crate::support::config(192))]

    #[test]
    fn merging_twice_is_merging_once((article, ours, theirs) in sent_and_returned()) {
        let article = Article { slug: theirs.slug().to_owned(), ..article };
        let once = merge(&article, &ours, &theirs, &policy()).unwrap();
        let twice = merge(&article, &once.translation, &theirs, &policy()).unwrap();
        prop_assert_eq!(twice.translation, once.translation);
        prop_assert_eq!(twice.conflicts.len(), once.conflicts.len());
    }

    #[test]
    fn a_merge_loses_nothing_that_a_person_wrote((article, ours, theirs) in sent_and_returned()) {
        let merged = merge(&article, &ours, &theirs, &policy()).unwrap();
        let texts: Vec<&Text> = merged.translation.targets.values().map(|target| &target.text)
            .chain(merged.translation.obsolete.iter().map(|old| &old.target.text))
            .chain(merged.conflicts.iter().map(|conflict| &conflict.theirs.text))
            .collect();
        // Theirs: every edit. Ours: every person's text except those edited in the returned file.
        let edits = theirs.units.iter().filter(|unit| unit.edited);
        for unit in edits.clone() {
            prop_assert!(texts.iter().any(|text| same(text, &unit.target.as_ref().unwrap().text)), "{:?}", unit);
        }
        let edited: Vec<_> = edits.filter_map(|unit| unit.sent?.target).collect();
        let human = ours.targets.values().filter(|target| matches!(target.origin, Origin::Human { .. }));
        for target in human.filter(|target| !edited.contains(&tolmach::bilingual::digest(&target.text))) {
            prop_assert!(texts.iter().any(|text| same(text, &target.text)), "{:?}", target);
        }
    }

    #[test]
    fn no_note_disappears_in_a_merge((article, ours, theirs) in sent_and_returned()) {
        let merged = merge(&article, &ours, &theirs, &policy()).unwrap();
        let kept = |translation: &Translation| -> Vec<Remark> {
            let obsolete = translation.obsolete.iter().flat_map(|old| old.remarks.clone());
            translation.remarks.values().flatten().cloned().chain(obsolete).collect()
        };
        let all = kept(&merged.translation);
        let returned = theirs.units.iter().flat_map(|unit| &unit.remarks);
        for remark in kept(&ours).iter().chain(returned) {
            prop_assert!(all.contains(remark), "{remark:?}");
        }
        let saved = read(&update(&write(&article, &ours), &article, &merged.translation));
        let saved = kept(&refresh(&article, &ours.locale, &saved));
        prop_assert!(all.iter().all(|remark| saved.contains(remark)));
    }

    #[test]
    fn an_untouched_file_changes_nothing((article, ours) in article_and_translation()) {
        let merged = merge(&article, &ours, &read(&write(&article, &ours)), &policy()).unwrap();
        prop_assert_eq!(merged.translation, ours);
        prop_assert!(merged.outcomes.iter().all(|(_, outcome)| *outcome == MergeOutcome::Untouched));
    }

    #[test]
    fn a_region_in_the_language_does_not_matter(region in "[A-Z]{2}") {
        let article = article("paragraph: One.");
        let file = write(&article, &translation(&article, &[])).replace("=\"be\"", &format!("=\"be_{region}\""));
        prop_assert!(merge(&article, &Translation::empty(locale("be")), &read(&file), &policy()).is_ok());
        let _: Locale = locale(&format!("be-{region}"));
    }
}
