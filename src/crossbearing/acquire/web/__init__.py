"""Reports from the web, politely and safely.

Importing this loads no network library; that is done when the first address comes.
"""

from crossbearing.acquire.web.lazily import Web, is_address
from crossbearing.acquire.fetching import Bounds, Fetching

__all__ = ["Bounds", "Fetching", "Web", "is_address"]
