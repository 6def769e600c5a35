//! `tolmach export`

use std::{io::Write, path::Path};

use crate::{
    bilingual::xliff,
    cli::{
        app::{App, Workspace},
        args::{ExportProfile, Selection},
        exit::{Exit, Failure},
        work::{SegmentFile, load, read_segments, segments_text},
    },
    glossary::exchange,
    memory::tmx::{self, Tmx, TmxUnit},
    model::{Article, Concept, Locale, Pair, State},
    pipeline::Segmenters,
    project::write_atomic,
};

/// Writes segment files to hand over. An existing file is not overwritten.
pub(crate) fn run(app: &App, selection: &Selection, profile: ExportProfile, folder: &Path) -> Result<Exit, Failure> {
    let workspace = app.open(&app.overrides_of(Some(selection), None, None))?;
    let segmenters = Segmenters::new(&workspace.resources.locales);
    let mut exit = Exit::Clean;
    let mut out = app.out();
    for slug in workspace.slugs(selection)? {
        let Some(loaded) = app.told(load(&workspace, &segmenters, &slug), &mut exit) else { continue };
        for locale in workspace.targets()? {
            let files = read_segments(&workspace, &loaded.article, locale).and_then(|file| match profile {
                ExportProfile::Xliff => plain(&workspace, &loaded.article, &file, locale),
                ExportProfile::Omegat => Ok(omegat(&workspace, &loaded.article, &file, locale)),
            });
            match files {
                Ok(files) => {
                    for (name, text) in files {
                        let path = folder.join(&name);
                        if path.exists() && crate::project::read_text(&path).ok().as_deref() != Some(text.as_str()) {
                            let message = format!("`{}` is there already", path.display());
                            let failure = Failure::usage(message, "name another folder, or merge the file first");
                            exit = exit.max(app.shown(&failure));
                            continue;
                        }
                        write_atomic(&path, text.as_bytes())?;
                        writeln!(out, "{}", app.say("wrote", &[("file", path.display().to_string().as_str().into())]))?;
                    }
                }
                Err(failure) => exit = exit.max(app.shown(&failure)),
            }
        }
    }
    out.flush()?;
    Ok(exit)
}

type Files = Vec<(String, String)>;

fn plain(workspace: &Workspace, article: &Article, file: &SegmentFile, locale: &Locale) -> Result<Files, Failure> {
    let text = segments_text(workspace, article, file, &file.translation)?;
    Ok(vec![(format!("{locale}/{}.xlf", article.slug), text)])
}

/// An OmegaT project: what is done stands in `tm/`, drafts in `tm/mt/`, terms in `glossary/`.
fn omegat(workspace: &Workspace, article: &Article, file: &SegmentFile, locale: &Locale) -> Files {
    let root = locale.to_string();
    let slug = &article.slug;
    let settings = xliff::Settings::of(article).with(xliff::Profile::OmegaT);
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
    exchange::write(exchange::Format::Omegat, &concepts, &[], &pair)
}
