//! Segment files: written and read.

use super::support::*;
use tolmach::model::{Approval, Leverage, Obsolete, Origin, Role, State, Target};

const ARTICLE: &str = "
    title: Minsk keeps its army at home
    paragraph: Lukashenka says *no* to Putin. | He never says it [aloud].
    caption: Two officers at a map.
    boilerplate donate: Please support us.
";

#[test]
fn what_is_written_is_read_again() {
    let article = article(ARTICLE);
    let mut translation = translation(
        &article,
        &[
            (
                "Minsk",
                Target {
                    note: Some("«Дома» ў двукоссі?\nНе".to_owned()), ..human("Мінск трымае войска дома")
                },
            ),
            ("Lukashenka", draft("Лукашэнка кажа *не* Пуціну.")),
            (
                "He never",
                Target {
                    stale: Some(text("He never says [so]; never < ever.")),
                    state: State::Initial,
                    ..human("Ён ніколі [гэтага] не кажа.")
                },
            ),
            (
                "Two",
                Target {
                    approval: Some(Approval { by: "А. Б.; 100%".to_owned(), date: "2022-03-22".to_owned() }),
                    ..approved("Два афіцэры ля мапы.", State::Final)
                },
            ),
        ],
    );
    translation.obsolete.push(Obsolete {
        id: "0123456789ab-2".parse().unwrap(),
        role: Role::Boilerplate("about".to_owned()),
        source: text("Gone [with] the wind."),
        target: Target {
            origin: Origin::Memory { leverage: Leverage::Fuzzy(87) }, ..human("Сышло [разам] з ветрам.")
        },
    });
    let file = write(&article, &translation);
    println!("{file}");
    assert_eq!(read(&file).translation(&translation.locale), translation);
    assert_eq!(update(&file, &article, &translation), file);
}
