//! Each knob, seen from the wire.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]

mod hand;

use std::io::{ErrorKind, Read};
use std::net::SocketAddr;
use std::sync::{Arc, Mutex};
use std::time::{Duration, Instant};

use hand::{PIN, Reply, ask, exchange, get, read_reply, start, state, until, with};
use inkjoin_lab::{Info, Knob, Lab};
use rustls::pki_types::{CertificateDer, ServerName, UnixTime};
use serde_json::json;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// The default scene with one fault, at the printer's status unless said otherwise.
async fn knob(knob: &str, more: &str) -> (Lab, Info, SocketAddr) {
    let at = if more.contains("at =") { "" } else { "at = \"printer.status\"" };
    let (lab, info) = start(with(&format!("[[fault]]\n{at}\nknob = \"{knob}\"\n{more}")), 20).await;
    let cable = info.printers[0].cable.unwrap();
    (lab, info, cable)
}

const STATUS: &str = "/DevMgmt/ProductStatusDyn.xml";

async fn status(at: SocketAddr) -> std::io::Result<Reply> {
    get(at, STATUS).await
}

#[test]
fn every_knob_has_a_name_and_is_in_the_readme() {
    let readme = include_str!("../README.md");
    for knob in Knob::ALL {
        let name = serde_json::to_value(knob).unwrap();
        assert!(readme.contains(&format!("| `{}` |", name.as_str().unwrap())), "{name}");
    }
}

#[tokio::test]
async fn statuses_come_instead_of_the_answer_and_only_so_often() {
    for code in [401, 403, 404, 405, 500] {
        let (_lab, _, at) = knob(&code.to_string(), "times = 2").await;
        for _ in 0..2 {
            let reply = status(at).await.unwrap();
            assert_eq!(reply.status, code);
            assert_eq!(reply.header("www-authenticate").is_some(), code == 401);
        }
        assert_eq!(status(at).await.unwrap().status, 200);
    }
}

#[tokio::test]
async fn slow_waits_and_then_answers() {
    let (_lab, _, at) = knob("slow", "ms = 4000").await;
    let begun = Instant::now();
    assert_eq!(status(at).await.unwrap().status, 200);
    assert!(begun.elapsed() >= Duration::from_millis(200), "4 s at 20 times the speed");
}

#[tokio::test]
async fn silent_takes_the_request_and_says_nothing() {
    let (_lab, info, at) = knob("silent", "").await;
    assert!(tokio::time::timeout(Duration::from_millis(300), status(at)).await.is_err());
    assert_eq!(state(&info).await["requests"]["printer.status"], 1);
    assert_eq!(get(at, "/").await.unwrap().status, 200, "others are answered");
}

#[tokio::test]
async fn asleep_hangs_up_once_and_is_awake_then() {
    let (_lab, _, at) = knob("asleep", "ms = 2000").await;
    let begun = Instant::now();
    assert_eq!(status(at).await.unwrap_err().kind(), ErrorKind::UnexpectedEof);
    assert!(begun.elapsed() >= Duration::from_millis(100));
    assert_eq!(status(at).await.unwrap().status, 200);
}

#[tokio::test]
async fn truncated_ends_in_the_middle_of_the_body() {
    let (_lab, _, at) = knob("truncated", "").await;
    let reply = status(at).await.unwrap();
    assert!(reply.cut && reply.status == 200 && !reply.body.is_empty());
}

#[tokio::test]
async fn reset_is_a_reset_after_the_work_was_done() {
    let (_lab, info, at) = knob("reset", "at = \"printer.pin\"").await;
    assert_eq!(get(at, PIN).await.unwrap_err().kind(), ErrorKind::ConnectionReset);
    assert_eq!(state(&info).await["session"], "waiting");
}

#[tokio::test]
async fn gzip_comes_unasked() {
    let (_lab, _, at) = knob("gzip", "").await;
    let reply = status(at).await.unwrap();
    assert_eq!(reply.header("content-encoding"), Some("gzip"));
    let mut text = String::new();
    flate2::read::GzDecoder::new(&*reply.body).read_to_string(&mut text).unwrap();
    assert!(text.contains("<psdyn:ProductStatusDyn"));
}

#[tokio::test]
async fn bodies_are_not_what_a_parser_hopes_for() {
    let body = async |name: &str| {
        let (_lab, _, at) = knob(name, "").await;
        let reply = status(at).await.unwrap();
        assert_eq!(reply.status, 200, "{name}");
        reply
    };
    let page = body("wrong-type").await;
    assert!(page.header("content-type") == Some("text/html") && page.text().contains("Sign in"));
    assert_eq!(body("huge").await.body.len(), 4 * 1024 * 1024);
    assert!(body("deep").await.text().starts_with(&"<a>".repeat(20_000)));
    assert!(body("entities").await.text().contains("<!ENTITY e9 \"&e8;&e8;"));
    assert!(String::from_utf8(body("not-utf8").await.body).is_err());
    let router = async |name: &str| {
        let (_lab, info, _) = knob(name, "at = \"router.list\"").await;
        let request = br#"{"jsonrpc":"2.0","id":0,"method":"list","params":["hostapd.*"]}"#;
        exchange(info.router.http.unwrap(), &hand::post("/ubus", "application/json", request))
            .await
            .unwrap()
            .text()
    };
    assert!(router("deep").await.starts_with(&"[".repeat(20_000)));
    assert!(serde_json::from_str::<serde_json::Value>(&router("entities").await).is_err());
}

#[tokio::test]
async fn endless_goes_on_for_as_long_as_one_reads() {
    let (_lab, _, at) = knob("endless", "").await;
    let mut stream = TcpStream::connect(at).await.unwrap();
    stream.write_all(format!("GET {STATUS} HTTP/1.1\r\n\r\n").as_bytes()).await.unwrap();
    let mut bytes = vec![0; 2 * 1024 * 1024];
    stream.read_exact(&mut bytes).await.unwrap();
    assert!(String::from_utf8_lossy(&bytes).contains("Transfer-Encoding: chunked"));
}

#[tokio::test]
async fn redirect_away_leads_into_a_trap_that_counts() {
    let (_lab, info, at) = knob("redirect-away", "").await;
    let reply = status(at).await.unwrap();
    let there = reply.header("location").unwrap().strip_prefix("http://").unwrap().to_owned();
    assert_eq!(reply.status, 302);
    assert_eq!(state(&info).await["strayed"], 0);
    let (host, path) = there.split_once('/').unwrap();
    assert_eq!(format!("/{path}"), STATUS);
    get(host.parse().unwrap(), STATUS).await.unwrap();
    assert_eq!(state(&info).await["strayed"], 1);
}

#[tokio::test]
async fn address_changed_moves_the_device() {
    let (lab, info, at) = knob("address-changed", "").await;
    assert!(status(at).await.is_err());
    let now = lab.info().printers[0].cable.unwrap();
    assert_ne!(now, at);
    assert_eq!(status(now).await.unwrap().status, 200);
    assert_eq!(get(at, "/").await.unwrap_err().kind(), ErrorKind::ConnectionRefused);
    assert_eq!(state(&info).await["printers"][0]["links"]["cable"], now.to_string());
}

#[tokio::test]
async fn a_fault_can_wait_for_the_join_and_come_by_the_control_socket() {
    let (_lab, info, at) = knob("500", "after = \"joined\"").await;
    assert_eq!(status(at).await.unwrap().status, 200);
    ask(&info, json!({ "do": "join" })).await;
    until(&info, "joined").await;
    assert_eq!(status(info.printers[0].home).await.unwrap().status, 500);
    ask(&info, json!({ "do": "clear" })).await;
    assert_eq!(status(at).await.unwrap().status, 200);
    let added = json!({ "do": "fault", "at": "printer.any", "knob": "403", "times": 1 });
    assert_eq!(ask(&info, added).await, json!({ "ok": true }));
    assert_eq!(get(at, "/").await.unwrap().status, 403);
    assert_eq!(get(at, "/").await.unwrap().status, 200);
    assert!(ask(&info, json!({ "do": "dance" })).await["error"].is_string());
    assert!(
        ask(&info, json!({ "do": "fault", "at": "printer.feet", "knob": "403" })).await["error"].is_string()
    );
}

/// Takes any certificate and keeps it.
#[derive(Debug, Default)]
struct Keeps(Mutex<Vec<u8>>);

impl rustls::client::danger::ServerCertVerifier for Keeps {
    fn verify_server_cert(
        &self,
        certificate: &CertificateDer<'_>,
        _: &[CertificateDer<'_>],
        _: &ServerName<'_>,
        _: &[u8],
        _: UnixTime,
    ) -> Result<rustls::client::danger::ServerCertVerified, rustls::Error> {
        *self.0.lock().unwrap() = certificate.to_vec();
        Ok(rustls::client::danger::ServerCertVerified::assertion())
    }

    fn verify_tls12_signature(
        &self,
        _: &[u8],
        _: &CertificateDer<'_>,
        _: &rustls::DigitallySignedStruct,
    ) -> Result<rustls::client::danger::HandshakeSignatureValid, rustls::Error> {
        Ok(rustls::client::danger::HandshakeSignatureValid::assertion())
    }

    fn verify_tls13_signature(
        &self,
        _: &[u8],
        _: &CertificateDer<'_>,
        _: &rustls::DigitallySignedStruct,
    ) -> Result<rustls::client::danger::HandshakeSignatureValid, rustls::Error> {
        Ok(rustls::client::danger::HandshakeSignatureValid::assertion())
    }

    fn supported_verify_schemes(&self) -> Vec<rustls::SignatureScheme> {
        rustls::crypto::ring::default_provider().signature_verification_algorithms.supported_schemes()
    }
}

/// A request by TLS: the answer, and the certificate that was shown.
async fn by_tls(at: SocketAddr, path: &str) -> std::io::Result<(Reply, Vec<u8>)> {
    let keeps = Arc::new(Keeps::default());
    let config =
        rustls::ClientConfig::builder_with_provider(Arc::new(rustls::crypto::ring::default_provider()))
            .with_safe_default_protocol_versions()
            .unwrap()
            .dangerous()
            .with_custom_certificate_verifier(keeps.clone())
            .with_no_client_auth();
    let connector = tokio_rustls::TlsConnector::from(Arc::new(config));
    let stream = TcpStream::connect(at).await?;
    let mut stream = connector.connect(ServerName::try_from("127.0.0.1").unwrap(), stream).await?;
    stream.write_all(format!("GET {path} HTTP/1.1\r\nConnection: close\r\n\r\n").as_bytes()).await?;
    let reply = read_reply(&mut stream).await?;
    let certificate = keeps.0.lock().unwrap().clone();
    Ok((reply, certificate))
}

#[tokio::test]
async fn self_signed_sends_to_https_on_the_same_port() {
    let (_lab, _, at) = knob("self-signed", "").await;
    let reply = status(at).await.unwrap();
    assert_eq!((reply.status, reply.header("location")), (301, Some(&*format!("https://{at}{STATUS}"))));
    let (reply, certificate) = by_tls(at, STATUS).await.unwrap();
    assert!(reply.status == 200 && !certificate.is_empty());
    let (_plain, _, at) = knob("slow", "").await;
    assert!(by_tls(at, STATUS).await.is_err(), "without the knob the port is plain");
}

#[tokio::test]
async fn certificate_changed_shows_another_one_from_then_on() {
    let text = include_str!("../scenes/laserjet-pin-https.toml");
    let fault = "[[fault]]\nat = \"router.page\"\nknob = \"certificate-changed\"\n\n[expect]";
    let scene = inkjoin_lab::Scene::from_toml(&text.replace("[expect]", fault)).unwrap();
    let (_lab, info) = start(scene, 1).await;
    assert_eq!(info.router.http, None);
    let at = info.router.https.unwrap();
    let (first, before) = by_tls(at, "/").await.unwrap();
    assert!(first.text().contains("OpenWrt"));
    let (_, after) = by_tls(at, "/").await.unwrap();
    let (_, later) = by_tls(at, "/").await.unwrap();
    assert_ne!(before, after);
    assert_eq!(after, later);
    assert!(get(at, "/").await.is_err(), "no plain HTTP on the port of HTTPS");
}
