#![allow(clippy::unwrap_used)]

use super::*;
use crate::ports::desktop::SystemClock;

fn shared() -> Shared {
    let knowledge = Knowledge::embedded().unwrap();
    let clock = Arc::new(SystemClock);
    Shared::new(Setup::new(knowledge, clock.now()), Guide::new("en").unwrap(), knowledge, clock)
}

fn revision(shared: &Shared) -> u64 {
    shared.lock().screen.as_ref().unwrap().revision
}

#[test]
fn a_setup_that_went_on_and_looks_the_same_loses_no_choice() {
    let shared = shared();
    // As after a change of state that no screen tells of, and before the driver has drawn it.
    shared.lock().shown_generation = u64::MAX;
    assert_eq!(shared.choose(Some(revision(&shared)), "begin", &BTreeMap::new()), Ok(Chosen::Accepted));
}

#[test]
fn a_setup_that_went_on_and_looks_another_takes_no_choice_of_before() {
    let shared = shared();
    let (before, now) = (revision(&shared), shared.now());
    shared.lock().setup.handle(Input::Choose(Choice::Begin, Answers::default()), now).unwrap();
    assert_eq!(shared.choose(Some(before), "begin", &BTreeMap::new()), Ok(Chosen::Stale));
    assert_eq!(shared.choose(None, "went-offline", &BTreeMap::new()), Ok(Chosen::Stale));
}
