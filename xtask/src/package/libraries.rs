//! The native library for each ABI: built with the NDK, stripped, and with its symbols kept beside it.

use std::collections::BTreeSet;
use std::fmt;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Stdio;

use super::abi::Abi;
use super::catalog;
use crate::{Fault, repo};

const FILE: &str = "libinkjoin_ffi.so";

/// One ABI's library, as it is shipped and as it is kept.
pub struct Library {
    pub abi: Abi,
    pub shipped: PathBuf,
    pub symbols: PathBuf,
}

/// What a machine lacks to build for phones; the text says how to get it.
#[derive(Debug)]
enum Lacking {
    Ndk,
    CargoNdk,
    Targets(Vec<&'static str>),
}

impl fmt::Display for Lacking {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Ndk => f.write_str(
                "no NDK: install r28 or later (`sdkmanager \"ndk;28.2.13676358\"`) and set ANDROID_NDK_HOME; \
                 or --stand-in, for a package that is not for phones",
            ),
            Self::CargoNdk => f.write_str("no cargo-ndk: `cargo install --locked cargo-ndk`"),
            Self::Targets(targets) => {
                write!(f, "no standard library for phones: `rustup target add {}`", targets.join(" "))
            }
        }
    }
}

impl std::error::Error for Lacking {}

/// Builds all four, or puts this computer's library in their place. `None` if cargo could not build.
///
/// # Errors
/// What the machine lacks, or a file that can't be written.
pub fn build(catalog: &toml::Table, stand_in: bool) -> Result<Option<Vec<Library>>, Fault> {
    let strip = if stand_in { "strip".into() } else { ready()? };
    // A stand-in lies where no build for a phone looks.
    let android = repo::root().join("target/android").join(if stand_in { "stand-in" } else { "" });
    let (shipped, kept) = (android.join("jniLibs"), android.join("symbols"));
    for old in [&shipped, &kept] {
        if old.exists() {
            fs::remove_dir_all(old)?;
        }
    }
    let bindings = repo::command("cargo").args(["xtask", "bindings", "kotlin"]).status()?;
    let built = bindings.success() && (stand_in || with_ndk(catalog, &kept)?);
    if !built {
        return Ok(None);
    }
    let mut libraries = Vec::new();
    for abi in Abi::ALL {
        let [from, to] = [&kept, &shipped].map(|folder| folder.join(abi.name()).join(FILE));
        for file in [&from, &to] {
            fs::create_dir_all(file.parent().unwrap_or(Path::new("")))?;
        }
        if stand_in {
            fs::copy(repo::root().join("target/debug").join(FILE), &from)?;
        }
        // Leaves what is exported, which is another table.
        let mut command = repo::command(&strip.to_string_lossy());
        if !command.arg("--strip-all").arg("-o").arg(&to).arg(&from).status()?.success() {
            return Ok(None);
        }
        libraries.push(Library { abi, shipped: to, symbols: from });
    }
    Ok(Some(libraries))
}

fn with_ndk(catalog: &toml::Table, out: &Path) -> Result<bool, Fault> {
    let mut cargo = repo::command("cargo");
    cargo.arg("ndk").env("ANDROID_NDK_HOME", ndk()?).arg("--output-dir").arg(out);
    cargo.args(["--platform", catalog::version(catalog, "android-minSdk")?]);
    for abi in Abi::ALL {
        cargo.args(["--target", abi.name()]);
    }
    Ok(cargo.args(["build", "--locked", "--profile", "mobile", "-p", "inkjoin-ffi"]).status()?.success())
}

/// By the names that the NDK's own tools know, or the newest below the SDK.
fn ndk() -> Result<PathBuf, Lacking> {
    let set = |name: &str| std::env::var_os(name).map(PathBuf::from).filter(|path| path.is_dir());
    let named = ["ANDROID_NDK_HOME", "ANDROID_NDK_ROOT", "NDK_HOME"].into_iter().find_map(set);
    let below = || {
        let sdk = ["ANDROID_HOME", "ANDROID_SDK_ROOT"].into_iter().find_map(set)?;
        let numbers = |path: &PathBuf| -> Vec<u32> {
            let name = path.file_name().unwrap_or_default().to_string_lossy().into_owned();
            name.split('.').filter_map(|part| part.parse().ok()).collect()
        };
        fs::read_dir(sdk.join("ndk")).ok()?.flatten().map(|entry| entry.path()).max_by_key(numbers)
    };
    named.or_else(below).ok_or(Lacking::Ndk)
}

/// Looks for all that a build for phones needs; the NDK's own tool for taking out symbols.
fn ready() -> Result<PathBuf, Fault> {
    let hosts = ndk()?.join("toolchains/llvm/prebuilt");
    let mut tool = repo::command("cargo");
    if !tool.args(["ndk", "--version"]).stdout(Stdio::null()).stderr(Stdio::null()).status()?.success() {
        return Err(Lacking::CargoNdk.into());
    }
    let missing: Vec<_> =
        Abi::ALL.into_iter().map(Abi::target).filter(|target| !has_library(target)).collect();
    if !missing.is_empty() {
        return Err(Lacking::Targets(missing).into());
    }
    let mut strips = fs::read_dir(&hosts)?.flatten().map(|host| host.path().join("bin/llvm-strip"));
    strips.find(|strip| strip.exists()).ok_or_else(|| format!("{}: no llvm-strip", hosts.display()).into())
}

/// Whether the compiler has its standard library for this target.
pub fn has_library(target: &str) -> bool {
    let said = repo::command("rustc").args(["--print", "target-libdir", "--target", target]).output();
    said.is_ok_and(|said| Path::new(String::from_utf8_lossy(&said.stdout).trim()).is_dir())
}

/// The library's functions that the generated Kotlin calls.
///
/// # Errors
/// The generated file can't be read.
pub fn functions() -> Result<BTreeSet<String>, Fault> {
    let generated = repo::root().join("target/bindings/kotlin/inkjoin/ffi/inkjoin_ffi.kt");
    Ok(called(&fs::read_to_string(generated)?))
}

fn called(kotlin: &str) -> BTreeSet<String> {
    let declared = kotlin.lines().filter_map(|line| line.trim().strip_prefix("external fun "));
    declared.filter_map(|rest| rest.split('(').next()).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_functions_are_those_that_kotlin_declares() {
        let kotlin = "    external fun ffi_a(`x`: Long,\n    fun b()\n    external fun uniffi_c(\n";
        assert_eq!(called(kotlin), ["ffi_a".to_owned(), "uniffi_c".to_owned()].into());
    }

    #[test]
    fn what_is_lacking_says_how_to_get_it() {
        assert!(Lacking::Ndk.to_string().contains("sdkmanager"));
        assert!(
            Lacking::Targets(vec!["aarch64-linux-android"])
                .to_string()
                .ends_with("add aarch64-linux-android`")
        );
    }
}
