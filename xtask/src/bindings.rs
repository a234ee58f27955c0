//! `cargo xtask bindings`: the Kotlin, Swift and Python sides of the libraries, generated into `target/bindings/`.
//!
//! Always from a library that was just built and holds its symbols: uniffi reads its own description out of them, and the
//! generated side refuses a library of another build.

use std::fs;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

use clap::Args;

use crate::{Fault, repo};

const LANGUAGES: [&str; 3] = ["kotlin", "swift", "python"];

#[derive(Args)]
pub struct Options {
    /// kotlin, swift, python (all when none is named); `toy`: the toy of the benches as well
    names: Vec<String>,
    /// From release builds, into target/bindings/release
    #[arg(long)]
    release: bool,
}

/// A library with a generated side: its package, its file without `lib`, its folder below that of all bindings.
struct Library {
    package: &'static str,
    file: &'static str,
    folder: &'static str,
}

const INKJOIN: Library = Library { package: "inkjoin-ffi", file: "inkjoin_ffi", folder: "" };

/// Builds what is needed and writes what is out of date. `false` if a build failed.
///
/// # Errors
/// A name that is no language, or a file that can't be written.
pub fn run(options: &Options) -> Result<bool, Fault> {
    if let Some(unknown) = options.names.iter().find(|name| !LANGUAGES.contains(&name.as_str())) {
        return Err(format!("there are no bindings for {unknown}").into());
    }
    let languages: Vec<&str> = LANGUAGES
        .into_iter()
        .filter(|language| options.names.is_empty() || options.names.iter().any(|name| name == language))
        .collect();
    let libraries = [INKJOIN];
    let (profile, out) = if options.release { ("release", "release") } else { ("debug", "") };
    if !build(&libraries, options.release)? {
        return Ok(false);
    }
    let built = repo::root().join("target").join(profile);
    for library in &libraries {
        for language in &languages {
            let folder = repo::root().join("target/bindings").join(out).join(library.folder).join(language);
            if !generate(library, language, &built, &folder)? {
                return Ok(false);
            }
        }
    }
    Ok(true)
}

/// One call of cargo: the features of what is built together are joined, and two calls would build each other's anew.
fn build(libraries: &[Library], release: bool) -> Result<bool, Fault> {
    let mut cargo = repo::command("cargo");
    cargo.args(["build", "--quiet", "-p", "inkjoin-bindgen"]);
    for library in libraries {
        cargo.args(["-p", library.package]);
    }
    if release {
        cargo.arg("--release");
    }
    Ok(cargo.status()?.success())
}

/// Leaves alone what is newer than all that it is made from. Python's side looks for the library beside itself.
fn generate(library: &Library, language: &str, built: &Path, folder: &Path) -> Result<bool, Fault> {
    let (bindgen, source) = (built.join("inkjoin-bindgen"), built.join(dynamic(library.file)));
    let made = folder.join(".made");
    let config = manifest_folder(library).join("uniffi.toml");
    if newest(&[&bindgen, &source, &config])? < written(&made).unwrap_or(SystemTime::UNIX_EPOCH) {
        return Ok(true);
    }
    fs::create_dir_all(folder)?;
    let mut command = repo::command(&bindgen.to_string_lossy());
    command
        .arg("generate")
        .arg(&source)
        .args(["--language", language, "--no-format", "--out-dir"])
        .arg(folder);
    let said = command.output()?;
    if !said.status.success() {
        return Err(String::from_utf8_lossy(&said.stderr).trim().into());
    }
    if language == "python" {
        fs::copy(&source, folder.join(dynamic(library.file)))?;
    }
    fs::write(made, "")?;
    eprintln!("{} for {language}: {}", library.package, folder.display());
    Ok(true)
}

fn manifest_folder(library: &Library) -> PathBuf {
    repo::root().join(match library.folder {
        "" => "bindings",
        _ => "tests/bindings/toy",
    })
}

/// The name of a dynamic library on this system.
fn dynamic(file: &str) -> String {
    format!("{}{file}{}", std::env::consts::DLL_PREFIX, std::env::consts::DLL_SUFFIX)
}

fn newest(files: &[&Path]) -> Result<SystemTime, Fault> {
    let mut newest = SystemTime::UNIX_EPOCH;
    for file in files {
        newest = newest.max(written(file).map_err(|fault| format!("{}: {fault}", file.display()))?);
    }
    Ok(newest)
}

fn written(file: &Path) -> std::io::Result<SystemTime> {
    fs::metadata(file)?.modified()
}
