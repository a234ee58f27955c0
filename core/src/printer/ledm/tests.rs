#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use proptest::prelude::*;

use super::resources::{in_dtree, in_manifest, network_manifest};
use super::*;
use crate::printer::PinProblemKind;

const CONFIG_DYN: &[u8] = include_bytes!("../../../tests/fixtures/ledm/ProductConfigDyn.xml");
const ADAPTERS_DYN: &[u8] = include_bytes!("../../../tests/fixtures/ledm/Adapters.xml");
const STATUS_DYN: &[u8] = include_bytes!("../../../tests/fixtures/ledm/ProductStatusDyn.xml");
const WPS_SESSION: &[u8] = include_bytes!("../../../tests/fixtures/ledm/WpsSession.xml");
const MANIFEST: &[u8] = include_bytes!("../../../tests/fixtures/ledm/IoMgmtManifest.xml");
const DTREE: &[u8] = include_bytes!("../../../tests/fixtures/ledm/dtree.json");
const TREE: &[u8] = include_bytes!("../../../tests/fixtures/ledm/DiscoveryTree.xml");

/// Captures of real devices, where they lie beside the repository.
fn captures() -> Option<PathBuf> {
    Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().map(|a| a.join("shared/captures")).find(|c| c.is_dir())
}

#[test]
fn identity_and_display_are_read() {
    let config = product_config(CONFIG_DYN).unwrap();
    let identity = &config.identity;
    assert_eq!(identity.model.as_str(), "HP LaserJet Professional M1217nfw MFP");
    assert_eq!(identity.serial, Mark::new("EXAMPLE0001"));
    assert_eq!(identity.uuid, Mark::new("00000000-1111-2222-3333-98E7F4000001"));
    assert_eq!(identity.product.as_ref().unwrap().as_str(), "CE844A");
    assert_eq!(config.display, Some(true));
    let with = |value: &str| String::from_utf8_lossy(CONFIG_DYN).replace("CGD", value);
    assert_eq!(product_config(with("none").as_bytes()).unwrap().display, Some(false));
    assert_eq!(product_config(with("LEDs").as_bytes()).unwrap().display, None);
    assert!(is_asleep(STATUS_DYN).unwrap());
    assert!(
        !is_asleep(String::from_utf8_lossy(STATUS_DYN).replace("InPowerSave", "ready").as_bytes()).unwrap()
    );
}

#[test]
fn adapters_are_told_apart() {
    let adapters = adapters(ADAPTERS_DYN).unwrap();
    let links: Vec<Link> = adapters.iter().map(|a| a.link).collect();
    assert_eq!(links, [Link::Wifi, Link::OwnNetwork, Link::Cable]);
    assert_eq!(adapters[0].mac, Mark::mac("98e7f4000001"));
    assert_eq!(adapters[0].ssid, Some(Label::new("Home nët")));
    assert!(adapters[0].connected && !adapters[0].current_request && adapters[1].current_request);
    assert_eq!(adapters[1].name.as_str(), "wifi1");
}

#[test]
fn ssids_are_hex_or_themselves_and_bounded() {
    let name = |text: &str| ssid(text).map(|l| l.as_str().to_owned());
    assert_eq!(name("486f6d65").as_deref(), Some("Home"));
    assert_eq!(name("0").as_deref(), Some("0"));
    assert_eq!(name("Home net").as_deref(), Some("Home net"));
    assert_eq!(name("ff00"), Some("ff00".into()), "no UTF-8, so the name itself");
    assert_eq!((name(""), name(&"x".repeat(33)), name(&"61".repeat(33))), (None, None, None));
    assert_eq!(name(&"61".repeat(32)), Some("a".repeat(32)));
}

#[test]
fn resources_are_found_by_element() {
    let path = |found: Result<Option<ResourcePath>, Trouble>| found.unwrap().map(|p| p.as_str().to_owned());
    assert_eq!(path(in_dtree(DTREE)).as_deref(), Some("/IoMgmt/Adapters/Wifi0/WPS/Pin"));
    assert_eq!(path(in_manifest(MANIFEST)).as_deref(), Some("/IoMgmt/Adapters/wifi0/WPS/Pin"));
    assert_eq!(path(network_manifest(TREE)).as_deref(), Some("/Io/Other.xml"));
    let manifest = String::from_utf8_lossy(MANIFEST);
    let elsewhere = manifest.replace("/WPS/Pin", "/Enrol");
    assert_eq!(path(in_manifest(elsewhere.as_bytes())).as_deref(), Some("/IoMgmt/Adapters/wifi0/Enrol"));
    let from_root =
        manifest.replace("/WPS/Pin</dd:ResourceURI>", "/X/WPS</dd:ResourceURI><map:Base>Root</map:Base>");
    assert_eq!(path(in_manifest(from_root.as_bytes())).as_deref(), Some("/X/WPS"));
    for (from, to) in [
        ("Get</map:Verb><map:XmlElement>io:W", "Put</map:Verb><map:XmlElement>io:W"),
        ("io:WpsSession", "io:WpsOther"),
        ("/WPS/Pin", "/../WPS"),
        ("/WPS/Pin", "?x"),
    ] {
        assert_eq!(path(in_manifest(manifest.replace(from, to).as_bytes())), None, "{to}");
    }
    assert_eq!(path(in_dtree(br#"[{"uri":"/a/WPS/Pin","methods":["get"]}]"#)).as_deref(), Some("/a/WPS/Pin"));
    assert_eq!(path(in_dtree(br#"[{"uri":"/a/WPS/Pin","xmlElement":"io:WpsSession"},{"uri":7},{"uri":"//evil/WPS/Pin","xmlElement":"WpsSession","methods":["get"]}]"#)), None);
    for bad in ["", "[]", "{}", "[1]", "[{}]", "null", "[{\"uri\":7}]"] {
        assert_eq!(in_dtree(bad.as_bytes()), Err(Trouble::Malformed), "{bad}");
    }
}

#[test]
fn the_pin_is_read_by_the_rules_for_integers() {
    let pin = |text: &str| wps_pin(String::from_utf8_lossy(WPS_SESSION).replace("12345670", text).as_bytes());
    let whole = |digits: &str| Ok(PinNumber::Pin(WpsPin::parse(digits).unwrap()));
    assert_eq!(wps_pin(WPS_SESSION), whole("12345670"));
    assert_eq!(pin(" 2345673 "), whole("02345673"));
    assert_eq!(pin("02345673"), whole("02345673"));
    assert_eq!(pin("0017"), whole("0017"));
    assert_eq!(pin("1234 5670"), whole("12345670"));
    assert!(matches!(pin("17"), Ok(PinNumber::Ambiguous { .. })));
    for none in ["0", "00000000", ""] {
        assert_eq!(pin(none), Err(NoPin::Empty), "{none:?}");
    }
    for long in ["4294967295", "100000000", "99999999999999999999", "-1", &"9".repeat(1000)] {
        assert_eq!(pin(long), Err(NoPin::Invalid(PinProblemKind::Length)), "{long:?}");
    }
    assert_eq!(pin("12345678"), Err(NoPin::Invalid(PinProblemKind::CheckDigit)));
    for other in ["1e3", "0x1f", "1234567O", "+5"] {
        assert_eq!(pin(other), Err(NoPin::Invalid(PinProblemKind::Other)), "{other:?}");
    }
    let without = String::from_utf8_lossy(WPS_SESSION).replace("WpsPin", "WpsPun");
    assert_eq!(wps_pin(without.as_bytes()), Err(NoPin::Trouble(Trouble::Malformed)));
    let foreign = String::from_utf8_lossy(WPS_SESSION).replace("wifi/2009/06/26", "other");
    assert_eq!(wps_pin(foreign.as_bytes()), Err(NoPin::Trouble(Trouble::Malformed)));
}

#[test]
fn no_cut_document_is_taken_for_a_whole_one() {
    fn cut<T: std::fmt::Debug>(document: &[u8], read: impl Fn(&[u8]) -> Result<T, Trouble>) {
        for at in 0..document.trim_ascii_end().len() {
            assert!(read(&document[..at]).is_err(), "cut at {at}");
        }
        assert!(read(document).is_ok());
    }
    cut(CONFIG_DYN, product_config);
    cut(ADAPTERS_DYN, adapters);
    cut(STATUS_DYN, is_asleep);
    cut(MANIFEST, in_manifest);
    cut(TREE, network_manifest);
    cut(DTREE, in_dtree);
    cut(WPS_SESSION, |b| wps_pin(b).map_err(|_| Trouble::Malformed));
}

#[test]
fn hostile_documents_end_soon() {
    let began = Instant::now();
    let deep = "<a>".repeat(300_000);
    let json_deep = "[".repeat(300_000);
    let laughs = "<!DOCTYPE a [<!ENTITY b 'ha'>]><a>&b;</a>";
    let large = format!("<a>{}</a>", "x".repeat(1 << 20));
    for body in [
        deep.as_bytes(),
        json_deep.as_bytes(),
        laughs.as_bytes(),
        large.as_bytes(),
        b"\xff\xfe",
        b"{\"uri\":1e999}",
    ] {
        assert!(product_config(body).is_err() && adapters(body).is_err() && is_asleep(body).is_err());
        assert!(in_manifest(body).is_err() && network_manifest(body).is_err() && in_dtree(body).is_err());
        assert!(matches!(wps_pin(body), Err(NoPin::Trouble(_))));
    }
    let spread = format!("[{}]", vec![r#"{"uri":"/a/WPS/Pin","methods":["get"]}"#; 20_000].join(","));
    assert!(in_dtree(spread.as_bytes()).is_ok());
    assert!(began.elapsed() < Duration::from_secs(20), "{:?}", began.elapsed());
}

#[test]
fn captures_of_real_printers_are_read() {
    let Some(captures) = captures() else { return };
    let file = |name: &str| std::fs::read(captures.join("ledm").join(name)).unwrap();
    let config = product_config(&file("officejet_pro_9022e.ProductConfigDyn.trimmed.xml")).unwrap();
    assert_eq!(config.identity.model.as_str(), "HP OfficeJet Pro 9020 series");
    assert_eq!(config.identity.product.unwrap().as_str(), "226Y0B");
    assert_eq!((config.identity.serial, config.identity.uuid, config.display), (None, None, Some(true)));
    let found = adapters(&file("officejet_pro_9022e.Adapters.xml")).unwrap();
    let links: Vec<Link> = found.iter().map(|a| a.link).collect();
    assert_eq!(links, [Link::Cable, Link::Wifi, Link::OwnNetwork, Link::Other]);
    assert!(found[1].connected && found[1].current_request);
    assert!(is_asleep(&file("officejet_pro_9022e.ProductStatusDyn.xml")).unwrap());
    let manifest = network_manifest(&file("node-hp-scan-to.discoveryTree.xml")).unwrap();
    assert_eq!(manifest.unwrap().as_str(), "/IoMgmt/IoMgmtManifest.xml");
}

proptest! {
    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..300), at in 0usize..2000, with in any::<u8>()) {
        for body in [bytes.as_slice(), &spoiled(CONFIG_DYN, at, with), &spoiled(ADAPTERS_DYN, at, with), &spoiled(MANIFEST, at, with), &spoiled(DTREE, at, with), &spoiled(WPS_SESSION, at, with)] {
            let _ = (product_config(body), adapters(body), is_asleep(body), in_manifest(body), in_dtree(body), network_manifest(body), wps_pin(body));
        }
    }

    #[test]
    fn no_pin_text_panics(text in ".{0,30}") {
        let _ = pin_of(&text);
    }
}

fn spoiled(document: &[u8], at: usize, with: u8) -> Vec<u8> {
    let mut document = document.to_vec();
    let at = at % document.len();
    document[at] = with;
    document
}
