"""Importing this loads every table and model that coding needs: it codes two invented reports, one a page.

For the processes that code: what is loaded before they start costs no report its time, and they share it.
"""

from contextlib import suppress

from crossbearing.flow.coding import code
from crossbearing.model import RawReport

_TEXT = "Gunmen killed three soldiers near Baiji on Tuesday, police said, and wounded at least two people."

for _kind, _content in (("text/plain", _TEXT), ("text/html", f"<html><body><p>{_TEXT}</p></body></html>")):
    with suppress(Exception):  # a broken table is told where the first report is coded, with its name
        code(RawReport("warm", _content, _kind, {"published": "2020-01-08"}))
