"""Which place belongs to which verb: ours beside two baselines, on public sentences.

usage: python benchmarks/event_location.py [FILE]

FILE is JSON lines with ``text`` and ``spans`` (one VERB, none or more LOCATION), by default the open half in
``../shared/bench/event_location``; without it the script says so and does nothing. All three choose among the
same place mentions. ``right`` counts sentences: the chosen mention overlaps a place of the verb, or none was
chosen where the verb has none; ``located`` and ``placeless`` are the shares of right ones of either kind.
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from crossbearing.extract.scene import scene_place
from crossbearing.extract.view import View
from crossbearing.flow.coding import annotate
from crossbearing.language.chunks import chunk
from crossbearing.model import Document, Mention, MentionKind, RawReport, Span

OPEN = Path(__file__).resolve().parents[1] / "../shared/bench/event_location/open.jsonl"
Chooser = Callable[[Document, Span, Sequence[Mention]], Mention | None]


def first(_: Document, __: Span, places: Sequence[Mention]) -> Mention | None:
    """The first place of the sentence."""
    return min(places, key=lambda m: m.start, default=None)


def nearest(_: Document, verb: Span, places: Sequence[Mention]) -> Mention | None:
    """The place with the fewest characters between it and the verb."""
    return min(places, key=lambda m: max(m.start - verb.end, verb.start - m.end), default=None)


def ours(document: Document, verb: Span, _: Sequence[Mention]) -> Mention | None:
    """The scene that the extraction would choose for this verb."""
    for sentence in document.sentences:
        if sentence.start <= verb.start < sentence.end and sentence.tokens:
            view = View.of(document.text, sentence, chunk(sentence.tokens), document.within(sentence.span))
            trigger = Mention(MentionKind.TRIGGER, verb, verb.of(document.text))
            return scene_place(view, sentence.span, [trigger], ())
    return None


CHOOSERS: dict[str, Chooser] = {"first place": first, "nearest place": nearest, "ours": ours}


def main() -> int:
    path = Path(sys.argv[1]) if len(sys.argv) > 1 else OPEN
    if not path.exists():
        print(f"{path}: not here; nothing was measured")
        return 0
    right: Counter[tuple[str, bool]] = Counter()
    asked: Counter[bool] = Counter()
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines()):
        row = json.loads(line)
        verbs = [Span(s["start"], s["end"]) for s in row["spans"] if s["label"] == "VERB"]
        gold = [Span(s["start"], s["end"]) for s in row["spans"] if s["label"] == "LOCATION"]
        if len(verbs) != 1:
            continue
        document = annotate(RawReport(str(number), row["text"]))
        asked[bool(gold)] += 1
        for name, choose in CHOOSERS.items():
            chosen = choose(document, verbs[0], document.of_kind(MentionKind.PLACE))
            fits = (
                chosen is None
                if not gold
                else chosen is not None and any(chosen.span.overlaps(g) for g in gold)
            )
            right[name, bool(gold)] += fits
    print(f"sentences {asked.total()}, of which {asked[True]} tell where")
    for name in CHOOSERS:
        all_right = right[name, True] + right[name, False]
        told, untold = right[name, True] / max(1, asked[True]), right[name, False] / max(1, asked[False])
        print(
            f"{name:14} right {all_right / asked.total():6.1%}  located {told:6.1%}  placeless {untold:6.1%}"
        )
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
