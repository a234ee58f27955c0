//! The list of printers, the address field, and asking who is there.

use super::page::Page;
use super::words;
use crate::guide::screen::{Act, Block, Level, PrinterCard, Settings};
use crate::guide::texts::Texts;
use crate::identity::Mark;
use crate::net::SETUP_ADDRESS;
use crate::ports::PortError;
use crate::printer::NotOurs;
use crate::setup::input::{Choice, Field, NoBle};
use crate::setup::state::AddressProblem;
use crate::setup::view::Card;

/// What the search has come to, beside its list.
#[derive(Clone, Copy, Debug)]
pub(super) struct Search {
    pub nothing_found: bool,
    pub trouble: Option<PortError>,
    pub problem: Option<NotOurs>,
    pub near: u8,
    pub no_ble: Option<NoBle>,
    pub again: bool,
}

pub(super) fn searching(page: &mut Page<'_>, printers: &[Card], search: Search) {
    let Search { nothing_found, trouble, problem, near, no_ble, again } = search;
    page.title(if printers.is_empty() { "find-title-empty" } else { "find-title" });
    if let Some(problem) = problem {
        let text = words::not_ours(page, problem);
        page.blocks.push(Block::Notice { level: Level::Error, text });
    }
    match trouble {
        Some(PortError::PermissionMissing) => {
            page.notice(Level::Warning, "find-no-permission", &[]);
            page.act(Act::OpenSettings { page: Settings::LocalNetwork });
        }
        Some(PortError::Failed) => page.notice(Level::Warning, "find-failed", &[]),
        None if printers.is_empty() && nothing_found => nothing(page, again),
        None if printers.is_empty() => {
            page.progress("find-progress");
            let length = page.length(page.knowledge.timings.nothing_found);
            page.text_with("find-wait", &[("length", length.into())]);
        }
        None => {}
    }
    if !printers.is_empty() {
        page.text_with("find-found", &[("count", printers.len().into())]);
        let printers = printers.iter().map(|c| card(page.texts, c)).collect();
        page.blocks.push(Block::Printers { printers });
    }
    if again && !printers.is_empty() {
        page.text("find-again-listed");
    }
    match no_ble {
        _ if near > 0 => page.text_with("find-near", &[("count", near.into())]),
        Some(NoBle::SwitchedOff) if printers.is_empty() && nothing_found => page.text("find-bluetooth-off"),
        _ => {}
    }
    if trouble.is_none() {
        page.text("find-not-listed");
    }
}

/// The search goes on; meanwhile there is something to look at.
fn nothing(page: &mut Page<'_>, again: bool) {
    if again {
        page.notice(Level::Warning, "find-again-nothing", &[]);
        page.progress("find-progress");
        return;
    }
    page.notice(Level::Warning, "find-nothing", &[]);
    let checks = ["find-check-on", "find-check-network", "find-check-band", "find-check-new"];
    page.steps(checks.map(|key| page.step("look", key)).into());
    page.progress("find-progress");
}

pub(super) fn address(page: &mut Page<'_>, problem: Option<AddressProblem>) {
    page.title("address-title");
    page.text("address-where");
    page.text_with("address-setup", &[("address", SETUP_ADDRESS.to_string().into())]);
    page.text("address-next");
    let problem = problem.map(|p| words::address(page, p));
    page.field(Field::Address, "", problem);
}

pub(super) fn asking(page: &mut Page<'_>) {
    page.title("asking-title");
    page.progress("asking-progress");
    let length = page.length(page.knowledge.timings.look);
    page.text_with("asking-wait", &[("length", length.into())]);
}

fn card(texts: &Texts, card: &Card) -> PrinterCard {
    let name = card_name(texts, card);
    let model = card.model.as_str();
    let told = name.to_lowercase().contains(&model.to_lowercase());
    let model = if told { String::new() } else { model.to_owned() };
    PrinterCard { choice: Choice::Printer(card.number).id(), marks: card_marks(texts, card), name, model }
}

/// Its name, else its model, else what it is.
pub(super) fn card_name(texts: &Texts, card: &Card) -> String {
    let known = [&card.name, &card.model].into_iter().map(|l| l.as_str()).find(|l| !l.is_empty());
    known.map_or_else(|| texts.get("printer-nameless", &[]), str::to_owned)
}

/// Enough of a MAC address to tell two devices apart, not enough to know one elsewhere.
pub(super) fn mac_end(texts: &Texts, mac: &Mark) -> String {
    let tail = mac.tail(4);
    let (a, b) = tail.split_at_checked(2).unwrap_or((&tail, ""));
    texts.get("mark-mac", &[("tail", format!("{a}:{b}").into())])
}

/// The end of what its label shows: serial number, else MAC address, else the product number.
pub(super) fn card_marks(texts: &Texts, card: &Card) -> String {
    let identity = &card.identity;
    if let Some(serial) = &identity.serial {
        return texts.get("mark-serial", &[("tail", serial.tail(4).into())]);
    }
    if let Some(mac) = &identity.mac {
        return mac_end(texts, mac);
    }
    let product =
        |p: &crate::identity::Label| texts.get("mark-product", &[("product", p.as_str().to_owned().into())]);
    identity.product.as_ref().map(product).unwrap_or_default()
}
