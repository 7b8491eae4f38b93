"""Accounts of one incident, reconciled into an event: what they agree on, and every disagreement kept."""

from crossbearing.reconcile.event import event_id, events, reconcile

__all__ = ["event_id", "events", "reconcile"]
