//! Lines that a program reads.

use std::io::{self, Write};

use inkjoin::discovery::Found;
use inkjoin::guide::Screen;
use inkjoin::net::Trouble;
use inkjoin::secret::Secret;
use inkjoin::setup::input::SessionOutcome;
use serde_json::{Map, Value, json};

use crate::{marks, names};

/// One line, at once.
///
/// # Errors
/// The output is gone.
pub fn write(out: &mut impl Write, line: &Value) -> io::Result<()> {
    writeln!(out, "{line}")?;
    out.flush()
}

/// `{"screen":{…}}`. A PIN's digits stand beside its id: whoever reads this draws the screen for the person.
pub fn screen(screen: &Screen, reveal: impl Fn(u64) -> Option<Secret>) -> Value {
    let mut value = serde_json::to_value(screen).unwrap_or_default();
    let blocks = value.get_mut("blocks").and_then(Value::as_array_mut);
    for block in blocks.into_iter().flatten().filter_map(Value::as_object_mut) {
        let id = block.get("secret_id").and_then(Value::as_u64);
        if let Some(digits) = id.and_then(&reveal) {
            block.insert("digits".to_owned(), digits.reveal().into());
        }
    }
    json!({ "screen": value })
}

/// `{"outcome":{"kind":…}}`, without addresses and network names. A session that was left before its end was cancelled.
pub fn outcome(outcome: Option<&SessionOutcome>) -> Value {
    let of = match outcome {
        Some(SessionOutcome::Joined(proof)) => {
            json!({ "kind": "joined", "proof": names::proof(proof.kind()) })
        }
        Some(SessionOutcome::Failed(reason)) => {
            let (reason, trouble) = names::reason(*reason);
            with_trouble(json!({ "kind": "failed", "reason": reason }), trouble)
        }
        Some(SessionOutcome::Unknown(check)) => json!({ "kind": "unknown", "check": names::check(*check) }),
        Some(SessionOutcome::Informed) => json!({ "kind": "informed" }),
        Some(SessionOutcome::AlreadyOnline) => json!({ "kind": "already_online" }),
        Some(SessionOutcome::Cancelled) | None => json!({ "kind": "cancelled" }),
    };
    json!({ "outcome": of })
}

/// `{"error":{"kind":…}}`.
pub fn fault(kind: &str, field: Option<&str>) -> Value {
    let mut of = Map::from_iter([("kind".to_owned(), kind.into())]);
    if let Some(field) = field {
        of.insert("field".to_owned(), field.into());
    }
    // Nobody made a mistake there: the world moved on, and the newest screen is on its way.
    if kind == "stale" { json!({ "stale": {} }) } else { json!({ "error": of }) }
}

/// `{"note":{"kind":"restore_failed","reason":…}}`.
pub fn note(reason: &str) -> Value {
    json!({ "note": { "kind": "restore_failed", "reason": reason } })
}

/// `{"printer":{…}}`, with as much of its marks as a card shows.
pub fn found(printer: &Found) -> Value {
    let at: Vec<String> = printer.ews.iter().map(|at| at.get().to_string()).collect();
    json!({ "printer": {
        "name": printer.name.as_str(),
        "model": printer.identity.model.as_str(),
        "marks": marks::of(&printer.identity),
        "at": at,
    }})
}

/// Adds what went wrong on the way, with the HTTP status where there was one.
pub fn with_trouble(mut value: Value, trouble: Option<Trouble>) -> Value {
    if let (Some(of), Some(trouble)) = (value.as_object_mut(), trouble) {
        of.insert("trouble".to_owned(), names::trouble(trouble).into());
        if let Trouble::Status(status) = trouble {
            of.insert("status".to_owned(), status.into());
        }
    }
    value
}
