//! btleplug's errors, told apart as far as a person can do something about them.

use crate::discovery::ble::BleTrouble;

pub(super) fn trouble(fault: &btleplug::Error) -> BleTrouble {
    match fault {
        btleplug::Error::PermissionDenied => BleTrouble::PermissionMissing,
        btleplug::Error::NoAdapterAvailable => BleTrouble::NoAdapter,
        #[cfg(target_os = "linux")]
        btleplug::Error::Other(inner) => match inner.downcast_ref() {
            Some(bluez_async::BluetoothError::DbusError(said)) => {
                said_by_bus(said.name().unwrap_or_default())
            }
            _ => BleTrouble::Failed,
        },
        _ => BleTrouble::Failed,
    }
}

/// The D-Bus specification's error names, BlueZ's, and those of libdbus when there is no bus to connect to.
#[cfg(target_os = "linux")]
fn said_by_bus(name: &str) -> BleTrouble {
    match name.strip_prefix("org.freedesktop.DBus.Error.").or_else(|| name.strip_prefix("org.bluez.Error.")) {
        Some("AccessDenied" | "AuthFailed" | "NotAuthorized" | "NotPermitted") => {
            BleTrouble::PermissionMissing
        }
        // No Bluetooth service on the bus, none that could be started, no bus at all.
        Some("ServiceUnknown" | "NameHasNoOwner" | "FileNotFound" | "NoServer") => BleTrouble::NoAdapter,
        Some("NotReady") => BleTrouble::SwitchedOff,
        _ => BleTrouble::Failed,
    }
}
