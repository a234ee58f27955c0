//! Whole descriptions of printers that answer on loopback sockets.
#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::sync::Arc;

use super::*;
use crate::identity::Mark;
use crate::net::tls::Pins;
use crate::pin::{PinNumber, WpsPin};
use crate::printer::fake::{HP, Page, Printer};
use crate::printer::{NoPin, PageKind, PinOffer, ask_joined, describe, read_pin};

const LIMIT: Duration = Duration::from_secs(10);
const OLD: &str = "/IoMgmt/Adapters/wifi0/WPS/Pin";

macro_rules! fixture {
    ($name:literal) => {
        include_str!(concat!("../../../tests/fixtures/ledm/", $name))
    };
}

fn http() -> Http {
    Http::new(Arc::new(Pins::new())).unwrap()
}

fn xml(text: &str) -> Page {
    Page::Xml(text.to_owned())
}

fn ledm() -> Vec<(&'static str, Page)> {
    vec![
        (ledm::PRODUCT_CONFIG, xml(fixture!("ProductConfigDyn.xml"))),
        (ledm::ADAPTERS, xml(fixture!("Adapters.xml"))),
        (ledm::PRODUCT_STATUS, xml(fixture!("ProductStatusDyn.xml"))),
    ]
}

fn offered(path: &str) -> PinOffer {
    PinOffer::Resource { path: path.to_owned() }
}

#[tokio::test]
async fn five_reads_describe_a_printer_with_a_dtree_and_none_is_the_pin() {
    let mut pages = ledm();
    pages.push(("/Prefetch?type=dtree", Page::Json(fixture!("dtree.json").to_owned())));
    let printer = Printer::serve(HP, pages).await;
    let report = describe(&http(), printer.at, None, LIMIT).await.unwrap();
    assert_eq!(report.identity.model.as_str(), "HP LaserJet Professional M1217nfw MFP");
    assert_eq!(report.identity.mac, Mark::mac("98e7f4000001"));
    assert_eq!((report.asked_through, report.wifi_joined), (Some(Link::OwnNetwork), Some(true)));
    assert_eq!(
        (report.ssid, report.display, report.asleep),
        (Some(Label::new("Home nët")), Some(true), true)
    );
    assert_eq!(report.pin, offered("/IoMgmt/Adapters/Wifi0/WPS/Pin"));
    assert_eq!(
        printer.asked(),
        [
            "GET /DevMgmt/ProductConfigDyn.xml",
            "GET /IoMgmt/Adapters",
            "GET /DevMgmt/ProductStatusDyn.xml",
            "GET /Prefetch?type=dtree",
            "GET /DevMgmt/InternalPrintCap.xml"
        ]
    );
}

#[tokio::test]
async fn manifests_lead_to_the_pin_where_there_is_no_dtree() {
    let mut pages = ledm();
    pages.push(("/IoMgmt/IoMgmtManifest.xml", xml(fixture!("IoMgmtManifest.xml"))));
    let printer = Printer::serve(HP, pages).await;
    assert_eq!(describe(&http(), printer.at, None, LIMIT).await.unwrap().pin, offered(OLD));
    assert_eq!(printer.asked().len(), 6);
    let mut pages = ledm();
    pages.push(("/DevMgmt/DiscoveryTree.xml", xml(fixture!("DiscoveryTree.xml"))));
    pages.push(("/Io/Other.xml", xml(fixture!("IoMgmtManifest.xml"))));
    let printer = Printer::serve(HP, pages).await;
    assert_eq!(describe(&http(), printer.at, None, LIMIT).await.unwrap().pin, offered(OLD));
    assert_eq!(printer.asked().len(), 8);
}

#[tokio::test]
async fn the_old_path_is_offered_by_model_and_never_read() {
    let printer = Printer::serve(HP, ledm()).await;
    assert_eq!(describe(&http(), printer.at, None, LIMIT).await.unwrap().pin, offered(OLD));
    assert!(!printer.asked().iter().any(|a| a.contains("WPS")));
    let mut pages = ledm();
    pages[0].1 = Page::Xml(fixture!("ProductConfigDyn.xml").replace("M1217nfw", "M9999"));
    let printer = Printer::serve(HP, pages).await;
    assert_eq!(describe(&http(), printer.at, None, LIMIT).await.unwrap().pin, PinOffer::NotOffered);
}

#[tokio::test]
async fn a_refused_probe_is_no_offer_and_a_broken_one_is_unknown() {
    for status in [401, 403, 404, 405] {
        let mut pages = ledm();
        pages[0].1 = Page::Xml(fixture!("ProductConfigDyn.xml").replace("M1217nfw", "M9999"));
        pages.extend([
            ("/Prefetch?type=dtree", Page::Status(status)),
            ("/IoMgmt/IoMgmtManifest.xml", Page::Status(status)),
        ]);
        let printer = Printer::serve(HP, pages).await;
        assert_eq!(
            describe(&http(), printer.at, None, LIMIT).await.unwrap().pin,
            PinOffer::NotOffered,
            "{status}"
        );
    }
    let broken = [
        (Page::Status(500), Trouble::Status(500)),
        (Page::Silent, Trouble::TimedOut),
        (Page::Json("{".into()), Trouble::Malformed),
        (xml("<a/>"), Trouble::WrongType),
    ];
    for (page, trouble) in broken {
        let mut pages = ledm();
        pages[0].1 = Page::Xml(fixture!("ProductConfigDyn.xml").replace("M1217nfw", "M9999"));
        pages.push(("/Prefetch?type=dtree", page));
        let printer = Printer::serve(HP, pages).await;
        let began = Instant::now();
        let report = describe(&http(), printer.at, None, Duration::from_secs(2)).await.unwrap();
        assert_eq!(report.pin, PinOffer::Unknown(trouble));
        assert!(began.elapsed() < Duration::from_secs(2));
    }
}

const PAGES: &str = "<c:InternalPrintCap xmlns:c='http://www.hp.com/schemas/imaging/con/ledm/internalprintcap/2008/03/21' \
    xmlns:j='http://www.hp.com/schemas/imaging/con/ledm/internalprintdyn/2008/03/21'><c:JobTypesSupport>\
    <j:JobType>configurationPage</j:JobType><j:JobType>wirelessNetworkPage</j:JobType>\
    </c:JobTypesSupport></c:InternalPrintCap>";

#[tokio::test]
async fn pages_are_told_and_their_absence_spoils_nothing() {
    let limit = Duration::from_secs(2);
    for (page, pages) in [
        (xml(PAGES), vec![PageKind::WirelessTest, PageKind::Configuration]),
        (Page::Status(404), vec![]),
        (Page::Status(500), vec![]),
        (Page::Html(PAGES.into()), vec![]),
        (Page::Json("{}".into()), vec![]),
        (xml("<a/>"), vec![]),
        (Page::Silent, vec![]),
    ] {
        let mut all = ledm();
        all.push(("/Prefetch?type=dtree", Page::Json(fixture!("dtree.json").to_owned())));
        all.push(("/DevMgmt/InternalPrintCap.xml", page));
        let printer = Printer::serve(HP, all).await;
        let began = Instant::now();
        let report = describe(&http(), printer.at, None, limit).await.unwrap();
        assert_eq!((report.pages, report.identify), (pages, None));
        assert_eq!(report.pin, offered("/IoMgmt/Adapters/Wifi0/WPS/Pin"));
        assert!(began.elapsed() < limit);
        assert_eq!(printer.asked().len(), 5);
    }
}

#[tokio::test]
async fn json_adapters_are_not_understood_and_no_harm() {
    let mut pages = ledm();
    pages[1].1 = Page::Json("{\"adapters\":[]}".into());
    let printer = Printer::serve(HP, pages).await;
    let report = describe(&http(), printer.at, None, LIMIT).await.unwrap();
    assert_eq!((report.asked_through, report.wifi_joined, report.ssid), (None, None, None));
}

fn ipp_answer(model: &str, make: &str) -> Page {
    let mut body = vec![2, 0, 0, 0, 0, 0, 0, 1, 4];
    let attributes: [(u8, &str, &[u8]); 6] = [
        (0x41, "printer-make-and-model", model.as_bytes()),
        (0x41, "printer-device-id", make.as_bytes()),
        (0x23, "printer-wifi-state", &[0, 0, 0, 8]),
        (0x42, "printer-wifi-ssid", b"Home"),
        (0x23, "operations-supported", &[0, 0, 0, 0x0b]),
        (0x23, "", &[0, 0, 0, 0x3c]),
    ];
    for (tag, name, value) in attributes {
        body.push(tag);
        for part in [name.as_bytes(), value] {
            body.extend(u16::try_from(part.len()).unwrap().to_be_bytes());
            body.extend(part);
        }
    }
    body.push(3);
    Page::Ipp(body)
}

#[tokio::test]
async fn without_ledm_ipp_tells_and_then_the_server_header() {
    let printer =
        Printer::serve("nginx", [("/ipp/print", ipp_answer("Smart Tank 580", "MFG:HP;SN:EXAMPLE0002;"))])
            .await;
    let report = describe(&http(), printer.at, None, LIMIT).await.unwrap();
    assert_eq!(
        (report.identity.serial, report.asked_through, report.wifi_joined),
        (Mark::new("example0002"), Some(Link::Wifi), Some(true))
    );
    assert_eq!((report.pin, report.identify, report.pages), (PinOffer::NotOffered, Some(true), vec![]));
    assert_eq!(printer.asked(), ["GET /DevMgmt/ProductConfigDyn.xml", "POST /ipp/print"]);
    let joined = ask_joined(&http(), printer.at, LIMIT).await.unwrap();
    assert_eq!((joined.through, joined.ssid), (Some(Link::Wifi), Some(Label::new("Home"))));

    let printer = Printer::serve(HP, []).await;
    let report = describe(&http(), printer.at, None, LIMIT).await.unwrap();
    assert_eq!(
        (report.identity.serial, report.identity.product.unwrap().as_str()),
        (Mark::new("example0001"), "CE844A")
    );
}

#[tokio::test]
async fn others_are_refused() {
    let cases: [(&str, Vec<(&str, Page)>); 3] = [
        ("uhttpd", vec![]),
        ("httpd", vec![(ledm::PRODUCT_CONFIG, Page::Html("<html>login</html>".into()))]),
        ("KS_HTTP/1.0", vec![("/ipp/print", ipp_answer("Canon MG5500 series", "MFG:Canon;"))]),
    ];
    for (server, pages) in cases {
        let device = Printer::serve(server, pages).await;
        assert_eq!(describe(&http(), device.at, None, LIMIT).await, Err(NotOurs::AnotherDevice), "{server}");
        assert_eq!(ask_joined(&http(), device.at, LIMIT).await, Err(Trouble::Malformed), "{server}");
    }
    let printer = Printer::serve(HP, ledm()).await;
    let expected = Identity { serial: Mark::new("EXAMPLE0009"), ..Identity::default() };
    assert_eq!(describe(&http(), printer.at, Some(&expected), LIMIT).await, Err(NotOurs::AnotherPrinter));
    let by_cable = Identity { mac: Mark::mac("98e7f4000002"), ..Identity::default() };
    assert!(describe(&http(), printer.at, Some(&by_cable), LIMIT).await.is_ok());
}

#[tokio::test]
async fn a_printer_that_answers_badly_is_trouble_and_no_stranger() {
    let cut = fixture!("ProductConfigDyn.xml").get(..300).unwrap().to_owned();
    let cases = [
        (Page::Xml(cut), Trouble::Malformed),
        (Page::Html("<html/>".into()), Trouble::WrongType),
        (Page::Status(500), Trouble::Status(500)),
        (Page::Silent, Trouble::TimedOut),
    ];
    for (page, trouble) in cases {
        let printer = Printer::serve(HP, [(ledm::PRODUCT_CONFIG, page)]).await;
        let result = describe(&http(), printer.at, None, Duration::from_millis(800)).await;
        assert_eq!(result, Err(NotOurs::Trouble(trouble)));
    }
}

#[tokio::test]
async fn joining_is_asked_in_two_reads() {
    let printer = Printer::serve(HP, ledm()).await;
    let answer = ask_joined(&http(), printer.at, LIMIT).await.unwrap();
    assert_eq!((answer.through, answer.ssid), (Some(Link::OwnNetwork), Some(Label::new("Home nët"))));
    assert_eq!(printer.asked().len(), 2);
}

#[tokio::test]
async fn the_pin_is_read_once_and_refusals_are_no_offer() {
    let printer = Printer::serve(HP, [(OLD, xml(fixture!("WpsSession.xml")))]).await;
    let pin = read_pin(&http(), printer.at, OLD, LIMIT).await;
    assert_eq!(pin, Ok(PinNumber::Pin(WpsPin::parse("12345670").unwrap())));
    assert_eq!(printer.asked(), [format!("GET {OLD}")]);
    let cases = [
        (Page::Status(401), NoPin::NotOffered),
        (Page::Status(403), NoPin::NotOffered),
        (Page::Status(404), NoPin::NotOffered),
        (Page::Status(405), NoPin::NotOffered),
        (Page::Status(500), NoPin::Trouble(Trouble::Status(500))),
        (Page::Html("<html/>".into()), NoPin::Trouble(Trouble::WrongType)),
        (Page::Xml(fixture!("WpsSession.xml").replace("12345670", "0")), NoPin::Empty),
        (Page::Silent, NoPin::Trouble(Trouble::TimedOut)),
    ];
    for (page, problem) in cases {
        let printer = Printer::serve(HP, [(OLD, page)]).await;
        assert_eq!(read_pin(&http(), printer.at, OLD, Duration::from_millis(500)).await, Err(problem));
    }
    for path in ["//evil/", "/a?b", "http://evil/", "/../x"] {
        assert_eq!(read_pin(&http(), printer.at, path, LIMIT).await, Err(NoPin::Trouble(Trouble::Malformed)));
    }
}
