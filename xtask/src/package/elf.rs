//! What a phone's loader will make of a library, by its ELF headers.

use std::collections::BTreeSet;

use object::elf::{EM_386, EM_AARCH64, EM_ARM, EM_X86_64, ET_DYN, Machine, PT_LOAD};
use object::read::NameOrOrdinal;
use object::read::elf::{ElfFile, ElfFile32, ElfFile64, FileHeader, ProgramHeader};
use object::{Object, ObjectSection};

use super::abi::Abi;
use crate::Fault;

#[derive(Debug, Default)]
pub struct Facts {
    pub machine: String,
    /// The smallest alignment among the segments that are loaded.
    pub page: u64,
    pub exports: BTreeSet<String>,
    /// Whether debug information or the full table of symbols is in it.
    pub debug: bool,
    pub build_id: Option<String>,
}

/// Reads a library.
///
/// # Errors
/// Bytes that are no whole ELF library.
pub fn read(bytes: &[u8]) -> Result<Facts, Fault> {
    match object::FileKind::parse(bytes)? {
        object::FileKind::Elf32 => facts(&ElfFile32::<object::Endianness>::parse(bytes)?, bytes),
        object::FileKind::Elf64 => facts(&ElfFile64::<object::Endianness>::parse(bytes)?, bytes),
        other => Err(format!("{other:?} instead of an ELF library").into()),
    }
}

fn facts<Elf>(file: &ElfFile<'_, Elf>, bytes: &[u8]) -> Result<Facts, Fault>
where
    Elf: FileHeader<Endian = object::Endianness>,
{
    let (header, endian) = (file.elf_header(), file.endian());
    if header.e_type(endian) != ET_DYN {
        return Err("not a shared library".into());
    }
    let mut page = u64::MAX;
    for segment in file.elf_program_headers().iter().filter(|one| one.p_type(endian) == PT_LOAD) {
        let (offset, align): (u64, u64) = (segment.p_offset(endian).into(), segment.p_align(endian).into());
        let (size, address): (u64, u64) = (segment.p_filesz(endian).into(), segment.p_vaddr(endian).into());
        if offset.checked_add(size).is_none_or(|end| end > bytes.len() as u64) {
            return Err("a segment lies outside of the file".into());
        }
        // A loader maps whole pages: address and place in the file must agree within one.
        let agree = align.is_power_of_two() && address.wrapping_sub(offset).is_multiple_of(align);
        page = page.min(if agree { align } else { 1 });
    }
    if page == u64::MAX {
        return Err("nothing in it is loaded".into());
    }
    let mut exports = BTreeSet::new();
    for export in file.exports()? {
        if let NameOrOrdinal::Name(name) = export?.name() {
            exports.insert(String::from_utf8_lossy(name).into_owned());
        }
    }
    let debug = file
        .sections()
        .any(|one| one.name().is_ok_and(|name| name.starts_with(".debug_") || name == ".symtab"));
    let build_id = file.build_id()?.map(|id| id.iter().map(|byte| format!("{byte:02x}")).collect());
    Ok(Facts { machine: machine(header.e_machine(endian)), page, exports, debug, build_id })
}

fn machine(number: Machine) -> String {
    match number {
        EM_AARCH64 => "aarch64".to_owned(),
        EM_ARM => "arm".to_owned(),
        EM_386 => "i386".to_owned(),
        EM_X86_64 => "x86-64".to_owned(),
        other => format!("{other:?}"),
    }
}

/// What must be true of any shipped library. `kept` is the file with its symbols; `functions` is what the bindings call.
pub fn faults(shipped: &Facts, kept: &Facts, functions: &BTreeSet<String>) -> Vec<String> {
    let mut faults = Vec::new();
    if functions.is_empty() {
        faults.push("the bindings call no function".to_owned());
    }
    let missing: Vec<_> = functions.difference(&shipped.exports).collect();
    if let Some(first) = missing.first() {
        faults.push(format!("{} functions that the bindings call are missing, {first} first", missing.len()));
    }
    if shipped.debug {
        faults.push("holds debug information".to_owned());
    }
    if !kept.debug {
        faults.push("the file that is kept for its symbols has none".to_owned());
    }
    if shipped.build_id.is_none() {
        faults.push("has no build id".to_owned());
    } else if shipped.build_id != kept.build_id {
        faults.push("the symbols are of another build".to_owned());
    }
    faults
}

/// What must be true of a library for this ABI.
pub fn faults_of_abi(shipped: &Facts, abi: Abi) -> Vec<String> {
    let mut faults = Vec::new();
    if shipped.machine != abi.machine() {
        faults.push(format!("is for {}, not for {}", shipped.machine, abi.machine()));
    }
    if shipped.page < abi.page() {
        faults.push(format!("is aligned to {} bytes, not to {}", shipped.page, abi.page()));
    }
    faults
}

#[cfg(test)]
mod tests;
