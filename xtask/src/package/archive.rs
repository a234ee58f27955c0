//! Zip files that come out the same, byte for byte, whenever and wherever they are made.

use std::fs::File;
use std::io::{Cursor, Seek, Write};
use std::path::Path;

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipArchive, ZipWriter};

use crate::Fault;

/// A file's path in the archive, and its content.
pub type Entry = (String, Vec<u8>);

/// A file's path in the archive, its size and its size there.
pub type Row = (String, u64, u64);

/// Writes the archive and reads back what is in it.
///
/// # Errors
/// A file that can't be written, or two entries of one name.
pub fn write(path: &Path, entries: &[Entry]) -> Result<Vec<Row>, Fault> {
    fill(File::create(path)?, entries)?;
    list(File::open(path)?)
}

/// The same in memory: a jar within an AAR.
///
/// # Errors
/// Two entries of one name.
pub fn bytes(entries: &[Entry]) -> Result<Vec<u8>, Fault> {
    Ok(fill(Cursor::new(Vec::new()), entries)?.into_inner())
}

/// Sorted, with neither the time nor whose files they were.
fn fill<W: Write + Seek>(to: W, entries: &[Entry]) -> Result<W, Fault> {
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default())
        .unix_permissions(0o644);
    let mut sorted: Vec<&Entry> = entries.iter().collect();
    sorted.sort();
    let mut zip = ZipWriter::new(to);
    for (name, content) in sorted {
        zip.start_file(name, options)?;
        zip.write_all(content)?;
    }
    Ok(zip.finish()?)
}

fn list(from: File) -> Result<Vec<Row>, Fault> {
    let mut zip = ZipArchive::new(from)?;
    let mut rows = Vec::new();
    for n in 0..zip.len() {
        let file = zip.by_index(n)?;
        rows.push((file.name()?.into_owned(), file.size(), file.compressed_size()));
    }
    Ok(rows)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    #[test]
    fn the_order_of_what_goes_in_does_not_show() {
        let (a, b) = (("a".to_owned(), vec![1; 500]), ("b/c".to_owned(), vec![2]));
        let one = bytes(&[a.clone(), b.clone()]).unwrap();
        assert_eq!(one, bytes(&[b.clone(), a.clone()]).unwrap());
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("x.zip");
        let rows = write(&path, &[b.clone(), a.clone()]).unwrap();
        let sizes: Vec<_> = rows.iter().map(|(name, size, _)| (name.as_str(), *size)).collect();
        assert_eq!(sizes, [("a", 500), ("b/c", 1)]);
        assert_eq!(std::fs::read(&path).unwrap(), one);
        assert!(bytes(&[a.clone(), a]).is_err());
    }
}
