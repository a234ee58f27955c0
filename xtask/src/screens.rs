//! `cargo xtask screens`: what the core draws, for UIs that have no core at hand.

use std::fs;
use std::process::Command;

use crate::{Fault, repo};

/// Writes `target/screens/<language>.json` by the core's own test of its cases. `false` if that failed.
pub fn run() -> Result<bool, Fault> {
    let folder = repo::root().join("target/screens");
    // Of an older build. Missing the first time.
    let _ = fs::remove_dir_all(&folder);
    let written = Command::new(env!("CARGO"))
        .args(["test", "-q", "-p", "inkjoin", "--lib", "guide::draw::tests::gallery::"])
        .env("INKJOIN_SCREENS", &folder)
        .current_dir(repo::root())
        .output()?;
    if !written.status.success() {
        print!("{}", String::from_utf8_lossy(&written.stdout));
        eprint!("{}", String::from_utf8_lossy(&written.stderr));
    }
    Ok(written.status.success() && folder.is_dir())
}
