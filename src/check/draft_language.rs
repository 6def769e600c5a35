//! Whether a draft is in the language of the edition, by the script of its letters and by its words.

use crate::model::{clip, cut};

use super::{Bitext, Context, other_language, sibling_language};

/// The words of a draft that is in another language.
pub(super) fn foreign_words(context: &Context<'_>, bitext: &Bitext<'_>) -> Option<String> {
    if context.letters.is_empty() {
        return None;
    }
    let foreign = other_language::fragments(context, bitext).into_iter().find(other_language::Fragment::is_certain);
    let prose = &bitext.target.prose;
    let span = foreign.map(|fragment| fragment.span).or_else(|| {
        let fragments = sibling_language::fragments(context, bitext);
        let related = fragments.into_iter().find(|fragment| fragment.is_beyond_doubt(context, prose));
        related.map(|fragment| fragment.span)
    })?;
    Some(clip(cut(prose, &span), 60))
}
