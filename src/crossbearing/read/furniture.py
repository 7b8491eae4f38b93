"""What a page adds around a report, by the words of a single line.

Patterns are matched against the folded line (lower case, no diacritics, straight quotes), from its beginning. Each row
has an invented example, which the tests hold it to. ``opens`` rows are headings over lists of other headlines: what
stands under them is furniture too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_END = r"\W*$"


@dataclass(frozen=True, slots=True)
class Rule:
    """One class of line: what it is called, how it is known, a line that shows it."""

    name: str
    pattern: re.Pattern[str]
    example: str


def _rule(name: str, pattern: str, example: str) -> Rule:
    return Rule(name, re.compile(pattern, re.VERBOSE), example)


LINES: tuple[Rule, ...] = (
    _rule("view counter", r"(?:page\ )?(?:views?|reads?|hits|visits|visitors)\s*:\s*[\d.,k]+", "Views: 3,204"),
    _rule("view counter, number first", rf"[\d.,]+k?\ (?:views?|reads?|hits){_END}", "812 views"),
    _rule("view counter, read", rf"read\ [\d.,\ ]+\ times{_END}", "Read 4,117 times"),
    _rule(
        "reactions", r"(?:comments?|reactions?|likes?|shares?)\s*[:(]\s*[\d.,k]+", "Reactions: 17   Read 310 times"
    ),
    _rule(
        "counts of shares",
        r"(?:[\d.,]+k?\s+(?:shares?|likes?|tweets?|(?:view\s+)?comments?|following|followers|reactions)\W*)+$",
        "3.4k shares   118 View comments",
    ),
    _rule(
        "share bar",
        r"""(?:(?:share|tweet|save|print|e?-?mail|pin(?:terest)?|copy\ link|listen|facebook|twitter|whatsapp|telegram|
            linkedin|reddit|x|messenger|like|follow|send|gift|bookmark|flipboard|instagram|youtube|viber|vk|a[-+]|
            share\ (?:this|on|via|to|article|story|with).{0,40}|post|rss|to\ print|download\ pdf)
            (?:\s*[\d.,]+k?)?[\s|·•,/:+-]*)+$""",
        "Share on Facebook | Tweet | WhatsApp",
    ),
    _rule("symbols only", r"[\W_]+$", "𝕏 * * *"),
    _rule("short link", r"(?:short\ ?link|short\ url|permalink|perma\ link)\b", "Short link: http://ex.org/a1"),
    _rule(
        "clock",
        r"""(?:[^.]{0,60}[|·•—-]\s*)?(?:(?:page|site|this\ page|article|story)\s+)?(?:was\s+)?(?:last|latest)?\s*
            (?:updated?|refreshed|refreshes|modified|generated|loaded)(?:\s+on|\s+at|\s+every)?\b\s*[:\d(]""",
        "Last update 8:15",
    ),
    _rule("clock of the page", r"(?:last|page)\s+(?:updated?|refreshed|loaded|generated|modified)\b.{0,80}$",
          "Page loaded Tue 3 Dec 2019"),
    _rule("clock, place first", r"[^.]{0,60}\blast\ (?:updated?|refreshed)\b.{0,40}$", "Lima, Monday 1 May 2017 - last updated 07:30"),
    _rule("clock, refresh", r"(?:this\ page|the\ page|page)\ refreshe[sd]\b", "This page refreshes every 30 seconds."),
    _rule("copyright", r"(?:\(c\)|©|copyright\b|\W*all\ rights\ (?:are\ )?(?:reserved|preserved))",
          "© 2014 The Valley Mail"),
    _rule("copyright, later in a short line", r".{0,80}(?:©|\(c\)\ (?:19|20)\d\d|all\ rights\ reserved)",
          "Maintained by Lakeside Media. All rights reserved"),
    _rule("maintained by", r".{0,120}maintained\ and\ developed\ by\b", "Maintained and developed by Lakeside SAL."),
    _rule(
        "list of headlines with clocks",
        r".{0,200}\bgmt\ \d\d:\d\d\ \d{4}\ \w+\ ,\s?\d\d?\ \w+",
        "Bus falls into gorgeGMT 04:12 2011 Monday ,7 March",
    ),
    _rule("list item of a player", r"list\ \d+\ of\ \d+", "list 2 of 5Storm leaves coast dark"),
    _rule("standards", r"our\ standards\b", "Our Standards: The Northern Wire Principles."),
    _rule("rights and reuse", r"(?:opens\ new\ tab|purchase\ licensing\ rights|any\ reproduction|reproduction\ in)\b",
          "Purchase Licensing Rights"),
    _rule(
        "cookies",
        r".{0,80}\b(?:use[sd]?\ cookies|cookie\ (?:policy|settings|notice)|accept\ (?:all\ )?cookies|privacy\ policy)\b",
        "We use cookies to make your visit better.",
    ),
    _rule(
        "subscribe",
        r"""(?:(?:please\ )?(?:subscribe|sign\ up|sign\ in|log\ in|register|join\ us|join\ our|follow\ us|donate|support\ our)
            \b.{0,120}$|this\ (?:post|article|story)\ is\ for\ (?:paying\ )?subscribers|already\ (?:have\ an\ account|a\ subscriber))""",
        "Sign up for our morning letter",
    ),
    _rule("subscribers only", r".{0,80}\bcontact\ us\ for\ subscription\b|.{0,90}\bportion\ of\ the\ news\ stories\b",
          "The site shows a portion of the news stories sent to clients."),
    _rule("advertisement", r"(?:advertise?ments?|sponsored|ad|promoted|advertorial|paid\ content)(?:\s*[:|—–-]|\W*$)",
          "ADVERTISEMENT: Tiles at half price"),
    _rule("comments closed", r"comments?\ (?:on\ this\ story\ )?(?:are\ )?(?:\(\d+\)\s*)?closed|comments?\s*\(\d+\)",
          "Comments (4) Closed"),
    _rule("comment box", r"(?:send|leave|post|write|add)\ (?:us\ )?(?:a|your|the)\ (?:comments?|reply|feedback)\b|"
          r"your\ comment\b|your\ e-?mail\ address\b|be\ the\ first\ to\ comment\b|no\ comments\ yet",
          "Send your comments"),
    _rule("tags", r"(?:tags?|topics?|keywords?|labels?|filed\ under|hashtags?)\s*:", "Tags: army, river, bridge"),
    _rule(
        "another headline named in a line",
        r"""(?:(?:read|see|watch|look)\ (?:also|more|next|too)|also\ read|more\ on\ this|related(?:\ (?:story|stories|news|articles?))?|
            don'?t\ miss|lea\ tambien|lire\ aussi|a\ lire\ aussi|lee\ tambien|ver\ tambien|siehe\ auch|
            in\ the\ same\ (?:section|heading|category|rubric)|from\ the\ same\ section|up\ next|
            page\ \d+)\s*[:»>|]\s*\S""",
        "READ ALSO: Mayor opens new bridge",
    ),
    _rule("flash strip", r"(?:breaking|flash|latest|just\ in|trending|headlines)\s*(?:[:|]|-\ ).*(?:\||\*\*\*|//|•)",
          "BREAKING | Two held over fire | Rain stops play"),
    _rule("translation note", r"\W*(?:translated|automatic(?:ally)?\ translat|machine\ translat|\(translated)",
          "Translated automatically from Spanish. Report an error."),
    _rule(
        "editors' desk", r"\W*(?:additional\ reporting|reporting\ by|writing\ by|editing\ by|edited\ by|compiled\ by)\b",
        "(Additional reporting in Lima; editing by K.L.)",
    ),
    _rule("staff tag", r"[a-z]{1,5}(?:-[a-z]{1,4})?(?:/[a-z]{1,5}(?:-[a-z]{1,4})?){1,4}$", "abc-de/fgh/kl"),
    _rule("release note", r"for\ immediate\ release\b|-?\ ?end(?:s|it)?\ ?-?$|\#\ ?\#\ ?\#$|-30-$", "For immediate release"),
    _rule(
        "wire slug", r"[a-z]{2,5}/?\d{3,4}\b[\s/-].{0,80}$|[a-z]+(?:-[a-z]+){1,4}\s*\((?:\d\w\w\ )?lead\b.{0,80}|"
        r"[a-z]{2,5}/\d{3,4}-.{0,80}$",
        "NWP0311 3 PER 402 /Peru-unrest-2ndlead",
    ),
    _rule("desk note", r"(?:attention\ ?-\ ?(?:adds|updates)|(?:adds|updates|recasts|actualiza|corrects)\ (?:with|con|quotes?|throughout|"
          r"[a-z]+\ (?:statement|claim|source)))", "ATTENTION - ADDS police statement"),
    _rule("address of the outlet", r"(?:home|news)\s*[|>»/•·]\s*\w", "Home | Valley | Sport | Weather"),
    _rule("breadcrumb", r"[^.>]{2,40}\s[>»]\s[^.>]{2,40}(?:\s[>»]\s[^.>]{2,40})*$", "Valley Mail > News > Courts"),
    _rule("minutes to read", rf".{{0,60}}\b\d+\ min(?:ute)?s?\ read\b.{{0,20}}$", "By A. Mora | 3 min read"),
    _rule("contact", r"(?:contact\ us|about\ us|terms\ (?:of\ use|and)|privacy\b|disclaimer\b|legal\ notice|e-?mail\s*:|tel\s*[:.])",
          "Contact us | Terms of use"),
    _rule("opinions", r"\W*(?:the\ )?(?:opinions?|views)\ (?:expressed\ )?(?:(?:in\ this\ article\ )?are|here\ are)\b.{0,160}$",
          "Opinions are his own."),
    _rule("liability", r".{0,60}\baccepts?\ no\ (?:liability|responsibility)\b", "Harbour Ltd accepts no liability."),
    _rule("newsletter", r".{0,40}\b(?:download\ our\ app|our\ newsletter|push\ notifications|whatsapp\ channel|telegram\ channel)\b.{0,80}$",
          "Get our newsletter every day"),
    _rule("jump", r"(?:skip\ to|jump\ to|back\ to\ top|click\ here|story\ continues|continue\ reading|show\ more|load\ more|view\ all)\b",
          "Skip to main content"),
    _rule("correction note", r"\W*(?:this\ (?:story|article|version|report)\ (?:has\ been|was)\ (?:corrected|updated|refiled|edited)|refiles?\b|corrects\b)",
          "(This story has been corrected to fix a name in paragraph 3)"),
    _rule("podcast", r".{0,200}\bpodcasts?\b.{0,160}\b(?:is\ )?here\b\W*$", "Our podcast on the harvest is here."),
    _rule("sign-off of a wire", r"(?:[a-z]{2,5}\s)?\d{6}\s?(?:gmt|utc|z)\s[a-z]{3}\s\d\d$", "NWP 041215 GMT JUN 12"),
    _rule("source code of an embed", r"pic\.twitter\.com/|https?://t\.co/", "pic.twitter.com/x1y2z3"),
)
"""Lines that are furniture wherever they stand."""

OPENS: tuple[Rule, ...] = (
    _rule(
        "other headlines",
        r"""(?:(?:you\ )?(?:may|might)\ (?:also\ )?(?:have\ missed|like|be\ interested\ in)|
            (?:read|see)\ (?:also|more|next)|also\ (?:read|in\b.{0,30})|
            related(?:\ (?:news|articles?|stor(?:y|ies)|topics|posts?|content|links?|coverage|reading))?|
            recommended(?:\ (?:stories|for\ you|reading|articles))?|
            (?:the\ )?(?:most\ (?:read|popular|viewed|recent|shared|commented)|latest|trending|popular)
              (?:\ (?:news|stories|articles|headlines|posts|now|this\ week|today|in\ .{0,30}))?|
            more\ (?:like\ this|from\b.{0,40}|in\b.{0,30}|on\b.{0,40}|news|stories|headlines|about\b.{0,30})|
            (?:from\ elsewhere|elsewhere)\b.{0,30}|top\ (?:stories|news|headlines)|other\ (?:news|stories|headlines)|
            (?:editor'?s?|editors')\ (?:picks?|choice)|what\ to\ read\ next|read\ next|up\ next|don'?t\ miss|
            next\ article|previous\ article|prev(?:ious)?\ post|next\ post|older\ posts?|newer\ posts?|
            (?:in|from)\ the\ same\ (?:section|category|heading)|similar\ (?:articles|news|posts)|
            keep\ reading|in\ pictures|in\ other\ news|suggested\ (?:stories|articles)|
            lea\ tambien|lire\ aussi|noticias\ relacionadas|articles\ similaires)\W*$""",
        "Most read this week",
    ),
    _rule("tags", r"(?:tags?|topics?|keywords)\W*$", "Tags"),
    _rule("comments", r"(?:\d+\ )?comments?\W*$|leave\ a\ reply\W*$|discussion\W*$", "Comments"),
)
"""Headings over lists of other headlines or readers' comments: the lines under them are furniture too."""


UNSTAMPED: tuple[Rule, ...] = (
    _rule("menu", r"(?:[^|•·.]{1,32}\s*[|•·]\s*){2,}[^|•·.]{1,32}$", "Valley | Courts | Weather | Apples"),
    _rule(
        "teaser with a clock glued on",
        r".{8,}\d\d?:\d\d\ (?:am|pm)\ (?:utc|gmt|[a-z]{2,4}t)(?:\s*[·,]\s*updated.*)?$",
        "WorldcategoryRiver towns brace for flood6:41 AM UTC",
    ),
)
"""Lines that are furniture unless they are the report's own date stamp or byline."""


def furniture_class(folded: str, *, stamped: bool = False) -> str | None:
    """The name of the first rule that knows this line as furniture, or None.

    ``stamped``: the line dates or signs the report, so that some rules do not count.
    """
    rules = LINES if stamped else LINES + UNSTAMPED
    return next((rule.name for rule in rules if rule.pattern.match(folded)), None)


def opens_list(folded: str) -> str | None:
    """The name of the rule that knows this line as a heading over other headlines or comments, or None."""
    return next((rule.name for rule in OPENS if rule.pattern.match(folded)), None)
