//! Export of OmegaT projects.

use super::{Stored, Workspace};
use crate::{
    bilingual::xliff,
    glossary::exchange,
    memory::tmx::{self, Tmx, TmxUnit},
    model::{Article, Concept, Locale, Pair, State},
};

/// Folders without which OmegaT does not open a project; we leave them empty.
pub(super) const EMPTY_FOLDERS: [&str; 3] = ["target", "dictionary", "omegat"];

/// The files of a project: path below the export folder, and text.
type Files = Vec<(String, String)>;

/// The profile's name.
pub(super) const NAME: &str = "omegat";
/// The profile's help text.
pub(super) const HELP: &str = "a project folder that OmegaT opens";

/// Builds an OmegaT project: finished targets are in `tm/`, drafts in `tm/mt/`, terms in `glossary/`.
pub(super) fn files(workspace: &Workspace, article: &Article, file: &Stored, locale: &Locale) -> Files {
    let root = locale.to_string();
    let slug = &article.slug;
    let settings = xliff::XliffSettings::of(article).with(xliff::XliffProfile::OmegaT);
    let source = xliff::write(article, &file.translation, &|_| None, &settings);
    let units = |has_state: &dyn Fn(State) -> bool| -> Vec<TmxUnit> {
        article
            .translated()
            .filter_map(|(unit, segment)| {
                let target = file.translation.targets.get(&segment.id).filter(|target| has_state(target.state))?;
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
        (format!("{root}/omegat.project"), project_file(&article.locale, locale)),
        (format!("{root}/source/{slug}.xlf"), source),
        (format!("{root}/tm/{slug}.tmx"), memory(units(&|state| state > State::Initial))),
        (format!("{root}/tm/mt/{slug}.tmx"), memory(units(&|state| state == State::Initial))),
        (format!("{root}/glossary/glossary.txt"), glossary(workspace, &article.locale, locale)),
    ]
}

/// Writes `omegat.project`, as OmegaT 3.6 and later read it.
fn project_file(source: &Locale, target: &Locale) -> String {
    let folders = ["source_dir", "target_dir", "tm_dir", "glossary_dir", "dictionary_dir"];
    let folders = folders.map(|name| format!("    <{name}>__DEFAULT__</{name}>\n")).concat();
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<omegat>\n  <project version=\"1.0\">\n{folders}    \
         <source_lang>{source}</source_lang>\n    <target_lang>{target}</target_lang>\n    \
         <sentence_seg>false</sentence_seg>\n    <support_default_translations>true</support_default_translations>\n    \
         <remove_tags>false</remove_tags>\n  </project>\n</omegat>\n"
    )
}

/// Writes OmegaT's list of the terms in the two locales; a regional variant uses its language's terms.
fn glossary(workspace: &Workspace, source: &Locale, target: &Locale) -> String {
    let termbase = &workspace.resources.termbase;
    let in_pair = |(index, concept): (usize, &Concept)| {
        let terms = [source, target].map(|locale| (locale.clone(), termbase.terms(locale, index).to_vec()));
        Concept { terms: terms.into(), ..concept.clone() }
    };
    let concepts: Vec<Concept> = termbase.concepts.iter().enumerate().map(in_pair).collect();
    let pair = Pair { source: source.clone(), target: target.clone() };
    exchange::write(exchange::ExchangeFormat::Omegat, &concepts, &[], &pair)
}
