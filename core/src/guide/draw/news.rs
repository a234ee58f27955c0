//! What changed for the person on the same screen.

use crate::guide::screen::{Announce, Block, Level, Screen};

/// Says what is new; `None` when nothing is. Clocks are followed by the UI and not announced.
pub fn announce(before: &Screen, after: &Screen) -> Option<Announce> {
    let mut news: Vec<&str> = Vec::new();
    let mut urgent = false;
    if before.title != after.title {
        news.push(&after.title);
    }
    for block in after.blocks.iter().filter(|b| !before.blocks.contains(b)) {
        match block {
            Block::Text { text } => news.push(text),
            Block::Notice { level, text } => {
                news.push(text);
                urgent |= *level == Level::Error;
            }
            Block::Field { problem: Some(problem), .. } => {
                news.push(problem);
                urgent = true;
            }
            Block::Pin { label, .. } => news.push(label),
            Block::Light { words, .. } => news.push(words),
            Block::Steps { steps } => news.extend(steps.iter().map(|s| s.text.as_str())),
            // A tap began it: the page is being asked for, the printer asked to blink.
            Block::Progress { what, .. } => news.push(what),
            Block::Printers { .. }
            | Block::Field { problem: None, .. }
            | Block::Clock { .. }
            | Block::Link { .. }
            | Block::Details { .. } => {}
        }
    }
    (!news.is_empty()).then(|| Announce { text: news.join(" "), urgent })
}
