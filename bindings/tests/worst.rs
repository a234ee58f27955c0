//! Everything exported, fed the worst it can get: nothing panics, on no thread, as a panic ends an app in Swift. Every call comes
//! back, and what is left is nothing.
//!
//! Nothing leaves this machine: DNS-SD is always a port of the test's, and every address that could be one is on loopback.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, clippy::indexing_slicing)]

#[path = "worst/ports.rs"]
mod hostile;

use std::collections::HashMap;
use std::future::Future;
use std::sync::{Arc, Mutex, Once};
use std::time::{Duration, Instant};

use hostile::{How, Sink};
use inkjoin_ffi::describe::describe_printer;
use inkjoin_ffi::error::{ChooseError, DescribeError};
use inkjoin_ffi::facts::{
    PinCheck, ble_filter, check_pin, diagnostics, dns_sd_service_types, is_local_url, known_families, now_ms,
    screen_language, setup_wifi_address, setup_wifi_prefixes, version,
};
use inkjoin_ffi::log::{LogLevel, set_log};
use inkjoin_ffi::session::{Chosen, Session, SessionOptions};
use inkjoin_ffi::text::InputText;

/// Long enough for a busy machine.
const LIMIT: Duration = Duration::from_secs(20);

/// Texts that nobody means. None is an address but those of this machine.
fn worst() -> Vec<String> {
    let mut texts: Vec<String> = [
        "",
        " ",
        "\0",
        "a\0b",
        "\u{202e}\u{2066}abc\u{2069}",
        "\u{feff}",
        "\u{fffd}",
        "é",
        "%",
        "%s%n",
        "-",
        "-1",
        "+1",
        "1e9",
        "99999999999999999999",
        "NaN",
        "../../x",
        "\r\nHost: x",
        "🖨️👩‍👩‍👧",
        "127.0.0.1",
        "127.0.0.1:9",
        "127.0.0.1:99999",
        "[::1]:0",
        "http://127.0.0.1:9/\0",
        "begin",
        "printer:1",
        "printer:18446744073709551616",
        "12345670",
        "0000 0000",
        "_ipp._tcp.local.",
    ]
    .map(str::to_owned)
    .to_vec();
    texts.extend(["x", "é", "\0", "1", ".", "-", "a.", "\u{202e}"].map(|of| of.repeat((1 << 20) / of.len())));
    texts
}

fn run<F: Future>(future: F) -> F::Output {
    let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build().unwrap();
    runtime.block_on(async {
        tokio::time::timeout(LIMIT, future).await.expect("a call that does not come back")
    })
}

/// Every panic of every thread but those that the test's own ports make.
fn watch() -> &'static Mutex<Vec<String>> {
    static PANICS: Mutex<Vec<String>> = Mutex::new(Vec::new());
    static SET: Once = Once::new();
    SET.call_once(|| {
        let before = std::panic::take_hook();
        std::panic::set_hook(Box::new(move |panic| {
            if panic.payload().downcast_ref::<&str>() != Some(&hostile::OWN) {
                PANICS.lock().unwrap().push(panic.to_string());
                before(panic);
            }
        }));
    });
    &PANICS
}

fn nothing_panicked() {
    // Not under the lock, which the hook takes.
    let panics = watch().lock().unwrap().clone();
    assert_eq!(panics, Vec::<String>::new());
}

fn options(locale: &str) -> SessionOptions {
    SessionOptions { locale: locale.into(), saved_session: None, clock_rate: 1 }
}

fn start(how: How) -> Arc<Session> {
    Session::start(options("en"), hostile::ports(how)).expect("a session starts whatever its ports do")
}

#[test]
fn functions_take_any_text() {
    watch();
    assert!(!version().is_empty() && !known_families().unwrap().is_empty());
    assert!(!dns_sd_service_types().is_empty() && !setup_wifi_prefixes().is_empty() && now_ms() > 0);
    assert!(
        !ble_filter().services.is_empty() && is_local_url(format!("http://{}/", setup_wifi_address()).into())
    );
    for text in worst() {
        let is_pin = matches!(check_pin(text.clone().into()), PinCheck::Valid { .. });
        assert_eq!(is_local_url(text.clone().into()), text.starts_with("http://127.0.0.1:9/"));
        let language = screen_language(text.clone().into());
        assert!(["en", "de", "en-XA", "ar-XB"].contains(&language.tag.as_str()), "{text:.20}");
        assert_eq!(language.right_to_left, language.tag == "ar-XB");
        assert!(!is_pin || text.chars().filter(char::is_ascii_digit).count() <= 8, "{text:.20}");
        // The test asks nobody but this machine, where nobody answers.
        let told = run(describe_printer(text.clone().into()));
        let local = text.contains("127.0.0.1") || text.contains("::1");
        assert!(matches!(told, Err(DescribeError::NotLocal)) || local && told.is_err(), "{text:.20}");
    }
    nothing_panicked();
}

#[test]
fn a_session_starts_with_any_options() {
    watch();
    for text in worst() {
        let session = Session::start(options(&text), hostile::ports(How::Fails)).unwrap();
        assert!(run(session.next_screen(0)).is_some());
        session.set_locale(text.clone().into()).unwrap();
        let folder = tempfile::tempdir().unwrap();
        // Never out of it.
        let path = format!("{}/{}", folder.path().display(), text.replace("..", ""));
        let mut ports = hostile::ports(How::Fails);
        ports.store = None;
        let options = SessionOptions { saved_session: Some(path.into()), ..options("en") };
        // Where it cannot be kept, that is all.
        let session = Session::start(options, ports).unwrap();
        assert!(run(session.next_screen(0)).is_some());
    }
    for clock_rate in [0, 2, u32::MAX] {
        let options = SessionOptions { clock_rate, ..options("en") };
        let session = Session::start(options, hostile::ports(How::Lies)).unwrap();
        walk(&session, 6, clock_rate as usize);
        session.cancel();
    }
    nothing_panicked();
}

#[test]
fn a_sink_of_log_lines_that_panics_or_fails_stops_no_later_one() {
    watch();
    for how in [How::Panics, How::Fails] {
        let sink = Arc::new(Sink::new(how));
        set_log(Some(sink.clone()), LogLevel::Debug);
        let begun = Instant::now();
        while sink.lines() == 0 {
            assert!(begun.elapsed() < LIMIT, "no line came");
            let session = start(How::Fails);
            assert!(
                session.choose(u64::MAX, "".into(), HashMap::new()).is_err()
                    || run(session.next_screen(0)).is_some()
            );
        }
    }
    set_log(None, LogLevel::Error);
    nothing_panicked();
}

#[test]
fn methods_take_any_number_and_text_before_and_after_the_end() {
    watch();
    let session = start(How::Works);
    let screen = run(session.next_screen(0)).unwrap();
    for text in worst() {
        for revision in [0, 1, screen.revision, screen.revision + 1, u64::MAX] {
            let answers = HashMap::from([
                (text.as_str().into(), text.as_str().into()),
                ("address".into(), text.as_str().into()),
            ]);
            match session.choose(revision, text.as_str().into(), answers) {
                Ok(Chosen::Accepted) => assert_eq!(text, "begin"),
                Ok(Chosen::Stale) | Err(ChooseError::UnknownChoice | ChooseError::TooLong { .. }) => {}
                other => panic!("{other:?} for {text:.20}"),
            }
        }
    }
    for id in [0, 1, u64::MAX] {
        assert_eq!(session.reveal(id), None);
    }
    assert_eq!((session.outcome(), session.restore_problem()), (None, None));
    assert!(session.now_ms() > 0);
    let reader = session.screens();
    assert!(run(reader.next()).is_some());
    session.cancel();
    let mut after = 0;
    while let Some(screen) = run(session.next_screen(after)) {
        after = screen.revision;
    }
    while run(reader.next()).is_some() {}
    after_the_end(&session);
    session.stop();
    after_the_end(&session);
    reader.end();
    assert!(run(reader.next()).is_none());
    let stopped = start(How::Works);
    let reader = stopped.screens();
    stopped.stop();
    after_the_end(&stopped);
    drop(stopped);
    let _newest = run(reader.next());
    assert!(run(reader.next()).is_none());
    nothing_panicked();
}

fn after_the_end(session: &Session) {
    for text in worst() {
        let text = InputText::from(text);
        let chosen = session.choose(u64::MAX, text.clone(), HashMap::from([(text.clone(), text.clone())]));
        assert!(matches!(chosen, Err(ChooseError::Ended | ChooseError::UnknownChoice)), "{chosen:?}");
        session.set_locale(text).unwrap();
    }
    session.resumed();
    session.network_changed();
    session.cancel();
    session.stop();
    assert!(run(session.next_screen(u64::MAX)).is_none());
    assert_eq!(session.reveal(1), None);
    let _ = (session.outcome(), session.now_ms(), session.restore_problem());
    let reader = session.screens();
    let _newest = run(reader.next());
    assert!(run(reader.next()).is_none());
}

/// At each screen the next of its choices, with the worst answers; and what the system may say at any time.
fn walk(session: &Session, steps: usize, seed: usize) {
    let texts = worst();
    let mut after = 0;
    for step in 0..steps {
        let next =
            async { tokio::time::timeout(Duration::from_millis(700), session.next_screen(after)).await };
        if let Ok(screen) = run(next) {
            let Some(screen) = screen else { return };
            after = screen.revision;
            let choices: Vec<_> = screen.choices.iter().filter(|choice| choice.id != "cancel").collect();
            let Some(choice) = choices.get((step * 7 + seed) % choices.len().max(1)) else { continue };
            let text = |n: usize| texts[(step * 11 + n + seed) % texts.len()].clone();
            let answers = choice
                .needs
                .iter()
                .enumerate()
                .map(|(n, field)| (field.as_str().into(), text(n).into()))
                .collect();
            let _ = session.choose(screen.revision, choice.id.as_str().into(), answers);
        }
        match step % 4 {
            0 => session.resumed(),
            1 => session.network_changed(),
            2 => session.set_locale("de".into()).unwrap(),
            _ => drop(session.reveal(step as u64)),
        }
    }
}

#[test]
fn ports_that_panic_fail_or_lie_end_no_session() {
    watch();
    std::thread::scope(|scope| {
        for how in [How::Panics, How::Fails, How::Lies, How::Works] {
            for seed in 0..4 {
                scope.spawn(move || {
                    let session = start(how);
                    walk(&session, 16, seed);
                    session.cancel();
                    let mut after = 0;
                    while let Some(screen) = run(session.next_screen(after)) {
                        after = screen.revision;
                    }
                    assert!(session.outcome().is_some(), "{how:?}");
                });
            }
        }
    });
    let (panics, joins) = hostile::called();
    assert!(panics > 10 && joins > 0, "{panics} panics of ports, {joins} joins");
    nothing_panicked();
}

/// The list of what is exported is kept by a check of its own.
#[test]
fn nothing_exported_is_left_out() {
    let _ = diagnostics();
    let (api, tests) =
        (include_str!("../api.txt"), [include_str!("worst.rs"), include_str!("worst/ports.rs")].concat());
    let calls =
        api.lines().filter(|line| line.contains('(')).map(|line| line.split('(').next().unwrap_or_default());
    let names: Vec<&str> = calls.filter_map(|call| call.rsplit([' ', '.']).next()).collect();
    assert!(names.len() > 30, "{names:?}");
    for name in names {
        assert!(tests.contains(&format!("{name}(")), "{name} is not tried");
    }
}
