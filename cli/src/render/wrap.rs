//! Wrapping by display width.

use textwrap::core::display_width;
use textwrap::{Options, WordSplitter, wrap};

use super::bidi::balanced;

/// A text without control characters: what a device calls itself must not move the cursor or ring the bell. Line ends
/// stay, tabs become blanks.
pub fn clean(text: &str) -> String {
    let kept = text.chars().map(|c| if c == '\t' { ' ' } else { c });
    kept.filter(|c| *c == '\n' || !c.is_control()).collect()
}

/// `text` behind `lead`, the following lines as far in as the lead is wide. No line is wider than `width`, unless the
/// lead alone leaves no room; a word that is too long is cut. The order of the characters stays: a terminal that knows
/// right-to-left text reorders it itself.
pub fn hang(lead: &str, text: &str, width: usize) -> Vec<String> {
    let indent = " ".repeat(display_width(lead).min(width / 2));
    let mut lines = Vec::new();
    for paragraph in clean(text).lines() {
        let first = if lines.is_empty() { lead } else { &indent };
        // No breaks at hyphens: addresses and menu items are copied from the screen.
        let options = Options::new(width)
            .initial_indent(first)
            .subsequent_indent(&indent)
            .word_splitter(WordSplitter::NoHyphenation);
        let wrapped = wrap(paragraph.trim_end(), options);
        let wrapped: Vec<String> = wrapped.into_iter().map(|line| line.trim_end().to_owned()).collect();
        lines.extend(balanced(&wrapped));
    }
    if lines.is_empty() && !lead.trim().is_empty() {
        lines.push(lead.trim_end().to_owned());
    }
    lines
}

/// As much of `text` as fits into one line.
pub fn fit(text: &str, width: usize) -> String {
    let mut taken = String::new();
    for c in clean(text).chars().filter(|c| *c != '\n') {
        taken.push(c);
        if display_width(&taken) > width {
            taken.pop();
            break;
        }
    }
    taken
}
