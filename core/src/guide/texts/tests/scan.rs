//! What a file in Fluent's format defines, as far as our files go: one line for a message, or selectors with a line for
//! each case.

use std::collections::{BTreeMap, BTreeSet};

#[derive(Debug, Default)]
pub struct Message {
    pub key: String,
    pub variables: BTreeSet<String>,
    /// The cases by what they are chosen with.
    pub selectors: BTreeMap<String, BTreeSet<String>>,
    pub references: BTreeSet<String>,
}

pub fn scan(file: &str) -> Vec<Message> {
    let mut messages: Vec<Message> = Vec::new();
    let mut open: Vec<String> = Vec::new();
    for line in file.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()) {
        let body = match line.split_once(" =") {
            Some((key, body)) if line.starts_with(|c: char| c.is_ascii_lowercase()) => {
                assert!(open.is_empty(), "{key} begins inside a selector");
                messages.push(Message { key: key.to_owned(), ..Message::default() });
                body
            }
            _ => line,
        };
        let message = messages.last_mut().unwrap();
        let case = body.trim_start().trim_start_matches('*').strip_prefix('[');
        if let Some((case, _)) = case.and_then(|case| case.split_once(']')) {
            message.selectors.get_mut(open.last().unwrap()).unwrap().insert(case.to_owned());
        }
        for piece in body.split_inclusive(['{', '}']) {
            let inside = piece.trim().trim_end_matches(['{', '}']).trim();
            if piece.ends_with('}') && inside.is_empty() {
                open.pop();
            }
        }
        for piece in body.split('{').skip(1).map(|piece| piece.split('}').next().unwrap().trim()) {
            match (piece.strip_prefix('$'), piece.strip_suffix(" ->")) {
                (Some(_), Some(chosen)) => {
                    let name = chosen.trim_start_matches('$').to_owned();
                    message.variables.insert(name.clone());
                    message.selectors.entry(name.clone()).or_default();
                    open.push(name);
                }
                (Some(name), None) => drop(message.variables.insert(name.to_owned())),
                _ => drop(message.references.insert(piece.to_owned())),
            }
        }
    }
    assert!(open.is_empty(), "a selector without its end");
    messages
}
