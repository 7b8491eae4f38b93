"""Which reports copy which, and which accounts tell the same event: copies, blocking, scoring, clustering."""

from crossbearing.link.clusters import cluster
from crossbearing.link.copies import copy_groups, copy_of, find_copies, origins
from crossbearing.link.judging import judge

__all__ = ["cluster", "copy_groups", "copy_of", "find_copies", "judge", "origins"]
