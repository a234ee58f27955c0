//! `inkjoin find`.

use std::collections::{BTreeMap, BTreeSet};
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
    let length = Duration::from_secs(args.seconds);
    let mut out = io::stdout().lock();
    let mut told = 0_usize;
    let found = look(room.ports.dns_sd.as_ref(), length, args.json, |printer| {
        told += 1;
        if args.json { Ok(()) } else { tell(&mut out, &one(printer)) }
    })?;
    match &found {
        _ if args.json => tell_programs(&mut out, &found)?,
        Ok(_) if told > 0 => {}
        Ok(_) => tell(&mut out, "No HP printer was found on this network.")?,
        Err(fault) => tell(&mut out, not_run(*fault))?,
    }
    Ok(match found {
        Ok(_) if told == 0 => exit::FAILED,
        Ok(_) => exit::GOOD,
        Err(_) => exit::UNKNOWN,
    })
}

/// Looks for `length`. Each printer is told as soon as its records have come to rest, those that never did at the end; what
/// is returned is the list as it is then.
fn look(
    port: &dyn DnsSd,
    length: Duration,
    quiet: bool,
    mut tell: impl FnMut(&Found) -> io::Result<()>,
) -> io::Result<Result<Vec<Found>, PortError>> {
    const BROWSE: u64 = 1;
    let (sender, events) = mpsc::channel();
    // Nothing is left to be told to once the look is over.
    let sink = Arc::new(move |event| drop(sender.send(event)));
    if let Err(fault) = port.browse(BROWSE, sink) {
        return Ok(Err(fault));
    }
    let mut directory = Directory::default();
    let mut news = News::default();
    let mut written = Ok(());
    listen(&events, length, quiet, |event, bar| {
        if let Some(event) = event {
            directory.apply(event);
        }
        let ready = news.ready(&directory.printers(), Some(Instant::now()));
        written = bar.suspend(|| ready.iter().try_for_each(&mut tell));
        if written.is_ok() { ControlFlow::Continue(()) } else { ControlFlow::Break(()) }
    });
    port.stop(BROWSE);
    written?;
    let printers = directory.printers();
    news.ready(&printers, None).iter().try_for_each(tell)?;
    Ok(Ok(printers))
}

/// Which printers are still to be told.
#[derive(Default)]
struct News {
    told: BTreeSet<String>,
    resting: BTreeMap<String, (Found, Instant)>,
}

impl News {
    /// The records of one printer come within some milliseconds of each other.
    const REST: Duration = Duration::from_millis(250);

    /// Those that have been the same for a while, or all that are left once the search is over (`None`). Each one once.
    fn ready(&mut self, printers: &[Found], now: Option<Instant>) -> Vec<Found> {
        let mut ready = Vec::new();
        for printer in printers.iter().filter(|p| !self.told.contains(&p.key)) {
            let same = self.resting.get(&printer.key).filter(|(before, _)| before == printer);
            match (now, same) {
                (Some(now), Some((_, since))) if now.saturating_duration_since(*since) < Self::REST => {}
                (Some(now), None) => drop(self.resting.insert(printer.key.clone(), (printer.clone(), now))),
                (None, _) | (Some(_), Some(_)) => ready.push(printer.clone()),
            }
        }
        self.told.extend(ready.iter().map(|p| p.key.clone()));
        ready
    }
}

/// Hands over what comes within `length`, or until it is enough; and nothing, again and again, while nothing comes.
fn listen<T>(
    events: &mpsc::Receiver<T>,
    length: Duration,
    quiet: bool,
    mut take: impl FnMut(Option<T>, &ProgressBar) -> ControlFlow<()>,
) {
    // Hidden by itself where standard error is no terminal.
    let bar = if quiet { ProgressBar::hidden() } else { ProgressBar::new_spinner() };
    bar.set_message(format!("Looking for {} seconds", length.as_secs()));
    let until = Instant::now() + length;
    loop {
        let left = until.saturating_duration_since(Instant::now());
        let event = match events.recv_timeout(left.min(Duration::from_millis(100))) {
            Ok(event) => Some(event),
            Err(_) if left.is_zero() => break,
            Err(mpsc::RecvTimeoutError::Timeout) => None,
            // The port gave up; what it told stands.
            Err(mpsc::RecvTimeoutError::Disconnected) => break,
        };
        if event.is_none() {
            bar.tick();
        }
        if take(event, &bar).is_break() || left.is_zero() {
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

fn tell(out: &mut impl Write, line: &str) -> io::Result<()> {
    hang_for_list(line).iter().try_for_each(|line| writeln!(out, "{line}"))
}

/// Why there was no search.
fn not_run(fault: PortError) -> &'static str {
    match fault {
        PortError::PermissionMissing => "The system does not allow to look for printers.",
        PortError::Failed => "The search for printers could not run.",
    }
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
mod tests;
