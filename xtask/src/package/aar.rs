//! What is in the AAR, by the format that Android's own plugin writes.

use std::fs;
use std::path::{Path, PathBuf};

use toml::Table;

use super::archive::{self, Entry};
use super::libraries::Library;
use super::manifest;
use crate::{Fault, repo};

/// The modules that are packed; `ui` and `app` show how an app may look and are not for others.
const MODULES: [&str; 2] = ["sdk", "ports"];

/// `usesPermissionFlags` of the manifest came with API 31: an app that compiles with less can't merge it.
const METADATA: &str = "aarFormatVersion=1.0\naarMetadataVersion=1.0\nminCompileSdk=31\nminCompileSdkExtension=0\n\
    minAndroidGradlePluginVersion=1.0.0\ncoreLibraryDesugaringEnabled=false\n";

/// All files of the AAR.
///
/// # Errors
/// A file that can't be read, or nothing compiled yet.
pub fn entries(libraries: &[Library], catalog: &Table) -> Result<Vec<Entry>, Fault> {
    let android = repo::root().join("android");
    let modules = MODULES.map(|module| android.join(module));
    if let Some(module) = modules.iter().find(|module| module.join("src/main/res").exists()) {
        return Err(format!("{} has resources, which are not packed", module.display()).into());
    }
    let manifests = read_all(&modules, "src/main/AndroidManifest.xml")?;
    let rules = read_all(&modules, "consumer-rules.pro")?;
    let jar = archive::bytes(&classes()?)?;
    assembled(manifest::merged(&manifests, catalog)?, rules.join("\n"), jar, libraries)
}

fn assembled(
    manifest: String,
    rules: String,
    classes: Vec<u8>,
    libraries: &[Library],
) -> Result<Vec<Entry>, Fault> {
    let mut entries = vec![
        text("AndroidManifest.xml", manifest),
        text("META-INF/com/android/build/gradle/aar-metadata.properties", METADATA.to_owned()),
        text("R.txt", String::new()),
        text("proguard.txt", rules),
        ("classes.jar".to_owned(), classes),
    ];
    for Library { abi, shipped, .. } in libraries {
        let file = shipped.file_name().unwrap_or_default().to_string_lossy();
        entries.push((format!("jni/{}/{file}", abi.name()), fs::read(shipped)?));
    }
    Ok(entries)
}

fn text(path: &str, content: String) -> Entry {
    (path.to_owned(), content.into_bytes())
}

/// That file of each module which has one.
fn read_all(modules: &[PathBuf], file: &str) -> Result<Vec<String>, Fault> {
    let there = modules.iter().map(|module| module.join(file)).filter(|path| path.exists());
    Ok(there.map(fs::read_to_string).collect::<Result<_, _>>()?)
}

/// The classes as the host's build left them; before it has run, those of the bindings' tests, which hold the SDK alone.
fn classes() -> Result<Vec<Entry>, Fault> {
    let target = repo::root().join("target");
    let host = MODULES.map(|module| target.join("android/build").join(module).join("classes"));
    let folders: Vec<PathBuf> = if host.iter().all(|folder| folder.is_dir()) {
        host.into()
    } else {
        vec![target.join("kotlin/classes")]
    };
    let mut entries = Vec::new();
    for folder in &folders {
        eprintln!("classes of {}", folder.display());
        // The Android plugin writes R and BuildConfig of its own.
        let packed = |path: &str| path.ends_with(".class") || path.ends_with(".kotlin_module");
        entries.extend(below(folder, packed)?);
    }
    let whole = ["inkjoin/ffi/Session.class", "inkjoin/ScreensKt.class"];
    match whole.iter().find(|name| entries.iter().all(|(path, _)| path != *name)) {
        Some(missing) => Err(format!(
            "{missing} is not compiled: `mvn -f android/host compile`, or `mvn -f tests/bindings/kotlin compile`"
        )
        .into()),
        None => Ok(entries),
    }
}

/// What an IDE shows of the package.
///
/// # Errors
/// A file that can't be read.
pub fn sources() -> Result<Vec<Entry>, Fault> {
    let mut entries = below(&repo::root().join("target/bindings/kotlin"), |path| path.ends_with(".kt"))?;
    for module in MODULES {
        let folder = repo::root().join("android").join(module).join("src/main/kotlin");
        if folder.is_dir() {
            entries.extend(below(&folder, |path| path.ends_with(".kt"))?);
        }
    }
    Ok(entries)
}

/// Files of a folder by their paths from it.
fn below(folder: &Path, wanted: impl Fn(&str) -> bool) -> Result<Vec<Entry>, Fault> {
    if !folder.is_dir() {
        return Err(format!("{} is not there", folder.display()).into());
    }
    let mut entries = Vec::new();
    for path in repo::files(folder)? {
        let parts: Vec<_> = path.strip_prefix(folder)?.iter().map(|part| part.to_string_lossy()).collect();
        let name = parts.join("/");
        if wanted(&name) {
            entries.push((name, fs::read(&path)?));
        }
    }
    Ok(entries)
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::super::abi::Abi;
    use super::*;

    #[test]
    fn a_folder_is_packed_with_paths_of_its_own() {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir_all(folder.path().join("a/b")).unwrap();
        for file in ["a/b/C.class", "a/notes.txt"] {
            fs::write(folder.path().join(file), file).unwrap();
        }
        let packed = below(folder.path(), |path| path.ends_with(".class")).unwrap();
        assert_eq!(packed, [("a/b/C.class".to_owned(), b"a/b/C.class".to_vec())]);
        assert!(below(&folder.path().join("none"), |_| true).is_err());
    }

    #[test]
    fn the_aar_holds_what_android_looks_for() {
        let folder = tempfile::tempdir().unwrap();
        let so = folder.path().join("libinkjoin_ffi.so");
        fs::write(&so, "library").unwrap();
        let libraries = Abi::ALL.map(|abi| Library { abi, shipped: so.clone(), symbols: so.clone() });
        let mut entries = assembled("<manifest/>".into(), "-keep".into(), vec![1], &libraries).unwrap();
        entries.sort();
        let names: Vec<_> = entries.iter().map(|(name, _)| name.as_str()).collect();
        let wanted = [
            "AndroidManifest.xml",
            "META-INF/com/android/build/gradle/aar-metadata.properties",
            "R.txt",
            "classes.jar",
            "jni/arm64-v8a/libinkjoin_ffi.so",
            "jni/armeabi-v7a/libinkjoin_ffi.so",
            "jni/x86/libinkjoin_ffi.so",
            "jni/x86_64/libinkjoin_ffi.so",
            "proguard.txt",
        ];
        assert_eq!(names, wanted);
        fs::remove_file(&so).unwrap();
        assert!(assembled(String::new(), String::new(), vec![], &libraries).is_err());
    }
}
