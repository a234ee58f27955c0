//! Everything that can go wrong over the boundary, in one place: what each is, and what the app does next.
//!
//! What a person gets wrong is no error here: the session answers it with a screen.

use inkjoin::knowledge::KnowledgeError as CoreKnowledgeError;
use inkjoin::session as core;

/// The texts and facts that come with the library are damaged.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, uniffi::Error)]
pub enum KnowledgeError {
    /// Built wrongly: report it with `what`. The app can do nothing; a session that runs goes on in the language it had.
    #[error("damaged: {what}")]
    Damaged {
        /// Which file or text.
        what: String,
    },
}

/// Why a session could not start.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, uniffi::Error)]
pub enum StartError {
    /// The library was built wrongly: report it with `what`. The app can do nothing.
    #[error("damaged: {what}")]
    Damaged {
        /// Which file or text.
        what: String,
    },
    /// The system gave no threads or sockets. Let the person try again.
    #[error("the system gave no resources")]
    NoResources,
}

/// The caller's mistake with a choice; nothing happened.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, uniffi::Error)]
pub enum ChooseError {
    /// This screen has no such choice. Draw the newest screen; a choice's id is never made up by the app.
    #[error("unknown choice")]
    UnknownChoice,
    /// A field that the choice needs has no text in the answers. Send all of `ScreenChoice.needs`, an empty text where
    /// nothing was typed.
    #[error("missing answer: {field}")]
    MissingAnswer {
        /// Id of the field.
        field: String,
    },
    /// The text of a field is longer than 256 characters. Let the person shorten it.
    #[error("answer too long: {field}")]
    TooLong {
        /// Id of the field.
        field: String,
    },
    /// The session is over. Start another one.
    #[error("ended")]
    Ended,
}

/// What a port of the app could not do. Throw it from a port; every other exception counts as `Failed`, and its text is not
/// looked at.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error, uniffi::Error)]
pub enum PortError {
    /// The person or the system has not allowed it. The session shows how it is allowed.
    #[error("permission missing")]
    PermissionMissing,
    /// It failed. The session goes on without it.
    #[error("failed")]
    Failed,
}

/// Why nothing could be told about a printer. Nothing was changed there.
#[derive(Clone, Debug, PartialEq, Eq, thiserror::Error, uniffi::Error)]
pub enum DescribeError {
    /// The text is no address of a home network. Nothing was asked; let the person type another one.
    #[error("not a local address")]
    NotLocal,
    /// Another device answered: a router, a printer of another make, a computer. Ask for another address.
    #[error("another device")]
    AnotherDevice,
    /// Nothing usable answered. Try again when the printer is awake and the phone is in the same network.
    #[error("no answer: {trouble:?}")]
    NoAnswer {
        /// What was met.
        trouble: crate::facts::Trouble,
    },
    /// The system gave no threads or sockets. Try again.
    #[error("the system gave no resources")]
    NoResources,
}

impl From<CoreKnowledgeError> for KnowledgeError {
    fn from(error: CoreKnowledgeError) -> Self {
        tracing::error!(%error, "knowledge");
        Self::Damaged { what: error.0 }
    }
}

impl From<core::StartError> for StartError {
    fn from(error: core::StartError) -> Self {
        tracing::error!(%error, "start");
        match error {
            core::StartError::Knowledge(CoreKnowledgeError(what)) => Self::Damaged { what },
            core::StartError::NoResources | core::StartError::Http(_) => Self::NoResources,
        }
    }
}

impl From<core::ChooseError> for ChooseError {
    fn from(error: core::ChooseError) -> Self {
        tracing::warn!(%error, "choose");
        match error {
            core::ChooseError::UnknownChoice => Self::UnknownChoice,
            core::ChooseError::MissingAnswer(field) => Self::MissingAnswer { field: field.to_owned() },
            core::ChooseError::TooLong(field) => Self::TooLong { field },
            core::ChooseError::Ended => Self::Ended,
        }
    }
}

impl From<PortError> for inkjoin::ports::PortError {
    fn from(error: PortError) -> Self {
        tracing::warn!(%error, "port");
        match error {
            PortError::PermissionMissing => Self::PermissionMissing,
            PortError::Failed => Self::Failed,
        }
    }
}

/// An exception of the app's own that is none of ours. Its text may hold anything, so it ends here.
impl From<uniffi::UnexpectedUniFFICallbackError> for PortError {
    fn from(_: uniffi::UnexpectedUniFFICallbackError) -> Self {
        Self::Failed
    }
}
