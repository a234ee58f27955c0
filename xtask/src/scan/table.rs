//! What may stand where, and why.

/// Where something was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Channel {
    /// The screens, as `--json` or the terminal wizard print them: the person's own, on the person's own screen.
    Stdout,
    /// What was shown and chosen, kept for somebody who helps.
    Transcript,
    Stderr,
    /// The saved session and its files.
    State,
    Log,
}

/// What kind of value a canary is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    RouterPassword,
    Passphrase,
    Pin,
    Ssid,
    Serial,
    Mac,
    Uuid,
    Name,
}

pub const CHANNELS: [(&str, Channel); 5] = [
    ("stdout", Channel::Stdout),
    ("transcript", Channel::Transcript),
    ("stderr", Channel::Stderr),
    ("state", Channel::State),
    ("log", Channel::Log),
];

pub const KINDS: [(&str, Kind); 8] = [
    ("router_password", Kind::RouterPassword),
    ("passphrase", Kind::Passphrase),
    ("pin", Kind::Pin),
    ("ssid", Kind::Ssid),
    ("serial", Kind::Serial),
    ("mac", Kind::Mac),
    ("uuid", Kind::Uuid),
    ("name", Kind::Name),
];

/// The reason why a value of that kind may stand in that channel; `None` if it may not.
pub fn allowed(channel: Channel, kind: Kind) -> Option<&'static str> {
    match (channel, kind) {
        (Channel::Stdout, Kind::Pin) => {
            Some("the person carries it to the router; `--json` reveals by design")
        }
        (Channel::Transcript, Kind::Ssid | Kind::Name) => {
            Some("it is what the screens said; a PIN is left out, as who helps needs none")
        }
        (Channel::Stdout, Kind::Ssid) => Some("the person must know which network is meant"),
        (Channel::Stdout, Kind::Name) => Some("a printer's card; its serial shows by its last digits only"),
        (Channel::State, Kind::Uuid | Kind::Serial | Kind::Mac | Kind::Name) => {
            Some("the chosen printer must be known again after a restart")
        }
        // A password or a passphrase is never printed and never saved; a log or an error text names nothing at all.
        _ => None,
    }
}

/// By the name's stem: `stdout.txt` → stdout.
pub fn channel(file: &str) -> Option<Channel> {
    let stem = file.split('.').next()?;
    CHANNELS.iter().find(|(name, _)| *name == stem).map(|(_, channel)| *channel)
}

pub fn kind(name: &str) -> Option<Kind> {
    KINDS.iter().find(|(known, _)| *known == name).map(|(_, kind)| *kind)
}
