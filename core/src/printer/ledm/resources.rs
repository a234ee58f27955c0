//! Which resources a printer lists: its dtree, its manifests, the resource maps in other documents. Only asked where the
//! PIN is; nothing here reads it.

use roxmltree::Node;
use serde::Deserialize;

use super::{DD, IO, MAP, Named, xml};
use crate::net::Trouble;
use crate::net::http::ResourcePath;

/// JSON list of every resource; not on all models.
pub const DTREE: &str = "/Prefetch?type=dtree";
/// The manifest of the network resources.
pub const MANIFEST: &str = "/IoMgmt/IoMgmtManifest.xml";
/// What manifests there are.
pub const DISCOVERY_TREE: &str = "/DevMgmt/DiscoveryTree.xml";

const LEDM: &str = "http://www.hp.com/schemas/imaging/con/ledm/2007/09/21";
/// The element of a WPS session document, wherever a model serves it.
const SESSION: &str = "WpsSession";
/// Resources looked at; the longest list known has some 150.
const MAX_RESOURCES: usize = 4_000;

/// A resource that may tell the PIN.
struct Candidate {
    path: ResourcePath,
    /// 0 is the surest.
    rank: u8,
}

/// Judges one listed resource. It must allow GET, and either be a WPS session by its element or lie under `/WPS/` with no
/// element named.
fn candidate(uri: &str, element: Option<&str>, readable: bool) -> Option<Candidate> {
    let uri_lower = uri.to_ascii_lowercase();
    let element = element.map(|e| e.rsplit(':').next().unwrap_or(e)).filter(|e| !e.is_empty());
    let is_pin = uri_lower.ends_with("/wps/pin");
    let rank = match element {
        Some(SESSION) if is_pin => 0,
        Some(SESSION) => 1,
        None if is_pin => 2,
        None if uri_lower.contains("/wps/") => 3,
        _ => return None,
    };
    ResourcePath::new(uri).filter(|_| readable).map(|path| Candidate { path, rank })
}

fn best(candidates: impl Iterator<Item = Candidate>) -> Option<ResourcePath> {
    candidates.min_by_key(|c| c.rank).map(|c| c.path)
}

#[derive(Deserialize)]
struct Entry {
    #[serde(default)]
    uri: Option<serde_json::Value>,
    #[serde(default, rename = "xmlElement")]
    element: Option<serde_json::Value>,
    #[serde(default)]
    methods: Option<serde_json::Value>,
}

/// The PIN's resource in a dtree list; `None` when the list does not have it.
///
/// # Errors
/// [`Trouble::Malformed`] when it is no list of resources, or an empty one.
pub fn in_dtree(body: &[u8]) -> Result<Option<ResourcePath>, Trouble> {
    let entries: Vec<Entry> = serde_json::from_slice(body).map_err(|_| Trouble::Malformed)?;
    if !entries.iter().any(|e| e.uri.as_ref().is_some_and(serde_json::Value::is_string)) {
        return Err(Trouble::Malformed);
    }
    let judged = entries.iter().take(MAX_RESOURCES).filter_map(|entry| {
        let methods = entry.methods.as_ref()?.as_array()?;
        let readable = methods.iter().any(|m| m.as_str().is_some_and(|m| m.eq_ignore_ascii_case("get")));
        let element = entry.element.as_ref().and_then(serde_json::Value::as_str);
        candidate(entry.uri.as_ref()?.as_str()?, element, readable)
    });
    Ok(best(judged))
}

/// The PIN's resource in the resource maps of a manifest; `None` when it does not list one.
///
/// # Errors
/// [`Trouble::Malformed`] when there is no resource map in it, [`Trouble::TooLarge`].
pub fn in_manifest(body: &[u8]) -> Result<Option<ResourcePath>, Trouble> {
    xml::read(body, |root| {
        root.deep(MAP, "ResourceMap")?;
        let mut found = Vec::new();
        walk(root, "", &mut found);
        Some(best(found.into_iter()))
    })
}

/// URIs are relative to the resource they stand in, unless `Base` says `Root` or they repeat their parent. The depth is
/// bounded by the reader.
fn walk(node: Node<'_, '_>, above: &str, found: &mut Vec<Candidate>) {
    for child in node.children().filter(Node::is_element) {
        if found.len() >= MAX_RESOURCES {
            return;
        }
        if !child.is(MAP, "ResourceMap") && !child.is(MAP, "ResourceNode") {
            walk(child, above, found);
            continue;
        }
        let link = child.one(MAP, "ResourceLink");
        let own = link.and_then(|l| l.text_of(DD, "ResourceURI")).unwrap_or_default();
        let from_root =
            link.and_then(|l| l.text_of(MAP, "Base")).is_some_and(|b| b.eq_ignore_ascii_case("root"));
        let repeats = !above.is_empty() && own.strip_prefix(above).is_some_and(|rest| rest.starts_with('/'));
        // Longer than any path of a printer: whatever stands below is not looked at.
        if above.len() + own.len() > 1024 {
            continue;
        }
        let uri = if from_root || repeats { own.to_owned() } else { format!("{above}{own}") };
        let (element, readable) = methods(child);
        found.extend(candidate(&uri, element, readable));
        walk(child, &uri, found);
    }
}

/// Element and GET of a node itself, without those of the resources below it.
fn methods<'a>(node: Node<'a, '_>) -> (Option<&'a str>, bool) {
    let mut own: Vec<Node<'a, '_>> = Vec::new();
    let mut open: Vec<Node<'a, '_>> = vec![node];
    while let Some(next) = open.pop() {
        for child in next.children().filter(Node::is_element) {
            if !child.is(MAP, "ResourceMap") && !child.is(MAP, "ResourceNode") {
                open.push(child);
                own.push(child);
            }
        }
    }
    let text = |n: &Node<'a, '_>| n.text().unwrap_or_default().trim();
    let readable = own.iter().any(|n| n.is(MAP, "Verb") && text(n).eq_ignore_ascii_case("get"));
    let element = own.iter().find(|n| n.is(MAP, "XmlElement")).map(text);
    let typed = own.iter().find(|n| n.is(IO, "IoMgmtResourceType")).map(text).filter(|t| *t == SESSION);
    (element.or(typed), readable)
}

/// The manifest of the network resources that a discovery tree names.
///
/// # Errors
/// [`Trouble::Malformed`] when it is no discovery tree, [`Trouble::TooLarge`].
pub fn network_manifest(body: &[u8]) -> Result<Option<ResourcePath>, Trouble> {
    xml::read(body, |root| {
        let root = Some(root).filter(|r| r.is(LEDM, "DiscoveryTree"))?;
        let mut interfaces = root
            .all(LEDM, "SupportedIfc")
            .filter(|i| i.text_of(DD, "ResourceType").is_some_and(|t| t.contains("IoMgmt")));
        Some(interfaces.find_map(|i| i.text_of(LEDM, "ManifestURI").and_then(ResourcePath::new)))
    })
}
