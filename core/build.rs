//! Puts the files of `knowledge/` together as one JSON file. TOML is for those who write them: its reader, made for each
//! of their types, would be a tenth of what a phone gets. What the files say is checked where they are read.

use std::path::Path;

use serde_json::{Map, Value, json};

type Fault = Box<dyn std::error::Error>;

fn main() -> Result<(), Fault> {
    let knowledge = Path::new(&std::env::var("CARGO_MANIFEST_DIR")?).join("knowledge");
    let all = json!({
        "timings": file(&knowledge.join("timings.toml"))?,
        "printers": folder(&knowledge.join("printers"))?,
        "routers": folder(&knowledge.join("routers"))?,
    });
    std::fs::write(Path::new(&std::env::var("OUT_DIR")?).join("knowledge.json"), all.to_string())?;
    Ok(())
}

/// Its TOML files, by their names without the ending.
fn folder(path: &Path) -> Result<Value, Fault> {
    println!("cargo::rerun-if-changed={}", path.display());
    let mut files = Map::new();
    for entry in std::fs::read_dir(path)? {
        let path = entry?.path();
        let name = path.file_name().and_then(|name| name.to_str()).ok_or("a file without a name")?;
        if let Some(key) = name.strip_suffix(".toml") {
            files.insert(key.to_owned(), file(&path)?);
        }
    }
    Ok(Value::Object(files))
}

fn file(path: &Path) -> Result<Value, Fault> {
    println!("cargo::rerun-if-changed={}", path.display());
    let text = std::fs::read_to_string(path)?;
    toml::from_str(&text).map_err(|e| format!("{}: {e}", path.display()).into())
}
