//! Which HP devices are near at the moment.

use super::{Advertisement, BleEvent, BleTrouble, DeviceKey, MAX_DEVICES, Near, UNSEEN, is_hp};
use crate::time::Moment;

/// The HP devices that are near, in the order in which they were first heard.
#[derive(Clone, Debug, Default)]
pub struct Nearby {
    heard: Vec<Heard>,
    trouble: Option<BleTrouble>,
}

#[derive(Clone, Debug)]
struct Heard {
    device: DeviceKey,
    near: Near,
    at: Moment,
}

impl Nearby {
    /// Takes what a scan reports; `true` when [`Self::devices`] or [`Self::trouble`] are others after it.
    pub fn apply(&mut self, event: BleEvent, now: Moment) -> bool {
        let gone = self.expire(now);
        let changed = match event {
            BleEvent::Seen(advertisement) => {
                let recovered = self.trouble.take().is_some();
                self.see(&advertisement, now) || recovered
            }
            BleEvent::Trouble(trouble) => self.trouble.replace(trouble) != Some(trouble),
        };
        gone || changed
    }

    /// Drops the devices that were unheard for [`UNSEEN`]; `true` when there were some.
    pub fn expire(&mut self, now: Moment) -> bool {
        let before = self.heard.len();
        self.heard.retain(|one| now < one.at + UNSEEN);
        self.heard.len() != before
    }

    /// When [`Self::expire`] has something to drop, unless it is heard again until then.
    pub fn next_expiry(&self) -> Option<Moment> {
        self.heard.iter().map(|one| one.at + UNSEEN).min()
    }

    /// At most [`MAX_DEVICES`].
    pub fn devices(&self) -> impl ExactSizeIterator<Item = &Near> {
        self.heard.iter().map(|one| &one.near)
    }

    /// Why the last scan hears nothing; `None` once a device is heard, of whatever make.
    pub fn trouble(&self) -> Option<BleTrouble> {
        self.trouble
    }

    fn see(&mut self, advertisement: &Advertisement, now: Moment) -> bool {
        let near = is_hp(advertisement);
        let Some(known) = self.heard.iter_mut().find(|one| one.device == advertisement.device) else {
            // When there is no room, those that are there stay: a flood must not push out what was heard before it.
            let Some(near) = near.filter(|_| self.heard.len() < MAX_DEVICES) else { return false };
            self.heard.push(Heard { device: advertisement.device, near, at: now });
            return true;
        };
        // A device splits what it tells over several advertisements: it stays HP's, with the strongest sign.
        known.at = now;
        let before = known.near.clone();
        if let Some(near) = near {
            known.near.sign = known.near.sign.min(near.sign);
        }
        if !advertisement.name.as_str().is_empty() {
            known.near.name = advertisement.name.clone();
        }
        known.near != before
    }
}
