//! Everything that can be tapped, and what it needs.

use serde::{Deserialize, Serialize};

use super::input::Field;
use super::plan::Way;
use crate::knowledge::families::PinPlace;

/// Everything that can be tapped. The guide words them and may not add, drop or reorder one.
#[derive(Clone, Debug, PartialEq, Eq, Hash, PartialOrd, Ord, Serialize, Deserialize)]
pub enum Choice {
    /// This printer of the list; its number stays the same while the session lasts.
    Printer(u32),
    /// Take this way.
    Way(Way),
    /// Look for the PIN there instead.
    LookAt(PinPlace),
    /// Connect a printer: start searching.
    Begin,
    /// A computer asks for a PIN.
    ComputerAsks,
    /// It worked, and now it is offline or the network changed.
    WentOffline,
    /// Give the printer's address.
    TypeAddress,
    /// The printer shows a Wi-Fi of its own: go there.
    PrinterWifi,
    /// Ask at the address that was typed.
    Ask,
    /// Make the printer that was tapped blink.
    Blink,
    /// The printer that was tapped is the one.
    ThisOne,
    /// Put a printer that is on the network by cable onto the Wi-Fi.
    Connect,
    /// Move it to another Wi-Fi.
    Move,
    /// Print a test page.
    TestPage,
    /// I only want to know the PIN.
    OnlyPin,
    /// Go on.
    GoOn,
    /// Look again for what the router and the printer offer.
    LookAgain,
    /// Sign in with what was typed.
    SignIn,
    /// Go on without signing in at the router.
    CannotSignIn,
    /// The router's new certificate is its own: use it.
    TrustRouter,
    /// Leave the router's service alone and go on by hand.
    ByHand,
    /// Read the PIN from the printer again, or get a fresh one.
    ReadAgain,
    /// Let the printer print the page that may carry its PIN.
    PrintPin,
    /// The printer, its page or its label shows no WPS PIN.
    NoPinThere,
    /// Use the PIN that was typed.
    UsePin,
    /// The printer shows four digits.
    FourDigits,
    /// The printer shows eight digits.
    EightDigits,
    /// The PIN is in the router's page now, or the password in the printer.
    Entered,
    /// The router's page looks different.
    LooksDifferent,
    /// The router's page takes no PIN.
    TakesNoPin,
    /// Start was touched on the printer.
    Started,
    /// Open the router to anybody near for two minutes.
    OpenPush,
    /// The printer has no such key.
    NoPushKey,
    /// The printer's key was pressed.
    PressedPrinter,
    /// The router's button was pressed.
    PressedRouter,
    /// Press both again.
    PushAgain,
    /// Tell what the printer shows.
    PrinterReports,
    /// The printer shows a session overlap.
    ShowsOverlap,
    /// The printer shows that its time ran out.
    ShowsTimeout,
    /// The printer shows that it could not connect.
    ShowsFailed,
    /// The printer that appeared is the one.
    ThatIsMine,
    /// It is not.
    NotMine,
    /// Start another attempt in the same way.
    TryAgain,
    /// Wait for the printer once more.
    KeepLooking,
    /// Sign in and close what stayed open at the router.
    CloseWindow,
    /// Go on without that.
    CarryOn,
    /// Set up another printer.
    AnotherPrinter,
    /// Done.
    Done,
    /// One step back.
    Back,
    /// Leave.
    Leave,
}

impl Choice {
    /// Stable id, such as `printer:1`, `way:read:router` or `look:display`.
    pub fn id(&self) -> String {
        match self {
            Choice::Printer(n) => format!("printer:{n}"),
            Choice::Way(way) => way.id(),
            Choice::LookAt(PinPlace::Display) => "look:display".to_owned(),
            Choice::LookAt(PinPlace::Page) => "look:page".to_owned(),
            Choice::LookAt(PinPlace::Label) => "look:label".to_owned(),
            plain => plain.name().to_owned(),
        }
    }

    fn name(&self) -> &'static str {
        match self {
            Choice::Printer(_) => "printer",
            Choice::Way(_) => "way",
            Choice::LookAt(_) => "look",
            Choice::Begin => "begin",
            Choice::ComputerAsks => "computer-asks",
            Choice::WentOffline => "went-offline",
            Choice::TypeAddress => "type-address",
            Choice::PrinterWifi => "printer-wifi",
            Choice::Ask => "ask",
            Choice::Blink => "blink",
            Choice::ThisOne => "this-one",
            Choice::Connect => "connect",
            Choice::Move => "move",
            Choice::TestPage => "test-page",
            Choice::OnlyPin => "only-pin",
            Choice::GoOn => "go-on",
            Choice::LookAgain => "look-again",
            Choice::SignIn => "sign-in",
            Choice::CannotSignIn => "cannot-sign-in",
            Choice::TrustRouter => "trust-router",
            Choice::ByHand => "by-hand",
            Choice::ReadAgain => "read-again",
            Choice::PrintPin => "print-pin",
            Choice::NoPinThere => "no-pin-there",
            Choice::UsePin => "use-pin",
            Choice::FourDigits => "four-digits",
            Choice::EightDigits => "eight-digits",
            Choice::Entered => "entered",
            Choice::LooksDifferent => "looks-different",
            Choice::TakesNoPin => "takes-no-pin",
            Choice::Started => "started",
            Choice::OpenPush => "open-push",
            Choice::NoPushKey => "no-push-key",
            Choice::PressedPrinter => "pressed-printer",
            Choice::PressedRouter => "pressed-router",
            Choice::PushAgain => "push-again",
            Choice::PrinterReports => "printer-reports",
            Choice::ShowsOverlap => "shows-overlap",
            Choice::ShowsTimeout => "shows-timeout",
            Choice::ShowsFailed => "shows-failed",
            Choice::ThatIsMine => "that-is-mine",
            Choice::NotMine => "not-mine",
            Choice::TryAgain => "try-again",
            Choice::KeepLooking => "keep-looking",
            Choice::CloseWindow => "close-window",
            Choice::CarryOn => "carry-on",
            Choice::AnotherPrinter => "another-printer",
            Choice::Done => "done",
            Choice::Back => "back",
            Choice::Leave => "leave",
        }
    }

    /// The fields that it needs.
    pub fn needs(&self) -> &'static [Field] {
        match self {
            Choice::Ask => &[Field::Address],
            Choice::SignIn => &[Field::User, Field::Password],
            Choice::UsePin => &[Field::Pin],
            _ => &[],
        }
    }
}
