//! The command line.

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand};

/// Gets an HP printer onto the home Wi-Fi.
#[derive(Parser, Debug)]
#[command(name = "inkjoin", version, args_conflicts_with_subcommands = true)]
#[command(
    after_help = "Exit status: 0 joined, informed or already online; 1 failed; 2 unknown; 3 cancelled; \
                        64 wrong arguments; 70 could not start."
)]
pub struct Cli {
    #[command(subcommand)]
    pub command: Option<Command>,
    #[command(flatten)]
    pub wizard: Wizard,
}

/// The wizard is what runs without one of these.
#[derive(Subcommand, Debug)]
pub enum Command {
    /// List the printers on the network
    Find(Find),
    /// Ask the device at an address what it is; changes nothing there
    Describe(Describe),
    /// About WPS PINs
    Pin {
        #[command(subcommand)]
        command: Pin,
    },
}

#[derive(Args, Debug)]
pub struct Wizard {
    #[command(flatten)]
    pub network: Network,
    /// One line of JSON per screen, answers as lines of JSON
    ///
    /// Lines that are read: {"choice":"ID","answers":{"FIELD":"TEXT"},"revision":N}, where answers and revision may be missing;
    /// {"locale":"de"}; {"cancel":true}; {"resumed":true}; {"network_changed":true}. A line that is none of these, or asks for
    /// what is not there, is answered by {"error":{"kind":"…"}} and changes nothing.
    #[arg(long)]
    pub json: bool,
    /// Keep the session in this file, and go on with the one that it holds
    ///
    /// The certificates of routers are kept beside it, in FILE.pins, also when the session has ended: one that changes is a
    /// question.
    #[arg(long, value_name = "FILE")]
    pub state: Option<PathBuf>,
    /// Language, such as de; else LC_ALL, LC_MESSAGES or LANG decides, with --json English
    #[arg(long, value_name = "TAG", value_parser = crate::language::argument)]
    pub lang: Option<String>,
    /// Keep what was shown and chosen in this file, without PINs and without what was typed
    #[arg(long, value_name = "FILE")]
    pub transcript: Option<PathBuf>,
    /// No colours; NO_COLOR says the same
    #[arg(long)]
    pub no_color: bool,
    /// Move the cursor never: for screen readers, the clock speaks in lines
    #[arg(long)]
    pub plain: bool,
    #[command(flatten)]
    pub log: Log,
}

#[derive(Args, Debug)]
pub struct Log {
    /// Write a log to this file, or with - to standard error
    #[arg(long, value_name = "FILE")]
    pub log: Option<PathBuf>,
    /// How much of it: error, warn, info, debug or trace
    #[arg(long, value_name = "LEVEL", default_value = "info", requires = "log")]
    pub log_level: tracing::level_filters::LevelFilter,
}

/// Which network: the machine's own, or the lab's.
#[derive(Args, Debug, Default)]
pub struct Network {
    /// Only on this network interface
    #[arg(long, value_name = "NAME")]
    pub interface: Option<String>,
    /// Against virtual devices on this machine: a scene of the lab, by its name or file
    #[cfg(feature = "lab")]
    #[arg(long, value_name = "SCENE", num_args = 0..=1, default_missing_value = "laserjet-pin", conflicts_with = "interface")]
    pub lab: Option<String>,
    /// How many times faster than real time the lab's clock runs
    #[cfg(feature = "lab")]
    #[arg(long, value_name = "N", default_value_t = 1, requires = "lab", value_parser = clap::value_parser!(u32).range(1..=1000))]
    pub speed: u32,
}

#[derive(Args, Debug)]
pub struct Find {
    #[command(flatten)]
    pub network: Network,
    /// Look for HP devices near by over Bluetooth LE instead; it tells no addresses, and not whether it is a printer
    #[arg(long, conflicts_with = "Network")]
    pub ble: bool,
    /// How long to look
    #[arg(long, value_name = "N", default_value_t = 5, value_parser = clap::value_parser!(u64).range(1..=300))]
    pub seconds: u64,
    /// One line of JSON per printer or device, then one with their number
    #[arg(long)]
    pub json: bool,
}

#[derive(Args, Debug)]
pub struct Describe {
    /// An address of the home network, such as 192.168.1.20
    pub address: String,
    /// One line of JSON
    #[arg(long)]
    pub json: bool,
}

#[derive(Subcommand, Debug)]
pub enum Pin {
    /// Tell whether the PIN on standard input is one
    Check {
        /// One line of JSON, without the PIN
        #[arg(long)]
        json: bool,
    },
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use clap::CommandFactory;

    use super::*;

    #[test]
    fn the_command_line_is_consistent() {
        Cli::command().debug_assert();
    }

    #[cfg(feature = "lab")]
    #[test]
    fn a_lab_without_a_scene_has_the_usual_one() {
        let parse = |words: &[&str]| Cli::try_parse_from([&["inkjoin"], words].concat());
        let lab = |words: &[&str]| parse(words).unwrap().wizard.network.lab;
        assert_eq!(lab(&[]), None);
        assert_eq!(lab(&["--lab"]).as_deref(), Some("laserjet-pin"));
        assert_eq!(lab(&["--lab", "--json"]).as_deref(), Some("laserjet-pin"));
        assert_eq!(lab(&["--lab", "wrong-pin", "--speed", "20"]).as_deref(), Some("wrong-pin"));
        for wrong in
            [&["--speed", "2"][..], &["--lab", "--interface", "lo"], &["--lab", "--speed", "0"], &["--x"]]
        {
            assert!(parse(wrong).is_err(), "{wrong:?}");
        }
    }
}
