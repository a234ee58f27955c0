//! The lines that the README shows to embed the session, as source files that the tests in those languages compile and run.

use std::fs;
use std::path::Path;

use crate::{Fault, repo};

const KOTLIN: [&str; 2] = [
    "package inkjoin.tests

import inkjoin.choose
import inkjoin.ffi.*
import inkjoin.screenFlow

/** The lines of the README. */
@Suppress(\"LocalVariableName\")
suspend fun embed(
    MyNetworks: () -> NetworkPort,
    MyDnsSd: () -> DnsSdPort,
    draw: (Screen, (String, Map<String, String>) -> Unit) -> Unit,
) {
",
    "}
",
];

const ANDROID: [&str; 2] = [
    "package inkjoin.app

import android.content.Context
import inkjoin.choose
import inkjoin.ffi.Screen
import inkjoin.ffi.Session
import inkjoin.ffi.SessionOptions
import inkjoin.ports.AndroidPorts
import inkjoin.ports.PermissionDesk
import inkjoin.screenFlow

/** The lines of the README. */
suspend fun embed(context: Context, draw: (Screen, (String, Map<String, String>) -> Unit) -> Unit) {
",
    "}
",
];

const SWIFT: [&str; 2] = [
    "import InkjoinKit

/// The lines of the README.
func embed(
    _ MyNetworks: () -> any NetworkPort, _ MyDnsSd: () -> any DnsSdPort,
    _ draw: (Screen, (String, [String: String]) throws -> Void) throws -> Void
) async throws {
",
    "}
",
];

const IOS: [&str; 2] = [
    "import InkjoinKit
import InkjoinUI
import SwiftUI

// The lines of the README.
",
    "",
];

/// Writes `target/bindings/readme/<language>/Readme.<suffix>`, for `kotlin` also that of Android and for `swift` that of iOS;
/// nothing for a language that the README doesn't show.
///
/// # Errors
/// The README has no such lines, or a file can't be written.
pub fn write(language: &str) -> Result<(), Fault> {
    match language {
        // Markdown's short name for Kotlin tells the two apart; for Swift the large letter does.
        "kotlin" => write_one("kotlin", "kotlin", "kt", KOTLIN)
            .and_then(|()| write_one("kt", "android", "kt", ANDROID)),
        "swift" => {
            write_one("swift", "swift", "swift", SWIFT).and_then(|()| write_one("Swift", "ios", "swift", IOS))
        }
        _ => Ok(()),
    }
}

fn write_one(fence: &str, folder: &str, suffix: &str, [head, tail]: [&str; 2]) -> Result<(), Fault> {
    let readme = fs::read_to_string(repo::root().join("README.md"))?;
    let lines = shown(&readme, fence).ok_or_else(|| format!("README.md shows no {fence}"))?;
    let body: String = lines.lines().map(|line| format!("    {line}\n")).collect();
    let to = repo::root().join("target/bindings/readme").join(folder).join(format!("Readme.{suffix}"));
    changed(&to, &format!("{head}{body}{tail}"))
}

/// What stands in the only fence of that language.
fn shown<'a>(readme: &'a str, language: &str) -> Option<&'a str> {
    let (_, rest) = readme.split_once(&format!("```{language}\n"))?;
    let (lines, rest) = rest.split_once("```")?;
    (!rest.contains(&format!("```{language}\n"))).then_some(lines)
}

/// A file that stays as it is is not compiled anew.
fn changed(path: &Path, text: &str) -> Result<(), Fault> {
    if fs::read_to_string(path).is_ok_and(|old| old == text) {
        return Ok(());
    }
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder)?;
    }
    Ok(fs::write(path, text)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_only_fence_of_a_language_is_taken() {
        let readme = "x\n```sh\na\n```\n```kotlin\nb\nc\n```\n";
        assert_eq!(shown(readme, "kotlin"), Some("b\nc\n"));
        assert_eq!(shown(readme, "swift"), None);
        assert_eq!(shown(&format!("{readme}{readme}"), "kotlin"), None);
    }
}
