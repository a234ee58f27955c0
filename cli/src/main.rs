//! Inkjoin in a terminal: the wizard for people and for programs, and three small commands.

mod args;
mod describe;
mod exit;
#[cfg(test)]
mod fake;
mod find;
mod human;
mod interrupts;
mod json;
#[cfg(feature = "lab")]
mod lab;
mod language;
mod lines;
mod log;
mod marks;
mod names;
mod pin_check;
mod render;
mod room;
mod state;
mod transcript;
mod tty;
mod walk;
mod wizard;
mod words;

use std::process::ExitCode;

use clap::Parser;

use args::{Cli, Command, Pin};

/// Why the program could not do its work.
pub type Fault = Box<dyn std::error::Error + Send + Sync>;

fn main() -> ExitCode {
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(usage) => {
            // Help and version are no mistakes, and a standard error that is gone is not worth another status.
            let _ = usage.print();
            return if usage.use_stderr() { exit::USAGE } else { exit::GOOD }.into();
        }
    };
    match run(&cli) {
        Ok(status) => status.into(),
        Err(fault) => {
            eprintln!("inkjoin: {fault}");
            exit::START.into()
        }
    }
}

fn run(cli: &Cli) -> Result<u8, Fault> {
    match &cli.command {
        None => walk::run(&cli.wizard),
        Some(Command::Find(args)) => find::run(args),
        Some(Command::Describe(args)) => describe::run(args),
        Some(Command::Pin { command: Pin::Check { json } }) => Ok(pin_check::run(*json)?),
    }
}

/// The terminal's own runtime: one thread that waits for lines, screens and interrupts.
fn runtime() -> std::io::Result<tokio::runtime::Runtime> {
    tokio::runtime::Builder::new_current_thread().enable_all().build()
}
