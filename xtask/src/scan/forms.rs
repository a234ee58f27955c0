//! The forms in which a value could slip out: as it is, and in the encodings that our wires and files use.

use super::table::Kind;

/// A byte string to look for.
pub struct Needle {
    pub bytes: Vec<u8>,
    /// Letters match in either case; `bytes` are in lower case then.
    pub any_case: bool,
    /// It is all digits and short: found inside a longer number it is chance.
    pub whole_number: bool,
    pub form: &'static str,
}

/// Every form of `value` that is looked for, without doubles.
pub fn forms(kind: Kind, value: &str) -> Vec<Needle> {
    let mut out: Vec<Needle> = Vec::new();
    let mut add = |form: &'static str, text: &str, any_case: bool| {
        let bytes = if any_case { text.to_ascii_lowercase().into_bytes() } else { text.as_bytes().to_vec() };
        if bytes.len() >= 4 && out.iter().all(|known| known.bytes != bytes) {
            let whole_number = bytes.iter().all(u8::is_ascii_digit) && bytes.len() <= 8;
            out.push(Needle { bytes, any_case, whole_number, form });
        }
    };
    let mut spellings = vec![value.to_owned()];
    match kind {
        Kind::Pin => spellings.extend(grouped(value)),
        Kind::Mac | Kind::Uuid => spellings.extend(regrouped(kind, value)),
        _ => {}
    }
    let address = matches!(kind, Kind::Mac | Kind::Uuid);
    for spelling in &spellings {
        add("plain", spelling, address);
    }
    for spelling in &spellings {
        add("JSON", &escaped(spelling, json_escape), false);
        add("XML", &escaped(spelling, xml_escape), false);
        add("URL-encoded", &url(spelling, false), true);
        add("form-encoded", &url(spelling, true), true);
        add("hex", &hex(spelling), true);
        for text in base64_inside(spelling) {
            add("base64", &text, false);
            add("base64url", &text.replace('+', "-").replace('/', "_"), false);
        }
    }
    out
}

/// `1234 5670` and `1234-5670`: how people and router pages write a PIN.
fn grouped(pin: &str) -> Vec<String> {
    match (pin.len(), pin.get(..4), pin.get(4..)) {
        (8, Some(first), Some(second)) => vec![format!("{first} {second}"), format!("{first}-{second}")],
        _ => Vec::new(),
    }
}

/// A MAC with and without its separators, a UUID without its dashes.
fn regrouped(kind: Kind, value: &str) -> Vec<String> {
    let digits: String = value.chars().filter(char::is_ascii_hexdigit).collect();
    let pairs: Vec<String> =
        digits.chars().collect::<Vec<_>>().chunks(2).map(|pair| pair.iter().collect()).collect();
    match kind {
        Kind::Mac => vec![pairs.join(":"), pairs.join("-"), digits],
        _ => vec![digits],
    }
}

fn escaped(text: &str, escape: fn(char) -> Option<&'static str>) -> String {
    text.chars().fold(String::new(), |mut out, c| {
        if let Some(escape) = escape(c) {
            out.push_str(escape);
        } else {
            out.push(c);
        }
        out
    })
}

fn json_escape(c: char) -> Option<&'static str> {
    match c {
        '"' => Some("\\\""),
        '\\' => Some("\\\\"),
        _ => None,
    }
}

fn xml_escape(c: char) -> Option<&'static str> {
    match c {
        '&' => Some("&amp;"),
        '<' => Some("&lt;"),
        '>' => Some("&gt;"),
        '"' => Some("&quot;"),
        '\'' => Some("&apos;"),
        _ => None,
    }
}

/// RFC 3986; or as a form's field, where a blank is a plus.
fn url(text: &str, form: bool) -> String {
    text.bytes().fold(String::new(), |mut out, byte| {
        match byte {
            b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' | b'-' | b'.' | b'_' | b'~' => out.push(byte.into()),
            b' ' if form => out.push('+'),
            _ => out.push_str(&format!("%{byte:02x}")),
        }
        out
    })
}

fn hex(text: &str) -> String {
    text.bytes().map(|byte| format!("{byte:02x}")).collect()
}

/// What is certain of `text` in base64 when it is part of something longer, as the password in `root:password` is:
/// bytes come by threes, so there are three ways, and the characters at both ends depend on the neighbours.
fn base64_inside(text: &str) -> Vec<String> {
    (0..3)
        .filter_map(|before| {
            let padded: Vec<u8> = std::iter::repeat_n(0, before).chain(text.bytes()).collect();
            let whole = base64(&padded);
            let (from, to) = ((before * 8).div_ceil(6), padded.len() * 8 / 6);
            whole.get(from..to).filter(|inside| inside.len() >= 5).map(str::to_owned)
        })
        .collect()
}

/// RFC 4648, section 4, without padding.
fn base64(bytes: &[u8]) -> String {
    const ALPHABET: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    let mut out = String::new();
    for three in bytes.chunks(3) {
        let bits =
            three.iter().fold(0_u32, |bits, byte| bits << 8 | u32::from(*byte)) << (8 * (3 - three.len()));
        for n in 0..=three.len() {
            let digit = usize::try_from(bits >> (18 - 6 * n) & 63).unwrap_or_default();
            out.extend(ALPHABET.get(digit).map(|byte| char::from(*byte)));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn base64_agrees_with_the_vectors_of_rfc_4648_and_with_basic_login() {
        for (plain, coded) in
            [("f", "Zg"), ("fo", "Zm8"), ("foo", "Zm9v"), ("foob", "Zm9vYg"), ("foobar", "Zm9vYmFy")]
        {
            assert_eq!(base64(plain.as_bytes()), coded);
        }
        // RFC 7617, section 2: "Aladdin:open sesame"
        let header = "QWxhZGRpbjpvcGVuIHNlc2FtZQ==";
        assert!(base64_inside("open sesame").iter().any(|inside| header.contains(inside.as_str())));
    }

    #[test]
    fn a_pin_is_looked_for_in_groups_and_a_mac_in_every_spelling() {
        let plain = |kind, value| -> Vec<Vec<u8>> {
            forms(kind, value).into_iter().map(|needle| needle.bytes).collect()
        };
        let pin = plain(Kind::Pin, "12345670");
        assert!(pin.contains(&b"1234 5670".to_vec()) && pin.contains(&b"1234-5670".to_vec()));
        let mac = plain(Kind::Mac, "02:00:00:00:AB:01");
        assert!(mac.contains(&b"02000000ab01".to_vec()) && mac.contains(&b"02-00-00-00-ab-01".to_vec()));
    }
}
