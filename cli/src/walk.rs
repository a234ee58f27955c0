//! The wizard from start to outcome.

use std::io::{self, stdout};
use std::time::Duration;

use inkjoin::session::{Config, Hub, Session};
use serde_json::json;

use crate::args::Wizard;
use crate::human::Human;
use crate::interrupts::{Ended, Interrupts};
use crate::lines::Lines;
use crate::room::Room;
use crate::state::Unusable;
use crate::transcript::Recorded;
use crate::tty::Tty;
use crate::words::Words;
use crate::{Fault, exit, json as lines_of_json, language, log, runtime, state};

/// A second more than the core's own limit for closing.
const CLOSING: Duration = Duration::from_secs(6);

/// Walks through the screens; the exit status tells the outcome.
///
/// # Errors
/// It could not start.
pub fn run(args: &Wizard) -> Result<u8, Fault> {
    log::start(&args.log).map_err(|fault| format!("no log: {fault}"))?;
    let unusable = match args.state.as_deref().map(state::look) {
        Some(looked) => looked.map_err(|fault| format!("the saved session: {fault}"))?,
        None => None,
    };
    let room = Room::open(&args.network, args.state.as_deref())?;
    if args.json {
        opening_lines(&room, unusable.as_ref())?;
    } else if let (Some(unusable), Some(path)) = (&unusable, &args.state) {
        eprintln!("{unusable}, starting anew; it is kept as {}", state::old(path).display());
    }
    let locale = locale(args);
    let words = Words::new(&locale)?;
    let hub = Hub::global()?;
    let session = Session::start(&hub, Config { ports: room.ports.clone(), locale: locale.clone() })?;
    let recorded = Recorded::new(&session, args.transcript.as_deref(), Words::new(&locale)?)
        .map_err(|fault| format!("no transcript: {fault}"))?;
    let ended = runtime()?.block_on(async {
        let (mut interrupts, lines) = (Interrupts::listen(), Lines::stdin());
        let ended = if args.json {
            lines_of_json::run(&recorded, lines, &mut stdout(), &mut interrupts).await
        } else {
            let tty = Tty::find(!args.no_color, !args.plain);
            Human::new(&recorded, lines, stdout(), tty, room.defaults.clone(), words)
                .run(&mut interrupts)
                .await
        };
        if ended.is_err() {
            // What stayed open at the router is still taken back.
            let _ = tokio::time::timeout(CLOSING, last_screen(&session)).await;
        }
        ended
    });
    conclude(&session, ended, args.json)
}

/// Programs read ids and not the environment's language, so that a script says the same everywhere.
fn locale(args: &Wizard) -> String {
    let person =
        || if args.json { String::new() } else { language::of_environment(|name| std::env::var(name).ok()) };
    args.lang.clone().unwrap_or_else(person)
}

async fn last_screen(session: &Session) {
    let mut revision = 0;
    while let Some(screen) = session.next_screen(revision).await {
        revision = screen.revision;
    }
}

/// What comes before the first screen.
fn opening_lines(room: &Room, unusable: Option<&Unusable>) -> io::Result<()> {
    if let Some(info) = &room.info {
        lines_of_json::write(&mut stdout(), &json!({ "lab": info }))?;
    }
    unusable
        .map_or(Ok(()), |unusable| lines_of_json::write(&mut stdout(), &lines_of_json::note(unusable.name())))
}

fn conclude(session: &Session, ended: io::Result<Ended>, as_json: bool) -> Result<u8, Fault> {
    let outcome = session.outcome();
    match ended {
        Ok(ended) => {
            let outcome = outcome.filter(|_| ended == Ended::Over);
            if as_json {
                lines_of_json::write(&mut stdout(), &lines_of_json::outcome(outcome.as_ref()))?;
            }
            Ok(exit::of(outcome.as_ref()))
        }
        // Nobody reads any more, as after `| head`; the session was told to end.
        Err(_) => Ok(exit::of(outcome.as_ref())),
    }
}
