//! One view becomes one screen. The choices are the view's own, in its order; the guide only words them.

use std::collections::BTreeSet;

use super::screen::{Act, Phase, Screen};
use super::texts::Texts;
use crate::identity::Label;
use crate::knowledge::{Knowledge, KnowledgeError};
use crate::router::HandOverProblem;
use crate::setup::state::Then;
use crate::setup::view::{Shown, View};
use crate::time::Moment;

mod after;
mod certificate;
mod choices;
mod connect;
mod decide;
mod doors;
mod family;
mod find;
mod networks;
mod news;
mod outcome;
mod page;
mod push;
mod secrets;
mod spoken;
#[cfg(test)]
mod tests;
mod vendor;
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
        page.road = view.road.clone();
        shown(&mut page, &view.shown);
        networks::said(&mut page, view);
        let choices = choices::all(&self.texts, view);
        let Page { title, blocks, act, .. } = page;
        // Elsewhere, the router's address may be another device's.
        let act = act.filter(|act| view.around.home || !matches!(act, Act::OpenUrl { .. }));
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
            act,
            last: matches!(view.shown, Shown::Ended { .. }),
        }
    }
}

fn shown(page: &mut Page<'_>, shown: &Shown) {
    match shown {
        Shown::Start => doors::start(page),
        Shown::ComputerAsks => doors::computer_asks(page),
        Shown::WentOffline => doors::went_offline(page),
        Shown::Searching { printers, nothing_found, trouble, problem, near, no_ble, again } => {
            let search = find::Search {
                nothing_found: *nothing_found,
                trouble: *trouble,
                problem: *problem,
                near: *near,
                no_ble: *no_ble,
                again: *again,
            };
            find::searching(page, printers, search);
        }
        Shown::WhichOne { card, others, blink } => doors::which_one(page, card, others, *blink),
        Shown::Address { problem } => find::address(page, *problem),
        Shown::Asking => find::asking(page),
        Shown::AlreadyOnline { wifi, sheet, again } => decide::already_online(page, *wifi, *sheet, *again),
        Shown::Moving => doors::moving(page),
        Shown::Hop { to_setup, by_port, clock } => doors::hop(page, *to_setup, *by_port, *clock),
        Shown::Learning => decide::learning(page),
        Shown::Ways { plan } => decide::ways(page, plan),
        Shown::SignIn { router, problem, then, by_page, clock } => {
            connect::sign_in(page, router.as_ref(), *problem, *then, *by_page, *clock);
        }
        Shown::CertificateChanged { certificate, then } => certificate::changed(page, certificate, *then),
        Shown::SigningIn => connect::signing_in(page),
        Shown::ReadingPin => connect::reading_pin(page),
        Shown::TypePin { place, why, problem, sheet, only, order, by } => {
            let typing = connect::Typing {
                place: *place,
                why: *why,
                problem: *problem,
                sheet: *sheet,
                only: *only,
                order: *order,
                by: *by,
            };
            connect::type_pin(page, typing);
        }
        Shown::Told { pin, clock } => doors::told(page, pin.as_ref(), *clock),
        Shown::Digits { four, eight, clock } => connect::digits(page, four, eight, *clock),
        Shown::SendingPin { clock } => connect::sending_pin(page, *clock),
        Shown::RouterPage { pin, clock, router, instead, not_granted, general } => {
            let problem = instead.as_ref().map(|p| words::hand_over(page, *p));
            let router = router.as_ref();
            wait::router_page(page, pin.as_ref(), *clock, router, problem, *not_granted, *general);
        }
        Shown::StartPrinter { clock, given } => push::start_printer(page, *clock, *given),
        Shown::AtPanel => push::panel(page),
        Shown::PushConsent { by, twin } => push::consent(page, *by, *twin),
        Shown::PushPrinter { by, twin } => push::at_printer(page, *by, *twin),
        Shown::PushStarting { clock } => push::starting(page, *clock),
        Shown::PushRouter { clock, router, instead } => {
            let instead = instead.as_ref().map(|p| match p {
                HandOverProblem::NotGranted => page.t("push-not-granted", &[]),
                other => words::hand_over(page, *other),
            });
            push::at_router(page, *clock, router.as_ref(), instead);
        }
        Shown::PrinterReport { clock } => push::printer_report(page, *clock),
        Shown::Waiting { clock, slow, walk_over, word, overdue, seen, hint, cable, panel } => {
            let judged = *walk_over || clock.is_some_and(|c| c.total == page.knowledge.timings.join);
            let (slow, walk_over, overdue, seen) = (*slow, *walk_over, *overdue, *seen);
            let stage = wait::Stage { slow, walk_over, word: *word, overdue, seen, judged };
            wait::waiting(page, *clock, stage, hint.as_ref(), *cable, *panel);
        }
        Shown::Joined { proof, sheet } => outcome::joined(page, proof, *sheet),
        Shown::Failed { reason, times, push, read, peer } => {
            let (times, push, read, peer) = (*times, *push, *read, peer.as_ref());
            outcome::failed(page, *reason, &outcome::Attempt { times, push, read, peer });
        }
        Shown::Unknown { check } => outcome::unknown(page, *check),
        Shown::Leftover { until } => after::leftover(page, *until),
        Shown::Closing => after::closing(page),
        Shown::Ended { outcome, open_until } => after::ended(page, outcome, *open_until),
    }
}

fn phase(shown: &Shown) -> Phase {
    match shown {
        Shown::Start
        | Shown::ComputerAsks
        | Shown::WentOffline
        | Shown::Searching { .. }
        | Shown::Address { .. }
        | Shown::WhichOne { .. }
        | Shown::Asking => Phase::Find,
        Shown::AlreadyOnline { .. } | Shown::Moving | Shown::Learning | Shown::Ways { .. } => Phase::Decide,
        Shown::CertificateChanged { then: None, .. } => Phase::Decide,
        Shown::Hop { clock: None, .. } => Phase::Find,
        Shown::SignIn { then: Then::Undo, .. }
        | Shown::CertificateChanged { then: Some(Then::Undo), .. }
        | Shown::Joined { .. }
        | Shown::Failed { .. }
        | Shown::Unknown { .. }
        | Shown::Leftover { .. }
        | Shown::Closing
        | Shown::Ended { .. } => Phase::After,
        Shown::SignIn { .. }
        | Shown::CertificateChanged { .. }
        | Shown::Hop { .. }
        | Shown::SigningIn
        | Shown::ReadingPin
        | Shown::TypePin { .. }
        | Shown::Digits { .. }
        | Shown::Told { .. }
        | Shown::SendingPin { .. }
        | Shown::RouterPage { .. }
        | Shown::StartPrinter { .. }
        | Shown::AtPanel
        | Shown::PushConsent { .. }
        | Shown::PushPrinter { .. }
        | Shown::PushStarting { .. }
        | Shown::PushRouter { .. } => Phase::Connect,
        Shown::Waiting { .. } | Shown::PrinterReport { .. } => Phase::Wait,
    }
}

/// Words that stand more than once in a list, so that something else has to tell them apart.
fn repeated<'a>(words: impl Iterator<Item = &'a str>) -> BTreeSet<&'a str> {
    let mut once = BTreeSet::new();
    words.filter(|w| !once.insert(*w)).collect()
}
