"""Frames: for each trigger of a sentence, who acts, who is acted upon, and who is counted among the dead or hurt."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from crossbearing.extract import roles
from crossbearing.extract.casualties import Toll, tolls_before, tolls_of
from crossbearing.extract.roles import Group
from crossbearing.extract.view import View
from crossbearing.language.chunks import ChunkKind
from crossbearing.model import ActorKind, Mention, MentionKind, Span
from crossbearing.vocab.triggers import Trigger, triggers

_LIGHT = frozenset({
    "carry", "carried", "carries", "carrying", "conduct", "conducted", "launch", "launched", "launches", "launching", "stage", "staged",
    "mount", "mounted", "wage", "waged", "perform", "performed", "begin", "began", "start", "started", "make", "made", "hold", "held",
    "holding", "order", "ordered", "announce", "announced", "resume", "resumed", "execute", "renewed", "renew", "intensify", "intensified",
    "step", "stepped", "unleash", "unleashed", "undertake", "undertook", "joined", "join", "sign", "signed", "reach", "reached", "declared",
    "opened", "directed", "fired", "dropped", "laid", "set", "planted", "detonated", "delivered", "mounting", "conducting", "executed",
    "triggered", "lobbed", "threw", "hurled", "activated", "exploded", "fire", "fires", "firing", "drop", "dropping", "detonate", "plant", "trigger", "commit", "committed",
})  # fmt: skip
"""Verbs whose object is the event: their subject is the one who acts."""
_OWN_B = ("on", "against", "at", "of", "targeting", "into", "toward", "towards", "upon", "near")
_REFLEXIVE = frozenset({"himself", "herself", "themselves", "itself"})


@dataclass(frozen=True, slots=True)
class Frame:
    """One trigger with its roles. ``goal`` are the folded words of what is acted upon; ``clause`` the clause's span."""

    trigger: Mention
    row: Trigger
    verbal: bool
    chunk: int
    a: tuple[Mention, ...]
    b: tuple[Mention, ...]
    tolls: tuple[Toll, ...]
    clause: Span
    goal: str = ""
    goal_span: Span | None = None
    definite: bool = False
    light: bool = False
    bound_to: int | None = None
    """Of a relative clause ("a raid that killed three"): the chunk of the noun that it is about."""
    takes_part: bool = False
    """Says of somebody that they take part in an event told elsewhere: "is participating in the operation"."""
    pronoun: bool = False
    """The one who acts is only a pronoun, or "its" force: "they shelled the town", "its jets bombed …"."""

    @property
    def outcome(self) -> bool:
        """True for frames that tell what came of an event and not which event it was."""
        return self.row.kind in {"kill", "injure", "missing"}


def frames(view: View) -> tuple[Frame, ...]:
    """The frames of one sentence, in the order of their triggers."""
    return tuple(_frames(view))


def _frames(view: View) -> Iterator[Frame]:
    table = triggers()
    named = [m.span for kind in (MentionKind.TIME, MentionKind.PLACE) for m in view.kind(kind)]
    for mention in view.kind(MentionKind.TRIGGER):
        if any(span.covers(mention.span) for span in named):
            continue  # the month of March, the town of Hit
        row = table[mention.trigger or ""]
        chunk = view.chunk_at(mention.start)
        if row.kind in {"claim", "blame"}:
            yield _blame_frame(view, mention, row, chunk)
            continue
        verbal = view.chunks[chunk].kind is ChunkKind.VP
        if (
            verbal
            and row.key == "protest"
            and mention.text.lower().startswith(("demonstrat", "rall", "protest"))
            and roles.direct_object(view, chunk) is not None
        ):
            continue  # "demonstrated its unity", "rallied support"
        yield _verb_frame(view, mention, row, chunk) if verbal else _noun_frame(view, mention, row, chunk)


def actors_in(view: View, group: Group | None) -> tuple[Mention, ...]:
    """The actor mentions that stand in the noun phrases of ``group``."""
    if group is None:
        return ()
    span = view.span(group.first, group.last)
    found = [
        m
        for m in view.kind(MentionKind.ACTOR)
        if m.actor is not None and m.span.overlaps(span) and m.start >= span.start
    ]
    vague = [m for m in found if _is_vague(m)]
    return tuple(found) if len(vague) == len(found) else tuple(m for m in found if m not in vague)


_VAGUE = frozenset(
    {
        "members",
        "member",
        "squad",
        "group",
        "operatives",
        "elements",
        "people",
        "persons",
        "others",
        "men",
        "forces",
        "units",
        "number",
        "team",
    }
)


def _is_vague(mention: Mention) -> bool:
    """A word for some people, which yields to whoever is named beside it: "members of a family", "forces from the corps"."""
    actor = mention.actor
    return (
        actor is not None
        and actor.generic
        and (actor.kind is ActorKind.UNKNOWN or mention.text.lower() in _VAGUE)
    )


def _actors(view: View, groups: list[Group]) -> tuple[Mention, ...]:
    out: dict[Span, Mention] = {}
    for group in groups:
        for mention in actors_in(view, group):
            out.setdefault(mention.span, mention)
    return tuple(out.values())


def _clause_span(view: View, chunk: int) -> Span:
    return view.span(*roles.clause(view, chunk))


def is_passive(view: View, chunk: int, row: Trigger, words: str = "") -> bool:
    """Passive by form, or (headlines, reduced relatives) a past participle of a transitive verb with no object behind."""
    group = view.chunks[chunk]
    if group.passive:
        return True
    tag = view.sentence.tokens[group.head].tag
    needs_object = row.kind in {"kill", "injure"} or row.key in {"abduction", "arrests", "murder"}
    if words.endswith((" on", " at", " upon", " fire", " off", " into")):
        return False  # "gunmen fired on the survivors": the phrase has its own object
    if tag != "VBN" and not (tag == "VBD" and needs_object):
        return False
    if row.frame != "act" or len([w for w in group.words if w.isalpha()]) > 2:
        return False
    if group.has("have", "has", "had", "having", "'ve"):
        return False
    behind = view.chunks[chunk + 1] if chunk + 1 < len(view.chunks) else None
    return behind is None or behind.kind is not ChunkKind.NP


def _by(prepositional: tuple[tuple[str, Group], ...]) -> list[Group]:
    return [g for p, g in prepositional if p == "by"]


def _blame_frame(view: View, mention: Mention, row: Trigger, chunk: int) -> Frame:
    """Who is said to have done it: behind "blamed", "claimed by", "the work of"; the subject of "claimed responsibility"."""
    if row.kind == "claim":
        a = actors_in(view, roles.subject(view, chunk)) if view.chunks[chunk].kind is ChunkKind.VP else ()
    else:
        reach = Span(mention.end, min(mention.end + 70, view.sentence.end))
        a = view.within(reach, MentionKind.ACTOR)[:1]
    return Frame(
        mention,
        row,
        True,
        chunk,
        tuple(m for m in a if m.actor and m.actor.kind in _CAN_DO),
        (),
        (),
        _clause_span(view, chunk),
    )


_CAN_DO = frozenset(ActorKind) - {ActorKind.CIVILIANS, ActorKind.PROTESTERS}


def _verb_frame(view: View, mention: Mention, row: Trigger, chunk: int) -> Frame:
    subject = roles.subject(view, chunk)
    last = max(
        chunk, view.chunk_at(mention.end - 1)
    )  # "opened fire", "shot dead": what follows, follows the whole phrase
    behind = roles.prepositional(view, last)
    obj = roles.direct_object(view, last)
    if obj is not None and set(view.chunks[obj.first].words) & _REFLEXIVE:
        obj = None
    passive = is_passive(view, chunk, row, mention.text.lower())
    agent, patient = _verb_roles(row, passive, subject, obj, behind)
    tolls: tuple[Toll, ...] = ()
    if row.kind in {"kill", "injure", "missing"} or row.key in {
        "murder",
        "abduction",
        "arrests",
        "displacement",
        "leave_home",
        "hold_people",
        "suicide_bomb",
        "suicide_bomber",
    }:
        victims = patient[:1] if patient else []
        if row.code == "suicide_bomb":
            victims = agent[:1]  # whoever blows himself up is dead
        tolls = tolls_of(view, row, victims, mention.span)
        if not tolls and row.kind in {"kill", "injure"}:
            tolls = tolls_before(view, row, mention.span)
    a, b = _actors(view, agent), _actors(view, patient)
    if row.frame == "mutual" and not b and len(a) > 1:
        a, b = a[:1], a[1:]
    goal = view.span(patient[0].first, patient[0].last) if patient else None
    words = view.words(goal) if goal else ""
    bound = (
        subject.first
        if subject is not None and chunk and view.chunks[chunk - 1].kind is ChunkKind.WH
        else None
    )
    pronoun = bool(agent) and _is_pronoun(view, agent[0])
    return Frame(
        mention,
        row,
        True,
        chunk,
        a,
        b,
        tolls,
        _clause_span(view, chunk),
        words,
        goal,
        bound_to=bound,
        pronoun=pronoun,
    )


def _is_pronoun(view: View, group: Group) -> bool:
    words = view.chunks[group.first].words
    return words[-1] in {"it", "they", "he", "we"} or words[0] in {"its", "their", "his", "our"}


def _verb_roles(
    row: Trigger,
    passive: bool,
    subject: Group | None,
    obj: Group | None,
    behind: tuple[tuple[str, Group], ...],
) -> tuple[list[Group], list[Group]]:
    """(those who act, those acted upon), by the frame of the verb."""
    subjects = [subject] if subject else []
    if row.frame == "undergo":
        return [g for p, g in behind if p in {"to", "by"}] if row.key == "lose" else _by(behind), subjects
    if passive:
        agents = _by(behind)
        if row.frame == "move" and not agents:
            return subjects, [g for p, g in behind if p == "against"]
        return agents, subjects
    if row.frame == "mutual":
        partners = [obj] if obj else [g for p, g in behind if p in {"with", "against"}]
        return subjects, partners
    if row.frame == "move":
        return subjects, [g for p, g in behind if p == "against"]
    against = [g for p, g in behind if p in _OWN_B]
    return subjects, [obj] if obj else against[:1]


_DAYS = frozenset(
    {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "today", "yesterday"}
)
_PARTS = frozenset(
    {
        "phase",
        "stage",
        "round",
        "series",
        "wave",
        "number",
        "part",
        "launch",
        "start",
        "beginning",
        "spate",
        "string",
        "second",
        "first",
        "salvo",
        "barrage",
    }
)


def anchor(view: View, chunk: int) -> int:
    """The noun phrase that stands for the event in its clause: "the second phase" in "the second phase of an operation"."""
    if (
        chunk >= 2
        and view.chunks[chunk - 1].words == ("of",)
        and view.is_np(chunk - 2)
        and _PARTS & set(view.chunks[chunk - 2].words)
    ):
        return chunk - 2
    return chunk


_JOINS = frozenset(
    {
        "involved",
        "participate",
        "participates",
        "participated",
        "participating",
        "part",
        "joined",
        "joining",
        "engaged",
        "role",
    }
)


def _governing(view: View, chunk: int) -> tuple[int | None, bool]:
    """The verb whose object the noun is, skipping a time between ("declared on Monday the start"); and whether it says
    that somebody takes part in it ("are not involved in the operation")."""
    k = anchor(view, chunk) - 1
    if k >= 1 and view.chunks[k].words == ("in",):
        before = k - 1
        if view.chunks[before].kind is ChunkKind.NP and before and _JOINS & set(view.chunks[before].words):
            before -= 1  # "take part in"
        if view.chunks[before].kind is ChunkKind.VP and (
            _JOINS & set((*view.chunks[before].words, *view.chunks[k - 1].words))
        ):
            return before, True
    times = view.kind(MentionKind.TIME)
    while k >= 0 and (
        view.chunks[k].kind is ChunkKind.OTHER or any(t.span.covers(view.span(k, k)) for t in times)
    ):
        k -= 1
    if k >= 0 and view.chunks[k].kind is ChunkKind.VP:
        return k, False
    return None, False


def _noun_frame(view: View, mention: Mention, row: Trigger, chunk: int) -> Frame:
    phrase = view.span(chunk, chunk)
    behind = roles.prepositional(view, chunk)
    after = next_verb(view, chunk)
    if after is not None and roles.direct_object(view, after) is None:
        behind = (*behind, *roles.prepositional(view, after))  # "clashes broke out between A and B"
    before = tuple(m for m in view.within(phrase, MentionKind.ACTOR) if m.start < mention.start)
    agents, patients = _by(behind), [g for p, g in behind if p in row.noun_b]
    reduced = chunk + 1
    if (
        reduced < len(view.chunks)
        and view.chunks[reduced].kind is ChunkKind.VP
        and not view.chunks[reduced].finite
    ):
        agents = [*agents, *_by(roles.prepositional(view, reduced))]  # "shells fired by the brigade"
    a, b = (*before, *_actors(view, agents)), _actors(view, patients)
    verb, joined = _governing(view, chunk)
    light = verb is not None and (joined or bool(_LIGHT & set(view.chunks[verb].words)))
    if light and not a and verb is not None and row.frame != "undergo":
        passive = view.chunks[verb].passive and not joined
        a = _actors(view, _by(behind)) if passive else actors_in(view, roles.subject(view, verb))
    if not a and row.frame == "act" and len(patients) > 1:
        first = next((g for p, g in behind if p == "of"), None)
        if (
            first is not None and first in patients and actors_in(view, first)
        ):  # "the shelling of the army on the village"
            a, b = actors_in(view, first), _actors(view, [g for g in patients if g is not first])
    a, b = _mutual_noun(view, row, behind, a, b)
    if row.kind in {"kill", "injure"} and not patients:
        a = ()
    tolls = (
        tolls_of(view, row, patients[:1], mention.span)
        if row.kind in {"kill", "injure"} or row.key == "murder"
        else ()
    )
    if not tolls and row.kind in {"kill", "injure"}:
        tolls = tolls_before(view, row, mention.span)
    goal = view.span(patients[0].first, patients[0].last) if patients else None
    first = view.chunks[anchor(view, chunk)].words
    definite = first[0] in {"the", "this", "that", "these", "those"} or ("'s" in first and first[0] in _DAYS)
    return Frame(
        mention,
        row,
        False,
        chunk,
        a,
        b,
        tolls,
        _clause_span(view, chunk),
        view.words(goal) if goal else "",
        goal,
        definite,
        light,
        takes_part=joined,
    )


def _mutual_noun(
    view: View,
    row: Trigger,
    behind: tuple[tuple[str, Group], ...],
    a: tuple[Mention, ...],
    b: tuple[Mention, ...],
) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """ "clashes between A and B", "talks with B"."""
    if row.frame != "mutual":
        return a, b
    for preposition, group in behind:
        found = actors_in(view, group)
        if preposition in {"between", "among", "involving"} and found:
            return found[:1], found[1:] or b
        if preposition in {"with", "against"} and found and not b:
            b = found
    return a, b


def next_verb(view: View, chunk: int) -> int | None:
    """The verb group whose subject the noun phrase ``chunk`` is, when it follows at once or after its own "of …"."""
    for k in range(chunk + 1, min(chunk + 8, len(view.chunks))):
        kind = view.chunks[k].kind
        if kind is ChunkKind.VP:
            return k
        if kind is ChunkKind.CONJ and view.is_np(k + 1):
            continue
        if kind in (ChunkKind.SUB, ChunkKind.CONJ) or view.chunks[k].words[:1] in {(",",), (";",)}:
            return None
    return None
