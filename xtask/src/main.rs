//! One door for whoever works on Inkjoin: `cargo xtask check`, `test`, `bindings`, `package` and `bench`.
//!
//! It assumes no more than a cargo, so that a machine with an empty home folder can run it: what a task needs
//! besides is brought in under `target/` or a cache, or its absence is said by name.

mod api;
mod bench;
mod bindings;
mod check;
mod house;
mod package;
mod process;
mod readme;
mod repo;
mod scan;
mod screens;
mod summary;
mod test;
mod transcripts;

use std::process::ExitCode;

use clap::{Parser, Subcommand};

/// Whatever stops a task; its text is for the person who runs it.
type Fault = Box<dyn std::error::Error>;

#[derive(Parser)]
#[command(name = "cargo xtask", about = "Checks, tests and benches of Inkjoin")]
struct Cli {
    #[command(subcommand)]
    task: Task,
}

#[derive(Subcommand)]
enum Task {
    /// Formatting, the house's own rules, clippy, documentation, the bindings' API, dependencies; and `mobile`, only when named:
    /// the library for Android and iOS, which takes minutes
    Check {
        /// Only these steps (all but `mobile` when none is named)
        steps: Vec<String>,
    },
    /// The tests by tier, fastest first, then the scan of all that they wrote for secrets
    Test(test::Options),
    /// What a person sees on every road and at every failure, in English and German, under target/transcripts
    Transcripts,
    /// Every screen in every language as JSON, under target/screens, for the pictures that the UIs take of them
    Screens,
    /// The Kotlin, Swift and Python sides of the library, under target/bindings
    Bindings(bindings::Options),
    /// What apps take: the AAR, under target/android/package
    Package(package::Options),
    /// Measurements against named peers
    Bench {
        /// Only these benches (all when none is named)
        names: Vec<String>,
        /// One line of JSON per row
        #[arg(long)]
        json: bool,
    },
}

fn main() -> ExitCode {
    let done = match Cli::parse().task {
        Task::Check { steps } => check::run(&steps),
        Task::Test(options) => test::run(&options),
        Task::Bindings(options) => bindings::run(&options),
        Task::Screens => screens::run(),
        Task::Package(options) => package::run(&options),
        Task::Transcripts => transcripts::run(),
        Task::Bench { names, json } => bench::run(&names, json),
    };
    match done {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        Err(fault) => {
            eprintln!("xtask: {fault}");
            ExitCode::from(2)
        }
    }
}
