"""Reconciling: what accounts of one incident agree on, and every disagreement kept."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossbearing.model import (
    UNKNOWN_DATE,
    Account,
    AccountKind,
    Actor,
    ActorKind,
    Attribution,
    Basis,
    Contradiction,
    Count,
    DatePrecision,
    DateValue,
    Decision,
    Event,
    Evidence,
    Figure,
    Modality,
    Origin,
    Place,
    Published,
    Report,
    Slot,
    Status,
    Toll,
)
from crossbearing.reconcile import event_id, events, reconcile

DARVAN = Place("Darvan", "g:1", 35.0, 44.0, 1, 5.0)
OLD_MILL = Place("Old Mill", "g:2", 35.05, 44.03, 2, 25.0)
TELMET = Place("Telmet", "g:3", 35.6, 44.6, 1, 5.0)  # 86 km from Darvan
PROVINCE = Place("Salt Province", "g:4", 35.2, 44.2, 4, 120.0)
BANNER = Actor("xb:banner", "Green Banner", "the Green Banner", ("GB",), ActorKind.REBEL)
GB = Actor("xb:gb", "GB", "GB")
LEAGUE = Actor("xb:league", "Salt League", "Salt League", (), ActorKind.REBEL)
ARMY = Actor("xb:army", "Army of Karsia", "the army", (), ActorKind.STATE)
GUNMEN = Actor("xb:gunmen", "gunmen", "gunmen", generic=True)
VILLAGERS = Actor("xb:villagers", "villagers", "villagers", (), ActorKind.CIVILIANS, generic=True)


def day(number: int, last: int | None = None) -> DateValue:
    start, end = date(2031, 5, number), date(2031, 5, last or number)
    return DateValue(start, end, DatePrecision.DAY if last is None else DatePrecision.WEEK)


def account(name: str, **more: object) -> Account:
    """Report ``r-NAME`` tells of an attack by the Green Banner on the army in Darvan on 6 May, but for
    ``more``.
    """
    given: dict[str, object] = {
        "id": name,
        "report": f"r-{name}",
        "kind": AccountKind.EVENT,
        "type": "attack",
        "modality": Modality.OCCURRED,
        "evidence": (Evidence(0, 1, "x", "type"),),
        "origin": Origin("test", "1"),
        "date": day(6),
        "place": DARVAN,
        "side_a": (BANNER,),
        "side_b": (ARMY,),
    }
    return Account(**{**given, **more})  # type: ignore[arg-type]


def report(name: str, outlet: str | None = None, published: int | None = None) -> Report:
    when = None if published is None else date(2031, 5, published)
    return Report(name, "x", name, outlet=outlet, published=Published(when, when, Basis.METADATA))


def joined(
    *accounts: Account, origins: dict[str, str] | None = None, reports: tuple[Report, ...] = ()
) -> Event:
    given = {a.report: report(a.report) for a in accounts} | {r.id: r for r in reports}
    return reconcile(accounts, given, origins or {})


def about(event: Event, field: str) -> list[Contradiction]:
    return [c for c in event.contradictions if c.field == field]


def values(event: Event, field: str) -> list[str]:
    return [v.value for c in about(event, field) for v in c.values]


def dead(low: int, high: int | None = -1, slot: Slot = Slot.SIDE_B) -> dict[Slot, Count]:
    return {slot: Count(low, low if high == -1 else high)}


def test_one_account_is_its_own_event() -> None:
    told = account("one", deaths=dead(3), confidence=0.7)
    event = joined(told)
    assert (event.type, event.date, event.place) == (told.type, told.date, told.place)
    assert (event.accounts, event.reports, event.status) == (("one",), ("r-one",), Status.SINGLE_SOURCE)
    assert (event.deaths, event.confidence) == ({Slot.SIDE_B: Toll(3, 3, 3)}, 0.7)
    assert event.contradictions == ()


def test_nothing_is_no_event() -> None:
    with pytest.raises(ValueError, match="account"):
        reconcile([], {}, {})


class TestType:
    def test_most_origins_win_and_the_rest_is_kept(self) -> None:
        event = joined(account("a", type="ied"), account("b", type="ied"), account("c", type="suicide_bomb"))
        assert event.type == "ied"
        assert values(event, "type") == ["ied", "suicide_bomb"]

    def test_copies_have_one_vote(self) -> None:
        accounts = [
            account("a", type="ied"),
            account("b", type="ied"),
            account("c", type="grenade"),
            account("d", type="grenade"),
        ]
        event = joined(*accounts, origins={"r-a": "wire", "r-b": "wire"})
        assert event.type == "grenade"

    def test_in_a_tie_the_code_that_says_more_wins(self) -> None:
        assert joined(account("a", type="attack"), account("b", type="suicide_bomb")).type == "suicide_bomb"


class TestModality:
    def test_one_who_says_it_happened_suffices(self) -> None:
        event = joined(
            account("a", modality=Modality.UNCERTAIN), account("b"), account("c", modality=Modality.DENIED)
        )
        assert event.modality is Modality.OCCURRED
        assert values(event, "modality") == ["denied", "occurred", "uncertain"]
        assert event.status is Status.CONTESTED

    def test_only_planned_stays_planned(self) -> None:
        assert joined(account("a", modality=Modality.PLANNED)).modality is Modality.PLANNED

    def test_only_denied_stays_denied_with_date_and_place(self) -> None:
        event = joined(account("a", modality=Modality.DENIED))
        assert (event.modality, event.place, event.date) == (Modality.DENIED, DARVAN, day(6))

    def test_going_on_and_happened_is_no_disagreement(self) -> None:
        assert not about(joined(account("a"), account("b", modality=Modality.ONGOING)), "modality")


class TestDate:
    @pytest.mark.parametrize(
        ("phenomenon", "given", "expected", "clash"),
        [
            ("a day inside a week", [day(4, 10), day(6)], day(6), False),
            ("two weeks cross", [day(1, 7), day(5, 12)], day(5, 7), False),
            ("two weeks cross on one day", [day(1, 5), day(5, 12)], day(5), False),
            ("an unknown date says nothing", [UNKNOWN_DATE, day(6)], day(6), False),
            ("nobody knows", [UNKNOWN_DATE, UNKNOWN_DATE], UNKNOWN_DATE, False),
            ("a tie: the earlier", [day(7), day(6)], day(6), True),
            ("two against one", [day(6), day(7), day(7)], day(7), True),
        ],
    )
    def test_crossing(
        self, phenomenon: str, given: list[DateValue], expected: DateValue, clash: bool
    ) -> None:
        event = joined(*(account(f"a{i}", date=value) for i, value in enumerate(given)))
        assert event.date == expected, phenomenon
        assert bool(about(event, "date")) is clash

    def test_the_rivals_are_named(self) -> None:
        assert values(joined(account("a"), account("b", date=day(8, 9))), "date") == [
            "2031-05-06",
            "2031-05-08/2031-05-09",
        ]


class TestPlace:
    @pytest.mark.parametrize(
        ("phenomenon", "given", "expected", "clash"),
        [
            ("a town beats its province", [PROVINCE, DARVAN], "Darvan", False),
            (
                "a gazetteer's place beats a bare name",
                [Place("the barracks"), PROVINCE],
                "Salt Province",
                False,
            ),
            ("only a bare name", [Place("the barracks"), None], "the barracks", False),
            ("a village close by is no clash", [DARVAN, OLD_MILL], "Darvan", False),
            ("two towns far apart", [TELMET, DARVAN, DARVAN], "Darvan", True),
            ("a province can not clash", [TELMET, PROVINCE], "Telmet", False),
        ],
    )
    def test_most_precise(
        self, phenomenon: str, given: list[Place | None], expected: str, clash: bool
    ) -> None:
        event = joined(*(account(f"a{i}", place=place) for i, place in enumerate(given)))
        assert event.place is not None
        assert event.place.name == expected, phenomenon
        assert bool(about(event, "place")) is clash

    def test_no_place(self) -> None:
        assert joined(account("a", place=None)).place is None


class TestSides:
    def test_names_of_one_body_are_one_actor(self) -> None:
        event = joined(account("a"), account("b", side_a=(GB,)))
        assert [a.name for a in event.side_a] in (["Green Banner"], ["GB"])
        assert {event.side_a[0].name, *event.side_a[0].aliases} == {"Green Banner", "GB"}
        assert not about(event, "side_a")

    def test_gunmen_give_way_to_a_named_group(self) -> None:
        assert joined(account("a"), account("b", side_a=(GUNMEN,))).side_a == (BANNER,)

    def test_villagers_do_not_give_way_to_the_army(self) -> None:
        event = joined(account("a"), account("b", side_b=(VILLAGERS,)))
        assert [a.name for a in event.side_b] == ["Army of Karsia", "villagers"]

    def test_gunmen_alone_stay(self) -> None:
        assert joined(account("a", side_a=(GUNMEN,))).side_a == (GUNMEN,)

    def test_rival_blame_is_a_contradiction_and_contests_the_event(self) -> None:
        event = joined(account("a"), account("b", side_a=(LEAGUE,)))
        assert values(event, "side_a") == ["Green Banner", "Salt League"]
        assert event.status is Status.CONTESTED

    def test_one_more_participant_is_no_contradiction(self) -> None:
        event = joined(account("a"), account("b", side_a=(BANNER, LEAGUE)))
        assert not about(event, "side_a")
        assert [a.name for a in event.side_a] == ["Green Banner", "Salt League"]

    def test_no_body_fights_itself(self) -> None:
        event = joined(account("a"), account("b"), account("c", side_a=(), side_b=(BANNER, ARMY)))
        assert (event.side_a, event.side_b) == ((BANNER,), (ARMY,))

    def test_a_part_that_is_listed_and_denied(self) -> None:
        listed = account("a", type="operation_launch", side_a=(ARMY, LEAGUE), side_b=(BANNER,))
        denied = account(
            "b", type="operation_launch", modality=Modality.DENIED, side_a=(LEAGUE,), side_b=(),
            attribution=Attribution("a Salt League spokesman"),
        )  # fmt: skip
        event = joined(listed, denied)
        (found,) = about(event, "side_a")
        assert [(v.value, v.accounts, v.speakers) for v in found.values] == [
            ("Salt League", ("a",), ()),
            ("not Salt League", ("b",), ("a Salt League spokesman",)),
        ]
        assert event.status is Status.CONTESTED
        assert event.modality is Modality.OCCURRED

    def test_a_clash_told_the_other_way_round_keeps_each_sides_own_dead(self) -> None:
        one = account("a", type="armed_clash", side_a=(BANNER,), side_b=(ARMY,), deaths=dead(4))
        two = account(
            "b", type="armed_clash", side_a=(ARMY,), side_b=(BANNER,), deaths=dead(4, slot=Slot.SIDE_A)
        )
        event = joined(one, two)
        assert (event.side_a, event.side_b) == ((BANNER,), (ARMY,))
        assert event.deaths == {Slot.SIDE_B: Toll(4, 4, 4)}
        assert event.contradictions == ()


class TestToll:
    @pytest.mark.parametrize(
        ("phenomenon", "given", "expected", "clash"),
        [
            ("in doubt the lower figure", [dead(9), dead(13)], Toll(9, 9, 13), True),
            ("the figure of most origins", [dead(9), dead(13), dead(13)], Toll(9, 13, 13), True),
            ("at least 12 and 13 agree", [dead(12, None), dead(13)], Toll(12, 13, 13), False),
            ("at least 12", [dead(12, None)], Toll(12, 12, None), False),
            ("9, or 12 and more", [dead(9), dead(12, None)], Toll(9, 9, None), True),
            ("a range and a figure in it", [dead(2, 5), dead(4)], Toll(2, 2, 5), False),
            ("one gives none", [dead(3), {}], Toll(3, 3, 3), False),
        ],
    )
    def test_low_best_high(
        self, phenomenon: str, given: list[dict[Slot, Count]], expected: Toll, clash: bool
    ) -> None:
        event = joined(*(account(f"a{i}", deaths=counts) for i, counts in enumerate(given)))
        assert event.deaths[Slot.SIDE_B] == expected, phenomenon
        assert bool(about(event, "deaths")) is clash

    def test_a_later_report_of_one_outlet_replaces_its_earlier_figure(self) -> None:
        first, second = account("a", deaths=dead(4)), account("b", deaths=dead(7))
        reports = (report("r-a", "Hill Wire", 6), report("r-b", "Hill Wire", 7))
        event = joined(first, second, reports=reports)
        assert event.deaths[Slot.SIDE_B] == Toll(7, 7, 7)
        assert about(event, "deaths"), "the first figure is still on record"

    def test_another_outlets_later_figure_replaces_nothing(self) -> None:
        reports = (report("r-a", "Hill Wire", 6), report("r-b", "Darvan Post", 7))
        event = joined(account("a", deaths=dead(4)), account("b", deaths=dead(7)), reports=reports)
        assert event.deaths[Slot.SIDE_B] == Toll(4, 4, 7)

    def test_a_partys_claim_on_its_enemys_dead_does_not_count_against_others(self) -> None:
        boast = account("b", deaths=dead(40, None), attribution=Attribution("the Green Banner"))
        event = joined(account("a", deaths=dead(9)), boast)
        assert event.deaths[Slot.SIDE_B] == Toll(9, 9, 9)
        assert values(event, "deaths") == ["side_b 40 or more (claimed by the other side)", "side_b 9"]

    def test_a_partys_claim_stands_where_nobody_else_counts(self) -> None:
        boast = account("b", deaths=dead(40), attribution=Attribution("a Green Banner statement"))
        assert joined(boast).deaths[Slot.SIDE_B] == Toll(40, 40, 40)

    def test_every_figure_of_an_account_is_heard(self) -> None:
        figures = (
            Figure("deaths", Slot.SIDE_B, 3, 3, "a nurse"),
            Figure("deaths", Slot.SIDE_B, 5, 5, "the mayor"),
        )
        event = joined(account("a", deaths=dead(3), figures=figures))
        assert event.deaths[Slot.SIDE_B] == Toll(3, 3, 5)

    def test_people_and_civilians_are_one_slot(self) -> None:
        event = joined(
            account("a", deaths=dead(9, slot=Slot.UNKNOWN)), account("b", deaths=dead(9, slot=Slot.CIVILIANS))
        )
        assert event.deaths == {Slot.CIVILIANS: Toll(9, 9, 9)}

    def test_injured_are_reconciled_likewise(self) -> None:
        event = joined(account("a", injured=dead(2)), account("b", injured=dead(6)))
        assert event.injured == {Slot.SIDE_B: Toll(2, 2, 6)}
        assert values(event, "injured") == ["side_b 2", "side_b 6"]


class TestStatus:
    def test_two_origins_corroborate(self) -> None:
        event = joined(account("a", confidence=0.6), account("b", confidence=0.5))
        assert (event.status, event.independent_origins) == (Status.CORROBORATED, 2)
        assert event.confidence == pytest.approx(0.8)

    def test_a_copy_adds_an_outlet_not_an_origin(self) -> None:
        event = joined(account("a"), account("b"), origins={"r-b": "r-a"})
        assert (event.status, event.independent_origins, len(event.reports)) == (Status.SINGLE_SOURCE, 1, 2)

    def test_told_through_another_outlet_is_that_outlets_word(self) -> None:
        retold = account("b", attribution=Attribution(None, None, ("Hill Wire",)))
        reports = (report("r-a", "Hill Wire"), report("r-b", "Darvan Post"))
        assert joined(account("a"), retold, reports=reports).independent_origins == 1

    def test_two_who_name_one_agency_are_one_origin(self) -> None:
        via = Attribution(None, None, ("Hill Wire",))
        assert joined(account("a", attribution=via), account("b", attribution=via)).independent_origins == 1

    def test_who_did_it_says_so(self) -> None:
        event = joined(account("a", attribution=Attribution("Green Banner statement")))
        assert event.status is Status.CONFIRMED_BY_PARTY

    def test_a_state_owns_up_through_its_ministry(self) -> None:
        own = account("a", side_a=(ARMY,), side_b=(BANNER,), attribution=Attribution("the defence ministry"))
        assert joined(own).status is Status.CONFIRMED_BY_PARTY

    def test_a_boast_against_a_denial_is_contested(self) -> None:
        own = account("a", attribution=Attribution("the Green Banner"))
        assert joined(own, account("b", modality=Modality.DENIED)).status is Status.CONTESTED

    def test_an_outlet_that_takes_its_word_back(self) -> None:
        reports = (report("r-a", "Hill Wire", 6), report("r-b", "Hill Wire", 8))
        event = joined(account("a"), account("b", modality=Modality.DENIED, side_a=()), reports=reports)
        assert event.status is Status.DISCOUNTED


class TestDecisions:
    def decide(self, action: str, target: str, **payload: str) -> Event:
        decision = Decision("d1", action, target, payload, "ann", "2031-06-01T00:00:00Z")
        return reconcile([account("a", deaths=dead(4))], {}, {}, [decision])

    def test_a_reviewers_value_stands(self) -> None:
        event = self.decide("set", "a", field="type", value="ied")
        assert (event.type, event.status, event.decisions) == ("ied", Status.REVIEWED, ("d1",))

    def test_a_reviewers_toll_widens_the_range(self) -> None:
        assert self.decide("set", "a", field="deaths", slot="side_b", value="6").deaths == {
            Slot.SIDE_B: Toll(4, 6, 6)
        }

    def test_a_reviewers_dates(self) -> None:
        assert self.decide("set", "a", field="date", value="2031-05-02/2031-05-03").date.start == date(
            2031, 5, 2
        )

    def test_aimed_at_the_event(self) -> None:
        assert self.decide("discount", event_id(["a"])).status is Status.DISCOUNTED

    @pytest.mark.parametrize(
        ("action", "target", "payload"),
        [
            ("confirm", "another", {}),
            ("join", "a", {}),
        ],
    )
    def test_what_does_not_concern_the_event(self, action: str, target: str, payload: dict[str, str]) -> None:
        event = self.decide(action, target, **payload)
        assert (event.status, event.decisions) == (Status.SINGLE_SOURCE, ())

    @pytest.mark.parametrize(
        "payload",
        [{}, {"field": "mood"}, {"field": "type", "value": "duel"}, {"field": "date", "value": "May"}],
    )
    def test_a_value_that_is_none_changes_nothing_but_is_on_record(self, payload: dict[str, str]) -> None:
        event = self.decide("set", "a", **payload)
        assert (event.type, event.date, event.status) == ("attack", day(6), Status.SINGLE_SOURCE)


def test_events_leave_out_control_and_strength_and_are_sorted() -> None:
    accounts = {
        a.id: a
        for a in (
            account("a", date=day(9)),
            account("b", date=day(2)),
            account("c", kind=AccountKind.CONTROL, type=None),
        )
    }
    found = events([["a"], ["b"], ["c"]], accounts, {}, {})
    assert [e.accounts for e in found] == [("b",), ("a",)]


COUNTS = st.dictionaries(
    st.sampled_from(list(Slot)),
    st.tuples(st.integers(0, 30), st.one_of(st.none(), st.integers(0, 10))).map(
        lambda c: Count(c[0], None if c[1] is None else c[0] + c[1])
    ),
    max_size=3,
)
DATES = st.one_of(
    st.just(UNKNOWN_DATE),
    st.tuples(st.integers(1, 20), st.integers(0, 8)).map(
        lambda d: day(d[0], d[0] + d[1]) if d[1] else day(d[0])
    ),
)
ACTORS = st.lists(st.sampled_from([BANNER, GB, LEAGUE, ARMY, GUNMEN, VILLAGERS]), max_size=2).map(tuple)
ACCOUNT = st.fixed_dictionaries(
    {
        "type": st.sampled_from(["attack", "ied", "armed_clash", "operation_launch"]),
        "modality": st.sampled_from(list(Modality)),
        "date": DATES,
        "place": st.sampled_from([None, DARVAN, OLD_MILL, TELMET, PROVINCE, Place("the mill")]),
        "side_a": ACTORS,
        "side_b": ACTORS,
        "deaths": COUNTS,
        "injured": COUNTS,
        "attribution": st.sampled_from(
            [Attribution(), Attribution("the army"), Attribution("a Green Banner man")]
        ),
        "confidence": st.sampled_from([0.3, 0.5, 0.9]),
    }
)


@settings(deadline=None, max_examples=150)
@given(st.lists(ACCOUNT, min_size=1, max_size=6), st.randoms(use_true_random=False))
def test_reconcile_is_a_function_of_the_set_of_accounts(given_accounts, random) -> None:  # type: ignore[no-untyped-def]
    accounts = [account(f"a{i}", **more) for i, more in enumerate(given_accounts)]
    reports = {a.report: report(a.report, f"outlet {i % 2}", 6 + i) for i, a in enumerate(accounts)}
    event = reconcile(accounts, reports, {})
    shuffled = [*accounts, accounts[0]]
    random.shuffle(shuffled)
    again = reconcile(shuffled, reports, {})
    assert again == event, "neither order nor doubles matter"
    for toll in [*event.deaths.values(), *event.injured.values()]:
        assert toll.low <= toll.best
        assert toll.high is None or toll.best <= toll.high
    assert event.accounts == tuple(sorted(a.id for a in accounts))
    assert event.modality in {a.modality for a in accounts}
    assert event.type in {a.type for a in accounts}
    for clash in event.contradictions:
        assert len(clash.values) > 1
        assert all(v.accounts and set(v.accounts) <= set(event.accounts) for v in clash.values)
    named = {a.name for told in accounts for a in (*told.side_a, *told.side_b)}
    assert {a.name for a in (*event.side_a, *event.side_b)} <= named


@given(st.sets(st.integers(0, 30), min_size=1, max_size=12), st.integers(1, 5))
def test_every_account_is_in_exactly_one_event(numbers: set[int], size: int) -> None:
    ids = sorted(f"a{n}" for n in numbers)
    accounts = {i: account(i) for i in ids}
    clusters = [ids[i : i + size] for i in range(0, len(ids), size)]
    found = events(clusters, accounts, {}, {})
    assert sorted(i for event in found for i in event.accounts) == ids
    assert found == events(clusters[::-1], accounts, {}, {})
