"""Reports from the web, politely and safely.

Importing this loads no network library: ``open_web`` is in ``opening``, for those who have an address.
"""

from crossbearing.acquire.web.options import Bounds, Fetching

__all__ = ["Bounds", "Fetching"]
