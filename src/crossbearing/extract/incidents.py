"""Incidents: what one sentence tells that happened, with its sides, tolls, place and day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from crossbearing.extract import modality, roles, scene
from crossbearing.extract.background import accompanies, is_ahead, is_background
from crossbearing.extract.clusters import Told, clusters_of
from crossbearing.extract.frames import Frame
from crossbearing.extract.framing import frames
from crossbearing.extract.kinds import code_of, is_violent
from crossbearing.extract.parties import has_state, same_actor
from crossbearing.extract.sides import BARE_FORCES, PROTESTS, Side, antecedent, sides_of
from crossbearing.extract.sources import Said
from crossbearing.extract.tolls import Toll, shared_noun, within_totals
from crossbearing.extract.view import View
from crossbearing.language.chunks import ChunkKind
from crossbearing.model import FAMILY_OF, Attribution, Family, Mention, MentionKind, Modality, PartKind, Span
from crossbearing.vocab.actors import word_list

_NOBODY = Attribution()
_MIN_RANK = 10  # triggers below it only lend their words to others


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
    attribution: Attribution = _NOBODY
    speaker: Span | None = None
    anaphoric: bool = False
    takes_part: bool = False
    """Adds somebody who takes part in what was told before."""
    claim: bool = False
    """Tells only who did it: "claimed by the front", "blamed on …"."""
    outcome_only: bool = False
    opens: bool = False
    answers: bool = False
    """Denies what was told before, or gives another toll of it, without telling it again."""
    until: int | None = None
    """The paragraph of its last telling, where it is another than that of the first."""
    perfect: bool = False
    """Told as news without a day ("has been hit"): it happened when the report came out."""

    @property
    def violent(self) -> bool:
        """Of a violent family: battles, explosions, violence against civilians."""
        return is_violent(self.code)


def incidents_of(view: View, said: Said, topic: Mention | None = None) -> tuple[Incident, ...]:
    """The incidents that a sentence tells, in order. ``topic`` is whom a pronoun at its head may mean."""
    if modality.sentence_is_background(view) or modality.is_running_total(view):
        return ()
    told = _told(view)
    blames = [f for f, _ in told if f.row.kind in {"claim", "blame"}]
    clusters = clusters_of(view, [(f, m) for f, m in told if f not in blames])
    if blames and not _tells_anew(view, clusters):
        return tuple(_claim(view, f, said) for f in [b for b in blames if b.a][:1])
    made = (_incident(view, cluster, said, topic, len(clusters) == 1) for cluster in clusters)
    found = tuple(i for i in made if i is not None and _specific(i))
    blamed = next((b.a for b in blames if b.a), ())
    return tuple(_with_culprit(i, blamed) if blamed and i.violent and not i.a else i for i in found)


def _tells_anew(view: View, clusters: Sequence[Sequence[Told]]) -> bool:
    """Whether a claim tells what is claimed ("the bombing of a mosque on Friday that killed 27")."""
    frames = [f for c in clusters for f, _ in c]
    if not all(f.outcome or (f.definite and not f.verbal) for f in frames):
        return True
    scene = bool(view.kind(MentionKind.PLACE)) and bool(view.kind(MentionKind.TIME))
    return scene and any(not f.outcome for f in frames) and any(f.tolls for f in frames)


def _told(view: View) -> list[Told]:
    """The frames of a sentence that tell something, without nouns that only mention an event."""
    found = ((f, modality.modality_of(view, f)) for f in frames(view) if f.row.rank >= _MIN_RANK)
    told = [(f, m) for f, m in found if m is not None]
    everything = [f for f, _ in told]
    dropped = {
        f.chunk
        for f, m in told
        if not f.outcome and not is_ahead(view, f, m) and is_background(view, f, everything)
    }
    told = [(f, m) for f, m in told if (f.outcome or f.chunk not in dropped) and f.bound_to not in dropped]
    rest = [f for f, _ in told]
    return [(f, m) for f, m in told if not accompanies(view, f, rest)]


def _with_culprit(incident: Incident, blamed: tuple[Mention, ...]) -> Incident:
    """ "said the ambush was the work of the front": the one blamed acts, and cannot be the target too."""
    return replace(
        incident,
        a=blamed,
        b=tuple(m for m in incident.b if not any(same_actor(m, other) for other in blamed)),
    )


def _claim(view: View, frame: Frame, said: Said) -> Incident:
    """An incident told before, of which this sentence says only who did it."""
    return Incident(
        sentences=(view.sentence.index,),
        paragraph=view.sentence.paragraph,
        part=view.sentence.part,
        code="attack",
        modality=Modality.OCCURRED,
        spans=(frame.clause,),
        triggers=(frame.trigger,),
        a=frame.a,
        attribution=said.attribution,
        speaker=said.span,
        anaphoric=True,
        claim=True,
    )


def _goes_on(view: View, members: Sequence[Frame], a: Sequence[Mention]) -> bool:
    """Whether it goes on about what was told before: "the blast", "the attackers", "our men …"."""
    if any(f.definite for f in members) and not any(_acts_anew(view, f, members) for f in members):
        return True
    if any(f.tolls for f in members) or view.kind(MentionKind.PLACE):
        return False
    if modality.takes_up(view):
        return True
    return any(f.pronoun for f in members) or any(_are_the_attackers(view, m) for m in a)


def _acts_anew(view: View, frame: Frame, members: Sequence[Frame]) -> bool:
    """True for a verb that tells an act of its own: not "hit" in "the blast hit a bus"."""
    if not frame.verbal or frame.outcome:
        return False
    subject = roles.subject(view, frame.chunk)
    nouns = {f.chunk for f in members if f.definite and not f.verbal}
    return subject is None or not nouns & set(subject.phrases)


def _are_the_attackers(view: View, mention: Mention) -> bool:
    before = view.words(Span(max(view.sentence.start, mention.start - len("the ")), mention.start))
    return before == "the " and mention.text.lower() in word_list("attackers")


def _are_known(view: View, members: Sequence[Frame], b: Sequence[Mention]) -> bool:
    """ "The teachers were taken into the forest": those taken were told of before."""
    known = (view.words(Span(max(m.start - len("the "), view.sentence.start), m.start)) == "the " for m in b)
    return bool(b) and all(known) and not any(f.tolls for f in members)


def _specific(incident: Incident) -> bool:
    """A plan or threat counts only with an actor, and a place or a time."""
    if incident.modality not in (Modality.PLANNED, Modality.THREATENED):
        return True
    return (bool(incident.a or incident.b) or incident.code in PROTESTS) and (
        incident.place is not None or incident.date is not None
    )


def _incident(
    view: View, cluster: Sequence[Told], by: Said, topic: Mention | None, alone: bool
) -> Incident | None:
    """The incident that a cluster of frames tells; None when together they turn out to tell none."""
    members = [f for f, _ in cluster]
    mode = cluster[0][1] if len({m for _, m in cluster}) == 1 else Modality.OCCURRED
    code = _code(view, _with_antecedents(view, members, topic), mode, alone)
    if code is None:
        return None
    ranked = sorted(members, key=_rank)
    a, b = _sides(view, ranked, code, topic)
    clause = Span(min(f.clause.start for f in members), max(f.clause.end for f in members))
    triggers = tuple(f.trigger for f in ranked)
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
        tolls=_tolls(members),
        place=scene.scene_place(view, clause, triggers, [m.span for m in (*a, *b)]),
        date=date,
        said=date is not None and scene.dates_the_speaking(view, date),
        attribution=by.attribution,
        speaker=by.span,
        anaphoric=_goes_on(view, members, a)
        or any(_are_the_attackers(view, m) for m in b)
        or (code == "abduction" and _are_known(view, members, b)),
        takes_part=any(f.takes_part for f in members),
        outcome_only=all(f.outcome for f in members),
        opens=modality.opens_new(view),
        perfect=any(_is_perfect(view, f) for f in members),
    )


def _with_antecedents(view: View, members: Sequence[Frame], topic: Mention | None) -> list[Frame]:
    """The frames, with whom a pronoun that acts stands for: "the rebels said they had taken the town"."""
    out = list(members)
    for i, frame in enumerate(out):
        if frame.pronoun and not frame.a:
            meant = antecedent(view, [frame], topic, frame.b)
            out[i] = replace(frame, a=meant) if meant else frame
    return out


def _code(view: View, members: Sequence[Frame], mode: Modality, alone: bool) -> str | None:
    """The event code; a state's assault to come is an operation: whether it takes the place is not told."""
    words = " ".join(view.words(c) for c in dict.fromkeys(f.clause for f in members))
    code = code_of(view, members, words, alone)
    if code is None or mode is not Modality.PLANNED:
        return code
    battle = FAMILY_OF[code] is Family.BATTLE or code == "attack"
    if any(f.row.key == "operation" for f in members) or (
        battle and has_state(m for f in members for m in f.a)
    ):
        return "operation_launch"
    return code


def _rank(frame: Frame) -> tuple[bool, int]:
    """The leading frame first; what a relative clause adds comes last."""
    return frame.bound_to is not None, -frame.row.rank


def _sides(view: View, ranked: Sequence[Frame], code: str, topic: Mention | None) -> tuple[Side, Side]:
    """Side a and side b, with whom a pronoun stands for."""
    a, b = sides_of(view, ranked, code)
    bare = not a or all(m.text.lower() in BARE_FORCES for m in a)
    if bare and code not in PROTESTS and any(f.pronoun for f in ranked):
        a = antecedent(view, ranked, topic, b) or a
    return a, b


def _is_perfect(view: View, frame: Frame) -> bool:
    """ "has been hit", "have killed": not "would have killed"."""
    governs = not frame.verbal and frame.chunk > 0 and view.chunks[frame.chunk - 1].kind is ChunkKind.VP
    group = view.chunks[frame.chunk - 1 if governs else frame.chunk]  # "has launched [air raids]"
    return (frame.verbal or governs) and group.has("has", "have", "'ve") and not group.has("would")


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
    return within_totals(shared_noun(tuple(out.values())))
