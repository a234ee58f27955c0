//! What phones' processors are called by Android, Rust and ELF.

/// The four that Android's NDK builds for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Abi {
    Arm64,
    Arm,
    X86,
    X86_64,
}

impl Abi {
    pub const ALL: [Self; 4] = [Self::Arm64, Self::Arm, Self::X86, Self::X86_64];

    /// Its folder in an AAR and an APK.
    pub fn name(self) -> &'static str {
        match self {
            Self::Arm64 => "arm64-v8a",
            Self::Arm => "armeabi-v7a",
            Self::X86 => "x86",
            Self::X86_64 => "x86_64",
        }
    }

    pub fn target(self) -> &'static str {
        match self {
            Self::Arm64 => "aarch64-linux-android",
            Self::Arm => "armv7-linux-androideabi",
            Self::X86 => "i686-linux-android",
            Self::X86_64 => "x86_64-linux-android",
        }
    }

    /// As [`super::elf::Facts::machine`] names it.
    pub fn machine(self) -> &'static str {
        match self {
            Self::Arm64 => "aarch64",
            Self::Arm => "arm",
            Self::X86 => "i386",
            Self::X86_64 => "x86-64",
        }
    }

    /// The smallest alignment of what is loaded: Android 15 brought pages of 16 KB, on 64-bit processors only.
    pub fn page(self) -> u64 {
        match self {
            Self::Arm64 | Self::X86_64 => 0x4000,
            Self::Arm | Self::X86 => 0x1000,
        }
    }
}
