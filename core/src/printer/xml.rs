//! XML from devices, with bounds: no DTD and so no entities, few nodes, no depth.

use roxmltree::{Document, Node, ParsingOptions};

use crate::net::Trouble;
use crate::net::http::MAX_BODY;

/// LEDM's documents nest some ten levels deep.
const MAX_DEPTH: usize = 32;
/// The largest document known has some 500 nodes.
const MAX_NODES: u32 = 20_000;
/// roxmltree compares each attribute with those before it and copies a parent's namespaces into each element that
/// declares one of its own: both grow with the square.
const MAX_ATTRIBUTES: usize = 4_000;
const MAX_NAMESPACES: usize = 1_000;

/// Parses a document and hands its root element over.
///
/// roxmltree 0.21.2 parses nested elements in a loop and keeps nodes in a vector, so depth costs no stack, neither here nor
/// when the document is dropped; the depth is bounded for what walks it later.
pub(super) fn read<T>(body: &[u8], look: impl FnOnce(Node<'_, '_>) -> Option<T>) -> Result<T, Trouble> {
    let body = body.strip_prefix(b"\xef\xbb\xbf").unwrap_or(body);
    if body.len() > MAX_BODY {
        return Err(Trouble::TooLarge);
    }
    let text = std::str::from_utf8(body).map_err(|_| Trouble::Malformed)?;
    if text.matches('=').take(MAX_ATTRIBUTES + 1).count() > MAX_ATTRIBUTES
        || text.matches("xmlns").take(MAX_NAMESPACES + 1).count() > MAX_NAMESPACES
    {
        return Err(Trouble::Malformed);
    }
    let options = ParsingOptions { allow_dtd: false, nodes_limit: MAX_NODES, ..ParsingOptions::default() };
    let document =
        Document::parse_with_options(text.trim_start(), options).map_err(|_| Trouble::Malformed)?;
    if !shallow(&document) {
        return Err(Trouble::Malformed);
    }
    look(document.root_element()).ok_or(Trouble::Malformed)
}

fn shallow(document: &Document<'_>) -> bool {
    let mut depth = 0usize;
    let mut node = Some(document.root());
    // Down to the first child, else to the next sibling, else back up to one that has a next sibling.
    while let Some(here) = node {
        if depth > MAX_DEPTH {
            return false;
        }
        node = here.first_child();
        if node.is_some() {
            depth += 1;
            continue;
        }
        let mut up = here;
        node = loop {
            if let Some(next) = up.next_sibling() {
                break Some(next);
            }
            let Some(parent) = up.parent() else { break None };
            depth = depth.saturating_sub(1);
            up = parent;
        };
    }
    true
}

/// Names are compared by namespace and local name: devices choose their own prefixes.
pub(super) trait Named<'a, 'i>: Sized {
    fn is(&self, namespace: &str, name: &str) -> bool;
    /// Child elements of that name.
    fn all(self, namespace: &'static str, name: &'static str) -> impl Iterator<Item = Self>;
    /// The first child element of that name.
    fn one(self, namespace: &'static str, name: &'static str) -> Option<Self>;
    /// The first descendant of that name.
    fn deep(self, namespace: &'static str, name: &'static str) -> Option<Self>;
    /// The trimmed text of the first child element of that name.
    fn text_of(self, namespace: &'static str, name: &'static str) -> Option<&'a str>;
}

impl<'a, 'i> Named<'a, 'i> for Node<'a, 'i> {
    fn is(&self, namespace: &str, name: &str) -> bool {
        self.is_element() && self.tag_name().name() == name && self.tag_name().namespace() == Some(namespace)
    }

    fn all(self, namespace: &'static str, name: &'static str) -> impl Iterator<Item = Self> {
        self.children().filter(move |c| c.is(namespace, name))
    }

    fn one(self, namespace: &'static str, name: &'static str) -> Option<Self> {
        self.all(namespace, name).next()
    }

    fn deep(self, namespace: &'static str, name: &'static str) -> Option<Self> {
        self.descendants().find(|d| d.is(namespace, name))
    }

    fn text_of(self, namespace: &'static str, name: &'static str) -> Option<&'a str> {
        Some(self.one(namespace, name)?.text().unwrap_or_default().trim())
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use std::time::{Duration, Instant};

    use proptest::prelude::*;

    use super::*;

    fn parse(text: impl AsRef<[u8]>) -> Result<String, Trouble> {
        read(text.as_ref(), |root| Some(root.tag_name().name().to_owned()))
    }

    fn nested(depth: usize) -> String {
        format!("{}{}", "<a>".repeat(depth), "</a>".repeat(depth))
    }

    #[test]
    fn a_document_is_read_by_namespace() {
        let text = "\u{feff}<?xml version=\"1.0\"?>\n<x:r xmlns:x='urn:n'><x:a> 1 </x:a><a>2</a></x:r>";
        assert_eq!(read(text.as_bytes(), |r| Some(r.text_of("urn:n", "a")?.to_owned())), Ok("1".into()));
        assert_eq!(
            read(text.as_bytes(), |r| Some(r.text_of("urn:m", "a")?.to_owned())),
            Err(Trouble::Malformed)
        );
    }

    #[test]
    fn depth_is_bounded_and_costs_no_stack() {
        assert_eq!(parse(nested(32)), Ok("a".into()));
        assert_eq!(parse(nested(33)), Err(Trouble::Malformed));
        assert_eq!(parse(nested(64)), Err(Trouble::Malformed));
        let tiny = std::thread::Builder::new().stack_size(64 << 10);
        let deep = tiny
            .spawn(|| (parse(nested(149_000)), parse("<a>".repeat(300_000)), parse(nested(9_000))))
            .unwrap();
        assert_eq!(
            deep.join().unwrap(),
            (Err(Trouble::Malformed), Err(Trouble::Malformed), Err(Trouble::Malformed))
        );
    }

    #[test]
    fn size_entities_and_encodings_are_bounded() {
        assert_eq!(parse(format!("<a>{}</a>", "x".repeat(MAX_BODY))), Err(Trouble::TooLarge));
        let laughs = "<!DOCTYPE a [<!ENTITY b 'ha'><!ENTITY c '&b;&b;&b;&b;'>]><a>&c;</a>";
        assert_eq!(parse(laughs), Err(Trouble::Malformed));
        assert_eq!(parse("<!DOCTYPE a SYSTEM 'http://127.0.0.1/x'><a/>"), Err(Trouble::Malformed));
        for bad in ["", " ", "<a>&b;</a>", "<a", "<a></b>", "a", "<a/><b/>"] {
            assert_eq!(parse(bad), Err(Trouble::Malformed), "{bad}");
        }
        assert_eq!(parse(b"<a>\xff\xfe</a>"), Err(Trouble::Malformed));
        assert_eq!(parse(b"\xff\xfe<\0a\0/\0>\0"), Err(Trouble::Malformed));
    }

    #[test]
    fn what_grows_with_the_square_ends_soon() {
        let began = Instant::now();
        let attributes: String = (0..80_000).map(|i| format!(" a{i}=''")).collect();
        assert_eq!(parse(format!("<a{attributes}/>")), Err(Trouble::Malformed));
        let spaces: String = (0..20_000).map(|i| format!(" xmlns:a{i}='u'")).collect();
        assert_eq!(
            parse(format!("<a{spaces}>{}</a>", "<b xmlns='v'/>".repeat(20_000))),
            Err(Trouble::Malformed)
        );
        let fewer: String = (0..500).map(|i| format!(" xmlns:a{i}='u{i}'")).collect();
        assert_eq!(parse(format!("<a{fewer}>{}</a>", "<b xmlns='v'/>".repeat(499))), Ok("a".into()));
        assert!(parse(format!("<a>{}</a>", "&amp;\r\n".repeat(100_000))).is_ok());
        assert_eq!(parse("<a/>".repeat(250_000)), Err(Trouble::Malformed));
        assert!(began.elapsed() < Duration::from_secs(20), "{:?}", began.elapsed());
    }

    proptest! {
        #[test]
        fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..200), text in "[<>/a&;='\"!\\[\\]x:? -]{0,80}") {
            let _ = parse(bytes);
            let _ = parse(text);
        }
    }
}
