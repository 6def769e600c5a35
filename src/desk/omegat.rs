//! OmegaT projects as hand-overs.

use super::{Stored, Workspace};
use crate::{
    bilingual::xliff,
    glossary::exchange,
    memory::tmx::{self, Tmx, TmxUnit},
    model::{Article, Concept, Locale, Pair, State},
};

/// Folders without which OmegaT opens no project, and in which nothing of ours stands.
pub(super) const EMPTY_FOLDERS: [&str; 3] = ["target", "dictionary", "omegat"];

/// The files of a project: path below the folder of the hand-over, and text.
type Files = Vec<(String, String)>;

/// The profile's name.
pub(super) const NAME: &str = "omegat";
/// What it is.
pub(super) const HELP: &str = "a project folder that OmegaT opens";

/// An OmegaT project: what is done stands in `tm/`, drafts in `tm/mt/`, terms in `glossary/`.
pub(super) fn files(workspace: &Workspace, article: &Article, file: &Stored, locale: &Locale) -> Files {
    let root = locale.to_string();
    let slug = &article.slug;
    let settings = xliff::XliffSettings::of(article).with(xliff::XliffProfile::OmegaT);
    let source = xliff::write(article, &file.translation, &|_| None, &settings);
    let units = |wanted: &dyn Fn(State) -> bool| -> Vec<TmxUnit> {
        article
            .translated()
            .filter_map(|(unit, segment)| {
                let target = file.translation.targets.get(&segment.id).filter(|target| wanted(target.state))?;
                Some(TmxUnit {
                    id: Some(segment.id.to_string()),
                    properties: Vec::new(),
                    date: None,
                    by: None,
                    variants: vec![
                        (article.locale.clone(), unit.text_of(segment)),
                        (locale.clone(), target.text.clone()),
                    ],
                })
            })
            .collect()
    };
    let memory = |units: Vec<TmxUnit>| tmx::write(&Tmx { source: Some(article.locale.clone()), units });
    vec![
        (format!("{root}/omegat.project"), project(&article.locale, locale)),
        (format!("{root}/source/{slug}.xlf"), source),
        (format!("{root}/tm/{slug}.tmx"), memory(units(&|state| state > State::Initial))),
        (format!("{root}/tm/mt/{slug}.tmx"), memory(units(&|state| state == State::Initial))),
        (format!("{root}/glossary/glossary.txt"), glossary(workspace, &article.locale, locale)),
    ]
}

/// `omegat.project`, as OmegaT 3.6 and later read it.
fn project(source: &Locale, target: &Locale) -> String {
    let folders = ["source_dir", "target_dir", "tm_dir", "glossary_dir", "dictionary_dir"];
    let folders = folders.map(|name| format!("    <{name}>__DEFAULT__</{name}>\n")).concat();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<omegat>\n  <project version=\"1.0\">\n{folders}    \
         <source_lang>{source}</source_lang>\n    <target_lang>{target}</target_lang>\n    \
         <sentence_seg>false</sentence_seg>\n    <support_default_translations>true</support_default_translations>\n    \
         <remove_tags>false</remove_tags>\n  </project>\n</omegat>\n"
    )
}

/// OmegaT's list of the wordings that hold in the two locales: a variant has its language's.
fn glossary(workspace: &Workspace, source: &Locale, target: &Locale) -> String {
    let termbase = &workspace.resources.termbase;
    let held = |(index, concept): (usize, &Concept)| {
        let terms = [source, target].map(|locale| (locale.clone(), termbase.terms(locale, index).to_vec()));
        Concept { terms: terms.into(), ..concept.clone() }
    };
    let concepts: Vec<Concept> = termbase.concepts.iter().enumerate().map(held).collect();
    let pair = Pair { source: source.clone(), target: target.clone() };
    exchange::write(exchange::ExchangeFormat::Omegat, &concepts, &[], &pair)
}
