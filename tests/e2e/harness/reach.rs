//! How a person gets to each screen, for tests that look at all of them.

use super::Visit;

/// A screen, with more words where there are several, and how a person gets there.
pub type Reach = (&'static str, fn(&str, u32) -> Visit);

/// Each screen that lasts, and those that last as long as somebody does not answer.
pub const SCREENS: &[Reach] = &[
    ("start", |test, speed| Visit::to(test, "laserjet-pin", speed)),
    ("computer-asks", |test, speed| gone(test, speed, "laserjet-pin", &[("start", "computer-asks")])),
    ("went-offline", |test, speed| gone(test, speed, "laserjet-pin", &[("start", "went-offline")])),
    ("find", |test, speed| gone(test, speed, "laserjet-pin", &[("start", "begin")])),
    ("find, went offline", |test, speed| {
        gone(test, speed, "laserjet-pin", &[("start", "went-offline"), ("went-offline", "begin")])
    }),
    ("address", |test, speed| {
        gone(test, speed, "laserjet-pin", &[("start", "begin"), ("find", "type-address")])
    }),
    ("which-one", which_one),
    ("asking", |test, speed| silent(test, speed, "printer.identity", |v| v.by_list("M1219nfw"))),
    ("to-printer-wifi, to meet it", |test, speed| {
        gone(test, speed, "setup-hop", &[("start", "begin"), ("find", "printer-wifi")])
    }),
    ("coming-home, to learn", coming_home),
    ("already-online, cable", |test, speed| online(test, speed, "laserjet-pin", &[])),
    ("already-online, Wi-Fi", |test, speed| online(test, speed, "already-online", &[])),
    ("already-online, went offline", again_online),
    ("moving", |test, speed| online(test, speed, "already-online", &[("already-online", "move")])),
    ("learning", |test, speed| {
        silent(test, speed, "router.list", |v| {
            v.by_list("M1219nfw");
            v.go(&[("already-online", "connect")]);
        })
    }),
    ("ways", |test, speed| ways(test, speed, &[])),
    ("ways, moving", |test, speed| {
        online(test, speed, "already-online", &[("already-online", "move"), ("moving", "go-on")])
    }),
    ("certificate-changed, before the ways", certificate_changed),
    ("certificate-changed, signing in", certificate_changed_at_sign_in),
    ("sign-in", |test, speed| ways(test, speed, &[("ways", "way:read:router")])),
    ("signing-in", |test, speed| silent(test, speed, "router.login", read)),
    ("reading-pin", |test, speed| silent(test, speed, "printer.pin", read)),
    ("digits", digits),
    ("to-printer-wifi, to read", to_read),
    ("coming-home, to give", to_give),
    ("your-pin", |test, speed| online(test, speed, "laserjet-pin", &[("already-online", "only-pin")])),
    ("type-pin, only to know", |test, speed| {
        online(test, speed, "already-wifi-move", &[("already-online", "only-pin")])
    }),
    ("type-pin, page", |test, speed| at_page(test, speed, "way:typed:page")),
    ("type-pin, service", |test, speed| {
        ways(test, speed, &[("ways", "way:typed:router"), ("sign-in", "sign-in")])
    }),
    ("sending-pin", |test, speed| silent(test, speed, "router.pin", read)),
    ("router-page", |test, speed| at_page(test, speed, "way:read:page")),
    ("start-printer", start_printer),
    ("panel", |test, speed| setup(test, speed, "officejet-display", &[("ways", "way:passphrase")])),
    ("push-consent", |test, speed| setup(test, speed, "push-openwrt", &[("ways", "way:push:router")])),
    ("push-printer, service", |test, speed| setup(test, speed, "push-openwrt", PUSH)),
    ("push-starting", push_starting),
    ("push-printer, by hand", |test, speed| setup(test, speed, "push-pages", &HAND[..2])),
    ("push-router", |test, speed| setup(test, speed, "push-pages", &HAND[..3])),
    ("waiting, PIN", |test, speed| waiting(test, speed)),
    ("waiting, push", |test, speed| setup(test, speed, "push-pages", HAND)),
    ("waiting, panel", |test, speed| {
        setup(test, speed, "officejet-display", &[("ways", "way:passphrase"), ("panel", "entered")])
    }),
    ("printer-report", printer_report),
    ("joined", |test, speed| {
        let mut v = ways(test, speed, &[]);
        v.go(&[("ways", "way:read:router"), ("sign-in", "sign-in")]);
        v
    }),
    ("failed", failed),
    ("unknown", |test, speed| waiting(test, speed.max(60))),
    ("leftover", leftover),
    ("closing", |test, _| closing(test)),
];

const PUSH: &[(&str, &str)] =
    &[("ways", "way:push:router"), ("push-consent", "open-push"), ("sign-in", "sign-in")];
const HAND: &[(&str, &str)] = &[
    ("ways", "way:push:hand"),
    ("push-consent", "open-push"),
    ("push-printer", "pressed-printer"),
    ("push-router", "pressed-router"),
];

fn gone(test: &str, speed: u32, scene: &str, steps: &[(&str, &str)]) -> Visit {
    let mut visit = Visit::to(test, scene, speed);
    visit.go(steps);
    visit
}

fn online(test: &str, speed: u32, scene: &str, steps: &[(&str, &str)]) -> Visit {
    let mut visit = Visit::to(test, scene, speed);
    visit.by_list("HP");
    visit.go(steps);
    visit
}

fn ways(test: &str, speed: u32, steps: &[(&str, &str)]) -> Visit {
    let mut visit = online(test, speed, "laserjet-pin", &[("already-online", "connect")]);
    visit.go(steps);
    visit
}

/// The router was asked once, and shows another certificate to the next session.
fn another_certificate(test: &str, speed: u32, before: &[(&str, &str)]) -> Visit {
    let mut visit = Visit::to(test, "laserjet-pin-https", speed);
    visit.fault("router.list", "certificate-changed");
    visit.by_list("M1219nfw");
    visit.go(&[("already-online", "connect")]);
    visit.person.screen("ways");
    visit.go(before);
    visit.person.settled();
    visit.again()
}

pub fn certificate_changed(test: &str, speed: u32) -> Visit {
    let mut visit = another_certificate(test, speed, &[]);
    visit.go(&[("already-online", "connect")]);
    visit.person.screen("certificate-changed");
    visit
}

/// The password is typed, and goes nowhere.
pub fn certificate_changed_at_sign_in(test: &str, speed: u32) -> Visit {
    let mut visit = another_certificate(test, speed, &[("ways", "way:read:router")]);
    visit.go(&[("sign-in", "sign-in")]);
    visit.person.screen("certificate-changed");
    assert!(visit.state()["requests"]["router.login"].is_null());
    visit
}

fn at_page(test: &str, speed: u32, way: &str) -> Visit {
    online(test, speed, "laserjet-pin-pages", &[("already-online", "connect"), ("ways", way)])
}

fn setup(test: &str, speed: u32, scene: &str, steps: &[(&str, &str)]) -> Visit {
    let mut visit = Visit::to(test, scene, speed);
    visit.by_setup_wifi();
    visit.go(steps);
    visit
}

/// One kind of request is not answered, so that what it is asked in lasts.
fn silent(test: &str, speed: u32, at: &str, steps: fn(&mut Visit)) -> Visit {
    let mut visit = Visit::to(test, "laserjet-pin", speed);
    visit.fault(at, "silent");
    steps(&mut visit);
    visit
}

fn read(visit: &mut Visit) {
    visit.by_list("M1219nfw");
    visit.go(&[("already-online", "connect"), ("ways", "way:read:router"), ("sign-in", "sign-in")]);
}

fn which_one(test: &str, speed: u32) -> Visit {
    let mut visit = gone(test, speed, "two-same", &[("start", "begin")]);
    visit.both_known();
    visit.tap("5C10A7");
    visit
}

fn again_online(test: &str, speed: u32) -> Visit {
    let mut visit =
        gone(test, speed, "already-online", &[("start", "went-offline"), ("went-offline", "begin")]);
    visit.tap("M1219nfw");
    visit
}

fn coming_home(test: &str, speed: u32) -> Visit {
    let mut visit = gone(test, speed, "setup-hop", &[("start", "begin"), ("find", "printer-wifi")]);
    visit.person.screen("to-printer-wifi");
    visit.phone("setup");
    visit
}

fn to_read(test: &str, speed: u32) -> Visit {
    let mut visit = coming_home(test, speed);
    visit.person.screen("coming-home");
    visit.phone("home");
    visit.go(&[("ways", "way:read:router"), ("sign-in", "sign-in")]);
    visit
}

fn to_give(test: &str, speed: u32) -> Visit {
    let mut visit = to_read(test, speed);
    visit.person.screen("to-printer-wifi");
    visit.phone("setup");
    visit
}

/// 4510 is a PIN of four digits, and one of eight with a right check digit.
fn digits(test: &str, speed: u32) -> Visit {
    let short = [("pins = [\"02345673\", ", "pin_as = \"integer\"\npins = [\"00004510\", ")];
    let mut visit = Visit::changed(test, "laserjet-pin", speed, &short);
    read(&mut visit);
    visit
}

fn start_printer(test: &str, speed: u32) -> Visit {
    let mut visit =
        setup(test, speed, "officejet-display", &[("ways", "way:typed:router"), ("sign-in", "sign-in")]);
    visit.person.screen("type-pin");
    let pin = visit.look_at_pin();
    visit.use_pin(&pin);
    visit
}

fn push_starting(test: &str, speed: u32) -> Visit {
    let mut visit = setup(test, speed, "push-openwrt", PUSH);
    visit.person.screen("push-printer");
    visit.fault("router.push", "silent");
    visit.go(&[("push-printer", "pressed-printer")]);
    visit
}

fn waiting(test: &str, speed: u32) -> Visit {
    let mut visit = Visit::to(test, "wpa3-only", speed);
    read(&mut visit);
    visit
}

fn printer_report(test: &str, speed: u32) -> Visit {
    let mut visit = setup(test, speed, "push-pages", HAND);
    visit.go(&[("waiting", "printer-reports")]);
    visit
}

fn failed(test: &str, speed: u32) -> Visit {
    let mut visit = Visit::to(test, "router-wps-off", speed);
    read(&mut visit);
    visit
}

/// As long as it takes to give it up.
fn closing(test: &str) -> Visit {
    let mut visit = waiting(test, 1);
    visit.fault("router.cancel", "silent");
    visit.person.screen("waiting");
    visit.person.say(r#"{"cancel":true}"#);
    visit
}

fn leftover(test: &str, _: u32) -> Visit {
    let mut visit = closing(test);
    visit.person.screen("closing");
    visit.again()
}
