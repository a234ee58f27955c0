#![allow(clippy::unwrap_used, clippy::indexing_slicing)]
use super::*;

/// Where the fields of an ELF header for 64 bits stand that these tests break.
const PHOFF: usize = 32;
const SHOFF: usize = 40;
const PHNUM: usize = 56;
const SHNUM: usize = 60;
const HEADER: usize = 64;
/// Of the first program header.
const ALIGN: usize = HEADER + 48;

/// A library of one segment and no section, loaded at `page`.
fn library(page: u64) -> Vec<u8> {
    let mut bytes = vec![0x7f, b'E', b'L', b'F', 2, 1, 1, 0];
    bytes.resize(16, 0);
    for half in [3_u16, 183] {
        bytes.extend(half.to_le_bytes());
    }
    bytes.extend(1_u32.to_le_bytes());
    for word in [0_u64, HEADER as u64, 0] {
        bytes.extend(word.to_le_bytes());
    }
    bytes.extend(0_u32.to_le_bytes());
    for half in [HEADER as u16, 56, 1, 64, 0, 0] {
        bytes.extend(half.to_le_bytes());
    }
    bytes.extend([1_u32.to_le_bytes(), 5_u32.to_le_bytes()].concat());
    for word in [0, 0, 0, (HEADER + 56) as u64, (HEADER + 56) as u64, page] {
        bytes.extend(word.to_le_bytes());
    }
    bytes
}

#[test]
fn machine_and_page_are_read() {
    let facts = read(&library(0x4000)).unwrap();
    assert_eq!((facts.machine.as_str(), facts.page), ("aarch64", 0x4000));
    assert!(faults_of_abi(&facts, Abi::Arm64).is_empty());
    assert_eq!(faults_of_abi(&facts, Abi::X86_64).len(), 1);
    assert_eq!(faults_of_abi(&read(&library(0x1000)).unwrap(), Abi::Arm64).len(), 1);
    let mut shifted = library(0x4000);
    shifted[HEADER + 16] = 8;
    assert_eq!(read(&shifted).unwrap().page, 1, "the address and the place in the file do not agree");
}

#[test]
fn every_truncated_library_is_refused() {
    let whole = library(0x4000);
    for length in 0..whole.len() {
        assert!(read(&whole[..length]).is_err(), "{length} bytes");
    }
}

#[test]
fn huge_counts_and_offsets_are_refused() {
    for (at, count) in [(PHNUM, 2), (SHNUM, 2), (PHOFF, 8), (SHOFF, 8)] {
        let mut bytes = library(0x4000);
        bytes[at..at + count].fill(0xff);
        if at == SHNUM {
            bytes[SHOFF] = 1;
        }
        // A table that begins at no place is no table; all else must be an error.
        let read = read(&bytes);
        assert!(read.is_err() || at == SHNUM && read.unwrap().exports.is_empty(), "at {at}");
    }
    let mut bytes = library(0x4000);
    bytes[ALIGN - 16..ALIGN - 8].fill(0xff);
    assert!(read(&bytes).is_err(), "a size beyond all files");
}

#[test]
fn no_bytes_make_it_panic() {
    let whole = library(0x4000);
    for at in 0..whole.len() {
        for value in [0, 1, 0x7f, 0x80, 0xff] {
            let mut bytes = whole.clone();
            bytes[at] = value;
            let _ = read(&bytes);
        }
    }
}

/// This test's own program is a real ELF file with symbols, sections and a build id or none.
#[test]
#[cfg(target_os = "linux")]
fn a_real_file_is_read() {
    let own = std::fs::read(std::env::current_exe().unwrap()).unwrap();
    let facts = read(&own).unwrap();
    assert!(facts.debug && facts.page >= 0x1000);
    assert!(read(&own[..own.len() / 2]).is_err());
}

#[test]
fn what_is_not_fit_to_ship_is_named() {
    let names = |of: &[&str]| -> BTreeSet<String> { of.iter().map(|&name| name.to_owned()).collect() };
    let facts = |exports: &[&str], debug, id: Option<&str>| Facts {
        exports: names(exports),
        debug,
        build_id: id.map(str::to_owned),
        ..Facts::default()
    };
    let kept = facts(&[], true, Some("1"));
    let said = |shipped: &Facts, kept: &Facts| faults(shipped, kept, &names(&["ffi_a", "ffi_b"])).join("; ");
    assert_eq!(said(&facts(&["ffi_a", "ffi_b"], false, Some("1")), &kept), "");
    assert!(said(&facts(&["ffi_a"], false, Some("1")), &kept).contains("ffi_b"));
    assert!(said(&facts(&["ffi_a", "ffi_b"], true, Some("1")), &kept).contains("debug"));
    assert!(said(&facts(&["ffi_a", "ffi_b"], false, None), &kept).contains("no build id"));
    assert!(said(&facts(&["ffi_a", "ffi_b"], false, Some("2")), &kept).contains("another build"));
    assert!(
        said(&facts(&["ffi_a", "ffi_b"], false, Some("1")), &facts(&[], false, Some("1"))).contains("none")
    );
    assert_eq!(faults(&kept, &kept, &names(&[])).len(), 2);
}
