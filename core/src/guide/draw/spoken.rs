//! The whole screen in words.

use crate::guide::screen::{Block, PrinterCard, Step};
use crate::guide::texts::Texts;

/// Title, then each block. The digits of a PIN are never among them.
pub(super) fn screen(texts: &Texts, title: &str, blocks: &[Block]) -> String {
    let mut parts = vec![title.to_owned()];
    parts.extend(blocks.iter().map(|b| block(texts, b)).filter(|p| !p.is_empty()));
    parts.iter().map(|p| ended(p)).collect::<Vec<_>>().join(" ")
}

/// A voice pauses at a full stop.
fn ended(text: &str) -> String {
    let whole = text.ends_with(['.', '?', '!', ':']);
    if whole { text.to_owned() } else { format!("{text}.") }
}

fn block(texts: &Texts, block: &Block) -> String {
    match block {
        Block::Text { text } | Block::Notice { text, .. } => text.clone(),
        Block::Steps { steps } => {
            let spoken = steps.iter().enumerate().map(|(at, s)| step(texts, at + 1, s));
            spoken.collect::<Vec<_>>().join(" ")
        }
        Block::Printers { printers } => printers.iter().map(card).collect::<Vec<_>>().join(" "),
        Block::Pin { label, .. } => texts.get("spoken-pin", &[("label", label.as_str().into())]),
        // How much is left changes all the time and a screen must not; the UI says it from the clock itself.
        Block::Clock { total_ms, label, .. } => {
            let length = super::words::length(texts, std::time::Duration::from_millis(*total_ms));
            texts.get("spoken-clock", &[("label", label.as_str().into()), ("length", length.into())])
        }
        Block::Light { words, .. } => words.clone(),
        Block::Link { label, .. } => texts.get("spoken-link", &[("label", label.as_str().into())]),
        Block::Field { label, hint, problem, .. } => {
            let field = texts
                .get("spoken-field", &[("label", label.as_str().into()), ("hint", hint.as_str().into())]);
            problem.as_ref().map_or_else(|| field.clone(), |p| format!("{} {p}", ended(&field)))
        }
        Block::Progress { what, .. } => what.clone(),
        Block::Details { details } => texts.get("spoken-details", &[("count", details.len().into())]),
    }
}

fn step(texts: &Texts, number: usize, step: &Step) -> String {
    let key = if step.usually { "spoken-step-usually" } else { "spoken-step" };
    let spoken = texts.get(key, &[("number", number.into()), ("text", step.text.as_str().into())]);
    match &step.light {
        Some(light) => format!("{} {}", ended(&spoken), ended(&light.words)),
        None => ended(&spoken),
    }
}

fn card(card: &PrinterCard) -> String {
    let parts = [card.name.as_str(), card.model.as_str(), card.marks.as_str()];
    ended(&parts.into_iter().filter(|p| !p.is_empty()).collect::<Vec<_>>().join(", "))
}
