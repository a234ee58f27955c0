//! Labels and roles of the view's choices.

use super::find::{card_marks, card_name};
use super::repeated;
use crate::guide::screen::{Role, ScreenChoice};
use crate::guide::texts::Texts;
use crate::setup::input::{Choice, Field};
use crate::setup::state::{Reason, Then};
use crate::setup::view::{Shown, View};

/// The view's choices, all of them and in its order.
pub(super) fn all(texts: &Texts, view: &View) -> Vec<ScreenChoice> {
    let one = |(at, choice): (usize, &Choice)| ScreenChoice {
        id: choice.id(),
        label: label(texts, view, choice),
        role: role(&view.shown, choice, at == 0),
        needs: choice.needs().iter().map(|f: &Field| f.id().to_owned()).collect(),
    };
    view.choices.iter().enumerate().map(one).collect()
}

fn role(shown: &Shown, choice: &Choice, first: bool) -> Role {
    match (shown, choice) {
        (_, Choice::Back) => Role::Back,
        // Consent is never the usual answer.
        (Shown::PushConsent { .. }, _) | (_, Choice::TrustRouter) => Role::Secondary,
        // Leaving here gives up a look that still goes on.
        (Shown::Unknown { .. }, Choice::Leave) => Role::Destructive,
        // One printer is the usual answer, of several none is.
        (Shown::Searching { printers, .. }, Choice::Printer(_)) if printers.len() == 1 => Role::Primary,
        (Shown::Searching { .. }, _) => Role::Secondary,
        // Questions about what a person sees have no usual answer: one that is given by habit would be no evidence.
        (
            Shown::Waiting { .. }
            | Shown::Digits { .. }
            | Shown::WhichOne { .. }
            | Shown::PrinterReport { .. },
            _,
        ) => Role::Secondary,
        (_, _) if first => Role::Primary,
        (_, _) => Role::Secondary,
    }
}

fn label(texts: &Texts, view: &View, choice: &Choice) -> String {
    let shown = &view.shown;
    let key = match choice {
        Choice::Printer(number) => return printer(texts, shown, *number),
        Choice::Way(way) => return texts.get(&way_key(&way.id()), &[]),
        Choice::Back => back(view),
        Choice::LookAt(_) => return texts.get(&way_key(&choice.id()), &[]),
        Choice::Begin if matches!(shown, Shown::ComputerAsks) => "choice-begin-first",
        Choice::Begin if matches!(shown, Shown::WentOffline) => "choice-begin-search",
        Choice::GoOn if matches!(shown, Shown::Hop { to_setup: true, .. }) => "choice-go-on-there",
        Choice::GoOn if matches!(shown, Shown::Hop { .. }) => "choice-go-on-home",
        Choice::Done if matches!(shown, Shown::AlreadyOnline { wifi: false, .. }) => "choice-done-as-is",
        Choice::SignIn if matches!(shown, Shown::SignIn { then: Then::Undo, .. }) => "choice-sign-in-close",
        Choice::CannotSignIn if matches!(shown, Shown::RouterPage { .. }) => "choice-cannot-sign-in-page",
        Choice::Entered if matches!(shown, Shown::AtPanel) => "choice-entered-panel",
        Choice::ReadAgain if matches!(shown, Shown::RouterPage { .. } | Shown::Told { .. }) => {
            "choice-fresh-pin"
        }
        Choice::TryAgain if fresh_pin(shown) => "choice-try-again-pin",
        other => return texts.get(&format!("choice-{}", other.id()), &[]),
    };
    texts.get(key, &[])
}

/// Another attempt begins with a PIN. What a printer shows may also be about a password that was typed there.
fn fresh_pin(shown: &Shown) -> bool {
    let Shown::Failed { reason, push: false, .. } = shown else { return false };
    !matches!(reason, Reason::PrinterTimedOut | Reason::PrinterGaveUp)
}

/// The key of a way's label.
pub(super) fn way_key(id: &str) -> String {
    format!("choice-{}", id.replace(':', "-"))
}

/// Where back leads, so that nobody has to try.
fn back(view: &View) -> &'static str {
    match &view.shown {
        Shown::ComputerAsks | Shown::WentOffline | Shown::Searching { .. } => "choice-back-start",
        // On the way to the printer's own Wi-Fi: to meet one, or to read the PIN of the one that was chosen.
        Shown::Hop { to_setup: true, .. } if view.printer.is_some() => "choice-back",
        Shown::Address { .. }
        | Shown::WhichOne { .. }
        | Shown::AlreadyOnline { .. }
        | Shown::Moving
        | Shown::Ways { .. }
        | Shown::CertificateChanged { then: None, .. }
        | Shown::Hop { clock: None, .. } => "choice-back-list",
        Shown::Asking | Shown::Learning | Shown::SigningIn | Shown::ReadingPin => "choice-back-stop",
        Shown::SignIn { then: Then::Undo, .. }
        | Shown::CertificateChanged { then: Some(Then::Undo), .. }
        | Shown::Digits { .. } => "choice-back",
        Shown::PrinterReport { .. } => "choice-back-waiting",
        Shown::Told { .. } | Shown::TypePin { only: true, .. } => "choice-back-online",
        Shown::Start
        | Shown::Hop { .. }
        | Shown::StartPrinter { .. }
        | Shown::AtPanel
        | Shown::PushConsent { .. }
        | Shown::PushPrinter { .. }
        | Shown::PushStarting { .. }
        | Shown::PushRouter { .. }
        | Shown::SignIn { .. }
        | Shown::CertificateChanged { .. }
        | Shown::TypePin { .. }
        | Shown::SendingPin { .. }
        | Shown::RouterPage { .. }
        | Shown::Waiting { .. }
        | Shown::Joined { .. }
        | Shown::Failed { .. }
        | Shown::Unknown { .. }
        | Shown::Leftover { .. }
        | Shown::Closing
        | Shown::Ended { .. } => "choice-back-ways",
    }
}

/// The printer's name, and what tells it apart from another one of that name.
fn printer(texts: &Texts, shown: &Shown, number: u32) -> String {
    let Shown::Searching { printers, .. } = shown else { return texts.get("choice-printer-gone", &[]) };
    let Some(card) = printers.iter().find(|c| c.number == number) else {
        return texts.get("choice-printer-gone", &[]);
    };
    let names: Vec<String> = printers.iter().map(|c| card_name(texts, c)).collect();
    let (name, marks) = (card_name(texts, card), card_marks(texts, card));
    if marks.is_empty() || !repeated(names.iter().map(String::as_str)).contains(name.as_str()) {
        return name;
    }
    texts.get("choice-printer-marked", &[("name", name.into()), ("marks", marks.into())])
}
