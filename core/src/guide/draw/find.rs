//! The list of printers, the address field, and asking who is there.

use super::page::Page;
use super::words;
use crate::guide::screen::{Block, Level, PrinterCard};
use crate::guide::texts::Texts;
use crate::net::SETUP_ADDRESS;
use crate::ports::PortError;
use crate::printer::NotOurs;
use crate::setup::input::{Choice, Field};
use crate::setup::state::AddressProblem;
use crate::setup::view::Card;

pub(super) fn searching(
    page: &mut Page<'_>,
    printers: &[Card],
    nothing_found: bool,
    trouble: Option<PortError>,
    problem: Option<NotOurs>,
) {
    page.title(if printers.is_empty() { "find-title-empty" } else { "find-title" });
    if let Some(problem) = problem {
        let text = words::not_ours(page, problem);
        page.blocks.push(Block::Notice { level: Level::Error, text });
    }
    match trouble {
        Some(PortError::PermissionMissing) => page.notice(Level::Warning, "find-no-permission", &[]),
        Some(PortError::Failed) => page.notice(Level::Warning, "find-failed", &[]),
        None if printers.is_empty() && nothing_found => nothing(page),
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
    if trouble.is_none() {
        page.text("find-not-listed");
    }
}

/// The search goes on; meanwhile there is something to look at.
fn nothing(page: &mut Page<'_>) {
    page.notice(Level::Warning, "find-nothing", &[]);
    let setup = SETUP_ADDRESS.to_string();
    page.steps(vec![
        page.step("look", "find-check-on"),
        page.step("look", "find-check-network"),
        page.step("look", "find-check-band"),
        page.step_with("look", "find-check-new", &[("address", setup.into())]),
    ]);
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

/// The end of what its label shows: serial number, else MAC address, else the product number.
pub(super) fn card_marks(texts: &Texts, card: &Card) -> String {
    let identity = &card.identity;
    if let Some(serial) = &identity.serial {
        return texts.get("mark-serial", &[("tail", serial.tail(4).into())]);
    }
    if let Some(mac) = &identity.mac {
        let tail = mac.tail(4);
        let (a, b) = tail.split_at_checked(2).unwrap_or((&tail, ""));
        return texts.get("mark-mac", &[("tail", format!("{a}:{b}").into())]);
    }
    let product =
        |p: &crate::identity::Label| texts.get("mark-product", &[("product", p.as_str().to_owned().into())]);
    identity.product.as_ref().map(product).unwrap_or_default()
}
