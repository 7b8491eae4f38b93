"""From bytes to reports: decoding, the text of pages, parts of a text, what a report says of itself."""

from crossbearing.read.reading import read

__all__ = ["read"]
