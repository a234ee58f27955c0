//! LEDM, the XML that HP's EWSs speak. HP publishes no specification; the shapes are those of captures and of the
//! firmware's own manifests. Everything is matched by namespace, never by prefix.

use std::time::Duration;

use roxmltree::Node;

use super::xml::{self, Named};
use super::{Link, NoPin};
use crate::identity::{Identity, Label, Mark};
use crate::net::http::{Answer, Http, ResourcePath};
use crate::net::{LocalAddr, Trouble};
use crate::pin::{PinNumber, WpsPin};

pub mod resources;

/// Identity and settings.
pub const PRODUCT_CONFIG: &str = "/DevMgmt/ProductConfigDyn.xml";
/// State, such as asleep.
pub const PRODUCT_STATUS: &str = "/DevMgmt/ProductStatusDyn.xml";
/// Interfaces.
pub const ADAPTERS: &str = "/IoMgmt/Adapters";

pub(super) const DD: &str = "http://www.hp.com/schemas/imaging/con/dictionaries/1.0/";
pub(super) const IO: &str = "http://www.hp.com/schemas/imaging/con/ledm/iomgmt/2008/11/30";
pub(super) const MAP: &str = "http://www.hp.com/schemas/imaging/con/ledm/resourcemap/2009/01/27";
const WIFI: &str = "http://www.hp.com/schemas/imaging/con/wifi/2009/06/26";
const CONFIG: &str = "http://www.hp.com/schemas/imaging/con/ledm/productconfigdyn/2007/11/05";
const CONFIG_ROOT: &str = "http://www.hp.com/schemas/imaging/con/ledm/productconfigdyn/2009/03/16";
const STATUS: &str = "http://www.hp.com/schemas/imaging/con/ledm/productstatusdyn/2007/10/31";
const CATEGORY: &str = "http://www.hp.com/schemas/imaging/con/ledm/productstatuscategories/2007/10/31";

/// Interfaces looked at; printers have four.
const MAX_ADAPTERS: usize = 16;
/// Longest SSID in bytes (IEEE 802.11).
const MAX_SSID: usize = 32;

/// What `ProductConfigDyn` says.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct ProductConfig {
    /// Marks and model.
    pub identity: Identity,
    /// Whether it has a display, where the value is one that we know.
    pub display: Option<bool>,
}

/// One interface of the printer.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct AdapterInfo {
    /// Its name, such as `Wifi0` or `wifi0`: the case differs.
    pub name: Label,
    /// What it is.
    pub link: Link,
    /// Its MAC address.
    pub mac: Option<Mark>,
    /// It is connected.
    pub connected: bool,
    /// The question came through it.
    pub current_request: bool,
    /// The network it is joined to.
    pub ssid: Option<Label>,
}

/// The document's body, if its type is XML or not given. A page in HTML is the usual wrong one.
///
/// # Errors
/// [`Trouble::WrongType`].
pub fn xml_body(answer: &Answer) -> Result<&[u8], Trouble> {
    let fine = answer.content_type.as_deref().is_none_or(|t| t.contains("xml"));
    if fine { Ok(&answer.body) } else { Err(Trouble::WrongType) }
}

/// Reads `ProductConfigDyn`.
///
/// # Errors
/// [`Trouble::Malformed`] or [`Trouble::TooLarge`].
pub fn product_config(body: &[u8]) -> Result<ProductConfig, Trouble> {
    xml::read(body, |root| {
        // The root's namespace carries a date that differs between generations; the information's is the older one.
        let known = root.is(CONFIG_ROOT, "ProductConfigDyn") || root.is(CONFIG, "ProductConfigDyn");
        let info = root.one(CONFIG, "ProductInformation").filter(|_| known)?;
        let identity = Identity {
            uuid: info.text_of(DD, "UUID").and_then(Mark::new),
            serial: info.text_of(DD, "SerialNumber").and_then(Mark::new),
            mac: None,
            model: Label::new(info.text_of(DD, "MakeAndModel").unwrap_or_default()),
            product: info.text_of(DD, "ProductNumber").map(Label::new).filter(|p| !p.as_str().is_empty()),
        };
        let shown = root.deep(DD, "ControlPanel").and_then(|panel| panel.text_of(DD, "Display"));
        Some(ProductConfig { identity, display: shown.and_then(display) })
    })
}

/// `CGD`, a colour graphic display, is the one value that was seen; words that say it plainly are believed.
fn display(value: &str) -> Option<bool> {
    let value = value.to_ascii_lowercase();
    match value.as_str() {
        "cgd" => Some(true),
        "none" | "nodisplay" => Some(false),
        v if v.contains("display") || v.contains("lcd") || v.contains("screen") => Some(true),
        _ => None,
    }
}

/// Whether `ProductStatusDyn` says that it sleeps. There may be several states, in no order.
///
/// # Errors
/// [`Trouble::Malformed`] or [`Trouble::TooLarge`].
pub fn is_asleep(body: &[u8]) -> Result<bool, Trouble> {
    xml::read(body, |root| {
        let root = Some(root).filter(|r| r.is(STATUS, "ProductStatusDyn"))?;
        let mut states = root.all(STATUS, "Status").filter_map(|s| s.text_of(CATEGORY, "StatusCategory"));
        Some(states.any(|state| state.eq_ignore_ascii_case("inPowerSave")))
    })
}

/// Reads `Adapters`. Some firmware answers JSON of an unknown shape: [`Trouble::WrongType`] or `Malformed`.
///
/// # Errors
/// [`Trouble::Malformed`] or [`Trouble::TooLarge`].
pub fn adapters(body: &[u8]) -> Result<Vec<AdapterInfo>, Trouble> {
    xml::read(body, |root| {
        let root = Some(root).filter(|r| r.is(IO, "Adapters"))?;
        Some(root.all(IO, "Adapter").take(MAX_ADAPTERS).filter_map(adapter).collect())
    })
}

fn adapter(node: Node<'_, '_>) -> Option<AdapterInfo> {
    let hardware = node.one(IO, "HardwareConfig")?;
    let yes = |name: Option<&str>| name.is_some_and(|v| v.eq_ignore_ascii_case("true"));
    let kind = node.deep(IO, "IoMgmtResourceType").and_then(|t| t.text()).unwrap_or_default().trim();
    let port = hardware.text_of(DD, "DeviceConnectivityPortType").unwrap_or_default();
    let network = hardware.one(IO, "WifiNetwork");
    Some(AdapterInfo {
        name: Label::new(hardware.text_of(DD, "Name").unwrap_or_default()),
        link: link(kind, port),
        mac: hardware.text_of(DD, "MacAddress").and_then(Mark::mac),
        connected: yes(hardware.text_of(DD, "IsConnected")),
        current_request: yes(hardware.text_of(IO, "IsCurrentRequestInterface")),
        ssid: network.and_then(|n| n.text_of(WIFI, "SSID")).and_then(ssid),
    })
}

fn link(kind: &str, port: &str) -> Link {
    match kind {
        "AccessPointAdapter" => Link::OwnNetwork,
        "WifiAdapter" => Link::Wifi,
        "EthernetAdapter" => Link::Cable,
        "" if port.starts_with("wifi") => Link::Wifi,
        "" if port == "ethernet" => Link::Cable,
        _ => Link::Other,
    }
}

/// Hex of UTF-8 bytes by LEDM's rule; some models give the name itself.
fn ssid(text: &str) -> Option<Label> {
    let label = |name: &str| Some(Label::new(name)).filter(|l| !l.as_str().is_empty());
    from_hex(text)
        .filter(|b| b.len() <= MAX_SSID)
        .and_then(|b| String::from_utf8(b).ok())
        .map_or_else(|| (text.len() <= MAX_SSID).then(|| label(text)).flatten(), |name| label(&name))
}

fn from_hex(text: &str) -> Option<Vec<u8>> {
    if text.is_empty() || text.len() > 2 * MAX_SSID || !text.len().is_multiple_of(2) {
        return None;
    }
    let digits: Option<Vec<u8>> =
        text.chars().map(|c| c.to_digit(16).and_then(|d| u8::try_from(d).ok())).collect();
    Some(digits?.chunks(2).map(|pair| pair.iter().fold(0, |byte, digit| (byte << 4) | digit)).collect())
}

/// Reads the PIN of a `WpsSession` document.
///
/// # Errors
/// [`NoPin`].
pub fn wps_pin(body: &[u8]) -> Result<PinNumber, NoPin> {
    let text = xml::read(body, |root| {
        let root = Some(root).filter(|r| r.is(IO, "WpsSession"))?;
        root.text_of(WIFI, "WpsPin").map(|t| zeroize::Zeroizing::new(t.to_owned()))
    });
    pin_of(&text.map_err(NoPin::Trouble)?)
}

/// The schema says integer, so leading zeros are usually lost; where they are there, the text is the PIN itself.
fn pin_of(text: &str) -> Result<PinNumber, NoPin> {
    let invalid = |problem: crate::pin::PinProblem| NoPin::Invalid(problem.into());
    if text.bytes().all(|b| b == b'0') {
        // No text and all zeros alike; the integer 0 may have been padded.
        return Err(NoPin::Empty);
    }
    let written_out = text.starts_with('0') && matches!(text.len(), 4 | 8);
    match text.parse::<u64>() {
        Ok(number) if !written_out && text.bytes().all(|b| b.is_ascii_digit()) => {
            WpsPin::from_number(number).map_err(invalid)
        }
        _ => WpsPin::parse(text).map(PinNumber::Pin).map_err(invalid),
    }
}

pub(super) async fn read_pin(
    http: &Http,
    at: LocalAddr,
    path: &str,
    limit: Duration,
) -> Result<PinNumber, NoPin> {
    let path = ResourcePath::new(path).ok_or(NoPin::Trouble(Trouble::Malformed))?;
    let answer = http.get(at, &path, limit).await.map_err(NoPin::Trouble)?;
    let body = zeroize::Zeroizing::new(answer.body);
    match answer.status {
        200 => {}
        401 | 403 | 404 | 405 => return Err(NoPin::NotOffered),
        status => return Err(NoPin::Trouble(Trouble::Status(status))),
    }
    if answer.content_type.is_some_and(|t| !t.contains("xml")) {
        return Err(NoPin::Trouble(Trouble::WrongType));
    }
    wps_pin(&body)
}

#[cfg(test)]
mod tests;
