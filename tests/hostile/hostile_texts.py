"""Plain texts: what makes patterns go back and forth, characters that are none, numbers and days that are none."""

from __future__ import annotations

from hostile_cases import TOLD, Case, seeded, text

LONG = 5_000
"""Characters of one run: a pattern that tries every pair of positions takes hours on it."""


def _runs() -> list[Case]:
    """Long runs of one thing, before, inside and behind a sentence."""
    things = {
        "spaces": " ", "tabs": "\t", "no-break-spaces": "\u00a0", "newlines": "\n", "returns": "\r",
        "commas": ",", "hyphens": "-", "dashes": "–", "dots": ".", "question-marks": "?", "quotes": '"',
        "apostrophes": "'", "capitals": "A", "small-letters": "a", "digits": "7", "open-brackets": "(",
        "close-brackets": ")", "square-brackets": "[", "slashes": "/", "colons": ":", "underscores": "_",
        "at-signs": "@", "ampersands": "&", "stars": "*", "accents": "\u0301", "bars": "|", "zeros": "0",
        "blank-lines": "\n \n", "initials": "J. ", "acronym": "U.", "one-letter-words": "a ", "and": "and ",
        "of-the": "of the ", "said": "said ", "killed": "killed ", "numbers": "12 ", "number-words": "two hundred and ",
        "at-least": "at least ", "capital-words": "Al ", "hyphenated": "al-", "town-of": "town of ",
        "dates": "4 May 2019 ", "weekdays": "Sunday ", "month": "May ", "ago": "two days ago ", "clock": "12:30 ",
        "comma-numbers": "1,000", "thousands": ",000", "ranges": "5-", "dotted-words": "a.", "dotted-capitals": "A.b",
        "apostrophe-words": "o'", "km": "10 km north of ", "countries": "Syrian Iraqi ", "brackets": "(ISIS) ",
        "genitives": "'s ", "urls": "http://a.b/", "mail": "a@b.", "footnotes": "[1]", "by": "By John Smith, ",
        "photo": "Photo: AP/", "soldiers": "soldiers ", "front": "Front for the Liberation of ", "quoted": '"a" ',
        "percent": "5% ", "money": "$5 ", "reuters": "(Reuters) - ", "read-more": "Read more\n", "in": "in ",
        "iraq": "Iraq, ", "names": "Ali Hassan ", "ordinals": "1st ", "semicolons": "; ", "crlf": "\r\n",
        "between": "between 5 and ", "nested-clauses": "who said that ", "battalion": "3rd Battalion ",
        "injured": "12 wounded, ", "dashes-words": "bomb - ", "ellipsis": "… ", "emoji": "💥", "arabic": "قتل ",
    }  # fmt: skip
    return [text(f"run-{name}.txt", lambda one=one: _around(one)) for name, one in things.items()]  # type: ignore[misc]


def _around(one: str) -> str:
    run = (one * (LONG // len(one)))[:LONG]
    return f"{TOLD[:-1]} {run} {TOLD}"


def _characters() -> list[Case]:
    """Characters that are none, that turn the line, that stack."""
    rng = seeded("characters")
    return [
        Case("nul.txt", lambda: TOLD.encode() + b"\0" + TOLD.encode()),
        Case("nul-only.txt", lambda: b"\0" * 10_000),
        Case("surrogates.txt", lambda: TOLD.encode() + b"\xed\xa0\x80\xed\xbf\xbf"),
        Case("overlong.txt", lambda: TOLD.encode() + b"\xc0\xaf\xe0\x80\xaf\xf0\x80\x80\xaf"),
        Case("beyond-unicode.txt", lambda: TOLD.encode() + b"\xf7\xbf\xbf\xbf\xf4\x90\x80\x80"),
        Case("cut-in-a-character.txt", lambda: (TOLD + "é").encode()[:-1]),
        Case("mixed-encodings.txt", lambda: TOLD.encode() + "Été à Müñchen".encode("latin-1") + "é".encode()),
        Case("utf16-no-mark.txt", lambda: TOLD.encode("utf-16-le")),
        Case("utf16.txt", lambda: TOLD.encode("utf-16")),
        Case("utf16-odd.txt", lambda: TOLD.encode("utf-16")[:-1]),
        Case("utf32.txt", lambda: TOLD.encode("utf-32")),
        Case("utf7.txt", lambda: b"+AGgAZQBsAGwAbw- " + TOLD.encode("utf-7")),
        Case("ebcdic.txt", lambda: TOLD.encode("cp500")),
        Case("shift-jis.txt", lambda: ("兵士三人が死亡した。" * 50).encode("shift-jis")),
        Case("noise.txt", lambda: seeded("noise").randbytes(100_000)),
        Case("latin1-noise.txt", lambda: bytes(seeded("latin").choices(range(32, 256), k=50_000))),
        Case("marks-only.txt", lambda: b"\xef\xbb\xbf" * 5000),
        text("bidi.txt", lambda: "\u202e" + TOLD + "\u2066\u2067\u2068" * 2000 + TOLD),
        text("zalgo.txt", lambda: "".join(c + "\u0300\u0316\u0489" * 30 for c in TOLD)),
        text("controls.txt", lambda: "".join(map(chr, range(1, 32))) * 200 + TOLD),
        text("c1-controls.txt", lambda: "".join(map(chr, range(127, 160))) * 200 + TOLD),
        text("zero-width.txt", lambda: "\u200b\u200c\u200d\ufeff".join(TOLD)),
        text("private-use.txt", lambda: "".join(chr(0xE000 + i) for i in range(6000)) + TOLD),
        text("class-letters.txt", lambda: "".join(f"{chr(0xE000 + i)} 4 May " for i in range(200)) + TOLD),
        text("noncharacters.txt", lambda: "\ufffe\uffff\U0001ffff" * 1000 + TOLD),
        text("replacement.txt", lambda: TOLD.replace("e", "\ufffd") * 30),
        text("lengthening.txt", lambda: "İßŉǰΐﬃ" * 10_000 + TOLD.upper()),
        text("mathematical.txt", lambda: "".join(chr(0x1D400 + i % 50) for i in range(20_000)) + TOLD),
        text("digits-of-all-scripts.txt", lambda: "٣ قتلى ۷ ৪ ௧ ④ ½ ² ⅻ 〇 三 " * 2000 + TOLD),
        text("separators.txt", lambda: "\u2028\u2029\x85\x0b\x0c".join(TOLD.split()) * 20),
        text("any-characters.txt", lambda: "".join(_any(rng.randrange(0x110000)) for _ in range(30_000))),
    ]


def _any(point: int) -> str:
    return " " if 0xD800 <= point < 0xE000 or point == 0 else chr(point)


def _sizes() -> list[Case]:
    """More of something than a report has."""
    return [
        text("one-line-10mb.txt", lambda: (TOLD + " ") * (10_000_000 // len(TOLD))),
        text("one-word-100kb.txt", lambda: f"{TOLD} {'ab' * 50_000} {TOLD}"),
        text("one-hyphenated-word-100kb.txt", lambda: f"{TOLD} {'ab-' * 35_000} {TOLD}"),
        text("sentences-4000.txt", lambda: "He ran. " * 4000),
        text("lines-4000.txt", lambda: "A line\n" * 4000),
        text("paragraphs-1500.txt", lambda: "Gunmen fled.\n\n" * 1500),
        text("commas-5000.txt", lambda: "Gunmen killed " + "a man, " * 5000 + "and fled."),
        text("names-5000.txt", lambda: "Police said " + ", ".join(_names(5000)) + " were killed."),
        text("places-2000.txt", lambda: "Shelling hit " + "Idlib, Aleppo, Mosul, Kyiv, " * 500 + "on Sunday."),
        text("numbers-5000.txt", lambda: "Killed were " + ", ".join(map(str, range(5000))) + " people."),
        text("unknown-places-3000.txt", lambda: "They shelled " + ", ".join(f"Qa{n:o}bad".replace("0", "e") for n in range(3000)) + "."),
        text("events-300.txt", lambda: "\n".join(f"Gunmen killed {n} people in Idlib on {n % 28 + 1} May 2019." for n in range(300))),
        text("clauses-1000.txt", lambda: "The army said " + "that the rebels said " * 1000 + "two men died."),
        text("quotes-unclosed-500.txt", lambda: "“He said ‘we were hit " * 500),
        text("brackets-nested-5000.txt", lambda: "(" * 5000 + TOLD + ")" * 5000),
        text("headlines-600.txt", lambda: "\n".join(f"Blast kills {n} in Aleppo" for n in range(600))),
        text("acronyms-500.txt", lambda: " ".join(f"The Front for Unity {n} (FU{n}) attacked." for n in range(500))),
        text("datelines-500.txt", lambda: "\n".join(f"KIRKUK, May {n % 28 + 1} (Reuters) - Two died." for n in range(500))),
        text("speakers-500.txt", lambda: " ".join(f"Two died, said Ali Hassan, a medic {n}." for n in range(500))),
        text("tables-1000.txt", lambda: "\n".join(f"{n}\tIdlib\t{n % 30}/05/2019\t{n} killed" for n in range(1000))),
        text("pronouns-5000.txt", lambda: "He said he said she said they said it " * 1000),
        text("relative-days-1000.txt", lambda: "Three days before that, " * 1000 + "two men died."),
        Case("empty.txt", lambda: b""),
        Case("one-byte.txt", lambda: b"."),
        Case("one-letter.txt", lambda: b"a"),
        Case("only-stops.txt", lambda: b". " * 3000),
    ]  # fmt: skip


def _names(count: int) -> list[str]:
    rng = seeded("names")
    parts = [
        "Ali",
        "Omar",
        "Hassan",
        "Petro",
        "Ivan",
        "Marko",
        "Amal",
        "Idris",
        "Nkosi",
        "Juan",
        "Perez",
        "al-Amin",
    ]
    return [f"{rng.choice(parts)} {rng.choice(parts)}" for _ in range(count)]


def _absurd() -> list[Case]:
    """Numbers, days, points and names that cannot be."""
    sentences = {
        "digits-million": "Gunmen killed " + "9" * 1_000_000 + " people in Idlib.",
        "digits-5000": "Gunmen killed " + "9" * 5000 + " people in Idlib on Sunday.",
        "digits-20": "Gunmen killed 99999999999999999999 people in Idlib on Sunday.",
        "digits-300-grouped": "Gunmen killed " + ",".join(["999"] * 300) + " people in Idlib on Sunday.",
        "words-trillions": "Gunmen killed " + "nine hundred thousand million billion " * 300 + "people.",
        "scales": "Gunmen killed two " + "million " * 2000 + "people.",
        "dozens-of-thousands": "Gunmen killed " + "dozens of thousands of hundreds of " * 300 + "people.",
        "year-99999": "Gunmen killed two in Idlib on 4 May 99999 and on 1 January 0000 and in 12019.",
        "days-that-are-none": "Two died on 31 February 2019, on 30 February, on 0 May 2019 and on 2019-13-45.",
        "year-one": "Two died on 1 January 1, on 0001-01-01, 9999-12-31, 10000-01-01 and on 31/12/9999.",
        "before-the-calendar": "Two died 5,000 years ago, 99999999 days earlier, and 3000 months later, in Idlib.",
        "after-the-calendar": "Two will die in 99999999 years, in 100,000 weeks, on 9999-12-31 plus two days.",
        "centuries": "In the 99th century, two hundred centuries ago, in the 0s and the 9990s, two died.",
        "clock": "At 25:61:99 and at 99.99 pm on 32/13/2019, at 24:00 on 31 December 9999 two died.",
        "kilometres": "A blast 99999999999999999999 km north of Idlib killed two. 0 km, -5 km, 1e999 km from Aleppo.",
        "far": "A blast 40,000 km south of Idlib killed two, 20,015 km north of the North Pole.",
        "points": "At 91.0N 181.0E, at 999,999 and at NaN, Infinity two people died near Idlib.",
        "money": "Two died over $99999999999999999999999 and 0 dollars and -1 people in Idlib.",
        "negatives": "Minus three people, -3 people and 3.5 people and 1/2 people were killed in Idlib.",
        "fractions": "One third of 0.0000000001 per cent of 1e308 people were killed in Idlib on Sunday.",
        "ranges": "Between 900 and 3, 5 to 1, 10-2-7-1, and from two to minus two people were killed in Idlib.",
        "roman": "MMMMMMMMMMMMMMMMMMM people of the XXXXXXXXXXXXXXXIVth Battalion were killed in Idlib.",
        "hijri": "Two died in Idlib on 99 Ramadan 1, on 1 Muharram 99999 and in Safar 0.",
        "format-strings": "%s%s%n {0} {x} ${jndi:ldap://a} $(reboot) `id` '; DROP TABLE reports; -- killed two men.",
        "json": '{"killed": [1, 2, {"a": "\\u0000\\ud800"}]} were killed in Idlib by [object Object].',
        "markup": "<script>alert(1)</script> &lt;b&gt; ]]> <!-- killed <![CDATA[ two ]]> in Idlib.",
        "escapes": "\x1b[2J\x1b]0;title\x07 Gunmen killed \x1b[31mtwo\x1b[0m in Idlib.\x08\x08",
        "paths": "../../../../etc/passwd C:\\con\\nul file:///dev/zero killed two in /dev/Idlib.",
    }  # fmt: skip
    return [
        text(f"absurd-{name}.txt", lambda told=told: f"{told}\n\n{TOLD}") for name, told in sentences.items()
    ]  # type: ignore[misc]


def cases() -> list[Case]:
    return [*_runs(), *_characters(), *_sizes(), *_absurd()]
