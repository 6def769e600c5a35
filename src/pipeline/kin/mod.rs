//! Drafts from an edition in a kin language, by a rule-based engine.
//!
//! The engine gets the text of another edition, with the glossary's terms as codes, which come back in the number and case
//! that they had. A word that it does not know becomes a cognate that a dictionary has, or stays; whoever reads the draft
//! is told of each in a note beside the segment. Only then is the draft inspected like that of any engine.

mod places;
mod words;

use std::{
    collections::{BTreeMap, BTreeSet},
    sync::{Mutex, MutexGuard, PoisonError},
};

use crate::{
    backend::{
        Answer, Apertium, Backend, BackendError, Capabilities, Judge, Limits, RejectionReason, Request, Stop,
        apertium::{ApertiumMode, DraftPiece},
        inspect, protect,
    },
    glossary::Termbase,
    locale::{KinPair, Profile, alternations, apply_to_text, typography},
    model::{Pair, SegmentId, Target, Text},
};

use places::{Prepared, prepare};
use words::{KnownAs, resolve};

pub use words::Knows;

/// What a draft needs of its surroundings.
pub struct KinDrafter<'a> {
    /// The engine.
    pub engine: &'a Apertium,
    /// Its name with that of the edition, as drafts show it: `apertium from ru`.
    pub name: String,
    /// The programs of the direction; or why there are none.
    pub mode: Result<ApertiumMode, BackendError>,
    /// The locale of the edition, and that of the draft.
    pub pair: Pair,
    /// What the pair needs besides.
    pub facts: KinPair,
    /// The segments that can be translated: of the edition those that people have reviewed.
    pub texts: BTreeMap<SegmentId, Text>,
    /// The glossary.
    pub termbase: &'a Termbase,
    /// Facts of the edition's language, and of the draft's.
    pub profiles: [&'a Profile; 2],
    /// Whether a dictionary of the draft's language has a word.
    pub knows: &'a Knows<'a>,
    /// Whether a draft may be used, words that the engine does not know left aside.
    pub judge: &'a Judge<'a>,
    /// What is to be told of the drafts.
    pub record: Mutex<KinRecord>,
}

/// What is to be told of drafts.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct KinRecord {
    /// Of each draft.
    pub notes: BTreeMap<SegmentId, DraftNotes>,
    /// The segments that were asked for and have no text in the edition.
    pub without: BTreeSet<SegmentId>,
}

/// What whoever reads a draft has to know of its words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct DraftNotes {
    /// Words that stand as the source has them.
    pub unknown: Vec<String>,
    /// Words that were made by the rules of letters: from, to.
    pub cognates: Vec<(String, String)>,
    /// Words in their dictionary form, since the engine has no other.
    pub uninflected: Vec<String>,
    /// Terms whose case is not certain.
    pub terms: Vec<String>,
    /// Words that may have another form or another meaning.
    pub likely: Vec<String>,
}

impl DraftNotes {
    /// Whether there is nothing to know.
    #[must_use]
    pub const fn is_empty(&self) -> bool {
        self.unknown.is_empty()
            && self.cognates.is_empty()
            && self.uninflected.is_empty()
            && self.terms.is_empty()
            && self.likely.is_empty()
    }

    /// The words of the note beside the segment.
    #[must_use]
    pub fn text(&self) -> String {
        let mut lines = Vec::new();
        let cognates: Vec<String> = self.cognates.iter().map(|(from, to)| format!("{from} → {to}")).collect();
        for (what, words) in [
            ("Not translated, the engine does not know", &self.unknown),
            ("Changed by rules of letters alone", &cognates),
            ("Not inflected", &self.uninflected),
            ("Case not certain", &self.terms),
            ("Not certain", &self.likely),
        ] {
            if !words.is_empty() {
                lines.push(format!("{what}: {}", words.join(", ")));
            }
        }
        lines.join("\n")
    }
}

/// A text on its way to the engine.
struct Question<'a> {
    request: &'a Request,
    prepared: Prepared,
    sent: String,
}

impl Backend for KinDrafter<'_> {
    fn name(&self) -> &str {
        &self.name
    }

    fn capabilities(&self, _: &Pair) -> Capabilities {
        Capabilities { recorded: false, ..Capabilities::TEXT }
    }

    fn limits(&self) -> Limits {
        Limits { texts: 64, ..Limits::NONE }
    }

    fn translate(&self, _: &Pair, batch: &[Request], stop: &Stop) -> Result<Vec<Answer>, BackendError> {
        // A direction that does not exist is an error also where no segment could be translated.
        if let Err(error @ BackendError::Pair { .. }) = &self.mode
            && self.pair.source != self.pair.target
        {
            return Err(error.clone());
        }
        let mut answers: Vec<Answer> = Vec::with_capacity(batch.len());
        let mut questions: Vec<(usize, Question<'_>)> = Vec::new();
        for (number, request) in batch.iter().enumerate() {
            answers.push(Answer::Silent);
            let Some(text) = self.texts.get(&request.id) else {
                self.record().without.insert(request.id);
                continue;
            };
            let prepared = prepare(text, self.termbase, &self.pair, self.profiles[0], &self.facts.governs);
            let sent = protect(&prepared.text).text;
            questions.push((number, Question { request, prepared, sent }));
        }
        if questions.is_empty() {
            return Ok(answers);
        }
        let mode = self.mode.as_ref().map_err(Clone::clone)?;
        let sent: Vec<&str> = questions.iter().map(|(_, question)| question.sent.as_str()).collect();
        let drafts = self.engine.translate(mode, &sent, stop)?;
        for ((number, question), pieces) in questions.iter().zip(drafts) {
            let answer = match self.draft(question, &pieces) {
                Ok((target, notes)) => {
                    self.record().notes.insert(question.request.id, notes);
                    Answer::Ready(target)
                }
                Err(reason) => Answer::Rejected { reason },
            };
            if let Some(place) = answers.get_mut(*number) {
                *place = answer;
            }
        }
        Ok(answers)
    }
}

impl KinDrafter<'_> {
    fn record(&self) -> MutexGuard<'_, KinRecord> {
        self.record.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Makes a target of what the engine wrote.
    fn draft(&self, question: &Question<'_>, pieces: &[DraftPiece]) -> Result<(Target, DraftNotes), RejectionReason> {
        let mut notes = DraftNotes::default();
        // The draft, and the draft without the words that nobody has translated: these are told, and are no reason to
        // refuse all others.
        let (mut draft, mut judged) = (String::new(), String::new());
        // Whether the piece before was a preposition that has another case in the draft: a word that the engine does not know
        // is then in the source's.
        let (mut is_recased, mut was_recased) = (false, false);
        for piece in pieces {
            let is_gap = matches!(piece, DraftPiece::Text(text) if text.trim().is_empty());
            if !is_gap {
                was_recased = std::mem::take(&mut is_recased);
            }
            let word = match piece {
                DraftPiece::Text(text) if question.prepared.text.prose.contains('/') => text.clone(),
                DraftPiece::Text(text) => first_forms(text),
                DraftPiece::Uninflected(word) => {
                    notes.uninflected.push(word.clone());
                    word.clone()
                }
                DraftPiece::Unknown(word) => {
                    match resolve(word, &draft, &question.prepared.open, &self.facts, self.knows) {
                        KnownAs::Term(form) => {
                            notes.terms.push(form.clone());
                            form
                        }
                        KnownAs::Fact(fact) => {
                            let lower = word.to_lowercase();
                            let governs = &self.facts.governs;
                            is_recased = was_recased || governs.iter().any(|(preposition, _, _)| *preposition == lower);
                            if was_recased {
                                notes.likely.push(fact.clone());
                            }
                            fact
                        }
                        KnownAs::Likely(likely) => {
                            notes.likely.push(likely.clone());
                            likely
                        }
                        KnownAs::Cognate(cognate) => {
                            notes.cognates.push((word.clone(), cognate.clone()));
                            cognate
                        }
                        KnownAs::Unknown => {
                            notes.unknown.push(word.clone());
                            draft.push_str(word);
                            judged.push('…');
                            continue;
                        }
                    }
                }
            };
            draft.push_str(&word);
            judged.push_str(&word);
        }
        notes.terms.extend(question.prepared.puts.iter().filter(|put| put.is_doubtful).map(|put| put.text.clone()));
        let target = self.finished(question, &draft, pieces)?;
        let judged = self.finished(question, &judged, pieces)?;
        // The terms are put in by the glossary itself; which of them are not certain is told.
        let mut faults = (self.judge)(question.request, &Target::draft(judged, self.name.clone())).faults.into_iter();
        if let Some(reason) = faults.find(|fault| !matches!(fault, RejectionReason::Terms { .. })) {
            return Err(reason);
        }
        Ok((Target::draft(target, self.name.clone()), notes))
    }

    /// Inspects a draft, puts in place what the engine did not see, and sets it as the language does.
    fn finished(&self, question: &Question<'_>, draft: &str, pieces: &[DraftPiece]) -> Result<Text, RejectionReason> {
        let protected = protect(&question.prepared.text);
        let inspected = match inspect(&self.pair, &question.prepared.text, &protected, draft.trim()) {
            // Kin languages share words, so that a draft may be right and the same; not if it has nothing but unknown ones.
            Err(RejectionReason::Unchanged | RejectionReason::Echo) if has_known(question, pieces) => {
                protected.restore(draft.trim())?
            }
            inspected => inspected?,
        };
        let profile = self.profiles[1];
        let filled = question.prepared.filled(&inspected);
        let mut edits = typography(profile, &filled.prose);
        // No-break spaces are set when the edition is built.
        edits.retain(|edit| !edit.replacement.contains('\u{a0}'));
        let set = apply_to_text(&filled, &edits);
        let edits = alternations(&profile.alternation, &profile.alphabet.vowels, &set.prose);
        Ok(apply_to_text(&set, &edits))
    }
}

/// A text with the first of several forms of a word that the engine gives (`one/other`).
fn first_forms(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().peekable();
    while let Some(c) = chars.next() {
        let is_next = chars.peek().is_some_and(|next| next.is_alphabetic());
        if c == '/' && is_next && out.ends_with(char::is_alphabetic) {
            while chars.next_if(|c| c.is_alphanumeric() || matches!(c, '\'' | '’' | 'ʼ' | '/')).is_some() {}
        } else {
            out.push(c);
        }
    }
    out
}

/// Whether anything of a text was translated: a word that the engine knows, or a term.
fn has_known(question: &Question<'_>, pieces: &[DraftPiece]) -> bool {
    let is_known = |piece: &DraftPiece| matches!(piece, DraftPiece::Text(text) if text.contains(char::is_alphabetic));
    !question.prepared.puts.is_empty() || pieces.iter().any(is_known)
}
