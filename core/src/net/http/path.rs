//! What may be read and what may be written, by type.

/// Longest path taken from a device, in bytes.
const MAX_PATH: usize = 256;

/// An absolute path on a device. One that a device named only ever gets a GET.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
pub struct ResourcePath(String);

impl ResourcePath {
    /// Checks a path that a device or a saved session named: letters, digits and `/ . _ - ~ : , = + @`, at most 256 bytes,
    /// from the root, with no empty or `..` segment, no query and no escapes. `None` for anything else.
    pub fn new(path: &str) -> Option<Self> {
        let rest = path.strip_prefix('/')?;
        let fine = |c: char| c.is_ascii_alphanumeric() || "/._-~:,=+@".contains(c);
        let segments = !rest.is_empty() && rest.split('/').all(|s| !matches!(s, "" | "." | ".."));
        (path.len() <= MAX_PATH && path.chars().all(fine) && segments).then(|| Self(path.to_owned()))
    }

    /// A path of ours.
    pub(crate) fn ours(path: &'static str) -> Self {
        Self(path.to_owned())
    }

    /// The path.
    pub fn as_str(&self) -> &str {
        &self.0
    }
}

/// The only places that get a POST. No path that a device or a saved session named can become one.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum WriteTo {
    /// JSON-RPC of an OpenWrt router.
    OpenWrtRpc,
    /// IPP of a printer: questions, and making itself noticed.
    IppPrint,
    /// A printer's own pages (LEDM): which ones, [`crate::printer::PageKind`] says.
    InternalPrint,
}

impl WriteTo {
    pub(super) fn path(self) -> &'static str {
        match self {
            Self::OpenWrtRpc => "/ubus",
            Self::IppPrint => "/ipp/print",
            Self::InternalPrint => "/DevMgmt/InternalPrintDyn.xml",
        }
    }

    pub(super) fn content_type(self) -> &'static str {
        match self {
            Self::OpenWrtRpc => "application/json",
            Self::IppPrint => "application/ipp",
            Self::InternalPrint => "text/xml",
        }
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    #[test]
    fn only_plain_absolute_paths_are_taken() {
        assert_eq!(
            ResourcePath::new("/IoMgmt/Adapters/wifi0/WPS/Pin").unwrap().as_str(),
            "/IoMgmt/Adapters/wifi0/WPS/Pin"
        );
        let long = format!("/{}", "a".repeat(256));
        for bad in [
            "",
            "/",
            "a",
            "//host/a",
            "/a//b",
            "/a/",
            "/../etc",
            "/a/..",
            "/./a",
            "http://host/a",
            "/a?b",
            "/a#b",
            "/%2e%2e/a",
            "/a\\b",
            "/a b",
            "/a\r\nb",
            "/a\u{202e}b",
            "/{id}/WPS",
            long.as_str(),
        ] {
            assert!(ResourcePath::new(bad).is_none(), "{bad:?}");
        }
    }

    #[test]
    fn three_places_are_written_to_and_no_other() {
        // A new place fails to compile here first: each is a decision.
        let known = |to: WriteTo| match to {
            WriteTo::OpenWrtRpc => ("/ubus", "application/json"),
            WriteTo::IppPrint => ("/ipp/print", "application/ipp"),
            WriteTo::InternalPrint => ("/DevMgmt/InternalPrintDyn.xml", "text/xml"),
        };
        for to in [WriteTo::OpenWrtRpc, WriteTo::IppPrint, WriteTo::InternalPrint] {
            assert_eq!((to.path(), to.content_type()), known(to));
        }
    }

    proptest! {
        #[test]
        fn a_path_never_leaves_the_host(path in "(/|\\.|a|:|@|%|\\?|\\\\){0,12}") {
            if let Some(path) = ResourcePath::new(&path) {
                let url = reqwest::Url::parse(&format!("http://192.168.1.2{}", path.as_str())).unwrap();
                prop_assert_eq!(url.host_str(), Some("192.168.1.2"));
                prop_assert_eq!(url.path(), path.as_str());
            }
        }
    }
}
