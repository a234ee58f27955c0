//! WPS device PINs as the lab's devices make and check them.

use std::hash::{BuildHasher, RandomState};

/// The check digit of seven digits: weights 3 and 1 alternate from the left (WSC 2.0, 7.4.1).
pub fn check_digit(seven: u32) -> u32 {
    let mut rest = seven;
    let mut sum = 0;
    for place in 0..7 {
        sum += (rest % 10) * if place % 2 == 0 { 3 } else { 1 };
        rest /= 10;
    }
    (10 - sum % 10) % 10
}

/// Whether eight digits end in their check digit.
pub fn checks(pin: &str) -> bool {
    pin.len() == 8 && pin.parse::<u32>().is_ok_and(|number| check_digit(number / 10) == number % 10)
}

/// A valid PIN that no scene fixed. Never 00000000, which some routers take for the push button.
pub fn random() -> String {
    // No cipher hangs on a lab's PIN, so the seed of a hash map is random enough.
    let seven = u32::try_from(RandomState::new().hash_one("pin") % 9_999_999).unwrap_or(0) + 1;
    format!("{:08}", seven * 10 + check_digit(seven))
}

/// 32 random hex digits, as a session id has.
pub fn token() -> String {
    format!("{:016x}{:016x}", RandomState::new().hash_one("id"), RandomState::new().hash_one("id"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_check_digit_is_that_of_the_standard() {
        assert_eq!(check_digit(1_234_567), 0);
        assert!(checks("12345670"));
        assert!(!checks("12345678"));
        assert!(!checks("1234567"));
        for _ in 0..200 {
            let pin = random();
            assert!(checks(&pin) && pin != "00000000", "{pin}");
        }
        assert_eq!(token().len(), 32);
    }
}
