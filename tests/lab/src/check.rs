//! What a scene may say beyond its syntax.

use crate::LabError;
use crate::scene::{DeviceKind, PrinterScene, Reach, RouterKind, RouterScene, Scene, Start};

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
    let page = router.page_title.is_some() || router.page_server.is_some();
    match router.kind {
        RouterKind::Openwrt if page => Err("page_title and page_server are of a router of pages".into()),
        RouterKind::Pages if router.wrapper || router.locked => {
            Err("a router of pages has no wrapper and no sign-in that could be locked".into())
        }
        _ => Ok(()),
    }
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
    let nowhere = device.reach.is_empty() && !device.joined && device.joined_to.is_none();
    if nowhere && device.kind == DeviceKind::LaserjetPin {
        return Err("nothing leads to it: reach, or joined, is missing".into());
    }
    ways(device)
}

/// What belongs together in what a printer has.
fn ways(device: &PrinterScene) -> Result<(), String> {
    let has = |way| device.reach.contains(&way);
    let pin_page = device.listed_jobs().iter().any(|job| device.has_pin(job));
    let name = |ssid: &String| !(1..=32).contains(&ssid.len());
    let wrong = [
        (device.pin_on.is_some() && device.pins.is_empty(), "a PIN on a label is the first of pins"),
        (device.label_outdated && device.pin_on.is_none(), "an outdated label needs a label"),
        (
            device.label_outdated && device.pins.len() < 2,
            "an outdated label needs a second PIN, the right one",
        ),
        (device.page_pin && !pin_page, "page_pin needs a page about the network among jobs"),
        (device.start() == Start::Printing && !device.page_pin, "start = \"printing\" needs page_pin"),
        (device.cable_blocks_wifi && !has(Reach::Cable), "a cable that blocks needs a cable"),
        (device.setup_ssid.is_some() && !has(Reach::Setup), "setup_ssid needs a setup network"),
        (device.setup_ssid.iter().chain(&device.joined_to).any(name), "an SSID has 1 to 32 octets"),
        (device.joined && device.joined_to.is_some(), "it is on one network only"),
    ];
    wrong.into_iter().find(|(wrong, _)| *wrong).map_or(Ok(()), |(_, why)| Err(why.into()))
}

/// The twelve hex digits of a MAC address, upper case.
pub fn mac(text: &str) -> Option<String> {
    let parts: Vec<&str> = text.split(':').collect();
    let right = |part: &&str| part.len() == 2 && part.bytes().all(|b| b.is_ascii_hexdigit());
    (parts.len() == 6 && parts.iter().all(right)).then(|| parts.concat().to_uppercase())
}
