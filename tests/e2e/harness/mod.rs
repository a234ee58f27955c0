//! A person in front of `inkjoin --json --lab`, in a room of its own (`inkjoin-lab room`), where nobody else's printers are
//! seen. Every wait is bounded: a test fails and never hangs. What the program says and saves becomes a trace for the scan
//! of `cargo xtask test`, under `target/traces/<test>/`.
//!
//! ```ignore
//! let Some(mut person) = Person::start(Walk::of("my_test", "laserjet-pin").speed(20)) else { return };
//! person.screen("ways");
//! person.choose("way:read:router", &[]);
//! let ended = person.walk();
//! assert_eq!((ended.kind(), ended.status), ("joined", Some(0)));
//! ```
// Each test file uses its part of this.
#![allow(dead_code, unused_imports)]
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

mod house;
mod process;
mod reach;
mod steps;
pub mod table;
mod traces;
mod visit;

use std::time::{Duration, Instant};

pub use house::{House, in_room};
use inkjoin::guide::texts::Texts;
use process::Program;
pub use reach::{SCREENS, certificate_changed, certificate_changed_at_sign_in};
use serde_json::{Value, json};
pub use traces::Traces;
pub use visit::{PASSING, Visit, outcome, way};

/// The language of the screens, for `cargo xtask transcripts`; English without it.
const LANGUAGE: &str = "INKJOIN_TEST_LANGUAGE";
/// For one screen or one outcome, in real time.
const WAIT: Duration = Duration::from_secs(30);
/// A screen that is answered more often than this leads nowhere.
const ANSWERS: usize = 10;

/// The language of the screens.
pub fn language() -> String {
    std::env::var(LANGUAGE).unwrap_or_else(|_| "en".to_owned())
}

/// A text of the core's, in a language.
pub fn word_in(language: &str, key: &str) -> String {
    let texts = Texts::new(language).unwrap();
    assert!(texts.has(key), "there is no {key}");
    texts.get(key, &[])
}

/// The same in the language of the screens.
pub fn word(key: &str) -> String {
    word_in(&language(), key)
}

/// What is walked.
pub struct Walk {
    test: String,
    scene: String,
    speed: u32,
    state: bool,
    fresh: bool,
    more: Vec<String>,
}

impl Walk {
    /// A walk through a scene; its traces lie under the test's name.
    pub fn of(test: &str, scene: &str) -> Self {
        let (test, scene) = (test.to_owned(), scene.to_owned());
        Self { test, scene, speed: 20, state: false, fresh: true, more: Vec::new() }
    }

    /// How many times faster than real time the clock runs.
    pub fn speed(self, speed: u32) -> Self {
        Self { speed, ..self }
    }

    /// The session is kept in the traces' `state.json`.
    pub fn keeping_state(self) -> Self {
        Self { state: true, ..self }
    }

    /// The traces and the state of an earlier walk of this test stay, and this one goes on with them.
    pub fn going_on(self) -> Self {
        Self { state: true, fresh: false, ..self }
    }

    /// More arguments.
    pub fn with(mut self, arguments: &[&str]) -> Self {
        self.more.extend(arguments.iter().map(|&argument| argument.to_owned()));
        self
    }
}

/// How the program ended.
#[derive(Debug)]
pub struct Ended {
    /// `None` when it was killed.
    pub status: Option<i32>,
    /// The last line's outcome; null when it did not come to one.
    pub outcome: Value,
    /// The ids of the screens, in order, without repetitions in a row.
    pub screens: Vec<String>,
}

impl Ended {
    /// `joined`, `failed` and so on.
    pub fn kind(&self) -> &str {
        self.outcome["kind"].as_str().unwrap_or_default()
    }
}

/// Who walks.
pub struct Person {
    program: Program,
    traces: Traces,
    /// What the lab told of itself.
    pub lab: Value,
    /// The newest screen; null before the first.
    pub newest: Value,
    /// Mistakes that the program named, in order.
    pub errors: Vec<Value>,
    /// Choices that came too late.
    pub stale: usize,
    /// Its notes, such as a session that could not be restored.
    pub notes: Vec<Value>,
    screens: Vec<String>,
    outcome: Value,
}

impl Person {
    /// Starts the program and waits until the lab stands. `None` where this machine has no rooms: the test is skipped.
    pub fn start(walk: Walk) -> Option<Self> {
        let traces = Traces::open(&walk.test, walk.fresh);
        let (log, speed) = (traces.path("log.txt"), walk.speed.to_string());
        let mut arguments =
            vec!["--json", "--lab", &walk.scene, "--speed", &speed, "--log", &log, "--log-level", "debug"];
        let (transcript, lang) = (traces.path("transcript.txt"), language());
        arguments.extend(["--transcript", &transcript, "--lang", &lang]);
        let state = traces.path("state.json");
        if walk.state {
            arguments.extend(["--state", &state]);
        }
        arguments.extend(walk.more.iter().map(String::as_str));
        let mut program = Program::start(&arguments, &traces);
        let Some(first) = program.line(WAIT) else {
            let status = program.end(WAIT);
            if status == Some(process::NO_ROOM) {
                eprintln!("skipped: room");
                return None;
            }
            panic!(
                "{}: ended with {status:?} before its first line; see {}",
                walk.test,
                traces.path("stderr.txt")
            );
        };
        let lab: Value = serde_json::from_str::<Value>(&first).expect("a line of JSON")["lab"].take();
        assert!(lab.is_object(), "the first line is the lab's");
        traces.canaries(&lab);
        let (errors, notes, screens) = Default::default();
        Some(Self {
            program,
            traces,
            lab,
            newest: Value::Null,
            errors,
            stale: 0,
            notes,
            screens,
            outcome: Value::Null,
        })
    }

    /// The next line of the program; `false` after the last.
    fn hear(&mut self, until: Instant, for_what: &str) -> bool {
        let left = until.saturating_duration_since(Instant::now());
        let Some(line) = self.program.line_or_end(left) else {
            panic!("{for_what}: nothing more within {WAIT:?}; on screen {}", self.newest);
        };
        let Some(line) = line else { return false };
        self.take_in(&line);
        true
    }

    fn take_in(&mut self, line: &str) {
        self.traces.stdout(line);
        let mut said: Value = serde_json::from_str(line).expect("a line of JSON");
        for (kind, value) in said.as_object_mut().expect("an object") {
            let value = value.take();
            match kind.as_str() {
                "screen" => self.see(value),
                "error" => self.errors.push(value),
                "note" => self.notes.push(value),
                "stale" => self.stale += 1,
                "outcome" => self.outcome = value,
                other => panic!("an unknown line: {other}"),
            }
        }
    }

    fn see(&mut self, screen: Value) {
        let id = screen["id"].as_str().expect("an id").to_owned();
        if self.screens.last() != Some(&id) {
            self.screens.push(id);
        }
        let pins = screen["blocks"].as_array().into_iter().flatten();
        for pin in pins.filter_map(|block| block["digits"].as_str()) {
            self.traces.canary("pin", pin);
        }
        self.newest = screen;
    }

    /// Where the program's log is.
    pub fn log(&self) -> String {
        self.traces.path("log.txt")
    }

    /// The id of the newest screen.
    pub fn at(&self) -> &str {
        self.newest["id"].as_str().unwrap_or_default()
    }

    /// The ids of the newest screen's choices.
    pub fn choices(&self) -> Vec<&str> {
        self.newest["choices"]
            .as_array()
            .into_iter()
            .flatten()
            .filter_map(|choice| choice["id"].as_str())
            .collect()
    }

    /// Waits until a screen of this id is the newest; fails when the program ends first.
    pub fn screen(&mut self, id: &str) -> Value {
        self.wait_until(id, |person| person.at() == id)
    }

    /// Waits for whatever is looked for on the newest screen.
    pub fn wait_until(&mut self, for_what: &str, seen: impl Fn(&Self) -> bool) -> Value {
        let until = Instant::now() + WAIT;
        while !seen(self) {
            assert!(self.hear(until, for_what), "{for_what}: ended with {} at {}", self.outcome, self.at());
        }
        self.newest.clone()
    }

    /// Takes a choice on the newest screen.
    pub fn choose(&mut self, choice: &str, answers: &[(&str, &str)]) {
        let answers: Value = answers
            .iter()
            .map(|(field, text)| ((*field).to_owned(), json!(text)))
            .collect::<serde_json::Map<_, _>>()
            .into();
        self.say(
            &json!({ "choice": choice, "answers": answers, "revision": self.newest["revision"] }).to_string(),
        );
    }

    /// Any line, also one that is none.
    pub fn say(&mut self, line: &str) {
        self.program.say(line.as_bytes());
    }

    /// Takes the usual choice of every screen, with what stands in its fields or is the lab's, until the program ends. A
    /// screen without a usual choice is waited out.
    pub fn walk(mut self) -> Ended {
        let mut answered = 0;
        loop {
            if let Some((choice, needs)) = self.usual() {
                answered += 1;
                assert!(answered <= ANSWERS * self.screens.len(), "no way on from {}", self.at());
                let answers: Vec<(String, String)> =
                    needs.iter().map(|field| (field.clone(), self.default(field))).collect();
                let answers: Vec<(&str, &str)> =
                    answers.iter().map(|(field, text)| (field.as_str(), text.as_str())).collect();
                self.choose(&choice, &answers);
            }
            if !self.hear(Instant::now() + WAIT, "walk") {
                return self.ended();
            }
        }
    }

    fn usual(&self) -> Option<(String, Vec<String>)> {
        let choice = self.newest["choices"].as_array()?.iter().find(|choice| choice["role"] == "primary")?;
        let needs =
            choice["needs"].as_array().into_iter().flatten().filter_map(Value::as_str).map(str::to_owned);
        Some((choice["id"].as_str()?.to_owned(), needs.collect()))
    }

    /// What the lab's owner would type: name and password of the router.
    pub fn default(&self, field: &str) -> String {
        self.lab["router"][field].as_str().unwrap_or_default().to_owned()
    }

    /// Waits for the end without a further choice.
    pub fn ended(mut self) -> Ended {
        let until = Instant::now() + WAIT;
        while self.hear(until, "the end") {}
        let status = self.program.end(WAIT);
        Ended { status, outcome: self.outcome.take(), screens: std::mem::take(&mut self.screens) }
    }

    /// Ends the program as a crash does: nothing of it gets to run any more.
    pub fn kill(mut self) -> Ended {
        self.program.kill();
        // The next start writes over it, and it must hold no secret either.
        let _ = std::fs::copy(self.traces.path("state.json"), self.traces.path("state.killed.json"));
        Ended { status: None, outcome: Value::Null, screens: std::mem::take(&mut self.screens) }
    }
}
