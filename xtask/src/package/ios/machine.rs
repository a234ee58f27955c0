//! The machine that builds for iOS: what it lacks, its compiler, and what of it must not be told.

use std::fmt;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use super::slice::Slice;
use crate::package::libraries::has_library;
use crate::{Fault, repo};

/// What a machine lacks to build for iOS; the text says how to get it.
#[derive(Debug)]
pub enum Lacking {
    Mac,
    Xcode,
    Targets(Vec<&'static str>),
}

impl fmt::Display for Lacking {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Mac => f.write_str(
                "no Mac: Apple's SDK is there only; or --stand-in, for a package that is not for phones",
            ),
            Self::Xcode => f.write_str(
                "no SDK for iOS: install Xcode, and `sudo xcode-select -s /Applications/Xcode.app` if it is there",
            ),
            Self::Targets(targets) => {
                write!(f, "no standard library for iOS: `rustup target add {}`", targets.join(" "))
            }
        }
    }
}

impl std::error::Error for Lacking {}

/// Looks for all that a build for iOS needs.
///
/// # Errors
/// What it lacks.
pub fn ready() -> Result<(), Lacking> {
    if !cfg!(target_os = "macos") {
        return Err(Lacking::Mac);
    }
    for sdk in ["iphoneos", "iphonesimulator", "macosx"] {
        let mut xcrun = repo::command("xcrun");
        xcrun.args(["--sdk", sdk, "--show-sdk-path"]).stdout(Stdio::null()).stderr(Stdio::null());
        if !xcrun.status().is_ok_and(|done| done.success()) {
            return Err(Lacking::Xcode);
        }
    }
    let targets = Slice::ALL.into_iter().flat_map(Slice::targets).map(|&(_, target)| target);
    let missing: Vec<_> = targets.filter(|target| !has_library(target)).collect();
    if missing.is_empty() { Ok(()) } else { Err(Lacking::Targets(missing)) }
}

/// What this compiler runs on.
///
/// # Errors
/// A compiler that does not answer.
pub fn host() -> Result<String, Fault> {
    let said = rustc(&["-vV"])?;
    let host = said.lines().find_map(|line| line.strip_prefix("host: "));
    Ok(host.ok_or("rustc does not say what it runs on")?.to_owned())
}

/// What the compiler says.
///
/// # Errors
/// What it says when it fails.
pub fn rustc(words: &[&str]) -> Result<String, Fault> {
    let said = repo::command("rustc").args(words).output()?;
    if said.status.success() {
        Ok(String::from_utf8(said.stdout)?.trim().to_owned())
    } else {
        Err(String::from_utf8_lossy(&said.stderr).trim().into())
    }
}

/// What stands in the library in place of [`folders`].
const NAMED: [&str; 3] = ["inkjoin", "cargo", "rust"];

/// Where the sources lie on this machine: the project, the crates, the compiler.
fn folders() -> Result<[String; 3], Fault> {
    let crates = std::env::var_os("CARGO_HOME")
        .map_or_else(|| home().map(|home| home.join(".cargo")), |at| Ok(at.into()));
    let shown = |path: &Path| path.to_string_lossy().into_owned();
    Ok([shown(&repo::root()), shown(&crates?), rustc(&["--print", "sysroot"])?])
}

/// What makes rustc write [`NAMED`] instead.
///
/// # Errors
/// A compiler that does not answer.
pub fn renamed() -> Result<Vec<String>, Fault> {
    let named = folders()?.into_iter().zip(NAMED);
    Ok(named.map(|(at, name)| format!("--remap-path-prefix={at}={name}")).collect())
}

fn home() -> Result<PathBuf, Fault> {
    std::env::home_dir().ok_or_else(|| "no home folder".into())
}

/// What nothing that is shipped may name: [`folders`], and whose machine it is.
///
/// # Errors
/// A compiler that does not answer.
pub fn private() -> Result<Vec<String>, Fault> {
    Ok(folders()?.into_iter().chain([format!("{}/", home()?.display())]).collect())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_lacking_says_how_to_get_it() {
        assert!(Lacking::Mac.to_string().contains("--stand-in"));
        assert!(Lacking::Xcode.to_string().contains("xcode-select"));
        let said = Lacking::Targets(vec!["aarch64-apple-ios"]).to_string();
        assert!(said.ends_with("add aarch64-apple-ios`"));
        #[cfg(not(target_os = "macos"))]
        assert!(matches!(ready(), Err(Lacking::Mac)));
    }

    #[test]
    fn each_folder_of_this_machine_has_a_name_in_its_place() -> Result<(), Fault> {
        let folders = folders()?;
        assert_eq!(folders.len(), NAMED.len());
        assert!(folders.iter().all(|folder| folder.len() > 3), "{folders:?}");
        Ok(())
    }
}
