//! `cargo xtask bench`: every bench is a program that prints rows; here they are collected, and medians and ratios are made.
//!
//! Rows and what they may hold are told in [`figures`]. A ratio that misses its target is said and no failure: the machine may
//! have been busy. What fails is a bench that could not measure.

mod figures;

use std::fs;
use std::process::Stdio;

use serde_json::json;

use crate::{Fault, repo};
use figures::Row;

/// A bench: its name, what it compares, what is built for it, and the command whose rows it is.
struct Bench {
    name: &'static str,
    compares: &'static str,
    build: &'static [&'static [&'static str]],
    commands: &'static [&'static [&'static str]],
}

const PROGRAMS: &[&[&str]] = &[
    &["cargo", "build", "--release", "-p", "inkjoin-cli", "-p", "inkjoin-lab"],
    &["cargo", "build", "--release", "-p", "inkjoin", "--examples"],
];

/// All benches. One stands here as soon as it measures something.
const BENCHES: &[Bench] = &[
    Bench {
        name: "machine",
        compares: "the setup by itself: inputs in a second, bytes of its state",
        build: PROGRAMS,
        commands: &[&["target/release/examples/bench_setup"]],
    },
    Bench {
        name: "hand-over",
        compares: "a PIN to an OpenWrt router, against a script with curl",
        build: PROGRAMS,
        commands: &[&["python3", "tests/peers/bench_hand_over.py"]],
    },
    Bench {
        name: "join",
        compares: "from the printer's PIN to the proof, against a script; real hostapd and wpa_supplicant",
        build: PROGRAMS,
        commands: &[&["python3", "tests/peers/bench_join.py"]],
    },
    Bench {
        name: "discovery",
        compares: "to the first resolved printer, against mdns-sd, python-zeroconf, avahi-browse, ippfind",
        build: PROGRAMS,
        commands: &[&["python3", "tests/peers/bench_discovery.py"]],
    },
    Bench {
        name: "bindings",
        compares: "first call, screens, choices, ends over UniFFI, against a toy with the same public side",
        build: &[
            &["cargo", "xtask", "bindings", "--release", "toy"],
            &["mvn", "-q", "-f", "tests/bindings/kotlin", "-P", "fetch", "clean", "test"],
            &["sh", "tests/bindings/swift/env.sh", "fetch"],
        ],
        commands: &[
            &["python3", "tests/bindings/python/bench.py"],
            &["mvn", "-o", "-q", "-f", "tests/bindings/kotlin", "-P", "bench", "clean", "test"],
            &["sh", "tests/bindings/swift/bench.sh"],
        ],
    },
    Bench {
        name: "android",
        compares: "cold start, and fifty printers from Rust to laid out, against plain Compose; on a JVM",
        build: &[
            &["python3", "android/host/androidlibs.py", "fetch"],
            &["cargo", "xtask", "bindings", "--release", "kotlin"],
        ],
        commands: &[&[
            "mvn",
            "-o",
            "-q",
            "-B",
            "-Dstyle.color=never",
            "-f",
            "android/host",
            "-P",
            "bench",
            "clean",
            "test",
            "-Dtest=BenchTest",
            "-Dsurefire.failIfNoSpecifiedTests=false",
        ]],
    },
    Bench {
        name: "size",
        compares: "the library as a phone would get it, against a toy that links the same dependencies",
        build: &[],
        commands: &[&["python3", "tests/bindings/size.py"]],
    },
];

/// Runs the named benches, or all. `false` if one of them failed.
///
/// # Errors
/// A name that no bench has, or a program that can't be started.
pub fn run(names: &[String], json: bool) -> Result<bool, Fault> {
    if let Some(unknown) = names.iter().find(|name| BENCHES.iter().all(|bench| bench.name != **name)) {
        return Err(format!("there is no bench called {unknown}").into());
    }
    let chosen =
        BENCHES.iter().filter(|bench| names.is_empty() || names.iter().any(|name| name == bench.name));
    let mut fine = true;
    for bench in chosen {
        eprintln!("bench {}: {}", bench.name, bench.compares);
        for build in bench.build {
            if !repo::command_line(build).status()?.success() {
                return Err(format!("nothing to measure: {} was not built", bench.name).into());
            }
        }
        let before = load();
        let (mut rows, mut failed) = (Vec::new(), Vec::new());
        for command in bench.commands {
            let output = repo::command_line(command).stderr(Stdio::inherit()).output()?;
            for line in String::from_utf8_lossy(&output.stdout).lines() {
                match Row::parse(line) {
                    Some(row) => rows.push(row),
                    // Test runners give the reason there.
                    None if !output.status.success() => eprintln!("{line}"),
                    None => {}
                }
            }
            if !output.status.success() {
                failed.push(format!("{}: {}", command.join(" "), output.status));
            }
        }
        if json {
            rows.iter().for_each(|row| println!("{}", row.json()));
            println!("{}", json!({ "bench": bench.name, "load_before": before, "load_after": load() }));
        } else {
            println!(
                "\n### {}\n\nLoad {before} before, {} after.\n\n{}",
                bench.name,
                load(),
                figures::table(&rows)
            );
        }
        if !failed.is_empty() || rows.is_empty() {
            eprintln!("bench {} failed: {}", bench.name, failed.join("; "));
            fine = false;
        }
    }
    Ok(fine)
}

/// How many programs wanted to run during the last minute, and on how many cores.
fn load() -> String {
    let cores = std::thread::available_parallelism().map_or(1, usize::from);
    let told = fs::read_to_string("/proc/loadavg").unwrap_or_default();
    format!("{} on {cores} cores", told.split(' ').next().filter(|l| !l.is_empty()).unwrap_or("unknown"))
}
