//! One view becomes one screen. The choices are the view's own, in its order; the guide only words them.

use std::collections::BTreeSet;

use super::screen::{Phase, Screen};
use super::texts::Texts;
use crate::identity::Label;
use crate::knowledge::{Knowledge, KnowledgeError};
use crate::setup::view::{Shown, View};
use crate::time::Moment;

mod after;
mod choices;
mod connect;
mod decide;
mod family;
mod find;
mod news;
mod outcome;
mod page;
mod secrets;
mod spoken;
#[cfg(test)]
mod tests;
mod wait;
mod words;

pub use news::announce;
pub use secrets::Secrets;

use page::Page;

/// The texts of one language, and what makes screens of them.
pub struct Guide {
    texts: Texts,
}

impl Guide {
    /// For a language as a BCP 47 tag, such as `en` or `de-AT`: the nearest one that there is, else English.
    ///
    /// # Errors
    /// [`KnowledgeError`] when a built-in file of texts does not parse.
    pub fn new(locale: &str) -> Result<Self, KnowledgeError> {
        Ok(Self { texts: Texts::new(locale)? })
    }

    /// Draws a view. `revision` is 0 and `announce` is `None`: the session sets both. Two drawings of one view are
    /// equal, save that a clock which has run out is left away.
    pub fn draw(&self, view: &View, knowledge: &Knowledge, secrets: &mut Secrets, now: Moment) -> Screen {
        let general = || knowledge.families.named("general");
        let family = view.printer.as_ref().map_or_else(general, |card| knowledge.families.of(&card.identity));
        let named = |label: &Label| Some(label.as_str().to_owned()).filter(|n| !n.is_empty());
        let printer = view.printer.as_ref().and_then(|card| named(&card.name).or_else(|| named(&card.model)));
        let printer = printer.unwrap_or_else(|| self.texts.get("printer-unnamed", &[]));
        let mut page = Page::new(&self.texts, knowledge, family, printer, secrets, now);
        shown(&mut page, &view.shown);
        if view.away && !matches!(view.shown, Shown::Closing | Shown::Ended { .. }) {
            page.away();
        }
        let choices = choices::all(&self.texts, view);
        let Page { title, blocks, .. } = page;
        let spoken = spoken::screen(&self.texts, &title, &blocks);
        Screen {
            id: view.id.to_owned(),
            revision: 0,
            phase: phase(&view.shown),
            title,
            blocks,
            choices,
            spoken,
            announce: None,
            last: matches!(view.shown, Shown::Ended { .. }),
        }
    }
}

fn shown(page: &mut Page<'_>, shown: &Shown) {
    match shown {
        Shown::Searching { printers, nothing_found, trouble, problem } => {
            find::searching(page, printers, *nothing_found, *trouble, *problem);
        }
        Shown::Address { problem } => find::address(page, *problem),
        Shown::Asking => find::asking(page),
        Shown::AlreadyOnline { wifi } => decide::already_online(page, *wifi),
        Shown::Learning => decide::learning(page),
        Shown::Ways { plan } => decide::ways(page, plan),
        Shown::SignIn { router, problem, to_close, clock } => {
            connect::sign_in(page, router.as_ref(), *problem, *to_close, *clock);
        }
        Shown::SigningIn => connect::signing_in(page),
        Shown::ReadingPin => connect::reading_pin(page),
        Shown::TypePin { why, problem } => connect::type_pin(page, *why, *problem),
        Shown::Digits { four, eight, clock } => connect::digits(page, four, eight, *clock),
        Shown::SendingPin { clock } => connect::sending_pin(page, *clock),
        Shown::RouterPage { pin, clock, router, instead, not_granted } => {
            let problem = instead.as_ref().map(|p| words::hand_over(page, *p));
            wait::router_page(page, pin.as_ref(), *clock, router.as_ref(), problem, *not_granted);
        }
        Shown::Waiting { clock, slow, walk_over, word, overdue, seen, hint, cable } => {
            let judged = *walk_over || clock.is_some_and(|c| c.total == page.knowledge.timings.join);
            let (slow, walk_over, overdue, seen) = (*slow, *walk_over, *overdue, *seen);
            let stage = wait::Stage { slow, walk_over, word: *word, overdue, seen, judged };
            wait::waiting(page, *clock, stage, hint.as_ref(), *cable);
        }
        Shown::Joined { proof } => outcome::joined(page, proof),
        Shown::Failed { reason, times } => outcome::failed(page, *reason, *times),
        Shown::Unknown { check } => outcome::unknown(page, *check),
        Shown::Leftover { until } => after::leftover(page, *until),
        Shown::Closing => after::closing(page),
        Shown::Ended { outcome, open_until } => after::ended(page, outcome, *open_until),
    }
}

fn phase(shown: &Shown) -> Phase {
    match shown {
        Shown::Searching { .. } | Shown::Address { .. } | Shown::Asking => Phase::Find,
        Shown::AlreadyOnline { .. } | Shown::Learning | Shown::Ways { .. } => Phase::Decide,
        Shown::SignIn { to_close: false, .. }
        | Shown::SigningIn
        | Shown::ReadingPin
        | Shown::TypePin { .. }
        | Shown::Digits { .. }
        | Shown::SendingPin { .. }
        | Shown::RouterPage { .. } => Phase::Connect,
        Shown::Waiting { .. } => Phase::Wait,
        Shown::SignIn { to_close: true, .. }
        | Shown::Joined { .. }
        | Shown::Failed { .. }
        | Shown::Unknown { .. }
        | Shown::Leftover { .. }
        | Shown::Closing
        | Shown::Ended { .. } => Phase::After,
    }
}

/// Words that stand more than once in a list, so that something else has to tell them apart.
fn repeated<'a>(words: impl Iterator<Item = &'a str>) -> BTreeSet<&'a str> {
    let mut once = BTreeSet::new();
    words.filter(|w| !once.insert(*w)).collect()
}
