"""Whom an actor phrase stands for: tables of (name, text, scene, phrase, expected id, kind)."""

from __future__ import annotations

from datetime import date

import pytest

from crossbearing.annotate.actors import find_actors
from crossbearing.model import Actor, ActorKind, Mention, MentionKind, Place, Published, Report, Span
from crossbearing.resolve.actors import resolve_actors
from crossbearing.text.sentences import split
from crossbearing.vocab import actors as vocab


def actors_in(text: str, scene: str | None = None, year: int | None = None) -> dict[str, Actor]:
    """Phrase → actor; ``scene`` is the country of the one place that the report is about."""
    sentences = split(text)
    published = Published(date(year, 6, 1), date(year, 6, 1)) if year else Published()
    report = Report("r", text, "0" * 64, published=published)
    places = (
        (Mention(MentionKind.PLACE, Span(0, 0), "", place=Place("somewhere", country=scene)),)
        if scene
        else ()
    )
    mentions = resolve_actors(report, sentences, find_actors(text, sentences), places)
    return {m.text: m.actor for m in mentions if m.actor}


S, R, P, M, C, X = (
    ActorKind.STATE, ActorKind.REBEL, ActorKind.POLITICAL_MILITIA, ActorKind.IDENTITY_MILITIA,
    ActorKind.CIVILIANS, ActorKind.UNKNOWN,
)  # fmt: skip

ROWS = [
    # --- forces of a state with its adjective or genitive
    ("adjective and army", "The Chadian army said it had won.", None, "Chadian army", "xb:mil:TD", S),
    ("adjective and troops", "Ethiopian troops crossed the river.", None, "Ethiopian troops", "xb:mil:ET", S),
    ("adjective and forces", "Kenyan forces withdrew.", None, "Kenyan forces", "xb:mil:KE", S),
    ("adjective and soldiers", "Two Peruvian soldiers drowned.", None, "Peruvian soldiers", "xb:mil:PE", S),
    ("adjective and military", "The Thai military denied it.", None, "Thai military", "xb:mil:TH", S),
    ("two-word adjective", "Sri Lankan troops found the cache.", None, "Sri Lankan troops", "xb:mil:LK", S),
    ("genitive of the country", "Egypt's army closed the road.", None, "Egypt's army", "xb:mil:EG", S),
    ("typographic genitive", "Egypt’s army closed the road.", None, "Egypt’s army", "xb:mil:EG", S),
    ("country as attribute", "Burkina Faso soldiers fired.", None, "Burkina Faso soldiers", "xb:mil:BF", S),
    ("dotted abbreviation", "U.S. troops left the base.", None, "U.S. troops", "xb:mil:US", S),
    ("undotted abbreviation", "US forces left the base.", None, "US forces", "xb:mil:US", S),
    ("warplanes", "Saudi warplanes hit the depot.", None, "Saudi warplanes", "xb:airforce:SA", S),
    ("jets with attribute", "Israeli fighter jets flew low.", None, "Israeli fighter jets",
     "xb:airforce:IL", S),
    ("aircraft type", "Two Russian Su-34s hit the town.", None, "Russian Su-34s", "xb:airforce:RU", S),
    ("drone", "A Turkish drone hit a van.", None, "Turkish drone", "xb:airforce:TR", S),
    ("drone as attribute of the strike", "Turkish drone strikes hit a van.", None, "Turkish drone",
     "xb:airforce:TR", S),
    ("air force", "The Malian air force bombed it.", None, "Malian air force", "xb:airforce:ML", S),
    ("navy", "The Moroccan navy found a boat.", None, "Moroccan navy", "xb:navy:MA", S),
    ("police", "Bangladeshi police fired tear gas.", None, "Bangladeshi police", "xb:police:BD", S),
    ("police officers", "Three Haitian police officers died.", None, "Haitian police officers",
     "xb:police:HT", S),
    ("policeman", "A Somali policeman was shot dead.", None, "Somali policeman", "xb:police:SO", S),
    ("border guards", "Uzbek border guards shot a smuggler.", "UZ", "Uzbek border guards", "xb:border:UZ", S),
    ("Tajik border guards", "Tajik border guards opened fire.", None, "Tajik border guards",
     "xb:border:TJ", S),
    ("gendarmes", "Four Nigerien gendarmes were missing.", None, "Nigerien gendarmes",
     "xb:gendarmerie:NE", S),
    ("security forces", "Tunisian security forces raided it.", None, "Tunisian security forces",
     "xb:security:TN", S),
    ("government forces", "Libyan government forces shelled it.", None, "Libyan government forces",
     "xb:mil:LY", S),
    ("government", "The Colombian government agreed.", None, "Colombian government", "xb:gov:CO", S),
    ("ministry", "Iran's defence ministry denied it.", None, "Iran's defence ministry", "xb:gov:IR", S),
    ("intelligence", "Jordanian intelligence held him.", None, "Jordanian intelligence",
     "xb:intelligence:JO", S),
    ("officers", "An Israeli officer said so.", None, "Israeli officer", "xb:mil:IL", S),
    ("district police officer", "A district police officer died.", "PK", "district police officer",
     "xb:police:PK", S),
    ("bare officers", "Two officers died.", "PK", "officers", "xb:security:PK", S),
    ("capitalised ministry", "The Defence Ministry denied it.", "CO", "Defence Ministry", "xb:gov:CO", S),
    ("tribal fighters in Iraq", "Sunni tribal fighters held it.", "IQ", "Sunni tribal fighters",
     "xb:tribal_mobilization_forces", M),
    ("artillery", "Armenian artillery hit the ridge.", None, "Armenian artillery", "xb:mil:AM", S),
    ("elite attribute between", "Ugandan elite troops landed.", None, "Ugandan elite troops", "xb:mil:UG", S),
    ("troops from a country", "Troops from Rwanda crossed over.", None, "Troops from Rwanda", "xb:mil:RW", S),
    ("soldiers of an army", "Soldiers of the Ivorian army died.",
     None, "Soldiers of the Ivorian army", "xb:mil:CI", S),
    # --- forces without a country: the scene of the report decides
    ("bare army", "The army said it had won.", "MZ", "army", "xb:mil:MZ", S),
    ("bare soldiers", "Five soldiers were killed.", "CM", "soldiers", "xb:mil:CM", S),
    ("bare troops", "Troops entered the valley.", "PH", "Troops", "xb:mil:PH", S),
    ("bare police", "Police fired on the crowd.", "BD", "Police", "xb:police:BD", S),
    ("bare security forces", "Security forces found a bomb.", "EG", "Security forces", "xb:security:EG", S),
    ("bare government forces", "Government forces lost the hill.", "SY", "Government forces", "xb:mil:SY", S),
    ("bare government", "The government denied it.", "NE", "government", "xb:gov:NE", S),
    ("bare gendarmes", "Gendarmes stopped the bus.", "BF", "Gendarmes", "xb:gendarmerie:BF", S),
    ("jawans", "Three jawans were injured.", "IN", "jawans", "xb:mil:IN", S),
    ("warplanes", "Warplanes bombed the market.", "YE", "Warplanes", "xb:airforce:YE", S),
    ("army convoy", "A bomb hit an army convoy.", "CO", "army convoy", "xb:mil:CO", S),
    ("uniformed men", "Uniformed men took him away.", "MM", "Uniformed men", "xb:mil:MM", S),
    ("no scene, unknown", "The army said it had won.", None, "army", "xb:unidentified:army", S),
    ("army named just before",
     "The Turkish army crossed the border. The army said it had lost two men.", "SY", "army", "xb:mil:TR", S),
    ("police shares the adjective", "Kenyan soldiers and police died.", "SO", "police", "xb:police:KE", S),
    ("shared adjective, first", "Syrian and Russian warplanes hit it.", None, "Syrian", "xb:airforce:SY", S),
    ("shared adjective, second", "Syrian and Russian warplanes hit it.", None, "Russian warplanes",
     "xb:airforce:RU", S),
    # --- named services
    ("IDF", "The IDF said it fired back.", None, "IDF", "xb:mil:IL", S),
    ("FARDC", "FARDC soldiers fled.", None, "FARDC soldiers", "xb:mil:CD", S),
    ("Tatmadaw", "The Tatmadaw burned the village.", None, "Tatmadaw", "xb:mil:MM", S),
    ("Bundeswehr", "The Bundeswehr left the camp.", None, "Bundeswehr", "xb:mil:DE", S),
    ("CRPF personnel", "Two CRPF personnel were hurt.", "IN", "CRPF personnel", "xb:crpf", S),
    ("District Reserve Guard", "A member of the District Reserve Guard died.", "IN",
     "member of the District Reserve Guard", "xb:drg", S),
    ("Federal Police in Iraq", "Federal Police held the bridge.", "IQ", "Federal Police",
     "xb:federal_police_iraq", S),
    ("Revolutionary Guards", "Iran's Revolutionary Guards seized it.",
     None, "Iran's Revolutionary Guards", "xb:irgc", S),
    ("Frontier Corps", "Frontier Corps men were ambushed.", "PK", "Frontier Corps men",
     "xb:frontier_corps", S),
    ("MIT with agency", "Turkey's MIT intelligence agency killed him.", None,
     "Turkey's MIT intelligence agency", "xb:intelligence:TR", S),
    ("unknown task force", "Jaguar Task Force troops found it.", "CO", "Jaguar Task Force troops",
     "xb:new:jaguar_task_force", S),
    ("numbered division", "The 31st Division held the ridge.", "IQ", "31st Division",
     "xb:new:31st_division", S),
    ("unit of the army", "The army's 88th Infantry Brigade moved.", "PH", "88th Infantry Brigade",
     "xb:new:88th_infantry_brigade", S),
    # --- countries and capitals that act
    ("country as actor", "Turkey shelled two villages.", None, "Turkey", "xb:gov:TR", S),
    ("capital as government", "Baghdad said it would answer.", None, "Baghdad", "xb:gov:IQ", S),
    ("Kremlin", "The Kremlin denied it.", None, "Kremlin", "xb:gov:RU", S),
    ("demonym before an act", "Turkish shelling went on.", None, "Turkish", "xb:gov:TR", S),
    ("demonym before air strikes", "Israeli air strikes hit it.", None, "Israeli", "xb:gov:IL", S),
    # --- named groups
    ("group by acronym", "The PKK said it fired.", None, "PKK", "xb:pkk", R),
    ("group with fighters", "Six PKK fighters died.", None, "PKK fighters", "xb:pkk", R),
    ("fighters of the group", "Fighters of the PKK died.", None, "Fighters of the PKK", "xb:pkk", R),
    ("members of the group", "Members of Boko Haram came.", None, "Members of Boko Haram",
     "xb:boko_haram", R),
    ("suspected with the name", "Suspected Boko Haram gunmen came.",
     None, "Suspected Boko Haram gunmen", "xb:boko_haram", R),
    ("Daesh terrorists", "Daesh terrorists fled.", "IQ", "Daesh terrorists", "xb:islamic_state", R),
    ("IS in capitals", "IS militants took the dam.", "IQ", "IS militants", "xb:islamic_state", R),
    ("the Islamic State group", "The Islamic State group claimed it.", "SY", "Islamic State group",
     "xb:islamic_state", R),
    ("ISIL", "ISIL took the dam.", "IQ", "ISIL", "xb:islamic_state", R),
    ("title-case acronym", "Isis took the dam.", "IQ", "Isis", "xb:islamic_state", R),
    ("lower-case peshmerga", "The peshmerga fighters dug in.", "IQ", "peshmerga fighters", "xb:peshmerga", S),
    ("Kurdish peshmerga", "Kurdish Peshmerga forces dug in.", "IQ", "Kurdish Peshmerga forces",
     "xb:peshmerga", S),
    ("name with acronym", "The Kurdistan Workers' Party (PKK) did it.",
     None, "Kurdistan Workers' Party (PKK)", "xb:pkk", R),
    ("typographic apostrophe", "The Kurdistan Workers’ Party did it.",
     None, "Kurdistan Workers’ Party", "xb:pkk", R),
    ("backer is not the actor", "US-backed Syrian Democratic Forces won.", None,
     "US-backed Syrian Democratic Forces", "xb:sdf", R),
    ("apposition", "The rebel group JNIM claimed it.", "ML", "rebel group JNIM", "xb:jnim", R),
    # --- one acronym, several bodies: the scene decides
    ("SNA in Syria", "The SNA took the hill.", "SY", "SNA", "xb:sna", R),
    ("SNA in Somalia", "The SNA took the hill.", "SO", "SNA", "xb:mil:SO", S),
    ("SAF in Sudan", "The SAF bombed the market.", "SD", "SAF", "xb:mil:SD", S),
    ("IAF in India", "The IAF scrambled jets.", "IN", "IAF", "xb:airforce:IN", S),
    ("IAF in Israel", "The IAF scrambled jets.", "IL", "IAF", "xb:airforce:IL", S),
    ("ISI in Pakistan", "The ISI held him.", "PK", "ISI", "xb:intelligence:PK", S),
    ("VDP in Burkina Faso", "Eleven VDP died.", "BF", "VDP", "xb:vdp", P),
    # --- definite words for a group named before
    ("the group", "Boko Haram took the town. The group burned it.", None, "group", "xb:boko_haram", R),
    ("the militants", "Boko Haram took the town. The militants burned it.", None, "militants",
     "xb:boko_haram", R),
    ("the rebels", "The PKK took the town. The rebels burned it.", None, "rebels", "xb:pkk", R),
    ("the jihadists", "JNIM took the town. The jihadists burned it.", "ML", "jihadists", "xb:jnim", R),
    ("its fighters", "The PKK said its fighters died.", None, "fighters", "xb:pkk", R),
    ("bare militants, one group", "Militants hit a post. Boko Haram claimed it.", "NG",
     "Militants", "xb:boko_haram", R),
    ("the attackers were gunmen", "Gunmen shot a judge. The attackers fled.", "MX", "attackers",
     "xb:unidentified:gunmen", X),
    ("its is the subject's", "Boko Haram, unlike JNIM, buried its fighters.", "NG", "fighters",
     "xb:boko_haram", R),
    ("the attackers are not the victims", "Armed men shot three hunters. The attackers fled.",
     "ML", "attackers",
     "xb:unidentified:armed_men", X),
    ("no group is none to come back to",
     "Suspected rebels came. No group spoke. The attackers left.", "IN", "attackers",
     "xb:unidentified:suspected_rebels", R),
    ("the hunters as before", "Hunters met gunmen. The hunters fled.", "ML", "hunters",
     "xb:unidentified:hunters", P),
    ("tribes are no rebels", "JNIM took the town. The tribesmen fled.", "ML", "tribesmen",
     "xb:unidentified:tribesmen", M),
    ("spokesman of the coalition", "A coalition spokesman denied it.", "YE", "coalition spokesman",
     "xb:saudi_coalition",
     ActorKind.EXTERNAL),
    ("bombers of a state", "Russian bombers hit it.", "SY", "Russian bombers", "xb:mil:RU", S),
    # --- nobody knows who they are
    ("unidentified men", "Unidentified men burned the field.", "IQ", "Unidentified men",
     "xb:unidentified:unidentified_men", X),
    ("heavily armed men", "Heavily armed men came.", "PG", "Heavily armed men",
     "xb:unidentified:heavily_armed_men", X),
    ("Western official", "A Western official said so.", "IQ", "Western official",
     "xb:unidentified:western_official", S),
    ("bare gunmen", "Gunmen shot a judge.", "MX", "Gunmen", "xb:unidentified:gunmen", X),
    ("unidentified gunmen", "Unidentified gunmen shot a judge.", "IQ", "Unidentified gunmen",
     "xb:unidentified:unidentified_gunmen", X),
    ("armed men", "Armed men took the nurse.", "ML", "Armed men", "xb:unidentified:armed_men", X),
    ("suspected jihadists", "Suspected jihadists hit the post.", "BF", "Suspected jihadists",
     "xb:unidentified:suspected_jihadists", R),
    ("gunmen despite a named group", "JNIM is strong here. Gunmen shot a judge.", "ML", "Gunmen",
     "xb:unidentified:gunmen", X),
    ("bandits", "Bandits took forty pupils.", "NG", "Bandits", "xb:unidentified:bandits", P),
    ("tribesmen", "Tribesmen blocked the road.", "YE", "Tribesmen", "xb:unidentified:tribesmen", M),
    ("Iran-backed militias", "Iran-backed militias fired.", "IQ", "Iran-backed militias",
     "xb:unidentified:iran_backed_militias", P),
    # --- peoples whose forces depend on the country
    ("Kurdish forces in Iraq", "Kurdish forces dug in.", "IQ", "Kurdish forces", "xb:peshmerga", S),
    ("Kurdish fighters in Syria", "Kurdish fighters dug in.", "SY", "Kurdish fighters", "xb:sdf", R),
    ("Kurdish militants in Turkey", "Kurdish militants hit a post.", "TR", "Kurdish militants", "xb:pkk", R),
    # --- names that only the report knows
    ("unknown front", "The Amber Valley Liberation Front claimed it.", "IN", "Amber Valley Liberation Front",
     "xb:new:amber_valley_liberation_front", X),
    ("unknown front with of", "The Front for the Defence of Zerafun fired.", "IR",
     "Front for the Defence of Zerafun",
     "xb:new:front_for_defence_of_zerafun", X),
    ("short form of an unknown",
     "The Amber Valley Liberation Front (AVLF) came. The AVLF burned it.", "IN", "AVLF",
     "xb:new:amber_valley_liberation_front", X),
    ("calls itself", "A cell calling itself Sons of Tamar claimed it.", "LB",
     "cell calling itself Sons of Tamar", "xb:new:sons_of_tamar", X),
    ("unknown fighters", "Dozens of Marukan fighters came.", "PG", "Marukan fighters", "xb:new:marukan", X),
    ("unknown acronym", "The QXLA militants came.", "IN", "QXLA militants", "xb:new:qxla", R),
    ("unknown tribe", "Men of the Bani Zarouf tribe came.", "YE", "Men", "xb:civilians:YE", C),
    # --- people
    ("civilians", "Nine civilians died.", "SY", "civilians", "xb:civilians:SY", C),
    ("villagers", "Villagers fled.", "MM", "Villagers", "xb:civilians:MM", C),
    ("nationals", "Four Syrians died.", None, "Syrians", "xb:civilians:SY", C),
    ("adjective civilians", "Sudanese refugees fled.", "TD", "Sudanese refugees", "xb:civilians:SD", C),
    ("family", "A family of five died.", "PS", "family", "xb:civilians:PS", C),
    ("people", "Nine people died.", "UA", "people", "xb:civilians:UA", C),
    ("members of a family", "Six members of a family died.", "UA", "members of a family",
     "xb:civilians:UA", C),
    ("aid workers", "Two aid workers died.", "SS", "aid workers", "xb:civilians:SS", C),
    ("protesters", "Protesters blocked the road.", "PK", "Protesters", "xb:protesters:PK",
     ActorKind.PROTESTERS),
    ("rioters", "Rioters burned the post.", "BD", "Rioters", "xb:rioters:BD", ActorKind.RIOTERS),
    ("mob", "An angry mob burned the post.", "BD", "angry mob", "xb:rioters:BD", ActorKind.RIOTERS),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "scene", "phrase", "identity", "kind"), [r[1:] for r in ROWS], ids=[r[0] for r in ROWS]
)
def test_who(text: str, scene: str | None, phrase: str, identity: str, kind: ActorKind) -> None:
    found = actors_in(text, scene)
    assert phrase in found, sorted(found)
    assert (found[phrase].id, found[phrase].kind) == (identity, kind)


ALIAS_ROWS = [
    ("army has the government's name", "Iraqi soldiers fired.", "IQ", "Iraqi soldiers", "Government of Iraq"),
    ("army by other words", "Iraqi soldiers fired.", "IQ", "Iraqi soldiers", "Iraqi army"),
    ("air force is of the military", "A Turkish drone fired.", None, "Turkish drone",
     "Military Forces of Turkey"),
    ("police by other words", "Kenyan police fired.", None, "Kenyan police", "Police of Kenya"),
    ("country by its forces", "Turkey shelled it.", None, "Turkey", "Turkish forces"),
    ("civilians of a country", "Villagers fled.", "MM", "Villagers", "civilians"),
    ("head noun", "Suspected jihadists came.", "BF", "Suspected jihadists", "jihadists"),
    ("unidentified group of a country", "Gunmen came.", "ML", "Gunmen", "Unidentified Armed Group (Mali)"),
    ("rebels of a country", "Rebels came.", "CF", "Rebels", "Central African rebels"),
    ("the group by its names", "Boko Haram came. The group left.", None, "group", "Boko Haram"),
    ("acronym of an unknown", "The Amber Liberation Front (ALF) came.", "IN",
     "Amber Liberation Front (ALF)", "ALF"),
    ("unit of an army", "The 31st Division left.", "IQ", "31st Division", "Military Forces of Iraq"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "scene", "phrase", "name"), [r[1:] for r in ALIAS_ROWS], ids=[r[0] for r in ALIAS_ROWS]
)
def test_names(text: str, scene: str | None, phrase: str, name: str) -> None:
    actor = actors_in(text, scene)[phrase]
    assert name in (actor.name, *actor.aliases)
    assert actor.mention == phrase


def test_country_of_civilians_is_in_the_name() -> None:
    assert actors_in("Villagers fled.", "MM")["Villagers"].name == "Civilians (Myanmar)"


def test_generic_words_are_marked() -> None:
    found = actors_in("Gunmen shot Kenyan soldiers and villagers.", "SO")
    assert found["Gunmen"].generic
    assert found["villagers"].generic
    assert not found["Kenyan soldiers"].generic


def test_year_tells_a_dead_body_from_a_living_one() -> None:
    early = actors_in("The ISI claimed the bombing.", "IQ", 2008)["ISI"]
    assert early.id == "xb:is_iraq_old"


def test_two_groups_leave_bare_rebels_open() -> None:
    found = actors_in("The PKK and Boko Haram were named. Rebels took a bus.", "ML")
    assert found["Rebels"].generic


def test_mentions_cover_their_words() -> None:
    text = "Iraqi soldiers and the PKK fought; the militants of Daesh fled."
    sentences = split(text)
    report = Report("r", text, "0" * 64)
    for mention in resolve_actors(report, sentences, find_actors(text, sentences), ()):
        assert text[mention.start : mention.end] == mention.text


def test_a_village_is_no_party_from_elsewhere() -> None:
    text = "Shells hit al-Islah."
    sentences = split(text)
    place = Mention(MentionKind.PLACE, Span(11, 19), "al-Islah", place=Place("al-Islah", country="IQ"))
    report = Report("r", text, "0" * 64)
    assert not resolve_actors(report, sentences, find_actors(text, sentences), (place,))


@pytest.mark.parametrize(
    ("year", "identity"),
    [
        (2005, "xb:multi_national_force_iraq"),
        (2016, "xb:combined_joint_task_force_operation_inherent_resolve"),
    ],
)
def test_the_coalition_is_that_of_its_time(year: int, identity: str) -> None:
    assert actors_in("The coalition bombed the bridge.", "IQ", year)["coalition"].id == identity


def test_every_local_meaning_is_a_known_body() -> None:
    for meanings in vocab.meanings().values():
        for meaning in meanings:
            assert meaning.actor in vocab.bodies(), meaning


def test_names_in_other_data_sets_are_told_apart_and_go_into_the_record() -> None:
    named = [body for body in vocab.bodies().values() if body.ucdp or body.acled]
    assert len(named) > 80
    assert len({body.ucdp for body in named if body.ucdp}) == len([body for body in named if body.ucdp])
    assert "Taleban" in actors_in("Taliban fighters fled.", "AF", 2019)["Taliban fighters"].aliases


def test_the_vocabulary_is_world_wide() -> None:
    bodies = vocab.written_bodies().values()
    assert len(bodies) > 3000
    assert len({body.country for body in bodies}) > 120


WHY = [
    ("The Chadian army said it had won.", None, "Chadian army", "country told"),
    ("The army said it had won.", "NE", "army", "country of the scene"),
    ("Iraqi soldiers and police died.", None, "police", "shares the country of the phrase before"),
    ("Kenyan troops left. The troops had won.", "SO", "troops", "named with its country just before"),
    ("Islamic State fighters fled.", "IQ", "Islamic State fighters", "its name"),
    ("The Blue Valley Front attacked.", "ML", "Blue Valley Front", "to be reviewed"),
    ("Al-Shabaab attacked. The militants fled.", "SO", "militants", "comes back to whom"),
    ("Villagers fled.", "ML", "Villagers", "word for civilians"),
    ("Gunmen fled.", "ML", "Gunmen", "does not say who they are"),
    ("The coalition bombed the bridge.", "YE", "coalition", "means in the country of the scene"),
    ("Al-Shabaab attacked. Its fighters fled.", "SO", "fighters", "belongs to whom"),
    ("Turkey attacked the base.", None, "Turkey", "a country that acts"),
    ("A rocket hit. Western officials said so.", "ML", "Western officials", "of another state"),
]


@pytest.mark.parametrize(("text", "scene", "phrase", "why"), WHY, ids=[row[3] for row in WHY])
def test_each_resolution_says_why(text: str, scene: str | None, phrase: str, why: str) -> None:
    found = actors_in(text, scene, 2019)
    assert all(actor.reasons for actor in found.values())
    assert why in " ".join(found[phrase].reasons)
