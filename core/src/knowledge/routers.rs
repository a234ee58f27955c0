//! Router vendors: how a router is recognised, where WPS lives in its pages, and what it takes there. One TOML file each.

use std::collections::BTreeMap;

use serde::Deserialize;
use serde_json::Value;

use super::{Evidence, KnowledgeError, files};

mod check;
#[cfg(test)]
mod tests;

/// Every file but the general case's, by the key that it must have. The first vendor whose fingerprint fits has a router.
const FILES: &[&str] = &["avm_fritzbox", "asus", "netgear", "openwrt"];

/// All vendors, and the general case.
#[derive(Clone, Debug)]
pub struct Routers {
    known: Vec<Vendor>,
    general: Vendor,
}

/// One vendor's routers, as far as their pages are alike.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Vendor {
    /// Stable name, as the file's.
    pub key: String,
    /// As it is shown; empty in the general case.
    pub name: String,
    /// What people and boxes call it, in lower case.
    pub names: Vec<String>,
    /// How it is recognised without signing in; none for the general case.
    #[serde(default)]
    pub fingerprint: Option<Fingerprint>,
    /// Names of its settings page in the browser. An address of the gateway is better: a name may lead elsewhere.
    #[serde(default)]
    pub admin_hosts: Option<AdminHosts>,
    /// Where WPS lives in its pages.
    pub page: VendorPage,
    /// Where its page switches WPS on and off.
    #[serde(default)]
    pub switch: Option<VendorSwitch>,
    /// Whether a person can type the printer's PIN into its page.
    pub device_pin: VendorPin,
    /// Whether it takes push button, at the box or in its page.
    pub push: VendorPush,
    /// The button on the box.
    #[serde(default)]
    pub button: Option<VendorButton>,
    /// When its WPS does not run.
    #[serde(default)]
    pub limits: Vec<VendorLimit>,
}

/// Words that stand in what a router shows to everybody. All in lower case.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fingerprint {
    /// In its `Server` header.
    #[serde(default)]
    pub server: Vec<String>,
    /// In the title of its first page.
    #[serde(default)]
    pub title: Vec<String>,
    /// Anywhere near the beginning of its first page.
    #[serde(default)]
    pub body: Vec<String>,
    /// How sure.
    pub evidence: Evidence,
    /// From where.
    pub source: String,
}

/// Names of the settings page.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AdminHosts {
    /// The usual one first.
    pub hosts: Vec<String>,
    /// How sure.
    pub evidence: Evidence,
    /// From where.
    pub source: String,
}

/// Where WPS lives.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VendorPage {
    /// The menu items from the top, in English. Empty where nobody has seen them.
    #[serde(default)]
    pub path: Vec<String>,
    /// The words to look for.
    pub words: String,
    /// The same words in other languages (BCP 47 tags).
    #[serde(default)]
    pub local: BTreeMap<String, BTreeMap<String, String>>,
    /// How sure.
    pub evidence: Evidence,
    /// From where.
    pub source: String,
}

/// The switch for WPS.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VendorSwitch {
    /// The menu items from the top, in English, and the switch.
    pub path: Vec<String>,
    /// How sure.
    pub evidence: Evidence,
    /// From where.
    pub source: String,
}

/// Whether a router takes something from a person.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize, serde::Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum VendorTakes {
    /// Yes.
    Yes,
    /// No.
    No,
    /// Not known.
    Unknown,
}

/// The printer's PIN in its page. Words as the page has them, in English.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VendorPin {
    /// Whether there is a field for it.
    pub takes: VendorTakes,
    /// What is chosen first.
    #[serde(default)]
    pub method: Option<String>,
    /// What the field is called.
    #[serde(default)]
    pub field: Option<String>,
    /// What is pressed then.
    #[serde(default)]
    pub then: Option<String>,
    /// What the router's own PIN is called beside it.
    #[serde(default)]
    pub not_this: Option<String>,
    /// How sure.
    pub evidence: Evidence,
    /// From where.
    pub source: String,
}

/// Push button.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VendorPush {
    /// Whether it takes it.
    pub takes: VendorTakes,
    /// What is pressed in its page, in English.
    #[serde(default)]
    pub then: Option<String>,
    /// How sure.
    pub evidence: Evidence,
    /// From where.
    pub source: String,
}

/// The button on the box.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VendorButton {
    /// What stands on it, the usual one first.
    pub labels: Vec<String>,
    /// Held down at least so long, where that is known.
    #[serde(default)]
    pub seconds: Option<u32>,
    /// How sure.
    pub evidence: Evidence,
    /// From where.
    pub source: String,
}

/// A condition, by its name in our texts.
#[derive(Clone, Debug, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct VendorLimit {
    /// The text is `limit-` with this name.
    pub limit: String,
    /// How sure.
    pub evidence: Evidence,
    /// From where.
    pub source: String,
}

impl Routers {
    pub(super) fn read(files: &Value) -> Result<Self, KnowledgeError> {
        let read = |key: &str| Vendor::read(key, files::of(files, key));
        let known = FILES.iter().map(|key| read(key)).collect::<Result<_, _>>()?;
        let general = read("general")?;
        Ok(Self { known, general })
    }

    /// By its stable name; the general case when there is no such vendor.
    pub fn named(&self, key: &str) -> &Vendor {
        self.known.iter().find(|v| v.key == key).unwrap_or(&self.general)
    }

    /// By what a router shows to everybody: its `Server` header and the title of its first page.
    pub fn by_fingerprint(&self, server: Option<&str>, title: Option<&str>) -> Option<&Vendor> {
        let server = server.map(str::to_lowercase);
        let title = title.map(str::to_lowercase);
        self.known.iter().find(|vendor| {
            vendor
                .fingerprint
                .as_ref()
                .is_some_and(|f| stands(&f.server, server.as_deref()) || stands(&f.title, title.as_deref()))
        })
    }

    /// By the beginning of its first page, for routers whose first page has no title of its own.
    pub fn by_first_page(&self, body: &str) -> Option<&Vendor> {
        let body = body.to_lowercase();
        let fits = |f: &Fingerprint| stands(&f.body, Some(&body));
        self.known.iter().find(|vendor| vendor.fingerprint.as_ref().is_some_and(fits))
    }

    /// Another file's words, for tests of what no file says yet.
    #[cfg(test)]
    pub(crate) fn change(&mut self, key: &str, change: &mut impl FnMut(&mut Vendor)) {
        self.known.iter_mut().chain([&mut self.general]).filter(|v| v.key == key).for_each(change);
    }

    /// All of them, the general case last.
    pub fn all(&self) -> impl Iterator<Item = &Vendor> {
        self.known.iter().chain([&self.general])
    }
}

fn stands(words: &[String], text: Option<&str>) -> bool {
    text.is_some_and(|text| words.iter().any(|word| text.contains(word.as_str())))
}

impl Vendor {
    fn read(key: &str, file: &Value) -> Result<Self, KnowledgeError> {
        Self::checked(key, files::read(file).map_err(|e| e.to_string()))
    }

    fn checked(key: &str, read: Result<Self, String>) -> Result<Self, KnowledgeError> {
        files::checked("router", key, read, check::check)
    }

    /// Whether a person can type the printer's PIN into its page.
    pub fn takes_device_pin(&self) -> VendorTakes {
        self.device_pin.takes
    }

    /// Whether it takes push button, at the box or in its page.
    pub fn takes_push(&self) -> VendorTakes {
        self.push.takes
    }

    /// What its page calls something in a language (a BCP 47 tag); English where nothing tells it.
    pub fn label<'a>(&'a self, language: &str, english: &'a str) -> &'a str {
        let near = language.split('-').next().unwrap_or_default();
        let words = |tag: &str| self.page.local.get(tag);
        let found = words(language).or_else(|| words(near)).and_then(|words| words.get(english));
        found.map_or(english, String::as_str)
    }
}
