#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use std::sync::Arc;
use std::time::Instant;

use super::*;
use crate::net::fake::Request;
use crate::net::tls::Pins;
use crate::printer::fake::{HP, Page, Printer};

const LIMIT: Duration = Duration::from_secs(5);

fn http() -> Http {
    Http::new(Arc::new(Pins::new())).unwrap()
}

fn ipp(status: u16) -> Page {
    let [high, low] = status.to_be_bytes();
    Page::Ipp(vec![2, 0, high, low, 0, 0, 0, 1, 1, 3])
}

fn flashes(request: &Request) -> bool {
    request.body.windows(5).any(|w| w == b"flash")
}

async fn identified(page: Page, limit: Duration) -> (Result<(), NoIdentify>, Vec<Request>) {
    let printer = Printer::serve(HP, [("/ipp/print", page)]).await;
    (identify(&http(), printer.at, limit).await, printer.requests())
}

#[tokio::test]
async fn a_printer_flashes_at_one_request() {
    for status in [0, 1, 0xff] {
        let (result, asked) = identified(ipp(status), LIMIT).await;
        assert_eq!((result, asked.len()), (Ok(()), 1));
        assert_eq!(asked[0].line(), "POST /ipp/print");
        assert_eq!(asked[0].body[2..4], [0, 0x3c]);
        assert!(flashes(&asked[0]) && asked[0].head.to_lowercase().contains("content-type: application/ipp"));
    }
}

#[tokio::test]
async fn it_chooses_the_action_where_it_does_not_flash() {
    for status in [0x0400, 0x040b] {
        let page = move |request: &Request| ipp(if flashes(request) { status } else { 0 });
        let printer = Printer::answering(HP, page).await;
        assert_eq!(identify(&http(), printer.at, LIMIT).await, Ok(()));
        let asked = printer.requests();
        assert_eq!((asked.len(), flashes(&asked[0]), flashes(&asked[1])), (2, true, false));
        let (result, asked) = identified(ipp(status), LIMIT).await;
        assert_eq!((result, asked.len()), (Err(NoIdentify::NotOffered), 2));
    }
}

#[tokio::test]
async fn each_refusal_has_its_meaning_and_is_asked_once() {
    let trouble = |t| Err(NoIdentify::Trouble(t));
    let none = Err(NoIdentify::NotOffered);
    let cases = [
        (ipp(0x0501), none),
        (ipp(0x0401), none),
        (ipp(0x0406), none),
        (ipp(0x0507), trouble(Trouble::Status(503))),
        (ipp(0x0500), trouble(Trouble::Malformed)),
        (Page::Ipp(vec![2, 0, 0]), trouble(Trouble::Malformed)),
        (Page::Ipp(b"HTTP/1.1 200".to_vec()), trouble(Trouble::Malformed)),
        (Page::Status(401), none),
        (Page::Status(404), none),
        (Page::Status(405), none),
        (Page::Status(501), none),
        (Page::Status(500), trouble(Trouble::Status(500))),
        (Page::Html("<html/>".into()), none),
    ];
    for (page, expected) in cases {
        let (result, asked) = identified(page, LIMIT).await;
        assert_eq!((result, asked.len()), (expected, 1));
    }
    let began = Instant::now();
    let (result, _) = identified(Page::Silent, Duration::from_millis(400)).await;
    assert_eq!(result, trouble(Trouble::TimedOut));
    assert!(began.elapsed() < Duration::from_millis(1_500));
    let nobody = LocalAddr::parse("127.0.0.1:9").unwrap();
    assert_eq!(identify(&http(), nobody, LIMIT).await, trouble(Trouble::Unreachable));
}

#[test]
fn ipp_has_its_own_port_but_not_on_loopback() {
    let of = |at: &str| places(LocalAddr::parse(at).unwrap()).map(|p| p.authority(0)).collect::<Vec<_>>();
    assert_eq!(of("192.168.1.20"), ["192.168.1.20:631", "192.168.1.20:80"]);
    assert_eq!(of("192.168.1.20:631"), ["192.168.1.20:631"]);
    assert_eq!(of("127.0.0.1:8080"), ["127.0.0.1:8080"]);
}
