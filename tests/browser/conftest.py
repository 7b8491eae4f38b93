"""A Chromium for the tests that need one, and the tests' own modules, which lie one folder up."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, sync_playwright

sys.path.insert(0, str(Path(__file__).parents[1]))

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
ARGUMENTS = [
    "--no-sandbox",
    "--enable-unsafe-swiftshader",
]  # root in containers; WebGL without a graphics card


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A browser, or a skip with the reason; with CROSSBEARING_REQUIRE_BROWSER=1 no Chromium is a failure."""
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        reason = f"no Chromium found (looked for {', '.join(NAMES)})"
        if os.environ.get("CROSSBEARING_REQUIRE_BROWSER") == "1":
            pytest.fail(reason)
        pytest.skip(reason)
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield chromium
        chromium.close()
