//! The POM beside the AAR: what an app gets with it.

use toml::Table;

use super::catalog;
use crate::Fault;

/// Group, name, the catalogue's name of the version, and the type. JNA's AAR carries its own native part.
const DEPENDENCIES: [(&str, &str, &str, &str); 4] = [
    ("net.java.dev.jna", "jna", "jna", "aar"),
    ("org.jetbrains.kotlin", "kotlin-stdlib", "kotlin", "jar"),
    ("org.jetbrains.kotlinx", "kotlinx-coroutines-core", "coroutines", "jar"),
    ("androidx.core", "core-ktx", "core", "aar"),
];

/// The POM's text.
///
/// # Errors
/// A version that the catalogue does not name.
pub fn text(version: &str, catalog: &Table) -> Result<String, Fault> {
    let mut dependencies = String::new();
    for (group, name, called, kind) in DEPENDENCIES {
        let version = catalog::version(catalog, called)?;
        dependencies.push_str(&format!(
            "    <dependency>\n      <groupId>{group}</groupId>\n      <artifactId>{name}</artifactId>\n      \
             <version>{version}</version>\n      <type>{kind}</type>\n      <scope>compile</scope>\n    </dependency>\n"
        ));
    }
    Ok(format!(
        r#"<?xml version="1.0" encoding="UTF-8"?>
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>inkjoin</groupId>
  <artifactId>inkjoin-android</artifactId>
  <version>{version}</version>
  <packaging>aar</packaging>
  <name>Inkjoin for Android</name>
  <licenses>
    <license>
      <name>MIT</name>
      <url>https://opensource.org/license/mit</url>
    </license>
  </licenses>
  <dependencies>
{dependencies}  </dependencies>
</project>
"#
    ))
}
