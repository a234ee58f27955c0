#![allow(clippy::unwrap_used, clippy::indexing_slicing)]

use proptest::prelude::*;

use super::request::{CHARSET, OPERATION_ATTRIBUTES, URI, attributes, identify};
use super::*;

const TEXT: u8 = 0x41;
const NAME: u8 = 0x42;

fn head(status: u16) -> Vec<u8> {
    let mut out = vec![2, 0];
    out.extend(status.to_be_bytes());
    out.extend(1u32.to_be_bytes());
    out
}

fn put(out: &mut Vec<u8>, tag: u8, name: &str, value: &[u8]) {
    out.push(tag);
    for part in [name.as_bytes(), value] {
        out.extend(u16::try_from(part.len()).unwrap().to_be_bytes());
        out.extend(part);
    }
}

fn sample() -> Vec<u8> {
    let mut out = head(0);
    out.push(OPERATION_ATTRIBUTES);
    put(&mut out, CHARSET, "attributes-charset", b"utf-8");
    // The same name in another group says nothing about the printer.
    put(&mut out, TEXT, "printer-make-and-model", b"Other");
    out.push(PRINTER_ATTRIBUTES);
    put(&mut out, URI, "printer-uuid", b"urn:uuid:00000000-1111-2222-3333-98E7F4000001");
    put(&mut out, TEXT, "printer-make-and-model", b"HP ENVY 4520 series");
    put(
        &mut out,
        TEXT,
        "printer-device-id",
        b"MFG:HP;MDL:ENVY 4520 series;DES:F0V69A;SN:EXAMPLE0001;CLS:PRINTER;",
    );
    // A collection with a member that borrows a name.
    put(&mut out, 0x34, "media-col-default", b"");
    put(&mut out, 0x4a, "", b"printer-make-and-model");
    put(&mut out, TEXT, "", b"Evil");
    put(&mut out, 0x37, "", b"");
    put(&mut out, ENUM, "printer-wifi-state", &8u32.to_be_bytes());
    put(&mut out, NAME_WITH_LANGUAGE, "printer-wifi-ssid", b"\x00\x02en\x00\x04Home");
    put(&mut out, NAME, "printer-dns-sd-name", b"Study");
    out.push(END_OF_ATTRIBUTES);
    out
}

#[test]
fn an_answer_is_read() {
    let printer = answer(&sample()).unwrap();
    assert_eq!(printer.identity.uuid, Mark::new("00000000-1111-2222-3333-98e7f4000001"));
    assert_eq!(printer.identity.model.as_str(), "HP ENVY 4520 series");
    assert_eq!(printer.identity.serial, Mark::new("example0001"));
    assert_eq!(printer.identity.product.unwrap().as_str(), "F0V69A");
    assert_eq!((printer.make, printer.wifi), (Some(Label::new("HP")), Some(WifiState::On)));
    assert_eq!(printer.ssid, Some(Label::new("Home")));
}

#[test]
fn the_request_is_rfc_8010() {
    let request = attributes("ipp://192.168.1.20/ipp/print");
    assert!(request.starts_with(&[2, 0, 0, 0x0b, 0, 0, 0, 1, 1, 0x47, 0, 18]));
    assert_eq!(request.last(), Some(&END_OF_ATTRIBUTES));
    // Its attributes are decoded by the same rules, and it names no printer attribute.
    assert_eq!(answer(&request), Err(Trouble::Malformed));
}

#[test]
fn making_noticed_is_one_operation_with_or_without_an_action() {
    let (flash, any) =
        (identify("ipp://192.168.1.20/ipp/print", true), identify("ipp://192.168.1.20/ipp/print", false));
    for request in [&flash, &any] {
        assert!(request.starts_with(&[2, 0, 0, 0x3c, 0, 0, 0, 1, 1, 0x47, 0, 18]));
        assert_eq!(request.last(), Some(&END_OF_ATTRIBUTES));
    }
    assert_eq!(flash[any.len() - 1..flash.len() - 1], *b"\x44\x00\x10identify-actions\x00\x05flash");
    assert_eq!(flash[..any.len() - 1], any[..any.len() - 1]);
}

#[test]
fn operations_are_looked_through() {
    let with = |values: &[u32]| {
        let mut body = sample();
        body.pop();
        let mut name = OPERATIONS;
        for value in values {
            put(&mut body, ENUM, name, &value.to_be_bytes());
            name = "";
        }
        body.push(END_OF_ATTRIBUTES);
        answer(&body).unwrap().identify
    };
    assert_eq!(with(&[]), None);
    assert_eq!(with(&[0x02, 0x0b]), Some(false));
    assert_eq!(with(&[0x02, 0x3c, 0x0b]), Some(true));
    assert_eq!(with(&[0x3c]), Some(true));
    // Values of another attribute, or of a collection, are no operations.
    let mut other = sample();
    other.pop();
    put(&mut other, ENUM, OPERATIONS, &2u32.to_be_bytes());
    put(&mut other, ENUM, "finishings-supported", &3u32.to_be_bytes());
    put(&mut other, ENUM, "", &0x3cu32.to_be_bytes());
    other.push(END_OF_ATTRIBUTES);
    assert_eq!(answer(&other).unwrap().identify, Some(false));
}

#[test]
fn wifi_states_out_of_range_are_none() {
    for value in [0u32, 2, 9, u32::MAX] {
        assert_eq!(wifi_state(&value.to_be_bytes()), None);
    }
    assert_eq!(wifi_state(&[8]), None);
}

#[test]
fn no_cut_answer_is_taken_for_a_whole_one() {
    let sample = sample();
    for at in 0..sample.len() {
        assert_eq!(answer(&sample[..at]), Err(Trouble::Malformed), "cut at {at}");
    }
}

#[test]
fn errors_and_strangers_are_malformed() {
    let mut refused = sample();
    refused[2] = 0x04;
    assert_eq!(answer(&refused), Err(Trouble::Malformed));
    let mut nothing = head(0);
    nothing.extend([PRINTER_ATTRIBUTES, END_OF_ATTRIBUTES]);
    assert_eq!(answer(&nothing), Err(Trouble::Malformed));
    let mut long = head(0);
    long.extend([PRINTER_ATTRIBUTES, TEXT, 0xff, 0xff, b'x']);
    assert_eq!(answer(&long), Err(Trouble::Malformed));
}

#[test]
fn size_and_number_of_values_are_bounded() {
    let mut many = head(0);
    many.push(PRINTER_ATTRIBUTES);
    put(&mut many, TEXT, "printer-make-and-model", b"HP X");
    for _ in 0..5_000 {
        put(&mut many, TEXT, "", b"");
    }
    put(&mut many, TEXT, "printer-make-and-model", b"Too late");
    many.push(END_OF_ATTRIBUTES);
    assert_eq!(answer(&many).unwrap().identity.model.as_str(), "HP X");
    let mut big = head(0);
    big.push(PRINTER_ATTRIBUTES);
    put(&mut big, TEXT, "printer-make-and-model", b"HP X");
    for _ in 0..16 {
        put(&mut big, TEXT, "", &[b'x'; 65_535]);
    }
    assert_eq!(answer(&big).unwrap().identity.model.as_str(), "HP X");
}

proptest! {
    #[test]
    fn no_bytes_panic(bytes in prop::collection::vec(any::<u8>(), 0..300), at in 0usize..500, with in any::<u8>()) {
        let _ = answer(&bytes);
        let mut spoiled = sample();
        let at = at % spoiled.len();
        spoiled[at] = with;
        let _ = answer(&spoiled);
    }
}
