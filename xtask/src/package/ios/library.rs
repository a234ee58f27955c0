//! The static library for each slice: built by cargo, without debug information, its processors in one file.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use super::machine::{self, rustc};
use super::slice::{MINIMUM, Slice};
use crate::{Fault, repo};

pub const FILE: &str = "libinkjoin_ffi.a";

/// One slice's library as it is shipped.
pub struct Library {
    pub slice: Slice,
    pub shipped: PathBuf,
    /// What cargo built, with debug information: of all its processors together.
    pub built: u64,
}

/// What all slices are made of.
pub struct Libraries {
    pub slices: Vec<Library>,
    /// What an app has to link besides, as rustc says it: `-framework Security`, `-liconv`.
    pub natives: String,
}

/// Builds all slices into `out`, or puts this computer's library in their place. `None` if cargo could not build.
///
/// # Errors
/// What the machine lacks, or a file that can't be written.
pub fn build(out: &Path, stand_in: bool) -> Result<Option<Libraries>, Fault> {
    if !stand_in {
        machine::ready()?;
    }
    let host = machine::host()?;
    let (mut slices, mut natives) = (Vec::new(), BTreeSet::new());
    for slice in Slice::ALL {
        let targets: Vec<&str> =
            if stand_in { vec![&host] } else { slice.targets().iter().map(|&(_, target)| target).collect() };
        let folder = out.join(slice.identifier());
        fs::create_dir_all(&folder)?;
        let (mut parts, mut built) = (Vec::new(), 0);
        for target in targets {
            let Some(from) = cargo(target)? else { return Ok(None) };
            natives.insert(fs::read_to_string(from.with_extension("natives"))?.trim().to_owned());
            built += fs::metadata(&from)?.len();
            let part = folder.join(format!("{target}.a"));
            strip(&from, &part, &host)?;
            parts.push(part);
        }
        let shipped = folder.join(FILE);
        join(&parts, &shipped)?;
        slices.push(Library { slice, shipped, built });
    }
    let natives = natives.into_iter().collect::<Vec<_>>().join(" ");
    Ok(Some(Libraries { slices, natives }))
}

/// The library for one target. Only this kind of it is made, as nothing can be linked for some.
fn cargo(target: &str) -> Result<Option<PathBuf>, Fault> {
    let folder = repo::root().join("target").join(target).join("mobile");
    fs::create_dir_all(&folder)?;
    let library = folder.join(FILE);
    let said = library.with_extension("natives");
    if !said.exists() {
        // What was built before is as new to cargo, which would not call rustc again to say it.
        let words = ["clean", "--quiet", "--profile", "mobile", "-p", "inkjoin-ffi", "--target", target];
        repo::command("cargo").args(words).status()?;
    }
    let mut cargo = repo::command("cargo");
    cargo.args(["rustc", "--locked", "--profile", "mobile", "-p", "inkjoin-ffi", "--lib"]);
    cargo.args(["--crate-type", "staticlib", "--target", target, "--"]);
    cargo.arg(format!("--print=native-static-libs={}", said.display()));
    cargo.env("CARGO_ENCODED_RUSTFLAGS", machine::renamed()?.join("\u{1f}"));
    // Simulator and Catalyst go by it as well.
    cargo.env("IPHONEOS_DEPLOYMENT_TARGET", MINIMUM);
    Ok(cargo.status()?.success().then_some(library))
}

/// By the tool that rustc brings for this itself, on every system the same.
fn strip(from: &Path, to: &Path, host: &str) -> Result<(), Fault> {
    let sysroot = PathBuf::from(rustc(&["--print", "sysroot"])?);
    let tool = sysroot.join("lib/rustlib").join(host).join("bin/rust-objcopy");
    let mut command = repo::command(&tool.to_string_lossy());
    let beside = if cfg!(target_os = "macos") { "DYLD_FALLBACK_LIBRARY_PATH" } else { "LD_LIBRARY_PATH" };
    command.env(beside, sysroot.join("lib")).arg("--strip-debug").arg(from).arg(to);
    let done = command.status().map_err(|fault| format!("{}: {fault}", tool.display()))?;
    if done.success() { Ok(()) } else { Err(format!("{}: {done}", tool.display()).into()) }
}

fn join(parts: &[PathBuf], to: &Path) -> Result<(), Fault> {
    if let [part] = parts {
        return Ok(fs::rename(part, to)?);
    }
    let done = repo::command("lipo").arg("-create").args(parts).arg("-output").arg(to).status()?;
    if !done.success() {
        return Err(format!("lipo: {done}").into());
    }
    parts.iter().try_for_each(|part| Ok(fs::remove_file(part)?))
}

/// The library's functions that the generated header declares.
///
/// # Errors
/// The header can't be read.
pub fn functions() -> Result<BTreeSet<String>, Fault> {
    Ok(declared(&fs::read_to_string(repo::root().join("target/bindings/swift/InkjoinFFIC.h"))?))
}

/// By the form of uniffi's header: `void name(...` at the beginning of a line.
fn declared(header: &str) -> BTreeSet<String> {
    let own = |name: &&str| name.starts_with("uniffi_") || name.starts_with("ffi_");
    let lines = header.lines().filter_map(|line| line.split_once('('));
    let names = lines.filter_map(|(before, _)| before.rsplit([' ', '*']).next());
    names.filter(own).map(str::to_owned).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_functions_are_those_that_the_header_declares() {
        let header = "#ifndef UNIFFI_X\nuint64_t uniffi_x_fn_a(uint64_t handle, RustCallStatus *_Nonnull status\n);\n\
            typedef void (*UniffiCallback)(uint64_t);\nRustBuffer *ffi_x_b(void\n);\nint other(void);\n";
        assert_eq!(declared(header), ["uniffi_x_fn_a".to_owned(), "ffi_x_b".to_owned()].into());
    }
}
