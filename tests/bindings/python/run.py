"""Runs the tests in Python, with a pytest of its own.

  run.py fetch      makes that pytest ready, under target/
  run.py [WORDS]    runs the tests; WORDS go to pytest
"""
import os
import pathlib
import subprocess
import sys

PYTEST = "pytest==9.2.0"
HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[2]
VENV = ROOT / "target/python" / f"{sys.version_info.major}.{sys.version_info.minor}-{PYTEST}"
OWN = VENV / "bin/python"


def fetch():
    ready = VENV / "ready"
    if ready.exists():
        return 0
    subprocess.run([sys.executable, "-m", "venv", "--clear", VENV], check=True)
    pip = [OWN, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", PYTEST]
    if subprocess.run(pip, check=False).returncode:
        print(f"run.py: {PYTEST} could not be fetched", file=sys.stderr)
        return 1
    ready.touch()
    return 0


def run(words):
    places = [ROOT / "target/bindings/python", ROOT / "bindings/python", HERE]
    env = os.environ | {"PYTHONPATH": os.pathsep.join(map(str, places)), "PYTHONDONTWRITEBYTECODE": "1"}
    command = [OWN, "-m", "pytest", "-q", "-p", "no:cacheprovider", HERE, *words]
    return subprocess.run(command, env=env, check=False).returncode


if __name__ == "__main__":
    sys.exit(fetch() if sys.argv[1:] == ["fetch"] else run(sys.argv[1:]))
