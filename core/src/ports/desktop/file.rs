//! The saved session of a desktop, and what it keeps beside it.

use std::fs::{self, File, OpenOptions};
use std::io::{self, Write};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU32, Ordering};

use super::bounded;
use crate::ports::{Store, Vault};

/// Largest saved session and largest secret, in bytes.
pub(super) const MAX_SAVED: usize = 64 << 10;

/// A file that only this user can read. It is replaced as a whole: a reader sees the old session or the new one.
#[derive(Clone, Debug)]
pub struct FileStore {
    path: PathBuf,
}

impl FileStore {
    /// The folder must exist.
    pub fn new(path: impl Into<PathBuf>) -> Self {
        Self { path: path.into() }
    }

    fn folder(&self) -> &Path {
        self.path.parent().filter(|p| !p.as_os_str().is_empty()).unwrap_or(Path::new("."))
    }
}

impl Store for FileStore {
    fn save(&self, session: &[u8]) -> io::Result<()> {
        static COUNT: AtomicU32 = AtomicU32::new(0);
        if session.len() > MAX_SAVED {
            return Err(io::ErrorKind::FileTooLarge.into());
        }
        let mut name = self.path.file_name().ok_or(io::ErrorKind::InvalidInput)?.to_owned();
        name.push(format!(".{}-{}.new", std::process::id(), COUNT.fetch_add(1, Ordering::Relaxed)));
        let new = self.folder().join(name);
        let written = write_new(&new, session).and_then(|()| fs::rename(&new, &self.path));
        if written.is_err() {
            // What is left over is of no use, and the first error is the one to tell.
            let _ = fs::remove_file(&new);
        }
        written?;
        sync_folder(self.folder())
    }

    fn load(&self) -> io::Result<Option<Vec<u8>>> {
        match bounded(&self.path, MAX_SAVED + 1) {
            Ok(bytes) if bytes.len() > MAX_SAVED => Err(io::ErrorKind::FileTooLarge.into()),
            Ok(bytes) => Ok(Some(bytes)),
            Err(e) if e.kind() == io::ErrorKind::NotFound => Ok(None),
            Err(e) => Err(e),
        }
    }

    fn clear(&self) -> io::Result<()> {
        match fs::remove_file(&self.path) {
            Err(e) if e.kind() != io::ErrorKind::NotFound => Err(e),
            _ => Ok(()),
        }
    }
}

/// Files beside the saved session: what is kept as `pins` of the session in `state.json` lies in `state.json.pins`. Each is
/// like a [`FileStore`]'s; a desktop's home has no key store that is always there.
#[derive(Clone, Debug)]
pub struct FileVault {
    beside: PathBuf,
}

impl FileVault {
    /// Beside this file, whose folder must exist.
    pub fn new(beside: impl Into<PathBuf>) -> Self {
        Self { beside: beside.into() }
    }

    fn file(&self, name: &str) -> io::Result<FileStore> {
        let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-';
        if !(1..=32).contains(&name.len()) || !name.chars().all(plain) {
            return Err(io::ErrorKind::InvalidInput.into());
        }
        let mut path = self.beside.as_os_str().to_owned();
        path.push(format!(".{name}"));
        Ok(FileStore::new(path))
    }
}

impl Vault for FileVault {
    fn save(&self, name: &str, secret: &[u8]) -> io::Result<()> {
        self.file(name)?.save(secret)
    }

    fn load(&self, name: &str) -> io::Result<Option<Vec<u8>>> {
        self.file(name)?.load()
    }

    fn remove(&self, name: &str) -> io::Result<()> {
        self.file(name)?.clear()
    }
}

fn write_new(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut options = OpenOptions::new();
    options.write(true).create_new(true);
    #[cfg(unix)]
    std::os::unix::fs::OpenOptionsExt::mode(&mut options, 0o600);
    let mut file = options.open(path)?;
    file.write_all(bytes)?;
    file.sync_all()
}

/// The new name must outlive a power cut, too.
fn sync_folder(folder: &Path) -> io::Result<()> {
    if cfg!(unix) { File::open(folder)?.sync_all() } else { Ok(()) }
}
