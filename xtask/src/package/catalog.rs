//! The versions of the Android side, by `android/gradle/libs.versions.toml`.

use toml::Table;

use crate::{Fault, repo};

/// Reads the catalogue.
///
/// # Errors
/// A file that can't be read, or is no TOML.
pub fn read() -> Result<Table, Fault> {
    Ok(std::fs::read_to_string(repo::root().join("android/gradle/libs.versions.toml"))?.parse()?)
}

/// The version that is called so.
///
/// # Errors
/// There is none.
pub fn version<'a>(catalog: &'a Table, name: &str) -> Result<&'a str, Fault> {
    let version =
        catalog.get("versions").and_then(|versions| versions.get(name)).and_then(toml::Value::as_str);
    version.ok_or_else(|| format!("the catalogue has no version called {name}").into())
}
