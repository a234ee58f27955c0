#!/usr/bin/env python3
"""Tier `peers`: the scenarios against real programs, one bed each.

  chain.py [NAME...]      all when none is named; a transcript of each in target/peers/NAME.txt

The last line is the sum; exit status 1 if one failed.
"""
import sys

import program
import roads
import scenes
import ways
from ble import scenes as ble
from tier import Tier

TIER = Tier("peers", {
    "bed": scenes.bed_itself,
    "bed_cable": scenes.bed_cable,
    "bed_wrong_pin": scenes.bed_wrong_pin,
    "push_button": ways.push_button,
    "printer_first": ways.printer_first,
    "pin_expired": ways.pin_expired,
    "cancelled": ways.cancelled,
    "wrapper": scenes.wrapper,
    "setup_chain": program.setup_chain,
    "cable_chain": program.cable_chain,
    "wrong_pin": program.wrong_pin,
    "push_chain": roads.push_chain,
    "push_by_hand": roads.push_by_hand,
    "push_cancelled": roads.push_cancelled,
    "printer_first_chain": roads.printer_first_chain,
    "start_after": roads.start_after,
    "already_online": roads.already_online,
    "cancel_undo": roads.cancel_undo,
    "ble_near": ble.near,
    "ble_nothing": ble.nothing,
    "ble_off": ble.off,
    "ble_none": ble.none,
    "ble_refused": ble.refused,
    "ble_lost": ble.lost,
    "ble_silent": ble.silent,
}, slow={
    "dawdling": roads.dawdling,
    "nobody_chain": roads.nobody_chain,
    "push_nobody": roads.push_nobody,
    "expired": roads.expired,
    "nobody_at_printer": ways.nobody_at_printer,
    "never_told": ways.never_told,
    "nobody_pressed": ways.nobody_pressed,
    "nobody_came": ways.nobody_came,
})

if __name__ == "__main__":
    sys.exit(TIER.main(sys.argv[1:]))
