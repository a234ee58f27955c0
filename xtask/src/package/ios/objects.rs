//! What Apple's linker will make of a static library, by the objects in it.

use std::collections::BTreeSet;

use object::macho::{self, Platform, Version};
use object::read::archive::ArchiveFile;
use object::read::macho::{
    FatArch, LoadCommandVariant, MachHeader, MachOFatFile32, MachOFatFile64, MachOFile,
};
use object::{Architecture, File, FileKind, Object, ObjectSection, ObjectSymbol};

use super::slice::{self, Slice};
use crate::Fault;

/// A static library for one processor.
#[derive(Debug, Default)]
pub struct Facts {
    /// As Apple names it. All that are met, as there must be one.
    pub processors: BTreeSet<String>,
    pub platforms: BTreeSet<u32>,
    /// The newest system that one of the objects asks for. Rust's own ask for less.
    pub minimum: Option<Version>,
    pub objects: usize,
    /// Objects that name no platform: the linker takes them for any.
    pub unmarked: usize,
    /// What is defined and can be linked to, as C names it.
    pub exports: BTreeSet<String>,
    pub debug: bool,
}

/// Reads a static library, and each part of a fat one.
///
/// # Errors
/// Bytes that are no archive of objects, or a part of one.
pub fn read(bytes: &[u8]) -> Result<Vec<Facts>, Fault> {
    match FileKind::parse(bytes)? {
        FileKind::Archive => Ok(vec![archive(bytes)?]),
        FileKind::MachOFat32 => parts(MachOFatFile32::parse(bytes)?.arches(), bytes),
        FileKind::MachOFat64 => parts(MachOFatFile64::parse(bytes)?.arches(), bytes),
        other => Err(format!("{other:?} instead of a static library").into()),
    }
}

fn parts<Part: FatArch>(parts: &[Part], bytes: &[u8]) -> Result<Vec<Facts>, Fault> {
    let mut read = Vec::new();
    for part in parts {
        let facts = archive(part.data(bytes)?)?;
        let told = processor(part.architecture());
        if facts.processors != BTreeSet::from([told.clone()]) {
            return Err(format!("the part for {told} holds {:?}", facts.processors).into());
        }
        read.push(facts);
    }
    Ok(read)
}

fn archive(bytes: &[u8]) -> Result<Facts, Fault> {
    let mut facts = Facts::default();
    for member in ArchiveFile::parse(bytes)?.members() {
        let member = member?;
        let name = String::from_utf8_lossy(member.name()).into_owned();
        let file = File::parse(member.data(bytes)?).map_err(|fault| format!("{name}: {fault}"))?;
        add(&mut facts, &file).map_err(|fault| format!("{name}: {fault}"))?;
    }
    Ok(facts)
}

fn add(facts: &mut Facts, file: &File<'_>) -> Result<(), Fault> {
    let marks = match file {
        File::MachO32(file) => marks(file)?,
        File::MachO64(file) => marks(file)?,
        _ => Vec::new(),
    };
    facts.objects += 1;
    facts.processors.insert(processor(file.architecture()));
    facts.unmarked += usize::from(marks.is_empty());
    for (platform, minimum) in marks {
        facts.platforms.insert(platform.0);
        if facts.minimum.is_none_or(|before| before.0 < minimum.0) {
            facts.minimum = Some(minimum);
        }
    }
    let of_apple = matches!(file, File::MachO32(_) | File::MachO64(_));
    for symbol in file.symbols().filter(|one| one.is_global() && one.is_definition()) {
        let name = symbol.name()?;
        facts.exports.insert(name.strip_prefix('_').filter(|_| of_apple).unwrap_or(name).to_owned());
    }
    facts.debug |= file
        .sections()
        .any(|one| one.name().is_ok_and(|name| name.starts_with(".debug_") || name.starts_with("__debug_")));
    Ok(())
}

/// What an object says about where it runs. Before iOS 12 that was a command for each system, whose simulator was told by
/// its processor.
fn marks<Mach: MachHeader>(file: &MachOFile<'_, Mach>) -> Result<Vec<(Platform, Version)>, Fault> {
    let (endian, mut commands) = (file.endian(), file.macho_load_commands()?);
    let mut marks = Vec::new();
    while let Some(command) = commands.next()? {
        match command.variant()? {
            LoadCommandVariant::BuildVersion(build, _) => {
                marks.push((build.platform.get(endian), build.minos.get(endian)));
            }
            LoadCommandVariant::VersionMin(least) if command.cmd() == macho::LC_VERSION_MIN_IPHONEOS => {
                let device = file.architecture() == Architecture::Aarch64;
                let platform = if device { macho::PLATFORM_IOS } else { macho::PLATFORM_IOSSIMULATOR };
                marks.push((platform, least.version.get(endian)));
            }
            LoadCommandVariant::VersionMin(least) => {
                marks.push((macho::PLATFORM_UNKNOWN, least.version.get(endian)));
            }
            _ => {}
        }
    }
    Ok(marks)
}

fn processor(of: Architecture) -> String {
    match of {
        Architecture::Aarch64 => "arm64".to_owned(),
        Architecture::X86_64 => "x86_64".to_owned(),
        other => format!("{other:?}"),
    }
}

/// What must be true of any library that is shipped. `functions` is what the bindings call.
pub fn faults(facts: &Facts, functions: &BTreeSet<String>) -> Vec<String> {
    let mut faults = Vec::new();
    if functions.is_empty() {
        faults.push("the bindings call no function".to_owned());
    }
    let missing: Vec<_> = functions.difference(&facts.exports).collect();
    if let Some(first) = missing.first() {
        faults.push(format!("{} functions that the bindings call are missing, {first} first", missing.len()));
    }
    if facts.debug {
        faults.push("holds debug information".to_owned());
    }
    faults
}

/// What must be true of a library, with all its parts, for this slice.
pub fn faults_of_slice(parts: &[Facts], slice: Slice) -> Vec<String> {
    let mut faults = Vec::new();
    let wanted: Vec<_> = slice.targets().iter().map(|&(name, _)| BTreeSet::from([name.to_owned()])).collect();
    if wanted.len() != parts.len()
        || wanted.iter().any(|one| parts.iter().all(|part| part.processors != *one))
    {
        let met: Vec<_> = parts.iter().flat_map(|part| &part.processors).map(String::as_str).collect();
        faults.push(format!(
            "is for {}",
            if met.is_empty() { "no processor".to_owned() } else { met.join(", ") }
        ));
    }
    for part in parts {
        let foreign =
            part.platforms.iter().map(|&number| Platform(number)).find(|one| *one != slice.platform());
        if let Some(platform) = foreign {
            faults.push(format!("an object is for {}", slice::named(platform)));
        }
        if part.unmarked > 0 {
            faults.push(format!("{} of {} objects name no platform", part.unmarked, part.objects));
        }
        let minimum = part.minimum.map_or_else(|| "none".to_owned(), short);
        if minimum != slice::MINIMUM {
            faults.push(format!("asks for iOS {minimum}, not for {}", slice::MINIMUM));
        }
    }
    faults
}

/// Without the third number, which is as a rule 0.
pub fn short(version: Version) -> String {
    let (major, minor, update) = (version.major(), version.minor(), version.update());
    if update == 0 { format!("{major}.{minor}") } else { format!("{major}.{minor}.{update}") }
}

/// The first of these folders that the bytes name.
pub fn names<'a>(bytes: &[u8], folders: &'a [String]) -> Option<&'a String> {
    folders.iter().find(|folder| memchr::memmem::find(bytes, folder.as_bytes()).is_some())
}

#[cfg(test)]
mod tests;
