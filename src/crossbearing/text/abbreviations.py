"""Abbreviations that end in a full stop, by what may follow them: lower case, without the last stop.

They stand here and not in ``vocab`` because the sentence splitter, which lies below it, needs them.
"""

from __future__ import annotations


def _words(table: str) -> frozenset[str]:
    return frozenset(table.split())


BEFORE_NAME = _words("""
    lt gen col brig maj capt sgt cpl pvt pfc ssgt cmdr cdr cmdt comdr adm vadm radm ens lieut hav nk subed
    insp supt asst dep det ptl ofc const spc wo cwo m.sgt t.sgt a.v.m bgen mgen ltc ltg
    mr mrs ms mx dr prof rev fr msgr mgr sen rep reps sens gov pres hon amb atty sec min dir sh
    messrs mme mlle m.p sra dra ing lic eng st ste mt ft
    vs approx ca viz cf esp incl op ops dist prov dept depts div bn bde regt sq
""")
"""A name, a number or another title follows ("Lt. Gen. Amir", "St. Mary"): never the end of a sentence."""

BEFORE_NUMBER = _words("""
    no nos nr art arts sect para paras pp p fig figs vol ch res rs sch
    jan feb mar apr jun jul aug sep sept oct nov dec
    mon tue tues wed thu thur thurs fri sat sun
""")
"""A number follows: "No. 3", "Jan. 17", "Rs. 500". Before a word they may end a sentence.."""

BEFORE_EITHER = _words("""
    a.m p.m e.g i.e etc inc ltd co corp bros jr sr ph.d b.c a.d al ave blvd rd km hrs hr mins
    ariz calif colo conn fla ga ill ind kan ky la md mass mich minn miss mo mont neb nev okla ore pa tenn
    tex va vt wash wis wyo
""")
"""The sentence may go on or end: it ends before a word that seldom stands capitalised within one."""

NEVER_ALONE = _words("e.g i.e viz cf vs approx ca")
"""Never ends a sentence, whatever follows."""

OPENERS = _words("""
    the a an this that these those it its he she his her they their we our i you my your there here
    in on at by to of for from with without after before during since until as when while where if
    although though because despite amid among between under over about around according
    some many most several all both no none one two three four five six seven eight nine ten
    dozens hundreds thousands another other others each every such further more less
    but and or so yet nor however meanwhile also then now later earlier still instead thus hence moreover
    furthermore nevertheless nonetheless besides only even just once what who why how which whether not
""")
"""Words that, capitalised after "the U.S.", open a new sentence rather than go on with a name."""

NEWS_OPENERS = OPENERS | _words("""
    police soldiers troops officials witnesses residents villagers militants rebels gunmen fighters
    authorities security people civilians medics rescuers doctors hospital local state government army
    military forces reports sources experts analysts critics activists insurgents terrorists talks
    fighting clashes nobody everyone anyone last next early late today yesterday tomorrow
""")
"""The same after "5 p.m."; but "the U.S. Army" and "the U.S. State Department" go on."""

SPEECH = _words("""
    said says told asked added shouted cried wrote replied answered tweeted wondered exclaimed demanded
    continued insisted explained recalled declared warned urged
""")
"""After a quotation that ends in "?" or "!", a name and one of these belong to the same sentence."""
