"""Phrases that name someone who acts or is acted upon, before it is decided whom they stand for."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from crossbearing.model.spans import Span
from crossbearing.model.values import ActorKind


class ActorForm(StrEnum):
    """How the phrase names its actor.

    ``name``: a body of the vocabulary, alone or as part of a phrase ("ISIL fighters"). ``new_name``: a
    capitalised name that the vocabulary lacks. ``noun``: a role, with or without a country ("Iraqi
    soldiers", "gunmen"). ``country``: a bare country or capital ("Turkey", "Baghdad"). ``demonym``: an
    adjective before an act ("Turkish shelling"). ``nationals``: a people ("Syrians").
    """

    NAME = "name"
    NEW_NAME = "new_name"
    NOUN = "noun"
    COUNTRY = "country"
    DEMONYM = "demonym"
    NATIONALS = "nationals"


@dataclass(frozen=True, slots=True)
class ActorExpression:
    """A noun phrase of a report that names an actor, and what its words alone say about it.

    ``span`` covers the phrase without determiner and numeral; ``sentence`` is the index of its sentence.
    ``head`` is the folded head noun ('' for bare names) and ``head_span`` where it stands. ``candidates``
    are ids of the bodies that the name may stand for, ``countries`` the ISO codes of adjectives and
    genitives of nationality in the phrase. ``service`` says which arm of a state the head noun names
    (military, police, government, …; '' when none). ``determiner`` is folded ("the", "its", ''); ``number``
    covers the numeral before the phrase ("at least 12"). ``acronym`` is the short form given in brackets
    right behind. ``affiliation`` is 'of' for "fighters of the X", 'linked' for "gunmen linked to X", else
    ''.
    """

    span: Span
    text: str
    sentence: int
    form: ActorForm
    kind: ActorKind = ActorKind.UNKNOWN
    head: str = ""
    head_span: Span | None = None
    service: str = ""
    plural: bool = False
    candidates: tuple[str, ...] = ()
    countries: tuple[str, ...] = ()
    modifiers: tuple[str, ...] = ()
    determiner: str = ""
    number: Span | None = None
    acronym: str | None = None
    affiliation: str = ""

    @property
    def country_as_actor(self) -> bool:
        """True for a bare country, capital or demonym: an actor only where its role in the clause says so."""
        return self.form in (ActorForm.COUNTRY, ActorForm.DEMONYM)
