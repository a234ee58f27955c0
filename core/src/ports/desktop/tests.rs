#![allow(clippy::unwrap_used)]

use std::fs;

use proptest::prelude::*;

use super::file::MAX_SAVED;
use super::routes::routes;
use super::*;
use crate::ports::{NetworkState, Store, Vault};

const TABLE: &str = "Iface\tDestination\tGateway \tFlags\tRefCnt\tUse\tMetric\tMask\t\tMTU\tWindow\tIRTT\n\
wlan0\t00000000\t0101A8C0\t0003\t0\t0\t600\t00000000\t0\t0\t0\n\
eth0\t00000000\t0102A8C0\t0003\t0\t0\t100\t00000000\t0\t0\t0\n\
tun0\t00000000\t00000000\t0001\t0\t0\t50\t00000000\t0\t0\t0\n\
wlan0\t0001A8C0\t00000000\t0001\t0\t0\t600\t00FFFFFF\t0\t0\t0\n";

fn gateway_of(table: &str, interface: Option<&str>) -> Option<String> {
    routes(table, interface).gateway.map(|g| format!("{:?} {:?}", g.http, g.https))
}

#[test]
fn the_default_route_of_the_lowest_metric_is_the_gateway() {
    assert_eq!(gateway_of(TABLE, None).as_deref(), Some("192.168.2.1:80 192.168.2.1:443"));
    assert_eq!(gateway_of(TABLE, Some("wlan0")).as_deref(), Some("192.168.1.1:80 192.168.1.1:443"));
    assert_eq!(routes(TABLE, Some("wlan9")), NetworkState::default());
    let public = TABLE.replace("0102A8C0", "08080808");
    assert_eq!((gateway_of(&public, Some("eth0")), routes(&public, Some("eth0")).around.home), (None, true));
    assert!(!routes("", None).around.home && !routes("x\nlo 0 0 1 0 0 0 0\n", None).around.home);
}

#[test]
fn the_printers_own_network_a_vpn_and_mobile_data_are_told_apart() {
    let head = "Iface\tDestination\tGateway\tFlags\tRefCnt\tUse\tMetric\tMask\n";
    let of = |lines: &str| {
        let NetworkState { gateway, around } = routes(&format!("{head}{lines}"), None);
        (around.home, around.setup.is_some(), around.vpn, around.mobile, gateway.is_some())
    };
    let home = "wlan0\t0001A8C0\t00000000\t0001\t0\t0\t600\t00FFFFFF\n";
    let printer = "wlan0\t00DFA8C0\t00000000\t0001\t0\t0\t600\t00FFFFFF\n\
                   wlan0\t00000000\t01DFA8C0\t0003\t0\t0\t600\t00000000\n";
    let mobile = "wwan0\t00000000\t00000000\t0001\t0\t0\t700\t00000000\n";
    let vpn = "wg0\t00000000\t00000000\t0001\t0\t0\t50\t00000000\n";
    assert_eq!(of(home), (true, false, false, false, false));
    assert_eq!(of(printer), (false, true, false, false, false));
    assert_eq!(of(&format!("{home}{printer}")), (true, true, false, false, false));
    assert_eq!(of(mobile), (false, false, false, true, false));
    assert_eq!(of(&format!("{home}{mobile}{vpn}")), (true, false, true, false, false));
    assert_eq!(of(&format!("{printer}{mobile}")), (false, true, false, false, false));
}

#[test]
fn clocks_run_and_agree() {
    let before = SystemClock.now();
    assert!(before.0 > 0 && SystemClock.now() >= before && SystemClock.wall_ms() > 1_600_000_000_000);
    // The kernel tells the same clock there, in steps of 10 ms.
    #[cfg(target_os = "linux")]
    {
        let uptime = fs::read_to_string("/proc/uptime").unwrap();
        let seconds: f64 = uptime.split(' ').next().unwrap().parse().unwrap();
        let apart = SystemClock.now().since(Moment(0)).as_secs_f64() - seconds;
        assert!((0.0..5.0).contains(&apart), "{apart} s");
    }
    let fast = FastClock::new(20);
    let (boot, wall) = (fast.now(), fast.wall_ms());
    std::thread::sleep(Duration::from_millis(100));
    let (boot, wall) = (fast.now().0 - boot.0, fast.wall_ms() - wall);
    assert!(boot >= 1_800 && wall.abs_diff(boot) < 2_000, "{boot} {wall}");
    assert_eq!(
        (fast.rate(), fast.real(Duration::from_secs(120)), FastClock::new(0).rate()),
        (20, Duration::from_secs(6), 1)
    );
}

#[test]
fn a_session_is_replaced_as_a_whole_and_private() {
    let folder = tempfile::tempdir().unwrap();
    let store = FileStore::new(folder.path().join("session"));
    assert_eq!(store.load().unwrap(), None);
    store.clear().unwrap();
    store.save(b"one").unwrap();
    store.save(b"two").unwrap();
    assert_eq!(store.load().unwrap().as_deref(), Some(b"two".as_slice()));
    assert_eq!(fs::read_dir(folder.path()).unwrap().count(), 1, "nothing is left over");
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(folder.path().join("session")).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
    assert!(store.save(&vec![0; MAX_SAVED + 1]).is_err());
    assert_eq!(store.load().unwrap().as_deref(), Some(b"two".as_slice()));
    fs::write(folder.path().join("session"), vec![0; MAX_SAVED + 1]).unwrap();
    assert!(store.load().is_err());
    store.clear().unwrap();
    assert_eq!(store.load().unwrap(), None);
    let nowhere = FileStore::new(folder.path().join("missing/session"));
    assert!(nowhere.save(b"x").is_err() && nowhere.load().unwrap().is_none());
}

#[test]
fn a_vault_keeps_each_name_beside_the_session_and_private() {
    let folder = tempfile::tempdir().unwrap();
    let vault = FileVault::new(folder.path().join("session"));
    assert_eq!(vault.load("pins").unwrap(), None);
    vault.save("pins", b"one").unwrap();
    vault.save("other-1", b"two").unwrap();
    vault.save("pins", b"three").unwrap();
    assert_eq!(vault.load("pins").unwrap().as_deref(), Some(b"three".as_slice()));
    let mut names: Vec<_> =
        fs::read_dir(folder.path()).unwrap().map(|file| file.unwrap().file_name()).collect();
    names.sort();
    assert_eq!(names, ["session.other-1", "session.pins"]);
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(folder.path().join("session.pins")).unwrap().permissions().mode();
        assert_eq!(mode & 0o777, 0o600);
    }
    assert!(vault.save("pins", &vec![0; MAX_SAVED + 1]).is_err());
    for bad in ["", "../pins", "Pins", "a/b", "a.b", &"a".repeat(33)] {
        assert!(vault.save(bad, b"x").is_err() && vault.load(bad).is_err(), "{bad:?}");
    }
    vault.remove("pins").unwrap();
    vault.remove("pins").unwrap();
    assert_eq!(
        (vault.load("pins").unwrap(), vault.load("other-1").unwrap().unwrap()),
        (None, b"two".to_vec())
    );
}

proptest! {
    #[test]
    fn no_table_panics(table in "([0-9A-F]{0,9}[ \t\n]?){0,40}", text in ".{0,40}") {
        let _ = (routes(&table, None), routes(&text, Some("x")));
    }
}
