#!/usr/bin/env python3
"""Rows of `cargo xtask bench size`: the stripped library as a phone would get it, for this machine's processor, against the toy
with each of its large dependencies, one at a time, and with all of them.

What the library has beyond the toy with all of them is its own code, texts and knowledge.
"""
import os
import pathlib
import subprocess
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
OUT = ROOT / "target/size"
sys.path[:0] = [str(ROOT / "tests/peers")]
from bench import row  # noqa: E402

# Ours may be a quarter larger.
TARGET = 1.25
TOYS = {
    "toy": "", "toy + tokio": "tokio", "toy + tokio, reqwest, rustls": "http", "toy + mdns-sd": "mdns",
    "toy + fluent": "fluent", "toy + serde_json, roxmltree, sha2": "formats", "toy + tracing": "log",
    "toy + all": "all",
}


# A package takes symbols and line numbers out only after the bindings were generated.
STRIPPED = {**os.environ, "CARGO_PROFILE_MOBILE_STRIP": "symbols", "CARGO_PROFILE_MOBILE_DEBUG": "false"}


def size(package, features=""):
    """In KiB."""
    subprocess.run(["cargo", "rustc", "--quiet", "--profile", "mobile", "--target-dir", OUT, "-p", package, "--lib",
                    "--crate-type", "cdylib", "--features", features], cwd=ROOT, env=STRIPPED, check=True)
    return os.path.getsize(OUT / "mobile" / f"lib{package.replace('-', '_')}.so") / 1024


ours = size("inkjoin-ffi")
for toy, features in TOYS.items():
    row("size", "library, stripped", "KiB", [ours], toy, [size("inkjoin-toy", features)],
        TARGET if features == "all" else None)
