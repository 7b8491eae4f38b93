"""Builds actor phrases out of the words of the vocabulary: modifiers, then the head that stands last."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from crossbearing.annotate.actors_numbers import determiner_and_number
from crossbearing.annotate.actors_words import Item, Words
from crossbearing.model.actor_expressions import ActorExpression, ActorForm
from crossbearing.model.spans import Span
from crossbearing.model.values import ActorKind
from crossbearing.vocab import actors
from crossbearing.vocab.actor_lexicon import Role

_HEADS = (Role.NAME, Role.NOUN, Role.COUNTRY, Role.SEAT, Role.NATIONALS, Role.ADJECTIVE)


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
    """True when ``item`` must be a head: a plural people noun or a people's name before a name of another
    sort.

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
        served = _commanded(item)
        if served and not served.startswith("xb:"):
            found.append(served)
    return tuple(dict.fromkeys(found))


def _relation_behind(words: Words, item: Item) -> bool:
    return item.last + 1 < len(words.words) and _is_relation(words, item.last + 1)


def _pro_before(words: Words, item: Item) -> bool:
    return item.first > 0 and words.words[item.first - 1] in ("pro", "anti") and words.gap(item.first) == "-"


def _commanded(item: Item) -> str:
    """The id of the group, or the country of the state, whose forces "Haftar's forces" are; '' for others."""
    person = item.sense(Role.PERSON)
    return person.value[0] if person and len(item.senses) == 1 else ""


def _anti_before(words: Words, item: Item) -> bool:
    """True for the name in "anti-Taliban protesters": they are the others."""
    return _pro_before(words, item) and words.words[item.first - 1] == "anti"


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
        commanded = _commanded(item)
        if commanded.startswith("xb:") and commanded in words.lexicon.bodies:
            return (commanded,)
        sense = None if _anti_before(words, item) else item.sense(Role.NAME)
        if sense and (
            not _relation_behind(words, item) or words.words[item.last + 1] in ("led", "dominated", "run")
        ):
            return sense.value
    return ()


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
    bare = form in (ActorForm.COUNTRY, ActorForm.DEMONYM)
    start = words.starts[head.first] if bare else _start(words, phrase)
    span = Span(start, words.ends[head.last])
    determiner, number = determiner_and_number(words, span.start)
    if bare:
        number = None
    noun = _head_noun(head, role)
    countries = _countries(words, phrase)
    if role in (Role.COUNTRY, Role.SEAT, Role.NATIONALS, Role.ADJECTIVE):
        sense = head.sense(role)
        countries = sense.value if sense else ()
    kind = noun.kind if noun else ActorKind.UNKNOWN
    if names and len(names) == 1 and (noun is None or noun.kind is not ActorKind.CIVILIANS):
        kind = words.lexicon.bodies[names[0]].kind
    modifiers = _modifiers(words, phrase)
    return ActorExpression(
        span=span,
        text=span.of(words.text),
        sentence=sentence,
        form=form,
        kind=kind,
        head=_noun_text(head, role) if noun else "",
        head_span=Span(words.starts[head.first], words.ends[head.last]),
        service=_service(noun, modifiers),
        plural=bool(noun and (noun.collective or _noun_text(head, role) == noun.plural)),
        candidates=names,
        countries=countries,
        modifiers=modifiers,
        determiner=determiner,
        number=number,
    )


def _service(noun: actors.Noun | None, modifiers: tuple[str, ...]) -> str:
    """The arm or sort of the head noun; armed men are no longer just men."""
    if noun is None:
        return ""
    telling = actors.word_list("armed_attributes") | actors.modifiers()["unidentified"]
    armed = noun.service == "people" and noun.plural == "men" and telling & set(modifiers)
    return "armed" if armed else noun.service


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
