"""Writes what a store holds in the formats of the field, and as one page to read: the dossier."""

from crossbearing.export.dossier import write_dossier
from crossbearing.export.formats import FORMATS, write, writer_of

__all__ = ["FORMATS", "write", "write_dossier", "writer_of"]
