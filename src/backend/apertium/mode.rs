//! A mode of Apertium: the programs through which a text goes, each with its data.

use std::path::PathBuf;

use crate::model::Case;

/// The programs of a mode, in order.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ApertiumMode {
    /// Program and arguments of each.
    pub(super) stages: Vec<Vec<String>>,
    /// Which of them inflects the words.
    pub(super) generator: usize,
    pub(super) pair: PairFacts,
    /// The folder with the programs, so that no other of their name is run; empty where these are looked up.
    pub programs: PathBuf,
}

/// What a pair of languages needs besides its mode.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PairFacts {
    /// Tags of readings in the source for which the pair has no forms.
    pub refused: Vec<String>,
    /// Prepositions with another case in the target: the word in lower case, its case, and the other.
    pub governs: Vec<(String, Case, Case)>,
    /// Words that the engine takes for other words: each in lower case, with tags of a word before it that show that it is
    /// right, several in one reading parted by a blank.
    pub homographs: Vec<Vec<String>>,
    /// Translations in place of the engine's: how a word's analysis begins, and how that of the translation does.
    pub lexicon: Vec<(String, String)>,
    /// Tags to replace before words are inflected: what stands there, and what the generator knows.
    pub repairs: Vec<(String, String)>,
    /// Tags of words that stand as they are, without the generator.
    pub invariable: Vec<String>,
}

/// Why a mode cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum ModeError {
    /// A program that is none of Apertium's.
    #[error("`{0}` is no program of Apertium")]
    Program(String),
    /// No program of it inflects words, or a quotation is open.
    #[error("it is no pipe of programs that ends in words")]
    Shape,
}

/// The programs that a mode may have besides `apertium-…`.
const PROGRAMS: [&str; 4] = ["lt-proc", "cg-proc", "lrx-proc", "lsx-proc"];

impl ApertiumMode {
    /// Reads a mode as it is installed: one line for a shell, of which only words, quotations and pipes are understood.
    ///
    /// All programs are told to pass a text on at each NUL. The statistical tagger is left out where a constraint
    /// grammar stands before it, which then decides alone: together they lose whole sentences without an error.
    pub fn parse(text: &str, pair: PairFacts) -> Result<Self, ModeError> {
        let mut stages: Vec<Vec<String>> = Vec::new();
        let mut generator = None;
        for mut words in commands(text)? {
            let program = words.first().cloned().unwrap_or_default();
            let is_ours = PROGRAMS.contains(&program.as_str())
                || program.strip_prefix("apertium-").is_some_and(|name| {
                    !name.is_empty() && name.chars().all(|c| c.is_ascii_alphanumeric() || c == '-')
                });
            if !is_ours {
                return Err(ModeError::Program(program));
            }
            let follows_grammar = stages.last().and_then(|stage| stage.first()).is_some_and(|name| name == "cg-proc");
            if program == "apertium-tagger" && follows_grammar {
                continue;
            }
            if words.iter().any(|word| word == "$1") {
                generator = Some(stages.len());
            }
            words.retain(|word| word != "$2");
            words.iter_mut().filter(|word| *word == "$1").for_each(|word| "-g".clone_into(word));
            words.insert(1, "-z".to_owned());
            if program == "cg-proc" {
                // The first analysis of each word, without the word itself, as the tagger would give it.
                words.splice(1..1, ["-1", "-n"].map(str::to_owned));
            }
            stages.push(words);
        }
        let generator = generator.ok_or(ModeError::Shape)?;
        Ok(Self { stages, generator, pair, programs: PathBuf::new() })
    }
}

/// The commands of a pipe, each as its words.
fn commands(text: &str) -> Result<Vec<Vec<String>>, ModeError> {
    let mut commands = vec![Vec::new()];
    let mut word: Option<String> = None;
    let mut quote = None;
    for c in text.trim().chars() {
        match quote {
            Some(open) if c == open => quote = None,
            None if matches!(c, '\'' | '"') => {
                quote = Some(c);
                word.get_or_insert_default();
            }
            None if c.is_whitespace() || c == '|' => {
                if let (Some(word), Some(command)) = (word.take(), commands.last_mut()) {
                    command.push(word);
                }
                if c == '|' {
                    commands.push(Vec::new());
                }
            }
            _ => word.get_or_insert_default().push(c),
        }
    }
    if let (Some(word), Some(command)) = (word, commands.last_mut()) {
        command.push(word);
    }
    let is_whole = quote.is_none() && commands.iter().all(|command| !command.is_empty());
    if is_whole { Ok(commands) } else { Err(ModeError::Shape) }
}
