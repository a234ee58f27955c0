//! What a session may do, as the login's own answer lists it: scope, then object, then functions. rpcd compares objects and
//! functions with `fnmatch(FNM_NOESCAPE)`, so either may be a pattern.

use serde_json::{Map, Value};

/// `acls` of a login. Hostile like every answer; what has another shape than rpcd's grants nothing.
pub(super) struct Grants(Map<String, Value>);

impl Grants {
    /// `None` where the answer had no list.
    pub fn read(acls: Value) -> Option<Self> {
        match acls {
            Value::Object(scopes) => Some(Self(scopes)),
            _ => None,
        }
    }

    /// Whether one function is granted. `None` where only a pattern that isn't read here could grant it: then the router
    /// has to be asked.
    pub fn allow(&self, scope: &str, object: &str, function: &str) -> Option<bool> {
        let Some(Value::Object(objects)) = self.0.get(scope) else { return Some(false) };
        let mut unread = false;
        for (pattern, functions) in objects {
            let functions = functions.as_array().into_iter().flatten().filter_map(Value::as_str);
            for granted in functions {
                match (matches(pattern, object), matches(granted, function)) {
                    (Some(true), Some(true)) => return Some(true),
                    (Some(false), _) | (_, Some(false)) => {}
                    _ => unread = true,
                }
            }
        }
        (!unread).then_some(false)
    }
}

/// A pattern of `*` and `?`; `None` for sets of characters, which no list of rights that we know has. Takes the product of
/// both lengths at most.
fn matches(pattern: &str, text: &str) -> Option<bool> {
    if pattern.contains('[') {
        return None;
    }
    let (pattern, text) = (pattern.as_bytes(), text.as_bytes());
    let (mut p, mut t) = (0, 0);
    // The last `*`, and where the text that it does not take begins.
    let mut star: Option<(usize, usize)> = None;
    while let Some(have) = text.get(t) {
        match pattern.get(p) {
            Some(b'*') => {
                star = Some((p, t));
                p += 1;
            }
            Some(want) if *want == b'?' || want == have => (p, t) = (p + 1, t + 1),
            _ => {
                let Some((at, from)) = star else { return Some(false) };
                star = Some((at, from + 1));
                (p, t) = (at + 1, from + 1);
            }
        }
    }
    Some(pattern.iter().skip(p).all(|left| *left == b'*'))
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn patterns_are_read_as_rpcd_reads_them() {
        let cases = [
            ("hostapd.*", "hostapd.phy0-ap0", Some(true)),
            ("hostapd.*", "hostapd.", Some(true)),
            ("hostapd.*", "hostapd", Some(false)),
            ("hostapd.phy0-ap0", "hostapd.phy0-ap0", Some(true)),
            ("hostapd.phy0-ap0", "hostapd.phy0-ap1", Some(false)),
            ("hostapd.phy?-ap0", "hostapd.phy7-ap0", Some(true)),
            ("*", "hostapd.phy0-ap0", Some(true)),
            ("*", "", Some(true)),
            ("", "", Some(true)),
            ("", "x", Some(false)),
            ("*ap0", "hostapd.phy0-ap0", Some(true)),
            ("*.phy*ap0*", "hostapd.phy0-ap0", Some(true)),
            ("*.phy*ap1*", "hostapd.phy0-ap0", Some(false)),
            ("/usr/sbin/hostapd_cli *", "/usr/sbin/hostapd_cli", Some(false)),
            ("hostapd.phy[01]-ap0", "hostapd.phy0-ap0", None),
        ];
        for (pattern, text, expected) in cases {
            assert_eq!(matches(pattern, text), expected, "{pattern} {text}");
        }
    }

    #[test]
    fn only_what_is_listed_is_granted() {
        let of = |text: &str| {
            Grants::read(serde_json::from_str(text).unwrap()).unwrap().allow("ubus", "hostapd.a", "wps_start")
        };
        let cases = [
            (r#"{"ubus":{"hostapd.*":["wps_start"]}}"#, Some(true)),
            (r#"{"ubus":{"*":["*"]}}"#, Some(true)),
            (r#"{"ubus":{"hostapd.*":["wps_*"]}}"#, Some(true)),
            (r#"{"ubus":{"hostapd.*":["wps_cancel"],"hostapd.a":["wps_start"]}}"#, Some(true)),
            (r#"{"ubus":{"hostapd.*":["wps_cancel"]}}"#, Some(false)),
            (r#"{"file":{"hostapd.*":["wps_start"]}}"#, Some(false)),
            ("{}", Some(false)),
            (r#"{"ubus":["hostapd.a","wps_start"]}"#, Some(false)),
            (r#"{"ubus":{"hostapd.a":"wps_start"}}"#, Some(false)),
            (r#"{"ubus":{"hostapd.a":{"wps_start":true}}}"#, Some(false)),
            (r#"{"ubus":{"hostapd.a":[["wps_start"],7,null]}}"#, Some(false)),
            (r#"{"ubus":{"hostapd.[a-z]":["wps_start"]}}"#, None),
            (r#"{"ubus":{"hostapd.[a-z]":["wps_start"],"hostapd.?":["wps_start"]}}"#, Some(true)),
            (r#"{"ubus":{"hostapd.[a-z]":["wps_cancel"]}}"#, Some(false)),
            (r#"{"ubus":{"session.[a-z]":["wps_start"]}}"#, None),
        ];
        for (acls, expected) in cases {
            assert_eq!(of(acls), expected, "{acls}");
        }
    }

    #[test]
    fn a_pattern_made_to_take_long_does_not() {
        let pattern = "*a".repeat(1 << 18);
        let text = format!("hostapd.{}", "a".repeat(32));
        assert_eq!(matches(&pattern, &text), Some(false));
    }
}
