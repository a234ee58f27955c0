//! The program: its modes, what it prints, and when it ends.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice
)]

mod hand;

use std::io::{BufRead, BufReader, Read};
use std::process::{Child, Command, Stdio};

use hand::{get, read_pin};
use serde_json::Value;

const PROGRAM: &str = env!("CARGO_BIN_EXE_inkjoin-lab");

fn spawn(arguments: &[&str]) -> (Child, Value) {
    let mut child =
        Command::new(PROGRAM).args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
    let mut line = String::new();
    BufReader::new(child.stdout.as_mut().unwrap()).read_line(&mut line).unwrap();
    let said = serde_json::from_str(&line).unwrap_or_default();
    (child, said)
}

#[tokio::test]
async fn serve_says_where_everything_is_and_ends_with_its_input() {
    let (mut child, info) = spawn(&["serve", "laserjet-pin", "--json", "--speed", "50", "--no-announce"]);
    assert_eq!((&info["scene"], &info["speed"]), (&Value::from("laserjet-pin"), &Value::from(50)));
    assert_eq!(info["router"]["https"], Value::Null);
    assert_eq!(info["expect"]["outcome"], "joined");
    for kind in ["router_password", "passphrase", "ssid", "serial", "mac", "uuid", "pin"] {
        assert!(info["canaries"].as_array().unwrap().iter().any(|canary| canary["kind"] == kind), "{kind}");
    }
    let cable = info["printers"][0]["cable"].as_str().unwrap().parse().unwrap();
    assert_eq!(get(cable, "/").await.unwrap().status, 200);
    drop(child.stdin.take());
    assert!(child.wait().unwrap().success());
    assert!(get(cable, "/").await.is_err());
}

#[test]
fn scenes_are_listed_and_unknown_ones_refused() {
    let listed = Command::new(PROGRAM).arg("scenes").output().unwrap();
    let text = String::from_utf8(listed.stdout).unwrap();
    assert_eq!(text.lines().count(), inkjoin_lab::Scene::names().len());
    let refused = Command::new(PROGRAM).args(["serve", "nowhere"]).output().unwrap();
    assert_eq!(refused.status.code(), Some(1));
    assert!(String::from_utf8(refused.stderr).unwrap().contains("there is no scene"));
}

/// `None`, with a line that says so, where the kernel refuses rooms.
#[cfg(target_os = "linux")]
fn in_room(command: &[&str]) -> Option<std::process::Output> {
    let output = Command::new(PROGRAM).args(["room", "--"]).args(command).output().unwrap();
    let why = String::from_utf8_lossy(&output.stderr).into_owned();
    if output.status.code() == Some(77) && why.starts_with("skipped: room: ") {
        eprint!("{why}");
        return None;
    }
    Some(output)
}

#[cfg(target_os = "linux")]
#[test]
fn a_room_has_loopback_only_and_passes_the_exit_status_on() {
    let Some(output) = in_room(&["sh", "-c", "readlink /proc/self/ns/net; cat /proc/net/dev"]) else {
        return;
    };
    let text = String::from_utf8(output.stdout).unwrap();
    let mine = std::fs::read_link("/proc/self/ns/net").unwrap();
    assert_ne!(text.lines().next().unwrap(), mine.to_str().unwrap());
    assert!(text.lines().any(|line| line.trim_start().starts_with("lo:")));
    assert!(!text.lines().any(|line| line.trim_start().starts_with("eth")));
    assert_eq!(in_room(&["sh", "-c", "exit 5"]).unwrap().status.code(), Some(5));
    assert_eq!(in_room(&["no-such-program-here"]).unwrap().status.code(), Some(127));
    assert!(in_room(&["sh", "-c", "test $(id -u) = 0"]).unwrap().status.success());
}

/// A bed that answers as the real one: what it was asked, line by line.
#[cfg(unix)]
struct Bed {
    _folder: tempfile::TempDir,
    socket: std::path::PathBuf,
    asked: std::sync::Arc<std::sync::Mutex<Vec<String>>>,
}

#[cfg(unix)]
impl Bed {
    fn new() -> Self {
        use std::io::Write;
        let folder = tempfile::tempdir().unwrap();
        let socket = folder.path().join("sock");
        let listener = std::os::unix::net::UnixListener::bind(&socket).unwrap();
        let asked = std::sync::Arc::<std::sync::Mutex<Vec<String>>>::default();
        let heard = asked.clone();
        std::thread::spawn(move || {
            for stream in listener.incoming() {
                let mut stream = stream.unwrap();
                let mut line = String::new();
                BufReader::new(&stream).read_line(&mut line).unwrap();
                let line = line.trim_end().to_owned();
                let answer = match &*line {
                    "ctl\tprinter\tWPS_PIN get" => "48213975\n",
                    "ctl\tap\tWPS_GET_STATUS" => {
                        "PBC Status: Disabled\nLast WPS result: Success\nPeer Address: 02:1f:29:5c:10:a7\n"
                    }
                    "state" => "{\"joined\": 2.5}\n",
                    _ => "OK\n",
                };
                heard.lock().unwrap().push(line);
                stream.write_all(answer.as_bytes()).unwrap();
            }
        });
        Self { _folder: folder, socket, asked }
    }

    fn asked(&self, what: &str) -> bool {
        self.asked.lock().unwrap().iter().any(|line| line == what)
    }
}

/// A free port; it stays free long enough for a test.
#[cfg(unix)]
fn address() -> String {
    std::net::TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().to_string()
}

#[cfg(unix)]
#[tokio::test]
async fn a_printer_in_front_of_a_bed_starts_the_real_enrollee() {
    let bed = Bed::new();
    let (setup, home) = (address(), address());
    let (mut child, _) = spawn(&[
        "printer",
        "--bed",
        bed.socket.to_str().unwrap(),
        "--scene",
        "laserjet-pin",
        "--setup",
        &setup,
        "--home",
        &home,
        "--pin-wrong-times",
        "1",
    ]);
    let setup = setup.parse().unwrap();
    let first = read_pin(setup).await;
    assert_ne!(first, "48213975", "the first one is another");
    assert!(bed.asked("ctl\tprinter\tWPS_PIN any 48213975"));
    assert_eq!(read_pin(setup).await, "48213975");
    let adapters = get(home.parse().unwrap(), hand::ADAPTERS).await.unwrap();
    assert!(adapters.element("wifi:SSID").is_some(), "the bed says joined");
    drop(child.stdin.take());
    assert!(child.wait().unwrap().success());
}

#[cfg(unix)]
#[tokio::test]
async fn a_router_in_front_of_a_bed_tells_the_real_registrar() {
    let bed = Bed::new();
    let http = address();
    let (mut child, _) =
        spawn(&["router", "--bed", bed.socket.to_str().unwrap(), "--scene", "laserjet-pin", "--http", &http]);
    let (lab, mut info) = hand::lab("laserjet-pin", 1).await;
    info.router.http = Some(http.parse().unwrap());
    let session = hand::sign_in(&info).await;
    assert_eq!(hand::wrapper(&info, &session, "12345670").await, "OK\n");
    assert!(bed.asked("ctl\tap\tWPS_PIN any 12345670 120"));
    assert_eq!(hand::wrapper(&info, &session, "cancel").await, "OK\n");
    assert!(bed.asked("ctl\tap\tWPS_CANCEL"));
    let at = http.parse().unwrap();
    let status = hand::call(at, &session, "hostapd.phy0-ap0", "wps_status", serde_json::json!({})).await;
    assert_eq!(status[1]["peer_address"], "02:1f:29:5c:10:a7");
    drop(child.stdin.take());
    let mut rest = String::new();
    child.stdout.take().unwrap().read_to_string(&mut rest).unwrap();
    assert!(child.wait().unwrap().success() && rest.is_empty());
    lab.stop().await;
}
