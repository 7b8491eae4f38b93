"""A small invented bundle for the export tests: a war between made-up forces in real places.

Events: an air strike at Port Sudan with contradictions and a wire copy; a planned offensive without a place
on the map; a clash near Kassala with no date and nothing known of the dead. Beside them a control and a
strength statement, a report in another language that nothing was read from, and a hostile report that
tries to run a script wherever its words are shown.
"""

from __future__ import annotations

import hashlib
from datetime import date

from crossbearing.model import (
    Account,
    AccountKind,
    Actor,
    ActorKind,
    Attribution,
    Basis,
    ContestedValue,
    Contradiction,
    Count,
    DatePrecision,
    DateValue,
    Dependence,
    Event,
    Evidence,
    Figure,
    Measure,
    Modality,
    Origin,
    Part,
    PartKind,
    Place,
    Published,
    Report,
    Slot,
    Span,
    Status,
    Toll,
)
from crossbearing.model.bundle import Bundle

RULES = Origin("rules", "0.1.0")

TEXTS = {
    "a-herald": (
        "Harbour Herald | Home | Weather\n"
        "Warplanes hit fuel depot in Port Sudan, killing twelve\n"
        "PORT SUDAN, March 4 (Meridian Wire) - Air force jets struck a fuel depot in Port Sudan on Monday, "
        "killing at least 12 dock workers and wounding 30, a hospital official said.\n"
        "Smoke hung over the quays until evening. The Red Hills Front still holds Tokar, residents said.\n"
        "Read also: ten beaches to visit\n"
    ),
    "b-tribune": (
        "PORT SUDAN (Meridian Wire) - Air force jets struck a fuel depot in Port Sudan on Monday, killing "
        "at least 12 dock workers and wounding 30, a hospital official said.\n"
    ),
    "c-courier": (
        "The Red Hills Front said on Tuesday that nine of its fighters were killed when government aircraft "
        "bombed a position near Port Sudan a day earlier. It denied that any civilian had been hurt.\n"
        "The Front has between 3,000 and 4,000 fighters in the Red Sea hills, a diplomat said.\n"
        "Its commanders plan an offensive on the coast road next month.\n"
    ),
    "d-hostile": (
        "😀 <script>document.title='owned'</script> Clashes went on for three days near Kassala between the "
        'army and "Al-Nahr" fighters</script><img src=x onerror="document.title=\'owned\'"> -- '
        "\u202eevil\u202c & more, witnesses said. مرحبا\n"
    ),
    "e-courrier": "Le gouvernement a annoncé mardi la réouverture de la route de Suakin.\n",
}

ARMY = Actor("ucdp:112", "Government of Sudan", "Air force jets", ("Sudanese army",), ActorKind.STATE, "SD")
FRONT = Actor("xb:red-hills-front", "Red Hills Front", "The Red Hills Front", (), ActorKind.REBEL)
NAHR = Actor("xb:al-nahr", "Al-Nahr", '"Al-Nahr" fighters', (), ActorKind.REBEL)
WORKERS = Actor("xb:civilians", "Civilians", "dock workers", (), ActorKind.CIVILIANS, generic=True)
PORT = Place("Port Sudan", "geonames:363619", 19.6158, 37.2164, 1, 5.0, "Red Sea", "SD", "Port Sudan")
NEAR_PORT = Place(
    "Port Sudan", "geonames:363619", 19.6158, 37.2164, 2, 25.0, "Red Sea", "SD", "near Port Sudan"
)
KASSALA = Place("Kassala", "geonames:372753", 15.451, 36.4, 2, 25.0, "Kassala", "SD", "near Kassala")
TOKAR = Place("Tokar", "geonames:364103", 18.4254, 37.7289, 1, 5.0, "Red Sea", "SD", "Tokar")
COAST = Place("the coast road", text="the coast road", precision=5)
MONDAY = DateValue(date(2024, 3, 4), date(2024, 3, 4), DatePrecision.DAY, "on Monday")


def _report(id_: str, outlet: str | None, title: str | None, published: Published, **more: object) -> Report:
    text = TEXTS[id_]
    digest = hashlib.sha256(text.encode()).hexdigest()
    return Report(id_, text, digest, outlet=outlet, title=title, published=published, **more)


def says(report: str, field: str, words: str) -> Evidence:
    """Evidence cut out of a report's text at the first place where the words stand."""
    start = TEXTS[report].index(words)
    return Evidence.cut(TEXTS[report], Span(start, start + len(words)), field)


def _published(day: date, basis: Basis, *evidence: Evidence) -> Published:
    return Published(day, day, basis, evidence)


def _furniture(id_: str, *lines: str) -> tuple[Part, ...]:
    starts = [TEXTS[id_].index(line) for line in lines]
    return tuple(
        Part(start, start + len(line), PartKind.FURNITURE) for start, line in zip(starts, lines, strict=True)
    )


REPORTS = (
    _report(
        "a-herald", "Harbour Herald", "Warplanes hit fuel depot in Port Sudan, killing twelve",
        _published(date(2024, 3, 4), Basis.DATELINE, says("a-herald", "published", "March 4")),
        url="https://herald.example/1", language="en", dateline=PORT, dateline_text="PORT SUDAN",
        wire=("Meridian Wire",),
        parts=_furniture("a-herald", "Harbour Herald | Home | Weather", "Read also: ten beaches to visit"),
    ),
    _report(
        "b-tribune", "Valley Tribune", "Jets strike depot", _published(date(2024, 3, 5), Basis.METADATA),
        language="en", wire=("Meridian Wire",),
    ),
    _report(
        "c-courier", "Coast Courier", "Front: nine fighters dead",
        _published(date(2024, 3, 5), Basis.METADATA),
        language="en",
    ),
    _report(
        "d-hostile", '"><script>document.title="owned"</script>', "=HYPERLINK(1)", Published(), language="en",
    ),
    _report("e-courrier", "Le Courrier", None, _published(date(2024, 3, 6), Basis.METADATA), language="fr"),
)  # fmt: skip


def _strike(id_: str, report: str) -> Account:
    """The wire's telling of the strike, as the Herald and its copy print it."""
    return Account(
        id_, report, AccountKind.EVENT, "air_strike", Modality.OCCURRED,
        (
            says(report, "type", "Air force jets struck a fuel depot in Port Sudan on Monday"),
            says(report, "date", "on Monday"),
            says(report, "place", "in Port Sudan on"),
            says(report, "side_a", "Air force jets"),
            says(report, "side_b", "dock workers"),
            says(report, "deaths", "killing at least 12 dock workers"),
            says(report, "injured", "wounding 30"),
            says(report, "attribution", "a hospital official said"),
        ),
        RULES, MONDAY, PORT, (ARMY,), (WORKERS,),
        deaths={Slot.CIVILIANS: Count(12, None)}, injured={Slot.CIVILIANS: Count(30, 30)},
        figures=(
            Figure("deaths", Slot.CIVILIANS, 12, None, "a hospital official", (5,)),
            Figure("injured", Slot.CIVILIANS, 30, 30, "a hospital official", (6,)),
        ),
        attribution=Attribution("a hospital official", None, ("Meridian Wire",)), confidence=0.9,
    )  # fmt: skip


def _by(report: str, field_words: dict[str, str]) -> tuple[Evidence, ...]:
    return tuple(says(report, field, words) for field, words in field_words.items())


ACCOUNTS = (
    _strike("acc-1", "a-herald"),
    Account(
        "acc-2", "a-herald", AccountKind.CONTROL, None, Modality.OCCURRED,
        _by("a-herald", {
            "type": "The Red Hills Front still holds Tokar", "side_a": "The Red Hills Front",
            "place": "Tokar",
            "attribution": "residents said",
        }),
        RULES, place=TOKAR, side_a=(FRONT,), attribution=Attribution("residents"),
    ),
    _strike("acc-3", "b-tribune"),
    Account(
        "acc-4", "c-courier", AccountKind.EVENT, "air_strike", Modality.OCCURRED,
        _by("c-courier", {
            "type": "government aircraft bombed a position near Port Sudan", "date": "a day earlier",
            "place": "near Port Sudan", "side_a": "government aircraft", "side_b": "its fighters",
            "deaths": "nine of its fighters were killed", "attribution": "The Red Hills Front said",
        }),
        RULES, MONDAY, NEAR_PORT, (ARMY,), (FRONT,), deaths={Slot.SIDE_B: Count(9, 9)},
        attribution=Attribution("Red Hills Front", "party"), confidence=0.8,
    ),
    Account(
        "acc-5", "c-courier", AccountKind.STRENGTH, None, Modality.OCCURRED,
        _by("c-courier", {
            "measure": "between 3,000 and 4,000 fighters", "side_a": "The Front",
            "place": "the Red Sea hills",
            "attribution": "a diplomat said",
        }),
        RULES, place=Place("the Red Sea hills", precision=5, text="the Red Sea hills"), side_a=(FRONT,),
        measure=Measure("fighters", 3000, 4000), attribution=Attribution("a diplomat"),
    ),
    Account(
        "acc-6", "c-courier", AccountKind.EVENT, "operation_launch", Modality.PLANNED,
        _by("c-courier", {
            "type": "Its commanders plan an offensive on the coast road", "date": "next month",
            "place": "the coast road", "side_a": "Its commanders",
        }),
        RULES, DateValue(date(2024, 4, 1), date(2024, 4, 30), DatePrecision.MONTH, "next month"), COAST,
        (FRONT,),
    ),
    Account(
        "acc-7", "d-hostile", AccountKind.EVENT, "armed_clash", Modality.ONGOING,
        _by("d-hostile", {
            "type": 'Clashes went on for three days near Kassala between the army and "Al-Nahr" fighters',
            "place": "near Kassala", "side_a": "the army", "side_b": '"Al-Nahr" fighters',
            "attribution": (
                "</script><img src=x onerror=\"document.title='owned'\"> -- "
                "\u202eevil\u202c & more, witnesses said"
            ),
        }),
        RULES, place=KASSALA, side_a=(ARMY,), side_b=(NAHR,),
        attribution=Attribution("</script><script>document.title='owned'</script> witnesses"),
    ),
)  # fmt: skip

EVENTS = (
    Event(
        "ev-1", ("acc-1", "acc-3", "acc-4"), ("a-herald", "b-tribune", "c-courier"), "air_strike",
        Modality.OCCURRED, MONDAY, PORT, (ARMY,), (FRONT, WORKERS),
        deaths={Slot.SIDE_B: Toll(9, 9, 9), Slot.CIVILIANS: Toll(12, 12, None)},
        injured={Slot.CIVILIANS: Toll(30, 30, 30)}, status=Status.CONTESTED, independent_origins=2,
        contradictions=(
            Contradiction("side_b", (
                ContestedValue("Civilians", ("acc-1", "acc-3"), ("a hospital official",)),
                ContestedValue("Red Hills Front", ("acc-4",), ("Red Hills Front",)),
            )),
            Contradiction("deaths", (
                ContestedValue("civilians 0", ("acc-4",), ("Red Hills Front",)),
                ContestedValue("civilians 12 or more", ("acc-1", "acc-3"), ("a hospital official",)),
            )),
        ),
        confidence=0.85,
    ),
    Event(
        "ev-2", ("acc-6",), ("c-courier",), "operation_launch", Modality.PLANNED,
        DateValue(date(2024, 4, 1), date(2024, 4, 30), DatePrecision.MONTH, "next month"), COAST, (FRONT,),
    ),
    Event("ev-3", ("acc-7",), ("d-hostile",), "armed_clash", Modality.ONGOING, place=KASSALA, side_a=(ARMY,),
          side_b=(NAHR,)),
)  # fmt: skip

BUNDLE = Bundle(
    reports=REPORTS,
    accounts=ACCOUNTS,
    events=EVENTS,
    dependences=(Dependence("b-tribune", "a-herald", 0.97, ("shares 97 % of its words",)),),
)
