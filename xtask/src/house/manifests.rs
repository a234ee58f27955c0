//! Rules about who depends on whom, and on what.

use serde_json::Value;

use super::Tree;

/// A patched dependency builds here and not at whoever depends on us.
pub fn patches(tree: &Tree) -> Vec<String> {
    let manifests = tree.iter().filter(|(path, _)| *path == "Cargo.toml" || path.ends_with("/Cargo.toml"));
    let patched =
        manifests.filter(|(_, text)| text.lines().any(|line| line.trim_start().starts_with("[patch")));
    patched.map(|(path, _)| format!("{path}: patches a dependency")).collect()
}

/// By cargo's own reading of the manifests: no dependency from git; the lab knows no crate of ours, or both would agree
/// about the same mistakes; the core doesn't know the bindings.
pub fn who_knows_whom(metadata: &Value) -> Vec<String> {
    let mut faults = Vec::new();
    for package in metadata["packages"].as_array().into_iter().flatten() {
        let name = package["name"].as_str().unwrap_or_default();
        for dependency in package["dependencies"].as_array().into_iter().flatten() {
            let on = dependency["name"].as_str().unwrap_or_default();
            let source = dependency["source"].as_str();
            if source.is_some_and(|source| source.starts_with("git+")) {
                faults.push(format!("{name}: {on} comes from git"));
            }
            if name == "inkjoin-lab" && source.is_none() {
                faults.push(format!("inkjoin-lab depends on {on}, a crate of ours"));
            }
            if name == "inkjoin" && on.starts_with("uniffi") {
                faults.push("the core depends on the bindings' uniffi".to_owned());
            }
        }
    }
    faults
}

#[cfg(test)]
mod tests {
    use super::*;
    use serde_json::json;

    #[test]
    fn a_patch_is_found() {
        let tree = |text: &str| Tree::from([("core/Cargo.toml".to_owned(), text.to_owned())]);
        assert_eq!(patches(&tree("[package]\n[patch.crates-io]\n")).len(), 1);
        assert!(patches(&tree("[package]\nname = \"a\"\n# no [patch] here\n")).is_empty());
    }

    #[test]
    fn a_wrong_dependency_is_found() {
        let with = |name: &str, on: &str, source: Value| {
            who_knows_whom(
                &json!({"packages": [{"name": name, "dependencies": [{"name": on, "source": source}]}]}),
            )
        };
        let registry = json!("registry+https://github.com/rust-lang/crates.io-index");
        assert_eq!(with("inkjoin-cli", "tokio", json!("git+https://example.com/tokio")).len(), 1);
        assert_eq!(with("inkjoin-lab", "inkjoin", Value::Null).len(), 1);
        assert_eq!(with("inkjoin", "uniffi", registry.clone()).len(), 1);
        assert!(with("inkjoin-cli", "inkjoin", Value::Null).is_empty());
        assert!(with("inkjoin-lab", "tokio", registry).is_empty());
    }
}
