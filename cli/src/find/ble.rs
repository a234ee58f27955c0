//! `inkjoin find --ble`.

use std::io::{self, Write};
use std::ops::ControlFlow;
use std::sync::{Arc, mpsc};
use std::time::Duration;

use inkjoin::discovery::ble::{BleTrouble, Near, Nearby, Sign};
use inkjoin::ports::{Ble, Clock, Ports};
use serde_json::{Value, json};

use crate::args::Find;
use crate::render::hang_for_list;
use crate::{Fault, exit, json as lines_of_json, names};

/// Listens for some seconds and lists the HP devices that were heard. What keeps it from listening is said at once.
///
/// # Errors
/// The output is gone.
pub fn run(ports: &Ports, args: &Find) -> Result<u8, Fault> {
    let port = ports.ble.as_deref().ok_or(BleTrouble::NoAdapter);
    let length = Duration::from_secs(args.seconds);
    let near = port.and_then(|port| look(port, ports.clock.as_ref(), length, args.json));
    let mut out = io::stdout().lock();
    if args.json {
        tell_programs(&mut out, &near)?;
    } else {
        tell(&mut out, &near)?;
    }
    Ok(match near {
        Ok(devices) if devices.is_empty() => exit::FAILED,
        Ok(_) => exit::GOOD,
        Err(_) => exit::UNKNOWN,
    })
}

fn look(port: &dyn Ble, clock: &dyn Clock, length: Duration, quiet: bool) -> Result<Vec<Near>, BleTrouble> {
    const SCAN: u64 = 1;
    let (sender, events) = mpsc::channel();
    // Nothing is left to be told to once the look is over.
    let sink = Arc::new(move |event| drop(sender.send(event)));
    port.scan(SCAN, sink)?;
    let mut nearby = Nearby::default();
    super::listen(&events, length, quiet, |event, _| {
        if let Some(event) = event {
            nearby.apply(event, clock.now());
        }
        if nearby.trouble().is_some() { ControlFlow::Break(()) } else { ControlFlow::Continue(()) }
    });
    port.stop(SCAN);
    nearby.expire(clock.now());
    match nearby.trouble() {
        Some(trouble) => Err(trouble),
        None => Ok(nearby.devices().cloned().collect()),
    }
}

fn tell_programs(out: &mut impl Write, near: &Result<Vec<Near>, BleTrouble>) -> io::Result<()> {
    match near {
        Ok(devices) => {
            for device in devices {
                lines_of_json::write(out, &line(device))?;
            }
            lines_of_json::write(out, &json!({ "found": devices.len() }))
        }
        Err(trouble) => lines_of_json::write(out, &lines_of_json::fault(names::ble(*trouble), None)),
    }
}

/// `{"near":{"name":…,"sign":"company"|"service"|"name"}}`, with the `service` that it was known by.
fn line(device: &Near) -> Value {
    let name = device.name.as_str();
    json!({ "near": match device.sign {
        Sign::Company => json!({ "name": name, "sign": "company" }),
        Sign::Service(uuid) => json!({ "name": name, "sign": "service", "service": format!("{uuid:04X}") }),
        Sign::Name => json!({ "name": name, "sign": "name" }),
    }})
}

fn tell(out: &mut impl Write, near: &Result<Vec<Near>, BleTrouble>) -> io::Result<()> {
    let lines: Vec<String> = match near {
        Ok(devices) if devices.is_empty() => vec!["No HP device was heard over Bluetooth.".to_owned()],
        Ok(devices) => devices.iter().map(one).collect(),
        Err(trouble) => vec![why(*trouble).to_owned()],
    };
    for line in lines.iter().flat_map(|line| hang_for_list(line)) {
        writeln!(out, "{line}")?;
    }
    Ok(())
}

fn one(device: &Near) -> String {
    match device.name.as_str() {
        "" => "An HP device without a name is near.".to_owned(),
        name => format!("An HP device is near: {name}"),
    }
}

fn why(trouble: BleTrouble) -> &'static str {
    match trouble {
        BleTrouble::PermissionMissing => "The system does not allow to use Bluetooth.",
        BleTrouble::NoAdapter => "The system offers no Bluetooth adapter.",
        BleTrouble::SwitchedOff => "Bluetooth is switched off. Switch it on and look again.",
        BleTrouble::Failed => "The search over Bluetooth could not run.",
    }
}

#[cfg(test)]
mod tests {
    use inkjoin::discovery::ble::{Advertisement, BleEvent};
    use inkjoin::ports::desktop::SystemClock;
    use inkjoin::ports::{BleSink, PortError};

    use super::*;

    /// What the port tells at once.
    struct Port(Result<Vec<BleEvent>, PortError>);

    impl Ble for Port {
        fn scan(&self, _: u64, sink: BleSink) -> Result<(), PortError> {
            self.0.clone().map(|events| events.into_iter().for_each(|event| sink(event)))
        }

        fn stop(&self, _: u64) {}
    }

    fn said(port: Result<Vec<BleEvent>, PortError>) -> String {
        let (mut json, mut text) = (Vec::new(), Vec::new());
        let near = look(&Port(port), &SystemClock, Duration::from_millis(10), true);
        let written = tell_programs(&mut json, &near).and_then(|()| tell(&mut text, &near));
        assert!(written.is_ok());
        json.extend(text);
        String::from_utf8_lossy(&json).into_owned()
    }

    #[test]
    fn a_device_is_told_by_its_sign_and_never_by_its_address() {
        let seen = |device, name, companies: &[u16], services: &[u128]| {
            let of = Advertisement::new(device, name, companies.iter().copied(), services.iter().copied());
            BleEvent::Seen(of)
        };
        let service = 0x0000_FE78_0000_1000_8000_0080_5F9B_34FB;
        let told = said(Ok(vec![
            seen("3C:A8:2A:00:00:01", Some("HP ENVY"), &[], &[]),
            seen("3C:A8:2A:00:00:02", None, &[0x65], &[]),
            seen("3C:A8:2A:00:00:03", Some("3C-A8-2A-00-00-03"), &[], &[service]),
            seen("3C:A8:2A:00:00:04", Some("Somebody's Headset"), &[0x4c], &[]),
        ]));
        let expected = "{\"near\":{\"name\":\"HP ENVY\",\"sign\":\"name\"}}\n\
                        {\"near\":{\"name\":\"\",\"sign\":\"company\"}}\n\
                        {\"near\":{\"name\":\"\",\"service\":\"FE78\",\"sign\":\"service\"}}\n\
                        {\"found\":3}\n\
                        An HP device is near: HP ENVY\n\
                        An HP device without a name is near.\n\
                        An HP device without a name is near.\n";
        assert_eq!(told, expected);
    }

    #[test]
    fn nothing_there_off_missing_and_refused_are_told_apart() {
        assert_eq!(said(Ok(vec![])), "{\"found\":0}\nNo HP device was heard over Bluetooth.\n");
        for (trouble, kind, text) in [
            (BleTrouble::SwitchedOff, "switched_off", "switched off"),
            (BleTrouble::NoAdapter, "no_adapter", "no Bluetooth adapter"),
            (BleTrouble::PermissionMissing, "permission_missing", "not allow"),
            (BleTrouble::Failed, "failed", "could not run"),
        ] {
            let told = said(Ok(vec![BleEvent::Trouble(trouble)]));
            assert!(told.starts_with(&format!("{{\"error\":{{\"kind\":\"{kind}\"}}}}\n")), "{told}");
            assert!(told.contains(text), "{told}");
        }
        assert!(said(Err(PortError::Failed)).contains("could not run"));
    }
}
