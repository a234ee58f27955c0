//! Fault knobs: what a device does instead of answering, or to its answer.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::{Mutex, PoisonError};

use serde::Deserialize;

use crate::knob::Knob;

/// One thing that goes wrong.
#[derive(Debug, Clone, PartialEq, Eq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Fault {
    /// The class of requests it meets, e.g. `printer.pin`, or all of a device's: `printer.any`, `router.any`.
    pub at: String,
    /// What happens to them.
    pub knob: Knob,
    /// Only the first so many matching requests; all if absent.
    pub times: Option<u32>,
    /// Only once this has been: `joined` or `started`, or a class of requests that was answered before.
    pub after: Option<String>,
    /// How long `slow` waits, and after how long `asleep` hangs up, in lab milliseconds.
    pub ms: Option<u64>,
}

/// All classes of requests.
pub const CLASSES: &[&str] = &[
    "printer.identity",
    "printer.tree",
    "printer.capabilities",
    "printer.pin",
    "printer.print",
    "printer.adapters",
    "printer.status",
    "printer.ipp",
    "printer.other",
    "router.page",
    "router.list",
    "router.login",
    "router.access",
    "router.pin",
    "router.push",
    "router.status",
    "router.cancel",
    "router.other",
];

impl Fault {
    /// # Errors
    /// A class or condition that nothing belongs to.
    pub fn check(&self) -> Result<(), String> {
        let known = |class: &str| CLASSES.contains(&class);
        if !known(&self.at) && self.at != "printer.any" && self.at != "router.any" {
            return Err(format!("there are no requests of class {:?}", self.at));
        }
        match self.after.as_deref() {
            None | Some("joined" | "started") => Ok(()),
            Some(class) if known(class) => Ok(()),
            Some(other) => Err(format!("nothing is called {other:?}, so nothing can come after it")),
        }
    }

    fn meets(&self, class: &str) -> bool {
        self.at == class || self.at.strip_suffix("any").is_some_and(|device| class.starts_with(device))
    }

    fn limit(&self) -> Option<u32> {
        match self.knob {
            Knob::Asleep | Knob::AddressChanged => Some(self.times.unwrap_or(1)),
            _ => self.times,
        }
    }
}

/// What has been in a lab so far, and what is to go wrong.
#[derive(Debug, Default)]
pub struct Faults(Mutex<State>);

#[derive(Debug, Default)]
struct State {
    faults: Vec<(Fault, u32)>,
    been: BTreeSet<String>,
    requests: BTreeMap<String, u64>,
}

impl Faults {
    /// With a scene's faults.
    pub fn new(faults: &[Fault]) -> Self {
        let faults = faults.iter().map(|fault| (fault.clone(), 0)).collect();
        Self(Mutex::new(State { faults, ..State::default() }))
    }

    fn state(&self) -> std::sync::MutexGuard<'_, State> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// One more fault; it comes before those that were there.
    pub fn add(&self, fault: Fault) {
        self.state().faults.insert(0, (fault, 0));
    }

    /// No more faults.
    pub fn clear(&self) {
        self.state().faults.clear();
    }

    /// `joined`, `started`: faults that come after it may come now.
    pub fn been(&self, event: &str) {
        self.state().been.insert(event.to_owned());
    }

    /// Counts a request, and says what goes wrong with it: the first fault that meets it and isn't used up.
    pub fn request(&self, class: &str) -> Option<Fault> {
        let mut state = self.state();
        *state.requests.entry(class.to_owned()).or_default() += 1;
        let state = &mut *state;
        let found = state.faults.iter_mut().find(|(fault, used)| {
            fault.meets(class)
                && fault.limit().is_none_or(|limit| *used < limit)
                && fault.after.as_ref().is_none_or(|after| state.been.contains(after))
        });
        let fault = found.map(|(fault, used)| {
            *used += 1;
            fault.clone()
        });
        state.been.insert(class.to_owned());
        fault
    }

    /// Requests so far by class.
    pub fn requests(&self) -> BTreeMap<String, u64> {
        self.state().requests.clone()
    }

    /// Whether the device (`printer` or `router`) has a certificate although its port is a plain one.
    pub fn certificate(&self, device: &str) -> bool {
        let certificate = |knob| matches!(knob, Knob::SelfSigned | Knob::CertificateChanged);
        self.state().faults.iter().any(|(fault, _)| certificate(fault.knob) && fault.at.starts_with(device))
    }

    /// Whether the device's certificate has changed by now.
    pub fn certificate_changed(&self, device: &str) -> bool {
        let changed = |fault: &Fault, used: u32| fault.knob == Knob::CertificateChanged && used > 0;
        self.state().faults.iter().any(|(fault, used)| changed(fault, *used) && fault.at.starts_with(device))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fault(at: &str, knob: Knob, times: Option<u32>, after: Option<&str>) -> Fault {
        Fault { at: at.into(), knob, times, after: after.map(Into::into), ms: None }
    }

    #[test]
    fn times_and_after_hold() {
        let faults = Faults::new(&[
            fault("printer.pin", Knob::S500, Some(2), None),
            fault("router.any", Knob::Reset, None, Some("router.login")),
        ]);
        assert!(faults.request("printer.tree").is_none());
        assert!(faults.request("printer.pin").is_some());
        assert!(faults.request("printer.pin").is_some());
        assert!(faults.request("printer.pin").is_none());
        assert!(faults.request("router.login").is_none());
        assert!(faults.request("router.pin").is_some());
        assert_eq!(faults.requests().get("printer.pin"), Some(&3));
        faults.clear();
        assert!(faults.request("router.pin").is_none());
        assert!(fault("printer.nothing", Knob::Slow, None, None).check().is_err());
        assert!(fault("printer.any", Knob::Slow, None, Some("tea")).check().is_err());
    }
}
