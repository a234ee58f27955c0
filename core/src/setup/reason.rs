//! Why an attempt failed, and what can be checked when nothing proves either. Closed lists.

use serde::{Deserialize, Serialize};

use crate::net::Trouble;

/// Why an attempt failed. A closed list.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Reason {
    /// The router met another PIN (config error 18). Always a fresh PIN next: with a wrong second half the router has
    /// dropped it, with a wrong first half it keeps it, and no router tells which.
    WrongPin,
    /// The PIN's time ran out before it was in the router.
    PinTooOld,
    /// The router had the PIN, and the printer was not started before the router stopped waiting.
    PrinterNotStarted,
    /// The router had the PIN and nobody came with it: wrong router, printer not started, out of reach.
    PinNotUsed,
    /// The router's button was pressed and no printer came within the two minutes.
    PushNobodyCame,
    /// The router let in another device, which its button also does: it takes the first that asks.
    AnotherCame,
    /// The printer's two minutes were over before the router's button was pressed.
    PushTooLate,
    /// Two devices were in push-button mode at once; the router says so, or the printer's display does.
    Overlap,
    /// The router's push button ended before its time: somebody cancelled it there.
    CancelledElsewhere,
    /// The printer's display says that its time ran out without a router that has its PIN or its button pressed.
    PrinterTimedOut,
    /// The printer's display says that it could not connect.
    PrinterGaveUp,
    /// WPS is off at the router or its network name is hidden.
    WpsOff,
    /// The router refused the PIN's check digit.
    RouterRefusedPin,
    /// The router gave no usable answer.
    Router(Trouble),
}

/// What a person can check when nothing proves either.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
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
