//! What every registered bilingual format holds to.

use tolmach::{
    bilingual::{BilingualFormat, FORMATS, Feature},
    model::{Target, Translation},
};

use super::{
    support::{article, locale},
    xliff::{ARTICLE, rich},
};

/// A target as far as a format can hold it.
fn held(format: &dyn BilingualFormat, target: &Target) -> Target {
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
    if lacks(Feature::Notes) {
        target.note = None;
    }
    if lacks(Feature::Stale) {
        target.stale = None;
    }
    target
}

#[test]
fn what_a_format_writes_it_knows_and_reads_back_as_far_as_it_can_hold_it() {
    let article = article(ARTICLE);
    let ours = rich(&article);
    for format in FORMATS {
        let name = format.name();
        let file = format.write(&article, &ours, &|_| None);
        let known: Vec<&str> =
            FORMATS.iter().filter(|format| format.recognises(&file)).map(|format| format.name()).collect();
        assert_eq!(known, [name], "which formats know a file of `{name}`");
        let parsed = format.read(&file).unwrap_or_else(|error| panic!("{name}: {error}\n{file}"));
        assert_eq!(parsed.findings, [], "{name}");
        let back = parsed.value;
        assert_eq!(back.slug(), article.slug, "{name}");
        assert_eq!(back.target, Some(locale("be")), "{name}");
        let read = back.translation(&ours.locale);
        for (unit, segment) in article.translated() {
            let there = back.units.iter().find(|unit| unit.id == Some(segment.id));
            let there = there.unwrap_or_else(|| panic!("{name}: {} is not there\n{file}", segment.id));
            assert_eq!(there.source.prose, unit.text_of(segment).prose, "{name}");
            let written = ours.targets.get(&segment.id).map(|target| held(*format, target));
            let read = read.targets.get(&segment.id).map(|target| held(*format, target));
            assert_eq!(read, written, "{name}: {}", segment.id);
        }
        if !format.lacks().contains(&Feature::Obsolete) {
            assert_eq!(read.obsolete, ours.obsolete, "{name}");
        }
    }
}

#[test]
fn updating_a_file_with_what_it_holds_changes_no_byte() {
    let article = article(ARTICLE);
    for format in FORMATS {
        for translation in [rich(&article), Translation::empty(locale("be"))] {
            let file = format.write(&article, &translation, &|_| None);
            let again = format.update(&file, &article, &translation, &|_| None).unwrap();
            assert_eq!(again, file, "{}", format.name());
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
