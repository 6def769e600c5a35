//! White space that XML formatters put into a file.

use proptest::prelude::*;
use tolmach::{
    bilingual::{MergeOutcome, refresh, same},
    model::{Role, Target, Text, Translation},
};

use super::{
    arbitrary::{any_text, article_and_translation},
    merging::{by_editor, merge_returned, outcome},
    support::*,
};

/// What stands in the source, in the returned target, and what is meant.
const CASES: [(&str, &str, &str); 14] = [
    ("One.", "\n            Адзін.\n          ", "Адзін."),
    ("One.", "Адзін.\n", "Адзін."),
    ("One.", "  Адзін. ", "Адзін."),
    ("One two.", "Адзін\r\n\t\tдва.", "Адзін два."),
    ("One two.", "Адзін\nдва.", "Адзін два."),
    ("One two.", "Адзін  два.", "Адзін  два."),
    ("One\ntwo.", "Адзін\nдва.", "Адзін\nдва."),
    ("One\ntwo.", "\n    Адзін\n    два.\n", "Адзін\nдва."),
    ("One\ntwo three.", "Адзін\nдва\n      тры.", "Адзін\nдва тры."),
    ("*One* two.", "\n  *Адзін*\n  два.\n", "*Адзін* два."),
    ("*One* two.", "\n  *\n    Адзін\n  * два.\n", "*Адзін* два."),
    ("Press ^.", "Націсніце\n ^.", "Націсніце ^."),
    ("^ One.", "^ Адзін.", "^ Адзін."),
    ("One.", "\u{A0}Адзін.", "\u{A0}Адзін."),
];

#[test]
fn the_edges_of_a_target_are_its_sources_and_a_broken_line_is_a_blank() {
    for (source, returned, meant) in CASES {
        let article = article_of(vec![(Role::Paragraph, vec![text(source)])]);
        let (_, segment) = article.segments().next().unwrap();
        let of = |target: Target| Translation {
            targets: [(segment.id, target)].into_iter().collect(),
            ..Translation::empty(locale("be"))
        };
        // A person's edit in a copy, and a formatter in the segment file itself.
        let file = write(&article, &of(human(returned)));
        let merge = merge_returned(&article, &of(draft("Чарнавік.")), &file.replace("target=", "was="));
        assert_eq!(merge.translation, of(by_editor(meant)), "{source:?} {returned:?}");
        let final_target = |words: &str| Target { text: text(words), ..approved("", tolmach::model::State::Final) };
        let file = write(&article, &of(final_target(returned)));
        let now = refresh(&article, &locale("be"), &read(&file));
        assert_eq!(now, of(final_target(meant)), "{source:?} {returned:?}");
        let saved = update(&file, &article, &now);
        assert_eq!(read(&saved).translation(&now.locale), now, "{saved}");
    }
}

#[test]
fn a_target_of_white_space_is_none() {
    let article = article("paragraph: One.");
    let none = translation(&article, &[]);
    let file = write(&article, &none).replace("<target state=\"needs-translation\"/>", "<target>\n      </target>");
    assert_eq!(refresh(&article, &locale("be"), &read(&file)), none);
    let ours = translation(&article, &[("One", human("Адзін."))]);
    assert_eq!(merge_returned(&article, &ours, &write(&article, &ours).replace("Адзін.", " \n ")).translation, ours);
}

#[test]
fn a_file_with_every_element_on_a_line_of_its_own_is_untouched() {
    let article = article("paragraph: The army *stays* at home, says [Minsk].");
    let ours = translation(&article, &[("The", draft("Войска *застаецца* дома, кажа [Мінск]."))]);
    let sent = write(&article, &ours);
    let indented = sent
        .replace("<source>", "<source>\n      ")
        .replace("<g id=\"1\" ctype=\"x-emphasis\">", "\n  <g id=\"1\" ctype=\"x-emphasis\">\n    ")
        .replace("</g> ", "\n  </g>\n  ")
        .replace("</target>", "\n    </target>");
    let merge = merge_returned(&article, &ours, &indented);
    assert_eq!((merge.translation, merge.outcomes[0].1), (ours.clone(), MergeOutcome::Untouched), "{indented}");
    let edited = merge_returned(&article, &ours, &indented.replace("Войска", "Армія"));
    assert_eq!(outcome(&article, &edited, "The"), MergeOutcome::Edited);
    let expected = by_editor("Армія *застаецца* дома, кажа [Мінск].");
    assert_eq!(edited.translation.targets[&id(&article, "The")], expected);
}

proptest! {
    #![proptest_config(crate::support::config(128))]

    #[test]
    fn settling_changes_no_word_and_settles_once((article, translation) in article_and_translation()) {
        let once = refresh(&article, &translation.locale, &read(&write(&article, &translation)));
        for (id, target) in &once.targets {
            if let Some(before) = translation.targets.get(id) {
                prop_assert!(same(&before.text, &target.text), "{:?} {:?}", before.text, target.text);
            }
        }
        prop_assert_eq!(refresh(&article, &translation.locale, &read(&write(&article, &once))), once);
    }

    #[test]
    fn a_formatter_changes_nothing(words in any_text(), indent in "\n[ \t]{0,8}") {
        let spaced = Text { prose: format!("{indent}{}{indent}", words.prose), ..words.clone() };
        let shifted = words.codes.iter().map(|(at, code)| (at + indent.len(), code.clone())).collect();
        let spaced = Text { codes: shifted, ..spaced };
        prop_assert!(same(&spaced, &words) || words.prose.is_empty(), "{:?}", spaced);
    }
}
