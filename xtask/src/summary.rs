//! Counts of tests, read from what the runners print themselves.

use std::fmt;
use std::ops::AddAssign;

/// How many tests passed, failed and were skipped.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Counts {
    pub passed: u64,
    pub failed: u64,
    pub skipped: u64,
}

impl Counts {
    /// The counts of a runner's summary line: `test result: ok. 3 passed; 0 failed; 1 ignored; …` of libtest, or
    /// `3 passed, 0 failed, 1 skipped` of our own runners. `None` for any other line.
    pub fn of_line(line: &str) -> Option<Self> {
        let plain = without_colour(line);
        let text = plain.trim();
        let libtest = text.strip_prefix("test result: ");
        let body = match libtest {
            Some(rest) => rest.split_once(". ")?.1,
            None => text,
        };
        let parts: Vec<(u64, &str)> = body
            .split([';', ','])
            .map_while(|part| {
                let (number, word) = part.trim().split_once(' ')?;
                Some((number.parse().ok()?, word))
            })
            .collect();
        match (libtest.is_some(), parts.as_slice()) {
            (true, [(passed, "passed"), (failed, "failed"), (skipped, "ignored"), ..])
            | (false, [(passed, "passed"), (failed, "failed"), (skipped, "skipped")]) => {
                Some(Self { passed: *passed, failed: *failed, skipped: *skipped })
            }
            _ => None,
        }
    }
}

impl AddAssign for Counts {
    fn add_assign(&mut self, other: Self) {
        self.passed += other.passed;
        self.failed += other.failed;
        self.skipped += other.skipped;
    }
}

impl fmt::Display for Counts {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} passed, {} failed, {} skipped", self.passed, self.failed, self.skipped)
    }
}

/// The line without terminal escapes: `CARGO_TERM_COLOR=always` colours what we read, too.
fn without_colour(line: &str) -> String {
    let mut plain = String::new();
    let mut chars = line.chars();
    while let Some(c) = chars.next() {
        if c == '\u{1b}' {
            let _ = chars.find(char::is_ascii_alphabetic);
        } else {
            plain.push(c);
        }
    }
    plain
}

#[cfg(test)]
mod tests {
    use super::Counts;

    #[test]
    fn reads_both_kinds_of_summary_and_nothing_else() {
        let libtest =
            "test result: ok. 3 passed; 1 failed; 2 ignored; 0 measured; 0 filtered out; finished in 0.00s";
        assert_eq!(Counts::of_line(libtest), Some(Counts { passed: 3, failed: 1, skipped: 2 }));
        let coloured = "test result: \u{1b}[32mok\u{1b}[0m. 3 passed; 1 failed; 2 ignored; 0 measured";
        assert_eq!(Counts::of_line(coloured), Some(Counts { passed: 3, failed: 1, skipped: 2 }));
        assert_eq!(
            Counts::of_line("4 passed, 0 failed, 1 skipped"),
            Some(Counts { passed: 4, failed: 0, skipped: 1 })
        );
        for other in [
            "",
            "test a::b ... ok",
            "4 passed",
            "4 passed, 0 failed",
            "test result: ok",
            "x passed, 1 failed, 2 skipped",
        ] {
            assert_eq!(Counts::of_line(other), None, "{other}");
        }
    }
}
