//! `cargo xtask test`: which tiers this machine can run, their runners under a clock, the scan, and one last line.

mod beside;
mod machine;
mod tiers;

use std::fs::{self, File};
use std::thread;
use std::time::{Duration, Instant};

use clap::Args;

use crate::process::{self, Watch};
use crate::summary::Counts;
use crate::{Fault, repo, scan};
use beside::Beside;
use tiers::{PREPARE, TIERS, Tier};

#[derive(Args)]
pub struct Options {
    /// Only these tiers (all when none is named)
    tiers: Vec<String>,
    /// Tiers that must run: where one can't, that is a failure
    #[arg(long, value_delimiter = ',')]
    require: Vec<String>,
    /// Only name the tiers that this machine can run, separated by commas
    #[arg(long)]
    list_runnable: bool,
}

/// Runs the tiers and the scan. `true` if nothing failed; the last line printed is the sum.
///
/// # Errors
/// An unknown tier, or a folder for the traces that can't be made.
pub fn run(options: &Options) -> Result<bool, Fault> {
    for name in options.tiers.iter().chain(&options.require) {
        if TIERS.iter().all(|tier| tier.name != name) {
            return Err(format!("there is no tier called {name}").into());
        }
    }
    let chosen = |tier: &&Tier| {
        let named = |names: &[String]| names.iter().any(|name| name == tier.name);
        options.tiers.is_empty() || named(&options.tiers) || named(&options.require)
    };
    let plan: Vec<(&Tier, Result<(), String>)> =
        TIERS.iter().filter(chosen).map(|tier| (tier, can_run(tier))).collect();
    if options.list_runnable {
        let names: Vec<&str> =
            plan.iter().filter(|(_, can)| can.is_ok()).map(|(tier, _)| tier.name).collect();
        println!("{}", names.join(","));
        return Ok(true);
    }
    announce(&plan);
    clear_traces(&plan)?;
    let runner = repo::traces().join("runner");
    fs::create_dir_all(&runner)?;
    let keep = File::options().create(true).append(true).open(runner.join("stderr.txt"))?;
    let beside = Beside::default();
    let reports = thread::scope(|scope| {
        // What takes no time of others' tests: downloads first, as somebody waits for them, then whole tiers.
        let second = scope.spawn(|| {
            beside.fetch(&plan);
            let tiers = plan.iter().filter(|(tier, _)| tier.beside);
            tiers.map(|(tier, can)| report(tier, can, options, &keep, &beside)).collect::<Vec<_>>()
        });
        let tiers = plan.iter().filter(|(tier, _)| !tier.beside);
        let mut reports: Vec<Report> =
            tiers.map(|(tier, can)| report(tier, can, options, &keep, &beside)).collect();
        reports.extend(second.join().unwrap_or_default());
        reports
    });
    Ok(conclude(&reports))
}

/// What became of a tier.
struct Report<'a> {
    tier: &'a Tier,
    counts: Counts,
    seconds: f64,
    note: String,
}

fn can_run(tier: &Tier) -> Result<(), String> {
    tier.needs.iter().try_for_each(|need| need.check())
}

fn announce(plan: &[(&Tier, Result<(), String>)]) {
    println!("{:8} {:>8}  can run here", "tier", "budget");
    for (tier, can) in plan {
        let can = can.as_ref().map_or_else(|why| format!("no: {why}"), |()| format!("yes: {}", tier.what));
        println!("{:8} {:>6} s  {can}", tier.name, tier.budget.as_secs());
    }
}

/// What an older run of these tiers left is no evidence for this one.
fn clear_traces(plan: &[(&Tier, Result<(), String>)]) -> Result<(), Fault> {
    let traces = repo::traces();
    fs::create_dir_all(&traces)?;
    for entry in fs::read_dir(traces)? {
        let entry = entry?;
        let name = entry.file_name().to_string_lossy().into_owned();
        if name == "runner" || plan.iter().any(|(tier, _)| tier.name == tiers::owner(&name)) {
            if entry.file_type()?.is_dir() {
                fs::remove_dir_all(entry.path())?;
            } else {
                fs::remove_file(entry.path())?;
            }
        }
    }
    Ok(())
}

fn report<'a>(
    tier: &'a Tier,
    can: &Result<(), String>,
    options: &Options,
    keep: &File,
    beside: &Beside,
) -> Report<'a> {
    let can = can.clone().and_then(|()| beside.fetched(tier));
    let begun = Instant::now();
    let mut counts = Counts::default();
    if can.is_ok() {
        println!(
            "\n== {}: {}{}",
            tier.name,
            tier.what,
            if tier.beside { " (beside the others)" } else { "" }
        );
    }
    let required = options.require.iter().any(|name| name == tier.name);
    let mut note = match &can {
        Ok(()) => run_tier(tier, &mut counts, keep).unwrap_or_else(|fault| {
            // A runner that broke off without saying which test failed is a failed test itself.
            counts.failed = counts.failed.max(1);
            fault
        }),
        Err(why) if required => format!("required, but can't run: {why}"),
        Err(why) => format!("skipped: {why}"),
    };
    counts.skipped += u64::from(can.is_err());
    if required && counts.skipped > 0 {
        // What is required has to run, all of it.
        note.push_str(" (required: a skipped test is a failed one)");
        counts.failed += std::mem::take(&mut counts.skipped);
    }
    Report { tier, counts, seconds: begun.elapsed().as_secs_f64(), note }
}

/// Builds and runs; what is worth saying about it, or why it failed.
fn run_tier(tier: &Tier, counts: &mut Counts, keep: &File) -> Result<String, String> {
    let begun = Instant::now();
    let how = How { keep: None, gently: tier.beside };
    run_all(tier.prepare, PREPARE, &mut Counts::default(), how)?;
    let built = begun.elapsed().as_secs_f64();
    run_all(tier.run, tier.budget, counts, How { keep: Some(keep), ..how })?;
    if *counts == Counts::default() {
        Err("it ran no test".to_owned())
    } else {
        Ok(format!("(built in {built:.1} s)"))
    }
}

/// How commands are run.
#[derive(Clone, Copy)]
struct How<'a> {
    /// A copy of all that they print.
    keep: Option<&'a File>,
    /// Only with the time that others leave.
    gently: bool,
}

/// Runs each command, also after one that failed, all within `budget`.
fn run_all(commands: &[&[&str]], budget: Duration, counts: &mut Counts, how: How<'_>) -> Result<(), String> {
    let begun = Instant::now();
    let mut faults = Vec::new();
    for command in commands {
        let gently: &[&str] = if how.gently { &["nice", "-n", "19"] } else { &[] };
        let words: Vec<&str> = gently.iter().chain(*command).copied().collect();
        let Some((program, arguments)) = words.split_first() else { continue };
        let watch = Watch { budget: budget.saturating_sub(begun.elapsed()), keep: how.keep, show: true };
        match process::run(repo::command(program).args(arguments), watch) {
            Ok(ended) => {
                *counts += ended.counts;
                faults.extend(ended.fault.map(|fault| format!("{}: {fault}", command.join(" "))));
            }
            Err(fault) => faults.push(format!("{program}: {fault}")),
        }
    }
    if faults.is_empty() { Ok(()) } else { Err(faults.join("; ")) }
}

/// Scans the traces, prints a line per tier and the sum.
fn conclude(reports: &[Report<'_>]) -> bool {
    let mut sum = Counts::default();
    let owing = reports.iter().filter(|report| report.counts.passed > 0).filter_map(|report| {
        report.tier.traces_from.filter(|tests| repo::root().join(tests).exists()).map(|_| report.tier.name)
    });
    let scanned = scan::run(&repo::traces(), owing, tiers::owner);
    println!("\n{:8} {:>8}  result", "tier", "time");
    for report in reports {
        println!("{:8} {:>6.1} s  {} {}", report.tier.name, report.seconds, report.counts, report.note);
        sum += report.counts;
    }
    println!("{:8} {:>10}  {}", "secrets", "", scanned.summary());
    for fault in &scanned.faults {
        println!("  {fault}");
    }
    if !scanned.faults.is_empty() {
        sum.failed += 1;
    }
    println!("{sum}");
    sum.failed == 0
}
