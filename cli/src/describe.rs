//! `inkjoin describe ADDRESS`.

use std::io::{self, Write};

use inkjoin::net::{LocalAddr, Trouble};
use inkjoin::printer::{NotOurs, PinOffer, PrinterReport};
use inkjoin::session::{self, Hub};
use serde_json::{Value, json};

use crate::args::Describe;
use crate::json::with_trouble;
use crate::render::{clean, hang_for_list};
use crate::{Fault, exit, marks, names};

/// What came of it.
enum Answer {
    /// No address of a home network; nothing was asked.
    NotLocal,
    Refused(NotOurs),
    Printer(Box<PrinterReport>),
}

/// Asks the device at the address who it is, what it offers and how it is connected. Only reads.
///
/// # Errors
/// No HTTP client or no runtime could be made, or the output is gone.
pub fn run(args: &Describe) -> Result<u8, Fault> {
    let answer = ask(&args.address)?;
    let mut out = io::stdout().lock();
    if args.json {
        crate::json::write(&mut out, &value(&answer))?;
    } else {
        for line in lines(&answer) {
            for line in hang_for_list(&line) {
                writeln!(out, "{line}")?;
            }
        }
    }
    Ok(if matches!(answer, Answer::Printer(_)) { exit::GOOD } else { exit::FAILED })
}

fn ask(address: &str) -> Result<Answer, Fault> {
    let Ok(at) = LocalAddr::parse(address) else { return Ok(Answer::NotLocal) };
    let hub = Hub::global()?;
    let described = hub.block_on(session::describe(&hub, at)).ok_or("the system gave no resources")??;
    Ok(described.map_or_else(Answer::Refused, |report| Answer::Printer(Box::new(report))))
}

fn value(answer: &Answer) -> Value {
    match answer {
        Answer::NotLocal => json!({ "refused": { "reason": "not_local" } }),
        Answer::Refused(why) => {
            let (reason, trouble) = names::not_ours(*why);
            json!({ "refused": with_trouble(json!({ "reason": reason }), trouble) })
        }
        Answer::Printer(report) => json!({ "device": device(report) }),
    }
}

fn device(report: &PrinterReport) -> Value {
    let (offer, trouble) = names::offer(&report.pin);
    let mut pin = with_trouble(json!({ "offer": offer }), trouble);
    if let (PinOffer::Resource { path }, Some(of)) = (&report.pin, pin.as_object_mut()) {
        of.insert("path".to_owned(), path.as_str().into());
    }
    json!({
        "model": report.identity.model.as_str(),
        "product": report.identity.product.as_ref().map(|product| product.as_str()),
        "marks": marks::of(&report.identity),
        "at": report.at.get().to_string(),
        "pin": pin,
        "asked_through": report.asked_through.map(names::link),
        "wifi_joined": report.wifi_joined,
        "ssid": report.ssid.as_ref().map(|ssid| ssid.as_str()),
        "display": report.display,
        "asleep": report.asleep,
    })
}

fn lines(answer: &Answer) -> Vec<String> {
    match answer {
        Answer::NotLocal => {
            vec!["That is no address of a home network, such as 192.168.1.20. Nothing was asked.".to_owned()]
        }
        Answer::Refused(NotOurs::AnotherDevice) => {
            vec!["Another device answers there, no HP printer.".to_owned()]
        }
        Answer::Refused(NotOurs::AnotherPrinter) => vec!["Another printer answers there.".to_owned()],
        Answer::Refused(NotOurs::Trouble(trouble)) => vec![format!("No printer answers there: {trouble}.")],
        Answer::Printer(report) => printer_lines(report),
    }
}

fn printer_lines(report: &PrinterReport) -> Vec<String> {
    let wifi = match (report.wifi_joined, &report.ssid) {
        (Some(true), Some(ssid)) => format!("Wi-Fi: joined to {}", ssid.as_str()),
        (Some(true), None) => "Wi-Fi: joined".to_owned(),
        (Some(false), _) => "Wi-Fi: not joined".to_owned(),
        (None, _) => "Wi-Fi: the printer does not say".to_owned(),
    };
    let through = report
        .asked_through
        .map(|link| format!("This answer came through: {}", names::link(link).replace('_', " ")));
    let pin = match &report.pin {
        PinOffer::Resource { path } => format!("WPS PIN: can be read, at {path}"),
        PinOffer::NotOffered => "WPS PIN: not offered to apps; the person reads it at the printer".to_owned(),
        PinOffer::Unknown(Trouble::Status(status)) => {
            format!("WPS PIN: could not be found out, HTTP status {status}")
        }
        PinOffer::Unknown(trouble) => format!("WPS PIN: could not be found out, {trouble}"),
    };
    let model = match report.identity.model.as_str() {
        "" => "An HP printer that does not tell its model",
        model => model,
    };
    let marks = marks::of(&report.identity);
    let who = if marks.is_empty() { model.to_owned() } else { format!("{model}, {marks}") };
    let mut lines = vec![who, wifi];
    lines.extend(through);
    lines.push(pin);
    if report.asleep {
        lines.push("It answers in its sleep.".to_owned());
    }
    lines.iter().map(|line| clean(line).trim_end().to_owned()).collect()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use inkjoin::identity::{Identity, Label, Mark};
    use inkjoin::printer::Link;

    use super::*;

    fn report() -> PrinterReport {
        let identity = Identity {
            serial: Mark::new("VNB3K12345"),
            model: Label::new("HP LaserJet Pro M1217nfw"),
            ..Identity::default()
        };
        PrinterReport {
            identity,
            at: LocalAddr::parse("127.0.0.1:8080").unwrap(),
            pin: PinOffer::Unknown(Trouble::Status(500)),
            asked_through: Some(Link::OwnNetwork),
            wifi_joined: Some(false),
            ssid: None,
            display: None,
            asleep: false,
            pages: Vec::new(),
            identify: None,
        }
    }

    #[test]
    fn a_printer_is_described_without_its_whole_serial_number() {
        let answer = Answer::Printer(Box::new(report()));
        let (json, text) = (value(&answer).to_string(), lines(&answer).join("\n"));
        insta::assert_snapshot!("describe", format!("{json}\n\n{text}"));
        assert!(!json.contains("VNB3K") && !text.contains("VNB3K"));
    }

    #[test]
    fn an_address_that_is_not_local_is_not_asked() {
        for address in ["8.8.8.8", "printer.local", "http://example.com/", "127.0.0.1:0", ""] {
            let answer = ask(address).unwrap();
            assert_eq!(value(&answer).to_string(), r#"{"refused":{"reason":"not_local"}}"#, "{address}");
        }
        let refused = value(&Answer::Refused(NotOurs::Trouble(Trouble::Status(404)))).to_string();
        assert_eq!(refused, r#"{"refused":{"reason":"no_answer","status":404,"trouble":"status"}}"#);
    }
}
