//! The small commands and the exit statuses, as a shell sees them. Nothing here talks to a network.
#![allow(clippy::unwrap_used)]

use std::io::Write;
use std::process::{Command, Output, Stdio};

fn run(arguments: &[&str], input: &[u8]) -> Output {
    let mut command = Command::new(env!("CARGO_BIN_EXE_inkjoin"));
    command.args(arguments).stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().unwrap();
    let mut stdin = child.stdin.take().unwrap();
    // The program may have read enough before all is written.
    let _ = stdin.write_all(input);
    drop(stdin);
    child.wait_with_output().unwrap()
}

fn said(output: &Output) -> (Option<i32>, String) {
    (output.status.code(), String::from_utf8(output.stdout.clone()).unwrap())
}

#[test]
fn a_pin_is_checked_and_never_said_again() {
    let check = |input: &[u8]| said(&run(&["pin", "check", "--json"], input));
    assert_eq!(check(b"1234-5670\n"), (Some(0), "{\"digits\":8,\"valid\":true}\n".to_owned()));
    assert_eq!(check(b"1234"), (Some(0), "{\"digits\":4,\"valid\":true}\n".to_owned()));
    for (input, problem) in [
        (&b""[..], "empty"),
        (b"\n12345670\n", "empty"),
        (b"00000000\n", "zeros"),
        (b"12345678\n", "check_digit"),
        (b"1234567\n", "length"),
        (b"\xff\xfe\n", "not_digits"),
        (&[b'1'; 1 << 20], "not_digits"),
    ] {
        let expected = format!("{{\"problem\":\"{problem}\",\"valid\":false}}\n");
        assert_eq!(check(input), (Some(1), expected));
    }
    let (status, text) = said(&run(&["pin", "check"], b"12345678"));
    assert_eq!((status, text.contains("12345678")), (Some(1), false));
    let usage = run(&["pin", "check", "12345670"], b"");
    assert_eq!(usage.status.code(), Some(64), "a PIN is never an argument");
}

#[test]
fn an_address_outside_the_house_is_refused_without_asking() {
    for address in ["8.8.8.8", "2001:db8::1", "example.com", "0.0.0.0", "224.0.0.251"] {
        let (status, text) = said(&run(&["describe", address, "--json"], b""));
        assert_eq!(
            (status, text.as_str()),
            (Some(1), "{\"refused\":{\"reason\":\"not_local\"}}\n"),
            "{address}"
        );
    }
    // Port 9 of loopback: nobody listens.
    let (status, text) = said(&run(&["describe", "127.0.0.1:9", "--json"], b""));
    let expected = "{\"refused\":{\"reason\":\"no_answer\",\"trouble\":\"unreachable\"}}\n";
    assert_eq!((status, text.as_str()), (Some(1), expected));
}

#[test]
fn wrong_arguments_and_a_failed_start_have_statuses_of_their_own() {
    for wrong in [&["--no-such-option"][..], &["find", "--seconds", "0"], &["describe"], &["no-such-command"]]
    {
        assert_eq!(run(wrong, b"").status.code(), Some(64), "{wrong:?}");
    }
    for fine in ["--help", "--version"] {
        assert_eq!(run(&[fine], b"").status.code(), Some(0));
    }
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().to_str().unwrap();
    let failed = run(&["--state", path], b"");
    assert_eq!(failed.status.code(), Some(70), "a folder is no file to keep a session in");
    assert!(String::from_utf8_lossy(&failed.stderr).contains("the saved session"));
}
