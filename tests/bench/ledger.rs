//! The cost of opening a long ledger: CPU seconds, elapsed seconds and peak memory of whole processes.
//!
//! `cargo bench --bench ledger` measures ledgers of 250,000, 500,000 and a million answers, `-- --write DIR` writes the
//! project with a million answers into a new folder.
#![allow(
    missing_docs,
    clippy::print_stdout,
    clippy::unwrap_used,
    reason = "a bench may panic, names itself, and prints"
)]

mod cost;
mod dice;

use std::{
    env, fs,
    io::{BufWriter, Write},
    path::Path,
};

use tempfile::TempDir;

use cost::least;
use dice::Dice;

/// The words of the answers.
const WORDS: [&str; 12] =
    ["войска", "застаецца", "дома", "ніхто", "яго", "ніколі", "не", "пытаў", "улада", "мяжа", "граніца", "краіна"];
/// An engine that writes each sentence in other letters.
const ENGINE: &str = r#"exec env LC_ALL=C.UTF-8 sed -E 'h; s/^\{"id":"([^"]*)".*/{"id":"\1","text":"/; x
s/.*"target_lang":"[^"]*","text":"(([^"\\]|\\.)*)","terms".*/\1/; y/abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ/абцдефгхійклмнопарстувшхузАБЦДЕФГХІЙКЛМНОПАРСТУВШХУЗ/
s/$/"}/; H; x; s/\n//'"#;

/// Writes a project with one short article and a ledger of so many answers, 30 of each article and locale.
fn write_project(folder: &Path, answers: usize) {
    let write = |path: &str, text: &str| {
        let path = folder.join(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    };
    write("tolmach.toml", "targets = [\"be\"]\nbackends = [\"command\"]\n");
    write("source/army.md", "---\ntitle: The army stays\n---\nOne came. Two came.\n");
    write("engine.sh", ENGINE);
    fs::create_dir_all(folder.join(".tolmach")).unwrap();
    let mut out = BufWriter::new(fs::File::create(folder.join(".tolmach/ledger.jsonl")).unwrap());
    let mut dice = Dice::new(7);
    for number in 0..answers {
        let (article, day, locale) = (number / 90, 1 + number / 90 % 28, ["be", "ru", "uk"][number / 30 % 3]);
        // The keys of real requests are digests: they come in no order.
        let mut eight = || dice.roll(1 << 31);
        let key = format!("{:08x}{:08x}{:08x}{:08x}", eight(), eight(), eight(), eight());
        writeln!(
            out,
            "{{\"asked\":\"{key}\",\"engine\":\"libretranslate\",\"pair\":\"en>{locale}\",\"article\":\"article-{article}\",\
             \"day\":\"2022-03-{day:02}\",\"segment\":\"{number:012x}\",\"characters\":{}}}",
            60 + number % 90
        )
        .unwrap();
        write!(out, "{{\"answered\":\"{key}\",\"text\":\"").unwrap();
        for _ in 0..10 {
            write!(out, "{} ", WORDS[dice.roll(WORDS.len())]).unwrap();
        }
        writeln!(out, "№{number}.\"}}").unwrap();
    }
    out.flush().unwrap();
}

fn main() {
    let arguments: Vec<_> = env::args_os().skip(1).filter(|argument| argument != "--bench").collect();
    if arguments.first().is_some_and(|first| first == cost::MEASURE) {
        return cost::measure(arguments.into_iter().skip(1));
    }
    if let [option, folder] = arguments.as_slice()
        && option == "--write"
    {
        return write_project(Path::new(folder), 1_000_000);
    }
    println!("| command | answers | CPU seconds | seconds | peak, MB |\n|---|---|---|---|---|");
    for answers in [250_000, 500_000, 1_000_000] {
        let dir = TempDir::new().unwrap();
        let folder = dir.path();
        write_project(folder, answers);
        let index = folder.join(".tolmach/ledger.index");
        let translate = ["translate", "--program", "sh engine.sh"];
        cost::tolmach(&translate, folder);
        let without = || {
            let _ = fs::remove_file(&index);
            cost::tolmach(&["ledger", "--format", "csv"], folder)
        };
        println!("| `ledger`, without an index | {answers} | {} |", least(|_| without()));
        let first = || {
            let _ = fs::remove_file(&index);
            cost::tolmach(&translate, folder)
        };
        println!("| `translate`, which makes it | {answers} | {} |", least(|_| first()));
        println!("| `ledger` | {answers} | {} |", least(|_| cost::tolmach(&["ledger", "--format", "csv"], folder)));
        let again = || {
            fs::remove_dir_all(folder.join("locales")).unwrap();
            cost::tolmach(&translate, folder)
        };
        println!("| `translate`, all answers stored | {answers} | {} |", least(|_| again()));
    }
}
