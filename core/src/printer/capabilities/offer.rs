//! Whether the EWS tells the PIN: from what the printer lists, never by reading the PIN itself.

use super::super::PinOffer;
use super::super::ledm::{resources, xml_body};
use super::{Budget, get};
use crate::identity::Identity;
use crate::knowledge::Knowledge;
use crate::net::http::{Answer, Http, ResourcePath};
use crate::net::{LocalAddr, Trouble};

/// The first list that the printer gives is believed.
pub(super) async fn probe(
    http: &Http,
    at: LocalAddr,
    identity: &Identity,
    adapters: Option<&Answer>,
    budget: Budget,
) -> PinOffer {
    if let Some(Ok(Some(path))) =
        adapters.filter(|a| a.status == 200).map(|a| xml_body(a).and_then(resources::in_manifest))
    {
        return resource(&path);
    }
    let mut unknown = None;
    for list in [List::Dtree, List::Manifest, List::Tree] {
        match list.look(http, at, budget).await {
            Look::Listed(Some(path)) => return resource(&path),
            Look::Listed(None) => return PinOffer::NotOffered,
            Look::Absent => {}
            Look::Broken(trouble) => unknown = unknown.or(Some(trouble)),
        }
    }
    if let Some(path) = documented(identity) {
        return PinOffer::Resource { path };
    }
    unknown.map_or(PinOffer::NotOffered, PinOffer::Unknown)
}

/// The path that a document names for this family.
fn documented(identity: &Identity) -> Option<String> {
    let knowledge = Knowledge::embedded().ok()?;
    knowledge.families.of(identity).resource.as_ref().map(|resource| resource.path.clone())
}

fn resource(path: &ResourcePath) -> PinOffer {
    PinOffer::Resource { path: path.as_str().to_owned() }
}

#[derive(Clone, Copy)]
enum List {
    Dtree,
    Manifest,
    Tree,
}

enum Look {
    /// The printer lists its resources; the PIN's is or is not among them.
    Listed(Option<ResourcePath>),
    /// It has no such list.
    Absent,
    Broken(Trouble),
}

impl List {
    async fn look(self, http: &Http, at: LocalAddr, budget: Budget) -> Look {
        match self {
            Self::Dtree => listed(get(http, at, resources::DTREE, budget.share()).await, |a| {
                match a.content_type.as_deref() {
                    // A page in place of the list: the path is not there.
                    Some(t) if t.contains("html") => Ok(None),
                    Some(t) if t.contains("xml") => Err(Trouble::WrongType),
                    _ => resources::in_dtree(&a.body).map(Some),
                }
            }),
            Self::Manifest => manifest(http, at, &ResourcePath::ours(resources::MANIFEST), budget).await,
            Self::Tree => {
                let answer = get(http, at, resources::DISCOVERY_TREE, budget.share()).await;
                match listed(answer, |a| xml_body(a).and_then(resources::network_manifest).map(Some)) {
                    Look::Listed(Some(path)) if path.as_str() != resources::MANIFEST => {
                        manifest(http, at, &path, budget).await
                    }
                    Look::Listed(_) => Look::Absent,
                    other => other,
                }
            }
        }
    }
}

async fn manifest(http: &Http, at: LocalAddr, path: &ResourcePath, budget: Budget) -> Look {
    listed(http.get(at, path, budget.share()).await, |a| {
        xml_body(a).and_then(resources::in_manifest).map(Some)
    })
}

fn listed(
    answer: Result<Answer, Trouble>,
    read: impl FnOnce(&Answer) -> Result<Option<Option<ResourcePath>>, Trouble>,
) -> Look {
    let answer = match answer {
        Ok(answer) => answer,
        Err(trouble) => return Look::Broken(trouble),
    };
    match answer.status {
        200 => match read(&answer) {
            Ok(Some(path)) => Look::Listed(path),
            Ok(None) => Look::Absent,
            Err(trouble) => Look::Broken(trouble),
        },
        401 | 403 | 404 | 405 => Look::Absent,
        status => Look::Broken(Trouble::Status(status)),
    }
}
