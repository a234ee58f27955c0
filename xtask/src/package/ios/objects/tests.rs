#![allow(clippy::unwrap_used, clippy::indexing_slicing)]
use object::write::{MachOBuildVersion, Object as Written, StandardSection, Symbol, SymbolSection};
use object::{BinaryFormat, Endianness, SymbolFlags, SymbolKind, SymbolScope};

use super::*;

/// An object of Apple's kind that defines these functions.
fn object(of: Architecture, marks: Option<(Platform, (u16, u8))>, functions: &[&str]) -> Vec<u8> {
    let mut written = Written::new(BinaryFormat::MachO, of, Endianness::Little);
    if let Some((platform, (major, minor))) = marks {
        let mut build = MachOBuildVersion::default();
        build.platform = platform;
        build.minos = Version::new(major, minor, 0);
        written.set_macho_build_version(build);
    }
    let text = written.section_id(StandardSection::Text);
    for name in functions {
        let value = written.append_section_data(text, &[0; 4], 4);
        written.add_symbol(Symbol {
            name: name.as_bytes().to_vec(),
            value,
            size: 4,
            kind: SymbolKind::Text,
            scope: SymbolScope::Dynamic,
            weak: false,
            section: SymbolSection::Section(text),
            flags: SymbolFlags::None,
        });
    }
    written.write().unwrap()
}

/// A static library by the form that every `ar` reads.
fn library(objects: &[Vec<u8>]) -> Vec<u8> {
    let mut bytes = b"!<arch>\n".to_vec();
    for (n, object) in objects.iter().enumerate() {
        bytes.extend(
            format!("{:<16}{:<12}{:<6}{:<6}{:<8}{:<10}`\n", format!("{n}.o/"), 0, 0, 0, 644, object.len())
                .bytes(),
        );
        bytes.extend(object);
        bytes.resize(bytes.len().next_multiple_of(2), b'\n');
    }
    bytes
}

/// As `lipo` joins libraries: a head in the other order of bytes, and each part with its processor.
fn fat(parts: &[(u32, Vec<u8>)]) -> Vec<u8> {
    let mut head = [0xcafe_babe_u32, parts.len() as u32].map(u32::to_be_bytes).concat();
    let mut body = Vec::new();
    let begin = 8 + 20 * parts.len();
    for (processor, library) in parts {
        let words = [*processor, 0, (begin + body.len()) as u32, library.len() as u32, 0];
        head.extend(words.map(u32::to_be_bytes).concat());
        body.extend(library);
    }
    [head, body].concat()
}

const ARM64: u32 = 0x0100_000c;
const X86_64: u32 = 0x0100_0007;
const IOS_17: Option<(Platform, (u16, u8))> = Some((macho::PLATFORM_IOS, (17, 0)));

fn device(objects: &[Vec<u8>]) -> Vec<String> {
    faults_of_slice(&read(&library(objects)).unwrap(), Slice::Device)
}

#[test]
fn processor_platform_minimum_and_functions_are_read() {
    let one = object(Architecture::Aarch64, IOS_17, &["ffi_a", "ffi_b"]);
    let of_rust = object(Architecture::Aarch64, Some((macho::PLATFORM_IOS, (12, 0))), &["memcpy"]);
    let parts = read(&library(&[one.clone(), of_rust.clone()])).unwrap();
    let part = &parts[0];
    assert_eq!((parts.len(), part.objects, part.unmarked), (1, 2, 0));
    assert_eq!(short(part.minimum.unwrap()), "17.0", "the newest counts");
    assert_eq!(part.exports, ["ffi_a", "ffi_b", "memcpy"].map(str::to_owned).into());
    assert!(!part.debug);
    assert_eq!(device(&[one, of_rust]), [""; 0]);
}

#[test]
fn a_wrong_one_of_each_is_found() {
    let of = |processor, marks| object(processor, marks, &["ffi_a"]);
    let good = of(Architecture::Aarch64, IOS_17);
    let (sim, mac) = (macho::PLATFORM_IOSSIMULATOR, macho::PLATFORM_MACOS);
    let said = |bad: Vec<u8>| device(&[good.clone(), bad]).join("; ");
    assert_eq!(
        said(of(Architecture::Aarch64, Some((sim, (17, 0))))),
        "an object is for ios-arm64_x86_64-simulator"
    );
    assert_eq!(said(of(Architecture::Aarch64, Some((mac, (14, 0))))), "an object is for platform 1");
    assert_eq!(said(of(Architecture::Aarch64, None)), "1 of 2 objects name no platform");
    assert_eq!(
        said(of(Architecture::Aarch64, Some((macho::PLATFORM_IOS, (17, 5))))),
        "asks for iOS 17.5, not for 17.0"
    );
    assert_eq!(said(of(Architecture::X86_64, IOS_17)), "is for arm64, x86_64");
    let older = of(Architecture::Aarch64, Some((macho::PLATFORM_IOS, (10, 0))));
    assert_eq!(device(&[older]), ["asks for iOS 10.0, not for 17.0"]);
}

#[test]
fn a_fat_library_has_all_its_processors() {
    let marks = Some((macho::PLATFORM_IOSSIMULATOR, (17, 0)));
    let [arm, intel] =
        [Architecture::Aarch64, Architecture::X86_64].map(|of| library(&[object(of, marks, &["ffi_a"])]));
    let of = |bytes: &[u8], slice| faults_of_slice(&read(bytes).unwrap(), slice);
    let whole = fat(&[(ARM64, arm.clone()), (X86_64, intel.clone())]);
    assert_eq!(of(&whole, Slice::Simulator), [""; 0]);
    assert_eq!(of(&arm, Slice::Simulator), ["is for arm64"]);
    assert_eq!(of(&fat(&[(ARM64, arm.clone())]), Slice::Simulator), ["is for arm64"]);
    assert_eq!(of(&whole, Slice::Catalyst).len(), 2, "each part is for another platform");
    assert!(read(&fat(&[(ARM64, intel)])).is_err(), "a part is for another processor than the head says");
    for length in 0..whole.len() - 1 {
        assert!(read(&whole[..length]).is_err(), "{length} bytes");
    }
}

#[test]
fn what_is_no_library_of_objects_is_refused() {
    let one = object(Architecture::Aarch64, IOS_17, &["ffi_a"]);
    assert!(read(&one).is_err(), "an object by itself");
    assert!(read(&library(&[one, b"no object".to_vec()])).unwrap_err().to_string().starts_with("1.o"));
    assert!(read(b"").is_err() && read(&library(&[])).is_err());
}

#[test]
fn no_bytes_make_it_panic() {
    let whole = fat(&[(ARM64, library(&[object(Architecture::Aarch64, IOS_17, &["ffi_a"])]))]);
    for at in 0..whole.len() {
        for value in [0, 1, 0x7f, 0x80, 0xff] {
            let mut bytes = whole.clone();
            bytes[at] = value;
            let _ = read(&bytes);
        }
    }
}

#[test]
fn missing_functions_and_debug_information_are_named() {
    let wanted: BTreeSet<String> = ["ffi_a", "ffi_b"].map(str::to_owned).into();
    let mut written = Written::new(BinaryFormat::MachO, Architecture::Aarch64, Endianness::Little);
    let debug =
        written.add_section(b"__DWARF".to_vec(), b"__debug_line".to_vec(), object::SectionKind::Debug);
    written.append_section_data(debug, &[1; 4], 1);
    let whole = read(&library(&[object(Architecture::Aarch64, IOS_17, &["ffi_a", "ffi_b"])])).unwrap();
    let bare = read(&library(&[object(Architecture::Aarch64, IOS_17, &["ffi_a"]), written.write().unwrap()]))
        .unwrap();
    assert_eq!(faults(&whole[0], &wanted), [""; 0]);
    let said = faults(&bare[0], &wanted).join("; ");
    assert_eq!(said, "1 functions that the bindings call are missing, ffi_b first; holds debug information");
    assert_eq!(
        faults(&whole[0], &BTreeSet::new()).len(),
        1,
        "none wanted is a header that was not understood"
    );
}

#[test]
fn a_folder_of_this_machine_is_found() {
    let folders = ["/home/a".to_owned(), "/srv/b".to_owned()];
    assert_eq!(names(b"x\0/srv/b/c.rs\0", &folders), Some(&folders[1]));
    assert_eq!(names(b"cargo/registry/c.rs", &folders), None);
}
