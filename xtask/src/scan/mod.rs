//! The scan for secrets: every test that runs the programs leaves what they printed and saved under
//! `target/traces/<test>/<channel>.<name>`, and beside it `canaries.json`, the values that were secret or somebody's
//! own in it: `[{"kind":"pin","value":"…"}]`. All canaries are looked for in all traces, in every form. Tests'
//! own output is a trace, too.

mod forms;
mod table;
#[cfg(test)]
mod tests;

use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

use crate::repo;
use forms::Needle;
use table::{Channel, Kind};

const CANARIES: &str = "canaries.json";
/// The runners' own output; it has no canaries of its own.
const RUNNER: &str = "runner";

/// What was looked at, and what is wrong.
#[derive(Default)]
pub struct Scanned {
    traces: usize,
    bytes: usize,
    canaries: usize,
    /// Each names the file, the kind and the offset, never the value.
    pub faults: Vec<String>,
}

impl Scanned {
    pub fn summary(&self) -> String {
        format!(
            "{} faults: {} traces of {} KiB looked through for {} canaries",
            self.faults.len(),
            self.traces,
            self.bytes.div_ceil(1024),
            self.canaries
        )
    }
}

struct Canary {
    kind: Kind,
    kind_name: String,
    needles: Vec<Needle>,
}

/// Scans all below `traces`. `owing` are the tiers that must have written some; `owner` tells a folder's tier.
pub fn run<'a>(traces: &Path, owing: impl Iterator<Item = &'a str>, owner: fn(&str) -> &str) -> Scanned {
    let mut scanned = Scanned::default();
    let files = repo::files(traces).unwrap_or_default();
    let (lists, texts): (Vec<_>, Vec<_>) =
        files.iter().partition(|path| path.file_name().is_some_and(|name| name == CANARIES));
    let mut canaries = BTreeMap::new();
    let mut folders = BTreeSet::new();
    for list in lists {
        match read_canaries(list, &mut canaries) {
            Ok(()) => folders.extend(list.parent()),
            Err(fault) => scanned.faults.push(format!("{}: {fault}", shown(list, traces))),
        }
    }
    scanned.canaries = canaries.len();
    for path in texts {
        let name = shown(path, traces);
        let own = path.parent().is_some_and(|folder| folder.ancestors().any(|above| folders.contains(above)));
        if !own && !name.starts_with(RUNNER) {
            scanned.faults.push(format!("{name}: there is no {CANARIES} for it, the scan would be blind"));
        }
        let file = path.file_name().map(|name| name.to_string_lossy()).unwrap_or_default();
        match (table::channel(&file), fs::read(path)) {
            (Some(channel), Ok(text)) => {
                scanned.traces += 1;
                scanned.bytes += text.len();
                let hits = look(&text, channel, canaries.values());
                scanned.faults.extend(hits.into_iter().map(|hit| format!("{name}: {hit}")));
            }
            (None, _) => scanned.faults.push(format!("{name}: its name tells no channel")),
            (_, Err(fault)) => scanned.faults.push(format!("{name}: {fault}")),
        }
    }
    for tier in owing {
        let wrote =
            folders.iter().filter_map(|folder| folder.strip_prefix(traces).ok()?.iter().next()?.to_str());
        if wrote.map(owner).all(|wrote| wrote != tier) {
            scanned.faults.push(format!("the tests of tier {tier} left no trace, the scan was blind"));
        }
    }
    scanned
}

fn shown(path: &Path, below: &Path) -> String {
    path.strip_prefix(below).unwrap_or(path).display().to_string()
}

/// Adds a file's canaries to the list; the key keeps doubles out.
fn read_canaries(path: &Path, into: &mut BTreeMap<(String, String), Canary>) -> Result<(), String> {
    let text = fs::read_to_string(path).map_err(|fault| fault.to_string())?;
    let list: Vec<BTreeMap<String, String>> =
        serde_json::from_str(&text).map_err(|fault| fault.to_string())?;
    if list.is_empty() {
        return Err("no canary in it".to_owned());
    }
    for one in &list {
        let (Some(kind_name), Some(value)) = (one.get("kind"), one.get("value")) else {
            return Err("a canary without kind or value".to_owned());
        };
        let kind = table::kind(kind_name).ok_or_else(|| format!("there is no kind called {kind_name}"))?;
        if value.len() < 4 {
            return Err(format!("a canary of kind {kind_name} is too short to be told from chance"));
        }
        let canary = Canary { kind, kind_name: kind_name.clone(), needles: forms::forms(kind, value) };
        into.insert((kind_name.clone(), value.clone()), canary);
    }
    Ok(())
}

/// Where forbidden canaries stand in `text`: the first place of each form.
fn look<'a>(text: &[u8], channel: Channel, canaries: impl Iterator<Item = &'a Canary>) -> Vec<String> {
    let lower = text.to_ascii_lowercase();
    canaries
        .filter(|canary| table::allowed(channel, canary.kind).is_none())
        .flat_map(|canary| canary.needles.iter().map(move |needle| (canary, needle)))
        .filter_map(|(canary, needle)| {
            let at = find(if needle.any_case { &lower } else { text }, needle)?;
            Some(format!("{} ({}) at byte {at}", canary.kind_name, needle.form))
        })
        .collect()
}

fn find(text: &[u8], needle: &Needle) -> Option<usize> {
    let first = needle.bytes.first()?;
    let digit = |at: Option<usize>| at.and_then(|at| text.get(at)).is_some_and(u8::is_ascii_digit);
    let begins = text.iter().enumerate().filter(|(_, byte)| *byte == first).map(|(at, _)| at);
    begins.into_iter().find(|at| {
        text.get(*at..).is_some_and(|rest| rest.starts_with(&needle.bytes))
            && !(needle.whole_number && (digit(at.checked_sub(1)) || digit(Some(at + needle.bytes.len()))))
    })
}
