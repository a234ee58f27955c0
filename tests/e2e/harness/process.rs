//! The program in its room, its output read as it comes.

use std::fs::File;
use std::io::{BufRead, BufReader, Write};
use std::path::PathBuf;
use std::process::{Child, ChildStdin, Command, Stdio};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use super::traces::Traces;

/// What `inkjoin-lab room` exits with where the machine allows none.
pub const NO_ROOM: i32 = 77;

/// A running program.
pub struct Program {
    child: Child,
    input: Option<ChildStdin>,
    lines: Receiver<String>,
}

impl Program {
    /// Starts `inkjoin` with these arguments.
    pub fn start(arguments: &[&str], traces: &Traces) -> Self {
        let errors = File::options().create(true).append(true).open(traces.path("stderr.txt")).unwrap();
        let mut command = if super::house::inside() {
            Command::new(env!("CARGO_BIN_EXE_inkjoin"))
        } else {
            let mut room = Command::new(lab_binary());
            room.args(["room", "--", env!("CARGO_BIN_EXE_inkjoin")]);
            room
        };
        command.args(arguments);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(errors);
        let mut child = command.spawn().expect("inkjoin-lab can be started");
        let (sender, lines) = channel();
        let output = BufReader::new(child.stdout.take().unwrap());
        // Ends with the program's output, which ends with the program.
        std::thread::spawn(move || {
            output.lines().map_while(Result::ok).try_for_each(|line| sender.send(line))
        });
        let input = child.stdin.take();
        Self { child, input, lines }
    }

    /// The next line; `None` when there is none within the limit, or no more.
    pub fn line(&mut self, limit: Duration) -> Option<String> {
        self.line_or_end(limit).flatten()
    }

    /// The next line; `Some(None)` after the last; `None` when nothing comes within the limit.
    pub fn line_or_end(&mut self, limit: Duration) -> Option<Option<String>> {
        match self.lines.recv_timeout(limit) {
            Ok(line) => Some(Some(line)),
            Err(RecvTimeoutError::Disconnected) => Some(None),
            Err(RecvTimeoutError::Timeout) => None,
        }
    }

    /// Writes a line. A program that has ended already is seen by whoever reads next.
    pub fn say(&mut self, line: &[u8]) {
        if let Some(input) = &mut self.input {
            let _ = input.write_all(&[line, b"\n"].concat()).and_then(|()| input.flush());
        }
    }

    /// The exit status, within the limit; `None` when a signal ended it.
    pub fn end(&mut self, limit: Duration) -> Option<i32> {
        let until = Instant::now() + limit;
        loop {
            if let Some(status) = self.child.try_wait().unwrap() {
                return status.code();
            }
            assert!(Instant::now() < until, "still running after its last line");
            std::thread::sleep(Duration::from_millis(10));
        }
    }

    /// Kills it and waits until it is gone.
    pub fn kill(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

impl Drop for Program {
    fn drop(&mut self) {
        self.kill();
    }
}

/// The lab's program. It lies beside the one under test; cargo builds it with the lab's own tests, so it is built here when
/// only this package's tests are run.
pub fn lab_binary() -> PathBuf {
    static BUILT: std::sync::Once = std::sync::Once::new();
    let path = PathBuf::from(env!("CARGO_BIN_EXE_inkjoin"))
        .with_file_name(format!("inkjoin-lab{}", std::env::consts::EXE_SUFFIX));
    BUILT.call_once(|| {
        if !path.exists() {
            let built = Command::new(env!("CARGO"))
                .args(["build", "-p", "inkjoin-lab"])
                .current_dir(env!("CARGO_MANIFEST_DIR"))
                .status();
            assert!(built.is_ok_and(|status| status.success()), "inkjoin-lab can be built");
        }
    });
    assert!(path.exists(), "there is no {}", path.display());
    path
}
