//! Scenes: which devices there are, what is wrong with them, and what should come of it.

use std::path::Path;

use serde::Deserialize;

use crate::LabError;
pub use crate::device_scene::{DeviceKind, Discovery, PinAs, PrinterScene, Reach, Start, WpsPin};
use crate::fault::Fault;
use crate::phone::Phone;
pub use crate::router_scene::{RouterKind, RouterScene, Security, Wps};
use crate::scenes::SCENES;

/// A described house: a router, printers, decoys, faults, and what should come of it.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scene {
    /// The name it was asked for by; `scene` where it came as text.
    #[serde(skip)]
    pub name: String,
    /// One line that says what is special.
    pub title: String,
    /// The home router.
    pub router: RouterScene,
    /// Which networks the phone is on at first.
    #[serde(default)]
    pub phone: Phone,
    /// The devices with an embedded web server.
    #[serde(default, rename = "printer")]
    pub printers: Vec<PrinterScene>,
    /// Announced by DNS-SD to be left out of any list of printers.
    #[serde(default, rename = "decoy")]
    pub decoys: Vec<Decoy>,
    /// What goes wrong.
    #[serde(default, rename = "fault")]
    pub faults: Vec<Fault>,
    /// What should come of it, for whoever walks the scene; the lab only passes it on.
    #[serde(default)]
    pub expect: toml::Table,
}

/// Something announced that is no HP printer to set up.
#[derive(Debug, Clone, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Decoy {
    /// What it is.
    pub kind: DecoyKind,
    /// Instance name.
    pub name: String,
    /// Make and model in `ty`.
    pub model: String,
    /// Its UUID.
    pub uuid: String,
}

/// Kinds of decoys.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum DecoyKind {
    /// An HP printer that a computer shares through CUPS.
    CupsShare,
    /// Another maker's printer.
    OtherMaker,
}

impl Scene {
    /// The names of the scenes that come with the lab; the first is the default.
    pub fn names() -> Vec<&'static str> {
        SCENES.iter().map(|(name, _)| *name).collect()
    }

    /// One of [`Scene::names`], or a path that ends in `.toml`.
    ///
    /// # Errors
    /// No such scene, or [`Scene::from_file`]'s.
    pub fn named(name: &str) -> Result<Self, LabError> {
        match SCENES.iter().find(|(known, _)| *known == name) {
            Some((_, text)) => Ok(Self { name: name.into(), ..Self::from_toml(text)? }),
            None if Path::new(name).extension().is_some_and(|end| end == "toml") => Self::from_file(name),
            None => Err(LabError::UnknownScene(name.into())),
        }
    }

    /// A scene from a file; it is called as the file is.
    ///
    /// # Errors
    /// A file that can't be read, or [`Scene::from_toml`]'s.
    pub fn from_file(path: impl AsRef<Path>) -> Result<Self, LabError> {
        let path = path.as_ref();
        let text = std::fs::read_to_string(path)
            .map_err(|source| LabError::Unreadable { path: path.display().to_string(), source })?;
        let name = path.file_stem().map_or_else(String::new, |stem| stem.to_string_lossy().into_owned());
        Ok(Self { name, ..Self::from_toml(&text)? })
    }

    /// A scene from its text.
    ///
    /// # Errors
    /// No TOML, unknown keys or values, or values that can't be.
    pub fn from_toml(text: &str) -> Result<Self, LabError> {
        let scene = Self { name: "scene".into(), ..toml::from_str(text)? };
        crate::check::scene(&scene)?;
        Ok(scene)
    }
}
