//! Rounds of random work in one project: a translator types, an editor rewrites, commands run, are raced and killed. What the
//! translator has saved is found afterwards where a person would look, unless she has overwritten it herself.
//!
//! A round is decided by dice with a fixed seed. `TOLMACH_STRESS_ROUNDS` is the number of rounds, `TOLMACH_STRESS_SEED` the seed.

#[path = "../bench/dice.rs"]
mod dice;
mod translator;

use std::{
    env, fs,
    io::{BufRead, BufReader},
    path::{Path, PathBuf},
    process::Stdio,
};

use dice::Dice;
use tempfile::TempDir;
use translator::Translator;

use crate::{cli::tolmach, support::is_installed};

/// Rounds in an ordinary run of the tests.
const ROUNDS: usize = 30;

/// The article's sentences, each in two wordings; a round may take one of them out.
const SENTENCES: [[&str; 2]; 7] = [
    ["The army stays at home.", "The army remains at home."],
    ["Nobody has ever asked it to march.", "Nobody has yet asked it to march anywhere."],
    ["The ministry says little about its plans.", "The ministry says nothing about its plans."],
    ["Officers wait for an order that does not come.", "Officers still wait for an order that never comes."],
    ["Their families write letters every week.", "Their families write long letters every month."],
    ["The railway carries grain again.", "The railway carries grain and timber again."],
    ["Winter comes late this year.", "Winter comes early this year."],
];

/// An engine that answers in Cyrillic letters: each sentence with its own letters changed.
const ENGINE: &str = r#"s/.*"id":"([^"]*)".*"text":"([^"]*)".*/\1\n\2/
h
s/\n.*//
x
s/^[^\n]*\n//
y/abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ/абцдефгхійклмнопкрстуввхізАБЦДЕФГХІЙКЛМНОПКРСТУВВХІЗ/
x
G
s/^([^\n]*)\n(.*)$/{"id":"\1","text":"\2"}/
"#;

const LOCALES: [&str; 2] = ["be", "uk"];
const NAMES: [&str; 2] = ["army", "forces"];

/// What happens to a command while it works.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Meanwhile {
    Nothing,
    /// The translator saves a segment file after this many steps of the command.
    Edit(usize),
    /// The command is killed after this many steps.
    Kill(usize),
}

/// The project and what has happened to it.
struct Project {
    folder: TempDir,
    dice: Dice,
    translator: Translator,
    /// The wording of each sentence; `None` for one that is taken out.
    wordings: [Option<usize>; SENTENCES.len()],
    /// The place of the article's present name in [`NAMES`], and of the one that it had before.
    name: usize,
    /// What has happened.
    log: Vec<String>,
}

impl Project {
    fn new(seed: u64) -> Self {
        let folder = tempfile::tempdir().unwrap();
        let settings = "targets = [\"be\", \"uk\"]\nbackends = [\"memory\", \"command\"]\n";
        fs::write(folder.path().join("tolmach.toml"), settings).unwrap();
        fs::write(folder.path().join("engine.sed"), ENGINE).unwrap();
        fs::create_dir(folder.path().join("source")).unwrap();
        let mut project = Self {
            folder,
            dice: Dice::new(seed),
            translator: Translator::default(),
            wordings: [Some(0); SENTENCES.len()],
            name: 0,
            log: Vec::new(),
        };
        project.write_article();
        project
    }

    fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    fn article(&self) -> String {
        format!("source/{}.md", NAMES[self.name])
    }

    /// Writes the article in its present wording, under the name that it has on the disk.
    fn write_article(&mut self) {
        let sentences = SENTENCES.iter().zip(self.wordings);
        let words: Vec<&str> = sentences.filter_map(|(texts, wording)| Some(texts[wording?])).collect();
        let half = words.len() / 2;
        let text =
            format!("---\ntitle: The army stays\n---\n{}\n\n{}\n", words[..half].join(" "), words[half..].join(" "));
        fs::write(self.path(&self.article()), text).unwrap();
    }

    /// Rewords a sentence, takes it out, or puts it back as it was.
    fn reword(&mut self) {
        let sentence = self.dice.roll(SENTENCES.len());
        self.wordings[sentence] = [Some(0), Some(0), Some(1), None][self.dice.roll(4)];
        self.log.push(format!("sentence {sentence} is now {:?}", self.wordings[sentence]));
        self.write_article();
    }

    /// The segment files that are there, also of an earlier name.
    fn segment_files(&self) -> Vec<PathBuf> {
        let paths = LOCALES
            .iter()
            .flat_map(|locale| NAMES.iter().map(move |name| format!("locales/{locale}/segments/{name}.xlf")));
        paths.map(|path| self.path(&path)).filter(|path| path.is_file()).collect()
    }

    /// The copies that the translator has not returned yet.
    fn copies(&self) -> Vec<PathBuf> {
        let paths = LOCALES.iter().flat_map(|locale| NAMES.iter().map(move |name| format!("out/{locale}/{name}.xlf")));
        paths.map(|path| self.path(&path)).filter(|path| path.is_file()).collect()
    }

    fn types_into_a_segment_file(&mut self, in_place: bool) {
        let files = self.segment_files();
        if !files.is_empty() {
            let file = &files[self.dice.roll(files.len())];
            let what = self.translator.types(file, &mut self.dice, in_place);
            self.log.push(format!("types {what:?} into {}", file.display()));
        }
    }

    fn types_into_a_copy(&mut self) {
        let files = self.copies();
        if !files.is_empty() {
            let file = &files[self.dice.roll(files.len())];
            let what = self.translator.types(file, &mut self.dice, false);
            self.log.push(format!("types {what:?} into {}", file.display()));
        }
    }

    /// Runs a command; returns its exit code unless it was killed. Its steps are what it logs.
    fn run(&mut self, arguments: &[&str], meanwhile: Meanwhile) -> Option<i32> {
        let program = format!("sed -u -E -f {}", self.path("engine.sed").display());
        let mut command = tolmach(self.folder.path(), arguments);
        command.args(["-vv", "--no-progress"]).env("TOLMACH_PROGRAM", program).env("LC_ALL", "C.UTF-8");
        let mut child = command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::piped()).spawn().unwrap();
        let mut steps = BufReader::new(child.stderr.take().unwrap());
        let mut said = Vec::new();
        let mut passes = |count: usize| {
            for _ in 0..count {
                let mut line = String::new();
                if steps.read_line(&mut line).unwrap() == 0 {
                    break;
                }
                said.push(line);
            }
        };
        match meanwhile {
            Meanwhile::Nothing => {}
            Meanwhile::Edit(count) => {
                passes(count);
                // A file written in place may be seen half written; `merge` also brings texts that an editor that does not
                // look again would overwrite.
                let in_place = arguments[0] != "merge" && self.dice.roll(2) == 0;
                self.types_into_a_segment_file(in_place);
            }
            Meanwhile::Kill(count) => {
                passes(count);
                child.kill().unwrap();
            }
        }
        passes(usize::MAX);
        let exit = child.wait().unwrap().code();
        self.log.push(format!("{arguments:?} {meanwhile:?}: {exit:?}"));
        if exit.is_none_or(|exit| exit > 1) {
            let errors =
                said.iter().filter(|line| line.starts_with("error")).map(|line| format!("    {}", line.trim_end()));
            self.log.extend(errors);
        }
        exit
    }

    /// Does what the dice say, with a command in it.
    fn round(&mut self) {
        for _ in 0..self.dice.roll(3) {
            match self.dice.roll(5) {
                0 => self.reword(),
                1 => self.types_into_a_copy(),
                _ => {
                    let in_place = self.dice.roll(2) == 0;
                    self.types_into_a_segment_file(in_place);
                }
            }
        }
        let step = self.dice.roll(10);
        let meanwhile = [Meanwhile::Nothing, Meanwhile::Edit(step), Meanwhile::Kill(step)][self.dice.roll(3)];
        let locale = LOCALES[self.dice.roll(2)];
        let segment = ["ours", "theirs"][self.dice.roll(2)];
        match self.dice.roll(12) {
            0..=2 => drop(self.run(&["run"], meanwhile)),
            3 => drop(self.run(&["translate", "--redo"], meanwhile)),
            4 => drop(self.run(&["check", "--fix"], meanwhile)),
            5 => drop(self.run(&["approve", "--as", "final", "--by", "Desk"], meanwhile)),
            6 => drop(self.run(&["approve", "--locale", locale, "--as", "reviewed", "--by", "Desk"], meanwhile)),
            7 => drop(self.run(&["export", "--output", "out"], Meanwhile::Nothing)),
            8 | 9 => self.returns_copies(meanwhile),
            10 => drop(self.run(&["merge", "--resolve", segment], meanwhile)),
            _ => self.renames(meanwhile),
        }
    }

    /// Merges what the translator returns; a copy that was merged is done with.
    fn returns_copies(&mut self, meanwhile: Meanwhile) {
        for copy in self.copies() {
            let name = copy.strip_prefix(self.folder.path()).unwrap().to_string_lossy().into_owned();
            let article = NAMES[self.name];
            let exit = self.run(&["merge", &name, "--article", article, "--by", "Ala"], meanwhile);
            if matches!(exit, Some(0 | 1)) {
                fs::remove_file(copy).unwrap();
            }
        }
    }

    /// Gives the article its other name, or completes a rename that was stopped.
    fn renames(&mut self, meanwhile: Meanwhile) {
        let other = 1 - self.name;
        let is_left_behind = self.segment_files().iter().any(|path| path.ends_with(format!("{}.xlf", NAMES[other])));
        let (from, to) = if is_left_behind { (other, self.name) } else { (self.name, other) };
        self.run(&["mv", NAMES[from], NAMES[to]], meanwhile);
        if self.path(&format!("source/{}.md", NAMES[to])).is_file() {
            self.name = to;
        }
        // Where people have worked under both names, their files are joined, and the earlier one is deleted.
        for locale in LOCALES {
            let [left, taken] =
                [1 - self.name, self.name].map(|name| format!("locales/{locale}/segments/{}.xlf", NAMES[name]));
            if self.path(&left).is_file() && self.path(&taken).is_file() {
                let exit = self.run(&["merge", "--article", NAMES[self.name], &left], Meanwhile::Nothing);
                if matches!(exit, Some(0 | 1)) {
                    fs::remove_file(self.path(&left)).unwrap();
                }
            }
        }
    }

    /// Fails if something is lost that the translator has typed.
    fn check(&self) {
        let lost = self.translator.lost(&[self.path("locales"), self.path("out")]);
        assert!(
            lost.is_empty(),
            "{lost:?} after\n{}\n{}",
            self.log.join("\n"),
            self.segment_files().iter().map(|path| fs::read_to_string(path).unwrap()).collect::<String>()
        );
    }
}

fn number(variable: &str, otherwise: usize) -> usize {
    env::var(variable).map_or(otherwise, |value| value.parse().unwrap())
}

#[test]
fn nothing_that_a_translator_saves_is_lost_whatever_happens_meanwhile() {
    if !is_installed("sed", &["-u", "-E", "", "/dev/null"]) {
        return;
    }
    let (rounds, seed) = (number("TOLMACH_STRESS_ROUNDS", ROUNDS), number("TOLMACH_STRESS_SEED", 1919));
    let mut project = Project::new(seed as u64);
    assert_eq!(project.run(&["translate"], Meanwhile::Nothing), Some(0), "{}", project.log.join("\n"));
    for round in 0..rounds {
        project.log.push(format!("-- round {round}"));
        project.round();
        project.check();
    }
    // The project still works when everybody has gone home.
    project.run(&["mv", NAMES[1 - project.name], NAMES[project.name]], Meanwhile::Nothing);
    let exit = project.run(&["run"], Meanwhile::Nothing);
    assert!(matches!(exit, Some(0 | 1)), "{exit:?}: {}", project.log.join("\n"));
    project.check();
    assert!(project.translator.typed() >= rounds / 3, "{} texts in {rounds} rounds", project.translator.typed());
    println!("{}", project.summary(rounds));
}

impl Project {
    /// What was done and found.
    fn summary(&self, rounds: usize) -> String {
        let count = |word: &str| self.log.iter().filter(|line| line.contains(word)).count();
        let conflicts = |path: &Path| {
            fs::read_dir(path)
                .unwrap()
                .filter(|entry| entry.as_ref().unwrap().file_name().to_string_lossy().contains(".conflict."))
                .count()
        };
        let open: usize =
            LOCALES.iter().map(|locale| conflicts(&self.path(&format!("locales/{locale}/segments")))).sum();
        format!(
            "{rounds} rounds: {} texts typed, {} overwritten by the translator, {} found, {} lost; {} commands, {} killed, {} raced, \
             {open} conflict files left",
            self.translator.typed(),
            self.translator.overwritten(),
            self.translator.typed() - self.translator.overwritten(),
            self.translator.lost(&[self.path("locales"), self.path("out")]).len(),
            count("[\""),
            count(": None"),
            count(" Edit("),
        )
    }
}
