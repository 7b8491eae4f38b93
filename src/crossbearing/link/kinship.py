"""Which event codes two reports may give one incident: the pairs that coders and reporters confuse, each
with why."""

from __future__ import annotations

from enum import StrEnum
from functools import cache

from crossbearing.model import FAMILY_OF


class Kinship(StrEnum):
    """How well two event codes fit one incident."""

    SAME = "same"
    KIN = "kin"
    FAMILY = "family"
    APART = "apart"


CONFUSED: tuple[tuple[str, str, str], ...] = (
    ("armed_clash", "attack", "gunmen stormed a post: a fight to one outlet, an attack to the other"),
    ("armed_clash", "government_regains_territory", "the army fought its way into the town"),
    ("armed_clash", "nonstate_takes_territory", "rebels overran the base after heavy fighting"),
    ("armed_clash", "operation_launch", "an offensive began with clashes at dawn"),
    ("armed_clash", "ied", "a convoy hit a mine and then came under fire"),
    ("armed_clash", "suicide_bomb", "bombers opened the way into the barracks"),
    ("armed_clash", "shelling", "artillery duel along the front"),
    ("armed_clash", "air_strike", "ground troops advanced under air cover"),
    ("armed_clash", "arrests", "a raid in which two men were shot and five taken"),
    ("armed_clash", "grenade", "attackers threw grenades and fired at the checkpoint"),
    ("armed_clash", "disrupted_weapons_use", "an infiltration was foiled and three men shot"),
    ("armed_clash", "withdrawal", "after the fight the unit left the hill"),
    ("attack", "suicide_bomb", "the attack was a suicide bombing"),
    ("attack", "ied", "the attack was a roadside bomb"),
    ("attack", "grenade", "attackers threw a grenade into the shop"),
    ("attack", "shelling", "rockets were fired at the camp: an attack"),
    ("attack", "air_strike", "the raid was an attack from the air"),
    ("attack", "abduction", "men were taken and later found shot"),
    ("attack", "looting_property_destruction", "raiders killed herders and burned the village"),
    ("attack", "sexual_violence", "the raid in which women were raped"),
    ("attack", "mob_violence", "a crowd beat two men to death"),
    ("attack", "excessive_force", "troops fired on the march"),
    ("attack", "arrests", "soldiers took men from the mosque and shot them"),
    ("attack", "nonstate_takes_territory", "the group attacked and held the town"),
    ("attack", "chemical_weapon", "an attack with gas"),
    ("suicide_bomb", "ied", "a car bomb, with or without a driver in it"),
    ("ied", "grenade", "an explosive device was thrown or planted"),
    ("ied", "shelling", "a blast of unclear cause"),
    ("ied", "disrupted_weapons_use", "a bomb went off while it was being defused"),
    ("air_strike", "shelling", "missiles hit the depot; from the air or the ground"),
    ("air_strike", "chemical_weapon", "helicopters dropped chlorine"),
    ("shelling", "chemical_weapon", "shells with gas"),
    ("shelling", "grenade", "rifle grenades and mortar rounds"),
    ("air_strike", "suicide_bomb", "an explosive drone or a bomber"),
    ("air_strike", "disrupted_weapons_use", "a drone was shot down over its target"),
    ("shelling", "disrupted_weapons_use", "rockets were intercepted"),
    ("air_strike", "operation_launch", "the campaign opened with air strikes"),
    ("abduction", "arrests", "detained by men in uniform, or kidnapped"),
    ("government_regains_territory", "operation_launch", "the operation to retake the town"),
    ("government_regains_territory", "nonviolent_transfer", "the town was taken without a shot"),
    ("government_regains_territory", "withdrawal", "the rebels left and the army moved in"),
    ("nonstate_takes_territory", "withdrawal", "the army left and the rebels moved in"),
    ("nonstate_takes_territory", "nonviolent_transfer", "handed over to the group"),
    ("withdrawal", "nonviolent_transfer", "they left and others took over"),
    ("nonstate_takes_territory", "government_regains_territory", "who counts as the government is disputed"),
    ("deployment", "operation_launch", "troops were sent for the operation"),
    ("deployment", "base_established", "troops came and built a post"),
    ("deployment", "government_regains_territory", "the army entered the town"),
    ("arrests", "operation_launch", "a sweep, told by its start or by its yield"),
    ("arrests", "disrupted_weapons_use", "a raid with arrests and seized weapons"),
    ("arrests", "protest_with_intervention", "marchers were detained"),
    ("talks", "agreement", "a meeting that ended in a truce"),
    ("agreement", "withdrawal", "the deal on leaving the town, and the leaving"),
    ("agreement", "nonviolent_transfer", "the handover that was agreed"),
    ("peaceful_protest", "protest_with_intervention", "a march, with or without tear gas"),
    ("peaceful_protest", "violent_demonstration", "a march that turned into a riot"),
    ("protest_with_intervention", "violent_demonstration", "police and marchers clashed"),
    ("protest_with_intervention", "excessive_force", "police fired at the march"),
    ("violent_demonstration", "excessive_force", "rioters were shot"),
    ("violent_demonstration", "mob_violence", "a crowd that set fires and beat people"),
    ("violent_demonstration", "looting_property_destruction", "offices were burned in the riot"),
    ("mob_violence", "looting_property_destruction", "shops were burned by a crowd"),
    ("looting_property_destruction", "shelling", "what the shells burned"),
    ("looting_property_destruction", "armed_clash", "houses burned in the fighting"),
)  # fmt: skip
"""(code, code, a telling that may be coded either way). Read both ways round."""

_KIN = frozenset(frozenset(row[:2]) for row in CONFUSED)
_VAGUE = frozenset({"other"})


@cache
def kinship(left: str | None, right: str | None) -> Kinship:
    """How well two event codes fit one incident; ``other`` fits everything a little.

    >>> kinship("ied", "suicide_bomb"), kinship("talks", "shelling")
    (<Kinship.KIN: 'kin'>, <Kinship.APART: 'apart'>)
    """
    if left is None or right is None:
        return Kinship.APART
    if left == right:
        return Kinship.SAME
    if frozenset((left, right)) in _KIN:
        return Kinship.KIN
    if {left, right} & _VAGUE or FAMILY_OF[left] is FAMILY_OF[right]:
        return Kinship.FAMILY
    return Kinship.APART
