//! What the parts of an XCFramework are called by Apple and by Rust.

use object::macho::{self, Platform};

/// The oldest system that the package runs on: what `ios/Package.swift` asks for.
pub const MINIMUM: &str = "17.0";

/// One library of the XCFramework: a platform, for all of its processors.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Slice {
    Device,
    Simulator,
    Catalyst,
}

impl Slice {
    pub const ALL: [Self; 3] = [Self::Device, Self::Simulator, Self::Catalyst];

    /// Its folder, called as Xcode calls it.
    pub fn identifier(self) -> &'static str {
        match self {
            Self::Device => "ios-arm64",
            Self::Simulator => "ios-arm64_x86_64-simulator",
            Self::Catalyst => "ios-arm64_x86_64-maccatalyst",
        }
    }

    pub fn variant(self) -> Option<&'static str> {
        match self {
            Self::Device => None,
            Self::Simulator => Some("simulator"),
            Self::Catalyst => Some("maccatalyst"),
        }
    }

    /// Apple's name of each processor, and Rust's target for it.
    pub fn targets(self) -> &'static [(&'static str, &'static str)] {
        match self {
            Self::Device => &[("arm64", "aarch64-apple-ios")],
            Self::Simulator => &[("arm64", "aarch64-apple-ios-sim"), ("x86_64", "x86_64-apple-ios")],
            Self::Catalyst => &[("arm64", "aarch64-apple-ios-macabi"), ("x86_64", "x86_64-apple-ios-macabi")],
        }
    }

    pub fn platform(self) -> Platform {
        match self {
            Self::Device => macho::PLATFORM_IOS,
            Self::Simulator => macho::PLATFORM_IOSSIMULATOR,
            Self::Catalyst => macho::PLATFORM_MACCATALYST,
        }
    }
}

/// A platform by its slice's name, or its number.
pub fn named(platform: Platform) -> String {
    let of_ours = Slice::ALL.into_iter().find(|slice| slice.platform() == platform);
    of_ours.map_or_else(|| format!("platform {}", platform.0), |slice| slice.identifier().to_owned())
}
