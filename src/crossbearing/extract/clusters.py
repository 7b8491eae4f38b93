"""Clusters: which frames of a sentence tell one incident together."""

from __future__ import annotations

from collections.abc import Sequence

from crossbearing.extract.frames import Frame
from crossbearing.extract.kinds import PROTEST_CODES, code_of, is_violent
from crossbearing.extract.parties import same_actor
from crossbearing.extract.view import View
from crossbearing.model import MentionKind, Modality, Span
from crossbearing.vocab.cues import cues

Told = tuple[Frame, Modality]
"""A frame, and whether it tells what occurred, is planned, denied …"""
Cluster = list[Told]
_GENERIC_KINDS = frozenset({"assault", "bombing", "blast", "kill", "injure", "missing"})
_WEAPON_CODES = frozenset({"air_strike", "shelling", "ied", "suicide_bomb", "grenade"})
_TAKING = frozenset({"take", "take_place"})
_PROTEST_KEYS = frozenset({"protest", "dispersal", "excessive_force", "riot"})
_OTHER_CLAUSE, _OTHER_INCIDENT = 60, 400
"""What a border between two frames adds to the characters between them: a clause's, a semicolon's."""


def clusters_of(view: View, told: Sequence[Told]) -> list[Cluster]:
    """Frames that tell one incident together. Outcomes join the nearest violent event of the sentence."""
    clusters: list[Cluster] = []
    for item in told:
        frame = item[0]
        if frame.outcome or code_of(view, [frame], view.words(frame.clause), False) is None:
            continue
        home = next((c for c in reversed(clusters) if _joins(view, c, item)), None)
        if home is None:
            clusters.append([item])
        else:
            home.append(item)
    for item in (t for t in told if t[0].outcome):
        _place_outcome(view, clusters, item)
    return clusters


def _place_outcome(view: View, clusters: list[Cluster], item: Told) -> None:
    """Puts an outcome ("three died") to the event that it came of, or in a cluster of its own."""
    frame = item[0]
    bound = next((c for c in clusters if any(f.chunk == frame.bound_to for f, _ in c)), None)
    violent = [c for c in clusters if any(_can_kill(f) for f, _ in c)]
    if bound is not None:
        bound.append(item)
    elif violent and (_bare(view, frame) or not all(_border(view, f, frame) for c in violent for f, _ in c)):
        min(violent, key=lambda c: min(_distance(view, f, frame) for f, _ in c)).append(item)
    elif not cues()["accident"].search(view.folded):
        outcomes = (c for c in clusters if all(f.outcome for f, _ in c))
        same = next((c for c in outcomes if not _border(view, c[-1][0], frame)), None)
        if same is not None:
            same.append(item)
        elif frame.tolls:
            clusters.append([item])


def _bare(view: View, frame: Frame) -> bool:
    """An outcome told without who, where and when ("…; one person was killed"): of what was told before."""
    actors = [m.span for m in view.within(frame.clause, MentionKind.ACTOR)]
    scene = (*view.within(frame.clause, MentionKind.PLACE), *view.within(frame.clause, MentionKind.TIME))
    scene = tuple(m for m in scene if not any(a.covers(m.span) for a in actors))  # "the Bangsamoro Front"
    return not frame.a and not scene and "separate" not in view.words(frame.clause)


def _can_kill(frame: Frame) -> bool:
    return is_violent(frame.row.code) or frame.row.code in PROTEST_CODES


def _distance(view: View, frame: Frame, other: Frame) -> int:
    gap = max(other.trigger.start - frame.trigger.end, frame.trigger.start - other.trigger.end, 0)
    return (
        gap + _OTHER_CLAUSE * (frame.clause != other.clause) + _OTHER_INCIDENT * _border(view, frame, other)
    )


def _joins(view: View, cluster: Sequence[Told], item: Told) -> bool:
    frame, mode = item
    if any(m is not mode for _, m in cluster):
        return False
    groups = {_group(f) for f, _ in cluster}
    if _group(frame) not in groups and not _taken_and_killed(cluster, frame):
        return False
    if _taken_by_others([f for f, _ in cluster], frame):
        return False
    if _weapons_differ([f for f, _ in cluster], frame):
        return False
    last = cluster[-1][0]
    return not _border(view, last, frame) and not _other_scene(view, last, frame)


def _taken_and_killed(cluster: Sequence[Told], frame: Frame) -> bool:
    """ "dragged him out and hacked him to death": one act, whatever the first verb alone would mean."""
    keys = {f.row.key for f, _ in cluster}
    return keys == {"abduction"} and frame.row.key == "murder"


def _taken_by_others(members: Sequence[Frame], frame: Frame) -> bool:
    """ "The rebels seized the town but the army retook it": taken twice."""
    if frame.row.kind not in _TAKING or not frame.a:
        return False
    takers = [f for f in members if f.row.kind in _TAKING and f.a]
    return any(not any(same_actor(m, o) for m in f.a for o in frame.a) for f in takers)


def _weapons_differ(members: Sequence[Frame], frame: Frame) -> bool:
    """An air strike and a shelling are two incidents in one sentence; a suicide bombing is a bombing."""
    if frame.row.kind in _GENERIC_KINDS or frame.row.code not in _WEAPON_CODES:
        return False
    others = {f.row.code for f in members if f.row.code in _WEAPON_CODES and f.row.kind not in _GENERIC_KINDS}
    return (
        bool(others) and frame.row.code not in others and {*others, frame.row.code} != {"ied", "suicide_bomb"}
    )


def _group(frame: Frame) -> str:
    """Frames of one group may tell one incident together."""
    if frame.row.key in _PROTEST_KEYS:
        return "protest"
    if frame.row.kind in {"take", "take_place", "lose"}:
        return "violence"
    if frame.row.key in {"talks", "agreement"}:
        return "talks"
    if frame.row.key == "abduction":
        return "abduction"
    code = frame.row.code
    return "violence" if code is None or is_violent(code) else code


def _border(view: View, first: Frame, second: Frame) -> bool:
    """A semicolon, or "while" with a subject and scene of its own, parts two incidents."""
    start, end = sorted((first.trigger.end, second.trigger.start))
    between = view.words(Span(min(start, end), max(start, end))) if end > start else ""
    return ";" in between or " while " in between or "separate" in between or " | " in between


def _other_scene(view: View, first: Frame, second: Frame) -> bool:
    """Each of the two clauses names a place of its own and they are not one inside the other."""
    if first.clause.overlaps(second.clause):
        return False
    places = [
        {
            m.place.name
            for m in view.within(f.clause, MentionKind.PLACE)
            if m.place and (m.place.precision or 9) <= 3
        }
        for f in (first, second)
    ]
    return bool(places[0]) and bool(places[1]) and not places[0] & places[1]
