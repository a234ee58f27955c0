//! A session without a machine: screens come as choices are made.
#![allow(clippy::unwrap_used)]

use std::cell::{Cell, RefCell};
use std::collections::BTreeMap;

use inkjoin::guide::Screen;
use inkjoin::guide::screen::{Block, FieldInput, Level, Mark, Phase, PrinterCard, Role, ScreenChoice};
use inkjoin::guide::texts::negotiate;
use inkjoin::knowledge::KnowledgeError;
use inkjoin::secret::Secret;
use inkjoin::session::{ChooseError, Chosen};
use tokio::sync::Notify;

use crate::wizard::{Answers, Wizard};

/// What was chosen: the revision, the choice, what was typed.
pub type Made = (Option<u64>, String, Vec<(String, String)>);

#[derive(Default)]
pub struct Fake {
    newest: RefCell<Option<Screen>>,
    then: RefCell<BTreeMap<String, Screen>>,
    changed: Notify,
    pub made: RefCell<Vec<Made>>,
    pub stale: Cell<bool>,
    pub now_ms: Cell<u64>,
    pub signals: RefCell<Vec<&'static str>>,
}

impl Fake {
    pub fn on(screen: Screen) -> Self {
        let fake = Self::default();
        fake.publish(screen);
        fake
    }

    /// The screen that a choice brings.
    pub fn then(self, choice: &str, screen: Screen) -> Self {
        self.then.borrow_mut().insert(choice.to_owned(), screen);
        self
    }

    pub fn publish(&self, mut screen: Screen) {
        let revision = self.newest.borrow().as_ref().map_or(0, |newest| newest.revision);
        screen.revision = revision + 1;
        *self.newest.borrow_mut() = Some(screen);
        self.changed.notify_waiters();
    }
}

impl Wizard for Fake {
    async fn next_screen(&self, after: u64) -> Option<Screen> {
        loop {
            let newest = self.newest.borrow().clone().unwrap();
            if newest.revision > after {
                return Some(newest);
            }
            if newest.last {
                return None;
            }
            self.changed.notified().await;
        }
    }

    fn choose(&self, revision: Option<u64>, choice: &str, answers: &Answers) -> Result<Chosen, ChooseError> {
        let typed = answers.iter().map(|(field, text)| (field.clone(), text.reveal().to_owned())).collect();
        self.made.borrow_mut().push((revision, choice.to_owned(), typed));
        let newest = self.newest.borrow().clone().unwrap();
        if self.stale.take() || revision.is_some_and(|revision| revision != newest.revision) {
            return Ok(Chosen::Stale);
        }
        let found =
            newest.choices.iter().find(|known| known.id == choice).ok_or(ChooseError::UnknownChoice)?;
        if found.needs.iter().any(|field| !answers.contains_key(field)) {
            return Err(ChooseError::MissingAnswer("password"));
        }
        if answers.values().any(|text| text.reveal().len() > 256) {
            return Err(ChooseError::TooLong("password".to_owned()));
        }
        let next = self.then.borrow().get(choice).cloned();
        next.into_iter().for_each(|screen| self.publish(screen));
        Ok(Chosen::Accepted)
    }

    fn cancel(&self) {
        self.signals.borrow_mut().push("cancel");
        if !self.newest.borrow().as_ref().unwrap().last {
            self.publish(last());
        }
    }

    fn resumed(&self) {
        self.signals.borrow_mut().push("resumed");
    }

    fn network_changed(&self) {
        self.signals.borrow_mut().push("network_changed");
    }

    fn set_locale(&self, locale: &str) -> Result<(), KnowledgeError> {
        self.signals.borrow_mut().push(negotiate(locale));
        let same = self.newest.borrow().clone().unwrap();
        self.publish(same);
        Ok(())
    }

    fn reveal(&self, secret_id: u64) -> Option<Secret> {
        (secret_id == 7).then(|| Secret::new("12345670"))
    }

    fn now_ms(&self) -> u64 {
        self.now_ms.get()
    }
}

pub fn screen(id: &str, title: &str, blocks: Vec<Block>, choices: Vec<ScreenChoice>) -> Screen {
    Screen {
        id: id.to_owned(),
        revision: 1,
        phase: Phase::Connect,
        title: title.to_owned(),
        blocks,
        choices,
        spoken: String::new(),
        announce: None,
        act: None,
        last: false,
    }
}

pub fn choice(id: &str, label: &str, role: Role) -> ScreenChoice {
    ScreenChoice { id: id.to_owned(), label: label.to_owned(), role, needs: Vec::new() }
}

pub fn text(text: &str) -> Block {
    Block::Text { text: text.to_owned() }
}

pub fn notice(level: Level, text: &str) -> Block {
    Block::Notice { level, text: text.to_owned() }
}

pub fn last() -> Screen {
    Screen { last: true, ..screen("ended", "Cancelled", vec![text("Nothing is left open.")], Vec::new()) }
}

pub fn find(printers: &[&str]) -> Screen {
    let id = |at: usize| format!("printer:{}", at + 1);
    let card = |(at, name): (usize, &&str)| PrinterCard {
        choice: id(at),
        name: (*name).to_owned(),
        model: "HP LaserJet Pro M1217nfw".to_owned(),
        marks: format!("serial number ends in …400{at}"),
    };
    let role = if printers.len() == 1 { Role::Primary } else { Role::Secondary };
    let mut choices: Vec<_> =
        printers.iter().enumerate().map(|(at, name)| choice(&id(at), name, role)).collect();
    choices.push(choice("type-address", "Type its address", Role::Secondary));
    let blocks = vec![Block::Printers { printers: printers.iter().enumerate().map(card).collect() }];
    screen("find", "Which printer is it?", blocks, choices)
}

pub fn sign_in(problem: Option<&str>) -> Screen {
    let field = |id: &str, input, label: &str, value: &str, problem: Option<&str>| Block::Field {
        id: id.to_owned(),
        input,
        label: label.to_owned(),
        hint: String::new(),
        value: value.to_owned(),
        problem: problem.map(str::to_owned),
    };
    let mut take = choice("sign-in", "Sign in", Role::Primary);
    take.needs = vec!["user".to_owned(), "password".to_owned()];
    let blocks = vec![
        text("It is sent only to your router."),
        field("user", FieldInput::Text, "User name", "root", None),
        field("password", FieldInput::Password, "Password", "", problem),
    ];
    screen(
        "sign-in",
        "Sign in at your router",
        blocks,
        vec![take, choice("back", "Back to the ways", Role::Back)],
    )
}

pub fn address() -> Screen {
    let field = Block::Field {
        id: "address".to_owned(),
        input: FieldInput::Text,
        label: "Address".to_owned(),
        hint: String::new(),
        value: String::new(),
        problem: None,
    };
    let mut ask = choice("ask", "Ask it", Role::Primary);
    ask.needs = vec!["address".to_owned()];
    screen("address", "What is its address?", vec![field], vec![ask, choice("back", "Back", Role::Back)])
}

pub fn waiting(ends_at_ms: u64) -> Screen {
    let mark = |left_ms, text: &str| Mark { left_ms, text: text.to_owned(), haptic: false };
    let clock = Block::Clock {
        ends_at_ms,
        total_ms: 120_000,
        marks: vec![mark(60_000, "1 minute left"), mark(30_000, "30 seconds left")],
        label: "Until the printer stops looking".to_owned(),
    };
    let blocks = vec![Block::Progress { what: "Waiting for the printer".to_owned(), done: 0, of: 0 }, clock];
    screen("waiting", "Waiting", blocks, vec![choice("back", "Back to the ways", Role::Back)])
}
