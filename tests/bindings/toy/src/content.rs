//! What stands on the screen: a choice of printers, in texts about as long as the library's.

use crate::shapes::{Announce, Block, Phase, PrinterCard, Role, Screen, ScreenChoice};

const TITLE: &str = "A heading as long as";
const LEAD: &str = "printers would be on this network. Tap the one that is meant; others may come along later. After \
                    that it is asked something. So far it is all as it was.";
const TAIL: &str =
    "None of them? There may be one with a network of its own. Or its address is known and can be typed.";

pub fn screen(printers: u32) -> Screen {
    let lead = format!("{printers} {LEAD}");
    let cards: Vec<PrinterCard> = (0..printers).map(card).collect();
    let names: String = cards.iter().map(|card| format!("{}, {}. ", card.name, card.marks)).collect();
    let tapped = cards.iter().map(|card| choice(&card.choice, &card.name, Role::Primary));
    let others = [
        choice("own-network", "It has one to itself", Role::Secondary),
        choice("its-address", "I know the address of it", Role::Secondary),
        choice("home", "All the way to the top", Role::Back),
    ];
    Screen {
        id: "pick".to_owned(),
        revision: 4,
        phase: Phase::Find,
        title: TITLE.to_owned(),
        choices: tapped.chain(others).collect(),
        spoken: format!("{TITLE} {lead} {names}{TAIL}"),
        announce: Some(Announce { text: lead.clone(), urgent: false }),
        blocks: vec![
            Block::Text { text: lead },
            Block::Printers { printers: cards },
            Block::Text { text: TAIL.to_owned() },
        ],
        act: None,
        last: false,
    }
}

fn card(n: u32) -> PrinterCard {
    PrinterCard {
        choice: format!("printer:{n}"),
        name: format!("MX LaserJet Uno A123xy [{n:06}]"),
        model: String::new(),
        marks: format!("network address (MAC) ending in 00:{n:02}"),
    }
}

fn choice(id: &str, label: &str, role: Role) -> ScreenChoice {
    ScreenChoice { id: id.to_owned(), label: label.to_owned(), role, needs: Vec::new() }
}
