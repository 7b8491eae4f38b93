"""The dossier as a file: what it holds, what it forbids, and that hostile words stay words."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from crossbearing.export.dossier import json_for_script, render, write_dossier
from crossbearing.model.bundle import Bundle
from export_bundle import BUNDLE, TEXTS

MOST_BYTES = 1_800_000
"""What an empty page may weigh: 1.71 MB in November 2026, of which the map library is 1.3."""


@pytest.fixture(scope="module")
def page() -> str:
    return render(BUNDLE, title="A <title> & more", day=date(2024, 5, 1))


def element(page: str, id_: str) -> str:
    found = re.search(rf'<script type="[^"]+" id="{id_}">(.*?)</script>', page, re.DOTALL)
    assert found
    return found[1]


def test_records_come_out_as_they_went_in(page: str) -> None:
    data = json.loads(element(page, "dossier-data"))
    assert {r["report"]: r["text"] for r in data["reports"]} == TEXTS
    assert len(data["events"]) == len(BUNDLE.events)
    assert len(data["accounts"]) == len(BUNDLE.accounts)
    assert data["families"]["air_strike"] == "explosion"
    assert data["countries"] == {"SD": "Sudan"}


@pytest.mark.parametrize(
    "hostile",
    ["</script><script>alert(1)</script>", "<!-- <script>", "]]>", "&lt;", "a\u2028b\u2029c", "\u202e"],
)
def test_embedded_json_cannot_leave_its_element(hostile: str) -> None:
    text = str(json_for_script({"x": hostile}))
    assert not set(text) & set("<>&\u2028\u2029")
    assert json.loads(text) == {"x": hostile}


def test_hostile_words_are_nowhere_markup(page: str) -> None:
    assert "document.title='owned'</script>" not in page
    assert "<img src=x" not in page
    assert "<title>A &lt;title&gt; &amp; more</title>" in page


def test_policy_names_the_scripts_hash_and_no_host(page: str) -> None:
    found = re.search(r'Content-Security-Policy" content="([^"]+)"', page)
    assert found
    policy = found[1].replace("&#39;", "'")
    script = re.search(r'<script type="module">(.*?)</script>', page, re.DOTALL)
    assert script
    digest = base64.b64encode(hashlib.sha256(script[1].encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}'" in policy
    assert policy.startswith("default-src 'none'")
    assert "http" not in policy
    assert "unsafe" not in policy


def test_nothing_is_loaded_from_elsewhere(page: str) -> None:
    shell = re.sub(r"<(script|style)[^>]*>.*?</\1>", "", page, flags=re.DOTALL)
    assert not re.search(r"(src|href)=\"(?!#)", shell)


def test_without_javascript_the_events_are_a_table(page: str) -> None:
    plain = re.search(r"<noscript>(.*?)</noscript>", page, re.DOTALL)
    assert plain
    assert plain[1].count("<tr>") == len(BUNDLE.events) + 1
    assert "<td>21 or more</td>" in plain[1]  # nine and at least twelve
    assert "<td>unknown</td>" in plain[1]


def test_the_day_is_printed_only_when_given(page: str) -> None:
    assert "on 2024-05-01" in page
    assert "2024-05-01" not in render(BUNDLE)


def test_equal_bundles_give_equal_pages(tmp_path: Path) -> None:
    first, second = tmp_path / "1.html", tmp_path / "2.html"
    write_dossier(BUNDLE, first)
    write_dossier(replace(BUNDLE), second)
    assert first.read_bytes() == second.read_bytes()


def test_an_empty_store_gives_a_light_page(tmp_path: Path) -> None:
    path = tmp_path / "empty.html"
    write_dossier(Bundle(), path)
    assert path.stat().st_size < MOST_BYTES
    assert "0 events told by 0 reports" in path.read_text(encoding="utf-8")
