"""Whether it happened: plans, threats, denials, doubts and suppositions told from what occurred."""

from __future__ import annotations

import pytest

from extract_cases import Case, Gap, Told, case, check, rows

PLANNED = [
    case(
        "will",
        "The army will launch an offensive against the rebels in Ituri next week.",
        Told("operation_launch", "planned", a="army|military", b="rebels", place="Ituri"),
    ),
    case(
        "is to",
        "The president is to meet rebel leaders in Nairobi on Sunday.",
        Told("talks", "planned", place="Nairobi"),
    ),
    case(
        "passive to come",
        "A protest march will be held in Baku on Saturday, organisers said.",
        Told("peaceful_protest", "planned", place="Baku", by="organisers"),
    ),
    case(
        "preparing to storm",
        "Government troops are preparing to storm the rebel-held town of Hajin.",
        Told("operation_launch", "planned", place="Hajin"),
    ),
    case(
        "agreed to withdraw",
        "The rebels agreed on Monday to withdraw from Hodeidah by the end of May.",
        Told("withdrawal", "planned", a="rebels", place="Hodeidah"),
    ),
    case(
        "due to",
        "Peace talks between the government and the NDF are due to begin in Oslo on 27 May.",
        Told("talks", "planned", place="Oslo", date="2019-05-27"),
    ),
    case(
        "expected to",
        "Ethiopian forces are expected to withdraw from Baidoa in June.",
        Told("withdrawal", "planned", a="Ethiopia", place="Baidoa"),
    ),
    case(
        "plans to",
        "Kenya plans to send 500 soldiers to Goma in June.",
        Told("deployment", "planned", a="Kenya", place="Goma"),
    ),
]

THREATENED = [
    case(
        "threatened to",
        "The militia threatened to attack the oil port of Ras Lanuf.",
        Told("attack", "threatened", a="militia", place="Ras Lanuf"),
    ),
    case(
        "vowed to",
        "Al-Shabaab vowed to bomb hotels in Nairobi.",
        Told("ied", "threatened", a="Shabaab", place="Nairobi"),
    ),
]

DENIED = [
    case(
        "denied + gerund",
        "The army denied shelling the village of Kidal.",
        Told("shelling", "denied", a="army|military", place="Kidal"),
    ),
    case(
        "denied that",
        "The Taliban denied that its fighters had attacked a hospital in Kunduz.",
        Told("attack", "denied", a="Taliban", place="Kunduz"),
    ),
    case(
        "denied bombing",
        "Sudan denied bombing the town of Bentiu.",
        Told("air_strike", "denied", a="Sudan", place="Bentiu"),
    ),
]

UNCERTAIN = [
    case(
        "reportedly",
        "Three fishermen were reportedly killed by soldiers in Rakhine on Monday.",
        Told("attack", "uncertain", deaths="c3", place="Rakhine"),
    ),
    case(
        "may have",
        "A drone may have struck a lorry near Derna on Tuesday.",
        Told("air_strike", "uncertain", place="Derna"),
    ),
    case(
        "allegedly",
        "Militiamen allegedly burned the village of Drodro on Sunday.",
        Told("looting_property_destruction", "uncertain", a="militiamen", place="Drodro"),
    ),
]

OCCURRED = [
    case(
        "managed to",
        "The rebels managed to capture the town of Sake on Monday.",
        Told("nonstate_takes_territory", a="rebels", place="Sake"),
    ),
    case(
        "began to",
        "Russian troops began to withdraw from Kherson on Tuesday.",
        Told("withdrawal", a="Russia", place="Kherson"),
    ),
    case(
        "past perfect under a verb of saying",
        "The mayor said that gunmen had killed two guards in Tumaco.",
        Told("armed_clash", deaths="b2", place="Tumaco", by="mayor"),
    ),
    case(
        "a purpose is no second event",
        "The army launched an operation on Monday to retake the town of Palma.",
        Told("operation_launch", a="army|military", place="Palma"),
    ),
    case(
        "for + gerund names the cause",
        "Police arrested three men in Kisumu on Sunday for attacking a bus.",
        Told("arrests", a="police", place="Kisumu"),
    ),
    case(
        "will in another clause",
        "Gunmen killed two nurses in Beni on Monday, and the funeral will take place on Saturday.",
        Told("attack", deaths="c2", place="Beni", date="2019-05-13"),
    ),
    case(
        "without warning",
        "Gunmen opened fire without warning in a market in Kano on Monday, killing three traders.",
        Told("attack", a="gunmen", deaths="c3", place="Kano"),
    ),
    case(
        "an act that stops something",
        "Gunmen stopped a bus near Turbat on Monday and killed four passengers.",
        Told("attack", a="gunmen", deaths="c4", place="Turbat"),
    ),
    case(
        "victims who tried to stop it",
        "Raiders killed two herders who tried to stop them near Torit on Monday.",
        Told("attack", a="raiders", deaths="c2", place="Torit"),
    ),
    case(
        "a hospital for an epidemic is hit",
        "An air strike hit a hospital for cholera patients in Abs on Monday.",
        Told("air_strike", place="Abs"),
    ),
    case(
        "despite a ceasefire",
        "Despite the ceasefire, rebels shelled Avdiivka on Monday and killed a pensioner.",
        Told("shelling", a="rebels", deaths="c1", place="Avdiivka"),
    ),
    case(
        "a stadium as the scene",
        "A bomb killed six spectators at a football stadium in Lashkar Gah on Friday.",
        Told("ied", deaths="c6", place="Lashkar Gah"),
    ),
    case(
        "if only as a conjunction of the speaker",
        "Asked if anyone was hurt, the mayor said a shell had killed two pupils in Taiz on Monday.",
        Told("shelling", deaths="c2", place="Taiz", by="mayor"),
    ),
    case(
        "a veteran as victim",
        "Gunmen killed two war veterans in Harare on Monday.",
        Told("attack", a="gunmen", deaths="c2", place="Harare"),
    ),
    case(
        "no claim of responsibility",
        "A bomb killed two shopkeepers in Bannu on Monday, and no group has claimed responsibility.",
        Told("ied", a="", deaths="c2", place="Bannu"),
    ),
]

NOTHING = [
    case("if", "If the rebels attack Goma, the army will respond."),
    case("unless", "Unless the siege ends, people in Deir ez-Zor will starve."),
    case("would have", "The bomb would have killed dozens of people in Madrid."),
    case("could", "Analysts said the militia could attack Erbil."),
    case("negated verb", "Soldiers did not open fire in Conakry on Monday."),
    case("no one hurt and nothing hit", "No one was killed in Maroua on Sunday."),
    case("no + noun", "No shells fell on Donetsk on Monday."),
    case("no civilians", "No civilians were killed in Raqqa on Monday, the coalition said."),
    case("prevented", "Police prevented an attack in Jakarta on Monday."),
    case("called for an end", "The envoy called for an end to the shelling of Donetsk."),
    case("in the event of", "Hospitals in Haifa are ready in the event of a missile attack."),
    case("court case about an old attack", "Lawyers spoke about the 1994 bombing in Buenos Aires."),
    case("video game", "In the game, players attack a base in Siberia."),
    case("chess", "The champion attacked with his queen in Chennai and won the game."),
    case("strike of workers", "Pilots will strike in Lufthansa's pay dispute, the union said."),
    case("without", "The convoy reached Gao without being attacked."),
    case("failed to", "The insurgents failed to capture Marawi."),
    case("question", "Will the army attack Idlib?"),
    case("habit", "Bandits often attack buses on the road to Zamfara."),
    case("fear of", "Residents of Tripoli fear an attack."),
    case("warning of an attack", "The embassy warned of possible attacks in Jakarta."),
    case("anniversary", "The town marked the tenth anniversary of the massacre in Srebrenica on Monday."),
    case("old war", "In 1971 the army bombed the port of Chittagong."),
    case("film", "The film shows how soldiers attack a village in Normandy."),
    case("drill", "Soldiers repelled a mock attack in a drill near Seoul on Tuesday."),
    case("stock market", "Shares in Frankfurt were hit by a wave of selling on Monday."),
    case("disease", "Doctors in Kinshasa are fighting an outbreak of Ebola."),
    case("criticism", "The minister came under fire for his handling of the floods in Karachi."),
    case("running total: this year", "Bandits have killed more than 300 people in Zamfara this year."),
    case("running total: since", "At least 2,000 civilians have been killed in Yemen since January."),
    case("running total: war", "The war has killed tens of thousands of people in Syria."),
    case(
        "running total: brings to",
        "The deaths bring to 61 the number of soldiers killed in Mali since March.",
    ),
    case(
        "running total: past decade",
        "The insurgency has cost 7,000 lives in southern Thailand over the past decade.",
    ),
]

KNOWN_GAPS: list[Gap] = [
    Gap(
        '"plans for an assault" yields nothing',
        case(
            "noun of planning",
            "The general announced plans for an assault on Sirte.",
            Told("operation_launch", "planned", place="Sirte"),
        ),
    ),
    Gap(
        '"a threat to" yields nothing',
        case(
            "threat noun",
            "The group issued a threat to shell the city of Ashkelon.",
            Told("shelling", "threatened", place="Ashkelon"),
        ),
    ),
    Gap(
        '"rejected claims that" yields nothing',
        case(
            "rejected claims",
            "The government rejected claims that soldiers had killed civilians in Bamenda.",
            Told("attack", "denied", place="Bamenda"),
        ),
    ),
    Gap(
        '"denied involvement in" yields nothing',
        case(
            "denied involvement",
            "The rebels denied involvement in the attack on a church in Jos.",
            Told("attack", "denied", a="rebels", place="Jos"),
        ),
    ),
    Gap(
        '"unconfirmed reports that" does not make it uncertain',
        case(
            "unconfirmed reports",
            "There were unconfirmed reports that rebels had seized the town of Kitchanga.",
            Told("nonstate_takes_territory", "uncertain", a="rebels", place="Kitchanga"),
        ),
    ),
    Gap(
        "the weaker second verb names the type",
        case(
            "not only",
            "The rebels not only shelled the airport of Sana'a but also fired at a school.",
            Told("shelling", a="rebels", place="Sana"),
        ),
    ),
    Gap(
        '"sank" is taken for an accident though a rocket did it',
        case(
            "a boat sunk by a rocket",
            "A rocket sank a fishing boat off Hodeidah on Monday, killing five fishermen.",
            Told("shelling", deaths="c5", place="Hodeidah"),
        ),
    ),
    Gap(
        "the place of a subordinate clause is taken, and the talks are lost",
        case(
            "hours before talks",
            "Jets bombed Saada on Monday, hours before peace talks were to begin in Muscat, killing "
            "nine villagers.",
            Told("air_strike", deaths="c9", place="Saada"),
            Told("talks", "planned", place="Muscat"),
        ),
    ),
    Gap(
        '"memorial" is taken for remembrance',
        case(
            "an attack during an exercise of worship",
            "Gunmen attacked worshippers during prayers at a memorial in Jos on Sunday, killing two of them.",
            Told("attack", a="gunmen", b="worshippers|civilian", place="Jos"),
        ),
    ),
    Gap(
        "an attack in a speech is taken for a clash",
        case("verbal attack", "The minister attacked the opposition in a speech in Lusaka on Monday."),
    ),
    Gap(
        "battling a blaze is taken for a clash",
        case("fire of the kitchen kind", "Firefighters battled a blaze in Lisbon on Monday."),
    ),
    Gap(
        "fighting that is to stop is taken for a plan",
        case("calls for peace", "The bishop called on both sides to stop fighting in Bria."),
    ),
    Gap(
        "one sentence of sport is too short to be known as sport",
        case(
            "football",
            "City attacked from the start, but their striker shot over the bar and the defence held "
            "firm in Leeds.",
        ),
    ),
    Gap(
        "a battle over a budget is taken for a clash",
        case("political battle", "The parties fought a bitter battle over the budget in Rome on Tuesday."),
    ),
]


@pytest.mark.parametrize(
    "row", rows(PLANNED + THREATENED + DENIED + UNCERTAIN + OCCURRED + NOTHING, KNOWN_GAPS)
)
def test_modality(row: Case) -> None:
    check(row)
