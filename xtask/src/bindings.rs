//! `cargo xtask bindings`: the Kotlin, Swift and Python sides of the libraries, generated into `target/bindings/`.
//!
//! Always from a library that was just built and holds its symbols: uniffi reads its own description out of them, and the
//! generated side refuses a library of another build.

use std::fs;
use std::path::Path;
use std::time::SystemTime;

use clap::Args;

use crate::{Fault, api, readme, repo};

const LANGUAGES: [&str; 3] = ["kotlin", "swift", "python"];

#[derive(Args)]
pub struct Options {
    /// kotlin, swift, python (all when none is named); `toy`: the toy of the benches as well; `api`: only write bindings/api.txt
    names: Vec<String>,
    /// From release builds, into target/bindings/release
    #[arg(long)]
    release: bool,
}

/// A library with a generated side.
struct Library {
    package: &'static str,
    /// Its file without prefix and suffix.
    file: &'static str,
    /// Where its package lies.
    source: &'static str,
    /// Below the folder of all bindings.
    folder: &'static str,
}

const INKJOIN: Library =
    Library { package: "inkjoin-ffi", file: "inkjoin_ffi", source: "bindings", folder: "" };
const TOY: Library =
    Library { package: "inkjoin-toy", file: "inkjoin_toy", source: "tests/bindings/toy", folder: "toy" };

/// Builds what is needed and writes what is out of date. `false` if a build failed.
///
/// # Errors
/// A name that is no language, or a file that can't be written.
pub fn run(options: &Options) -> Result<bool, Fault> {
    let named = |wanted: &str| options.names.iter().any(|name| name == wanted);
    let known = |name: &str| LANGUAGES.contains(&name) || ["api", "toy"].contains(&name);
    if let Some(unknown) = options.names.iter().find(|name| !known(name)) {
        return Err(format!("there are no bindings for {unknown}").into());
    }
    if named("api") {
        return api::write();
    }
    let all = !LANGUAGES.into_iter().any(named);
    let languages: Vec<&str> = LANGUAGES.into_iter().filter(|language| all || named(language)).collect();
    let libraries: &[Library] = if named("toy") { &[INKJOIN, TOY] } else { &[INKJOIN] };
    let (profile, out) = if options.release { ("release", "release") } else { ("debug", "") };
    if !build(libraries, options.release)? {
        return Ok(false);
    }
    for language in &languages {
        readme::write(language)?;
    }
    let built = repo::root().join("target").join(profile);
    for library in libraries {
        for language in &languages {
            let folder = repo::root().join("target/bindings").join(out).join(library.folder).join(language);
            if !generate(library, language, &built, &folder)? {
                return Ok(false);
            }
        }
    }
    Ok(true)
}

/// What the library tells of its own public side: see inkjoin-bindgen. `None` if it could not be built.
///
/// # Errors
/// A generator that failed.
pub fn described() -> Result<Option<Vec<u8>>, Fault> {
    if !build(&[INKJOIN], false)? {
        return Ok(None);
    }
    let built = repo::root().join("target/debug");
    let mut command = repo::command(&built.join("inkjoin-bindgen").to_string_lossy());
    let said = command.arg("api").arg(built.join(dynamic(INKJOIN.file))).output()?;
    if said.status.success() {
        Ok(Some(said.stdout))
    } else {
        Err(String::from_utf8_lossy(&said.stderr).trim().into())
    }
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
    let config = repo::root().join(library.source).join("uniffi.toml");
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
