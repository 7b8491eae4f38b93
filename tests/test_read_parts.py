# ruff: noqa: E501 -- a table reads best with one row a line
"""The parts of plain texts: furniture of every class is marked, told news is never lost."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crossbearing.flow.coding import annotate, code
from crossbearing.model import MentionKind, PartKind, RawReport, Report, Stamp
from crossbearing.model.records import report_from_record, report_to_record
from crossbearing.read import read
from crossbearing.read.furniture import Rule, furniture_class, opens_list, tables
from crossbearing.read.parting import part
from crossbearing.text.folding import fold

FIRST = (
    "Two soldiers and a driver were killed when a lorry ran over a mine near the market town of Arlo on Sunday,"
    " the governor said."
)
LAST = (
    "Nobody has claimed the blast, but the army says that rebels mined the road after they had left the town."
)
HEADLINE = "Mine kills three people near the market of Arlo"


def report(*paragraphs: str) -> Report:
    return read(RawReport("r", "\n\n".join(paragraphs)))


def kind_of(found: Report, words: str) -> PartKind:
    at = found.text.index(words)
    return found.part_at(at)


LINE_RULES = [*tables().lines.rules, *tables().unstamped.rules]


@pytest.mark.parametrize("rule", LINE_RULES, ids=lambda r: r.name)
def test_every_rule_knows_its_example(rule: Rule) -> None:
    assert rule.pattern.match(fold(rule.example))


@pytest.mark.parametrize("rule", tables().headings.rules, ids=lambda r: r.name)
def test_every_heading_opens_a_list(rule: Rule) -> None:
    assert opens_list(fold(rule.example)) == rule.name


@pytest.mark.parametrize("rule", LINE_RULES, ids=lambda r: r.name)
def test_example_under_a_report_is_furniture(rule: Rule) -> None:
    found = report(HEADLINE, FIRST, LAST, rule.example)
    assert kind_of(found, rule.example) is PartKind.FURNITURE


TOLD = [
    "Loaded rifles were found in the lorry.",
    "Copies of the order were burned in Arlo.",
    "Ad-Dali fell to the rebels on Friday.",
    "Ads for recruits hung in the barracks.",
    "Updated maps show the rebels north of the river.",
    "Translated documents show that five men were held.",
    "Terms and conditions of the ceasefire were broken on Sunday.",
    "The statement, posted on the group's Telegram channel, claimed five dead soldiers.",
    "Support our troops, the mayor told the crowd, and three men were shot.",
    "Register offices were burned down in Arlo and Bela.",
    "Share taxis were fired on near the bridge.",
    "Posters were torn down, and two boys were beaten.",
    "More than 40 people were hurt.",
    "Related attacks killed nine people in May.",
    "Comments by the minister set off a riot.",
    "Latest reports speak of nine dead.",
    "Next to the school a bomb went off.",
    "Source close to the army said that two men died.",
    "Tags of the dead soldiers were handed over.",
    "TU160 bombers struck the depot.",
    "Email threats were sent to the station.",
    "In pictures from the scene nine bodies can be seen.",
    "Print shops in Arlo were set on fire.",
    "Opinions differ over who fired first.",
    "Thanks to a guard, nobody died.",
    'Read the rebels\' answer: "We will burn it."',
    "Follow-up strikes killed four medics.",
    "Home guards shot two men in Bela.",
    "News of the raid reached Arlo at noon.",
    "Watch towers were blown up along the border.",
]


@pytest.mark.parametrize("sentence", TOLD)
def test_told_sentences_are_no_furniture(sentence: str) -> None:
    assert furniture_class(fold(sentence)) is None
    assert opens_list(fold(sentence)) is None
    assert kind_of(report(HEADLINE, FIRST, sentence, LAST), sentence) is PartKind.BODY


def test_head_of_a_wire_report() -> None:
    found = report(
        "PERU-MINES (2nd lead, adds governor)\n03/03/2013 17:42 GMT",
        HEADLINE,
        "ARLO, Peru, March 3 (NWP) - " + FIRST,
    )
    assert [p.kind.value for p in found.parts] == ["furniture", "byline", "headline", "dateline", "body"]
    assert found.dateline_text == "ARLO, Peru"
    assert kind_of(found, "Two soldiers") is PartKind.BODY


def test_outlet_and_section_above_the_headline_are_furniture() -> None:
    found = report(
        "VALLEY MAIL\nHome | Valley | Sport | Weather\nSecurity", HEADLINE, "By A. Mora in Arlo", FIRST, LAST
    )
    assert [p.kind.value for p in found.parts] == ["furniture", "headline", "byline", "body"]
    assert found.title == HEADLINE
    assert found.byline == "By A. Mora in Arlo"


def test_section_names_over_a_short_headline() -> None:
    found = report("News", "Attacks on schools in Arlo", FIRST, LAST)
    assert found.title == "Attacks on schools in Arlo"
    assert kind_of(found, "News") is PartKind.FURNITURE


def test_deck_under_the_headline() -> None:
    found = report(HEADLINE, "Governor blames rebels who left the town a week ago", FIRST, LAST)
    assert kind_of(found, "Governor blames") is PartKind.STANDFIRST


def test_clock_and_its_day_are_furniture() -> None:
    found = report(
        "Last Update 8:05\nMonday, 06 May 2013", HEADLINE, "NWP , Wednesday 19 Oct 2011", FIRST, LAST
    )
    assert kind_of(found, "Monday, 06 May 2013") is PartKind.FURNITURE
    assert kind_of(found, "NWP , Wednesday") is PartKind.BYLINE


def test_list_of_headlines_amid_the_report() -> None:
    found = report(
        HEADLINE,
        FIRST,
        "Recommended Stories",
        "list 1 of 2Ferry sinks on the Sable",
        "Goat wins prize again",
        LAST,
    )
    assert kind_of(found, "Goat wins") is PartKind.FURNITURE
    assert kind_of(found, "Nobody has claimed") is PartKind.BODY


def test_short_sentence_ends_a_list_of_headlines() -> None:
    found = report(
        HEADLINE, FIRST, "Read also", "Goat wins prize again", "The army later denied all of it.", LAST
    )
    assert kind_of(found, "The army later") is PartKind.BODY


def test_headlines_with_no_heading_at_the_end() -> None:
    others = [
        "Ferry sinks on the Sable with nine aboard",
        "Goat wins prize for the third time",
        "Nurses freed by rebels, Jan 12",
    ]
    found = report(HEADLINE, FIRST, LAST, *others)
    assert all(kind_of(found, line) is PartKind.FURNITURE for line in others)


def test_list_that_the_report_announces_is_told() -> None:
    deaths = [
        "January: three people killed in Arlo",
        "February: one man killed in Bela",
        "March: two boys hurt by a mine",
    ]
    found = report(HEADLINE, FIRST, LAST, "This is what the office has counted:", *deaths)
    assert all(kind_of(found, line) is PartKind.BODY for line in deaths)


def test_report_of_bare_lines_is_told() -> None:
    lines = [
        "Daily record of the Arlo watch",
        "Two men shot dead near Bela",
        "Mine kills a boy in Corro",
        "Bus held up in Arlo",
    ]
    found = report(*lines)
    assert [kind_of(found, line).value for line in lines] == ["headline", "body", "body", "body"]


def test_readers_comments_run_to_the_end() -> None:
    found = report(
        HEADLINE,
        FIRST,
        LAST,
        "3 comments",
        "Pedro",
        "My cousin was shot there too, and nobody wrote about it.",
    )
    assert kind_of(found, "My cousin") is PartKind.FURNITURE


def test_wrapped_paragraphs_are_judged_whole() -> None:
    text = (
        "Mine kills three near Arlo\n\nTwo soldiers and a driver were killed when a lorry ran over\na mine near the"
        " town of Arlo. On the same day and not far away\nfrom there a bus was held up by men who wore the uniforms of\n"
        "the army, and the governor said that he had sent for help but\nthat none had come.\n"
    )
    found = read(RawReport("r", text))
    assert [p.kind.value for p in found.parts] == ["headline", "body"]


def test_head_and_foot_of_a_press_release() -> None:
    found = report(
        "FOR IMMEDIATE RELEASE\nRelease No: 17-204\nMedia contact:\nCapt. Ana Ruiz\npress@mod.example",
        HEADLINE, FIRST, LAST, "# # #",
    )  # fmt: skip
    kinds = [p.kind.value for p in found.parts]
    assert kinds == ["press_head"] * 5 + ["headline", "body", "furniture"]
    assert found.title == HEADLINE


def test_bullets_are_items() -> None:
    items = (
        "- Two men were shot dead in Arlo.",
        "- A mine killed a boy near Bela.",
        "- Three lorries were burned.",
    )
    found = report(HEADLINE, FIRST, *items, LAST)
    assert [kind_of(found, item) for item in items] == [PartKind.LIST_ITEM] * 3
    assert kind_of(report(HEADLINE, FIRST, items[0], LAST), items[0]) is PartKind.BODY  # one dash is no list


def test_each_bullet_tells_its_own_scene() -> None:
    text = (
        "The police and the army reported these incidents from the province, officials said in a digest:\n\n"
        "- Gunmen shot dead two policemen in Kirkuk on 2 May 2016.\n\n- A roadside bomb killed three soldiers.\n\n"
        "- Militants attacked a checkpoint near Tikrit and killed four soldiers."
    )
    places = [a.place.name if a.place else None for a in code(RawReport("r", text)).accounts]
    assert places == ["Kirkuk", None, "Tikrit"]


def test_quoted_mail_is_a_quotation() -> None:
    found = report(HEADLINE, FIRST, "> We never mined that road, whatever the army says of us.", LAST)
    assert kind_of(found, "> We never") is PartKind.QUOTATION


def test_menus_as_plain_lines() -> None:
    menu = ("Ministries", "Services", "Laws and rules", "News room", "Tenders")
    found = report("\n".join(menu), HEADLINE, FIRST, LAST, "\n".join(menu))
    assert [p.kind.value for p in found.parts] == ["furniture", "headline", "body", "furniture"]


def test_names_that_the_report_announces_are_told() -> None:
    names = ("Pedro Sant", "Ana Mora", "Ivo Ruiz", "Lena Ferro")
    found = report(HEADLINE, FIRST, LAST, "The dead are:", *names)
    assert all(kind_of(found, name) is PartKind.BODY for name in names)


ENTRIES = [
    ("clocks alone", "16:30\n\n{0}\n\n11:15\n\n{1}", ["T16:30", "T11:15"]),
    ("halves of the day", "4:30 pm GMT\n\n{0}\n\n11.15am\n\n{1}", ["T16:30", "T11:15"]),
    ("days as headings", "9 May 2017\n\n16:30\n\n{0}\n\n8 May 2017\n\n19:00\n\n{1}", ["2017-05-09T16:30", "2017-05-08T19:00"]),
    ("day and clock", "9 May 2017, 16:30\n\n{0}\n\n8 May 2017, 19:00\n\n{1}", ["2017-05-09T16:30", "2017-05-08T19:00"]),
    ("clocks before the words", "16:30 - {0}\n\n11:15 - {1}\n\n09:00 - {1}", ["T16:30", "T11:15", "T09:00"]),
    ("clock in brackets", "[16:30] {0}\n\n[11:15] {1}\n\n[09:00] {1}", ["T16:30", "T11:15", "T09:00"]),
    ("how long ago", "2 hours ago\n\n{0}\n\n5h ago\n\n{1}\n\n7h ago\n\n{1}", ["", "", ""]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "stamps"), [e[1:] for e in ENTRIES], ids=[e[0] for e in ENTRIES])
def test_entries_of_a_live_page_pasted_as_text(text: str, stamps: list[str]) -> None:
    found = report(HEADLINE, text.format(FIRST, LAST))
    entries = [p for p in found.parts if p.kind is PartKind.LIVE_ENTRY]
    assert [str(p.stamp) for p in entries] == stamps
    assert all(found.text[p.start : p.end] in (FIRST, LAST) for p in entries)


def test_yesterday_over_an_entry_counts_from_the_page() -> None:
    text = f"{HEADLINE}\n\n16:30\n\n{FIRST}\n\nYesterday, 19:00\n\n{LAST}\n\n8 May, 11:00\n\n{FIRST}"
    known = read(RawReport("r", text, metadata={"published": "2017-05-10"}))
    assert [str(p.stamp) for p in known.parts if p.stamp] == [
        "T16:30",
        "2017-05-09T19:00",
        "2017-05-08T11:00",
    ]
    unknown = read(RawReport("r", text))
    assert [str(p.stamp) for p in unknown.parts if p.stamp] == ["T16:30", "T19:00", "T11:00"]


def test_clock_of_a_report_makes_no_live_page() -> None:
    found = report(HEADLINE, "14:05 GMT", FIRST, LAST, "Updated 15:10")
    assert not any(p.kind is PartKind.LIVE_ENTRY for p in found.parts)


def test_days_of_an_entry_are_counted_from_its_stamp() -> None:
    text = f"{HEADLINE}\n\n9 May 2017, 16:30\n\nTwo men were shot yesterday.\n\n2 May 2017, 19:00\n\nA boy died on Monday."
    document = annotate(RawReport("r", text))
    days = {m.text: str(m.date.start) for m in document.of_kind(MentionKind.TIME) if m.date}
    assert (days["yesterday"], days["Monday"]) == ("2017-05-08", "2017-05-01")


STAMPS = ("2016-03-12", "2016-03-12T14:05", "T14:05", "")


@pytest.mark.parametrize("written", STAMPS)
def test_stamps_are_written_and_read_back(written: str) -> None:
    assert str(Stamp.parse(written)) == written


def test_parts_with_stamps_survive_the_ledger() -> None:
    found = report(HEADLINE, f"9 May 2017, 16:30\n\n{FIRST}\n\n8 May 2017, 19:00\n\n{LAST}")
    assert report_from_record(report_to_record(found)).parts == found.parts


CAPTIONS = [
    ("tells a day", "Smoke over Arlo after an air strike on October 24, 2011 (Photo: NWP)", PartKind.CAPTION),
    ("tells who says so", "Planes bombed the market of Arlo, rescuers told Valley Mail [A. Mora/Valley Mail]", PartKind.CAPTION),
    ("names what is seen", "Mourners carry a coffin through Arlo [A. Mora/Valley Mail]", PartKind.FURNITURE),
    ("from the archive", "File photo: soldiers after the attack on Bela that killed nine on 3 May 2009", PartKind.FURNITURE),
    ("illustration", "A lorry burns near Bela. Photo used for illustrative purposes. (Photo: NWP)", PartKind.FURNITURE),
    ("earlier event", "Former army shelling on the outskirts of Bela", PartKind.FURNITURE),
    ("credit of a soldier", "Men of the 3rd Company cross the Sable (Sgt. A. Mora/U.S. Army)", PartKind.FURNITURE),
    ("stock agency", "A soldier stands at a checkpoint near Bela. Stock photo/Getty Images", PartKind.FURNITURE),
    ("year long gone", "Photo: soldiers in Corro after the raid of 2009", PartKind.FURNITURE),
    ("weekday and toll", "A burned lorry in Bela, where nine people died on Friday (Photo: NWP)", PartKind.CAPTION),
    ("archive behind a dash", "The bridge of Bela - North Press/archive", PartKind.FURNITURE),
    ("only an agency behind a dash", "Men look at the damage in Bela - Reuters", PartKind.FURNITURE),
]  # fmt: skip


@pytest.mark.parametrize(("line", "kind"), [c[1:] for c in CAPTIONS], ids=[c[0] for c in CAPTIONS])
def test_captions(line: str, kind: PartKind) -> None:
    assert kind_of(report(HEADLINE, line, FIRST, LAST), line[:20]) is kind


def test_credit_and_note_are_cut_off_a_caption() -> None:
    caption = (
        "ATTENTION EDITORS - VISUALS OF DEATH A man looks at the wreck of a lorry in Arlo, March 12, 2011. At least one"
        " soldier was killed, police said. REUTERS/A. Mora Image Credit: REUTERS"
    )
    found = report(caption, FIRST, LAST)
    kinds = [(found.text[p.start : p.end].split()[0], p.kind.value) for p in found.parts[:3]]
    assert kinds == [("ATTENTION", "furniture"), ("A", "caption"), ("REUTERS/A.", "furniture")]


DATELINES = [
    ("place, country, day, agency", "ARLO, Peru, March 3 (NWP) - Two men died.", "ARLO, Peru"),
    ("place (country), day (agency)", "Arló (Peru), 3 Mar (NWP).- Two men died.", "Arló (Peru)"),
    ("place (agency)", "Arlo (NWP) – Two men died.", "Arlo"),
    ("capitals and a dash", "ARLO - Two men died.", "ARLO"),
    ("capitals and a country", "ARLO, Peru — Two men died.", "ARLO, Peru"),
    ("place, country and a dash", "Arlo, Peru – Two men died.", "Arlo, Peru"),
    ("capitals and a colon", "NORTH SABLE: Two men died.", "NORTH SABLE"),
    ("a colon", "Arlo: Two men died.", "Arlo"),
    ("province and a colon", "Upper Sable province: Two men died.", "Upper Sable province"),
    ("double place", "ARLO/BELA, March 3 (NWP) - Two men died.", "ARLO/BELA"),
    ("agency between slashes", "ARLO, March 3 /NWP/ - Two men died.", "ARLO"),
    ("agency in the place of the country", "Arlo, SANA- Two men died.", "Arlo"),
    ("label", "UPDATE: Two men died.", None),
    ("an agency speaks", "SANA: two men died in it.", None),
    ("a common word", "Meanwhile: two men died.", None),
    ("a told sentence", "Arlo fell on Sunday.", None),
    ("speaker", "He said: two men died.", None),
]  # fmt: skip


@pytest.mark.parametrize(("opening", "place"), [d[1:] for d in DATELINES], ids=[d[0] for d in DATELINES])
def test_dateline_places(opening: str, place: str | None) -> None:
    found = report(HEADLINE, f"{opening} {FIRST}", LAST)
    assert found.dateline_text == place
    assert kind_of(found, FIRST) is PartKind.BODY


def test_text_of_rows_and_files_is_kept_to_the_character() -> None:
    text = "  Mine kills three \r\n\r\n\tTwo men died.\u2028\n"
    assert read(RawReport("r", text)).text == text
    assert read(RawReport("r", text.encode())).text == text
    assert read(RawReport("r", b"\xef\xbb\xbf" + text.encode())).text == text


LINES = st.sampled_from(
    [HEADLINE, FIRST, LAST, "Read also", "Views: 12", "ARLO, March 3 (NWP) - " + FIRST, "© 2011", "", "  ", "By A. Mora",
     "Comments", "3 June 2013", "(Photo: NWP)", "Arlo: " + FIRST, "a", "Minister Bah said:", "\r", "Tags"]
)  # fmt: skip


@given(st.lists(LINES, max_size=12).map("\n".join) | st.text(max_size=200))
def test_parts_are_in_order_and_do_not_overlap(text: str) -> None:
    position = 0
    for found in part(text):
        assert position <= found.start < found.end <= len(text)
        assert text[found.start : found.end].strip()
        assert text[position : found.start].strip() == ""
        position = found.end
    assert text[position:].strip() == ""
