//! A screen that is higher than the terminal, in parts.

use std::collections::VecDeque;
use std::io::{self, Write};

use super::Human;
use crate::wizard::Wizard;
use crate::words;

/// Below each part stand the way to the next, a clock, and the prompt.
const BELOW: usize = 4;
/// A terminal lower than this is not cut for: nothing would be left.
const LOWEST: usize = 8;

impl<W: Wizard, O: Write> Human<'_, W, O> {
    /// A whole screen; in parts where it is higher than the terminal and somebody is there to go on.
    pub(super) fn print_whole(&mut self, mut lines: Vec<String>, help: bool) -> io::Result<()> {
        if help {
            lines.push(String::new());
            lines.extend(self.draw(|look| look.say(&self.words.get(words::HELP))));
        }
        let tty = self.out.tty();
        let asks = self.screen.as_ref().is_some_and(|screen| !screen.choices.is_empty());
        self.rest = parts(lines, if tty.keyboard && asks { tty.rows } else { 0 });
        self.parts = self.rest.len();
        let first = self.rest.pop_front().unwrap_or_default();
        self.out.print(&first)
    }

    pub(super) fn next_part(&mut self) -> io::Result<()> {
        let part = self.rest.pop_front().unwrap_or_default();
        self.out.print(&part)?;
        self.ask_again()
    }

    /// How the next part comes, when there is one.
    pub(super) fn say_more(&mut self) -> io::Result<()> {
        if self.rest.is_empty() {
            return Ok(());
        }
        self.say(&self.words.more(self.parts - self.rest.len(), self.parts))
    }
}

/// Parts that fit into so many rows each; one part where it all fits or the rows are not known (0). A part ends between
/// two blocks where it can.
fn parts(lines: Vec<String>, rows: usize) -> VecDeque<Vec<String>> {
    // Here only the clock and the prompt are below.
    if rows < LOWEST || lines.len() + 2 <= rows {
        return VecDeque::from([lines]);
    }
    let room = rows - BELOW;
    let (mut parts, mut rest) = (VecDeque::new(), lines);
    while rest.len() > room {
        let gap = rest.iter().take(room + 1).rposition(|line| line.is_empty());
        let next = rest.split_off(gap.filter(|at| *at > room / 2).unwrap_or(room));
        parts.push_back(std::mem::replace(&mut rest, next));
    }
    parts.push_back(rest);
    parts
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn page(blocks: &[usize]) -> Vec<String> {
        let block = |(at, lines): (usize, &usize)| {
            std::iter::once(String::new())
                .chain((0..*lines).map(move |line| format!("{at}.{line}")))
                .collect()
        };
        blocks.iter().enumerate().flat_map(|b| -> Vec<String> { block(b) }).collect()
    }

    #[test]
    fn nothing_is_lost_and_every_part_fits() {
        for rows in 0..40 {
            for blocks in [&[1][..], &[3, 3, 3, 3, 3, 3, 3, 3], &[50], &[1, 30, 1, 1, 9], &[]] {
                let parts = parts(page(blocks), rows);
                assert_eq!(parts.iter().flatten().cloned().collect::<Vec<_>>(), page(blocks));
                assert!(
                    rows < LOWEST || parts.len() == 1 || parts.iter().all(|part| part.len() + BELOW <= rows)
                );
            }
        }
    }

    #[test]
    fn a_part_ends_between_blocks() {
        let ends: Vec<_> =
            parts(page(&[5, 5, 5, 5, 5]), 24).iter().map(|part| part.last().unwrap().clone()).collect();
        assert_eq!(ends, ["2.4", "4.4"]);
    }
}
