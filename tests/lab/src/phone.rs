//! Where the phone is: which of the lab's addresses can be reached from it.

use std::sync::{Mutex, PoisonError};

use serde::{Deserialize, Serialize};

use crate::http::LinkName;

/// The networks that the phone is on.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Phone {
    /// The Wi-Fi at home.
    Home,
    /// A printer's setup network.
    Setup,
    /// Both at once.
    #[default]
    Both,
    /// Mobile data only.
    Mobile,
    /// The Wi-Fi at home, and a VPN over it; sockets can't tell.
    Vpn,
    /// None.
    None,
}

impl Phone {
    /// Whether it is on the Wi-Fi at home.
    pub fn at_home(self) -> bool {
        matches!(self, Self::Home | Self::Both | Self::Vpn)
    }

    /// Whether an address of that kind can be reached from there.
    pub(crate) fn reaches(self, link: LinkName) -> bool {
        match link {
            LinkName::Setup => matches!(self, Self::Setup | Self::Both),
            LinkName::Cable | LinkName::Home | LinkName::Router => self.at_home(),
            // It has to count whoever comes.
            LinkName::Trap => true,
        }
    }
}

/// Where it is now.
#[derive(Debug)]
pub(crate) struct Whereabouts(Mutex<Phone>);

impl Whereabouts {
    pub fn new(phone: Phone) -> Self {
        Self(Mutex::new(phone))
    }

    pub fn get(&self) -> Phone {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    pub fn set(&self, phone: Phone) {
        *self.0.lock().unwrap_or_else(PoisonError::into_inner) = phone;
    }
}
