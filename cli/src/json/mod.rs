//! The wizard for programs: a line of JSON for each screen, a line of JSON for each answer.
//!
//! | a program sends | what becomes of it |
//! | --- | --- |
//! | `{"choice":"sign-in","answers":{"password":"…"},"revision":7}` | the choice is taken; without a revision, on the newest screen |
//! | `{"locale":"de"}` | the same screen again, in this language |
//! | `{"cancel":true}` | the session ends, as at the end of the input |
//! | `{"resumed":true}` | clocks and networks are looked at again |
//! | `{"network_changed":true}` | networks are looked at again |
//!
//! It reads `{"screen":…}`; `{"stale":{}}` for a choice on a screen that is not the newest; `{"error":{"kind":…}}` for its own
//! mistakes, which change nothing (`bad_line`, `unknown_choice`, `missing_answer`, `too_long`, `unknown_locale`,
//! `damaged_texts`, `ended`); `{"note":…}` about a saved session; with `--lab` first of all `{"lab":…}`; and `{"outcome":…}` at
//! the end.

mod input;
mod output;
#[cfg(test)]
mod tests;

use std::io::{self, Write};

use inkjoin::session::{ChooseError, Chosen};
use inkjoin::setup::input::Field;

use crate::interrupts::{Ended, Interrupts};
use crate::language;
use crate::lines::{Line, Lines};
use crate::wizard::Wizard;
use input::Said;
pub use output::{fault, found, note, outcome, with_trouble, write};

/// From the first screen to the last. The outcome is the caller's to write.
///
/// # Errors
/// The output is gone; the session has been told to end.
pub async fn run<W: Wizard, O: Write>(
    wizard: &W,
    mut lines: Lines,
    out: &mut O,
    interrupts: &mut Interrupts,
) -> io::Result<Ended> {
    let result = walk(wizard, &mut lines, out, interrupts).await;
    if result.is_err() {
        wizard.cancel();
    }
    result
}

async fn walk<W: Wizard, O: Write>(
    wizard: &W,
    lines: &mut Lines,
    out: &mut O,
    interrupts: &mut Interrupts,
) -> io::Result<Ended> {
    let (mut revision, mut interrupted) = (0, false);
    lines.want();
    loop {
        tokio::select! {
            biased;
            () = interrupts.next() => {
                if std::mem::replace(&mut interrupted, true) {
                    return Ok(Ended::Interrupted);
                }
                wizard.cancel();
            }
            next = wizard.next_screen(revision) => {
                let Some(screen) = next else { return Ok(Ended::Over) };
                revision = screen.revision;
                write(out, &output::screen(&screen, |id| wizard.reveal(id)))?;
            }
            line = lines.next() => match line {
                Line::End => wizard.cancel(),
                Line::Bad => {
                    write(out, &fault("bad_line", None))?;
                    lines.want();
                }
                Line::Text(text) => {
                    if let Err(kind) = obey(wizard, &text) {
                        write(out, &fault(kind.0, kind.1))?;
                    }
                    lines.want();
                }
            }
        }
    }
}

/// The kind of a mistake, and the field that it is about.
type Mistake = (&'static str, Option<&'static str>);

fn obey<W: Wizard>(wizard: &W, line: &str) -> Result<(), Mistake> {
    match input::read(line).ok_or(("bad_line", None))? {
        Said::Cancel => wizard.cancel(),
        Said::Resumed => wizard.resumed(),
        Said::NetworkChanged => wizard.network_changed(),
        Said::Locale(tag) => {
            let tag = language::known(&tag).ok_or(("unknown_locale", None))?;
            // Only texts that do not parse are refused; the language stays as it was.
            return wizard.set_locale(tag).map_err(|_| ("damaged_texts", None));
        }
        Said::Choice { choice, answers, revision } => {
            return match wizard.choose(revision, &choice, &answers) {
                Ok(Chosen::Accepted) => Ok(()),
                Ok(Chosen::Stale) => Err(("stale", None)),
                Err(ChooseError::UnknownChoice) => Err(("unknown_choice", None)),
                Err(ChooseError::MissingAnswer(field)) => Err(("missing_answer", known(field))),
                Err(ChooseError::TooLong(field)) => Err(("too_long", known(&field))),
                Err(ChooseError::Ended) => Err(("ended", None)),
            };
        }
    }
    Ok(())
}

/// Only names of ours are said back: whoever mixes up keys and values would see a password in a log otherwise.
fn known(field: &str) -> Option<&'static str> {
    Field::ALL.into_iter().map(Field::id).find(|id| *id == field)
}
