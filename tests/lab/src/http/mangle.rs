//! What the knobs do to an answer's body.

use std::io::Write;

use super::Answer;
use crate::knob::Knob;

/// Depth of `deep`: more than a parser that recurses survives.
const DEEP: usize = 20_000;
/// JSON whose string is no text.
const SURROGATES: &[u8] =
    br#"{"jsonrpc":"2.0","id":0,"result":[0,{"code":0,"stdout":"\ud800\udfff\ud800"}]}"#;
/// Size of `huge`.
const HUGE: usize = 4 * 1024 * 1024;

/// The answer with the fault in it; only for knobs that act on a body.
pub fn mangle(mut answer: Answer, knob: Knob, trap: &str) -> Answer {
    let json = answer.kind == "application/json";
    match knob {
        Knob::WrongType => {
            let page =
                "<!DOCTYPE html><html><head><title>Sign in</title></head><body><form></form></body></html>\n";
            return Answer::ok("text/html", page);
        }
        Knob::Gzip => {
            let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::fast());
            if encoder.write_all(&answer.body).is_ok()
                && let Ok(packed) = encoder.finish()
            {
                answer.body = packed;
            }
            return answer.with("Content-Encoding", "gzip");
        }
        Knob::Huge => answer.body.resize(HUGE, b' '),
        Knob::Deep if json => answer.body = nested("[", "]"),
        Knob::Deep => answer.body = nested("<a>", "</a>"),
        Knob::Entities if json => {
            answer.body = SURROGATES.to_vec();
        }
        Knob::Entities => answer.body = entities(trap),
        Knob::NotUtf8 => spoil(&mut answer.body),
        _ => {}
    }
    answer
}

fn nested(open: &str, close: &str) -> Vec<u8> {
    format!("{}{}", open.repeat(DEEP), close.repeat(DEEP)).into_bytes()
}

/// Ten to the ninth of a word, and a file from another host.
fn entities(trap: &str) -> Vec<u8> {
    let mut text = format!(
        "<?xml version=\"1.0\"?>\n<!DOCTYPE a [<!ENTITY e0 \"ink\">\n<!ENTITY f SYSTEM \"{trap}\">\n"
    );
    for level in 1..10 {
        text += &format!("<!ENTITY e{level} \"{}\">\n", format!("&e{};", level - 1).repeat(10));
    }
    (text + "]>\n<a>&e9;&f;</a>\n").into_bytes()
}

/// Eight octets that no UTF-8 has, in the middle.
fn spoil(body: &mut [u8]) {
    let middle = body.len() / 2;
    for octet in body.iter_mut().skip(middle).take(8) {
        *octet = 0xff;
    }
}
