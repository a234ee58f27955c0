//! `cargo xtask bench`: every bench is a program that prints rows; here they are collected, and the ratio is made.
//!
//! A bench's row is a line `{"bench","measure","ours","peer","theirs","unit"}` on its standard output.

use std::process::{Command, Stdio};

use serde_json::{Value, json};

use crate::{Fault, repo};

/// A bench: its name, what it compares, and the command whose rows it is.
struct Bench {
    name: &'static str,
    compares: &'static str,
    command: &'static [&'static str],
}

/// All benches. One stands here as soon as it measures something.
const BENCHES: &[Bench] = &[];

/// Runs the named benches, or all. `false` if one of them failed.
///
/// # Errors
/// A name that no bench has, or a program that can't be started.
pub fn run(names: &[String], json: bool) -> Result<bool, Fault> {
    if let Some(unknown) = names.iter().find(|name| BENCHES.iter().all(|bench| bench.name != **name)) {
        return Err(format!("there is no bench called {unknown}").into());
    }
    if BENCHES.is_empty() {
        eprintln!("no bench is available yet");
        return Ok(true);
    }
    let mut fine = true;
    for bench in
        BENCHES.iter().filter(|bench| names.is_empty() || names.iter().any(|name| name == bench.name))
    {
        eprintln!("bench {}: {}", bench.name, bench.compares);
        let Some((program, arguments)) = bench.command.split_first() else { continue };
        let mut command: Command = repo::command(program);
        let output = command.args(arguments).stderr(Stdio::inherit()).output()?;
        for row in String::from_utf8_lossy(&output.stdout).lines().filter_map(row) {
            println!("{}", if json { row.to_string() } else { sentence(&row) });
        }
        fine &= output.status.success();
    }
    Ok(fine)
}

/// A printed line as a row with its ratio; `None` if it is no row.
fn row(line: &str) -> Option<Value> {
    let row: Value = serde_json::from_str(line).ok()?;
    let (ours, theirs) = (row.get("ours")?.as_f64()?, row.get("theirs")?.as_f64()?);
    let ratio = if theirs > 0.0 { json!((ours / theirs * 1000.0).round() / 1000.0) } else { Value::Null };
    Some(json!({
        "bench": row.get("bench")?.as_str()?, "measure": row.get("measure")?.as_str()?, "ours": ours,
        "peer": row.get("peer")?.as_str()?, "theirs": theirs, "ratio": ratio, "unit": row.get("unit")?.as_str()?,
    }))
}

fn sentence(row: &Value) -> String {
    let text = |key: &str| match row.get(key) {
        Some(Value::String(text)) => text.clone(),
        Some(other) => other.to_string(),
        None => String::new(),
    };
    format!(
        "{:12} {:32} {:>10} {:8} {} {} (ratio {})",
        text("bench"),
        text("measure"),
        text("ours"),
        text("unit"),
        text("peer"),
        text("theirs"),
        text("ratio")
    )
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn a_row_gets_its_ratio_and_anything_else_is_dropped() {
        let line = r#"{"bench":"discovery","measure":"first","ours":0.5,"peer":"avahi-browse","theirs":2.0,"unit":"s"}"#;
        let row = row(line).unwrap();
        assert_eq!(row.get("ratio"), Some(&json!(0.25)));
        assert!(sentence(&row).contains("avahi-browse 2.0 (ratio 0.25)"));
        assert!(super::row("warming up").is_none());
        assert!(super::row(r#"{"bench":"discovery","ours":1}"#).is_none());
    }
}
