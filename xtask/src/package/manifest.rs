//! The AAR's manifest: what its modules ask an app for, in one.

use std::collections::BTreeMap;

use roxmltree::{Document, Node};
use toml::Table;

use super::catalog;
use crate::Fault;

const ANDROID: &str = "http://schemas.android.com/apk/res/android";
/// What a library asks for and nothing else: a component would be one that an app does not know of.
const MERGED: [&str; 3] = ["uses-feature", "uses-permission", "uses-permission-sdk-23"];

/// Merges the manifests of the modules.
///
/// # Errors
/// No XML, an element that is not merged, or one that two modules write differently.
pub fn merged(manifests: &[String], catalog: &Table) -> Result<String, Fault> {
    let mut asked: BTreeMap<(String, String), BTreeMap<String, String>> = BTreeMap::new();
    for text in manifests {
        let document = Document::parse(text)?;
        for node in document.root_element().children().filter(Node::is_element) {
            let (key, attributes) = read(node)?;
            if asked.insert(key.clone(), attributes.clone()).is_some_and(|before| before != attributes) {
                return Err(format!("two modules write {} {} differently", key.0, key.1).into());
            }
        }
    }
    let min = catalog::version(catalog, "android-minSdk")?;
    let mut lines = vec![
        r#"<?xml version="1.0" encoding="utf-8"?>"#.to_owned(),
        format!(r#"<manifest xmlns:android="{ANDROID}" package="inkjoin.sdk">"#),
        format!(r#"    <uses-sdk android:minSdkVersion="{min}" />"#),
    ];
    for ((element, _), attributes) in &asked {
        let attributes: String = attributes
            .iter()
            .map(|(name, value)| format!(r#" android:{name}="{}""#, escaped(value)))
            .collect();
        lines.push(format!("    <{element}{attributes} />"));
    }
    lines.push("</manifest>\n".to_owned());
    Ok(lines.join("\n"))
}

type Asked = ((String, String), BTreeMap<String, String>);

/// What is asked for, by element and name, with all attributes.
fn read(node: Node<'_, '_>) -> Result<Asked, Fault> {
    let element = node.tag_name().name();
    let named = node.attribute((ANDROID, "name")).filter(|_| MERGED.contains(&element));
    let Some(name) = named.filter(|_| !node.has_children()) else {
        return Err(format!("<{element}> in a library's manifest is not merged").into());
    };
    let mut attributes = BTreeMap::new();
    for attribute in node.attributes() {
        if attribute.namespace() != Some(ANDROID) {
            return Err(format!("{} of {name} is not merged", attribute.name()).into());
        }
        attributes.insert(attribute.name().to_owned(), attribute.value().to_owned());
    }
    Ok(((element.to_owned(), name.to_owned()), attributes))
}

fn escaped(value: &str) -> String {
    value.replace('&', "&amp;").replace('<', "&lt;").replace('"', "&quot;")
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    fn merge(bodies: &[&str]) -> Result<String, Fault> {
        let catalog = "[versions]\nandroid-minSdk = \"26\"".parse().unwrap();
        let wrapped = |body: &&str| format!(r#"<manifest xmlns:android="{ANDROID}">{body}</manifest>"#);
        merged(&bodies.iter().map(wrapped).collect::<Vec<_>>(), &catalog)
    }

    #[test]
    fn permissions_of_all_modules_stand_in_one() {
        let internet = r#"<uses-permission android:name="android.permission.INTERNET"/>"#;
        let scan = r#"<uses-permission android:name="SCAN" android:usesPermissionFlags="neverForLocation"/>"#;
        let text = merge(&[internet, &format!("{internet}{scan}")]).unwrap();
        assert_eq!(text.matches("INTERNET").count(), 1);
        assert!(text.contains(r#"android:name="SCAN" android:usesPermissionFlags="neverForLocation" />"#));
        assert!(text.contains(r#"minSdkVersion="26""#));
        assert_eq!(
            Document::parse(&text).unwrap().root_element().children().filter(Node::is_element).count(),
            3
        );
    }

    #[test]
    fn what_is_not_understood_is_no_guess() {
        let once = r#"<uses-permission android:name="A"/>"#;
        let flagged = r#"<uses-permission android:name="A" android:maxSdkVersion="30"/>"#;
        assert!(merge(&[once, flagged]).is_err());
        assert!(merge(&["<application/>"]).is_err());
        assert!(merge(&[r#"<uses-permission/>"#]).is_err());
        assert!(merge(&["<uses-permission"]).is_err());
    }
}
