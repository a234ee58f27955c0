//! What resources there are: the discovery tree, the manifest of Wi-Fi, and the list that newer firmware makes of both.

use serde_json::{Value, json};

use super::documents::{DD, LEDM};
use crate::scene::{Discovery, PrinterScene, Reach};

/// Path, type and revision of the trees that the lab serves.
const TREES: &[(&str, &str, &str)] = &[
    ("/DevMgmt/ProductStatusDyn.xml", "hpLedmProductStatusDyn", "ledm/productstatusdyn/2007/10/31"),
    ("/DevMgmt/ProductConfigDyn.xml", "hpLedmProductConfigDyn", "ledm/productconfigdyn/2009/03/16"),
];
const MANIFESTS: &[(&str, &str)] = &[
    ("/IoMgmt/IoMgmtManifest.xml", "hpLedmIoMgmt"),
    ("/DevMgmt/InternalPrintManifest.xml", "hpLedmInternalPrintManifest"),
];

/// `/DevMgmt/DiscoveryTree.xml`.
pub fn discovery_tree() -> String {
    let mut body = String::new();
    for (path, kind, revision) in TREES {
        body += &format!(
            "\t<ledm:SupportedTree>\n\t\t<dd:ResourceURI>{path}</dd:ResourceURI>\n\
             \t\t<dd:ResourceType>ledm:{kind}</dd:ResourceType>\n\
             \t\t<dd:Revision>{LEDM}{revision}</dd:Revision>\n\t</ledm:SupportedTree>\n"
        );
    }
    for (path, kind) in MANIFESTS {
        body += &format!(
            "\t<ledm:SupportedIfc>\n\t\t<ledm:ManifestURI>{path}</ledm:ManifestURI>\n\
             \t\t<dd:ResourceType>ledm:{kind}</dd:ResourceType>\n\
             \t\t<dd:Revision>{LEDM}ledm/manifest/2009/03/24</dd:Revision>\n\t</ledm:SupportedIfc>\n"
        );
    }
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <ledm:DiscoveryTree xmlns:ledm=\"{LEDM}ledm/2007/09/21\" xmlns:dd=\"{DD}\">\n\
         \t<dd:Version><dd:Revision>SVN-IPG-LEDM.441</dd:Revision><dd:Date>2011-06-15</dd:Date></dd:Version>\n\
         {body}\t<ledm:SupportedFeature>\n\t\t<dd:ResourceURI>/ipp/print</dd:ResourceURI>\n\
         \t\t<dd:ResourceType>pwg:hpIPPPrint</dd:ResourceType>\n\
         \t\t<dd:Revision>http://www.pwg.org/ipp/2.0</dd:Revision>\n\t</ledm:SupportedFeature>\n\
         </ledm:DiscoveryTree>\n"
    )
}

/// A node of the manifest: its URI is relative to that of the node around it.
struct Node {
    uri: &'static str,
    element: Option<&'static str>,
    verbs: &'static [&'static str],
    inner: Vec<Node>,
}

fn node(uri: &'static str, element: &'static str, verbs: &'static [&'static str], inner: Vec<Node>) -> Node {
    Node { uri, element: Some(element), verbs, inner }
}

/// The resources under `/IoMgmt`.
fn wifi(scene: &PrinterScene) -> Node {
    let mut wifi0 = vec![
        node(
            "/Profiles",
            "io:Profiles",
            &["Get"],
            vec![node("/Active", "io:Profile", &["Get", "Put"], vec![])],
        ),
        node("/WifiNetworks", "io:WifiNetworks", &["Get"], vec![]),
    ];
    if scene.has_wps_session() && scene.discovery != Discovery::OldPath {
        let session = node("/Pin", "io:WpsSession", &["Get"], vec![]);
        wifi0.push(Node { uri: "/WPS", element: None, verbs: &[], inner: vec![session] });
    }
    let (first, second) = if scene.is_ink() { ("/Wifi0", "/Wifi1") } else { ("/wifi0", "/wifi1") };
    let mut adapters = vec![
        node(first, "io:Adapter", &["Get", "Put"], wifi0),
        node(second, "io:Adapter", &["Get", "Put"], vec![]),
    ];
    if !scene.is_ink() || scene.reach.contains(&Reach::Cable) {
        adapters.insert(0, node("/eth0", "io:Adapter", &["Get"], vec![]));
    }
    Node {
        uri: "/IoMgmt",
        element: None,
        verbs: &[],
        inner: vec![
            node("/IoMgmtCap.xml", "iocap:IoCapabilities", &["Get"], vec![]),
            node("/Adapters", "io:Adapters", &["Get"], adapters),
        ],
    }
}

/// `/IoMgmt/IoMgmtManifest.xml`.
pub fn manifest(scene: &PrinterScene) -> String {
    let root = wifi(scene);
    let mut nodes = String::new();
    for inner in &root.inner {
        write_node(&mut nodes, inner, 2);
    }
    format!(
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n\
         <man:Manifest xmlns:man=\"{LEDM}ledm/manifest/2009/03/24\" xmlns:map=\"{LEDM}ledm/resourcemap/2009/01/27\" \
         xmlns:io=\"{LEDM}ledm/iomgmt/2008/11/30\" xmlns:iocap=\"{LEDM}ledm/iomgmtcap/2008/11/30\" xmlns:dd=\"{DD}\">\n\
         \t<map:ResourceMap>\n\t\t<map:ResourceLink><dd:ResourceURI>{}</dd:ResourceURI></map:ResourceLink>\n{nodes}\
         \t</map:ResourceMap>\n</man:Manifest>\n",
        root.uri
    )
}

fn write_node(out: &mut String, node: &Node, depth: usize) {
    let pad = "\t".repeat(depth);
    *out += &format!(
        "{pad}<map:ResourceNode>\n{pad}\t<map:ResourceLink><dd:ResourceURI>{}</dd:ResourceURI></map:ResourceLink>\n",
        node.uri
    );
    if !node.verbs.is_empty() {
        let methods: String = node
            .verbs
            .iter()
            .map(|verb| format!("<map:Method><map:Verb>{verb}</map:Verb></map:Method>"))
            .collect();
        *out += &format!("{pad}\t<map:Methods>{methods}</map:Methods>\n");
    }
    if let Some(element) = node.element {
        *out += &format!("{pad}\t<map:XmlElement>{element}</map:XmlElement>\n");
    }
    if !node.inner.is_empty() {
        *out += &format!("{pad}\t<map:ResourceMap>\n");
        for inner in &node.inner {
            write_node(out, inner, depth + 2);
        }
        *out += &format!("{pad}\t</map:ResourceMap>\n");
    }
    *out += &format!("{pad}</map:ResourceNode>\n");
}

/// `/Prefetch?type=dtree`; `None` where the firmware hasn't got it.
pub fn prefetch(scene: &PrinterScene, target: &str) -> Option<String> {
    if scene.discovery != Discovery::Dtree || !target.ends_with("?type=dtree") {
        return None;
    }
    let mut list = Vec::new();
    for (path, kind, revision) in TREES {
        list.push(json!({ "type": "ns", "res": format!("ledm:{kind}"), "uri": path, "ns": format!("{LEDM}{revision}") }));
    }
    for (path, kind) in MANIFESTS {
        list.push(json!({ "type": "manifest", "res": format!("ledm:{kind}"), "uri": path }));
    }
    flatten(&mut list, &wifi(scene), "");
    list.push(json!({ "type": "feature", "res": "pwg:hpIPPPrint", "uri": "/ipp/print" }));
    Some(Value::Array(list).to_string())
}

fn flatten(list: &mut Vec<Value>, node: &Node, base: &str) {
    let uri = format!("{base}{}", node.uri);
    if let Some(element) = node.element {
        let methods: Vec<_> = node.verbs.iter().map(|verb| verb.to_lowercase()).collect();
        list.push(json!({
            "type": "resource", "res": "ledm:hpLedmIoMgmt", "uri": uri, "xmlElement": element,
            "methods": methods, "file": "/IoMgmt/IoMgmtManifest.xml"
        }));
    }
    for inner in &node.inner {
        flatten(list, inner, &uri);
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used, clippy::panic)]
    use super::*;
    use crate::Scene;
    use crate::printer::WPS_PIN;

    #[test]
    fn the_list_leads_to_the_wps_session() {
        let scene = Scene::named("laserjet-pin").unwrap().printers.remove(0);
        let list: Vec<Value> =
            serde_json::from_str(&prefetch(&scene, "/Prefetch?type=dtree").unwrap()).unwrap();
        let session =
            list.iter().find(|entry| entry.get("xmlElement") == Some(&json!("io:WpsSession"))).unwrap();
        assert_eq!(session.get("uri").unwrap(), WPS_PIN);
        assert_eq!(session.get("methods").unwrap(), &json!(["get"]));
        assert!(prefetch(&scene, "/Prefetch?type=other").is_none());
        assert!(manifest(&scene).contains("<dd:ResourceURI>/Pin</dd:ResourceURI>"));
        let hidden = PrinterScene { discovery: Discovery::OldPath, ..scene };
        assert!(prefetch(&hidden, "/Prefetch?type=dtree").is_none());
        assert!(!manifest(&hidden).contains("WpsSession"));
    }
}
