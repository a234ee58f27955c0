//! IPP's Get-Printer-Attributes (RFC 8010, RFC 8011 4.2.5), for identity and Wi-Fi state. Nothing else of IPP is sent.

use crate::identity::{Identity, Label, Mark};
use crate::net::Trouble;

/// Largest part of an answer that is decoded, in bytes.
const MAX_DECODED: usize = 64 << 10;
/// Values decoded; an HP printer gives some ten of what is asked for.
const MAX_VALUES: usize = 2_000;

const GET_PRINTER_ATTRIBUTES: u16 = 0x000b;
/// RFC 8010 3.5.1.
const OPERATION_ATTRIBUTES: u8 = 0x01;
const END_OF_ATTRIBUTES: u8 = 0x03;
const PRINTER_ATTRIBUTES: u8 = 0x04;
/// RFC 8010 3.5.2.
const ENUM: u8 = 0x23;
const TEXT_WITH_LANGUAGE: u8 = 0x35;
const NAME_WITH_LANGUAGE: u8 = 0x36;
const KEYWORD: u8 = 0x44;
const URI: u8 = 0x45;
const CHARSET: u8 = 0x47;
const LANGUAGE: u8 = 0x48;

/// What is asked for. `printer-wifi-*` and `printer-device-id` come from PWG 5100.22 and 5107.2.
const WANTED: [&str; 7] = [
    "printer-uuid",
    "printer-make-and-model",
    "printer-device-id",
    "printer-info",
    "printer-dns-sd-name",
    "printer-wifi-state",
    "printer-wifi-ssid",
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
}

/// The request for the printer at this URI.
pub fn request(uri: &str) -> Vec<u8> {
    let mut out = vec![2, 0];
    out.extend(GET_PRINTER_ATTRIBUTES.to_be_bytes());
    out.extend(1u32.to_be_bytes());
    out.push(OPERATION_ATTRIBUTES);
    attribute(&mut out, CHARSET, "attributes-charset", "utf-8");
    attribute(&mut out, LANGUAGE, "attributes-natural-language", "en");
    attribute(&mut out, URI, "printer-uri", uri);
    let mut name = "requested-attributes";
    for wanted in WANTED {
        attribute(&mut out, KEYWORD, name, wanted);
        // Further values of one attribute have no name (RFC 8010 3.1.5).
        name = "";
    }
    out.push(END_OF_ATTRIBUTES);
    out
}

fn attribute(out: &mut Vec<u8>, tag: u8, name: &str, value: &str) {
    out.push(tag);
    for part in [name, value] {
        // All are ours and short, an address among them: none comes near 64 KiB.
        out.extend(u16::try_from(part.len()).unwrap_or(0).to_be_bytes());
        out.extend(part.as_bytes());
    }
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

fn read(reader: &mut Reader<'_>, cut: bool) -> Option<IppPrinter> {
    let major = reader.byte()?;
    reader.byte()?;
    let status = reader.number()?;
    reader.take(4)?;
    // RFC 8011 B.1: 0x0000 to 0x00ff is success; unsupported attributes are named there, too.
    if !matches!(major, 1..=2) || status > 0xff {
        return None;
    }
    let mut printer = IppPrinter::default();
    let mut in_printer = false;
    let mut known = false;
    let mut values = 0;
    while let Some(tag) = reader.byte() {
        match tag {
            END_OF_ATTRIBUTES => return known.then_some(printer),
            0x00..=0x0f => in_printer = tag == PRINTER_ATTRIBUTES,
            _ => {
                let Some((name, value)) = reader.value() else { break };
                values += 1;
                if values > MAX_VALUES {
                    return known.then_some(printer);
                }
                // A further value, or a member of a collection: only first values of plain attributes count.
                if in_printer && !name.is_empty() {
                    known |= fill(&mut printer, tag, name, value);
                }
            }
        }
    }
    // No end tag: fine where the bound cut it, else the answer is not whole.
    (cut && known).then_some(printer)
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
