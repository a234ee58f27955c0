use super::*;

const MAC: &str = "02:00:00:00:01:00";
const PIN: &str = "12345670";

fn registrar() -> Memory {
    Memory::new(Clock::new(1), Wps::On, Security::Wpa2)
}

#[test]
fn a_pin_is_used_once_and_the_result_names_the_peer() {
    let registrar = registrar();
    assert_eq!(registrar.knock(MAC, PIN), Heard::Wait);
    assert_eq!(registrar.status(), Status { pbc: "Disabled".into(), last: "None".into(), peer: None });
    assert!(registrar.pin(PIN));
    assert_eq!(registrar.knock(MAC, PIN), Heard::Credential { joins: true });
    assert_eq!(registrar.status().last, "Success");
    assert_eq!(registrar.status().peer.as_deref(), Some(MAC));
    // A second printer: the status still says success, of the first one.
    assert_eq!(registrar.knock("02:00:00:00:02:00", PIN), Heard::Wait);
    assert_eq!(registrar.status().peer.as_deref(), Some(MAC));
}

#[test]
fn a_wrong_first_half_leaves_one_more_try() {
    let registrar = registrar();
    registrar.pin(PIN);
    assert_eq!(registrar.knock(MAC, "87654325"), Heard::WrongPin { first_half: true });
    assert_eq!(registrar.status().last, "Failed");
    assert_eq!(registrar.knock(MAC, PIN), Heard::Credential { joins: true });
    registrar.pin(PIN);
    registrar.knock(MAC, "87654325");
    registrar.knock(MAC, "87654325");
    assert_eq!(registrar.knock(MAC, PIN), Heard::Wait);
}

#[test]
fn a_wrong_second_half_ends_the_pin() {
    let registrar = registrar();
    registrar.pin(PIN);
    assert_eq!(registrar.knock(MAC, "12349999"), Heard::WrongPin { first_half: false });
    assert_eq!(registrar.pins(), 0);
    assert_eq!(registrar.knock(MAC, PIN), Heard::Wait);
}

#[test]
fn a_new_pin_replaces_the_one_before() {
    let registrar = registrar();
    registrar.pin("1234");
    registrar.pin(PIN);
    assert_eq!(registrar.pins(), 1);
    assert_eq!(registrar.knock(MAC, PIN), Heard::Credential { joins: true });
}

#[test]
fn a_pin_lives_for_two_minutes_and_a_button_times_out() {
    let registrar = Memory::new(Clock::new(4000), Wps::On, Security::Wpa2);
    registrar.pin(PIN);
    registrar.push();
    assert_eq!(registrar.pins(), 1);
    // 60 ms of the wall's time are four minutes of the lab's.
    std::thread::sleep(Duration::from_millis(60));
    assert_eq!(registrar.pins(), 0);
    assert_eq!(registrar.status().pbc, "Timed-out");
}

#[test]
fn cancel_withdraws_and_leaves_the_last_result() {
    let registrar = registrar();
    registrar.pin(PIN);
    registrar.knock(MAC, PIN);
    registrar.pin("1234");
    registrar.push();
    assert_eq!(registrar.status().pbc, "Active");
    assert!(registrar.cancel());
    assert_eq!(registrar.pins(), 0);
    assert_eq!(registrar.status().pbc, "Timed-out");
    assert_eq!(registrar.status().last, "Success");
    registrar.forget();
    assert_eq!(registrar.status().last, "None");
}

#[test]
fn two_in_push_button_mode_overlap() {
    let registrar = registrar();
    assert_eq!(registrar.knock_push(MAC), Heard::Wait);
    assert!(registrar.push());
    assert_eq!(registrar.knock_push("02:00:00:00:02:00"), Heard::Wait);
    assert_eq!(registrar.status().pbc, "Overlap");
    assert!(!registrar.push());
    let one = Memory::new(Clock::new(1), Wps::On, Security::Wpa2);
    one.push();
    assert_eq!(one.knock_push(MAC), Heard::Credential { joins: true });
}

#[test]
fn wps_off_says_no_at_once_and_sae_says_yes_for_nothing() {
    let off = Memory::new(Clock::new(1), Wps::Off, Security::Wpa2);
    assert!(!off.pin(PIN) && !off.push() && !off.cancel());
    let sae = Memory::new(Clock::new(1), Wps::On, Security::Wpa3Only);
    sae.pin(PIN);
    assert_eq!(sae.knock(MAC, PIN), Heard::Credential { joins: false });
    assert_eq!(sae.status().last, "Success");
}
