"""What the benches share: where the release builds lie, and how a row is told to `cargo xtask bench`."""
import json
import os

HERE = os.path.dirname(os.path.abspath(__file__))
RELEASE = os.path.normpath(f"{HERE}/../../target/release")
EXAMPLES, PROGRAM, LAB = f"{RELEASE}/examples", f"{RELEASE}/inkjoin", f"{RELEASE}/inkjoin-lab"


def row(bench, measure, unit, ours, peer, theirs, target=None, note=None):
    """Samples of ours and of the peer's, taken in turn; the ratio of their medians should be `target` at most."""
    said = {"bench": bench, "measure": measure, "unit": unit, "ours": ours, "peer": peer, "theirs": theirs,
            "target": target, "note": note}
    print(json.dumps({key: value for key, value in said.items() if value is not None}), flush=True)


def missing(bench, what, why):
    """A peer that isn't there is said to be missing, with the reason."""
    print(json.dumps({"bench": bench, "missing": what, "why": why}), flush=True)
