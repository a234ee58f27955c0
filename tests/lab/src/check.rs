//! What a scene may say beyond its syntax.

use crate::LabError;
use crate::scene::{DeviceKind, PrinterScene, RouterScene, Scene};

/// # Errors
/// The first thing that can't be, in words.
pub fn scene(scene: &Scene) -> Result<(), LabError> {
    router(&scene.router).map_err(LabError::Scene)?;
    for device in &scene.printers {
        printer(device).map_err(|why| LabError::Scene(format!("printer {:?}: {why}", device.name)))?;
    }
    for fault in &scene.faults {
        fault.check().map_err(LabError::Scene)?;
    }
    Ok(())
}

fn router(router: &RouterScene) -> Result<(), String> {
    if router.ssid.is_empty() || router.ssid.len() > 32 {
        return Err("an SSID has 1 to 32 octets".into());
    }
    if !(8..=63).contains(&router.passphrase.len()) {
        return Err("a passphrase has 8 to 63 characters".into());
    }
    Ok(())
}

fn printer(device: &PrinterScene) -> Result<(), String> {
    if mac(&device.mac).is_none() {
        return Err(format!("{:?} is no MAC address", device.mac));
    }
    let uuid: Vec<&str> = device.uuid.split('-').collect();
    let lengths: Vec<usize> = uuid.iter().map(|part| part.len()).collect();
    if lengths != [8, 4, 4, 4, 12] || !uuid.iter().all(|part| part.bytes().all(|b| b.is_ascii_hexdigit())) {
        return Err(format!("{:?} is no UUID", device.uuid));
    }
    // A wrong check digit is allowed: some devices are said to show such PINs.
    let digits = |pin: &String| matches!(pin.len(), 4 | 8) && pin.bytes().all(|b| b.is_ascii_digit());
    if let Some(pin) = device.pins.iter().chain(&device.accepts_pin).find(|pin| !digits(pin)) {
        return Err(format!("{pin:?} is no PIN"));
    }
    if device.reach.is_empty() && !device.joined && device.kind == DeviceKind::LaserjetPin {
        return Err("nothing leads to it: reach, or joined, is missing".into());
    }
    Ok(())
}

/// The twelve hex digits of a MAC address, upper case.
pub fn mac(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.split(':').collect();
    let right = |part: &&str| part.len() == 2 && part.bytes().all(|b| b.is_ascii_hexdigit());
    (parts.len() == 6 && parts.iter().all(right)).then(|| parts.concat().to_uppercase())
}
