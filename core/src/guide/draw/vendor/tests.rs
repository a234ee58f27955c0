//! Everything that a vendor's file can say.
#![allow(clippy::unwrap_used)]

use super::*;
use crate::guide::draw::Guide;
use crate::guide::draw::secrets::Secrets;
use crate::net::LocalAddr;
use crate::router::{RouterKind, Takes};
use crate::time::Moment;

fn knowledge() -> &'static Knowledge {
    Knowledge::embedded().unwrap()
}

fn report(vendor: &str) -> RouterReport {
    RouterReport {
        at: LocalAddr::parse("192.168.1.1:80").unwrap(),
        kind: RouterKind::Unknown,
        encrypted: false,
        device_pin: Takes::Unknown,
        push_button: Takes::Unknown,
        trouble: None,
        vendor: Some(vendor.to_owned()),
    }
}

fn drawn(guide: &Guide, knowledge: &Knowledge, draw: impl FnOnce(&mut Page<'_>)) -> Vec<Block> {
    let mut secrets = Secrets::default();
    let family = knowledge.families.named("general");
    let mut page = Page::new(&guide.texts, knowledge, family, "HP X".to_owned(), &mut secrets, Moment(0));
    draw(&mut page);
    page.blocks
}

fn lines(blocks: &[Block]) -> String {
    let mut out = String::new();
    for block in blocks {
        match block {
            Block::Text { text } => out += &format!("{text}\n"),
            Block::Notice { level, text } => out += &format!("{level:?}! {text}\n"),
            Block::Link { url, label } => out += &format!("-> {label} {url}\n"),
            Block::Steps { steps } => {
                for step in steps {
                    let usually = if step.usually { " usually" } else { "" };
                    out += &format!("  ({}{usually}) {}\n", step.icon, step.text);
                }
            }
            other => out += &format!("{other:?}\n"),
        }
    }
    out
}

/// Every vendor, and what none says yet, so that every text is used.
pub fn draw_all(guide: &Guide) -> String {
    let mut out = String::new();
    let mut both = |knowledge: &Knowledge, name: &str, router: Option<&RouterReport>| {
        let pin = lines(&drawn(guide, knowledge, |page| router_page_steps(page, router, false)));
        let push = lines(&drawn(guide, knowledge, |page| router_push_steps(page, router)));
        out += &format!("== {name}: PIN\n{pin}== {name}: push\n{push}");
    };
    for vendor in knowledge().routers.all() {
        both(knowledge(), &vendor.key, Some(&report(&vendor.key)));
    }
    both(knowledge(), "no router", None);
    let changed = RouterReport { trouble: Some(Trouble::CertificateChanged), ..report("asus") };
    both(knowledge(), "certificate changed", Some(&changed));
    for key in ["asus", "general"] {
        both(&other(key), &format!("{key}, otherwise"), Some(&report(key)));
    }
    for key in ["avm_fritzbox", "general"] {
        both(&none(key), &format!("{key}, none of both"), Some(&report(key)));
    }
    out
}

fn changed(key: &str, mut change: impl FnMut(&mut Vendor)) -> Knowledge {
    let mut knowledge = knowledge().clone();
    knowledge.routers.change(key, &mut change);
    knowledge
}

fn other(key: &str) -> Knowledge {
    changed(key, |vendor| {
        vendor.device_pin.not_this = None;
        vendor.button.iter_mut().for_each(|b| b.seconds = Some(3));
        vendor.limits.iter_mut().for_each(|l| l.evidence = Evidence::Recalled);
    })
}

fn none(key: &str) -> Knowledge {
    changed(key, |vendor| {
        vendor.device_pin.takes = VendorTakes::No;
        vendor.push.takes = VendorTakes::No;
    })
}

#[test]
fn every_vendor_has_its_picture() {
    let guide = Guide::new("en").unwrap();
    insta::assert_snapshot!("vendors", draw_all(&guide));
    assert!(guide.texts.seen.faults.lock().unwrap().is_empty());
}

#[test]
fn the_words_of_every_vendor_have_texts() {
    let guide = Guide::new("en").unwrap();
    for vendor in knowledge().routers.all() {
        for known in &vendor.limits {
            assert!(guide.texts.has(&format!("limit-{}", known.limit)), "{}", known.limit);
        }
    }
}

#[test]
fn only_the_gateways_own_address_is_linked() {
    let guide = Guide::new("en").unwrap();
    for vendor in knowledge().routers.all() {
        let router = report(&vendor.key);
        for blocks in [
            drawn(&guide, knowledge(), |page| router_page_steps(page, Some(&router), false)),
            drawn(&guide, knowledge(), |page| router_page_steps(page, Some(&router), true)),
            drawn(&guide, knowledge(), |page| router_push_steps(page, Some(&router))),
        ] {
            for block in blocks {
                assert!(!matches!(block, Block::Link { url, .. } if url != "http://192.168.1.1/"));
            }
        }
    }
}
