//! Printers of the tests: paths and what they answer.

use std::collections::HashMap;

use crate::net::LocalAddr;
use crate::net::fake::{Fake, Request, answer};

pub(super) const HP: &str = "HP HTTP Server; HP LaserJet Professional M1217nfw MFP - CE844A; Serial Number: EXAMPLE0001; Built: Thu Jan 1, 2015 {X}";

/// What a path answers.
#[derive(Clone)]
pub(super) enum Page {
    Xml(String),
    Json(String),
    Html(String),
    Ipp(Vec<u8>),
    Status(u16),
    Silent,
}

pub(super) struct Printer {
    fake: Fake,
    pub at: LocalAddr,
}

impl Printer {
    pub async fn serve(server: &'static str, pages: impl IntoIterator<Item = (&'static str, Page)>) -> Self {
        let pages: HashMap<&str, Page> = pages.into_iter().collect();
        Self::answering(server, move |request| {
            let path = request.line().split(' ').nth(1).unwrap_or_default().to_owned();
            pages.get(path.as_str()).cloned().unwrap_or(Page::Status(404))
        })
        .await
    }

    pub async fn answering(server: &'static str, page: impl Fn(&Request) -> Page + Send + 'static) -> Self {
        let fake = Fake::serve(move |request| page(request).bytes(server)).await;
        Self { at: fake.at, fake }
    }

    pub fn asked(&self) -> Vec<String> {
        self.fake.lines()
    }

    pub fn requests(&self) -> Vec<Request> {
        self.fake.asked()
    }
}

impl Page {
    fn bytes(self, server: &str) -> Option<Vec<u8>> {
        let (status, kind, body) = match self {
            Self::Xml(body) => (200, "text/xml", body.into_bytes()),
            Self::Json(body) => (200, "application/json", body.into_bytes()),
            Self::Html(body) => (200, "text/html", body.into_bytes()),
            Self::Ipp(body) => (200, "application/ipp", body),
            Self::Status(status) => (status, "text/html", Vec::new()),
            Self::Silent => return None,
        };
        Some(answer(status, &format!("Server: {server}\r\nContent-Type: {kind}\r\n"), &body))
    }
}
