//! The title of a router's first page, from bytes that anybody may have sent. No HTML is parsed: the scan knows the title
//! element and nothing else, so a title in a comment or a script counts as well; it only chooses words of help.

/// So much of a page is looked at, in bytes.
pub(super) const MAX_PAGE: usize = 64 * 1024;
/// Longest title taken, in bytes.
const MAX_TITLE: usize = 256;

/// The text of the first title element within the first [`MAX_PAGE`] bytes, its blanks and control characters made one
/// blank each; `None` where there is none, or an empty one. Character references stay as they are.
pub(super) fn title(page: &[u8]) -> Option<String> {
    let page = page.get(..page.len().min(MAX_PAGE))?;
    let mut rest = page;
    loop {
        let at = rest.windows(6).position(|w| w.eq_ignore_ascii_case(b"<title"))?;
        rest = rest.get(at + 6..)?;
        match rest.first()? {
            b'>' => break,
            // Attributes may follow.
            c if c.is_ascii_whitespace() => {
                let end = rest.iter().take(MAX_TITLE).position(|c| *c == b'>')?;
                rest = rest.get(end..)?;
                break;
            }
            // Another element whose name begins so.
            _ => {}
        }
    }
    let inside = rest.get(1..)?;
    let inside = inside.get(..inside.len().min(MAX_TITLE))?;
    let text = inside.split(|c| *c == b'<').next()?;
    let text = String::from_utf8_lossy(text);
    let words = text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|w| !w.is_empty());
    let text = words.collect::<Vec<_>>().join(" ");
    (!text.is_empty()).then_some(text)
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn of(page: &str) -> Option<String> {
        title(page.as_bytes())
    }

    #[test]
    fn the_first_title_is_taken() {
        assert_eq!(of("<html><head><title>FRITZ!Box</title>").as_deref(), Some("FRITZ!Box"));
        assert_eq!(of("<TITLE lang=de>\n ASUS\t Login \n</TITLE>").as_deref(), Some("ASUS Login"));
        assert_eq!(of("<titles>no</titles><title>yes").as_deref(), Some("yes"));
        assert_eq!(of("<title></title><title>second</title>"), None);
        for none in ["", "<title", "<title>", "<title ", "title>x", "<title></title>", "<html>no</html>"] {
            assert_eq!(of(none), None, "{none}");
        }
    }

    #[test]
    fn it_is_bounded() {
        let long = format!("<title>{}</title>", "a".repeat(1000));
        assert_eq!(of(&long).map(|t| t.len()), Some(MAX_TITLE));
        let late = format!("{}<title>x</title>", " ".repeat(MAX_PAGE));
        assert_eq!(of(&late), None);
        assert_eq!(title(b"<title>a\0b\xff\x1bc</title>").as_deref(), Some("a b\u{fffd} c"));
    }

    proptest! {
        #[test]
        fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..400), page in "(<title|[<>/a \u{e9}]|TITLE){0,40}") {
            let _ = title(&bytes);
            let _ = title(page.as_bytes());
            let mut spoiled = b"<title>".to_vec();
            spoiled.extend(bytes);
            prop_assert!(title(&spoiled).is_none_or(|t| t.len() <= 3 * MAX_TITLE));
        }
    }
}
