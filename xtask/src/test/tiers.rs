//! The tiers, fastest first. A new tier is a row here; it gets one when it has tests.

use std::time::Duration;

use super::machine::Need;

/// One kind of tests.
pub struct Tier {
    /// What it is called on the command line; its traces lie in folders called `<name>-…`.
    pub name: &'static str,
    pub what: &'static str,
    /// What the machine must have.
    pub needs: &'static [Need],
    /// Fetches what the machine lacks. Where that fails, offline for one, the tier can't run here.
    pub fetch: &'static [&'static [&'static str]],
    /// Builds what `run` works with; with `fetch` it has a time of its own, see [`PREPARE`].
    pub prepare: &'static [&'static [&'static str]],
    /// The runners: program and arguments.
    pub run: &'static [&'static [&'static str]],
    /// For all of `run` together.
    pub budget: Duration,
    /// It measures no time: it runs beside those that do, with what time they leave.
    pub beside: bool,
    /// The tier's programs handle secrets, so a run without a single trace is a fault. Names the tests that write them.
    pub traces_from: Option<&'static str>,
}

/// Time for a tier's preparation: a build from nothing on two busy cores, or a download.
pub const PREPARE: Duration = Duration::from_secs(15 * 60);

/// The same words wherever the lab is built: another set of packages would join other features, and build all of it anew.
const LAB: &[&str] = &["cargo", "build", "-p", "inkjoin-lab", "-p", "inkjoin-cli"];

pub const TIERS: &[Tier] = &[
    Tier {
        name: "core",
        what: "the core, the bindings' Rust and this program by themselves",
        needs: &[],
        fetch: &[],
        prepare: &[&["cargo", "test", "--no-run", "-p", "inkjoin", "-p", "inkjoin-ffi", "-p", "xtask"]],
        run: &[&["cargo", "test", "--no-fail-fast", "-p", "inkjoin", "-p", "inkjoin-ffi", "-p", "xtask"]],
        budget: Duration::from_secs(180),
        beside: false,
        traces_from: None,
    },
    Tier {
        name: "lab",
        what: "the programs against virtual printers and routers, in rooms of their own",
        needs: &[Need::Linux, Need::Namespaces],
        fetch: &[],
        prepare: &[&["cargo", "test", "--no-run", "-p", "inkjoin-lab", "-p", "inkjoin-cli"]],
        run: &[&["cargo", "test", "--no-fail-fast", "-p", "inkjoin-lab", "-p", "inkjoin-cli"]],
        budget: Duration::from_secs(300),
        beside: false,
        traces_from: Some("tests/e2e"),
    },
    Tier {
        name: "peers",
        what: "real hostapd, wpa_supplicant and avahi; Bluetooth on a bus of its own",
        needs: &[Need::Linux, Need::Namespaces, Need::Python, Need::Debian],
        fetch: &[&["python3", "tests/peers/fetch.py"]],
        prepare: &[LAB],
        run: &[&["python3", "tests/peers/chain.py"]],
        budget: Duration::from_secs(300),
        beside: false,
        traces_from: Some("tests/peers"),
    },
    Tier {
        name: "radio",
        what: "real hostapd and wpa_supplicant over simulated air",
        needs: &[Need::Linux, Need::Namespaces, Need::Python, Need::Debian, Need::Radio],
        fetch: &[&["python3", "tests/peers/fetch.py"], &["python3", "tests/peers/kernel.py"]],
        prepare: &[LAB],
        run: &[&["python3", "tests/peers/radio.py"]],
        budget: Duration::from_secs(300),
        beside: false,
        traces_from: Some("tests/peers"),
    },
    Tier {
        name: "python",
        what: "the session from Python, against the lab",
        needs: &[Need::Linux, Need::Python],
        fetch: &[&["python3", "tests/bindings/python/run.py", "fetch"]],
        prepare: &[LAB, &["cargo", "xtask", "bindings", "python"]],
        run: &[&["python3", "tests/bindings/python/run.py"]],
        budget: Duration::from_secs(150),
        beside: false,
        traces_from: Some("tests/bindings/python"),
    },
    Tier {
        name: "kotlin",
        what: "the session from Kotlin, on a plain JVM, against the lab",
        needs: &[Need::Linux, Need::Java, Need::Maven],
        fetch: &[&["mvn", "-q", "-f", "tests/bindings/kotlin", "-P", "fetch", "clean", "test"]],
        prepare: &[LAB, &["cargo", "xtask", "bindings", "kotlin"]],
        run: &[&["mvn", "-o", "-q", "-f", "tests/bindings/kotlin", "clean", "test"]],
        budget: Duration::from_secs(330),
        beside: false,
        traces_from: Some("tests/bindings/kotlin"),
    },
    Tier {
        name: "swift",
        what: "the session, the model and the ports in Swift; views, app and Apple's side type-checked against stand-ins",
        needs: &[Need::Linux, Need::Swift, Need::Python],
        fetch: &[&["sh", "tests/bindings/swift/env.sh", "fetch"]],
        prepare: &[
            LAB,
            &["cargo", "xtask", "bindings", "swift"],
            &["cargo", "xtask", "screens"],
            &["sh", "tests/bindings/swift/build.sh"],
        ],
        run: &[
            &["sh", "tests/bindings/swift/run.sh"],
            &["python3", "tests/ios/typecheck.py"],
            &["python3", "tests/ios/project_check.py"],
        ],
        budget: Duration::from_secs(480),
        beside: false,
        traces_from: Some("ios/Tests"),
    },
    Tier {
        name: "android",
        what: "Android's ports, screens and app on a plain JVM, drawn by Android's own Compose, down to the core and the lab",
        needs: &[Need::Linux, Need::Java, Need::Maven, Need::Python, Need::Androidx],
        fetch: &[&["python3", "android/host/androidlibs.py", "fetch"]],
        prepare: &[LAB, &["cargo", "xtask", "bindings", "kotlin"], &["cargo", "xtask", "screens"]],
        run: &[
            &["python3", "android/host/run.py"],
            &["python3", "android/host/lint.py"],
            &["python3", "android/host/versions_check.py"],
            &["python3", "tests/android/instrumented.py"],
        ],
        budget: Duration::from_secs(1500),
        beside: false,
        traces_from: None,
    },
    Tier {
        name: "package",
        what: "the package for Android, with this computer's library in place of a phone's, and an app that takes it",
        needs: &[Need::Linux, Need::Java, Need::Maven, Need::Python, Need::Androidx],
        fetch: &[],
        prepare: &[&["cargo", "xtask", "package", "android", "--stand-in"]],
        run: &[&["python3", "tests/android/consumer/verify.py"]],
        budget: Duration::from_secs(600),
        beside: false,
        traces_from: None,
    },
    Tier {
        name: "package_ios",
        what: "the package for iOS, with this computer's library in place of each slice, and an app that takes it",
        needs: &[Need::Linux, Need::Python, Need::Swift],
        fetch: &[],
        prepare: &[&[
            "cargo",
            "xtask",
            "package",
            "ios",
            "--stand-in",
            "--url",
            "https://example.org/inkjoin",
        ]],
        run: &[&["python3", "tests/ios/consumer/verify.py"]],
        budget: Duration::from_secs(300),
        beside: false,
        traces_from: None,
    },
    Tier {
        name: "gradle",
        what: "the Gradle files' types, and an error planted in each",
        needs: &[Need::Java, Need::Maven, Need::Python, Need::Androidx],
        fetch: &[],
        prepare: &[],
        run: &[&["python3", "android/host/gradle_check.py"]],
        budget: Duration::from_secs(900),
        beside: true,
        traces_from: None,
    },
    Tier {
        name: "mobile",
        what: "the library type-checked for Android and iOS, and an error planted for each target",
        needs: &[Need::Linux, Need::Python, Need::PhoneRust],
        fetch: &[&["python3", "tests/bindings/mobile.py", "fetch"]],
        prepare: &[],
        run: &[&["python3", "tests/bindings/mobile.py"]],
        budget: Duration::from_secs(1800),
        beside: true,
        traces_from: None,
    },
];

/// The tier whose tests wrote the trace folder of that name: the one it is called after, else `lab`, whose tests are
/// called after what they show.
pub fn owner(folder: &str) -> &str {
    TIERS.iter().map(|tier| tier.name).find(|name| folder.split('-').next() == Some(name)).unwrap_or("lab")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_trace_belongs_to_the_tier_that_it_is_called_after() {
        assert_eq!(owner("peers-setup_chain"), "peers");
        assert_eq!(owner("radio-air_chain"), "radio");
        assert_eq!(owner("wrong_pin"), "lab");
    }

    #[test]
    fn every_tier_can_be_told_by_its_name() {
        for (n, tier) in TIERS.iter().enumerate() {
            assert_eq!(TIERS.iter().position(|other| other.name == tier.name), Some(n));
            assert!(!tier.name.contains(['-', ',', ' ']) && !tier.run.is_empty());
        }
    }
}
