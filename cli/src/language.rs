//! Which language a person wants.

use inkjoin::guide::texts::negotiate;

/// The wish of the environment, as POSIX has it: the first of these that is set decides.
const VARIABLES: [&str; 3] = ["LC_ALL", "LC_MESSAGES", "LANG"];

/// The tag that was typed, if there is such a language; else a `None` that names none.
pub fn known(tag: &str) -> Option<&'static str> {
    let first = |tag: &str| tag.split(['-', '_']).next().unwrap_or_default().to_ascii_lowercase();
    Some(negotiate(tag)).filter(|found| first(found) == first(tag))
}

/// For the command line.
///
/// # Errors
/// There is no such language; the text tells which ones there are.
pub fn argument(tag: &str) -> Result<String, String> {
    let all = || inkjoin::guide::texts::tags().collect::<Vec<_>>().join(", ");
    known(tag).map(str::to_owned).ok_or_else(|| format!("there are {}", all()))
}

/// What the environment wants, as a BCP 47 tag: `de_AT.UTF-8` → `de-AT`. `C` and nothing at all give English.
pub fn of_environment(variable: impl Fn(&str) -> Option<String>) -> String {
    let set = VARIABLES.into_iter().filter_map(variable).find(|value| !value.is_empty());
    let value = set.unwrap_or_default();
    value.split(['.', '@']).next().unwrap_or_default().replace('_', "-")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_environment_is_asked_in_posixs_order() {
        let wanted = |set: &[(&str, &str)]| {
            of_environment(|name| set.iter().find(|(n, _)| *n == name).map(|(_, v)| (*v).to_owned()))
        };
        assert_eq!(wanted(&[]), "");
        assert_eq!(wanted(&[("LANG", "de_AT.UTF-8@euro")]), "de-AT");
        assert_eq!(wanted(&[("LANG", "en_GB"), ("LC_MESSAGES", "de")]), "de");
        assert_eq!(wanted(&[("LC_ALL", "C"), ("LC_MESSAGES", "de")]), "C");
        assert_eq!(wanted(&[("LC_ALL", ""), ("LC_MESSAGES", "de")]), "de");
        assert_eq!((negotiate("C"), negotiate("POSIX")), ("en", "en"));
    }

    #[test]
    fn a_language_that_is_not_there_is_told_from_english() {
        assert_eq!(
            ["en-GB", "de_CH", "AR-xb", "fr", "ar", ""].map(known),
            [Some("en"), Some("de"), Some("ar-XB"), None, None, None]
        );
        assert_eq!(argument("fr"), Err("there are en, de, en-XA, ar-XB".to_owned()));
    }
}
