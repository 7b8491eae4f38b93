"""The report as a whole: which incidents of several sentences are one."""

from __future__ import annotations

from collections.abc import Sequence

from crossbearing.extract.answering import answered, rival
from crossbearing.extract.incidents import Incident
from crossbearing.extract.inheriting import denied, inherited, with_opponent
from crossbearing.extract.merging import merge
from crossbearing.extract.sameness import (
    REACH,
    compatible,
    same_date,
    same_place,
    same_toll,
    shares_side,
    sides_clash,
    tells_again,
)
from crossbearing.model import Modality, PartKind


def join(found: Sequence[Incident]) -> tuple[Incident, ...]:
    """The incidents of a report, each once, in the order of their first telling."""
    out: list[Incident] = []
    for incident in found:
        if incident.answers:
            out += answered(out, incident)
            continue
        home = _claimed(out, incident) if incident.claim else _home(out, incident)
        if home is not None:
            out[home] = merge(out[home], incident)
        elif not incident.claim and not _refers_back(incident):
            taken_on = rival(out, incident) or denied(out, incident) or inherited(out, incident)
            out.append(with_opponent(out, taken_on))
    return tuple(out)


def _refers_back(incident: Incident) -> bool:
    """ "the attack", of which nothing is told: it means one that we did not find."""
    return incident.anaphoric and not (incident.tolls or incident.a or incident.b)


def _claimed(out: Sequence[Incident], claim: Incident) -> int | None:
    """The violent incident that is claimed or blamed: the last one told, if nobody else is named for it."""
    for i in range(len(out) - 1, -1, -1):
        if claim.paragraph - out[i].paragraph > REACH:
            return None
        if out[i].violent and out[i].modality is Modality.OCCURRED:
            return i if not sides_clash(out[i].a, claim.a) and not shares_side(out[i].b, claim.a) else None
    return None


def _home(out: Sequence[Incident], incident: Incident) -> int | None:
    """The earlier incident that this one tells again, or None."""
    candidates = [i for i in range(len(out) - 1, -1, -1) if compatible(out[i], incident)]
    if not candidates:
        return None
    if incident.opens and not same_toll(out[candidates[0]], incident):
        candidates = [
            i
            for i in candidates
            if same_place(out[i].place, incident.place) is True
            and same_date(out[i].date, incident.date) is True
        ]
        return candidates[0] if candidates else None
    near = [i for i in candidates if incident.paragraph - out[i].paragraph <= REACH or i == len(out) - 1]
    if (incident.anaphoric or incident.outcome_only) and near:
        return near[0]
    if out and len(out) - 1 in candidates and _elaborates(out[-1], incident):
        return len(out) - 1
    return next((i for i in candidates if tells_again(out[i], incident)), None)


def _elaborates(lead: Incident, incident: Incident) -> bool:
    """The next paragraph says more of what the lead told in general: a finer place, and no other dead."""
    if (
        incident.paragraph - lead.paragraph > 1
        or lead.part is PartKind.CAPTION
        or incident.opens
        or not lead.violent
    ):
        return False
    if any(t.what == "deaths" for t in incident.tolls):
        return False
    vague = lead.place is None or lead.place.place is None or (lead.place.place.precision or 1) >= 4
    return vague and incident.place is not None and not sides_clash(lead.a, incident.a)
