//! What proves a join, and what does not. Each kind of evidence is a type that says what it proves.

use serde::{Deserialize, Serialize};

use super::listed::{Key, Listed};
use crate::identity::{Identity, Label, Mark};
use crate::net::LocalAddr;
use crate::printer::{Link, PrinterAnswer};
use crate::router::{LastResult, RouterStatus};

/// The chosen printer is on the Wi-Fi. Only this is called "joined".
#[derive(Clone, Debug, PartialEq, Eq, Hash, Serialize, Deserialize)]
pub enum Proof {
    /// The printer itself answered through its Wi-Fi, after the attempt began.
    PrinterAnswered {
        /// From where.
        at: LocalAddr,
        /// The network that it says it is joined to. Not saved.
        #[serde(skip)]
        ssid: Option<Label>,
    },
    /// The router named its MAC as the enrollee that succeeded, and it then answered from an address that is neither on
    /// its own network nor its cable.
    RouterNamedAndSeen {
        /// From where.
        at: LocalAddr,
    },
    /// A printer appeared that was not there before and fits; the person says that it is theirs.
    ConfirmedByPerson,
}

/// [`Proof`] without addresses, for the journal and for outcomes.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum ProofKind {
    /// See [`Proof::PrinterAnswered`].
    PrinterAnswered,
    /// See [`Proof::RouterNamedAndSeen`].
    RouterNamedAndSeen,
    /// See [`Proof::ConfirmedByPerson`].
    ConfirmedByPerson,
}

impl Proof {
    /// Where the printer answered; `None` where a person said so.
    pub fn at(&self) -> Option<LocalAddr> {
        match self {
            Proof::PrinterAnswered { at, .. } | Proof::RouterNamedAndSeen { at } => Some(*at),
            Proof::ConfirmedByPerson => None,
        }
    }

    /// Its kind.
    pub fn kind(&self) -> ProofKind {
        match self {
            Proof::PrinterAnswered { .. } => ProofKind::PrinterAnswered,
            Proof::RouterNamedAndSeen { .. } => ProofKind::RouterNamedAndSeen,
            Proof::ConfirmedByPerson => ProofKind::ConfirmedByPerson,
        }
    }
}

/// A printer that may be the chosen one: asked, never believed.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Hint {
    /// Its key in the list.
    pub key: Key,
    /// Its name.
    pub name: Label,
}

/// The router's word. Proves nothing alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum RouterWord {
    /// It says that this very printer succeeded.
    NamedOurs,
    /// It says that some device succeeded since the attempt began.
    SomebodySucceeded,
    /// It says that a device succeeded, and names one that is not this printer. With a device PIN that device had the PIN,
    /// so it may be the printer under an address that is not known; with push button it is whoever pressed.
    NamedAnother,
    /// It says that a run failed since the attempt began: with a device PIN, a wrong PIN (config error 18).
    Failed,
}

/// What one answer is worth.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Worth {
    /// It proves the join.
    Proof(Proof),
    /// It is the printer, but this proves nothing.
    Sighting,
    /// It may be the printer.
    Hint,
    /// It is another one.
    Nothing,
}

/// Judges an answer that came after the attempt began. `word` is what the router said in this attempt; `known_at` are
/// addresses where the printer answered before the attempt. `leaves` is the Wi-Fi that a printer which is moved was on
/// (`Some(None)`: on one whose name is not known): an answer over that one proves nothing.
pub fn judge_answer(
    chosen: &Identity,
    answer: &PrinterAnswer,
    word: Option<RouterWord>,
    known_at: &[LocalAddr],
    leaves: Option<&Option<Label>>,
) -> Worth {
    match chosen.same_device(&answer.identity) {
        Some(false) => return Worth::Nothing,
        None if chosen.model == answer.identity.model => return Worth::Hint,
        None => return Worth::Nothing,
        Some(true) => {}
    }
    let elsewhere = !answer.at.is_setup() && !known_at.contains(&answer.at);
    let moved = match leaves {
        None => true,
        Some(old) => matches!((old, &answer.ssid), (Some(old), Some(new)) if old != new),
    };
    match answer.through {
        Some(Link::Wifi) if !answer.at.is_setup() && moved => {
            Worth::Proof(Proof::PrinterAnswered { at: answer.at, ssid: answer.ssid.clone() })
        }
        None | Some(Link::Other | Link::Wifi) if elsewhere && word == Some(RouterWord::NamedOurs) => {
            Worth::Proof(Proof::RouterNamedAndSeen { at: answer.at })
        }
        _ => Worth::Sighting,
    }
}

/// Reads a status against the one before the attempt: the last result is never reset by a new run, so only a change, or
/// a success of this very printer that was not there before, says something.
pub fn judge_status(
    mac: Option<&Mark>,
    before: Option<&RouterStatus>,
    now: &RouterStatus,
) -> Option<RouterWord> {
    let changed = before.is_some_and(|b| (b.last, &b.peer) != (now.last, &now.peer));
    match now.last {
        LastResult::None => None,
        _ if !changed => None,
        LastResult::Failed => Some(RouterWord::Failed),
        LastResult::Success if mac.is_some() && now.peer.as_ref() == mac => Some(RouterWord::NamedOurs),
        LastResult::Success if mac.is_some() && now.peer.is_some() => Some(RouterWord::NamedAnother),
        LastResult::Success => Some(RouterWord::SomebodySucceeded),
    }
}

/// Whether a printer that was not in the baseline could be the chosen one: only when the chosen one has no mark in
/// common with it and the models agree.
pub(super) fn judge_newcomer(chosen: &Identity, found: &Listed) -> Option<Hint> {
    let fits = chosen.same_device(&found.identity).is_none() && chosen.model == found.identity.model;
    (fits && !chosen.model.as_str().is_empty()).then(|| Hint { key: found.key, name: found.name.clone() })
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;
    use crate::router::PushButton;

    fn identity(uuid: &str, model: &str) -> Identity {
        Identity { uuid: Mark::new(uuid), model: Label::new(model), ..Identity::default() }
    }

    /// The table case -> what is said.
    #[test]
    fn only_the_printer_itself_over_wifi_proves_it() {
        let chosen = identity("u1", "HP X");
        let home = LocalAddr::parse("192.168.1.7").unwrap();
        let cable = LocalAddr::parse("192.168.1.6").unwrap();
        let setup = LocalAddr::parse("192.168.223.1").unwrap();
        let mut table = String::new();
        for (who, identity) in [
            ("itself", identity("u1", "HP X")),
            ("same model, no mark", identity("", "HP X")),
            ("another", identity("u2", "HP X")),
        ] {
            for (place, at) in [("home", home), ("its cable", cable), ("setup", setup)] {
                for through in [Some(Link::Wifi), Some(Link::Cable), Some(Link::OwnNetwork), None] {
                    for word in [None, Some(RouterWord::NamedOurs), Some(RouterWord::SomebodySucceeded)] {
                        let answer = PrinterAnswer { identity: identity.clone(), at, through, ssid: None };
                        let worth = judge_answer(&chosen, &answer, word, &[cable], None);
                        table += &format!("{who} | {place} | {through:?} | {word:?} | {worth:?}\n");
                    }
                }
            }
        }
        insta::assert_snapshot!("evidence", table);
    }

    #[test]
    fn an_old_result_of_the_router_is_no_word() {
        let mac = Mark::mac("020000000100");
        let status = |last, peer: Option<&str>| RouterStatus {
            push_button: PushButton::Disabled,
            last,
            peer: peer.and_then(Mark::mac),
        };
        let none = status(LastResult::None, None);
        let ours = status(LastResult::Success, Some("020000000100"));
        let other = status(LastResult::Success, Some("020000000200"));
        let failed = status(LastResult::Failed, None);
        let judge = |before: Option<&RouterStatus>, now| judge_status(mac.as_ref(), before, now);
        assert_eq!(judge(Some(&none), &ours), Some(RouterWord::NamedOurs));
        assert_eq!(judge(Some(&ours), &ours), None);
        assert_eq!(judge(Some(&none), &other), Some(RouterWord::NamedAnother));
        assert_eq!(judge_status(None, Some(&none), &other), Some(RouterWord::SomebodySucceeded));
        let nameless = status(LastResult::Success, None);
        assert_eq!(judge(Some(&none), &nameless), Some(RouterWord::SomebodySucceeded));
        assert_eq!(judge(Some(&none), &failed), Some(RouterWord::Failed));
        assert_eq!(judge(Some(&failed), &failed), None);
        assert_eq!(judge(None, &failed), None);
        assert_eq!(judge(Some(&failed), &ours), Some(RouterWord::NamedOurs));
    }
}
