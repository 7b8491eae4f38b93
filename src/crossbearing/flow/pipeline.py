"""The pipeline on one page.

A report is in the ledger whole or not at all, so a run may be stopped or killed at any time: the next one
goes on where it ended. Input that cannot be used becomes a rejection with a reason and ends nothing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial

from crossbearing.acquire import Intake, Web, acquire, fingerprint
from crossbearing.errors import InputError, TooCostly
from crossbearing.flow.additions import Additions
from crossbearing.flow.coding import WARM, Coded, annotate, code, in_english, prepare
from crossbearing.flow.crossing import cross
from crossbearing.flow.engines import Automatic, Engine, Outcome
from crossbearing.flow.progress import Progress, Summary
from crossbearing.flow.versions import coder_version, crossing_version, with_coders, with_project
from crossbearing.flow.workers import LimitReached
from crossbearing.model import Document, RawReport
from crossbearing.model.bundle import Bundle
from crossbearing.store import Store

Coder = Callable[[RawReport], Coded]

NOTHING_ADDED = Additions()

PREPARING, CODING, CROSSING = "preparing the tables", "reading and coding", "linking and reconciling"
"""The stages, as a progress bar shows them."""


def run(
    inputs: Sequence[str],
    store: Store,
    *,
    engine: Engine | None = None,
    progress: Progress | None = None,
    intake: Intake | None = None,
    added: Additions = NOTHING_ADDED,
    coder: Coder | None = None,
    prepare: Callable[[], None] = prepare,
) -> Summary:
    """Read, code, link and reconcile all inputs into the store. The same inputs again change nothing.

    ``intake`` says how tables and addresses of the web are read, ``added`` what the user knows beside the
    program. ``coder`` is what an engine does with one report, ``prepare`` what must be there before the first
    one; others may be put in their place in tests.
    """
    version = with_coders(with_project(coder_version(), added.project), added.coders)
    job = _Job(store, progress or Progress(), prepare, version)
    found = added.facts.applied(_acquired(inputs, intake or Intake(), job.progress))
    work = coder or partial(code, project=added.project, coders=added.coders)
    for outcome in (engine or Automatic(warm=WARM)).map(work, job.pending(found)):
        job.take(outcome)
    job.finish()
    job.progress.stage(CROSSING)
    rebuild(store)
    rejected = tuple(job.rejected)
    return Summary(job.coded, job.known, job.accounts, rejected, store.events(), job.other_languages)


def rebuild(store: Store, *, anew: bool = False) -> None:
    """Make the events from the ledger; nothing is done when they are up to date, unless ``anew``."""
    rules = crossing_version()
    if store.view_is_current(rules) and not anew:
        return
    by_people = [judgement for judgement in store.judgements() if judgement.by_person]
    crossing = cross(store.reports(), store.accounts(), by_people, store.decisions())
    store.replace_view(crossing.events, crossing.judgements, crossing.dependences, rules)


def up_to_date(store: Store) -> Bundle:
    """All that the store holds, the events made anew first if the ledger (or a rule) has changed since."""
    rebuild(store)
    return store.bundle()


def annotate_all(
    inputs: Sequence[str],
    *,
    engine: Engine | None = None,
    progress: Progress | None = None,
    intake: Intake | None = None,
    added: Additions = NOTHING_ADDED,
) -> Iterator[Document | InputError]:
    """The mentions of every report, without a store; rejections stand where they arose."""
    progress = progress or Progress()
    rejected: list[InputError] = []
    progress.stage(PREPARING)
    prepare()
    progress.stage(CODING)
    found = added.facts.applied(_acquired(inputs, intake or Intake(), progress))
    work = partial(annotate, project=added.project)
    for outcome in (engine or Automatic(warm=WARM)).map(work, _accepted(found, rejected, progress)):
        while rejected:
            yield rejected.pop(0)
        if outcome.result is not None:
            progress.finished(outcome.item.id)
            yield outcome.result
        else:
            rejected.append(_rejection(outcome))
            progress.rejected(rejected[-1])
    yield from rejected


def _acquired(inputs: Sequence[str], intake: Intake, progress: Progress) -> Iterator[RawReport | InputError]:
    return acquire(inputs, intake, web=Web(intake.fetching, progress.noticed))


def _accepted(
    found: Iterable[RawReport | InputError], rejected: list[InputError], progress: Progress
) -> Iterator[RawReport]:
    for item in found:
        if isinstance(item, InputError):
            rejected.append(item)
            progress.rejected(item)
        else:
            yield item


def _rejection(outcome: Outcome[RawReport, object]) -> InputError:
    """Why a report could not be coded, with its name."""
    error = outcome.error
    if isinstance(error, InputError):
        return error
    if isinstance(error, LimitReached):
        what_to_do = "split it, or allow more with --time-limit or --memory-limit"
        return TooCostly(outcome.item.id, f"{error}; it was left out ({what_to_do})")
    said = f"{type(error).__name__}: {error}" if error is not None else "no result"
    return InputError(outcome.item.id, f"could not be coded: {said} (a fault of ours; please report it)")


class _Job:
    """The state of one run: what is known already, what was done, what was turned down."""

    def __init__(self, store: Store, progress: Progress, prepare: Callable[[], None], version: str) -> None:
        self.store = store
        self.progress = progress
        self.prepare = prepare
        self.version = version
        self.before = store.coded()
        self.coded = self.known = self.accounts = 0
        self.other_languages: Counter[str] = Counter()
        self.rejected: list[InputError] = []

    def pending(self, found: Iterable[RawReport | InputError]) -> Iterator[RawReport]:
        """The reports that are still to be coded; all is prepared when the first of them is given out."""
        self.progress.stage(CODING)
        prepared = False
        for item in found:
            if isinstance(item, InputError):
                self._reject(item)
            elif self.before.get(item.id) == (fingerprint(item), self.version):
                self.known += 1
                self.progress.finished(item.id)
            else:
                if not prepared:
                    self._prepare()
                    prepared = True
                yield item

    def _prepare(self) -> None:
        self.progress.stage(PREPARING)
        self.prepare()
        self.progress.stage(CODING)

    def take(self, outcome: Outcome[RawReport, Coded]) -> None:
        """Put a finished report into the ledger, or its rejection on the list."""
        if outcome.result is None:
            self._reject(_rejection(outcome))
            return
        coded, mark = outcome.result, fingerprint(outcome.item)
        try:
            self.store.add_report(coded.report, coded.accounts, fingerprint=mark, version=self.version)
        except (UnicodeError, OverflowError) as error:  # what no database keeps must not end a run
            self._reject(InputError(outcome.item.id, f"holds what cannot be kept: {error}"))
            return
        self.coded += 1
        self.accounts += len(coded.accounts)
        if not in_english(coded.report):
            self.other_languages[coded.report.language or "?"] += 1
        self.progress.finished(outcome.item.id)

    def finish(self) -> None:
        self.store.add_rejections(self.rejected)

    def _reject(self, error: InputError) -> None:
        self.rejected.append(error)
        self.progress.rejected(error)
