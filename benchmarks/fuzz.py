"""Throws mutated reports of every kind at reading and coding until time is up.

usage: python benchmarks/fuzz.py [--minutes 10] [--seed 0] [--kinds text,html,…]

Structure-aware: it begins with honest inputs, takes them apart at their joints (tags, fields, headers, words)
and repeats, drops, swaps, nests and corrupts pieces. Prints how many inputs of each kind were tried, and each
finding with the seed that makes it again: an exception that is no rejection, a passage that is not where it
is said to be, more than 20 s. Exit code 1 when there is one.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

from generate import page, report

from crossbearing.acquire import acquire
from crossbearing.errors import InputError
from crossbearing.flow import WARM, Coded, Limits, Processes, code
from crossbearing.flow.engines import Outcome
from crossbearing.model import RawReport
from crossbearing.model.records import account_to_record, report_to_record

SECONDS = 20.0
"""What one input may take: they have a few KB, and an honest report of that size takes 20 ms."""

JOINTS = {
    "txt": re.compile(r"(\s+|[.,;:!?()\"-])"),
    "html": re.compile(r"(<[^>]*>|\s+)"),
    "jsonl": re.compile(r"([\"{}\[\]:,]|\n|\s+)"),
    "csv": re.compile(r"([\",;]|\n|\s+)"),
    "eml": re.compile(r"(\r\n|--b|[:;=<>]|\s+)"),
    "warc": re.compile(r"(\r\n|WARC/1\.0|[:;=<>]|\s+)"),
    "rss": re.compile(r"(<[^>]*>|\s+)"),
}
"""Where an input of each kind comes apart."""

SPICE = (
    "", "\0", "\ud800", "\ufeff", "\u202e", "\u0301" * 9, "İ", "ß", "ﬃ", "💥", "\n\n", "\r", "\u2028", "99999999999999999999",
    "31 February 2019", "year 99999", "10,000,000 km north of", "-1", "1e999", "NaN", "(", ")", '"', "“", "&#xD800;",
    "<!--", "]]>", "</script>", "{", "[", "\\ud800", "%s", "=?x?Q?=?=", "May", "Sunday", "two", "at least", "killed", "said",
    "no", "not", "dozens of", "between", "and", "The", "al-", "Idlib", "(ISIS)", "--", "…", "a" * 300, "A. " * 40,
)  # fmt: skip


def seeds(kind: str) -> list[str]:
    """Honest inputs of a kind."""
    told = [report(number, 900) for number in range(8)]
    makers: dict[str, Callable[[str], str]] = {
        "txt": lambda words: words,
        "html": _small_page,
        "jsonl": _rows,
        "csv": lambda words: f'id,title,text,published\n1,Raid,"{words}",2019-05-05\n2,,"{words[:200]}",\n',
        "eml": lambda words: _mail(words),
        "warc": _archive,
        "rss": lambda words: (
            f"<?xml version='1.0'?><rss version='2.0'><channel><title>Post</title><item><title>Raid</title>"
            f"<link>http://a.example/1</link><pubDate>Sun, 05 May 2019 10:00:00 GMT</pubDate>"
            f"<description>{words}</description></item></channel></rss>"
        ),
    }
    return [makers[kind](words) for words in told]


def _small_page(words: str) -> str:
    """A page without most of its menus, scripts and related headlines."""
    whole = re.sub(r"(?:<li>.*?</li>){20,}|(?:<div class=\"card\">.*?</div>){20,}", "", page(len(words)))
    return re.sub(r"(?:window\.[^\n]*\n){20,}", "", whole)


def _rows(words: str) -> str:
    import json

    row = {
        "id": "a",
        "text": words,
        "title": "Raid",
        "published": "2019-05-05",
        "outlet": "Post",
        "url": None,
    }
    return json.dumps(row) + "\n" + json.dumps({"html": f"<p>{words}</p>", "language": "en"}) + "\n"


def _mail(words: str) -> str:
    return (
        "From: Desk <a@b.example>\r\nSubject: Raid\r\nDate: Sun, 05 May 2019 10:00:00 +0000\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/alternative; boundary="b"\r\n\r\n'
        f"--b\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n{words}\r\n"
        f"--b\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<p>{words}</p>\r\n--b--\r\n"
    )


def _archive(words: str) -> str:
    answer = f"HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\r\n<html><body><p>{words}</p></body></html>"
    return (
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Record-ID: <urn:uuid:1>\r\nWARC-Date: 2019-05-05T00:00:00Z\r\n"
        "WARC-Target-URI: http://a.example/1\r\nContent-Type: application/http; msgtype=response\r\n"
        f"Content-Length: {len(answer.encode())}\r\n\r\n{answer}\r\n\r\n"
    ) * 2


def mutated(kind: str, seed: str) -> bytes:
    """The input that ``seed`` makes."""
    rng = random.Random(seed)
    pieces = JOINTS[kind].split(rng.choice(seeds(kind)))
    for _ in range(rng.choice((1, 2, 4, 8, 30))):
        pieces = _changed(rng, pieces)
    halves = "surrogatepass" if rng.random() < 0.05 else "replace"
    content = "".join(pieces)[:100_000].encode("utf-8", halves)
    return _corrupted(rng, content) if rng.random() < 0.2 else content


def _changed(rng: random.Random, pieces: list[str]) -> list[str]:
    """One change at the joints."""
    if not pieces:
        return [rng.choice(SPICE)]
    at, to = sorted((rng.randrange(len(pieces)), rng.randrange(len(pieces))))
    to = min(to, at + 30)
    changes: tuple[Callable[[], list[str]], ...] = (
        lambda: pieces[:at] + pieces[to:],
        lambda: pieces[:to] + pieces[at:to] * rng.choice((1, 2, 50)) + pieces[to:],
        lambda: [*pieces[:at], rng.choice(SPICE), *pieces[at:]],
        lambda: [*pieces[:at], rng.choice(SPICE) * rng.choice((2, 20, 200)), *pieces[to:]],
        lambda: pieces[:at] + pieces[at:to][::-1] + pieces[to:],
        lambda: pieces[:at],
        lambda: [*pieces[:at], pieces[at].swapcase(), *pieces[at + 1 :]],
        lambda: pieces[to:] + pieces[:at],
    )
    return rng.choice(changes)()


def _corrupted(rng: random.Random, content: bytes) -> bytes:
    """Bytes changed, regardless of joints."""
    made = bytearray(content)
    for _ in range(rng.randint(1, 20)):
        if made:
            made[rng.randrange(len(made))] = rng.randrange(256)
    return bytes(made)


def checked(raw: RawReport) -> Coded:
    """Code the report, and check what every report promises. AssertionError when it is not kept."""
    coded = code(raw)
    text = coded.report.text
    report_to_record(coded.report)
    for account in coded.accounts:
        account_to_record(account)
        for passage in account.evidence:
            assert text[passage.start : passage.end] == passage.quote, f"{passage} is not there"
    text.encode("utf-8")
    for value in (coded.report.title, coded.report.byline, coded.report.outlet, coded.report.url):
        (value or "").encode("utf-8")
    return coded


class Fuzz:
    """One session: what was tried, and what was found."""

    def __init__(self, seed: int, kinds: list[str], folder: Path) -> None:
        self.seed, self.kinds, self.folder = seed, kinds, folder
        self.tried: Counter[str] = Counter()
        self.reports = self.refused = 0
        self.findings: list[str] = []

    def run(self, seconds: float) -> None:
        deadline = time.monotonic() + seconds
        engine = Processes(limits=Limits(SECONDS, 1024), warm=WARM)
        for outcome in engine.map(checked, self._reports(deadline)):
            self._judge(outcome)

    def _reports(self, deadline: float) -> Iterator[RawReport]:
        number = 0
        while time.monotonic() < deadline:
            kind = self.kinds[number % len(self.kinds)]
            yield from self._taken(kind, f"{self.seed}-{number}")
            number += 1

    def _taken(self, kind: str, seed: str) -> Iterator[RawReport]:
        """The reports in one mutated input, each named by its seed."""
        self.tried[kind] += 1
        path = self.folder / f"in.{kind}"
        path.write_bytes(mutated(kind, seed))
        try:
            found = list(acquire([str(path)]))
        except Exception as error:
            self._found(f"{kind} {seed}", f"acquire: {type(error).__name__}: {error}")
            return
        for item in found:
            if isinstance(item, InputError):
                self.refused += 1
            else:
                yield RawReport(f"{kind} {seed}", item.content, item.media_type, item.metadata)

    def _judge(self, outcome: Outcome[RawReport, Coded]) -> None:
        self.reports += 1
        error = outcome.error
        if isinstance(error, InputError):
            self.refused += 1
        elif error is not None:
            self._found(outcome.item.id, f"{type(error).__name__}: {error}")

    def _found(self, seed: str, what: str) -> None:
        self.findings.append(f"{seed}: {what[:300]}")
        print(f"FOUND {self.findings[-1]}", flush=True)


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(description="Throws mutated reports at reading and coding.")
    parser.add_argument("--minutes", type=float, default=10.0)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--kinds", default=",".join(JOINTS), help="of " + ", ".join(JOINTS))
    wanted = parser.parse_args(arguments)
    with tempfile.TemporaryDirectory() as scratch:
        fuzz = Fuzz(wanted.seed, wanted.kinds.split(","), Path(scratch))
        fuzz.run(wanted.minutes * 60)
    told = ", ".join(f"{kind} {count:,}" for kind, count in fuzz.tried.items())
    print(
        f"inputs: {told}; reports in them: {fuzz.reports:,}; refused: {fuzz.refused:,}; found: {len(fuzz.findings)}"
    )
    return int(bool(fuzz.findings))


if __name__ == "__main__":
    sys.exit(main())
