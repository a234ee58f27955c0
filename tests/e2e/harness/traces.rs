//! What the program said and saved, and the values that must not be in it.

use std::cell::RefCell;
use std::fs::{self, File};
use std::io::Write;
use std::path::PathBuf;

use serde_json::{Value, json};

/// The folder of one test.
pub struct Traces {
    folder: PathBuf,
    stdout: RefCell<File>,
    canaries: RefCell<Vec<Value>>,
}

impl Traces {
    /// Below `target/traces`; emptied when it is to be fresh.
    pub fn open(test: &str, fresh: bool) -> Self {
        let folder = PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../target/traces").join(test);
        if fresh {
            // Missing the first time.
            let _ = fs::remove_dir_all(&folder);
        }
        fs::create_dir_all(&folder).unwrap();
        let stdout = File::options().create(true).append(true).open(folder.join("stdout.txt")).unwrap();
        let known =
            fs::read(folder.join("canaries.json")).ok().and_then(|text| serde_json::from_slice(&text).ok());
        Self { folder, stdout: RefCell::new(stdout), canaries: RefCell::new(known.unwrap_or_default()) }
    }

    /// A file of the folder.
    pub fn path(&self, name: &str) -> String {
        self.folder.join(name).to_str().expect("a path in UTF-8").to_owned()
    }

    /// One line of the program.
    pub fn stdout(&self, line: &str) {
        writeln!(self.stdout.borrow_mut(), "{line}").unwrap();
    }

    /// What the lab says must not slip out.
    pub fn canaries(&self, lab: &Value) {
        for one in lab["canaries"].as_array().into_iter().flatten() {
            self.canary(one["kind"].as_str().unwrap_or_default(), one["value"].as_str().unwrap_or_default());
        }
    }

    /// One value that must not slip out. Four digits stand in any log, as a port or a part of a time.
    pub fn canary(&self, kind: &str, value: &str) {
        let one = json!({ "kind": kind, "value": value });
        let shortest = if kind == "pin" { 8 } else { 4 };
        // The example of many guides is nobody's PIN, and a screen names it.
        let known = value == "12345670" || self.canaries.borrow().contains(&one);
        if value.len() >= shortest && !known {
            self.canaries.borrow_mut().push(one);
            fs::write(self.path("canaries.json"), Value::from(self.canaries.borrow().clone()).to_string())
                .unwrap();
        }
    }
}
