//! The XCFramework around the libraries, as `xcodebuild -create-xcframework` writes it, and so on every system.

use super::library::FILE;
use super::slice::Slice;
use crate::package::archive::Entry;

pub const NAME: &str = "InkjoinFFIC.xcframework";

/// The header's module lies in a folder of its name: Xcode copies what is in `Headers` of all XCFrameworks into one folder,
/// where two files of one name end the build.
pub const HEADERS: &str = "Headers/InkjoinFFIC";

/// Without `link`: what is linked is the package's to say, and the library's file is found by Xcode.
const MODULE: &str = "module InkjoinFFIC {\n    header \"InkjoinFFIC.h\"\n    export *\n}\n";

/// All its files. `libraries` in the order of the slices.
pub fn entries(libraries: Vec<(Slice, Vec<u8>)>, header: &[u8]) -> Vec<Entry> {
    let slices: Vec<Slice> = libraries.iter().map(|(slice, _)| *slice).collect();
    let mut entries = vec![(format!("{NAME}/Info.plist"), plist(&slices).into_bytes())];
    for (slice, library) in libraries {
        let folder = format!("{NAME}/{}", slice.identifier());
        entries.push((format!("{folder}/{FILE}"), library));
        entries.push((format!("{folder}/{HEADERS}/InkjoinFFIC.h"), header.to_vec()));
        entries.push((format!("{folder}/{HEADERS}/module.modulemap"), MODULE.into()));
    }
    entries
}

fn plist(slices: &[Slice]) -> String {
    let libraries: String = slices.iter().map(|&slice| library(slice)).collect();
    format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE plist PUBLIC "-//Apple//DTD PLIST 1.0//EN" "http://www.apple.com/DTDs/PropertyList-1.0.dtd">
<plist version="1.0">
<dict>
	<key>AvailableLibraries</key>
	<array>
{libraries}	</array>
	<key>CFBundlePackageType</key>
	<string>XFWK</string>
	<key>XCFrameworkFormatVersion</key>
	<string>1.0</string>
</dict>
</plist>
"#
    )
}

fn library(slice: Slice) -> String {
    let pair = |key: &str, value: &str| format!("\t\t\t<key>{key}</key>\n\t\t\t<string>{value}</string>\n");
    let processors: String =
        slice.targets().iter().map(|(name, _)| format!("\t\t\t\t<string>{name}</string>\n")).collect();
    [
        "\t\t<dict>\n".to_owned(),
        pair("BinaryPath", FILE),
        pair("HeadersPath", "Headers"),
        pair("LibraryIdentifier", slice.identifier()),
        pair("LibraryPath", FILE),
        format!("\t\t\t<key>SupportedArchitectures</key>\n\t\t\t<array>\n{processors}\t\t\t</array>\n"),
        pair("SupportedPlatform", "ios"),
        slice.variant().map(|variant| pair("SupportedPlatformVariant", variant)).unwrap_or_default(),
        "\t\t</dict>\n".to_owned(),
    ]
    .concat()
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use roxmltree::{Document, Node, ParsingOptions};

    use super::*;

    /// Keys with their values, in order, whatever they are.
    fn pairs<'a>(dict: Node<'a, 'a>) -> Vec<(&'a str, Node<'a, 'a>)> {
        let nodes: Vec<_> = dict.children().filter(Node::is_element).collect();
        nodes.chunks(2).map(|pair| (pair.first().unwrap().text().unwrap(), *pair.last().unwrap())).collect()
    }

    fn texts<'a>(of: Node<'a, 'a>) -> Vec<&'a str> {
        of.descendants().filter(|node| node.has_tag_name("string")).filter_map(|node| node.text()).collect()
    }

    #[test]
    fn the_list_names_each_slice_with_its_platform_and_processors() {
        let text = plist(&Slice::ALL);
        let options = ParsingOptions { allow_dtd: true, ..ParsingOptions::default() };
        let document = Document::parse_with_options(&text, options).unwrap();
        let whole = pairs(document.root_element().first_element_child().unwrap());
        let keys: Vec<_> = whole.iter().map(|(key, _)| *key).collect();
        assert_eq!(keys, ["AvailableLibraries", "CFBundlePackageType", "XCFrameworkFormatVersion"]);
        let libraries: Vec<_> =
            whole.first().unwrap().1.children().filter(Node::is_element).map(pairs).collect();
        let said = |key: &str| -> Vec<Vec<&str>> {
            let of = |library: &Vec<(&str, Node<'_, '_>)>| library.iter().any(|(name, _)| *name == key);
            libraries
                .iter()
                .filter(|one| of(one))
                .map(|one| texts(one.iter().find(|(name, _)| *name == key).unwrap().1))
                .collect()
        };
        assert_eq!(said("SupportedPlatform"), [["ios"], ["ios"], ["ios"]]);
        assert_eq!(said("SupportedPlatformVariant"), [["simulator"], ["maccatalyst"]]);
        assert_eq!(
            said("SupportedArchitectures"),
            [vec!["arm64"], vec!["arm64", "x86_64"], vec!["arm64", "x86_64"]]
        );
    }

    #[test]
    fn what_the_list_names_is_there() {
        let entries = entries(Slice::ALL.map(|slice| (slice, vec![1])).into(), b"header");
        for slice in Slice::ALL {
            let folder = format!("{NAME}/{}", slice.identifier());
            for file in [
                "libinkjoin_ffi.a",
                "Headers/InkjoinFFIC/InkjoinFFIC.h",
                "Headers/InkjoinFFIC/module.modulemap",
            ] {
                assert!(entries.iter().any(|(path, _)| *path == format!("{folder}/{file}")), "{file}");
            }
        }
        assert_eq!(entries.len(), 10);
    }
}
