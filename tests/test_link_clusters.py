"""Clusters: persons win, chains do not swallow look-alikes, and order does not matter."""

from hypothesis import given
from hypothesis import strategies as st

from crossbearing.link.clusters import cluster
from crossbearing.model import Judgement


def machine(left: str, right: str, score: float) -> Judgement:
    return Judgement(left, right, score >= 0.5, score, (), "machine:test")


def person(left: str, right: str, same: bool) -> Judgement:
    return Judgement(left, right, same, 1.0 if same else 0.0, (), "person:ann")


def test_accounts_without_judgements_stand_alone() -> None:
    assert cluster(["b", "a"], []) == (("a",), ("b",))


def test_a_machine_judgement_joins() -> None:
    assert cluster(["a", "b", "c"], [machine("a", "b", 0.9), machine("b", "c", 0.2)]) == (("a", "b"), ("c",))


def test_one_link_does_not_chain_two_events() -> None:
    links = [machine("a", "b", 0.9), machine("c", "d", 0.9), machine("b", "c", 0.6)]
    assert cluster("abcd", links) == (("a", "b"), ("c", "d"))


def test_a_person_parts_what_the_machine_joins() -> None:
    assert cluster("ab", [machine("a", "b", 0.99), person("a", "b", False)]) == (("a",), ("b",))
    assert cluster("ab", [person("a", "b", False), machine("a", "b", 0.99)]) == (("a",), ("b",))


def test_a_person_parts_also_through_a_chain() -> None:
    links = [
        machine("a", "b", 0.99),
        machine("b", "c", 0.98),
        machine("a", "c", 0.97),
        person("a", "c", False),
    ]
    assert cluster("abc", links) == (("a", "b"), ("c",))


def test_a_person_joins_what_the_machine_parts() -> None:
    assert cluster("ab", [machine("a", "b", 0.01), person("a", "b", True)]) == (("a", "b"),)


def test_apart_wins_over_a_chain_of_together() -> None:
    found = cluster("abc", [person("a", "b", True), person("b", "c", True), person("a", "c", False)])
    assert ("a", "c") not in {(x, y) for group in found for x in group for y in group}


def test_a_later_decision_replaces_an_earlier_one() -> None:
    assert cluster("ab", [person("a", "b", True), person("a", "b", False)]) == (("a",), ("b",))
    assert cluster("ab", [person("a", "b", False), person("a", "b", True)]) == (("a", "b"),)


def test_judgements_on_unknown_accounts_are_passed_over() -> None:
    assert cluster(["a"], [machine("a", "gone", 0.9)]) == (("a",),)


IDS = [f"n{i}" for i in range(8)]
PAIRS = st.tuples(st.sampled_from(IDS), st.sampled_from(IDS)).filter(lambda p: p[0] < p[1])
MACHINE = st.builds(lambda p, s: machine(*p, round(s, 3)), PAIRS, st.floats(0, 1))
PERSON = st.builds(lambda p, same: person(*p, same), PAIRS, st.booleans())


@given(st.lists(MACHINE, max_size=25), st.lists(PERSON, max_size=6), st.randoms(use_true_random=False))
def test_a_partition_that_keeps_persons_word_in_any_order(by_machine, by_person, random) -> None:  # type: ignore[no-untyped-def]
    unique = {(j.left, j.right, j.by_person): j for j in [*by_machine, *by_person]}
    judgements = list(unique.values())
    groups = cluster(IDS, judgements)
    assert sorted(i for group in groups for i in group) == sorted(IDS)
    where = {i: group for group in groups for i in group}
    assert all(where[j.left] is not where[j.right] for j in judgements if j.by_person and not j.same)
    if not any(j.by_person and not j.same for j in judgements):
        assert all(where[j.left] is where[j.right] for j in judgements if j.by_person)
    shuffled, ids = judgements[:], IDS[:]
    random.shuffle(shuffled)
    random.shuffle(ids)
    assert cluster(ids, shuffled) == groups
