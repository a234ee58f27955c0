//! From a screen to lines of text, none wider than the terminal. Nothing here decides or words anything of the setup.

mod bidi;
mod blocks;
mod changes;
mod clock;
#[cfg(test)]
mod tests;
mod wrap;

use inkjoin::guide::screen::{Block, Role, Screen};
use inkjoin::guide::texts::Direction;
use inkjoin::secret::Secret;

use crate::words::{self, Words};
pub use bidi::{isolated, stripped};
pub use changes::changes;
pub use clock::Clock;
use wrap::hang;
pub use wrap::{clean, fit};

/// Lines are never wider than this, however wide the terminal is: long lines are hard to read.
pub const WIDEST: usize = 80;
/// Narrower than this nothing could be read; such a width is a terminal that does not know its own.
const NARROWEST: usize = 20;

/// Rows of a terminal that does not tell its own.
const ROWS: usize = 24;
/// Rows that the clock and the prompt take.
const BELOW: usize = 4;

/// How the terminal draws.
pub struct Look<'a> {
    width: usize,
    colour: bool,
    /// A clock has a line of its own, so it is not drawn as a block.
    live_clock: bool,
    now_ms: u64,
    rows: usize,
    words: &'a Words,
    reveal: &'a dyn Fn(u64) -> Option<Secret>,
}

impl<'a> Look<'a> {
    /// For a terminal of so many columns; 0 when it does not say.
    pub fn new(
        columns: usize,
        colour: bool,
        words: &'a Words,
        reveal: &'a dyn Fn(u64) -> Option<Secret>,
    ) -> Self {
        Self { width: usable(columns), colour, live_clock: false, now_ms: 0, rows: ROWS, words, reveal }
    }

    /// For a terminal of so many rows; 0 when it does not say.
    pub fn rows(mut self, rows: usize) -> Self {
        self.rows = if rows == 0 { ROWS } else { rows };
        self
    }

    /// With a line of its own for the clock, or with the time that is left as text.
    pub fn clock(mut self, live: bool, now_ms: u64) -> Self {
        (self.live_clock, self.now_ms) = (live, now_ms);
        self
    }

    /// What stands in a line by itself, such as a name, digits or an address: a line from right to left must not reorder
    /// it. `1234 5670` would be read as `5670 1234`.
    fn alone(&self, text: &str) -> String {
        if self.words.direction() == Direction::Rtl { bidi::apart(text) } else { text.to_owned() }
    }

    /// One paragraph of the terminal's own.
    pub fn say(&self, text: &str) -> Vec<String> {
        hang("", text, self.width)
    }
}

/// The columns that are used of so many.
pub fn usable(columns: usize) -> usize {
    if columns < NARROWEST { WIDEST } else { columns.min(WIDEST) }
}

/// One entry of a list, where the terminal's width does not matter enough to be asked for.
pub fn hang_for_list(text: &str) -> Vec<String> {
    let lines = hang("", text, WIDEST - 2);
    lines.into_iter().enumerate().map(|(at, line)| if at == 0 { line } else { format!("  {line}") }).collect()
}

/// What stands out.
#[derive(Clone, Copy)]
enum Paint {
    Title,
    Usual,
    Warning,
    Problem,
    Pin,
}

fn paint(look: &Look<'_>, paint: Paint, lines: Vec<String>) -> Vec<String> {
    if !look.colour {
        return lines;
    }
    let code = match paint {
        Paint::Title | Paint::Usual => "1",
        Paint::Warning => "33",
        Paint::Problem => "31",
        Paint::Pin => "1;36",
    };
    lines.into_iter().map(|line| format!("\u{1b}[{code}m{line}\u{1b}[0m")).collect()
}

/// The whole screen: title, blocks, choices.
pub fn screen(screen: &Screen, look: &Look<'_>) -> Vec<String> {
    let mut lines = vec![String::new()];
    let mut pin_at = None;
    lines.extend(paint(look, Paint::Title, hang("", &screen.title, look.width)));
    for block in &screen.blocks {
        let drawn = blocks::block(block, screen, look);
        if matches!(block, Block::Pin { .. }) {
            pin_at = Some(lines.len());
        }
        if !drawn.is_empty() {
            lines.push(String::new());
            lines.extend(drawn);
        }
    }
    let choices = choices(screen, look);
    if pin_at.is_some_and(|at| lines.len() + choices.len() + BELOW > at + look.rows) {
        let again = blocks::pin_again(screen, look);
        lines.extend(again.first().map(|_| String::new()));
        lines.extend(again);
    }
    if !choices.is_empty() {
        lines.push(String::new());
        lines.extend(choices);
    }
    lines
}

/// The choices that are not cards, with their numbers.
fn choices(screen: &Screen, look: &Look<'_>) -> Vec<String> {
    let carded = |id: &str| {
        screen
            .blocks
            .iter()
            .any(|b| matches!(b, Block::Printers { printers } if printers.iter().any(|p| p.choice == id)))
    };
    let listed = screen.choices.iter().filter(|c| !carded(&c.id));
    listed.flat_map(|c| choice_lines(screen, &c.id, &c.label, look)).collect()
}

/// `  [1] Label (Enter)`.
fn choice_lines(screen: &Screen, id: &str, label: &str, look: &Look<'_>) -> Vec<String> {
    let place = screen.choices.iter().position(|c| c.id == id);
    let number = place.map_or_else(|| "  [-] ".to_owned(), |at| format!("  [{}] ", at + 1));
    if usual(screen).is_some_and(|usual| usual == id) {
        let label = format!("{} {}", look.alone(clean(label).trim_end()), look.words.get(words::ENTER));
        return paint(look, Paint::Usual, hang(&number, &label, look.width));
    }
    hang(&number, &look.alone(label), look.width)
}

/// After an answer that changed nothing: what is wrong, and the choices once more.
pub fn again(screen: &Screen, look: &Look<'_>) -> Vec<String> {
    let problems = screen.blocks.iter().filter_map(|block| match block {
        Block::Field { problem, .. } => problem.as_deref(),
        _ => None,
    });
    let mut lines: Vec<String> = problems.flat_map(|problem| blocks::problem_lines(problem, look)).collect();
    lines.extend(choices(screen, look));
    lines
}

/// Whether the screen waits for a person; one that only offers a way back goes on by itself.
pub fn waits_for_person(screen: &Screen) -> bool {
    screen.choices.iter().any(|c| c.role != Role::Back)
}

/// The choice that an empty line takes: the first primary one.
pub fn usual(screen: &Screen) -> Option<&str> {
    screen.choices.iter().find(|c| c.role == Role::Primary).map(|c| c.id.as_str())
}
