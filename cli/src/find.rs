//! `inkjoin find`.

use std::io::{self, Write};
use std::ops::ControlFlow;
use std::sync::{Arc, mpsc};
use std::time::{Duration, Instant};

use indicatif::ProgressBar;
use inkjoin::discovery::Found;
use inkjoin::discovery::directory::Directory;
use inkjoin::ports::{DnsSd, PortError};
use serde_json::json;

use crate::args::Find;
use crate::render::hang_for_list;
use crate::room::Room;
use crate::{Fault, exit, json as lines_of_json, marks, names};

mod ble;

/// Looks for printers for some seconds and lists them.
///
/// # Errors
/// The lab could not be started, or the output is gone.
pub fn run(args: &Find) -> Result<u8, Fault> {
    let room = Room::open(&args.network, None)?;
    if args.ble {
        return ble::run(&room.ports, args);
    }
    let found = look(room.ports.dns_sd.as_ref(), Duration::from_secs(args.seconds), args.json);
    let mut out = io::stdout().lock();
    if args.json {
        tell_programs(&mut out, &found)?;
    } else {
        tell(&mut out, &found)?;
    }
    Ok(match found {
        Ok(printers) if printers.is_empty() => exit::FAILED,
        Ok(_) => exit::GOOD,
        Err(_) => exit::UNKNOWN,
    })
}

fn look(port: &dyn DnsSd, length: Duration, quiet: bool) -> Result<Vec<Found>, PortError> {
    const BROWSE: u64 = 1;
    let (sender, events) = mpsc::channel();
    // Nothing is left to be told to once the look is over.
    let sink = Arc::new(move |event| drop(sender.send(event)));
    port.browse(BROWSE, sink)?;
    let mut directory = Directory::default();
    listen(&events, length, quiet, |event| {
        directory.apply(event);
        ControlFlow::Continue(())
    });
    port.stop(BROWSE);
    Ok(directory.printers())
}

/// Hands over what comes within `length`, or until it is enough.
fn listen<T>(
    events: &mpsc::Receiver<T>,
    length: Duration,
    quiet: bool,
    mut take: impl FnMut(T) -> ControlFlow<()>,
) {
    // Hidden by itself where standard error is no terminal.
    let bar = if quiet { ProgressBar::hidden() } else { ProgressBar::new_spinner() };
    bar.set_message(format!("Looking for {} seconds", length.as_secs()));
    let until = Instant::now() + length;
    loop {
        let left = until.saturating_duration_since(Instant::now());
        match events.recv_timeout(left.min(Duration::from_millis(100))) {
            Ok(event) => {
                if take(event).is_break() {
                    break;
                }
            }
            Err(_) if left.is_zero() => break,
            Err(mpsc::RecvTimeoutError::Timeout) => bar.tick(),
            // The port gave up; what it told stands.
            Err(mpsc::RecvTimeoutError::Disconnected) => break,
        }
        if left.is_zero() {
            break;
        }
    }
    bar.finish_and_clear();
}

fn tell_programs(out: &mut impl Write, found: &Result<Vec<Found>, PortError>) -> io::Result<()> {
    match found {
        Ok(printers) => {
            for printer in printers {
                lines_of_json::write(out, &lines_of_json::found(printer))?;
            }
            lines_of_json::write(out, &json!({ "found": printers.len() }))
        }
        Err(fault) => lines_of_json::write(out, &lines_of_json::fault(names::port(*fault), None)),
    }
}

fn tell(out: &mut impl Write, found: &Result<Vec<Found>, PortError>) -> io::Result<()> {
    let lines: Vec<String> = match found {
        Ok(printers) if printers.is_empty() => vec!["No HP printer was found on this network.".to_owned()],
        Ok(printers) => printers.iter().map(one).collect(),
        Err(PortError::PermissionMissing) => {
            vec!["The system does not allow to look for printers.".to_owned()]
        }
        Err(PortError::Failed) => vec!["The search for printers could not run.".to_owned()],
    };
    for line in lines.iter().flat_map(|line| hang_for_list(line)) {
        writeln!(out, "{line}")?;
    }
    Ok(())
}

/// Name, model, marks, where.
fn one(printer: &Found) -> String {
    let (name, model) = (printer.name.as_str(), printer.identity.model.as_str());
    let model = if name.to_lowercase().contains(&model.to_lowercase()) { "" } else { model };
    let at = printer.ews.first().map(|at| format!("at {}", at.authority(80))).unwrap_or_default();
    let parts = [name, model, &marks::of(&printer.identity), &at];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join(", ")
}

#[cfg(test)]
mod tests {
    use inkjoin::ports::DnsSdSink;

    use super::*;

    struct Port(Result<(), PortError>);

    impl DnsSd for Port {
        fn browse(&self, _: u64, _: DnsSdSink) -> Result<(), PortError> {
            self.0
        }

        fn stop(&self, _: u64) {}
    }

    #[test]
    fn a_search_that_cannot_run_is_not_nothing_found() {
        let said = |port: Port| {
            let (mut json, mut text) = (Vec::new(), Vec::new());
            let found = look(&port, Duration::from_millis(10), true);
            let written = tell_programs(&mut json, &found).and_then(|()| tell(&mut text, &found));
            assert!(written.is_ok());
            json.extend(text);
            String::from_utf8_lossy(&json).into_owned()
        };
        assert_eq!(said(Port(Ok(()))), "{\"found\":0}\nNo HP printer was found on this network.\n");
        assert_eq!(
            said(Port(Err(PortError::Failed))),
            "{\"error\":{\"kind\":\"failed\"}}\nThe search for printers could not run.\n"
        );
        assert!(said(Port(Err(PortError::PermissionMissing))).contains("permission_missing"));
    }
}
