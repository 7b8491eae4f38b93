"""From bytes to reports: decoding, the text of files, parts of a text, what a report says of itself."""

from crossbearing.read.reading import MEDIA_TYPES, Reading, read, read_copy

__all__ = ["MEDIA_TYPES", "Reading", "read", "read_copy"]
