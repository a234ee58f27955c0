//! The house's own rules, which no common tool knows.

mod manifests;
mod texts;

use std::collections::BTreeMap;

use crate::{Fault, repo};

/// The texts of the tree by their paths from its root, with `/` between folders.
type Tree = BTreeMap<String, String>;

/// A rule: what is wrong, a line each, with the file it is in.
type Rule = fn(&Tree) -> Vec<String>;

const RULES: &[Rule] = &[
    texts::too_long,
    texts::machine_paths,
    texts::open_ends,
    texts::ignored_tests,
    texts::uniffi_in_core,
    manifests::patches,
];

/// Applies all rules to the tree. `true` if none is broken.
///
/// # Errors
/// A tree that can't be read.
pub fn run() -> Result<bool, Fault> {
    let tree = read_tree()?;
    let metadata = metadata()?;
    let mut faults: Vec<String> = RULES.iter().flat_map(|rule| rule(&tree)).collect();
    faults.extend(manifests::who_knows_whom(&metadata));
    for fault in &faults {
        eprintln!("{fault}");
    }
    for (path, lines) in texts::long(&tree) {
        eprintln!("note: {path} has {lines} lines");
    }
    Ok(faults.is_empty())
}

/// What isn't text (a picture, a capture) is left out.
fn read_tree() -> Result<Tree, Fault> {
    let root = repo::root();
    let mut tree = Tree::new();
    for path in repo::files(&root)? {
        if let (Ok(name), Ok(text)) = (path.strip_prefix(&root), std::fs::read_to_string(&path)) {
            let parts: Vec<_> = name.iter().map(|part| part.to_string_lossy()).collect();
            tree.insert(parts.join("/"), text);
        }
    }
    Ok(tree)
}

fn metadata() -> Result<serde_json::Value, Fault> {
    let output = repo::command("cargo").args(["metadata", "--no-deps", "--format-version", "1"]).output()?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).trim().into());
    }
    Ok(serde_json::from_slice(&output.stdout)?)
}
