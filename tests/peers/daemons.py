"""What every bed's hostapd and wpa_supplicant have in common: their configuration, and who said what and when."""
import configparser
import os
import re
import threading
import time

from fetch import read

HERE = os.path.dirname(os.path.abspath(__file__))
# The enrollee's walk time, WPS 2.0.
WALK_TIME = 120


class Journal:
    """Who said what and when, in seconds of the wall clock."""

    def __init__(self):
        self.news, self.said = threading.Condition(), []

    def add(self, who, text):
        with self.news:
            self.said.append((time.time(), who, text))
            self.news.notify_all()

    def of(self, who):
        with self.news:
            return [(at, text) for at, by, text in self.said if by == who]

    def wait(self, who, pattern, secs, since):
        """The first such event after `since`, or None when `secs` are over."""
        end = time.time() + secs
        with self.news:
            while True:
                for at, by, text in self.said:
                    if by == who and at >= since and re.search(pattern, text):
                        return at, text
                if time.time() >= end:
                    return None
                self.news.wait(max(0.0, end - time.time()))


class Daemons:
    """`join(bool)` is told when the printer is on the router's network, or left. Each kind of bed has `restart`, `start`,
    `stop` and `ask` on top."""
    KIND = ""

    def __init__(self, state, journal, join):
        self.run, self.journal, self.join, self.other_pin = state, journal, join, None

    def conf(self, who, options):
        """A daemon's configuration file: a neighbour's is that of its kind (ap2 of ap), with its own on top, and the options
        on top of both."""
        ini = configparser.ConfigParser(interpolation=None, delimiters=("=",), comment_prefixes=("#",))
        ini.optionxform = str
        ini.read(f"{HERE}/daemons.ini", encoding="utf-8")
        conf = {**ini[who.rstrip("2")], **ini[f"{who} {self.KIND}"], "ctrl_interface": self.control(who)}
        for option in options:
            key, _, value = option.partition("=")
            if key.startswith(f"{who}."):
                conf[key[len(who) + 1:]] = value
        return "".join(f"{key}={value}\n" for key, value in conf.items())

    def control(self, who):
        """The folder of a daemon's control socket."""
        return f"{self.run}/{who}"

    def file(self, name):
        return read(f"{self.run}/{os.path.basename(name)}")

    def mistake(self, pin):
        """At its next start the printer uses this PIN and doesn't say so: an EWS that shows an old one."""
        self.other_pin = pin
        return "OK"

    def used_pin(self, told):
        """The PIN that the printer really starts with."""
        self.other_pin, pin = None, self.other_pin or told
        return pin
