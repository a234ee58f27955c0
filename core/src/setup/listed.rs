//! A printer of the list as the setup keeps it: only what it uses, since a network may show two hundred of them.

use std::hash::{DefaultHasher, Hash, Hasher};

use super::input::Found;
use crate::identity::{Identity, Label};
use crate::net::LocalAddr;

/// Stands for the key of a listed printer within one session: 64 bits of its hash. Two that met would share a number, and
/// the first of them would be the one that is asked; that doesn't happen by chance, and brings nobody anything.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Key(u64);

impl From<&str> for Key {
    fn from(key: &str) -> Self {
        let mut hasher = DefaultHasher::new();
        key.hash(&mut hasher);
        Self(hasher.finish())
    }
}

/// One printer of the list.
#[derive(Clone, Debug)]
pub(super) struct Listed {
    /// Counts from 1 and stays with the printer when it leaves and comes back; 0 when there are too many.
    pub number: u32,
    pub key: Key,
    pub identity: Identity,
    /// The name that the person may have given it.
    pub name: Label,
    /// Where its EWS answers best.
    pub at: Option<LocalAddr>,
}

/// The numbers that were given, by place: the first printer has number 1.
#[derive(Clone, Debug, Default)]
pub(super) struct Numbers(Vec<Key>);

/// They stay with their printers, so there may be more of them than of listed printers, but not without end.
const MAX_NUMBERS: usize = super::world::MAX_PRINTERS * 5;

impl Numbers {
    fn of(&mut self, key: Key) -> u32 {
        let known = self.0.iter().position(|k| *k == key);
        let place = known.or_else(|| {
            (self.0.len() < MAX_NUMBERS).then(|| {
                self.0.push(key);
                self.0.len() - 1
            })
        });
        place.and_then(|p| u32::try_from(p + 1).ok()).unwrap_or(0)
    }

    /// The entry of a printer that was found, with its old number or a new one.
    pub fn list(&mut self, found: &Found) -> Listed {
        let key = Key::from(found.key.as_str());
        Listed {
            number: self.of(key),
            key,
            identity: found.identity.clone(),
            name: found.name.clone(),
            at: found.ews.first().copied(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::setup::tests::{found, unmarked};

    #[test]
    fn a_number_stays_with_its_printer_and_there_is_an_end_of_them() {
        let mut numbers = Numbers::default();
        let mut number = |key: &str| numbers.list(&found(key, unmarked(), "192.168.1.6")).number;
        assert_eq!([number("a"), number("b"), number("a"), number("c")], [1, 2, 1, 3]);
        for n in 3..MAX_NUMBERS {
            assert_eq!(number(&format!("printer {n}")) as usize, n + 1);
        }
        assert_eq!([number("one too many"), number("b"), number("one too many")], [0, 2, 0]);
    }
}
