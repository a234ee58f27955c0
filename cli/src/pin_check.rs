//! `inkjoin pin check`.

use std::io::{self, Write, stdin};

use inkjoin::pin::{PinProblem, WpsPin};
use serde_json::{Value, json};

use crate::lines::{Line, read_line};
use crate::{exit, json as lines_of_json, names};

/// Reads one line from the standard input and tells whether it is a PIN; never says it.
///
/// # Errors
/// The output is gone.
pub fn run(as_json: bool) -> io::Result<u8> {
    let line = read_line(&mut stdin().lock());
    let checked = check(&line);
    let mut out = io::stdout().lock();
    if as_json {
        lines_of_json::write(&mut out, &value(&checked))?;
    } else {
        match &checked {
            Ok(digits) => writeln!(out, "valid, {digits} digits")?,
            Err(problem) => writeln!(out, "{}", sentence(*problem))?,
        }
    }
    Ok(if checked.is_ok() { exit::GOOD } else { exit::FAILED })
}

/// How many digits a right PIN has.
fn check(line: &Line) -> Result<usize, PinProblem> {
    match line {
        Line::Text(text) => WpsPin::parse(text).map(|pin| pin.reveal().len()),
        Line::Bad => Err(PinProblem::NotDigits),
        Line::End => Err(PinProblem::Empty),
    }
}

fn value(checked: &Result<usize, PinProblem>) -> Value {
    match checked {
        Ok(digits) => json!({ "valid": true, "digits": digits }),
        Err(problem) => json!({ "valid": false, "problem": names::pin_problem(*problem) }),
    }
}

fn sentence(problem: PinProblem) -> String {
    match problem {
        PinProblem::Empty => "There are no digits in it.".to_owned(),
        PinProblem::NotDigits => {
            "There is something else than digits in it; a letter O may be a zero.".to_owned()
        }
        PinProblem::Length { found: 99 } => {
            "That is much too long; a WPS PIN has 8 digits, or seldom 4.".to_owned()
        }
        PinProblem::Length { found } => format!("{found} digits; a WPS PIN has 8, or seldom 4."),
        PinProblem::CheckDigit => {
            "The last digit does not fit the others; compare them one by one.".to_owned()
        }
        PinProblem::Zeros => "Only zeros are no PIN.".to_owned(),
        PinProblem::Example => "That is the example of many guides.".to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use zeroize::Zeroizing;

    use super::*;

    fn said(text: &str) -> String {
        value(&check(&Line::Text(Zeroizing::new(text.to_owned())))).to_string()
    }

    #[test]
    fn a_pin_is_judged_and_not_said() {
        assert_eq!(said("1234-5670"), r#"{"digits":8,"valid":true}"#);
        assert_eq!(said("1234"), r#"{"digits":4,"valid":true}"#);
        let problems =
            [("", "empty"), ("1234567O", "not_digits"), ("1234567", "length"), ("12345678", "check_digit")];
        for (text, problem) in problems.into_iter().chain([("00000000", "zeros")]) {
            assert_eq!(said(text), format!(r#"{{"problem":"{problem}","valid":false}}"#));
        }
        assert_eq!(check(&Line::Bad), Err(PinProblem::NotDigits));
        assert_eq!(check(&Line::End), Err(PinProblem::Empty));
    }
}
