//! The only two operations that we send. Neither prints or changes a setting.

use super::WANTED;

/// RFC 8011 4.2.5.
const GET_PRINTER_ATTRIBUTES: u16 = 0x000b;
/// PWG 5100.13 4.1.
pub(super) const IDENTIFY_PRINTER: u16 = 0x003c;
/// RFC 8010 3.5.1.
pub(super) const OPERATION_ATTRIBUTES: u8 = 0x01;
pub(super) const END_OF_ATTRIBUTES: u8 = 0x03;
/// RFC 8010 3.5.2.
const KEYWORD: u8 = 0x44;
pub(super) const URI: u8 = 0x45;
pub(super) const CHARSET: u8 = 0x47;
const LANGUAGE: u8 = 0x48;

/// Asks the printer at this URI what it is.
pub fn attributes(uri: &str) -> Vec<u8> {
    let mut out = begin(GET_PRINTER_ATTRIBUTES, uri);
    let mut name = "requested-attributes";
    for wanted in WANTED {
        attribute(&mut out, KEYWORD, name, wanted);
        // Further values of one attribute have no name (RFC 8010 3.1.5).
        name = "";
    }
    out.push(END_OF_ATTRIBUTES);
    out
}

/// Asks the printer at this URI to make itself noticed: by its light, or as it chooses.
pub fn identify(uri: &str, flash: bool) -> Vec<u8> {
    let mut out = begin(IDENTIFY_PRINTER, uri);
    if flash {
        attribute(&mut out, KEYWORD, "identify-actions", "flash");
    }
    out.push(END_OF_ATTRIBUTES);
    out
}

fn begin(operation: u16, uri: &str) -> Vec<u8> {
    let mut out = vec![2, 0];
    out.extend(operation.to_be_bytes());
    out.extend(1u32.to_be_bytes());
    out.push(OPERATION_ATTRIBUTES);
    attribute(&mut out, CHARSET, "attributes-charset", "utf-8");
    attribute(&mut out, LANGUAGE, "attributes-natural-language", "en");
    attribute(&mut out, URI, "printer-uri", uri);
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
