//! What of a printer's marks is shown: enough to tell two apart beside the printer, not enough to know it elsewhere.

use inkjoin::identity::Identity;

/// The end of the serial number, else of the MAC address; empty when neither is known.
pub fn of(identity: &Identity) -> String {
    let ends = |kind: &str, mark: &inkjoin::identity::Mark| format!("{kind} …{}", mark.tail(4));
    let serial = identity.serial.as_ref().map(|mark| ends("serial", mark));
    serial.or_else(|| identity.mac.as_ref().map(|mark| ends("MAC", mark))).unwrap_or_default()
}
