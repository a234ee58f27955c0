#!/usr/bin/env python3
"""Tier `radio`: the scenarios over simulated air, one bed each.

  radio.py [NAME...]      all but those of two minutes when none is named
  radio.py --slow         all

A transcript of each lies in target/peers/radio-NAME.txt, and how long each took in target/peers/radio.log.
The last line is the sum; exit status 1 if one failed. Where the bed can't run, each is skipped, with the reason.
"""
import functools
import sys

import airwaves
import program
import ways
from tier import Tier


def in_air(scenario):
    return functools.partial(scenario, kind="air")


QUICK = {
    "air_wpa3_only": program.wpa3_only,
    "pin": airwaves.pin,
    "push_button": in_air(ways.push_button),
    "printer_first": in_air(ways.printer_first),
    "pin_expired": in_air(ways.pin_expired),
    "cancelled": in_air(ways.cancelled),
    "wrong_first_half": airwaves.wrong_first_half,
    "wrong_second_half": airwaves.wrong_second_half,
    "overlap_of_printers": airwaves.overlap_of_printers,
    "overlap_of_routers": airwaves.overlap_of_routers,
    "wpa3_only": airwaves.wpa3_only,
    "hidden_name": airwaves.hidden_name,
    "wrong_passphrase": airwaves.wrong_passphrase,
    "not_found": airwaves.not_found,
    "coming_home": airwaves.coming_home,
    "air_chain": in_air(program.setup_chain),
    "air_cable_chain": in_air(program.cable_chain),
    "air_wrong_pin": in_air(program.wrong_pin),
    "air_hidden_name": program.hidden_name,
}
TIER = Tier("radio", QUICK, slow={
    "nobody_at_printer": in_air(ways.nobody_at_printer),
    "never_told": in_air(ways.never_told),
    "nobody_pressed": in_air(ways.nobody_pressed),
    "nobody_came": in_air(ways.nobody_came),
}, lanes=3)

if __name__ == "__main__":
    given = sys.argv[1:]
    sys.exit(TIER.main([], default=TIER.all) if given == ["--slow"] else TIER.main(given, default=QUICK))
