//! The Swift package with its XCFramework, and the zip that an app's `Package.swift` names with its checksum.
//!
//! What Apple's linker, or the App Store, would only find in somebody's app is looked at before: platform, minimum system,
//! functions, debug information, and what the files tell of the machine that built them.

mod consumer;
mod library;
mod machine;
mod objects;
mod slice;
mod xcframework;

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use sha2::{Digest, Sha256};

use super::archive::{self, Entry};
use crate::{Fault, repo};
use consumer::Binary;
use library::Library;
use objects::Facts;

/// Makes the package. `false` if the libraries can't be built or are not fit to ship.
///
/// # Errors
/// What the machine lacks, or a file that can't be read or written.
pub fn run(stand_in: bool, url: Option<&str>) -> Result<bool, Fault> {
    // A stand-in lies where no build for a phone looks.
    let ios = repo::root().join("target/ios").join(if stand_in { "stand-in" } else { "" });
    let [libraries, package] = ["libraries", "package"].map(|name| ios.join(name));
    for old in [&libraries, &package] {
        if old.exists() {
            fs::remove_dir_all(old)?;
        }
    }
    let bindings = repo::command("cargo").args(["xtask", "bindings", "swift"]).status()?;
    let built = if bindings.success() { library::build(&libraries, stand_in)? } else { None };
    let Some(built) = built else { return Ok(false) };
    if !look(&built.slices, stand_in)? {
        return Ok(false);
    }
    let header = fs::read(repo::root().join("target/bindings/swift/InkjoinFFIC.h"))?;
    let slices = built.slices.iter().map(|one| Ok((one.slice, fs::read(&one.shipped)?)));
    let framework = xcframework::entries(slices.collect::<Result<_, Fault>>()?, &header);
    if !silent(&framework)? {
        return Ok(false);
    }
    let version = format!("{}{}", env!("CARGO_PKG_VERSION"), if stand_in { "-stand-in" } else { "" });
    let zip = ios.join(format!("InkjoinFFIC-{version}.xcframework.zip"));
    let checksum = zipped(&zip, &framework, stand_in)?;
    let file = zip.file_name().unwrap_or_default().to_string_lossy();
    let binary =
        url.map_or(Binary::Beside, |folder| Binary::Published { folder, file: &file, checksum: &checksum });
    let sources = consumer::entries(&binary, &built.natives)?;
    if !silent(&sources)? {
        return Ok(false);
    }
    println!("{}: {} files beside the XCFramework", package.display(), sources.len());
    unpacked(&package, &framework)?;
    unpacked(&package, &sources)?;
    Ok(true)
}

/// Prints what each library is, and what is wrong with it. `true` if all may be shipped, or stand in.
fn look(libraries: &[Library], stand_in: bool) -> Result<bool, Fault> {
    let functions = library::functions()?;
    let mut fit = true;
    for Library { slice, shipped, built } in libraries {
        let parts = objects::read(&fs::read(shipped)?)?;
        for part in &parts {
            println!("{:<28} {}", slice.identifier(), said(part, &functions, stand_in));
        }
        println!(
            "{:<28} {built} bytes as built, {} without debug information",
            "",
            fs::metadata(shipped)?.len()
        );
        let common = parts.iter().flat_map(|part| objects::faults(part, &functions));
        // A stand-in is of this computer's kind by its nature; all else must be true of it as well.
        let of_slice = objects::faults_of_slice(&parts, *slice).into_iter().filter(|_| !stand_in);
        for fault in common.chain(of_slice) {
            eprintln!("{}: {fault}", slice.identifier());
            fit = false;
        }
    }
    Ok(fit)
}

fn said(part: &Facts, functions: &BTreeSet<String>, stand_in: bool) -> String {
    let there = functions.intersection(&part.exports).count();
    let processors: Vec<_> = part.processors.iter().map(String::as_str).collect();
    format!(
        "{:<7} iOS {:<5} objects {:>4} functions {there}/{}{}",
        processors.join(","),
        part.minimum.map_or_else(|| "-".to_owned(), objects::short),
        part.objects,
        functions.len(),
        if stand_in { "  NOT FOR PHONES" } else { "" },
    )
}

/// Writes the zip, prints what is in it, and tells what `swift package compute-checksum` would say of it.
fn zipped(zip: &Path, framework: &[Entry], stand_in: bool) -> Result<String, Fault> {
    let rows = archive::write(zip, framework)?;
    let checksum: String = Sha256::digest(fs::read(zip)?).iter().map(|byte| format!("{byte:02x}")).collect();
    println!("{}{}", zip.display(), if stand_in { ", NOT FOR PHONES: this computer's library" } else { "" });
    for (path, size, packed) in rows {
        println!("{path:<88} {size:>9} {packed:>9}");
    }
    println!("checksum {checksum}");
    Ok(checksum)
}

fn unpacked(package: &Path, entries: &[Entry]) -> Result<(), Fault> {
    for (name, content) in entries {
        let path: PathBuf = package.join(name);
        fs::create_dir_all(path.parent().unwrap_or(package))?;
        fs::write(path, content)?;
    }
    Ok(())
}

/// Whether no file names a folder of this machine.
fn silent(entries: &[Entry]) -> Result<bool, Fault> {
    let private = machine::private()?;
    let mut fit = true;
    for (name, content) in entries {
        if let Some(folder) = objects::names(content, &private) {
            eprintln!("{name}: names {folder}, a folder of this machine");
            fit = false;
        }
    }
    Ok(fit)
}
