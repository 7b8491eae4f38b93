"""Reprints are found, whichever way round the reports come, and neighbours of one story are not."""

from datetime import date, timedelta
from random import Random

import pytest

from crossbearing.link import copies as copies_module
from crossbearing.link import copy_groups, copy_of, find_copies, origins
from crossbearing.link.copies import same_outlet
from crossbearing.model import Basis, Part, PartKind, Published, Report

DISPATCH = (
    "Two mortar rounds landed in the vegetable market of Darvan shortly before noon on Tuesday. "
    "Four traders were killed and eleven people were taken to the provincial hospital, a nurse there said. "
    "The mayor blamed fighters of the Green Banner, who hold the ridge above the town. "
    "The group did not answer calls. A truce signed in the spring has not been kept by either side. "
    "Shops stayed closed in the afternoon and the bus to the capital did not run."
)
SHORTENED = (
    "Two mortar rounds landed in the vegetable market of Darvan shortly before noon on Tuesday. "
    "Four traders were killed and eleven people were taken to the provincial hospital, a nurse there said. "
    "The mayor blamed fighters of the Green Banner."
)
OWN_REPORTING = (
    "Residents of Darvan spoke of screams and smoke after shells fell on the market on Tuesday. "
    "Our correspondent counted four bodies beside the melon stalls and saw relatives carry the hurt off. "
    "Who fired is disputed; the Green Banner says it has no mortars in the area, and the mayor says it has."
)
WIRE = ("Hill Wire",)
BACKGROUND = (
    "The war over the salt road began nine years ago and has driven a third of the province from its homes. "
)


def report(name: str, text: str, outlet: str | None = None, day: int | None = None, **more: object) -> Report:
    when = None if day is None else date(2031, 5, 1) + timedelta(days=day)
    published = Published(when, when, Basis.METADATA if when else Basis.UNKNOWN)
    return Report(name, text, name, outlet=outlet, published=published, **more)  # type: ignore[arg-type]


def test_a_shortened_reprint_depends_on_the_longer_dispatch() -> None:
    wire = report("wire", DISPATCH, "Hill Wire", 0)
    paper = report("paper", SHORTENED, "Darvan Post", 1, wire=("Hill Wire",))
    own = report("own", OWN_REPORTING, "River Radio", 1)
    (found,) = find_copies([paper, own, wire])
    assert (found.copy, found.source) == ("paper", "wire")
    assert found.share > 0.9
    assert "credited to Hill Wire" in found.reasons
    assert origins([wire, paper, own], [found]) == {"wire": "wire", "paper": "wire", "own": "own"}


@pytest.mark.parametrize(
    ("phenomenon", "first", "second", "copy"),
    [
        ("the credited one is the copy", {"wire": ("Hill Wire",)}, {"outlet": "Hill Wire"}, "one"),
        ("the later one is the copy", {"day": 3}, {"day": 2}, "one"),
        ("credit beats date: wires arrive undated", {"wire": WIRE, "day": 1}, {"outlet": "Hill Wire"}, "one"),
        ("an agency is no copy of its client", {"outlet": "Hill Wire", "wire": WIRE}, {"wire": WIRE}, "two"),
        ("nothing known: the id decides", {}, {}, "two"),
    ],
)  # fmt: skip
def test_who_copies_whom(
    phenomenon: str, first: dict[str, object], second: dict[str, object], copy: str
) -> None:
    one = report("one", DISPATCH, **{"outlet": "Darvan Post", **first})  # type: ignore[arg-type]
    two = report("two", DISPATCH, **{"outlet": "River Radio", **second})  # type: ignore[arg-type]
    assert [d.copy for d in find_copies([one, two])] == [copy], phenomenon
    assert find_copies([one, two]) == find_copies([two, one])


def test_a_shared_background_paragraph_is_no_copy() -> None:
    one = report("one", DISPATCH + BACKGROUND, "Hill Wire")
    two = report("two", OWN_REPORTING + BACKGROUND, "Hill Wire")
    assert find_copies([one, two]) == ()


def test_a_credited_rewrite_is_a_copy_but_not_weeks_later() -> None:
    rewrite = (
        SHORTENED.split(". ")[0]
        + ". It was the third time this month, and people in the queue for bread ran "
        + ("into the mosque, where the imam bolted the door and counted heads until the evening came.")
    )
    wire = report("wire", DISPATCH, "Hill Wire", 0)
    soon = report("soon", rewrite, "Darvan Post", 1, wire=("Hill Wire",))
    late = report("late", rewrite, "Darvan Post", 30, wire=("Hill Wire",))
    uncredited = report("uncredited", rewrite, "Darvan Post", 1)
    assert [d.source for d in find_copies([wire, soon])] == ["wire"]
    assert find_copies([wire, late]) == ()
    assert find_copies([wire, uncredited]) == ()


def test_furniture_does_not_make_a_copy() -> None:
    menu = (
        "Home World Business Sports Opinion Subscribe to our newsletter for the best of every morning. " * 3
    )
    parts = (Part(0, len(menu), PartKind.FURNITURE),)
    one = report("one", menu + DISPATCH, parts=parts)
    two = report("two", menu + OWN_REPORTING, parts=parts)
    assert find_copies([one, two]) == ()


def test_copies_of_copies_are_one_group_with_one_source() -> None:
    wire = report("wire", DISPATCH, "Hill Wire", 0)
    papers = [
        report(f"paper{i}", DISPATCH[: 300 + 20 * i], f"Paper {i}", i, wire=("Hill Wire",))
        for i in range(1, 6)
    ]
    reports = [*papers, wire]
    found = find_copies(reports)
    assert set(copy_of(found)) == {p.id for p in papers}
    assert set(copy_groups(reports, found).values()) == {"wire"}


def test_many_reports_take_the_way_over_sketches_and_find_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    random = Random(4)
    vocabulary = [f"word{i}" for i in range(3000)]
    reports = []
    for i in range(60):
        told = [random.choice(vocabulary) for _ in range(200)]
        reports.append(report(f"r{i:02}a", " ".join(told), day=0))
        edited = [random.choice(vocabulary) if random.random() < 0.02 else word for word in told[:150]]
        reports.append(report(f"r{i:02}b", " ".join(edited), day=1))
    exact = find_copies(reports)
    monkeypatch.setattr(copies_module, "EXACT_UP_TO", 10)
    assert find_copies(reports) == exact
    assert [(d.copy, d.source) for d in exact] == [(f"r{i:02}b", f"r{i:02}a") for i in range(60)]


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("Hill Wire", "The Hill Wire", True),
        ("Hill Wire", "Hill Wire staff", True),
        ("AP", "APA", False),
        ("Hill Wire", "Valley Wire", False),
        ("", "Hill Wire", False),
    ],
)
def test_names_of_outlets(left: str, right: str, same: bool) -> None:
    assert same_outlet(left, right) is same


def test_dependences_in_a_circle_still_give_a_group() -> None:
    from crossbearing.model import Dependence

    circle = [Dependence("a", "b", 1.0), Dependence("b", "a", 1.0), Dependence("c", "a", 1.0)]
    groups = copy_groups([report(n, DISPATCH) for n in "abc"], circle)
    assert set(groups.values()) == {"a"}
