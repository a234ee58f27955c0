//! Questions that need no session.

use inkjoin::discovery::{SERVICE_TYPES, ble};
use inkjoin::guide::texts;
use inkjoin::knowledge::Knowledge;
use inkjoin::knowledge::families::{Family as CoreFamily, Panel};
use inkjoin::net;
use inkjoin::pin::{PinProblem, WpsPin};
use inkjoin::ports::desktop::SystemClock;
use inkjoin::ports::{Clock, SETUP_WIFI_PREFIXES};
use inkjoin::session::Hub;

use crate::error::KnowledgeError;
use crate::log;
use crate::text::InputText;

/// What was met on the way to a device.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum Trouble {
    /// Nobody is there.
    Unreachable,
    /// No answer in time.
    TimedOut,
    /// It hung up.
    Closed,
    /// The answer was larger than any such answer is.
    TooLarge,
    /// The answer could not be read.
    Malformed,
    /// The answer was of another kind, such as a page to sign in.
    WrongType,
    /// It led away to another device.
    RedirectedAway,
    /// It answered with this HTTP status.
    Status {
        /// HTTP status, 100 to 599.
        code: u16,
    },
    /// Its certificate is another one than before.
    CertificateChanged,
    /// Its TLS is one that is not spoken here.
    Tls,
    /// The phone is not on that network.
    NotOnNetwork,
}

/// What a text is that somebody typed as a PIN.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Enum)]
pub enum PinCheck {
    /// A device PIN.
    Valid {
        /// 8, or seldom 4.
        digits: u8,
    },
    /// It cannot be one.
    Invalid {
        /// Why.
        problem: PinProblem,
    },
}

/// Why a text is no device PIN.
#[uniffi::remote(Enum)]
pub enum PinProblem {
    /// Nothing was typed.
    Empty,
    /// Something else than digits, blanks and dashes; a letter O may be a zero.
    NotDigits,
    /// Neither 8 nor 4 digits.
    Length {
        /// Digits found, 1 to 99.
        found: u8,
    },
    /// The last digit does not fit the others: one of them is most likely misread.
    CheckDigit,
    /// Only zeros, which no printer shows.
    Zeros,
    /// The example of many guides, `12345670`. A session asks about it once.
    Example,
}

/// What a printer shows and is operated with.
#[uniffi::remote(Enum)]
pub enum Panel {
    /// A display that is touched, with texts.
    Touchscreen,
    /// A small display with digits and pictures, and keys.
    IconLcd,
    /// A bar of light and keys that light up.
    LightBar,
    /// Keys and lights.
    KeysAndLights,
    /// One or a few lines of text, and keys.
    TextDisplay,
}

/// A family of printers that behave alike, as far as is known.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct PrinterFamily {
    /// Stable name, such as `deskjet-2700`; the last one is `general`, for every printer that no other fits.
    pub key: String,
    /// What it shows and is operated with. Absent where its models differ, or nobody knows.
    pub panel: Option<Panel>,
    /// WPS can be started by a button.
    pub push: bool,
    /// The Wi-Fi's password can be typed at the printer.
    pub passphrase: bool,
}

/// The language that the screens are in.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct ScreenLanguage {
    /// BCP 47 tag, for a screen reader's voice.
    pub tag: String,
    /// Lines begin on the right: mirror the layout, whatever the system's own language is.
    pub right_to_left: bool,
}

/// What HP's Bluetooth devices are known by.
#[derive(Clone, Debug, PartialEq, Eq, uniffi::Record)]
pub struct BleFilter {
    /// HP's number in the Bluetooth SIG's list of company identifiers.
    pub company: u16,
    /// HP's service UUIDs, such as `0000fe77-0000-1000-8000-00805f9b34fb`, listed in an advertisement or with data in it.
    pub services: Vec<String>,
}

/// What is open in this process, for tests that look for leaks.
#[derive(Clone, Copy, Debug, PartialEq, Eq, uniffi::Record)]
pub struct Diagnostics {
    /// Sessions that have not ended and are held by somebody.
    pub sessions: u64,
    /// Tasks of all sessions, running or waiting, and the log line that is handed over. With none of them, no port and no sink
    /// is called.
    pub tasks: u64,
}

/// Version of this library, such as `0.1.0`.
#[uniffi::export]
pub fn version() -> String {
    env!("CARGO_PKG_VERSION").to_owned()
}

/// Milliseconds since the device's start, counted through sleep: what a `Block.Clock` ends in, where `clock_rate` is 1.
#[uniffi::export]
pub fn now_ms() -> u64 {
    SystemClock.now().0
}

/// Whether a text can be a device PIN, with blanks and dashes or without. The text is kept nowhere.
#[uniffi::export]
pub fn check_pin(text: InputText) -> PinCheck {
    let text = zeroize::Zeroizing::new(String::from(text));
    match WpsPin::parse(&text) {
        Ok(pin) => PinCheck::Valid { digits: if pin.reveal().len() == 4 { 4 } else { 8 } },
        Err(problem) => PinCheck::Invalid { problem },
    }
}

/// The families of printers that something is known about.
///
/// Fails with `KnowledgeError`.
#[uniffi::export]
pub fn known_families() -> Result<Vec<PrinterFamily>, KnowledgeError> {
    Ok(Knowledge::embedded()?.families.all().map(PrinterFamily::from).collect())
}

/// The language of the screens for a person's `locale`, a BCP 47 tag as in `SessionOptions`.
#[uniffi::export]
pub fn screen_language(locale: InputText) -> ScreenLanguage {
    let right_to_left = texts::direction(&locale) == texts::Direction::Rtl;
    ScreenLanguage { tag: texts::negotiate(&locale).to_owned(), right_to_left }
}

/// The DNS-SD service types that a `DnsSdPort` browses, such as `_ipp._tcp.local.`. On iOS they stand in `NSBonjourServices`
/// without `.local.`.
#[uniffi::export]
pub fn dns_sd_service_types() -> Vec<String> {
    SERVICE_TYPES.map(str::to_owned).to_vec()
}

/// How the names of printers' own Wi-Fi networks begin, such as `HP-Setup`.
#[uniffi::export]
pub fn setup_wifi_prefixes() -> Vec<String> {
    SETUP_WIFI_PREFIXES.map(str::to_owned).to_vec()
}

/// A printer's address in its own Wi-Fi, such as `192.168.223.1`: a Wi-Fi whose gateway or DHCP server has it is a printer's,
/// whatever its name. For a `NetworkPort`.
#[uniffi::export]
pub fn setup_wifi_address() -> String {
    net::SETUP_ADDRESS.to_string()
}

/// What a `BlePort` filters by, where the system wants filters: for scans that go on while the screen is off.
#[uniffi::export]
pub fn ble_filter() -> BleFilter {
    BleFilter { company: ble::COMPANY, services: ble::service_uuids().to_vec() }
}

/// Whether a page may be opened for `Act.OpenUrl`: an `http` or `https` address in figures, of a home network. Asks nobody.
#[uniffi::export]
pub fn is_local_url(url: InputText) -> bool {
    net::is_local_url(&url)
}

/// What is open in this process.
#[uniffi::export]
pub fn diagnostics() -> Diagnostics {
    let (sessions, tasks) = Hub::global().map_or((0, 0), |hub| (hub.sessions(), hub.tasks()));
    Diagnostics { sessions, tasks: tasks + u64::from(log::delivers()) }
}

impl From<&CoreFamily> for PrinterFamily {
    fn from(family: &CoreFamily) -> Self {
        Self {
            key: family.key.clone(),
            panel: family.panel(),
            push: family.has_push(),
            passphrase: family.has_passphrase(),
        }
    }
}

impl From<net::Trouble> for Trouble {
    fn from(trouble: net::Trouble) -> Self {
        match trouble {
            net::Trouble::Unreachable => Self::Unreachable,
            net::Trouble::TimedOut => Self::TimedOut,
            net::Trouble::Closed => Self::Closed,
            net::Trouble::TooLarge => Self::TooLarge,
            net::Trouble::Malformed => Self::Malformed,
            net::Trouble::WrongType => Self::WrongType,
            net::Trouble::RedirectedAway => Self::RedirectedAway,
            net::Trouble::Status(code) => Self::Status { code },
            net::Trouble::CertificateChanged => Self::CertificateChanged,
            net::Trouble::Tls => Self::Tls,
            net::Trouble::NotOnNetwork => Self::NotOnNetwork,
        }
    }
}
