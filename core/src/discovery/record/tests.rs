#![allow(clippy::unwrap_used)]

use std::path::Path;

use proptest::prelude::*;

use super::*;

const IPP: &str = "_ipp._tcp.local.";

fn txt(pairs: &[(&str, &str)]) -> Vec<(String, Vec<u8>)> {
    pairs.iter().map(|(k, v)| ((*k).to_owned(), v.as_bytes().to_vec())).collect()
}

fn record(instance: &str, host: &str, pairs: &[(&str, &str)]) -> Record {
    Record::new(IPP, instance, host, 631, ["192.168.1.20".parse().unwrap()], txt(pairs)).unwrap()
}

#[test]
fn an_hp_printer_says_so_in_any_of_several_places() {
    let hp = |host: &str, pairs: &[(&str, &str)]| record("X._ipp._tcp.local.", host, pairs).is_hp();
    assert!(hp("printer.local.", &[("usb_MFG", "HP"), ("ty", "Study printer")]));
    assert!(hp("printer.local.", &[("USB_MFG", "Hewlett-Packard")]));
    assert!(hp("printer.local.", &[("product", "(HP ENVY 4520 series)")]));
    assert!(hp("printer.local.", &[("ty", "HP LaserJet")]));
    assert!(hp("HP98E7F4000000.local.", &[]) && hp("NPI000001.local.", &[]));
    assert!(!hp("HP98E7F4000000.local.", &[("usb_MFG", "Canon"), ("ty", "HP-like")]));
    assert!(
        !hp("printer.local.", &[("ty", "Graphics Printer")])
            && !hp("printer.local.", &[])
            && !hp("hp.local", &[])
    );
}

#[test]
fn shares_are_known() {
    assert!(record("HP ENVY @ desk._ipp._tcp.local.", "desk.local.", &[("ty", "HP")]).is_cups_share());
    assert!(record("HP ENVY._ipp._tcp.local.", "desk.local.", &[("printer-type", "0x4")]).is_cups_share());
    assert!(!record("HP ENVY._ipp._tcp.local.", "desk.local.", &[]).is_cups_share());
}

#[test]
fn marks_names_and_models_are_read() {
    let r = record(
        "Study [000000]._ipp._tcp.local.",
        "HP98E7F4000001.local.",
        &[("UUID", "1C85"), ("product", "(HP ENVY 4520 series)")],
    );
    assert_eq!((r.uuid(), r.mac()), (Mark::new("1c85"), Mark::mac("98e7f4000001")));
    assert_eq!((r.model().as_str(), r.name().as_str()), ("HP ENVY 4520 series", "Study [000000]"));
    assert_eq!(r.host_name(), "hp98e7f4000001");
    assert_eq!(record("X", "h.local", &[("mac", "e4:e7:49:00:00:02")]).mac(), Mark::mac("e4e749000002"));
    assert_eq!(record("é", "h", &[("usb_MFG", "HP"), ("usb_MDL", "ENVY")]).model().as_str(), "HP ENVY");
    assert!(!format!("{r:?}").contains("ENVY") && !format!("{r:?}").contains("98e7"));
}

#[test]
fn adminurl_counts_only_on_its_own_host() {
    let port = |url: &str| record("X", "HPE4E749000000.local.", &[("adminurl", url)]).ews_port();
    assert_eq!(port("http://HPE4E749000000.local./#hId-pgAirPrint"), Some(80));
    assert_eq!(port("http://hpe4e749000000.local:8080/"), Some(8080));
    assert_eq!(port("http://192.168.1.20:631/"), Some(631));
    for bad in [
        "http://192.168.1.1/",
        "http://evil.example/",
        "https://HPE4E749000000.local/",
        "",
        "x",
        "http://",
        "http://[::1",
        "http://HPE4E749000000.local:0/",
        "http://HPE4E749000000.local:99999/",
    ] {
        assert_eq!(port(bad), None, "{bad}");
    }
}

#[test]
fn hostile_records_are_bounded() {
    let long = "x".repeat(256);
    let none: [IpAddr; 0] = [];
    assert!(Record::new(IPP, &long, "h", 1, none, []).is_none());
    assert!(Record::new(IPP, "", "h", 1, none, []).is_none());
    assert!(Record::new(IPP, "a\u{0}", "h", 1, none, []).is_none());
    assert!(Record::new(IPP, "a", &long, 1, none, []).is_none());
    let many = (0..300u16).map(|i| IpAddr::from([10, 0, (i >> 8) as u8, i as u8]));
    let big = (0..10_000).map(|i| (format!("k{i}"), vec![0xff; 2_000]));
    let r = Record::new(IPP, "a", "h", 1, many, big).unwrap();
    assert!(r.addresses().len() <= 16 && r.txt.len() <= 64);
    assert!(r.txt.iter().all(|(_, v)| v.chars().count() <= 255));
    let one = Record::new(IPP, "a", "h", 1, none, [("ty".to_owned(), vec![b'x'; 64 << 10])]).unwrap();
    assert!(one.get("ty").is_none(), "more than a TXT record can hold is not looked at");
    let first = record("a", "h", &[("ty", "HP one"), ("TY", "HP two"), ("", "x")]);
    assert_eq!(first.get("ty"), Some("HP one"));
    let bytes =
        Record::new(IPP, "a", "h", 1, none, [("ty".to_owned(), b"HP \xff\xfe\x07x".to_vec())]).unwrap();
    assert!(bytes.is_hp() && !bytes.model().as_str().chars().any(char::is_control));
}

#[test]
fn captured_records_are_read() {
    let captures = Path::new(env!("CARGO_MANIFEST_DIR"))
        .ancestors()
        .map(|a| a.join("shared/captures"))
        .find(|c| c.is_dir());
    let Some(captures) = captures else { return };
    let text = std::fs::read_to_string(captures.join("mdns/hp_txt_records.toml")).unwrap();
    let parsed: toml::Table = toml::from_str(&text).unwrap();
    let records = parsed.get("record").unwrap().as_array().unwrap();
    assert!(!records.is_empty());
    for entry in records {
        let text = |key: &str| entry.get(key).unwrap().as_str().unwrap().to_owned();
        let pairs: Vec<(String, Vec<u8>)> = entry
            .get("txt")
            .unwrap()
            .as_array()
            .unwrap()
            .iter()
            .map(|v| {
                let (key, value) = v.as_str().unwrap().split_once('=').unwrap();
                (key.to_owned(), value.as_bytes().to_vec())
            })
            .collect();
        let service = format!("{}.local.", text("service"));
        let r =
            Record::new(&service, &format!("{}.{service}", text("instance")), &text("host"), 631, [], pairs)
                .unwrap();
        assert!(r.is_hp() && !r.is_cups_share() && r.uuid().is_some() && r.mac().is_some());
        assert_eq!(r.ews_port(), Some(80));
        assert_eq!(
            (r.model().as_str().to_owned(), r.name().as_str().to_owned()),
            (text("model"), text("instance"))
        );
    }
}

proptest! {
    #[test]
    fn no_record_panics(service in ".{0,20}", instance in ".{0,300}", host in ".{0,300}", url in "http://.{0,40}", pairs in prop::collection::vec((".{0,10}", prop::collection::vec(any::<u8>(), 0..300)), 0..6)) {
        let mut pairs = pairs;
        pairs.push(("adminurl".into(), url.into_bytes()));
        if let Some(r) = Record::new(&service, &instance, &host, 1, [], pairs) {
            let _ = (r.is_hp(), r.is_cups_share(), r.identity(), r.name(), r.ews_port(), r.host_name().len());
        }
    }
}
