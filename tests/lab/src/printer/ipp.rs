//! IPP, as much as a question about the printer needs: Get-Printer-Attributes and Identify-Printer, encoded by RFC 8010.

use super::{LinkName, Printer};

/// Operation codes and status codes of RFC 8011.
const GET_PRINTER_ATTRIBUTES: u16 = 0x000b;
/// PWG 5100.13.
const IDENTIFY_PRINTER: u16 = 0x003c;
const SUCCESSFUL_OK: u16 = 0x0000;
const BAD_REQUEST: u16 = 0x0400;
const NOT_SUPPORTED: u16 = 0x0501;

/// Tags of RFC 8010, 3.5.
mod tag {
    pub const OPERATION: u8 = 0x01;
    pub const END: u8 = 0x03;
    pub const PRINTER: u8 = 0x04;
    pub const INTEGER: u8 = 0x21;
    pub const ENUM: u8 = 0x23;
    pub const TEXT: u8 = 0x41;
    pub const NAME: u8 = 0x42;
    pub const KEYWORD: u8 = 0x44;
    pub const URI: u8 = 0x45;
    pub const CHARSET: u8 = 0x47;
    pub const LANGUAGE: u8 = 0x48;
}

/// An answer, and whether the request would have changed something.
pub struct IppAnswer {
    /// As octets.
    pub body: Vec<u8>,
    /// Print-Job and its like; refused.
    pub refused_write: bool,
}

/// Answers a request that came by that link; `ssid` of the Wi-Fi that it is on.
pub fn answer(printer: &Printer, body: &[u8], link: LinkName, ssid: Option<&str>) -> IppAnswer {
    let (operation, id) = match body {
        [_, _, high, low, a, b, c, d, ..] => (u16::from_be_bytes([*high, *low]), [*a, *b, *c, *d]),
        _ => return IppAnswer { body: head(BAD_REQUEST, [0; 4]), refused_write: false },
    };
    if operation != GET_PRINTER_ATTRIBUTES {
        let identify = operation == IDENTIFY_PRINTER;
        let done = identify && printer.scene.identify;
        if done {
            printer.blink();
        }
        let mut body = head(if done { SUCCESSFUL_OK } else { NOT_SUPPORTED }, id);
        body.push(tag::END);
        // To blink changes nothing, whether it is known or not.
        return IppAnswer { body, refused_write: !identify };
    }
    let Some(wanted) = requested(body.get(8..).unwrap_or_default()) else {
        return IppAnswer { body: head(BAD_REQUEST, id), refused_write: false };
    };
    let mut body = head(SUCCESSFUL_OK, id);
    body.push(tag::PRINTER);
    let all = wanted.is_empty() || wanted.iter().any(|name| name == "all" || name == "printer-description");
    let mut asked = false;
    for (tag, name, value) in attributes(printer, link, ssid) {
        if !name.is_empty() {
            asked = all || wanted.iter().any(|wanted| wanted == name);
        }
        if asked {
            attribute(&mut body, tag, name, &value);
        }
    }
    body.push(tag::END);
    IppAnswer { body, refused_write: false }
}

fn head(status: u16, id: [u8; 4]) -> Vec<u8> {
    let mut body = vec![2, 0];
    body.extend(status.to_be_bytes());
    body.extend(id);
    body.push(tag::OPERATION);
    attribute(&mut body, tag::CHARSET, "attributes-charset", b"utf-8");
    attribute(&mut body, tag::LANGUAGE, "attributes-natural-language", b"en");
    body
}

fn attribute(body: &mut Vec<u8>, tag: u8, name: &str, value: &[u8]) {
    // Lengths have 16 bits; no name or value of the lab's comes near that.
    let length = |bytes: &[u8]| u16::try_from(bytes.len()).unwrap_or(u16::MAX).to_be_bytes();
    body.push(tag);
    body.extend(length(name.as_bytes()));
    body.extend(name.as_bytes());
    body.extend(length(value));
    body.extend(value);
}

/// The values of `requested-attributes`; `None` if the request breaks off.
fn requested(mut rest: &[u8]) -> Option<Vec<String>> {
    let mut wanted = Vec::new();
    let mut inside = false;
    loop {
        let (tag, after) = rest.split_first()?;
        rest = after;
        match *tag {
            tag::END => return Some(wanted),
            // Delimiters of groups.
            0x00..=0x0f => inside = false,
            tag => {
                let (name, after) = counted(rest)?;
                let (value, after) = counted(after)?;
                rest = after;
                // A value without a name is one more of the attribute before.
                if !name.is_empty() {
                    inside = name == b"requested-attributes";
                }
                if inside && tag == tag::KEYWORD {
                    wanted.push(String::from_utf8_lossy(value).into_owned());
                }
            }
        }
    }
}

fn counted(rest: &[u8]) -> Option<(&[u8], &[u8])> {
    let (length, rest) = rest.split_at_checked(2)?;
    rest.split_at_checked(usize::from(u16::from_be_bytes(length.try_into().ok()?)))
}

fn attributes(printer: &Printer, link: LinkName, ssid: Option<&str>) -> Vec<(u8, &'static str, Vec<u8>)> {
    let scene = &printer.scene;
    let link = printer.links.all().find(|known| known.name == link);
    let address = link.map(|link| link.address().to_string()).unwrap_or_default();
    let short = scene.model.strip_prefix("HP ").unwrap_or(&scene.model);
    let serial = if scene.unmarked { String::new() } else { format!("SN:{};", scene.serial) };
    let device_id = format!(
        "MFG:HP;MDL:{short};CMD:PCL,PCLM;CLS:PRINTER;DES:{};{serial}LEDMDIS:USB#FF#CC#00,USB#07#01#02;",
        scene.product
    );
    // PWG 5100.22: 3 is off, 4 not-configured, 8 on.
    let wifi: i32 = match ssid {
        Some(_) => 8,
        None if printer.wifi_is_off() => 3,
        None => 4,
    };
    let mut attributes = vec![
        (tag::URI, "printer-uri-supported", format!("ipp://{address}/ipp/print").into_bytes()),
        (tag::NAME, "printer-name", scene.model.clone().into_bytes()),
        (tag::TEXT, "printer-make-and-model", scene.model.clone().into_bytes()),
        (tag::TEXT, "printer-info", scene.name.clone().into_bytes()),
        (tag::TEXT, "printer-location", Vec::new()),
        (tag::NAME, "printer-dns-sd-name", scene.name.clone().into_bytes()),
        (tag::TEXT, "printer-device-id", device_id.into_bytes()),
        (tag::URI, "printer-more-info", format!("http://{address}/").into_bytes()),
        (tag::ENUM, "printer-state", 3_i32.to_be_bytes().to_vec()),
        (tag::KEYWORD, "printer-state-reasons", b"none".to_vec()),
        (tag::INTEGER, "queued-job-count", 0_i32.to_be_bytes().to_vec()),
        (tag::ENUM, "printer-wifi-state", wifi.to_be_bytes().to_vec()),
    ];
    if !scene.unmarked {
        attributes.push((tag::URI, "printer-uuid", format!("urn:uuid:{}", scene.uuid).into_bytes()));
    }
    if let Some(ssid) = ssid {
        attributes.push((tag::NAME, "printer-wifi-ssid", ssid.as_bytes().to_vec()));
    }
    attributes.push((tag::ENUM, "operations-supported", operation(GET_PRINTER_ATTRIBUTES)));
    if scene.identify {
        // A value without a name is one more of the attribute before.
        attributes.push((tag::ENUM, "", operation(IDENTIFY_PRINTER)));
    }
    attributes
}

fn operation(code: u16) -> Vec<u8> {
    i32::from(code).to_be_bytes().to_vec()
}
