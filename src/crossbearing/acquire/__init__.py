"""Brings reports in, as they are: files, folders, globs, tables of articles, standard input, addresses of
the web. Nothing is interpreted.

Input that cannot be taken in comes out as an InputError object in its place; the rest is still read.
"""

from crossbearing.acquire.identity import fingerprint
from crossbearing.acquire.inputs import acquire
from crossbearing.acquire.places import Disk, Storage
from crossbearing.acquire.web import Fetching, Web

__all__ = ["Disk", "Fetching", "Storage", "Web", "acquire", "fingerprint"]
