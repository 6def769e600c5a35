//! How the length of a translation compares with what is to be expected.

use crate::model::Side;

use super::{Bitext, Context, words::WordScript};

/// How much longer a translation is than is to be expected, as a natural logarithm; 0 where either text is empty.
#[expect(clippy::cast_precision_loss, reason = "lengths of texts")]
pub(super) fn growth(context: &Context<'_>, bitext: &Bitext<'_>) -> f64 {
    *bitext.growth.get_or_init(|| {
        let letters = |text: &str| text.chars().count() as f64;
        let (source, target) = (letters(&bitext.source.prose), letters(&bitext.target.prose));
        if source < 1.0 || target < 1.0 { 0.0 } else { (target / source / context.expansion).ln() }
    })
}

/// Whether both texts have words, and the translation some in the script of its language.
pub(super) fn has_words(context: &Context<'_>, bitext: &Bitext<'_>) -> bool {
    let is_home = |script: WordScript| matches!(script, WordScript::Home | WordScript::Foreign);
    !context.letters.is_empty()
        && bitext.words(Side::Target).iter().any(|word| is_home(word.script))
        && bitext.words(Side::Source).iter().any(|word| !word.has_digit && !word.in_address)
}
