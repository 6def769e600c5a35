//! A cell of a paradigm: number, case and gender.

use std::fmt;

use crate::model::{Case, Form, Gender, Number};

/// A cell of a paradigm; forms without number and case, such as those of an invariable class, share the default one.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub struct ParadigmCell {
    /// Singular before plural.
    pub number: Option<Number>,
    /// In traditional order.
    pub case: Option<Case>,
    /// For adjectives.
    pub gender: Option<Gender>,
}

impl ParadigmCell {
    /// The cell of a form.
    #[must_use]
    pub const fn of(form: &Form) -> Self {
        Self { number: form.number, case: form.case, gender: form.gender }
    }

    /// Reads what [`fmt::Display`] writes; the error is a word that is no number, case or gender.
    pub(super) fn parse(text: &str) -> Result<Self, String> {
        let mut cell = Self::default();
        for word in text.split_whitespace().filter(|word| *word != "-") {
            let number = Number::ALL.into_iter().find(|number| number.as_str() == word);
            let case = Case::ALL.into_iter().find(|case| case.as_str() == word);
            let gender = Gender::ALL.into_iter().find(|gender| gender.as_str() == word);
            if number.is_none() && case.is_none() && gender.is_none() {
                return Err(word.to_owned());
            }
            cell = Self { number: cell.number.or(number), case: cell.case.or(case), gender: cell.gender.or(gender) };
        }
        Ok(cell)
    }
}

impl fmt::Display for ParadigmCell {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let words = [self.number.map(Number::as_str), self.case.map(Case::as_str), self.gender.map(Gender::as_str)]
            .into_iter()
            .flatten();
        let words: Vec<&str> = words.collect();
        out.write_str(if words.is_empty() { "-" } else { "" })?;
        out.write_str(&words.join(" "))
    }
}
