//! The scenes that come with the lab.

macro_rules! scenes {
    ($($name:literal),+ $(,)?) => {
        &[$(($name, include_str!(concat!("../scenes/", $name, ".toml")))),+]
    };
}

/// Name and text; the first is the default.
pub const SCENES: &[(&str, &str)] = scenes![
    "laserjet-pin",
    "laserjet-pin-setup",
    "laserjet-pin-https",
    "laserjet-wrong-pin",
    "laserjet-pin-withheld",
    "router-without-wrapper",
    "router-wps-off",
    "wpa3-only",
    "not-a-printer",
    "already-online",
    "officejet-display",
    "laserjet-pin-pages",
    "officejet-display-pages",
    "deskjet-page",
    "deskjet-page-no-pin",
    "label-outdated",
    "push-openwrt",
    "push-pages",
    "push-overlap",
    "push-nobody",
    "two-same",
    "cable-pulled",
    "setup-hop",
    "late-twin",
    "unmarked-newcomer",
    "sleep-proxy",
    "router-locked",
    "wps-off-pages",
    "already-wifi-move",
    "vpn",
];
