//! The file that a session is kept in.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::{Path, PathBuf};

use inkjoin::setup::saved::{MAX_BYTES, RestoreError, Saved};

/// Why the file cannot be taken up. A copy is kept, and a new session starts.
#[derive(Debug, thiserror::Error)]
pub enum Unusable {
    /// Written by another version.
    #[error("the saved session was saved by another version")]
    AnotherVersion,
    /// Not a saved session.
    #[error("the saved session is damaged")]
    Damaged,
}

impl Unusable {
    /// For programs.
    pub fn name(&self) -> &'static str {
        match self {
            Unusable::AnotherVersion => "another_version",
            Unusable::Damaged => "damaged",
        }
    }
}

/// Looks at the file before the session does, which would write over what it cannot read.
///
/// # Errors
/// It cannot be read, or its copy cannot be written: then nothing may be started that writes over it.
pub fn look(path: &Path) -> io::Result<Option<Unusable>> {
    // Found out before anything starts: a session that only seems to be kept is worse than none.
    let folder = path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."));
    if !fs::metadata(folder)?.is_dir() {
        return Err(io::ErrorKind::NotADirectory.into());
    }
    let mut bytes = Vec::new();
    match File::open(path) {
        Ok(file) => file.take(MAX_BYTES as u64 + 1).read_to_end(&mut bytes)?,
        Err(fault) if fault.kind() == io::ErrorKind::NotFound => return Ok(None),
        Err(fault) => return Err(fault),
    };
    let unusable = match Saved::parse(&bytes) {
        Ok(_) => return Ok(None),
        Err(RestoreError::Version(_)) => Unusable::AnotherVersion,
        Err(RestoreError::Damaged) => Unusable::Damaged,
    };
    fs::copy(path, old(path))?;
    Ok(Some(unusable))
}

/// Where the copy lies: `FILE.old`.
pub fn old(path: &Path) -> PathBuf {
    let mut name = path.as_os_str().to_owned();
    name.push(".old");
    name.into()
}

#[cfg(test)]
#[allow(clippy::unwrap_used)]
mod tests {
    use super::*;

    #[test]
    fn what_cannot_be_taken_up_is_kept_beside_it() {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("state.json");
        assert!(look(&path).unwrap().is_none() && !old(&path).exists());
        for (text, name) in [("{\"schema\":99}", "another_version"), ("\u{0}", "damaged"), ("", "damaged")] {
            fs::write(&path, text).unwrap();
            assert_eq!(look(&path).unwrap().unwrap().name(), name);
            assert_eq!(fs::read_to_string(old(&path)).unwrap(), text);
        }
        assert!(look(folder.path()).is_err(), "a folder is no file");
    }
}
