"""Which of the actors that a sentence names can be a side: no scenery, no bare weapons, no speakers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crossbearing.extract.frames import Frame
from crossbearing.extract.parties import ARMED, same_actor
from crossbearing.extract.view import View
from crossbearing.language.chunks import ChunkKind
from crossbearing.model import ActorKind, Mention, MentionKind, Span
from crossbearing.vocab.actors import NEW_ID
from crossbearing.vocab.words import words

_BARE_STATE = re.compile(
    r"government|ministry|authorit|regime|state|army|forces|police|military|troops|soldiers|guards?"
)
_COMPASS = re.compile(r"(?:north|south|east|west|central)[a-z-]* $")
_BARE_WEAPONS = words("unmanned")
_CREWED = words("crewed")
_WHERE_WORDS = words("where_words")
_TARGET_REACH = 60  # characters behind the clause within which the target may be named


def is_scenery(view: View, mention: Mention) -> bool:
    """A country that only says where: "in Iraq's east", "of southern Lebanon"."""
    if mention.actor is None or not mention.actor.id.startswith("xb:gov:"):
        return False
    if _BARE_STATE.search(mention.text.lower()):
        return False
    if _is_attribute(view, mention):
        return True
    behind = view.words(Span(mention.end, min(mention.end + len("'s"), view.sentence.end)))
    before = view.words(Span(max(view.sentence.start, mention.start - 16), mention.start))
    told = _COMPASS.search(before) is not None or not _WHERE_WORDS.isdisjoint(before.split()[-2:])
    return behind.startswith("'s") or told


def _is_attribute(view: View, mention: Mention) -> bool:
    """ "A raid on an Iraq village": the noun behind is what is meant."""
    chunk = view.chunks[view.chunk_at(mention.start)]
    behind = [t for t in view.sentence.tokens[chunk.start : chunk.end] if t.start >= mention.end]
    return bool(behind) and behind[-1].tag.startswith("NN")


_HOLDERS = re.compile(
    r"(?:controlled|held|occupied|operated|used|run|manned|owned|protected|guarded|defended|inhabited|populated"
    r"|dominated|governed|frequented) by (?:the |an? |members of |supporters of )*"
    r"(?:[\w'-]+ (?:[\w'-]+ )?and (?:the )?)?$"
)


def only_holds(view: View, mention: Mention) -> bool:
    """One behind "held by" or "controlled by", who is named to say where: "areas controlled by the front"."""
    before = Span(max(view.sentence.start, mention.start - 60), mention.start)
    return _HOLDERS.search(view.words(before)) is not None


def only_watches(mention: Mention) -> bool:
    """An organisation of observers, reporters or helpers: it tells of fights and takes no part in them."""
    actor = mention.actor
    return (
        actor is not None
        and actor.kind is ActorKind.UNKNOWN
        and not actor.generic
        and not actor.id.startswith(NEW_ID)
    )


def without_bare_weapons(view: View, mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """A drone or a jet of nobody's acts for nobody that the text names."""
    return tuple(m for m in mentions if m.text.lower() not in _BARE_WEAPONS or _is_flown(view, m))


def _is_flown(view: View, mention: Mention) -> bool:
    """Aircraft with a crew, in a report that names the forces of one state alone: they are that state's.

    Not "taken out by helicopter", which names a means.
    """
    before = view.words(Span(max(view.sentence.start, mention.start - 4), mention.start))
    return (
        not before.endswith("by ")
        and mention.text.lower() in _CREWED
        and mention.actor is not None
        and mention.actor.id.startswith("xb:airforce:")
    )


def targets(view: View, ranked: Sequence[Frame], a: Sequence[Mention]) -> tuple[Mention, ...]:
    """The armed actor named behind the trigger in its clause: "hit the compound of the police"."""
    top = ranked[0]
    reach = Span(top.clause.start, min(top.clause.end + _TARGET_REACH, view.sentence.end))
    taken = {m.span for m in view.kind(MentionKind.PLACE)}
    for mention in view.within(reach, MentionKind.ACTOR):
        if mention.actor is None or mention.actor.kind not in ARMED or mention.span in taken:
            continue
        if mention.start < top.trigger.end or _is_subject(view, mention) or _acts(view, mention):
            continue
        if not any(same_actor(mention, other) for other in a):
            return (mention,)
    return ()


def _acts(view: View, mention: Mention) -> bool:
    """Behind "by", which names who acts (not "a base held by the army"), or one who only speaks."""
    words = view.words(Span(max(view.sentence.start, mention.start - 24), mention.start))
    if "with" in words.split()[-2:]:
        return True  # "shelled the town with artillery": a means
    if "by" in words.split()[-2:] and not only_holds(view, mention):
        return True
    return any(speaker.span.overlaps(mention.span) for speaker in view.kind(MentionKind.SPEAKER))


def _is_subject(view: View, mention: Mention) -> bool:
    """True when a finite verb follows at once, or "what" stands before: "what the army described as …"."""
    first = view.chunk_at(mention.start)
    if first and view.chunks[first - 1].words == ("what",):
        return True
    k = view.chunk_at(mention.end - 1) + 1
    return k < len(view.chunks) and view.chunks[k].kind is ChunkKind.VP and view.chunks[k].finite


def without_places(view: View, mentions: tuple[Mention, ...], keep_alone: bool = True) -> tuple[Mention, ...]:
    """Leaves out bare countries and capitals where a force is named beside them: "positions in Syria"."""
    places = {m.span for m in view.kind(MentionKind.PLACE)}
    forces = tuple(m for m in mentions if m.span not in places)
    return forces or (mentions if keep_alone else ())
