//! Apertium: what the words around a word tell of it, in streams as its programs write them.

use proptest::prelude::*;
use tolmach::{
    backend::apertium::{recased, retranslated, without_homographs},
    model::Case,
};

use super::apertium::any_stream;

/// К with the dative is да with the genitive; of some words the engine knows the locative alone.
fn governs() -> [(String, Case, Case); 2] {
    [Case::Dative, Case::Locative].map(|case| ("к".to_owned(), case, Case::Genitive))
}

#[test]
fn words_after_a_preposition_get_the_case_that_goes_with_it_in_the_other_language() {
    for (fact, stream, expected) in [
        ("a noun", "^К/*К$ ^морю/море<n><nt><nn><sg><dat>$.", "^К/*К$ ^морю/море<n><nt><nn><sg><gen>$."),
        (
            "what may be in the preposition's case is in no other one",
            "^к/*к$ ^горе/гора<n><f><sg><dat>/гора<n><f><sg><prp>/горе<n><nt><sg><nom>$",
            "^к/*к$ ^горе/гора<n><f><sg><gen>$",
        ),
        ("a form that the engine knows as another", "^к/*к$ ^реке/река<n><f><prp>$", "^к/*к$ ^реке/река<n><f><gen>$"),
        (
            "an adjective and its noun",
            "^к/*к$ ^новому/новый<adj><m><sg><dat>$ ^дому/дом<n><m><sg><dat>$",
            "^к/*к$ ^новому/новый<adj><m><sg><gen>$ ^дому/дом<n><m><sg><gen>$",
        ),
        (
            "an adverb, a figure and an unknown word stand before a noun",
            "^к/*к$ ^очень/очень<adv>$ ^5/5<num>$ ^мягким/*мягким$ ^домам/дом<n><m><pl><dat>$",
            "^к/*к$ ^очень/очень<adv>$ ^5/5<num>$ ^мягким/*мягким$ ^домам/дом<n><m><pl><gen>$",
        ),
        (
            "so do quotation marks that open, and codes",
            "^к/*к$ ^«/«<lquot>$⟦^1/1<num>$⟧^дому/дом<n><sg><dat>$⟦\\/^1/1<num>$⟧^»/»<rquot>$",
            "^к/*к$ ^«/«<lquot>$⟦^1/1<num>$⟧^дому/дом<n><sg><gen>$⟦\\/^1/1<num>$⟧^»/»<rquot>$",
        ),
        (
            "a noun that a conjunction adds",
            "^к/*к$ ^морю/море<n><sg><dat>$ ^и/и<cnjcoo>$ ^горам/гора<n><pl><dat>$",
            "^к/*к$ ^морю/море<n><sg><gen>$ ^и/и<cnjcoo>$ ^горам/гора<n><pl><gen>$",
        ),
        (
            "a pronoun after a conjunction begins something else",
            "^к/*к$ ^морю/море<n><sg><dat>$ ^и/и<cnjcoo>$ ^нам/мы<prn><pers><pl><dat>$",
            "^к/*к$ ^морю/море<n><sg><gen>$ ^и/и<cnjcoo>$ ^нам/мы<prn><pers><pl><dat>$",
        ),
        (
            "a pronoun is all that the preposition has",
            "^к/*к$ ^нам/мы<prn><pers><pl><dat>$ ^брату/брат<n><sg><dat>$",
            "^к/*к$ ^нам/мы<prn><pers><pl><gen>$ ^брату/брат<n><sg><dat>$",
        ),
        (
            "a word that may be a pronoun or stand before a noun may have one",
            "^к/*к$ ^тем/тот<prn><pl><dat>/тот<det><pl><dat>$ ^людям/человек<n><pl><dat>$",
            "^к/*к$ ^тем/тот<prn><pl><gen>/тот<det><pl><gen>$ ^людям/человек<n><pl><gen>$",
        ),
        (
            "behind its noun, an adjective is another's",
            "^к/*к$ ^концу/конец<n><sg><dat>$ ^нашим/наш<adj><pl><dat>$",
            "^к/*к$ ^концу/конец<n><sg><gen>$ ^нашим/наш<adj><pl><dat>$",
        ),
        (
            "a verb or a mark ends what is the preposition's",
            "^к/*к$ ^идти/идти<vblex>$ ^дому/дом<n><dat>$ ^к/*к$, ^дому/дом<n><dat>$",
            "^к/*к$ ^идти/идти<vblex>$ ^дому/дом<n><dat>$ ^к/*к$, ^дому/дом<n><dat>$",
        ),
        ("without a preposition nothing changes", "^дому/дом<n><sg><dat>$", "^дому/дом<n><sg><dat>$"),
    ] {
        assert_eq!(recased(stream, &governs()), expected, "{fact}");
    }
}

#[test]
fn a_word_is_another_than_the_engine_thinks_unless_the_word_before_shows_that_it_is_right() {
    let homographs = [["дома", "<pr>", "<n> <nom>"].map(str::to_owned).to_vec()];
    for (stream, expected) in [
        ("^Он/он<prn>$ ^дома/дом<n><gen>$", "^Он/он<prn>$ ^дома/*дома$"),
        ("^Дома/дом<n><pl>$", "^Дома/*Дома$"),
        ("^из/из<pr>$ ^дома/дом<n><gen>$", "^из/из<pr>$ ^дома/дом<n><gen>$"),
        ("^двор/двор<n><nom>/двор<n><acc>$ ^дома/дом<n>$", "^двор/двор<n><nom>/двор<n><acc>$ ^дома/дом<n>$"),
        ("^двор/двор<n><nom>$, ^дома/дом<n><gen>$", "^двор/двор<n><nom>$, ^дома/*дома$"),
        ("^армию/армия<n><acc>$ ^дома/дом<n><gen>$", "^армию/армия<n><acc>$ ^дома/*дома$"),
        ("^один/один<prn><nom>/год<n><acc>$ ^дома/дом<n>$", "^один/один<prn><nom>/год<n><acc>$ ^дома/*дома$"),
        ("^дом/дом<n><nom>$", "^дом/дом<n><nom>$"),
    ] {
        assert_eq!(without_homographs(stream, &homographs), expected);
    }
}

#[test]
fn a_word_of_the_lexicon_stands_for_the_engines_and_what_belongs_to_it_has_its_gender() {
    let lexicon = [
        ("город<n><m><nn>", "місто<n><nt><nn>"),
        ("время<n><nt><nn>", "час<n><m><nn>"),
        ("хлеб<n><m><nn>", "хліб<n><m><nn>"),
    ]
    .map(|(from, to)| (from.to_owned(), to.to_owned()));
    for (fact, stream, expected) in [
        (
            "tags and capital stay",
            "^Хлеб<n><m><nn><sg><nom>/Хлеб<n><m><nn><sg><nom>/Збіжжя<n><nt><nn><sg><nom>$",
            "^Хлеб<n><m><nn><sg><nom>/Хліб<n><m><nn><sg><nom>$",
        ),
        (
            "adjective, determiner and verb agree",
            "^наш<det><m>/цей<det><m><an><sg><nom>$ ^новый<adj><m>/новий<adj><m><an><sg><nom>$ \
             ^город<n><m><nn><sg><nom>/город<n><m>$ ^спать<vblex><past><m><sg>/спати<vblex><past><m><sg>$",
            "^наш<det><m>/цей<det><nt><an><sg><nom>$ ^новый<adj><m>/новий<adj><nt><an><sg><nom>$ \
             ^город<n><m><nn><sg><nom>/місто<n><nt><nn><sg><nom>$ ^спать<vblex><past><m><sg>/спати<vblex><past><nt><sg>$",
        ),
        (
            "a short participle agrees, too",
            "^Город<n><m><nn><sg><nom>/Город<n>$ ^быть<vbser><past><m><sg>/бути<vbser><past><m><sg>$ ^уже<adv>/вже<adv>$ \
             ^закрыть<pp><short><m><sg>/закрити<pp><short><m><sg>$ ^закрыть<pp><short><m>/закрити<pp><short><m>$",
            "^Город<n><m><nn><sg><nom>/Місто<n><nt><nn><sg><nom>$ ^быть<vbser><past><m><sg>/бути<vbser><past><nt><sg>$ \
             ^уже<adv>/вже<adv>$ ^закрыть<pp><short><m><sg>/закрити<pp><short><nt><sg>$ \
             ^закрыть<pp><short><m>/закрити<pp><short><m>$",
        ),
        (
            "the verb after an object has another subject",
            "^город<n><m><nn><sg><acc>/город<n>$ ^взять<vblex><past><m>/взяти<vblex><past><m>$",
            "^город<n><m><nn><sg><acc>/місто<n><nt><nn><sg><acc>$ ^взять<vblex><past><m>/взяти<vblex><past><m>$",
        ),
        (
            "in the accusative things and beings differ only where they are masculine",
            "^новый<adj><m>/новий<adj><m><nn><sg><acc>$ ^город<n><m><nn><sg><acc>/город<n>$",
            "^новый<adj><m>/новий<adj><nt><an><sg><acc>$ ^город<n><m><nn><sg><acc>/місто<n><nt><nn><sg><acc>$",
        ),
        (
            "and the other way round",
            "^это<det><nt>/цей<det><nt><an><sg><acc>$ ^время<n><nt><nn><sg><acc>/пора<n><f>$",
            "^это<det><nt>/цей<det><m><nn><sg><acc>$ ^время<n><nt><nn><sg><acc>/час<n><m><nn><sg><acc>$",
        ),
        (
            "what has a preposition is no subject",
            "^в<pr>/у<pr>$ ^это<det>/цей<det><nt><an><nom>$ ^время<n><nt><nn><sg><nom>/пора<n>$ ^быть<past><nt>/бути<past><nt>$",
            "^в<pr>/у<pr>$ ^это<det>/цей<det><m><an><nom>$ ^время<n><nt><nn><sg><nom>/час<n><m><nn><sg><nom>$ \
             ^быть<past><nt>/бути<past><nt>$",
        ),
        (
            "a demonstrative that the engine takes for a pronoun",
            "^тот<prn><dem><nt>/той<prn><dem><nt><an><sg><acc>$ ^время<n><nt><nn><sg><acc>/пора<n><f>$",
            "^тот<prn><dem><nt>/той<prn><dem><m><nn><sg><acc>$ ^время<n><nt><nn><sg><acc>/час<n><m><nn><sg><acc>$",
        ),
        (
            "the plural has no gender",
            "^новый<adj>/новий<adj><mfn><an><pl><nom>$ ^город<n><m><nn><pl><nom>/город<n>$",
            "^новый<adj>/новий<adj><mfn><an><pl><nom>$ ^город<n><m><nn><pl><nom>/місто<n><nt><nn><pl><nom>$",
        ),
        (
            "a word without a gender, or a mark, parts the noun from what is before it",
            "^это<det><m>/цей<det><m><an><sg><nom>$ ^его<det>/його<det><pos>$ ^город<n><m><nn><sg><nom>/город<n>$",
            "^это<det><m>/цей<det><m><an><sg><nom>$ ^его<det>/його<det><pos>$ \
             ^город<n><m><nn><sg><nom>/місто<n><nt><nn><sg><nom>$",
        ),
        ("other words stay", "^дом<n><m>/дім<n><m>/хата<n><f>$ ^а$ ^б/$", "^дом<n><m>/дім<n><m>/хата<n><f>$ ^а$ ^б/$"),
    ] {
        assert_eq!(retranslated(stream, &lexicon), expected, "{fact}");
    }
}

proptest! {
    #![proptest_config(crate::support::config(256))]

    #[test]
    fn a_stream_without_such_words_stays(stream in any_stream()) {
        prop_assert_eq!(&recased(&stream, &[]), &stream);
        prop_assert_eq!(&without_homographs(&stream, &[]), &stream);
        prop_assert_eq!(&retranslated(&stream, &[]), &stream);
        prop_assert_eq!(&recased(&stream, &[("ъъ".to_owned(), Case::Dative, Case::Genitive)]), &stream);
    }
}
