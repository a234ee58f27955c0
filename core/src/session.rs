//! `Session` = machine + driver + guide: the one thing that every UI holds.

use std::collections::BTreeMap;
use std::io;
use std::sync::Arc;
use std::sync::atomic::Ordering;
use std::sync::mpsc::sync_channel;

use crate::guide::{Guide, Screen};
use crate::knowledge::{Knowledge, KnowledgeError};
use crate::net::Trouble;
use crate::ports::Ports;
use crate::secret::Secret;
use crate::setup::input::SessionOutcome;
use crate::setup::{Input, RestoreError, Saved, Setup};

mod calls;
mod describe;
mod driver;
mod effects;
mod hub;
mod kept;
mod lookout;
mod screens;
mod shared;
mod standing;
#[cfg(test)]
mod tests;

use calls::LIMIT;
pub use describe::describe;
pub use hub::Hub;
pub use screens::Screens;
use shared::Shared;

/// Longest text taken for one field, in characters. A passphrase has at most 63, a PIN with blanks a dozen.
pub const MAX_ANSWER: usize = 256;

/// What a session is started with.
#[derive(Clone)]
pub struct Config {
    /// What the system does for us.
    pub ports: Ports,
    /// Language as a BCP 47 tag, such as `en` or `de-AT`; the nearest one that is known is taken, else English.
    pub locale: String,
}

/// Why a session could not start.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum StartError {
    /// The library was built wrongly; there is nothing that the app can do.
    #[error(transparent)]
    Knowledge(#[from] KnowledgeError),
    /// The system gave no threads or sockets; the app may try again.
    #[error("the system gave no resources")]
    NoResources,
    /// No HTTP client could be made.
    #[error("no HTTP client: {0}")]
    Http(Trouble),
}

/// What became of a choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Chosen {
    /// It was taken; a new screen comes.
    Accepted,
    /// It was made on a screen that is not the newest; nothing happened. Draw the newest and let the person choose.
    Stale,
}

/// The caller's mistake; nothing happened.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
pub enum ChooseError {
    /// No such choice on this screen.
    #[error("unknown choice")]
    UnknownChoice,
    /// The choice needs this field.
    #[error("missing answer: {0}")]
    MissingAnswer(&'static str),
    /// The answer to this field is longer than 256 characters.
    #[error("answer too long: {0}")]
    TooLong(String),
    /// The session has ended.
    #[error("ended")]
    Ended,
}

/// One guided setup. Dropping it ends every task and socket of it; what stayed open at a router stays saved and is
/// offered at the next start.
pub struct Session {
    hub: Arc<Hub>,
    shared: Arc<Shared>,
    driver: tokio::task::AbortHandle,
    restore_problem: Option<RestoreError>,
}

impl Session {
    /// Starts a session, or goes on with the one that `ports.store` holds.
    ///
    /// # Errors
    /// [`StartError`].
    pub fn start(hub: &Arc<Hub>, config: Config) -> Result<Self, StartError> {
        let knowledge = Knowledge::embedded()?;
        let guide = Guide::new(&config.locale)?;
        let (now, wall) = (config.ports.clock.now(), config.ports.clock.wall_ms());
        let (setup, restore_problem) = match load(hub, &config.ports) {
            Some(Ok(saved)) => (Setup::restore(knowledge, saved, now, wall), None),
            Some(Err(problem)) => (Setup::new(knowledge, now), Some(problem)),
            None => (Setup::new(knowledge, now), None),
        };
        let shared = Arc::new(Shared::new(setup, guide, knowledge, config.ports.clock.clone()));
        let driver = driver::Driver::new(hub.clone(), shared.clone(), config.ports, knowledge)
            .map_err(StartError::Http)?;
        let driver = hub.spawn(Box::pin(driver.run())).abort_handle();
        hub.sessions.fetch_add(1, Ordering::Relaxed);
        Ok(Self { hub: hub.clone(), shared, driver, restore_problem })
    }

    /// Why the saved session could not be taken up, when there was one. The session started anew.
    pub fn restore_problem(&self) -> Option<RestoreError> {
        self.restore_problem
    }

    /// The newest screen with a revision greater than `after` (0 for the first), as soon as there is one; `None` after the
    /// last, once everything is saved. Some in between may be skipped, the last one never. Any number of readers; a wait that is dropped loses
    /// nothing. At most four screens come in a second; closing and the end wait for no turn.
    pub async fn next_screen(&self, after: u64) -> Option<Screen> {
        self.shared.newest_after(after).await
    }

    /// A reader of the screens, from the newest on. It does not keep the session alive.
    pub fn screens(&self) -> Screens {
        Screens::new(self.shared.clone())
    }

    /// Takes a choice made on `revision` (`None`: on the newest). What a person gets wrong is no error: the same screen
    /// comes again with the problem on it.
    ///
    /// # Errors
    /// [`ChooseError`]; nothing happened.
    pub fn choose(
        &self,
        revision: Option<u64>,
        choice: &str,
        answers: &BTreeMap<String, Secret>,
    ) -> Result<Chosen, ChooseError> {
        self.shared.choose(revision, choice, answers)
    }

    /// Ends the session: the closing screen at once, then what stayed open is taken back, within 5 s.
    pub fn cancel(&self) {
        self.shared.feed(Input::Cancel);
    }

    /// Ends every task and socket at once and takes nothing back, as dropping it does; readers that wait see the end.
    pub fn stop(&self) {
        self.driver.abort();
        self.shared.finish();
    }

    /// The app came back to the foreground: clocks and networks are looked at again.
    pub fn resumed(&self) {
        self.shared.feed(Input::Resumed);
        self.shared.look_at_networks();
    }

    /// The phone's networks changed.
    pub fn network_changed(&self) {
        self.shared.look_at_networks();
    }

    /// Changes the language; a new revision of the same screen comes.
    ///
    /// # Errors
    /// [`KnowledgeError`] when the texts are damaged; the language stays as it was.
    pub fn set_locale(&self, locale: &str) -> Result<(), KnowledgeError> {
        self.shared.set_guide(Guide::new(locale)?);
        Ok(())
    }

    /// The digits behind a `Pin` block, for drawing. `None` when they are not needed any more.
    pub fn reveal(&self, secret_id: u64) -> Option<Secret> {
        self.shared.reveal(secret_id)
    }

    /// Now, in the milliseconds that clocks on screens end in.
    pub fn now_ms(&self) -> u64 {
        self.shared.now().0
    }

    /// How the session ended, once it has.
    pub fn outcome(&self) -> Option<SessionOutcome> {
        self.shared.outcome()
    }
}

impl Drop for Session {
    fn drop(&mut self) {
        self.stop();
        self.hub.sessions.fetch_sub(1, Ordering::Relaxed);
    }
}

fn load(hub: &Hub, ports: &Ports) -> Option<Result<Saved, RestoreError>> {
    let store = ports.store.clone()?;
    let (sender, loaded) = sync_channel(1);
    hub.spawn_blocking(move || {
        let _ = sender.send(store.load());
    });
    match loaded.recv_timeout(LIMIT).unwrap_or_else(|_| Err(io::ErrorKind::TimedOut.into())) {
        Ok(bytes) => bytes.map(|b| Saved::parse(&b)),
        Err(_) => Some(Err(RestoreError::Damaged)),
    }
}
