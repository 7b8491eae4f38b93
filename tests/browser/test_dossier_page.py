"""The dossier in a browser: opened from disk, used by mouse and keyboard, on a wide screen and on a phone."""

from __future__ import annotations

from base64 import b64encode
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect

from crossbearing.export import write_dossier
from crossbearing.model.bundle import Bundle
from export_bundle import BUNDLE

pytestmark = pytest.mark.browser
TITLE = "Red Sea coast"
MAP_READY = "#map[data-idle]"


@dataclass
class Watch:
    """What a page did that it should not: errors, and requests for anything but itself."""

    errors: list[str] = field(default_factory=list)
    requests: list[str] = field(default_factory=list)

    def on(self, page: Page) -> None:
        page.on("pageerror", lambda error: self.errors.append(str(error)))
        page.on("console", lambda said: self.errors.append(said.text) if said.type == "error" else None)
        page.on("request", lambda request: self.note(request.url))

    def note(self, url: str) -> None:
        if not url.startswith(("file:", "blob:", "data:")):
            self.requests.append(url)


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("dossier") / "dossier.html"
    write_dossier(BUNDLE, path, title=TITLE)
    return path


def _open(context: BrowserContext, file: Path) -> tuple[Page, Watch]:
    page, watch = context.new_page(), Watch()
    watch.on(page)
    page.goto(file.as_uri())
    page.wait_for_selector(MAP_READY, timeout=20_000)
    return page, watch


@pytest.fixture(scope="module")
def opened(browser: Browser, file: Path) -> Iterator[tuple[Page, Watch]]:
    context = browser.new_context(viewport={"width": 1400, "height": 900}, reduced_motion="reduce")
    yield _open(context, file)
    context.close()


@pytest.fixture
def page(opened: tuple[Page, Watch]) -> Page:
    return opened[0]


@pytest.fixture(scope="module")
def phone(browser: Browser, file: Path) -> Iterator[Page]:
    context = browser.new_context(
        viewport={"width": 380, "height": 780}, has_touch=True, reduced_motion="reduce"
    )
    yield _open(context, file)[0]
    context.close()


def choose(page: Page, event: str) -> None:
    page.click(f'tr[data-event="{event}"]')


def test_it_opens_without_errors_and_asks_for_nothing(opened: tuple[Page, Watch]) -> None:
    page, watch = opened
    assert watch.errors == []
    assert watch.requests == []
    assert page.title() == TITLE


COLOURS = """async (address) => {
    const image = await createImageBitmap(await (await fetch(address)).blob());
    const canvas = new OffscreenCanvas(image.width, image.height);
    const pen = canvas.getContext('2d');
    pen.drawImage(image, 0, 0);
    const { data } = pen.getImageData(0, 0, image.width, image.height);
    const counts = {};
    for (let i = 0; i < data.length; i += 4) {
        const colour = [data[i], data[i + 1], data[i + 2]].join();
        counts[colour] = (counts[colour] ?? 0) + 1;
    }
    return counts;
}"""


def colours(browser: Browser, png: bytes) -> dict[str, int]:
    """How many pixels of each colour ("red,green,blue") a picture has; counted by the browser itself."""
    blank = browser.new_page()
    counts: dict[str, int] = blank.evaluate(COLOURS, f"data:image/png;base64,{b64encode(png).decode()}")
    blank.close()
    return counts


def near(colour: str, wanted: tuple[int, int, int]) -> bool:
    """A point is drawn not quite opaque, so its colour is only nearly its family's."""
    return all(abs(int(part) - want) < 24 for part, want in zip(colour.split(","), wanted, strict=True))


def test_the_map_draws_land_water_and_events(browser: Browser, page: Page) -> None:
    seen = colours(browser, page.locator("#map").screenshot())
    assert seen.get("248,245,237", 0) > 10_000  # land
    assert seen.get("228,237,242", 0) > 10_000  # water
    assert sum(n for colour, n in seen.items() if near(colour, (224, 161, 0))) > 50  # the air strike's point


def test_the_table_has_a_row_an_event_and_says_unknown(page: Page) -> None:
    expect(page.locator("#table tbody tr")).to_have_count(len(BUNDLE.events))
    clash = page.locator('tr[data-event="ev-3"]')
    expect(clash.locator("td").first).to_have_text("unknown")
    assert clash.locator(".unknown").count() == 3  # the date, the killed, the injured
    expect(page.locator('tr[data-event="ev-1"] td.numeric').first).to_have_text("2121 or more")


def test_choosing_an_event_shows_its_accounts_side_by_side(page: Page) -> None:
    choose(page, "ev-1")
    cards = page.locator("#event article.card")
    expect(cards).to_have_count(3)
    tops = {round(card.bounding_box()["y"]) for card in cards.all()}
    assert len(tops) == 1
    expect(page.locator('[data-account="acc-3"]')).to_contain_text("Copy of Harbour Herald")


def test_contradictions_say_who_says_what(page: Page) -> None:
    choose(page, "ev-1")
    box = page.locator(".contradictions")
    expect(box).to_contain_text(
        "12 or more · civilians (a hospital official, in Harbour Herald; Valley Tribune)"
    )
    expect(box).to_contain_text("0 · civilians (Red Hills Front, in Coast Courier)")


def test_a_value_marks_the_passage_that_says_it(page: Page) -> None:
    choose(page, "ev-1")
    page.click('[data-account="acc-4"] button.value[data-field="deaths"]')
    expect(page.locator(".reader h4")).to_have_text("Coast Courier")
    active = page.locator(".reader mark.active")
    assert "".join(active.all_inner_texts()) == "nine of its fighters were killed"
    page.click('[data-account="acc-1"] button.value[data-field="deaths"]')
    assert (
        "".join(page.locator(".reader mark.active").all_inner_texts()) == "killing at least 12 dock workers"
    )
    expect(page.locator(".reader .furniture").first).to_have_text("Harbour Herald | Home | Weather")


def test_positions_hold_after_an_emoji(page: Page) -> None:
    """JavaScript counts the emoji at the start of this report as two; the records count it as one."""
    choose(page, "ev-3")
    page.click('[data-account="acc-7"] button.value[data-field="place"]')
    assert "".join(page.locator(".reader mark.active").all_inner_texts()) == "near Kassala"


def test_hostile_words_are_shown_and_do_nothing(page: Page) -> None:
    choose(page, "ev-3")
    expect(page.locator(".reader .report-text")).to_contain_text("<script>document.title='owned'</script>")
    for details in page.locator("#sources details").all():
        details.locator("summary").click()
    assert page.title() == TITLE
    assert page.locator("img").count() == 0
    assert page.locator("script").count() == 4


def test_a_plan_is_called_a_plan(page: Page) -> None:
    choose(page, "ev-2")
    expect(page.locator("#event-body > h3")).to_have_text("Operation launched (planned), the coast road")


def test_filters_narrow_the_table(page: Page) -> None:
    page.fill("#filters input", "kassala")
    expect(page.locator("#table tbody tr")).to_have_count(1)
    page.fill("#filters input", "")
    page.select_option("#filters select >> nth=1", "contested")
    expect(page.locator("#table tbody tr")).to_have_count(1)
    page.select_option("#filters select >> nth=1", "")
    expect(page.locator("#table tbody tr")).to_have_count(3)


def test_sorting_puts_unknown_last_both_ways(page: Page) -> None:
    for _ in range(2):
        page.click("#table th >> text=Killed")
        expect(page.locator("#table tbody tr").first).to_have_attribute("data-event", "ev-1")
    page.click("#table th >> text=Date")


def test_the_keyboard_reaches_an_event(page: Page) -> None:
    page.locator("#table button.open").nth(1).focus()
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.tagName") == "H3"
    page.locator("#timeline .mark").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#brief h3")).to_have_text("Air strike")


def test_statements_and_silent_reports_have_their_sections(page: Page) -> None:
    statements = page.locator("#statements")
    expect(statements).to_contain_text("Red Hills Front holds Tokar, Red Sea, Sudan")
    expect(statements).to_contain_text("3,000–4,000 fighters")
    statements.locator("summary").first.click()
    expect(statements.locator("mark").first).to_be_visible()
    expect(page.locator("#uncoded")).to_contain_text("Le Courrier written in French; only English is coded")


def test_a_phone_never_scrolls_sideways(phone: Page) -> None:
    phone.locator('tr[data-event="ev-3"]').click()
    phone.locator('[data-account="acc-7"] button.value').first.click()
    expect(phone.locator(".reader")).to_be_in_viewport()
    for details in phone.locator("main section > div details:not(.maplibregl-ctrl)").all():
        details.locator("summary").click()
    width, room = phone.evaluate("[document.documentElement.scrollWidth, innerWidth]")
    assert width <= room


def test_an_empty_dossier_opens(browser: Browser, tmp_path: Path) -> None:
    write_dossier(Bundle(), tmp_path / "empty.html")
    context = browser.new_context()
    page, watch = _open(context, tmp_path / "empty.html")
    assert watch.errors == []
    expect(page.locator("#brief")).to_contain_text("Choose an event")
    context.close()


def test_without_javascript_the_table_is_there(browser: Browser, file: Path) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(file.as_uri())
    expect(page.locator("noscript table tbody tr")).to_have_count(len(BUNDLE.events))
    context.close()
