//! The log: this program's own words only, never those of the crates below it.

use std::fs::OpenOptions;
use std::io;
use std::sync::Mutex;

use tracing::subscriber::set_global_default;
use tracing_subscriber::filter::Targets;
use tracing_subscriber::layer::SubscriberExt;

use crate::args::Log;

/// Our crates' names begin so.
const OURS: &str = "inkjoin";

/// Starts the log, if one is wanted.
///
/// # Errors
/// The file cannot be opened.
pub fn start(log: &Log) -> io::Result<()> {
    let Some(path) = &log.log else { return Ok(()) };
    let writer: Box<dyn io::Write + Send> = if path.as_os_str() == "-" {
        Box::new(io::stderr())
    } else {
        Box::new(OpenOptions::new().create(true).append(true).open(path)?)
    };
    let lines = tracing_subscriber::fmt::layer().with_ansi(false).with_writer(Mutex::new(writer));
    let ours = Targets::new().with_target(OURS, log.log_level);
    // Set once, at the start; a second one could only come from a test.
    let _ = set_global_default(tracing_subscriber::registry().with(ours).with(lines));
    Ok(())
}
