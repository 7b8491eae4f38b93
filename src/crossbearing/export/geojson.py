"""GeoJSON (RFC 7946): one Feature an event. Events that could not be put on the map have ``geometry: null``.

A coordinate pair is longitude, latitude in WGS 84, as the standard wants. ``properties`` is the event's
record without its id, which is the Feature's own; ``family`` is added so that a map can be coloured without a
table of codes.
"""

from __future__ import annotations

from typing import Any, BinaryIO

import msgspec

from crossbearing.export.records import event_records
from crossbearing.model.bundle import Bundle
from crossbearing.model.codes import FAMILY_OF
from crossbearing.model.records import Record


def _feature(record: Record) -> dict[str, Any]:
    place = record["place"]
    located = place is not None and place["lat"] is not None and place["lon"] is not None
    family = FAMILY_OF.get(record["type"])
    return {
        "type": "Feature",
        "id": record["id"],
        "geometry": {"type": "Point", "coordinates": [place["lon"], place["lat"]]} if located else None,
        "properties": {key: value for key, value in record.items() if key != "id"}
        | {"family": family.value if family else None},
    }


def write_geojson(bundle: Bundle, out: BinaryIO) -> None:
    """Write all events as one FeatureCollection, one Feature a line so that versions can be compared."""
    features = [msgspec.json.encode(_feature(record)) for record in event_records(bundle)]
    body = b",\n".join(features)
    out.write(b'{"type":"FeatureCollection","features":[\n' + body + (b"\n" if body else b"") + b"]}\n")
