//! `cargo xtask package android`: the AAR with its POM, sources and symbols, under `target/android/package`.
//! `cargo xtask package ios`: the Swift package with its XCFramework, under `target/ios/package`.
//!
//! An app takes the AAR from a Maven repository without Rust, the NDK or this repository. Everything that a phone would only find
//! out when it loads the library is looked at before: machine, page size, exports, build id.

mod aar;
mod abi;
mod archive;
mod catalog;
mod elf;
mod ios;
mod libraries;
mod manifest;
mod pom;

use std::fs;

use clap::{Args, ValueEnum};

use crate::{Fault, repo};
use abi::Abi;
use libraries::Library;

#[derive(Args)]
pub struct Options {
    what: Kind,
    /// Android: only the libraries, into target/android/jniLibs: what the Gradle build asks for
    #[arg(long)]
    libraries: bool,
    /// Where there is no NDK, or no Mac: this computer's own library in place of each. Shows all but that the package works on a
    /// phone
    #[arg(long)]
    stand_in: bool,
    /// iOS: the folder, by https, where the XCFramework's zip will lie; without it `Package.swift` takes what lies beside it
    #[arg(long)]
    url: Option<String>,
}

#[derive(Clone, Copy, ValueEnum)]
enum Kind {
    Android,
    Ios,
}

/// Makes the package. `false` if the libraries can't be built or are not fit to ship.
///
/// # Errors
/// What the machine lacks, or a file that can't be read or written.
pub fn run(options: &Options) -> Result<bool, Fault> {
    match (options.what, options.libraries, &options.url) {
        (Kind::Android, _, None) => android(options),
        (Kind::Ios, false, url) => ios::run(options.stand_in, url.as_deref()),
        (Kind::Android, ..) => Err("--url is for ios".into()),
        (Kind::Ios, ..) => Err("--libraries is for android".into()),
    }
}

fn android(options: &Options) -> Result<bool, Fault> {
    let catalog = catalog::read()?;
    let Some(libraries) = libraries::build(&catalog, options.stand_in)? else { return Ok(false) };
    let fit = look(&libraries, options.stand_in)?;
    if options.libraries || !fit {
        return Ok(fit);
    }
    let version = format!("{}{}", env!("CARGO_PKG_VERSION"), if options.stand_in { "-stand-in" } else { "" });
    // As a Maven repository has it, so that an app can take it from there.
    let out = repo::root().join("target/android/package/inkjoin/inkjoin-android").join(&version);
    fs::create_dir_all(&out)?;
    let name = format!("inkjoin-android-{version}");
    let packed = archive::write(&out.join(format!("{name}.aar")), &aar::entries(&libraries, &catalog)?)?;
    println!("{name}.aar{}", if options.stand_in { ", NOT FOR PHONES: this computer's library" } else { "" });
    for (path, size, packed) in packed {
        println!("{path:<62} {size:>12} {packed:>12}");
    }
    let sources = archive::write(&out.join(format!("{name}-sources.jar")), &aar::sources()?)?;
    println!("{name}-sources.jar: {} files", sources.len());
    fs::write(out.join(format!("{name}.pom")), pom::text(&version, &catalog)?)?;
    Ok(true)
}

/// Prints what each library is, and what is wrong with it. `true` if all may be shipped, or stand in.
fn look(libraries: &[Library], stand_in: bool) -> Result<bool, Fault> {
    let functions = libraries::functions()?;
    let mut fit = true;
    for Library { abi, shipped, symbols } in libraries {
        let (facts, kept) = (elf::read(&fs::read(shipped)?)?, elf::read(&fs::read(symbols)?)?);
        let (faults, of_abi) = (elf::faults(&facts, &kept, &functions), elf::faults_of_abi(&facts, *abi));
        println!(
            "{:<12} {:<8} page {:>6} functions {}/{} build id {}{}",
            abi.name(),
            facts.machine,
            facts.page,
            functions.iter().filter(|name| facts.exports.contains(*name)).count(),
            functions.len(),
            facts.build_id.as_deref().unwrap_or("none"),
            if stand_in { "  NOT FOR PHONES" } else { "" },
        );
        // A stand-in is of this computer's kind by its nature; all else must be true of it as well.
        for fault in faults.iter().chain(of_abi.iter().filter(|_| !stand_in)) {
            eprintln!("{}: {fault}", abi.name());
            fit = false;
        }
    }
    Ok(fit && libraries.len() == Abi::ALL.len())
}
