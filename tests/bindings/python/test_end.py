"""The interpreter ends while the library's threads still have something to tell."""
import pathlib
import subprocess
import sys

import pytest

PROGRAM = pathlib.Path(__file__).with_name("ended.py")
TIMES = 20


@pytest.mark.parametrize("how", ["stopped", "dropped", "running", "logging"])
def test_an_interpreter_that_ends_right_after(how):
    for _ in range(TIMES):
        said = subprocess.run([sys.executable, PROGRAM, how], capture_output=True, text=True, timeout=30, check=False)
        assert (said.returncode, said.stderr) == (0, "")
