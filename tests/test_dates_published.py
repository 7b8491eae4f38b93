"""Reports without a day of publication, or with a vague one; inferring it; joining dates; what must always
hold.
"""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from crossbearing.annotate.times import find_times
from crossbearing.annotate.times_patterns import PATTERNS
from crossbearing.model import (
    Basis,
    DatePrecision,
    DateValue,
    Mention,
    MentionKind,
    Part,
    PartKind,
    Published,
    Report,
    Sentence,
    Span,
    Token,
)
from crossbearing.resolve.dates import combine, infer_published, resolve_times
from crossbearing.resolve.dates_calendar import easter, hijri_to_date

NEVER = Published()


def report_of(text: str, published: Published = NEVER, parts: tuple[Part, ...] = ()) -> Report:
    return Report(id="r", text=text, sha256="", published=published, parts=parts)


def resolved(text: str, published: Published = NEVER) -> dict[str, Mention]:
    return {m.text: m for m in resolve_times(report_of(text, published), (), find_times(text, ()))}


def days(mention: Mention) -> str:
    if mention.date is None:
        return "-"
    start, end = mention.date.start, mention.date.end
    return f"{start}" if start == end else f"{start}..{end}"


# (phenomenon, text, words, TIMEX value, days) — nothing is known of the day of publication
UNDATED = [
    ("weekday", "Gunmen raided it on Tuesday.", "Tuesday", "XXXX-WXX-2", "-"),
    ("weekday night", "Gunmen raided it on Tuesday night.", "Tuesday night", "XXXX-WXX-2TNI", "-"),
    ("yesterday", "Gunmen raided it yesterday.", "yesterday", "XXXX-XX-XX", "-"),
    ("last week", "Gunmen raided it last week.", "last week", "XXXX-WXX", "-"),
    ("day and month", "It fell on 5 April.", "5 April", "XXXX-04-05", "-"),
    ("month", "It fell in October.", "October", "XXXX-10", "-"),
    ("this year", "It fell this year.", "this year", "XXXX", "-"),
    ("quarter", "It rose in the third quarter.", "the third quarter", "XXXX-Q3", "-"),
    ("full date", "It fell on 5 April 2014.", "5 April 2014", "2014-04-05", "2014-04-05"),
    (
        "weekday after a dated day",
        "On 12 March 2014 they came. On Friday they left.",
        "Friday",
        "2014-03-14",
        "2014-03-14",
    ),
    (
        "month after a year",
        "In 2014 they came. In October they left.",
        "October",
        "2014-10",
        "2014-10-01..2014-10-31",
    ),
    (
        "the next day",
        "On 12 March 2014 they came. The next day they left.",
        "The next day",
        "2014-03-13",
        "2014-03-13",
    ),
    ("the next day of nothing", "The next day they left.", "The next day", "XXXX-XX-XX", "-"),
    ("weekday and date, year open", "It fell on Sunday 5 April.", "Sunday 5 April", "XXXX-04-05", "-"),
    (
        "weekday and date, year near",
        "In 2015 all knew. It fell on Sunday 5 April.",
        "Sunday 5 April",
        "2015-04-05",
        "2015-04-05",
    ),
    (
        "weekday and date, a later year fits",
        "In 2013 all knew. It fell on Sunday 5 April.",
        "Sunday 5 April",
        "2015-04-05",
        "2015-04-05",
    ),
    ("since a full date", "Since 5 April 2014 it is shut.", "5 April 2014", "2014-04-05", "2014-04-05"),
]


@pytest.mark.parametrize(("name", "text", "words", "value", "expected"), UNDATED, ids=[r[0] for r in UNDATED])
def test_without_a_day_of_publication(name: str, text: str, words: str, value: str, expected: str) -> None:
    mention = resolved(text)[words]
    assert mention.timex is not None, name
    assert (mention.timex.value, days(mention)) == (value, expected)


WINDOW = Published(date(2019, 5, 14), date(2019, 5, 16), Basis.INFERRED)  # Tuesday to Thursday

# (phenomenon, text, words, TIMEX value, days) — published between Tuesday 14 and Thursday 16 May 2019
VAGUE = [
    ("weekday that all days agree on", "It fell on Monday.", "Monday", "2019-05-13", "2019-05-13"),
    (
        "weekday that they do not",
        "It fell on Wednesday.",
        "Wednesday",
        "XXXX-WXX-3",
        "2019-05-08..2019-05-15",
    ),
    ("today", "It fell today.", "today", "XXXX-XX-XX", "2019-05-14..2019-05-16"),
    ("yesterday", "It fell yesterday.", "yesterday", "XXXX-XX-XX", "2019-05-13..2019-05-15"),
    ("last week", "It fell last week.", "last week", "2019-W19", "2019-05-06..2019-05-12"),
    ("yearless date", "It fell on 5 May.", "5 May", "2019-05-05", "2019-05-05"),
    ("last year", "It fell last year.", "last year", "2018", "2018-01-01..2018-12-31"),
]


@pytest.mark.parametrize(("name", "text", "words", "value", "expected"), VAGUE, ids=[r[0] for r in VAGUE])
def test_with_a_vague_day_of_publication(name: str, text: str, words: str, value: str, expected: str) -> None:
    mention = resolved(text, WINDOW)[words]
    assert mention.timex is not None, name
    assert (mention.timex.value, days(mention)) == (value, expected)


CAPTION = "Smoke over the town of Kalda, Orsk, on 9 March 2018. "

# (phenomenon, caption, body, inferred day or None)
INFERRED = [
    ("caption and weekday", CAPTION, "Gunmen raided the depot on Tuesday, police said.", "2018-03-13"),
    ("caption of the same weekday", CAPTION, "Gunmen raided the depot on Friday, police said.", "2018-03-09"),
    (
        "file photograph",
        "A file photo of Kalda taken on 9 March 2018. ",
        "Gunmen raided it on Tuesday, police said.",
        None,
    ),
    ("caption without weekday", CAPTION, "Gunmen raided the depot, police said.", None),
    ("weekday without a date", "", "Gunmen raided the depot on Tuesday, police said.", None),
    (
        "lead date and weekday",
        "",
        "The mill burned on 9 March 2018. It was rebuilt by Monday, owners said on Monday.",
        "2018-03-12",
    ),
    (
        "date of old in the body",
        "",
        "Gunmen raided the depot on Tuesday. "
        + "It was quiet again in the hills. " * 30
        + "They first came on 9 March 2008.",
        None,
    ),
    ("a later year in the text", CAPTION, "Gunmen raided it on Tuesday. The truce of 2021 is over.", None),
    (
        "quoted post",
        "",
        "Troops fired on Monday. "
        + "The hills were quiet. " * 40
        + "— Orsk Ministry (@orskgov) March 9, 2018",
        "2018-03-12",
    ),
    (
        "a yearless later day",
        CAPTION,
        "Gunmen came on 11 March. They left on Tuesday, police said.",
        "2018-03-13",
    ),
    (
        "date on a line of its own",
        "",
        "Depot raided\n9 March 2018\nGunmen raided the depot on Tuesday.",
        "2018-03-09",
    ),
]


@pytest.mark.parametrize(("name", "caption", "body", "expected"), INFERRED, ids=[r[0] for r in INFERRED])
def test_infer_published(name: str, caption: str, body: str, expected: str | None) -> None:
    text = caption + body
    parts = (
        Part(0, len(caption), PartKind.CAPTION),
        Part(len(caption), len(text), PartKind.BODY),
    )
    report = report_of(text, parts=parts if caption else parts[1:])
    found = infer_published(report, (), find_times(text, ()))
    assert found.start == (date.fromisoformat(expected) if expected else None), name
    assert found.start == found.end
    assert (found.basis is Basis.INFERRED) is found.known
    assert bool(found.evidence) is found.known
    assert all(text[e.start : e.end] == e.quote for e in found.evidence)


def test_infer_published_leaves_what_is_known() -> None:
    known = Published(date(2019, 5, 16), date(2019, 5, 16), Basis.METADATA)
    text = CAPTION + "Gunmen raided it on Tuesday."
    assert infer_published(report_of(text, known), (), find_times(text, ())) is known


def _dated(start: str, end: str) -> Mention:
    value = DateValue(date.fromisoformat(start), date.fromisoformat(end), DatePrecision.DAY, start)
    return Mention(MentionKind.TIME, Span(0, 1), "x", date=value)


def test_combine() -> None:
    month, day = _dated("2019-05-01", "2019-05-31"), _dated("2019-05-14", "2019-05-14")
    both = combine([month, day])
    assert both is not None
    assert (both.start, both.end, both.precision) == (date(2019, 5, 14), date(2019, 5, 14), DatePrecision.DAY)
    assert combine([]) is None
    assert combine([day, _dated("2019-06-01", "2019-06-02")]) is None


def test_tags_tell_the_modal_from_the_month() -> None:
    text = "Raids in May may go on"
    words = [(0, 5, "NNS"), (6, 8, "IN"), (9, 12, "MD"), (13, 16, "MD"), (17, 19, "VB"), (20, 22, "RP")]
    tokens = tuple(Token(a, b, text[a:b], t) for a, b, t in words)
    tagged = Sentence(0, 0, len(text), PartKind.BODY, 0, tokens)
    assert find_times(text, (tagged,)) == ()
    assert [e.text for e in find_times(text, ())] == ["May"]


@pytest.mark.parametrize(
    ("number", "expected"),
    [
        (2000, date(2000, 4, 23)),
        (2011, date(2011, 4, 24)),
        (2016, date(2016, 3, 27)),
        (2024, date(2024, 3, 31)),
    ],
)
def test_easter(number: int, expected: date) -> None:
    assert easter(number) == expected


@pytest.mark.parametrize(
    ("hijri", "expected"),
    [((1, 1, 1), date(622, 7, 19)), ((1400, 1, 1), date(1979, 11, 21)), ((1440, 9, 1), date(2019, 5, 6))],
)
def test_hijri(hijri: tuple[int, int, int], expected: date) -> None:
    assert hijri_to_date(*hijri) == expected


@pytest.mark.parametrize("pattern", [p for p in PATTERNS if "[" in p.example], ids=lambda p: p.name)
def test_every_pattern_finds_its_example(pattern: object) -> None:
    example = pattern.example  # type: ignore[attr-defined]  # parametrised over Pattern
    words = example[example.index("[") + 1 : example.index("]")]
    found = find_times(example.replace("[", "").replace("]", ""), ())
    assert (words, pattern.name) in [(e.text, e.rule) for e in found]  # type: ignore[attr-defined]


WORDS = st.sampled_from(
    """
    the of on in at by May March April Apr. Monday Tuesday Friday night morning last next this two 3 14
    31 2019 1998 days weeks month year ago later earlier before since until from to between and every
    first second third quarter Ramadan Easter 12:40 p.m. GMT early late mid - , . yesterday today the
    3rd 16th 1990s half dozen few 31/02/2019 eve same previous following coming past end start summer
    fall century decades hours 1/2 Q3 İstanbul killed will four thousand nineteen ninety
    """.split()  # noqa: SIM905 - a list of 90 words in quotes is hard to read and to extend
)


@settings(max_examples=300, deadline=None)
@given(st.lists(WORDS, max_size=30), st.dates(date(1900, 1, 1), date(2100, 1, 1)) | st.none())
def test_what_always_holds(words: list[str], published: date | None) -> None:
    text = " ".join(words)
    stamp = Published(published, published, Basis.METADATA) if published else Published()
    expressions = find_times(text, ())
    mentions = resolve_times(report_of(text, stamp), (), expressions)
    assert len(mentions) == len(expressions)
    end = 0
    for mention in mentions:
        assert end <= mention.start < mention.end <= len(text)
        assert text[mention.start : mention.end] == mention.text
        assert mention.timex is not None
        if mention.date is not None and mention.date.start is not None and mention.date.end is not None:
            assert mention.date.start <= mention.date.end
        end = mention.end


@settings(max_examples=200, deadline=None)
@given(st.text(max_size=200), st.lists(WORDS, max_size=6))
def test_any_text_is_read(noise: str, words: list[str]) -> None:
    text = noise + " ".join(words) + noise
    assert all(text[e.start : e.end] == e.text for e in find_times(text, ()))
