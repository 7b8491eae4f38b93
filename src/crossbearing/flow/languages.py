"""The seam for languages other than English: who codes a report in which language.

A coder for a language takes a report and gives accounts whose passages stand in the report's own text.
Which coders there are is an argument of ``run`` and ``code``, never a setting. Installed packages offer
theirs under the entry point group ``crossbearing.coders`` (name: the language, value: what makes
the coder); one is loaded when the first report of its language comes.
docs/languages.md shows how to write one.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.metadata import EntryPoint, entry_points
from pkgutil import resolve_name
from typing import Protocol

from crossbearing.errors import InputError
from crossbearing.model import Account, Report
from crossbearing.vocab.actor_types import Project

GROUP = "crossbearing.coders"
"""The entry point group under which packages offer coders."""


class LanguageCoder(Protocol):
    """Codes reports of some languages. It must survive pickling, as the work of several processes does."""

    @property
    def languages(self) -> Collection[str]:
        """ISO 639-1 codes of the languages that it codes."""

    @property
    def version(self) -> str:
        """Name and version. Another version codes the same report anew."""

    def code(self, report: Report, project: Project) -> Sequence[Account]:
        """The accounts that ``report`` gives, each with passages of ``report.text``. ``project`` is what a
        researcher adds to the vocabulary of actors."""


@dataclass(frozen=True, slots=True)
class Installed:
    """A coder that a package offers, not loaded yet. ``target`` is ``module:attribute`` of what makes it."""

    language: str
    target: str
    package: str

    def load(self) -> LanguageCoder:
        """The coder; raises whatever its package raises."""
        return _made(self.target)


@lru_cache(maxsize=32)
def _made(target: str) -> LanguageCoder:
    coder: LanguageCoder = resolve_name(target)()
    return coder


@dataclass(frozen=True, slots=True)
class Coders:
    """The coders for languages other than English: those given go before those installed, the first wins."""

    given: tuple[LanguageCoder, ...] = ()
    installed: tuple[Installed, ...] = ()

    @property
    def version(self) -> str:
        """What decides, beside our own rules, how reports are coded; '' without any coder."""
        given = [f"{'/'.join(sorted(c.languages))}={c.version}" for c in self.given]
        return ",".join([*given, *(f"{i.language}={i.package}:{i.target}" for i in self.installed)])

    def find(self, language: str | None) -> LanguageCoder | None:
        """The coder for a language, loaded if need be; None when there is none."""
        if language is None:
            return None
        given = next((coder for coder in self.given if language in coder.languages), None)
        if given is not None:
            return given
        installed = next((offer for offer in self.installed if offer.language == language), None)
        return installed.load() if installed is not None else None

    def code(self, report: Report, project: Project) -> tuple[Account, ...]:
        """The accounts that the coder for the report's language gives; none when there is no such coder.

        Raises InputError when the coder fails, or gives an account without a passage in the text: then the
        report is turned down and coded by the next run, because it was not the report that was wrong.
        """
        try:
            coder = self.find(report.language)
            accounts = tuple(coder.code(report, project)) if coder is not None else ()
        except InputError:
            raise
        except Exception as exc:
            what = f"{type(exc).__name__}: {exc}"
            reason = f"the coder for the language {report.language} failed ({what}); mend or remove it"
            raise InputError(report.id, reason) from exc
        for account in accounts:
            _refuse_ungrounded(report, account)
        return accounts


NO_CODERS = Coders()
"""English only."""


def _refuse_ungrounded(report: Report, account: Account) -> None:
    """No value without a passage, whoever coded it."""
    sound = all(e.quote and report.text[e.start : e.end] == e.quote for e in account.evidence)
    if account.report != report.id or not sound:
        raise InputError(
            report.id,
            f"the coder for the language {report.language} gave an account ({account.id}) whose passages are "
            "not in the report; mend or remove it",
        )


def installed_coders(find: Callable[[], Iterable[EntryPoint]] | None = None) -> Coders:
    """The coders that installed packages offer, none of them loaded. ``find`` gives the entry points."""
    offers = entry_points(group=GROUP) if find is None else find()
    found = (Installed(o.name, o.value.split("[")[0].strip(), _package(o)) for o in offers)
    return Coders(installed=tuple(sorted(found, key=lambda i: (i.language, i.package, i.target))))


def _package(offer: EntryPoint) -> str:
    dist = offer.dist
    return f"{dist.name} {dist.version}" if dist is not None else "unknown"
