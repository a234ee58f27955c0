//! One drawing for each kind of block.

use inkjoin::guide::screen::{Block, Detail, Level, PrinterCard, Screen, Step};
use zeroize::Zeroizing;

use super::wrap::hang;
use super::{Clock, Look, Paint, choice_lines, paint};
use crate::words;

/// The lines of one block; none when it is drawn elsewhere.
pub fn block(block: &Block, screen: &Screen, look: &Look<'_>) -> Vec<String> {
    let width = look.width;
    match block {
        Block::Text { text } => hang("", text, width),
        Block::Steps { steps } => {
            steps.iter().enumerate().flat_map(|(at, step)| step_lines(at + 1, step, width)).collect()
        }
        Block::Printers { printers } => {
            printers.iter().flat_map(|card| card_lines(card, screen, look)).collect()
        }
        Block::Pin { secret_id, label } => pin_lines(*secret_id, label, look),
        Block::Clock { .. } if look.live_clock => Vec::new(),
        Block::Clock { .. } => {
            Clock::of(screen).map(|clock| hang("", &clock.spoken(look.now_ms), width)).unwrap_or_default()
        }
        Block::Light { words: in_words, .. } => hang(&format!("{} ", words::LIGHT), in_words, width),
        Block::Notice { level, text } => notice_lines(*level, text, look),
        Block::Link { url, label } => {
            let mut lines = hang("", &format!("{label}:"), width);
            lines.extend(hang("    ", url, width));
            lines
        }
        // Asked for once its choice is taken; what was wrong with the last answer is said here.
        Block::Field { problem: None, .. } => Vec::new(),
        Block::Field { problem: Some(problem), .. } => problem_lines(problem, look),
        Block::Progress { what, of: 0, .. } => hang("", what, width),
        Block::Progress { what, done, of } => {
            hang("", &format!("{what} {}", words::progress(*done, *of)), width)
        }
        Block::Details { details } => details.iter().flat_map(|detail| detail_lines(detail, width)).collect(),
    }
}

/// What was wrong with an answer.
pub fn problem_lines(problem: &str, look: &Look<'_>) -> Vec<String> {
    paint(look, Paint::Problem, hang(&format!("{} ", words::PROBLEM), problem, look.width))
}

fn step_lines(number: usize, step: &Step, width: usize) -> Vec<String> {
    let lead = format!("  {} ", words::step(number, step.usually));
    let mut lines = hang(&lead, &step.text, width);
    if let Some(light) = &step.light {
        lines.extend(hang(&format!("      {} ", words::LIGHT), &light.words, width));
    }
    lines
}

fn card_lines(card: &PrinterCard, screen: &Screen, look: &Look<'_>) -> Vec<String> {
    let mut lines = choice_lines(screen, &card.choice, &card.name, look);
    for more in [&card.model, &card.marks] {
        if !more.trim().is_empty() {
            lines.extend(hang("      ", more, look.width));
        }
    }
    lines
}

/// The PIN on one line, for where the first one has scrolled away.
pub fn pin_again(screen: &Screen, look: &Look<'_>) -> Vec<String> {
    let pin = screen.blocks.iter().find_map(|block| match block {
        Block::Pin { secret_id, label } => Some((label, (look.reveal)(*secret_id)?)),
        _ => None,
    });
    let Some((label, digits)) = pin else { return Vec::new() };
    let line = Zeroizing::new(format!("{label}: {}", grouped(digits.reveal()).as_str()));
    paint(look, Paint::Pin, hang("", &line, look.width))
}

/// In two groups with room around it, so that it can be found again between looks at the router's page.
fn pin_lines(secret_id: u64, label: &str, look: &Look<'_>) -> Vec<String> {
    let mut lines = hang("", label, look.width);
    lines.push(String::new());
    let digits = (look.reveal)(secret_id);
    let shown = digits
        .as_ref()
        .map_or_else(|| Zeroizing::new(words::PIN_GONE.to_owned()), |pin| grouped(pin.reveal()));
    lines.extend(paint(look, Paint::Pin, hang("    ", &shown, look.width)));
    lines
}

/// `12345670` → `1234 5670`.
fn grouped(digits: &str) -> Zeroizing<String> {
    let mut shown = Zeroizing::new(String::with_capacity(9));
    for (at, c) in digits.chars().enumerate() {
        if at > 0 && at % 4 == 0 {
            shown.push(' ');
        }
        shown.push(c);
    }
    shown
}

fn notice_lines(level: Level, text: &str, look: &Look<'_>) -> Vec<String> {
    let lines = |word: &str| hang(&format!("{word} "), text, look.width);
    match level {
        Level::Info => lines(words::NOTE),
        Level::Warning => paint(look, Paint::Warning, lines(words::WARNING)),
        Level::Error => paint(look, Paint::Problem, lines(words::PROBLEM)),
    }
}

fn detail_lines(detail: &Detail, width: usize) -> Vec<String> {
    hang("    ", &format!("{}: {}", detail.name, detail.value), width)
}
