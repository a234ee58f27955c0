//! What a session's readers, choosers and driver share: the machine, the newest screen, and the map from its choices to
//! inputs, which stands only here.

use std::collections::{BTreeMap, VecDeque};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use std::time::Instant;

use tokio::sync::{Notify, watch};

use super::{ChooseError, Chosen, MAX_ANSWER};
use crate::guide::{Guide, Screen, Secrets};
use crate::knowledge::Knowledge;
use crate::ports::Clock;
use crate::secret::Secret;
use crate::setup::input::{Field, SessionOutcome};
use crate::setup::{Answers, Choice, Input, Order, Refused, Setup, Standing};
use crate::time::Moment;

mod draw;
#[cfg(test)]
mod tests;

pub(super) struct Shared {
    core: Mutex<Core>,
    clock: Arc<dyn Clock>,
    knowledge: &'static Knowledge,
    revision: watch::Sender<u64>,
    pub(super) wake: Notify,
}

struct Core {
    setup: Setup,
    guide: Guide,
    secrets: Secrets,
    screen: Option<Screen>,
    choices: Vec<(String, Choice)>,
    unpublished: bool,
    /// A choice was taken: its answer is a new revision even where nothing else changed, as with the same slip made twice.
    owed: bool,
    published: VecDeque<Instant>,
    saved_generation: Option<u64>,
    shown_generation: u64,
    look_at_networks: bool,
    finished: bool,
}

/// What the driver has to do after an input.
pub(super) struct Work {
    pub orders: Vec<Order>,
    pub standing: Vec<Standing>,
    pub deadline: Option<Moment>,
    /// To store, when the state changed: `Some(None)` forgets what is stored.
    pub save: Option<Option<Vec<u8>>>,
    pub look_at_networks: bool,
    pub ended: bool,
}

impl Shared {
    pub fn new(setup: Setup, guide: Guide, knowledge: &'static Knowledge, clock: Arc<dyn Clock>) -> Self {
        let core = Core {
            setup,
            guide,
            secrets: Secrets::default(),
            screen: None,
            choices: Vec::new(),
            unpublished: true,
            owed: false,
            published: VecDeque::new(),
            saved_generation: None,
            shown_generation: 0,
            look_at_networks: true,
            finished: false,
        };
        let shared = Self {
            core: Mutex::new(core),
            clock,
            knowledge,
            revision: watch::Sender::new(0),
            wake: Notify::new(),
        };
        shared.draw(&mut shared.lock());
        shared
    }

    fn lock(&self) -> MutexGuard<'_, Core> {
        self.core.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub fn now(&self) -> Moment {
        self.clock.now()
    }

    /// The newest screen after a revision, once there is one; `None` after the last.
    pub async fn newest_after(&self, after: u64) -> Option<Screen> {
        let mut changes = self.revision.subscribe();
        loop {
            match self.screen_after(after) {
                Ok(screen) => return screen,
                Err(()) => changes.changed().await.ok()?,
            }
        }
    }

    /// The newest screen after a revision, `Ok(None)` after the last, `Err` when there is none yet.
    fn screen_after(&self, after: u64) -> Result<Option<Screen>, ()> {
        let core = self.lock();
        match &core.screen {
            Some(screen) if screen.revision > after => Ok(Some(screen.clone())),
            _ if core.finished => Ok(None),
            _ => Err(()),
        }
    }

    /// The last screen is out and the last save done: readers that wait see the end.
    pub fn finish(&self) {
        self.lock().finished = true;
        self.revision.send_modify(|_| {});
    }

    pub fn outcome(&self) -> Option<SessionOutcome> {
        self.lock().setup.outcome()
    }

    pub fn reveal(&self, id: u64) -> Option<Secret> {
        self.lock().secrets.reveal(id).map(|pin| Secret::new(pin.reveal()))
    }

    pub fn set_guide(&self, guide: Guide) {
        let mut core = self.lock();
        core.guide = guide;
        core.unpublished = true;
        self.wake.notify_one();
    }

    pub fn look_at_networks(&self) {
        self.lock().look_at_networks = true;
        self.wake.notify_one();
    }

    /// Feeds the machine; a refusal of anything but a choice is a late input and is dropped.
    pub fn feed(&self, input: Input) {
        let mut core = self.lock();
        if core.finished {
            return;
        }
        if let Err(refused) = core.setup.handle(input, self.clock.now()) {
            tracing::debug!(%refused, "input refused");
        }
        core.unpublished = true;
        self.wake.notify_one();
    }

    pub fn choose(
        &self,
        revision: Option<u64>,
        id: &str,
        answers: &BTreeMap<String, Secret>,
    ) -> Result<Chosen, ChooseError> {
        let mut core = self.lock();
        let Some(screen) = &core.screen else { return Err(ChooseError::UnknownChoice) };
        if screen.last || core.finished {
            return Err(ChooseError::Ended);
        }
        let other = revision.is_some_and(|r| r != screen.revision);
        if other || core.owed || !self.shows(&mut core) {
            return Ok(Chosen::Stale);
        }
        let found = core.choices.iter().find(|(known, _)| known == id);
        let Some((_, choice)) = found.cloned() else { return Err(ChooseError::UnknownChoice) };
        let input = Input::Choose(choice, typed(answers)?);
        match core.setup.handle(input, self.clock.now()) {
            Ok(()) => {
                core.owed = true;
                core.unpublished = true;
                self.wake.notify_one();
                Ok(Chosen::Accepted)
            }
            Err(Refused::MissingAnswer(field)) => Err(ChooseError::MissingAnswer(field.id())),
            Err(Refused::Ended) => Err(ChooseError::Ended),
            // On the screen, but the machine has moved on since it was drawn.
            Err(Refused::NotOffered) => Ok(Chosen::Stale),
        }
    }

    /// Lets the machine see the time, and tells what the driver has to do.
    pub fn work(&self) -> Work {
        let mut core = self.lock();
        let now = self.clock.now();
        core.setup.handle_deadline(now);
        core.unpublished = true;
        let orders = std::iter::from_fn(|| core.setup.poll_order()).collect();
        let generation = core.setup.generation();
        let save = (core.saved_generation != Some(generation)).then(|| {
            core.saved_generation = Some(generation);
            core.setup.save(now, self.clock.wall_ms()).map(|s| s.bytes())
        });
        Work {
            orders,
            standing: core.setup.standing(),
            deadline: core.setup.deadline(),
            save,
            look_at_networks: std::mem::take(&mut core.look_at_networks),
            ended: core.setup.outcome().is_some(),
        }
    }
}

fn typed(answers: &BTreeMap<String, Secret>) -> Result<Answers, ChooseError> {
    let mut typed = Answers::default();
    for (id, text) in answers {
        if text.reveal().chars().nth(MAX_ANSWER).is_some() {
            return Err(ChooseError::TooLong(id.chars().take(MAX_ANSWER).collect()));
        }
        if let Some(field) = Field::ALL.into_iter().find(|f| f.id() == id) {
            typed.0.insert(field, text.clone());
        }
    }
    Ok(typed)
}
