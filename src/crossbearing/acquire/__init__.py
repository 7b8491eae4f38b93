"""Brings reports in, as they are: files, folders, patterns, tables of articles, archives, feeds, standard
input, addresses of the web. Nothing is interpreted.

Input that cannot be taken in comes out as an InputError object in its place; the rest is still read.
"""

from crossbearing.acquire.columns import Columns
from crossbearing.acquire.facts import NO_FACTS, Facts, read_facts
from crossbearing.acquire.identity import fingerprint
from crossbearing.acquire.inputs import acquire
from crossbearing.acquire.intake import Intake
from crossbearing.acquire.limits import Limits
from crossbearing.acquire.places import Disk, Memory, Storage
from crossbearing.acquire.texts import text_of
from crossbearing.acquire.web import Fetching, Web

__all__ = [
    "NO_FACTS",
    "Columns",
    "Disk",
    "Facts",
    "Fetching",
    "Intake",
    "Limits",
    "Memory",
    "Storage",
    "Web",
    "acquire",
    "fingerprint",
    "read_facts",
    "text_of",
]
