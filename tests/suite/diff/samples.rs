//! Sample reports: one of each kind, with everything that a report can show.

use std::collections::BTreeMap;

use tolmach::{
    diff::{Drafts, articles, drafts, editions},
    model::{
        Approval, Article, Finding, Leverage, Locale, Origin, Place, Problem, Role, SegmentId, Severity, Side, State,
        Target, Text, Translation, Usage,
    },
    report::{
        Page, RunInput, TermHit, Words, draft_page, edition_page, findings::WordedFinding, run_page, run_report,
        source_page,
    },
};

use super::{article_of, id, lexicon};

const BLOCKS: [(Role, &str); 8] = [
    (Role::Title, "Minsk keeps its army at home"),
    (Role::Standfirst, "Why Lukashenka says no to Putin without saying it."),
    (Role::Byline, "The desk"),
    (Role::Paragraph, "Belarus has about 48,000 soldiers, and none of them has crossed the border."),
    (Role::Paragraph, "On 17 March 2022 the General Staff called an exercise near Homyel."),
    (Role::Heading, "What the officers say"),
    (Role::Quote, "Nobody asked us, and nobody will."),
    (Role::Caption, "Officers of the General Staff at a meeting."),
];

const TARGETS: [&str; 8] = [
    "Мінск трымае войска дома",
    "Чаму Лукашэнка кажа Пуціну «не», не кажучы гэтага.",
    "",
    "У Белоруссии каля 48 000 салдат, і ніводзін з іх не перайшоў мяжу.",
    "17 сакавіка 2022 года Генеральны штаб пачаў вучэнні каля Гомеля.",
    "Што кажуць афіцэры",
    "",
    "Афіцэры Генеральнага штаба на нарадзе.",
];

pub fn source() -> Article {
    article_of(&BLOCKS)
}

fn segment(at: usize) -> SegmentId {
    id(&BLOCKS[at].0, BLOCKS[at].1)
}

fn locale(tag: &str) -> Locale {
    tag.parse().unwrap()
}

fn translation() -> Translation {
    let mut out = Translation::empty(locale("be"));
    for (at, text) in TARGETS.iter().enumerate().filter(|(_, text)| !text.is_empty()) {
        out.targets.insert(segment(at), Target::human(Text::plain(*text), Some("desk".to_owned())));
    }
    let mut change = |at: usize, change: fn(&mut Target)| change(out.targets.get_mut(&segment(at)).unwrap());
    change(0, |target| {
        target.state = State::Final;
        target.approval = Some(Approval::new("chief editor".to_owned(), "2022-03-22".to_owned()));
    });
    change(1, |target| target.state = State::Reviewed);
    change(3, |target| {
        target.state = State::Initial;
        target.origin = Origin::Machine { engine: "pseudo".to_owned() };
    });
    change(4, |target| {
        target.state = State::Initial;
        target.stale = Some(Text::plain("On 16 March 2022 the General Staff called an exercise near Gomel."));
    });
    change(5, |target| target.origin = Origin::Memory { leverage: Leverage::InContext });
    change(7, |target| target.origin = Origin::Memory { leverage: Leverage::Fuzzy(84) });
    out
}

/// A finding on a segment of the sample; its span is that of `words` in the target.
pub fn finding(rule: &'static str, severity: Severity, at: usize, words: &str, reason: &str) -> WordedFinding {
    let text = TARGETS[at];
    let start = text.find(words).unwrap_or(0);
    let place = Place {
        file: Some("locales/be/segments/army.xlf".to_owned()),
        line: Some(12 + at),
        locale: Some(locale("be")),
        segment: Some(segment(at)),
        side: Side::Target,
        span: if words.is_empty() { 0..0 } else { start..start + words.len() },
        ..Place::default()
    };
    WordedFinding {
        finding: Finding::new(Toy(rule), severity, place),
        text: text.to_owned(),
        reason: reason.to_owned(),
        hint: None,
    }
}

/// A problem of any rule, whose wording the samples supply.
struct Toy(&'static str);

impl Problem for Toy {
    fn rule(&self) -> &'static str {
        self.0
    }

    fn id(&self) -> &'static str {
        self.0
    }

    fn all() -> Vec<Self> {
        Vec::new()
    }
}

pub fn findings() -> Vec<WordedFinding> {
    let mut forbidden = finding("forbidden-term", Severity::Major, 3, "Белоруссии", "The house writes `Беларусь`");
    forbidden.finding = forbidden.finding.fix("Беларусі");
    forbidden.finding.alternatives = vec!["Беларусь".to_owned(), "Беларуссю".to_owned()];
    forbidden.hint = Some("see the concept `belarus` in the glossary".to_owned());
    let loose = WordedFinding {
        finding: Finding::new(
            Toy("ignore-unused"),
            Severity::Neutral,
            Place { file: Some("tolmach.toml".to_owned()), line: Some(40), ..Place::default() },
        ),
        text: String::new(),
        reason: "This ignore matches nothing".to_owned(),
        hint: None,
    };
    vec![
        forbidden,
        finding("numbers", Severity::Minor, 3, "48 000", "The thousands are grouped by a plain space"),
        finding("missing", Severity::Major, 6, "", "There is no translation"),
        finding("stale", Severity::Major, 4, "", "The source sentence has changed"),
        loose,
    ]
}

pub fn run(words: &Words<'_>, language: &str) -> Page {
    let hit = |at: usize, text: &str, side: Side, concept: &str, usage: Usage| {
        let whole = if side == Side::Source { BLOCKS[at].1 } else { TARGETS[at] };
        let start = whole.find(text).unwrap();
        TermHit { span: start..start + text.len(), side, concept: concept.to_owned(), usage }
    };
    let terms: BTreeMap<SegmentId, Vec<TermHit>> = [
        (
            segment(1),
            vec![
                hit(1, "Lukashenka", Side::Source, "lukashenka", Usage::Preferred),
                hit(1, "Лукашэнка", Side::Target, "lukashenka", Usage::Preferred),
                hit(1, "Пуціну", Side::Target, "putin", Usage::Preferred),
            ],
        ),
        (
            segment(3),
            vec![
                hit(3, "Belarus", Side::Source, "belarus", Usage::Preferred),
                hit(3, "Белоруссии", Side::Target, "belarus", Usage::Forbidden),
            ],
        ),
        (
            segment(4),
            vec![
                hit(4, "Генеральны штаб", Side::Target, "general-staff", Usage::Preferred),
                hit(4, "Гомеля", Side::Target, "homyel", Usage::Admitted),
            ],
        ),
    ]
    .into();
    let before = [(segment(4), "16 сакавіка 2022 года Генштаб пачаў вучэнні ў Гомелі.".to_owned())].into();
    let links = vec!["army.md".to_owned(), "army.html".to_owned()];
    let report = run_report(
        &source(),
        &translation(),
        RunInput { findings: findings(), waived: Vec::new(), terms, before, links, is_ready: false },
    );
    run_page(&report, &locale(language), words)
}

pub fn source_change(words: &Words<'_>, language: &str) -> Page {
    let mut blocks = BLOCKS.to_vec();
    blocks[3].1 = "Belarus has about 65,000 soldiers, and not one of them has crossed the border.";
    blocks[4].1 = "On 17 March 2022, the General Staff called an exercise near Homyel.";
    blocks.remove(7);
    blocks.insert(2, (Role::Paragraph, "A new paragraph <script>alert(1)</script> & more."));
    let moved = blocks.remove(1);
    blocks.push(moved);
    source_page(&articles(&source(), &article_of(&blocks), &lexicon()), &locale(language), words)
}

pub fn draft(words: &Words<'_>, language: &str) -> Page {
    let draft_of = |text: &str| (Text::plain(text), "pseudo".to_owned());
    let machine: Drafts = [
        (segment(0), draft_of("Мінск трымае войска дома")),
        (segment(1), draft_of("Чаму Лукашенко кажа Путіну няма, не сказаўшы гэтага.")),
        (segment(3), draft_of("У Белоруссии каля 48 000 салдат, і ніводзін з іх не перайшоў мяжу.")),
        (segment(4), draft_of("Генеральны штаб 17 сакавіка 2022 года выклікаў вучэнні каля Гомель.")),
        (segment(7), draft_of("Афіцэры Генеральны штаб на сустрэчы.")),
    ]
    .into();
    let mut last = translation();
    last.targets.get_mut(&segment(4)).unwrap().state = State::Translated;
    draft_page(&drafts(&source(), &machine, &last), &locale(language), words)
}

pub fn edition(words: &Words<'_>, language: &str) -> Page {
    let old = "---\ntitle: Войска дома\ndate: 2022-03-22\n---\nУ Мінску заявілі, што 5000 салдат не пойдуць нікуды.\n\n\
               Ён сказаў: «Мы дома».\n\nСтары абзац, якога больш няма.\n\nКанец.\n";
    let new = "---\ntitle: Армія дома\ndate: 2022-03-23\n---\nУ Менску заявілі, што 7000 салдат не пойдуць нікуды.\n\n\
               Ён сказаў: «Мы тут».\n\nКанец.\n\nЗусім новы радок пра іншае здарэнне.\n";
    let names = ("old/army.md", "new/army.md");
    edition_page(&editions(old, new, &lexicon()), names, &locale("be"), &locale(language), words)
}

/// All sample pages by name.
pub fn all(words: &Words<'_>, language: &str) -> Vec<(&'static str, Page)> {
    vec![
        ("run", run(words, language)),
        ("source", source_change(words, language)),
        ("draft", draft(words, language)),
        ("edition", edition(words, language)),
    ]
}
