"""Incidents: frames of one sentence that tell one thing, and incidents of several sentences that tell the same thing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from crossbearing.extract import kinds, modality, scene
from crossbearing.extract.casualties import Toll, shared_noun
from crossbearing.extract.frames import Frame, anchor, frames, next_verb
from crossbearing.extract.sources import Said
from crossbearing.extract.view import View
from crossbearing.model import (
    FAMILY_OF,
    ActorKind,
    Attribution,
    Family,
    Mention,
    MentionKind,
    Modality,
    PartKind,
    Span,
)
from crossbearing.vocab.cues import cues

VIOLENT = frozenset({Family.BATTLE, Family.EXPLOSION, Family.CIVILIANS})
_GENERIC_KINDS = frozenset({"assault", "bombing", "blast", "kill", "injure", "missing"})
_BACKGROUND_PREPS = frozenset(
    {
        "during",
        "amid",
        "after",
        "before",
        "following",
        "since",
        "from",
        "despite",
        "over",
        "against",
        "for",
        "about",
        "on",
        "of",
        "to",
        "into",
        "with",
        "as",
        "than",
    }
)
_HAPPENS = frozenset({
    "happened", "occurred", "took", "continued", "erupted", "broke", "began", "started", "ended", "resumed", "came", "hit", "killed", "left", "targeted", "struck",
    "wounded", "injured", "destroyed", "followed", "lasted", "raged", "intensified", "claimed", "was", "were", "has", "have", "had", "is", "are", "drew", "went",
    "drove", "ripped", "reached", "signed", "agreed", "announced", "made", "held", "conducted", "tore", "rocked", "shook", "caused", "carried", "launched", "collapsed", "met",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Incident:
    """One thing that happened, as far as the sentences at ``sentences`` tell it."""

    sentences: tuple[int, ...]
    paragraph: int
    part: PartKind
    code: str
    modality: Modality
    spans: tuple[Span, ...]
    triggers: tuple[Mention, ...]
    a: tuple[Mention, ...] = ()
    b: tuple[Mention, ...] = ()
    tolls: tuple[Toll, ...] = ()
    place: Mention | None = None
    date: Mention | None = None
    said: bool = False
    """``date`` is only when it was said ("police said on Tuesday"): the last choice."""
    attribution: Attribution = Attribution()
    speaker: Span | None = None
    anaphoric: bool = False
    takes_part: bool = False
    """Adds somebody who takes part in what was told before."""
    claim: bool = False
    """Tells only who did it: "claimed by the front", "blamed on …"."""
    outcome_only: bool = False
    opens: bool = False
    perfect: bool = False
    """Told as news without a day ("has been hit"): it happened when the report came out."""

    @property
    def violent(self) -> bool:
        return FAMILY_OF[self.code] in VIOLENT


def incidents_of(view: View, said: Said, topic: Mention | None = None) -> tuple[Incident, ...]:
    """The incidents that one sentence tells, in order. ``topic`` is whom a pronoun at its head may stand for."""
    if modality.sentence_is_background(view) or modality.is_running_total(view):
        return ()
    found = [f for f in frames(view) if f.row.rank >= 10]
    told: list[tuple[Frame, Modality]] = []
    for frame in found:
        mode = modality.modality_of(view, frame)
        if mode is not None:
            told.append((frame, mode))
    dropped = {
        f.chunk
        for f, m in told
        if not f.outcome and not _is_ahead(view, f, m) and _is_background(view, f, [g for g, _ in told])
    }
    told = [(f, m) for f, m in told if (f.outcome or f.chunk not in dropped) and f.bound_to not in dropped]
    told = [(f, m) for f, m in told if not _accompanies(view, f, [g for g, _ in told])]
    blames = [f for f, _ in told if f.row.kind in {"claim", "blame"}]
    told = [(f, m) for f, m in told if f not in blames]
    clusters = _clusters(view, told)
    if blames and all(f.outcome or (f.definite and not f.verbal) for c in clusters for f, _ in c):
        return tuple(_claim(view, f, said) for f in blames[:1] if f.a)
    out = (_incident(view, cluster, said, topic, len(clusters) == 1) for cluster in clusters)
    found = tuple(i for i in out if i is not None and _specific(i))
    blamed = blames[0].a if blames else ()
    return tuple(_with_culprit(i, blamed) if blamed and i.violent and not i.a else i for i in found)


def _with_culprit(incident: Incident, blamed: tuple[Mention, ...]) -> Incident:
    """ "said the ambush was the work of the front": the one blamed acts, and cannot be the target too."""
    return replace(
        incident, a=blamed, b=tuple(m for m in incident.b if not any(_same(m, other) for other in blamed))
    )


def _claim(view: View, frame: Frame, said: Said) -> Incident:
    """An incident told before, of which this sentence says only who did it."""
    s = view.sentence
    return Incident(
        (s.index,),
        s.paragraph,
        s.part,
        "attack",
        Modality.OCCURRED,
        (frame.clause,),
        (frame.trigger,),
        frame.a,
        attribution=said.attribution,
        speaker=said.span,
        anaphoric=True,
        claim=True,
    )


def _specific(incident: Incident) -> bool:
    """A plan or threat counts only with an actor, and a place or a time."""
    if incident.modality not in (Modality.PLANNED, Modality.THREATENED):
        return True
    return (bool(incident.a or incident.b) or incident.code in _PROTESTS) and (
        incident.place is not None or incident.date is not None
    )


def _is_ahead(view: View, frame: Frame, mode: Modality) -> bool:
    """ "announced plans for an assault on the port", "denied involvement in the attack": told, though behind a preposition."""
    before = view.chunks[anchor(view, frame.chunk) - 1].words[0] if anchor(view, frame.chunk) else ""
    return (
        mode in (Modality.PLANNED, Modality.DENIED)
        and before in {"for", "of", "in"}
        and bool(frame.a or frame.b or view.kind(MentionKind.PLACE))
    )


def _is_background(view: View, frame: Frame, others: Sequence[Frame]) -> bool:
    """A noun that only mentions an event ("after the attack", "the peace talks") and tells none here."""
    if (
        frame.verbal
        or frame.row.key == "mob"
        or frame.trigger.text.lower().startswith(("in explosive", "in suicide", "wearing"))
    ):
        return False
    if frame.light or frame.tolls or (_counted(view, frame) and not _is_instrument(frame.trigger.text)):
        return False
    chunk = anchor(view, frame.chunk)
    before = view.chunks[chunk - 1].words[0] if chunk else ""
    rich = bool(frame.a or frame.b)
    after = next_verb(view, chunk)
    happens = after is not None and bool(_HAPPENS & set(view.chunks[after].words))
    alone = not any(o is not frame and not o.outcome for o in others)
    outcomes = any(o.outcome and o.tolls for o in others)
    family = FAMILY_OF.get(frame.row.code or "attack")
    if family in VIOLENT:
        if frame.row.kind == "bombing" or frame.row.key in {"ied", "shelling", "grenade"}:
            if _is_instrument(frame.trigger.text) and not (
                happens or before in {"by", "when", "with"} or view.sentence.part is PartKind.HEADLINE
            ):
                return True
        if outcomes or happens:
            return False
        if view.sentence.part is PartKind.CAPTION and rich:
            return False
        if before in _BACKGROUND_PREPS and before not in {"in", "by"}:
            return not (rich and alone and view.sentence.part in (PartKind.HEADLINE, PartKind.CAPTION))
        return not (
            rich or (alone and view.sentence.part in (PartKind.HEADLINE, PartKind.CAPTION)) or frame.definite
        )
    if before in _BACKGROUND_PREPS | {"in", "by", "at"}:
        return True
    return not happens and not (rich and view.kind(MentionKind.TIME))


def _accompanies(view: View, frame: Frame, others: Sequence[Frame]) -> bool:
    """A participle that tells how another, non-violent act was done: "deployed to the plain, setting up a base"."""
    if (
        not frame.verbal
        or frame.outcome
        or FAMILY_OF.get(frame.row.code or "attack") in VIOLENT
        or frame.tolls
    ):
        return False
    first = view.sentence.tokens[view.chunks[frame.chunk].start]
    return first.tag == "VBG" and any(
        o is not frame and not o.outcome and o.trigger.end < frame.trigger.start for o in others
    )


def _counted(view: View, frame: Frame) -> bool:
    """ "four air strikes near Hajin on Friday": counted, and placed or dated."""
    counted = any(q.span.overlaps(frame.trigger.span) for q in view.kind(MentionKind.QUANTITY))
    return counted and bool(
        view.within(frame.clause, MentionKind.PLACE) or view.within(frame.clause, MentionKind.TIME)
    )


_INSTRUMENTS = frozenset({
    "bomb", "bombs", "mine", "mines", "rocket", "rockets", "shell", "shells", "missile", "missiles", "mortar", "mortars", "grenade", "grenades",
    "barrels", "fire", "device", "explosive device", "explosive devices", "ied", "ieds", "landmine", "landmines", "mortar bomb", "mortar shells",
    "small device", "small devices", "charge", "ballistic missile", "ballistic missiles", "salvo", "shot", "shots",
})  # fmt: skip


def _is_instrument(words: str) -> bool:
    """A weapon, which is not yet its use: "bombs were found"."""
    return words.lower() in _INSTRUMENTS


def _clusters(view: View, told: Sequence[tuple[Frame, Modality]]) -> list[list[tuple[Frame, Modality]]]:
    """Frames that tell one incident together. Outcomes join the nearest violent event of the sentence."""
    events = [
        (f, m)
        for f, m in told
        if not f.outcome and kinds.code_of(view, [f], view.words(f.clause), False) is not None
    ]
    clusters: list[list[tuple[Frame, Modality]]] = []
    for item in events:
        home = next((c for c in reversed(clusters) if _joins(view, c, item)), None)
        if home is None:
            clusters.append([item])
        else:
            home.append(item)
    for item in (t for t in told if t[0].outcome):
        frame = item[0]
        violent = [c for c in clusters if any(_can_kill(f) for f, _ in c)]
        bound = next((c for c in clusters if any(f.chunk == frame.bound_to for f, _ in c)), None)
        if bound is not None:
            bound.append(item)
        elif violent and not all(_border(view, f, frame) for c in violent for f, _ in c):
            min(violent, key=lambda c: min(_distance(view, f, frame) for f, _ in c)).append(item)
        elif not cues()["accident"].search(view.folded):
            same = next(
                (c for c in clusters if all(f.outcome for f, _ in c) and not _border(view, c[-1][0], frame)),
                None,
            )
            if same is not None:
                same.append(item)
            elif frame.tolls:
                clusters.append([item])
    return clusters


def _can_kill(frame: Frame) -> bool:
    code = frame.row.code
    return (
        code is None
        or FAMILY_OF[code] in VIOLENT
        or code
        in {
            "excessive_force",
            "protest_with_intervention",
            "mob_violence",
            "violent_demonstration",
            "peaceful_protest",
        }
    )


def _distance(view: View, frame: Frame, other: Frame) -> int:
    gap = max(other.trigger.start - frame.trigger.end, frame.trigger.start - other.trigger.end, 0)
    return gap + (60 if frame.clause != other.clause else 0) + (400 if _border(view, frame, other) else 0)


def _joins(view: View, cluster: Sequence[tuple[Frame, Modality]], item: tuple[Frame, Modality]) -> bool:
    frame, mode = item
    if any(m is not mode for _, m in cluster):
        return False
    groups = {_group(f) for f, _ in cluster}
    if _group(frame) not in groups and not _taken_and_killed(cluster, frame):
        return False
    if _weapons_differ([f for f, _ in cluster], frame):
        return False
    last = cluster[-1][0]
    return not _border(view, last, frame) and not _other_scene(view, last, frame)


def _taken_and_killed(cluster: Sequence[tuple[Frame, Modality]], frame: Frame) -> bool:
    """ "dragged him out and hacked him to death": one act, whatever the first verb alone would mean."""
    keys = {f.row.key for f, _ in cluster}
    return keys == {"abduction"} and frame.row.key == "murder"


_WEAPON_CODES = frozenset({"air_strike", "shelling", "ied", "suicide_bomb", "grenade"})


def _weapons_differ(members: Sequence[Frame], frame: Frame) -> bool:
    """An air strike and a shelling are two incidents, even in one sentence; a suicide bombing is a bombing."""
    if frame.row.kind in _GENERIC_KINDS or frame.row.code not in _WEAPON_CODES:
        return False
    others = {f.row.code for f in members if f.row.code in _WEAPON_CODES and f.row.kind not in _GENERIC_KINDS}
    return (
        bool(others) and frame.row.code not in others and {*others, frame.row.code} != {"ied", "suicide_bomb"}
    )


_PROTEST_KEYS = frozenset({"protest", "dispersal", "excessive_force", "riot"})


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
    return "violence" if code is None or FAMILY_OF[code] in VIOLENT else code


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


def _incident(
    view: View, cluster: Sequence[tuple[Frame, Modality]], by: Said, topic: Mention | None, alone: bool
) -> Incident | None:
    members = [f for f, _ in cluster]
    clause = Span(min(f.clause.start for f in members), max(f.clause.end for f in members))
    words = " ".join(view.words(c) for c in dict.fromkeys(f.clause for f in members))
    code = kinds.code_of(view, members, words, alone)
    if code is None:
        return None
    mode = cluster[0][1] if len({m for _, m in cluster}) == 1 else Modality.OCCURRED
    if mode is Modality.PLANNED and any(f.row.key == "operation" for f in members):
        code = "operation_launch"
    if (
        mode is Modality.PLANNED
        and (FAMILY_OF[code] is Family.BATTLE or code == "attack")
        and _state(m for f in members for m in f.a)
    ):
        code = "operation_launch"  # a state's assault to come is an operation; whether it takes the place is not told
    ranked = sorted(
        members, key=lambda f: (f.bound_to is not None, -f.row.rank)
    )  # what a relative clause adds comes last
    triggers = tuple(f.trigger for f in ranked)
    a, b = _sides(view, ranked, code)
    if any(f.pronoun for f in ranked) and (not a or all(m.text.lower() in _BARE_FORCES for m in a)):
        a = _antecedent(view, ranked, topic, b) or a
    tolls = _tolls(members)
    taken = [m.span for m in (*a, *b)]
    outcome = all(f.outcome for f in members)
    date = scene.scene_date(view, clause, triggers)
    return Incident(
        sentences=(view.sentence.index,),
        paragraph=view.sentence.paragraph,
        part=view.sentence.part,
        code=code,
        modality=mode,
        spans=(_told_span(view, clause, members),),
        triggers=triggers,
        a=a,
        b=b,
        tolls=tolls,
        place=scene.scene_place(view, clause, triggers, taken),
        date=date,
        said=date is not None and scene.dates_the_speaking(view, date),
        attribution=by.attribution,
        speaker=by.span,
        anaphoric=any(f.definite for f in members) and not any(f.verbal and not f.outcome for f in members),
        takes_part=any(f.takes_part for f in members),
        outcome_only=outcome,
        opens=modality.opens_new(view),
        perfect=any(
            f.verbal
            and view.chunks[f.chunk].has("has", "have", "'ve")
            and not view.chunks[f.chunk].has("would")
            for f in members
        ),
    )


def _told_span(view: View, clause: Span, members: Sequence[Frame]) -> Span:
    """The passage that tells the incident: its clauses, trimmed to the sentence."""
    ends = [clause.end, *(t.span.end for f in members for t in f.tolls)]
    starts = [clause.start, *(t.span.start for f in members for t in f.tolls)]
    return Span(max(min(starts), view.sentence.start), min(max(ends), view.sentence.end))


def _tolls(members: Sequence[Frame]) -> tuple[Toll, ...]:
    out: dict[Span, Toll] = {}
    for frame in members:
        for toll in frame.tolls:
            out.setdefault(toll.span, toll)
    return shared_noun(tuple(out.values()))


def _sides(view: View, ranked: Sequence[Frame], code: str) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """Side a and side b, from the frame of highest rank that names one, the rest filling what it leaves open."""
    a: tuple[Mention, ...] = ()
    b: tuple[Mention, ...] = ()
    for frame in ranked:
        a = a or _without_places(view, _no_bare_weapons(frame.a))
        b = b or tuple(
            m for m in _without_places(view, frame.b, keep_alone=False) if not _is_scenery(view, m)
        )
    victims = tuple(t.actor for f in ranked for t in f.tolls if t.actor is not None)
    harmed = tuple(v for v in victims if v.actor and not any(_same(v, m) for m in (*a, *b)))
    if not b:
        b = tuple(v for v in victims if v.actor and not any(_same(v, m) for m in a))
    both = _dead_of_both(victims) if code in _BATTLES and not a else None
    if both is not None:
        a, b = both
    elif harmed and b and all(m.actor is not None and m.text.lower() in _VEHICLES for m in b):
        b = tuple(v for v in harmed if v.actor and v.actor.kind in kinds.ARMED) or b
    elif not a and harmed and any(f.row.frame == "mutual" for f in ranked):
        a, b = b, harmed  # "three guards died in a shoot-out with smugglers"
    if not b and code in _NEEDS_TARGET:
        b = _targets(view, ranked, a)
    b = tuple(m for m in b if not any(_same(m, other) for other in a))
    if FAMILY_OF[code] in VIOLENT:
        b = tuple(m for m in b if not _is_scenery(view, m))
    if code in _PROTESTS:
        a, b = _protest_sides(ranked, a, b)
    if (
        code == "armed_clash"
        and b
        and not _state(a)
        and _state(b)
        and any(f.row.frame == "mutual" for f in ranked)
    ):
        a, b = b, a
    return a, b


_BARE_FORCES = frozenset(
    {
        "men",
        "fighters",
        "forces",
        "troops",
        "soldiers",
        "aircraft",
        "jets",
        "warplanes",
        "artillery",
        "drones",
        "helicopters",
        "air force",
        "gunmen",
    }
)


def _antecedent(
    view: View, ranked: Sequence[Frame], topic: Mention | None, b: tuple[Mention, ...]
) -> tuple[Mention, ...]:
    """Whom "it", "they" or "its men" stand for: the armed actor named first in the sentence, else the topic before it."""
    first = min(f.trigger.start for f in ranked)
    for mention in (*(m for m in view.kind(MentionKind.ACTOR) if m.end < first), topic):
        if (
            mention is None
            or mention.actor is None
            or mention.actor.kind not in kinds.ARMED
            or mention.text.lower() in _BARE_FORCES
        ):
            continue
        if not any(_same(mention, other) for other in b):
            return (mention,)
    return ()


_PROTESTS = frozenset({"peaceful_protest", "protest_with_intervention", "violent_demonstration"})
_CROWD = frozenset(
    {
        ActorKind.CIVILIANS,
        ActorKind.PROTESTERS,
        ActorKind.RIOTERS,
        ActorKind.UNKNOWN,
        ActorKind.IDENTITY_MILITIA,
    }
)


def _protest_sides(
    ranked: Sequence[Frame], a: tuple[Mention, ...], b: tuple[Mention, ...]
) -> tuple[tuple[Mention, ...], tuple[Mention, ...]]:
    """Those who protest are side a, those who step in side b, whoever acts on whom in the grammar."""
    everyone = {m.span: m for f in ranked for m in (*f.a, *f.b)} | {m.span: m for m in (*a, *b)}
    crowd = tuple(m for m in everyone.values() if m.actor is not None and m.actor.kind in _CROWD)
    police = tuple(m for m in everyone.values() if m.actor is not None and m.actor.kind in kinds.STATE_LIKE)
    return crowd, police


_BATTLES = frozenset({"armed_clash", "government_regains_territory", "nonstate_takes_territory", "attack"})


def _dead_of_both(victims: Sequence[Mention]) -> tuple[tuple[Mention, ...], tuple[Mention, ...]] | None:
    """Where soldiers and militants died together, they fought each other; the state is side a."""
    state = tuple(v for v in victims if v.actor is not None and v.actor.kind in kinds.STATE_LIKE)
    others = tuple(v for v in victims if v.actor is not None and v.actor.kind is ActorKind.REBEL)
    return (state[:1], others[:1]) if state and others else None


_BARE_STATE = re.compile(
    r"government|ministry|authorit|regime|state|army|forces|police|military|troops|soldiers|guards?"
)


def _is_scenery(view: View, mention: Mention) -> bool:
    """A country that only says where: "in Iraq's east", "of southern Lebanon"."""
    if (
        mention.actor is None
        or not mention.actor.id.startswith("xb:gov:")
        or _BARE_STATE.search(mention.text.lower())
    ):
        return False
    behind = view.words(Span(mention.end, min(mention.end + 2, view.sentence.end)))
    before = view.words(Span(max(view.sentence.start, mention.start - 12), mention.start)).split()
    return behind.startswith("'s") or bool(
        set(before[-2:])
        & {
            "in",
            "of",
            "from",
            "near",
            "across",
            "northern",
            "southern",
            "eastern",
            "western",
            "into",
            "inside",
        }
    )


_BARE_WEAPONS = frozenset({
    "drone", "drones", "warplane", "warplanes", "jet", "jets", "fighter jets", "helicopter", "helicopters", "aircraft", "plane", "planes", "artillery", "rockets", "uav", "quadcopter",
    "missiles", "bomb", "convoy",
})  # fmt: skip


def _no_bare_weapons(mentions: tuple[Mention, ...]) -> tuple[Mention, ...]:
    """A drone or a jet of nobody's acts for nobody that the text names."""
    return tuple(m for m in mentions if m.text.lower() not in _BARE_WEAPONS)


_VEHICLES = frozenset(
    {
        "convoy",
        "patrol",
        "column",
        "vehicle",
        "vehicles",
        "army convoy",
        "supply convoy",
        "military convoy",
        "trucks",
        "truck",
    }
)
_HELD = re.compile(
    r"(?:controlled|held|occupied|operated|used|run|manned|owned|protected|guarded|defended) by (?:the |a )?$"
)
_NEEDS_TARGET = frozenset(
    {"armed_clash", "attack", "ied", "suicide_bomb", "air_strike", "shelling", "grenade"}
)


def _targets(view: View, ranked: Sequence[Frame], a: Sequence[Mention]) -> tuple[Mention, ...]:
    """The armed actor named behind the trigger in its clause: "hit the compound of the police"."""
    top = ranked[0]
    speakers = [m.span for m in view.kind(MentionKind.SPEAKER)]
    places = {m.span for m in view.kind(MentionKind.PLACE)}
    reach = Span(top.clause.start, min(top.clause.end + 60, view.sentence.end))
    for mention in view.within(reach, MentionKind.ACTOR):
        if (
            _is_subject(view, mention)
            or mention.start < top.trigger.end
            or mention.actor is None
            or mention.actor.kind not in kinds.ARMED
            or mention.span in places
        ):
            continue
        words = view.words(Span(max(view.sentence.start, mention.start - 24), mention.start))
        before = words.split()
        by = before[-1:] == ["by"] or before[-2:-1] == ["by"]
        if (by and not _HELD.search(words)) or any(s.overlaps(mention.span) for s in speakers):
            continue
        if not any(_same(mention, other) for other in a):
            return (mention,)
    return ()


def _is_subject(view: View, mention: Mention) -> bool:
    """True when a finite verb follows at once, or "what" stands before: "what the military described as …"."""
    first = view.chunk_at(mention.start)
    if first and view.chunks[first - 1].words == ("what",):
        return True
    k = view.chunk_at(mention.end - 1) + 1
    return k < len(view.chunks) and view.chunks[k].kind.value == "VP" and view.chunks[k].finite


def _same(one: Mention, other: Mention) -> bool:
    return one.actor is not None and other.actor is not None and one.actor.id == other.actor.id


def _state(mentions: Iterable[Mention]) -> bool:
    return any(m.actor is not None and m.actor.kind in kinds.STATE_LIKE for m in mentions)


def _without_places(
    view: View, mentions: tuple[Mention, ...], keep_alone: bool = True
) -> tuple[Mention, ...]:
    """Leaves out bare countries and capitals where a force is named beside them: "positions in Syria"."""
    places = {m.span for m in view.kind(MentionKind.PLACE)}
    forces = tuple(m for m in mentions if m.span not in places)
    return forces or (mentions if keep_alone else ())


def merge(first: Incident, second: Incident) -> Incident:
    """One incident out of two tellings: the earlier one's values win where both have one."""
    date, said = _finer_date(first, second)
    specific = second if _specificity(second.code) > _specificity(first.code) else first
    return replace(
        first,
        part=second.part if first.part is PartKind.HEADLINE else first.part,
        paragraph=second.paragraph if first.part is PartKind.HEADLINE else first.paragraph,
        sentences=tuple(sorted({*first.sentences, *second.sentences})),
        code=specific.code,
        spans=(*first.spans, *second.spans),
        triggers=(*first.triggers, *second.triggers),
        a=_acting(first, second),
        b=first.b if first.b and not _vaguer(first.b, second.b) else second.b or first.b,
        tolls=_merged_tolls(first, second),
        place=_finer(first.place, second.place),
        date=date,
        said=said,
        attribution=first.attribution if first.attribution.speaker else second.attribution,
        speaker=first.speaker if first.attribution.speaker else second.speaker,
        outcome_only=first.outcome_only and second.outcome_only,
        anaphoric=first.anaphoric and second.anaphoric,
    )


_SPECIFIC = {
    "suicide_bomb": 9, "chemical_weapon": 9, "air_strike": 8, "shelling": 8, "ied": 7, "grenade": 8, "sexual_violence": 9, "abduction": 8,
    "government_regains_territory": 7, "nonstate_takes_territory": 7, "excessive_force": 7, "protest_with_intervention": 6, "armed_clash": 4, "attack": 3,
}  # fmt: skip


def _specificity(code: str) -> int:
    return _SPECIFIC.get(code, 5)


def _vaguer(ours: tuple[Mention, ...], theirs: tuple[Mention, ...]) -> bool:
    """True when ours are all generic and theirs name a body."""
    generic = all(m.actor is None or m.actor.generic for m in ours)
    return generic and any(m.actor is not None and not m.actor.generic for m in theirs)


def _merged_tolls(first: Incident, second: Incident) -> tuple[Toll, ...]:
    """Of each sort of count the first telling's, unless the second tells better whom it counts.

    A headline's "One dead" yields to the body's "a soldier was killed"; equal sums yield to the one with named kinds.
    """
    out: list[Toll] = []
    for what in dict.fromkeys(t.what for t in (*first.tolls, *second.tolls)):
        ours = [t for t in first.tolls if t.what == what]
        theirs = [t for t in second.tolls if t.what == what]
        better = theirs and (
            first.part is PartKind.HEADLINE
            or (
                (sum(t.low for t in ours) == sum(t.low for t in theirs) or _part_of(ours, theirs))
                and _told_kinds(theirs) > _told_kinds(ours)
            )
        )
        out += theirs if better or not ours else ours
    return tuple(out)


def _acting(first: Incident, second: Incident) -> tuple[Mention, ...]:
    """Side a of two tellings; one that adds a participant adds it."""
    if second.takes_part:
        return (*first.a, *(m for m in second.a if not any(_same(m, other) for other in first.a)))
    return first.a if first.a and not _vaguer(first.a, second.a) else second.a or first.a


def _part_of(some: Sequence[Toll], more: Sequence[Toll]) -> bool:
    """ "two soldiers" is part of "thirteen militants and two soldiers"."""
    return {(t.kind, t.low) for t in some} <= {(t.kind, t.low) for t in more}


def _told_kinds(tolls: Sequence[Toll]) -> int:
    return sum(t.kind is not ActorKind.UNKNOWN for t in tolls)


def _finer(one: Mention | None, two: Mention | None) -> Mention | None:
    if one is None or one.place is None:
        return two
    if two is None or two.place is None or not two.place.located:
        return one
    if not one.place.located:
        return two
    return two if (two.place.precision or 9) < (one.place.precision or 9) - 1 else one


def _finer_date(first: Incident, second: Incident) -> tuple[Mention | None, bool]:
    """The date of the act rather than of the saying, the finer one where one lies in the other; and whether it is the latter."""
    one, two = first.date, second.date
    if one is None or one.date is None or one.date.start is None or one.date.end is None:
        return two, second.said
    if two is None or two.date is None or two.date.start is None or two.date.end is None:
        return one, first.said
    if first.said != second.said:
        return (two, False) if first.said else (one, False)
    inside = one.date.start <= two.date.start and two.date.end <= one.date.end
    return (two if inside and two.date != one.date else one), first.said
