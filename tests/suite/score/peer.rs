//! Random and realistic corpora, scored by us and by `sacreBLEU` from `PyPI`.

use std::{
    io::Write,
    process::{Command, Stdio},
};

use proptest::{collection::vec, prelude::*, sample::select};
use serde_json::{Value, json};
use tolmach::score::Tally;

use crate::{cases, support::is_installed};

/// Corpora that one process scores.
const CORPORA: usize = 25;

/// A corpus: hypotheses with their references.
type Corpus = Vec<(String, String)>;

/// What may be done to a sentence.
#[derive(Debug, Clone)]
enum Edit {
    Drop(usize),
    Double(usize),
    Replace(usize, String),
    Move { from: usize, length: usize, to: usize },
    Raise(usize),
}

/// What tokenizers stumble over.
const TRICKY: &[&str] = &[
    "5,5",
    "3.500",
    "2022-м",
    "1990-х",
    "т.е.",
    "a.b.c",
    "…",
    "—",
    "-",
    "«Мінск»",
    "(сёння)",
    "п'ять",
    "п’ять",
    "U.S.",
    "don't",
    "e-mail",
    "$5",
    "100%",
    "№7",
    "\"так\"",
    "&amp;",
    "&lt;b&gt;",
    "...",
    "!!",
    "x_y",
    "a,b",
    ",",
    ".",
    "А.",
    "İstanbul",
    "ΣΑΣ",
    "\u{1c}",
    "\u{a0}",
    "😀",
    "<skipped>",
    "слова-\n",
    "и\u{301}",
];
/// Common ones.
const PLAIN: &[&str] = &[
    "дом",
    "дома",
    "войска",
    "война",
    "і",
    "в",
    "у",
    "the",
    "army",
    "army,",
    "said",
    "рік",
    "року",
    "Гомель",
    "да",
    "да",
    "да",
    "нет",
    "мир",
    "мир.",
];

/// Words as they come in news, in four languages, with what tokenizers stumble over.
fn word() -> impl Strategy<Value = String> {
    prop_oneof![3 => select(PLAIN).prop_map(str::to_owned), 1 => select(TRICKY).prop_map(str::to_owned)].boxed()
}

/// What stands between words.
const GAPS: &[&str] = &[" ", " ", " ", "  ", "\u{a0}", "\t", "\n"];

/// A sentence of words, or one of the cases.
fn sentence() -> impl Strategy<Value = String> {
    let written: Vec<String> =
        cases::tsv("score/segments.tsv").into_iter().map(|row: cases::Located<[String; 6]>| row[2].clone()).collect();
    let gap = select(GAPS);
    let random = |words: std::ops::Range<usize>, gap: BoxedStrategy<&'static str>| {
        vec((word(), gap), words)
            .prop_map(|words| words.into_iter().flat_map(|(word, gap)| [word, gap.to_owned()]).collect::<String>())
    };
    prop_oneof![4 => random(0..25, gap.clone().boxed()), 1 => random(25..130, gap.boxed()), 4 => select(written)]
}

fn edit() -> impl Strategy<Value = Edit> {
    prop_oneof![
        (0_usize..200).prop_map(Edit::Drop),
        (0_usize..200).prop_map(Edit::Double),
        (0_usize..200, word()).prop_map(|(at, word)| Edit::Replace(at, word)),
        (0_usize..200, 1_usize..14, 0_usize..200).prop_map(|(from, length, to)| Edit::Move { from, length, to }),
        (0_usize..200).prop_map(Edit::Raise),
    ]
}

fn edited(sentence: &str, edits: &[Edit]) -> String {
    let mut words: Vec<String> = sentence.split(' ').map(str::to_owned).collect();
    for edit in edits {
        let count = words.len();
        if count == 0 {
            break;
        }
        match edit {
            Edit::Drop(at) => drop(words.remove(at % count)),
            Edit::Double(at) => words.insert(at % count, words[at % count].clone()),
            Edit::Replace(at, word) => words[at % count].clone_from(word),
            Edit::Move { from, length, to } => {
                let from = from % count;
                let phrase: Vec<String> = words.drain(from..(from + length).min(count)).collect();
                let to = to % (words.len() + 1);
                words.splice(to..to, phrase);
            }
            Edit::Raise(at) => words[at % count] = words[at % count].to_uppercase(),
        }
    }
    words.join(" ")
}

/// A reference with a hypothesis that was made from it by a few edits, or is another sentence.
fn pair() -> impl Strategy<Value = (String, String)> {
    let alike = (sentence(), vec(edit(), 0..9)).prop_map(|(reference, edits)| (edited(&reference, &edits), reference));
    prop_oneof![5 => alike, 1 => (sentence(), sentence())]
}

/// What sacreBLEU gives for corpora.
fn scores_of_sacrebleu(corpora: &[Corpus]) -> Vec<Value> {
    let mut child = Command::new("python3")
        .arg(cases::path("score/sacrebleu_scores.py"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .unwrap();
    let line = |corpus: &Corpus| {
        let (hypotheses, references): (Vec<_>, Vec<_>) = corpus.iter().cloned().unzip();
        format!("{}\n", json!({ "hypotheses": hypotheses, "references": references }))
    };
    let input: String = corpora.iter().map(line).collect();
    let mut stdin = child.stdin.take().unwrap();
    let writer = std::thread::spawn(move || stdin.write_all(input.as_bytes()));
    let output = child.wait_with_output().unwrap();
    writer.join().unwrap().unwrap();
    assert!(output.status.success());
    let output = String::from_utf8(output.stdout).unwrap();
    output.lines().map(|line| serde_json::from_str(line).unwrap()).collect()
}

proptest! {
    #![proptest_config(crate::support::config(4))]

    #[test]
    fn random_corpora_have_the_scores_that_sacrebleu_gives_them(corpora in vec(vec(pair(), 1..6), CORPORA)) {
        if !is_installed("python3", &["-c", "import sacrebleu"]) {
            return Ok(());
        }
        let expected = scores_of_sacrebleu(&corpora);
        prop_assert_eq!(expected.len(), corpora.len());
        for (corpus, expected) in corpora.iter().zip(expected) {
            let mut tally = Tally::default();
            for (hypothesis, reference) in corpus {
                tally.add(&Tally::of(hypothesis, Some(reference), Vec::new()));
            }
            let scores = tally.scores();
            for (name, score) in [("bleu", scores.bleu), ("chrf2pp", scores.chrf2pp), ("ter", scores.ter)] {
                let (score, expected) = (score.unwrap(), expected[name].as_f64().unwrap());
                prop_assert!((score - expected).abs() < 1e-6, "{name} {score}, not {expected}, of {corpus:?}");
            }
        }
    }
}
