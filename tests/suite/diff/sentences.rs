//! What stands in the sentences of a report: their words, all of them, and nothing else.

use std::{cell::RefCell, collections::BTreeMap};

use html5ever::{
    tendril::StrTendril,
    tokenizer::{BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts},
};
use tolmach::{
    diff::{Drafts, drafts},
    messages::{Messages, Value},
    model::{Approval, Code, CodeKind, CodeName, State, Target, Text, Translation},
    report::{ChangeRun, Html, Markdown, Page, Renderer, RunInput, Share, Terminal, run_page, run_report},
};

use super::{article, samples, sid, speech::Speaker};

/// What a page holds, read as a browser reads it.
#[derive(Debug, Default)]
struct Seen {
    /// The text of each sentence (`p.text`) and of each quoted wording (`q`), in order.
    sentences: Vec<String>,
    /// The text of each element that has an id, of those that hold text only.
    described: BTreeMap<String, String>,
    /// Title and description of each mark within a sentence.
    marks: Vec<(String, String)>,
    inside: Option<&'static str>,
    id: Option<String>,
}

struct Sink(RefCell<Seen>);

fn attribute(tag: &Tag, name: &str) -> Option<String> {
    tag.attrs.iter().find(|one| &*one.name.local == name).map(|one| one.value.to_string())
}

impl TokenSink for Sink {
    type Handle = ();

    fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
        let mut seen = self.0.borrow_mut();
        match token {
            Token::TagToken(tag) if tag.kind == TagKind::StartTag => {
                let is_sentence =
                    attribute(&tag, "class").is_some_and(|class| class.split(' ').any(|one| one == "text"));
                match &*tag.name {
                    "p" if is_sentence => seen.inside = Some("p"),
                    "q" => seen.inside = Some("q"),
                    "li" => seen.id = attribute(&tag, "id"),
                    "mark" | "ins" | "del" => {
                        let of = |name| attribute(&tag, name).unwrap_or_default();
                        seen.marks.push((of("title"), of("aria-describedby")));
                        return TokenSinkResult::Continue;
                    }
                    _ => return TokenSinkResult::Continue,
                }
                if seen.inside == Some(&*tag.name) {
                    seen.sentences.push(String::new());
                }
            }
            Token::TagToken(tag) => {
                if seen.inside == Some(&*tag.name) {
                    seen.inside = None;
                }
                if &*tag.name == "li" {
                    seen.id = None;
                }
            }
            Token::CharacterTokens(text) => {
                if let (Some(_), Some(sentence)) = (seen.inside, seen.sentences.last_mut()) {
                    sentence.push_str(&text);
                } else if let Some(id) = seen.id.clone() {
                    seen.described.entry(id).or_default().push_str(&text);
                }
            }
            _ => {}
        }
        TokenSinkResult::Continue
    }
}

fn read(html: &str) -> Seen {
    let tokenizer = Tokenizer::new(Sink(RefCell::default()), TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(html));
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink.0.into_inner()
}

/// The words of the runs, as the page has them in order.
fn sentences(page: &Page) -> Vec<String> {
    let entries = page.lists.iter().flat_map(|list| &list.entries).map(|entry| &entry.runs);
    let rows = page.groups.iter().flat_map(|group| &group.rows);
    let all = entries.chain(rows.flat_map(|row| &row.cells).map(|cell| &cell.runs));
    let words = |runs: &Vec<ChangeRun>| runs.iter().flat_map(|run| &run.spans).map(|span| span.text.as_str()).collect();
    all.filter(|runs| !runs.is_empty()).map(words).collect()
}

#[test]
fn the_text_of_a_sentence_on_a_page_is_the_sentence() {
    for language in ["en", "be", "ru", "uk"] {
        let speaker = Speaker::of(language);
        let words = |id: &str, args: &[(&str, Value<'_>)]| speaker.say(id, args);
        for (name, page) in samples::all(&words, language) {
            assert_eq!(read(&Html.render(&page, &words)).sentences, sentences(&page), "{name} in {language}");
        }
        let page = samples::run(&words, language);
        let seen = read(&Html.render(&page, &words)).sentences;
        for (unit, segment) in samples::source().translated() {
            assert!(seen.contains(&unit.text_of(segment).prose), "{:?}", unit.text.prose);
        }
        assert!(seen.contains(&"У Белоруссии каля 48 000 салдат, і ніводзін з іх не перайшоў мяжу.".to_owned()));
    }
}

#[test]
fn what_a_mark_means_is_said_outside_of_the_sentence() {
    let speaker = Speaker::of("be");
    let words = |id: &str, args: &[(&str, Value<'_>)]| speaker.say(id, args);
    let mut count = 0;
    for (name, page) in samples::all(&words, "be") {
        let seen = read(&Html.render(&page, &words));
        for (title, id) in &seen.marks {
            let described = seen.described.get(id).map(|text| text.trim());
            assert_eq!(described, Some(title.as_str()), "{name}: {id}");
            assert!(!title.is_empty() && seen.sentences.iter().all(|sentence| !sentence.contains(title)), "{title}");
        }
        count += seen.marks.len();
    }
    assert!(count > 20, "{count} marks");
}

#[test]
fn shares_in_per_cent_add_up_to_a_hundred() {
    for (parts, percents) in [
        (vec![1, 1, 1], vec![34, 33, 33]),
        (vec![25, 26, 25], vec![33, 34, 33]),
        (vec![1, 2, 3, 1], vec![14, 29, 43, 14]),
        (vec![199, 1], vec![99, 1]),
        (vec![0, 7], vec![0, 100]),
        (vec![0, 0], vec![0, 0]),
        (Vec::new(), Vec::new()),
    ] {
        assert_eq!(Share::percents(&parts), percents, "{parts:?}");
    }
    let words = |id: &str, args: &[(&str, Value<'_>)]| Messages::embedded(&"en".parse().unwrap()).say(id, args);
    let shares = samples::run(&words, "en").shares;
    let percents = shares.iter().map(|share| share.percent.trim_end_matches('%').parse::<usize>().unwrap());
    assert_eq!((percents.sum::<usize>(), shares.len()), (100, 6), "{shares:?}");
}

/// The badges of the first row, whose target has been brought to this state by a person of this name.
fn badges(language: &str, state: State) -> Vec<String> {
    let voice = Messages::embedded(&language.parse().unwrap());
    let words = |id: &str, args: &[(&str, Value<'_>)]| voice.say(id, args);
    let source = article(&["The army stays."]);
    let mut last = Translation::empty("be".parse().unwrap());
    let target = Target {
        state,
        approval: Some(Approval::new("Nina".to_owned(), "2022-03-22".to_owned())),
        ..Target::human(Text::plain("Войска застаецца."), None)
    };
    last.targets.insert(sid("The army stays."), target);
    let page = run_page(&run_report(&source, &last, RunInput::default()), voice.locale(), &words);
    page.groups[0].rows[0].badges.iter().map(|badge| badge.text.replace('\u{a0}', " ")).collect()
}

#[test]
fn a_review_is_called_a_review_and_an_approval_an_approval_with_the_date_as_one_writes_it() {
    for (language, reviewed, last) in [
        ("en", "reviewed by Nina, 22 March 2022", "approved by Nina, 22 March 2022"),
        ("be", "праверка: Nina, 22 сакавіка 2022 г.", "зацвярджэнне: Nina, 22 сакавіка 2022 г."),
        ("ru", "проверка: Nina, 22 марта 2022 г.", "утверждение: Nina, 22 марта 2022 г."),
        ("uk", "перевірка: Nina, 22 березня 2022 р.", "затвердження: Nina, 22 березня 2022 р."),
    ] {
        assert_eq!(badges(language, State::Reviewed).last().unwrap(), reviewed);
        assert_eq!(badges(language, State::Final).last().unwrap(), last);
    }
}

#[test]
fn a_report_names_its_rules_in_the_readers_language() {
    let renderers: [&dyn Renderer; 3] = [&Html, &Markdown, &Terminal { color: false }];
    for (language, name) in [("be", "забаронены варыянт"), ("ru", "запрещённый вариант"), ("uk", "заборонений варіант")]
    {
        let speaker = Speaker::of(language);
        let words = |id: &str, args: &[(&str, Value<'_>)]| speaker.say(id, args);
        let page = samples::run(&words, language);
        for renderer in renderers {
            let text = renderer.render(&page, &words).replace("title=\"forbidden-term\"", "");
            assert!(
                text.contains(name) && !text.contains("forbidden-term") && !text.contains("forbidden\\-term"),
                "{text}"
            );
        }
    }
}

/// A text with one code where the words have `⟦…⟧`.
fn with_code(words: &str, name: CodeName, markup: &str) -> Text {
    let at = words.find('⟦').unwrap();
    let code = Code { id: 1, kind: CodeKind::Single, name, markup: markup.to_owned() };
    Text { prose: words.replace('⟦', ""), codes: vec![(at, code)] }
}

#[test]
fn inline_code_that_is_read_stays_in_the_sentence() {
    let source = with_code("Replace this file by ⟦, or write.", CodeName::CodeSpan, "`FILE`");
    assert_eq!(source.readable(), "Replace this file by `FILE`, or write.");
    let address = with_code("See ⟦.", CodeName::Other, "https://example.org/");
    assert_eq!(address.readable(), "See https://example.org/.");
    assert_eq!(with_code("See ⟦it.", CodeName::Break, "  \n").readable(), "See it.");

    let mut one = article(&["Replace this file by , or write."]);
    one.units[0].text = source;
    let mut last = Translation::empty("be".parse().unwrap());
    // As a translator's tool gives it back: the number of the code, without its markup.
    let target = with_code("Замяніце гэты файл на ⟦ або напішыце.", CodeName::CodeSpan, "");
    last.targets.insert(sid("Replace this file by , or write."), Target::human(target, None));
    let words = |id: &str, _: &[(&str, Value<'_>)]| id.to_owned();
    let page = run_page(&run_report(&one, &last, RunInput::default()), &"en".parse().unwrap(), &words);
    let wanted = ["Replace this file by `FILE`, or write.", "Замяніце гэты файл на `FILE` або напішыце."];
    assert_eq!(read(&Html.render(&page, &words)).sentences, wanted);
    let text = Terminal { color: false }.render(&page, &words);
    assert!(wanted.iter().all(|sentence| text.contains(sentence)), "{text}");

    let draft = with_code("Замяніце файл на ⟦ або напішыце.", CodeName::CodeSpan, "");
    let machine: Drafts = [(sid("Replace this file by , or write."), (draft, "pseudo".to_owned()))].into();
    let row = &drafts(&one, &machine, &last).rows[0];
    assert_eq!([row.source.as_str(), row.current.as_deref().unwrap()], wanted);
    assert_eq!(row.draft, "Замяніце файл на `FILE` або напішыце.");
}
