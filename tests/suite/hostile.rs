//! Articles that try to run, load or send something: what of them reaches the pages of their editions.

use std::{
    cell::RefCell,
    fs,
    io::{Read, Write},
    net::{TcpListener, TcpStream},
    process::Command,
    thread,
    time::Duration,
};

use html5ever::{
    tendril::StrTendril,
    tokenizer::{
        BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts, states::RawKind,
    },
};
use serde::Deserialize;
use tolmach::{
    edition::{Edition, House, Missing, PictureSizes, Site, assemble, page},
    locale::Locales,
    messages::Messages,
    model::{Finding, Locale, Readiness, Translation},
    pipeline::{Segmenters, prepare},
    source::{
        MarkdownFormat,
        allowed::{is_link, is_live_svg},
    },
};

use crate::{
    cases::{self, Located},
    support::is_installed,
};

#[derive(Debug, Deserialize)]
#[serde(deny_unknown_fields)]
struct Case {
    fact: String,
    /// Lines of front matter.
    #[serde(default)]
    front: String,
    body: String,
    /// The number of places at which the page leaves something out.
    left: usize,
    /// Words that stay readable.
    kept: String,
}

fn hostile() -> Vec<Located<Case>> {
    cases::toml("edition/hostile.toml")
}

fn file(case: &Case, target: &str) -> String {
    format!("---\ntitle: Words\n{}\n---\n{}\n", case.front, case.body).replace("TARGET", target)
}

/// The edition of an article that nobody has translated, and the findings about it.
fn edition(file: &str, embeds: &[String]) -> (Edition, Vec<Finding>) {
    let locale: Locale = "be".parse().unwrap();
    let format = MarkdownFormat { embeds: embeds.to_vec(), ..MarkdownFormat::new(Locale::english()) };
    let parsed = prepare("words", file.to_owned(), &format, &Segmenters::new(Locales::embedded())).unwrap();
    let (profile, words) = (Locales::embedded().profile(&locale), Messages::embedded(&locale));
    // Without the marks of a draft.
    let readiness = Readiness::default();
    let house = House { missing: Missing::Source, readiness: Some(&readiness), embeds, ..House::default() };
    let translation = Translation::empty(locale);
    let edition = assemble(&parsed.value, &translation, &format, profile, &words, &house).unwrap();
    let mut findings = parsed.findings;
    findings.extend(edition.findings.clone());
    (edition, findings)
}

fn page_with(file: &str, embeds: &[String], template: Option<(&str, &str)>) -> String {
    let (edition, _) = edition(file, embeds);
    let site = Site { embeds: embeds.to_vec(), ..Site::default() };
    let words = Messages::embedded(&edition.locale);
    page(&edition, &[&edition], Locales::embedded(), &words, &site, &PictureSizes::new(), template).unwrap()
}

fn page_of(file: &str) -> String {
    page_with(file, &[], None)
}

/// The start tags of a page as a browser reads them.
fn tags(page: &str) -> Vec<Tag> {
    struct Sink(RefCell<Vec<Tag>>);
    impl TokenSink for Sink {
        type Handle = ();

        fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
            let Token::TagToken(tag) = token else { return TokenSinkResult::Continue };
            if tag.kind == TagKind::EndTag {
                return TokenSinkResult::Continue;
            }
            let raw = match &*tag.name {
                "style" => Some(RawKind::Rawtext),
                "title" => Some(RawKind::Rcdata),
                "script" => Some(RawKind::ScriptData),
                _ => None,
            };
            self.0.borrow_mut().push(tag);
            raw.map_or(TokenSinkResult::Continue, TokenSinkResult::RawData)
        }
    }
    let tokenizer = Tokenizer::new(Sink(RefCell::default()), TokenizerOpts::default());
    let input = BufferQueue::default();
    input.push_back(StrTendril::from(page));
    let _ = tokenizer.feed(&input);
    tokenizer.end();
    tokenizer.sink.0.into_inner()
}

fn attribute<'a>(tag: &'a Tag, name: &str) -> Option<&'a str> {
    tag.attrs.iter().find(|attribute| &*attribute.name.local == name).map(|attribute| &*attribute.value)
}

/// What runs, loads or sends something on a page whose own parts are known: one style, and data that no program is.
fn live(page: &str) -> Vec<String> {
    const NEVER: &[&str] = &[
        "applet", "base", "button", "embed", "form", "frame", "frameset", "iframe", "input", "marquee", "math",
        "noscript", "object", "select", "svg", "template", "textarea",
    ];
    let mut live = Vec::new();
    let mut styles = 0;
    for tag in tags(page) {
        let name = &*tag.name;
        let is_live = match name {
            "script" => attribute(&tag, "type") != Some("application/ld+json"),
            "meta" => attribute(&tag, "http-equiv").is_some_and(|value| value != "Content-Security-Policy"),
            "link" => attribute(&tag, "rel").is_none_or(|rel| !matches!(rel, "canonical" | "alternate")),
            "style" => {
                styles += 1;
                styles > 1
            }
            name => NEVER.contains(&name),
        };
        if is_live {
            live.push(format!("<{name}>"));
        }
        for attribute in &tag.attrs {
            let (attribute, value) = (&*attribute.name.local, &*attribute.value);
            let is_address = matches!(attribute, "href" | "src" | "srcset" | "cite" | "poster" | "content");
            let scheme = value.chars().filter(|c| !c.is_whitespace() && !c.is_control()).collect::<String>();
            let runs = ["javascript:", "data:", "vbscript:", "file:"];
            if attribute.starts_with("on")
                || matches!(attribute, "action" | "background" | "formaction" | "ping" | "srcdoc" | "style")
                || is_address && runs.iter().any(|run| scheme.to_ascii_lowercase().starts_with(run))
            {
                live.push(format!("<{name} {attribute}={value:?}>"));
            }
        }
    }
    live
}

#[test]
fn nothing_live_of_a_hostile_article_reaches_its_page() {
    let cases = hostile();
    assert!(cases.len() >= 40);
    let mut wrong = Vec::new();
    for case in &cases {
        let file = file(case, "http://127.0.0.1:9");
        let page = page_of(&file);
        let found = live(&page);
        let is_hidden =
            |c: char| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{e0000}'..='\u{e007f}');
        if !found.is_empty() || page.contains(is_hidden) || !page.contains(&case.kept) {
            wrong.push(format!("{}: {}: {found:?}", case.place(), case.fact));
        }
        let (edition, findings) = edition(&file, &[]);
        let left: Vec<_> = findings.iter().filter(|finding| finding.rule() == "left-out").collect();
        if left.len() != case.left {
            wrong.push(format!("{}: {}: {} places left out: {left:?}", case.place(), case.fact, left.len()));
        }
        // The edition in Markdown keeps its bytes.
        let (_, body) = edition.text.split_once("\n---\n").unwrap();
        assert_eq!(body, file.split_once("\n---\n").unwrap().1, "{}", case.place());
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn what_is_live_is_noticed() {
    for page in [
        "<script>1</script>",
        "<p onclick=1>",
        "<a href=' java\nscript:1'>",
        "<iframe>",
        "<base>",
        "<meta http-equiv=refresh>",
        "<style></style><style>",
        "<link rel=stylesheet>",
        "<img src=data:a>",
    ] {
        assert_eq!(live(page).len(), 1, "{page}");
    }
    assert!(live("<style></style><script type=application/ld+json>1</script><a href=b>").is_empty());
}

/// A server that counts who calls it.
struct Waiting {
    address: String,
    calls: thread::JoinHandle<usize>,
}

impl Waiting {
    fn start() -> Self {
        let listener = TcpListener::bind("127.0.0.1:0").unwrap();
        let address = listener.local_addr().unwrap().to_string();
        let calls = thread::spawn(move || {
            let mut calls = 0;
            for stream in listener.incoming() {
                let mut stream = stream.unwrap();
                stream.set_read_timeout(Some(Duration::from_secs(5))).unwrap();
                let mut first = [0; 4];
                let read = stream.read(&mut first).unwrap_or_default();
                if &first[..read] == b"stop" {
                    break;
                }
                calls += 1;
            }
            calls
        });
        Self { address, calls }
    }

    fn stop(self) -> usize {
        TcpStream::connect(&self.address).unwrap().write_all(b"stop").unwrap();
        self.calls.join().unwrap()
    }
}

/// How many calls Chromium makes from these pages, all opened in frames of one.
fn calls(pages: impl Fn(&str) -> Vec<String>) -> usize {
    let waiting = Waiting::start();
    let folder = tempfile::tempdir().unwrap();
    let mut index = String::new();
    for (number, page) in pages(&format!("http://{}", waiting.address)).iter().enumerate() {
        fs::write(folder.path().join(format!("{number}.html")), page).unwrap();
        index.extend(["<iframe src=", &number.to_string(), ".html></iframe>\n"]);
    }
    fs::write(folder.path().join("index.html"), index).unwrap();
    let output = Command::new("chromium")
        .args(["--headless", "--no-sandbox", "--disable-gpu", "--virtual-time-budget=5000", "--dump-dom"])
        .arg(format!("--user-data-dir={}", folder.path().join("profile").display()))
        .arg(folder.path().join("index.html"))
        .output()
        .unwrap();
    assert!(String::from_utf8_lossy(&output.stdout).contains("<iframe"), "{output:?}");
    waiting.stop()
}

#[test]
fn no_page_of_a_hostile_article_calls_out_in_a_browser() {
    if !is_installed("chromium", &["--version"]) {
        return;
    }
    let bare = |target: &str| hostile().iter().map(|case| case.body.replace("TARGET", target)).collect();
    assert!(calls(bare) > 10, "the articles themselves call out");
    let pages = |target: &str| hostile().iter().map(|case| page_of(&file(case, target))).collect();
    assert_eq!(calls(pages), 0);
}

#[test]
fn html_that_is_only_text_stays_on_the_page() {
    for kept in [
        "<details open=\"\"><summary>More</summary><p>Words</p></details>",
        "<figure class=\"wide\"><img src=\"a.png\" alt=\"A lamp\" width=\"4\" loading=\"lazy\"><figcaption>A lamp</figcaption></figure>",
        "<p id=\"more\" lang=\"fr\" dir=\"ltr\" aria-label=\"note\">H<sub>2</sub>O &amp; 10<sup>6</sup>, <kbd>x</kbd>\u{a0}&lt;b&gt;</p>",
        "<p><a href=\"https://example.org/?a=1&amp;b=2\" rel=\"nofollow\" target=\"_blank\">out</a> <a href=\"mailto:a@example.org\">mail</a> <a href=\"#more\">up</a></p>",
        "<div><video src=\"clip.mp4\" controls=\"\" poster=\"clip.png\"></video></div>",
        "<table><tbody><tr><td colspan=\"2\">Cell</td></tr></tbody></table>",
    ] {
        let file = format!("---\ntitle: Words\n---\n{kept}\n");
        let (edition, findings) = edition(&file, &[]);
        assert_eq!(edition.body.trim_end(), kept);
        assert!(findings.is_empty(), "{kept}: {findings:?}");
    }
}

#[test]
fn what_markdown_itself_makes_stays_on_the_page() {
    let body = "- [x] done\n\n| a | b |\n|:-:|--:|\n| 1 | 2 |\n\nA note.[^1]\n\n[^1]: The note.\n";
    let (edition, findings) = edition(&format!("---\ntitle: Words\n---\n{body}"), &[]);
    assert!(findings.is_empty(), "{findings:?}");
    for part in [
        "<input checked=\"\" ",
        "type=\"checkbox\"",
        "disabled=\"\"",
        "<td align=\"center\">1</td>",
        "<td align=\"right\">2</td>",
        "<sup class=\"footnote-reference\"><a href=\"#1\">1</a></sup>",
        "<div class=\"footnote-definition\" id=\"1\">",
    ] {
        assert!(edition.body.contains(part), "`{part}` in\n{}", edition.body);
    }
}

#[test]
fn a_frame_stays_where_the_newsroom_names_its_address() {
    let embeds = ["https://player.example/embed/".to_owned()];
    let frame = |address: &str| {
        format!(
            "---\ntitle: Words\n---\n<iframe src=\"{address}\" onload=\"a()\" width=\"4\"></iframe>\n\nA plain end.\n"
        )
    };
    let page = page_with(&frame("https://player.example/embed/7?start=1"), &embeds, None);
    let tags = tags(&page);
    let kept = tags.iter().find(|tag| &*tag.name == "iframe").unwrap();
    assert_eq!(attribute(kept, "src"), Some("https://player.example/embed/7?start=1"));
    assert!(attribute(kept, "sandbox").is_some() && attribute(kept, "onload").is_none());
    assert!(page.contains("frame-src https://player.example;") && page.contains("A plain end."));
    for other in [
        "https://player.example/embedded/7",
        "https://player.example/embed/../7",
        "https://player.example.org/embed/7",
        "http://player.example/embed/7",
        "https://player.example:444/embed/7",
        "https://player.example@example.org/embed/7",
        "//example.org/embed/7",
        "embed/7",
        "javascript:1",
    ] {
        let page = page_with(&frame(other), &embeds, None);
        assert!(!page.contains("<iframe") && page.contains("A plain end."), "{other}");
    }
}

#[test]
fn the_policy_of_a_page_allows_its_own_style_and_no_script() {
    let file = "---\ntitle: Words\n---\nText.\n";
    let page = page_of(file);
    let policy = tags(&page).into_iter().find(|tag| attribute(tag, "http-equiv").is_some()).unwrap();
    let policy = attribute(&policy, "content").unwrap().to_owned();
    for part in
        ["default-src 'none'", "script-src 'none'", "style-src 'sha256-", "base-uri 'none'", "form-action 'none'"]
    {
        assert!(policy.contains(part), "{policy}");
    }
    // The digest that other programs give for this text.
    let own = "<meta http-equiv=\"Content-Security-Policy\" content=\"{{ policy }}\"><style>a{}</style>{{ body }}";
    let page = page_with(file, &[], Some(("templates/edition.html.j2", own)));
    assert!(page.contains("style-src 'sha256-X1RutGBrXCt9KkSaXMK7tHftWiRscFHOhxsS8tv8hBk='"), "{page}");
}

#[test]
fn the_body_is_held_to_the_list_in_a_projects_own_template_too() {
    let file = "---\ntitle: Words\noriginal: \"javascript:1\"\n---\n<img src=x onerror=1>\n\n[a](javascript:1)\n";
    let page = page_with(file, &[], Some(("templates/edition.html.j2", "<a href=\"{{ original }}\">{{ body }}")));
    assert!(live(&page).is_empty(), "{page}");
}

#[test]
fn an_address_is_judged_as_a_browser_reads_it() {
    for address in
        ["https://a.example", "HTTP://a.example", "mailto:a@b.example", "a/b.html", "#a", "?a", "//a.example", "/a", ""]
    {
        assert!(is_link(address), "{address}");
    }
    for address in [
        "javascript:1",
        " javascript:1",
        "java\tscript:1",
        "java\nscript:1",
        "\u{1}javascript:1",
        "java\u{202e}script:1",
        "JAVASCRIPT:1",
        "data:,a",
        "vbscript:1",
        "file:///a",
        "ftp://a.example",
        "blob:https://a.example/1",
        "tel:1",
    ] {
        assert!(!is_link(address), "{address}");
    }
}

#[test]
fn a_drawing_that_runs_something_is_told_from_one_that_does_not() {
    let svg = |inside: &str| format!("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 4 4\">{inside}</svg>");
    for still in [
        "<path d=\"M0 0\"/>",
        "<style>path { fill: red }</style><text>Minsk &amp; more</text>",
        "<a href=\"https://a.example\"><path/></a>",
        "<style><![CDATA[ g > path { fill: red } ]]></style><?xpacket end=\"w\"?><!-- <script>1</script> -->",
    ] {
        assert!(!is_live_svg(svg(still).as_bytes()), "{still}");
    }
    for live in [
        "<script>1</script>",
        "<path onclick=\"1\"/>",
        "<a href=\" java&#10;script:1\"><path/></a>",
        "<foreignObject><p xmlns=\"http://www.w3.org/1999/xhtml\">a</p></foreignObject>",
        "<s:script xmlns:s=\"http://www.w3.org/2000/svg\">1</s:script>",
        "<set attributeName=\"href\" to=\"javascript:1\"/>",
        // XML and HTML disagree on where these end.
        "<?x ><a b=\"?><script>1</script><g c=\"\"/>",
        "<![CDATA[><a b=\"]]><script>1</script><g c=\"\"/>",
        "<!--><a b=\"--><script>1</script><g c=\"\"/>",
        "<!-- --!><a b=\"--><script>1</script><g c=\"\"/>",
    ] {
        assert!(is_live_svg(svg(live).as_bytes()), "{live}");
    }
    assert!(is_live_svg(b"<!DOCTYPE svg [<!ENTITY a \"<script/>\">]><svg>&a;</svg>"));
    assert!(is_live_svg(b"\xff\xfe<\0s\0v\0g\0>\0"));
}
