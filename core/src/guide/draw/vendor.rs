//! What a vendor's file says about its router's page and button, in sentences.

use std::time::Duration;

use super::family::sure;
use super::page::Page;
use crate::guide::screen::{Block, Level, Step};
use crate::knowledge::routers::{Vendor, VendorButton, VendorTakes};
use crate::knowledge::{Evidence, Knowledge};
use crate::net::Trouble;
use crate::router::RouterReport;

#[cfg(test)]
pub(super) mod tests;

/// How a person types the printer's PIN into this router's page, with a link to it. Where the page is not known to take
/// one, that is said first: what is known may be wrong, and a person can look. For a router of no known vendor, or a page
/// that looks different (`general`), the words that most pages share.
pub(super) fn router_page_steps(page: &mut Page<'_>, router: Option<&RouterReport>, general: bool) {
    let known = vendor(page.knowledge, router);
    let pin = &known.device_pin;
    match pin.takes {
        VendorTakes::No => {
            let args = [("sure", sure(pin.evidence).into()), ("vendor", name(page, known).into())];
            page.notice(Level::Warning, "vendor-no-pin", &args);
        }
        VendorTakes::Unknown => page.text("vendor-pin-unknown"),
        VendorTakes::Yes => {}
    }
    let other = general || pin.takes == VendorTakes::No;
    let vendor = if other { vendor(page.knowledge, None) } else { known };
    let pin = &vendor.device_pin;
    let mut steps = open(page, router);
    steps.push(find(page, vendor));
    steps.push(method(page, vendor));
    match &pin.field {
        Some(field) => {
            let field = words(page, vendor, field);
            steps.push(page.step_with("type", "vendor-type", &[("field", field.into())]));
        }
        None => steps.push(page.step("type", "router-page-type")),
    }
    steps.extend(then(page, vendor, pin.then.as_deref()));
    steps.push(page.step("press", "router-page-return"));
    page.steps(steps);
    limits(page, known);
    if pin.takes == VendorTakes::Yes {
        page.text("vendor-checked");
    }
}

/// It shows another certificate than before.
pub(super) fn changed(router: Option<&RouterReport>) -> bool {
    router.is_some_and(|r| r.trouble == Some(Trouble::CertificateChanged))
}

/// How push button is started at this router: the button on the box, then the one on its page.
pub(super) fn router_push_steps(page: &mut Page<'_>, router: Option<&RouterReport>) {
    let vendor = vendor(page.knowledge, router);
    let push = &vendor.push;
    if push.takes == VendorTakes::No {
        let args = [("sure", sure(push.evidence).into()), ("vendor", name(page, vendor).into())];
        return page.notice(Level::Warning, "vendor-no-push", &args);
    }
    if let Some(known) = &vendor.button {
        button(page, known);
        page.text(if push.takes == VendorTakes::Yes { "vendor-or-page" } else { "vendor-or-find" });
    }
    let mut steps = open(page, router);
    steps.push(find(page, vendor));
    match then(page, vendor, push.then.as_deref()) {
        Some(step) => steps.push(step),
        None => steps.push(page.step("press", "vendor-find-push")),
    }
    page.steps(steps);
    limits(page, vendor);
}

/// Whether WPS is on at all, and where its switch is on this router's page.
pub(super) fn wps_on(page: &Page<'_>) -> Step {
    let vendor = vendor(page.knowledge, page.road.router.as_ref());
    let Some(switch) = &vendor.switch else { return page.step("look", "check-wps-on") };
    let path: Vec<_> = switch.path.iter().map(|item| words(page, vendor, item)).collect();
    let args = [("vendor", name(page, vendor).into()), ("path", path.join(" > ").into())];
    page.step_with("look", "check-wps-on-at", &args)
}

fn vendor<'k>(knowledge: &'k Knowledge, router: Option<&RouterReport>) -> &'k Vendor {
    knowledge.routers.named(router.and_then(|r| r.vendor.as_deref()).unwrap_or("general"))
}

fn name(page: &Page<'_>, vendor: &Vendor) -> String {
    if vendor.name.is_empty() { page.t("vendor-name-unknown", &[]) } else { vendor.name.clone() }
}

/// The link and the step beside it. Nobody is led to a page that may be another device's.
fn open(page: &mut Page<'_>, router: Option<&RouterReport>) -> Vec<Step> {
    let Some(router) = router.filter(|_| !changed(router)) else {
        return vec![page.step("open", "router-page-open-unknown")];
    };
    let label = page.t("router-page-link", &[]);
    page.blocks.push(Block::Link { url: url(router), label });
    vec![page.step("open", "router-page-open")]
}

/// Only a local address can stand here, and no text from the network.
fn url(router: &RouterReport) -> String {
    let (scheme, port) = if router.encrypted { ("https", 443) } else { ("http", 80) };
    format!("{scheme}://{}/", router.at.authority(port))
}

fn find(page: &Page<'_>, vendor: &Vendor) -> Step {
    let known = &vendor.page;
    if known.path.is_empty() {
        return page.step("menu", "router-page-find");
    }
    let path: Vec<_> = known.path.iter().map(|item| words(page, vendor, item)).collect();
    page.step_with("menu", "vendor-path", &[("path", path.join(" > ").into())])
}

fn method(page: &Page<'_>, vendor: &Vendor) -> Step {
    let pin = &vendor.device_pin;
    let Some(method) = &pin.method else { return page.step("menu", "router-page-choose") };
    let method = ("method", words(page, vendor, method).into());
    match &pin.not_this {
        Some(other) => {
            let other = ("other", words(page, vendor, other).into());
            page.step_with("menu", "vendor-method-beside", &[method, other])
        }
        None => page.step_with("menu", "vendor-method", &[method]),
    }
}

fn then(page: &Page<'_>, vendor: &Vendor, label: Option<&str>) -> Option<Step> {
    let label = words(page, vendor, label?);
    Some(page.step_with("press", "vendor-then", &[("label", label.into())]))
}

fn button(page: &mut Page<'_>, known: &VendorButton) {
    let Some((first, others)) = known.labels.split_first() else { return };
    let label = ("label", first.as_str().into());
    let step = match known.seconds {
        Some(seconds) => {
            let length = page.length(Duration::from_secs(seconds.into()));
            page.step_with("hold", "vendor-button-hold", &[label, ("length", length.into())])
        }
        None => page.step_with("press", "vendor-button", &[label]),
    };
    page.steps(vec![Step { usually: known.evidence == Evidence::Recalled, ..step }]);
    for other in others {
        page.text_with("vendor-button-other", &[("label", other.as_str().into())]);
    }
}

fn limits(page: &mut Page<'_>, vendor: &Vendor) {
    for known in &vendor.limits {
        let key = format!("limit-{}", known.limit);
        if known.evidence == Evidence::Recalled {
            let limit = page.t(&key, &[]);
            page.text_with("limit-usually", &[("limit", limit.into())]);
        } else {
            page.text(&key);
        }
    }
}

fn words(page: &Page<'_>, vendor: &Vendor, english: &str) -> String {
    vendor.label(page.texts.tag(), english).to_owned()
}
