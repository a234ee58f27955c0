//! Each trouble on a real socket.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

use std::io::Write;

use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::{TcpListener, TcpStream};
use tokio::task::JoinHandle;

use super::*;

mod tls;

const LIMIT: Duration = Duration::from_secs(5);
const SHORT: Duration = Duration::from_millis(300);

fn http() -> Http {
    Http::new(Arc::new(Pins::new())).unwrap()
}

fn path() -> ResourcePath {
    ResourcePath::new("/a.xml").unwrap()
}

/// Answers each connection's first request with raw bytes; then ends it in the way that is asked.
async fn serve(raw: impl AsRef<[u8]>, end: End) -> (LocalAddr, JoinHandle<Vec<String>>) {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let at = LocalAddr::new(listener.local_addr().unwrap()).unwrap();
    // Gzip is no text, and then there is nothing to fill in.
    let raw = match str::from_utf8(raw.as_ref()) {
        Ok(text) => text.replace("{port}", &at.get().port().to_string()).into_bytes(),
        Err(_) => raw.as_ref().to_vec(),
    };
    let task = tokio::spawn(async move {
        let mut seen = Vec::new();
        loop {
            let Ok(Ok((mut stream, _))) = tokio::time::timeout(SHORT * 3, listener.accept()).await else {
                return seen;
            };
            seen.push(request(&mut stream).await);
            let raw = raw.clone();
            tokio::spawn(async move {
                stream.write_all(&raw).await.ok();
                match end {
                    End::Close => {}
                    // Closing with unread data makes the kernel send a reset.
                    End::Reset => stream.set_zero_linger().unwrap(),
                    End::Hang => std::future::pending().await,
                    End::Endless => while stream.write_all(&[b'x'; 65536]).await.is_ok() {},
                }
            });
        }
    });
    (at, task)
}

#[derive(Clone, Copy)]
enum End {
    Close,
    Reset,
    Hang,
    Endless,
}

async fn request(stream: &mut TcpStream) -> String {
    let mut head = Vec::new();
    while !head.ends_with(b"\r\n\r\n") {
        let Ok(byte) = stream.read_u8().await else { break };
        head.push(byte);
    }
    String::from_utf8_lossy(&head).into_owned()
}

async fn get(raw: impl AsRef<[u8]>, end: End) -> Result<Answer, Trouble> {
    let (at, _task) = serve(raw, end).await;
    http().get(at, &path(), LIMIT).await
}

#[tokio::test]
async fn a_whole_answer_comes_with_its_headers() {
    let answer = get("HTTP/1.1 200 OK\r\nContent-Type: Text/XML; charset=utf-8\r\nServer: HP HTTP Server; X\r\nContent-Length: 2\r\n\r\nhi", End::Close).await.unwrap();
    assert_eq!(
        (answer.status, answer.content_type.as_deref(), answer.server.as_deref(), answer.body.as_slice()),
        (200, Some("text/xml"), Some("HP HTTP Server; X"), b"hi".as_slice())
    );
    assert_eq!(format!("{answer:?}"), "Answer(200, 2 bytes)");
    assert_eq!(
        get("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n", End::Close).await.unwrap().status,
        404
    );
    assert!(!answer.retry_after);
    let later = "HTTP/1.1 429 X\r\nRetry-After: 60\r\nContent-Length: 0\r\n\r\n";
    assert!(get(later, End::Close).await.unwrap().retry_after);
}

#[tokio::test]
async fn nobody_listens() {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let at = LocalAddr::new(listener.local_addr().unwrap()).unwrap();
    drop(listener);
    assert_eq!(http().get(at, &path(), LIMIT).await, Err(Trouble::Unreachable));
}

#[tokio::test]
async fn silence_and_a_body_that_stops_time_out() {
    for raw in [
        "",
        "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nhi\r\n",
    ] {
        let (at, _task) = serve(raw, End::Hang).await;
        assert_eq!(http().get(at, &path(), SHORT).await, Err(Trouble::TimedOut), "{raw:?}");
    }
}

#[tokio::test]
async fn connections_that_end_early_are_closed() {
    for raw in [
        "",
        "HTTP/1.1 200",
        "HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nhalf",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhi",
    ] {
        assert_eq!(get(raw, End::Close).await, Err(Trouble::Closed), "{raw:?}");
        assert_eq!(get(raw, End::Reset).await, Err(Trouble::Closed), "{raw:?} reset");
    }
}

#[tokio::test]
async fn what_is_no_http_is_malformed() {
    for raw in [
        "SSH-2.0-OpenSSH_9.2\r\n",
        "\0\0\0\0",
        "HTTP/1.1 two OK\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: -1\r\n\r\n",
    ] {
        assert_eq!(get(raw, End::Hang).await, Err(Trouble::Malformed), "{raw:?}");
    }
}

#[tokio::test]
async fn bodies_are_bounded() {
    let big = "x".repeat(MAX_BODY + 1);
    let sized = format!("HTTP/1.1 200 OK\r\nContent-Length: {}\r\n\r\n{big}", big.len());
    assert_eq!(get(sized, End::Close).await, Err(Trouble::TooLarge));
    assert_eq!(get("HTTP/1.1 200 OK\r\n\r\n", End::Endless).await, Err(Trouble::TooLarge));
    let fits = format!("HTTP/1.1 200 OK\r\n\r\n{}", "x".repeat(MAX_BODY));
    assert_eq!(get(fits, End::Close).await.unwrap().body.len(), MAX_BODY);
    let endless_header = format!("HTTP/1.1 200 OK\r\nA: {big}");
    assert!(matches!(get(endless_header, End::Endless).await, Err(Trouble::TooLarge | Trouble::Malformed)));
}

fn gzip(data: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(data).unwrap();
    encoder.finish().unwrap()
}

fn gzipped(body: &[u8], announced: usize) -> Vec<u8> {
    let mut raw = format!("HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: {announced}\r\n\r\n")
        .into_bytes();
    raw.extend_from_slice(body);
    raw
}

#[tokio::test]
async fn gzip_is_counted_after_decompression() {
    let small = gzip(b"<a/>");
    assert_eq!(get(gzipped(&small, small.len()), End::Close).await.unwrap().body, b"<a/>");
    let bomb = gzip(&vec![0; 64 << 20]);
    assert!(bomb.len() < 100_000);
    assert_eq!(get(gzipped(&bomb, bomb.len()), End::Close).await, Err(Trouble::TooLarge));
    assert_eq!(get(gzipped(b"this is no gzip", 15), End::Close).await, Err(Trouble::Malformed));
    let half = &small[..small.len() / 2];
    assert!(matches!(
        get(gzipped(half, small.len()), End::Close).await,
        Err(Trouble::Closed | Trouble::Malformed)
    ));
}

#[tokio::test]
async fn redirects_stay_in_the_house() {
    let to = |place: &str| {
        format!("HTTP/1.1 301 Moved\r\nLocation: {place}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n")
    };
    for away in [
        "http://192.168.1.9/a.xml",
        "http://example.com/",
        "//example.com/a",
        "http://127.0.0.2:{port}/",
        "http://127.0.0.1:1/",
        "ftp://127.0.0.1:{port}/",
        "http://user:pw@127.0.0.1:{port}/",
    ] {
        assert_eq!(get(to(away), End::Close).await, Err(Trouble::RedirectedAway), "{away}");
    }
    // Followed twice, then given up: three requests in all.
    let (at, task) = serve(to("/b.xml"), End::Close).await;
    assert_eq!(http().get(at, &path(), LIMIT).await, Err(Trouble::Malformed));
    let seen = task.await.unwrap();
    assert_eq!(
        seen.iter().map(|r| r.lines().next().unwrap().to_owned()).collect::<Vec<_>>(),
        ["GET /a.xml HTTP/1.1", "GET /b.xml HTTP/1.1", "GET /b.xml HTTP/1.1"]
    );
    assert!(
        seen.iter().all(|r| !r.to_lowercase().contains("referer") && !r.to_lowercase().contains("cookie"))
    );
}

#[tokio::test]
async fn a_post_is_never_redirected_or_repeated() {
    let (at, task) =
        serve("HTTP/1.1 307 T\r\nLocation: /other\r\nContent-Length: 0\r\n\r\n", End::Close).await;
    assert_eq!(http().post(at, WriteTo::OpenWrtRpc, b"{}".to_vec(), LIMIT).await.unwrap().status, 307);
    assert_eq!(task.await.unwrap().len(), 1);
    let (at, _task) =
        serve("HTTP/1.1 307 T\r\nLocation: http://192.168.7.7/ubus\r\nContent-Length: 0\r\n\r\n", End::Close)
            .await;
    assert_eq!(
        http().post(at, WriteTo::OpenWrtRpc, b"{}".to_vec(), LIMIT).await,
        Err(Trouble::RedirectedAway)
    );
    let (at, task) = serve("", End::Reset).await;
    assert_eq!(http().post(at, WriteTo::OpenWrtRpc, b"{}".to_vec(), LIMIT).await, Err(Trouble::Closed));
    assert_eq!(task.await.unwrap().len(), 1);
}
