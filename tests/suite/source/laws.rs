//! Properties: untranslated text is preserved byte for byte, and translated text reads back as written.

use std::{env, fs, ops::Range, path::Path};

use proptest::prelude::*;
use tolmach::{
    model::{Segment, SegmentId, Text, Unit},
    source::{Edits, SourceFormat, file_span, roundtrip},
};

use super::{article, format, shape, translate, with_prose};

/// Prose with accented vowels and bracketed words.
fn accented(prose: &str) -> String {
    if prose.trim().is_empty() {
        return prose.to_owned();
    }
    if let Some(name) = prose.strip_prefix("Image:") {
        return format!("Image:{}", accented(name));
    }
    let core = prose.trim();
    let start = prose.len() - prose.trim_start().len();
    let accents: String = core
        .chars()
        .map(|c| match c {
            'a' => 'á',
            'e' => 'é',
            'o' => 'ó',
            c => c,
        })
        .collect();
    format!("{}[{accents}]{}", &prose[..start], &prose[start + core.len()..])
}

/// Fails with a reason if a translated file does not read back as written.
fn structure(file: &str, change: &dyn Fn(&Text) -> Text) -> Result<(), String> {
    let source = article(file);
    let written = translate(&source, change);
    let read = article(&written);
    let expected: Vec<_> = source
        .units
        .iter()
        .map(|unit| {
            let mut unit = unit.clone();
            unit.text = change(&unit.text);
            shape(&unit)
        })
        .collect();
    let found: Vec<_> = read.units.iter().map(shape).collect();
    if expected == found {
        return Ok(());
    }
    let first = expected.iter().zip(&found).find(|(a, b)| a != b);
    Err(format!("written: {written:?}\n{first:?}\n{} units, {} read", expected.len(), found.len()))
}

/// Translates every nth segment of two words; fails with a reason if the prose does not read back as written, or if an
/// untranslated segment has lost its bytes.
fn piecewise(file: &str, every: usize) -> Result<(), String> {
    let mut source = article(file);
    let mut expected = Vec::new();
    for unit in &mut source.units {
        let prose = &unit.text.prose;
        let mut words = Vec::new();
        let mut at = 0;
        for word in prose.split(' ') {
            words.push(at..at + word.len());
            at += word.len() + 1;
        }
        words.retain(|span| !span.is_empty());
        let segment = |(index, words): (usize, &[Range<usize>])| {
            let id = SegmentId { digest: 0, occurrence: u32::try_from(index).unwrap() };
            Segment { id, span: words[0].start..words[words.len() - 1].end }
        };
        unit.segments = words.chunks(2).enumerate().map(segment).collect();
        let mut changed = prose.clone();
        for segment in unit.segments.iter().rev().filter(|segment| is_nth(segment, every)) {
            changed.replace_range(segment.span.clone(), &with_prose(&unit.text_of(segment), &accented).prose);
        }
        expected.push((unit.role.clone(), changed));
    }
    let target =
        |unit: &Unit, segment: &Segment| is_nth(segment, every).then(|| with_prose(&unit.text_of(segment), &accented));
    let written = format().write(&source, &Edits::targets(&target));
    let read = article(&written);
    let found: Vec<_> = read.units.iter().map(|unit| (unit.role.clone(), unit.text.prose.clone())).collect();
    if expected != found {
        return Err(format!("written: {written:?}\n{expected:?}\n{found:?}"));
    }
    for (index, unit) in source.units.iter().enumerate() {
        for segment in unit.segments.iter().filter(|segment| !is_nth(segment, every)) {
            let bytes = &file[file_span(&source, index, &segment.span)];
            // Markup around a nested unit changes with that unit.
            if !written.contains(bytes) && !bytes.contains(['[', '"', '(', '=']) {
                return Err(format!("written: {written:?}\nlost: {bytes:?}"));
            }
        }
    }
    Ok(())
}

fn is_nth(segment: &Segment, every: usize) -> bool {
    (segment.id.occurrence as usize).is_multiple_of(every)
}

/// Collects the files below a folder.
fn files(folder: &Path, ending: &str, found: &mut Vec<std::path::PathBuf>) {
    for entry in fs::read_dir(folder).into_iter().flatten().flatten() {
        let path = entry.path();
        if path.is_dir() {
            files(&path, ending, found);
        } else if path.extension().is_some_and(|e| e.eq_ignore_ascii_case(ending)) {
            found.push(path);
        }
    }
}

#[test]
fn a_corpus_of_markdown_round_trips() {
    // `TOLMACH_MARKDOWN_CORPUS` names a folder to use instead of our own cases.
    let ours = crate::cases::path("formats/markdown");
    let folder = env::var_os("TOLMACH_MARKDOWN_CORPUS").unwrap_or_else(|| ours.into());
    let mut texts = Vec::new();
    let mut paths = Vec::new();
    files(Path::new(&folder), "md", &mut paths);
    for path in paths {
        if let Ok(text) = fs::read_to_string(&path) {
            texts.push((path.display().to_string(), text));
        }
    }
    let mut paths = Vec::new();
    files(Path::new(&folder), "jsonl", &mut paths);
    for path in paths {
        for line in fs::read_to_string(&path).unwrap().lines() {
            let case: serde_json::Value = serde_json::from_str(line).unwrap();
            texts.push((case["id"].to_string(), case["markdown"].as_str().unwrap().to_owned()));
        }
    }
    let (mut lost, mut changed) = (0, 0);
    for (name, text) in &texts {
        if let Err(at) = roundtrip(text) {
            lost += 1;
            println!("{name}: differs at {at}: {:?}", &text.get(at.saturating_sub(20)..(at + 40).min(text.len())));
        }
        if let Err(problem) = structure(text, &|text| with_prose(text, &accented)) {
            changed += 1;
            println!("{name}: {}", problem.chars().take(1500).collect::<String>());
        }
    }
    println!("{} texts, {lost} lost, {changed} with another structure", texts.len());
    assert_eq!(lost, 0);
}

/// Prose in which everything could be markup.
const NASTY: [&str; 43] = [
    "*stars* and **more**",
    "_under_ __scores__ snake_case",
    "[x](y)",
    "[x]: y",
    "# no heading",
    "1. no list",
    "12) no list",
    "- no list",
    "+ no list",
    "a | b",
    "|",
    "(round)",
    "[square]",
    ": colon",
    "&amp; &lt; &copy;",
    "AT&T; &",
    "<b>bold</b>",
    "<!-- no comment -->",
    "back\\slash \\* \\",
    " space before",
    "space behind ",
    "  two  spaces  ",
    "tab\tinside",
    "\ttab",
    "`code`",
    "``",
    "~~struck~~ ~one~",
    "~~~",
    "![x](y)",
    "wow!",
    "https://example.org/x?a=b",
    "www.example.org.",
    "> no quote",
    "---",
    "===",
    "***",
    "trailing #",
    "#",
    "key: value # no comment",
    "\"quoted\" 'single'",
    "{% no: template %}, [list]",
    "no\u{a0}break\u{a0}",
    "two\nlines",
];

/// Files with every kind of unit, to be filled with prose.
const FORMS: [&str; 20] = [
    "Word.\n",
    "# Word\n",
    "Word\n====\n\nWord\n---\n",
    "> Word\n> word.\n",
    "- Word\n- [ ] word\n\n1. Word\n",
    "| Word | word |\n|---|:-:|\n| Word *word* | word |\n",
    "![Word](a.png \"Word\")\nWord.\nImage: Word\n",
    "Word[^1] *word* [word](u 'Word') ![word][r] `x` word.\n\n[^1]: Word.\n\n[r]: /u (Word)\n",
    "Word  \nword\\\n  word **word *word* word** word.\n",
    "[word] *word* word[^1]word.\n\n[^1]: Word\n\n[word]: /u\n",
    "See [word][] and [word] and ![word].\n\n[word]: /u\n",
    "Word <https://example.org> https://example.org/a and <i>word</i> (www.example.org).\n",
    "> - Word\n>   word\n>\n>   Word\n",
    "<div>\n<p>Word <b>word</b> word.</p>\n</div>\n\nWord\n",
    "<details>\n  <summary>Word\n  word</summary>\n\n  Word\n\n</details>\n",
    "> <table>\n> <tr><td>Word\n> word<td><img src=a.png alt=Word> word</table>\n>\n> Word\n",
    "<p title='Word'>Word<br>word<br>\n word &amp; word</p>\n",
    "- Word\n\n  <figure><img alt=\"Word\"><figcaption>Word\n  www.example.org word</figcaption></figure>\n",
    "Word <img src=\"a.png\" alt=\"Word\"> <abbr title='Word'>word</abbr>\n",
    "| Word <img alt=\"Word\"> | word |\n|---|---|\n",
];

const FRONTS: [&str; 11] = [
    "---\ntitle: Word\n---\nWord\n",
    "---\ntitle: 'Word'\nlang: en\n---\n",
    "---\r\ntitle: \"Word\" # why\r\n---\r\nWord\r\n",
    "---\nbio: >\n  Word\n  word.\ntags: [a]\n---\n",
    "---\nbio: |-\n  Word\n  word.\n---\n",
    "---\nbio: Word\n  word\nstandfirst: Word\n---\n",
    "+++\ntitle = \"Word\"\n+++\nWord\n",
    "+++\ntitle = 'Word'\n+++\n",
    "+++\nbio = \"\"\"\nWord\nword\"\"\"\n+++\n",
    "+++\nbio = \'\'\'Word\'\'\'\n+++\n",
    "---\ntitle: [Word, 'Word']\n---\n",
];

#[test]
fn prose_that_looks_like_markup_reads_back_as_the_same_prose() {
    let mut problems = Vec::new();
    for form in FORMS {
        for nasty in NASTY {
            for around in ["@", "@x", "x@", "@ x", "x @", "«@»", "x@x"] {
                let nasty = around.replace('@', nasty);
                let prose = |old: &str| match old {
                    blank if blank.trim().is_empty() => blank.to_owned(),
                    credit if credit.starts_with("Image:") => format!("Image: {nasty}"),
                    behind_a_break if behind_a_break.starts_with(' ') => format!(" {nasty}"),
                    _ => nasty.clone(),
                };
                let change = |text: &Text| with_prose(text, &prose);
                if let Err(problem) = structure(form, &change) {
                    problems.push(format!("{form:?} with {nasty:?}: {problem}"));
                }
            }
        }
    }
    assert!(problems.is_empty(), "{} problems\n{}", problems.len(), problems[..problems.len().min(30)].join("\n\n"));
}

#[test]
fn a_front_matter_value_can_be_any_text() {
    let mut problems = Vec::new();
    for form in FRONTS {
        for nasty in NASTY {
            let nasty = nasty.trim_end_matches('\n');
            let change = |_: &Text| Text::plain(nasty);
            if let Err(problem) = structure(form, &change) {
                problems.push(format!("{form:?} with {nasty:?}: {problem}"));
            }
        }
    }
    assert!(problems.is_empty(), "{} problems\n{}", problems.len(), problems[..problems.len().min(30)].join("\n\n"));
}

/// Pieces of Markdown, to be combined at random.
const PIECES: [&str; 70] = [
    "word",
    "слова",
    " ",
    "  ",
    "\n",
    "\n\n",
    "\r\n",
    "\t",
    "`",
    "``",
    "```\n",
    "(",
    ")",
    "[^1]: ",
    "[a]: /u 'x'\n",
    "[a]",
    "<",
    ">",
    "> ",
    "- ",
    "1. ",
    "+ ",
    "# ",
    "===\n",
    "---\n",
    "+++\n",
    "|",
    "\\",
    "&amp;",
    "&#1;",
    "&",
    "<b>",
    "</b>",
    "<p>",
    "</p>",
    "<td>",
    "<br>",
    "<div>\n",
    "</div>\n",
    "<img alt=\"word\">",
    "<img alt=word>",
    "<a title='words'>",
    "<pre>",
    "<script>",
    "<code>",
    "{{ x }}",
    "&lt",
    "<!-- x -->",
    "<!-- role: caption -->\n",
    "<!-- role: boilerplate a -->\n",
    "<!-- original ru: «x» -->\n",
    "<https://e.org>",
    "!",
    "\"",
    "'",
    ":",
    ".",
    "«",
    "»",
    "Image: ",
    "title: ",
    "- [ ] ",
    "    ",
    "\u{feff}",
    "\0",
    "\u{1}",
    "\u{a0}",
    "  \n",
    "\\\n",
    "key = ",
];

/// Emphasis that need not close: its delimiters may pair in ways that other words would not preserve.
const MARKS: [&str; 11] = ["https://e.org", "www.e.org", "[^1]", "|-|-|\n", "*", "**", "***", "_", "__", "~", "~~"];

/// Halves of links.
const BRACKETS: [&str; 6] = ["[", "]", "](", "](/u)", "](/u \"t\")", "!["];

/// Whole pairs.
const PAIRS: [&str; 13] = [
    " https://e.org ",
    " www.e.org, ",
    "[^1] ",
    "\n\n|a|b|\n|-|-|\n|c|d|\n\n",
    " *word* ",
    " **word** ",
    " _word_ ",
    " ~~word~~ ",
    " ***word*** ",
    "(*word*)",
    "[word](/u)",
    "![word](/u \"words of\")",
    "[*word*. word](/u 'word')",
];

fn soup(marks: &[&'static [&'static str]]) -> impl Strategy<Value = String> {
    let pieces: Vec<_> = PIECES.iter().chain(marks.iter().copied().flatten()).copied().collect();
    prop::collection::vec(prop::sample::select(pieces), 0..40).prop_map(|pieces| pieces.concat())
}

/// Markdown with front matter more often than by chance.
fn files_of_soup(marks: &[&'static [&'static str]]) -> impl Strategy<Value = String> {
    (prop::sample::select(vec!["", "---\n", "+++\n", "\u{feff}", "---\ntitle: Word\n---\n"]), soup(marks))
        .prop_map(|(head, body)| head.to_owned() + &body)
}

proptest! {
    #![proptest_config(crate::support::config(1000))]

    #[test]
    fn any_text_round_trips_byte_for_byte(file in "(?s).{0,200}") {
        prop_assert_eq!(roundtrip(&file), Ok(()));
    }

    #[test]
    fn any_markdown_round_trips_byte_for_byte(file in files_of_soup(&[&MARKS, &BRACKETS])) {
        prop_assert_eq!(roundtrip(&file), Ok(()));
    }

    #[test]
    fn a_sentence_is_translated_independently_of_its_neighbours(file in files_of_soup(&[&PAIRS]), every in 1..4_usize) {
        prop_assert_eq!(piecewise(&file, every), Ok(()));
    }

    #[test]
    fn any_markdown_keeps_its_structure_in_translation(file in files_of_soup(&[&PAIRS, &BRACKETS])) {
        prop_assert_eq!(structure(&file, &|text| with_prose(text, &accented)), Ok(()));
    }
}
