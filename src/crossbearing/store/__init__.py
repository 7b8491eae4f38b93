"""The ledger that nothing is ever struck from, and the view of events that is made from it."""

from crossbearing.store.ledger import Store
from crossbearing.store.opening import is_address

__all__ = ["Store", "is_address"]
