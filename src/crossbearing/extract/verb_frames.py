"""Frames of verbs: the roles follow from subject, object and voice."""

from __future__ import annotations

from crossbearing.extract import roles
from crossbearing.extract.casualties import tolls_of
from crossbearing.extract.casualties_beside import tolls_before
from crossbearing.extract.frames import Frame, actors_of, agents_by, clause_span
from crossbearing.extract.roles import Group
from crossbearing.extract.tolls import Toll
from crossbearing.extract.view import View
from crossbearing.language.chunks import ChunkKind
from crossbearing.model import Mention
from crossbearing.vocab.triggers import Trigger

_OWN_B = ("on", "against", "at", "of", "targeting", "into", "toward", "towards", "upon", "near")
_REFLEXIVE = frozenset({"himself", "herself", "themselves", "itself"})


def _is_passive(view: View, chunk: int, row: Trigger, words: str = "") -> bool:
    """Passive by form, or (headlines, reduced relatives) a past participle with no object behind."""
    group = view.chunks[chunk]
    if group.passive:
        return True
    tag = view.sentence.tokens[group.head].tag
    needs_object = row.kind in {"kill", "injure"} or row.key in {
        "abduction",
        "arrests",
        "murder",
        "shoot_dead",
    }
    if words.endswith((" on", " at", " upon", " fire", " off", " into")):
        return False  # "gunmen fired on the survivors": the phrase has its own object
    if tag != "VBN" and not (tag == "VBD" and needs_object):
        return False
    if row.frame != "act" or len([w for w in group.words if w.isalpha()]) > 2:
        return False
    if group.has("have", "has", "had", "having", "'ve"):
        return False
    behind = view.chunks[chunk + 1] if chunk + 1 < len(view.chunks) else None
    if behind is not None and behind.words in {("through",), ("into",)}:
        return False  # "gunmen stormed through the town"
    return behind is None or behind.kind is not ChunkKind.NP


def verb_frame(view: View, mention: Mention, row: Trigger, chunk: int) -> Frame:
    """The frame of a trigger in the verb group at ``chunk``."""
    subject = roles.subject(view, chunk)
    last = max(chunk, view.chunk_at(mention.end - 1))  # "shot dead": what follows, follows the whole phrase
    obj = roles.direct_object(view, last)
    if obj is not None and set(view.chunks[obj.first].words) & _REFLEXIVE:
        obj = None
    passive = _is_passive(view, chunk, row, mention.text.lower())
    agent, patient = _verb_roles(row, passive, subject, obj, roles.prepositional(view, last))
    a, b = actors_of(view, agent), actors_of(view, patient)
    if row.frame == "mutual" and not b and len(a) > 1:
        a, b = a[:1], a[1:]
    goal = view.span(patient[0].first, patient[0].last) if patient else None
    relative = chunk > 0 and view.chunks[chunk - 1].kind is ChunkKind.WH
    return Frame(
        mention,
        row,
        True,
        chunk,
        a=a,
        b=b,
        tolls=_verb_tolls(view, mention, row, agent, patient),
        clause=clause_span(view, chunk),
        goal=view.words(goal) if goal else "",
        goal_span=goal,
        bound_to=subject.first if subject is not None and relative else None,
        pronoun=bool(agent) and _is_pronoun(view, agent[0]),
    )


def _verb_tolls(
    view: View, mention: Mention, row: Trigger, agent: list[Group], patient: list[Group]
) -> tuple[Toll, ...]:
    """The people counted among those acted upon; whoever blows himself up is dead."""
    victims = agent[:1] if row.code == "suicide_bomb" else patient[:1]
    tolls = tolls_of(view, row, victims, mention.span)
    if not tolls and row.kind in {"kill", "injure"}:
        return tolls_before(view, row, mention.span)
    return tolls


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
        takers = [g for p, g in behind if p in {"to", "by"}]
        return takers if row.key == "lose" else agents_by(behind), subjects
    if passive:
        agents = agents_by(behind)
        if row.frame == "move" and not agents:
            return subjects, [g for p, g in behind if p == "against"]
        return agents, subjects
    if row.frame == "mutual":
        between = next((g for p, g in behind if p == "between" and len(g.phrases) > 1), None)
        if between is not None:  # "Clashes between A and B", which the tagger may take for a verb
            one, *others = between.phrases
            return [Group(one, one, (one,))], [Group(others[0], between.last, tuple(others))]
        partners = [obj] if obj else [g for p, g in behind if p in {"with", "against"}]
        return subjects, partners
    if row.frame == "move":
        return subjects, [g for p, g in behind if p == "against"]
    against = [g for p, g in behind if p in _OWN_B]
    return subjects, [obj] if obj else against[:1]
