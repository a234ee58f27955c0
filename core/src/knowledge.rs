//! What we know as data, each line with its evidence and source: timings, printer families, router vendors, texts.

use std::sync::LazyLock;
use std::time::Duration;

use serde::Deserialize;
use serde_json::Value;

pub mod families;
mod files;
pub mod routers;

pub use families::{Families, Family};
pub use routers::{Routers, Vendor};

/// How sure a fact is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Evidence {
    /// A standard, the vendor's own text or source.
    Documented,
    /// Seen in a run, a capture or a first-hand report.
    Observed,
    /// Remembered by somebody; shown as "usually", with the check that settles it.
    Recalled,
    /// A decision of ours.
    Chosen,
}

/// All embedded knowledge.
#[derive(Clone, Debug)]
pub struct Knowledge {
    /// The numbers.
    pub timings: Timings,
    /// The printer families.
    pub families: Families,
    /// The router vendors.
    pub routers: Routers,
}

/// The embedded knowledge could not be read: a fault of the build, found by this crate's tests.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error)]
#[error("embedded knowledge: {0}")]
pub struct KnowledgeError(pub String);

impl Knowledge {
    /// The knowledge that is built in.
    ///
    /// # Errors
    /// [`KnowledgeError`] when a built-in file does not parse; no session can start then.
    pub fn embedded() -> Result<&'static Self, KnowledgeError> {
        static EMBEDDED: LazyLock<Result<Knowledge, KnowledgeError>> = LazyLock::new(|| {
            let files = files::all().map_err(|e| KnowledgeError(e.to_string()))?;
            Ok(Knowledge {
                timings: Timings::read(files::of(&files, "timings"))?,
                families: Families::read(files::of(&files, "printers"))?,
                routers: Routers::read(files::of(&files, "routers"))?,
            })
        });
        EMBEDDED.as_ref().map_err(Clone::clone)
    }
}

macro_rules! timings {
    ($($(#[$doc:meta])* $name:ident),* $(,)?) => {
        /// Every number that the setup waits for. Values and sources: `knowledge/timings.toml`.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub struct Timings {
            $($(#[$doc])* pub $name: Duration,)*
        }

        impl Timings {
            fn read(file: &Value) -> Result<Self, KnowledgeError> {
                let names = [$(stringify!($name)),*];
                let mut written = file.as_object().into_iter().flat_map(|timings| timings.keys());
                if let Some(unknown) = written.find(|name| !names.contains(&name.as_str())) {
                    return Err(KnowledgeError(format!("timing {unknown}: unknown")));
                }
                Ok(Self { $($name: length(file, stringify!($name))?,)* })
            }
        }
    };
}

timings! {
    /// How long an enrollee waits once it was started.
    printer_walk,
    /// How long a router keeps a PIN that it was given.
    router_window,
    /// How much of the router's window must be left for an end of push button to be a cancel.
    cancelled_early,
    /// How long a PIN join may take in all.
    join,
    /// From when on a silent wait is called slow.
    slow,
    /// How long after the router's success the printer may still be unseen before the person is asked.
    router_said_success,
    /// When a search that found nothing says so.
    nothing_found,
    /// How long browsing must have run before "was not there at the start" counts.
    baseline,
    /// How long asking a printer may take in all.
    look,
    /// How long asking a router may take in all.
    router_answer,
    /// How long closing may take in all.
    closing,
    /// How long one thing to undo may take.
    undo_each,
    /// How long the system may take to bring the phone to another network before the person is shown how.
    hop,
    /// How far boot and wall clock may differ on restoring.
    restore_skew,
    /// Between two looks at the router's status.
    poll_router,
    /// Between two looks for the printer.
    poll_printer,
    /// Between the first two looks at one address.
    poll_new,
    /// How often DNS-SD is asked anew while a printer is expected.
    browse_anew,
}

fn length(file: &Value, name: &str) -> Result<Duration, KnowledgeError> {
    let timing = files::read::<Timing>(files::of(file, name)).map_err(|e| e.to_string());
    timing.and_then(|timing| timing.length()).map_err(|what| KnowledgeError(format!("timing {name}: {what}")))
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Timing {
    seconds: f64,
    evidence: Evidence,
    source: String,
}

impl Timing {
    fn length(&self) -> Result<Duration, String> {
        let sourced = !self.source.is_empty() && self.evidence != Evidence::Recalled;
        let length =
            Duration::try_from_secs_f64(self.seconds).ok().filter(|l| !l.is_zero() && l.as_secs() <= 3600);
        length.filter(|_| sourced).ok_or_else(|| "without a source or out of range".into())
    }
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn the_embedded_knowledge_is_whole() {
        let k = Knowledge::embedded().unwrap();
        assert_eq!(k.timings.printer_walk, Duration::from_secs(120));
        assert_eq!(k.timings.poll_printer, Duration::from_millis(1500));
    }

    #[test]
    fn a_timing_that_is_missing_or_unknown_is_named() {
        let text = include_str!("../knowledge/timings.toml");
        let fault = |from: &str, to: &str| {
            let file: Value = toml::from_str(&text.replacen(from, to, 1)).unwrap();
            Timings::read(&file).map_err(|e| e.0)
        };
        assert!(fault("", "").is_ok());
        assert_eq!(fault("[slow]", "[slower]"), Err("timing slower: unknown".to_owned()));
        assert!(
            fault("seconds = 120", "minutes = 2")
                .unwrap_err()
                .starts_with("timing printer_walk: unknown field")
        );
        let mut file: Value = toml::from_str(text).unwrap();
        file.as_object_mut().unwrap().remove("join");
        assert!(Timings::read(&file).unwrap_err().0.starts_with("timing join: "));
    }

    #[test]
    fn a_timing_needs_a_source_and_a_sane_value() {
        let timing = |seconds, source: &str| {
            Timing { seconds, evidence: Evidence::Chosen, source: source.into() }.length()
        };
        assert!(timing(2.0, "why").is_ok());
        assert!(timing(2.0, "").is_err() && timing(0.0, "why").is_err() && timing(-1.0, "why").is_err());
        assert!(timing(f64::NAN, "why").is_err() && timing(1e9, "why").is_err());
    }
}
