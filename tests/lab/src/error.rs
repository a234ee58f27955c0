//! What can keep a lab from starting.

use std::net::SocketAddr;

/// Why a lab didn't start, or a scene isn't one.
#[derive(Debug, thiserror::Error)]
#[non_exhaustive]
pub enum LabError {
    /// Neither the name of a scene nor a file that ends in `.toml`.
    #[error("there is no scene {0:?}; `inkjoin-lab scenes` lists them")]
    UnknownScene(String),
    /// The scene's file can't be read.
    #[error("the scene {path} can't be read: {source}")]
    Unreadable {
        /// The path as it was given.
        path: String,
        /// What the system says.
        source: std::io::Error,
    },
    /// No TOML, or a key or value that no scene has.
    #[error("the scene is not valid: {0}")]
    Syntax(#[from] toml::de::Error),
    /// Valid TOML that describes something that can't be.
    #[error("the scene is not valid: {0}")]
    Scene(String),
    /// An address that can't be listened on.
    #[error("can't listen on {address}: {source}")]
    Listen {
        /// The address.
        address: SocketAddr,
        /// What the system says.
        source: std::io::Error,
    },
    /// The self-signed certificate can't be made.
    #[error("no certificate: {0}")]
    Certificate(String),
    /// DNS-SD can't be announced on loopback.
    #[error("can't announce on loopback: {0}")]
    Announce(#[from] mdns_sd::Error),
}
