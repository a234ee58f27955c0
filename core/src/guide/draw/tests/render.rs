//! A screen as plain text, for the snapshots.

use std::fmt::Write;

use crate::guide::screen::{Block, Screen};

pub fn text(screen: &Screen) -> String {
    let mut out =
        format!("[{:?}{}] {}\n", screen.phase, if screen.last { ", last" } else { "" }, screen.title);
    for block in &screen.blocks {
        draw(&mut out, block);
    }
    if let Some(act) = &screen.act {
        writeln!(out, "  act: {act:?}").unwrap();
    }
    for choice in &screen.choices {
        let needs = if choice.needs.is_empty() {
            String::new()
        } else {
            format!(" needs {}", choice.needs.join(", "))
        };
        writeln!(out, "  <{}> {} ({:?}){needs}", choice.id, choice.label, choice.role).unwrap();
    }
    out
}

fn draw(out: &mut String, block: &Block) {
    match block {
        Block::Text { text } => writeln!(out, "{text}").unwrap(),
        Block::Notice { level, text } => writeln!(out, "{level:?}! {text}").unwrap(),
        Block::Steps { steps } => {
            for (at, step) in steps.iter().enumerate() {
                let usually = if step.usually { " usually" } else { "" };
                writeln!(out, "  {}. ({}{usually}) {}", at + 1, step.icon, step.text).unwrap();
                if let Some(l) = &step.light {
                    writeln!(out, "     * {:?} {:?}: {}", l.colour, l.pattern, l.words).unwrap();
                }
            }
        }
        Block::Printers { printers } => {
            for p in printers {
                writeln!(out, "  [{}] {} | {} | {}", p.choice, p.name, p.model, p.marks).unwrap();
            }
        }
        Block::Pin { secret_id, label } => writeln!(out, "PIN #{secret_id}: {label}").unwrap(),
        Block::Clock { ends_at_ms, total_ms, marks, label } => {
            let marks: Vec<String> =
                marks.iter().map(|m| format!("{}{}", m.text, if m.haptic { " (tap)" } else { "" })).collect();
            writeln!(out, "Clock to {ends_at_ms} of {total_ms}: {label} [{}]", marks.join(", ")).unwrap();
        }
        Block::Light { name, colour, pattern, words } => {
            writeln!(out, "* {name}, {colour:?} {pattern:?}: {words}").unwrap();
        }
        Block::Link { url, label } => writeln!(out, "-> {label} {url}").unwrap(),
        Block::Field { id, input, label, hint, value, problem } => {
            writeln!(out, "{id} ({input:?}) {label}: [{value}] {hint}").unwrap();
            if let Some(problem) = problem {
                writeln!(out, "  !! {problem}").unwrap();
            }
        }
        Block::Progress { what, done, of } => writeln!(out, "... {what} {done}/{of}").unwrap(),
        Block::Details { details } => {
            for d in details {
                writeln!(out, "  - {}: {}", d.name, d.value).unwrap();
            }
        }
    }
}
