//! What this machine can do: found out by trying, never by its name.

use std::path::PathBuf;
use std::process::{Command, Stdio};

use crate::repo;

/// Something that a tier needs of the machine.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Need {
    Linux,
    /// User and network namespaces, or network and mount namespaces as root.
    Namespaces,
    /// Python 3.9 or later: the first with `socket.recv_fds`.
    Python,
    /// Debian packages: by `apt-get`, or fetched before.
    Debian,
    /// A Rust compiler with the source of its standard library, from Debian packages: fetched before, or what it takes.
    PhoneRust,
    /// A User-Mode Linux kernel with simulated radios: built before, or what it takes to build one.
    Radio,
    /// Java 17 or later.
    Java,
    /// Apache Maven, which fetches the rest.
    Maven,
    /// What builds the Android side without Android's SDK: a Java compiler, aapt2, and androidx where Maven looks.
    Androidx,
    /// Swift from Debian packages: unpacked before, or what it takes to fetch and enter them.
    Swift,
}

impl Need {
    /// Why the machine doesn't have it.
    ///
    /// # Errors
    /// The reason, in words.
    pub fn check(self) -> Result<(), String> {
        match self {
            Self::Linux if cfg!(target_os = "linux") => Ok(()),
            Self::Linux => Err("only Linux has network namespaces".to_owned()),
            Self::Namespaces => namespaces(),
            Self::Python => tried("python3", &["-c", "import sys; sys.exit(sys.version_info < (3, 9))"])
                .map_err(|_| "no Python 3.9 or later".to_owned()),
            Self::Debian => debian(&["ble.from", "mdns.from", "tree.from"]),
            Self::PhoneRust => debian(&["mobile.from"]),
            Self::Radio => script("tests/peers/kernel.py"),
            Self::Java => java(),
            Self::Maven => tried("mvn", &["--version"]).map_err(|_| "no Apache Maven (mvn)".to_owned()),
            Self::Androidx => script("android/host/androidlibs.py"),
            Self::Swift => swift(),
        }
    }
}

fn namespaces() -> Result<(), String> {
    // Root needs no user namespace, and containers that run as root often forbid one.
    let root = Command::new("id").arg("-u").output().is_ok_and(|said| said.stdout.starts_with(b"0\n"));
    let flags = if root { "-nm" } else { "-Urnm" };
    tried("unshare", &[flags, "true"])
        .map_err(|why| format!("no network namespaces (unshare {flags}: {why})"))
}

/// `trees`: what the cache holds once it is filled.
fn debian(trees: &[&str]) -> Result<(), String> {
    if trees.iter().all(|tree| bed().join(tree).exists()) {
        return Ok(());
    }
    for program in ["apt-get", "dpkg-deb"] {
        tried(program, &["--version"]).map_err(|_| format!("no {program} to fetch Debian's packages"))?;
    }
    Ok(())
}

fn java() -> Result<(), String> {
    // `--list-modules` names the version of each: `java.base@17.0.15`. `-version` is worded by every maker in its own way.
    let output = Command::new("java").arg("--list-modules").stdin(Stdio::null()).output();
    let told = output.map(|output| String::from_utf8_lossy(&output.stdout).into_owned()).unwrap_or_default();
    if java_version(&told).is_some_and(|version| version >= 17) {
        Ok(())
    } else {
        Err("no Java 17 or later".to_owned())
    }
}

fn java_version(modules: &str) -> Option<u32> {
    let version = modules.lines().find_map(|line| line.strip_prefix("java.base@"))?;
    version.split(|c: char| !c.is_ascii_digit()).next()?.parse().ok()
}

/// What a script of ours knows itself.
fn script(path: &str) -> Result<(), String> {
    tried("python3", &[&repo::root().join(path).to_string_lossy(), "can"])
}

fn swift() -> Result<(), String> {
    let env = repo::root().join("tests/bindings/swift/env.sh");
    tried("sh", &[&env.to_string_lossy(), "can"])
}

/// The cache of the bed's programs; `tests/peers/fetch.py` fills it and says the same.
fn bed() -> PathBuf {
    std::env::var_os("INKJOIN_BED").map_or_else(
        || PathBuf::from(std::env::var_os("HOME").unwrap_or_default()).join(".cache/inkjoin-bed"),
        PathBuf::from,
    )
}

fn tried(program: &str, arguments: &[&str]) -> Result<(), String> {
    let mut command = Command::new(program);
    let output = command.args(arguments).stdin(Stdio::null()).output().map_err(|fault| fault.to_string())?;
    if output.status.success() {
        Ok(())
    } else {
        Err(String::from_utf8_lossy(&output.stderr).trim().to_owned())
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_version_of_java_is_that_of_its_base() {
        assert_eq!(java_version("java.base@17.0.15\njava.xml@17.0.15\n"), Some(17));
        assert_eq!(java_version("java.xml@9\njava.base@25-ea\n"), Some(25));
        assert_eq!(java_version("Unrecognized option: --list-modules"), None);
    }

    #[test]
    fn a_program_that_fails_or_is_missing_is_a_reason() {
        assert_eq!(tried("sh", &["-c", "exit 0"]), Ok(()));
        assert_eq!(tried("sh", &["-c", "echo forbidden >&2; exit 1"]).unwrap_err(), "forbidden");
        assert!(tried("no-such-program-here", &[]).is_err());
    }
}
