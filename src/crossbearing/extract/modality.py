"""Whether it happened: what occurred told from what is planned, threatened, denied, uncertain or supposed."""

from __future__ import annotations

import re
from collections.abc import Sequence

from crossbearing.extract.frames import Frame
from crossbearing.extract.view import View
from crossbearing.language.chunks import ChunkKind
from crossbearing.model import Modality
from crossbearing.vocab.cues import cues
from crossbearing.vocab.words import pattern, words

_FUTURE_WORDS = frozenset({"will", "shall", "'ll", "wo"})
_POSSIBLE = frozenset({"could", "might", "may", "can", "should", "must"})
_ORDERED = re.compile(pattern("ordered").pattern + r"[^,;.]{0,40}$")
_NOT_TOLD_BEFORE_GERUND = frozenset(
    {"of", "for", "to", "at", "from", "about", "against", "in", "with", "without", "than"}
)
_FUTURE_CHAIN = words("future_chains")
_OVER_A_PERIOD = re.compile(
    r"\b(?:have|has) (?:been )?(?:killed|died|wounded|lost|claimed|cost|displaced)\b"
    r".{0,80}\b(?:this year|so far|to date|since(?! (?:(?:early|late|last|the) )?(?:night|yesterday"
    r"|this morning|dawn|midnight|monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekend)))\b"
)
_SPORT_WORDS = 4  # different words of the game: a war report that mentions a stadium and its fans has two
_TURNS = words("turns")
_DENIALS_BEHIND = words("denials_behind")
_DENIAL_AHEAD, _DENIAL_BEHIND = 120, 80  # characters between a denial and the act that it denies
_STANDING_RANK = 95  # triggers from this rank on tell an act even in "the coalition bombing the group"


def modality_of(view: View, frame: Frame) -> Modality | None:
    """The modality of a frame; None when its clause only supposes, or says that nothing happened."""
    clause = view.words(frame.clause)
    at = frame.trigger.start - frame.clause.start
    before, around = clause[: max(at, 0)], clause
    if _is_denied(view, frame):
        return Modality.DENIED
    if cues()["past_habit"].search(around):
        return None
    if _near("conditional", before, 40) or _opens_conditionally(view, frame):
        return None
    if _negated(view, frame, before) or _only_possible(view, frame, before):
        return None
    if frame.verbal and (unreal := _unrealised(view, frame, before)) is not None:
        return Modality.PLANNED if unreal else None
    if cues()["threatened"].search(around):
        return Modality.THREATENED
    if _future(view, frame, before):
        return Modality.PLANNED
    if cues()["uncertain"].search(view.folded[: frame.trigger.start - view.sentence.start][-90:]):
        return Modality.UNCERTAIN
    return Modality.OCCURRED


def _opens_conditionally(view: View, frame: Frame) -> bool:
    """ "If …", "Should …", "Unless …" before the trigger, in the same half of the sentence."""
    head = view.folded[: frame.trigger.start - view.sentence.start]
    return head.lstrip("\"' ").startswith(("if ", "should ", "unless ", "had ")) and "," not in head


def _is_denied(view: View, frame: Frame) -> bool:
    """A verb or noun of denial stands before the trigger (or closes the sentence), with no "but" between."""
    trigger = frame.trigger.start - view.sentence.start
    for match in cues()["denied"].finditer(view.folded):
        between = view.folded[min(match.end(), trigger) : max(match.start(), trigger)]
        if any(turn in between for turn in _TURNS):
            continue
        if match.end() <= trigger and len(between) < _DENIAL_AHEAD:
            return True
        if match.start() <= trigger:
            continue
        if match.group().startswith("not involved"):
            return True
        if match.group() in _DENIALS_BEHIND and len(between) < _DENIAL_BEHIND:
            return True
    return False


def _near(cue: str, before: str, reach: int) -> bool:
    """Whether the cue stands within ``reach`` characters of the end, as whole words: not "no" in "Kano"."""
    return any(m.start() >= len(before) - reach for m in cues()[cue].finditer(before))


def _negated(view: View, frame: Frame, before: str) -> bool:
    """ "did not attack", "no shells fell": not "not only attacked"."""
    group = view.chunks[frame.chunk]
    if frame.verbal and group.has("not", "n't", "never"):
        return True
    return _near("negated", before, 14) and not before.rstrip().endswith("not only")


def _only_possible(view: View, frame: Frame, before: str) -> bool:
    """ "could attack", "Will the army attack?", "often attack buses", "calls to stop the fighting"."""
    group = view.chunks[frame.chunk]
    if view.folded.rstrip("\"'” ").endswith("?"):
        return True
    if frame.verbal and _POSSIBLE & set(group.words) and "have" not in group.words:
        return True
    if frame.verbal and cues()["general"].search(" ".join(group.words)):
        return True
    return not frame.verbal and _near("stopping", before, 18)


def _unrealised(view: View, frame: Frame, before: str) -> bool | None:
    """For infinitives and gerunds, which tell a purpose: True when planned, False when not told, else None.

    "an operation to retake the city" tells no capture; "agreed to withdraw" tells a plan; "accused of
    killing" neither.
    """
    group = view.chunks[frame.chunk]
    if group.words[0] == "to":
        return _is_headline_s_future(view, frame.chunk) or bool(_ORDERED.search(before))
    tag = view.sentence.tokens[group.start].tag
    previous = view.chunks[frame.chunk - 1] if frame.chunk else None
    if tag == "VBG" and previous is not None and not frame.tolls:
        if before.rstrip().endswith("succeeded in"):
            return None
        if previous.kind is ChunkKind.PREP and previous.words[0] in _NOT_TOLD_BEFORE_GERUND:
            return bool(_ORDERED.search(before))
        if previous.kind is ChunkKind.NP and frame.row.rank < _STANDING_RANK:
            return False  # "the coalition bombing the group": a standing description
    return None


def _future(view: View, frame: Frame, before: str) -> bool:
    """ "will attack", "plans to attack", "a rally will be held": not "would have attacked"."""
    group = view.chunks[frame.chunk]
    if frame.verbal:
        if group.words and _FUTURE_WORDS & set(group.words):
            return True
        if group.has("would") and not group.has("have"):
            return True
        if group.has("to") and group.words[0] != "to" and _chain_is_future(group.words):
            return True
    elif _verb_is_future(view, frame.chunk):
        return True
    return _near("planned", before, 22 if frame.verbal else 50)


def _chain_is_future(words: Sequence[str]) -> bool:
    """ "planned to storm", "is to meet": not "tried to storm", "managed to shell", "began to withdraw"."""
    at = words.index("to")
    return at > 0 and words[at - 1] in _FUTURE_CHAIN


def _verb_is_future(view: View, chunk: int) -> bool:
    """The verb group beside a noun trigger is future: "a rally will be held", "will launch an operation"."""
    if chunk and _is_headline_s_future(view, chunk - 1):
        return True
    for k in (chunk - 1, chunk + 1, chunk - 2, chunk + 2):
        if 0 <= k < len(view.chunks) and view.chunks[k].kind is ChunkKind.VP:
            words = view.chunks[k].words
            if _FUTURE_WORDS & set(words) or ("would" in words and "have" not in words):
                return True
            if "to" in words and words.index("to") > 0 and _chain_is_future(words):
                return True
    return False


def _is_headline_s_future(view: View, chunk: int) -> bool:
    """ "Army to launch offensive in the north"."""
    return (
        view.sentence.part.heads
        and view.chunks[chunk].kind is ChunkKind.VP
        and view.chunks[chunk].words[0] == "to"
        and chunk > 0
        and view.is_np(chunk - 1)
    )


def sentence_is_background(view: View) -> bool:
    """True for sentences about sport, culture, drills, memorials, and for those about habits."""
    return bool(cues()["fictional"].search(view.folded)) or bool(cues()["historical"].search(view.folded))


def is_running_total(view: View) -> bool:
    """True when the sentence counts over a period or a war: no event's toll and no event."""
    return bool(cues()["running_total"].search(view.folded)) or bool(_OVER_A_PERIOD.search(view.folded))


def is_sport(views: Sequence[View]) -> bool:
    """True for a report about a game: its battles, raids and sieges are figures of speech."""
    return len({w for view in views for w in pattern("sport").findall(view.folded)}) >= _SPORT_WORDS


_REFERRING = re.compile(r"(?:the|this|that|these|those) (?:\w+ ){0,2}?(\w+)")


def takes_up(view: View) -> bool:
    """True when the sentence opens with what acted before: "The missile …", "The masked attackers …"."""
    match = _REFERRING.match(view.folded)
    return match is not None and not words("told_again").isdisjoint(match[0].split()[1:])


def opens_new(view: View) -> bool:
    """True when the sentence opens another incident: "Separately, …", "Further south, …"."""
    match = cues()["separate"].search(view.folded[:70])
    return match is not None and match.start() < 40
