"""English inflection, as far as trigger words need it: all forms of a verb, the plural of a noun."""

from __future__ import annotations

IRREGULAR: dict[str, tuple[str, ...]] = {
    # base: (third person, -ing, past, participle)
    "beat": ("beats", "beating", "beat", "beaten"),
    "begin": ("begins", "beginning", "began", "begun"),
    "be": ("is", "being", "was", "been", "are", "were", "am"),
    "blow": ("blows", "blowing", "blew", "blown"),
    "break": ("breaks", "breaking", "broke", "broken"),
    "breathe": ("breathes", "breathing", "breathed", "breathed"),
    "bring": ("brings", "bringing", "brought", "brought"),
    "build": ("builds", "building", "built", "built"),
    "burst": ("bursts", "bursting", "burst", "burst"),
    "come": ("comes", "coming", "came", "come"),
    "cost": ("costs", "costing", "cost", "cost"),
    "cut": ("cuts", "cutting", "cut", "cut"),
    "die": ("dies", "dying", "died", "died"),
    "drive": ("drives", "driving", "drove", "driven"),
    "fall": ("falls", "falling", "fell", "fallen"),
    "fight": ("fights", "fighting", "fought", "fought"),
    "find": ("finds", "finding", "found", "found"),
    "flee": ("flees", "fleeing", "fled", "fled"),
    "free": ("frees", "freeing", "freed", "freed"),
    "give": ("gives", "giving", "gave", "given"),
    "go": ("goes", "going", "went", "gone"),
    "gas": ("gasses", "gassing", "gassed", "gassed"),
    "hit": ("hits", "hitting", "hit", "hit"),
    "hold": ("holds", "holding", "held", "held"),
    "hurt": ("hurts", "hurting", "hurt", "hurt"),
    "keep": ("keeps", "keeping", "kept", "kept"),
    "lay": ("lays", "laying", "laid", "laid"),
    "lead": ("leads", "leading", "led", "led"),
    "leave": ("leaves", "leaving", "left", "left"),
    "let": ("lets", "letting", "let", "let"),
    "lose": ("loses", "losing", "lost", "lost"),
    "make": ("makes", "making", "made", "made"),
    "meet": ("meets", "meeting", "met", "met"),
    "pay": ("pays", "paying", "paid", "paid"),
    "put": ("puts", "putting", "put", "put"),
    "retake": ("retakes", "retaking", "retook", "retaken"),
    "overrun": ("overruns", "overrunning", "overran", "overrun"),
    "rout": ("routs", "routing", "routed", "routed"),
    "run": ("runs", "running", "ran", "run"),
    "say": ("says", "saying", "said"),
    "seek": ("seeks", "seeking", "sought", "sought"),
    "send": ("sends", "sending", "sent", "sent"),
    "set": ("sets", "setting", "set", "set"),
    "shake": ("shakes", "shaking", "shook", "shaken"),
    "shoot": ("shoots", "shooting", "shot", "shot"),
    "sit": ("sits", "sitting", "sat", "sat"),
    "slay": ("slays", "slaying", "slew", "slain"),
    "slit": ("slits", "slitting", "slit", "slit"),
    "snipe": ("snipes", "sniping", "sniped", "sniped"),
    "strike": ("strikes", "striking", "struck", "struck", "stricken"),
    "stand": ("stands", "standing", "stood", "stood"),
    "sleep": ("sleeps", "sleeping", "slept", "slept"),
    "fly": ("flies", "flying", "flew", "flown"),
    "steal": ("steals", "stealing", "stole", "stolen"),
    "get": ("gets", "getting", "got", "gotten"),
    "sweep": ("sweeps", "sweeping", "swept", "swept"),
    "take": ("takes", "taking", "took", "taken"),
    "tear": ("tears", "tearing", "tore", "torn"),
    "throw": ("throws", "throwing", "threw", "thrown"),
    "win": ("wins", "winning", "won", "won"),
    "withdraw": ("withdraws", "withdrawing", "withdrew", "withdrawn"),
}
_DOUBLING = frozenset({
    "drop", "gun", "kidnap", "stab", "rob", "ram", "abet", "plan", "repel", "whip", "flog", "drag", "slam", "nab", "expel", "lob", "swap", "wrap", "trap", "rig", "step", "confer", "pet",
})  # fmt: skip
_VOWELS = "aeiou"


def verb_forms(base: str) -> tuple[str, ...]:
    """Every form of the verb, the base first.

    >>> verb_forms("strike")
    ('strike', 'strikes', 'striking', 'struck', 'struck', 'stricken')
    >>> verb_forms("kidnap")
    ('kidnap', 'kidnaps', 'kidnapping', 'kidnapped')
    """
    if base in IRREGULAR:
        return (base, *IRREGULAR[base])
    if base.endswith(("s", "x", "z", "ch", "sh")):
        third = base + "es"
    elif base.endswith("y") and base[-2] not in _VOWELS:
        third = base[:-1] + "ies"
    else:
        third = base + "s"
    if base in _DOUBLING:
        stem = base + base[-1]
        return base, third, stem + "ing", stem + "ed"
    if base.endswith("e") and not base.endswith("ee"):
        return base, third, base[:-1] + "ing", base + "d"
    if base.endswith("y") and base[-2] not in _VOWELS:
        return base, third, base + "ing", base[:-1] + "ied"
    return base, third, base + "ing", base + "ed"


def plural(noun: str) -> str:
    """The plural of a noun (of its last word, if it has several).

    >>> plural("air strike"), plural("body"), plural("ambush")
    ('air strikes', 'bodies', 'ambushes')
    """
    if noun.endswith(("s", "x", "z", "ch", "sh")):
        return noun + "es"
    if noun.endswith("y") and len(noun) > 1 and noun[-2] not in _VOWELS:
        return noun[:-1] + "ies"
    return noun + "s"
