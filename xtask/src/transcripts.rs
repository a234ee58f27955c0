//! What a person sees on every road and at every failure, in the terminal at 80 columns: written by the whole runs of
//! `tests/e2e`, collected under `target/transcripts/<language>`. A run has to come to the same end in every language.

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;
use std::process::Command;

use serde_json::Value;

use crate::{Fault, repo};

const LANGUAGES: [&str; 2] = ["en", "de"];
/// The tests whose runs are collected. In another language than English their tables differ, and only the runs count.
const TESTS: [&str; 3] = ["roads", "failures", "scenes"];
const COLUMNS: usize = 80;
/// It comes and goes by itself: whether it is seen before the last screen is chance.
const PASSING: &str = "closing";

/// The ids of the last two screens of each run, by its name.
type Ends = BTreeMap<String, Vec<String>>;

/// Runs them, looks at the width of every line and compares the languages.
pub fn run() -> Result<bool, Fault> {
    let root = repo::root();
    let (mut good, mut ends) = (true, Vec::new());
    for language in LANGUAGES {
        // What other tests left there is in English. Missing the first time.
        let _ = fs::remove_dir_all(repo::traces());
        for test in TESTS {
            let status = Command::new(env!("CARGO"))
                .args(["test", "-q", "--no-fail-fast", "-p", "inkjoin-cli", "--test", test])
                .env("INKJOIN_TEST_LANGUAGE", language)
                .env("INSTA_UPDATE", "no")
                .env("INSTA_FORCE_PASS", "1")
                .current_dir(&root)
                .status()?;
            if !status.success() {
                println!("{language}: {test} failed");
                good = false;
            }
        }
        let (kept, wide) = collect(&root, language)?;
        println!("{language}: {} transcripts, {wide} lines over {COLUMNS} columns", kept.len());
        good &= !kept.is_empty() && wide == 0;
        ends.push(kept);
    }
    if let [english, rest @ ..] = ends.as_slice() {
        for (language, other) in LANGUAGES.iter().skip(1).zip(rest) {
            let unlike = unlike(english, other);
            unlike.iter().for_each(|pair| println!("{language}: {pair}"));
            good &= unlike.is_empty();
        }
    }
    Ok(good)
}

fn collect(root: &Path, language: &str) -> Result<(Ends, usize), Fault> {
    let to = root.join("target/transcripts").join(language);
    // Missing the first time.
    let _ = fs::remove_dir_all(&to);
    fs::create_dir_all(&to)?;
    let (mut kept, mut wide) = (Ends::new(), 0);
    for folder in fs::read_dir(repo::traces())? {
        let folder = folder?;
        let Ok(text) = fs::read_to_string(folder.path().join("transcript.txt")) else { continue };
        wide += text.lines().filter(|line| line.chars().count() > COLUMNS).count();
        fs::write(to.join(folder.file_name()).with_extension("txt"), text)?;
        let said = fs::read_to_string(folder.path().join("stdout.txt"))?;
        kept.insert(folder.file_name().to_string_lossy().into_owned(), end(&said));
    }
    Ok((kept, wide))
}

/// The last two different screens that stay, of what the program said.
fn end(said: &str) -> Vec<String> {
    let id = |line: &str| {
        let said: Value = serde_json::from_str(line).ok()?;
        Some(said.get("screen")?.get("id")?.as_str()?.to_owned())
    };
    let mut screens: Vec<String> = said.lines().filter_map(id).filter(|id| id != PASSING).collect();
    screens.dedup();
    screens.split_off(screens.len().saturating_sub(2))
}

/// The runs that end at another screen than in English, or are in one of the languages only.
fn unlike(english: &Ends, other: &Ends) -> Vec<String> {
    let names: BTreeSet<_> = english.keys().chain(other.keys()).collect();
    let said = |ends: &Ends, name: &String| ends.get(name).map_or("nowhere".to_owned(), |end| end.join(", "));
    let pair = |name: &&String| {
        let (there, here) = (said(english, name), said(other, name));
        (there != here).then(|| format!("{name} ends at {here}, in English at {there}"))
    };
    names.iter().filter_map(pair).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn runs_that_end_elsewhere_are_named() {
        let said = "{\"lab\":{}}\n{\"screen\":{\"id\":\"find\"}}\n{\"screen\":{\"id\":\"ways\"}}\n\
            {\"screen\":{\"id\":\"ways\"}}\n{\"screen\":{\"id\":\"closing\"}}\n{\"screen\":{\"id\":\"ended\"}}\n\
            {\"outcome\":{}}\nno JSON\n";
        assert_eq!(end(said), ["ways", "ended"]);
        assert_eq!(end("{\"screen\":{\"id\":\"start\"}}"), ["start"]);
        assert!(end("").is_empty());
        let ends = |all: &[(&str, &[&str])]| -> Ends {
            let owned = |ids: &[&str]| ids.iter().map(|id| (*id).to_owned()).collect();
            all.iter().map(|(name, ids)| ((*name).to_owned(), owned(ids))).collect()
        };
        let english = ends(&[("a", &["ways", "ended"]), ("b", &["joined", "ended"]), ("c", &["find"])]);
        let german = ends(&[("a", &["ways", "ended"]), ("b", &["waiting", "ended"])]);
        assert_eq!(
            unlike(&english, &german),
            [
                "b ends at waiting, ended, in English at joined, ended",
                "c ends at nowhere, in English at find"
            ]
        );
        assert!(unlike(&english, &english).is_empty());
    }
}
