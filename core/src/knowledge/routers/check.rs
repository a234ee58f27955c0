//! What a vendor's file must keep to beyond its form.

use super::{Vendor, VendorSwitch, VendorTakes};
use crate::knowledge::Evidence;

/// What is wrong with a vendor, in words for whoever writes its file.
pub(super) fn check(vendor: &Vendor, key: &str) -> Result<(), String> {
    need(vendor.key == key, "is called otherwise")?;
    for (evidence, source) in facts(vendor) {
        need(!source.trim().is_empty(), "a fact without a source")?;
        need(evidence != Evidence::Chosen, "not ours to choose")?;
    }
    let page = &vendor.page;
    need(!page.words.is_empty(), "nothing to look for")?;
    // Whoever only remembers a page tells its words, not its path.
    need(page.path.is_empty() || page.evidence != Evidence::Recalled, "a recalled path")?;
    let switch = vendor.switch.as_ref();
    let seen = |s: &VendorSwitch| !s.path.is_empty() && s.evidence != Evidence::Recalled;
    need(switch.is_none_or(seen), "a recalled switch")?;
    let pin = &vendor.device_pin;
    let exact = [&pin.method, &pin.field, &pin.then].into_iter().any(Option::is_some);
    need(!exact || pin.takes == VendorTakes::Yes && pin.evidence != Evidence::Recalled, "a recalled field")?;
    need(vendor.push.then.is_none() || vendor.push.evidence != Evidence::Recalled, "a recalled button")?;
    let words = vendor.fingerprint.iter().flat_map(|f| f.server.iter().chain(&f.title).chain(&f.body));
    // Short words stand in everybody's pages.
    let mut words = words.chain(&vendor.names);
    need(words.all(|w| w.len() >= 3 && *w == w.to_lowercase()), "words are long and in lower case")?;
    let button = vendor.button.as_ref();
    need(button.is_none_or(|b| !b.labels.is_empty()), "a button without a label")?;
    need(button.and_then(|b| b.seconds).is_none_or(|s| (1..=60).contains(&s)), "a button held too long")
}

fn need(fine: bool, what: &str) -> Result<(), String> {
    if fine { Ok(()) } else { Err(what.to_owned()) }
}

/// Evidence and source of everything that a file says.
fn facts(vendor: &Vendor) -> Vec<(Evidence, &str)> {
    let mut facts = vec![
        (vendor.page.evidence, vendor.page.source.as_str()),
        (vendor.device_pin.evidence, vendor.device_pin.source.as_str()),
        (vendor.push.evidence, vendor.push.source.as_str()),
    ];
    facts.extend(vendor.switch.iter().map(|s| (s.evidence, s.source.as_str())));
    facts.extend(vendor.fingerprint.iter().map(|f| (f.evidence, f.source.as_str())));
    facts.extend(vendor.admin_hosts.iter().map(|h| (h.evidence, h.source.as_str())));
    facts.extend(vendor.button.iter().map(|b| (b.evidence, b.source.as_str())));
    facts.extend(vendor.limits.iter().map(|l| (l.evidence, l.source.as_str())));
    facts
}
