//! Whoever answers at a link.

use std::sync::Arc;

use crate::http::{Answer, LinkName, Request};
use crate::printer::Printer;
use crate::router::Router;

/// A device of the lab.
#[derive(Clone)]
pub enum Device {
    /// A virtual printer, or another device with a web page.
    Printer(Arc<Printer>),
    /// The home router.
    Router(Arc<Router>),
    /// Where nobody should come; whoever comes is counted.
    Trap,
}

impl Device {
    /// What its classes of requests begin with.
    pub fn word(&self) -> &'static str {
        match self {
            Self::Printer(_) => "printer",
            Self::Router(_) => "router",
            Self::Trap => "trap",
        }
    }

    /// The class of a request, one of [`crate::CLASSES`] or `trap`.
    pub fn class(&self, request: &Request) -> &'static str {
        match self {
            Self::Printer(_) => crate::printer::class(request.path()),
            Self::Router(_) => crate::router::class(request),
            Self::Trap => "trap",
        }
    }

    /// Does what the request asks for.
    pub async fn answer(&self, request: Request, link: LinkName) -> Answer {
        match self {
            Self::Printer(printer) => printer.answer(request, link).await,
            Self::Router(router) => router.answer(request).await,
            Self::Trap => Answer::ok("text/html", "<html><body>Nothing to see.</body></html>\n"),
        }
    }

    /// Its `Server` header.
    pub fn server(&self) -> Option<String> {
        match self {
            Self::Printer(printer) => Some(printer.server()),
            Self::Router(router) => router.server(),
            Self::Trap => None,
        }
    }

    /// One of its links is at another port now.
    pub fn moved(&self) {
        if let Self::Printer(printer) = self {
            printer.changed();
        }
    }
}
