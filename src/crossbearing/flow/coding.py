"""The way of one report, on one page: what arrived → the report, its mentions, its accounts.

Pure and picklable: it depends on its argument and on the installed package alone, so any engine may run it
anywhere. The stages are imported when the first report comes, because their tables take seconds to load and a
command that codes nothing should not wait for them.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from crossbearing.errors import TooCostly
from crossbearing.flow.languages import NO_CODERS, Coders
from crossbearing.model import Account, Document, Mention, RawReport, Report, Sentence
from crossbearing.vocab.actor_types import BUILT_IN, Project

if TYPE_CHECKING:
    from crossbearing.read.reading import Reading

WARM = ("crossbearing.flow.warm",)
"""The modules whose import loads all that coding needs, for processes that code."""


MOST_CHARACTERS = 1_000_000
"""The longest text that is taken for one report: some 400 pages, ten times the longest reports of courts and
missions, and about ten seconds' work."""


@dataclass(frozen=True, slots=True)
class Coded:
    """A report and what it tells."""

    report: Report
    accounts: tuple[Account, ...]


def prepare() -> None:
    """Build what all reports need and is kept on disk (the gazetteer's index, once after an installation).

    Coding would do it too; but several processes that start together would each spend the time and the
    memory.
    """
    from crossbearing.vocab.gazetteer import gazetteer

    gazetteer()


def code(raw: RawReport, project: Project = BUILT_IN, coders: Coders = NO_CODERS) -> Coded:
    """Read a report and code it. Raises NotText when there is no text in it, TooCostly when too much.

    ``project`` is what a researcher adds to the actor vocabulary. A report in another language than English
    is kept; ``coders`` code it if there is one for its language, else it yields no accounts: our rules know
    no words of it.
    """
    reading = _read(raw)
    if in_english(reading.copy):
        report, accounts = code_english(reading.copy, project)
    else:
        report, accounts = reading.copy, coders.code(reading.copy, project)
    if not reading.mended.changed:
        return Coded(report, accounts)
    restorer = reading.restorer
    return Coded(restorer.report(report), tuple(map(restorer.account, accounts)))


def code_english(report: Report, project: Project) -> tuple[Report, tuple[Account, ...]]:
    """The accounts of a report that has been read; and the report, with its date when that was inferred."""
    from crossbearing.extract import extract

    document = _annotated(report, project)
    return document.report, extract(document)


def in_english(report: Report) -> bool:
    """True for English, and where the text is too short to tell."""
    return report.language in (None, "en")


def annotate(raw: RawReport, project: Project = BUILT_IN) -> Document:
    """Read a report and find its mentions, resolved with the whole report in view, in order of position."""
    reading = _read(raw)
    document = _annotated(reading.copy, project)
    return reading.restorer.document(document) if reading.mended.changed else document


def _read(raw: RawReport) -> Reading:
    """What was read, if it is of a length that one report may have. A plain text that is too long is refused
    before anything looks at it: a character has four bytes at most."""
    from crossbearing.read import read_copy

    content = raw.content
    if raw.media_type == "text/plain":
        _check_length(raw.id, len(content) if isinstance(content, str) else len(content) // 4)
    reading = read_copy(raw)
    _check_length(raw.id, len(reading.copy.text))
    return reading


def _check_length(where: str, length: int) -> None:
    if length > MOST_CHARACTERS:
        held = f"holds {length:,} characters, more than one report may ({MOST_CHARACTERS:,})"
        raise TooCostly(where, f"{held}; split it into the reports that it consists of")


def _annotated(report: Report, project: Project) -> Document:
    from crossbearing.language.tagger import tag_sentence
    from crossbearing.text.sentences import split

    sentences = tuple(tag_sentence(report.text, s) for s in split(report.text, report.parts))
    report, mentions = _resolved(report, sentences, project)
    mentions = (*mentions, *_plain(report, sentences))
    ordered = sorted(mentions, key=lambda m: (m.start, m.end, m.kind))
    return Document(report, sentences, tuple(ordered))


def _resolved(
    report: Report, sentences: tuple[Sentence, ...], project: Project
) -> tuple[Report, tuple[Mention, ...]]:
    """The mentions that need the whole report; and the report, with its date when that was inferred."""
    from crossbearing.annotate.actors import find_actors
    from crossbearing.annotate.places import find_places
    from crossbearing.annotate.times import find_times
    from crossbearing.resolve.actors import resolve_actors
    from crossbearing.resolve.dates import infer_published, resolve_times
    from crossbearing.resolve.places import resolve_places

    text = report.text
    expressions = find_times(text, sentences)
    if not report.published.known:
        report = replace(report, published=infer_published(report, sentences, expressions))
    times = resolve_times(report, sentences, expressions)
    places = resolve_places(report, sentences, find_places(text, sentences))
    phrases = find_actors(text, sentences, project)
    actors = resolve_actors(report, sentences, phrases, places, project)
    return report, (*times, *places, *actors)


def _plain(report: Report, sentences: tuple[Sentence, ...]) -> tuple[Mention, ...]:
    """The mentions that each sentence gives by itself: quantities, speakers and triggers."""
    from crossbearing.annotate.quantities import find_quantities
    from crossbearing.annotate.speakers import find_speakers
    from crossbearing.annotate.triggers import find_triggers

    finders = (find_quantities, find_speakers, find_triggers)
    return tuple(m for s in sentences for find in finders for m in find(report.text, s))
