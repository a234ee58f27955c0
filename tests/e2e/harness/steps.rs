//! What a person does at a screen, and what they read there.

use std::time::{Duration, Instant};

use serde_json::Value;

use super::{Person, word};

/// Screens come at most four times a second.
const QUIET: Duration = Duration::from_millis(400);

impl Person {
    /// At this screen, takes this choice; what it needs is what is given here, else the lab's. Again where the world moved
    /// on in between.
    pub fn take(&mut self, screen: &str, choice: &str, given: &[(&str, &str)]) {
        loop {
            self.wait_until(&format!("{choice} at {screen}"), |p| {
                p.at() == screen && p.choices().contains(&choice)
            });
            let needs = self.newest["choices"].as_array().into_iter().flatten().find(|c| c["id"] == choice);
            let needs = needs.and_then(|c| c["needs"].as_array()).into_iter().flatten();
            let known =
                |field: &str| given.iter().find(|(f, _)| *f == field).map(|(_, text)| (*text).to_owned());
            let answers: Vec<(String, String)> = needs
                .filter_map(Value::as_str)
                .map(|f| (f.to_owned(), known(f).unwrap_or_else(|| self.default(f))))
                .collect();
            let answers: Vec<(&str, &str)> = answers.iter().map(|(f, t)| (f.as_str(), t.as_str())).collect();
            let (revision, stale) = (self.newest["revision"].clone(), self.stale);
            self.choose(choice, &answers);
            self.wait_until(&format!("an answer to {choice}"), |p| {
                p.stale > stale || p.newest["revision"] != revision
            });
            // A screen that came in between may look like the answer.
            if self.stale == stale && self.at() == screen {
                self.settled();
            }
            if self.stale == stale || self.newest["last"] == true {
                return;
            }
        }
    }

    /// The id of the newest screen, once nothing new has come for a while.
    pub fn settled(&mut self) -> String {
        while let Some(Some(line)) = self.program.line_or_end(QUIET) {
            self.take_in(&line);
        }
        self.at().to_owned()
    }

    /// Hears what is said for so long.
    pub fn quiet_for(&mut self, long: Duration) {
        let until = Instant::now() + long;
        while let Some(Some(line)) = self.program.line_or_end(until.saturating_duration_since(Instant::now()))
        {
            self.take_in(&line);
        }
    }

    /// The choice of the printer in whose name this stands.
    pub fn card(&self, name: &str) -> Option<String> {
        let choices = self.newest["choices"].as_array()?;
        let cards = choices.iter().filter(|c| c["id"].as_str().is_some_and(|id| id.starts_with("printer:")));
        cards.into_iter().find(|c| c.to_string().contains(name))?["id"].as_str().map(str::to_owned)
    }

    /// Whether the newest screen tells this, whatever its language: the key of a text into which nothing is put.
    pub fn told(&self, key: &str) -> bool {
        self.newest.to_string().contains(&word(key))
    }

    /// The title of the newest screen, and what stands out on it.
    pub fn says(&self) -> String {
        let blocks = self.newest["blocks"].as_array().into_iter().flatten();
        let stands_out = blocks.filter_map(|b| match b["kind"].as_str()? {
            "notice" => b["text"].as_str(),
            _ => b["problem"].as_str(),
        });
        [self.newest["title"].as_str().unwrap_or_default()]
            .into_iter()
            .chain(stands_out)
            .collect::<Vec<_>>()
            .join(" / ")
    }

    /// What must not slip out.
    pub fn secret(&self, kind: &str, value: &str) {
        self.traces.canary(kind, value);
    }
}
