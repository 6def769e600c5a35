//! The contract of every registered bilingual format.

use tolmach::{
    bilingual::{BilingualFormat, FORMATS, Feature},
    model::{Target, Translation},
};

use super::{
    support::{article, locale},
    xliff::{ARTICLE, rich},
};

/// A target without the features that a format lacks.
fn without_lacking(format: &dyn BilingualFormat, target: &Target) -> Target {
    let lacks = |feature: Feature| format.lacks().contains(&feature);
    let mut target = target.clone();
    if lacks(Feature::Codes) {
        target.text.codes.clear();
    }
    let plain = Target::human(target.text.clone(), None);
    if lacks(Feature::State) {
        target.state = plain.state;
    }
    if lacks(Feature::Origin) {
        target.origin = plain.origin;
    }
    if lacks(Feature::Approval) {
        target.approval = None;
    }
    if lacks(Feature::Stale) {
        target.stale = None;
    }
    target
}

#[test]
fn a_format_recognises_and_reads_back_what_it_writes_except_what_it_lacks() {
    let article = article(ARTICLE);
    let ours = rich(&article);
    for format in FORMATS {
        let name = format.name();
        let file = format.write(&article, &ours, &|_| None);
        let recognising: Vec<&str> =
            FORMATS.iter().filter(|format| format.recognises(&file)).map(|format| format.name()).collect();
        assert_eq!(recognising, [name], "which formats recognise a file of `{name}`");
        let parsed = format.read(&file).unwrap_or_else(|error| panic!("{name}: {error}\n{file}"));
        assert_eq!(parsed.findings, [], "{name}");
        let bilingual = parsed.value;
        assert_eq!(bilingual.slug(), article.slug, "{name}");
        assert_eq!(bilingual.target, Some(locale("be")), "{name}");
        let read = bilingual.translation(&ours.locale);
        for (unit, segment) in article.translated() {
            let found = bilingual.units.iter().find(|unit| unit.id == Some(segment.id));
            let found = found.unwrap_or_else(|| panic!("{name}: {} is not there\n{file}", segment.id));
            assert_eq!(found.source.prose, unit.text_of(segment).prose, "{name}");
            let written = ours.targets.get(&segment.id).map(|target| without_lacking(*format, target));
            let read = read.targets.get(&segment.id).map(|target| without_lacking(*format, target));
            assert_eq!(read, written, "{name}: {}", segment.id);
        }
        if !format.lacks().contains(&Feature::Notes) {
            assert_eq!(read.remarks, ours.remarks, "{name}");
        }
        if !format.lacks().contains(&Feature::Obsolete) {
            assert_eq!(read.obsolete, ours.obsolete, "{name}");
        }
    }
}

#[test]
fn updating_a_file_with_its_own_content_changes_no_byte() {
    let article = article(ARTICLE);
    for format in FORMATS {
        for translation in [rich(&article), Translation::empty(locale("be"))] {
            let file = format.write(&article, &translation, &|_| None);
            let updated = format.update(&file, &article, &translation, &|_| None).unwrap();
            assert_eq!(updated, file, "{}", format.name());
        }
    }
}

#[test]
fn no_two_formats_share_a_name_or_an_extension() {
    for (number, format) in FORMATS.iter().enumerate() {
        for other in FORMATS.iter().skip(number + 1) {
            assert_ne!(format.name(), other.name());
            assert_ne!(format.extension(), other.extension());
        }
    }
}
