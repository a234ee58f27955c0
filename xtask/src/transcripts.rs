//! What a person sees on every road and at every failure, in the terminal at 80 columns: written by the whole runs of
//! `tests/e2e`, collected under `target/transcripts/<language>`.

use std::fs;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::{Fault, repo};

const LANGUAGES: [&str; 2] = ["en", "de"];
/// The tests whose runs are collected. In another language than English their tables differ, and only the runs count.
const TESTS: [&str; 3] = ["roads", "failures", "scenes"];
const COLUMNS: usize = 80;

/// Runs them and looks at the width of every line.
pub fn run() -> Result<bool, Fault> {
    let root = repo::root();
    let mut good = true;
    for language in LANGUAGES {
        for test in TESTS {
            // What the tests look for on screens is English; in other languages some runs end early, and say so at length.
            let quiet = || if language == "en" { Stdio::inherit() } else { Stdio::null() };
            let status = Command::new(env!("CARGO"))
                .args(["test", "-q", "--no-fail-fast", "-p", "inkjoin-cli", "--test", test])
                .stdout(quiet())
                .stderr(quiet())
                .env("INKJOIN_TEST_LANGUAGE", language)
                .env("INSTA_UPDATE", "no")
                .env("INSTA_FORCE_PASS", "1")
                .current_dir(&root)
                .status()?;
            good &= status.success() || language != "en";
        }
        let (kept, wide) = collect(&root, language)?;
        println!("{language}: {kept} transcripts, {wide} lines over {COLUMNS} columns");
        good &= kept > 0 && wide == 0;
    }
    Ok(good)
}

fn collect(root: &Path, language: &str) -> Result<(usize, usize), Fault> {
    let to = root.join("target/transcripts").join(language);
    // Missing the first time.
    let _ = fs::remove_dir_all(&to);
    fs::create_dir_all(&to)?;
    let (mut kept, mut wide) = (0, 0);
    for folder in fs::read_dir(root.join("target/traces"))? {
        let folder = folder?;
        let Ok(text) = fs::read_to_string(folder.path().join("transcript.txt")) else { continue };
        wide += text.lines().filter(|line| line.chars().count() > COLUMNS).count();
        fs::write(to.join(folder.file_name()).with_extension("txt"), text)?;
        kept += 1;
    }
    Ok((kept, wide))
}
