"""Which of the claims on the day of publication is taken, and why: trust, agreement, and the text's own days.

Claims of one day (or of neighbouring days, which time zones make of one) speak together, each family of
sources once; the day for which most speaks is taken, in the words of its surest source.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta

from crossbearing.model import Basis, Evidence, Published, PublishedCandidate
from crossbearing.read.claims import DayClaim
from crossbearing.read.told_days import ToldDays

_EARLIEST = date(1990, 1, 1)
"""Reports of wars that this program knows; a page of the web that bears an earlier day bears an epoch's zero
or a birthday."""
_ZEROS = frozenset(
    {
        date(1, 1, 1),
        date(1900, 1, 1),
        date(1904, 1, 1),
        date(1969, 12, 31),
        date(1970, 1, 1),
        date(1980, 1, 1),
    }
)
"""The days from which machines count: in a table they stand where no day was known. Any other early day that
somebody gives is the report's own: archives hold papers of the wars before the web."""
_ZONES = timedelta(days=1)
"""A page may be a day ahead of whoever fetched it."""
_AFTER = timedelta(days=31)
"""A report tells of a later day than its own only when it looks ahead; then by less than this, mostly."""
_YEAR = timedelta(days=365)
_SUPPORT, _NEWS = 0.6, timedelta(days=30)
"""A body whose latest day lies within a month before a claim speaks for it as much as a lead does."""
_KEPT = 24
"""More candidates than this tell nobody anything: a page of comments may have hundreds."""
_WEIGHED = 200
"""Claims that are weighed against each other, in the order found; a page of 5,000 dated lines took 40 s."""
_UTC = frozenset({"Z", "UTC", "GMT", "+00:00", "+0000"})


def weigh(
    text: str,
    claims: Sequence[DayClaim],
    told: ToldDays,
    retrieved: date | None,
    undated: Sequence[PublishedCandidate],
) -> Published:
    """The day for which most speaks, with all claims as candidates; unknown when none can be trusted.

    ``undated`` are days whose year is not told: they are kept as candidates.
    """
    doubted = [_doubted(claim, told, retrieved) for claim in claims[:_WEIGHED]]
    chosen = _chosen(doubted, told)
    candidates = tuple(_candidate(text, claim, chosen, told, doubted) for claim in doubted)
    kept = (*sorted(candidates, key=lambda c: -c.trust), *undated)[:_KEPT]
    if chosen is None:
        return Published(reason=_nothing(kept), candidates=kept)
    evidence = tuple(e for c in candidates if c.chosen for e in c.evidence)
    clock = _clock_source(chosen, doubted)
    return Published(
        chosen.start, chosen.end, Basis(chosen.row.basis), evidence, clock.clock, clock.zone,
        _why(chosen, doubted, told), kept,
    )  # fmt: skip


def _doubted(claim: DayClaim, told: ToldDays, retrieved: date | None) -> DayClaim:
    """The claim with what speaks against it by itself."""
    if claim.trust == 0:
        return claim
    given = claim.row.family in ("user", "row")
    if given and claim.end in _ZEROS:
        return replace(claim, doubt="the day from which machines count: no day was known", factor=0.0)
    if not given and claim.end < _EARLIEST:
        return replace(claim, doubt="before 1990: hardly a report's day", factor=0.0)
    if retrieved is not None and claim.start > retrieved + _ZONES:
        return replace(claim, doubt=f"after the report was fetched on {retrieved}", factor=0.0)
    if given:
        return claim
    if told.latest is not None and told.latest > claim.end + _AFTER:
        return replace(claim, doubt=f"the text tells of {told.latest}, which is later", factor=0.3)
    if _moved(claim, told):
        doubt = f"the text tells its news as of {told.lead} and names no later year; was the page moved?"
        return replace(claim, doubt=doubt, factor=0.5)
    return claim


def _moved(claim: DayClaim, told: ToldDays) -> bool:
    """The day may be that of a new website into which an old page was put."""
    return (
        told.lead is not None
        and claim.kind != "lead"
        and claim.start > told.lead + _YEAR
        and max(told.years, default=0) <= told.lead.year
    )


def _chosen(claims: Sequence[DayClaim], told: ToldDays) -> DayClaim | None:
    """What a person or a collector says, else the claim for whose day most speaks."""
    trusted = [c for c in claims if c.trust > 0]
    for family in ("user", "row"):
        given = next((c for c in trusted if c.row.family == family), None)
        if given is not None:
            return given
    if not trusted:
        return None
    best = max(trusted, key=lambda c: (_support(c, trusted, told), c.trust))
    return _local(best, trusted)


def _local(best: DayClaim, claims: Sequence[DayClaim]) -> DayClaim:
    """Markup often counts in UTC; the page's own words beside it give the local day."""
    if best.row.family != "markup" or best.zone not in _UTC:
        return best
    lines = (c for c in claims if c.row.family == "line" and c.single and c.near(best) and c.start == c.end)
    return next((c for c in lines if c.start != best.start and c.trust >= 0.7), best)


def _support(claim: DayClaim, claims: Iterable[DayClaim], told: ToldDays) -> float:
    """How much speaks for a claim's day, from 0 to 1: of each family the surest, as if independent."""
    families: dict[str, float] = {}
    for other in claims:
        if other is claim or (claim.single and other.near(claim)):
            families[other.row.family] = max(families.get(other.row.family, 0.0), other.trust)
    if _told_then(claim, told):
        families["text"] = max(families.get("text", 0.0), _SUPPORT)
    against = 1.0
    for trust in families.values():
        against *= 1.0 - trust
    return round(1.0 - against, 3)


def _told_then(claim: DayClaim, told: ToldDays) -> bool:
    """The latest day that the body tells lies shortly before the claim's."""
    return claim.single and told.latest is not None and claim.start - _NEWS <= told.latest <= claim.end


def _clock_source(chosen: DayClaim, claims: Sequence[DayClaim]) -> DayClaim:
    """The chosen claim, or the surest one of its very day that tells the time as well."""
    if chosen.clock is not None:
        return chosen
    same = [
        c
        for c in claims
        if c.clock is not None and c.trust > 0 and (c.start, c.end) == (chosen.start, chosen.end)
    ]
    return max(same, key=lambda c: c.trust, default=chosen)


def _candidate(
    text: str, claim: DayClaim, chosen: DayClaim | None, told: ToldDays, claims: Sequence[DayClaim]
) -> PublishedCandidate:
    evidence = (Evidence.cut(text, claim.span, "published"),) if claim.span is not None else ()
    taken = claim is chosen
    reason = claim.row.why if taken else _lost(claim, chosen, told, claims)
    if claim.doubt and not taken and claim.trust:
        reason = f"{claim.doubt}; {reason}"
    return PublishedCandidate(
        claim.start,
        claim.end,
        claim.source,
        Basis(claim.row.basis),
        claim.trust,
        reason,
        taken,
        evidence,
    )


def _lost(claim: DayClaim, chosen: DayClaim | None, told: ToldDays, claims: Sequence[DayClaim]) -> str:
    """Why a claim was not taken. Without a choice none can be trusted."""
    if chosen is None or claim.trust == 0:
        return claim.doubt or claim.row.why
    if chosen.row.family in ("user", "row"):
        return (
            "agrees with what was given"
            if claim.near(chosen)
            else f"{chosen.source} goes before what the page says"
        )
    if claim.near(chosen):
        return (
            "agrees with the day that was taken"
            if claim.start == chosen.start
            else "a day off, as time zones make it"
        )
    trusted = [c for c in claims if c.trust > 0]
    mine, best = _support(claim, trusted, told), _support(chosen, trusted, told)
    return f"says otherwise, and less speaks for it ({mine:.2f} against {best:.2f})"


def _why(chosen: DayClaim, claims: Sequence[DayClaim], told: ToldDays) -> str:
    """The choice in one sentence."""
    words = f"{chosen.source}: {chosen.row.why}"
    if chosen.doubt:
        words += f" (but {chosen.doubt})"
    trusted = [c for c in claims if c.trust > 0 and c is not chosen]
    agree = _sources(c for c in trusted if c.near(chosen))
    if _told_then(chosen, told):
        agree = [*agree, f"the text, which tells up to {told.latest}"]
    if agree:
        words += f"; in agreement: {', '.join(agree)}"
    against = list(dict.fromkeys(_says(c) for c in trusted if not c.near(chosen)))
    return words + (f"; against it: {', '.join(against)}" if against else "") + "."


def _says(claim: DayClaim) -> str:
    days = f"{claim.start}" if claim.start == claim.end else f"{claim.start} to {claim.end}"
    return f"{claim.source} says {days}" + (f" ({claim.doubt})" if claim.doubt else "")


def _sources(claims: Iterable[DayClaim]) -> list[str]:
    return list(dict.fromkeys(c.source for c in claims))


def _nothing(kept: Sequence[PublishedCandidate]) -> str:
    if not kept:
        return "Nothing says when the report came out."
    return "Nothing that can be trusted says when the report came out."
