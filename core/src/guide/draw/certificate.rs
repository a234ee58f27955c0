//! The router shows another certificate than before.

use super::page::Page;
use crate::guide::screen::{Block, Detail, Level};
use crate::net::tls::Changed;
use crate::setup::state::Then;

pub(super) fn changed(page: &mut Page<'_>, certificate: &Changed, then: Option<Then>) {
    page.title("certificate-changed-title");
    let address = certificate.at.get().ip().to_string();
    page.text_with("certificate-changed-what", &[("address", address.into())]);
    page.text("certificate-changed-usual");
    page.notice(Level::Warning, "certificate-changed-other", &[]);
    page.text(match then {
        None => "certificate-changed-next",
        Some(Then::Undo) => "certificate-changed-next-close",
        Some(_) => "certificate-changed-next-sign-in",
    });
    let detail = |key: &str, print: String| Detail { name: page.t(key, &[]), value: print };
    let details = vec![
        detail("certificate-known", certificate.known.short()),
        detail("certificate-shown", certificate.shown.short()),
    ];
    page.blocks.push(Block::Details { details });
}
