//! The printer's own Wi-Fi: `WifiNetworkSpecifier`, `NEHotspotConfiguration`.

use std::sync::Arc;

use inkjoin::ports::{self as core, SETUP_WIFI_PREFIXES, SetupWifiSink};

use super::turns::{Sink, Turns};
use crate::error::PortError;

/// Brings the phone to a printer's own Wi-Fi and back.
#[uniffi::export(foreign)]
pub trait SetupWifiPort: Send + Sync {
    /// Joins an open network whose name begins with one of `prefixes`, until `leave` of the same id; answers through
    /// `answer`, within a minute. That the phone is there, `NetworkPort.look` tells.
    ///
    /// Fails with `PortError`; the person is shown how to do it by hand.
    fn join(&self, id: u64, prefixes: Vec<String>, answer: Arc<SetupWifiAnswer>) -> Result<(), PortError>;

    /// Leaves it; the system goes back to the network that it was on. Called once for each join that was started.
    ///
    /// May fail with `PortError`, which nobody looks at.
    fn leave(&self, id: u64) -> Result<(), PortError>;
}

/// Where a join is answered. Any thread; the first answer counts.
#[derive(uniffi::Object)]
pub struct SetupWifiAnswer(Arc<Sink<Result<(), core::PortError>>>);

#[uniffi::export]
impl SetupWifiAnswer {
    /// The phone is on the printer's Wi-Fi.
    pub fn joined(&self) {
        self.0.send_last(Ok(()));
    }

    /// It could not be joined: the person said no, there is none, or the system failed.
    pub fn failed(&self, why: PortError) {
        self.0.send_last(Err(why.into()));
    }
}

pub(super) struct Foreign {
    port: Arc<dyn SetupWifiPort>,
    turns: Turns<Result<(), core::PortError>>,
}

impl Foreign {
    pub fn new(port: Arc<dyn SetupWifiPort>) -> Self {
        Self { port, turns: Turns::default() }
    }

    fn end(&self, id: u64) {
        if let Err(error) = self.port.leave(id) {
            tracing::debug!(%error, "the printer's own Wi-Fi could not be left");
        }
    }
}

impl core::SetupWifi for Foreign {
    fn join(&self, id: u64, sink: SetupWifiSink) -> Result<(), core::PortError> {
        let sink = Sink::new(sink);
        let begin = || {
            let prefixes = SETUP_WIFI_PREFIXES.map(str::to_owned).to_vec();
            self.port.join(id, prefixes, Arc::new(SetupWifiAnswer(sink.clone())))
        };
        Ok(self.turns.start(id, sink.clone(), begin, || self.end(id))?)
    }

    fn leave(&self, id: u64) {
        self.turns.stop(id, || self.end(id));
    }
}
