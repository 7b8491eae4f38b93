"""The table of time patterns: one row a way of saying when, with an example.

A pattern is a regular expression whose letters are the word classes of vocab/calendar.yaml and
times_words.SHAPES (capitals) and the groups of times_forms.py; spaces do not count. ``builder`` names the
function of times_build.py that reads the matched words. The longest match wins; of two equally long ones, the
row that stands first.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pattern:
    """A way of saying when. ``example`` is found by this row, from its first to its last character in
    brackets.
    """

    name: str
    form: str
    builder: str
    example: str


PATTERNS: tuple[Pattern, ...] = (
    # ---- full and partial dates
    Pattern("iso", "ISO", "calendar", "posted [2019-03-02] by"),
    Pattern("slashed", "(WD COMMA?)? SLASHED", "calendar", "on [02/03/2019] the"),
    Pattern(
        "clock_date",
        "CLOCKTIME ZONES? [ON COMMA]? (WD COMMA?)? THE? (DAY OF? MON | MON DAY) (COMMA? YEAR)?",
        "calendar",
        "at [19:40 GMT on 3 April 2019] near",
    ),
    Pattern(
        "day_month",
        "(THE? DAYPART [ON OF] | SHADE)? (WD [PART PARTS]? COMMA?)? THE? DAYWORDED OF? MON"
        "(COMMA? YEAR | COMMA? [THIS LAST NEXT] UNIT)?"
        "(COMMA? AT? CLOCKTIME ZONES?)?",
        "calendar",
        "on [Sunday, the 3rd of April, 2019] in",
    ),
    Pattern(
        "month_day",
        "(THE? DAYPART [ON OF] | SHADE)? (WD [PART PARTS]? COMMA?)? [THE THIS LAST]? MON"
        "[DAYNUM HOURNUM ORDINAL ORDWORD SECOND]"
        "(COMMA? YEAR | COMMA? [THIS LAST NEXT] UNIT)? (COMMA? AT? CLOCKTIME ZONES?)?",
        "calendar",
        "on [Sunday, April 3, 2019], in",
    ),
    Pattern(
        "hours_date",
        "HOURS THE? (DAYWORDED OF? MON | MON DAY) (COMMA? YEAR)?",
        "calendar",
        "in [the early hours of 3 April 2019] the",
    ),
    Pattern(
        "month_year",
        "SHADE? MON (COMMA? OF? ANNO | COMMA? OF? [THIS LAST NEXT] UNIT | OF? THAT UNIT)",
        "calendar",
        "in [early March 2017] the",
    ),
    Pattern("shade_month", "SHADE (DEMON)? MON", "calendar", "in [late October] the"),
    Pattern("demon_month", "[THIS LAST NEXT PAST] MON", "calendar", "[last November] he"),
    Pattern("month_name", "MONTH", "calendar", "since [December] the"),
    Pattern(
        "month_word",
        "(?<=[IN SINCE UNTIL BY FROM OF LATE EARLY MID BETWEEN DURING TO AFTER BEFORE ON AND OVER])MONTHWORD",
        "calendar",
        "in [May] the",
    ),
    Pattern(
        "month_abbr", "(?<=[IN SINCE UNTIL BY FROM OF DURING]) MONTHABBR DOT?", "calendar", "since [Dec.] the"
    ),
    Pattern(
        "ordinal_day",
        "(?<=[ON BY SINCE UNTIL FROM DATED]) THE ORDINAL (?=ENDS)",
        "ordinal_day",
        "a letter dated [the 16th], said",
    ),
    Pattern(
        "month_range",
        "(FROM | BETWEEN)? MON (TO | AND | HYPHEN | UNTIL) MON (COMMA? OF? YEAR)?",
        "range",
        "between [March and May 2018] the",
    ),
    Pattern(
        "day_range",
        "(FROM | BETWEEN)? THE? DAY (TO | AND | HYPHEN | UNTIL) THE? DAY OF? MON (COMMA? YEAR)?",
        "range",
        "[3-5 May 2018] in",
    ),
    Pattern(
        "day_range_month_first",
        "(FROM | BETWEEN)? MON DAY (TO | AND | HYPHEN | UNTIL) DAY (COMMA? YEAR)?",
        "range",
        "from [May 3 to 5, 2018] the",
    ),
    Pattern(
        "date_range",
        "(FROM | BETWEEN)? (DAY MON | MON DAY) (COMMA? YEAR)? (TO | AND | HYPHEN | UNTIL) (DAY MON | MON DAY)"
        "(COMMA? YEAR)?",
        "range",
        "from [28 April to 3 May 2018] the",
    ),
    # ---- years and above
    Pattern("fiscal_year", "FISCAL YEAR", "calendar", "in [fiscal 2014] the"),
    Pattern("shade_year", "SHADE (UNIT)? YEAR", "calendar", "since [mid-2014] the"),
    Pattern("year", "YEAR", "bare_year", "in [2014] the"),
    Pattern(
        "year_range",
        "(FROM | BETWEEN)? YEAR (TO | AND | HYPHEN | UNTIL) YEAR",
        "range",
        "from [2011 to 2014] the",
    ),
    Pattern("decade", "THE? SHADE? DECADE", "calendar", "in [the 1990s] the"),
    Pattern(
        "decade_word",
        "(?<=[IN SINCE UNTIL OF EARLY LATE MID HYPHEN]) THE? SHADE? DECADEWORD",
        "calendar",
        "in [the nineties] the",
    ),
    Pattern(
        "century", "THE? SHADE? [ORDINAL ORDWORD SECOND] HYPHEN? UNIT", "century", "in [the 19th century] the"
    ),
    # ---- seasons, quarters, feasts
    Pattern(
        "season_year",
        "THE? SHADE? ([THIS LAST NEXT] )? [SEASON SEASONWORD] OF? (ANNO | [THIS LAST NEXT] UNIT)",
        "calendar",
        "in [the summer of 2012] the",
    ),
    Pattern(
        "season_demon",
        "THE? (SHADE | [EARLY LATE MID] HYPHEN)? [THIS LAST NEXT PAST FOLLOWING PREVIOUS COMING]"
        "[SEASON SEASONWORD]",
        "calendar",
        "[last spring] the",
    ),
    Pattern(
        "season",
        "(?<=[IN BY SINCE UNTIL DURING OVER FOR]) THE? SHADE? [SEASON] ",
        "calendar",
        "in [the autumn] the",
    ),
    Pattern(
        "season_word", "(?<=[IN BY SINCE UNTIL]) THE SEASONWORD (?!OF)", "calendar", "in [the spring] the"
    ),
    Pattern(
        "quarter",
        "(THE YEAR? | [THIS LAST NEXT] UNIT APOS | YEAR APOS)? SHADE? FISCAL? [ORDWORD SECOND ORDINAL]"
        "HYPHEN? QUARTER (OF? (FISCAL? YEAR | [THIS LAST NEXT] UNIT))?",
        "calendar",
        "in [the third quarter of 2016] the",
    ),
    Pattern("year_period", "THE YEAR [QUARTER PERIOD]", "calendar", "in [the 2016 quarter] the"),
    Pattern("quarter_short", "QNUM YEAR?", "calendar", "in [Q3 2016] the"),
    Pattern(
        "holiday",
        "([THIS LAST NEXT] )? HOLIDAY UNIT? (COMMA? YEAR | COMMA? [THIS LAST NEXT] UNIT)?",
        "calendar",
        "at [Christmas 2015] the",
    ),
    Pattern("hijri", "DAY HIJRI [YEAR NUMBER]", "hijri", "on [3 Rajab 1438] the"),
    # ---- weekdays
    Pattern(
        "weekday", "SHADE? (WEEKDAY | WEEKDAYABBR DOT) (COMMA? [PART])?", "calendar", "on [Tuesday night], he"
    ),
    Pattern(
        "weekday_clock",
        "(WEEKDAY [PART]? COMMA? AT? CLOCKTIME ZONES?)",
        "calendar",
        "on [Tuesday at 5:40 p.m.] the",
    ),
    Pattern(
        "clock_weekday",
        "ABOUT? CLOCKTIME ZONES? COMMA? (ON)? SHADE? WEEKDAY PART?",
        "calendar",
        "at [5:40 p.m. on Tuesday] the",
    ),
    Pattern("weekday_demon", "SHADE? THE? DEMON WEEKDAY (COMMA? PART)?", "calendar", "by [next Friday] the"),
    Pattern("weekday_last", "WEEKDAY [LAST NEXT] (?!ANYUNIT|PART)", "calendar", "on [Friday last] the"),
    Pattern(
        "weekday_week", "WEEKDAY (OF)? [THIS LAST NEXT] UNIT", "weekday_week", "on [Friday last week] the"
    ),
    Pattern(
        "part_weekday",
        "(SHADE | THE)? DAYPART (ON | OF | COMMA)? THE? DEMON? WEEKDAY",
        "calendar",
        "on [the evening of Sunday] the",
    ),
    Pattern(
        "hours_weekday",
        "HOURS (THE | THIS | LAST)? WEEKDAY PART?",
        "calendar",
        "in [the early hours of Tuesday] the",
    ),
    Pattern(
        "hours_shift",
        "HOURS (DAYWORD PART? | THIS PART | LAST PART)",
        "day_shift",
        "in [the early hours of yesterday] the",
    ),
    Pattern(
        "weekday_range",
        "(OVERNIGHT FROM? | DAYPART (OF | FROM)? | FROM | BETWEEN)? WEEKDAY PART?"
        "(TO | AND | HYPHEN | UNTIL | SLASH) WEEKDAY PART?",
        "range",
        "[overnight from Thursday to Friday] the",
    ),
    Pattern(
        "overnight_weekday", "OVERNIGHT (ON | INTO | FROM)? WEEKDAY", "calendar", "[overnight on Friday] the"
    ),
    # ---- days counted from the day of publication
    Pattern("day_word", "SHADE? DAYWORD (APOS)? [PART PARTS]?", "day_shift", "[yesterday evening] the"),
    Pattern(
        "part_day_word",
        "[MID EARLY LATE] HYPHEN? PART [ON OF]? DAYWORD",
        "day_shift",
        "in [mid-afternoon yesterday] the",
    ),
    Pattern(
        "day_word_clock", "DAYWORD PART? COMMA? AT? CLOCKTIME ZONES?", "day_shift", "[today at 5:40 p.m.] the"
    ),
    Pattern(
        "clock_day_word",
        "ABOUT? CLOCKTIME ZONES? COMMA? (ON)? DAYWORD PART?",
        "day_shift",
        "at [9 a.m. today] the",
    ),
    Pattern("tonight", "SHADE? TONIGHT", "day_shift", "[late tonight] the"),
    Pattern("this_part", "SHADE? [THIS LAST] [PART OVERNIGHT]", "day_shift", "[last night] the"),
    Pattern("overnight", "OVERNIGHT", "day_shift", "[overnight] the"),
    Pattern(
        "day_before_yesterday",
        "THE? UNIT [BEFORE AFTER] DAYWORD",
        "two_days",
        "[the day before yesterday] the",
    ),
    Pattern(
        "count_ago",
        "COUNT (MORE)? [UNIT UNITS QUARTER CLOCKUNIT] (AND A HALF | OR [SO NUMWORD])? AGO",
        "ago",
        "[two days ago] the",
    ),
    Pattern("count_hence", "COUNT ANYUNIT (FROM PRESENT | HENCE)", "hence", "[three weeks from now] the"),
    Pattern(
        "narrative_day",
        "(THE NEXT | THE? [FOLLOWING PREVIOUS SAME]) (VERY)? ([UNIT QUARTER] | PART)",
        "narrative",
        "[the next day] the",
    ),
    Pattern("the_weekend", "(?<=[AT OVER BY FOR]) THE UNIT", "weekend", "at [the weekend] the"),
    Pattern("the_quarter", "THE QUARTER", "unit_shift", "in [the quarter] the"),
    # ---- weeks, months, years counted from the day of publication
    Pattern(
        "unit_shift",
        "SHADE? (THE)? [THIS LAST NEXT PAST COMING] (ENTIRE | SAME)? ANYUNIT (?!AGO)",
        "unit_shift",
        "[earlier this week] the",
    ),
    Pattern(
        "edge_unit",
        "THE? [EARLY LATE START MIDDLE END] OF (THE | THIS | LAST | NEXT | THAT) (CURRENT)? [UNIT QUARTER]",
        "unit_shift",
        "by [the end of the year] the",
    ),
    Pattern(
        "in_unit",
        "[EARLY LATE EARLIER LATER] ([IN ON] | ON IN) THE (SAME)? [UNIT QUARTER PART]",
        "in_unit",
        "[earlier in the week] the",
    ),
    Pattern("year_end", "UNIT HYPHEN END", "unit_shift", "by [year-end] the"),
    Pattern(
        "current_unit", "THE (CURRENT | LATEST) [UNIT QUARTER]", "unit_shift", "in [the current month] the"
    ),
    Pattern(
        "stretch",
        "THE? [LAST PAST NEXT COMING PREVIOUS FOLLOWING] (COUNT)? [UNITS CLOCKUNIT QUARTER PARTS]",
        "stretch",
        "over [the past two weeks] the",
    ),
    Pattern("recent_units", "THE? (OTHER)? RECENT [UNITS CLOCKUNIT]", "stretch", "in [recent days] the"),
    # ---- days counted from what the text told last
    Pattern("that_day", "SHADE? THAT (SAME)? ([UNIT QUARTER] | PART)", "narrative", "[that evening] the"),
    Pattern(
        "day_before",
        "(COUNT | THE) [UNIT UNITS] [BEFORE AFTER EARLIER LATER] (?!DAYWORD)",
        "narrative_count",
        "[two days later] the",
    ),
    Pattern("evening_before", "THE PART [BEFORE AFTER]", "narrative_count", "[the night before] the"),
    Pattern(
        "year_earlier",
        "(THE OTHER?)? UNIT HYPHEN [EARLIER AGO] [QUARTER PERIOD]?",
        "narrative_count",
        "[the year-earlier] figure",
    ),
    Pattern("eve", "THE EVE", "narrative_eve", "on [the eve] of"),
    # ---- clock
    Pattern(
        "clock",
        "ABOUT? (CLOCK HYPHEN? AMPM? | [HOURNUM NUMWORD] (AMPM | OCLOCK AMPM?)) ZONES?",
        "clock",
        "at [19:40] the",
    ),
    Pattern("clock_part", "CLOCK IN THE PART", "clock", "at [4:30 in the morning] the"),
    Pattern("four_digit_clock", "(YEAR | NUMBER) (CLOCKUNIT )? ZONE+", "clock", "at [1940 GMT] the"),
    Pattern(
        "moment",
        "(?<=[AT BY BEFORE AFTER SINCE UNTIL AROUND ABOUT ON]) SHADE? MOMENT",
        "clock",
        "at [dawn] the",
    ),
    Pattern(
        "in_the_part", "(?<=[IN DURING OVER ON]) THE SHADE? PART (?!OF)", "clock", "in [the morning] the"
    ),
    Pattern(
        "shade_part", "(?<=[IN]) THE [EARLY LATE] (PART | CLOCKUNIT)", "clock", "in [the early hours] the"
    ),
    Pattern("at_night", "(?<=AT) PART", "clock", "at [night] the"),
    Pattern("mid_part", "[MID EARLY LATE] HYPHEN? PART", "clock", "by [mid-afternoon] the"),
    # ---- how long
    Pattern(
        "duration",
        "COUNT (MORE | ENTIRE | OTHER)? (HYPHEN)? [UNIT UNITS CLOCKUNIT QUARTER] (AND A HALF)?"
        "(HYPHEN? [OLD LONG])?",
        "duration",
        "for [three days] the",
    ),
    Pattern(
        "duration_half", "NUM AND A HALF [UNITS CLOCKUNIT]", "duration", "for [two and a half years] the"
    ),
    Pattern(
        "half_unit", "(A | THE)? HALF (HYPHEN | A)? [UNIT CLOCKUNIT]", "duration", "for [half a year] the"
    ),
    Pattern("units", "[UNITS CLOCKUNIT]", "bare_units", "for [weeks] the"),
    Pattern("units_long", "[UNIT UNITS] HYPHEN LONG", "duration", "the [months-long] siege"),
    Pattern("entire_unit", "THE ENTIRE UNIT", "duration", "for [the whole week] the"),
    Pattern("first_units", "THE? [ORDWORD] COUNT [UNITS]", "duration", "in [the first six months] the"),
    # ---- how often
    Pattern(
        "every",
        "EVERY ((NUM | ORDWORD | SECOND | OTHER)? [UNIT UNITS CLOCKUNIT PART QUARTER]"
        "| WEEKDAY PART? | MON | SEASON)",
        "every",
        "[every Friday] the",
    ),
    Pattern("often", "OFTEN", "often", "shelled [daily] from"),
    Pattern("weekdays", "(WEEKDAYS | WEEKDAY PARTS)", "every", "on [Fridays] the"),
    # ---- the past, the present, the future
    Pattern(
        "spoken_year", "NUMWORD TENWORD (HYPHEN? NUMWORD)?", "spoken_year", "in [nineteen ninety-six] the"
    ),
    Pattern("present", "PRESENT", "reference", "are [now] in"),
    Pattern("current", "CURRENT", "reference", "the [current] round"),
    Pattern("past_word", "PASTREF", "reference", "had [recently] left"),
    Pattern("future_word", "(?<!AS) FUTUREREF (?!AFTER|BEFORE)", "reference", "will [soon] leave"),
    Pattern("the_future", "THE FUTURE", "reference", "in [the future] the"),
    Pattern("in_future", "(?<=IN) FUTURE", "reference", "in [future] the"),
    Pattern("the_past", "(?<=[IN]) THE PAST (?=[BREAK DOT COMMA])", "reference", "as in [the past], the"),
)
