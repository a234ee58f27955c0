//! Whether a word of a model is one that a family names.

/// `#` in the name stands for one digit, `*` at its end for ASCII letters or nothing; all else for itself.
pub(super) fn matches(name: &str, word: &str) -> bool {
    let (stem, open) = name.strip_suffix('*').map_or((name, false), |stem| (stem, true));
    let mut left = word.chars();
    for wanted in stem.chars() {
        let same = |found: char| if wanted == '#' { found.is_ascii_digit() } else { found == wanted };
        if !left.next().is_some_and(same) {
            return false;
        }
    }
    let rest = left.as_str();
    rest.is_empty() || open && rest.chars().all(|c| c.is_ascii_alphabetic())
}
