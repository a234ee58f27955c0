//! The pictured screens in every language as files, for the pictures that the UIs take of them.

use std::env;
use std::fs;
use std::path::PathBuf;

use serde_json::json;

use super::*;
use crate::guide::texts::{direction, tags};

/// One file a language: the cases in their order, each with its name and the screen as JSON. `INKJOIN_SCREENS` names the folder.
#[test]
fn the_screens_are_written_for_the_uis() {
    let Some(folder) = env::var_os("INKJOIN_SCREENS").map(PathBuf::from) else {
        return assert!(tags().count() > 1, "a gallery of one language");
    };
    fs::create_dir_all(&folder).unwrap();
    for tag in tags() {
        let guide = Guide::new(tag).unwrap();
        let one = |case: &cases::Case| json!({ "name": case.name, "screen": draw(&guide, &case.view) });
        let screens: Vec<_> = cases::all().iter().filter(|c| c.pictured).map(one).collect();
        let rtl = direction(tag) == crate::guide::texts::Direction::Rtl;
        let file = json!({ "locale": tag, "rightToLeft": rtl, "nowMs": NOW.0, "screens": screens });
        fs::write(folder.join(tag).with_extension("json"), file.to_string()).unwrap();
    }
}
