//! What is known of the chosen printer's model and of the router's page, as the phases need it.

use super::Setup;
use super::plan::{PinFrom, PinShown, PrinterWays, Way};
use crate::knowledge::Family;
use crate::knowledge::families::{PinOrder, PinPlace, PinSure};
use crate::knowledge::routers::VendorTakes;
use crate::printer::PinOffer;
use crate::router::Takes;

impl Setup {
    pub(super) fn family(&self) -> &Family {
        let families = &self.knowledge.families;
        match &self.world.chosen {
            Some(chosen) => families.of(&chosen.identity),
            None => families.named("general"),
        }
    }

    /// When the printer starts, relative to the hand-over of its PIN. Reading it over the EWS is taken to start it: where it
    /// does not, the person loses nothing but some seconds of a clock.
    pub(super) fn order(&self) -> PinOrder {
        let from = self.world.way.and_then(Way::pin_from);
        match self.family().order() {
            PinOrder::ReadingStarts if from == Some(PinFrom::Person) => PinOrder::StartBefore,
            PinOrder::StartBefore if from == Some(PinFrom::Ews) => PinOrder::ReadingStarts,
            order => order,
        }
    }

    /// Where a person may find the PIN of this model, the likeliest place first.
    pub(super) fn pin_places(&self) -> Vec<PinPlace> {
        self.family().pin_places()
    }

    pub(super) fn printer_ways(&self) -> PrinterWays {
        let family = self.family();
        let learned = &self.world.learned;
        let shows = match family.pin_sure() {
            _ if learned.no_pin_shown => PinShown::None,
            PinSure::Documented | PinSure::Observed => PinShown::Known,
            PinSure::Unproven => PinShown::Unproven,
        };
        PrinterWays {
            tells: self.world.chosen.as_ref().map_or(PinOffer::NotOffered, |c| c.pin.clone()),
            shows,
            push: family.has_push() && !learned.no_push_key,
            panel: family.has_passphrase(),
        }
    }

    /// Whether the router's own page takes a device PIN, by its vendor's row.
    pub(super) fn page_takes_pin(&self) -> Takes {
        let Some(router) = &self.world.router else { return Takes::Unknown };
        if self.world.learned.page_takes_none {
            return Takes::No;
        }
        let Some(key) = router.vendor.as_deref() else { return Takes::Unknown };
        match self.knowledge.routers.named(key).takes_device_pin() {
            VendorTakes::Yes => Takes::Yes,
            VendorTakes::No => Takes::No,
            VendorTakes::Unknown => Takes::Unknown,
        }
    }
}
