"""Agreement of one coding with another: what was found, and how far the fields of what both found are
alike."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from crossbearing.evaluate.chance import krippendorff_alpha
from crossbearing.evaluate.fields import FIELDS
from crossbearing.evaluate.matching import likeness, match, touch
from crossbearing.evaluate.rows import Row, read_gold, report_key, rows_of
from crossbearing.model import Account, Report


@dataclass(frozen=True, slots=True)
class FieldAgreement:
    """One field: in how many of the pairs where the first coder filled it the two agree."""

    name: str
    agreed: int
    compared: int

    @property
    def share(self) -> float | None:
        return self.agreed / self.compared if self.compared else None


@dataclass(frozen=True, slots=True)
class Agreement:
    """How well a coding agrees with another one, which counts as right.

    ``core``: incidents that the first coder entered; ``found``: those of them that the second has too;
    ``extra``: incidents that only the second has (what touches a marginal row of the first is neither right
    nor wrong); ``complete``: those found with every field alike. The alphas are Krippendorff's, over the
    incidents both have.
    """

    reports: int
    core: int
    found: int
    extra: int
    complete: int
    fields: tuple[FieldAgreement, ...]
    type_alpha: float | None
    modality_alpha: float | None
    missing_reports: tuple[str, ...] = ()

    @property
    def recall(self) -> float:
        return self.found / self.core if self.core else 0.0

    @property
    def precision(self) -> float:
        return self.found / (self.found + self.extra) if self.found + self.extra else 0.0

    @property
    def f1(self) -> float:
        total = self.recall + self.precision
        return 2 * self.recall * self.precision / total if total else 0.0

    def table(self) -> str:
        """The figures as a text table, shares in per cent."""
        lines = [
            _line("reports compared", str(self.reports)),
            _line("incidents found (recall)", _percent(self.found, self.core)),
            _line("entries that are right (precision)", _percent(self.found, self.found + self.extra)),
            _line("F1", f"{100 * self.f1:5.1f}"),
            _line("complete, of all incidents", _percent(self.complete, self.core)),
        ]
        lines += [_line(f.name, _percent(f.agreed, f.compared)) for f in self.fields]
        lines += [
            _line("alpha of type", _alpha(self.type_alpha)),
            _line("alpha of modality", _alpha(self.modality_alpha)),
        ]
        if self.missing_reports:
            lines.append(_line("reports not in the store", ", ".join(self.missing_reports)))
        return "\n".join(lines)


def evaluate(gold: Path, accounts: Sequence[Account], reports: Sequence[Report]) -> Agreement:
    """How well ``accounts`` agree with ``gold``: a folder of coding sheets, or a second coder's
    accounts.jsonl.

    Only reports that both have read are compared; gold reports that are not among ``reports`` are named, and
    their incidents count as not found. Raises NotFound or NotReadable when ``gold`` is no gold set.
    """
    right = read_gold(gold)
    read = {report_key(report.id) for report in reports}
    ours = {key: rows for key, rows in rows_of(accounts).items() if key in right}
    pairs = [pair for key in sorted(right) for pair in match(right[key], ours.get(key, ()))]
    return _tally(right, ours, pairs, tuple(sorted(set(right) - read)))


def _tally(
    right: Mapping[str, Sequence[Row]],
    ours: Mapping[str, Sequence[Row]],
    pairs: Sequence[tuple[Row, Row]],
    missing: tuple[str, ...],
) -> Agreement:
    core = _one_pair_an_incident(right, pairs)
    verdicts = [{name: agrees(gold, own) for name, agrees in FIELDS.items()} for gold, own in core]
    return Agreement(
        reports=len(right) - len(missing),
        core=len(_core_incidents(right)),
        found=len(core),
        extra=_count_extra(right, ours, pairs),
        complete=sum(all(verdict is not False for verdict in row.values()) for row in verdicts),
        fields=tuple(_field(name, [row[name] for row in verdicts]) for name in FIELDS),
        type_alpha=krippendorff_alpha([(_closest(g.types, o.types), o.types[0]) for g, o in core]),
        modality_alpha=krippendorff_alpha(
            [(_closest(g.modalities, o.modalities), o.modalities[0]) for g, o in core]
        ),
        missing_reports=missing,
    )


def _count_extra(
    right: Mapping[str, Sequence[Row]], ours: Mapping[str, Sequence[Row]], pairs: Sequence[tuple[Row, Row]]
) -> int:
    """Our rows that are in no pair; a second reading of a passage that is only marginal is left out of
    account.
    """
    paired = {(own.report, own.id) for _, own in pairs}
    marginal = {key: [row for row in rows if not row.core] for key, rows in right.items()}
    return sum(
        (row.report, row.id) not in paired and not any(touch(gold, row) for gold in marginal[key])
        for key, rows in ours.items()
        for row in rows
    )


def _incident(row: Row) -> tuple[str, str]:
    return row.report, row.incident or row.id


def _core_incidents(right: Mapping[str, Sequence[Row]]) -> set[tuple[str, str]]:
    """The incidents of which at least one telling is core."""
    return {_incident(row) for rows in right.values() for row in rows if row.core}


def _one_pair_an_incident(
    right: Mapping[str, Sequence[Row]], pairs: Sequence[tuple[Row, Row]]
) -> list[tuple[Row, Row]]:
    """For every core incident that was found the pair in which the two are most alike."""
    best: dict[tuple[str, str], tuple[Row, Row]] = {}
    for gold, own in sorted(pairs, key=lambda p: (-likeness(*p), p[0].id, p[1].id)):
        best.setdefault(_incident(gold), (gold, own))
    core = _core_incidents(right)
    return [pair for incident, pair in sorted(best.items()) if incident in core]


def _field(name: str, verdicts: Sequence[bool | None]) -> FieldAgreement:
    said = [verdict for verdict in verdicts if verdict is not None]
    return FieldAgreement(name, sum(said), len(said))


def _closest(right: Sequence[str], given: Sequence[str]) -> str:
    """Our value where it is one of the right ones, else the first right one."""
    return given[0] if given[0] in right else right[0]


def _line(name: str, value: str) -> str:
    return f"{name:36} {value}"


def _percent(part: int, whole: int) -> str:
    return f"{100 * part / whole:5.1f}  ({part} of {whole})" if whole else "    –"


def _alpha(value: float | None) -> str:
    return "    –" if value is None else f"{value:5.2f}"
