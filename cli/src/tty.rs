//! What a terminal can do for us: how wide it is, and keeping what is typed off the screen.

use std::io::{IsTerminal, stdin, stdout};

/// Where the program's lines come from and go to.
#[derive(Clone, Copy, Debug)]
pub struct Tty {
    /// Somebody types.
    pub keyboard: bool,
    /// The cursor can be moved on it.
    pub cursor: bool,
    /// Colours are wanted.
    pub colour: bool,
    /// Columns; 0 when they are not known.
    pub columns: usize,
    /// Rows; 0 when they are not known or do not matter.
    pub rows: usize,
    /// Its size is asked for again.
    pub resizes: bool,
}

impl Tty {
    /// As it is. `colour` and `cursor` are what the person allows.
    pub fn find(colour: bool, cursor: bool) -> Self {
        let screen = stdout().is_terminal();
        let dumb = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
        // https://no-color.org: present and not empty.
        let refused = std::env::var_os("NO_COLOR").is_some_and(|set| !set.is_empty());
        Self {
            keyboard: stdin().is_terminal(),
            cursor: screen && !dumb && cursor,
            colour: screen && !dumb && colour && !refused,
            columns: 0,
            rows: 0,
            resizes: screen,
        }
        .now()
    }

    /// With the size that it has now. Asked for at each drawing: windows are resized.
    pub fn now(self) -> Self {
        if !self.resizes {
            return self;
        }
        let (columns, rows) = size();
        Self { columns, rows: if self.cursor { rows } else { 0 }, ..self }
    }
}

#[cfg(unix)]
fn size() -> (usize, usize) {
    let size = rustix::termios::tcgetwinsize(stdout());
    size.map_or((0, 0), |size| (usize::from(size.ws_col), usize::from(size.ws_row)))
}

#[cfg(not(unix))]
fn size() -> (usize, usize) {
    (0, 0)
}

/// The keyboard's echo. Comes back when this is dropped.
#[derive(Default)]
pub struct Echo {
    #[cfg(unix)]
    before: Option<rustix::termios::Termios>,
}

#[cfg(unix)]
impl Echo {
    /// Hides what is typed from now on, all but the end of the line. `false` where it stays visible.
    pub fn hide(&mut self) -> bool {
        use rustix::termios::{LocalModes, OptionalActions, tcgetattr, tcsetattr};
        if self.before.is_some() {
            return true;
        }
        let Ok(before) = tcgetattr(stdin()) else { return false };
        let mut hidden = before.clone();
        hidden.local_modes.remove(LocalModes::ECHO);
        hidden.local_modes.insert(LocalModes::ECHONL);
        let done = tcsetattr(stdin(), OptionalActions::Now, &hidden).is_ok();
        self.before = done.then_some(before);
        done
    }

    /// Shows it again.
    pub fn show(&mut self) {
        use rustix::termios::{OptionalActions, tcsetattr};
        if let Some(before) = self.before.take() {
            // Nothing more can be done about a terminal that is gone.
            let _ = tcsetattr(stdin(), OptionalActions::Now, &before);
        }
    }

    /// Shows it again and forgets a line that has been begun, so that half a password does not become visible.
    pub fn drop_line(&mut self) {
        if self.before.is_some() {
            let _ = rustix::termios::tcflush(stdin(), rustix::termios::QueueSelector::IFlush);
            self.show();
        }
    }
}

#[cfg(not(unix))]
impl Echo {
    /// Hides what is typed from now on. `false` where it stays visible.
    pub fn hide(&mut self) -> bool {
        false
    }

    /// Shows it again.
    pub fn show(&mut self) {}

    /// Shows it again and forgets a line that has been begun.
    pub fn drop_line(&mut self) {}
}

impl Drop for Echo {
    fn drop(&mut self) {
        self.show();
    }
}
