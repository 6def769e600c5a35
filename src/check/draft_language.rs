//! Whether a draft is in the language of the edition, by its letters: their script, and those that no longer text lacks.

use crate::model::{Side, clip, cut};

use super::{
    Bitext, Context,
    other_language::{Fragment, fragments},
    words::{Word, WordScript},
};

/// Letters after which a text has one of the language's telling letters.
const LONG: usize = 150;

/// The words of a draft that is in another language.
pub(super) fn other_language(context: &Context<'_>, bitext: &Bitext<'_>) -> Option<String> {
    if context.letters.is_empty() {
        return None;
    }
    let prose = &bitext.target.prose;
    if let Some(fragment) = fragments(context, bitext).into_iter().find(Fragment::is_certain) {
        return Some(clip(cut(prose, &fragment.span), 60));
    }
    lacks_telling_letters(context, bitext).then(|| clip(prose, 60))
}

/// Whether a long text has none of the letters by which the language is told from its neighbours.
fn lacks_telling_letters(context: &Context<'_>, bitext: &Bitext<'_>) -> bool {
    let telling = &context.target.telling;
    if telling.is_empty() {
        return false;
    }
    let is_home = |word: &&Word| {
        !word.in_address
            && !bitext.is_exempt(&word.span)
            && matches!(word.script, WordScript::Home | WordScript::Foreign | WordScript::Mixed)
    };
    let words = bitext.words(context, Side::Target).iter().filter(is_home);
    let mut letters = 0;
    for letter in words.flat_map(|word| cut(&bitext.target.prose, &word.span).chars()) {
        if letter.to_lowercase().any(|letter| telling.contains(letter)) {
            return false;
        }
        letters += 1;
    }
    letters >= LONG
}
