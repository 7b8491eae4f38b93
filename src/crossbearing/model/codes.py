"""The event codes, their families, and the small closed lists that accounts use.

The codes follow ACLED's sub-event types (ACLED Codebook 2023), with the strategic developments split finer.
"""

from __future__ import annotations

from enum import StrEnum


class Modality(StrEnum):
    """Whether it happened. A plan is not an event; a denial is a claim too."""

    OCCURRED = "occurred"
    ONGOING = "ongoing"
    PLANNED = "planned"
    THREATENED = "threatened"
    DENIED = "denied"
    UNCERTAIN = "uncertain"


class AccountKind(StrEnum):
    """An account tells an event, who holds a place (control), or how strong a force is (strength)."""

    EVENT = "event"
    CONTROL = "control"
    STRENGTH = "strength"


class Family(StrEnum):
    BATTLE = "battle"
    EXPLOSION = "explosion"
    CIVILIANS = "civilians"
    PROTEST = "protest"
    RIOT = "riot"
    STRATEGIC = "strategic"


class Slot(StrEnum):
    """Whose dead or injured: the two sides' own, civilians whoever killed them, or not told."""

    SIDE_A = "side_a"
    SIDE_B = "side_b"
    CIVILIANS = "civilians"
    UNKNOWN = "unknown"


FAMILY_OF: dict[str, Family] = {
    "armed_clash": Family.BATTLE,
    "government_regains_territory": Family.BATTLE,
    "nonstate_takes_territory": Family.BATTLE,
    "air_strike": Family.EXPLOSION,
    "shelling": Family.EXPLOSION,
    "suicide_bomb": Family.EXPLOSION,
    "ied": Family.EXPLOSION,
    "grenade": Family.EXPLOSION,
    "chemical_weapon": Family.EXPLOSION,
    "attack": Family.CIVILIANS,
    "abduction": Family.CIVILIANS,
    "sexual_violence": Family.CIVILIANS,
    "peaceful_protest": Family.PROTEST,
    "protest_with_intervention": Family.PROTEST,
    "excessive_force": Family.PROTEST,
    "violent_demonstration": Family.RIOT,
    "mob_violence": Family.RIOT,
    "agreement": Family.STRATEGIC,
    "arrests": Family.STRATEGIC,
    "change_to_group": Family.STRATEGIC,
    "disrupted_weapons_use": Family.STRATEGIC,
    "base_established": Family.STRATEGIC,
    "looting_property_destruction": Family.STRATEGIC,
    "nonviolent_transfer": Family.STRATEGIC,
    "deployment": Family.STRATEGIC,
    "withdrawal": Family.STRATEGIC,
    "operation_launch": Family.STRATEGIC,
    "talks": Family.STRATEGIC,
    "displacement": Family.STRATEGIC,
    "other": Family.STRATEGIC,
}
"""Event code → family. Its keys are all the event codes there are."""

EVENT_CODES: tuple[str, ...] = tuple(FAMILY_OF)

SYMMETRIC: frozenset[str] = frozenset({"armed_clash", "talks", "agreement"})
"""Codes in which neither side acts upon the other; side a and side b may be exchanged."""
