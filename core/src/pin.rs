//! The WPS device PIN: what is one, what is not, and why.

use std::fmt;

use zeroize::Zeroizing;

/// A device PIN that may be sent to a router: eight digits with a right check digit, or four digits.
///
/// Never `00000000`, which some routers take as the push button. Wiped when dropped; `Debug` hides the digits.
/// Source: Wi-Fi Simple Configuration, "Device Password"; hostap 2.10 `wps_common.c`.
#[derive(Clone, PartialEq, Eq)]
pub struct WpsPin(Zeroizing<String>);

/// Why a text or a number is no device PIN. Nothing was sent; the person is told and may type again.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, thiserror::Error)]
pub enum PinProblem {
    /// Nothing was typed.
    #[error("no digits")]
    Empty,
    /// Something else than digits, blanks and dashes. `12345O70` with a letter O is the usual one.
    #[error("not only digits")]
    NotDigits,
    /// Neither 4 nor 8 digits; `found` is how many there are (99 when there are more).
    #[error("{found} digits instead of 8 or 4")]
    Length {
        /// Digits found, 1 to 99.
        found: u8,
    },
    /// Eight digits, but the last one does not fit the first seven: most likely a misread digit.
    #[error("wrong check digit")]
    CheckDigit,
    /// Only zeros, which no printer shows and some routers take as the push button.
    #[error("only zeros")]
    Zeros,
    /// `12345670`, the example of many guides. Asked once whether the printer really shows it; typed again it is taken.
    /// `parse` never gives this.
    #[error("the example of many guides")]
    Example,
}

/// What a printer's number says (LEDM gives the PIN as an integer, so leading zeros are lost on the wire).
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum PinNumber {
    /// The number 0: the printer has no PIN now.
    None,
    /// A PIN, padded to eight digits and checked.
    Pin(WpsPin),
    /// Below 10000: either four digits as they are or eight with lost zeros. The person is asked what they see.
    Ambiguous {
        /// Read as four digits.
        four: WpsPin,
        /// Read as eight digits, if the check digit fits.
        eight: WpsPin,
    },
}

/// Longest text looked at; a PIN with blanks and dashes is far shorter.
const MAX_TEXT: usize = 64;

impl WpsPin {
    /// Reads what a person typed or a page showed. Blanks and dashes are skipped; leading zeros stay.
    ///
    /// # Errors
    /// A [`PinProblem`] that has a sentence of its own for the person.
    pub fn parse(text: &str) -> Result<Self, PinProblem> {
        let mut digits = Zeroizing::new(String::with_capacity(8));
        for c in text.chars().take(MAX_TEXT) {
            match c {
                ' ' | '\u{a0}' | '\t' | '\r' | '\n' | '-' | '\u{2010}'..='\u{2014}' => {}
                '0'..='9' => digits.push(c),
                _ => return Err(PinProblem::NotDigits),
            }
        }
        if text.chars().nth(MAX_TEXT).is_some() {
            return Err(PinProblem::Length { found: 99 });
        }
        match digits.len() {
            0 => Err(PinProblem::Empty),
            _ if digits.bytes().all(|d| d == b'0') => Err(PinProblem::Zeros),
            4 => Ok(Self(digits)),
            8 if check_digit_fits(&digits) => Ok(Self(digits)),
            8 => Err(PinProblem::CheckDigit),
            found => Err(PinProblem::Length { found: u8::try_from(found).unwrap_or(99) }),
        }
    }

    /// Reads the integer of LEDM's `wifi:WpsPin` (0 to 4294967295 in its schema).
    ///
    /// # Errors
    /// [`PinProblem::Length`] above 99999999, [`PinProblem::CheckDigit`] when the padded number does not fit.
    pub fn from_number(number: u64) -> Result<PinNumber, PinProblem> {
        match number {
            0 => Ok(PinNumber::None),
            1..=9_999 => {
                let four = Self(Zeroizing::new(format!("{number:04}")));
                match Self::parse(&format!("{number:08}")) {
                    Ok(eight) => Ok(PinNumber::Ambiguous { four, eight }),
                    Err(_) => Ok(PinNumber::Pin(four)),
                }
            }
            10_000..=99_999_999 => Self::parse(&format!("{number:08}")).map(PinNumber::Pin),
            _ => Err(PinProblem::Length { found: 9 }),
        }
    }

    /// Whether it is `12345670`, which guides print as their example and routers as the default of their own PIN.
    pub(crate) fn is_example(&self) -> bool {
        *self.0 == *"12345670"
    }

    /// The digits, 4 or 8 of them. Only for the router and for the person's own screen.
    pub fn reveal(&self) -> &str {
        &self.0
    }

    /// The digits as they are shown and read aloud: `1234 5670`.
    pub fn grouped(&self) -> Zeroizing<String> {
        let (a, b) = self.0.split_at_checked(4).unwrap_or((&self.0, ""));
        Zeroizing::new(if b.is_empty() { a.to_owned() } else { format!("{a} {b}") })
    }
}

impl fmt::Debug for WpsPin {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "WpsPin({} digits)", self.0.len())
    }
}

/// Weights 3 and 1 in turn over all eight digits must add up to a multiple of ten.
fn check_digit_fits(digits: &str) -> bool {
    let sum: u32 =
        digits.bytes().enumerate().map(|(i, d)| u32::from(d - b'0') * if i % 2 == 0 { 3 } else { 1 }).sum();
    sum.is_multiple_of(10)
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use proptest::prelude::*;

    use super::*;

    fn digits(text: &str) -> Result<String, PinProblem> {
        WpsPin::parse(text).map(|p| p.reveal().to_owned())
    }

    #[test]
    fn blanks_and_dashes_are_read() {
        assert_eq!(digits("1234-5670").unwrap(), "12345670");
        assert_eq!(digits(" 1234 5670\n").unwrap(), "12345670");
        assert_eq!(digits("1234").unwrap(), "1234");
        assert_eq!(digits("0000 0017").unwrap(), "00000017");
    }

    #[test]
    fn each_mistake_has_its_own_problem() {
        assert_eq!(digits(""), Err(PinProblem::Empty));
        assert_eq!(digits("--"), Err(PinProblem::Empty));
        assert_eq!(digits("1234567O"), Err(PinProblem::NotDigits));
        assert_eq!(digits("１２３４"), Err(PinProblem::NotDigits));
        assert_eq!(digits("1234567"), Err(PinProblem::Length { found: 7 }));
        assert_eq!(digits("123456789"), Err(PinProblem::Length { found: 9 }));
        assert_eq!(digits("12345678"), Err(PinProblem::CheckDigit));
        assert_eq!(digits("00000000"), Err(PinProblem::Zeros));
        assert_eq!(digits("0000"), Err(PinProblem::Zeros));
        assert_eq!(digits(&"1".repeat(1 << 20)), Err(PinProblem::Length { found: 99 }));
    }

    #[test]
    fn numbers_are_padded_checked_or_asked() {
        let pin = |n| WpsPin::from_number(n);
        assert_eq!(pin(0), Ok(PinNumber::None));
        assert_eq!(pin(12_345_670), Ok(PinNumber::Pin(WpsPin::parse("12345670").unwrap())));
        assert_eq!(pin(2_345_673), Ok(PinNumber::Pin(WpsPin::parse("02345673").unwrap())));
        assert!(matches!(pin(17), Ok(PinNumber::Ambiguous { .. })));
        assert_eq!(pin(1234), Ok(PinNumber::Pin(WpsPin::parse("1234").unwrap())));
        assert_eq!(pin(12_345_678), Err(PinProblem::CheckDigit));
        assert_eq!(pin(100_000_000), Err(PinProblem::Length { found: 9 }));
        assert_eq!(pin(4_294_967_295), Err(PinProblem::Length { found: 9 }));
    }

    #[test]
    fn debug_hides_the_digits() {
        let pin = WpsPin::parse("12345670").unwrap();
        assert_eq!(format!("{pin:?}"), "WpsPin(8 digits)");
        assert_eq!(pin.grouped().as_str(), "1234 5670");
    }

    proptest! {
        #[test]
        fn one_changed_digit_is_always_noticed(seven in 1u32..10_000_000, at in 0usize..8, by in 1u8..10) {
            let body = format!("{seven:07}");
            let sum: u32 = body.bytes().enumerate().map(|(i, d)| u32::from(d - b'0') * if i % 2 == 0 { 3 } else { 1 }).sum();
            let right = format!("{body}{}", (10 - sum % 10) % 10);
            prop_assert!(WpsPin::parse(&right).is_ok());
            let mut bytes = right.into_bytes();
            if let Some(d) = bytes.get_mut(at) { *d = (*d - b'0' + by) % 10 + b'0'; }
            prop_assert!(WpsPin::parse(&String::from_utf8(bytes).unwrap()).is_err());
        }

        #[test]
        fn no_text_panics(text in ".*") {
            let _ = WpsPin::parse(&text);
        }
    }
}
