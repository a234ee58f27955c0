#![allow(clippy::unwrap_used)]

use std::collections::BTreeMap;

use super::*;
use crate::knowledge::Knowledge;

fn routers() -> Routers {
    Knowledge::embedded().unwrap().routers.clone()
}

/// As a file is written, so that an error tells its line.
fn parse(key: &str, text: &str) -> Result<Vendor, KnowledgeError> {
    Vendor::checked(key, toml::from_str(text).map_err(|e| e.to_string()))
}

#[test]
fn every_file_is_built_in_and_whole() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/knowledge/routers");
    let paths = std::fs::read_dir(folder).unwrap().map(|f| f.unwrap().path());
    let files: BTreeMap<_, _> = paths
        .filter(|path| path.extension().is_some_and(|ending| ending == "toml"))
        .map(|path| {
            let key = path.file_stem().unwrap().to_str().unwrap().to_owned();
            let vendor = parse(&key, &std::fs::read_to_string(path).unwrap()).unwrap();
            (key, vendor)
        })
        .collect();
    assert_eq!(files, routers().all().map(|v| (v.key.clone(), v.clone())).collect());
}

#[test]
fn a_router_is_known_by_what_it_shows() {
    let routers = routers();
    let by = |server, title| routers.by_fingerprint(server, title).map(|v| v.key.clone());
    assert_eq!(by(None, Some("FRITZ!Box 7590")).as_deref(), Some("avm_fritzbox"));
    assert_eq!(by(Some("httpd/2.0"), Some("ASUS Login")).as_deref(), Some("asus"));
    assert_eq!(by(None, Some("NETGEAR Router R7800")).as_deref(), Some("netgear"));
    assert_eq!(by(None, Some("gate - LuCI")).as_deref(), Some("openwrt"));
    assert_eq!(by(Some("nginx"), Some("Login")), None);
    assert_eq!(by(None, None), None);
    assert_eq!(by(Some(""), Some("")), None);
    let page = |body| routers.by_first_page(body).map(|v| v.key.clone());
    assert_eq!(page("<script>top.location.href='/Main_Login.asp';</script>").as_deref(), Some("asus"));
    assert_eq!(page("<html>"), None);
}

#[test]
fn what_a_vendor_takes() {
    let routers = routers();
    let takes = |key: &str| {
        let vendor = routers.named(key);
        assert_eq!(vendor.key, key);
        (vendor.takes_device_pin(), vendor.takes_push())
    };
    assert_eq!(takes("avm_fritzbox"), (VendorTakes::No, VendorTakes::Yes));
    assert_eq!(takes("asus"), (VendorTakes::Yes, VendorTakes::Yes));
    assert_eq!(takes("netgear"), (VendorTakes::Yes, VendorTakes::Yes));
    assert_eq!(takes("openwrt"), (VendorTakes::No, VendorTakes::Yes));
    assert_eq!(takes("general"), (VendorTakes::Unknown, VendorTakes::Unknown));
    assert_eq!(routers.named("no such vendor").key, "general");
    assert_eq!(routers.named("avm_fritzbox").label("de-AT", "Security"), "Sicherheit");
    assert_eq!(routers.named("avm_fritzbox").label("fr", "Security"), "Security");
}

#[test]
fn a_file_that_breaks_the_rules_is_refused() {
    let general = include_str!("../../../knowledge/routers/general.toml");
    let asus = include_str!("../../../knowledge/routers/asus.toml");
    let refused = |key: &str, text: &str, from: &str, to: &str, why: &str| {
        assert!(text.contains(from), "{from}");
        let error = parse(key, &text.replacen(from, to, 1)).unwrap_err();
        assert!(error.0.contains(why), "{error}");
    };
    refused("general", general, "words = \"WPS\"", "path = [\"Wi-Fi\"]\nwords = \"WPS\"", "recalled path");
    refused(
        "general",
        general,
        "takes = \"unknown\"",
        "takes = \"unknown\"\nfield = \"PIN\"",
        "recalled field",
    );
    refused("general", general, "takes = \"unknown\"", "takes = \"maybe\"", "maybe");
    refused("general", general, "\"it depends on the router\"", "\"\"", "without a source");
    refused("general", general, "\"recalled\"", "\"chosen\"", "choose");
    refused("general", general, "labels = [\"WPS\"]", "labels = []", "without a label");
    let switch = "[switch]\npath = [\"WPS\"]\nevidence = \"recalled\"\nsource = \"x\"\n\n[device_pin]";
    refused("general", general, "[device_pin]", switch, "recalled switch");
    refused("asus", asus, "\"asus login\"", "\"ASUS Login\"", "lower case");
    refused("asus", asus, "title =", "titel =", "titel");
    refused("other", asus, "title =", "title =", "otherwise");
}
