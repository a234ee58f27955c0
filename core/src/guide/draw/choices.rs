//! Labels and roles of the view's choices.

use super::find::{card_marks, card_name};
use super::repeated;
use crate::guide::screen::{Role, ScreenChoice};
use crate::guide::texts::Texts;
use crate::setup::input::{Choice, Field};
use crate::setup::view::{Shown, View};

/// The view's choices, all of them and in its order.
pub(super) fn all(texts: &Texts, view: &View) -> Vec<ScreenChoice> {
    let one = |(at, choice): (usize, &Choice)| ScreenChoice {
        id: choice.id(),
        label: label(texts, &view.shown, choice),
        role: role(&view.shown, choice, at == 0),
        needs: choice.needs().iter().map(|f: &Field| f.id().to_owned()).collect(),
    };
    view.choices.iter().enumerate().map(one).collect()
}

fn role(shown: &Shown, choice: &Choice, first: bool) -> Role {
    match (shown, choice) {
        (_, Choice::Back) => Role::Back,
        // Leaving here gives up a look that still goes on.
        (Shown::Unknown { .. }, Choice::Leave) => Role::Destructive,
        // One printer is the usual answer, of several none is.
        (Shown::Searching { printers, .. }, Choice::Printer(_)) if printers.len() == 1 => Role::Primary,
        (Shown::Searching { .. }, _) => Role::Secondary,
        // Questions about what a person sees have no usual answer: one that is given by habit would be no evidence.
        (Shown::Waiting { hint: Some(_), .. } | Shown::Digits { .. }, _) => Role::Secondary,
        (_, _) if first => Role::Primary,
        (_, _) => Role::Secondary,
    }
}

fn label(texts: &Texts, shown: &Shown, choice: &Choice) -> String {
    let key = match choice {
        Choice::Printer(number) => return printer(texts, shown, *number),
        Choice::Way(way) => return texts.get(&way_key(&way.id()), &[]),
        Choice::Back => back(shown),
        Choice::Connect if matches!(shown, Shown::AlreadyOnline { wifi: true }) => "choice-connect-again",
        Choice::Done if matches!(shown, Shown::AlreadyOnline { wifi: false }) => "choice-done-as-is",
        Choice::SignIn if matches!(shown, Shown::SignIn { to_close: true, .. }) => "choice-sign-in-close",
        Choice::ReadAgain if matches!(shown, Shown::RouterPage { .. }) => "choice-fresh-pin",
        other => return texts.get(&format!("choice-{}", other.id()), &[]),
    };
    texts.get(key, &[])
}

/// The key of a way's label.
pub(super) fn way_key(id: &str) -> String {
    format!("choice-{}", id.replace(':', "-"))
}

/// Where back leads, so that nobody has to try.
fn back(shown: &Shown) -> &'static str {
    match shown {
        Shown::Address { .. } | Shown::AlreadyOnline { .. } | Shown::Ways { .. } => "choice-back-list",
        Shown::Asking | Shown::Learning | Shown::SigningIn => "choice-back-stop",
        Shown::SignIn { to_close: true, .. } => "choice-back",
        Shown::Searching { .. }
        | Shown::SignIn { .. }
        | Shown::ReadingPin
        | Shown::TypePin { .. }
        | Shown::Digits { .. }
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
