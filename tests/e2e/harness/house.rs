//! A house that outlives the program: `inkjoin-lab serve` in a room, so that the program can be killed and started again
//! against the same printers and router, and the test can act in it.

use std::fs;
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{SocketAddr, TcpStream};
use std::path::PathBuf;
use std::process::{Child, Command, Stdio};
use std::sync::mpsc::channel;
use std::time::{Duration, Instant};

use serde_json::Value;
use tempfile::TempDir;

use super::process::{NO_ROOM, lab_binary};

/// Set for a test that runs in its room already.
pub(super) const INSIDE: &str = "INKJOIN_TEST_ROOM";
/// For a whole test in its room.
const TEST: Duration = Duration::from_secs(120);
/// For the lab to stand, and for one answer of it.
const ANSWER: Duration = Duration::from_secs(20);

/// Whether this process is in a room.
pub fn inside() -> bool {
    std::env::var_os(INSIDE).is_some()
}

/// Runs `body` in a room of its own: this test binary is started again there, with only this test. Skipped where the machine
/// has no rooms.
pub fn in_room(test: &str, body: impl FnOnce()) {
    if inside() {
        return body();
    }
    let mut command = Command::new(lab_binary());
    command.args(["room", "--"]).arg(std::env::current_exe().unwrap());
    command.args([test, "--exact", "--nocapture", "--test-threads=1"]).env(INSIDE, "1");
    let mut child = command.stdin(Stdio::null()).spawn().unwrap();
    let until = Instant::now() + TEST;
    let status = loop {
        if let Some(status) = child.try_wait().unwrap() {
            break status;
        }
        if Instant::now() >= until {
            let _ = child.kill();
            panic!("{test} has not ended within {TEST:?}");
        }
        std::thread::sleep(Duration::from_millis(20));
    };
    if status.code() == Some(NO_ROOM) {
        eprintln!("skipped: room");
    } else {
        assert!(status.success(), "{test} failed in its room: {status}");
    }
}

/// A running lab. Ends when it is dropped.
pub struct House {
    lab: Child,
    folder: TempDir,
    info: Value,
}

impl House {
    /// Serves a scene. Only in a room.
    pub fn serve(scene: &str, speed: u32) -> Self {
        Self::changed(scene, speed, &[])
    }

    /// Serves a scene in which each first text, which stands in it, is the second.
    pub fn changed(scene: &str, speed: u32, changes: &[(&str, &str)]) -> Self {
        assert!(inside(), "in_room comes first");
        // Not among the traces: it holds all the secrets.
        let folder = TempDir::new().unwrap();
        let file = folder.path().join(format!("{scene}.toml"));
        let from = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../tests/lab/scenes");
        let mut text = fs::read_to_string(from.join(format!("{scene}.toml"))).unwrap();
        for (before, after) in changes {
            assert!(text.contains(before), "{before} is not in {scene}");
            text = text.replacen(before, after, 1);
        }
        fs::write(&file, text).unwrap();
        let mut command = Command::new(lab_binary());
        command.arg("serve").arg(&file).args(["--json", "--speed", &speed.to_string()]);
        let mut lab = command.stdin(Stdio::piped()).stdout(Stdio::piped()).spawn().unwrap();
        let mut output = BufReader::new(lab.stdout.take().unwrap());
        let (sender, line) = channel();
        std::thread::spawn(move || {
            let mut first = String::new();
            let _ = output.read_line(&mut first);
            sender.send(first).map(|()| output.read_to_end(&mut Vec::new()))
        });
        let line = line.recv_timeout(ANSWER).expect("the lab stands");
        fs::write(folder.path().join("lab.json"), &line).unwrap();
        Self { lab, folder, info: serde_json::from_str(&line).unwrap() }
    }

    /// For `Walk::of`, in place of a scene.
    pub fn address(&self) -> String {
        self.folder.path().join("lab.json").to_str().unwrap().to_owned()
    }

    /// Asks the lab's control socket, as `{"do":"state"}`.
    pub fn ask(&self, ask: &Value) -> Value {
        let at: SocketAddr = self.info["control"].as_str().unwrap().parse().unwrap();
        let mut socket = TcpStream::connect(at).unwrap();
        socket.set_read_timeout(Some(ANSWER)).unwrap();
        writeln!(socket, "{ask}").unwrap();
        let mut answer = String::new();
        BufReader::new(socket).read_line(&mut answer).unwrap();
        serde_json::from_str(&answer).unwrap()
    }
}

impl Drop for House {
    fn drop(&mut self) {
        let _ = self.lab.kill();
        let _ = self.lab.wait();
    }
}
