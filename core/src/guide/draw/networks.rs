//! Where the phone is, said where it matters.

use super::page::Page;
use crate::guide::screen::Level;
use crate::setup::view::{Shown, View};

/// Off the network, or behind something that hides it: said above all else, where it matters.
pub(super) fn said(page: &mut Page<'_>, view: &View) {
    let around = view.around;
    let reach = reach(&view.shown);
    if reach == Reach::None {
        return;
    }
    if around.vpn {
        page.first(Level::Warning, "around-vpn");
    }
    match (around.home, around.setup, around.mobile) {
        (true, _, _) => {}
        (false, Some(_), _) if reach == Reach::Home => page.first(Level::Warning, "around-setup"),
        (false, Some(_), _) if matches!(view.shown, Shown::Searching { .. }) => {
            page.first(Level::Info, "around-setup-find");
        }
        (false, Some(_), _) => {}
        (false, None, true) => page.first(Level::Warning, "around-mobile"),
        (false, None, false) => page.first(Level::Warning, "away"),
    }
}

/// Which network a screen needs, so that somebody who is on another one is told.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Reach {
    /// None: the person acts at the printer or the router, or it is over.
    None,
    /// Home, or the printer's own Wi-Fi.
    Any,
    /// Home: the router is asked, or the printer is looked for there.
    Home,
}

fn reach(shown: &Shown) -> Reach {
    match shown {
        Shown::Start
        | Shown::ComputerAsks
        | Shown::WentOffline
        | Shown::Hop { .. }
        | Shown::Moving
        | Shown::Digits { .. }
        | Shown::Told { .. }
        | Shown::TypePin { .. }
        | Shown::PushConsent { .. }
        | Shown::PushPrinter { .. }
        | Shown::Closing
        | Shown::Ended { .. } => Reach::None,
        Shown::Searching { .. }
        | Shown::Address { .. }
        | Shown::WhichOne { .. }
        | Shown::Asking
        | Shown::AlreadyOnline { .. }
        | Shown::Ways { .. }
        | Shown::ReadingPin
        | Shown::Joined { .. }
        | Shown::Failed { .. } => Reach::Any,
        Shown::Learning
        | Shown::SignIn { .. }
        | Shown::SigningIn
        | Shown::CertificateChanged { .. }
        | Shown::SendingPin { .. }
        | Shown::RouterPage { .. }
        | Shown::StartPrinter { .. }
        | Shown::AtPanel
        | Shown::PushStarting { .. }
        | Shown::PushRouter { .. }
        | Shown::Waiting { .. }
        | Shown::PrinterReport { .. }
        | Shown::Unknown { .. }
        | Shown::Leftover { .. } => Reach::Home,
    }
}
