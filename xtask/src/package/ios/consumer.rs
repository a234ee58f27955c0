//! The Swift package around the XCFramework: sources, and a `Package.swift` that takes the library as it was built.

use std::fs;
use std::path::Path;

use super::xcframework;
use crate::package::archive::Entry;
use crate::{Fault, repo};

/// Where an app finds the XCFramework.
pub enum Binary<'a> {
    /// Beside `Package.swift`: to try a package out.
    Beside,
    /// In the zip, at the folder where it is published.
    Published { folder: &'a str, file: &'a str, checksum: &'a str },
}

/// `Package.swift` and the sources of its targets.
///
/// # Errors
/// A source that can't be read, or a library that rustc names in a way not known here.
pub fn entries(binary: &Binary<'_>, natives: &str) -> Result<Vec<Entry>, Fault> {
    let ios = repo::root().join("ios");
    let template = fs::read_to_string(ios.join("package/Package.swift"))?;
    let mut entries = Vec::new();
    for target in targets(&template) {
        let folder = ios.join("Sources").join(target);
        for path in sources(&folder)? {
            let name: Vec<_> =
                path.strip_prefix(&folder)?.iter().map(|part| part.to_string_lossy()).collect();
            let content = fs::read(&path).map_err(|fault| format!("{}: {fault}", path.display()))?;
            entries.push((format!("Sources/{target}/{}", name.join("/")), content));
        }
    }
    entries.push(("Package.swift".to_owned(), manifest(&template, binary, natives)?.into_bytes()));
    entries.push(("LICENSE".to_owned(), fs::read(repo::root().join("LICENSE"))?));
    Ok(entries)
}

/// The generated one is a link, which is no file to whom looks for files.
fn sources(folder: &Path) -> Result<Vec<std::path::PathBuf>, Fault> {
    let mut found = repo::files(folder)?;
    for entry in fs::read_dir(folder)? {
        let entry = entry?;
        if entry.file_type()?.is_symlink() {
            found.push(entry.path());
        }
    }
    found.sort();
    if found.is_empty() { Err(format!("{} has no source", folder.display()).into()) } else { Ok(found) }
}

/// The targets of a `Package.swift` that have sources here.
fn targets(manifest: &str) -> Vec<&str> {
    let after = manifest.split(".target(").skip(1);
    after.filter_map(|rest| rest.trim_start().strip_prefix("name: \"")?.split('"').next()).collect()
}

fn manifest(template: &str, binary: &Binary<'_>, natives: &str) -> Result<String, Fault> {
    let place = match binary {
        Binary::Beside => format!("path: \"{}\"", xcframework::NAME),
        Binary::Published { folder, file, checksum } => {
            // SwiftPM takes no other.
            if !folder.starts_with("https://") || folder.contains(['"', '\\']) {
                return Err(format!("{folder} is no https:// address").into());
            }
            format!("url: \"{}/{file}\", checksum: \"{checksum}\"", folder.trim_end_matches('/'))
        }
    };
    let kept: Vec<_> = template
        .lines()
        .filter(|line| !line.starts_with("// For apps") && !line.starts_with("// sources"))
        .collect();
    Ok(format!("{}\n", kept.join("\n")).replace("BINARY", &place).replace("LIBRARIES", &linked(natives)?))
}

/// rustc's words for the linker in SwiftPM's: what Rust needs of the system, which a static library can't say itself.
fn linked(natives: &str) -> Result<String, Fault> {
    let (mut words, mut settings) = (natives.split_whitespace(), Vec::new());
    while let Some(word) = words.next() {
        let setting = match (word, word.strip_prefix("-l")) {
            ("-framework", _) => {
                format!(".linkedFramework(\"{}\")", words.next().ok_or("-framework without a name")?)
            }
            (_, Some(name)) => format!(".linkedLibrary(\"{name}\")"),
            _ => return Err(format!("rustc wants `{word}` linked, which is not known here").into()),
        };
        if !settings.contains(&setting) {
            settings.push(setting);
        }
    }
    Ok(settings.join(", "))
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn read(path: &str) -> String {
        fs::read_to_string(repo::root().join("ios").join(path)).unwrap()
    }

    #[test]
    fn an_app_gets_all_targets_that_developers_have() {
        let (developers, apps) = (read("Package.swift"), read("package/Package.swift"));
        assert_eq!(targets(&developers), targets(&apps));
        assert!(targets(&apps).contains(&"InkjoinKit"));
    }

    #[test]
    fn the_library_is_beside_or_behind_an_address_with_its_checksum() {
        let template = read("package/Package.swift");
        let beside = manifest(&template, &Binary::Beside, "-lm").unwrap();
        assert!(beside.contains(r#".binaryTarget(name: "InkjoinFFIC", path: "InkjoinFFIC.xcframework")"#));
        assert!(beside.contains(r#"linkerSettings: [.linkedLibrary("m")]"#));
        let at =
            |folder| manifest(&template, &Binary::Published { folder, file: "x.zip", checksum: "0a" }, "");
        assert!(
            at("https://example.org/1/")
                .unwrap()
                .contains(r#"url: "https://example.org/1/x.zip", checksum: "0a""#)
        );
        for bad in ["http://example.org", "example.org", "https://example.org/\""] {
            assert!(at(bad).is_err(), "{bad}");
        }
        for text in [beside, at("https://example.org").unwrap()] {
            assert!(!text.contains("BINARY") && !text.contains("LIBRARIES") && !text.contains("capitals"));
        }
    }

    #[test]
    fn what_rust_needs_of_the_system_is_linked_once() {
        let said = linked("-framework Security -framework CoreFoundation -liconv -lSystem -liconv").unwrap();
        let wanted = [
            r#".linkedFramework("Security")"#,
            r#".linkedFramework("CoreFoundation")"#,
            r#".linkedLibrary("iconv")"#,
            r#".linkedLibrary("System")"#,
        ];
        assert_eq!(said, wanted.join(", "));
        assert!(linked("-framework").is_err());
        assert!(linked("-Wl,-x").is_err());
    }
}
