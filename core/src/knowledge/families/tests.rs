#![allow(clippy::unwrap_used, clippy::panic)]

use std::collections::{BTreeMap, BTreeSet};

use super::*;
use crate::identity::Label;
use crate::knowledge::{Evidence, Knowledge};

fn families() -> Families {
    Knowledge::embedded().unwrap().families.clone()
}

/// As a file is written, so that an error tells its line.
fn parse(key: &str, text: &str) -> Result<Family, KnowledgeError> {
    Family::checked(key, toml::from_str(text).map_err(|e| e.to_string()))
}

fn of(model: &str) -> String {
    families().of(&Identity { model: Label::new(model), ..Identity::default() }).key.clone()
}

#[test]
fn a_model_finds_its_family_and_a_stranger_the_general_case() {
    let models = [
        ("HP LaserJet Professional M1217nfw MFP", "laserjet_wps_resource"),
        ("HP LaserJet Professional P1102w", "laserjet_wps_resource"),
        ("HP OfficeJet Pro 6830 series", "officejet_touchscreen"),
        ("HP OfficeJet Pro 6835", "officejet_touchscreen"),
        ("HP Officejet Pro 8610", "officejet_touchscreen_like"),
        ("HP ENVY 5660 series", "officejet_touchscreen_like"),
        ("HP LaserJet MFP M129-M134", "laserjet_m130"),
        ("HP LaserJet MFP M130nw", "laserjet_m130"),
        ("HP LaserJet MFP M28w", "laserjet_m28"),
        ("HP LaserJet M15w", "laserjet_led"),
        ("HP LaserJet M110we", "laserjet_led"),
        ("HP LaserJet M109-M112", "laserjet_led"),
        ("HP LaserJet MFP M140we", "laserjet_led"),
        ("HP LaserJet M209dwe", "laserjet_led"),
        ("HP LaserJet MFP M234sdw", "laserjet_led"),
        ("HP DeskJet 2600 series", "deskjet_icon_lcd"),
        ("HP DeskJet 2720e", "deskjet_icon_lcd"),
        ("HP DeskJet 3700 series", "deskjet_icon_lcd"),
        ("HP DeskJet Ink Advantage 4800 series", "deskjet_icon_lcd"),
        ("HP DeskJet 2800 series", "deskjet_2800"),
        ("HP ENVY 6000 series", "envy_light_bar"),
        ("HP ENVY Pro 6400 series", "envy_light_bar"),
        ("HP Tango X", "tango"),
        ("HP Smart Tank 510 series", "smart_tank"),
        ("HP Ink Tank Wireless 410 series", "smart_tank"),
        ("HP Smart Tank 7600 series", "general"),
        ("HP Photosmart 2610", "general"),
        ("HP OfficeJet 6000", "general"),
        ("HP LaserJet M404dn", "general"),
        ("HP LaserJet MFP M234sdn", "general"),
        ("HP ENVY 9999", "general"),
        ("", "general"),
    ];
    for (model, key) in models {
        assert_eq!(of(model), key, "{model}");
    }
}

#[test]
fn a_name_matches_whole_words_only() {
    assert!(names::matches("27##*", "2720e") && names::matches("27##*", "2720"));
    assert!(
        !names::matches("27##*", "27201")
            && !names::matches("27##", "2720e")
            && !names::matches("27##", "27")
    );
    assert!(!names::matches("m15w*", "m15") && names::matches("m15w*", "m15w"));
}

#[test]
fn every_file_is_built_in_and_whole() {
    let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/knowledge/printers");
    let paths = std::fs::read_dir(folder).unwrap().map(|f| f.unwrap().path());
    let files: BTreeMap<_, _> = paths
        .map(|path| {
            let key = path.file_stem().unwrap().to_str().unwrap().to_owned();
            let family = parse(&key, &std::fs::read_to_string(path).unwrap()).unwrap();
            (key, family)
        })
        .collect();
    assert_eq!(files, families().all().map(|f| (f.key.clone(), f.clone())).collect());
}

/// What a family file may not say, each beside a file that may.
#[test]
fn a_file_that_breaks_the_rules_is_refused() {
    let general = include_str!("../../../knowledge/printers/general.toml");
    let led = include_str!("../../../knowledge/printers/laserjet_led.toml");
    let m28 = include_str!("../../../knowledge/printers/laserjet_m28.toml");
    let screen = include_str!("../../../knowledge/printers/officejet_touchscreen.toml");
    let with = |key: &str, text: &str, from: &str, to: &str| {
        assert!(text.contains(from), "{from}");
        parse(key, &text.replacen(from, to, 1)).map_err(|e| e.0)
    };
    let refused = |result: Result<Family, String>, why: &str| {
        let error = result.unwrap_err();
        assert!(error.contains(why), "{error}");
    };
    assert!(with("general", general, "seconds = 3", "seconds = 4").is_ok());
    refused(with("general", general, "seconds = 3", "seconds = 3\nminutes = 1"), "minutes");
    refused(with("general", general, "seconds = 3", "seconds = 0"), "a step");
    refused(with("general", general, "seconds = 3\n", ""), "only sign of success");
    refused(with("general", general, "do = \"hold\"", "do = \"kick\""), "kick");
    refused(with("general", general, "words = \"Wi", "path = [\"Wireless\"]\nwords = \"Wi"), "a step");
    refused(
        with("general", general, "source = \"which keys print it differs by model\"", "source = \"\""),
        "source",
    );
    refused(with("general", general, "\"recalled\"", "\"chosen\""), "choose");
    refused(with("general", general, "\"recalled\"", "\"guessed\""), "guessed");
    refused(with("general", general, "place = \"page\"", "place = \"label\""), "not read at");
    refused(with("general", general, "\"start-before\"", "\"start-after\""), "start and its order");
    refused(with("general", general, "supported = true", "supported = false"), "push button");
    refused(with("other", general, "supported = true", "supported = true"), "is called general");
    refused(
        with("laserjet_led", led, "printed_by = [\"resume\"]", "printed_by = [\"cancel\"]"),
        "other keys",
    );
    refused(with("laserjet_m28", m28, "sign = \"setup-network\"\n", ""), "only sign of success");
    refused(
        with(
            "officejet_touchscreen",
            screen,
            "[cable]",
            "[resource]\npath = \"/a\"\nevidence = \"recalled\"\nsource = \"x\"\n[cable]",
        ),
        "resource",
    );
}

/// A family may have no push button at all; none is known yet.
#[test]
fn push_button_may_be_missing() {
    let general = include_str!("../../../knowledge/printers/general.toml");
    let (before, rest) = general.split_once("[[push.steps]]").unwrap();
    let (_, after) = rest.split_once("[cable]").unwrap();
    let text = format!("{before}[cable]{after}").replacen("supported = true", "supported = false", 1);
    assert!(!parse("general", &text).unwrap().has_push());
}

#[test]
fn what_a_family_tells_without_texts() {
    let families = families();
    let screen = families.named("officejet_touchscreen");
    assert_eq!((screen.order(), screen.pin_sure()), (PinOrder::StartAfter, PinSure::Documented));
    assert_eq!((screen.pin_places(), screen.panel()), (vec![PinPlace::Display], Some(Panel::Touchscreen)));
    assert!(screen.has_push() && screen.has_passphrase());
    let general = families.named("no such family");
    assert_eq!((general.order(), general.pin_sure()), (PinOrder::StartBefore, PinSure::Unproven));
    assert_eq!(general.pin_places(), [PinPlace::Display, PinPlace::Page, PinPlace::Label]);
    assert!(general.has_push() && !general.has_passphrase() && general.panel().is_none());
    assert_eq!(serde_json::to_value(PinPlace::Page).unwrap(), "page");
    let table: String = families.all().map(row).collect();
    insta::assert_snapshot!("families", table);
}

fn row(f: &Family) -> String {
    let (panel, places) = (f.panel().map(|p| format!("{p:?}")).unwrap_or_default(), f.pin_places());
    let setup = f.setup_mode.as_ref().map(|s| s.evidence);
    let passphrase = f.passphrase.as_ref().map(|p| p.evidence);
    format!(
        "{}: {panel} order {:?} ({:?}), PIN {:?} at {places:?}, push {} ({:?}), passphrase {passphrase:?}, setup {setup:?}\n",
        f.key,
        f.order(),
        f.pin.evidence,
        f.pin_sure(),
        f.has_push(),
        f.push.evidence,
    )
}

#[test]
fn a_label_is_told_in_the_nearest_language_that_is_documented() {
    let families = families();
    let screen = families.named("officejet_touchscreen");
    let said = |language: &str| screen.label(language, "Start").to_owned();
    assert_eq!([said("fr"), said("fr-CA"), said("zh-CN")], ["Démarrer", "Démarrer", "开始"]);
    assert_eq!([said("de"), said("zh-TW"), said("en"), said("")], ["Start", "Start", "Start", "Start"]);
    assert_eq!(screen.label("fr", "Yes"), "Yes");
    assert_eq!(families.named("general").label("fr", "PIN"), "PIN");
    let labels = screen.labels.as_ref().unwrap();
    let english = BTreeSet::from([
        "Network Configuration Page",
        "PIN",
        "Push Button",
        "Restore Network Settings",
        "Start",
        "Wireless Settings",
        "Wireless Test Report",
    ]);
    for (language, words) in &labels.words {
        for (word, label) in words {
            assert!(english.contains(word.as_str()) && !label.is_empty(), "{language}: {word}");
        }
    }
}

#[test]
fn every_key_is_one_that_can_be_drawn() {
    let known = crate::guide::screen::KEYS;
    let families = families();
    let keys: BTreeSet<&str> = families.all().flat_map(Family::steps).flat_map(StepKnowledge::keys).collect();
    assert_eq!(keys, known.into_iter().collect());
}

#[test]
fn recalled_rows_name_no_exact_path_or_resource() {
    for family in families().all() {
        assert!(family.resource.as_ref().is_none_or(|r| r.evidence != Evidence::Recalled), "{}", family.key);
        for step in family.steps() {
            let path = matches!(&step.action, Action::OpenMenu { path, .. } if !path.is_empty());
            assert!(!(path && step.evidence == Evidence::Recalled), "{}: {step:?}", family.key);
        }
    }
}
