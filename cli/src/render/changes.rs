//! What is printed for a new revision of the screen that is already there: only what is new to the person.

use inkjoin::guide::screen::{Block, PrinterCard, Screen};

use super::wrap::hang;
use super::{Look, blocks, choices};

/// The lines; none when nothing changed for the person, as when only a clock was drawn anew.
pub fn changes(before: &Screen, now: &Screen, look: &Look<'_>) -> Vec<String> {
    let mut parts = Vec::new();
    let mut drawn: Vec<&str> = Vec::new();
    if before.title != now.title {
        parts.push(hang("", &now.title, look.width));
        drawn.push(&now.title);
    }
    for block in now.blocks.iter().filter(|block| is_news(block, before)) {
        parts.push(blocks::block(block, now, look));
        drawn.extend(texts_of(block));
    }
    // What is announced is mostly the new blocks read out; as blocks they can be followed better.
    let told = now.announce.as_ref().filter(|told| before.announce.as_ref() != Some(told));
    if let Some(told) = told.filter(|told| !drawn.iter().any(|text| told.text.contains(text))) {
        parts.insert(0, hang("", &told.text, look.width));
    }
    if before.choices != now.choices {
        parts.push(choices(now, look));
    }
    let some = parts.into_iter().filter(|part| !part.is_empty());
    some.flat_map(|part| [vec![String::new()], part].concat()).collect()
}

/// Clocks are followed on their own line, details are for those who look at the whole screen.
fn is_news(block: &Block, before: &Screen) -> bool {
    match block {
        Block::Clock { .. } | Block::Details { .. } => false,
        Block::Printers { printers } => !before.blocks.contains(block) && !is_same_card(printers, before),
        _ => !before.blocks.contains(block),
    }
}

/// The only printer told more of itself, such as its marks: nothing that needs to be told apart.
fn is_same_card(now: &[PrinterCard], before: &Screen) -> bool {
    let [now] = now else { return false };
    before.blocks.iter().any(|block| {
        matches!(block, Block::Printers { printers }
            if matches!(printers.as_slice(), [was] if (&was.choice, &was.name) == (&now.choice, &now.name)))
    })
}

fn texts_of(block: &Block) -> Vec<&str> {
    match block {
        Block::Text { text } | Block::Notice { text, .. } => vec![text],
        Block::Light { words, .. } => vec![words],
        Block::Pin { label, .. } => vec![label],
        Block::Steps { steps } => steps.iter().map(|step| step.text.as_str()).collect(),
        Block::Field { problem, .. } => problem.iter().map(String::as_str).collect(),
        _ => Vec::new(),
    }
}
