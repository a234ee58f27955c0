//! A table whose rows are made in rooms of their own, some side by side: this test binary is started again for each.

use std::collections::BTreeMap;
use std::process::{Command, Stdio};
use std::sync::Mutex;
use std::time::{Duration, Instant};

use super::process::{NO_ROOM, lab_binary};

/// Set where a row is made: its name, and the file for it.
const ROW: &str = "INKJOIN_TEST_ROW";
const FILE: &str = "INKJOIN_TEST_ROW_FILE";
/// Only the rows whose name holds this, for whoever looks at one; nothing is compared then.
const ONLY: &str = "INKJOIN_TEST_ONLY";
/// Rows at once: they mostly wait.
const SIDE_BY_SIDE: usize = 12;
/// For one row.
const LONGEST: Duration = Duration::from_secs(100);

/// The rows in the order of their names, or `None` in a room, where this is one row, and on a machine without rooms.
pub fn rows(test: &str, names: &[String], row: impl Fn(usize) -> String) -> Option<Vec<String>> {
    if let Ok(name) = std::env::var(ROW) {
        let at = names.iter().position(|n| *n == name).expect("a row of this name");
        std::fs::write(std::env::var(FILE).unwrap(), row(at)).unwrap();
        return None;
    }
    lab_binary();
    let only = std::env::var(ONLY).unwrap_or_default();
    let todo: Vec<usize> = (0..names.len()).rev().filter(|i| names[*i].contains(&only)).collect();
    let (todo, made) = (Mutex::new(todo), Mutex::new(BTreeMap::new()));
    std::thread::scope(|threads| {
        for _ in 0..SIDE_BY_SIDE {
            threads.spawn(|| {
                while let Some(at) = { todo.lock().unwrap().pop() } {
                    let begun = Instant::now();
                    let made_one = one(test, &names[at]);
                    eprintln!("{} {:.1} s", names[at], begun.elapsed().as_secs_f64());
                    made.lock().unwrap().insert(at, made_one);
                }
            });
        }
    });
    let made = made.into_inner().unwrap();
    if made.values().any(|one| matches!(one, Err(None))) {
        eprintln!("skipped: room");
        return None;
    }
    let failed: Vec<_> = made.values().filter_map(|one| one.as_ref().err()).flatten().collect();
    assert!(failed.is_empty(), "{failed:#?}");
    let rows: Vec<String> = made.into_values().flatten().collect();
    if !only.is_empty() {
        eprintln!("{}", rows.join("\n"));
        return None;
    }
    Some(rows)
}

/// A row, or why there is none; `None` where there are no rooms.
fn one(test: &str, name: &str) -> Result<String, Option<String>> {
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("row.txt");
    let mut command = Command::new(lab_binary());
    command.args(["room", "--"]).arg(std::env::current_exe().unwrap());
    command.args([test, "--exact", "--nocapture", "--test-threads=1"]);
    command.env(ROW, name).env(FILE, &file).env(super::house::INSIDE, "1").stdin(Stdio::null());
    let output = std::fs::File::create(folder.path().join("output.txt")).unwrap();
    let errors = output.try_clone().unwrap();
    let mut child = command.stdout(output).stderr(errors).spawn().unwrap();
    let until = Instant::now() + LONGEST;
    while child.try_wait().unwrap().is_none() {
        if Instant::now() >= until {
            let _ = child.kill();
        }
        std::thread::sleep(Duration::from_millis(20));
    }
    if child.wait().unwrap().code() == Some(NO_ROOM) {
        return Err(None);
    }
    std::fs::read_to_string(&file).map_err(|_| {
        let said = std::fs::read_to_string(folder.path().join("output.txt")).unwrap_or_default();
        let told: String = said.lines().skip_while(|l| !l.contains("panicked")).take(4).collect();
        Some(format!("{name}: {}", told.chars().take(1500).collect::<String>()))
    })
}
