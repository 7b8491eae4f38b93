// Country outlines and the map's worker: embedded in the page, unpacked here, fetched from nowhere.

import type { Feature, FeatureCollection, MultiPolygon, Point, Polygon, Position } from "geojson";
import { feature } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";

/** The text of an embedded part: gzip, written in base64. */
export async function unpack(id: string): Promise<string> {
  const packed = atob((document.getElementById(id)!.textContent ?? "").trim());
  const bytes = Uint8Array.from(packed, (char) => char.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("gzip"));
  return new Response(stream).text();
}

type Named = { name: string };
export interface World {
  land: FeatureCollection<Polygon | MultiPolygon, Named>;
  labels: FeatureCollection<Point, Named & { size: number }>;
}

export async function world(): Promise<World> {
  const atlas = JSON.parse(await unpack("dossier-world")) as Topology<{ countries: GeometryCollection<Named> }>;
  const land = feature(atlas, atlas.objects.countries) as World["land"];
  for (const { geometry } of land.features) {
    const polygons = geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
    for (const polygon of polygons) for (const [i, ring] of polygon.entries()) polygon[i] = unrolled(ring);
  }
  return { land, labels: { type: "FeatureCollection", features: land.features.map(label) } };
}

/**
 * A ring without jumps at the antimeridian: the atlas joins what lies on both sides of it, which a flat map would draw
 * right across. Longitudes run on past 180 instead; a ring around a pole (Antarctica) is closed along it.
 */
function unrolled(ring: Position[]): Position[] {
  let turn = 0;
  const out = ring.map(([lon, lat], i): Position => {
    const step = i ? lon! - ring[i - 1]![0]! : 0;
    if (step > 180) turn -= 360;
    else if (step < -180) turn += 360;
    return [lon! + turn, lat!];
  });
  const [first, last] = [out[0]!, out[out.length - 1]!];
  if (!turn) return out;
  const pole = first[1]! < 0 ? -90 : 90;
  return [...out, [last[0]!, pole], [first[0]!, pole], first];
}

/** A point in the middle of a country's largest piece, to hang its name on. */
function label(country: Feature<Polygon | MultiPolygon, Named>): Feature<Point, Named & { size: number }> {
  const { geometry } = country;
  const rings = geometry.type === "Polygon" ? [geometry.coordinates[0]!] : geometry.coordinates.map((p) => p[0]!);
  const [middle, size] = rings.map(centre).reduce((most, ring) => (ring[1] > most[1] ? ring : most));
  return {
    type: "Feature", geometry: { type: "Point", coordinates: middle },
    properties: { name: country.properties.name, size },
  };
}

/** The centroid of a ring and its area, in square degrees. */
function centre(ring: Position[]): [Position, number] {
  let x = 0, y = 0, twice = 0;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [x1, y1] = ring[i] as [number, number];
    const [x2, y2] = ring[i + 1] as [number, number];
    const cross = x1 * y2 - x2 * y1;
    x += (x1 + x2) * cross;
    y += (y1 + y2) * cross;
    twice += cross;
  }
  if (!twice) return [ring[0]!, 0];
  return [[x / (3 * twice), y / (3 * twice)], Math.abs(twice / 2)];
}
