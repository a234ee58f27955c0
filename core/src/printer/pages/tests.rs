#![allow(clippy::unwrap_used, clippy::indexing_slicing, clippy::string_slice)]

use std::path::Path;
use std::sync::Arc;

use proptest::prelude::*;

use super::*;
use crate::net::tls::Pins;
use crate::printer::fake::{HP, Page, Printer};
use crate::printer::print_page;

const LIMIT: Duration = Duration::from_secs(5);
const ALL: [PageKind; 4] = [
    PageKind::WirelessTest,
    PageKind::NetworkSummary,
    PageKind::NetworkConfiguration,
    PageKind::Configuration,
];

fn http() -> Http {
    Http::new(Arc::new(Pins::new())).unwrap()
}

fn cap(url: &str, jobs: &[&str]) -> String {
    let jobs: String = jobs.iter().map(|job| format!("<j:JobType> {job} </j:JobType>")).collect();
    format!(
        "<c:InternalPrintCap xmlns:c='{CAP}' xmlns:j='{DYN}'>{url}<c:JobTypesSupport>{jobs}</c:JobTypesSupport></c:InternalPrintCap>"
    )
}

#[test]
fn known_pages_are_listed_in_order_and_once() {
    let url = "<c:JobUrl access='readOnly'>/DevMgmt/InternalPrintDyn.xml</c:JobUrl>";
    let jobs = [
        "configurationPage",
        "cleaningPage",
        "wirelessNetworkPage",
        "configurationPage",
        "wifiDirectPinCodePage",
    ];
    let both = vec![PageKind::WirelessTest, PageKind::Configuration];
    assert_eq!(listed(cap(url, &jobs).as_bytes()), Ok(both.clone()));
    assert_eq!(listed(cap("", &jobs).as_bytes()), Ok(both));
    // Names count in their namespace and whole.
    assert_eq!(
        listed(cap("", &["wifiDirectPinCodePage", "wirelessNetworkPage2", ""]).as_bytes()),
        Ok(vec![])
    );
    assert_eq!(listed(cap("", &jobs).replace(DYN, "urn:other").as_bytes()), Ok(vec![]));
    // Jobs for another place are none of ours.
    assert_eq!(listed(cap("<c:JobUrl>/cdm/reset</c:JobUrl>", &jobs).as_bytes()), Ok(vec![]));
    let many: Vec<&str> = std::iter::repeat_n("eventLogReport", 200).chain(["networkSummary"]).collect();
    assert_eq!(listed(cap("", &many).as_bytes()), Ok(vec![]));
    for bad in ["", "<a/>", "<html/>", &cap("", &jobs).replace(CAP, "urn:other"), &cap("", &jobs)[..300]] {
        assert_eq!(listed(bad.as_bytes()), Err(Trouble::Malformed), "{bad}");
    }
}

#[test]
fn the_list_of_a_real_printer_is_read() {
    let captures = Path::new(env!("CARGO_MANIFEST_DIR"))
        .ancestors()
        .map(|a| a.join("shared/captures"))
        .find(|c| c.is_dir());
    let Some(captures) = captures else { return };
    let body = std::fs::read(captures.join("ledm/smart_tank_750.InternalPrintCap.xml")).unwrap();
    assert_eq!(listed(&body), Ok(ALL.to_vec()));
}

#[test]
fn kinds_are_stable_and_each_preference_has_all() {
    let saved = r#"["WirelessTest","NetworkSummary","NetworkConfiguration","Configuration"]"#;
    assert_eq!(serde_json::to_string(&ALL).unwrap(), saved);
    assert_eq!(serde_json::from_str::<[PageKind; 4]>(saved).unwrap(), ALL);
    assert!(ALL.is_sorted());
    for mut kinds in [PageKind::for_pin(), PageKind::for_test()] {
        kinds.sort_unstable();
        assert_eq!(kinds, ALL);
    }
    assert_eq!(PageKind::for_pin()[0].job_type(), "wirelessNetworkPage");
    assert_eq!(PageKind::for_test()[0].job_type(), "configurationPage");
}

#[tokio::test]
async fn each_kind_writes_its_one_document_to_the_one_place() {
    for kind in ALL {
        let printer = Printer::serve(HP, [(JOBS, Page::Status(201))]).await;
        assert_eq!(print_page(&http(), printer.at, kind, LIMIT).await, Ok(()));
        let asked = printer.requests();
        assert_eq!(printer.asked(), ["POST /DevMgmt/InternalPrintDyn.xml"]);
        assert!(asked[0].head.to_lowercase().contains("content-type: text/xml"));
        let job = xml::read(&asked[0].body, |root| {
            assert!(
                root.is(DYN, "InternalPrintDyn")
                    && root.descendants().filter(|d| d.is_element()).count() == 2
            );
            Some(root.text_of(DYN, "JobType")?.to_owned())
        });
        assert_eq!(job.unwrap(), kind.job_type());
    }
    let written: Vec<&str> = ALL.into_iter().map(PageKind::job_type).collect();
    assert_eq!(
        written,
        ["wirelessNetworkPage", "networkSummary", "networkDiagnosticPage", "configurationPage"]
    );
}

#[tokio::test]
async fn each_answer_has_its_meaning_and_nothing_is_repeated() {
    let mut cases = vec![
        (Page::Xml(String::new()), Ok(())),
        (Page::Status(202), Ok(())),
        (Page::Status(204), Ok(())),
        (Page::Status(400), Err(NoPage::Refused)),
        (Page::Status(409), Err(NoPage::Busy)),
        (Page::Status(503), Err(NoPage::Busy)),
        (Page::Status(302), Err(NoPage::Trouble(Trouble::Status(302)))),
        (Page::Status(500), Err(NoPage::Trouble(Trouble::Status(500)))),
        (Page::Silent, Err(NoPage::Trouble(Trouble::TimedOut))),
    ];
    cases.extend([401, 403, 404, 405].map(|status| (Page::Status(status), Err(NoPage::NotOffered))));
    for (page, expected) in cases {
        let printer = Printer::serve(HP, [(JOBS, page)]).await;
        let limit = Duration::from_millis(500);
        assert_eq!(print_page(&http(), printer.at, PageKind::Configuration, limit).await, expected);
        assert_eq!(printer.asked().len(), 1);
    }
}

proptest! {
    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..200), at in 0usize..400, with in any::<u8>()) {
        let _ = listed(&bytes);
        let mut spoiled = cap("", &["configurationPage"]).into_bytes();
        let at = at % spoiled.len();
        spoiled[at] = with;
        let _ = listed(&spoiled);
    }
}
