//! Two languages for trying layouts. They are made from the literal parts of English messages while these are formatted,
//! so selectors, references and values put in are untouched.

use std::borrow::Cow;

/// Before a whole accented message: where it is missing, the text was cut.
pub(super) const BEGIN: char = '⟦';
/// After it.
pub(super) const END: char = '⟧';

const PLAIN: &str = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
const ACCENTED: &str = "áƀçďéƒĝĥíĵķĺḿñóƥɋřšţúṽŵẋýžÁƁÇĎÉƑĜĤÍĴĶĹḾÑÓƤɊŘŠŢÚṼŴẊÝŽ";
const TWICE: &str = "aeiousyAEIOUSY";

/// Accents on every letter, vowels and s twice: about 40 % longer, as translations of short texts are.
pub(super) fn accented(text: &str) -> Cow<'_, str> {
    let mut made = String::with_capacity(text.len() * 2);
    for c in text.chars() {
        let other = PLAIN.chars().zip(ACCENTED.chars()).find(|(plain, _)| *plain == c);
        let c_made = other.map_or(c, |(_, accented)| accented);
        made.push(c_made);
        if TWICE.contains(c) {
            made.push(c_made);
        }
    }
    Cow::Owned(made)
}

const RLM: char = '\u{200f}';
const RLO: char = '\u{202e}';
const PDF: char = '\u{202c}';

/// Each word is made to run from right to left, as in Android's `ar-XB`. Word by word, so that a line can be broken
/// between any two; the marks around it make an isolated text be taken for one that runs right to left. Numbers and
/// addresses run left to right in such languages too.
pub(super) fn mirrored(text: &str) -> Cow<'_, str> {
    let mut made = String::with_capacity(text.len() * 3);
    for piece in text.split_inclusive(char::is_whitespace) {
        let rest = piece.trim_start_matches(|c: char| !c.is_alphanumeric());
        let word = rest.trim_end_matches(|c: char| !c.is_alphanumeric());
        if !word.contains(char::is_alphabetic) {
            made.push_str(piece);
            continue;
        }
        // What stands around the word has no direction of its own and takes that of the line.
        let (before, after) = (piece.strip_suffix(rest), rest.strip_prefix(word));
        made.push_str(before.unwrap_or_default());
        made.extend([RLM, RLO]);
        made.push_str(word);
        made.extend([PDF, RLM]);
        made.push_str(after.unwrap_or_default());
    }
    Cow::Owned(made)
}
