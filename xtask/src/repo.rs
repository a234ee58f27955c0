//! Where things lie in the tree, and how its programs are called.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

/// The repository's root: cargo names this package's folder while it runs us.
pub fn root() -> PathBuf {
    let here = std::env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| env!("CARGO_MANIFEST_DIR").into(), PathBuf::from);
    here.parent().map_or(here.clone(), Path::to_path_buf)
}

/// Where the runs leave what they printed, for the scan.
pub fn traces() -> PathBuf {
    root().join("target/traces")
}

/// A program, to be started in the root. `cargo` is the one that runs us: on a bare machine it need not be on PATH.
pub fn command(program: &str) -> Command {
    let name = match program {
        "cargo" => std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()),
        other => other.into(),
    };
    let mut command = Command::new(name);
    command.current_dir(root());
    command
}

/// The same, with its arguments.
pub fn command_line(words: &[&str]) -> Command {
    let (program, arguments) = words.split_first().unwrap_or((&"true", &[]));
    let mut command = command(program);
    command.args(arguments);
    command
}

/// Every file below `dir`, sorted, without what is built, fetched or kept by git.
///
/// # Errors
/// A folder that can't be read.
pub fn files(dir: &Path) -> std::io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    let mut folders = vec![dir.to_path_buf()];
    while let Some(folder) = folders.pop() {
        for entry in fs::read_dir(folder)? {
            let entry = entry?;
            let kind = entry.file_type()?;
            if kind.is_dir() {
                let name = entry.file_name();
                if !["target", ".git", "__pycache__", "node_modules", ".build", ".gradle"]
                    .iter()
                    .any(|skip| name == *skip)
                {
                    folders.push(entry.path());
                }
            // In a second working tree `.git` is a file that tells where the first one lies.
            } else if kind.is_file() && entry.file_name() != ".git" {
                found.push(entry.path());
            }
        }
    }
    found.sort();
    Ok(found)
}
