"""How many died and were hurt, and on whose side: one construction a row."""

from __future__ import annotations

import pytest

from extract_cases import Case, Gap, Told, case, check, rows

DEATHS = [
    case("at least", "A bomb killed at least 12 people in Quetta.", Told("ied", deaths="u12+")),
    case("more than", "A bomb killed more than 12 people in Quetta.", Told("ied", deaths="u13+")),
    case("range", "Shelling killed six to eight villagers near Avdiivka.", Told("shelling", deaths="c6-8")),
    case(
        "between",
        "Between 25 and 33 villagers were killed in an attack on Ogossagou.",
        Told("attack", deaths="c25-33"),
    ),
    case("dozens", "Gunmen killed dozens of villagers in Solhan.", Told("attack", deaths="c12+")),
    case("hundreds", "Militiamen killed hundreds of villagers in Mai-Kadra.", Told("attack", deaths="c100+")),
    case("a dozen", "Gunmen killed a dozen villagers in Solhan.", Told("attack", deaths="c12")),
    case("singular noun is one", "A sniper killed a baker in Taiz.", Told("attack", deaths="c1")),
    case(
        "two parts of one side",
        "A mine killed two soldiers and a gendarme near Mopti.",
        Told("ied", deaths="b3"),
    ),
    case(
        "both sides",
        "Three soldiers and nine rebels were killed in clashes near Djugu.",
        Told("armed_clash", deaths="a3 b9", a="soldiers", b="rebels"),
    ),
    case(
        "both sides with civilians",
        "Two policemen, four gunmen and a passer-by died in a shootout in Acapulco.",
        Told("armed_clash", deaths="a2 b4 c1"),
    ),
    case(
        "parts of a total",
        "A bomb killed 14 people, nine of them policemen, in Peshawar.",
        Told("ied", deaths="b9 u5"),
    ),
    case(
        "including is a subset",
        "An air strike killed eleven civilians, including four children, in Dhamar.",
        Told("air_strike", deaths="c11"),
    ),
    case("N dead", "Car bomb in Baidoa leaves 22 dead", Told("ied", deaths="u22")),
    case("left dead", "An ambush near Ansongo left four soldiers dead.", Told("armed_clash", deaths="b4")),
    case(
        "lost their lives",
        "Five pilgrims lost their lives in a bomb attack in Karbala.",
        Told("ied", deaths="c5"),
    ),
    case(
        "claimed the lives",
        "A grenade attack claimed the lives of three students in Gitega.",
        Told("grenade", deaths="c3"),
    ),
    case(
        "death toll noun",
        "The death toll from an air strike on a school in Saada stood at 29.",
        Told("air_strike", deaths="u29"),
    ),
    case(
        "bodies found",
        "The bodies of three abducted drivers were found near Bunia on Monday.",
        Told("attack", deaths="c3"),
    ),
    case(
        "shot dead: object between", "Gunmen shot two lecturers dead in Kabul.", Told("attack", deaths="c2")
    ),
    case("beheaded", "Jihadists beheaded five fishermen near Macomia.", Told("attack", deaths="c5")),
    case(
        "dead attackers on their side",
        "Soldiers killed eleven insurgents who attacked a base near Gwoza.",
        Told("armed_clash", deaths="b11"),
    ),
    case(
        "died of wounds",
        "A policeman died of his wounds after an ambush near Loja.",
        Told("armed_clash", deaths="b1"),
    ),
    case(
        "all people aboard",
        "All nine people aboard a lorry were killed by a mine near Bardera.",
        Told("ied", deaths="u9"),
    ),
    case(
        "a family of six",
        "A family of six was killed in an air strike on Idlib.",
        Told("air_strike", deaths="c6"),
    ),
    case(
        "age is no count", "A 12-year-old boy was killed by a mine near Slavyansk.", Told("ied", deaths="c1")
    ),
    case(
        "cattle are no people",
        "Raiders killed a herder and 40 cows near Yambio.",
        Told("attack", deaths="c1"),
    ),
    case(
        "houses are no people",
        "Shelling destroyed 30 houses and killed two pensioners in Horlivka.",
        Told("shelling", deaths="c2"),
    ),
    case("no deaths", "A bomb exploded in Ajaccio on Monday, but nobody was killed.", Told("ied", deaths="")),
    case(
        "neutralised several",
        "Turkish troops neutralised four PKK militants near Lice.",
        Told("armed_clash", deaths="b0-4"),
    ),
    case(
        "suspected fighters",
        "A drone killed three suspected militants near Miranshah.",
        Told("air_strike", deaths="b3"),
    ),
    case(
        "unquantified plural counts nothing exact",
        "A rebel attack killed soldiers near Kaya.",
        Told("armed_clash"),
    ),
    case(
        "name with rank",
        "Insurgents killed Captain Amadou Diarra near Nampala.",
        Told("armed_clash", deaths="b1"),
    ),
    case(
        "guards of a party",
        "A bomb killed four bodyguards of the governor in Farah.",
        Told("ied", deaths="b4"),
    ),
    case(
        "peacekeepers",
        "Rebels killed two United Nations peacekeepers near Obo.",
        Told("armed_clash", deaths="b2"),
    ),
    case("shot dead: active", "Gunmen shot dead two lecturers in Kabul.", Told("attack", deaths="c2")),
    case("shot dead: passive", "Two lecturers were shot dead in Kabul.", Told("attack", deaths="c2")),
    case("gunned down", "Two lecturers were gunned down in Kabul.", Told("attack", deaths="c2")),
]

INJURED = [
    case(
        "wounded", "A grenade wounded seven shoppers in Bujumbura.", Told("grenade", deaths="", injured="c7")
    ),
    case(
        "injured passive",
        "Seven shoppers were injured by a grenade in Bujumbura.",
        Told("grenade", deaths="", injured="c7"),
    ),
    case(
        "killed and wounded: bare number",
        "A bomb killed two nurses and wounded six in Lashkar Gah.",
        Told("ied", deaths="c2", injured="c6"),
    ),
    case(
        "killed and wounded: others",
        "A bomb killed two soldiers and wounded six others in Lashkar Gah.",
        Told("ied", deaths="b2", injured="b6"),
    ),
    case(
        "killing … and wounding",
        "A shell hit a school in Taiz, killing a teacher and wounding four pupils.",
        Told("shelling", deaths="c1", injured="c4"),
    ),
    case(
        "dead and injured",
        "A suicide bombing in Maroua left nine people dead and 20 injured.",
        Told("suicide_bomb", deaths="u9", injured="u20"),
    ),
    case(
        "N wounded noun",
        "A rocket attack on Basra left three wounded.",
        Told("shelling", deaths="", injured="u3"),
    ),
    case(
        "wounded on both sides",
        "Two soldiers and five rebels were wounded in fighting near Rutshuru.",
        Told("armed_clash", deaths="", injured="a2 b5"),
    ),
    case(
        "sustained injuries",
        "Three labourers sustained injuries when a mine exploded near Swat.",
        Told("ied", injured="c3"),
    ),
    case(
        "critically hurt are a subset",
        "A bomb injured nine people, three of them critically, in Bannu.",
        Told("ied", injured="u9"),
    ),
    case("killed or wounded", "A rocket killed or wounded 30 people in Aden.", Told("shelling")),
    case(
        "shot dead, behind the verb its object",
        "Gunmen shot dead two nurses in Gao on Tuesday.",
        Told("attack", a="gunmen", deaths="c2", place="Gao"),
    ),
    case(
        "the toll as it now stands holds those who died since",
        "The death toll from Sunday's attack on Mopti rose to 20 after two more people died of their wounds.",
        Told("attack", deaths="u20", place="Mopti"),
    ),
    case(
        "officials who bear no arms are civilians",
        "Two local officials and their driver were killed when a drone hit their car in Raqqa on Tuesday.",
        Told("air_strike", deaths="c3", place="Raqqa"),
    ),
    case(
        "him: the constable named before",
        "Assailants opened fire on Constable Inam Gul in Bannu on Tuesday, killing him on the spot.",
        Told("armed_clash", a="assailants", deaths="b1", place="Bannu"),
    ),
    case(
        "shot dead, in a headline",
        "Two policemen shot dead in Peshawar",
        Told("armed_clash", b="police", deaths="b2", place="Peshawar"),
    ),
    case(
        "an age before the one who died",
        "Shelling killed a 63-year-old woman in Kherson on Tuesday.",
        Told("shelling", deaths="c1", place="Kherson"),
    ),
    case(
        "one person as part of a count",
        "Three people, including a soldier, were killed in an attack on Gao on Monday.",
        Told("armed_clash", deaths="b1 u2", place="Gao"),
    ),
    case(
        "parts between dashes",
        "Nine people - five women and four children - were killed in an attack on Mopti on Sunday.",
        Told("attack", deaths="c9", place="Mopti"),
    ),
    case(
        "the dead of the other side in the next sentence",
        "Soldiers killed four militants in a gun battle in Gao on Tuesday. One soldier was also killed.",
        Told("armed_clash", a="soldiers", b="militants", deaths="a1 b4", place="Gao"),
    ),
    case(
        "attackers who die, in the next sentence",
        "Gunmen stormed a police station in Gao on Monday, killing three officers. "
        "Two of the attackers were shot dead.",
        Told("armed_clash", a="gunmen", b="police", deaths="a2 b3", place="Gao"),
    ),
    case(
        "another",
        "Gunmen killed five miners and injured another eight in Duki.",
        Told("attack", deaths="c5", injured="c8"),
    ),
    case(
        "soldiers wounded in an attack on an outpost",
        "Militants attacked an army outpost near Dori, wounding three soldiers.",
        Told("armed_clash", deaths="", injured="b3"),
    ),
]

KNOWN_GAPS: list[Gap] = [
    Gap(
        '"up to" before a count behind a verb hides the count',
        case("up to", "A bomb killed up to 12 people in Quetta.", Told("ied", deaths="u0-12")),
    ),
    Gap(
        '"among them" is read as a breakdown',
        case(
            "among them",
            "A shell killed six people, among them two women, in Horlivka.",
            Told("shelling", deaths="u6"),
        ),
    ),
    Gap(
        'of "left N soldiers and M rebels dead" only the nearest count is taken',
        case(
            "left two kinds dead",
            "The battle in Marawi left three soldiers and nine gunmen dead.",
            Told("armed_clash", deaths="a3 b9"),
        ),
    ),
    Gap(
        '"burned alive" gives no deaths',
        case("burned alive", "Raiders burned alive seven villagers in Likoni.", Told("attack", deaths="c7")),
    ),
    Gap(
        "a seizure within a clash is told as a second event",
        case(
            "weapons are no people",
            "Troops killed two militants and seized six rifles near Turbat.",
            Told("armed_clash", deaths="b2"),
        ),
    ),
]


@pytest.mark.parametrize("row", rows(DEATHS + INJURED, KNOWN_GAPS))
def test_tolls(row: Case) -> None:
    check(row)
