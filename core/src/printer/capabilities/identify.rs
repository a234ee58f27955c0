//! Who answers at an address.

use super::super::ipp::{self, IppPrinter, request, talk};
use super::super::ledm::{self, ProductConfig};
use super::{Budget, NotOurs, get};
use crate::identity::{Identity, Label, Mark};
use crate::net::http::Http;
use crate::net::{LocalAddr, Trouble};

/// What answered.
pub(super) enum Who {
    Ledm(ProductConfig),
    Ipp(IppPrinter),
    /// Only the `Server` header tells.
    Header(Identity),
}

pub(super) async fn identify(http: &Http, at: LocalAddr, budget: Budget) -> Result<Who, NotOurs> {
    let answer = get(http, at, ledm::PRODUCT_CONFIG, budget.left()).await.map_err(NotOurs::Trouble)?;
    let header = answer.server.as_deref().and_then(from_header);
    let broken = match answer.status {
        200 => match ledm::xml_body(&answer).and_then(ledm::product_config) {
            Ok(config) => return Ok(Who::Ledm(config)),
            Err(trouble) => Some(trouble),
        },
        400..=499 => None,
        status => Some(Trouble::Status(status)),
    };
    // An HP server that has LEDM and answers it badly is to be asked again, not to be guessed at.
    if let (Some(trouble), Some(_)) = (broken, &header) {
        return Err(NotOurs::Trouble(trouble));
    }
    match over_ipp(http, at, budget).await {
        Ok(printer) if is_hp(&printer) => return Ok(Who::Ipp(printer)),
        Ok(_) => return Err(NotOurs::AnotherDevice),
        Err(trouble @ (Trouble::TimedOut | Trouble::CertificateChanged)) if header.is_none() => {
            return Err(NotOurs::Trouble(trouble));
        }
        Err(_) => {}
    }
    match (header, broken) {
        (Some(identity), _) => Ok(Who::Header(identity)),
        // A page in place of a document is how other devices answer a path that they do not have.
        (None, None | Some(Trouble::WrongType)) => Err(NotOurs::AnotherDevice),
        (None, Some(trouble)) => Err(NotOurs::Trouble(trouble)),
    }
}

/// `HP HTTP Server; HP ENVY 4520 series - F0V69A; Serial Number: ...; Built: ...`
fn from_header(server: &str) -> Option<Identity> {
    let mut fields = server.split(';').map(str::trim);
    fields.next().filter(|f| f.eq_ignore_ascii_case("HP HTTP Server"))?;
    let device = fields.next().unwrap_or_default();
    let (model, product) =
        device.rsplit_once(" - ").map_or((device, None), |(m, p)| (m, Some(Label::new(p))));
    let serial = fields.find_map(|f| f.strip_prefix("Serial Number:")).and_then(Mark::new);
    Some(Identity { serial, model: Label::new(model), product, ..Identity::default() })
}

fn is_hp(printer: &IppPrinter) -> bool {
    let hp = |text: &str| {
        let text = text.trim().to_ascii_lowercase();
        text == "hp"
            || text.starts_with("hp ")
            || text.starts_with("hewlett-packard")
            || text.starts_with("hewlett packard")
    };
    hp(printer.identity.model.as_str()) || printer.make.as_ref().is_some_and(|m| hp(m.as_str()))
}

pub(super) async fn over_ipp(http: &Http, at: LocalAddr, budget: Budget) -> Result<IppPrinter, Trouble> {
    let mut last = Trouble::Unreachable;
    for place in talk::places(at) {
        let body = talk::ask(http, place, request::attributes, budget.share()).await;
        match body.and_then(|body| ipp::answer(&body)) {
            Ok(printer) => return Ok(printer),
            Err(trouble) => last = trouble,
        }
    }
    Err(last)
}
