//! Gateways on loopback sockets, with and without HTTPS.
#![allow(clippy::unwrap_used)]

use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};

use tokio::io::{AsyncRead, AsyncReadExt, AsyncWrite, AsyncWriteExt};
use tokio::net::TcpListener;

use super::*;
use crate::net::tls::Pins;

const LIMIT: Duration = Duration::from_secs(4);
const UBUS: &str =
    r#"{"jsonrpc":"2.0","id":1,"result":{"hostapd.phy0-ap0":{"wps_start":{},"wps_status":{}}}}"#;

/// A port of a gateway: what it answers, and how often it was asked.
struct Port {
    at: LocalAddr,
    asked: Arc<AtomicUsize>,
}

fn page(kind: &str, body: &str) -> String {
    format!(
        "HTTP/1.1 200 OK\r\nContent-Type: {kind}\r\nContent-Length: {}\r\nConnection: close\r\n\r\n{body}",
        body.len()
    )
}

async fn answer(mut stream: impl AsyncRead + AsyncWrite + Unpin, raw: &str) {
    let mut request = [0; 4096];
    let _ = stream.read(&mut request).await;
    stream.write_all(raw.as_bytes()).await.ok();
    stream.shutdown().await.ok();
}

async fn plain(raw: String) -> Port {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let at = LocalAddr::new(listener.local_addr().unwrap()).unwrap();
    let asked: Arc<AtomicUsize> = Arc::default();
    let count = asked.clone();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            count.fetch_add(1, Ordering::SeqCst);
            answer(stream, &raw).await;
        }
    });
    Port { at, asked }
}

async fn tls(raw: String) -> Port {
    let made = rcgen::generate_simple_self_signed(vec!["router.lan".into()]).unwrap();
    let key = rustls::pki_types::PrivateKeyDer::try_from(made.signing_key.serialize_der()).unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![made.cert.der().clone()], key)
        .unwrap();
    let acceptor = tokio_rustls::TlsAcceptor::from(Arc::new(config));
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let at = LocalAddr::new(listener.local_addr().unwrap()).unwrap();
    let asked: Arc<AtomicUsize> = Arc::default();
    let count = asked.clone();
    tokio::spawn(async move {
        while let Ok((stream, _)) = listener.accept().await {
            count.fetch_add(1, Ordering::SeqCst);
            if let Ok(stream) = acceptor.accept(stream).await {
                answer(stream, &raw).await;
            }
        }
    });
    Port { at, asked }
}

async fn nobody() -> LocalAddr {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    LocalAddr::new(listener.local_addr().unwrap()).unwrap()
}

async fn ask(pins: &Arc<Pins>, http: LocalAddr, https: LocalAddr) -> RouterReport {
    recognise(&Http::new(pins.clone()).unwrap(), Gateway { http, https }, LIMIT).await
}

#[tokio::test]
async fn https_is_taken_where_it_answers() {
    let (https, http) =
        (tls(page("application/json", UBUS)).await, plain(page("application/json", UBUS)).await);
    let report = ask(&Arc::default(), http.at, https.at).await;
    assert_eq!((report.at, report.encrypted, report.trouble), (https.at, true, None));
    assert_eq!(report.kind, RouterKind::OpenWrt { hostapd: vec!["hostapd.phy0-ap0".into()] });
    assert_eq!((report.device_pin, report.push_button), (Takes::AfterSignIn, Takes::AfterSignIn));
    assert_eq!((https.asked.load(Ordering::SeqCst), http.asked.load(Ordering::SeqCst)), (1, 0));
}

#[tokio::test]
async fn http_is_taken_only_where_https_is_silent() {
    let http = plain(page("application/json", UBUS)).await;
    let report = ask(&Arc::default(), http.at, nobody().await).await;
    assert_eq!((report.at, report.encrypted), (http.at, false));
    assert!(matches!(report.kind, RouterKind::OpenWrt { .. }));
    for spoiled in [
        page("text/html", "<html/>"),
        page("application/json", "{"),
        "HTTP/1.1 404 X\r\nContent-Length: 0\r\n\r\n".into(),
    ] {
        let (https, http) = (tls(spoiled).await, plain(page("application/json", UBUS)).await);
        let report = ask(&Arc::default(), http.at, https.at).await;
        assert_eq!(
            (report.kind, report.at, http.asked.load(Ordering::SeqCst)),
            (RouterKind::Unknown, http.at, 0)
        );
    }
}

#[tokio::test]
async fn after_https_was_seen_http_is_no_way_in() {
    let pins = Arc::new(Pins::new());
    let (https, http) =
        (tls(page("application/json", UBUS)).await, plain(page("application/json", UBUS)).await);
    assert!(ask(&pins, http.at, https.at).await.encrypted);
    // The same address with another certificate, as after a factory reset, or with somebody in between.
    let known = pins.of(https.at).unwrap();
    let moved = Arc::new(Pins::new());
    let other = tls(page("application/json", UBUS)).await;
    moved.remember(other.at, known);
    let report = ask(&moved, http.at, other.at).await;
    assert_eq!((report.kind, report.trouble), (RouterKind::Unknown, Some(Trouble::CertificateChanged)));
    let changed = moved.changed(other.at).unwrap();
    assert_eq!((changed.at, changed.known), (other.at, known));
    moved.trust(changed);
    assert!(ask(&moved, http.at, other.at).await.encrypted, "the person agreed to it");
    // And with HTTPS made silent.
    let gone = nobody().await;
    moved.remember(gone, known);
    let report = ask(&moved, http.at, gone).await;
    assert_eq!((report.kind, report.trouble), (RouterKind::Unknown, Some(Trouble::Unreachable)));
    assert_eq!(http.asked.load(Ordering::SeqCst), 0);
}

#[tokio::test]
async fn what_the_list_does_not_show_is_not_promised() {
    let cases = [(r#"{"hostapd.a":{"reload":{}}}"#, Takes::No), ("{}", Takes::Unknown)];
    for (result, takes) in cases {
        let http =
            plain(page("application/json", &format!(r#"{{"jsonrpc":"2.0","result":{result}}}"#))).await;
        assert_eq!(ask(&Arc::default(), http.at, nobody().await).await.device_pin, takes, "{result}");
    }
}

#[tokio::test]
async fn an_unknown_router_and_none_are_told_apart() {
    let http = plain(page("text/html", "<html>router</html>")).await;
    let report = ask(&Arc::default(), http.at, nobody().await).await;
    assert_eq!((report.kind, report.trouble, report.device_pin), (RouterKind::Unknown, None, Takes::Unknown));
    let report = ask(&Arc::default(), nobody().await, nobody().await).await;
    assert_eq!((report.kind, report.trouble), (RouterKind::Unknown, Some(Trouble::Unreachable)));
}

#[tokio::test]
async fn the_first_page_tells_the_vendor() {
    let vendor = |raw: String| async move {
        let http = plain(raw).await;
        let report = ask(&Arc::default(), http.at, nobody().await).await;
        assert_eq!((report.kind, report.trouble), (RouterKind::Unknown, None));
        assert!(http.asked.load(Ordering::SeqCst) <= 2);
        report.vendor
    };
    let titled = |title: &str| page("text/html", &format!("<html><title>{title}</title></html>"));
    assert_eq!(vendor(titled("FRITZ!Box")).await.as_deref(), Some("avm_fritzbox"));
    assert_eq!(vendor(titled("NETGEAR Router R7800")).await.as_deref(), Some("netgear"));
    let script = page("text/html", "<script>location.href='/Main_Login.asp'</script>");
    assert_eq!(vendor(script).await.as_deref(), Some("asus"));
    // A page behind a password tells it all the same.
    let closed = titled("FRITZ!Box").replace("200 OK", "401 Unauthorized");
    assert_eq!(vendor(closed).await.as_deref(), Some("avm_fritzbox"));
    assert_eq!(vendor(titled("Welcome")).await, None);
    assert_eq!(
        vendor("HTTP/1.1 302 Found\r\nLocation: http://192.0.2.1/\r\nContent-Length: 0\r\n\r\n".into()).await,
        None
    );
    let far = page("text/html", &format!("{}<title>FRITZ!Box</title>", " ".repeat(70_000)));
    assert_eq!(vendor(far).await, None);
}

#[tokio::test]
async fn where_https_answers_the_first_page_is_asked_there() {
    let (https, http) =
        (tls(page("text/html", "<title>FRITZ!Box</title>")).await, plain(page("text/html", "")).await);
    let report = ask(&Arc::default(), http.at, https.at).await;
    assert_eq!((report.at, report.vendor.as_deref()), (http.at, Some("avm_fritzbox")));
    assert_eq!((https.asked.load(Ordering::SeqCst), http.asked.load(Ordering::SeqCst)), (2, 0));
}

#[tokio::test]
async fn our_own_kind_needs_no_first_page() {
    let http = plain(page("application/json", UBUS)).await;
    let report = ask(&Arc::default(), http.at, nobody().await).await;
    assert_eq!((report.vendor.as_deref(), http.asked.load(Ordering::SeqCst)), (Some("openwrt"), 1));
}

#[test]
fn a_report_saved_without_a_vendor_is_read() {
    let report = openwrt(LocalAddr::parse("192.168.1.1:80").unwrap(), false, Listed::default());
    let mut json = serde_json::to_value(&report).unwrap();
    assert!(json.as_object_mut().unwrap().remove("vendor").is_some());
    let read: RouterReport = serde_json::from_value(json).unwrap();
    assert_eq!(read, RouterReport { vendor: None, ..report });
}
