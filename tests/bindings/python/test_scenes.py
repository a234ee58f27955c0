"""Each scene of scenes.json, through the session in Python."""
import asyncio
import time

import inkjoin
import pytest
from house import SCENES, House, Log
from person import scene

LOG = Log()
inkjoin.set_log(LOG, inkjoin.LogLevel.DEBUG)


@pytest.mark.parametrize("told", SCENES["scenes"], ids=lambda told: told["name"])
def test_scene(told, record_property):
    begun = time.monotonic()
    LOG.lines.clear()
    with House(told["lab"], told["speed"]) as house:
        asyncio.run(scene(house, told, SCENES["answers"], LOG))
    record_property("scene", f"{told['name']} | {told['outcome']} | {time.monotonic() - begun:.1f} s")
