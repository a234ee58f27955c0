//! `cargo xtask check`: what a reviewer shouldn't have to look for, the quick answers first.

use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Instant;

use crate::summary::Counts;
use crate::{Fault, api, house, repo};

/// The version that a machine without one gets; `deny.toml` is written for it.
const DENY: &str = "0.20.2";

type Step = (&'static str, fn() -> Result<bool, Fault>);

/// Takes minutes: it runs when it is named.
const LONG: &str = "mobile";

const STEPS: &[Step] = &[
    ("fmt", || cargo(&["fmt", "--all", "--check"])),
    ("house", house::run),
    ("clippy", || cargo(&["clippy", "--workspace", "--all-targets", "--", "-D", "warnings"])),
    ("docs", docs),
    ("api", api::check),
    ("deny", deny),
    (LONG, mobile),
];

/// Runs the named steps, or all but the long one, each whatever became of the one before. `true` if all are fine.
///
/// # Errors
/// A name that no step has.
pub fn run(names: &[String]) -> Result<bool, Fault> {
    if let Some(unknown) = names.iter().find(|name| STEPS.iter().all(|(step, _)| step != name)) {
        return Err(format!("there is no step called {unknown}").into());
    }
    let mut counts = Counts::default();
    let mut lines = Vec::new();
    for (name, step) in STEPS {
        let named = names.iter().any(|wanted| wanted == name);
        if !(named || names.is_empty() && *name != LONG) {
            counts.skipped += 1;
            continue;
        }
        eprintln!("== {name}");
        let begun = Instant::now();
        let (fine, why) = match step() {
            Ok(fine) => (fine, String::new()),
            Err(fault) => (false, format!(": {fault}")),
        };
        *(if fine { &mut counts.passed } else { &mut counts.failed }) += 1;
        let word = if fine { "ok" } else { "FAILED" };
        lines.push(format!("{name:8} {:>6.1} s  {word}{why}", begun.elapsed().as_secs_f64()));
    }
    println!("{}\n{counts}", lines.join("\n"));
    Ok(counts.failed == 0)
}

fn cargo(arguments: &[&str]) -> Result<bool, Fault> {
    succeeds(repo::command("cargo").args(arguments))
}

fn succeeds(command: &mut Command) -> Result<bool, Fault> {
    Ok(command.stdin(Stdio::null()).status()?.success())
}

fn docs() -> Result<bool, Fault> {
    succeeds(
        repo::command("cargo").args(["doc", "--no-deps", "-p", "inkjoin"]).env("RUSTDOCFLAGS", "-D warnings"),
    )
}

/// The bindings for the phones' targets, as the tier of that name does it.
fn mobile() -> Result<bool, Fault> {
    let script = "tests/bindings/mobile.py";
    Ok(succeeds(repo::command("python3").args([script, "fetch"]))?
        && succeeds(repo::command("python3").arg(script))?)
}

/// Bans, licences and sources. Not advisories: their database is a git repository, and a check that needs a second
/// network service fails for reasons that have nothing to do with the change.
fn deny() -> Result<bool, Fault> {
    let tool = match find_deny() {
        Some(tool) => tool,
        None => install_deny()?,
    };
    let wanted = ["bans", "licenses", "sources"];
    let mut command = repo::command(&tool.to_string_lossy());
    succeeds(
        command
            .args(["--log-level", "warn", "--all-features", "check", "--hide-inclusion-graph"])
            .args(wanted),
    )
}

fn find_deny() -> Option<PathBuf> {
    let works = |tool: &PathBuf| {
        let mut command = Command::new(tool);
        command
            .arg("--version")
            .stdout(Stdio::null())
            .stderr(Stdio::null())
            .status()
            .is_ok_and(|status| status.success())
    };
    [repo::root().join("target/tools/bin/cargo-deny"), "cargo-deny".into()].into_iter().find(works)
}

/// Builds it under `target/`, without the optimisation that it doesn't need: six minutes on two cores.
fn install_deny() -> Result<PathBuf, Fault> {
    eprintln!("cargo-deny isn't here: building {DENY} into target/tools, once");
    let root = repo::root().join("target/tools");
    let mut install = repo::command("cargo");
    install.args(["install", "--quiet", "--locked", "cargo-deny", "--version", DENY, "--root"]).arg(&root);
    install.env("CARGO_PROFILE_RELEASE_LTO", "off").env("CARGO_PROFILE_RELEASE_OPT_LEVEL", "1");
    if succeeds(&mut install)? {
        Ok(root.join("bin/cargo-deny"))
    } else {
        Err("cargo-deny can't be built".into())
    }
}
