"""Which phrases name actors, and what their words say: tables of sentences, one phenomenon a row."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossbearing.annotate.actors import find_actors
from crossbearing.model import ActorKind
from crossbearing.model.actor_expressions import ActorExpression, ActorForm
from crossbearing.text.sentences import split
from crossbearing.vocab import actors


def find(text: str) -> tuple[ActorExpression, ...]:
    return find_actors(text, split(text))


def phrases(text: str) -> list[str]:
    return [expression.text for expression in find(text)]


FOUND = [
    ("conjunction of phrases", "Soldiers and policemen died.", ["Soldiers", "policemen"]),
    ("list", "Farmers, traders and two nurses fled.", ["Farmers", "traders", "nurses"]),
    ("attribute words belong to it", "Heavily armed masked gunmen came.", ["Heavily armed masked gunmen"]),
    ("numeral stays out", "Twelve soldiers died.", ["soldiers"]),
    ("determiner stays out", "The soldiers died.", ["soldiers"]),
    (
        "bracketed acronym belongs to it",
        "The Syrian Democratic Forces (SDF) won.",
        ["Syrian Democratic Forces (SDF)"],
    ),
    ("agency in brackets does not", "The Syrian Democratic Forces (AFP) won.", ["Syrian Democratic Forces"]),
    ("comma ends a phrase", "In Mali, soldiers fired.", ["Mali", "soldiers"]),
    ("sentence end ends a phrase", "They hate Turkey. Soldiers fired.", ["Turkey", "Soldiers"]),
    ("hyphenated spelling", "Border-guards fired.", ["Border-guards"]),
    ("accents do not matter", "Türkiye shelled it.", ["Türkiye"]),
    ("genitive of a role", "The army's chief resigned after soldiers fired.", ["army", "soldiers"]),
    ("appended act noun", "Syrian shelling killed a child.", ["Syrian", "child"]),
    ("group after its sort", "The armed group Hamas fired.", ["armed group Hamas"]),
    ("pro- prefix", "Pro-Iranian militiamen fired.", ["Pro-Iranian militiamen"]),
    ("backed by two words", "Saudi-backed fighters fired.", ["Saudi-backed fighters"]),
    ("new name swallows its words", "The Zarat Workers Party called a strike.", ["Zarat Workers Party"]),
    (
        "sentence opener is no part of a name",
        "Meanwhile the Red Valley Brigade fired.",
        ["Red Valley Brigade"],
    ),
    ("capital heads", "TURKISH ARMY SHELLS VILLAGE", ["TURKISH ARMY"]),
    ("plural of -man", "Two watchmen and three fishermen died.", ["watchmen", "fishermen"]),
    ("plural in -ies", "Mercenaries fled.", ["Mercenaries"]),
    ("civilian trades", "A shepherd, a welder and a midwife died.", ["shepherd", "welder", "midwife"]),
    ("single victim with number", "One teacher died.", ["teacher"]),
]


@pytest.mark.parametrize(("text", "expected"), [row[1:] for row in FOUND], ids=[row[0] for row in FOUND])
def test_found(text: str, expected: list[str]) -> None:
    assert phrases(text) == expected


# What must not be taken for an actor: (name, sentence, words that no expression may have).
NOT_FOUND = [
    ("verb is", "The war is over.", "is"),
    ("is in capitals of a headline", "THE WAR IS OVER FOR THOUSANDS", "IS"),
    ("pronoun us", "They told us to leave.", "us"),
    ("pronoun who", "The nurse who fled told it.", "who"),
    ("first name Jordan", "Jordan Peters sold the car.", "Jordan"),
    ("surname Jordan", "The painter Michael Jordan smiled.", "Jordan"),
    ("lake", "They fish on Lake Chad every year.", "Chad"),
    ("party as feast", "The birthday party lasted all night.", "party"),
    ("army knife", "He sold a Green Army knife.", "Green Army"),
    ("front of a shop", "They met at the front of the shop.", "Front"),
    ("forces as verb", "Hunger forces them out.", "forces"),
    ("state as verb", "They state that it rained.", "state"),
    ("demonym of a town", "The Iraqi town was quiet.", "Iraqi"),
    ("demonym of a dish", "He likes Turkish coffee.", "Turkish"),
    ("student as attribute", "They met at student union rooms.", "student"),
    ("military as adjective", "A fire broke out at a military base.", "military"),
    ("civilian as adjective", "It hit civilian infrastructure.", "civilian"),
    ("anti prefix", "He leads an anti-ISIS campaign.", "ISIS"),
    ("inside a word", "The ambassadors of Malian music sang.", "Mali"),
    ("guineas", "It cost ten guineas.", "guinea"),
    ("polish the verb", "They polish shoes.", "polish"),
    ("turkey the bird", "They ate turkey and rice.", "turkey"),
    ("united nations in lower case is no acronym", "They ate un repas.", "un"),
    ("car", "A car burned.", "car"),
    ("far", "It is far away.", "far"),
]


@pytest.mark.parametrize(("text", "word"), [row[1:] for row in NOT_FOUND], ids=[row[0] for row in NOT_FOUND])
def test_not_found(text: str, word: str) -> None:
    assert word not in phrases(text)


DETAILS = [
    ("determiner", "The militants fled.", "militants", "determiner", "the"),
    ("possessive", "The group lost its fighters.", "fighters", "determiner", "its"),
    ("indefinite", "A soldier died.", "soldier", "determiner", "a"),
    ("no determiner", "Soldiers died.", "Soldiers", "determiner", ""),
    ("head noun", "Ugandan army officers fled.", "Ugandan army officers", "head", "army officers"),
    ("head of a phrase with a name", "Six PKK fighters died.", "PKK fighters", "head", "fighters"),
    ("bare name has no head", "The PKK left.", "PKK", "head", ""),
    ("countries", "Turkish-Syrian forces met.", "Turkish-Syrian forces", "countries", ("TR", "SY")),
    ("backer is no country of it", "Iran-backed militias fired.", "Iran-backed militias", "countries", ()),
    (
        "modifiers",
        "Suspected Islamist rebels fired.",
        "Suspected Islamist rebels",
        "modifiers",
        ("suspected", "islamist"),
    ),
    ("backed modifier", "Iran-backed militias fired.", "Iran-backed militias", "modifiers", ("iran-backed",)),
    ("affiliation of", "Fighters of the PKK fled.", "Fighters of the PKK", "affiliation", "of"),
    (
        "affiliation linked",
        "Gunmen linked to the PKK fled.",
        "Gunmen linked to the PKK",
        "affiliation",
        "linked",
    ),
    (
        "acronym",
        "The Kurdistan Workers' Party (PKK) left.",
        "Kurdistan Workers' Party (PKK)",
        "acronym",
        "PKK",
    ),
    ("service military", "Soldiers died.", "Soldiers", "service", "military"),
    ("service police", "Policemen died.", "Policemen", "service", "police"),
    ("plural", "Soldiers died.", "Soldiers", "plural", True),
    ("singular", "A soldier died.", "soldier", "plural", False),
    ("collective", "The army left.", "army", "plural", True),
    ("country form", "Turkey fired.", "Turkey", "form", ActorForm.COUNTRY),
    ("demonym form", "Turkish shelling went on.", "Turkish", "form", ActorForm.DEMONYM),
    ("country may act", "Turkey fired.", "Turkey", "country_as_actor", True),
    ("soldiers are no country", "Turkish soldiers fired.", "Turkish soldiers", "country_as_actor", False),
    ("nationals form", "Syrians fled.", "Syrians", "form", ActorForm.NATIONALS),
    (
        "civilians with a group's name keep their kind",
        "PKK prisoners fled.",
        "PKK prisoners",
        "kind",
        ActorKind.CIVILIANS,
    ),
]


@pytest.mark.parametrize(
    ("text", "phrase", "field", "value"), [r[1:] for r in DETAILS], ids=[r[0] for r in DETAILS]
)
def test_details(text: str, phrase: str, field: str, value: object) -> None:
    expression = next(e for e in find(text) if e.text == phrase)
    assert getattr(expression, field) == value


NUMBERS = [
    ("word", "Twelve soldiers died.", "Twelve"),
    ("digits", "12 soldiers died.", "12"),
    ("thousands", "Some 1,200 soldiers left.", "Some 1,200"),
    ("at least", "At least 12 soldiers died.", "At least 12"),
    ("range", "Six to eight soldiers died.", "Six to eight"),
    ("hyphenated", "Twenty-one soldiers died.", "Twenty-one"),
    ("dozens of", "Dozens of soldiers died.", "Dozens"),
    ("a dozen", "A dozen soldiers died.", "A dozen"),
    ("two of the", "Two of the soldiers died.", "Two"),
    ("before an attribute", "Five wounded soldiers died.", "Five"),
    ("with other", "Five other soldiers died.", "Five"),
    ("vague", "Several soldiers died.", "Several"),
    ("none", "The soldiers died.", None),
    ("a year is none", "In 2014, soldiers died.", None),
]


@pytest.mark.parametrize(("text", "number"), [row[1:] for row in NUMBERS], ids=[row[0] for row in NUMBERS])
def test_number_before_the_phrase(text: str, number: str | None) -> None:
    expression = next(e for e in find(text) if e.head == "soldiers")
    assert (expression.number.of(text) if expression.number else None) == number


CLASSES = [
    ("soldiers", ActorKind.STATE), ("soldier", ActorKind.STATE), ("policemen", ActorKind.STATE),
    ("militants", ActorKind.REBEL), ("guerrillas", ActorKind.REBEL), ("naxals", ActorKind.REBEL),
    ("militiamen", ActorKind.POLITICAL_MILITIA), ("tribesmen", ActorKind.IDENTITY_MILITIA),
    ("villagers", ActorKind.CIVILIANS), ("children", ActorKind.CIVILIANS), ("women", ActorKind.CIVILIANS),
    ("family", ActorKind.CIVILIANS), ("fishermen", ActorKind.CIVILIANS), ("gunmen", ActorKind.UNKNOWN),
    ("people", ActorKind.UNKNOWN), ("men", ActorKind.UNKNOWN), ("members", ActorKind.UNKNOWN),
    ("protesters", ActorKind.PROTESTERS), ("rioters", ActorKind.RIOTERS),
]  # fmt: skip


@pytest.mark.parametrize(("noun", "kind"), CLASSES)
def test_noun_classes(noun: str, kind: ActorKind) -> None:
    assert actors.noun_classes()[noun] is kind


def test_every_file_of_bodies_is_sound() -> None:
    table = actors.bodies()
    assert len(table) > 500
    for key, body in table.items():
        assert key == body.id
        assert key.startswith(("xb:", "ucdp:"))
        assert body.name.strip()
        assert body.country is None or len(body.country) == 2, body.id


def test_every_country_has_an_army() -> None:
    for iso, country in actors.countries().items():
        army = actors.state_body("military", iso)
        assert army.name == f"Military Forces of {country.name}"
        assert f"Government of {country.name}" in army.aliases


WORDS = st.sampled_from(
    [
        *(
            "the",
            "The",
            "Turkish",
            "army",
            "PKK",
            "(PKK)",
            "soldiers",
            "of",
            "Iraq's",
            "Iran-backed",
            "militia",
        ),
        *(
            "two",
            "12",
            "İzmir",
            "Türkiye’s",
            "U.S.",
            "forces",
            "and",
            "gunmen",
            "from",
            "Amber",
            "Front",
            "(AF)",
        ),
        *(
            "calling",
            "itself",
            "Jordan",
            "Burkina",
            "Faso",
            "31st",
            "Division",
            "Kurdish",
            "linked",
            "to",
            "AF",
        ),
        *(".", ",", "\n", "\n\n", "“", "”", "–", "is", "IS"),
    ]
)


@given(st.lists(WORDS, max_size=30).map(" ".join))
def test_spans_are_exact_and_apart(text: str) -> None:
    sentences = split(text)
    previous = 0
    for expression in find_actors(text, sentences):
        span = expression.span
        assert text[span.start : span.end] == expression.text
        assert span.start >= previous
        previous = span.end
        assert any(
            s.index == expression.sentence and s.start <= span.start and span.end <= s.end for s in sentences
        )
        if expression.number:
            assert expression.number.end <= span.start
