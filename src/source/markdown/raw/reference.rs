//! Character references as HTML reads them (HTML, 13.2.5.72), also without their semicolon.

use crate::{model::cut, source::markdown::plain};

/// The names that are read without a semicolon, for the sake of old pages.
const WITHOUT_SEMICOLON: &str = "AElig AMP Aacute Acirc Agrave Aring Atilde Auml COPY Ccedil ETH Eacute Ecirc Egrave \
    Euml GT Iacute Icirc Igrave Iuml LT Ntilde Oacute Ocirc Ograve Oslash Otilde Ouml QUOT REG THORN Uacute Ucirc \
    Ugrave Uuml Yacute aacute acirc acute aelig agrave amp aring atilde auml brvbar ccedil cedil cent copy curren deg \
    divide eacute ecirc egrave eth euml frac12 frac14 frac34 gt iacute icirc iexcl igrave iquest iuml laquo lt macr \
    micro middot nbsp not ntilde oacute ocirc ograve ordf ordm oslash otilde ouml para plusmn pound quot raquo reg \
    sect shy sup1 sup2 sup3 szlig thorn times uacute ucirc ugrave uml uuml yacute yen yuml";

/// The character reference that `text` begins with, decoded, and its length. In an attribute a name without a semicolon
/// is none where it could be a parameter of an address.
pub(super) fn reference(text: &str, in_attribute: bool) -> Option<(String, usize)> {
    if let Some(found) = plain::reference(text) {
        return Some(found);
    }
    let body = text.strip_prefix('&')?;
    if let Some(number) = body.strip_prefix('#') {
        let hexadecimal = number.starts_with(['x', 'X']);
        let digits = cut(number, &(usize::from(hexadecimal)..number.len()));
        let is_digit = |byte: &u8| if hexadecimal { byte.is_ascii_hexdigit() } else { byte.is_ascii_digit() };
        let length = 2 + usize::from(hexadecimal) + digits.bytes().take(8).take_while(is_digit).count();
        let (decoded, _) = plain::reference(&format!("{};", cut(text, &(0..length))))?;
        return Some((decoded, length));
    }
    let word = cut(body, &(0..6));
    let names = WITHOUT_SEMICOLON.split_ascii_whitespace().filter(|name| word.starts_with(name));
    let name = names.max_by_key(|name| name.len())?;
    let length = 1 + name.len();
    let goes_on = cut(text, &(length..text.len())).starts_with(|c: char| c.is_ascii_alphanumeric() || c == '=');
    if in_attribute && goes_on {
        return None;
    }
    let (decoded, _) = plain::reference(&format!("&{name};"))?;
    Some((decoded, length))
}
