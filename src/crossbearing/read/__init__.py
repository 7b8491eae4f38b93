"""From bytes to reports: decoding, the text of pages, the parts of a text, and what a report says about itself."""

from crossbearing.read.reading import read

__all__ = ["read"]
