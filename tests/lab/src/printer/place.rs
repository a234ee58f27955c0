//! Where the printer is: nowhere yet, on its cable, on its setup network, on a Wi-Fi.

use std::net::SocketAddr;
use std::sync::{Arc, MutexGuard, PoisonError};
use std::time::Duration;

use tokio::task::AbortHandle;

use super::{Enrollee, Phase, Printer};

/// What is so at the moment.
#[derive(Debug, Default)]
pub struct Place {
    /// Whether it has appeared.
    here: bool,
    /// The Wi-Fi that it is on.
    ssid: Option<String>,
    /// It appears when this ends.
    waking: Option<AbortHandle>,
}

impl Printer {
    fn place(&self) -> MutexGuard<'_, Place> {
        self.place.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The Wi-Fi that it is on, as a device in memory knows it.
    pub fn on(&self) -> Option<String> {
        self.place().ssid.clone()
    }

    /// The Wi-Fi that it is on.
    pub(super) async fn ssid(&self) -> Option<String> {
        match &self.enrollee {
            Enrollee::Memory(_) => self.on(),
            Enrollee::Bed { bed, .. } => bed.joined().await.then(|| self.world.router.ssid.clone()),
        }
    }

    /// Name of its setup network, while that is up.
    pub fn setup_ssid(&self) -> Option<&str> {
        let up = self.links.setup.as_ref().is_some_and(|setup| setup.is_open());
        self.scene.setup_ssid.as_deref().filter(|_| up)
    }

    /// Whether its cable keeps the Wi-Fi off.
    pub fn wifi_is_off(&self) -> bool {
        self.scene.cable_blocks_wifi && self.links.cable.as_ref().is_some_and(|cable| cable.is_open())
    }

    /// Where DNS-SD should say that it is, if anywhere.
    pub fn announced(&self) -> Option<SocketAddr> {
        if !self.scene.is_printer() {
            return None;
        }
        let links = [Some(&self.links.home), self.links.cable.as_ref()];
        let open = links.into_iter().flatten().find(|link| link.is_open());
        // What speaks for it has the address from before, at which nobody answers.
        let proxy = || (self.scene.proxy && self.place().here).then_some(&self.links.home);
        open.or_else(proxy).map(|link| link.address())
    }

    /// Switched on: now, or as late as the scene says.
    pub async fn wake(self: &Arc<Self>) {
        let Some(ms) = self.scene.appears_after_ms else { return self.appear().await };
        let printer = self.clone();
        let waking = tokio::spawn(async move {
            printer.world.clock.sleep(Duration::from_millis(ms)).await;
            printer.appear().await;
        });
        self.place().waking = Some(waking.abort_handle());
    }

    /// From now on it can be seen; nothing happens if it could before.
    pub async fn appear(self: &Arc<Self>) {
        if std::mem::replace(&mut self.place().here, true) {
            return;
        }
        for link in [&self.links.setup, &self.links.cable].into_iter().flatten() {
            // A port that can't be had is a way that isn't there.
            let _ = link.open(self.context());
        }
        if self.scene.joined {
            self.join().await;
        } else if let Some(ssid) = self.scene.joined_to.clone() {
            self.arrive(ssid).await;
        }
        self.changed();
    }

    /// On the router's network from now on.
    pub async fn join(self: &Arc<Self>) {
        self.leave_elsewhere().await;
        if self.arrive(self.world.router.ssid.clone()).await {
            self.state().phase = Phase::Joined;
            self.world.faults.been("joined");
            self.changed();
        }
    }

    /// On that Wi-Fi; false if its address can't be had.
    async fn arrive(self: &Arc<Self>, ssid: String) -> bool {
        if self.links.home.open(self.context()).is_err() {
            return false;
        }
        self.place().ssid = Some(ssid);
        if let Some(setup) = self.links.setup.as_ref().filter(|_| !self.scene.setup_stays) {
            setup.close().await;
        }
        true
    }

    /// Whoever gets the router's credential leaves another Wi-Fi for it.
    pub(super) async fn leave_elsewhere(&self) {
        let left = self.place().ssid.take_if(|ssid| *ssid != self.world.router.ssid);
        if left.is_some() {
            self.links.home.close().await;
            self.changed();
        }
    }

    /// Off the network again; the ways from before are back.
    pub async fn leave(self: &Arc<Self>) {
        self.end_session();
        {
            let mut state = self.state();
            state.phase = Phase::Idle;
            state.told = None;
        }
        self.place().ssid = None;
        self.links.home.close().await;
        if let Some(setup) = self.links.setup.as_ref().filter(|_| self.place().here) {
            // A port that can't be had again is a setup network that stays away.
            let _ = setup.open(self.context());
        }
        self.changed();
    }

    /// Somebody pulls its cable.
    ///
    /// # Errors
    /// There is none, in words.
    pub async fn pull_cable(&self) -> Result<(), String> {
        let cable = self.links.cable.as_ref().filter(|cable| cable.is_open());
        cable.ok_or("there is no cable in it")?.close().await;
        self.changed();
        Ok(())
    }

    fn end_session(&self) {
        if let Some(task) = self.state().task.take() {
            task.abort();
        }
    }

    /// Ends a running session, and the wait to appear.
    pub fn end(&self) {
        self.end_session();
        if let Some(waking) = self.place().waking.take() {
            waking.abort();
        }
    }
}
