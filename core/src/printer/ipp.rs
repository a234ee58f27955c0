//! IPP's Get-Printer-Attributes (RFC 8010, RFC 8011 4.2.5), for identity and Wi-Fi state, and Identify-Printer
//! (PWG 5100.13). Nothing else of IPP is sent.

use crate::identity::{Identity, Label, Mark};
use crate::net::Trouble;

pub mod request;
pub(super) mod talk;

use request::{END_OF_ATTRIBUTES, IDENTIFY_PRINTER};

/// Largest part of an answer that is decoded, in bytes.
const MAX_DECODED: usize = 64 << 10;
/// Values decoded; an HP printer gives some ten of what is asked for.
const MAX_VALUES: usize = 2_000;

/// RFC 8010 3.5.1.
const PRINTER_ATTRIBUTES: u8 = 0x04;
/// RFC 8010 3.5.2.
const ENUM: u8 = 0x23;
const TEXT_WITH_LANGUAGE: u8 = 0x35;
const NAME_WITH_LANGUAGE: u8 = 0x36;

/// The one attribute that counts with all of its values.
const OPERATIONS: &str = "operations-supported";
/// What is asked for. `printer-wifi-*` and `printer-device-id` come from PWG 5100.22 and 5107.2.
const WANTED: [&str; 8] = [
    "printer-uuid",
    "printer-make-and-model",
    "printer-device-id",
    "printer-info",
    "printer-dns-sd-name",
    "printer-wifi-state",
    "printer-wifi-ssid",
    OPERATIONS,
];

/// `printer-wifi-state`. Values of PAPPL's header, as HP printers give them.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WifiState {
    /// 3: radio off.
    Off,
    /// 4: no network configured.
    NotConfigured,
    /// 5: the network is not in the air.
    NotVisible,
    /// 6: it refused.
    CannotJoin,
    /// 7: under way.
    Joining,
    /// 8: on and joined.
    On,
}

/// What a printer says over IPP.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct IppPrinter {
    /// UUID, serial number, model, product number.
    pub identity: Identity,
    /// `MFG` of its device id, such as `HP`.
    pub make: Option<Label>,
    /// Wi-Fi state, where it says so.
    pub wifi: Option<WifiState>,
    /// The SSID it is set up for.
    pub ssid: Option<Label>,
    /// Whether it can make itself noticed, where it lists its operations.
    pub identify: Option<bool>,
}

/// Reads an answer. What is longer than 64 KiB or has more than 2 000 values is read up to there; collections are skipped.
///
/// # Errors
/// [`Trouble::Malformed`] when it is no IPP answer, refused the question, or names no printer attribute.
pub fn answer(body: &[u8]) -> Result<IppPrinter, Trouble> {
    let cut = body.len() > MAX_DECODED;
    let mut reader = Reader(body.get(..MAX_DECODED).unwrap_or(body));
    read(&mut reader, cut).ok_or(Trouble::Malformed)
}

/// The status code of an answer; `None` when it is none of IPP 1 or 2.
fn status(body: &[u8]) -> Option<u16> {
    head(&mut Reader(body))
}

/// Version, status code and request id.
fn head(reader: &mut Reader<'_>) -> Option<u16> {
    let major = reader.byte()?;
    reader.byte()?;
    let status = reader.number()?;
    reader.take(4)?;
    matches!(major, 1..=2).then_some(status)
}

fn read(reader: &mut Reader<'_>, cut: bool) -> Option<IppPrinter> {
    // RFC 8011 B.1: 0x0000 to 0x00ff is success; unsupported attributes are named there, too.
    head(reader).filter(|status| *status <= 0xff)?;
    let mut printer = IppPrinter::default();
    let (mut in_printer, mut known, mut values) = (false, false, 0);
    let mut of: &[u8] = b"";
    while let Some(tag) = reader.byte() {
        match tag {
            END_OF_ATTRIBUTES => return known.then_some(printer),
            0x00..=0x0f => (in_printer, of) = (tag == PRINTER_ATTRIBUTES, b""),
            _ => {
                let Some((name, value)) = reader.value() else { break };
                values += 1;
                if values > MAX_VALUES {
                    return known.then_some(printer);
                }
                // A further value, or a member of a collection, has no name: of the others only first values count.
                let first = !name.is_empty();
                of = if first { name } else { of };
                if in_printer && of == OPERATIONS.as_bytes() {
                    operation(&mut printer, tag, value);
                } else if in_printer && first {
                    known |= fill(&mut printer, tag, name, value);
                }
            }
        }
    }
    // No end tag: fine where the bound cut it, else the answer is not whole.
    (cut && known).then_some(printer)
}

fn operation(printer: &mut IppPrinter, tag: u8, value: &[u8]) {
    if tag == ENUM && value.len() == 4 {
        let found = value == u32::from(IDENTIFY_PRINTER).to_be_bytes();
        printer.identify = Some(found || printer.identify == Some(true));
    }
}

fn fill(printer: &mut IppPrinter, tag: u8, name: &[u8], value: &[u8]) -> bool {
    let text = || String::from_utf8_lossy(plain(tag, value)).into_owned();
    // 0x10 to 0x1f are out-of-band: unknown, no-value (RFC 8010 3.5.2).
    if tag < 0x20 {
        return WANTED.iter().any(|w| w.as_bytes() == name);
    }
    let identity = &mut printer.identity;
    match name {
        b"printer-uuid" => identity.uuid = Mark::new(&text()),
        b"printer-make-and-model" => identity.model = Label::new(&text()),
        b"printer-device-id" => device_id(printer, &text()),
        b"printer-wifi-state" if tag == ENUM => printer.wifi = wifi_state(value),
        b"printer-wifi-ssid" => printer.ssid = Some(Label::new(&text())).filter(|s| !s.as_str().is_empty()),
        // What the person may have called it; no mark, and the model is better.
        b"printer-info" | b"printer-dns-sd-name" => {}
        _ => return false,
    }
    true
}

/// `textWithLanguage` and `nameWithLanguage` hold a language and a text, each with its length (RFC 8010 3.9).
fn plain(tag: u8, value: &[u8]) -> &[u8] {
    if !matches!(tag, TEXT_WITH_LANGUAGE | NAME_WITH_LANGUAGE) {
        return value;
    }
    let mut parts = Reader(value);
    parts.sized().and_then(|_| parts.sized()).unwrap_or_default()
}

fn wifi_state(value: &[u8]) -> Option<WifiState> {
    let value: [u8; 4] = value.try_into().ok()?;
    Some(match u32::from_be_bytes(value) {
        3 => WifiState::Off,
        4 => WifiState::NotConfigured,
        5 => WifiState::NotVisible,
        6 => WifiState::CannotJoin,
        7 => WifiState::Joining,
        8 => WifiState::On,
        _ => return None,
    })
}

/// IEEE 1284: `MFG:HP;MDL:ENVY 4520 series;DES:F0V69A;SN:...`. HP puts the product number into `DES`.
fn device_id(printer: &mut IppPrinter, text: &str) {
    for (key, value) in text.split(';').filter_map(|field| field.split_once(':')) {
        match key.trim().to_ascii_uppercase().as_str() {
            "MFG" | "MANUFACTURER" => printer.make = Some(Label::new(value)),
            "MDL" | "MODEL" if printer.identity.model.as_str().is_empty() => {
                printer.identity.model = Label::new(value);
            }
            "SN" | "SERN" | "SERIALNUMBER" => printer.identity.serial = Mark::new(value),
            "DES" => printer.identity.product = Some(Label::new(value)).filter(|p| !p.as_str().is_empty()),
            _ => {}
        }
    }
}

struct Reader<'a>(&'a [u8]);

impl<'a> Reader<'a> {
    fn take(&mut self, length: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(length)?;
        self.0 = rest;
        Some(taken)
    }

    fn byte(&mut self) -> Option<u8> {
        self.take(1)?.first().copied()
    }

    fn number(&mut self) -> Option<u16> {
        self.take(2)?.try_into().ok().map(u16::from_be_bytes)
    }

    fn sized(&mut self) -> Option<&'a [u8]> {
        let length = self.number()?;
        self.take(length.into())
    }

    fn value(&mut self) -> Option<(&'a [u8], &'a [u8])> {
        Some((self.sized()?, self.sized()?))
    }
}

#[cfg(test)]
mod tests;
