//! The log: this library's own words only, handed to one sink of the app on a thread of its own.

use std::cell::Cell;
use std::fmt::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, SyncSender, sync_channel};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use tracing::field::{Field, Visit};
use tracing::level_filters::LevelFilter;
use tracing::{Event, Level, Metadata, Subscriber};
use tracing_subscriber::layer::{Context, Layer, SubscriberExt};
use tracing_subscriber::registry::LookupSpan;

use crate::error::PortError;

/// How much is logged.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum LogLevel {
    /// What must not happen.
    Error,
    /// What went wrong and was dealt with.
    Warn,
    /// Screens and what is asked of devices.
    Info,
    /// More, for finding faults.
    Debug,
}

/// One line. Names and numbers only: no PIN, password, network name, serial number or address of a device.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct LogLine {
    /// How much it matters.
    pub level: LogLevel,
    /// Which part of the library says it; for people to read.
    pub part: String,
    /// The text.
    pub text: String,
}

/// Where log lines go, one after the other, on a thread of the library. What it throws is dropped.
#[uniffi::export(foreign)]
pub trait LogSink: Send + Sync {
    /// Takes one line.
    ///
    /// May fail with `PortError`, which nobody looks at.
    fn log(&self, line: LogLine) -> Result<(), PortError>;
}

/// Lines that wait for a slow sink; more are dropped, as a session never waits for its log.
const WAITING: usize = 1_024;
/// Longest text of a line, in bytes.
const MAX_TEXT: usize = 1_024;

/// Sends the log to `sink` from now on, in place of the one before; none ends it. Lines below `level` are left out. Where other
/// Rust code of the process took the log first, the lines go there and none comes here.
#[uniffi::export]
pub fn set_log(sink: Option<Arc<dyn LogSink>>, level: LogLevel) {
    static OUT: OnceLock<Out> = OnceLock::new();
    let out = OUT.get_or_init(|| {
        let (lines, waiting) = sync_channel(WAITING);
        let target = Arc::new(Mutex::new(Target { sink: None, level: LevelFilter::OFF }));
        let deliver_to = target.clone();
        let thread = std::thread::Builder::new().name("inkjoin-log".to_owned());
        if thread.spawn(move || deliver(&waiting, &deliver_to)).is_ok() {
            let lines = Lines { lines, target: target.clone() };
            // Another one was there first: it keeps the log.
            let _ = tracing::subscriber::set_global_default(tracing_subscriber::registry().with(lines));
        }
        Out(target)
    });
    let level = if sink.is_some() { level.into() } else { LevelFilter::OFF };
    *out.0.lock().unwrap_or_else(PoisonError::into_inner) = Target { sink, level };
    tracing::callsite::rebuild_interest_cache();
}

struct Out(Arc<Mutex<Target>>);

struct Target {
    sink: Option<Arc<dyn LogSink>>,
    level: LevelFilter,
}

struct Lines {
    lines: SyncSender<LogLine>,
    target: Arc<Mutex<Target>>,
}

thread_local! {
    /// Set on the thread that delivers: what the sink itself lets the library say would come back to it for ever.
    static DELIVERS: Cell<bool> = const { Cell::new(false) };
}

static DELIVERING: AtomicBool = AtomicBool::new(false);

fn deliver(waiting: &Receiver<LogLine>, target: &Mutex<Target>) {
    DELIVERS.set(true);
    for line in waiting {
        DELIVERING.store(true, Ordering::SeqCst);
        let sink = target.lock().unwrap_or_else(PoisonError::into_inner).sink.clone();
        if let Some(sink) = sink {
            // Or a sink that panics would take this thread with it, and all later lines.
            let _ = catch_unwind(AssertUnwindSafe(|| sink.log(line)));
        }
        DELIVERING.store(false, Ordering::SeqCst);
    }
}

/// Whether a sink may be called at this moment. Once `false` after a sink was taken away, that one is not called any more.
pub(crate) fn delivers() -> bool {
    DELIVERING.load(Ordering::SeqCst)
}

impl<S: Subscriber + for<'a> LookupSpan<'a>> Layer<S> for Lines {
    fn enabled(&self, metadata: &Metadata<'_>, _: Context<'_, S>) -> bool {
        let ours = metadata.target().starts_with("inkjoin");
        ours && *metadata.level() <= self.target.lock().unwrap_or_else(PoisonError::into_inner).level
    }

    fn on_event(&self, event: &Event<'_>, _: Context<'_, S>) {
        if DELIVERS.get() {
            return;
        }
        let mut text = Text(String::new());
        event.record(&mut text);
        let line = LogLine {
            level: event.metadata().level().into(),
            part: event.metadata().target().to_owned(),
            text: text.0,
        };
        let _ = self.lines.try_send(line);
    }
}

/// `message name=value name=value`.
struct Text(String);

impl Visit for Text {
    fn record_debug(&mut self, field: &Field, value: &dyn std::fmt::Debug) {
        if self.0.len() >= MAX_TEXT {
            return;
        }
        let gap = if self.0.is_empty() { "" } else { " " };
        let _ = match field.name() {
            "message" => write!(self.0, "{gap}{value:?}"),
            name => write!(self.0, "{gap}{name}={value:?}"),
        };
    }
}

impl From<LogLevel> for LevelFilter {
    fn from(level: LogLevel) -> Self {
        match level {
            LogLevel::Error => Self::ERROR,
            LogLevel::Warn => Self::WARN,
            LogLevel::Info => Self::INFO,
            LogLevel::Debug => Self::DEBUG,
        }
    }
}

impl From<&Level> for LogLevel {
    fn from(level: &Level) -> Self {
        match *level {
            Level::ERROR => Self::Error,
            Level::WARN => Self::Warn,
            Level::INFO => Self::Info,
            Level::DEBUG | Level::TRACE => Self::Debug,
        }
    }
}
