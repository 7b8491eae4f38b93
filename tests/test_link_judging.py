"""Which pairs of accounts are judged to tell one event: a table of phenomena."""

from dataclasses import replace
from datetime import date, timedelta
from random import Random

import pytest

from crossbearing.link.blocking import MAX_BLOCK, pairs
from crossbearing.link.clusters import cluster
from crossbearing.link.comparing import compare
from crossbearing.link.judging import judge, weigh
from crossbearing.link.profiles import Profile, profile, profiles
from crossbearing.link.weights import POINTS
from crossbearing.model import (
    UNKNOWN_DATE,
    Account,
    AccountKind,
    Actor,
    Attribution,
    Basis,
    Count,
    DatePrecision,
    DateValue,
    Evidence,
    Modality,
    Origin,
    Place,
    Published,
    Report,
    Slot,
)

DARVAN = Place("Darvan", "g:1", 35.0, 44.0, 1, 5.0, "Salt Province", "XA")
NEAR_DARVAN = Place("Old Mill", "g:2", 35.05, 44.03, 1, 5.0, "Salt Province", "XA")
TELMET = Place("Telmet", "g:3", 35.6, 44.6, 1, 5.0, "Salt Province", "XA")  # 86 km from Darvan
PROVINCE = Place("Salt Province", "g:4", 35.2, 44.2, 4, 120.0, "Salt Province", "XA")
BANNER = (Actor("xb:banner", "Green Banner", "the Green Banner", ("GB",)),)
ARMY = (Actor("xb:army", "Army of Karsia", "the army"),)
OTHERS = (Actor("xb:league", "Salt League", "Salt League"),)
GUNMEN = (Actor("xb:gunmen", "gunmen", "gunmen", generic=True),)


def day(number: int, length: int = 1, precision: DatePrecision = DatePrecision.DAY) -> DateValue:
    start = date(2031, 5, number)
    return DateValue(start, start + timedelta(days=length - 1), precision)


def account(name: str, **more: object) -> Account:
    """An account of shelling in Darvan on 6 May by the Green Banner, but for what is said otherwise."""
    quote = f"As {name} tells"
    given: dict[str, object] = {
        "id": name,
        "report": f"report-{name}",
        "kind": AccountKind.EVENT,
        "type": "shelling",
        "modality": Modality.OCCURRED,
        "evidence": (Evidence(0, len(quote), quote, "type"),),
        "origin": Origin("test", "1"),
        "date": day(6),
        "place": DARVAN,
        "side_a": BANNER,
        "side_b": ARMY,
    }
    return Account(**{**given, **more})  # type: ignore[arg-type]


def together(*accounts: Account, reports: tuple[Report, ...] = ()) -> bool:
    judgements = judge(accounts, reports, ())
    return len(cluster([a.id for a in accounts], judgements)) == 1


@pytest.mark.parametrize(
    ("phenomenon", "other", "same"),
    [
        ("the same in every field", {}, True),
        ("a rival toll", {"deaths": {Slot.SIDE_B: Count(9, 9)}}, True),
        ("told as an attack", {"type": "attack"}, True),
        ("the place a village beside", {"place": NEAR_DARVAN, "deaths": {Slot.SIDE_B: Count(4, 4)}}, True),
        ("the place only a province", {"place": PROVINCE, "deaths": {Slot.SIDE_B: Count(4, 4)}}, True),
        ("gunmen who are not named", {"side_a": GUNMEN}, True),
        ("another name of the group", {"side_a": (Actor("xb:gb", "GB", "GB"),)}, True),
        ("denied by a party", {"modality": Modality.DENIED}, True),
        ("the next day, same toll", {"date": day(7), "deaths": {Slot.SIDE_B: Count(4, 4)}}, True),
        (
            "nothing known but type, place and sides",
            {"date": UNKNOWN_DATE, "deaths": {Slot.SIDE_B: Count(4, 4)}},
            True,
        ),
        ("another day of the week", {"date": day(9)}, False),
        ("another month", {"date": DateValue(date(2031, 7, 6), date(2031, 7, 6), DatePrecision.DAY)}, False),
        ("another town", {"place": TELMET}, False),
        ("another sort of event", {"type": "talks"}, False),
        ("a plan of it", {"modality": Modality.PLANNED}, False),
        ("a threat of it", {"modality": Modality.THREATENED}, False),
        (
            "other actors on both sides, other type",
            {"type": "attack", "side_a": OTHERS, "side_b": OTHERS},
            False,
        ),
        ("another country", {"place": Place("Darvan", None, 10.0, 4.0, 1, 5.0, None, "XB")}, False),
    ],
)
def test_two_reports(phenomenon: str, other: dict[str, object], same: bool) -> None:
    first = account("one", deaths={Slot.SIDE_B: Count(4, 4)})
    second = account("two", **{"deaths": {Slot.SIDE_B: Count(3, None)}, **other})
    assert together(first, second) is same, phenomenon
    assert together(second, first) is same, phenomenon


def test_the_announced_launch_of_an_operation_is_its_launch() -> None:
    told = account("one", type="operation_launch")
    ahead = account("two", type="operation_launch", modality=Modality.PLANNED)
    assert together(told, ahead)
    assert not together(told, replace(ahead, date=day(8)))


def in_one_report(*told: tuple[str, dict[str, object]]) -> tuple[tuple[Account, ...], Report]:
    """Accounts whose evidence are the sentences of one report."""
    text = " ".join(sentence for sentence, _ in told)
    accounts = []
    for number, (sentence, more) in enumerate(told):
        start = text.index(sentence)
        evidence = (
            Evidence.cut(text, type(Evidence(0, 0, "", "").span)(start, start + len(sentence)), "type"),
        )
        accounts.append(account(f"r:{number}", report="r", evidence=evidence, **more))
    return tuple(accounts), Report("r", text, "r")


def test_two_strikes_of_one_day_in_one_report_stay_two() -> None:
    accounts, report = in_one_report(
        ("Shells fell on the barracks of Darvan at dawn.", {}),
        ("In Telmet a rocket struck a bridge, the governor said.", {"place": TELMET}),
    )
    assert not together(*accounts, reports=(report,))


def test_rival_tolls_in_one_report_are_one() -> None:
    accounts, report = in_one_report(
        ("Shells fell on the barracks of Darvan, killing four soldiers, the army said.",
         {"deaths": {Slot.SIDE_B: Count(4, 4)}, "attribution": Attribution("the army")}),
        ("The Green Banner put the dead soldiers of Darvan at thirty.",
         {"deaths": {Slot.SIDE_B: Count(30, 30)}, "attribution": Attribution("the Green Banner")}),
    )  # fmt: skip
    assert together(*accounts, reports=(report,))


def test_what_a_report_comes_back_to_borrows_date_and_place_from_its_first_telling() -> None:
    accounts, report = in_one_report(
        ("Shells fell on the barracks of Darvan on Tuesday.", {}),
        (
            "The shelling of the barracks was the worst this year.",
            {"date": UNKNOWN_DATE, "place": None, "side_b": ()},
        ),
    )
    elsewhere = account("other", deaths={Slot.SIDE_B: Count(4, 4)})
    judgements = judge((*accounts, elsewhere), (report,), ())
    assert ("other", "r:1") in {(j.left, j.right) for j in judgements if j.same}
    assert any("borrowed" in reason for j in judgements for reason in j.reasons)


def test_undated_news_of_the_same_days_meet_and_old_news_do_not() -> None:
    def told(name: str, month: int) -> tuple[Account, Report]:
        made = account(name, date=UNKNOWN_DATE, type="attack", side_b=(), deaths={Slot.SIDE_B: Count(4, 4)})
        day_out = date(2031, month, 8)
        return made, Report(
            made.report, f"As {name} tells", "", published=Published(day_out, day_out, Basis.METADATA)
        )

    (one, first), (two, second), (old, third) = told("one", 5), told("two", 5), told("old", 9)
    assert together(one, two, reports=(first, second))
    assert not together(one, old, reports=(first, third))


STORY = "On Tuesday the guards of Pella Ormond said that Tirsk Vandel was shot near the Hollin mill."
OTHER_STORY = (
    "In the end the envoys of Queen Maristel and Lord Abenhall met at the Greywater bridge in Sunmoor."
)


@pytest.mark.parametrize(
    ("phenomenon", "text", "same"),
    [
        ("both name the victim, the witness and the mill", f"It was told again. {STORY}", True),
        ("they share no name", OTHER_STORY, False),
    ],
)
def test_reports_on_one_story_meet_without_a_place(phenomenon: str, text: str, same: bool) -> None:
    accounts = [
        account(name, date=when, place=None, type="attack", side_a=(), side_b=())
        for name, when in (("one", UNKNOWN_DATE), ("two", day(6)))
    ]
    reports = tuple(
        Report(f"report-{name}", f"As {name} tells. {told}", name)
        for name, told in (("one", STORY), ("two", text))
    )
    ready = profiles(accounts, {r.id: r for r in reports}, {})
    assert (pairs(ready) == [(0, 1)]) is same, phenomenon
    assert ("story_same" in {f.name for f in compare(*ready)}) is same, phenomenon


def test_control_and_strength_are_never_judged() -> None:
    held = account("one", kind=AccountKind.CONTROL, type=None)
    assert judge((held, account("two"), replace(held, id="three")), (), ()) == ()


def test_judgements_do_not_depend_on_order_and_say_why() -> None:
    accounts = [
        account(
            f"a{i}", date=day(1 + i % 4), type=("shelling", "attack", "looting_property_destruction")[i % 3]
        )
        for i in range(12)
    ]
    forward, backward = judge(accounts, (), ()), judge(accounts[::-1], (), ())
    assert forward == backward
    assert {j.same for j in forward} == {True, False}, "near misses are kept"
    assert all(j.left < j.right and j.reasons and j.origin.startswith("machine:") for j in forward)


def test_every_feature_has_its_points() -> None:
    random = Random(7)
    seen = set()
    for _ in range(3000):
        left, right = (_random_profile(random, name) for name in "ab")
        features = compare(left, right)
        assert sorted(f.name for f in features) == sorted(f.name for f in compare(right, left))
        assert 0.0 <= weigh(features) <= 1.0
        seen |= {f.name for f in features}
    assert seen <= set(POINTS)
    # the accounts here have no words, and their reports no names
    wording = {"copied_words", "alike_words", "some_words", "other_words"}
    wording |= {"story_same", "story_alike", "story_other"}
    assert set(POINTS) - seen == {"headline", "borrowed", "borrowed_unsure", *wording}


def _random_profile(random: Random, name: str) -> Profile:
    when = random.choice((date(2031, 5, 8), date(2031, 9, 1), None))
    published = Published(when, when, Basis.METADATA if when else Basis.UNKNOWN)
    report = random.choice((None, Report("r", f"As {name} tells", "", published=published)))
    return profile(_random_account(random, name), report, random.choice("xy"))


def _random_account(random: Random, name: str) -> Account:
    toll = random.choice(
        ({}, {Slot.SIDE_B: Count(4, 4)}, {Slot.SIDE_B: Count(2, 2)}, {Slot.SIDE_B: Count(90, None)})
    )
    return account(
        name,
        report=random.choice(("r", name)),
        type=random.choice(("shelling", "attack", "talks", "ied", "withdrawal", "arrests")),
        modality=random.choice(list(Modality)),
        date=random.choice((day(6), day(7), day(9), day(20), day(1, 28, DatePrecision.MONTH), UNKNOWN_DATE)),
        place=random.choice(
            (DARVAN, NEAR_DARVAN, TELMET, PROVINCE, None, Place("Darvan"), replace(DARVAN, lat=35.4))
        ),
        side_a=random.choice((BANNER, ARMY, OTHERS, GUNMEN, ())),
        side_b=random.choice((BANNER, ARMY, OTHERS, ())),
        deaths=toll,
        injured=random.choice((toll, {})),
        attribution=Attribution(random.choice((None, "the mayor"))),
    )


def test_blocks_are_bounded() -> None:
    crowd = [profile(account(f"a{i:04}", date=day(1 + i % 28)), None, "") for i in range(2000)]
    assert len(pairs(crowd)) < len(crowd) * MAX_BLOCK * 10
