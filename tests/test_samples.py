"""The bundled sample reports, coded as a user codes them. We invented them, so we know what they tell."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest

import crossbearing as xb
from crossbearing.model import Account, AccountKind, Basis, Contradiction, Event, Modality, Slot, Status

SAMPLES = Path(__file__).resolve().parent.parent / "samples"
WIRE, REPRINT, KANAGA = (
    "mali-1-river-news-agency.txt",
    "mali-2-plains-courier.txt",
    "mali-3-kanaga-matin.html",
)
LEDGER, DENIAL = "cauca-1-andes-ledger.txt", "cauca-2-naya-valley-post.html"
RADIO, OBSERVATORY = "cauca-3-southwest-radio.txt", "cauca-4-observatory.txt"
PLAN, CLASH, MAYOR, TENTS = (
    "lanao-1-lake-monitor",
    "lanao-2-archipelago-wire",
    "lanao-3-moro-gulf-times",
    "lanao-4-lake-monitor",
)
SPORT = "sport-coast-sport.txt"
NOTE = "[Invented sample report for crossbearing; the outlet, the people and the events are made up.]"


@pytest.fixture(scope="module")
def record() -> xb.Record:
    return xb.read_and_code(SAMPLES)


def accounts(record: xb.Record, report: str, type: str | None = None) -> list[Account]:
    """The accounts of events that a report gives, of one type or of all."""
    return [
        a
        for a in record.accounts
        if a.report == report and a.kind is AccountKind.EVENT and type in (None, a.type)
    ]


def the_event(record: xb.Record, *reports: str, type: str | None = None) -> Event:
    """The one event (of a type) that all of these reports tell."""
    found = [e for e in record.events if set(reports) <= set(e.reports) and type in (None, e.type)]
    assert len(found) == 1, f"{len(found)} events told by {reports}"
    return found[0]


def disagreement(event: Event, field: str) -> Contradiction:
    return next(c for c in event.contradictions if c.field.startswith(field))


def names(actors: Iterable[object]) -> str:
    return "; ".join(str(getattr(actor, "name", actor)) for actor in actors)


def test_twelve_reports_are_read_and_none_is_turned_down(record: xb.Record) -> None:
    assert len(record.reports) == 12
    assert record.rejected == ()


def test_every_report_says_that_it_is_invented(record: xb.Record) -> None:
    assert [r.id for r in record.reports if NOTE not in r.text] == []


def test_every_value_stands_on_the_words_of_its_report(record: xb.Record) -> None:
    texts = {report.id: report.text for report in record.reports}
    for account in record.accounts:
        assert account.evidence
        for evidence in account.evidence:
            assert texts[account.report][evidence.start : evidence.end] == evidence.quote


def test_nothing_is_coded_from_the_note_that_the_report_is_invented(record: xb.Record) -> None:
    quotes = [e.quote for account in record.accounts for e in account.evidence]
    assert quotes
    assert not any("Invented sample" in quote or "made up" in quote for quote in quotes)


@pytest.mark.parametrize(
    ("report", "day", "basis"),
    [
        (WIRE, date(2024, 3, 13), Basis.BYLINE),
        (REPRINT, date(2024, 3, 14), Basis.BYLINE),
        (KANAGA, date(2024, 3, 14), Basis.METADATA),
        (LEDGER, date(2024, 11, 17), Basis.BYLINE),
        (DENIAL, date(2024, 11, 19), Basis.METADATA),
        (RADIO, date(2024, 11, 18), Basis.BYLINE),
        (OBSERVATORY, date(2024, 11, 25), Basis.BYLINE),
        (PLAN, date(2025, 1, 17), Basis.METADATA),
        (SPORT, date(2024, 10, 7), Basis.BYLINE),
    ],
)
def test_publication_dates(record: xb.Record, report: str, day: date, basis: Basis) -> None:
    published = next(r for r in record.reports if r.id == report).published
    assert (published.start, published.end, published.basis) == (day, day, basis)


# --- the ambush in Mali: one wire story twice, and another toll


def test_the_reprint_is_no_second_source(record: xb.Record) -> None:
    ambush = the_event(record, WIRE, REPRINT, type="armed_clash")
    wires = {report.id: report.wire for report in record.reports}
    assert wires[WIRE] == wires[REPRINT] == ("RNA",)
    assert ambush.independent_origins < len(set(ambush.reports))


def test_the_ambush_as_the_army_tells_it(record: xb.Record) -> None:
    (told,) = [a for a in accounts(record, WIRE) if Slot.SIDE_B in a.deaths]
    assert told.date.start == told.date.end == date(2024, 3, 12)
    assert told.deaths[Slot.SIDE_B].low == told.deaths[Slot.SIDE_B].high == 9
    assert told.injured[Slot.SIDE_B].low == 16
    assert "Mali" in names(told.side_b)


def test_the_other_toll_is_kept_beside_the_first(record: xb.Record) -> None:
    ambush = the_event(record, WIRE, REPRINT, KANAGA, type="armed_clash")
    toll = ambush.deaths[Slot.SIDE_B]
    assert (toll.low, toll.high) == (9, None)  # nine, says the army; at least 17, says a councillor
    assert {a for v in disagreement(ambush, "deaths").values for a in v.accounts} >= {
        a.id
        for a in record.accounts
        if a.id in ambush.accounts and a.report in (WIRE, KANAGA) and Slot.SIDE_B in a.deaths
    }


def test_menu_cookies_and_other_headlines_of_the_page_yield_nothing(record: xb.Record) -> None:
    text = next(r for r in record.reports if r.id == KANAGA).text
    for furniture in ("Koro", "Kidal", "Gao road", "cookies", "7 November 2025"):
        for account in accounts(record, KANAGA):
            assert not any(furniture in e.quote for e in account.evidence)
    assert "seventeen coffins" in text


# --- the bomb in Cauca: a denial, and a second incident


def test_the_bomb_is_one_event_in_all_reports_that_tell_it(record: xb.Record) -> None:
    bomb = the_event(record, LEDGER, DENIAL, RADIO, type="ied")
    assert bomb.date.start == bomb.date.end == date(2024, 11, 16)
    assert bomb.place is not None
    assert (bomb.place.name, bomb.place.country) == ("Suárez", "CO")
    assert "Police" in names(bomb.side_b)


def test_the_denial_is_kept_and_makes_the_event_contested(record: xb.Record) -> None:
    denied = [a for a in accounts(record, DENIAL) if a.modality is Modality.DENIED]
    assert denied
    assert any(a.attribution.speaker and "EMC" in str(a.attribution.speaker) for a in denied)
    bomb = the_event(record, LEDGER, DENIAL, RADIO, type="ied")
    assert bomb.status is Status.CONTESTED
    assert any(a.id in bomb.accounts for a in denied)


def test_the_arrests_are_an_event_of_their_own(record: xb.Record) -> None:
    (arrests,) = accounts(record, DENIAL, "arrests")
    assert arrests.date.start == date(2024, 11, 18)
    assert arrests.place is not None
    assert arrests.place.name == "Jamundí"


def test_the_shooting_in_caldono_is_not_the_bomb(record: xb.Record) -> None:
    (shooting,) = [a for a in accounts(record, RADIO) if a.place and a.place.name == "Caldono"]
    assert shooting.date.start == date(2024, 11, 17)
    assert shooting.deaths[Slot.SIDE_B].low == 1
    assert "Segunda Marquetalia" in names(shooting.side_a)


def test_who_holds_what_and_how_strong(record: xb.Record) -> None:
    stated = [a for a in record.accounts if a.report == OBSERVATORY]
    held = {a.place.name: names(a.side_a) for a in stated if a.kind is AccountKind.CONTROL and a.place}
    assert "Estado Mayor Central" in held["Argelia"]
    assert "Colombia" in held["El Tambo"]
    strengths = [a.measure for a in stated if a.kind is AccountKind.STRENGTH and a.measure]
    assert (400, 400, "fighters") in {(m.low, m.high, m.unit) for m in strengths}


# --- the offensive in Lanao del Sur: a plan is not an event


def test_the_plan_is_planned_and_is_not_the_clash(record: xb.Record) -> None:
    (plan,) = accounts(record, PLAN, "operation_launch")
    assert plan.modality is Modality.PLANNED
    assert plan.place is not None
    assert plan.place.name == "Piagapo"
    clash = the_event(record, CLASH, MAYOR, type="armed_clash")
    assert plan.id not in clash.accounts


def test_the_clash_has_two_tolls(record: xb.Record) -> None:
    clash = the_event(record, CLASH, MAYOR, type="armed_clash")
    assert clash.date.start == clash.date.end == date(2025, 1, 26)
    low = {slot: toll.low for slot, toll in clash.deaths.items()}
    high = {slot: toll.high for slot, toll in clash.deaths.items()}
    assert sorted(v for v in low.values() if v) == [1, 5]
    assert sorted(v for v in high.values() if v) == [2, 7]
    assert clash.independent_origins == 2
    assert disagreement(clash, "deaths")


def test_the_talks_are_still_to_come(record: xb.Record) -> None:
    (talks,) = accounts(record, TENTS, "talks")
    assert talks.modality is Modality.PLANNED
    assert talks.date.start == date(2025, 1, 31)


# --- and the match


def test_a_football_match_is_no_battle(record: xb.Record) -> None:
    assert [a for a in record.accounts if a.report == SPORT] == []
