//! The public side of the bindings: kept in `bindings/api.txt`, so that a change of it is seen in review, and documented in words
//! that a reader of Kotlin, Swift or Python knows.

use std::collections::BTreeSet;
use std::fs;
use std::path::PathBuf;

use serde::Deserialize;

use crate::{Fault, bindings, repo};

/// One type, field, variant, function or method, as inkjoin-bindgen tells it.
#[derive(Deserialize)]
struct Item {
    item: String,
    doc: Option<String>,
}

/// Words of Rust that are no English, or mean something else there.
const RUST: &[&str] = &[
    "Arc", "HashMap", "Mutex", "RefCell", "Vec", "async", "bool", "cfg", "crate", "dyn", "enum", "enums",
    "fn", "i32", "i64", "impl", "lifetime", "mut", "panic", "panics", "str", "struct", "structs", "tokio",
    "tracing", "trait", "traits", "u16", "u32", "u64", "u8", "unwrap", "usize",
];
/// What gives Rust away besides: paths, attributes, links and headings of its own documentation, and English words where
/// they are code.
const SIGNS: &[&str] = &[
    "::", "#[", "[`", "`]", "&str", "&self", "&mut", "# Errors", "# Panics", "`None", "`Some", "Some(",
    "Ok(", "Err(", "`Option", "Option<", "`Result", "Result<", "`Send", "`Sync", "`Box", "Box<", "`static",
    "`await",
];

/// The step of `cargo xtask check`.
///
/// # Errors
/// A library that tells nothing.
pub fn check() -> Result<bool, Fault> {
    let Some(items) = items()? else { return Ok(false) };
    let faults = faults(&items);
    faults.iter().for_each(|fault| eprintln!("{fault}"));
    let kept = fs::read_to_string(path()).unwrap_or_default();
    let differs = difference(&kept, &text(&items));
    if !differs.is_empty() {
        eprintln!("bindings/api.txt is another API than the code's:");
        differs.iter().for_each(|line| eprintln!("{line}"));
        eprintln!("if that is meant: cargo xtask bindings api");
    }
    Ok(faults.is_empty() && differs.is_empty())
}

/// Writes the file anew. `false` if the library could not be built.
///
/// # Errors
/// As [`check`], or a file that can't be written.
pub fn write() -> Result<bool, Fault> {
    let Some(items) = items()? else { return Ok(false) };
    fs::write(path(), text(&items))?;
    Ok(true)
}

fn path() -> PathBuf {
    repo::root().join("bindings/api.txt")
}

fn items() -> Result<Option<Vec<Item>>, Fault> {
    let Some(told) = bindings::described()? else { return Ok(None) };
    let lines = String::from_utf8_lossy(&told);
    Ok(Some(lines.lines().map(serde_json::from_str).collect::<Result<_, _>>()?))
}

fn text(items: &[Item]) -> String {
    items.iter().map(|item| item.item.clone() + "\n").collect()
}

/// Lines of one only, and a word when it is the order.
fn difference(kept: &str, now: &str) -> Vec<String> {
    let (old, new): (BTreeSet<&str>, BTreeSet<&str>) = (kept.lines().collect(), now.lines().collect());
    let gone = old.difference(&new).map(|line| format!("- {line}"));
    let come = new.difference(&old).map(|line| format!("+ {line}"));
    let mut lines: Vec<String> = gone.chain(come).collect();
    if lines.is_empty() && kept != now {
        lines.push("the order is another one, and it counts on the wire".to_owned());
    }
    lines
}

/// What is undocumented, or documented for readers of Rust only.
fn faults(items: &[Item]) -> Vec<String> {
    let mut faults = Vec::new();
    for Item { item, doc } in items {
        let Some(doc) = doc.as_deref().filter(|doc| !doc.trim().is_empty()) else {
            if !item.starts_with("can ") {
                faults.push(format!("{item}: no doc comment"));
            }
            continue;
        };
        let words = doc.split(|c: char| !(c.is_alphanumeric() || c == '_'));
        let words = words.filter(|word| RUST.contains(word));
        let signs = SIGNS.iter().copied().filter(|sign| doc.contains(sign));
        faults.extend(words.chain(signs).map(|word| format!("{item}: its doc speaks Rust: {word}")));
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(item: &str, doc: &str) -> Item {
        Item { item: item.to_owned(), doc: Some(doc.to_owned()) }
    }

    #[test]
    fn what_is_not_documented_or_speaks_rust_is_found() {
        let planted = [
            "",
            " ",
            "Some of it or `None`.",
            "See [`Screen`].",
            "As `Act::OpenUrl`.",
            "An Arc.",
            "It panics.",
        ];
        for doc in planted {
            assert!(!faults(&[item("record A", doc)]).is_empty(), "{doc}");
        }
        assert_eq!(faults(&[Item { item: "record A".to_owned(), doc: None }]).len(), 1);
        for fine in [
            "Absent when nothing is; some come, none goes.",
            "Sends a result with `Session.choose`, in a structure.",
        ] {
            assert!(faults(&[item("record A", fine)]).is_empty(), "{fine}");
        }
    }

    #[test]
    fn a_change_of_the_api_is_found() {
        assert!(difference("a\nb\n", "a\nb\n").is_empty());
        assert_eq!(difference("a\nb\n", "a\nc\n"), ["- b", "+ c"]);
        assert_eq!(difference("a\nb\n", "b\na\n").len(), 1);
    }
}
