"""What a whole report tells about the countries and bodies that it is about."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from crossbearing.model import ActorKind, Mention, MentionKind, Report, Sentence, Span
from crossbearing.model.actor_expressions import ActorExpression, ActorForm
from crossbearing.vocab import actors

NON_STATE = frozenset(
    {ActorKind.REBEL, ActorKind.POLITICAL_MILITIA, ActorKind.IDENTITY_MILITIA, ActorKind.UNKNOWN}
)

# How much one mention of a country says about where the report plays: a dateline most, a place of the
# country more
# than the nationality of a force, which may be fighting abroad.
_DATELINE_WEIGHT = 3.0
_PLACE_WEIGHT = 1.0
_NATIONALITY_WEIGHT = 0.6
_COUNTRY_NAME_WEIGHT = 0.7
_BODY_WEIGHT = 0.5


@dataclass(frozen=True, slots=True)
class Context:
    """The report as a background for one phrase.

    ``focus``: ISO codes, the likeliest scene first. ``local``: sentence index → ISO code of a place named
    in it. ``named``: ids of non-state bodies with how often the report names them. ``year``: of
    publication, or None.
    ``home``: ISO code of the dateline, to which "our army" belongs.
    """

    focus: tuple[str, ...] = ()
    local: Mapping[int, str] = field(default_factory=dict)
    named: Mapping[str, int] = field(default_factory=dict)
    explicit: Mapping[str, int] = field(default_factory=dict)
    year: int | None = None
    places: tuple[tuple[Span, str | None], ...] = ()
    home: str | None = None
    project: actors.Project = actors.BUILT_IN

    def is_place(self, span: Span) -> bool:
        """True when a place mention begins where ``span`` begins."""
        return any(place.start == span.start and place.overlaps(span) for place, _ in self.places)

    def place_country(self, span: Span) -> str | None:
        """The country of the place mention that covers ``span``; None when there is none."""
        return next((country for place, country in self.places if country and place.covers(span)), None)

    def scene(self, sentence: int) -> str | None:
        """The country in which the sentence plays, as far as one can tell."""
        return self.local.get(sentence) or (self.focus[0] if self.focus else None)


def make_context(
    report: Report,
    sentences: Sequence[Sentence],
    expressions: Sequence[ActorExpression],
    places: Sequence[Mention],
    project: actors.Project = actors.BUILT_IN,
) -> Context:
    """Count the countries and bodies that the report names."""
    weights: Counter[str] = Counter()
    for country, weight in _country_votes(report, expressions, places, actors.bodies(project)):
        weights[country] += weight  # type: ignore[assignment]
    focus = tuple(country for country, _ in sorted(weights.items(), key=lambda item: (-item[1], item[0])))
    year = report.published.start.year if report.published.start else None
    explicit = Counter(c for e in expressions for c in e.countries if e.form is ActorForm.NOUN and e.service)
    named = _named(expressions, focus, year, project)
    spans = tuple((mention.span, mention.place.country) for mention in places if mention.place)
    told = frozenset(country for e in expressions for country in e.countries)
    local = _local(sentences, places, _credible(weights, told))
    home = report.dateline.country if report.dateline else None
    return Context(focus, local, named, explicit, year, spans, home, project)


# A country that is never named and for which one place name speaks, beside three for another, is that of a
# namesake of the place.
_CREDIBLE_SHARE = 1 / 3


def _credible(weights: Counter[str], told: frozenset[str]) -> frozenset[str]:
    """The countries in which a sentence of this report may play."""
    least = max(weights.values(), default=0.0) * _CREDIBLE_SHARE
    return frozenset(c for c, weight in weights.items() if weight > least or c in told)


def _country_votes(
    report: Report,
    expressions: Sequence[ActorExpression],
    places: Sequence[Mention],
    bodies: Mapping[str, actors.Body],
) -> list[tuple[str, float]]:
    votes: list[tuple[str, float]] = []
    if report.dateline and report.dateline.country:
        votes.append((report.dateline.country, _DATELINE_WEIGHT))
    for mention in places:
        qualifies = report.text.startswith("-", mention.end)  # "Iran-backed" says nothing of the scene
        if mention.kind is MentionKind.PLACE and mention.place and mention.place.country and not qualifies:
            votes.append((mention.place.country, _PLACE_WEIGHT))
    for expression in expressions:
        weight = _COUNTRY_NAME_WEIGHT if expression.country_as_actor else _NATIONALITY_WEIGHT
        votes += [(country, weight) for country in expression.countries]
        if len(expression.candidates) == 1 and expression.candidates[0] in bodies:
            country = bodies[expression.candidates[0]].country
            if country:
                votes.append((country, _BODY_WEIGHT))
    return votes


def _local(
    sentences: Sequence[Sentence], places: Sequence[Mention], credible: frozenset[str]
) -> Mapping[int, str]:
    found: dict[int, str] = {}
    inside = (m for m in places if m.place and m.place.country in credible)
    ordered = iter(sorted(inside, key=lambda m: m.start))
    mention = next(ordered, None)
    for sentence in sentences:
        while mention is not None and mention.start < sentence.end:
            if mention.start >= sentence.start and mention.place and mention.place.country:
                found.setdefault(sentence.index, mention.place.country)
            mention = next(ordered, None)
    return found


def _named(
    expressions: Sequence[ActorExpression], focus: tuple[str, ...], year: int | None, project: actors.Project
) -> Mapping[str, int]:
    counts: Counter[str] = Counter()
    for expression in expressions:
        if expression.form is ActorForm.NAME and expression.candidates:
            body = choose_body(expression, focus, year, project)
            if body.kind in NON_STATE:
                counts[body.id] += 1
    return counts


def choose_body(
    expression: ActorExpression,
    focus: Sequence[str],
    year: int | None,
    project: actors.Project = actors.BUILT_IN,
) -> actors.Body:
    """The body that a name stands for: the one active where the report plays and alive when it was
    published.
    """
    table = actors.bodies(project)
    candidates = [table[each] for each in expression.candidates]
    return max(candidates, key=lambda body: _fit(body, expression, focus, year))


def _fit(
    body: actors.Body, expression: ActorExpression, focus: Sequence[str], year: int | None
) -> tuple[float, int]:
    score = 0.0
    for country in expression.countries:
        score += 5.0 if country == body.country else 2.0 if country in body.countries else 0.0
    for rank, country in enumerate(focus[:4]):
        if country == body.country:
            score += 3.0 / (rank + 1)
        elif country in body.countries:
            score += 2.0 / (rank + 1)
    if year is not None:
        if body.since is not None and year < body.since:
            score -= 2.5
        if body.until is not None and year > body.until + 1:
            score -= 1.5
    return score, -len(body.id)
