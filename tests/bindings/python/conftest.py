"""The table of the scenes, and the sum in the words of the other runners."""
import pytest

pytest.register_assert_rewrite("person")


def pytest_terminal_summary(terminalreporter):
    stats = terminalreporter.stats
    for report in stats.get("passed", []):
        for name, row in report.user_properties:
            if name == "scene":
                terminalreporter.write_line(row)
    passed, failed, skipped = (len(stats.get(kind, [])) for kind in ("passed", "failed", "skipped"))
    terminalreporter.write_line(f"{passed} passed, {failed + len(stats.get('error', []))} failed, {skipped} skipped")
