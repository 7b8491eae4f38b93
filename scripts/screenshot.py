"""Take the pictures of a dossier that the README shows.

usage: python scripts/screenshot.py DOSSIER.html FOLDER [--width 1400] [--height 1150] [--event TEXT]

Opens the page from disk in headless Chromium, waits until the map is drawn, chooses the first event whose row
has TEXT in it, and writes dossier.png (the top of the page) and accounts.png (the accounts of that event).
"""

from __future__ import annotations

import argparse
import shutil
import sys
from pathlib import Path

from playwright.sync_api import FloatRect, Page, ViewportSize, sync_playwright

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
ARGUMENTS = ["--no-sandbox", "--enable-unsafe-swiftshader"]  # root in containers; WebGL without a card
MAP_READY = "#map[data-idle]"
MARGIN = 40
"""Pixels left and right of the accounts."""


def main() -> int:
    """Write the pictures; exit code 1 when there is no Chromium."""
    parser = argparse.ArgumentParser(description="Take the pictures of a dossier.")
    parser.add_argument("dossier", type=Path)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--width", type=int, default=1400)
    parser.add_argument("--height", type=int, default=1150)
    parser.add_argument("--event", default="Douentza")
    wanted = parser.parse_args()
    path = next(filter(None, map(shutil.which, NAMES)), None)
    if path is None:
        print(f"no Chromium found (looked for {', '.join(NAMES)})", file=sys.stderr)
        return 1
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        size = ViewportSize(width=wanted.width, height=wanted.height)
        page = browser.new_page(viewport=size, reduced_motion="reduce")
        show(page, wanted.dossier.resolve().as_uri(), wanted.event)
        wanted.folder.mkdir(parents=True, exist_ok=True)
        page.screenshot(path=wanted.folder / "dossier.png")
        accounts(page, wanted.folder / "accounts.png")
        browser.close()
    print(f"wrote dossier.png and accounts.png in {wanted.folder}")
    return 0


def show(page: Page, address: str, event: str) -> None:
    """Open the page and choose an event."""
    page.goto(address)
    page.wait_for_selector(MAP_READY, timeout=30_000)
    rows = page.locator("#table tbody tr", has_text=event)
    if rows.count():
        rows.first.click()
        page.wait_for_timeout(600)  # the map moves to the event
        page.evaluate("window.scrollTo(0, 0)")


def accounts(page: Page, picture: Path) -> None:
    """The accounts of the chosen event, cut out of a picture of the whole page: where nothing is scrolled,
    the bar that stays at the top covers nothing."""
    box = page.locator("#event").bounding_box()
    assert box is not None
    cut = FloatRect(x=box["x"] - MARGIN, y=box["y"], width=box["width"] + 2 * MARGIN, height=box["height"])
    page.screenshot(path=picture, full_page=True, clip=cut)


if __name__ == "__main__":
    sys.exit(main())
