//! Lines of the standard input, read on a thread of their own and only when they are wanted: a read cannot be given up,
//! and a screen may come while somebody types.

use std::io::{BufRead, Read};
use std::sync::mpsc as sync;

use tokio::sync::mpsc;
use zeroize::Zeroizing;

/// Longest line taken, in bytes without its end.
pub const LONGEST: usize = 64 * 1024;

/// One line, or what came instead.
#[derive(Debug, PartialEq, Eq)]
pub enum Line {
    /// Without its end.
    Text(Zeroizing<String>),
    /// Longer than [`LONGEST`], or no UTF-8. The rest of the line is skipped.
    Bad,
    /// The input ended.
    End,
}

/// The lines of one input.
pub struct Lines {
    wanted: sync::Sender<()>,
    read: mpsc::UnboundedReceiver<Line>,
    outstanding: bool,
}

impl Lines {
    /// Of the standard input.
    pub fn stdin() -> Self {
        Self::of(std::io::stdin)
    }

    /// Of an input that is opened on the reading thread.
    pub fn of<R, F>(open: F) -> Self
    where
        R: Read,
        F: FnOnce() -> R + Send + 'static,
    {
        let (wanted, asked) = sync::channel::<()>();
        let (sender, read) = mpsc::unbounded_channel();
        // A thread that cannot be started reads nothing: its end of the channel closes, which reads as the end.
        let reading = std::thread::Builder::new().name("lines".to_owned()).spawn(move || {
            let mut input = std::io::BufReader::new(open());
            while asked.recv().is_ok() {
                let line = read_line(&mut input);
                let end = line == Line::End;
                if sender.send(line).is_err() || end {
                    break;
                }
            }
        });
        drop(reading);
        Self { wanted, read, outstanding: false }
    }

    /// Asks for one line, unless one is being read already.
    pub fn want(&mut self) {
        if !self.outstanding {
            self.outstanding = true;
            // Fails only after the end, which `next` tells again.
            let _ = self.wanted.send(());
        }
    }

    /// The line that was asked for; waits for ever when none was. A wait that is dropped loses nothing.
    pub async fn next(&mut self) -> Line {
        if !self.outstanding {
            return std::future::pending().await;
        }
        let line = self.read.recv().await.unwrap_or(Line::End);
        self.outstanding = false;
        line
    }
}

/// Reads to the line's end, keeping no more than [`LONGEST`].
pub fn read_line(input: &mut impl BufRead) -> Line {
    let mut kept = Zeroizing::new(Vec::new());
    let mut bytes = 0_usize;
    loop {
        let some = match input.fill_buf() {
            Ok(some) => some,
            Err(fault) if fault.kind() == std::io::ErrorKind::Interrupted => continue,
            Err(_) => return Line::End,
        };
        if some.is_empty() && bytes == 0 {
            return Line::End;
        }
        let end = some.iter().position(|byte| *byte == b'\n');
        let part = some.get(..end.unwrap_or(some.len())).unwrap_or_default();
        bytes = bytes.saturating_add(part.len());
        if bytes <= LONGEST {
            kept.extend_from_slice(part);
        }
        let (over, taken) = (some.is_empty() || end.is_some(), part.len() + usize::from(end.is_some()));
        input.consume(taken);
        if over {
            return text(bytes, kept);
        }
    }
}

fn text(bytes: usize, mut kept: Zeroizing<Vec<u8>>) -> Line {
    if bytes > LONGEST {
        return Line::Bad;
    }
    if kept.last() == Some(&b'\r') {
        kept.pop();
    }
    match String::from_utf8(std::mem::take(&mut *kept)) {
        Ok(text) => Line::Text(Zeroizing::new(text)),
        Err(_) => Line::Bad,
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    fn all(bytes: &[u8]) -> Vec<Line> {
        let mut input = std::io::BufReader::with_capacity(7, bytes);
        std::iter::from_fn(|| Some(read_line(&mut input)).filter(|line| *line != Line::End)).collect()
    }

    fn line(text: &str) -> Line {
        Line::Text(Zeroizing::new(text.to_owned()))
    }

    #[test]
    fn lines_end_with_lf_crlf_or_the_input() {
        assert_eq!(all(b"1\r\n\nq"), [line("1"), line(""), line("q")]);
        assert_eq!(all(b""), []);
    }

    #[test]
    fn a_line_that_is_too_long_or_no_text_is_skipped_to_its_end() {
        let mut bytes = vec![b'x'; LONGEST];
        bytes.extend(b"\n");
        bytes.extend(vec![b'x'; LONGEST + 1]);
        bytes.extend(b"\n\xff\xfe\n1\n");
        let lines = all(&bytes);
        assert!(matches!(lines.first(), Some(Line::Text(text)) if text.len() == LONGEST));
        assert_eq!(lines.get(1..), Some([Line::Bad, Line::Bad, line("1")].as_slice()));
    }

    #[tokio::test]
    async fn lines_are_read_one_by_one_when_wanted() {
        let mut lines = Lines::of(|| &b"a\nb\n"[..]);
        lines.want();
        lines.want();
        assert_eq!(lines.next().await, line("a"));
        let early = tokio::time::timeout(std::time::Duration::from_millis(20), lines.next()).await;
        assert!(early.is_err(), "nothing was wanted");
        for expected in [line("b"), Line::End, Line::End] {
            lines.want();
            assert_eq!(lines.next().await, expected);
        }
    }
}
