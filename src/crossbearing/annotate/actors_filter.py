"""Which phrases are actors where they stand, and which only have the words of one."""

from __future__ import annotations

import re

from crossbearing.annotate.actors_words import Words
from crossbearing.model.actor_expressions import ActorExpression, ActorForm
from crossbearing.model.values import ActorKind
from crossbearing.text.folding import fold
from crossbearing.vocab import actors

# A lower-case word right behind that shows that a singular noun is the head and not an attribute of the
# next noun.
_AFTER_HEAD = re.compile(
    r"\s*(?:$|[^\w\s-]|(?:who|was|were|is|are|had|has|have|and|or|in|at|on|of|from|to|by|with|near|for|as|after|when"
    r"|while|said|told|died|dead|killed|wounded|injured|shot|that|which|but|outside|inside|during|before|under|over"
    r"|into|against|whose|\w+ed|will|would|due|because|amid|since|until|through|per|not|also|later|then|there|here"
    r"|today|yesterday|last|this|lost|fell|fled|came|went|left|took|shot|hit)\b)"
)

# Nouns that are only an actor with a determiner, a numeral or an attribute: "the force", not "force".
_WEAK_SERVICES = frozenset({"armed", "government"})


_CAPITAL_BEFORE = re.compile(r"(?:the|a|an) [A-Z][\w-]+ $")  # "the Sikin group"


def _verb_like(expression: ActorExpression, words: Words) -> bool:
    """True for a bare noun that is rather an attribute or a verb ("state television", "forces him")."""
    if expression.form is not ActorForm.NOUN or expression.modifiers or expression.number:
        return False
    noun = actors.nouns()[expression.head]
    if (
        noun.collective
        and noun.service in _WEAK_SERVICES
        and expression.head not in actors.word_list("strong_collectives")
    ):
        named = _CAPITAL_BEFORE.search(words.text, max(0, expression.span.start - 30), expression.span.start)
        return not (expression.determiner or named or _followed_by_of(words, expression.span.end))
    return False


def _followed_by_of(words: Words, end: int) -> bool:
    return (
        words.folded[end : end + 12]
        .lstrip()
        .startswith(("of ", "from ", "loyal ", "allied ", "aligned ", "backed "))
    )


def _attribute_only(expression: ActorExpression, words: Words) -> bool:
    """True for a singular role noun without determiner before a lower-case word: "student union"."""
    if expression.form is not ActorForm.NOUN or expression.plural:
        return False
    if expression.determiner or expression.number or expression.countries:
        return False
    if _before_name(expression, words):
        return False
    return not _AFTER_HEAD.match(words.folded, expression.span.end)


_NAME = re.compile(r" ([A-Z][^\W\d_]+)")
# Ranks and callings that stand before a person's name. "President Okello" says no more than the name does.
_CALLINGS = frozenset(
    {"civilian", "military", "police", "gendarmerie", "border", "air_force", "navy", "security"}
)


def _before_name(expression: ActorExpression, words: Words) -> bool:
    """True for a rank or calling before a person's name: "Constable Okello", "lawyer Maria Duarte"."""
    following = _NAME.match(words.text, expression.span.end)
    if following is None or expression.service not in _CALLINGS:
        return False
    name, heads = fold(following.group(1)), actors.name_heads()
    return not (words.lexicon.senses_of(name) or name in heads["bodies"] or name in heads["not_bodies"])


_AGAINST = re.compile(r"(?:anti|pro)-")


def _adjective(expression: ActorExpression, words: Words) -> bool:
    if expression.head not in actors.word_list("adjectival") or expression.countries or expression.candidates:
        return False
    return not _AFTER_HEAD.match(words.folded, expression.span.end)


def _before_act(expression: ActorExpression, words: Words) -> bool:
    """True for an adjective of nationality before an act: "Turkish shelling", "Israeli air strikes"."""
    following = re.findall(r"[a-z]+", words.folded[expression.span.end : expression.span.end + 40])
    acts = actors.modifiers()["acts"]
    return bool(following) and (following[0] in acts or " ".join(following[:2]) in acts)


def wanted(expression: ActorExpression, words: Words) -> bool:
    """False for what is a word of the vocabulary but names no actor here."""
    prefixed = expression.head_span is not None and expression.head_span.start > expression.span.start
    if prefixed and not expression.modifiers and _AGAINST.match(words.folded, expression.span.start):
        return False
    if _adjective(expression, words) or _is_ware(expression, words):
        return False
    if expression.form is ActorForm.DEMONYM:
        return _before_act(expression, words)
    if expression.form is ActorForm.COUNTRY:
        return not _part_of_another_name(expression, words)
    if expression.form is ActorForm.NAME and len(expression.text.split()) == 1:
        return not _is_person(expression, words)
    return not (_verb_like(expression, words) or _attribute_only(expression, words))


def _is_ware(expression: ActorExpression, words: Words) -> bool:
    """True for the army of a "Swiss Army knife"."""
    following = re.match(r" ([a-z]+)", words.folded[expression.span.end : expression.span.end + 20])
    return following is not None and following.group(1) in actors.name_heads()["followed_by"]


def _part_of_another_name(expression: ActorExpression, words: Words) -> bool:
    if fold(expression.text) not in actors.word_list("also_persons"):
        return False
    start, end = expression.span.start, expression.span.end
    after = re.match(r" [^\W\d_]+", words.text[end : end + 30])
    before = re.search(r"(?:^|[^.\w] ?)([^\W\d_]+) $", words.text[max(0, start - 30) : start])
    capital_after = bool(after and after.group().strip()[:1].isupper())
    capital_before = bool(
        before
        and before.group(1)[:1].isupper()
        and before.start() > 0
        and fold(before.group(1)) not in actors.word_list("small_words")
    )
    return capital_after or capital_before


def _is_person(expression: ActorExpression, words: Words) -> bool:
    """True for a people's or clan's name between capitals: "Issa Diallo"."""
    communal = expression.kind is ActorKind.IDENTITY_MILITIA and len(expression.candidates) == 1
    if not communal and fold(expression.text) not in actors.word_list("also_persons"):
        return False
    after = re.match(r" (?:al-|el-)?[^\W\d_]+", words.text[expression.span.end : expression.span.end + 30])
    follows = after.group().strip() if after else ""
    if follows[:1].isupper() or follows.startswith(("al-", "el-")):
        return not words.lexicon.senses_of(fold(follows))
    before = words.text[max(0, expression.span.start - 40) : expression.span.start].rsplit(" ", 2)[-2:-1]
    return bool(
        before
        and before[0][:1].isupper()
        and not words.lexicon.senses_of(fold(before[0]))
        and fold(before[0]) not in actors.word_list("small_words")
    )
