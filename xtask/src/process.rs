//! A runner under a clock: its output passes through, is counted and kept, and its process group ends in time.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read, Write};
use std::os::unix::process::CommandExt;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{self, Receiver};
use std::sync::{Arc, OnceLock};
use std::thread;
use std::time::{Duration, Instant};

use crate::summary::Counts;

/// The limits of a runner, and where its output goes.
#[derive(Clone, Copy)]
pub struct Watch<'a> {
    /// It is ended after that time.
    pub budget: Duration,
    /// A copy of all that it prints.
    pub keep: Option<&'a File>,
    /// Whether what it prints is passed on.
    pub show: bool,
}

/// How a runner ended.
pub struct Ended {
    /// The sum of the summaries that it printed.
    pub counts: Counts,
    /// Why it didn't succeed; `None` when it did.
    pub fault: Option<String>,
}

/// Runs `command` within the limits of `watch`.
///
/// It gets a process group of its own, and the whole group is killed when the clock or the person stops it, and also
/// when the runner itself has ended: what a test left behind must not outlive it.
///
/// # Errors
/// The program can't be started.
pub fn run(command: &mut Command, watch: Watch<'_>) -> io::Result<Ended> {
    let stop = interrupted();
    let mut child = command
        .process_group(0)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()?;
    let (tell, lines) = mpsc::channel();
    let pipes: [Option<Box<dyn Read + Send>>; 2] = [
        child.stdout.take().map(|pipe| Box::new(pipe) as _),
        child.stderr.take().map(|pipe| Box::new(pipe) as _),
    ];
    for (pipe, to_stderr) in pipes.into_iter().zip([false, true]) {
        let (Some(pipe), tell) = (pipe, tell.clone()) else { continue };
        let keep = watch.keep.map(File::try_clone).transpose()?;
        let show = watch.show.then_some(if to_stderr { Stream::Err } else { Stream::Out });
        thread::spawn(move || pass_on(pipe, show, keep, &tell));
    }
    drop(tell);
    let waited = wait(&mut child, watch.budget, &stop);
    kill_group(child.id());
    let status = child.wait()?;
    Ok(Ended { counts: sum(&lines), fault: waited.err().or_else(|| complaint(status)) })
}

/// Waits for the end of `child`, or says why it must be ended.
fn wait(child: &mut Child, budget: Duration, stop: &AtomicBool) -> Result<(), String> {
    let begun = Instant::now();
    while begun.elapsed() < budget {
        match child.try_wait() {
            Ok(None) => thread::sleep(Duration::from_millis(20)),
            Ok(Some(_)) => return Ok(()),
            Err(fault) => return Err(fault.to_string()),
        }
        if stop.load(Ordering::Relaxed) {
            return Err("interrupted".to_owned());
        }
    }
    Err(format!("killed: over its time budget of {} s", budget.as_secs()))
}

fn complaint(status: ExitStatus) -> Option<String> {
    (!status.success()).then(|| format!("ended with {status}"))
}

/// Adds up the summaries. A daemon that left the group may hold a pipe open, so that its end isn't waited for.
fn sum(lines: &Receiver<Counts>) -> Counts {
    let mut counts = Counts::default();
    while let Ok(some) = lines.recv_timeout(Duration::from_secs(2)) {
        counts += some;
    }
    counts
}

enum Stream {
    Out,
    Err,
}

fn pass_on(
    pipe: Box<dyn Read + Send>,
    show: Option<Stream>,
    mut keep: Option<File>,
    tell: &mpsc::Sender<Counts>,
) {
    let mut pipe = BufReader::new(pipe);
    let mut line = Vec::new();
    while pipe.read_until(b'\n', &mut line).is_ok_and(|length| length > 0) {
        // A closed terminal is no reason to stop counting.
        let _ = match show {
            Some(Stream::Out) => io::stdout().write_all(&line),
            Some(Stream::Err) => io::stderr().write_all(&line),
            None => Ok(()),
        };
        if let Some(file) = keep.as_mut() {
            let _ = file.write_all(&line);
        }
        if let Some(counts) = Counts::of_line(&String::from_utf8_lossy(&line)) {
            let _ = tell.send(counts);
        }
        line.clear();
    }
}

/// Kills the group that [`run`] made. By the shell's own `kill`: it is everywhere, and needs no unsafe code.
fn kill_group(leader: u32) {
    let mut shell = Command::new("sh");
    shell.args(["-c", &format!("kill -s KILL -- -{leader}")]).stderr(Stdio::null()).stdin(Stdio::null());
    let _ = shell.status();
}

/// Set by Ctrl-C and SIGTERM: a runner in a group of its own doesn't get the terminal's signal, we pass it on.
fn interrupted() -> Arc<AtomicBool> {
    static FLAG: OnceLock<Arc<AtomicBool>> = OnceLock::new();
    let flag = FLAG.get_or_init(|| {
        let flag = Arc::new(AtomicBool::new(false));
        for signal in [signal_hook::consts::SIGINT, signal_hook::consts::SIGTERM] {
            let _ = signal_hook::flag::register(signal, Arc::clone(&flag));
        }
        flag
    });
    Arc::clone(flag)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;
    use std::path::Path;

    fn shell(script: &str, budget: Duration, keep: Option<&File>) -> Ended {
        run(Command::new("sh").args(["-c", script]), Watch { budget, keep, show: false }).unwrap()
    }

    #[test]
    fn counts_both_streams_and_keeps_what_was_said() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("kept");
        let ended = shell(
            "echo '1 passed, 0 failed, 2 skipped'; echo 'test result: FAILED. 1 passed; 3 failed; 0 ignored;' >&2; exit 3",
            Duration::from_secs(20),
            Some(&File::create(&path).unwrap()),
        );
        assert_eq!(ended.counts, Counts { passed: 2, failed: 3, skipped: 2 });
        assert!(ended.fault.unwrap().contains('3'));
        assert_eq!(std::fs::read_to_string(path).unwrap().lines().count(), 2);
    }

    #[test]
    fn a_runner_over_its_budget_is_ended_with_all_that_it_started() {
        let dir = tempfile::tempdir().unwrap();
        let path = dir.path().join("pid");
        let begun = Instant::now();
        let ended = shell(
            &format!("sleep 60 & echo $! > '{}'; wait", path.display()),
            Duration::from_millis(500),
            None,
        );
        assert!(begun.elapsed() < Duration::from_secs(30));
        assert!(ended.fault.unwrap().contains("budget"));
        let pid = std::fs::read_to_string(path).unwrap();
        let stat = Path::new("/proc").join(pid.trim()).join("stat");
        loop {
            let stat = std::fs::read_to_string(&stat).unwrap_or_default();
            // Gone, or dead and not yet collected by whoever adopted it.
            if stat.is_empty() || stat.contains(") Z ") {
                break;
            }
            assert!(begun.elapsed() < Duration::from_secs(30), "{stat}");
            std::thread::sleep(Duration::from_millis(5));
        }
    }
}
