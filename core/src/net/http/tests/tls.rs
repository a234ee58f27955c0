//! Certificates, on real TLS.

use super::*;
use crate::net::tls::{Fingerprint, NoFingerprint};

/// A TLS server with a fresh self-signed certificate on the given port.
async fn tls_server(port: u16) -> (LocalAddr, JoinHandle<()>) {
    let made = rcgen::generate_simple_self_signed(vec!["printer.local".into()]).unwrap();
    let key = rustls::pki_types::PrivateKeyDer::try_from(made.signing_key.serialize_der()).unwrap();
    let provider = Arc::new(rustls::crypto::ring::default_provider());
    let config = rustls::ServerConfig::builder_with_provider(provider)
        .with_safe_default_protocol_versions()
        .unwrap()
        .with_no_client_auth()
        .with_single_cert(vec![made.cert.der().clone()], key)
        .unwrap();
    let acceptor = tokio_rustls::TlsAcceptor::from(Arc::new(config));
    let listener = TcpListener::bind(("127.0.0.1", port)).await.unwrap();
    let at = LocalAddr::new(listener.local_addr().unwrap()).unwrap();
    let task = tokio::spawn(async move {
        loop {
            let (stream, _) = listener.accept().await.unwrap();
            let Ok(mut stream) = acceptor.accept(stream).await else { continue };
            let mut buffer = [0; 4096];
            let _ = stream.read(&mut buffer).await;
            stream
                .write_all(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nhi")
                .await
                .ok();
            stream.shutdown().await.ok();
        }
    });
    (at, task)
}

#[tokio::test]
async fn a_certificate_is_pinned_at_first_use_and_a_change_refused() {
    let pins = Arc::new(Pins::new());
    let http = Http::new(pins.clone()).unwrap();
    let (at, task) = tls_server(0).await;
    let target = Target { at, scheme: Scheme::Https };
    assert_eq!(pins.of(at), None);
    assert_eq!(http.get(target, &path(), LIMIT).await.unwrap().body, b"hi");
    assert_eq!(http.get(target, &path(), LIMIT).await.unwrap().body, b"hi");
    let first = pins.of(at).unwrap();
    assert_eq!(pins.changed(at), None);
    task.abort();
    let _ = task.await;
    let (_, task) = tls_server(at.get().port()).await;
    assert_eq!(http.get(target, &path(), LIMIT).await, Err(Trouble::CertificateChanged));
    assert_eq!(
        http.post(target, WriteTo::OpenWrtRpc, b"secret".to_vec(), LIMIT).await,
        Err(Trouble::CertificateChanged)
    );
    // Another session that remembers the first one refuses it too.
    let later = Arc::new(Pins::new());
    later.remember(at, first);
    assert_eq!(Http::new(later).unwrap().get(target, &path(), LIMIT).await, Err(Trouble::CertificateChanged));
    let changed = pins.changed(at).unwrap();
    assert_eq!((changed.at, changed.known), (at, first));
    assert_ne!(changed.shown, first);
    pins.trust(changed);
    assert_eq!((pins.of(at), pins.changed(at)), (Some(changed.shown), None));
    assert_eq!(http.get(target, &path(), LIMIT).await.unwrap().body, b"hi");
    task.abort();
    let _ = task.await;
    // Agreed to that one, and not to whichever comes next.
    let (_, task) = tls_server(at.get().port()).await;
    assert_eq!(http.get(target, &path(), LIMIT).await, Err(Trouble::CertificateChanged));
    pins.trust(changed);
    assert_eq!(pins.of(at), Some(changed.shown), "a question that is out of date changes nothing");
    task.abort();
}

#[tokio::test]
async fn what_speaks_no_tls_is_tls_trouble() {
    for raw in ["HTTP/1.1 400 Bad Request\r\n\r\n", "\x15\x03\x03\x00\x02\x02\x28"] {
        let (at, _task) = serve_at_once(raw).await;
        assert_eq!(
            http().get(Target { at, scheme: Scheme::Https }, &path(), LIMIT).await,
            Err(Trouble::Tls),
            "{raw:?}"
        );
    }
    let (at, _task) = serve_at_once("").await;
    assert_eq!(http().get(Target { at, scheme: Scheme::Https }, &path(), LIMIT).await, Err(Trouble::Closed));
}

async fn serve_at_once(raw: &'static str) -> (LocalAddr, JoinHandle<()>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let at = LocalAddr::new(listener.local_addr().unwrap()).unwrap();
    let task = tokio::spawn(async move {
        while let Ok((mut stream, _)) = listener.accept().await {
            let mut hello = [0; 4096];
            let _ = stream.read(&mut hello).await;
            stream.write_all(raw.as_bytes()).await.ok();
        }
    });
    (at, task)
}

#[test]
fn a_fingerprint_is_64_hex_digits() {
    let read = |text: &str| Fingerprint::try_from(text.to_owned());
    let print = read(&"0aF1".repeat(16)).unwrap();
    assert_eq!(
        (String::from(print), print.short()),
        ("0af1".repeat(16), "0A:F1:0A:F1:0A:F1:0A:F1".to_owned())
    );
    assert_eq!(
        Fingerprint::of(b""),
        read("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855").unwrap()
    );
    for bad in [String::new(), "0".repeat(63), "0".repeat(65), "g".repeat(64), "é".repeat(32), "é".repeat(64)]
    {
        assert_eq!(read(&bad), Err(NoFingerprint), "{bad:?}");
    }
}
