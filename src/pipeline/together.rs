//! Faults of drafts that are seen only where they stand beside each other: answers in another order than the questions,
//! and one answer to all of them.

use std::collections::{BTreeMap, BTreeSet, HashMap, HashSet};

use crate::{
    backend::{RejectionReason, Request, verbatim},
    locale::{Profile, slug},
    model::{SegmentId, Target, cut},
};

/// Sentences in a row among which answers may have changed places: more than one call carries.
const REACH: usize = 128;

/// Returns the drafts in doubt among those of an article, in its order.
#[must_use]
pub fn compare_drafts(
    source: &Profile,
    target: &Profile,
    drafts: &[(&Request, &Target)],
) -> Vec<(SegmentId, RejectionReason)> {
    let mut doubts = same_drafts(drafts);
    let mut numbers: HashMap<String, u32> = HashMap::new();
    let mut numbered = |marks: BTreeSet<String>| {
        let mut found: Vec<u32> = Vec::with_capacity(marks.len());
        for mark in marks {
            let next = u32::try_from(numbers.len()).unwrap_or(u32::MAX);
            found.push(*numbers.entry(mark).or_insert(next));
        }
        found.sort_unstable();
        found
    };
    let marks: Vec<Marks> = drafts
        .iter()
        .map(|(request, draft)| Marks {
            source: numbered(marks(source, SpeltSide::Source, &request.source.prose)),
            draft: numbered(marks(target, SpeltSide::Draft, &draft.text.prose)),
            source_length: length(&request.source.prose),
            draft_length: length(&draft.text.prose),
        })
        .collect();
    let mut moved = BTreeSet::new();
    // Twice, so that what is cut apart the first time is together the second time.
    for offset in [0, REACH / 2] {
        let rest = marks.get(offset.min(marks.len())..).unwrap_or_default();
        for (number, chunk) in rest.chunks(REACH).enumerate() {
            let found = crossing_marks(chunk).into_iter().chain(other_order(chunk));
            moved.extend(found.map(|at| offset + number * REACH + at));
        }
    }
    for at in moved {
        if let Some((request, _)) = drafts.get(at) {
            doubts.entry(request.id).or_insert(RejectionReason::Order);
        }
    }
    doubts.into_iter().collect()
}

/// The drafts that came for sentences which have nothing in common.
fn same_drafts(drafts: &[(&Request, &Target)]) -> BTreeMap<SegmentId, RejectionReason> {
    let mut by_draft: HashMap<Vec<String>, Vec<&Request>> = HashMap::new();
    for (request, draft) in drafts {
        by_draft.entry(words(&draft.text.prose)).or_default().push(request);
    }
    let mut doubts = BTreeMap::new();
    for (draft, requests) in by_draft {
        // A short one may well be right for several.
        let most = match draft.len() {
            0..=3 => 11,
            _ => 1,
        };
        if requests.len() <= most {
            continue;
        }
        let mut different: Vec<HashSet<String>> = Vec::new();
        for request in &requests {
            let words: HashSet<String> = words(&request.source.prose).into_iter().collect();
            let is_like =
                |other: &HashSet<String>| other.intersection(&words).count() * 3 > other.union(&words).count();
            if different.len() <= most && !different.iter().any(is_like) {
                different.push(words);
            }
        }
        if different.len() > most {
            let count = requests.len();
            doubts.extend(requests.iter().map(|request| (request.id, RejectionReason::Same { count })));
        }
    }
    doubts
}

fn words(text: &str) -> Vec<String> {
    let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    words.map(str::to_lowercase).collect()
}

/// What is alike in a sentence and its translation: names, numbers, addresses; and how long they are.
struct Marks {
    /// The marks by their numbers, sorted.
    source: Vec<u32>,
    draft: Vec<u32>,
    /// Characters, at least 1.
    source_length: f64,
    draft_length: f64,
}

/// The number of characters, as far as it matters.
fn length(text: &str) -> f64 {
    f64::from(u16::try_from(text.chars().count()).unwrap_or(u16::MAX)).max(1.0)
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum SpeltSide {
    Source,
    Draft,
}

fn marks(profile: &Profile, side: SpeltSide, prose: &str) -> BTreeSet<String> {
    let addresses = verbatim(prose).into_iter().map(|span| cut(prose, &span).to_owned());
    let mut marks: BTreeSet<String> = addresses.collect();
    for word in prose.split(|c: char| !c.is_alphanumeric() && !matches!(c, '\'' | '’' | 'ʼ')) {
        if word.chars().filter(char::is_ascii_digit).count() > 1 {
            marks.extend(word.split(|c: char| !c.is_ascii_digit()).filter(|run| run.len() > 1).map(str::to_owned));
        } else if word.starts_with(char::is_uppercase) {
            marks.extend(sound(&slug(profile, word), side));
        }
    }
    marks.extend(prose.trim_end().ends_with('?').then(|| "?".to_owned()));
    marks
}

/// The consonants of a romanized name, by which it is known again however it was transliterated: `lksn` for Lukashenko.
/// Vowels, aspirates and endings differ too much between languages.
fn sound(name: &str, side: SpeltSide) -> Option<String> {
    let name = match side {
        SpeltSide::Source => name.replace("ph", "f").replace("ck", "k"),
        // Softened consonants: Пуцін, Дзмітрый, Джонсан.
        SpeltSide::Draft => name.replace("dzh", "d").replace("dz", "d").replace('c', "t"),
    };
    let mut sound = String::new();
    for letter in name.chars() {
        let consonants = match letter {
            'c' | 'q' => "k",
            'w' => "v",
            'j' if side == SpeltSide::Source => "d",
            'x' => "ks",
            'a' | 'e' | 'i' | 'o' | 'u' | 'y' | 'h' | 'g' | 'j' => "",
            _ if letter.is_ascii_alphabetic() => {
                if !sound.ends_with(letter) {
                    sound.push(letter);
                }
                ""
            }
            _ => "",
        };
        if !consonants.is_empty() && !sound.ends_with(consonants) {
            sound.push_str(consonants);
        }
    }
    (sound.len() > 2).then(|| sound.chars().take(4).collect())
}

/// The places of drafts that fit much better in another order: reversed, moved by one, or two of them exchanged.
fn other_order(all: &[Marks]) -> Vec<usize> {
    let count = all.len();
    if count < 2 {
        return Vec::new();
    }
    let fit = Fit::new(all);
    let own: Vec<f64> = (0..count).map(|at| fit.of(at, at)).collect();
    let gain = |order: &dyn Fn(usize) -> usize| -> f64 {
        (0..count).map(|at| fit.of(at, order(at)) - own.get(at).copied().unwrap_or_default()).sum()
    };
    let whole: [&dyn Fn(usize) -> usize; 3] =
        [&|at| count - 1 - at, &|at| (at + 1) % count, &|at| (at + count - 1) % count];
    if let Some(order) = whole.into_iter().find(|order| gain(*order) > CERTAIN) {
        return (0..count).filter(|at| order(*at) != *at).collect();
    }
    let mut moved = Vec::new();
    for one in 0..count {
        for other in one + 1..count {
            let own = own.get(one).copied().unwrap_or_default() + own.get(other).copied().unwrap_or_default();
            let gain = fit.of(one, other) + fit.of(other, one) - own;
            // The more pairs there are, the sooner one of them looks exchanged by chance; less so for neighbours.
            let chances = if other == one + 1 { length_of(count) } else { length_of(count * count / 2) };
            if gain > CERTAIN + chances.ln() {
                moved.extend([one, other]);
            }
        }
    }
    moved
}

fn length_of(count: usize) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

/// How much better another order must fit, as the logarithm of its odds.
const CERTAIN: f64 = 3.0;

/// How well the draft at one place fits the sentence at another.
struct Fit {
    sentences: Vec<FitSentence>,
    drafts: Vec<FitDraft>,
    /// The logarithm of how much longer translations are than their sources, in all.
    growth: f64,
}

struct FitSentence {
    /// Its marks, sorted, each with what it counts: the less, the more sentences have it.
    marks: Vec<(u32, f64)>,
    /// The logarithm of its length.
    length: f64,
    /// Twice the variance of how much it grows.
    variance: f64,
}

struct FitDraft {
    marks: Vec<u32>,
    /// The logarithm of its length.
    length: f64,
}

impl Fit {
    fn new(all: &[Marks]) -> Self {
        let mut counts: HashMap<u32, f64> = HashMap::new();
        for mark in all.iter().flat_map(|marks| &marks.source) {
            *counts.entry(*mark).or_default() += 1.0;
        }
        let weight = |mark: &u32| (*mark, 3.0 / counts.get(mark).copied().unwrap_or(1.0));
        let sentence = |marks: &Marks| FitSentence {
            marks: marks.source.iter().map(weight).collect(),
            length: marks.source_length.ln(),
            // Short sentences grow and shrink more.
            variance: (0.04 + 2.0 / marks.source_length) * 2.0,
        };
        let draft = |marks: &Marks| FitDraft { marks: marks.draft.clone(), length: marks.draft_length.ln() };
        let sum = |length: fn(&Marks) -> f64| all.iter().map(length).sum::<f64>();
        let growth = (sum(|marks| marks.draft_length) / sum(|marks| marks.source_length)).ln();
        Self { sentences: all.iter().map(sentence).collect(), drafts: all.iter().map(draft).collect(), growth }
    }

    fn of(&self, sentence: usize, draft: usize) -> f64 {
        let (Some(sentence), Some(draft)) = (self.sentences.get(sentence), self.drafts.get(draft)) else { return 0.0 };
        let mut found = draft.marks.iter().peekable();
        let mut marks = 0.0;
        for (mark, weight) in &sentence.marks {
            while found.next_if(|other| *other < mark).is_some() {}
            if found.peek() == Some(&mark) {
                marks += weight;
            }
        }
        let surplus = draft.length - sentence.length - self.growth;
        marks - (surplus * surplus / sentence.variance).min(8.0)
    }
}

/// The places of drafts that seem to have changed places with others: a mark that only one sentence has is in the draft
/// of another one, and neither of the two has a mark of its own.
fn crossing_marks(all: &[Marks]) -> BTreeSet<usize> {
    let places = |side: fn(&Marks) -> &Vec<u32>| {
        let mut places: HashMap<u32, Vec<usize>> = HashMap::new();
        for (at, marks) in all.iter().enumerate() {
            for mark in side(marks) {
                places.entry(*mark).or_default().push(at);
            }
        }
        places
    };
    let (sources, drafts) = (places(|marks| &marks.source), places(|marks| &marks.draft));
    let mut own = vec![0_usize; all.len()];
    let mut crossing: BTreeMap<(usize, usize), usize> = BTreeMap::new();
    for (mark, places) in &sources {
        if let ([source], Some([draft])) = (places.as_slice(), drafts.get(mark).map(Vec::as_slice)) {
            if source == draft {
                own.get_mut(*source).into_iter().for_each(|count| *count += 1);
            } else {
                *crossing.entry((*source, *draft)).or_default() += 1;
            }
        }
    }
    let is_open = |at: usize| own.get(at) == Some(&0);
    crossing.retain(|(source, draft), _| is_open(*source) && is_open(*draft));
    let many = crossing.len() > 2 && crossing.len() > own.iter().filter(|count| **count > 0).count();
    let mut moved = BTreeSet::new();
    for ((source, draft), count) in &crossing {
        if !many && *count < 2 && !crossing.contains_key(&(*draft, *source)) {
            continue;
        }
        // Those beside them that have no mark of their own may have moved with them.
        let (first, last) = (*source.min(draft), *source.max(draft));
        moved.extend((first..=last).filter(|at| is_open(*at)));
        moved.extend((0..first).rev().take_while(|at| is_open(*at)));
        moved.extend((last + 1..all.len()).take_while(|at| is_open(*at)));
    }
    moved
}
