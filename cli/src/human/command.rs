//! What a typed line means on a screen.

use inkjoin::guide::screen::{Block, FieldInput, Screen, ScreenChoice};

use crate::language::known;
use crate::render::usual;

/// One line, understood.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Take this choice.
    Choose(String),
    /// Show the screen again.
    Show,
    /// Leave.
    Leave,
    /// Go on in this language; `None` when there is no such one.
    Language(Option<&'static str>),
    /// Take this choice with the line as its only answer.
    Fill {
        /// The choice.
        choice: String,
        /// What the line is.
        field: String,
    },
    /// An empty line where no choice is the usual one.
    NoUsual,
    /// None of the choices.
    Unknown,
}

/// Reads a line: a number, a choice's id, nothing for the usual choice, `?`, `q` or `:lang de`.
pub fn read(line: &str, screen: &Screen) -> Command {
    let line = line.trim();
    if let Some(tag) = language(line) {
        return Command::Language(known(tag));
    }
    match line {
        "" => usual(screen).map_or(Command::NoUsual, |id| Command::Choose(id.to_owned())),
        "?" => Command::Show,
        "q" | "Q" => Command::Leave,
        _ => {
            let numbered = line.parse::<usize>().ok().and_then(|n| screen.choices.get(n.checked_sub(1)?));
            let named = || screen.choices.iter().find(|choice| choice.id == line);
            let chosen = numbered.or_else(named);
            match chosen {
                Some(choice) => Command::Choose(choice.id.clone()),
                None => filled(line, screen).unwrap_or(Command::Unknown),
            }
        }
    }
}

/// What stands behind `:lang`.
fn language(line: &str) -> Option<&str> {
    let tag = line.strip_prefix(":lang")?;
    (tag.is_empty() || tag.starts_with(' ')).then(|| tag.trim())
}

/// Where the usual choice only asks for a number, such as a PIN or an address, people type it at once. Shorter than four
/// it is rather a choice that does not exist.
fn filled(line: &str, screen: &Screen) -> Option<Command> {
    if line.len() < 4 || !line.starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let usual = usual(screen)?;
    let choice = screen.choices.iter().find(|choice| choice.id == usual)?;
    match questions(screen, choice).as_slice() {
        [question] if !question.secret => {
            Some(Command::Fill { choice: choice.id.clone(), field: question.field.clone() })
        }
        _ => None,
    }
}

/// Whether the line means the same on every screen, so that it need not wait for the right one.
pub fn is_plain(line: &str, screen: &Screen) -> bool {
    let line = line.trim();
    matches!(line, "?" | "q" | "Q")
        || language(line).is_some()
        || screen.choices.iter().any(|choice| choice.id == line)
}

/// A field that a choice needs.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Question {
    /// The key in the answers.
    pub field: String,
    /// Label and hint.
    pub text: String,
    /// What stands in it at first.
    pub value: String,
    /// Hidden while it is typed.
    pub secret: bool,
}

/// What must be asked for a choice, in its order. A field that is not drawn is asked by its id.
pub fn questions(screen: &Screen, choice: &ScreenChoice) -> Vec<Question> {
    let drawn = |id: &str| {
        screen.blocks.iter().find_map(|block| match block {
            Block::Field { id: known, input, label, hint, value, .. } if known == id => Some(Question {
                field: id.to_owned(),
                text: if hint.is_empty() { label.clone() } else { format!("{label}, {hint}") },
                value: value.clone(),
                secret: *input == FieldInput::Password,
            }),
            _ => None,
        })
    };
    // Better hidden once too often than shown once.
    let unknown =
        |id: &str| Question { field: id.to_owned(), text: id.to_owned(), value: String::new(), secret: true };
    choice.needs.iter().map(|id| drawn(id).unwrap_or_else(|| unknown(id))).collect()
}
