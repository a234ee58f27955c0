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
            let number = |at: usize| Some(at + 1).filter(|_| numbered(steps));
            steps.iter().enumerate().flat_map(|(at, step)| step_lines(number(at), step, look)).collect()
        }
        Block::Printers { printers } => {
            printers.iter().flat_map(|card| card_lines(card, screen, look)).collect()
        }
        Block::Pin { secret_id, label } => pin_lines(*secret_id, label, look),
        Block::Clock { .. } if look.live_clock => Vec::new(),
        Block::Clock { .. } => Clock::of(screen)
            .map(|clock| hang("", &clock.spoken(look.now_ms, look.words), width))
            .unwrap_or_default(),
        Block::Light { words: in_words, .. } => {
            hang(&format!("{} ", look.words.get(words::LIGHT)), in_words, width)
        }
        Block::Notice { level, text } => notice_lines(*level, text, look),
        Block::Link { url, label } => {
            let mut lines = hang("", &format!("{label}:"), width);
            lines.extend(hang("    ", &look.alone(url), width));
            lines
        }
        // Asked for once its choice is taken; what was wrong with the last answer is said here.
        Block::Field { problem: None, .. } => Vec::new(),
        Block::Field { problem: Some(problem), .. } => problem_lines(problem, look),
        Block::Progress { what, of: 0, .. } => hang("", what, width),
        Block::Progress { what, done, of } => {
            hang("", &format!("{what} {}", look.words.progress(*done, *of)), width)
        }
        Block::Details { details } => details.iter().flat_map(|detail| detail_lines(detail, look)).collect(),
    }
}

/// What was wrong with an answer.
pub fn problem_lines(problem: &str, look: &Look<'_>) -> Vec<String> {
    paint(look, Paint::Problem, hang(&format!("{} ", look.words.get(words::PROBLEM)), problem, look.width))
}

/// Whether the steps are done one after the other. Questions about what a person sees are only a list, and so is one
/// step alone.
fn numbered(steps: &[Step]) -> bool {
    steps.len() > 1 && steps.first().is_some_and(|first| first.icon != "look")
}

fn step_lines(number: Option<usize>, step: &Step, look: &Look<'_>) -> Vec<String> {
    let width = look.width;
    let lead = match number {
        Some(number) => format!("  {} ", look.words.step(number, step.usually)),
        None if step.usually => format!("  - {} ", look.words.get(words::USUALLY)),
        None => "  - ".to_owned(),
    };
    let mut lines = hang(&lead, &step.text, width);
    if let Some(light) = &step.light {
        lines.extend(hang(&format!("      {} ", look.words.get(words::LIGHT)), &light.words, width));
    }
    lines
}

fn card_lines(card: &PrinterCard, screen: &Screen, look: &Look<'_>) -> Vec<String> {
    let mut lines = choice_lines(screen, &card.choice, &card.name, look);
    for more in [&card.model, &card.marks] {
        if !more.trim().is_empty() {
            lines.extend(hang("      ", &look.alone(more), look.width));
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
    let line = Zeroizing::new(format!("{label}: {}", look.alone(&grouped(digits.reveal()))));
    paint(look, Paint::Pin, hang("", &line, look.width))
}

/// In two groups with room around it, so that it can be found again between looks at the router's page.
fn pin_lines(secret_id: u64, label: &str, look: &Look<'_>) -> Vec<String> {
    let mut lines = hang("", label, look.width);
    lines.push(String::new());
    let digits = (look.reveal)(secret_id);
    let shown = digits
        .as_ref()
        .map_or_else(|| Zeroizing::new(look.words.get(words::PIN_GONE)), |pin| grouped(pin.reveal()));
    lines.extend(paint(look, Paint::Pin, hang("    ", &look.alone(&shown), look.width)));
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
    let lines = |word| hang(&format!("{} ", look.words.get(word)), text, look.width);
    match level {
        Level::Info => lines(words::NOTE),
        Level::Warning => paint(look, Paint::Warning, lines(words::WARNING)),
        Level::Error => paint(look, Paint::Problem, lines(words::PROBLEM)),
    }
}

fn detail_lines(detail: &Detail, look: &Look<'_>) -> Vec<String> {
    hang("    ", &format!("{}: {}", detail.name, look.alone(&detail.value)), look.width)
}
