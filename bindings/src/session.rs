//! The one object that an app holds.

use std::collections::HashMap;
use std::sync::Arc;

use inkjoin::guide::Screen;
use inkjoin::secret::Secret;
use inkjoin::session as core;
use inkjoin::setup::RestoreError;
use inkjoin::setup::evidence::ProofKind;
use inkjoin::setup::input::SessionOutcome;
use inkjoin::setup::state::{HowToCheck, Reason};

use crate::error::{ChooseError, KnowledgeError, StartError};
use crate::facts::Trouble;
use crate::ports::Ports;
use crate::text::InputText;

/// What a session is started with.
#[derive(Clone, Debug, uniffi::Record)]
pub struct SessionOptions {
    /// The person's language as a BCP 47 tag, such as `en` or `de-AT`. The nearest one that is known is taken, else English.
    pub locale: InputText,
    /// A file in a folder that only this app can read, where an interrupted session is kept; the folder must exist. Absent:
    /// nothing is kept. `Ports.store`, where there is one, is used instead.
    #[uniffi(default = None)]
    pub saved_session: Option<InputText>,
    /// How many times faster than real time the session's clock runs. 1 in an app; tests against the lab use more.
    #[uniffi(default = 1)]
    pub clock_rate: u32,
}

/// What became of a choice.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum Chosen {
    /// It was taken; a new screen comes.
    Accepted,
    /// It was made on a screen that is not the newest; nothing happened. Draw the newest and let the person choose there.
    Stale,
}

/// How a session ended.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum Outcome {
    /// The printer is on the Wi-Fi.
    Joined {
        /// What proves it.
        proof: ProofKind,
    },
    /// It is not.
    Failed {
        /// Why.
        reason: FailReason,
    },
    /// Nothing proves either.
    Unknown {
        /// What the person was told to check.
        check: HowToCheck,
    },
    /// Somebody only wanted to know something.
    Informed,
    /// The printer was on the Wi-Fi before.
    AlreadyOnline,
    /// Somebody cancelled.
    Cancelled,
}

/// What proves a join.
#[uniffi::remote(Enum)]
pub enum ProofKind {
    /// The printer itself answered through its Wi-Fi, after the attempt began.
    PrinterAnswered,
    /// The router named it as the device that succeeded, and it was then seen.
    RouterNamedAndSeen,
    /// A printer appeared that was not there before, and the person said that it is theirs.
    ConfirmedByPerson,
}

/// What a person can check when nothing proves either.
#[uniffi::remote(Enum)]
pub enum HowToCheck {
    /// The router says success and the printer is not in sight: WPA3 only, a guest network, another band.
    RouterSaysSuccess,
    /// Nothing was seen: look at the printer's light.
    LookAtPrinter,
    /// A password was typed at the printer: it may have been mistyped, or the name be of another band.
    Passphrase,
    /// The phone was off its network.
    PhoneWasAway,
}

/// Why an attempt failed. The screen has told the person, with the next step; this is for statistics and tests.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum FailReason {
    /// The router met another PIN.
    WrongPin,
    /// The PIN's time ran out before it was in the router.
    PinTooOld,
    /// The router had the PIN, and the printer was not started in time.
    PrinterNotStarted,
    /// The router had the PIN and nobody came with it.
    PinNotUsed,
    /// The router's button was pressed and no printer came within the two minutes.
    PushNobodyCame,
    /// The router's button let another device in, and the printer was not seen.
    AnotherCame,
    /// The printer's two minutes were over before the router's button was pressed.
    PushTooLate,
    /// Two devices were in push-button mode at once.
    Overlap,
    /// Somebody cancelled at the router.
    CancelledElsewhere,
    /// The printer's display says that its time ran out.
    PrinterTimedOut,
    /// The printer's display says that it could not connect.
    PrinterGaveUp,
    /// WPS is off at the router, or its network name is hidden.
    WpsOff,
    /// The router refused the PIN's check digit.
    RouterRefusedPin,
    /// The router gave no usable answer.
    Router {
        /// What was met.
        trouble: Trouble,
    },
}

/// Why a saved session could not be taken up; a new one started instead.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum RestoreProblem {
    /// Another version of the app wrote it.
    OtherVersion,
    /// It is damaged, or the store could not be read.
    Damaged,
}

/// One guided setup, from the first screen to the last. Any number may run; at one router only one at a time.
///
/// Draw what `next_screen` gives, hand back what is tapped with `choose`. When the last reference is gone, or at `stop`,
/// every task and socket of it ends; what stayed open at a router is kept and offered at the next start.
#[derive(uniffi::Object)]
pub struct Session {
    inner: core::Session,
}

#[uniffi::export]
impl Session {
    /// Starts a session, or goes on with the one that was kept. Loads texts and starts threads: call it off the main thread.
    ///
    /// Fails with `StartError`.
    #[uniffi::constructor]
    pub fn start(options: SessionOptions, ports: Ports) -> Result<Arc<Self>, StartError> {
        let ports = ports.into_core(&options);
        let config = core::Config { ports, locale: options.locale.into() };
        let inner = core::Session::start(&core::Hub::global()?, config)?;
        Ok(Arc::new(Self { inner }))
    }

    /// The newest screen whose revision is greater than `after` (0 for the first), as soon as there is one. Absent after the
    /// last, and after `stop` when the newest is known. Some screens in between may be left out, the last one never.
    ///
    /// Any number may wait, and none takes a screen from another: a wait that is given up loses nothing. At most four
    /// screens come in a second. While it waits it holds the session; `screens` gives a reader that does not.
    pub async fn next_screen(&self, after: u64) -> Option<Screen> {
        self.inner.next_screen(after).await
    }

    /// A reader of the screens, from the newest on.
    pub fn screens(&self) -> Arc<Screens> {
        Arc::new(Screens(self.inner.screens()))
    }

    /// Takes a choice that was made on the screen of `revision`, with the text of each field by the field's id. What a person
    /// gets wrong is no error: the same screen comes again and says what is wrong.
    ///
    /// Fails with `ChooseError`; nothing happened then.
    pub fn choose(
        &self,
        revision: u64,
        choice: InputText,
        answers: HashMap<InputText, InputText>,
    ) -> Result<Chosen, ChooseError> {
        let answers = answers
            .into_iter()
            .map(|(field, text)| (field.into(), Secret::new(String::from(text))))
            .collect();
        Ok(match self.inner.choose(Some(revision), &choice, &answers)? {
            core::Chosen::Accepted => Chosen::Accepted,
            core::Chosen::Stale => Chosen::Stale,
        })
    }

    /// Ends the setup: the closing screen at once, then what stayed open at the router is taken back, within 5 s. Go on
    /// reading screens to the last one.
    pub fn cancel(&self) {
        self.inner.cancel();
    }

    /// Ends every task and socket at once and asks nobody: for an app that closes. Waits for a screen come back with none.
    pub fn stop(&self) {
        self.inner.stop();
    }

    /// The app came back to the foreground: clocks and networks are looked at again.
    pub fn resumed(&self) {
        self.inner.resumed();
    }

    /// The phone's networks changed: they are looked at again.
    pub fn network_changed(&self) {
        self.inner.network_changed();
    }

    /// Changes the language; the same screen comes again in it. `locale` as in `SessionOptions`.
    ///
    /// Fails with `KnowledgeError`; the language stays as it was.
    pub fn set_locale(&self, locale: InputText) -> Result<(), KnowledgeError> {
        Ok(self.inner.set_locale(&locale)?)
    }

    /// The digits behind a `Block.Pin`, for drawing; keep them nowhere. Absent when they are not needed any more.
    pub fn reveal(&self, secret_id: u64) -> Option<String> {
        self.inner.reveal(secret_id).map(|secret| secret.reveal().to_owned())
    }

    /// Now, in the milliseconds that a `Block.Clock` ends in.
    pub fn now_ms(&self) -> u64 {
        self.inner.now_ms()
    }

    /// How the session ended. Absent while it runs.
    pub fn outcome(&self) -> Option<Outcome> {
        self.inner.outcome().map(Into::into)
    }

    /// Why the session that was kept could not be taken up. Absent where there was none, or it was.
    pub fn restore_problem(&self) -> Option<RestoreProblem> {
        self.inner.restore_problem().map(|problem| match problem {
            RestoreError::Version(_) => RestoreProblem::OtherVersion,
            RestoreError::Damaged => RestoreProblem::Damaged,
        })
    }
}

/// Reads the screens of a session, one after the other. It does not keep the session alive: hold that as long as it shall go
/// on. Any number of readers may run; one reader is for one place that draws.
#[derive(uniffi::Object)]
pub struct Screens(core::Screens);

#[uniffi::export]
impl Screens {
    /// The newest screen, as soon as there is one that this reader has not given yet. Absent after the last, after `end`,
    /// after `Session.stop`, and when the session is gone; a screen that was ready before is given first. A wait that is given up loses nothing.
    pub async fn next(&self) -> Option<Screen> {
        self.0.next().await
    }

    /// Ends this reader, from any thread: a wait of it comes back with none. The session goes on.
    pub fn end(&self) {
        self.0.end();
    }
}

impl From<SessionOutcome> for Outcome {
    fn from(outcome: SessionOutcome) -> Self {
        match outcome {
            SessionOutcome::Joined(proof) => Self::Joined { proof: proof.kind() },
            SessionOutcome::Failed(reason) => Self::Failed { reason: reason.into() },
            SessionOutcome::Unknown(check) => Self::Unknown { check },
            SessionOutcome::Informed => Self::Informed,
            SessionOutcome::AlreadyOnline => Self::AlreadyOnline,
            SessionOutcome::Cancelled => Self::Cancelled,
        }
    }
}

impl From<Reason> for FailReason {
    fn from(reason: Reason) -> Self {
        match reason {
            Reason::WrongPin => Self::WrongPin,
            Reason::PinTooOld => Self::PinTooOld,
            Reason::PrinterNotStarted => Self::PrinterNotStarted,
            Reason::PinNotUsed => Self::PinNotUsed,
            Reason::PushNobodyCame => Self::PushNobodyCame,
            Reason::AnotherCame => Self::AnotherCame,
            Reason::PushTooLate => Self::PushTooLate,
            Reason::Overlap => Self::Overlap,
            Reason::CancelledElsewhere => Self::CancelledElsewhere,
            Reason::PrinterTimedOut => Self::PrinterTimedOut,
            Reason::PrinterGaveUp => Self::PrinterGaveUp,
            Reason::WpsOff => Self::WpsOff,
            Reason::RouterRefusedPin => Self::RouterRefusedPin,
            Reason::Router(trouble) => Self::Router { trouble: trouble.into() },
        }
    }
}
