"""Builds actor phrases out of the words of the vocabulary: modifiers, then the head that stands last."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from crossbearing.annotate.actors_words import Item, Words
from crossbearing.model.actor_expressions import ActorExpression, ActorForm
from crossbearing.model.spans import Span
from crossbearing.model.values import ActorKind
from crossbearing.text.folding import fold
from crossbearing.vocab import actors
from crossbearing.vocab.actor_lexicon import Role, senses_of

_HEADS = (Role.NAME, Role.NOUN, Role.COUNTRY, Role.SEAT, Role.NATIONALS, Role.ADJECTIVE)

_DETERMINER = re.compile(
    r"(?:^|[^\w])(the|an?|this|that|these|those|its|their|his|her|our|no|both|another|any|every|each|other)\s+$"
)
_NUMERAL = (
    r"(?:\d[\d,.]*|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|(?:thir|four|fif|six|seven|eigh|nine)teen"
    r"|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|dozens?|scores|hundreds?|thousands?|millions?|several|few|many|some|couple|pair|score)"
)
# "at least 12", "twenty-one", "six to eight", "hundreds of", "a dozen", "more than 1,200", "two of the"
_NUMBER = re.compile(
    r"(?:^|[^\w])((?:(?:at least|at most|more than|less than|fewer than|up to|as many as|about|around|nearly|almost|over|an estimated"
    rf"|some|roughly|approximately|another|a group of|group of|a)\s+)*{_NUMERAL}(?:[\s-]+(?:and|to|or|of|the|others?|{_NUMERAL}))*)\s+$"
)
# A lower-case word right behind that shows that a singular noun is the head and not an attribute of the next noun.
_AFTER_HEAD = re.compile(
    r"\s*(?:$|[^\w\s]|(?:who|was|were|is|are|had|has|have|and|or|in|at|on|of|from|to|by|with|near|for|as|after|when|while|said|told|died|dead|killed|"
    r"wounded|injured|shot|that|which|but|outside|inside|during|before|under|over|into|against|whose|\w+ed|will|would)\b)"
)


@dataclass(frozen=True, slots=True)
class Phrase:
    """Items of one noun phrase in order; the last one is the head."""

    items: tuple[Item, ...]

    @property
    def head(self) -> Item:
        return self.items[-1]


def _adjacent(words: Words, left: Item, right: Item) -> bool:
    """True when ``right`` follows with nothing between but "'s" ("Iraq's army") or "-backed"."""
    between = range(left.last + 1, right.first + 1)
    if not all(words.joined[i] for i in between):
        return False
    gap_words = [words.words[i] for i in between][:-1]
    return not gap_words or gap_words == ["s"] or (len(gap_words) == 1 and _is_relation(words, left.last + 1))


def _is_relation(words: Words, index: int) -> bool:
    """True for the second half of "Iran-backed"."""
    return words.words[index] in actors.modifiers()["related"] and words.gap(index) == "-"


def runs(words: Words, items: Sequence[Item], sentence_of: Sequence[int]) -> Iterator[list[Item]]:
    """Stretches of neighbouring items inside one sentence."""
    run: list[Item] = []
    for item in items:
        if run and (
            sentence_of[item.first] != sentence_of[run[-1].last] or not _adjacent(words, run[-1], item)
        ):
            yield run
            run = []
        run.append(item)
    if run:
        yield run


def _is_head(item: Item) -> bool:
    return item.sense(*_HEADS) is not None


def _modifier_only(item: Item) -> bool:
    return item.sense(*_HEADS) is None


def phrases(words: Words, run: Sequence[Item]) -> Iterator[Phrase]:
    """The phrases of a run: it is cut behind each head that cannot be an attribute of what follows."""
    current: list[Item] = []
    for position, item in enumerate(run):
        current.append(item)
        following = run[position + 1] if position + 1 < len(run) else None
        if following is None or _ends_phrase(words, item, following):
            while current and _modifier_only(current[-1]):
                current.pop()
            if current:
                yield Phrase(tuple(current))
            current = []


def _ends_phrase(words: Words, item: Item, following: Item) -> bool:
    """True when ``item`` must be a head: a plural people noun or a people's name before a name of another sort.

    "Civilians Iraqi troops killed", "soldiers Turkey sent"; but "rebel group M23" and "army soldiers" run on.
    """
    if _modifier_only(item):
        return False
    noun = item.sense(Role.NOUN)
    if words.words[following.first - 1] == "s" and following.first - item.last > 1:
        return (
            noun is not None and item.sense(Role.NAME, Role.ADJECTIVE, Role.COUNTRY) is None
        )  # "the army's chief"
    if noun is None or item.sense(Role.NAME, Role.ADJECTIVE, Role.MODIFIER):
        return False
    known = actors.nouns()[noun.value[0]]
    counted_plural = not known.collective and noun.value[0] == known.plural and known.plural != known.singular
    return counted_plural and following.sense(Role.NOUN) is None


def _countries(words: Words, phrase: Phrase) -> tuple[str, ...]:
    """ISO codes told by the attributes of the phrase; not those of a backer ("Iran-backed")."""
    found: list[str] = []
    for item in phrase.items[:-1]:
        sense = item.sense(Role.ADJECTIVE, Role.COUNTRY, Role.SEAT)
        if sense and not _relation_behind(words, item) and not _pro_before(words, item):
            found += sense.value
    return tuple(dict.fromkeys(found))


def _relation_behind(words: Words, item: Item) -> bool:
    return item.last + 1 < len(words.words) and _is_relation(words, item.last + 1)


def _pro_before(words: Words, item: Item) -> bool:
    return item.first > 0 and words.words[item.first - 1] in ("pro", "anti") and words.gap(item.first) == "-"


def _modifiers(words: Words, phrase: Phrase) -> tuple[str, ...]:
    found: list[str] = []
    for item in phrase.items[:-1]:
        if _relation_behind(words, item):
            found.append(f"{item.pattern}-{words.words[item.last + 1]}")
        elif _pro_before(words, item):
            found.append(f"{words.words[item.first - 1]}-{item.pattern}")
        else:
            found.append(item.pattern)
    return tuple(found)


def _names_in(words: Words, phrase: Phrase) -> tuple[str, ...]:
    """Ids of the bodies named in the phrase: by its head, or by an attribute ("ISIL fighters")."""
    head = phrase.head.sense(Role.NAME)
    if head:
        return head.value
    for item in reversed(phrase.items[:-1]):
        sense = item.sense(Role.NAME)
        if sense and (
            not _relation_behind(words, item) or words.words[item.last + 1] in ("led", "dominated", "run")
        ):
            return sense.value
    return ()


def determiner_and_number(words: Words, start: int) -> tuple[str, Span | None]:
    """The determiner before ``start``, folded, and the span of the numeral before it."""
    offset = max(0, start - 60)
    before = words.folded[offset:start]
    number = _NUMBER.search(before)
    span = None
    if number:
        span = Span(offset + number.start(1), offset + number.end(1))
        before = before[: number.start(1)]
    determiner = _DETERMINER.search(before)
    return (determiner.group(1) if determiner else ""), span


def _start(words: Words, phrase: Phrase) -> int:
    first = phrase.items[0].first
    if _pro_before(words, phrase.items[0]):
        first -= 1
    return words.starts[first]


def _head_form(item: Item, has_name: bool) -> tuple[ActorForm, Role]:
    if item.sense(Role.NAME) or has_name:
        return ActorForm.NAME, Role.NAME if item.sense(Role.NAME) else Role.NOUN
    for role, form in (
        (Role.NOUN, ActorForm.NOUN),
        (Role.COUNTRY, ActorForm.COUNTRY),
        (Role.SEAT, ActorForm.COUNTRY),
        (Role.NATIONALS, ActorForm.NATIONALS),
    ):
        if item.sense(role):
            return form, role
    return ActorForm.DEMONYM, Role.ADJECTIVE


def build(words: Words, phrase: Phrase, sentence: int) -> ActorExpression:
    """The expression of one phrase."""
    head = phrase.head
    names = _names_in(words, phrase)
    form, role = _head_form(head, bool(names))
    span = Span(_start(words, phrase), words.ends[head.last])
    determiner, number = determiner_and_number(words, span.start)
    noun = _head_noun(head, role)
    countries = _countries(words, phrase)
    if role in (Role.COUNTRY, Role.SEAT, Role.NATIONALS, Role.ADJECTIVE):
        sense = head.sense(role)
        countries = sense.value if sense else ()
    kind = noun.kind if noun else ActorKind.UNKNOWN
    if names and len(names) == 1 and (noun is None or noun.kind is not ActorKind.CIVILIANS):
        kind = actors.bodies()[names[0]].kind
    return ActorExpression(
        span=span,
        text=span.of(words.text),
        sentence=sentence,
        form=form,
        kind=kind,
        head=_noun_text(head, role) if noun else "",
        head_span=Span(words.starts[head.first], words.ends[head.last]),
        service=noun.service if noun else "",
        plural=bool(noun and (noun.collective or _noun_text(head, role) == noun.plural)),
        candidates=names,
        countries=countries,
        modifiers=_modifiers(words, phrase),
        determiner=determiner,
        number=number,
    )


def _noun_text(item: Item, role: Role) -> str:
    """The head noun of an item: the noun itself, or the last word of a name ("Islamic State militants")."""
    sense = item.sense(Role.NOUN)
    if role is Role.NOUN and sense:
        return sense.value[0]
    return item.pattern.rpartition(" ")[2]


def _head_noun(item: Item, role: Role) -> actors.Noun | None:
    noun = actors.nouns().get(_noun_text(item, role))
    if role is Role.NOUN:
        return noun
    return noun if role is Role.NAME and noun and not noun.collective and " " in item.pattern else None


# Nouns that are only an actor with a determiner, a numeral or an attribute: "the force", not "force".
_WEAK_SERVICES = frozenset({"armed", "government"})


def _verb_like(expression: ActorExpression, words: Words) -> bool:
    """True for a bare singular that is rather an attribute or a verb ("state television", "forces him to")."""
    if expression.form is not ActorForm.NOUN or expression.modifiers or expression.number:
        return False
    noun = actors.nouns()[expression.head]
    if noun.collective and noun.service in _WEAK_SERVICES and expression.head not in _STRONG_COLLECTIVES:
        return not expression.determiner and not _followed_by_of(words, expression.span.end)
    return False


_STRONG_COLLECTIVES = frozenset(
    {
        "authorities",
        "regime",
        "junta",
        "armed group",
        "armed groups",
        "government",
        "defence ministry",
        "defense ministry",
        "parliament",
    }
)


def _followed_by_of(words: Words, end: int) -> bool:
    return (
        words.folded[end : end + 12]
        .lstrip()
        .startswith(("of ", "from ", "loyal ", "allied ", "aligned ", "backed "))
    )


def _attribute_only(expression: ActorExpression, words: Words) -> bool:
    """True for a singular role noun without determiner before a lower-case word: "student union", "bus driver's"."""
    if expression.form is not ActorForm.NOUN or expression.plural:
        return False
    if expression.determiner or expression.number or expression.countries:
        return False
    return not _AFTER_HEAD.match(words.folded, expression.span.end)


def wanted(expression: ActorExpression, words: Words) -> bool:
    """False for what is a word of the vocabulary but names no actor here."""
    if expression.form is ActorForm.DEMONYM:
        rest = words.folded[expression.span.end : expression.span.end + 40].lstrip(" -")
        first, _, tail = rest.partition(" ")
        acts = actors.modifiers()["acts"]
        two = f"{first} {re.split(r'[^a-z]', tail)[0]}"
        return re.sub(r"\W.*", "", first) in acts or two in acts
    if expression.form is ActorForm.COUNTRY:
        return not _part_of_another_name(expression, words)
    return not (_verb_like(expression, words) or _attribute_only(expression, words))


# Names of countries that people also bear: "Jordan Peele", "Michael Jordan", "Lake Chad".
_ALSO_PERSONS = frozenset(
    {
        "jordan",
        "chad",
        "georgia",
        "israel",
        "dominica",
        "cuba",
        "kenya",
        "holland",
        "america",
        "guinea",
        "paris",
        "london",
        "santiago",
        "washington",
        "sofia",
        "lima",
        "tripoli",
        "victoria",
    }
)


def _part_of_another_name(expression: ActorExpression, words: Words) -> bool:
    if fold(expression.text) not in _ALSO_PERSONS:
        return False
    start, end = expression.span.start, expression.span.end
    after = re.match(r" [^\W\d_]+", words.text[end : end + 30])
    before = re.search(r"(?:^|[^.\w] ?)([^\W\d_]+) $", words.text[max(0, start - 30) : start])
    capital_after = bool(after and after.group().strip()[:1].isupper())
    capital_before = bool(
        before
        and before.group(1)[:1].isupper()
        and before.start() > 0
        and fold(before.group(1)) not in _SMALL
    )
    return capital_after or capital_before


_SMALL = frozenset("in from to the and by for with as on at of while after when but".split())


_AND_BEFORE = re.compile(r"(?:^|[^\w-])([^\W\d_]+) and (?:the )?$")


def share_heads(words: Words, expressions: Sequence[ActorExpression]) -> list[ActorExpression]:
    """Give "Syrian" in "Syrian and Russian warplanes" an expression of its own, with the noun that both share."""
    result: list[ActorExpression] = []
    for expression in expressions:
        shared = (
            _shared(words, expression) if expression.form is ActorForm.NOUN and expression.modifiers else None
        )
        if shared is not None and not (result and result[-1].span.overlaps(shared.span)):
            result.append(shared)
        result.append(expression)
    return result


def _shared(words: Words, expression: ActorExpression) -> ActorExpression | None:
    offset = max(0, expression.span.start - 40)
    match = _AND_BEFORE.search(words.folded, offset, expression.span.start)
    if match is None or not words.text[match.start(1)].isupper():
        return None
    word = match.group(1)
    ethnic = actors.modifiers()["ethnic"]
    countries = next((s.value for s in senses_of(word) if s.role is Role.ADJECTIVE), ())
    if not (expression.countries or expression.modifiers[0] in ethnic) or not (countries or word in ethnic):
        return None
    span = Span(*match.span(1))
    return replace(expression, span=span, text=span.of(words.text), countries=countries,
                   modifiers=(word, *expression.modifiers[1:]), determiner="", number=None)  # fmt: skip


_OF = re.compile(
    r"\s+(?P<how>of|from|belonging to|loyal to|within|affiliated (?:with|to)|linked to|with links to|allied (?:with|to|to the)|aligned with|tied to|associated with)"
    r"\s+(?:the\s+|an?\s+|its\s+|their\s+)?[\"']?"
)
_JOINING_SERVICES = frozenset(
    {
        "member",
        "armed",
        "military",
        "rebel",
        "jihadist",
        "security",
        "police",
        "militia",
        "loyalist",
        "gang",
        "communal",
        "air_force",
    }
)
_SAME = frozenset({"of", "from", "belonging to", "loyal to", "within"})


def join_affiliations(words: Words, expressions: Sequence[ActorExpression]) -> list[ActorExpression]:
    """Join "fighters" and "of the X" into one expression that stands for X."""
    joined: list[ActorExpression] = []
    for expression in expressions:
        left = joined[-1] if joined else None
        if left is not None and left.service in _JOINING_SERVICES and not left.candidates:
            between = _OF.fullmatch(words.folded, left.span.end, expression.span.start)
            if between and left.sentence == expression.sentence and _can_own(expression, between["how"]):
                joined[-1] = _with_owner(
                    words, left, expression, "of" if between["how"] in _SAME else "linked"
                )
                continue
        joined.append(expression)
    return joined


def _can_own(owner: ActorExpression, how: str) -> bool:
    if owner.form in (ActorForm.NAME, ActorForm.NEW_NAME):
        return True
    if owner.form is ActorForm.NOUN:
        return how == "of"
    return owner.form is ActorForm.COUNTRY and how in ("from", "loyal to")


def _with_owner(words: Words, left: ActorExpression, owner: ActorExpression, how: str) -> ActorExpression:
    span = Span(left.span.start, owner.span.end)
    country_only = owner.form is ActorForm.COUNTRY
    return replace(
        left,
        span=span,
        text=span.of(words.text),
        form=left.form if country_only else owner.form,
        kind=left.kind if country_only else owner.kind,
        service=left.service if country_only else owner.service or left.service,
        candidates=owner.candidates,
        countries=tuple(dict.fromkeys((*left.countries, *owner.countries))),
        modifiers=(*left.modifiers, *owner.modifiers),
        acronym=owner.acronym,
        affiliation=how,
    )
