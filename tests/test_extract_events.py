"""What kind of event, between whom, where and when: one or two invented sentences a row."""

from __future__ import annotations

import pytest

from extract_cases import Case, Gap, Told, case, check, rows

TYPES = [
    case(
        "armed clash: mutual verb",
        "Soldiers clashed with insurgents near Maiduguri on Tuesday.",
        Told("armed_clash", a="soldiers", b="insurgents", place="Maiduguri", date="2019-05-14"),
    ),
    case(
        "armed clash: gun battle between two bodies",
        "A gun battle broke out between Kenyan police and al-Shabaab militants in Garissa on Monday.",
        Told("armed_clash", a="police", b="shabaab", place="Garissa", date="2019-05-13"),
    ),
    case(
        "armed clash: gunmen kill on-duty police",
        "Gunmen killed two policemen in Peshawar on Tuesday.",
        Told("armed_clash", a="gunmen", b="police", deaths="b2", place="Peshawar"),
    ),
    case(
        "armed clash: ambush of a convoy",
        "Rebels ambushed an army convoy near Bambari on Wednesday, killing four soldiers.",
        Told("armed_clash", a="rebels", b="military", deaths="b4", place="Bambari", date="2019-05-15"),
    ),
    case(
        "armed clash: attack beaten back",
        "Troops beat back an assault by jihadists on the garrison town of Gao on Sunday.",
        Told("armed_clash", a="troops", b="jihadists", place="Gao", date="2019-05-12"),
    ),
    case(
        "armed clash: a weekday before the actor is no part of its name",
        "On Tuesday militants attacked an army post near Gao, killing four soldiers.",
        Told("armed_clash", a="militants", b="army", deaths="b4", place="Gao", date="2019-05-14"),
    ),
    case(
        "property: set on fire, the verb before its object",
        "On Monday rebels set a school and two shops on fire near Bambari.",
        Told("looting_property_destruction", a="rebels", place="Bambari", date="2019-05-13"),
    ),
    case(
        "displacement: families leave a town",
        "More than 2,000 families have left the town of Tessalit, the relief office said on Tuesday.",
        Told("displacement", place="Tessalit", by="relief office"),
    ),
    case(
        "displacement: households reach a town",
        "Some 640 households from six villages have reached Gao since Sunday.",
        Told("displacement", place="Gao"),
    ),
    case(
        "base: a camp is to be opened",
        "The army will open a new camp near Gao on Monday, the defence minister said.",
        Told("base_established", "planned", a="army", place="Gao", date="2019-05-20", by="minister"),
    ),
    case(
        "withdrawal: peacekeepers leave their base",
        "UN peacekeepers left their base in Tessalit on Tuesday.",
        Told("withdrawal", a="UN", place="Tessalit", date="2019-05-14"),
    ),
    case(
        "violent demonstration: rioters and police",
        "Rioters clashed with police in Nairobi on Wednesday.",
        Told("violent_demonstration", a="rioters", b="police", place="Nairobi"),
    ),
    case(
        "property: what burns is no casualty",
        "The houses of two lawmakers were burned in Jessore on Tuesday.",
        Told("looting_property_destruction", injured="", place="Jessore"),
    ),
    case(
        "armed clash: a district called Tank is no tank",
        "An officer was martyred and three terrorists were killed in Tank district on Monday.",
        Told("armed_clash", deaths="a1 b3", place="Tank"),
    ),
    case(
        "non-state actor takes territory: they, the rebels",
        "The rebels said they had captured the town of Bria on Monday.",
        Told("nonstate_takes_territory", a="rebels", place="Bria", date="2019-05-13", by="rebels"),
    ),
    case(
        "government regains territory: its liberation is welcomed",
        "The foreign secretary welcomed the liberation of Palmyra by Syrian forces on Tuesday.",
        Told("government_regains_territory", a="Syria", place="Palmyra"),
    ),
    case(
        "agreement: reached yesterday between two sides",
        "The minister welcomed the agreement reached yesterday between Yemen's government and the Houthis.",
        Told("agreement", a="Yemen", b="Houthi", date="2019-05-16"),
    ),
    case(
        "talks: meetings will take place between two sides",
        "A series of meetings will take place in Doha on Monday between the Taliban and Afghan officials.",
        Told("talks", "planned", a="Taliban", b="Afghan", place="Doha", date="2019-05-20"),
    ),
    case(
        "bombing: a claim that tells what it claims",
        "Islamic State claimed responsibility for the bombing of a mosque in Kabul on Friday that killed 27.",
        Told("ied", a="Islamic State", deaths="u27", place="Kabul"),
    ),
    case(
        "attack: one of two who were fired on",
        "Gunmen opened fire on two traders near Gao on Monday, killing one of them.",
        Told("attack", a="gunmen", deaths="c1", place="Gao"),
    ),
    case(
        "attack: gunmen storm through a town",
        "Members of the Gran Grif gang stormed through Pont-Sonde on Thursday, killing at least 70 people.",
        Told("attack", a="gang", deaths="c70+", place="Pont-Sonde"),
    ),
    case(
        "looting: a group's name holds no scene",
        "Suspected Kuki militants torched 17 houses in Jiribam on Thursday.",
        Told("looting_property_destruction", a="Kuki", place="Jiribam"),
    ),
    case(
        "government regains territory: recaptured",
        "The Iraqi army recaptured Rutba from Islamic State on Monday.",
        Told("government_regains_territory", a="Iraq", b="Islamic State", place="Rutba", date="2019-05-13"),
    ),
    case(
        "government regains territory: took back control",
        "Afghan forces regained control of Kunduz on Thursday after driving out the Taliban.",
        Told("government_regains_territory", a="Afghan", b="Taliban", place="Kunduz", date="2019-05-16"),
    ),
    case(
        "government regains territory: passive",
        "The town of Mocimboa da Praia was retaken by Mozambican troops on Sunday.",
        Told("government_regains_territory", a="Mozambi", place="Praia", date="2019-05-12"),
    ),
    case(
        "non-state actor takes territory: captured",
        "M23 rebels captured the town of Bunagana on Monday after two days of fighting.",
        Told("nonstate_takes_territory", a="M23", place="Bunagana", date="2019-05-13"),
    ),
    case(
        "non-state actor takes territory: overran",
        "Boko Haram fighters overran the fishing town of Baga on Saturday.",
        Told("nonstate_takes_territory", a="Boko Haram", place="Baga", date="2019-05-11"),
    ),
    case(
        "air strike: noun as subject",
        "An air strike on a market in Saada killed nine traders on Monday.",
        Told("air_strike", deaths="c9", place="Saada", date="2019-05-13"),
    ),
    case(
        "air strike: jets bombed",
        "Ethiopian jets bombed a fuel depot in Mekelle on Tuesday.",
        Told("air_strike", a="Ethiopia", deaths="", place="Mekelle", date="2019-05-14"),
    ),
    case(
        "air strike: drone hits a car",
        "A drone hit a car near Marib on Sunday, killing two suspected al-Qaeda members.",
        Told("air_strike", b="Qaeda", deaths="b2", place="Marib", date="2019-05-12"),
    ),
    case(
        "air strike: helicopters dropped barrel bombs",
        "Helicopters dropped barrel bombs on Saraqib on Thursday.",
        Told("air_strike", place="Saraqib", date="2019-05-16"),
    ),
    case(
        "shelling: verb",
        "Rebels shelled the airport of Tripoli for an hour on Wednesday.",
        Told("shelling", a="rebels", place="Tripoli", date="2019-05-15"),
    ),
    case(
        "shelling: rockets land",
        "Three rockets landed near the presidential palace in Kabul on Tuesday.",
        Told("shelling", deaths="", place="Kabul", date="2019-05-14"),
    ),
    case(
        "shelling: missile attack",
        "A Houthi missile attack on a camp near Marib killed eleven soldiers on Monday.",
        Told("shelling", a="Houthi", b="military|forces", deaths="b11", place="Marib"),
    ),
    case(
        "suicide bomb: blew himself up",
        "A man blew himself up outside a mosque in Quetta on Friday, killing seven worshippers.",
        Told("suicide_bomb", place="Quetta"),
    ),
    case(
        "suicide bomb: noun",
        "A suicide bombing at a checkpoint in Mogadishu killed five soldiers on Saturday.",
        Told("suicide_bomb", deaths="b5", place="Mogadishu", date="2019-05-11"),
    ),
    case(
        "suicide bomb: bomber in a car is no car bomb",
        "A suicide bomber rammed a car bomb into the gate of a police post in Kirkuk on Monday.",
        Told("suicide_bomb", place="Kirkuk", date="2019-05-13"),
    ),
    case(
        "bomb: roadside bomb",
        "A roadside bomb killed three soldiers near Tillaberi on Tuesday.",
        Told("ied", b="military|soldiers", deaths="b3", place="Tillaberi", date="2019-05-14"),
    ),
    case(
        "bomb: landmine",
        "A landmine blew up under a farm tractor near Cúcuta on Sunday, wounding two labourers.",
        Told("ied", deaths="", injured="c2", place="Cucuta", date="2019-05-12"),
    ),
    case(
        "bomb: car bomb",
        "A car bomb exploded in the centre of Medellín on Monday, injuring six passers-by.",
        Told("ied", injured="c6", place="Medellin", date="2019-05-13"),
    ),
    case(
        "bomb: a device went off",
        "An explosive device went off at a bus stop in Yala on Thursday.",
        Told("ied", place="Yala", date="2019-05-16"),
    ),
    case(
        "grenade: noun",
        "A grenade attack on a bar in Bujumbura killed two people on Saturday.",
        Told("grenade", deaths="u2", place="Bujumbura", date="2019-05-11"),
    ),
    case(
        "grenade: threw",
        "Two men threw a grenade into a café in Srinagar on Tuesday, wounding four customers.",
        Told("grenade", deaths="", injured="c4", place="Srinagar", date="2019-05-14"),
    ),
    case(
        "chemical weapon: chlorine",
        "Helicopters dropped barrels of chlorine on Saraqib on Sunday, and eleven people were hurt.",
        Told("chemical_weapon", injured="u11", place="Saraqib", date="2019-05-12"),
    ),
    case(
        "chemical weapon: gas attack",
        "A gas attack on the town of Khan Sheikhoun killed 30 people on Tuesday.",
        Told("chemical_weapon", deaths="u30", date="2019-05-14"),
    ),
    case(
        "attack: gunmen kill villagers",
        "Gunmen killed 14 villagers in Djibo on Wednesday.",
        Told("attack", a="gunmen", b="civilian", deaths="c14", place="Djibo", date="2019-05-15"),
    ),
    case(
        "attack: murder",
        "Militiamen murdered three teachers in Bria on Monday.",
        Told("attack", a="militiamen", b="civilian", deaths="c3", place="Bria"),
    ),
    case(
        "attack: hacked to death",
        "ADF rebels hacked nine farmers to death near Beni on Saturday.",
        Told("attack", a="ADF", b="civilian", deaths="c9", place="Beni", date="2019-05-11"),
    ),
    case(
        "abduction: kidnapped",
        "Bandits kidnapped eleven pupils from a boarding school in Zamfara on Thursday.",
        Told("abduction", a="bandits", deaths="", place="Zamfara", date="2019-05-16"),
    ),
    case(
        "abduction: passive",
        "Two aid workers were abducted in Bunia on Monday.",
        Told("abduction", b="civilian", deaths="", place="Bunia", date="2019-05-13"),
    ),
    case(
        "abduction: taken hostage",
        "Pirates took four sailors hostage off Bonny on Sunday.",
        Told("abduction", a="pirates", place="Bonny"),
    ),
    case(
        "sexual violence: raped",
        "Militiamen raped two women near Goma on Friday.",
        Told("sexual_violence", a="militiamen", b="civilian", deaths="", place="Goma"),
    ),
    case(
        "sexual violence: passive",
        "Six women were raped by soldiers in Torit on Tuesday, a nurse said.",
        Told("sexual_violence", a="military|soldiers", place="Torit", by="nurse"),
    ),
    case(
        "peaceful protest: marched",
        "Thousands of teachers marched through Conakry on Wednesday to demand higher pay.",
        Told("peaceful_protest", deaths="", place="Conakry", date="2019-05-15"),
    ),
    case(
        "peaceful protest: sit-in",
        "Students staged a sit-in outside the ministry in Algiers on Tuesday.",
        Told("peaceful_protest", place="Algiers", date="2019-05-14"),
    ),
    case(
        "protest with intervention: tear gas",
        "Riot police fired tear gas to disperse marchers in Harare on Thursday.",
        Told("protest_with_intervention", b="police", deaths="", place="Harare", date="2019-05-16"),
    ),
    case(
        "violent demonstration: burned tyres",
        "Youths burned tyres and threw stones at police in Port-au-Prince on Friday.",
        Told("violent_demonstration", place="Port-au-Prince"),
    ),
    case(
        "agreement: signed a ceasefire",
        "The government and the rebels signed a ceasefire in Bangui on Tuesday.",
        Told("agreement", place="Bangui", date="2019-05-14"),
    ),
    case(
        "agreement: truce reached",
        "Government negotiators and the ELN reached a truce in Quito on Monday.",
        Told("agreement", place="Quito", date="2019-05-13"),
    ),
    case(
        "arrests: police arrest",
        "Police arrested nine suspects in Mombasa on Tuesday.",
        Told("arrests", a="police", deaths="", place="Mombasa", date="2019-05-14"),
    ),
    case(
        "arrests: passive",
        "A newspaper editor was detained by police in Addis Ababa on Thursday.",
        Told("arrests", a="police", deaths="", place="Addis Ababa", date="2019-05-16"),
    ),
    case(
        "change to group: surrendered",
        "Seven Abu Sayyaf fighters surrendered to the army in Jolo on Wednesday.",
        Told("change_to_group", a="Abu Sayyaf", deaths="", place="Jolo", date="2019-05-15"),
    ),
    case(
        "change to group: defected",
        "A Taliban commander defected to the government in Ghazni on Sunday.",
        Told("change_to_group", a="Taliban", place="Ghazni", date="2019-05-12"),
    ),
    case(
        "disrupted weapons use: bomb defused",
        "Sappers defused a bomb beside a church in Cotabato on Monday.",
        Told("disrupted_weapons_use", deaths="", place="Cotabato", date="2019-05-13"),
    ),
    case(
        "disrupted weapons use: weapons seized",
        "Troops seized a cache of weapons in Kidal on Friday.",
        Told("disrupted_weapons_use", a="troops|military", place="Kidal"),
    ),
    case(
        "disrupted weapons use: missile intercepted",
        "Saudi air defences intercepted a ballistic missile over Riyadh on Tuesday.",
        Told("disrupted_weapons_use", a="Saudi", deaths="", place="Riyadh", date="2019-05-14"),
    ),
    case(
        "base established: set up a base",
        "Russian troops set up a base in Bambari on Wednesday.",
        Told("base_established", a="Russia", place="Bambari", date="2019-05-15"),
    ),
    case(
        "base established: outpost",
        "The army established an outpost near Buni Yadi on Monday.",
        Told("base_established", a="military|army", place="Buni Yadi"),
    ),
    case(
        "looting and destruction: torched",
        "Raiders torched fourteen shops in Malakal on Saturday.",
        Told("looting_property_destruction", a="raiders", deaths="", place="Malakal", date="2019-05-11"),
    ),
    case(
        "looting and destruction: looted",
        "Militiamen looted the hospital in Bor on Tuesday.",
        Told("looting_property_destruction", a="militiamen", deaths="", place="Bor", date="2019-05-14"),
    ),
    case(
        "deployment: deployed",
        "Chad deployed 800 soldiers to the border town of Adré on Thursday.",
        Told("deployment", a="Chad", deaths="", place="Adr", date="2019-05-16"),
    ),
    case(
        "deployment: sent troops",
        "The government sent troops to Guayaquil on Tuesday.",
        Told("deployment", a="government", place="Guayaquil", date="2019-05-14"),
    ),
    case(
        "withdrawal: withdrew",
        "Rebels withdrew from Goma on Saturday.",
        Told("withdrawal", a="rebels", place="Goma", date="2019-05-11"),
    ),
    case(
        "withdrawal: pulled out",
        "French forces pulled out of Gossi on Tuesday.",
        Told("withdrawal", a="France", place="Gossi", date="2019-05-14"),
    ),
    case(
        "operation: launched an offensive",
        "The army launched an offensive against the rebels near Beni on Wednesday.",
        Told("operation_launch", a="military|army", b="rebels", place="Beni", date="2019-05-15"),
    ),
    case(
        "operation: began an operation to clear",
        "Philippine marines began an operation to clear Patikul of Abu Sayyaf on Monday.",
        Told("operation_launch", a="Philippine", place="Patikul", date="2019-05-13"),
    ),
    case(
        "talks: met",
        "Envoys of the government and the Taliban met in Doha on Tuesday.",
        Told("talks", place="Doha", date="2019-05-14"),
    ),
    case(
        "talks: held talks",
        "Libyan and Turkish officials held talks in Tunis on Sunday.",
        Told("talks", place="Tunis", date="2019-05-12"),
    ),
    case(
        "displacement: fled",
        "Some 900 people fled the town of Macomia on Monday.",
        Told("displacement", deaths="", place="Macomia", date="2019-05-13"),
    ),
    case(
        "other: prisoners released",
        "The rebels released two nurses in Ouadda on Friday.",
        Told("other", a="rebels", b="civilian", deaths="", place="Ouadda"),
    ),
    case(
        "other: curfew",
        "The governor imposed a curfew in Maiduguri on Wednesday.",
        Told("other", deaths="", place="Maiduguri", date="2019-05-15"),
    ),
    case(
        "attack: passive with agent",
        "A priest was shot dead by unidentified men in Bamenda on Tuesday.",
        Told("attack", a="men", b="civilian", deaths="c1", place="Bamenda"),
    ),
    case(
        "excessive force: shot dead protesters",
        "Security forces shot dead four protesters in Mandalay on Saturday.",
        Told("excessive_force", a="security", b="protesters", deaths="c4", place="Mandalay"),
    ),
    case(
        "territory: taken and retaken in one sentence",
        "The rebels seized Rubaya on Sunday but government-allied fighters retook the town, residents said.",
        Told("nonstate_takes_territory", a="rebels", place="Rubaya"),
        Told("government_regains_territory", a="government-allied"),
    ),
]

SIDES = [
    case(
        "passive: agent is a, subject is b",
        "Two PKK militants were killed by Turkish soldiers near Hakkari on Tuesday.",
        Told("armed_clash", a="Turk", b="PKK", deaths="b2"),
    ),
    case(
        "relative clause names the actor",
        "Gunmen who attacked a church in Kaduna on Sunday killed nine worshippers.",
        Told("attack", a="gunmen", b="civilian", deaths="c9", place="Kaduna"),
    ),
    case(
        "genitive names the actor",
        "The Taliban's attack on a police post in Herat killed six officers on Monday.",
        Told("armed_clash", a="Taliban", b="officers", deaths="b6", place="Herat"),
    ),
    case(
        "demonym before the act names the actor",
        "Turkish shelling of Ain Issa killed three civilians on Monday.",
        Told("shelling", a="Turk", b="civilian", deaths="c3", place="Ain Issa"),
    ),
    case(
        "by-phrase behind a noun trigger",
        "An attack by Boko Haram on a village near Diffa killed 12 farmers on Tuesday.",
        Told("attack", a="Boko Haram", b="civilian", deaths="c12", place="Diffa"),
    ),
    case(
        "between: both sides of a clash",
        "Fighting between the Libyan National Army and militias loyal to the government left 15 "
        "fighters dead in Sirte.",
        Told("armed_clash", place="Sirte"),
    ),
    case(
        "two bodies act together",
        "Iraqi troops and Kurdish peshmerga attacked Islamic State positions near Kirkuk on Monday.",
        Told("armed_clash", a="Iraq|peshmerga", b="Islamic State", place="Kirkuk"),
    ),
    case(
        "participle names the actor",
        "Armed with machetes, ADF rebels attacked the village of Mbau on Sunday and killed six farmers.",
        Told("attack", a="ADF", b="civilian", deaths="c6"),
    ),
    case(
        "attack on an army camp",
        "Suspected Islamist militants attacked an army camp near Inates on Wednesday.",
        Told("armed_clash", a="militants", b="military|army", place="Inates", date="2019-05-15"),
    ),
    case(
        "country as actor",
        "Israel bombed a warehouse near Homs on Monday.",
        Told("air_strike", a="Israel", place="Homs", date="2019-05-13"),
    ),
    case(
        "coalition against a group",
        "A Saudi-led coalition air strike hit Houthi positions near Hodeidah on Sunday.",
        Told("air_strike", a="coalition", b="Houthi", place="Hodeidah", date="2019-05-12"),
    ),
    case(
        "an unnamed bomb has no side a",
        "A bomb exploded outside a bank in Athens on Tuesday.",
        Told("ied", a="", place="Athens", date="2019-05-14"),
    ),
    case(
        "speaker is no actor",
        "Two fishermen were killed in a drone strike near Gaza on Monday, the United Nations said.",
        Told("air_strike", a="", b="civilian", deaths="c2", by="United Nations"),
    ),
    case(
        "place is no actor",
        "Gunmen attacked a bus in Pakistan's Balochistan province on Tuesday, killing eight passengers.",
        Told("attack", a="gunmen", b="civilian", deaths="c8", place="Balochistan"),
    ),
    case(
        "joined verbs share their subject",
        "Bandits raided Tsafe on Saturday, killed seven farmers and burned the market.",
        Told("attack", a="bandits", b="civilian", deaths="c7", place="Tsafe"),
        Told("looting_property_destruction", a="bandits", place="Tsafe"),
    ),
    case(
        "headline without articles",
        "Rebels kill 12 soldiers in Casamance ambush",
        Told("armed_clash", a="rebels", b="soldiers|military", deaths="b12", place="Casamance"),
    ),
    case(
        "active: subject is a, object is b",
        "Turkish soldiers killed two PKK militants near Hakkari on Tuesday.",
        Told("armed_clash", a="Turk", b="PKK", deaths="b2"),
    ),
]

SCENES = [
    case(
        "the act's place, not the speaker's",
        "Gunmen killed a judge in Tumaco on Tuesday, officials in Bogotá said.",
        Told("attack", place="Tumaco", date="2019-05-14"),
    ),
    case(
        "the act's day, not the day of the saying",
        "The ministry said on Thursday that gunmen had killed three guards in Tikrit on Monday.",
        Told("armed_clash", place="Tikrit", date="2019-05-13"),
    ),
    case(
        "the victim's home is not the scene",
        "Two engineers from Lahore were abducted in Zhob on Wednesday.",
        Told("abduction", place="Zhob", date="2019-05-15"),
    ),
    case(
        "near a town",
        "A landmine killed a herder near Kidal on Monday.",
        Told("ied", deaths="c1", place="Kidal", date="2019-05-13"),
    ),
    case(
        "distance and bearing",
        "Militants attacked an army checkpoint 40 km north of Benghazi on Sunday.",
        Told("armed_clash", place="Benghazi", date="2019-05-12"),
    ),
    case(
        "town within a province",
        "Insurgents shelled the town of Azzan in Shabwa province on Tuesday.",
        Told("shelling", a="insurgents", place="Azzan", date="2019-05-14"),
    ),
    case(
        "no day told",
        "Gunmen attacked a bus near Turbat, killing four passengers.",
        Told("attack", date="", place="Turbat", deaths="c4"),
    ),
    case(
        "written date",
        "On 3 May 2019, soldiers killed six cattle herders in Barkin Ladi.",
        Told("attack", deaths="c6", place="Barkin Ladi", date="2019-05-03"),
    ),
    case(
        "yesterday",
        "A bomb killed two shopkeepers in Pattani yesterday.",
        Told("ied", deaths="c2", place="Pattani", date="2019-05-16"),
    ),
    case(
        "day of the funeral is not the day of the attack",
        "Mourners on Friday buried the nine miners whom gunmen killed in Harnai on Wednesday.",
        Told("attack", deaths="c9", place="Harnai", date="2019-05-15"),
    ),
]

ONE_OR_TWO = [
    case(
        "two incidents in one sentence: while",
        "Gunmen killed a teacher in Yala on Monday, while a bomb wounded two soldiers in Pattani on Tuesday.",
        Told("attack", place="Yala", date="2019-05-13", deaths="c1"),
        Told("ied", place="Pattani", date="2019-05-14", deaths="", injured="b2"),
    ),
    case(
        "two incidents in one sentence: semicolon",
        "Rebels shelled Sloviansk on Sunday, killing three people; a mine killed a farmer near "
        "Popasna on Monday.",
        Told("shelling", place="Sloviansk", deaths="u3", date="2019-05-12"),
        Told("ied", place="Popasna", deaths="c1", date="2019-05-13"),
    ),
    case(
        "two sentences, two incidents: elsewhere",
        "Militants attacked a post in Arhinda on Monday, killing two gendarmes. Elsewhere, a mine "
        "killed a driver near Dori.",
        Told("armed_clash", deaths="b2"),
        Told("ied", place="Dori", deaths="c1"),
    ),
    case(
        "two days, same town, two incidents",
        "A bomb killed two people in Jalalabad on Monday. On Tuesday, another bomb killed five "
        "people in the city.",
        Told("ied", deaths="u2", date="2019-05-13"),
        Told("ied", deaths="u5", date="2019-05-14", place="Jalalabad"),
    ),
    case(
        "the blast",
        "A bomb exploded in a market in Sehwan on Thursday. The blast killed eleven shoppers.",
        Told("ied", place="Sehwan", date="2019-05-16", deaths="c11"),
    ),
    case(
        "the attack",
        "Gunmen stormed a hotel in Kismayo on Friday. At least 13 people died in the attack.",
        Told("attack", a="gunmen", place="Kismayo", deaths="u13+"),
    ),
    case(
        "the raid, across paragraphs",
        "Bandits attacked the village of Kurfa on Tuesday.\n\nThe raid left six farmers dead.",
        Told("attack", a="bandits", deaths="c6", date="2019-05-14"),
    ),
    case(
        "the clashes",
        "Soldiers fought rebels near Djugu on Sunday. The clashes left three soldiers and nine rebels dead.",
        Told("armed_clash", a="soldiers|military", b="rebels", deaths="a3 b9", place="Djugu"),
    ),
    case(
        "outcome without an event of its own",
        "A suicide bomber struck a wedding hall in Kabul on Saturday. Sixty guests were killed.",
        Told("suicide_bomb", place="Kabul", date="2019-05-11"),
    ),
    case(
        "injured in the next sentence",
        "A shell hit a bus in Donetsk on Monday, killing eight passengers. Thirteen others were wounded.",
        Told("shelling", place="Donetsk", deaths="c8", injured="c13"),
    ),
    case(
        "bombing and gun attack together are one",
        "Militants set off a car bomb at the gate of a hotel in Mogadishu on Monday and then "
        "stormed in, killing ten guests.",
        Told("ied", a="militants", deaths="c10", place="Mogadishu"),
    ),
    case(
        "the attackers' arms are no second incident",
        "Armed with rifles and rockets, militants attacked a police station in Arua on Monday, "
        "killing two officers.",
        Told("armed_clash", a="militants", b="police|officers", deaths="b2", place="Arua"),
    ),
    case(
        "two incidents in one sentence: and, with two places",
        "A car bomb killed four people in Baghdad and gunmen shot dead a mayor in Baquba on Thursday.",
        Told("ied", place="Baghdad", deaths="u4"),
        Told("attack", place="Baquba", deaths="c1"),
    ),
    case(
        "two sentences, two incidents: separately",
        "A bomb killed three labourers in Quetta on Monday. Separately, gunmen shot dead a lawyer "
        "in Karachi.",
        Told("ied", place="Quetta", deaths="c3"),
        Told("attack", place="Karachi", deaths="c1"),
    ),
]

NEWS = [
    case(
        "assailants in a camp of the displaced",
        "Assailants armed with machetes killed 46 people in a camp for displaced families in Ituri "
        "on Sunday.",
        Told("attack", a="assailants", deaths="u46", place="Ituri", date="2019-05-12"),
    ),
    case(
        "two car bombs are one incident",
        "At least 17 people were killed and 43 injured when two car bombs went off in Azaz on Wednesday.",
        Told("ied", deaths="u17+", injured="u43", place="Azaz", date="2019-05-15"),
    ),
    case(
        "toll before the act",
        "Two Turkish soldiers were killed and three others wounded when PKK militants attacked a "
        "base in Sirnak.",
        Told("armed_clash", a="PKK", b="Turk", deaths="b2", injured="b3", place="Sirnak"),
    ),
    case(
        "exchange of fire with dead on both sides",
        "Nine insurgents and a police officer died in an exchange of fire in Kulgam district on Saturday.",
        Told("armed_clash", a="police", b="insurgents", deaths="a1 b9", place="Kulgam", date="2019-05-11"),
    ),
    case(
        "leaving N dead",
        "Herders raided four villages in Plateau State on Saturday, leaving 36 people dead.",
        Told("attack", deaths="u36", place="Plateau", date="2019-05-11"),
    ),
    case(
        "day before the verb",
        "Unknown gunmen on Thursday night abducted the wife of a banker in Ondo.",
        Told("abduction", a="gunmen", b="civilian|wife", place="Ondo", date="2019-05-16"),
    ),
    case(
        "bodies discovered",
        "The bodies of 15 men were discovered on the outskirts of Tarhuna on Sunday.",
        Told("attack", deaths="c15", place="Tarhuna", date="2019-05-12"),
    ),
    case(
        "when-clause tells the act",
        "Five children died when a shell hit their school in Taiz on Wednesday.",
        Told("shelling", deaths="c5", place="Taiz", date="2019-05-15"),
    ),
    case(
        "after-clause tells the act",
        "Three people were in hospital on Tuesday after a grenade was thrown into a bar in Cali.",
        Told("grenade", deaths="", place="Cali"),
    ),
    case(
        "in which",
        "Police are investigating an ambush in which two rangers were killed near Rutshuru on Monday.",
        Told("armed_clash", deaths="b2", place="Rutshuru", date="2019-05-13"),
    ),
    case(
        "air raids on two towns",
        "Saudi-led coalition jets bombed Saada and Hajjah on Monday, killing seven civilians.",
        Told("air_strike", a="coalition", deaths="c7", date="2019-05-13"),
    ),
    case(
        "clash with smugglers",
        "A border guard was killed in a shootout with smugglers near Zahedan on Tuesday.",
        Told("armed_clash", deaths="a1", place="Zahedan", date="2019-05-14"),
    ),
    case(
        "officers killed at a police post are of its side",
        "The Red Valley Army attacked a police outpost in Hpakant on Monday night, killing three officers.",
        Told("armed_clash", a="Red Valley", deaths="b3", place="Hpakant", date="2019-05-13"),
    ),
    case(
        "toll of the past day",
        "Two soldiers were killed in the past 24 hours in attacks by separatists near Avdiivka, "
        "the army said.",
        Told("armed_clash", a="separatists", deaths="b2", place="Avdiivka", by="army"),
    ),
    case(
        "driver and soldiers, sides from the vehicle",
        "Rebels fired on a bus near Bambari on Sunday, killing the driver and four passengers.",
        Told("attack", a="rebels", deaths="c5", place="Bambari", date="2019-05-12"),
    ),
    case(
        "a jet shot down",
        "A government fighter jet was shot down over Saraqib on Saturday.",
        Told("disrupted_weapons_use", deaths="", place="Saraqib", date="2019-05-11"),
    ),
    case(
        "flight after fighting between two sides",
        "Some 4,000 people fled Laukkai after fighting between the army and Kokang rebels broke "
        "out on Monday.",
        Told("displacement", place="Laukkai"),
        Told("armed_clash", a="military|army", b="rebels", date="2019-05-13"),
    ),
    case(
        "a claim that tells its incident",
        "Al-Shabaab claimed responsibility for Monday's attack on a clinic in Baidoa, in which "
        "a nurse was killed.",
        Told("attack", a="Shabaab", deaths="c1", place="Baidoa", date="2019-05-13"),
    ),
    case(
        "overrun base with the dead of its side",
        "Militants overran a base in Metele on Sunday, killing dozens of Nigerian soldiers, "
        "sources told AFP.",
        Told(
            "nonstate_takes_territory",
            a="militants",
            b="Nigeria",
            deaths="b12+",
            place="Metele",
            via="AFP",
        ),
    ),
]

NOTHING = [
    case("weather", "Heavy rain fell over Lagos on Tuesday and flooded two markets."),
    case("traffic accident", "A bus plunged into a ravine near Cusco on Monday, killing 20 passengers."),
    case("illness", "Cholera killed nine people in Hodeidah on Monday, doctors said."),
    case("earthquake", "An earthquake killed 40 people in Herat on Saturday."),
    case("heart attack", "The minister died of a heart attack in Nairobi on Friday."),
    case("election", "Voters in Abuja went to the polls on Saturday."),
    case("economy", "Oil prices rose on Tuesday after the summit in Vienna."),
    case("trial", "The trial of a militia leader accused of murder opened in Bangui on Tuesday."),
    case("arms sale", "The government bought two warplanes and forty tanks in Moscow on Tuesday."),
    case("visit", "The general visited wounded soldiers at a hospital in Donetsk on Monday."),
    case("report on a group", "The group, known for kidnapping tourists, is based near Jolo."),
    case("mine workers on strike", "Workers at a copper mine near Lusaka went back to work on Monday."),
    case("verdict", "A court in Ankara sentenced a journalist to two years in prison on Monday."),
    case("striking distance", "The harbour lies within striking distance of the capital."),
    case("charm offensive", "The president began a charm offensive in Brussels on Monday."),
    case("war of words", "The two ministers traded barbs in a war of words on Sunday."),
]

KNOWN_GAPS: list[Gap] = [
    Gap(
        "who hits a mine is taken for side a",
        case(
            "who hits a mine is acted upon",
            "An army convoy hit a mine between Gao and Kidal on Tuesday; three soldiers died.",
            Told("ied", a="", b="military|army", deaths="b3", date="2019-05-14"),
        ),
    ),
    Gap(
        "the incident of an after-clause is lost",
        case(
            "strike in answer to a rocket",
            "Israeli warplanes struck two Hamas posts in Rafah on Thursday after a rocket landed in "
            "Ashkelon.",
            Told("air_strike", a="Israel", b="Hamas", place="Rafah", date="2019-05-16"),
            Told("shelling", place="Ashkelon"),
        ),
    ),
    Gap(
        "of two weekdays the first is put after the report",
        case(
            "from one day to another",
            "Raiders killed 26 villagers near Barkin Ladi between Thursday and Saturday, police said.",
            Told("attack", a="raiders", deaths="c26", date="2019-05-09..2019-05-11", by="police"),
        ),
    ),
    Gap(
        "soldiers who leave a place are no withdrawal",
        case(
            "soldiers left a base",
            "The last French soldiers left Gossi on Friday.",
            Told("withdrawal", a="France", place="Gossi"),
        ),
    ),
    Gap(
        "an apposition does not tell the side",
        case(
            "leader of a group, by apposition",
            "Colombian troops killed Jairo Quinto, the leader of an ELN unit, in a raid near Arauca "
            "on Friday.",
            Told("armed_clash", a="Colombia", b="ELN", deaths="b1", place="Arauca"),
        ),
    ),
    Gap(
        'a weapon behind "by" does not name the type',
        case(
            "assassination of an official",
            "The deputy governor of Kabul was assassinated on Tuesday by a magnetic bomb attached "
            "to his car.",
            Told("ied", place="Kabul", date="2019-05-14"),
        ),
    ),
    Gap(
        "a killing that a court judges is told as new",
        case(
            "verdict on an old killing",
            "A court martial in Douala sentenced three soldiers on Monday for the killing of two "
            "women in 2015.",
        ),
    ),
    Gap(
        'a year before "bombing" is counted as the dead',
        case(
            "compensation",
            "Families of victims of the 2016 bombing received compensation in Tunis on Monday.",
        ),
    ),
    Gap(
        'a taker named behind "fell to" is lost',
        case(
            "non-state actor takes territory: fell to",
            "The district centre of Sangin fell to the Taliban on Wednesday.",
            Told("nonstate_takes_territory", a="Taliban", place="Sangin", date="2019-05-15"),
        ),
    ),
    Gap(
        'a reduced relative ("fired by") does not give side a',
        case(
            "shelling: mortars",
            "Mortar shells fired by separatists hit a school in Mariupol on Friday.",
            Told("shelling", a="separatists", place="Mariupol"),
        ),
    ),
    Gap(
        "arrests at a protest are told as a second event",
        case(
            "protest with intervention: arrests at a rally",
            "Police broke up the demonstration in Minsk on Sunday and arrested forty demonstrators.",
            Told("protest_with_intervention", b="police", place="Minsk", date="2019-05-12"),
        ),
    ),
    Gap(
        "a phrase trigger swallows its object",
        case(
            "excessive force: opened fire on protesters",
            "Soldiers opened fire on protesters in Khartoum on Monday, killing five of them.",
            Told(
                "excessive_force", a="military|soldiers", b="protesters", place="Khartoum", date="2019-05-13"
            ),
        ),
    ),
    Gap(
        "rioters as subject do not make a riot of arson",
        case(
            "violent demonstration: rioted",
            "Rioters set two buses on fire in Dakar on Tuesday.",
            Told("violent_demonstration", place="Dakar", date="2019-05-14"),
        ),
    ),
    Gap(
        "a mob as subject loses to the verb of killing",
        case(
            "mob violence: a mob beats",
            "A mob beat two suspected thieves to death in Kampala on Sunday.",
            Told("mob_violence", deaths="c2", place="Kampala", date="2019-05-12"),
        ),
    ),
    Gap(
        "a mob as subject loses to the verb of killing",
        case(
            "mob violence: communal",
            "An angry mob lynched a cattle trader in Jos on Wednesday.",
            Told("mob_violence", deaths="c1", place="Jos", date="2019-05-15"),
        ),
    ),
    Gap(
        "no trigger for handing a base over",
        case(
            "non-violent transfer: handed over",
            "United Nations peacekeepers handed over their base in Timbuktu to the Malian army on Monday.",
            Told("nonviolent_transfer", place="Timbuktu", date="2019-05-13"),
        ),
    ),
    Gap(
        '"without a fight" does not make a transfer of it',
        case(
            "non-violent transfer: entered without a fight",
            "Government troops entered Tal Rifaat on Sunday without a fight after the rebels handed "
            "over the town.",
            Told("nonviolent_transfer", place="Tal Rif", date="2019-05-12"),
        ),
    ),
    Gap(
        '"forced N families from their homes" is no trigger with words between',
        case(
            "displacement: forced from their homes",
            "Fighting forced 3,000 families from their homes in Masisi on Thursday.",
            Told("displacement", place="Masisi", date="2019-05-16"),
        ),
    ),
    Gap(
        "deaths by accident are taken for an attack",
        case("factory fire", "A fire at a garment factory in Dhaka killed eleven workers on Sunday."),
    ),
]


@pytest.mark.parametrize("row", rows(TYPES + SIDES + SCENES + ONE_OR_TWO + NEWS + NOTHING, KNOWN_GAPS))
def test_events(row: Case) -> None:
    check(row)
